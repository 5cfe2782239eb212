import ShihyoModel

/// The rules for paths that a definition names (design.md, section 8): relative, inside the folder, no address.
enum SafePath {
  /// What is wrong with the text of a path; nil if nothing is.
  static func rule(_ path: String) -> DescriptorRule? {
    if path.isEmpty { return .emptyValue(key: "path") }
    if isAddress(path) { return .pathIsAddress }
    if path.utf8.contains(UInt8(ascii: "\\")) { return .pathHasBackslash }
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    if path.hasPrefix("/") || path.hasPrefix("~") || parts.contains("..") || path.utf8.contains(0) {
      return .pathNotRelative
    }
    return nil
  }

  /// True for `https://…`, and for any other scheme or drive letter before a colon.
  private static func isAddress(_ path: String) -> Bool {
    let bytes = Array(path.utf8)
    guard let colon = bytes.firstIndex(of: UInt8(ascii: ":")), colon > 0 else { return false }
    return bytes[..<colon].allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."):
        true
      default: false
      }
    }
  }

  /// True if the file, after every symbolic link, lies in the folder. False where either is missing.
  static func isInside(_ path: String, folder: String) -> Bool {
    guard let real = DefinitionFile.realPath(path), let root = DefinitionFile.realPath(folder) else { return false }
    return real.hasPrefix(root.hasSuffix("/") ? root : root + "/")
  }
}
