import ShihyoModel
import Testing

@testable import ShihyoReports

struct RemarksColumnTests {
  private func cell(_ figures: [Figure], rejected: Int = 0, _ language: Language = .ja) -> String {
    RemarksColumn.cell(figures.map { ("件数", $0) }, rejected: rejected, language)
  }

  @Test func `says marks and reasons in words`() {
    var partial = Figure(kind: .sum, value: .decimal(ExactDecimal(5)), marks: [.provisional, .incomplete])
    partial.reasons[.missing] = 2
    #expect(cell([.count(5)]) == "")
    #expect(cell([partial]) == "件数：速報値、値のないセルを除いた結果（不詳・未受領 2）")
    #expect(cell([Figure(kind: .sum, value: .absent(.suppressed))], rejected: 3) == "件数：秘匿／差戻し3行")
    #expect(
      cell([Figure(kind: .change, value: .undefined(ChangeWords.appeared))], rejected: 1, .en)
        == "件数: all new; 1 rows rejected")
  }
}
