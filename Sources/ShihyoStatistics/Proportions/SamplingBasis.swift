import ShihyoModel

/// How the answers came about, which decides whether a share has an interval at all.
///
/// - Source: domain.md, section 12; design.md (a full count gets no interval and no test).
public enum SamplingBasis: Hashable, Sendable {
  /// Everybody was counted: 全数のため区間なし.
  case fullCount
  /// Drawn by chance from so many people; nil where their number is unknown or very large.
  case sample(population: Int?)
  /// A form that anyone could answer: an interval would claim more than is known.
  case selfSelected
}

/// The intervals of a share that can be asked for by name.
public enum IntervalMethod: String, Hashable, Sendable, CaseIterable {
  case wilson
  case agrestiCoull = "agresti-coull"
  case clopperPearson = "clopper-pearson"
}

extension Proportion {
  /// The interval of this share under the way it was sampled.
  ///
  /// - Units: fractions of 1.
  /// - Parameter evenIfSelfSelected: gives self-selected answers the interval of a sample without end, for a reader who
  ///   asked for it by name; the caller prints that it describes sampling error only.
  /// - Errors: `fullCount` and `selfSelected` say why there is no interval; else those of the method.
  public func interval(
    _ basis: SamplingBasis, _ confidence: Confidence = .percent95, method: IntervalMethod = .wilson,
    evenIfSelfSelected: Bool = false
  ) throws(StatisticsRule) -> ConfidenceInterval {
    let population: Int?
    switch basis {
    case .fullCount: throw .fullCount
    case .sample(let known): population = known
    case .selfSelected:
      guard evenIfSelfSelected else { throw .selfSelected }
      population = nil
    }
    return switch method {
    case .wilson: try wilson(confidence, population: population)
    case .agrestiCoull: try agrestiCoull(confidence, population: population)
    case .clopperPearson: try clopperPearson(confidence, population: population)
    }
  }
}
