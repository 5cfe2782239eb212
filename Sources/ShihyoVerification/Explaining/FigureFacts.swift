import ShihyoDefinitions
import ShihyoModel
import ShihyoReports

/// What is said of a figure before its rows: definition, place in the paper, condition, calculation, rounding.
struct FigureFacts {
  let found: FoundFigure
  private var rows: [[PlainTable.Cell]] = []

  init(_ found: FoundFigure) {
    self.found = found
    let figure = found.figure
    add("figure", Bilingual(ja: "番号", en: "Figure"), same(figure.id?.spelling ?? ""))
    add("value", Bilingual(ja: "数値", en: "Value"), Bilingual(ja: figure.text(.ja), en: figure.text(.en)))
    if let words = figure.definition { add("definition", Bilingual(ja: "定義", en: "Definition"), words) }
    if let department = metric?.department {
      add("department", Bilingual(ja: "所管", en: "Department"), same(department))
    }
    add("report", Bilingual(ja: "報告書", en: "Report"), report)
    if let id = figure.id { addPeriod(id) }
    addData()
    for part in found.parts { addCondition(part) }
    let words = CalculationWords(figure, found.origin)
    for (index, line) in words.lines.enumerated() {
      add(index == 0 ? "calculation" : "calculation-\(index + 1)", Bilingual(ja: "計算", en: "Calculation"), line)
    }
    if let rounding = words.rounding { add("rounding", Bilingual(ja: "端数処理", en: "Rounding"), rounding) }
    if let n = figure.n { add("n", same("n"), Bilingual(ja: DigitGroups.grouped(n), en: DigitGroups.grouped(n))) }
    if !figure.markSpellings.isEmpty {
      add("marks", Bilingual(ja: "印", en: "Marks"), same(figure.markSpellings.joined(separator: "; ")))
    }
    if isCopied { add("source", Bilingual(ja: "出所", en: "Source"), copied) }
    if let edition = found.edition, let entry = found.entry { addLedger(edition, entry) }
  }

  var table: ReportTable {
    var table = PlainTable(
      name: "figure",
      columns: [
        ("item", Bilingual(ja: "項目", en: "Item"), false), ("content", Bilingual(ja: "内容", en: "Content"), false),
      ])
    table.rows = rows
    return table.table
  }

  private var metric: MetricDefinition? { found.parts.first?.part.metric }

  /// A single number that stands in a document, with no data behind it.
  private var isCopied: Bool { metric?.kind == .value || !found.known.isEmpty }

  private var copied: Bilingual {
    if found.figure.exactValue == nil {
      return Bilingual(
        ja: "公表資料に、この時点のこの数値はない（未受領か、記載なし）。", en: "No published paper prints this number for this time.")
    }
    let lead = Bilingual(
      ja: "公表資料から書き写した数値で、計算のもとになるデータはない", en: "Copied from a published paper: no data lies behind it")
    guard found.known.isEmpty else {
      let ja = found.known.map { "\($0.documentAndLine.ja)「\($0.printedText)」" }.joined(separator: "、")
      let en = found.known.map { "\($0.documentAndLine.en), \($0.printedText)" }.joined(separator: "; ")
      return Bilingual(ja: "\(lead.ja)（\(ja)）。", en: "\(lead.en) (\(en)).")
    }
    let sources = found.parts.compactMap { part -> String? in
      guard case .file(let path)? = part.part.dataset.sources.first else { return nil }
      return FilePath.join(FilePath.folder(of: path), "SOURCE.md")
    }
    guard let named = sources.first(where: DefinitionFile.exists) else {
      return Bilingual(ja: lead.ja + "。", en: lead.en + ".")
    }
    return Bilingual(
      ja: "\(lead.ja)。文書と行は \(named)。", en: "\(lead.en). Document and line: \(named).")
  }

