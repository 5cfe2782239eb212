import ShihyoModel

/// Whether and how a figure stands in a cell as a real number that shows exactly the digits of the paper.
///
/// The cell holds the printed number, not the exact one behind it: what a reader sees, copies or sums is what the paper says.
enum NumberLook {
  /// Spreadsheets keep 15 significant digits; more would be changed without a sign.
  static let significantDigits = 15

  /// Whether a spreadsheet keeps all of these digits.
  static func holds(_ digits: String) -> Bool {
    let whole = digits.split(separator: ".", omittingEmptySubsequences: false)
    var significant = digits.unicodeScalars.filter { ("0"..."9").contains($0) }.drop { $0 == "0" }
    while significant.last == "0" { significant.removeLast() }
    return significant.count <= significantDigits && (whole.count < 2 || whole[1].utf8.count <= 30)
  }

  /// `#,##0.0;"△"#,##0.0` for one decimal in Japanese; the unit follows where the column has none of its own.
  ///
  /// A unit for which a number format has no room is cut with a sign.
  static func format(_ digits: String, language: Language, unit: String? = nil) -> String {
    let bare = pattern(digits, language, unit: "")
    guard let unit else { return bare }
    let room = (LibraryLimits.formatBytes - bare.utf8.count) / 2 - 2
    let words = LibraryLimits.cut(safe(UnitText.beside(unit, language)), to: room) { String($0).utf8.count }
    return pattern(digits, language, unit: "\"" + words + "\"")
  }

  private static func pattern(_ digits: String, _ language: Language, unit: String) -> String {
    let point = digits.unicodeScalars.firstIndex(of: ".")
    let decimals = point.map { digits.unicodeScalars.distance(from: $0, to: digits.unicodeScalars.endIndex) - 1 } ?? 0
    let positive = "#,##0" + (decimals > 0 ? "." + String(repeating: "0", count: decimals) : "") + unit
    return language == .ja ? positive + ";\"△\"" + positive : positive + ";\\-" + positive
  }

  /// Without grouping and in neutral form, as the ledger spells it.
  static func neutralFormat(_ digits: String) -> String {
    guard let point = digits.firstIndex(of: ".") else { return "0" }
    return "0." + String(repeating: "0", count: digits[point...].utf8.count - 1)
  }

  private static func safe(_ text: String) -> String {
    CellText.make(text).unicodeScalars.map { $0 == "\"" ? "”" : String($0) }.joined()
  }
}
