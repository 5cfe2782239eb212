import ShihyoDefinitions
import ShihyoEngine
import ShihyoModel
import ShihyoReports

/// The columns in which the rows of a part are shown, and their cells.
struct RowColumns {
  let part: LabelledPart
  /// As read, beside the value: those of the part's terms that are not among the shown ones.
  let cells: [(place: Int, name: String)]
  let shown: [String]
  let namesFiles: Bool
  let unit: String?
  /// Places of `shown` in a traced row: rows of one dataset carry the columns of all its parts.
  private let shownPlaces: [Int]

  init(_ part: LabelledPart, of all: [LabelledPart]) {
    self.part = part
    let carried = ContributionReader.columns(of: all.map(\.part).filter { $0.dataset == part.part.dataset })
    let isCopied = part.part.metric?.kind == .value
    let own = isCopied ? carried : ContributionReader.columns(of: [part.part])
    shown = own
    shownPlaces = own.map { name in carried.firstIndex(of: name) ?? 0 }
    var seen = Set(own.map { Label($0) })
    var cells: [(place: Int, name: String)] = []
    for (place, aggregate) in part.part.query.aggregates.enumerated() {
      guard let name = aggregate.column, part.part.sum.terms.contains(where: { $0.measure.column == name }),
        seen.insert(Label(name)).inserted
      else { continue }
      cells.append((place, name))
    }
    self.cells = cells
    namesFiles = part.part.dataset.sources.count > 1
    let measured = part.part.sum.terms.lazy.compactMap(\.measure.column).first
    unit = measured.flatMap { part.part.dataset.schema?.field(named: $0)?.unit?.symbol }
  }

  var keyColumns: [ReportTable.KeyColumn] {
    (namesFiles ? [ReportTable.KeyColumn(name: "file", label: Bilingual(ja: "ファイル", en: "File"))] : [])
      + [ReportTable.KeyColumn(name: "line", label: Bilingual(ja: "行", en: "Line"))]
      + shown.map { ReportTable.KeyColumn(name: $0) }
      + cells.map { ReportTable.KeyColumn(name: $0.name, alignsRight: true) }
  }

  func texts(_ row: TracedRow) -> [ReportTable.KeyCell] {
    (namesFiles ? [ReportTable.KeyCell(FilePath.name(of: row.file ?? "-"))] : [])
      + [ReportTable.KeyCell(String(row.line))]
      + shownPlaces.map { cell(row.shown.indices.contains($0) ? row.shown[$0] : nil) }
      + cells.map { cell(row.cells[$0.place]) }
  }

  private func cell(_ cell: TracedRow.CellText?) -> ReportTable.KeyCell {
    guard let cell else { return .init("") }
    return cell.text.map { ReportTable.KeyCell($0) } ?? Self.personal
  }

  static let personal = ReportTable.KeyCell("", label: Bilingual(ja: "（個人情報）", en: "(personal)"))

  func amount(_ contribution: Contribution) -> Figure {
    if let amount = contribution.amount {
      return Figure(kind: .sum, value: .decimal(amount), unit: unit, textDigits: amount.decimals)
    }
    for case .absent(let reason) in contribution.row.values { return Figure(kind: .sum, value: .absent(reason)) }
    return Figure(kind: .sum, value: .absent(.empty))
  }
}

/// The rows of one part as a table: the largest, the rest in one row, and the total, which is the part's own number.
enum RowsTable {
  static func table(
    _ columns: RowColumns, largest: [Contribution], total: PartTotal, namesUnits: Bool
  ) -> ReportTable {
    // Programs find the unit in a column of its own, people above the table.
    let unit = namesUnits ? [ReportTable.KeyCell(columns.unit ?? "")] : []
    var rows = largest.map { ReportTable.Row(keys: columns.texts($0.row) + unit, figures: [columns.amount($0)]) }
    let width = columns.keyColumns.count
    let restCount = total.rows - largest.count
    if restCount > 0 {
      var rest = total.sum
      for amount in largest.compactMap(\.amount) { rest = rest?.subtracting(amount) }
      let words = Bilingual(
        ja: "ほか\(DigitGroups.grouped(restCount))行",
        en: "\(DigitGroups.grouped(restCount)) more row\(restCount == 1 ? "" : "s")")
      rows.append(row("rest", words, width, unit, figure(rest, columns), kind: .subtotal))
    }
    let words = Bilingual(
      ja: "計（\(DigitGroups.grouped(total.rows))行）",
      en: "Total (\(DigitGroups.grouped(total.rows)) row\(total.rows == 1 ? "" : "s"))")
    let part = columns.part
    // A number that stands in a cell of its own is not 0 where there is no such cell.
    let isMissing = total.rows == 0 && part.part.isCell
    let sum = isMissing ? Figure(kind: .sum, value: .absent(.missing)) : figure(total.sum, columns)
    rows.append(row("total", words, width, unit, sum, kind: .total))
    return ReportTable(
      name: part.code, title: title(part),
      keyColumns: columns.keyColumns + unit.map { _ in ReportTable.KeyColumn(name: "unit") },
      valueColumns: [
        ReportTable.ValueColumn(name: "amount", label: Bilingual(ja: "算入額", en: "Amount"), unit: columns.unit)
      ], rows: rows, notes: notes(part, total))
  }

  private static func title(_ part: LabelledPart) -> Bilingual {
    let name = "\(part.part.spelled)、\(part.part.dataset.name)"
    let english = "\(part.part.spelled), \(part.part.dataset.name)"
    return Bilingual(ja: "\(part.label.ja)：\(name)", en: "\(part.label.en): \(english)")
  }

  private static func row(
    _ code: String, _ label: Bilingual, _ width: Int, _ unit: [ReportTable.KeyCell], _ figure: Figure,
    kind: ReportTable.Row.Kind
  ) -> ReportTable.Row {
    let blanks = Array(repeating: ReportTable.KeyCell(""), count: max(0, width - 1))
    return ReportTable.Row(
      keys: [ReportTable.KeyCell(code, label: label)] + blanks + unit, figures: [figure], kind: kind)
  }

  private static func figure(_ sum: ExactDecimal?, _ columns: RowColumns) -> Figure {
    guard let sum else { return Figure(kind: .sum, value: .absent(.unknownMark)) }
    return Figure(kind: .sum, value: .decimal(sum), unit: columns.unit, textDigits: sum.decimals)
  }

  private static func notes(_ part: LabelledPart, _ total: PartTotal) -> [Bilingual] {
    var notes: [Bilingual] = []
    if total.reasons.total > 0 {
      let words = total.reasons.words
      notes.append(
        Bilingual(ja: "値のないセルは計に入らない：\(words.ja)。", en: "Cells without a value are not in the total: \(words.en)."))
    }
    if total.rows == 0 {
      notes.append(Bilingual(ja: "当たる行はない。", en: "No row stands for it."))
    }
    if !part.part.sum.isAdditive, total.rows > 1 {
      notes.append(
        Bilingual(
          ja: "行の計ではなく、行の中から定まる値。", en: "The value is taken from the rows; they do not add up to it."))
    }
    return notes
  }
}
