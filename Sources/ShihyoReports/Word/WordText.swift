/// Text of the data on its way into a Word document.
enum WordText {
  /// What cannot be seen is made visible; U+FFFE and U+FFFF, which XML 1.0 forbids, become their number.
  static func plain(_ text: String) -> String {
    let visible = VisibleText.make(text)
    guard visible.unicodeScalars.contains(where: { $0.value == 0xFFFE || $0.value == 0xFFFF }) else { return visible }
    return visible.unicodeScalars.map { scalar in
      scalar.value == 0xFFFE || scalar.value == 0xFFFF
        ? "<U+" + String(scalar.value, radix: 16, uppercase: true) + ">" : String(scalar)
    }.joined()
  }

  /// For a part that Shihyo writes itself.
  static func markup(_ text: String) -> String { MarkupText.escaped(plain(text)) }
}
