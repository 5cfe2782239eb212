import ShihyoModel

/// The columns of all tables of a document, each once, keys before values, in the order in which they first appear.
///
/// Two columns are one if both are keys, or both values, and have the same name. Two columns of one table never are.
struct CSVColumns {
  let headings: [String]
  /// Per table, where its key and value columns stand.
  let keyPlaces: [[Int]]
  let valuePlaces: [[Int]]

  init(tables: [ReportTable], labels: Language?) {
    var headings: [String] = []
    keyPlaces = Self.places(
      tables.map { $0.keyColumns.map { (name: $0.name, heading: labels.map($0.label.text) ?? $0.name) } }, in: &headings
    )
    valuePlaces = Self.places(
      tables.map { table in
        table.valueColumns.enumerated().map { index, column in
          (name: column.name, heading: labels.map { table.heading(ofColumn: index, $0) } ?? column.name)
        }
      }, in: &headings)
    self.headings = headings
  }

  private static func places(
    _ columns: [[(name: String, heading: String)]], in headings: inout [String]
  ) -> [[Int]] {
    // A name with the number of its repetition within one table.
    struct Identity: Hashable {
      var name: Label
      var occurrence: Int
    }
    var known: [Identity: Int] = [:]
    return columns.map { table in
      var seen: [Label: Int] = [:]
      return table.map { column in
        let label = Label(column.name)
        let identity = Identity(name: label, occurrence: seen[label, default: 0])
        seen[label, default: 0] += 1
        if let place = known[identity] { return place }
        headings.append(column.heading)
        known[identity] = headings.count - 1
        return headings.count - 1
      }
    }
  }
}

extension Bilingual {
  fileprivate func text(_ language: Language) -> String { self[language] }
}

extension ReportTable {
  /// For people in one line: the spanner above, the label, the unit: `令和7年度 割合（％）`.
  func heading(ofColumn column: Int, _ language: Language) -> String {
    let spanner = spanners.first { $0.columns.contains(column) }.map { $0.label[language] + " " } ?? ""
    return spanner + UnitText.heading(valueColumns[column].label[language], unit(ofColumn: column), language)
  }
}
