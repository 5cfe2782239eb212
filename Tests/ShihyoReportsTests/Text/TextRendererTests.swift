import Foundation
import ShihyoModel
import ShihyoReports
import Testing

struct TextRendererTests {
  @Test(arguments: Language.allCases)
  func `ranks with shares, notes and a sentence`(language: Language) {
    assertSnapshot(TextRenderer(TextOptions(language: language)).render(Samples.ranks), named: "ranks.\(language).txt")
  }

  @Test(arguments: Language.allCases)
  func `signs, marks, spanners and footnotes`(language: Language) {
    assertSnapshot(TextRenderer(TextOptions(language: language)).render(Samples.signs), named: "signs.\(language).txt")
  }

  @Test func `wide ambiguous characters`() {
    let options = TextOptions(language: .ja, ambiguousWidth: .wide)
    assertSnapshot(TextRenderer(options).render(Samples.signs), named: "signs.wide.txt")
  }

  @Test func `colour stands only where the caller asks for it`() {
    let plain = TextRenderer(TextOptions(language: .ja)).render(Samples.ranks)
    let colored = TextRenderer(TextOptions(language: .ja, usesColor: true)).render(Samples.ranks)
    #expect(!plain.utf8.contains(0x1B))
    assertSnapshot(colored, named: "ranks.color.txt")
    let stripped = ["\u{1B}[1m", "\u{1B}[2m", "\u{1B}[0m"].reduce(colored) { $0.split(separator: $1).joined() }
    #expect(stripped == plain)
  }

  @Test(arguments: Language.allCases)
  func `nothing of the data moves the cursor or hides`(language: Language) {
    let text = TextRenderer(TextOptions(language: language)).render(Samples.hostile)
    assertSnapshot(text, named: "hostile.\(language).txt")
    let controls = text.unicodeScalars.filter { $0.properties.generalCategory == .control && $0 != "\n" }
    #expect(controls.isEmpty)
    #expect(!text.unicodeScalars.contains("\u{202E}"))
  }

  @Test(arguments: [40, 80]) func `titles, notes and sources are no wider than the terminal`(columns: Int) {
    func long(_ text: String) -> Bilingual {
      let text = String(repeating: text, count: 20)
      return Bilingual(ja: text, en: text)
    }
    let table = ReportTable(
      title: long("表の題"), keyColumns: [ReportTable.KeyColumn(name: "区")], valueColumns: [],
      rows: [ReportTable.Row(keys: [ReportTable.KeyCell("門司")], figures: [])], footnotes: [long("脚注")],
      notes: [long("注記")])
    let frame = PaperFrame(
      number: nil, status: nil, department: nil, footnotes: [long("定義")],
      closing: [Bilingual(ja: "出典：" + long("文書名").ja, en: "Sources: " + long("文書名").en)])
    let document = ReportDocument(
      title: long("題名"), blocks: [.heading(level: 1, long("見出し")), .table(table)], notes: [long("端数")], frame: frame)
    let text = TextRenderer(TextOptions(language: .ja, tableWidth: columns)).render(document)
    #expect(text.split(separator: "\n").allSatisfy { DisplayWidth().columns(String($0)) <= columns })
    #expect(text.filter { !$0.isWhitespace }.contains(long("文書名").ja) && text.contains("\n      "))
  }

  @Test func `rows end at the same column and nothing is cut`() {
    let label = String(repeating: "長い名前の施設", count: 30)
    let columns = (1...60).map { ReportTable.ValueColumn(name: "列\($0)") }
    let table = ReportTable(
      keyColumns: [.init(name: "施設")], valueColumns: columns,
      rows: [label, "短"].map { .init(keys: [.init($0)], figures: columns.indices.map { Samples.count($0 * 1000) }) })
    let options = TextOptions(language: .ja, tableWidth: 10_000)
    let lines = TextRenderer(options).render(ReportDocument(blocks: [.table(table)])).split(separator: "\n")
    #expect(lines.count == 4)
    #expect(lines[2].hasPrefix(label))
    let widths = Set(lines.map { DisplayWidth().columns(String($0)) })
    #expect(widths.count == 1)
  }

  /// Columns of a block stand under the heading of the rows; each heading and each number is there once.
  @Test(arguments: [40, 80, 110]) func `sixty columns are cut into blocks that fit and say which they are`(width: Int) {
    let columns = (1...60).map { ReportTable.ValueColumn(name: "列\($0)") }
    let table = ReportTable(
      title: Bilingual(ja: "広い表", en: "wide"), keyColumns: [.init(name: "区")], valueColumns: columns,
      spanners: [
        .init(label: Bilingual(ja: "前半", en: "first"), columns: 0..<30),
        .init(label: Bilingual(ja: "令和7年度第2四半期", en: "Q2"), columns: 57..<60),
      ],
      rows: ["門司", "小倉北"].map { name in
        .init(keys: [.init(name)], figures: columns.indices.map { Samples.count($0 * 1000) })
      },
      notes: [Bilingual(ja: "注記", en: "note")])
    let document = ReportDocument(blocks: [.table(table)])
    let text = TextRenderer(TextOptions(language: .ja, tableWidth: width, widestTable: width)).render(document)
    #expect(text.split(separator: "\n").allSatisfy { DisplayWidth().columns(String($0)) <= width })
    let blocks = text.split(separator: "\n\n").map { $0.split(separator: "\n").map { $0.split(separator: " ") } }
    for (number, block) in blocks.enumerated() {
      #expect(block[0].first == "広い表（\(number + 1)/\(blocks.count)）")
      #expect(block.filter { $0.first == "門司" }.count == 1)
    }
    let rows = blocks.flatMap(\.self)
    #expect(rows.filter { $0.first == "区" }.flatMap { $0.dropFirst() }.map(String.init) == columns.map(\.name))
    let cells = rows.filter { $0.first == "小倉北" }.flatMap { $0.dropFirst() }
    let numbers = cells.compactMap { Int($0.filter { $0 != "," }) }
    #expect(numbers == columns.indices.map { $0 * 1000 })
    #expect(rows.filter { $0.contains("前半") }.count > 1 && text.components(separatedBy: "第2四半期").count == 2)
    #expect(text.components(separatedBy: "注記").count == 2)
  }

