import ShihyoEngine
import ShihyoModel

/// Small files, a schema, and what a check says of them, in short words.
struct CheckFixture {
  let files: [TemporaryFile]
  var dataset: Dataset

  init(_ texts: [String], _ schema: Schema? = nil, encoding: String = "UTF-8") throws {
    files = try texts.map { text in
      guard let bytes = encoded(text, encoding) else { throw Unencodable() }
      return TemporaryFile(bytes)
    }
    dataset = Dataset(name: "t", sources: files.map(\.source), schema: schema)
  }
  init(_ text: String, _ schema: Schema? = nil, encoding: String = "UTF-8") throws {
    try self.init([text], schema, encoding: encoding)
  }

  func report(limit: Int = Checker.standardLimit, blockBytes: Int? = nil) throws -> CheckReport {
    try Checker(maximumFindings: limit, blockBytes: blockBytes).run(on: dataset)
  }

  /// `line:column code «text»`, the column as a spreadsheet shows it.
  func found(blockBytes: Int? = nil) throws -> [String] { try report(blockBytes: blockBytes).findings.map(\.short) }

  struct Unencodable: Error {}
}

extension Finding {
  var short: String {
    var column = ""
    if case .field(let number, _) = place.column { column = Place.Column.spreadsheetLetters(number) }
    return "\(place.line.map(String.init) ?? "-")\(column) \(code)" + (text.map { " «\($0)»" } ?? "")
  }
}

extension Field {
  static func of(_ name: String, _ type: ValueType = .string, _ change: (inout Field) -> Void = { _ in }) -> Field {
    var field = Field(name: name, type: type)
    change(&field)
    return field
  }
}
