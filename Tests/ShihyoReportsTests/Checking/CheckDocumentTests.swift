@testable import ShihyoEngine
import ShihyoModel
import Testing

@testable import ShihyoReports

struct CheckDocumentTests {
  private static func report(_ findings: [Finding], total: Int? = nil, rejected: Int = 0) -> CheckReport {
    CheckReport(
      name: "a.csv", files: ["a.csv"],
      accounting: Accounting(records: 1234, accepted: 1234 - rejected, rejected: rejected, blankLines: 2),
      hasSchema: true, findings: findings, total: total ?? findings.count,
      counts: findings.map { CheckReport.CodeCount(code: $0.code, severity: $0.severity, count: 1) })
  }
  private static let finding = Finding(
    CheckRule.below(minimum: "0", isExclusive: false),
    at: Place(file: "a.csv", line: 3, column: .field(number: 28, name: "件数")), text: "-1,5")

  @Test func saysTheResultInASentence() {
    let clean = TextRenderer(TextOptions(language: .ja)).render(CheckDocument.text(Self.report([])))
    #expect(clean == "点検：a.csv\n\n誤りはありません。データ1,234行を点検した。ほかに空行2行。\n")
    let wrong = TextRenderer(TextOptions(language: .en)).render(
      CheckDocument.text(Self.report([Self.finding], rejected: 1)))
    #expect(wrong.hasSuffix("\n\n1 error. Records with errors: 1 of 1,234. Blank lines beside them: 2.\n"))
    #expect(wrong.contains("a.csv, line 3, column AB “件数”: error: Below 0 “-1,5”"))
  }

  @Test func givesOneRowPerFinding() {
    let document = CheckDocument.table(Self.report([Self.finding], total: 5), language: .ja)
    let lines = CSVRenderer().render(document).split(separator: "\n")
    #expect(lines[0] == "file,line,column,name,severity,code,text,message,hint")
    #expect(
      lines[1].hasPrefix("a.csv,3,28,件数,error,constraint.minimum,\"-1,5\",0 より小さい値です,値を直すか"))
    #expect(document.notes.contains { $0.en == "4 more findings are left out." })
  }

  @Test func countsKindsWhereThereAreMany() {
    let other = Finding(CheckRule.required, at: Place(file: "a.csv", line: 9))
    let few = CheckDocument.text(Self.report([Self.finding, other]))
    #expect(few.tables.isEmpty)
    #expect(CheckDocument.text(Self.report([Self.finding, other], total: 11)).tables.first?.rows.count == 2)
  }
}
