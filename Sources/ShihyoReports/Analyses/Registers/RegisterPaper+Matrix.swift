import ShihyoDefinitions
import ShihyoModel

extension RegisterPaper {
  /// Impact × urgency with the numbers of the issues, one matrix per organisation: numbers are unique within one only.
  ///
  /// An issue for which the document states neither stands in no cell; organisations that state none at all are named.
  var matrices: [Block] {
    guard register.has(.issues, .impact), register.has(.issues, .urgency), !register.issues.isEmpty else { return [] }
    var blocks: [Block] = [Self.heading("インパクト×緊急度", "Impact × urgency")]
    var silent: [String] = []
    for (place, organisation) in register.organisations.enumerated() {
      let issues = register.issues(of: organisation)
      let placed = issues.filter { register.states($0[.impact]) && register.states($0[.urgency]) }
      if placed.isEmpty {
        silent.append(organisation)
        continue
      }
      var table = matrix(placed, organisation: organisation, number: place + 1)
      let left = issues.filter { !placed.contains($0) }.map { $0[.number] }
      if !left.isEmpty {
        table.notes.append(
          Bilingual(
            ja: "インパクトまたは緊急度の記載がない課題：" + left.joined(separator: " "),
            en: "Impact or urgency is not stated: " + left.joined(separator: " ")))
      }
      blocks += [.table(table), .chart(chart(table))]
    }
    if !silent.isEmpty {
      blocks.append(
        .list([
          [
            .text(
              Bilingual(
                ja: silent.map { register.label($0).ja }.joined(separator: "、") + "：インパクト・緊急度は記載なし",
                en: silent.map { register.label($0).en }.joined(separator: ", ")
                  + ": impact and urgency are not stated"))
          ]
        ]))
    }
    return blocks
  }

  private func matrix(_ issues: [RegisterRow], organisation: String, number: Int) -> ReportTable {
    let impacts = register.labels(.impact).filter(register.states)
    let urgencies = register.labels(.urgency).filter(register.states)
    func chosen(_ impact: String?, _ urgency: String?) -> [RegisterRow] {
      issues.filter { issue in
        (impact.map { Label(issue[.impact]) == Label($0) } ?? true)
          && (urgency.map { Label(issue[.urgency]) == Label($0) } ?? true)
      }
    }
    func figures(_ impact: String?) -> [Figure] {
      urgencies.flatMap { urgency -> [Figure] in
        let cell = chosen(impact, urgency)
        let labels = impact == nil ? "" : cell.map { $0[.number] }.joined(separator: " ")
        return [.count(cell.count), .words(labels)]
      } + [.count(chosen(impact, nil).count)]
    }
    var rows = impacts.map { impact in
      ReportTable.Row(keys: [organisationCell(organisation), ReportTable.KeyCell(impact)], figures: figures(impact))
    }
    rows.append(
      ReportTable.Row(keys: [organisationCell(organisation), .total], figures: figures(nil), kind: .total))
    var columns: [ReportTable.ValueColumn] = []
    var spanners: [ReportTable.Spanner] = []
    for urgency in urgencies {
      spanners.append(
        ReportTable.Spanner(
          label: Bilingual(ja: "緊急度" + urgency, en: "urgency " + urgency), columns: columns.count..<columns.count + 2))
      columns += [
        ReportTable.ValueColumn(name: "urgency=\(urgency)", label: Bilingual(ja: "件数", en: "Count")),
        ReportTable.ValueColumn(name: "urgency=\(urgency):list", label: Bilingual(ja: "課題", en: "Issues")),
      ]
    }
    columns.append(ReportTable.ValueColumn(name: "count", label: Bilingual(ja: "計", en: "Total")))
    return ReportTable(
      name: "matrix-\(number)",
      keyColumns: [
        ReportTable.KeyColumn(name: "organisation", label: Self.organisation),
        ReportTable.KeyColumn(name: "impact", label: Bilingual(ja: "インパクト", en: "Impact")),
      ],
      valueColumns: columns, spanners: spanners, rows: rows)
  }

  private func chart(_ table: ReportTable) -> ReportChart {
    let rows = table.chartRows
    let counts = table.spanners.map(\.columns.lowerBound)
    let organisation = table.rows.first?.keys[0].label ?? Self.same("")
    var chart = table.chart(
      .matrix, name: (table.name ?? "matrix") + "-chart",
      title: Bilingual(ja: "インパクト×緊急度（\(organisation.ja)）", en: "Impact × urgency (\(organisation.en))"), rows: rows,
      columns: counts, along: .rows)
    for (place, row) in rows.enumerated() {
      let label = table.rows[row].keys[1].label
      chart.categories[place].label = Bilingual(ja: "インパクト" + label.ja, en: "impact " + label.en)
    }
    for (place, column) in counts.enumerated() {
      chart.series[place].label = table.spanners[place].label
      chart.series[place].details = rows.map { row in
        if case .text(let words) = table.rows[row].figures[column + 1].value { Self.same(words) } else { Self.same("") }
      }
    }
    chart.alternative = ChartWords.alternative(of: chart)
    return chart
  }
}
