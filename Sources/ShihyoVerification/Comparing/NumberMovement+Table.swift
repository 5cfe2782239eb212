import ShihyoModel
import ShihyoReports

extension NumberMovement {
  /// Which rows moved the sum, the largest first, with their part of the whole difference; the last row is the whole.
  func table(top: Int, number: Int, keys: [String]) -> ReportTable {
    var rows = contributions.prefix(top).map { row($0.key, $0.old, $0.new, $0.difference) }
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
      keyColumns: keys.map { ReportTable.KeyColumn(name: $0) },
      valueColumns: [
        ReportTable.ValueColumn(name: "old", label: Bilingual(ja: "旧", en: "Old"), unit: unit),
        ReportTable.ValueColumn(name: "new", label: Bilingual(ja: "新", en: "New"), unit: unit),
        ReportTable.ValueColumn(name: "difference", label: Bilingual(ja: "差", en: "Difference"), unit: unit),
        ReportTable.ValueColumn(
          name: "contribution-share", label: Bilingual(ja: "差に占める割合", en: "Share of the difference"), unit: "％"),
      ], rows: rows)

    func row(
      _ key: [String], _ old: ExactDecimal?, _ new: ExactDecimal?, _ moved: ExactDecimal
    ) -> ReportTable.Row {
      ReportTable.Row(
        keys: key.map { ReportTable.KeyCell($0) },
        figures: [figure(old), figure(new), figure(moved), share(of: moved)])
    }
    func total(
      _ code: String, _ label: Bilingual, _ old: ExactDecimal?, _ new: ExactDecimal?, _ moved: ExactDecimal?,
      kind: ReportTable.Row.Kind
    ) -> ReportTable.Row {
      let blanks = keys.dropFirst().map { _ in ReportTable.KeyCell("") }
      return ReportTable.Row(
        keys: [ReportTable.KeyCell(code, label: label)] + blanks,
        figures: [figure(old), figure(new), figure(moved), share(of: moved)], kind: kind)
    }
  }

  private func figure(_ value: ExactDecimal?) -> Figure {
    Figure(
      kind: .sum, value: value.map { .decimal($0) } ?? .absent(.nilCase), unit: unit, textDigits: value?.decimals ?? 0)
  }

  private func share(of part: ExactDecimal?) -> Figure {
    let exact = part.flatMap { Rational($0, over: difference) }.map { $0 * Rational(100) }
    let none = Bilingual(ja: "差が0", en: "the difference is 0")
    return Figure(kind: .share, value: exact.map { .exact($0) } ?? .undefined(none), unit: "％", textDigits: 1)
  }

  private func sum(_ values: [ExactDecimal?]) -> ExactDecimal? {
    values.reduce(.zero) { sum, value in sum.flatMap { $0.adding(value ?? .zero) } }
  }
}