  @Test func `a list of texts is cut beside its first column`() {
    let names = (1...9).map { "項目\($0)" }
    let long = String(repeating: "長", count: 30)
    let table = ReportTable(
      keyColumns: names.map { .init(name: $0) }, valueColumns: [],
      rows: [.init(keys: names.map { .init($0 + long) }, figures: [])])
    let text = TextRenderer(TextOptions(language: .ja)).render(ReportDocument(blocks: [.table(table)]))
    let lines = text.split(separator: "\n")
    #expect(lines.allSatisfy { DisplayWidth().columns(String($0)) <= 110 })
    #expect(lines[0] == "（1/2）" && lines.filter { $0.hasPrefix("項目1  ") }.count == 2)
    for name in names.dropFirst() { #expect(text.components(separatedBy: name).count == 3) }
  }

  @Test func `long texts are broken so that the table fits, under their own column`() {
    let remark = String(repeating: "各区での取組みが進んでいる。", count: 12)
    let table = ReportTable(
      keyColumns: [.init(name: "議題"), .init(name: "意見"), .init(name: "所管")], valueColumns: [.init(name: "件数")],
      rows: [.init(keys: [.init("区"), .init(remark), .init("")], figures: [Samples.count(12)])])
    let lines = TextRenderer(TextOptions(language: .ja)).render(ReportDocument(blocks: [.table(table)])).split(
      separator: "\n")
    #expect(lines.allSatisfy { DisplayWidth().columns(String($0)) <= 110 })
    #expect(lines.count > 3)
    #expect(lines[2].hasSuffix("12"))
    #expect(lines[3].hasPrefix("      ") && !lines[3].hasPrefix("       "))
    let joined = lines.dropFirst(2).map { line in
      line.split(separator: " ").filter { $0 != "区" && $0 != "12" }.joined()
    }.joined()
    #expect(joined == remark)
  }

  @Test func `tables without rows, without columns, without anything`() {
    let headings = ReportTable(
      keyColumns: [.init(name: "区")], valueColumns: [.init(name: "count", unit: "件")], rows: [])
    let text = TextRenderer(TextOptions(language: .ja)).render(ReportDocument(blocks: [.table(headings)]))
    #expect(text == "（単位：件）\n区  count\n--  -----\n（該当する行なし）\n")
    let nothing = ReportTable(title: Bilingual(ja: "表", en: "t"), keyColumns: [], valueColumns: [], rows: [])
    #expect(TextRenderer(TextOptions(language: .ja)).render(ReportDocument(blocks: [.table(nothing)])) == "表\n")
    #expect(TextRenderer(TextOptions(language: .en)).render(ReportDocument()) == "")
  }

  @Test func `units that differ within a column stand beside their numbers`() {
    let table = ReportTable(
      keyColumns: [.init(name: "項目")], valueColumns: [.init(name: "値")],
      rows: [
        .init(keys: [.init("地域団体依頼")], figures: [Samples.count(127, unit: "件")]),
        .init(keys: [.init("日曜開館")], figures: [Samples.count(12, unit: "館")]),
        .init(keys: [.init("稼働率")], figures: [Samples.share(228, of: 1000)]),
      ])
    let text = TextRenderer(TextOptions(language: .ja)).render(ReportDocument(blocks: [.table(table)]))
    #expect(text == "項目            値\n------------  ------\n地域団体依頼   127件\n日曜開館        12館\n稼働率        22.8％\n")
  }

  static let marks: [(marks: Marks, ja: String, en: String)] = [
    (.provisional, "12p", "12p"), (.revised, "12r", "12r"), (.estimated, "12e", "12e"), (.approximate, "約12", "~12"),
    (.seriesBreak, "12B", "12B"), (.ofWhich, "#12", "#12"), (.reference, "(12)", "(12)"),
    (.roundedToZero, "12z", "12z"),
    (.smallBase, "12*", "12*"), (.bound, "12L", "12L"), (.incomplete, "12!", "12!"), (.adjusted, "12^", "12^"),
    ([.reference, .approximate, .provisional], "(約12p)", "(~12p)"),
  ]

  @Test(arguments: marks)
  func `every mark has its sign and stands in the legend`(marks: Marks, ja: String, en: String) {
    let figure = Samples.sum("12", marks: marks)
    #expect(figure.text(.ja) == ja)
    #expect(figure.text(.en) == en)
    let table = ReportTable(
      keyColumns: [], valueColumns: [.init(name: "sum")], rows: [.init(keys: [], figures: [figure])])
    #expect(table.completeNotes.count == 1)
  }

  @Test func `a sentence shows grouped numbers with their unit`() {
    #expect(Samples.count(5964, unit: "件").text(.ja) == "5,964件")
    #expect(Samples.sum("-1234567.50").text(.ja) == "△1,234,567.50")
    #expect(Samples.sum("-1234567.50").text(.en) == "-1,234,567.50")
    let points = Figure(kind: .points, value: .decimal(ExactDecimal(coefficient: -15, decimals: 1)), unit: "ポイント")
    #expect(points.text(.ja) == "△1.5ポイント")
    #expect(points.text(.en) == "-1.5 points")
    #expect(Samples.share(1, of: 0).text(.ja) == "算出不能")
  }
}
