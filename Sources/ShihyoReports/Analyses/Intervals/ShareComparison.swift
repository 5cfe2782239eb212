import ShihyoModel
import ShihyoStatistics

/// The shares of two groups, or of two periods, against each other.
///
/// - Shape: a row per category; the share and n of both sides, their difference in points with its interval, and in words whether they
///   differ.
/// - Missing: a category that one side does not have counts there as 0 of its base.
/// - Source: statistics.md, section 4.
struct ShareComparison {
  /// One group with its estimates by category, in order.
  struct Side: Hashable {
    var keys: [KeyValue]
    var base: Int?
    var estimates: [(category: ReportTable.KeyCell, estimate: ShareEstimate)]

    static func == (one: Side, other: Side) -> Bool { one.keys == other.keys }
    func hash(into hasher: inout Hasher) { hasher.combine(keys) }

    var cells: [ReportTable.KeyCell] { keys.map { ReportTable.KeyCell($0) } }
    var label: Bilingual {
      Bilingual(
        ja: cells.map(\.label.ja).joined(separator: "・"), en: cells.map(\.label.en).joined(separator: ", "))
    }

    func matches(_ name: String) -> Bool {
      let wanted = TextFolding.fold(name)
      return [label.ja, label.en, cells.map(\.code).joined(separator: ",")].contains { TextFolding.fold($0) == wanted }
    }

    func estimate(_ code: String) -> ShareEstimate? { estimates.first { $0.category.code == code }?.estimate }
  }

  let request: IntervalRequest
  let by: [GroupKey]
  let over: ReportTable.KeyColumn
  let schema: Schema?
  let digits: Int?

  /// nil where there is nothing to compare.
  ///
  /// - Errors: `unknownGroup`.
  func table(_ sides: [Side]) throws(Findings) -> ReportTable? {
    let pairs = try pairs(sides)
    guard !pairs.isEmpty else { return nil }
    var rows: [ReportTable.Row] = []
    for (first, second) in pairs {
      var seen: Set<String> = []
      for entry in first.estimates + second.estimates where seen.insert(entry.category.code).inserted {
        rows.append(row(entry.category, first, second))
      }
    }
    let ends = request.columns
    let place = { (name: String, ja: String, en: String, unit: String?) in
      ReportTable.ValueColumn(name: name, label: Bilingual(ja: ja, en: en), unit: unit)
    }
    return ReportTable(
      name: "differences", title: title(pairs),
      keyColumns: [
        ReportTable.KeyColumn(name: "group", label: Bilingual(ja: "区分", en: "Group")),
        ReportTable.KeyColumn(name: "against", label: Bilingual(ja: "比べる相手", en: "Compared with")), over,
        ReportTable.KeyColumn(name: "verdict", label: Bilingual(ja: "判定", en: "Verdict")),
      ],
      valueColumns: [
        place("share", "割合", "Share", "％"), place("n", "n", "n", nil),
        place("share-against", "相手の割合", "Its share", "％"),
        place("n-against", "相手のn", "Its n", nil), place("difference", "差", "Difference", "ポイント"),
        place("lower", ends[0].label.ja, ends[0].label.en, "ポイント"), place("upper", "上限", "Upper", "ポイント"),
      ], rows: rows, notes: IntervalNotes.differences(request, comparisons: rows.count))
  }

  private func title(_ pairs: [(Side, Side)]) -> Bilingual? {
    guard let (first, second) = pairs.first, pairs.count == 1 else {
      return Bilingual(ja: "割合の差", en: "Differences of shares")
    }
    return Bilingual(
      ja: "割合の差：\(first.label.ja)－\(second.label.ja)",
      en: "Differences of shares: \(first.label.en) − \(second.label.en)")
  }

  /// The later group against the earlier one of two; of more, each against the one that was named.
  private func pairs(_ sides: [Side]) throws(Findings) -> [(Side, Side)] {
    if let against = request.against {
      guard let base = sides.first(where: { $0.matches(against) }) else {
        let known = sides.map(\.label.ja)
        let rule = IntervalRule.unknownGroup(
          against, nearest: NearestName.find(against, in: known), known: Array(known.prefix(30)))
        throw Findings([Finding(rule, text: against)], kind: .usage)
      }
      return sides.filter { $0 != base }.map { ($0, base) }
    }
    return sides.count == 2 ? [(sides[1], sides[0])] : []
  }

  private func row(_ category: ReportTable.KeyCell, _ first: Side, _ second: Side) -> ReportTable.Row {
    let one = estimate(category, first)
    let other = estimate(category, second)
    let figures = shares(one, first) + shares(other, second)
    var difference = Figure(
      kind: .points, value: .undefined(FigureText.nothing), unit: "ポイント", digits: digits, textDigits: 1)
    var ends = [difference, difference]
    var verdict = Verdict.unknown
    do throws(StatisticsRule) {
      guard let p1 = one.proportion, let p2 = other.proportion else { throw StatisticsRule.noBase }
      let compared = try ProportionDifference(p1, minus: p2, request.confidence)
      difference.value = .exact(compared.difference * Rational(100))
      ends = [compared.interval.lower, compared.interval.upper].map { difference.with(.approximate(100 * $0)) }
      verdict = compared.excludesZero ? .differs : .notShown
    } catch {
      difference.value = .undefined(error.message)
      ends = [difference, difference]
    }
    let key = { (side: Side) in
      ReportTable.KeyCell(side.cells.map(\.code).joined(separator: ","), label: side.label)
    }
    return ReportTable.Row(
      keys: [key(first), key(second), category, verdict.cell], figures: figures + [difference] + ends)
  }

  /// A category that nobody of a group gave is 0 of its base.
  private func estimate(_ category: ReportTable.KeyCell, _ side: Side) -> ShareEstimate {
    if let estimate = side.estimate(category.code) { return estimate }
    let base = side.estimates.lazy.compactMap(\.estimate.proportion?.base).first
    return ShareEstimate(part: .zero, of: base, effective: base)
  }

  private func shares(_ estimate: ShareEstimate, _ side: Side) -> [Figure] {
    var share = Figure(
      kind: .share, value: .undefined(FigureText.nothing), unit: "％", n: side.base, digits: digits, textDigits: 1)
    switch estimate {
    case .proportion(let proportion):
      share.value = .exact(proportion.share * Rational(100))
      if proportion.hasSmallBase() { share.marks.insert(.smallBase) }
    case .none(let words): share.value = .undefined(words)
    }
    var n = Figure(kind: .count, value: .undefined(FigureText.nothing), n: side.base)
    if let base = side.base { n.value = .decimal(ExactDecimal(base)) }
    return [share, n]
  }

  private enum Verdict: String {
    case differs
    case notShown = "not-shown"
    case unknown

    var cell: ReportTable.KeyCell {
      let label: Bilingual =
        switch self {
        case .differs: Bilingual(ja: "差があるといえる", en: "they differ")
        case .notShown: Bilingual(ja: "差があるとはいえない", en: "no difference shown")
        case .unknown: Bilingual(ja: "比べられない", en: "cannot be compared")
        }
      return ReportTable.KeyCell(rawValue, label: label)
    }
  }
}
