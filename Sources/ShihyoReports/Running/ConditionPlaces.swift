import ShihyoDefinitions
import ShihyoModel

/// Where a report and its metrics write the value of a condition: an engine that cannot read it knows no file.
struct ConditionPlaces {
  let report: ReportDefinition
  let metrics: [MetricDefinition]

  /// The same findings, each once, with a place where the value of one is written.
  func placed(_ error: Findings) -> Findings {
    var placed: [Finding] = []
    for var finding in error.findings {
      if finding.place == Place(), let value = finding.text, let found = place(of: value) { finding.place = found }
      if !placed.contains(finding) { placed.append(finding) }
    }
    return Findings(placed.inLineOrder, kind: error.kind)
  }

  private func place(of value: String) -> Place? {
    for block in report.sections.flatMap(\.blocks) {
      if let found = place(of: value, in: block) { return found }
    }
    return metrics.lazy.compactMap { $0.words.place(.value, value) }.first
  }

  private func place(of value: String, in block: ReportBlock) -> Place? {
    switch block {
    case .sentence(let text): place(of: value, in: text)
    case .movement(let movement): names(value, movement.of) ? movement.place : nil
    case .figures(let figures): figures.rows.first { names(value, $0.figure) }?.place
    case .table(let table): table.words.place(.value, value)
    case .list(let list): list.words.place(.value, value)
    case .rows(let rows): rows.words.place(.value, value)
    case .matrix(let matrix): matrix.words.place(.value, value)
    case .ranks, .changes, .chart: nil
    }
  }

  private func place(of value: String, in text: ReportText) -> Place? {
    for case .figure(let reference) in text.pieces where names(value, reference) {
      return reference.place ?? text.place
    }
    return nil
  }

  private func names(_ value: String, _ reference: FigureReference) -> Bool {
    reference.dimensions.contains { $0.values.contains(value) }
  }
}
