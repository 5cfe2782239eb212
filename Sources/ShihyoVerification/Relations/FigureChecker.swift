import ShihyoModel
import ShihyoReports

/// Checks known figures and relations against what they are compared with.
///
/// - Errors: what is wrong with a row is a finding at its cell, and the figure cannot be told; the others are still checked.
struct FigureChecker {
  let figures: [KnownFigure]
  let evaluator: Evaluator
  let lists: ListChecker
  private let graph: ReferenceGraph
  /// Ids of several rows.
  private let repeated: Set<String>

  struct Outcome {
    var checked: [CheckedFigure] = []
    var findings: [Finding] = []
    /// `dataset/resource` that only repeat documents.
    var copies: Set<String> = []
  }

  init(_ figures: [KnownFigure], desk: DataDesk, repeated: Set<String> = []) {
    self.figures = figures
    self.repeated = repeated
    let byID = Dictionary(figures.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    evaluator = Evaluator(figures: byID, desk: desk, parts: DeclaredParts(figures))
    lists = ListChecker(desk: desk)
    graph = ReferenceGraph(figures)
  }

  /// - Parameter chosen: the datasets whose figures are wanted; figures of the others are only referred to.
  func check(_ chosen: (KnownFigure) -> Bool) async throws -> Outcome {
    var outcome = Outcome()
    for figure in figures where chosen(figure) { await check(figure, &outcome) }
    return outcome
  }

  private func check(_ figure: KnownFigure, _ outcome: inout Outcome) async {
    var item = CheckedFigure(
      section: figure.isPrinted ? .known : .relation, id: figure.id, verdict: figure.isPrinted ? .copied : .derived)
    item.printed = figure.printedText
    item.unit = figure.unit
    item.document = figure.document
    item.line = figure.line
    item.place = figure.place
    if let why = figure.unreadable {
      item.verdict = .undecidable
      item.why = why
      outcome.checked.append(item)
      return
    }
    if let circle = graph.circle(from: figure.id) {
      outcome.findings.append(
        Finding(RelationRule.circular(circle), at: figure.place(of: .comparedWith), text: figure.id))
      item.verdict = .undecidable
      item.why = Bilingual(ja: "比較が一回りしています", en: "the comparison goes in a circle")
      outcome.checked.append(item)
      return
    }
    if let id = graph.reached(from: figure.id).filter(repeated.contains).min() {
      item.verdict = .undecidable
      item.why = Bilingual(
        ja: "比べる相手「\(id)」が二行以上あり、どれと比べるのか決まりません", en: "\(id), which it is compared with, stands in several rows")
      outcome.checked.append(item)
      return
    }
    var results: [ClauseResult] = []
    for clause in figure.clauses {
      do {
        results.append(try await ClauseCheck(figure: figure, evaluator: evaluator, lists: lists).result(clause))
      } catch {
        let place = figure.place(of: .comparedWith)
        let found = Self.findings(error, at: place, text: clause.text)
        outcome.findings += found
        var failed = ClauseResult(verdict: .undecidable)
        failed.why = found.first?.message
        results.append(failed)
      }
    }
    for result in results {
      outcome.findings += result.findings.map { rule in Finding(rule, at: figure.place(of: .comparedWith)) }
      if result.isCopy { outcome.copies.formUnion(result.inputs) }
    }
    item.take(results)
    outcome.checked.append(item)
  }

  /// What a dataset or metric reports keeps its own place; what has none is at the cell.
  static func findings(_ error: any Error, at place: Place, text: String) -> [Finding] {
    switch error {
    case let rule as RelationRule: [Finding(rule, at: place, text: text)]
    case let findings as Findings:
      findings.findings.map { finding in
        guard finding.place.file == nil else { return finding }
        var finding = finding
        finding.place = place
        return finding
      }
    case let finding as Finding: [finding]
    default: [Finding(VerificationRule.failed("\(error)"), at: place, text: text)]
    }
  }
}

/// What came of one clause.
struct ClauseResult {
  var verdict: Verdict
  var computed = ""
  var difference = ""
  var working = ""
  var why: Bilingual?
  var slip: LikelySlip?
  var inputs: Set<String> = []
  var sources: [FigurePart] = []
  var isCopy = false
  var findings: [RelationRule] = []
}

extension CheckedFigure {
  /// The worst of several clauses decides; a copy alone stays a copy.
  mutating func take(_ results: [ClauseResult]) {
    inputs = results.reduce(into: Set<String>()) { $0.formUnion($1.inputs) }.sorted { Label($0) < Label($1) }
    let order: [Verdict] = [.wrong, .undecidable, .withinRounding, .proved, .derived, .copied]
    guard
      let decisive = results.min(by: {
        order.firstIndex(of: $0.verdict) ?? 9 < order.firstIndex(of: $1.verdict) ?? 9
      })
    else { return }
    verdict = decisive.verdict
    computed = decisive.computed
    difference = decisive.difference
    working = decisive.working
    why = decisive.why
    slip = decisive.slip?.label
    if verdict == .wrong { takeRows(of: decisive.sources) }
  }
}
