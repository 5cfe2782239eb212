import ShihyoModel
import Testing

@testable import ShihyoReports

struct OfficeRuleTests {
  private static let findings = WorkbookRule.examples.map { Finding($0) } + WordRule.examples.map { Finding($0) }

  @Test(arguments: findings) func `has both languages`(finding: Finding) {
    for text in [finding.message.ja, finding.message.en, finding.hint.ja, finding.hint.en] { #expect(!text.isEmpty) }
  }

  @Test func `has a code of its own in every case`() {
    #expect(Set(Self.findings.map(\.code)).count == Self.findings.count)
  }
}
