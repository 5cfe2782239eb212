/// One number that is, or could be, published: its exact value, what it is a quotient of, and how it is printed.
///
/// - Missing: a figure without a value keeps the common reason of its cells, or says why it is undefined.
/// - Rounding: once, from the exact value; every renderer prints the same digits (`printed`, `machineSpelling`).
public struct Figure: Hashable, Sendable {
  public enum Value: Hashable, Sendable {
    indirect case exact(Rational)
    /// A decimal that keeps its trailing zeros: counts, sums, extremes.
    case decimal(ExactDecimal)
    /// Irrational results only (Wilson, √, p); marked so in outputs.
    case approximate(Double)
    /// A text extreme.
    case text(String)
    case date(CalendarDate)
    case absent(Reason)
    /// No value by definition, for example a share of 0; says why.
    indirect case undefined(Bilingual)
  }
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    case count, sum, mean, median, quantile, minimum, maximum, distinct
    case share, multiple, change, rate, points, difference, index
  }

  public var id: FigureID? {
    get { background.first?.id }
    set { change { $0.id = newValue } }
  }
  public var kind: Kind
  public var value: Value
  /// As printed beside or above it: 件, ％, 倍; nil where none is known.
  public var unit: String?
  public var numerator: ExactDecimal? {
    get { background.first?.numerator }
    set { change { $0.numerator = newValue } }
  }
  public var denominator: ExactDecimal? {
    get { background.first?.denominator }
    set { change { $0.denominator = newValue } }
  }
  /// Records or cells behind the figure.
  public var n: Int?
  /// Digits asked for by name; nil: text uses `textDigits`, machine output the exact spelling.
  public var digits: Int?
  public var textDigits: Int
  public var rounding: RoundingMode
  public var marks: Marks
  public var reasons: ReasonCounts
  /// What it is, in words.
  public var definition: Bilingual? {
    get { background.first?.definition }
    set { change { $0.definition = newValue } }
  }
  /// One, or none where all of it is nil: there can be millions of figures, and few have any.
  private var background: [Background] = []

  public init(
    id: FigureID? = nil, kind: Kind, value: Value, unit: String? = nil, numerator: ExactDecimal? = nil,
    denominator: ExactDecimal? = nil, n: Int? = nil, digits: Int? = nil, textDigits: Int = 0,
    rounding: RoundingMode = .halfUp, marks: Marks = [], reasons: ReasonCounts = ReasonCounts(),
    definition: Bilingual? = nil
  ) {
    self.kind = kind
    self.value = value
    self.unit = unit
    self.n = n
    self.digits = digits
    self.textDigits = textDigits
    self.rounding = rounding
    self.marks = marks
    self.reasons = reasons
    guard id != nil || numerator != nil || denominator != nil || definition != nil else { return }
    background = [Background(id: id, numerator: numerator, denominator: denominator, definition: definition)]
  }

  private struct Background: Hashable, Sendable {
    var id: FigureID?
    var numerator: ExactDecimal?
    var denominator: ExactDecimal?
    var definition: Bilingual?
  }

  private mutating func change(_ body: (inout Background) -> Void) {
    var changed = background.first ?? Background()
    body(&changed)
    background = changed == Background() ? [] : [changed]
  }
}
