import Foundation
import ShihyoDefinitions
import ShihyoModel
import ShihyoReports
import Testing

@testable import ShihyoVerification

/// 正誤表 between editions written by hand.
struct ErrataTests {
  private static let definition = """
    title: 利用
    lang: ja
    datasets: use
    sections: [{id: use, title: 利用, blocks: [{sentence: 利用}]}]
    """

  private struct Edition {
    var period = "FY2025Q2"
    var number: Int
    /// Figures as `id,printed,unit`.
    var ledger: [String]
    /// Blocks of `report.json`; nil: the edition has none.
    var blocks: [String]?
    var digest = "a"
    var definition = "利用"
    var published: String?
    /// Members of `report.json` before its blocks.
    var front = ""
  }

  private func errata(
    _ editions: [Edition], names: [String] = [], period: String? = nil, settings: [String: String] = [:],
    reason: String? = nil
  ) throws -> Errata {
    let head = "id,printed,unit,numerator,denominator,n,definition,rounding,marks\n"
    var files = ["reports/paper/report.yaml": Self.definition]
    for edition in editions {
      let folder = "reports/paper/published/\(edition.period)/\(edition.number)"
      files[folder + "/figures.csv"] = head + edition.ledger.map { $0 + ",,,,\(edition.definition),,\n" }.joined()
      files[folder + "/run.json"] = """
        {"report": "paper", "version": "", "engine": "local", "period": null, "parameters": {},
         "inputs": [{"dataset": "use/use", "path": "use.csv", "bytes": 1, "sha256": "\(edition.digest)"}]\(
         edition.published.map { ", \"published\": \"\($0)\"" } ?? "")}
        """
      if let blocks = edition.blocks {
        files[folder + "/report.json"] = "{\(edition.front)\"blocks\": [\(blocks.joined(separator: ","))]}"
      }
    }
    let folder = try TemporaryFiles(files)
    defer { withExtendedLifetime(folder) {} }
    let report = try ReportFinder(searchPath: [folder.path("reports")]).find("paper")
    return try Errata(
      report, editions: names, period: period, settings: settings, reason: reason,
      finder: DatasetFinder(searchPath: [folder.path("datasets")]))
  }

