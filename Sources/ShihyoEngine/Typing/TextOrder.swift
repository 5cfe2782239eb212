import ShihyoModel

/// Whether the order of the texts of an undeclared column is the order of what they mean: of dates of one width it is, of 9 and
/// 10 beside a word it is not.
///
/// - Cost: a text is read once per shape; 2025-04-01 and 2025-09-30 are of one.
struct TextOrder: Sendable {
  private struct First: Sendable {
    let text: String
    let place: Place
  }

  private static let mostShapes = 16
  private var firstText: First?
  /// With 9 for every digit.
  private var shapes: Set<String> = []
  /// All texts so far are dates, periods or clock times.
  private(set) var areTimes = true

  var first: (text: String, place: Place)? { firstText.map { ($0.text, $0.place) } }
  /// Whether comparing the texts compares what they mean.
  var isTrue: Bool { areTimes && shapes.count < 2 }

  /// Notes a cell that is no number.
  mutating func note(_ text: String, at place: Place) {
    if firstText == nil { firstText = First(text: text, place: place) }
    guard areTimes, shapes.count < Self.mostShapes else { return }
    guard shapes.insert(Self.shape(text)).inserted else { return }
    guard let traits = FormTally.traits(of: text), traits.plainTime != nil || traits.kind == .clock else {
      return areTimes = false
    }
  }

  /// Adds what a later part of the input has noted.
  ///
  /// - Parameter place: of the other's first text, where it was not known there.
  mutating func merge(_ other: TextOrder, at place: @autoclosure () -> Place? = nil) {
    guard let first = other.firstText else { return }
    if firstText == nil { firstText = First(text: first.text, place: place() ?? first.place) }
    shapes.formUnion(other.shapes)
    areTimes = areTimes && other.areTimes
  }

  private static func shape(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.map { ("0"..."9").contains($0) ? "9" : $0 }))
  }
}

extension PartialResult {
  /// A warning for every undeclared column of which a query has found extremes by comparing texts whose order says nothing.
  func comparedAsText(_ query: Int) -> [Finding] {
    var seen: [Int] = []
    for aggregate in tables[query].plan.aggregates {
      switch aggregate.aggregate {
      case .min, .max: if let measure = aggregate.measure, !seen.contains(measure) { seen.append(measure) }
      case .count, .countValues, .sum: break
      }
    }
    return seen.compactMap { measures[$0].comparedAsText }
  }
}

extension MeasureReader {
  fileprivate var comparedAsText: Finding? {
    guard readings == .numberOrText else { return nil }
    var found: (cause: QueryRule.TextCause, text: String, place: Place)?
    if let first = textOrder.first {
      let hasNumbers = units.hasBare || units.carriesUnit
      if textOrder.isTrue, !hasNumbers { return nil }
      found = (textOrder.areTimes && !hasNumbers ? .times : .words, first.text, first.place)
    } else if units.isMixed, let conflict = units.conflicts.first {
      found = (.units, conflict.text ?? "", conflict.place)
    }
    guard let found else { return nil }
    let isPersonal = column.field?.isPersonal == true
    let text = isPersonal ? "" : found.text
    let rule = QueryRule.comparedAsText(
      column: column.name, cause: found.cause, text: text, line: found.place.line ?? 0)
    return Finding(rule, at: found.place, text: isPersonal ? nil : text)
  }
}