  private var report: Bilingual {
    let section = found.section.map { part in
      let title = part.title.pieces.compactMap { if case .text(let text) = $0 { text } else { nil } }.joined()
      return Bilingual(ja: "、\(title)（\(part.id)）", en: ", \(title) (\(part.id))")
    }
    return Bilingual(ja: found.report.name + (section?.ja ?? ""), en: found.report.name + (section?.en ?? ""))
  }

  private mutating func addPeriod(_ id: FigureID) {
    let heading = Bilingual(ja: "時点・期間", en: "Period")
    if let period = Period(machineSpelling: id.period) {
      add("period", heading, Bilingual(ja: period.label(.ja), en: period.label(.en)), code: id.period)
    } else if id.period != "undated" {
      add("period", heading, same(id.period))
    } else {
      add("period", heading, Bilingual(ja: "記載なし", en: "not stated"), code: id.period)
    }
    for (name, value) in id.dimensions.map({ (Label($0.key), $0.value) }).sorted(by: { $0.0 < $1.0 }) {
      add("dimension:\(name.text)", Bilingual(ja: "区分", en: "Group"), same("\(name.text)=\(value)"))
    }
    for (name, value) in found.settings.map({ (Label($0.key), $0.value) }).sorted(by: { $0.0 < $1.0 }) {
      add("set:\(name.text)", Bilingual(ja: "条件", en: "Parameter"), same("\(name.text)=\(value)"))
    }
  }

  private mutating func addData() {
    var named: [String] = []
    for dataset in found.parts.map(\.part.dataset) where !named.contains(dataset.name) {
      named.append(dataset.name)
      for case .file(let path) in dataset.sources {
        add("file:\(dataset.name)", Bilingual(ja: "データ", en: "Data"), same(path))
      }
    }
  }

  private mutating func addCondition(_ part: LabelledPart) {
    guard !part.part.query.filter.isEmpty else { return }
    let conditions = part.part.query.filter.map(\.spelled)
    let label = Bilingual(ja: "\(part.label.ja)の条件", en: "Rows of the \(part.label.en)")
    add(
      "where:\(part.code)", label,
      Bilingual(ja: conditions.joined(separator: " かつ "), en: conditions.joined(separator: " and ")))
  }

  private mutating func addLedger(_ edition: PublishedEdition, _ entry: LedgerFile.Entry) {
    let unit = found.figure.unit ?? ""
    let isSame = entry.printed == found.figure.printed && entry.unit == unit
    let place = Bilingual(
      ja: "\(edition.name)/figures.csv \(entry.line)行目：\(entry.printed)\(entry.unit)",
      en: "\(edition.name)/figures.csv line \(entry.line): \(entry.printed)\(entry.unit)")
    let verdict =
      isSame
      ? Bilingual(ja: "（同じ）", en: " (the same)")
      : Bilingual(
        ja: "（今は \(found.figure.printed)\(unit)。数値根拠表と違う）", en: " (now \(found.figure.printed)\(unit): it differs)")
    add(
      "ledger", Bilingual(ja: "数値根拠表", en: "Ledger"), Bilingual(ja: place.ja + verdict.ja, en: place.en + verdict.en),
      code: entry.printed)
  }

  private mutating func add(_ item: String, _ heading: Bilingual, _ content: Bilingual, code: String? = nil) {
    rows.append([PlainTable.Cell(item, heading), PlainTable.Cell(code ?? content.en, content)])
  }

  private func same(_ text: String) -> Bilingual { Bilingual(ja: text, en: text) }
}

extension Condition {
  /// As the command line takes it.
  var spelled: String {
    let column = ColumnSpelling.quotedIfNeeded(column) + (grain.map { ":" + $0.rawValue } ?? "")
    return column + comparison.rawValue + values.map { $0.replacingBars }.joined(separator: "|")
  }
}

extension String {
  fileprivate var replacingBars: String {
    split(separator: "|", omittingEmptySubsequences: false).joined(separator: "\\|")
  }
}