  private func words(_ text: String) -> String { "{\"ja\": \"\(text)\", \"en\": \"\(text)\"}" }
  private func heading(_ text: String) -> String { "{\"type\": \"heading\", \"level\": 1, \"text\": \(words(text))}" }
  private func printed(_ id: String, _ text: String) -> String { "{\"id\": \"\(id)\", \"printed\": \(words(text))}" }
  private func sentence(parts: [String]) -> String {
    "{\"type\": \"paragraph\", \"parts\": [\(parts.joined(separator: ","))]}"
  }
  private func sentence(_ text: String, _ figures: [String] = []) -> String {
    let parts = figures.map { "{\"id\": \"\($0)\", \"printed\": \(words(""))}" }
    return "{\"type\": \"paragraph\", \"parts\": [\((["{\"text\": \(words(text))}"] + parts).joined(separator: ","))]}"
  }
  private func table(_ rows: [(label: String, id: String)]) -> String {
    let rows = rows.map { "{\"labels\": [\(words($0.label))], \"figures\": [{\"id\": \"\($0.id)\"}]}" }
    return "{\"type\": \"table\", \"name\": \"use\", \"title\": \(words("区別")), \"values\": "
      + "[{\"label\": \(words("利用者"))}], \"rows\": [\(rows.joined(separator: ","))]}"
  }

  @Test func `a figure that moved and a row that vanished are named by their places`() throws {
    let (first, second) = ("paper/use/users@FY2025Q2,区=甲区", "paper/use/users@FY2025Q2,区=乙区")
    let found = try errata([
      Edition(
        number: 1, ledger: ["\"\(first)\",1200,人", "\"\(second)\",15,人"],
        blocks: [heading("1 利用"), table([("甲区", first), ("乙区", second)])]),
      Edition(number: 2, ledger: ["\"\(first)\",1300,人"], blocks: [heading("1 利用"), table([("甲区", first)])]),
    ])
    #expect(found.oldName == "published/FY2025Q2/1" && found.newName == "published/FY2025Q2/2")
    #expect(found.entries.map(\.place) == ["区別 甲区 利用者", "区別 乙区 利用者"])
    #expect(found.entries.map(\.section) == ["1 利用", "1 利用"])
    #expect(found.entries.map(\.wrong) == ["1,200人", "15人"] && found.entries.map(\.right) == ["1,300人", ""])
    let cells = found.document.tables.first?.rows.map { $0.keys.map(\.label.ja) } ?? []
    #expect(cells.map { $0.suffix(3).prefix(2) } == [["1,200人", "1,300人"], ["15人", "（なし）"]])
  }

  @Test func `a figure that stands in several tables is listed at each of its places`() throws {
    let (ward, all) = ("paper/use/users@FY2025Q2,区=甲区", "paper/use/users@FY2025Q2")
    func named(_ title: String?, _ rows: [(label: String, id: String)], _ printed: String) -> String {
      table(rows).replacing(words("区別"), with: title.map(words) ?? "null")
        .replacing("\"}]", with: "\", \"printed\": \(words(printed))}]")
    }
    func blocks(_ printed: String, third: Bool) -> [String] {
      [
        heading("1 利用"), named(nil, [("甲区", ward)], printed), named("推移", [("甲区", ward)], printed),
        heading("2 再掲"), named("推移", [("甲区", ward)], printed),
      ] + (third ? [named("別表", [("全市", all)], "9人")] : [])
    }
    let found = try errata([
      Edition(number: 1, ledger: ["\"\(ward)\",5,人", "\(all),9,人"], blocks: blocks("5人", third: true)),
      Edition(number: 2, ledger: ["\"\(ward)\",6,人", "\(all),9,人"], blocks: blocks("6人", third: false)),
    ])
    let places = ["表1 甲区 利用者", "表2 推移 甲区 利用者", "表3 推移 甲区 利用者", "別表 全市 利用者"]
    #expect(found.entries.map(\.place) == places)
    #expect(found.entries.map(\.section) == ["1 利用", "1 利用", "2 再掲", "2 再掲"])
    #expect(found.entries.map(\.wrong) == ["5人", "5人", "5人", "9人"])
    #expect(found.entries.map(\.right) == ["6人", "6人", "6人", ""])
    #expect(found.silent == 0 && found.unprinted == 0)
  }

  @Test func `one of its cells that is gone is told, and a new title parts no pair`() throws {
    let id = "paper/use/users@FY2025Q2"
    let row = [(label: "甲区", id: id)]
    let found = try errata([
      Edition(number: 1, ledger: ["\(id),5,人"], blocks: [heading("1 利用"), table(row), table(row)]),
      Edition(
        number: 2, ledger: ["\(id),6,人"],
        blocks: [heading("1 利用"), table(row).replacing(words("区別"), with: words("区別の利用"))]),
    ])
    #expect(found.entries.map(\.place) == ["区別の利用 甲区 利用者", "表2 区別 甲区 利用者"])
    #expect(found.entries.map(\.wrong) == ["5人", "5人"] && found.entries.map(\.right) == ["6人", ""])
  }

  @Test func `it is headed as the paper is, and names both editions with their days`() throws {
    let id = "paper/use/users@FY2025Q2"
    let front = """
      "title": \(words("利用の状況")), "frame": {"number": \(words("資料2")), "department": \(words("総務課")),
      "closing": [\(words("出典：統計")), \(words("問い合わせ先：総務課"))]},
      """
    let blocks = [heading("1 利用"), sentence(parts: [printed(id, "5人")])]
    let changed = [heading("1 利用"), sentence(parts: [printed(id, "6人")])]
    let found = try errata([
      Edition(number: 1, ledger: ["\(id),5,人"], blocks: blocks, front: front),
      Edition(number: 2, ledger: ["\(id),6,人"], blocks: changed, published: "2025-11-28", front: front),
    ])
    let document = found.document
    #expect(document.title == Bilingual(ja: "正誤表　利用の状況", en: "Errata: 利用の状況"))
    #expect(document.frame?.number?.ja == "資料2" && document.frame?.department?.ja == "総務課")
    #expect(document.frame?.closing.map(\.ja) == ["問い合わせ先：総務課"])
    let text = TextRenderer(TextOptions(language: .ja)).render(document)
    #expect(text.contains("誤：令和7年度第2四半期 第1版（公表日の記録なし）\n正：令和7年度第2四半期 第2版（令和7年11月28日公表）"))
    // No metric has this name: the id says what it is, and is what a program reads in any case.
    let cells = try #require(document.tables.first?.rows.first?.keys)
    #expect(cells.map(\.label.ja).prefix(5) == ["1 利用", "本文", "users（令和7年度第2四半期）", "5人", "6人"])
    #expect(cells[2].code == id)
  }

  @Test func `sentences change, come, go and move`() throws {
    let id = "paper/use/users@FY2025Q2"
    let found = try errata([
      Edition(
        number: 1, ledger: ["\(id),5,人"],
        blocks: [
          heading("1 概要"), sentence("甲は増えた。"), sentence("乙は減った。"), sentence("利用は", [id]), sentence("消える文。"),
          heading("2 利用"), sentence("移る文。"),
        ]),
      Edition(
        number: 2, ledger: ["\(id),5,人"],
        blocks: [
          heading("1 概要"), sentence("乙は減った。"), sentence("甲は増えた。"), sentence("移る文。"), sentence("利用は約", [id]),
          heading("2 利用"), sentence("加わる文。"),
        ]),
    ])
    typealias Change = Errata.SentenceChange
    #expect(
      found.sentences == [
        Change(section: "2 利用", movedTo: "1 概要", wrong: "移る文。", right: "移る文。"),
        Change(section: "1 概要", movedTo: nil, wrong: "利用は", right: "利用は約"),
        Change(section: "2 利用", movedTo: nil, wrong: "", right: "加わる文。"),
        Change(section: "1 概要", movedTo: nil, wrong: "消える文。", right: ""),
      ])
    let cells = found.document.tables.last?.rows.map { $0.keys.map(\.label.ja) } ?? []
    #expect(cells.first == ["2 利用 → 1 概要", "移る文。", "同左（節を移動）"])
    #expect(cells.suffix(2) == [["2 利用", "（追加）", "加わる文。"], ["1 概要", "消える文。", "（削除）"]])
    #expect(found.entries.isEmpty && found.hasDifferences)
  }

  @Test func `what is quoted is what each paper printed, marks and words included`() throws {
    let (users, change) = ("paper/use/users@FY2025Q2", "paper/use/users.change.previous@FY2025Q2")
    let found = try errata([
      Edition(
        number: 1, ledger: ["\(users),533138,人", "\(change),-0.6,％"],
        blocks: [heading("1 利用"), sentence(parts: [printed(users, "533,138人!"), "{\"text\": \(words("とほぼ同じだった。"))}"])]),
      Edition(
        number: 2, ledger: ["\(users),523138,人", "\(change),-2.5,％"],
        blocks: [
          heading("1 利用"),
          sentence(parts: [
            printed(users, "523,138人r!"), "{\"text\": \(words("より"))}", printed(change, "2.5％"),
            "{\"text\": \(words("減った。"))}",
          ]),
        ]),
    ])
    #expect(found.entries.map(\.wrong) == ["533,138人!"] && found.entries.map(\.right) == ["523,138人r!"])
    #expect(
      found.sentences == [
        Errata.SentenceChange(
          section: "1 利用", movedTo: nil, wrong: "533,138人!とほぼ同じだった。", right: "523,138人r!より2.5％減った。")
      ])
    #expect(found.unprinted == 0 && found.silent == 0)
  }

  @Test func `titles and notes count, and a row that is gone though a sentence keeps its figure`() throws {
    let id = "paper/use/users@FY2025Q2"
    func notes(_ text: String) -> String {
      "{\"type\": \"table\", \"title\": null, \"notes\": [\(words(text))], \"rows\": []}"
    }
    let found = try errata([
      Edition(
        number: 1, ledger: ["\(id),5,人"],
        blocks: [heading("1 利用"), table([("甲区", id)]), sentence(parts: [printed(id, "5人")]), notes("甲区を除く。")]),
      Edition(
        number: 2, ledger: ["\(id),5,人"],
        blocks: [heading("1 利用の状況"), sentence(parts: [printed(id, "5人")]), notes("甲区と乙区を除く。")]),
    ])
    #expect(found.entries.map(\.place) == ["区別 甲区 利用者"])
    #expect(found.entries.map(\.wrong) == ["5人"] && found.entries.map(\.right) == [""])
    let changes = found.sentences.map { [$0.wrong, $0.right] }
    #expect(changes == [["1 利用", "1 利用の状況"], ["甲区を除く。", "甲区と乙区を除く。"], ["区別", ""]])
  }

  @Test func `an edition without its paper is compared by the ledger, and that is said`() throws {
    let id = "paper/use/users@FY2025Q2"
    let found = try errata([
      Edition(number: 1, ledger: ["\(id),5,人"], blocks: nil),
      Edition(number: 2, ledger: ["\(id),6,人"], blocks: [heading("1 利用"), sentence("利用は", [id])]),
    ])
    #expect(found.warnings.map(\.code) == ["edition.paper-missing"])
    #expect(found.entries.map(\.wrong) == ["5人"] && found.entries.map(\.place) == ["本文"])
    #expect(found.sentences.isEmpty)
    let neither = try errata([
      Edition(number: 1, ledger: ["\(id),5,人"], blocks: nil), Edition(number: 2, ledger: ["\(id),6,人"], blocks: nil),
    ])
    #expect(neither.warnings.count == 2 && neither.entries.map(\.section) == ["use"])
    #expect(neither.entries.map(\.label.ja) == ["users（令和7年度第2四半期）"])
  }

  @Test func `the reason is as given, else what the records tell`() throws {
    let id = "paper/use/users@FY2025Q2"
    func reasons(_ change: (inout Edition) -> Void, given: String? = nil) throws -> [String] {
      let blocks = [heading("1 利用"), sentence("利用は", [id])]
      var second = Edition(number: 2, ledger: ["\(id),6,人"], blocks: blocks)
      change(&second)
      let first = Edition(number: 1, ledger: ["\(id),5,人"], blocks: blocks)
      return try errata([first, second], reason: given).entries.map(\.reason.ja)
    }
    #expect(try reasons { _ in } == ["データは同じで、資料の定義かプログラムを改めた"])
    #expect(try reasons { $0.digest = "b" } == ["データの変更：use/use"])
    #expect(try reasons { $0.definition = "延べ利用" } == ["算出の定義または端数処理を改めた"])
    let other = ["paper/use/others@FY2025Q2,1,件"]
    #expect(Set(try reasons { $0.ledger = other }) == ["一方の版にしか載せていない（資料の構成か期間を改めた）"])
    #expect(
      Set(try reasons { ($0.ledger, $0.digest) = (other, "b") })
        == ["一方の版にしか載せていない（資料の構成か期間を改めた、またはデータの変更：use/use）"])
    #expect(try reasons({ $0.digest = "b" }, given: "乙区の訂正") == ["乙区の訂正"])
  }

  /// Two editions of figures of two datasets; the file of x changes.
  private func ofTwo(labels: [String], ledger: [String], read: [String] = ["x", "y"]) throws -> [Errata.Entry] {
    var files = ["reports/paper/report.yaml": Self.definition.replacing("datasets: use", with: "datasets: [x, y]")]
    for (name, label) in zip(["x", "y"], labels) {
      files["datasets/\(name)/datapackage.json"] = """
        {"name": "\(name)", "title": "\(name)の表", "resources": [{"name": "\(name)", "path": "a.csv",
         "schema": {"fields": [{"name": "人数", "type": "integer"}]}}]}
        """
      files["datasets/\(name)/metrics.yaml"] =
        "metrics:\n  users: {label: \(label), kind: sum, of: sum(人数)}\n  \(name).own: {label: \(label), kind: sum, of: sum(人数)}\n"
    }
    for number in [1, 2] {
      let folder = "reports/paper/published/FY2025Q2/\(number)"
      files[folder + "/figures.csv"] =
        "id,printed,unit,numerator,denominator,n,definition,rounding,marks\n"
        + ledger.map { "\"paper/use/\($0)\",\(number),人,,,,,,\n" }.joined()
      let inputs = read.map { name in
        "{\"dataset\": \"\(name)/\(name)\", \"path\": \"\(name).csv\", \"bytes\": 1, \"sha256\": \"\(name == "x" ? number : 0)\"}"
      }
      files[folder + "/run.json"] = """
        {"report": "paper", "version": "", "engine": "local", "period": null, "parameters": {},
         "inputs": [\(inputs.joined(separator: ", "))]}
        """
    }
    let folder = try TemporaryFiles(files)
    defer { withExtendedLifetime(folder) {} }
    let report = try ReportFinder(searchPath: [folder.path("reports")]).find("paper")
    return try Errata(
      report, editions: [], period: nil, reason: nil, finder: DatasetFinder(searchPath: [folder.path("datasets")])
    ).entries
  }

  @Test func `a metric that two datasets have is not taken for that of the last`() throws {
    let ledger = ["users@FY2025Q2", "y.own@FY2025Q2", "users.change.previous@FY2025Q2"]
    let both = try ofTwo(labels: ["xの人数", "yの人数"], ledger: ledger)
    let when = "（令和7年度第2四半期）"
    #expect(both.map(\.label.ja) == ["users" + when, "yの人数" + when, "users.change.previous" + when])
    let (changed, same) = ("データの変更：xの表", "データは同じで、資料の定義かプログラムを改めた")
    #expect(both.map(\.reason.ja) == [changed, same, changed])
    // A label that both have is right whichever is meant; of one that the run did not read no figure is made.
    let shared = try ofTwo(labels: ["人数", "人数"], ledger: ledger)
    #expect(shared.map(\.label.ja) == ["人数" + when, "人数" + when, "人数の前期比(増減率)" + when])
    let one = try ofTwo(labels: ["xの人数", "yの人数"], ledger: ["users@FY2025Q2"], read: ["y"])
    #expect(one.map(\.label.ja) == ["yの人数" + when] && one.map(\.reason.ja) == [same])
  }

  @Test func `counts of blocks have names`() throws {
    let names = ["ranks.count", "ranks.share", "ranks.complete", "ranks.movement", "count"]
    let ledger = names.map { $0 + "@2024-11,ランク=3" }
    let labels = try ofTwo(labels: ["x", "y"], ledger: ledger).map { $0.label.ja.prefix { $0 != "（" } }
    #expect(labels == ["課題数", "ランクの割合", "完了率", "前回と今回のランク別の課題数", "件数"])
  }

  @Test func `editions are chosen by name, by period, and by what was set`() throws {
    let ledger = ["paper/use/users@FY2025Q2,5,人"]
    let ward = "FY2025Q2,ward=甲区"
    let editions =
      [1, 2].map { Edition(number: $0, ledger: ledger) }
      + [1, 2, 10].map { Edition(period: ward, number: $0, ledger: ledger) }
      + [Edition(period: "FY2025Q3", number: 1, ledger: ledger)]
    func names(_ found: Errata) -> [String] { [found.oldName, found.newName] }
    #expect(try names(errata(editions)) == ["published/FY2025Q2/1", "published/FY2025Q2/2"])
    // The newest quarter has one edition only: that an older one is shown is said, and how to choose.
    let older = try errata(editions).warnings.filter { $0.code == "edition.only-one" }
    #expect(older.count == 1 && older.first?.severity == .warning)
    #expect(older.first?.message.ja.hasPrefix("最新の期間には published/FY2025Q3/1 しかないので") == true)
    #expect(older.first?.hint.en.hasSuffix("--errata FY2025Q2/1 FY2025Q2/2") == true)
    func isOlder(_ found: Errata) -> Bool { found.warnings.contains { $0.code == "edition.only-one" } }
    #expect(try !isOlder(errata(editions, settings: ["ward": "甲区"])))
    #expect(try !isOlder(errata(editions, period: "FY2025Q2")))
    #expect(try !isOlder(errata(editions, names: ["FY2025Q2/1", "FY2025Q2/2"])))
    #expect(
      try names(errata(editions, settings: ["ward": "甲区"])) == ["published/\(ward)/2", "published/\(ward)/10"])
    #expect(
      try names(errata(editions, names: ["\(ward)/1", "FY2025Q3/1"])) == [
        "published/\(ward)/1", "published/FY2025Q3/1",
      ])
    #expect(
      try names(errata(editions, names: ["1", "2"], period: "令和7年度第2四半期"))
        == ["published/FY2025Q2/1", "published/FY2025Q2/2"])
    let reversed = #expect(throws: Findings.self) {
      try errata(editions, names: ["2", "1"], period: "令和7年度第2四半期")
    }
    #expect(reversed?.findings.map(\.code) == ["edition.reversed"])
    let others = try errata(editions, names: ["FY2025Q2/2", "FY2025Q3/1"])
    #expect(others.warnings.map(\.code).first == "edition.other-periods")
    #expect(throws: Findings.self) { try errata(editions, names: ["FY2025Q2/3", "FY2025Q2/1"]) }
    #expect(throws: Findings.self) { try errata(editions, period: "FY2025Q3") }
    #expect(throws: Findings.self) { try errata(editions, settings: ["ward": "乙区"]) }
  }
}
