import ShihyoModel

/// Counts of a table whose first two keys are the rows and columns of a matrix.
struct MatrixCells {
  let rows: [KeyValue]
  let columns: [KeyValue]
  private let table: ResultTable

  init(_ table: ResultTable, schema: Schema?) {
    self.table = table
    let ordered = KeyOrdering().rows(of: table, schema: schema)
    func distinct(_ values: [KeyValue]) -> [KeyValue] {
      var seen: Set<KeyValue> = []
      return values.filter { seen.insert($0).inserted }
    }
    rows = distinct(ordered.map { $0.keys[0] })
    // The columns in their own order, whatever rows they first appear in.
    var turned = table
    turned.query.keys = [table.query.keys[1]]
    turned.rows = table.rows.map {
      ResultTable.Row(keys: [$0.keys[1]], firstRecord: $0.firstRecord, values: $0.values)
    }
    columns = distinct(KeyOrdering().rows(of: turned, schema: schema).map { $0.keys[0] })
  }

  private func matching(_ row: KeyValue?, _ column: KeyValue?) -> [ResultTable.Row] {
    table.rows.filter { (row == nil || $0.keys[0] == row) && (column == nil || $0.keys[1] == column) }
  }

  func count(_ row: KeyValue?, _ column: KeyValue?) -> Int {
    matching(row, column).reduce(0) { $0 + $1.recordCount }
  }

  /// The groups that are counted.
  func groups(_ row: KeyValue?, _ column: KeyValue?) -> Set<[KeyValue]> { Set(matching(row, column).map(\.keys)) }

  /// What stands in a cell; a label that several records have says how many, so that labels and count agree: A1(2).
  func items(_ row: KeyValue, _ column: KeyValue) -> String {
    matching(row, column).sorted(by: ResultTable.Row.appearsBefore)
      .map { group in
        let label = group.keys.dropFirst(2).map { ReportTable.KeyCell($0).label.ja }.joined()
        return label.isEmpty || group.recordCount == 1 ? label : "\(label)(\(group.recordCount))"
      }
      .filter { !$0.isEmpty }.joined(separator: " ")
  }
}
