import ShihyoModel

@testable import ShihyoEngine

/// A file that went wrong on its way, and what its author meant by it.
struct PollutedFile {
  enum Verdict: Equatable {
    case right
    case reported
    /// Reported, but nowhere near the place.
    case misplaced([String])
    case silent
  }

  let name: String
  let bytes: [UInt8]
  var names = BaseTable.names
  var rows = BaseTable.rows
  /// Where a finding helps; nil: anywhere in the file.
  var lines: ClosedRange<Int>?
  var options = ReadingOptions()

  static let schema = Schema(fields: [
    .of("区"), .of("利用日", .date), .of("区分"), .of("人数", .integer), .of("金額", .integer), .of("備考"),
  ])

  /// Read right, or told of by reading or by a check, with or without a declaration of the columns.
  func verdict() throws -> Verdict {
    let file = TemporaryFile(bytes)
    var findings: [Finding] = []
    do {
      let read = try FlatReading(file, options)
      if read.findings.allSatisfy({ $0.severity < .error }), isMeant(read) { return .right }
      findings = read.findings
    } catch let thrown as Findings { findings = thrown.findings }
    if isNear(findings) { return .reported }
    for schema in [nil, Self.schema] {
      do {
        let dataset = Dataset(name: "t", sources: [file.source], schema: schema, reading: options)
        findings += try Checker().run(on: dataset).findings
      } catch let thrown as Findings { findings += thrown.findings }
      if isNear(findings) { return .reported }
    }
    return findings.isEmpty ? .silent : .misplaced(findings.map(\.short))
  }

  private func isNear(_ findings: [Finding]) -> Bool {
    findings.contains { finding in
      finding.severity >= .warning && lines.map { $0.contains(finding.place.line ?? $0.lowerBound) } ?? true
    }
  }

  private func isMeant(_ read: FlatReading) -> Bool {
    read.names == names && read.rows.count == rows.count
      && zip(read.rows, rows).allSatisfy { row, meant in
        row.count == meant.count && row.indices.allSatisfy { isSame(row[$0], meant[$0], column: $0) }
      }
  }

  /// Days and numbers are read folded, so what folding takes away does no harm there.
  private func isSame(_ cell: String, _ meant: String, column: Int) -> Bool {
    cell == meant || [1, 3, 4].contains(column) && TextFolding.fold(cell) == TextFolding.fold(meant)
  }
}
