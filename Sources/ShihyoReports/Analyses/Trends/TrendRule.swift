public import ShihyoModel

/// Why a trend cannot be shown.
public enum TrendRule: FindingRule {
  case unknownComparison(nearest: String?)
  /// Contributions without groups.
  case contributionNeedsGroups
  /// Contributions of groups that share records.
  case contributionOverlaps(column: String)
  /// Several values of the measure do not add up to one.
  case notAdditive(measure: String, comparison: String)
  /// A stock was to be summed over the months of a year.
  case stockToDate(measure: String)
  /// One period of the grain holds several times of a stock.
  case stockInPeriod(measure: String, timeColumn: String, group: String)
  /// 年度累計 at the grain of a year.
  case toDateOfYears(Grain)
  case basePeriod(grain: Grain, first: String?, last: String?)
  case windowOutside
  /// A percentage has points of change, no growth.
  case growthOfRate(measure: String)
  /// The periods between the first and the last are too many to be meant.
  case tooManyPeriods(count: Int, first: String, last: String)
  /// No record has a time.
  case noPeriods(column: String)

  public var code: String {
    switch self {
    case .unknownComparison: "trend.unknown-comparison"
    case .contributionNeedsGroups: "trend.contribution-needs-groups"
    case .contributionOverlaps: "trend.contribution-overlaps"
    case .notAdditive: "trend.not-additive"
    case .stockToDate: "trend.stock-to-date"
    case .stockInPeriod: "trend.stock-in-period"
    case .toDateOfYears: "trend.to-date-of-years"
    case .basePeriod: "trend.base-period"
    case .windowOutside: "trend.window-outside"
    case .growthOfRate: "trend.growth-of-rate"
    case .tooManyPeriods: "trend.too-many-periods"
    case .noPeriods: "trend.no-periods"
    }
  }

  /// What the command line is to answer with.
  var failure: FailureKind {
    switch self {
    case .stockInPeriod, .tooManyPeriods, .noPeriods: .data
    default: .usage
    }
  }

  public static var examples: [TrendRule] {
    [
      .unknownComparison(nearest: "year-ago"), .unknownComparison(nearest: nil), .contributionNeedsGroups,
      .contributionOverlaps(column: "理由"), .notAdditive(measure: "median(時間)", comparison: "to-date"),
      .stockToDate(measure: "sum(人口)"), .stockInPeriod(measure: "sum(人口)", timeColumn: "年月", group: "FY2025Q2"),
      .toDateOfYears(.fiscalYear), .basePeriod(grain: .quarter, first: "FY2022Q1", last: "FY2025Q2"),
      .basePeriod(grain: .quarter, first: nil, last: nil), .windowOutside,
      .growthOfRate(measure: "share:sum(a)/sum(b)"),
      .tooManyPeriods(count: 36_500, first: "1925-04-01", last: "2025-03-31"), .noPeriods(column: "利用日"),
    ]
  }
}

extension Findings {
  init(_ rule: TrendRule, text: String? = nil) { self.init([Finding(rule, text: text)], kind: rule.failure) }
}
