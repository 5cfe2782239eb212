import Testing

@testable import ShihyoReports

struct RunRecordSealTests {
  private static let record = "{\n  \"report\": \"quarterly\",\n  \"outputs\": []\n}\n"

  @Test func `a sealed record is intact until a character of it changes`() {
    let sealed = RunRecordSeal.sealed(Self.record)
    #expect(RunRecordSeal(sealed) == .intact)
    #expect(RunRecordSeal(sealed.replacing("quarterly", with: "quarterlz")) == .broken)
    let digest = sealed.suffix(68).prefix(1)
    #expect(RunRecordSeal(sealed.dropLast(68) + (digest == "a" ? "b" : "a") + sealed.suffix(67)) == .broken)
  }

  @Test func `a record of an earlier version has none`() {
    #expect(RunRecordSeal(Self.record) == .none)
    #expect(RunRecordSeal("") == .none)
  }
}
