import ShihyoModel
import Testing

@testable import ShihyoVerification

@Test func everyVerdictHasItsOwnWords() {
  #expect(Set(Verdict.allCases.map(\.label.ja)).count == 6)
  #expect(Set(Verdict.allCases.map(\.label.en)).count == 6)
  #expect(Verdict.copied.label.ja == "転記のみ（元データなし）")
}
