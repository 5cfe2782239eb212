public import ShihyoModel

/// A sentence: text, figures and words of the run. A renderer escapes it; nothing in it is markup.
///
///     {centre.rate}  {centre.rate[区分=有償]}  {centre.rate@FY2023}  {centre.rate:year-ago}  {centre.rate@last-12:trend}
///     {period}  {{ and }} for braces
public struct ReportText: Hashable, Sendable {
  public enum Piece: Hashable, Sendable {
    case text(String)
    case figure(FigureReference)
    /// `period`, the name of a parameter; in the cases of a movement `now`, `before`, `change`.
    case word(String)
  }

  public var pieces: [Piece]
  public var place: Place

  package init(pieces: [Piece], place: Place) {
    self.pieces = pieces
    self.place = place
  }
}

/// A figure that a sentence or a table names.
public struct FigureReference: Hashable, Sendable {
  public var metric: String
  /// Column → value, for a metric within one group.
  public var dimensions: [Condition]
  public var period: PeriodReference?
  /// The change against another period instead of the figure itself.
  public var comparison: PeriodComparison?
  /// How sure the figure is, instead of the figure itself.
  public var aspect: FigureAspect?
  /// Of the placeholder in its sentence; nil where the figure has a key of its own.
  public var place: Place?
}

/// What a report can say about a figure: `{users.share:lower}`, `{users.share:upper}`, `{users.all@last-12:trend}`.
public enum FigureAspect: String, Hashable, Sendable, CaseIterable {
  /// Ends of the 95 % interval of a share (Wilson).
  case lower, upper
  /// Whether the values of the periods rise or fall, in words.
  case trend
}

public enum PeriodComparison: String, Hashable, Sendable, CaseIterable {
  /// 前期比
  case previous
  /// 前年同期比
  case yearAgo = "year-ago"
}

/// A period as a report names it.
public enum PeriodReference: Hashable, Sendable {
  /// That of the run.
  case report
  case previous
  case yearAgo
  /// The fiscal year that holds that of the run.
  case fiscalYear
  /// That of the run and those before it, this many in all.
  case last(Int)
  /// The last quarter in the data with all its months.
  case latestQuarter
  case fixed(Period)

  static let words = ["period", "previous", "year-ago", "fiscal-year", "latest-quarter", "last-N"]

  /// `latest-quater` → `latest-quarter`, `last6` → `last-6`, `FY2025Q5` → `FY2025Q4`; nil where nothing is near.
  package static func nearest(to text: String) -> String? {
    let digits = String(text.reversed().prefix { $0.isASCII && $0.isNumber }.reversed())
    if text.lowercased().hasPrefix("last"), PeriodReference("last-" + digits) != nil { return "last-" + digits }
    let upper = text.uppercased()
    for (letter, last) in [("Q", "4"), ("H", "2")] {
      guard let place = upper.lastIndex(of: Character(letter)) else { continue }
      let corrected = String(upper[..<place]) + letter + last
      if upper != corrected, PeriodReference(corrected) != nil { return corrected }
    }
    return NearestName.find(text, in: words.filter { $0 != "last-N" })
  }

  /// nil where it is neither one of the words nor a period in any spelling.
  public init?(_ text: String) {
    switch text {
    case "period": self = .report
    case "previous": self = .previous
    case "year-ago": self = .yearAgo
    case "fiscal-year": self = .fiscalYear
    case "latest-quarter": self = .latestQuarter
    default:
      if text.hasPrefix("last-"), let count = Int(text.dropFirst(5)), (1...100).contains(count) {
        self = .last(count)
      } else if let period = Period(machineSpelling: text) {
        self = .fixed(period)
      } else if case .period(let period)? = try? TimeGrammar().read(text).value {
        self = .fixed(period)
      } else {
        return nil
      }
    }
  }
}
