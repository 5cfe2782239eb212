public import ShihyoModel

/// A table of figures: key columns on the left, one figure per value column and row.
public struct ReportTable: Hashable, Sendable {
  public struct KeyColumn: Hashable, Sendable {
    /// Column name of machine output, never translated: `区`, `利用日:quarter`.
    public var name: String
    public var label: Bilingual
    public var alignsRight: Bool
    public init(name: String, label: Bilingual? = nil, alignsRight: Bool = false) {
      self.name = name
      self.label = label ?? Bilingual(ja: name, en: name)
      self.alignsRight = alignsRight
    }
  }
  public struct ValueColumn: Hashable, Sendable {
    /// `count`, `sum(X)`, `share(sum(X))`
    public var name: String
    public var label: Bilingual
    /// nil: the one unit that the figures of the column share, if they do.
    public var unit: String?
    /// Numbers, from 1, of the table's `footnotes`; of the paper's where the table has none.
    public var footnotes: [Int]
    /// Whether numbers of several units carry their own; false where a column of units stands beside them.
    public var showsOwnUnits: Bool
    public init(
      name: String, label: Bilingual? = nil, unit: String? = nil, footnotes: [Int] = [], showsOwnUnits: Bool = true
    ) {
      self.name = name
      self.label = label ?? Bilingual(ja: name, en: name)
      self.unit = unit
      self.footnotes = footnotes
      self.showsOwnUnits = showsOwnUnits
    }
  }
  /// A heading over several neighbouring value columns.
  public struct Spanner: Hashable, Sendable {
    public var label: Bilingual
    /// Indices of `valueColumns`; not empty. Spanners do not overlap.
    public var columns: Range<Int>
    public init(label: Bilingual, columns: Range<Int>) {
      self.label = label
      self.columns = columns
    }
  }
  public struct KeyCell: Hashable, Sendable {
    /// Machine spelling: `FY2025Q2`, `Y0T29`, `total`.
    public var code: String
    public var label: Bilingual
    /// Numbers, from 1, of the table's `footnotes`; of the paper's where the table has none.
    public var footnotes: [Int]
    public init(_ code: String, label: Bilingual? = nil, footnotes: [Int] = []) {
      self.code = code
      self.label = label ?? Bilingual(ja: code, en: code)
      self.footnotes = footnotes
    }
  }
  public struct Row: Hashable, Sendable {
    public enum Kind: String, Hashable, Sendable { case body, subtotal, total }
    public var keys: [KeyCell]
    public var figures: [Figure]
    public var kind: Kind
    public init(keys: [KeyCell], figures: [Figure], kind: Kind = .body) {
      self.keys = keys
      self.figures = figures
      self.kind = kind
    }
  }

  /// Tells the table from its neighbours in machine output; kebab-case. nil: its number in the document, from 1.
  public var name: String?
  public var title: Bilingual?
  public var keyColumns: [KeyColumn]
  public var valueColumns: [ValueColumn]
  public var spanners: [Spanner]
  public var rows: [Row] {
    get { body.array }
    _modify { yield &body.array }
  }
  /// The same rows, for those who go through them once: see `ReportRows`.
  var body: ReportRows
  /// ※1, ※2 …: printed under the table, before the notes.
  public var footnotes: [Bilingual]
  /// Row → key column → its text in runs, some of them underlined; where a format cannot underline, the label says it.
  public var changes: [Int: [Int: [TextRun]]] = [:]
  /// （注）: printed under the table.
  public var notes: [Bilingual]

  public init(
    name: String? = nil, title: Bilingual? = nil, keyColumns: [KeyColumn], valueColumns: [ValueColumn],
    spanners: [Spanner] = [], rows: [Row], footnotes: [Bilingual] = [], notes: [Bilingual] = []
  ) {
    self.name = name
    self.title = title
    self.keyColumns = keyColumns
    self.valueColumns = valueColumns
    self.spanners = spanners
    body = ReportRows(rows)
    self.footnotes = footnotes
    self.notes = notes
  }
}
