import ShihyoEngine
import ShihyoModel

/// A small table with a layout, and the records that come of it.
struct ShapeFixture {
  let file: TemporaryFile
  var options = ReadingOptions()

  init(_ text: String, encoding: String = "UTF-8", _ change: (inout TableShape, inout ReadingOptions) -> Void) {
    file = TemporaryFile(encoded(text, encoding) ?? [])
    var shape = TableShape()
    change(&shape, &options)
    options.shape = shape
  }

  struct Outcome {
    var names: [String] = []
    /// Line, then the cells.
    var records: [String] = []
    var rejectedLines: [Int] = []
    /// `code line column-letter`
    var findings: [String] = []
    var all: [Finding] = []
    var layout = LayoutCounts()
    var numbers: [Int] = []
  }

  /// - Errors: what makes the file unreadable.
  func read(blockBytes: Int = 1 << 20) throws(Findings) -> Outcome {
    let reader = try RecordReader(source: .file(path: file.path), options: options, blockBytes: blockBytes)
    var outcome = Outcome(names: reader.header.names)
    while let batch = try reader.nextBatch() {
      let decoder = CellDecoder(batch.encoding)
      for (index, record) in batch.records.enumerated() {
        let cells = (0..<record.fieldCount).map { column in
          batch.withField(index, column) { decoder.decode($0) ?? "?" }
        }
        outcome.records.append("\(record.line):" + cells.joined(separator: ","))
        outcome.numbers.append(record.number)
      }
      outcome.rejectedLines += batch.rejected.map(\.line)
      outcome.all += batch.findings
    }
    outcome.findings = outcome.all.map(Self.spelled)
    outcome.layout = reader.counts.layout
    return outcome
  }

  /// The findings that make the file unreadable.
  func refusal() -> [String] {
    do throws(Findings) {
      _ = try read()
      return []
    } catch {
      return error.findings.map(Self.spelled)
    }
  }

  static func spelled(_ finding: Finding) -> String {
    var words = [finding.code]
    if let line = finding.place.line { words.append(String(line)) }
    if case .field(let number, _)? = finding.place.column { words.append(Place.Column.spreadsheetLetters(number)) }
    return words.joined(separator: " ")
  }
}

extension TableShape.Unpivot {
  /// One text key and one number.
  init(_ columns: Columns, key: String, labels: [String]? = nil, value: String = "値", total: String? = nil) {
    let categories = labels.map { $0.map { Category(header: $0, key: $0) } }
    self.init(
      columns: columns, keys: [Key(field: Field(name: key, type: .string), labels: categories)],
      values: [Field(name: value, type: .integer)], total: total.flatMap { LabelTemplate($0) })
  }
}
