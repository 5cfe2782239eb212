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
    public var unit: String?
    public init(name: String, label: Bilingual? = nil, unit: String? = nil) {
      self.name = name
      self.label = label ?? Bilingual(ja: name, en: name)
      self.unit = unit
    }
  }
  public struct KeyCell: Hashable, Sendable {
    /// Machine spelling: `FY2025Q2`, `Y0T29`, `total`.
    public var code: String
    public var label: Bilingual
    public init(_ code: String, label: Bilingual? = nil) {
      self.code = code
      self.label = label ?? Bilingual(ja: code, en: code)
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

  public var title: Bilingual?
  public var keyColumns: [KeyColumn]
  public var valueColumns: [ValueColumn]
  public var rows: [Row]
  /// （注）, ※: printed under the table.
  public var notes: [Bilingual]

  public init(
    title: Bilingual? = nil, keyColumns: [KeyColumn], valueColumns: [ValueColumn], rows: [Row], notes: [Bilingual] = []
  ) {
    self.title = title
    self.keyColumns = keyColumns
    self.valueColumns = valueColumns
    self.rows = rows
    self.notes = notes
  }
}
