import ShihyoModel
import ShihyoReports

/// Figure by figure: what a ledger says, and what comes out now.
struct LedgerRecheck {
  let edition: PublishedEdition
  let ledger: LedgerText
  let result: ReportRunner.Result
  let copies: Set<String>
  let sources: MetricSources
  /// What each figure is made of; empty where nothing differs.
  var origins: [FigureID: FigureOrigin] = [:] {
    didSet { hidden = HiddenRows(result.ledger, origins: origins) }
  }
  private var hidden = HiddenRows([], origins: [:])

  init(
    edition: PublishedEdition, ledger: LedgerText, result: ReportRunner.Result, copies: Set<String>,
    sources: MetricSources
  ) {
    (self.edition, self.ledger, self.result) = (edition, ledger, result)
    (self.copies, self.sources) = (copies, sources)
  }

  /// id → cells, in the order of `LedgerCSV.columns`.
  var records: [String: [String]] {
    var records: [String: [String]] = [:]
    for figure in result.ledger {
      guard let id = figure.id?.spelling else { continue }
      records[id] = LedgerCSV.record(figure, language: result.language, notice: result.document.notice)
    }
    return records
  }

  /// Ledgers of earlier editions hold no operands of points: what they do not say is not wrong.
  private func asKept(_ figure: Figure) -> Figure {
    guard figure.kind == .points, let cells = figure.id.flatMap({ ledger.rows[$0.spelling]?.cells }),
      ["numerator", "denominator"].allSatisfy({ (cells[$0] ?? "").isEmpty })
    else { return figure }
    var figure = figure
    (figure.numerator, figure.denominator) = (nil, nil)
    return figure
  }

  /// The text that the edition must hold, if no hand has changed it.
  var keptText: String {
    LedgerCSV.render(result.ledger.map(asKept), language: result.language, notice: result.document.notice)
  }

  func figures() -> [CheckedFigure] {
    var items: [CheckedFigure] = []
    var computed: Set<String> = []
    for figure in result.ledger {
      guard let id = figure.id else { continue }
      computed.insert(id.spelling)
      items.append(item(figure, id))
    }
    for id in ledger.ids where !computed.contains(id) {
      var item = blank(id)
      item.verdict = .wrong
      item.printed = ledger.rows[id]?.cells["printed"] ?? ""
      item.place.line = ledger.rows[id]?.line
      let metric = (try? FigureID(spelling: id))?.metric
      item.inputs = metric.flatMap(sources.inputs) ?? sources.all
      let near = NearestName.find(id, in: Array(computed).sorted { Label($0) < Label($1) })
      item.why = Bilingual(
        ja: "この番号の数値は報告書にありません" + (near.map { "（\($0) のことでしょうか）" } ?? ""),
        en: "the report gives no figure of this id" + (near.map { " (did you mean \($0)?)" } ?? ""))
      items.append(item)
    }
    return items
  }

  private func blank(_ id: String) -> CheckedFigure {
    var item = CheckedFigure(section: .ledger, id: id, verdict: .proved)
    item.edition = edition.fullName
    item.place = Place(file: ledger.path)
    return item
  }

  private func item(_ figure: Figure, _ id: FigureID) -> CheckedFigure {
    var item = blank(id.spelling)
    item.unit = figure.unit ?? ""
    item.inputs = sources.inputs(of: id.metric) ?? sources.all
    guard let row = ledger.rows[id.spelling] else {
      item.verdict = .wrong
      item.computed = figure.printed
      item.why = Bilingual(ja: "数値根拠表にこの行がありません", en: "the ledger has no row for it")
      return item
    }
    item.place.line = row.line
    item.printed = row.cells["printed"] ?? ""
    item.computed = figure.printed
    item.working = working(figure)
    let cells = LedgerCSV.record(asKept(figure), language: result.language, notice: result.document.notice)
    let names = LedgerCSV.columns + (result.document.notice == nil ? [] : ["notice"])
    let differing = zip(names, cells).filter { name, cell in row.cells[name] ?? "" != cell }
    guard let first = differing.first else {
      item.verdict = verdict(figure, sources.inputs(of: id.metric))
      return item
    }
    item.verdict = .wrong
    if let index = LedgerCSV.columns.firstIndex(of: first.0) {
      item.place.column = .field(number: index + 1, name: first.0)
    }
    let said = { (language: Language) in
      differing.map { name, cell in
        "\(name) \(self.quoted(row.cells[name] ?? "", language)) → \(self.quoted(cell, language))"
      }
    }
    item.why = Bilingual(
      ja: "計算し直すと違う列：" + said(.ja).joined(separator: "、"),
      en: "recomputed, these cells differ: " + said(.en).joined(separator: ", "))
    describe(figure, id, cells, &item)
    // Rows of a hidden figure, and of a total that holds one, would tell what is hidden.
    if let origin = origins[id], !figure.isHidden, !origin.parts.contains(where: hidden.reach) {
      item.takeRows(of: origin.parts)
    }
    return item
  }

