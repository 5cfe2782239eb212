public import ShihyoModel

/// Why an analysis has no answer: it was asked something that its numbers cannot mean.
///
/// What is missing in the question is a usage error (64); what the data itself rules out is a data error (65).
public enum AnalysisRule: FindingRule {
  /// A ratio without a kind; the readings are computed from the numbers.
  case undeclaredRatio(RatioReadings)
  /// A rate was to be summed or averaged.
  case rateNotAdditive(measure: String)
  /// A stock was to be summed although one group holds several times.
  case stockOverTime(measure: String, timeColumn: String, group: String)
  /// A figure of numbers was asked of a column that holds texts.
  case notNumeric(measure: String)
  /// A share of two different things, such as a mean in a sum.
  case shareOfAnother(numerator: String, denominator: String)
  /// Amounts of different units were to be added or compared.
  case unitsDiffer(first: String, second: String)
  /// An exact sum left the range of the arithmetic.
  case overflow(measure: String)
  /// Shares of several answers were to add up to 100.
  case overlappingSum(column: String)
  /// One key stands for several records of an assessment.
  case duplicateKey(input: String, key: String, records: Int)
  /// Inputs whose figures may not share a table, such as fictional and real ones.
  case mixedNotices([NoticedInput])
  /// The rank named as complete is not among the ranks.
  case unknownRank(name: String, known: [String])

  public var code: String {
    switch self {
    case .undeclaredRatio: "ratio.undeclared"
    case .rateNotAdditive: "measure.rate-not-additive"
    case .stockOverTime: "measure.stock-over-time"
    case .notNumeric: "measure.not-numeric"
    case .shareOfAnother: "ratio.share-of-another"
    case .unitsDiffer: "measure.units-differ"
    case .overflow: "measure.overflow"
    case .overlappingSum: "shares.overlapping-sum"
    case .duplicateKey: "ranks.duplicate-key"
    case .mixedNotices: "input.mixed-notices"
    case .unknownRank: "ranks.unknown-rank"
    }
  }

  /// What the command line is to answer with.
  public var failure: FailureKind {
    switch self {
    case .undeclaredRatio, .rateNotAdditive, .unitsDiffer, .shareOfAnother, .overlappingSum, .mixedNotices,
      .unknownRank:
      .usage
    case .stockOverTime, .notNumeric, .overflow, .duplicateKey: .data
    }
  }

  public static var examples: [AnalysisRule] {
    [
      .undeclaredRatio(
        RatioReadings(
          RatioExpression(kind: nil, numerator: SignedSum(.count), denominator: SignedSum(.count)), values: nil)),
      .rateNotAdditive(measure: "mean(稼働率)"),
      .stockOverTime(measure: "sum(人口)", timeColumn: "年月", group: "門司区"),
      .notNumeric(measure: "median(区)"), .shareOfAnother(numerator: "mean(利用)", denominator: "sum(可能)"),
      .unitsDiffer(first: "円", second: "人"), .overflow(measure: "sum(金額)"),
      .overlappingSum(column: "参加理由"),
      .mixedNotices([
        NoticedInput(name: "mihon-centres/use", notice: Bilingual(ja: "架空データ", en: "Fictional data")),
        NoticedInput(name: "centres.csv", notice: nil),
      ]),
      .duplicateKey(input: "ranks.csv", key: "門司・4", records: 2), .unknownRank(name: "4", known: ["3", "2", "1"]),
    ]
  }
}

extension Findings {
  /// The failure of an analysis: all its rules, with the exit that the gravest of them asks for.
  init(_ rules: [AnalysisRule]) {
    let kind: FailureKind = rules.contains { $0.failure == .data } ? .data : .usage
    self.init(rules.map { Finding($0) }, kind: kind)
  }
}
