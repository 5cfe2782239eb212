import ShihyoDefinitions
public import ShihyoModel
public import ShihyoReports

/// 既公表値の算出内訳: of a number that a document prints, its place there, what it is computed as, and the rows behind it; of a
/// copied one, that no data lie behind it.
///
/// - Hidden: rows of data whose metrics hide small counts are shown to a confidential request alone.
public struct KnownExplanation: Sendable {
  public let figure: KnownFigure
  /// What is wrong with what it is compared with.
  public let findings: [Finding]
  /// What every output of its data carries, such as 架空データ.
  public let notice: Bilingual?
  /// The data that are read, each once.
  public var datasets: [Dataset] {
    parts.map(\.part.dataset).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }
  let parts: [LabelledPart]
  private let facts: [(item: String, heading: Bilingual, content: Bilingual)]
  private let answers: [KnownBasis.Answer]
  private let request: FigureExplainer.Request
  private let refusal: Finding?
  /// Whether every number that it is computed from was only copied.
  private let isOfCopies: Bool

  /// - Parameter figures: of all datasets, that it may refer to.
  init(
    _ figure: KnownFigure, among figures: [KnownFigure], desk: DataDesk, finder: DatasetFinder,
    _ request: FigureExplainer.Request
  ) async throws {
    let checker = FigureChecker(figures, desk: desk)
    let outcome = try await checker.check { $0.id == figure.id }
    let checked = outcome.checked.first ?? CheckedFigure(section: .known, id: figure.id, verdict: .undecidable)
    self.figure = figure
    self.request = request
    // A circle has no values, and what is only copied has no data.
    if figure.isOnlyCopied || outcome.findings.contains(where: { $0.severity == .error }) || figure.unreadable != nil {
      (facts, parts, answers) = ([("verdict", Bilingual(ja: "判定", en: "Verdict"), Self.words(checked))], [], [])
      (findings, notice, refusal, isOfCopies) = (outcome.findings, nil, nil, false)
      return
    }
    let basis = await KnownBasis(figure, checked: checked, evaluator: checker.evaluator)
    (facts, parts, answers) = (basis.facts, basis.parts, basis.answers)
    findings = basis.findings
    isOfCopies = basis.references.allSatisfy(\.isOnlyCopied)
    let datasets = basis.parts.map(\.part.dataset)
    notice = try NoticeGuard.common(datasets)
    let hides = !request.isConfidential && datasets.contains { HidingData.isHiding($0, finder: finder) }
    refusal = hides ? Finding(ExplainRule.dataHidden, text: figure.id) : nil
  }

  private static func words(_ checked: CheckedFigure) -> Bilingual {
    let label = checked.verdict.label
    guard let why = checked.why else { return label }
    return Bilingual(ja: "\(label.ja)、\(why.ja)", en: "\(label.en), \(why.en)")
  }

  /// - Parameter namesUnits: whether the unit stands in a column of its own, for programs.
  /// - Errors: those of reading the input, and `rowsDiffer`.
  public func document(namesUnits: Bool = false) throws -> ReportDocument {
    try explanation.document(namesUnits: namesUnits)
  }

  /// Every row as it is read.
  ///
  /// - Parameter write: takes the next piece; false ends the reading.
  /// - Errors: as `FoundFigure.writeAll`.
  public func writeAll(
    _ format: ExplanationFormat, _ language: Language, to write: (String) throws -> Bool
  ) throws {
    try explanation.writeAll(format, language, to: write)
  }

  private var explanation: RowsExplanation {
    RowsExplanation(
      head: head, parts: parts, top: request.top, refusal: refusal,
      check: { (totals) throws(Findings) in try check(totals) }, proof: { proof($0) })
  }

  /// The rows of each answer give its number.
  private func check(_ totals: [PartTotal]) throws(Findings) {
    for answer in answers {
      guard let number = answer.quantity.number, let rows = answer.origin.value(of: Array(totals[answer.places])),
        rows != number
      else { continue }
      let rule = ExplainRule.rowsDiffer(rows: rows.machineSpelling, figure: number.machineSpelling)
      throw Findings([Finding(rule, text: figure.id)])
    }
  }

