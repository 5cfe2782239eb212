import ShihyoModel
import ShihyoReports

extension NumberMovement {
  /// Which rows moved the sum, the largest first, with their part of the whole difference; the last row is the whole.
  func table(top: Int, number: Int, keys: [String]) -> ReportTable {
    var rows = zip(ranks, contributions).prefix(top).map { row($0, $1.key, $1.old, $1.new, $1.difference) }
    let rest = contributions.dropFirst(top)
    if !rest.isEmpty {
      let words = Bilingual(ja: "ほか\(rest.count)行", en: "\(rest.count) more rows")
      rows.append(
        total("rest", words, sum(rest.map(\.old)), sum(rest.map(\.new)), sum(rest.map(\.difference)), kind: .subtotal))
    }
    rows.append(
      total("total", Bilingual(ja: "全体", en: "All rows"), oldTotal, newTotal, difference, kind: .total))
    return ReportTable(
      name: "movement-\(number)",
      title: Bilingual(ja: "「\(column)」の計を動かした行", en: "Rows that moved the sum of \(column)"),
      keyColumns: [ReportTable.KeyColumn(name: "rank", label: Bilingual(ja: "順位", en: "Rank"))]
        + keys.map { ReportTable.KeyColumn(name: $0) },
      valueColumns: [
        ReportTable.ValueColumn(name: "old", label: Bilingual(ja: "旧", en: "Old"), unit: unit),
        ReportTable.ValueColumn(name: "new", label: Bilingual(ja: "新", en: "New"), unit: unit),
        ReportTable.ValueColumn(name: "difference", label: Bilingual(ja: "差", en: "Difference"), unit: unit),
        ReportTable.ValueColumn(
          name: "contribution-share", label: Bilingual(ja: "寄与率", en: "Contribution"), unit: "％"),
      ], rows: rows)

    func row(
      _ rank: Int, _ key: [String], _ old: ExactDecimal?, _ new: ExactDecimal?, _ moved: ExactDecimal
    ) -> ReportTable.Row {
      ReportTable.Row(
        keys: [ReportTable.KeyCell(String(rank))] + key.map { ReportTable.KeyCell($0) },
        figures: [figure(old), figure(new), figure(moved), share(of: moved)])
    }
    func total(
      _ code: String, _ label: Bilingual, _ old: ExactDecimal?, _ new: ExactDecimal?, _ moved: ExactDecimal?,
      kind: ReportTable.Row.Kind
    ) -> ReportTable.Row {
      let blanks = keys.map { _ in ReportTable.KeyCell("") }
      return ReportTable.Row(
        keys: [ReportTable.KeyCell(code, label: label)] + blanks,
        figures: [figure(old), figure(new), figure(moved), share(of: moved)], kind: kind)
    }
  }

  private func figure(_ value: ExactDecimal?) -> Figure {
    Figure(
      kind: .sum, value: value.map { .decimal($0) } ?? .absent(.nilCase), unit: unit, textDigits: value?.decimals ?? 0)
  }

  /// Rows that moved it by the same share a rank: 1, 2, 2, 4.
  var ranks: [Int] {
    var ranks: [Int] = []
    for (place, row) in contributions.enumerated() {
      let isSame = place > 0 && contributions[place - 1].difference.magnitude == row.difference.magnitude
      ranks.append(isSame ? ranks[place - 1] : place + 1)
    }
    return ranks
  }

  /// 寄与率 in ％, exactly; nil where the whole did not move.
  func contribution(_ part: ExactDecimal?) -> Rational? {
    part.flatMap { Rational($0, over: difference) }.map { $0 * Rational(100) }
  }

  private func share(of part: ExactDecimal?) -> Figure {
    let exact = contribution(part)
    let none = Bilingual(ja: "差が0", en: "the difference is 0")
    return Figure(kind: .share, value: exact.map { .exact($0) } ?? .undefined(none), unit: "％", textDigits: 1)
  }

  private func sum(_ values: [ExactDecimal?]) -> ExactDecimal? {
    values.reduce(.zero) { sum, value in sum.flatMap { $0.adding(value ?? .zero) } }
  }
}