  private func quoted(_ text: String, _ language: Language) -> String {
    text.isEmpty ? Bilingual(ja: "（空）", en: "(empty)")[language] : text
  }

  private func working(_ figure: Figure) -> String {
    guard let numerator = figure.numerator, let denominator = figure.denominator else { return "" }
    return figure.kind == .points ? "\(numerator) － \(denominator)" : "\(numerator) ÷ \(denominator)"
  }

  /// A figure of data that only repeat a document was copied, or derived from what was copied.
  private func verdict(_ figure: Figure, _ inputs: [String]?) -> Verdict {
    guard let inputs, inputs.allSatisfy(copies.contains) else { return .proved }
    switch figure.kind {
    case .count, .sum, .minimum, .maximum, .distinct: return .copied
    default: return .derived
    }
  }

  /// Difference and slip, where both are numbers.
  private func describe(_ figure: Figure, _ id: FigureID, _ cells: [String], _ item: inout CheckedFigure) {
    let exact: Rational? =
      switch figure.value {
      case .exact(let value): value
      case .decimal(let value): Rational(value)
      default: nil
      }
    guard let exact, item.printed != item.computed, let printed = ExactDecimal(item.printed) else { return }
    let value = Rational(printed)
    let decimals = max(printed.decimals, ExactDecimal(item.computed)?.decimals ?? 0)
    if let new = ExactDecimal(item.computed) {
      item.difference = Judge.shown(Rational(new) - value, decimals: decimals)
    }
    // Where its parts moved, the data did: nobody mistyped the quotient.
    let moved = ["numerator", "denominator", "n"].contains { name in
      guard let index = LedgerCSV.columns.firstIndex(of: name) else { return false }
      return ledger.rows[id.spelling]?.cells[name] != cells[index]
    }
    guard !moved else { return }
    item.slip =
      LikelySlip.find(
        printed: value, step: Rational(ExactDecimal(coefficient: 1, decimals: printed.decimals)), expected: exact,
        candidates: candidates(figure, id))?.label
  }

  private func candidates(_ figure: Figure, _ id: FigureID) -> [LikelySlip.Candidate] {
    var found: [LikelySlip.Candidate] = []
    for other in result.ledger {
      guard let otherID = other.id, otherID != id, case .exact(let value) = other.value else { continue }
      if otherID.metric == id.metric, otherID.dimensions == id.dimensions {
        found.append(LikelySlip.Candidate(value: value, slip: .otherPeriod(otherID.period)))
      } else if otherID.metric == id.metric, otherID.period == id.period, otherID.section == id.section {
        let group = otherID.dimensions.sorted { $0.key < $1.key }.map { $0.key + "=" + $0.value }
        found.append(LikelySlip.Candidate(value: value, slip: .otherGroup(group.joined(separator: ","))))
      } else if otherID.dimensions == id.dimensions, otherID.period == id.period, otherID.section == id.section {
        found.append(LikelySlip.Candidate(value: value, slip: .otherMeasure(otherID.metric)))
      } else if otherID.section == id.section, other.unit == figure.unit {
        found.append(LikelySlip.Candidate(value: value, slip: .otherFigure(otherID.spelling)))
      }
    }
    if let numerator = figure.numerator, figure.kind != .points {
      for other in result.ledger where !other.isHidden && other.kind != .points {
        guard let base = other.denominator, base != figure.denominator, !base.isZero,
          let share = Rational(numerator, over: base)
        else { continue }
        let factor = Rational(figure.kind == .share ? 100 : 1)
        found.append(LikelySlip.Candidate(value: share * factor, slip: .otherBase("\(base)")))
      }
    }
    return found
  }
}
