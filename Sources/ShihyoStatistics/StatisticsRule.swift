public import ShihyoModel

/// Why a pure function has no answer. The caller says which figure it was; these have no place in a file.
///
/// - Shape: positions, rows, columns and lists are numbered from 1, in the order in which the caller gave them.
/// - Source: statistics.md, the edge cases of each section.
public enum StatisticsRule: FindingRule, Error {
  /// Parts or weights add up to 0.
  case noWeight
  /// A part to be made to add up is below 0.
  case negativeWeight
  case noValues
  /// A quantile outside 0…1, as typed.
  case quantileOutside(ExactDecimal)
  /// More digits than the arithmetic carries.
  case tooManyDigits
  case negativeCount
  /// More answers than people who could answer.
  case countAboveBase
  /// A share of nobody.
  case noBase
  /// An infinite number, or none, where a formula needs doubles.
  case notFinite
  case confidenceOutside(ExactDecimal)
  case marginOfErrorOutside(ExactDecimal)
  case sampleAbovePopulation(sample: Int, population: Int)
  /// Everybody was counted, so nothing is uncertain by sampling.
  case fullCount
  /// Anyone could answer, so nothing was sampled.
  case selfSelected
  case lengthsDiffer(Int, Int)
  case raggedTable(row: Int)
  /// Fewer than two rows or columns with a count.
  case tableTooSmall
  case expectedZero(position: Int)
  /// A warning: the chi-square approximation is poor.
  case smallExpected(cells: Int)
  case periodsUnsorted(position: Int)
  case periodRepeated(position: Int)
  case tooShort(count: Int, needed: Int)
  /// No season of a seasonal series has values in enough years; `count` are those of its fullest.
  case seasonsTooShort(count: Int, needed: Int)
  /// More values than all pairs of them are worth comparing.
  case tooLong(Int, most: Int)
  /// All values are equal, so there is nothing to test or to divide by.
  case noVariation
  /// Growth from 0.
  case nothingBefore
  case negativeBase
  case windowOutside(Int)
  /// People in the population, nobody in the sample.
  case stratumEmpty(position: Int)
  /// Two lists of targets with different sums: the first list and list number `list`.
  case targetsDisagree(list: Int)
  /// A target above 0 that no cell can reach.
  case targetUnreachable(list: Int, position: Int)
  case notConverged(rounds: Int)
  case bracketsOverlap(position: Int)
  /// A rank that the declared order does not name.
  case unknownRank(position: Int)
  case roundingBaseOutside(Int)
  /// A hidden cell that stays recoverable, because what would protect it must be shown.
  case cannotProtect(row: Int, column: Int)
  /// Tables of three keys and more need a solver, and there is none.
  case solverMissing
  /// Published parts and totals contradict each other.
  case notAdditive

  public var severity: Finding.Severity {
    switch self {
    case .fullCount, .selfSelected: .note
    case .smallExpected: .warning
    default: .error
    }
  }

  public var code: String {
    switch self {
    case .noWeight: "statistics.no-weight"
    case .negativeWeight: "statistics.negative-weight"
    case .noValues: "statistics.no-values"
    case .quantileOutside: "statistics.quantile-outside"
    case .tooManyDigits: "statistics.too-many-digits"
    case .negativeCount: "statistics.negative-count"
    case .countAboveBase: "statistics.count-above-base"
    case .noBase: "statistics.no-base"
    case .notFinite: "statistics.not-finite"
    case .confidenceOutside: "statistics.confidence-outside"
    case .marginOfErrorOutside: "statistics.margin-of-error-outside"
    case .sampleAbovePopulation: "statistics.sample-above-population"
    case .fullCount: "statistics.full-count"
    case .selfSelected: "statistics.self-selected"
    case .lengthsDiffer: "statistics.lengths-differ"
    case .raggedTable: "statistics.ragged-table"
    case .tableTooSmall: "statistics.table-too-small"
    case .expectedZero: "statistics.expected-zero"
    case .smallExpected: "statistics.small-expected"
    case .periodsUnsorted: "statistics.periods-unsorted"
    case .periodRepeated: "statistics.period-repeated"
    case .tooShort: "statistics.too-short"
    case .seasonsTooShort: "statistics.seasons-too-short"
    case .tooLong: "statistics.too-long"
    case .noVariation: "statistics.no-variation"
    case .nothingBefore: "statistics.nothing-before"
    case .negativeBase: "statistics.negative-base"
    case .windowOutside: "statistics.window-outside"
    case .stratumEmpty: "statistics.stratum-empty"
    case .targetsDisagree: "statistics.targets-disagree"
    case .targetUnreachable: "statistics.target-unreachable"
    case .notConverged: "statistics.not-converged"
    case .bracketsOverlap: "statistics.brackets-overlap"
    case .unknownRank: "statistics.unknown-rank"
    case .roundingBaseOutside: "statistics.rounding-base-outside"
    case .cannotProtect: "statistics.cannot-protect"
    case .solverMissing: "statistics.solver-missing"
    case .notAdditive: "statistics.not-additive"
    }
  }

  public static var examples: [StatisticsRule] {
    let outside = ExactDecimal(coefficient: 15, decimals: 1)
    return [
      .noWeight, .negativeWeight, .noValues, .quantileOutside(outside), .tooManyDigits, .negativeCount,
      .countAboveBase, .noBase, .notFinite, .confidenceOutside(outside), .marginOfErrorOutside(outside),
      .sampleAbovePopulation(sample: 120, population: 100), .fullCount, .selfSelected, .lengthsDiffer(3, 4),
      .raggedTable(row: 2),
      .tableTooSmall, .expectedZero(position: 2), .smallExpected(cells: 3), .periodsUnsorted(position: 4),
      .periodRepeated(position: 4), .tooShort(count: 3, needed: 4), .seasonsTooShort(count: 2, needed: 3),
      .tooLong(3650, most: 1500), .noVariation, .nothingBefore, .negativeBase,
      .windowOutside(1), .stratumEmpty(position: 2), .targetsDisagree(list: 2),
      .targetUnreachable(list: 1, position: 3), .notConverged(rounds: 1000), .bracketsOverlap(position: 2),
      .unknownRank(position: 3), .roundingBaseOutside(0), .cannotProtect(row: 1, column: 2),
      .solverMissing, .notAdditive,
    ]
  }
}
