/// Measures added and subtracted: `sum(a)+sum(b)-count`. One measure alone is a sum of one term.
public struct SignedSum: Hashable, Sendable {
  public struct Term: Hashable, Sendable {
    public var isNegative: Bool
    public var measure: Measure
    public init(_ measure: Measure, isNegative: Bool = false) {
      self.measure = measure
      self.isNegative = isNegative
    }
  }

  /// In the order written; at least one.
  public var terms: [Term]

  public init(_ terms: [Term]) { self.terms = terms }
  public init(_ measure: Measure) { self.init([Term(measure)]) }

  /// `sum(a)+sum(b)-count`
  public var machineName: String {
    var name = ""
    for term in terms {
      if term.isNegative { name += "-" } else if !name.isEmpty { name += "+" }
      name += term.measure.machineName
    }
    return name
  }
}

/// What a ratio says (design.md, section 1): the same pair reads as +98.4 %, 1.98 times, 50.4 % or 33.5 per cent.
public enum RatioKind: Hashable, Sendable {
  /// 構成比: numerator / denominator × 100, the numerator being part of the denominator.
  case share
  /// 倍率: numerator / denominator.
  case multiple
  /// 増減率: (numerator − denominator) / denominator × 100; the numerator is now, the denominator before.
  case change
  /// 率: numerator / denominator × base, for example per 1000 people.
  case rate(base: ExactDecimal)

  /// `share`, `multiple`, `change`, `rate(1000)`
  public var machineName: String {
    switch self {
    case .share: "share"
    case .multiple: "multiple"
    case .change: "change"
    case .rate(let base): "rate(\(base))"
    }
  }
}

/// `KIND:NUM/DEN`, or `NAME=KIND:NUM/DEN`. Without a kind the caller refuses it and shows the readings.
public struct RatioExpression: Hashable, Sendable {
  /// What the user calls it: heading and column name of every output. nil: it is called by what it divides.
  public var name: String?
  /// nil: not declared.
  public var kind: RatioKind?
  public var numerator: SignedSum
  public var denominator: SignedSum

  public init(name: String? = nil, kind: RatioKind?, numerator: SignedSum, denominator: SignedSum) {
    self.name = name
    self.kind = kind
    self.numerator = numerator
    self.denominator = denominator
  }

  /// `share:sum(a)/sum(b)`, without the name.
  public var machineName: String {
    (kind.map { $0.machineName + ":" } ?? "") + numerator.machineName + "/" + denominator.machineName
  }
}
