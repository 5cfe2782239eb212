import ShihyoModel

/// The totals that a table does not print and that must not be printed anywhere else: they would tell what it hides.
enum HiddenTotals {
  /// - Parameters:
  ///   - places: by the keys; nil stands for the total over a key.
  ///   - keys: of the table.
  ///   - count: what is counted.
  ///   - words: of labels that are those of no group (the base of a survey).
  /// - Returns: nil where there are none.
  static func table(
    _ places: [DisclosureDecision.Place], keys: [ReportTable.KeyColumn], count: ReportTable.ValueColumn,
    words: [KeyValue: ReportTable.KeyCell] = [:]
  ) -> ReportTable? {
    guard !places.isEmpty else { return nil }
    let hidden = Figure(kind: .count, value: .absent(.suppressed))
    return ReportTable(
      name: "hidden-totals", title: Bilingual(ja: "この表と合わせて秘匿する計", en: "Totals that are hidden with this table"),
      keyColumns: keys, valueColumns: [count],
      rows: places.map { place in
        ReportTable.Row(
          keys: place.map { label in label.map { words[$0] ?? ReportTable.KeyCell($0) } ?? .total },
          figures: [hidden], kind: .subtotal)
      },
      notes: [
        Bilingual(
          ja: "上の表の秘匿した数を逆算できるため、ほかの表や資料でも示さない計。ここにない計は示してよい。",
          en:
            "These totals tell what the table above hides: do not print them in another table or paper either. Any other total may be printed."
        )
      ])
  }
}
