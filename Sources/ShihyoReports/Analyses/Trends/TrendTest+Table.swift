import ShihyoModel
import ShihyoStatistics

/// The tests as a table: a row per series and part.
extension TrendTest {
  func table(_ parts: [Part]) -> ReportTable {
    let heading = analysis.column.valueColumn(schema: analysis.schema)
    let unit = slopeUnit
    func column(_ name: String, _ ja: String, _ en: String, unit: String? = nil) -> ReportTable.ValueColumn {
      ReportTable.ValueColumn(name: name, label: Bilingual(ja: ja, en: en), unit: unit)
    }
    return ReportTable(
      name: "trend-test", title: Bilingual(ja: "傾向の検定：\(heading.label.ja)", en: "Test of trend: \(heading.label.en)"),
      keyColumns: analysis.by.map { ReportTable.KeyColumn($0, schema: analysis.schema) } + [
        ReportTable.KeyColumn(name: "periods", label: Bilingual(ja: "期間", en: "Periods")),
        ReportTable.KeyColumn(name: "verdict", label: Bilingual(ja: "判定（5％水準）", en: "Verdict (5 % level)")),
      ],
      valueColumns: [
        column("n", "値のある期", "Periods with a value"),
        column("slope", "\(step.ja)あたりの変化", "Change per \(step.en)", unit: unit),
        column("lower", "95％区間 下限", "95 % interval, lower", unit: unit), column("upper", "上限", "Upper", unit: unit),
        column("s", "S", "S"), column("z", "Z", "Z"), column("p", "p値", "p"), column("p-exact", "p値（正確）", "p, exact"),
        column("tau", "τ", "τ"),
      ], rows: parts.map(row), notes: notes(parts))
  }

  private var slopeUnit: String? {
    let own = analysis.column.valueColumn(schema: analysis.schema).unit
    return analysis.column.isRate(schema: analysis.schema) && own == "％" ? "ポイント" : own
  }

  private func row(_ part: Part) -> ReportTable.Row {
    var keys = part.series.keys.map { ReportTable.KeyCell($0) }
    if part.series.isTotal { keys = [.total] + Array(repeating: .blank, count: analysis.by.count - 1) }
    return ReportTable.Row(
      keys: keys + [span(part), verdict(part.outcome)], figures: figures(part),
      kind: part.series.isTotal ? .total : .body)
  }

  func span(_ part: Part) -> ReportTable.KeyCell {
    guard let first = part.points.first?.period, let last = part.points.last?.period else { return .blank }
    return ReportTable.KeyCell(
      "\(first.machineSpelling)/\(last.machineSpelling)",
      label: Bilingual(ja: "\(first.label(.ja))～\(last.label(.ja))", en: "\(first.label(.en)) – \(last.label(.en))"))
  }

  private func verdict(_ outcome: Outcome) -> ReportTable.KeyCell {
    switch outcome {
    case .none(.tooShort), .none(.seasonsTooShort):
      ReportTable.KeyCell("too-short", label: Bilingual(ja: "短すぎる", en: "too short"))
    case .none(.noVariation): ReportTable.KeyCell("constant", label: Bilingual(ja: "変化なし", en: "no change at all"))
    case .none: ReportTable.KeyCell("untested", label: Bilingual(ja: "検定なし", en: "not tested"))
    case .tested(let test) where test.chance >= 0.05:
      ReportTable.KeyCell("not-shown", label: Bilingual(ja: "傾向があるとはいえない", en: "no trend shown"))
    case .tested(let test):
      test.s > 0
        ? ReportTable.KeyCell("rising", label: Bilingual(ja: "増える傾向", en: "rising"))
        : ReportTable.KeyCell("falling", label: Bilingual(ja: "減る傾向", en: "falling"))
    }
  }

  private func figures(_ part: Part) -> [Figure] {
    let blank = Figure(kind: .difference, value: .undefined(FigureText.nothing))
    guard case .tested(let test) = part.outcome else {
      let held = part.points.count { $0.value != nil && !$0.figure.marks.contains(.partial) }
      return [.count(held)] + Array(repeating: blank, count: 8)
    }
    func number(_ value: Double?, _ digits: Int) -> Figure {
      Figure(
        kind: .multiple, value: value.map { .approximate($0) } ?? .undefined(FigureText.nothing), textDigits: digits)
    }
    var chance = number(nil, 4)
    if let exact = test.exactP { chance.value = .exact(exact) }
    return [.count(test.n), slope(test.slope.slope, part)]
      + [test.slope.lower, test.slope.upper].map { slope($0, part) }
      + [.count(test.s), number(test.z, 2), number(test.p, 4), chance, number(test.tau, 2)]
  }

  /// One digit more than the values have.
  func slope(_ value: Rational?, _ part: Part) -> Figure {
    let digits = part.points.lazy.filter { $0.value != nil }.map(\.figure).map { $0.digits ?? $0.textDigits }.max() ?? 0
    return Figure(
      kind: .difference, value: value.map { .exact($0) } ?? .undefined(FigureText.nothing), unit: slopeUnit,
      digits: analysis.digits, textDigits: digits + 1)
  }
}
