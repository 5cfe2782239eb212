package import ShihyoModel

/// Where the cells of reshaped records stand in their file: findings name the place that an editor shows.
struct RecordOrigin: Sendable {
  let layout: RowLayout
  /// Of the file; the cells of the batch are UTF-8.
  let encoding: TextEncoding
  /// Per record, which slice of its row it is.
  var slices: [Int32] = []

  func column(_ record: Int, _ column: Int) -> (index: Int, isHeader: Bool)? {
    layout.origin(of: column, slice: Int(slices[record]))
  }
}

extension RecordBatch {
  /// Totals that differ from their parts become warnings.
  mutating func lowerTotalFindings() {
    findings = findings.map { $0.code == ShapeRule.mismatchCode ? $0.asWarning : $0 }
  }

  /// A place that names a column of the records, as a place in the file.
  package func located(_ place: Place, _ record: Int) -> Place {
    guard let origin, case .field(let number, let name) = place.column else { return place }
    var place = place
    guard let (index, isHeader) = origin.column(record, number - 1) else {
      place.column = nil
      return place
    }
    let header = origin.layout.header
    place.column = .field(number: index + 1, name: header.names[index].isEmpty ? name : header.names[index])
    if isHeader { place.line = header.line }
    return place
  }
}
