package import ShihyoModel

/// Makes tables of words: every column is a key column, and nothing in them is a figure to be rounded.
package struct PlainTable {
  /// One cell: what a program reads, and what a person reads if that is something else.
  package struct Cell {
    package let code: String
    package let label: Bilingual
    package init(_ code: String, _ label: Bilingual? = nil) {
      self.code = code
      self.label = label ?? Bilingual(ja: code, en: code)
    }
    package init(_ number: Int) {
      self.init(String(number), Bilingual(ja: DigitGroups.grouped(number), en: DigitGroups.grouped(number)))
    }
    package static let none = Cell("")
  }

  package let name: String
  package var title: Bilingual?
  package let columns: [ReportTable.KeyColumn]
  package var rows: [[Cell]] = []

  package init(name: String, title: Bilingual? = nil, columns: [(name: String, label: Bilingual, alignsRight: Bool)]) {
    self.name = name
    self.title = title
    self.columns = columns.map { ReportTable.KeyColumn(name: $0.name, label: $0.label, alignsRight: $0.alignsRight) }
  }

  package var table: ReportTable {
    ReportTable(
      name: name, title: title, keyColumns: columns, valueColumns: [],
      rows: rows.map { row in
        ReportTable.Row(keys: row.map { ReportTable.KeyCell($0.code, label: $0.label) }, figures: [])
      })
  }
}
