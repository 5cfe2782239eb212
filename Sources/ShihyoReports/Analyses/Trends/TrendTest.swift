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
}
