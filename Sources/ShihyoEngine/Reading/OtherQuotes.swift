/// Signs around a cell that other programs write for quotes; to CSV they are a part of the cell.
enum OtherQuotes {
  private static let pairs: [(Character, Character)] = [
    ("'", "'"), ("`", "`"), ("“", "”"), ("”", "”"), ("‘", "’"), ("„", "“"), ("«", "»"), ("＂", "＂"), ("＇", "＇"),
    ("´", "´"),
  ]

  /// The opening sign; nil where there is none.
  static func sign(around text: String) -> String? {
    guard let first = text.first, let last = text.last, text.count > 1 else { return nil }
    return pairs.contains { $0 == first && $1 == last } ? String(first) : nil
  }
}
