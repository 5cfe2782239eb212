import ShihyoDefinitions
public import ShihyoModel
import ShihyoReports

/// A figure that can be explained, with what is known of it before its rows are read.
public struct FoundFigure: Sendable {
  /// As the report makes it now.
  public let figure: Figure
  /// Inputs that are not what they were when the ledger was written.
  public let changes: [Finding]
  /// What every output of its data carries, such as 架空データ.
  public let notice: Bilingual?
  /// The data that are read again, each once.
  public var datasets: [Dataset] {
    parts.map(\.part.dataset).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }
  let report: ReportDefinition
  let section: ReportDefinition.Section?
  let edition: PublishedEdition?
  let entry: LedgerFile.Entry?
  let origin: FigureOrigin
  let parts: [LabelledPart]
  /// Where the numbers that the data repeat were printed; each once.
  let known: [KnownFigure]
  let settings: [String: String]
  let request: FigureExplainer.Request
  /// Why no row is shown.
  let refusal: Finding?

  /// - Errors: `hidden`, `noRows`.
  init(
    _ figure: Figure, of report: ReportDefinition, _ result: ReportRunner.Result,
    published: (PublishedEdition, LedgerFile.Entry)?, changes: [Finding], known: KnownSources,
    _ request: FigureExplainer.Request
  ) throws(Findings) {
    let spelling = figure.id?.spelling ?? ""
    if figure.isHidden, !request.isConfidential {
      throw Findings(changes + [Finding(ExplainRule.hidden, text: spelling)])
    }
    guard let id = figure.id, let origin = result.origins[id] else {
      throw Findings(changes + [Finding(ExplainRule.noRows, text: spelling)])
    }
    self.figure = figure
    self.changes = changes
    self.report = report
    self.request = request
    self.origin = origin
    section = report.sections.first { $0.id == id.section }
    (edition, entry) = (published?.0, published?.1)
    notice = result.document.notice
    parts = LabelledPart.all(of: origin)
    var printed: [KnownFigure] = []
    // What has no value was not copied from anywhere.
    if figure.exactValue != nil {
      for part in parts {
        for source in known.sources(of: id, part) where !printed.contains(where: { $0.id == source.id }) {
          printed.append(source)
        }
      }
    }
    self.known = printed
    let hidden = HiddenRows(result.ledger, origins: result.origins)
    refusal =
      !request.isConfidential && !figure.isHidden && origin.parts.contains(where: hidden.reach)
      ? Finding(ExplainRule.partHidden, text: spelling) : nil
    settings = result.run.parameters
  }

  /// What the rows give is what the figure is; checked before anything is printed of them.
  ///
  /// - Errors: `rowsDiffer`: the file changed while it was read.
  func check(_ totals: [PartTotal]) throws(Findings) {
    guard let exact = figure.exactValue, let rows = origin.value(of: totals, kind: figure.kind) else { return }
    var differs = exact != rows
    if case .ratio(let kind, let part, let base) = origin {
      let rows = kind.numerator(totals[0], of: part, over: base)
      differs = differs || figure.numerator.map { rows != Rational($0) } ?? false
      differs = differs || figure.denominator.map { totals[1].exactSum != Rational($0) } ?? false
    }
    guard differs else { return }
    let rule = ExplainRule.rowsDiffer(rows: rows.machineSpelling, figure: exact.machineSpelling)
    throw Findings([Finding(rule, text: figure.id?.spelling)])
  }
}

extension Figure {
  /// Kept secret: the ledger has neither numerator nor denominator nor n of it.
  package var isHidden: Bool { if case .absent(.suppressed) = value { true } else { false } }
}
