import ShihyoModel

/// What a spreadsheet leaves of a text that it took for a date or a number, or of a formula that failed.
enum SpreadsheetDamage {
  /// nil where nothing looks damaged.
  static func rule(for text: String) -> CheckRule? {
    // Most cells are too long or begin with a letter that none of these has.
    guard (3...14).contains(text.utf8.count), let first = text.utf8.first, first < 0x80 else { return nil }
    if text.utf8.first == UInt8(ascii: "#") {
      return errors.contains(text) || isTooNarrow(text) ? .spreadsheetError : nil
    }
    if let (month, day) = monthAndDay(text) { return .spreadsheetDate(month: month, day: day) }
    return isShortenedNumber(text) ? .spreadsheetNumber : nil
  }

  private static let errors: Set<String> = [
    "#REF!", "#N/A", "#DIV/0!", "#VALUE!", "#NAME?", "#NUM!", "#NULL!", "#SPILL!", "#CALC!",
  ]

  private static func isTooNarrow(_ text: String) -> Bool { text.utf8.allSatisfy { $0 == UInt8(ascii: "#") } }

  /// 5月9日, 9-May, May-09: what becomes of 5-9.
  private static func monthAndDay(_ text: String) -> (Int, Int)? {
    let pieces = text.split(omittingEmptySubsequences: false) { $0 == "月" || $0 == "日" || $0 == "-" }.map(String.init)
    if text.hasSuffix("日"), text.contains("月"), pieces.count == 3, pieces[2].isEmpty {
      return plausible(number(pieces[0]), number(pieces[1]))
    }
    guard pieces.count == 2 else { return nil }
    if let month = month(pieces[0]) { return plausible(month, number(pieces[1])) }
    if let month = month(pieces[1]) { return plausible(month, number(pieces[0])) }
    return nil
  }

  private static func month(_ name: String) -> Int? {
    let months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
    return months.firstIndex(of: name.lowercased()).map { $0 + 1 }
  }

  private static func number(_ text: String) -> Int? {
    (1...2).contains(text.utf8.count) && text.utf8.allSatisfy { (0x30...0x39).contains($0) } ? Int(text) : nil
  }

  private static func plausible(_ month: Int?, _ day: Int?) -> (Int, Int)? {
    guard let month, let day, (1...12).contains(month), (1...31).contains(day) else { return nil }
    return (month, day)
  }

  /// 1.23E+11: digits, a point, E+ and two digits.
  private static func isShortenedNumber(_ text: String) -> Bool {
    let pieces = text.split(separator: "E+", omittingEmptySubsequences: false)
    guard pieces.count == 2, pieces[1].utf8.count == 2, Int(pieces[1]) != nil else { return false }
    return ExactDecimal(String(pieces[0])) != nil && pieces[0].utf8.count <= 8
  }
}