  private func proof(_ totals: [PartTotal]) -> Bilingual? {
    let compared = answers.filter {
      $0.quantity.number != nil && $0.origin.value(of: Array(totals[$0.places])) != nil
    }
    guard !compared.isEmpty else { return nil }
    return compared.count == answers.count
      ? Bilingual(ja: "行から求めた値は、端数処理前の値と一致した。", en: "What the rows give is the number before rounding, exactly.")
      : Bilingual(
        ja: "行の計でないものを除き、行から求めた値は端数処理前の値と一致した。",
        en: "But for what is no sum of rows, the rows give the numbers before rounding, exactly.")
  }

  private var head: ReportDocument {
    var table = PlainTable(
      name: "figure",
      columns: [
        ("item", Bilingual(ja: "項目", en: "Item"), false), ("content", Bilingual(ja: "内容", en: "Content"), false),
      ])
    func add(_ item: String, _ heading: Bilingual, _ content: Bilingual) {
      guard !content.en.isEmpty else { return }
      table.rows.append([PlainTable.Cell(item, heading), PlainTable.Cell(content.en, content)])
    }
    func same(_ text: String) -> Bilingual { Bilingual(ja: text, en: text) }
    add("figure", Bilingual(ja: "番号", en: "Figure"), same(figure.id))
    add("value", Bilingual(ja: "印字", en: "Printed"), same(figure.printedText))
    add("unit", Bilingual(ja: "単位", en: "Unit"), same(figure.unit))
    add("as-of", Bilingual(ja: "時点", en: "As of"), same(figure.asOf))
    add("kind", Bilingual(ja: "種別", en: "Kind"), figure.kind.label)
    add("document", Bilingual(ja: "文書・行", en: "Document"), figure.documentAndLine)
    add("source", Bilingual(ja: "出所", en: "Source"), basis)
    for (index, clause) in figure.clauses.enumerated() {
      add("compared-with-\(index + 1)", Bilingual(ja: "突合先", en: "Compared with"), same(clause.text))
    }
    for fact in facts { add(fact.item, fact.heading, fact.content) }
    add("note", Bilingual(ja: "注", en: "Note"), same(figure.note))
    let file = figure.place.file.map { "\($0):\(figure.place.line ?? 0)" } ?? ""
    add("file", Bilingual(ja: "記録", en: "Recorded in"), same(file))
    return ReportDocument(
      title: Bilingual(ja: "算出内訳：\(figure.id)", en: "How \(figure.id) is made"), blocks: [.table(table.table)],
      notice: notice)
  }

  private var basis: Bilingual {
    if figure.isOnlyCopied {
      return Bilingual(
        ja: "公表資料から書き写した数値で、計算のもとになるデータはない（\(Verdict.copied.label.ja)）。",
        en: "Copied from the document: no data lies behind it.")
    }
    let isPrinted = figure.isPrinted
    if parts.isEmpty {
      let lead = isPrinted ? Bilingual(ja: "", en: "") : Bilingual(ja: "文書に印字はない（導出値か関係）。", en: "Printed nowhere. ")
      let tail =
        isOfCopies
        ? Bilingual(ja: "元になるデータはない。", en: "no data lies behind them.")
        : Bilingual(ja: "それらのもとは、その番号を explain に渡すと出る。", en: "explain their ids for what lies behind them.")
      return Bilingual(
        ja: lead.ja + "ほかの印字された数から計算した。" + tail.ja, en: lead.en + "Computed from other printed numbers: " + tail.en)
    }
    if refusal != nil { return Bilingual(ja: "データから計算し直した。", en: "Computed again from data.") }
    return isPrinted
      ? Bilingual(ja: "データから計算し直した。もとになる行は下のとおり。", en: "Computed again from data; the rows behind it are below.")
      : Bilingual(
        ja: "文書に印字はない（導出値か関係）。もとになる行は下のとおり。",
        en: "Printed nowhere: a derived number or a relation; the rows behind it are below.")
  }
}
