public import ShihyoModel

/// The straight line of least squares through points.
///
/// - Units: `slope` in y per x and `intercept` in y, both exact; the others are doubles.
/// - Source: statistics.md, section 7 (NIST StRD Norris).
public struct LeastSquares: Hashable, Sendable {
  public let slope: Rational
  public let intercept: Rational
  /// 1 − Σ residual² / Σ(y − ȳ)², exact; nil where all y are equal.
  public let determination: Rational?
  /// √(Σ residual² / (n − 2)); nil for two points.
  public let residualDeviation: Double?
  /// Standard errors of slope and intercept; nil for two points.
  public let slopeError: Double?
  public let interceptError: Double?

  /// - Missing: leave points without a value out.
  /// - Errors: `tooShort` below two points, `noVariation` where all x are equal.
  public init(_ points: [(x: ExactDecimal, y: ExactDecimal)]) throws(StatisticsRule) {
    guard points.count >= 2, let share = Rational(1, over: points.count) else {
      throw .tooShort(count: points.count, needed: 2)
    }
    let xs = points.map { Rational($0.x) }
    let ys = points.map { Rational($0.y) }
    let meanX = xs.total() * share
    let meanY = ys.total() * share
    let spreadX = xs.map { ($0 - meanX).squared }.total()
    let spreadY = ys.map { ($0 - meanY).squared }.total()
    slope = try zip(xs, ys).map { ($0 - meanX) * ($1 - meanY) }.total().divided(by: spreadX, else: .noVariation)
    intercept = meanY - slope * meanX
    let residual = spreadY - slope.squared * spreadX
    determination = (slope.squared * spreadX) / spreadY
    let variance = points.count > 2 ? residual / Rational(points.count - 2) : nil
    residualDeviation = variance?.squareRoot
    slopeError = variance.flatMap { $0 / spreadX }?.squareRoot
    let reach = share + (try meanX.squared.divided(by: spreadX, else: .noVariation))
    interceptError = variance.map { ($0 * reach).squareRoot }
  }
}
