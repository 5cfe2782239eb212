import Foundation
import ShihyoDefinitions
import ShihyoEngine
import ShihyoModel
import Testing

@testable import ShihyoReports

/// Editions of a small report in a folder of its own.
struct EditionTests {
  private static let definition = """
    title: "{period}の利用"
    lang: ja
    period: latest-quarter
    datasets: use
    parameters: {hall: {column: 館, all: 全館}}
    sections:
      - id: use
        title: 利用
        blocks:
          - sentence: "利用は{use.slots}、前期は{use.slots@FY2025Q1}。"
          - table: {metrics: use.slots, across: periods, periods: [previous, period]}
    """

  private func folder(_ rows: [String]) throws -> String {
    let folder = NSTemporaryDirectory() + "editions-" + UUID().uuidString
    for path in ["/datasets/use", "/reports/paper"] {
      try FileManager.default.createDirectory(atPath: folder + path, withIntermediateDirectories: true)
    }
    try write(rows, folder)
    let package = """
      {"name": "use", "resources": [{"name": "use", "path": "use.csv", "schema": {"fields": [
        {"name": "月", "type": "yearmonth"}, {"name": "コマ", "type": "integer"}, {"name": "館", "type": "string"}]}}]}
      """
    try package.write(toFile: folder + "/datasets/use/datapackage.json", atomically: false, encoding: .utf8)
    let metrics = "metrics:\n  use.slots: {label: 利用コマ数, kind: sum, of: sum(コマ), time: 月, unit: コマ}\n"
    try metrics.write(toFile: folder + "/datasets/use/metrics.yaml", atomically: false, encoding: .utf8)
    try Self.definition.write(toFile: folder + "/reports/paper/report.yaml", atomically: false, encoding: .utf8)
    return folder
  }

  private func write(_ rows: [String], _ folder: String) throws {
    try (["月,コマ,館"] + rows.map { $0 + ($0.filter { $0 == "," }.count == 1 ? ",本館" : "") }).joined(separator: "\n")
      .write(toFile: folder + "/datasets/use/use.csv", atomically: false, encoding: .utf8)
  }

  private func run(
    _ folder: String, _ period: String, settings: [String: String] = [:]
  ) async throws -> (ReportDefinition, ReportRunner.Result) {
    let report = try ReportFinder(searchPath: [folder + "/reports"]).find("paper")
    let runner = ReportRunner(
      finder: DatasetFinder(searchPath: [folder + "/datasets"]), engine: LocalEngine(threads: 1))
    return (report, try await runner.run(report, period: period, settings: settings))
  }

  private func publish(_ folder: String, _ period: String, settings: [String: String] = [:]) async throws -> String {
    let (report, result) = try await run(folder, period, settings: settings)
    return try EditionPublisher.publish(result, of: report, formats: [.text, .json], version: "test")
  }

  private static let quarters = ["04", "05", "06", "07", "08", "09"].map { "2025-\($0),100" }

