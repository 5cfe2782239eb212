public import ShihyoModel

/// Values by period, in order, gaps included.
///
/// - Shape: one point per period; `time` is the period's ordinal in its grain (year, quarter number), so that
///   neighbours differ by 1 and a jump is a missing period.
/// - Units: values of one unit; a stock and a flow are never in one series.
/// - Missing: a point without a value stays in its place; tests and slopes pass over it and keep its time.
/// - Source: statistics.md, section 7.
public struct TimeSeries: Hashable, Sendable {
  public struct Point: Hashable, Sendable {
    public var time: Int
    /// nil where the period has none.
    public var value: Rational?

    public init(time: Int, value: ExactDecimal?) { self.init(time: time, exact: value.map { Rational($0) }) }

    /// For means, rates and other quotients.
    public init(time: Int, exact value: Rational?) {
      self.time = time
      self.value = value
    }
  }

  public let points: [Point]

  /// - Errors: `periodsUnsorted`, `periodRepeated` with the position of the later point.
  public init(_ points: [Point]) throws(StatisticsRule) {
    for (index, point) in points.enumerated().dropFirst() {
      let before = points[index - 1].time
      guard point.time != before else { throw .periodRepeated(position: index + 1) }
      guard point.time > before else { throw .periodsUnsorted(position: index + 1) }
    }
    self.points = points
  }

  /// Values at 0, 1, 2, …
  public init(values: [ExactDecimal?]) {
    points = values.enumerated().map { Point(time: $0.offset, value: $0.element) }
  }

  /// The points that hold a value.
  public var observed: [(time: Int, value: Rational)] {
    points.compactMap { point in point.value.map { (time: point.time, value: $0) } }
  }

  /// The parts between breaks in the series (a changed definition): no trend crosses one.
  ///
  /// - Parameter starts: times at which a new part begins; those without a point change nothing.
  public func split(before starts: Set<Int>) -> [TimeSeries] {
    var parts: [[Point]] = []
    for point in points {
      if parts.isEmpty || starts.contains(point.time) { parts.append([]) }
      parts[parts.count - 1].append(point)
    }
    return parts.map { TimeSeries(sorted: $0) }
  }

  private init(sorted: [Point]) { points = sorted }
}
