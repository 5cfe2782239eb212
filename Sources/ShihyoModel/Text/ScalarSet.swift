/// A set of characters as a pattern writes it: `[0-9A-F]`, `\d`, `\p{Lu}`, `[^,]`.
struct ScalarSet: Hashable, Sendable {
  enum Class: Hashable, Sendable {
    case digit, word, space
    /// A general category by its short name: `L`, `Lu`, `Nd`.
    case category(String)
    case block(ClosedRange<UInt32>)
  }
  struct Member: Hashable, Sendable {
    var test: Class
    var isNegated: Bool
  }

  var ranges: [ClosedRange<UInt32>] = []
  var members: [Member] = []
  var isNegated = false

  init(_ scalar: Unicode.Scalar) { ranges = [scalar.value...scalar.value] }
  init(_ test: Class, isNegated: Bool = false) { members = [Member(test: test, isNegated: isNegated)] }
  init() {}

  /// Everything but a line end, which is what `.` means.
  static let anyButLineEnd: ScalarSet = {
    var set = ScalarSet()
    set.ranges = [0x0A...0x0A, 0x0D...0x0D]
    set.isNegated = true
    return set
  }()

  func contains(_ scalar: Unicode.Scalar) -> Bool {
    let isListed =
      ranges.contains { $0.contains(scalar.value) } || members.contains { $0.test.contains(scalar) != $0.isNegated }
    return isListed != isNegated
  }
}

extension ScalarSet.Class {
  /// What stands in `\p{…}`: a category, or one of the Japanese scripts by the name of its block.
  init?(property name: String) {
    switch name {
    case "IsHiragana", "Hiragana": self = .block(0x3040...0x309F)
    case "IsKatakana", "Katakana": self = .block(0x30A0...0x30FF)
    case "IsCJKUnifiedIdeographs", "Han": self = .block(0x4E00...0x9FFF)
    case "IsHalfwidthandFullwidthForms": self = .block(0xFF00...0xFFEF)
    case "IsBasicLatin": self = .block(0...0x7F)
    default:
      guard Self.categories.contains(name) else { return nil }
      self = .category(name)
    }
  }

  private static let categories: Set<String> = [
    "L", "Lu", "Ll", "Lt", "Lm", "Lo", "M", "Mn", "Mc", "Me", "N", "Nd", "Nl", "No", "P", "Pc", "Pd", "Ps", "Pe", "Pi",
    "Pf", "Po", "S", "Sm", "Sc", "Sk", "So", "Z", "Zs", "Zl", "Zp", "C", "Cc", "Cf", "Co", "Cn",
  ]

  func contains(_ scalar: Unicode.Scalar) -> Bool {
    switch self {
    case .digit: scalar.properties.generalCategory == .decimalNumber
    case .word: scalar == "_" || ["L", "N", "M"].contains(Self.category(of: scalar).prefix(1))
    case .space: scalar.properties.isWhitespace
    case .category(let name): Self.category(of: scalar).hasPrefix(name)
    case .block(let range): range.contains(scalar.value)
    }
  }

  private static func category(of scalar: Unicode.Scalar) -> String {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter: "Lu"
    case .lowercaseLetter: "Ll"
    case .titlecaseLetter: "Lt"
    case .modifierLetter: "Lm"
    case .otherLetter: "Lo"
    case .nonspacingMark: "Mn"
    case .spacingMark: "Mc"
    case .enclosingMark: "Me"
    case .decimalNumber: "Nd"
    case .letterNumber: "Nl"
    case .otherNumber: "No"
    case .connectorPunctuation: "Pc"
    case .dashPunctuation: "Pd"
    case .openPunctuation: "Ps"
    case .closePunctuation: "Pe"
    case .initialPunctuation: "Pi"
    case .finalPunctuation: "Pf"
    case .otherPunctuation: "Po"
    case .mathSymbol: "Sm"
    case .currencySymbol: "Sc"
    case .modifierSymbol: "Sk"
    case .otherSymbol: "So"
    case .spaceSeparator: "Zs"
    case .lineSeparator: "Zl"
    case .paragraphSeparator: "Zp"
    case .control: "Cc"
    case .format: "Cf"
    case .privateUse: "Co"
    case .surrogate, .unassigned: "Cn"
    @unknown default: "Cn"
    }
  }
}
