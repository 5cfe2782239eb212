import ShihyoModel
import ShihyoReports
import Testing

struct NoticeGuardTests {
  static let fictional = Bilingual(ja: "架空データ", en: "Fictional data (架空データ)")

  @Test func `inputs of one notice go together`() throws {
    let inputs = ["a.csv", "b.csv"].map { NoticedInput(name: $0, notice: Self.fictional) }
    #expect(try NoticeGuard.common(inputs) == Self.fictional)
    #expect(try NoticeGuard.common([NoticedInput(name: "a.csv", notice: nil)]) == nil)
    #expect(try NoticeGuard.common([NoticedInput]()) == nil)
  }

  @Test func `fictional and real figures are refused together, every input named`() throws {
    let datasets = [
      Dataset(name: "mihon-centres/use", sources: [], notice: Self.fictional), Dataset(name: "real.csv", sources: []),
    ]
    let failure = #expect(throws: Findings.self) { try NoticeGuard.common(datasets) }
    #expect(failure?.kind == .usage)
    #expect(failure?.findings.map(\.code) == ["input.mixed-notices"])
    #expect(failure?.findings[0].message.ja.contains("mihon-centres/use「架空データ」、real.csv（断り書きなし）") == true)
  }

  @Test func `movement between fictional and real ranks has no answer`() throws {
    let movement = RankMovementTests.movement
    var previous = PlainEngine(["局", "番号", "ランク"], [["子家", "1", "2"]]).run(movement.query)
    let current = PlainEngine(["局", "番号", "ランク"], [["子家", "1", "3"]]).run(movement.query)
    previous.notice = Self.fictional
    let failure = #expect(throws: Findings.self) {
      try movement.document(previous: previous, current: current, previousName: "旧", currentName: "新")
    }
    #expect(failure?.findings.map(\.code) == ["input.mixed-notices"])
  }

  @Test func `every format carries the notice`() {
    var document = Samples.ranks
    document.notice = Self.fictional
    #expect(TextRenderer(TextOptions(language: .ja)).render(document).hasPrefix("【架空データ】\n"))
    #expect(TextRenderer(TextOptions(language: .en)).render(document).hasPrefix("[Fictional data (架空データ)]\n"))
    let records = CSVReader.records(CSVRenderer().render(document))
    #expect(records.count > 2)
    #expect(records[0].last == "notice")
    #expect(records.dropFirst().allSatisfy { $0.last == "架空データ" && $0.count == records[0].count })
    #expect(CSVReader.records(CSVRenderer(.excel(.en)).render(document))[1].last == "Fictional data (架空データ)")
    #expect(JSONRenderer().render(document).contains("\"notice\": {"))
    #expect(!JSONRenderer().render(Samples.ranks).contains("notice"))
  }

  @Test func `a notice outlives a document without one`() {
    var document = Samples.ranks
    document.append(ReportDocument(notice: Self.fictional))
    #expect(document.notice == Self.fictional)
  }
}
