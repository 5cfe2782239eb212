/// One record of machine CSV, for output that is written row by row.
package enum CSVLine {
  /// With its line end; quoted only where RFC 4180 asks for it.
  package static func text(_ cells: [String]) -> String {
    var writer = CSVWriter(options: .machine)
    writer.append(cells.map { .text($0) })
    return writer.output
  }
}

/// A JSON string, for output that is written piece by piece.
package enum JSONText {
  package static func quoted(_ text: String) -> String { JSONValue.quoted(text) }
}
