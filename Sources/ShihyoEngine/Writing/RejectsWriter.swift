import ShihyoModel

/// Writes rejected records as read, and beside them why: `back.csv` can be corrected and read again as it is, `back.reasons.csv`
/// says of each of its rows what is wrong.
///
/// - Reasons: `row,file,line,column,code,text,message-ja,message-en`, one line per finding; `row` counts the rows of the other
///   file below its header.
/// - Order: file order. A record without a line end gets one.
struct RejectsWriter: ~Copyable {
  private var records: AsideWriter
  private var reasons: AsideWriter
  private var count = 0

  init(path: String, reasons beside: String) throws(Findings) {
    let rows = try AsideWriter(path: path)
    var why = try AsideWriter(path: beside)
    try why.write("row,file,line,column,code,text,message-ja,message-en\n".utf8)
    records = rows
    reasons = why
  }

  mutating func write(header: [UInt8]) throws(Findings) { try write(line: header) }

  /// - Parameter findings: those of the record; of a record beyond the limit of what is kept there may be none.
  mutating func write(_ record: [UInt8], because findings: [Finding]) throws(Findings) {
    try write(line: record)
    count += 1
    for finding in findings {
      let column =
        if case .field(let number, let name) = finding.place.column { name ?? Self.letters(number) } else { "" }
      let cells = [
        String(count), finding.place.file ?? "-", finding.place.line.map(String.init) ?? "", column, finding.code,
        finding.text ?? "", finding.message.ja, finding.message.en,
      ]
      try reasons.write((cells.map(Self.quoted).joined(separator: ",") + "\n").utf8)
    }
  }

  /// Puts both files in their places, instead of those that are there: both are on the disk before one is renamed.
  mutating func finish() throws(Findings) {
    try records.sync()
    try reasons.sync()
    try records.finish()
    try reasons.finish()
  }

  private mutating func write(line: [UInt8]) throws(Findings) {
    try records.write(line)
    if let last = line.last, last != 0x0A, last != 0x0D { try records.write([0x0A]) }
  }

  private static func letters(_ number: Int) -> String { Place.Column.spreadsheetLetters(number) }

  private static func quoted(_ text: String) -> String {
    guard text.utf8.contains(where: { [0x22, 0x2C, 0x0A, 0x0D].contains($0) }) else { return text }
    return "\"" + text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
  }
}
