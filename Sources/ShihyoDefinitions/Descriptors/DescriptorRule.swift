public import ShihyoModel

/// What can be wrong with a `datapackage.json` whose JSON is sound.
public enum DescriptorRule: FindingRule {
  case wrongType(key: String, expected: JSONKind)
  case missingKey(String)
  case emptyValue(key: String)
  /// Inside `shihyo` and `constraints`, where a key that nobody knows would be dropped in silence.
  case unknownKey(String, nearest: String?, allowed: [String])
  case unknownValue(key: String, value: String, nearest: String?, allowed: [String])
  case notYetSupported(key: String)
  case unsupportedValue(key: String, supported: String)
  case outOfRange(key: String, range: ClosedRange<Int>)
  case duplicateName(String)
  /// `known`: the columns that there are.
  case unknownField(String, nearest: String?, known: [String] = [])
  case unknownResource(String, nearest: String?)
  case foreignKeyLength
  case pathIsAddress
  case pathNotRelative
  case pathHasBackslash
  case pathLeavesFolder
  case patternTooLong(limit: Int)
  case badPattern
  case unknownUnit
  case unknownEncoding
  case badHash
  case slashInName
  case unusualName
  case ownTypeAtStandardLevel(String)
  case formatNotChecked
  case headerRowsNeedDialect
  /// One of these keys, and only one, must be written.
  case oneOf([String])
  case wrongLength(key: String, expected: Int)

  /// What a key wants.
  public enum JSONKind: Hashable, Sendable, CaseIterable {
    case string, boolean, wholeNumber, number, list, object, text, stringOrList, stringOrObject, rows

    var words: Bilingual {
      switch self {
      case .string: Bilingual(ja: "\"…\" で囲んだ文字列", en: "a text in double quotes")
      case .boolean: Bilingual(ja: "true か false", en: "true or false")
      case .wholeNumber: Bilingual(ja: "0以上の整数", en: "a whole number, 0 or more")
      case .number: Bilingual(ja: "数", en: "a number")
      case .list: Bilingual(ja: "[ ] で囲んだリスト", en: "a list in [ ]")
      case .object: Bilingual(ja: "{ } で囲んだ項目", en: "an object in { }")
      case .text: Bilingual(ja: "文字列、数、true か false", en: "a text, a number, true or false")
      case .stringOrList: Bilingual(ja: "文字列か、文字列のリスト", en: "a text or a list of texts")
      case .stringOrObject: Bilingual(ja: "文字列か、{ } で囲んだ項目", en: "a text or an object in { }")
      case .rows: Bilingual(ja: "3 や \"2-3\" のような行の番号", en: "row numbers such as 3 or \"2-3\"")
      }
    }
  }

  public var severity: Finding.Severity {
    switch self {
    case .unusualName, .formatNotChecked, .headerRowsNeedDialect: .warning
    default: .error
    }
  }

  public var code: String {
    switch self {
    case .wrongType: "descriptor.wrong-type"
    case .missingKey: "descriptor.missing-key"
    case .emptyValue: "descriptor.empty-value"
    case .unknownKey: "descriptor.unknown-key"
    case .unknownValue: "descriptor.unknown-value"
    case .notYetSupported: "descriptor.not-yet-supported"
    case .unsupportedValue: "descriptor.unsupported-value"
    case .outOfRange: "descriptor.out-of-range"
    case .duplicateName: "descriptor.duplicate-name"
    case .unknownField: "descriptor.unknown-field"
    case .unknownResource: "descriptor.unknown-resource"
    case .foreignKeyLength: "descriptor.foreign-key-length"
    case .pathIsAddress: "descriptor.path-is-address"
    case .pathNotRelative: "descriptor.path-not-relative"
    case .pathHasBackslash: "descriptor.path-has-backslash"
    case .pathLeavesFolder: "descriptor.path-leaves-folder"
    case .patternTooLong: "descriptor.pattern-too-long"
    case .badPattern: "descriptor.bad-pattern"
    case .unknownUnit: "descriptor.unknown-unit"
    case .unknownEncoding: "descriptor.unknown-encoding"
    case .badHash: "descriptor.bad-hash"
    case .slashInName: "descriptor.slash-in-name"
    case .unusualName: "descriptor.unusual-name"
    case .ownTypeAtStandardLevel: "descriptor.own-type-at-standard-level"
    case .formatNotChecked: "descriptor.format-not-checked"
    case .headerRowsNeedDialect: "descriptor.header-rows-need-dialect"
    case .oneOf: "descriptor.one-of"
    case .wrongLength: "descriptor.wrong-length"
    }
  }

  /// A name that is none of the columns: with the nearest of them, or all that there are.
  package static func unknownField(_ name: String, in known: [String]) -> DescriptorRule {
    .unknownField(name, nearest: NearestName.find(name, in: known), known: known)
  }

  public static var examples: [DescriptorRule] {
    [
      .wrongType(key: "name", expected: .string), .missingKey("name"), .emptyValue(key: "path"),
      .unknownKey("unti", nearest: "unit", allowed: ["unit", "role"]),
      .unknownValue(key: "role", value: "kye", nearest: "key", allowed: ["key", "measure"]),
      .notYetSupported(key: "unpivot"), .unsupportedValue(key: "quoteChar", supported: "\""),
      .outOfRange(key: "decimals", range: 0...9), .duplicateName("区"),
      .unknownField("区名", nearest: nil, known: ["区", "年月", "利用者数"]),
      .unknownResource("rank", nearest: "ranks"), .foreignKeyLength, .pathIsAddress, .pathNotRelative,
      .pathHasBackslash, .pathLeavesFolder, .patternTooLong(limit: 500), .badPattern, .unknownUnit, .unknownEncoding,
      .badHash, .slashInName, .unusualName, .ownTypeAtStandardLevel("period"), .formatNotChecked,
      .headerRowsNeedDialect, .oneOf(["value", "values", "path"]), .wrongLength(key: "man1", expected: 2),
    ]
  }
}
