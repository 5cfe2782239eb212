import ShihyoModel
import Testing

@testable import ShihyoEngine

/// A check by counts finds as often what a check of the records finds.
struct CountedCheckTests {
  static let text = "番号,区,額\n1,門司区,5\n2,門司区,x5\n3,戸畑区,x5\n2,小倉区,1.5\n2,,7\n4,戸畑区,999\n"

  static var schema: Schema {
    var number = Field(name: "番号", type: .integer)
    number.constraints.unique = true
    var amount = Field(name: "額", type: .integer)
    amount.constraints.maximum = "100"
    return Schema(fields: [number, Field(name: "区", type: .string), amount], primaryKey: ["番号"])
  }

  @Test func `each code is found as often`() throws {
    let fixture = try EngineFixture(Self.text, schema: Self.schema)
    let here = try Checker().run(on: fixture.dataset)
    let there = try Self.counted(fixture.dataset)
    let counts = { (report: CheckReport) in
      Dictionary(uniqueKeysWithValues: report.counts.filter { $0.severity == .error }.map { ($0.code, $0.count) })
    }
    #expect(!counts(here).isEmpty)
    #expect(counts(there) == counts(here))
    #expect(there.accounting.records == 6)
    #expect(there.findings.allSatisfy { $0.place.line == nil })
    #expect(there.findings.last?.code == CellRule.notAnInteger.code)
  }

  @Test func `a clean file has no findings`() throws {
    let fixture = try EngineFixture("番号,区,額\n1,門司区,5\n2,門司区,6\n", schema: Self.schema)
    let report = try Self.counted(fixture.dataset)
    #expect(report.findings.isEmpty && report.counts.isEmpty && report.accounting.records == 2)
  }

  /// Distinct cells with their number, as a cluster counts them.
  private static func counted(_ dataset: Dataset) throws -> CheckReport {
    let header = try RecordReader(source: dataset.sources[0]).header
    var check = CountedCheck(header: header, dataset: dataset)
    for (place, columns) in check.questions.enumerated() {
      var counts: [[CountedRow.Cell]: Int] = [:]
      let reader = try RecordReader(source: dataset.sources[0])
      while let batch = try reader.nextBatch() {
        for record in batch.records.indices {
          let cells = columns.map { column in batch.withField(record, column.index) { CountedRow.Cell.text(Array($0)) }
          }
          counts[cells, default: 0] += 1
        }
      }
      check.add(counts.map { CountedRow(count: $0.value, cells: $0.key) }, question: place)
    }
    return check.finish(note: Finding(CellRule.notAnInteger))
  }
}
