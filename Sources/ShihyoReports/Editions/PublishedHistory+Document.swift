import ShihyoModel

extension PublishedHistory {
  /// The document with every revised figure marked, and what was published last in notes.
  func marked(_ document: ReportDocument) -> ReportDocument {
    guard !editions.isEmpty else { return document }
    var document = document
    var sentences: [Bilingual] = []
    document.blocks = document.blocks.map { block in
      switch block {
      case .heading: block
      case .paragraph(let parts): .paragraph(parts.map { marked($0, &sentences) })
      case .list(let items): .list(items.map { $0.map { marked($0, &sentences) } })
      case .table(let table): .table(marked(table))
      case .chart(let chart): .chart(marked(chart))
      }
    }
    if !sentences.isEmpty { document.notes.append(Self.note(sentences)) }
    return document
  }

  private func marked(_ part: ReportDocument.Inline, _ revised: inout [Bilingual]) -> ReportDocument.Inline {
    guard case .figure(let figure) = part, let entry = published(figure) else { return part }
    let new = marked(figure)
    let name = Self.name(of: figure)
    let words = Bilingual(
      ja: "\(name.ja) \(new.text(.ja))（前回公表 \(entry.text(.ja))）",
      en: "\(name.en) \(new.text(.en)) (published last: \(entry.text(.en)))")
    if !revised.contains(words) { revised.append(words) }
    return .figure(new)
  }

  private func marked(_ table: ReportTable) -> ReportTable {
    var table = table
    var revised: [Bilingual] = []
    for row in table.rows.indices {
      for column in table.rows[row].figures.indices {
        let figure = table.rows[row].figures[column]
        guard let entry = published(figure) else { continue }
        table.rows[row].figures[column] = marked(figure)
        let (first, second) = (table.chartCell(ofRow: row).label, table.chartCell(ofColumn: column).label)
        revised.append(
          Bilingual(
            ja: "\(first.ja) \(second.ja) \(figure.text(.ja))（前回公表 \(entry.text(.ja))）",
            en: "\(first.en) \(second.en) \(figure.text(.en)) (published last: \(entry.text(.en)))"))
      }
    }
    if !revised.isEmpty { table.notes.append(Self.note(revised)) }
    return table
  }

  private func marked(_ chart: ReportChart) -> ReportChart {
    var chart = chart
    for place in chart.series.indices { chart.series[place].figures = chart.series[place].figures.map(marked) }
    return chart
  }

  /// A sentence has no heading of a row: the definition and the period name the figure.
  private static func name(of figure: Figure) -> Bilingual {
    let period = figure.id.flatMap { Period(machineSpelling: $0.period) }
    let words = figure.definition ?? figure.id.map { Bilingual(ja: $0.metric, en: $0.metric) }
    return Bilingual(
      ja: [period?.label(.ja), words.map { String($0.ja.prefix { $0 != "。" }) }].compactMap { $0 }.joined(
        separator: "の"),
      en: [words.map { String($0.en.prefix { $0 != ";" }) }, period?.label(.en)].compactMap { $0 }.joined(
        separator: ", "))
  }

  private static func note(_ revised: [Bilingual]) -> Bilingual {
    Bilingual(
      ja: "遡及改定（r）：" + revised.map(\.ja).joined(separator: "、") + "。",
      en: "Revised (r): " + revised.map(\.en).joined(separator: "; ") + ".")
  }
}
