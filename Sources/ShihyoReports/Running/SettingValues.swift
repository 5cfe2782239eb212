package import ShihyoDefinitions
import ShihyoModel

/// Whether the values that `--set` chooses are in the data: a misspelt ward must not give a paper of nothing.
struct SettingValues {
  struct Choice: Hashable {
    var dataset: Dataset
    var column: String
    var value: String
    var query: Query { Query(keys: [GroupKey(column: column)], aggregates: [.count]) }
  }

  let queries: [Choice]

  init(_ report: ReportDefinition, settings: [String: String], datasets: [Dataset]) {
    queries = report.parameters.flatMap { parameter -> [Choice] in
      guard let value = settings[parameter.name] else { return [] }
      return datasets.filter { $0.schema?.field(named: parameter.column) != nil }.map {
        Choice(dataset: $0, column: parameter.column, value: value)
      }
    }
  }

  /// - Errors: `unknownValue` with the nearest one that there is.
  func check(_ desk: inout QueryDesk) throws(Findings) {
    var findings: [Finding] = []
    for choice in queries {
      let rows = KeyOrdering().rows(of: desk.table(choice.query, on: choice.dataset), schema: choice.dataset.schema)
      let known = rows.map { ReportTable.KeyCell($0.keys[0]).label.ja }
      if known.contains(where: { TextFolding.fold($0) == TextFolding.fold(choice.value) }) { continue }
      let rule = ReportRunRule.unknownValue(
        choice.value, nearest: NearestName.find(choice.value, in: known), known: Array(known.prefix(30)))
      findings.append(Finding(rule, text: choice.value))
    }
    if !findings.isEmpty { throw Findings(findings, kind: .usage) }
  }
}

extension ReportDefinition {
  /// `--set` without what chooses nothing: the word of a parameter for all of them, such as 全館.
  package func choosing(_ settings: [String: String]) -> [String: String] {
    settings.filter { name, value in
      !parameters.contains { parameter in
        parameter.name == name && !parameter.all.isEmpty
          && TextFolding.fold(parameter.all) == TextFolding.fold(value)
      }
    }
  }
}
