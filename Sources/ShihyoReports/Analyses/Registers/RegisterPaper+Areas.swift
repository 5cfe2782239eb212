import ShihyoDefinitions
import ShihyoModel

extension RegisterPaper {
  /// How many issues of each area an organisation has, and which of them belong to which field.
  var areas: [Block] {
    guard !register.issues.isEmpty else { return [] }
    var blocks: [Block] = [Self.heading("領域別の課題数", "Issues by area"), .table(counts)]
    if register.has(.issues, .field) { blocks += [Self.heading("分野別の課題", "Issues by field"), .table(fields)] }
    return blocks
  }

  private var areaLabels: [String] { register.labels(.area) }

  private var counts: ReportTable {
    func figures(_ issues: [RegisterRow]) -> [Figure] {
      areaLabels.map { area in .count(issues.count { Label($0[.area]) == Label(area) }) } + [.count(issues.count)]
    }
    var rows = register.organisations.map { name in
      ReportTable.Row(keys: [organisationCell(name)], figures: figures(register.issues(of: name)))
    }
    rows.append(ReportTable.Row(keys: [.total], figures: figures(register.issues), kind: .total))
    return ReportTable(
      name: "areas", keyColumns: [ReportTable.KeyColumn(name: "organisation", label: Self.organisation)],
      valueColumns: areaLabels.map { ReportTable.ValueColumn(name: "area=\($0)", label: Self.same($0)) }
        + [ReportTable.ValueColumn(name: "count", label: Bilingual(ja: "計", en: "Total"))],
      rows: rows)
  }

  private var fields: ReportTable {
    var rows: [ReportTable.Row] = []
    for organisation in register.organisations {
      let own = register.issues(of: organisation)
      for field in register.distinct(own.map { $0[.field] }) {
        let issues = own.filter { Label($0[.field]) == Label(field) }
        let lists = areaLabels.map { area in
          Figure.words(issues.filter { Label($0[.area]) == Label(area) }.map { $0[.number] }.joined(separator: " "))
        }
        rows.append(
          ReportTable.Row(
            keys: [organisationCell(organisation), ReportTable.KeyCell(field)],
            figures: lists + [.count(issues.count)]))
      }
    }
    return ReportTable(
      name: "fields",
      keyColumns: [
        ReportTable.KeyColumn(name: "organisation", label: Self.organisation),
        ReportTable.KeyColumn(name: "field", label: Self.field),
      ],
      valueColumns: areaLabels.map { ReportTable.ValueColumn(name: "area=\($0):list", label: Self.same($0)) }
        + [ReportTable.ValueColumn(name: "count", label: Bilingual(ja: "計", en: "Total"))],
      rows: rows)
  }

  /// Every issue as the register has it.
  var issues: [Block] {
    var table = PlainTable(
      name: "issues",
      columns: [
        ("organisation", Self.organisation, false), ("number", Self.number, false), ("title", Self.title, false),
      ])
    for organisation in register.organisations {
      for issue in register.issues(of: organisation) {
        table.rows.append(cells(of: organisation, issue[.number], issue[.title]))
      }
    }
    return Self.section(Bilingual(ja: "課題の一覧", en: "Issues"), table)
  }
}
