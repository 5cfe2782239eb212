public import ShihyoModel

/// 数値根拠表 (`figures.csv`): every figure of a report with what it is made of, in machine spellings.
///
/// - Columns: `id`, `printed` (the digits of the paper, neutral: `-` for negatives, no grouping), `unit`, `numerator`,
///   `denominator`, `n`, `definition`, `rounding` (`half-up:1`), `marks`, and `notice` where the data carries one.
/// - Of a difference in points `numerator` and `denominator` are the two percentages, one less the other.
/// - Order: as the figures first stand in the report.
public enum LedgerCSV {
  package static let columns = [
    "id", "printed", "unit", "numerator", "denominator", "n", "definition", "rounding", "marks",
  ]

  public static func render(_ figures: [Figure], language: Language, notice: Bilingual? = nil) -> String {
    var writer = CSVWriter(options: .machine)
    writer.append((columns + (notice == nil ? [] : [CSVRenderer.noticeName])).map { .text($0) })
    for figure in figures {
      writer.append(record(figure, language: language, notice: notice).map { .text($0) })
    }
    return writer.output
  }

  /// The cells of one figure, in the order of `columns`, then the notice. A hidden figure shows nothing that it is made of.
  package static func record(_ figure: Figure, language: Language, notice: Bilingual? = nil) -> [String] {
    var isHidden = false
    if case .absent(.suppressed) = figure.value { isHidden = true }
    let parts = [
      figure.numerator?.description ?? "", figure.denominator?.description ?? "", figure.n.map(String.init) ?? "",
    ]
    return [figure.id?.spelling ?? "", figure.printed, figure.unit ?? ""] + (isHidden ? ["", "", ""] : parts) + [
      figure.definition?[language] ?? "", rounding(figure), figure.markSpellings.joined(separator: ";"),
    ] + (notice.map { [$0.ja] } ?? [])
  }

  /// One record as a line of the file.
  package static func line(_ cells: [String]) -> String {
    var writer = CSVWriter(options: .machine)
    writer.append(cells.map { .text($0) })
    return writer.output
  }

  /// `half-up:1`; empty for a number that prints all its digits.
  static func rounding(_ figure: Figure) -> String {
    switch figure.value {
    case .exact, .approximate: "\(figure.rounding.rawValue):\(figure.digits ?? figure.textDigits)"
    case .decimal: figure.digits.map { "\(figure.rounding.rawValue):\($0)" } ?? ""
    case .text, .date, .absent, .undefined: ""
    }
  }
}
