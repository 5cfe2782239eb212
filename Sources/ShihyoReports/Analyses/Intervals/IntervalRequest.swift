import ShihyoDefinitions
import ShihyoModel
public import ShihyoStatistics

/// What is asked for beside each share: an interval, by which method, and of what the answers are a sample.
///
/// - Source: statistics.md, sections 3 and 4; domain.md, section 12.
public struct IntervalRequest: Hashable, Sendable {
  public var method: IntervalMethod
  public var confidence: Confidence
  /// Everybody who could have been drawn; nil: so many that it makes no difference, or unknown.
  public var population: Int?
  /// Gives self-selected answers an interval as if they had been drawn by chance; a note says that they were not.
  public var asIfRandom: Bool
  /// The group that all others are compared with; nil: two groups are compared with each other, more are not.
  public var against: String?

  public init(
    method: IntervalMethod = .wilson, confidence: Confidence = .percent95, population: Int? = nil,
    asIfRandom: Bool = false, against: String? = nil
  ) {
    self.method = method
    self.confidence = confidence
    self.population = population
    self.asIfRandom = asIfRandom
    self.against = against
  }

  /// Why answers that came about this way have no interval and no test; nil where they have one.
  func refusal(_ collection: CollectionMethod?) -> StatisticsRule? {
    switch collection {
    case .fullCount: .fullCount
    case .selfSelected: asIfRandom ? nil : .selfSelected
    case nil, .randomSample: nil
    }
  }

  /// 95％
  var percent: String { (Rational(confidence.level) * Rational(100)).machineSpelling }

  /// - Errors: `populationWithGroups`: one number cannot be the population of several groups; `againstNeedsGroups`.
  func check(by: [GroupKey]) throws(Findings) {
    var refused: [IntervalRule] = []
    if population != nil, !by.isEmpty { refused.append(.populationWithGroups) }
    if let population, population < 1 { refused.append(.populationBelowOne) }
    if against != nil, by.isEmpty { refused.append(.againstNeedsGroups) }
    if !refused.isEmpty { throw Findings(refused.map { Finding($0) }, kind: .usage) }
  }

  /// - Errors: `sampleAbovePopulation`.
  func check(sample: Rational?) throws(Findings) {
    guard let population, let sample, sample > Rational(population), let whole = Int(sample.numerator) else { return }
    let rule = StatisticsRule.sampleAbovePopulation(sample: whole, population: population)
    throw Findings([Finding(rule)], kind: .usage)
  }
}
