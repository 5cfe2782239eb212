import ShihyoModel

/// Headings and notes of a table of rates.
extension RateAnalysis {
  var columns: [ReportTable.ValueColumn] {
    let per = Bilingual(ja: "人口\(DigitGroups.grouped(base))当たり", en: "Per \(DigitGroups.grouped(base))")
    var columns = [
      ReportTable.ValueColumn(
        name: measure.machineName, label: measure.label(schema: schema), unit: measure.unit(schema: schema)),
      ReportTable.ValueColumn(
        name: "population", label: Bilingual(ja: "人口", en: "People"),
        unit: population.schema?.field(named: population.column)?.unit?.symbol),
      ReportTable.ValueColumn(name: "rate(\(base))", label: per),
    ]
    if standard != nil {
      columns.append(
        ReportTable.ValueColumn(
          name: "adjusted-rate(\(base))", label: Bilingual(ja: per.ja + "（調整率）", en: per.en + ", adjusted")))
    }
    return columns
  }

  func notes(_ join: RateJoin) -> [Bilingual] {
    var notes = [people.note]
    if let standard, let over {
      notes.append(
        Bilingual(
          ja:
            "調整率は、各区分の「\(over.machineName)」の構成が \(standard.input) の「\(standard.column)」と同じだとした場合の率（直接法）。",
          en:
            "Adjusted: the rate if each group had the \"\(over.machineName)\" of \"\(standard.column)\" in \(standard.input) (direct method)."
        ))
    }
    if !join.leftOut.isEmpty {
      let names = join.leftOut.map { ReportTable.KeyCell($0).label }
      notes.append(
        Bilingual(
          ja: "人口のない区分は率に含めない：\(names.map(\.ja).joined(separator: "、"))",
          en: "In no rate, having no people to compare with: \(names.map(\.en).joined(separator: ", "))"))
    }
    if let disclosure { notes.append(disclosure.note) }
    return notes
  }
}
