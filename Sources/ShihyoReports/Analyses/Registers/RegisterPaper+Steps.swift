import ShihyoDefinitions
import ShihyoModel

/// What people entered step by step, counted: it must agree with the list of the entries.
extension RegisterPaper {
  var stepEntries: [RegisterRow] { until(register.rows(.entries)) }

  /// Those until the day that was asked for; a row without a date that can be read always stands.
  func until(_ rows: [RegisterRow]) -> [RegisterRow] {
    let limit = dates.asOf?.dayNumber ?? .max
    return rows.filter { ($0.day ?? .min) <= limit }
  }

  /// Entries by organisation and class; nil where there are none.
  var stepCounts: ReportTable? {
    typealias ProgressClass = RegisterDefinition.ProgressClass
    let entries = stepEntries
    guard !entries.isEmpty else { return nil }
    let hasOther = entries.contains { register.progressClass($0[.state]) == nil }
    func figures(_ rows: [RegisterRow]) -> [Figure] {
      var figures: [Figure] = [.count(rows.count), .count(Set(rows.map(\.id)).count)]
      figures += ProgressClass.allCases.map { kind in .count(rows.count { register.progressClass($0[.state]) == kind })
      }
      if hasOther { figures.append(.count(rows.count { register.progressClass($0[.state]) == nil })) }
      return figures
    }
    var rows: [ReportTable.Row] = []
    for name in register.organisations {
      let ids = Set(register.issues(of: name).map(\.id))
      let own = entries.filter { ids.contains($0.id) }
      if !own.isEmpty { rows.append(ReportTable.Row(keys: [organisationCell(name)], figures: figures(own))) }
    }
    rows.append(ReportTable.Row(keys: [.total], figures: figures(entries), kind: .total))
    var columns = [
      ReportTable.ValueColumn(name: "steps", label: Bilingual(ja: "取組数", en: "Steps")),
      ReportTable.ValueColumn(name: "issues", label: Self.count),
    ]
    columns += ProgressClass.allCases.map { ReportTable.ValueColumn(name: $0.rawValue, label: $0.label) }
    if hasOther {
      columns.append(ReportTable.ValueColumn(name: "other", label: Bilingual(ja: "その他", en: "Other")))
    }
    return ReportTable(
      name: "steps", title: Bilingual(ja: "取組ごとの進捗の記入", en: "Progress entered by step"),
      keyColumns: [ReportTable.KeyColumn(name: "organisation", label: Self.organisation)], valueColumns: columns,
      rows: rows)
  }
}
