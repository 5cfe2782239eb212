import ShihyoModel
import ShihyoStatistics

/// Whether each series rises or falls over its periods, and by how much: Mann–Kendall's test and Theil–Sen's slope.
///
/// - Shape: a row per series and part between breaks; n, the test, the slope with its 95 % interval, and the verdict in words.
/// - Seasons: months are compared with the same month of other years, quarters with the same quarter; the slope is then per year.
/// - Missing: periods without a value, or of which only a part is there, are passed over. Nothing is filled in.
/// - Source: statistics.md, section 7.
struct TrendTest {
  let analysis: TrendAnalysis
  let series: [TrendSeries]

  /// More values than this have more pairs than are worth comparing.
  static let mostValues = 1500

  var seasons: Int? {
    switch analysis.grain {
    case .month: 12
    case .quarter, .calendarQuarter: 4
    case .half: 2
    case .day: 7
    case .fiscalYear, .calendarYear: nil
    }
  }

  /// What the slope is per.
  var step: Bilingual {
    analysis.grain == .day ? Bilingual(ja: "1週", en: "week") : Bilingual(ja: "1年", en: "year")
  }

  var blocks: [ReportDocument.Block] {
    let parts = series.flatMap(parts)
    return [.table(table(parts)), .list(parts.map(sentence))]
  }

  // MARK: Parts

  /// A series between two breaks.
  struct Part {
    let series: TrendSeries
    let points: [TrendPoint]
    let outcome: Outcome
    var isWhole: Bool { points.count == series.points.count }
  }

  enum Outcome {
    case tested(Tested)
    case none(StatisticsRule)
  }

  struct Tested {
    var n: Int
    var s: Int
    var z: Double
    var p: Double
    var exactP: Rational?
    var tau: Double?
    var slope: TheilSen
    /// The exact probability where there is one: the normal one is rough for few values.
    var chance: Double { exactP?.nearestDouble ?? p }
  }

  private func parts(_ one: TrendSeries) -> [Part] {
    var parts: [[TrendPoint]] = []
    for point in one.points {
      if parts.isEmpty || point.figure.marks.contains(.seriesBreak) { parts.append([]) }
      parts[parts.count - 1].append(point)
    }
    return parts.filter { part in part.contains { $0.value != nil } || parts.count == 1 }.map {
      Part(series: one, points: $0, outcome: outcome($0))
    }
  }

  private func outcome(_ points: [TrendPoint]) -> Outcome {
    do throws(StatisticsRule) {
      let offset = points.first.map { place($0.period) } ?? 0
      let values = try TimeSeries(
        points.enumerated().map { index, point in
          TimeSeries.Point(time: offset + index, exact: point.figure.marks.contains(.partial) ? nil : point.value)
        })
      guard values.observed.count <= Self.mostValues else {
        throw .tooLong(values.observed.count, most: Self.mostValues)
      }
      guard let seasons else {
        let test = try MannKendall(values)
        return .tested(
          Tested(
            n: test.n, s: test.s, z: test.z, p: test.p, exactP: test.exactP, tau: test.tau,
            slope: try TheilSen(values)))
      }
      let test = try SeasonalMannKendall(values, seasons: seasons)
      return .tested(
        Tested(n: test.n, s: test.s, z: test.z, p: test.p, slope: try TheilSen(values, seasons: seasons)))
    } catch {
      return .none(error)
    }
  }

  /// Months or days since the year 0: what the season is counted from.
  private func place(_ period: Period) -> Int {
    if period.grain == .day { return period.first.dayNumber }
    return (period.first.year * 12 + period.first.month - 1) / max(1, period.grain.months)
  }

  // MARK: Table

  private func table(_ parts: [Part]) -> ReportTable {
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
    case .none(.tooShort): ReportTable.KeyCell("too-short", label: Bilingual(ja: "短すぎる", en: "too short"))
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
