public import ShihyoModel

/// The difference of two independent shares with Newcombe's interval.
///
/// - Units: fractions of 1 (0.05 is 5 points); `difference` is first − second, exact.
/// - Source: statistics.md, section 4 (Newcombe 1998, Stat. Med. 17:873, method 10, no continuity correction).
public struct ProportionDifference: Hashable, Sendable {
  public let difference: Rational
  /// Hybrid of both Wilson intervals; inside −1…1.
  public let interval: ConfidenceInterval

  /// - Shape: `first` and `second` are different people; before and after of the same people is another question.
  /// - Errors: those of `Proportion.wilson`.
  public init(
    _ first: Proportion, minus second: Proportion, _ confidence: Confidence = .percent95,
    populations: (first: Int?, second: Int?) = (nil, nil)
  ) throws(StatisticsRule) {
    let one = try first.wilson(confidence, population: populations.first)
    let other = try second.wilson(confidence, population: populations.second)
    let p1 = first.share.nearestDouble
    let p2 = second.share.nearestDouble
    difference = first.share - second.share
    let centre = difference.nearestDouble
    let down = hypotenuse(p1 - one.lower, other.upper - p2)
    let up = hypotenuse(one.upper - p1, p2 - other.lower)
    interval = ConfidenceInterval(lower: max(-1, centre - down), upper: min(1, centre + up))
  }

  /// Whether 0 is outside the interval, so that the shares differ at this level of confidence.
  public var excludesZero: Bool { interval.lower > 0 || interval.upper < 0 }
}

private func hypotenuse(_ a: Double, _ b: Double) -> Double { (a * a + b * b).squareRoot() }
