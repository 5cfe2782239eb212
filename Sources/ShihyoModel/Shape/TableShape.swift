/// How an office laid out a table: what to do between the rows of its file and the records that are counted.
///
/// - Shape: names of columns are those of the file's header. Nothing declared means that rows are records.
/// - Order of the steps: note and empty rows leave, blank cells take what stands above, total rows leave (and are checked), columns
///   become keys and values, constants join, year and month become one column.
/// - Source: design.md, sections 5 and 6; domain.md, section 8.
public struct TableShape: Hashable, Sendable {
  /// Rows below the data that are no data.
  public enum NoteRows: Hashable, Sendable {
    /// The last rows of the file.
    case count(Int)
    /// From the first row whose first filled cell starts so, after folding.
    case starting([String])
  }

  /// The columns of the file, as declared; empty where there is no schema.
  public var fields: [Field] = []
  /// Those of the schema, for columns that have no list of their own.
  public var missingValues = [MissingValue("")]
  public var noteRows: NoteRows?
  /// Rows of delimiters only are counted and passed over.
  public var skipsEmptyRows = false
  /// Key columns, from the outermost: a blank cell means what stands above.
  public var blankDown: [String] = []
  public var unpivot: Unpivot?
  public var subtotals: [Subtotal] = []
  public var constants: [Constant] = []
  public var yearMonth: YearMonth?
  public var periods: Periods?

  public init() {}

  public var isEmpty: Bool {
    noteRows == nil && !skipsEmptyRows && blankDown.isEmpty && unpivot == nil && subtotals.isEmpty && constants.isEmpty
      && yearMonth == nil && periods == nil
  }

  public func field(named name: String) -> Field? {
    let folded = Label(TextFolding.fold(name))
    return fields.first { Label($0.name) == Label(name) } ?? fields.first { Label(TextFolding.fold($0.name)) == folded }
  }
}

extension TableShape {
  /// Columns side by side that are values of a key: months, years, age classes.
  public struct Unpivot: Hashable, Sendable {
    public enum Columns: Hashable, Sendable {
      /// Column names, each with the text of every key.
      case listed([ListedColumn])
      /// `{月}`, `{性別}{年齢}`, `{月} {value}`: the parts in braces are keys, or the name of a value.
      case pattern(LabelTemplate)
    }
    public struct ListedColumn: Hashable, Sendable {
      public var name: String
      public var keys: [String]
      public init(name: String, keys: [String]) {
        self.name = name
        self.keys = keys
      }
    }
    public struct Key: Hashable, Sendable {
      public var field: Field
      /// Text in the header → text of the key, in declared order; nil: any text, as it stands.
      public var labels: [Category]?
      public init(field: Field, labels: [Category]? = nil) {
        self.field = field
        self.labels = labels
      }
    }
    public struct Category: Hashable, Sendable {
      public var header: String
      public var key: String
      public init(header: String, key: String) {
        self.header = header
        self.key = key
      }
    }

    public var columns: Columns
    public var keys: [Key]
    public var values: [Field]
    /// Columns that are totals of the others: left out, and checked in every row.
    public var total: LabelTemplate?

    /// The name that stands for a value field in a pattern.
    public static let valuePlaceholder = "value"

    public init(columns: Columns, keys: [Key], values: [Field], total: LabelTemplate? = nil) {
      self.columns = columns
      self.keys = keys
      self.values = values
      self.total = total
    }
  }

  /// Rows that are sums of other rows: left out of all figures, and compared with the sum of their parts.
  public struct Subtotal: Hashable, Sendable {
    /// Which rows a total is the sum of.
    public enum Parts: String, Hashable, Sendable, CaseIterable {
      /// All rows of data, or those that agree with it in `by`.
      case all
      /// Those since the last total of this kind.
      case above
      /// Those up to the next total of this kind.
      case below
    }
    public var match: RowMatch
    public var by: [String]
    public var parts: Parts
    /// Columns that are compared; nil: every measure that is no rate.
    public var columns: [String]?
    /// Text of a decimal; a difference up to it is rounding.
    public var tolerance: ExactDecimal

    public init(
      match: RowMatch, by: [String] = [], parts: Parts = .all, columns: [String]? = nil,
      tolerance: ExactDecimal = ExactDecimal(0)
    ) {
      self.match = match
      self.by = by
      self.parts = parts
      self.columns = columns
      self.tolerance = tolerance
    }
  }

  /// What tells a total row from a row of data.
  public enum RowMatch: Hashable, Sendable {
    /// One of these labels in a column, after folding.
    case labels(column: String, [String])
    /// `*計`, after folding.
    case pattern(column: String, LabelTemplate)
    /// All conditions hold.
    case conditions([Condition])
  }

  /// A column that the file does not have: one value for all files, or one for each.
  public struct Constant: Hashable, Sendable {
    public enum Source: Hashable, Sendable {
      case value(String)
      /// File name (or the end of its path) → value.
      case files([FileValue])
      /// `births-{年}.csv` on the file's name; the part that is named as the column.
      case fileName(LabelTemplate)
    }
    public struct FileValue: Hashable, Sendable {
      public var path: String
      public var value: String
      public init(path: String, value: String) {
        self.path = path
        self.value = value
      }
    }
    public var field: Field
    public var source: Source
    public init(field: Field, source: Source) {
      self.field = field
      self.source = source
    }
  }

  /// A column of months out of one of years (fiscal where they say 年度 or are declared so) and one of months.
  public struct YearMonth: Hashable, Sendable {
    public var field: Field
    public var year: String
    public var month: String
    public init(field: Field, year: String, month: String) {
      self.field = field
      self.year = year
      self.month = month
    }
  }

  /// A column of periods that should have no gaps, and none twice in a group.
  public struct Periods: Hashable, Sendable {
    public var column: String
    /// nil: gaps only, since many records may share a period.
    public var by: [String]?
    public init(column: String, by: [String]? = nil) {
      self.column = column
      self.by = by
    }
  }
}
