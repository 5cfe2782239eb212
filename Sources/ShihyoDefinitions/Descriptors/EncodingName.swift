public import ShihyoModel

/// Names of encodings as people and other tools write them.
public enum EncodingName {
  /// The preferred spelling of each.
  public static let supported = ["utf-8", "cp932", "euc-jp", "iso-2022-jp", "utf-16le", "utf-16be"]

  /// Shift_JIS means CP932: no file in the field is without its extensions.
  public static func read(_ name: String) -> TextEncoding? {
    let key = String(
      name.lowercased().filter { $0 != "-" && $0 != "_" && $0 != " " })
    return switch key {
    case "utf8", "utf8sig", "ascii", "usascii": .utf8
    case "cp932", "ms932", "mskanji", "sjis", "shiftjis", "windows31j", "932": .cp932
    case "eucjp", "ujis": .eucJP
    case "iso2022jp": .iso2022JP
    case "utf16le": .utf16LittleEndian
    case "utf16be": .utf16BigEndian
    default: nil
    }
  }
}
