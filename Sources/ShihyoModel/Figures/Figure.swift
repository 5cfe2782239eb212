/// One number that is, or could be, published: its exact value, what it is a quotient of, and how it is printed.
///
/// - Missing: a figure without a value keeps the common reason of its cells, or says why it is undefined.
/// - Rounding: once, from the exact value; every renderer prints the same digits (`printed`, `machineSpelling`).
public struct Figure: Hashable, Sendable {
  public enum Value: Hashable, Sendable {
    case exact(Rational)
    /// A decimal that keeps its trailing zeros: counts, sums, extremes.
    case decimal(ExactDecimal)
    /// Irrational results only (Wilson, √, p); marked so in outputs.
    case approximate(Double)
    /// A text extreme.
    case text(String)
    case date(CalendarDate)
    case absent(Reason)
    /// No value by definition, for example a share of 0; says why.
    case undefined(Bilingual)
  }
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    case count, sum, mean, median, quantile, minimum, maximum, distinct
    case share, multiple, change, rate, points, difference, index
  }

  public var id: FigureID?
  public var kind: Kind
  public var value: Value
  /// As printed beside or above it: 件, ％, 倍; nil where none is known.
  public var unit: String?
  public var numerator: ExactDecimal?
  public var denominator: ExactDecimal?
  /// Records or cells behind the figure.
  public var n: Int?
  /// Digits asked for by name; nil: text uses `textDigits`, machine output the exact spelling.
  public var digits: Int?
  public var textDigits: Int
  public var rounding: RoundingMode
  public var marks: Marks
  public var reasons: ReasonCounts
  /// What it is, in words.
  public var definition: Bilingual?

  public init(
    id: FigureID? = nil, kind: Kind, value: Value, unit: String? = nil, numerator: ExactDecimal? = nil,
    denominator: ExactDecimal? = nil, n: Int? = nil, digits: Int? = nil, textDigits: Int = 0,
    rounding: RoundingMode = .halfUp, marks: Marks = [], reasons: ReasonCounts = ReasonCounts(),
    definition: Bilingual? = nil
  ) {
    self.id = id
    self.kind = kind
    self.value = value
    self.unit = unit
    self.numerator = numerator
    self.denominator = denominator
    self.n = n
    self.digits = digits
    self.textDigits = textDigits
    self.rounding = rounding
    self.marks = marks
    self.reasons = reasons
    self.definition = definition
  }
}