  @Test func `an edition is never overwritten`() async throws {
    let folder = try folder(Self.quarters)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let first = try await publish(folder, "FY2025Q2")
    let before = try Data(contentsOf: URL(filePath: first + "/report.txt"))
    try write(["2025-07,1", "2025-08,1", "2025-09,1"], folder)
    let second = try await publish(folder, "FY2025Q2")
    #expect(first.hasSuffix("published/FY2025Q2/1") && second.hasSuffix("published/FY2025Q2/2"))
    #expect(try Data(contentsOf: URL(filePath: first + "/report.txt")) == before)
    // A number that is taken, even by a folder that is no edition, is not taken again.
    try FileManager.default.createDirectory(
      atPath: folder + "/reports/paper/published/FY2025Q2/7", withIntermediateDirectories: true)
    #expect(try await publish(folder, "FY2025Q2").hasSuffix("/8"))
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: first).sorted() == [
        "figures.csv", "report.json", "report.txt", "run.json",
      ])
  }

  @Test func `a published figure of an earlier period that moved is marked`() async throws {
    let folder = try folder(Self.quarters)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    _ = try await publish(folder, "FY2025Q1")
    try write(["2025-04,100", "2025-05,100", "2025-06,150", "2025-07,100", "2025-08,100", "2025-09,100"], folder)
    let (_, result) = try await run(folder, "FY2025Q2")
    let revised = result.ledger.filter { $0.marks.contains(.revised) }
    #expect(revised.map { $0.id?.spelling } == ["paper/use/use.slots@FY2025Q1"])
    #expect(revised.map(\.printed) == ["350"])
    #expect(result.run.history == ["published/FY2025Q1/1"])
    let notes = try #require(result.document.tables.first).notes.map(\.ja)
    #expect(notes.contains { $0.hasPrefix("遡及改定（r）：") && $0.contains("350コマ（前回公表 300コマ）") })
    #expect(result.document.notes.contains { $0.ja.contains("令和7年度第1四半期の利用コマ数 350コマr（前回公表 300コマ）") })
    // The period of the run itself has nothing to be revised against.
    let (_, own) = try await run(folder, "FY2025Q1")
    #expect(own.ledger.allSatisfy { !$0.marks.contains(.revised) } && own.run.history.isEmpty)
  }

  @Test func `a paper with parameters is an edition of its own`() async throws {
    let hall = "東,西/南=%"
    let rows = Self.quarters + Self.quarters.map { "\($0),\"\(hall)\"" }
    let folder = try folder(rows)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    _ = try await publish(folder, "FY2025Q1")
    let path = try await publish(folder, "FY2025Q1", settings: ["hall": hall])
    #expect(path.hasSuffix("/published/FY2025Q1,hall=東%2C西%2F南%3D%25/1"))
    let record = try RunRecord(path: path + "/run.json")
    #expect(record.parameters == ["hall": hall])
    #expect(try String(contentsOfFile: path + "/report.txt", encoding: .utf8).contains("300コマ"))
    let (report, result) = try await run(folder, "FY2025Q2", settings: ["hall": hall])
    // What all halls printed under the same id is no earlier value of this one.
    #expect(result.run.history == ["published/FY2025Q1,hall=東%2C西%2F南%3D%25/1"])
    #expect(result.ledger.allSatisfy { !$0.marks.contains(.revised) })
    let (_, all) = try await run(folder, "FY2025Q2")
    #expect(all.run.history == ["published/FY2025Q1/1"])
    let editions = PublishedEdition.all(of: report)
    #expect(editions.map(\.settings) == ["", "hall=東%2C西%2F南%3D%25"])
    #expect(editions.map(\.period) == [Period(machineSpelling: "FY2025Q1"), Period(machineSpelling: "FY2025Q1")])
    // A name that no file system takes is refused with its reason, not cut.
    let long = String(repeating: "長", count: 200)
    #expect(EditionName.spell(period: "FY2025Q1", parameters: ["hall": long]).utf8.count > 600)
    try write(rows + Self.quarters.map { "\($0),\(long)" }, folder)
    let failure = await #expect(throws: Findings.self) {
      try await publish(folder, "FY2025Q1", settings: ["hall": long])
    }
    #expect(failure?.findings.map(\.code) == ["output.cannot-create"])
  }

  @Test func `the definition says in which formats`() throws {
    func formats(_ line: String) throws -> ReportDefinition {
      try ReportDefinition.read(Array((Self.definition + "\n" + line).utf8), path: "paper/report.yaml", name: "paper")
    }
    #expect(ReportDefinition.formatNames == OutputFormat.allCases.map(\.rawValue))
    let silent = try formats("")
    #expect(silent.outputFormats == OutputFormat.usual && silent.editionFormats == OutputFormat.allCases)
    let some = try formats("formats: [text, docx]")
    #expect(some.outputFormats == [.text, .docx] && some.editionFormats == [.text, .docx])
    #expect(try formats("formats: all").outputFormats == OutputFormat.allCases)
    let wrong = try formats("formats: [text, exel]").problems
    #expect(wrong.map(\.code) == ["descriptor.unknown-value"] && wrong.first?.place.line == 12)
  }

  @Test func `a draft says of percentages that they rise, of amounts that they grow`() async throws {
    let folder = try folder(Self.quarters)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    func draft(_ metric: String) async throws -> String {
      try "metrics:\n  a: {label: 甲, time: 月, \(metric)}\n".write(
        toFile: folder + "/datasets/use/metrics.yaml", atomically: false, encoding: .utf8)
      let finder = DatasetFinder(searchPath: [folder + "/datasets"])
      let runner = ReportRunner(finder: finder, engine: LocalEngine(threads: 1))
      let draft = try ReportDraft(name: "a", dataset: "use", finder: finder)
      return try await draft.text(runner: runner, path: "a/report.yaml")
    }
    let share = try await draft("kind: share, numerator: sum(コマ), denominator: count")
    #expect(share.contains("{change}上昇した。") && share.contains("{change}低下した。") && share.contains("動き(ポイント)"))
    for amount in ["kind: sum, of: sum(コマ), unit: コマ", "kind: multiple, numerator: sum(コマ), denominator: count"] {
      let text = try await draft(amount)
      #expect(text.contains("{change}増えた。") && text.contains("{change}減った。") && !text.contains("ポイント"))
    }
  }

  /// The paper with a section that says what changed.
  private func withChanges(_ folder: String, metrics: String = "") throws {
    let block = metrics.isEmpty ? "last-edition" : "{since: last-edition, metrics: \(metrics)}"
    try (Self.definition + "\n  - id: moved\n    title: 変更\n    blocks:\n      - changes: \(block)\n").write(
      toFile: folder + "/reports/paper/report.yaml", atomically: false, encoding: .utf8)
  }

  private func said(_ result: ReportRunner.Result) -> [String] {
    result.document.blocks.flatMap { block -> [String] in
      guard case .list(let lines) = block else { return [] }
      return lines.map { $0.map { if case .text(let text) = $0 { text.ja } else { "" } }.joined() }
    }
  }

  @Test func `what changed since the edition before comes from the two ledgers`() async throws {
    let folder = try folder(Self.quarters)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try withChanges(folder)
    let (_, first) = try await run(folder, "FY2025Q1")
    #expect(said(first).contains("初版のため、前回版はない。") && first.run.history.isEmpty)
    _ = try await publish(folder, "FY2025Q1")
    let (report, same) = try await run(folder, "FY2025Q1")
    #expect(said(same).contains { $0.hasPrefix("前回版（令和7年度第1四半期 第1版、令和") && $0.contains("日公表）から変わった数値はない") })
    #expect(same.run.history == ["published/FY2025Q1/1"] && same.document.tables.allSatisfy { $0.name != "moved" })
    // A correction: 300 became 350; a run as recorded before the edition was there still says that it is the first.
    try write(["2025-04,100", "2025-05,100", "2025-06,150", "2025-07,100", "2025-08,100", "2025-09,120"], folder)
    let (_, corrected) = try await run(folder, "FY2025Q1")
    let table = try #require(corrected.document.tables.first { $0.name == "moved" })
    #expect(table.rows.map { $0.figures.map { $0.text(.ja) } }.contains(["300コマ", "350コマ", "50コマ"]))
    let runner = ReportRunner(
      finder: DatasetFinder(searchPath: [folder + "/datasets"]), engine: LocalEngine(threads: 1))
    let again = try await runner.run(
      report, period: "FY2025Q1", settings: [:], keepsOrigins: false, history: first.run.history)
    #expect(said(again).contains("初版のため、前回版はない。"))
  }

  @Test func `a cell that had no number is quoted with the sign that was published`() async throws {
    let folder = try folder(["2025-04,100", "2025-05,－", "2025-06,100"])
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let text =
      Self.definition.replacing("periods: [previous, period]", with: "periods: [2025-05, 2025-06, 2025-07]")
      + "\n  - id: moved\n    title: 変更\n    blocks:\n      - changes: last-edition\n"
    try text.write(toFile: folder + "/reports/paper/report.yaml", atomically: false, encoding: .utf8)
    _ = try await publish(folder, "FY2025Q1")
    try write(["2025-04,100", "2025-05,7", "2025-06,…", "2025-07,－"], folder)
    let (_, result) = try await run(folder, "FY2025Q1")
    let table = try #require(result.document.tables.first { $0.name == "moved" })
    let rows = table.rows.map { row in row.keys.last?.label.ja ?? "" }
    // － became a number, a number … , and … －: no number before and none now, yet another sign.
    for (month, cells) in [
      ("令和7年5月", ["－", "7コマ", ""]), ("令和7年6月", ["100コマ", "…", ""]), ("令和7年7月", ["…", "－", ""]),
    ] {
      let place = try #require(rows.firstIndex(of: month), "\(rows)")
      #expect(table.rows[place].figures.map { $0.text(.ja) } == cells)
    }
    #expect(table.completeNotes.contains { $0.ja.contains("－：該当なし") })
  }

  @Test func `a change is named by the label of its metric, and 皆増 is quoted as such`() async throws {
    let folder = try folder(["2025-04,0", "2025-05,10"])
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let text =
      Self.definition.replacing(
        "periods: [previous, period]", with: "periods: [2025-04, 2025-05], compare: previous")
      + "\n  - id: moved\n    title: 変更\n    blocks:\n      - changes: last-edition\n"
    try text.write(toFile: folder + "/reports/paper/report.yaml", atomically: false, encoding: .utf8)
    _ = try await publish(folder, "FY2025Q1")
    try write(["2025-04,5", "2025-05,10"], folder)
    let (_, result) = try await run(folder, "FY2025Q1")
    let table = try #require(result.document.tables.first { $0.name == "moved" })
    let row = try #require(table.rows.first { $0.keys[0].code == "use.slots.change.previous" })
    #expect(row.keys[0].label.ja == "利用コマ数の前期比(増減率)")
    #expect(row.figures.map { $0.text(.ja) } == ["皆増", "100.0％", ""])
  }

  @Test func `a metric of what changed that nothing has is refused`() async throws {
    let folder = try folder(Self.quarters)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    _ = try await publish(folder, "FY2025Q1")
    try withChanges(folder, metrics: "[use.slot, use, use.slots, rooms.used]")
    let error = await #expect(throws: Findings.self) { try await run(folder, "FY2025Q1") }
    // `use` is the beginning of one that there is.
    #expect(error?.findings.map(\.code) == ["metric.unknown", "metric.unknown"])
    #expect(error?.findings.map(\.text) == ["use.slot", "rooms.used"])
    #expect(error?.findings.first?.hint.ja == "「use.slots」ではありませんか")
    #expect(error?.findings.map(\.place.line) == [15, 15])
    #expect(error?.findings.first?.place.column == .character(50))
  }

  @Test func `a figure of the next period is held against the last one`() async throws {
    let folder = try folder(Self.quarters)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try withChanges(folder, metrics: "use.slots")
    _ = try await publish(folder, "FY2025Q1")
    try write(["2025-04,100", "2025-05,100", "2025-06,100", "2025-07,100", "2025-08,100", "2025-09,120"], folder)
    let (_, result) = try await run(folder, "FY2025Q2")
    let table = try #require(result.document.tables.first { $0.name == "moved" })
    #expect(table.rows.map { $0.figures.map { $0.text(.ja) } } == [["300コマ", "320コマ", "20コマ"]])
    #expect(table.rows.first?.keys.map(\.label.ja) == ["利用コマ数", "", "令和7年度第1四半期 → 令和7年度第2四半期"])
    // The figure of the first quarter, which is printed again, is the same and stands in no row.
    #expect(result.run.history == ["published/FY2025Q1/1"])
  }

  @Test func `an edition is the same only with its formats, its files and its words`() async throws {
    let folder = try folder(Self.quarters)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let first = try await publish(folder, "FY2025Q2")
    let runner = ReportRunner(
      finder: DatasetFinder(searchPath: [folder + "/datasets"]), engine: LocalEngine(threads: 1))
    func same(_ formats: [OutputFormat]) async throws -> String? {
      let (report, result) = try await run(folder, "FY2025Q2")
      return try await EditionPublisher.unchanged(result, of: report, formats: formats, runner: runner)?.name
    }
    #expect(try await same([.json, .text]) == "published/FY2025Q2/1")
    #expect(try await same([.text]) == nil)
    #expect(try await same([.text, .json, .docx]) == nil)
    let text = try Data(contentsOf: URL(filePath: first + "/report.txt"))
    try FileManager.default.removeItem(atPath: first + "/report.txt")
    #expect(try await same([.text, .json]) == nil)
    try (text + Data("手".utf8)).write(to: URL(filePath: first + "/report.txt"))
    #expect(try await same([.text, .json]) == nil)
    try text.write(to: URL(filePath: first + "/report.txt"))
    #expect(try await same([.text, .json]) == "published/FY2025Q2/1")
    let (path, words) = (folder + "/reports/paper/report.yaml", Self.definition.replacing("利用は", with: "利用の数は"))
    try words.write(toFile: path, atomically: false, encoding: .utf8)
    #expect(try await same([.text, .json]) == nil)
  }

  @Test func `a corrected sentence is another Word document`() async throws {
    let folder = try folder(Self.quarters)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let runner = ReportRunner(
      finder: DatasetFinder(searchPath: [folder + "/datasets"]), engine: LocalEngine(threads: 1))
    let (report, result) = try await run(folder, "FY2025Q2")
    _ = try EditionPublisher.publish(result, of: report, formats: [.docx], version: "test")
    #expect(try await EditionPublisher.unchanged(result, of: report, formats: [.docx], runner: runner) != nil)
    let (path, words) = (folder + "/reports/paper/report.yaml", Self.definition.replacing("利用は", with: "利用の数は"))
    try words.write(toFile: path, atomically: false, encoding: .utf8)
    let (corrected, other) = try await run(folder, "FY2025Q2")
    #expect(try await EditionPublisher.unchanged(other, of: corrected, formats: [.docx], runner: runner) == nil)
  }

  @Test(arguments: [
    (#""path": "use.csv", "hash": "0cc175b9c0f1b6a831c399e269772661""#, ["md5"]),
    (#""path": ["use.csv", "more.csv"], "hash": "sha256:"# + String(repeating: "0", count: 64) + "\"", ["複数"]),
    (#""path": "use.csv""#, []),
  ])
  func `a hash that vouches for nothing is told`(keys: String, words: [String]) async throws {
    let folder = try folder(Self.quarters)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try "月,コマ,館\n2025-07,1,別館\n".write(
      toFile: folder + "/datasets/use/more.csv", atomically: false, encoding: .utf8)
    let path = folder + "/datasets/use/datapackage.json"
    try String(contentsOfFile: path, encoding: .utf8).replacing("\"path\": \"use.csv\"", with: keys)
      .write(toFile: path, atomically: false, encoding: .utf8)
    let (_, result) = try await run(folder, "FY2025Q2")
    #expect(result.altered == [])
    #expect(result.unchecked.map(\.code) == words.map { _ in "edition.hash-not-checked" })
    for (finding, word) in zip(result.unchecked, words) {
      #expect(finding.message.ja.contains(word) && finding.severity == .warning && finding.place.line != nil)
    }
  }

  @Test func `the day of publication is as given or refused`() throws {
    #expect(try PublishingDay.today(given: "1764288000").description == "2025-11-28")
    #expect(try PublishingDay.today(given: nil).description >= "2025-11-28")
    for wrong in ["abc", "", "1e9", "99999999999999999999", "9223372036854775807"] {
      let failure = #expect(throws: Findings.self) { try PublishingDay.today(given: wrong) }
      #expect(failure?.kind == .usage && failure?.findings.map(\.text) == ["SOURCE_DATE_EPOCH=\(wrong)"])
    }
  }

  @Test func `what did not move is not marked`() async throws {
    let folder = try folder(Self.quarters)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    _ = try await publish(folder, "FY2025Q1")
    let (_, result) = try await run(folder, "FY2025Q2")
    #expect(result.ledger.allSatisfy { !$0.marks.contains(.revised) })
    #expect(result.run.history == ["published/FY2025Q1/1"])
  }

  @Test func `a draft runs at once, for every packaged dataset with tables`() async throws {
    let finder = DatasetFinder(searchPath: [PublishedTests.root.appending(path: "datasets").path])
    let runner = ReportRunner(finder: finder, engine: LocalEngine(threads: 1))
    for dataset in ["mihon-centres", "kitakyushu-requests", "kitakyushu-issue-registers"] {
      let draft = try ReportDraft(name: "draft", dataset: dataset, finder: finder)
      let text = try await draft.text(runner: runner, path: "draft/report.yaml")
      let report = try ReportDefinition.read(Array(text.utf8), path: "draft/report.yaml", name: "draft")
      #expect(!(try await runner.run(report)).document.tables.isEmpty, "\(dataset)")
    }
    #expect(throws: Findings.self) { try ReportDraft(name: "../x", dataset: "mihon-centres", finder: finder) }
  }

  @Test func `rules say what to do`() {
    for rule in EditionRule.examples {
      #expect(!rule.message.ja.isEmpty && !rule.hint.ja.isEmpty && !rule.hint.en.isEmpty)
    }
    for rule in ReportDraftRule.examples {
      #expect(!rule.message.en.isEmpty && !rule.hint.ja.isEmpty && !rule.hint.en.isEmpty)
    }
    let codes = EditionRule.examples.map(\.code) + ReportDraftRule.examples.map(\.code)
    #expect(Set(codes).count == codes.count)
  }

  @Test func aTableOfMonthsWithoutAKeyIsWarnedOf() throws {
    let folder = try folder(["2025-04,1", "2025-05,2"])
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let finder = DatasetFinder(searchPath: [folder + "/datasets"])
    let warning = try #require(try ReportDraft(name: "a", dataset: "use", finder: finder).warnings.first)
    #expect(warning.code == "report.no-primary-key" && warning.severity == .warning)
    #expect(warning.message.ja.contains("印が付きません"))
    #expect(warning.hint.en.contains("\"primaryKey\": [\"館\", \"月\"]"))
    let path = folder + "/datasets/use/datapackage.json"
    let text = try String(contentsOfFile: path, encoding: .utf8)
    try text.replacing("\"fields\"", with: "\"primaryKey\": [\"館\", \"月\"], \"fields\"")
      .write(toFile: path, atomically: false, encoding: .utf8)
    #expect(try ReportDraft(name: "a", dataset: "use", finder: finder).warnings == [])
  }
}
