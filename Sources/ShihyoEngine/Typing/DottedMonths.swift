import ShihyoModel

/// Months with a point between year and month: which of them are written, to see an October whose zero is gone.
///
/// A spreadsheet takes 2024.10 for a number and keeps 2024.1. That is said of a year with 2024.1 and no 2024.10 where
/// November or December stands too, or September without February: 2024.1, 2024.2, 2024.3 are what they are.
/// - Parameter Stand: where a text stands.
/// - Memory: a word per year.
struct DottedMonths<Stand: Sendable>: Sendable {
  private struct Year: Sendable {
    /// Bits 1 to 12.
    var months: UInt16 = 0
    /// Where 2024.1 stands first.
    var january: (text: String, stand: Stand)?
  }

  private var years: [Int: Year] = [:]
  /// Some text is none of them.
  private(set) var hasOthers = false

  mutating func note(_ text: String, at stand: @autoclosure () -> Stand) {
    guard let (year, month, isBare) = Self.read(text) else { return hasOthers = true }
    years[year, default: Year()].months |= 1 << UInt16(month)
    guard month == 1, isBare else { return }
    if years[year]?.january == nil { years[year]?.january = (text, stand()) }
  }

  mutating func merge(_ other: DottedMonths) {
    hasOthers = hasOthers || other.hasOthers
    for (number, year) in other.years {
      years[number, default: Year()].months |= year.months
      if years[number]?.january == nil { years[number]?.january = year.january }
    }
  }

  /// Where a January stands that seems to have been an October, year by year.
  var suspects: [(text: String, stand: Stand)] {
    years.sorted { $0.key < $1.key }.compactMap { _, year in
      func has(_ month: UInt16) -> Bool { year.months & 1 << month != 0 }
      return !has(10) && (has(11) || has(12) || has(9) && !has(2)) ? year.january : nil
    }
  }

  /// 2024.1 and 2024.12; nil for anything else.
  private static func read(_ text: String) -> (year: Int, month: Int, isBare: Bool)? {
    guard (6...24).contains(text.utf8.count) else { return nil }
    let parts = TextFolding.fold(text).split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[0].utf8.count == 4, (1...2).contains(parts[1].utf8.count),
      let year = Int(parts[0]), (1868...2100).contains(year), let month = Int(parts[1]), (1...12).contains(month)
    else { return nil }
    return (year, month, parts[1].utf8.count == 1)
  }
}
