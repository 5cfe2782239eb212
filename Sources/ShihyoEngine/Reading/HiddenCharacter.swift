/// Characters that nobody sees in a cell and that make two equal words differ: control, format and variation characters, and
/// U+FFFD, which a conversion leaves for what it lost.
enum HiddenCharacter {
  /// The first one of a text; line ends of a cell over several lines are none.
  static func first(in text: String) -> Unicode.Scalar? {
    if text.utf8.allSatisfy({ ($0 >= 0x20 && $0 < 0x7F) || $0 == 0x0A || $0 == 0x0D }) { return nil }
    var before: Unicode.Scalar = " "
    for scalar in text.unicodeScalars {
      if isHidden(scalar, after: before) { return scalar }
      before = scalar
    }
    return nil
  }

  /// The first 外字 of a text.
  static func firstPrivate(in text: String) -> Unicode.Scalar? {
    // In UTF-8 they begin with EE, EF or F3 and F4.
    if !text.utf8.contains(where: { $0 > 0xED }) { return nil }
    return text.unicodeScalars.first { $0.properties.generalCategory == .privateUse }
  }

  static func name(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }

  private static func isHidden(_ scalar: Unicode.Scalar, after before: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0A, 0x0D: false
    case 0..<0x20, 0x7F..<0xA0, 0xAD, 0x034F, 0x061C, 0x115F...0x1160, 0x17B4...0x17B5, 0x180B...0x180F,
      0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0x3164, 0xFEFF, 0xFFA0, 0xFFF0...0xFFFD, 0xE0000...0xE007F:
      true
    // Of a kanji, the form that a name asks for.
    case 0xFE00...0xFE02, 0xE0100...0xE01EF: !before.properties.isIdeographic
    case 0xFE03...0xFE0F: true
    default: false
    }
  }
}
