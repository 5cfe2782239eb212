/// One column as the descriptor declares it. Everything but the name is optional; what is not declared is not assumed.
public struct Field: Hashable, Sendable {
  public enum ValueType: String, Hashable, Sendable, CaseIterable {
    case string, integer, number, boolean, date, year, yearmonth, datetime, time, any
    /// Of the `shihyo` key: a fiscal quarter, half or year, or any other period of domain.md, section 6.
    case period
    /// Of the `shihyo` key: an age bracket label.
    case ageBracket = "age-bracket"
  }
  public enum Role: String, Hashable, Sendable, CaseIterable { case key, measure, note, ignored }
  /// Whether values may be summed over time (flow), only at one instant (stock), or never (rate).
  public enum Additivity: String, Hashable, Sendable, CaseIterable { case flow, stock, rate }
  /// How a bare 令和5年 or R5 is read.
  public enum YearReading: String, Hashable, Sendable, CaseIterable { case fiscal, calendar }
  /// Order of day, month and year in `1/9/2021`.
  public enum DateOrder: String, Hashable, Sendable, CaseIterable {
    case yearMonthDay = "ymd"
    case monthDayYear = "mdy"
    case dayMonthYear = "dmy"
  }

  /// Whether labels that differ only after folding (spaces, width) are groups of their own.
  public enum LabelIdentity: String, Hashable, Sendable, CaseIterable { case exact, fold }

  public struct Constraints: Hashable, Sendable {
    public var required = false
    public var unique = false
    public var minimum: String?
    public var maximum: String?
    public var exclusiveMinimum: String?
    public var exclusiveMaximum: String?
    public var minLength: Int?
    public var maxLength: Int?
    public var pattern: String?
    public var enumeration: [String]?
    public init() {}
  }

  public struct Category: Hashable, Sendable {
    public var value: String
    public var label: String?
    public init(value: String, label: String? = nil) {
      self.value = value
      self.label = label
    }
  }

  public var name: String
  public var type: ValueType
  public var title: String?
  public var description: String?
  public var format: String?
  public var constraints = Constraints()
  /// Declared order of the labels; nil where none is declared.
  public var categories: [Category]?
  /// nil: those of the schema.
  public var missingValues: [MissingValue]?
  public var trueValues = ["true", "True", "TRUE", "1"]
  public var falseValues = ["false", "False", "FALSE", "0"]

  public var role: Role?
  public var unit: MeasureUnit?
  /// Decimals that sums print at least.
  public var decimals: Int?
  public var additivity: Additivity?
  public var signs = SignProfile.standard
  public var isPersonal = false
  public var yearReading: YearReading?
  public var dateOrder: DateOrder?
  public var brackets: BracketScheme?
  public var labels = LabelIdentity.exact
  /// Said beside figures of this column.
  public var notes: [String] = []
  /// The city profile whose bodies this column names; their 建制順 is the order of the column.
  public var profile: String?

  public init(name: String, type: ValueType = .any) {
    self.name = name
    self.type = type
  }
}
