/// Lengths of period that a key can be grouped at. Quarter and half are of the fiscal year (April to March).
public enum Grain: String, Hashable, Sendable, CaseIterable {
  case day, month, quarter, half
  case fiscalYear = "fiscal-year"
  case calendarQuarter = "calendar-quarter"
  case calendarYear = "calendar-year"

  /// Months in one period; 0 for a day.
  public var months: Int {
    switch self {
    case .day: 0
    case .month: 1
    case .quarter, .calendarQuarter: 3
    case .half: 6
    case .fiscalYear, .calendarYear: 12
    }
  }

  /// The Japanese word in a heading and, as typed, in place of the raw value (`利用日:四半期`): letters only.
  public var word: String { self == .calendarQuarter ? "暦年四半期" : label.ja }

  /// - Parameter word: `quarter` or 四半期.
  /// - Returns: nil for any other word.
  public init?(word: String) {
    guard let grain = Self.allCases.first(where: { $0.rawValue == word || $0.word == word }) else { return nil }
    self = grain
  }
}
