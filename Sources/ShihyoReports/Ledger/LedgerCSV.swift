public import ShihyoModel

/// 数値根拠表 (`figures.csv`): every figure of a report with what it is made of, in machine spellings.
///
/// - Columns: `id`, `printed` (the digits of the paper, neutral: `-` for negatives, no grouping), `unit`, `numerator`,
///   `denominator`, `n`, `definition`, `rounding` (`half-up:1`), `marks`, and `notice` where the data carries one.
/// - Order: as the figures first stand in the report.
public enum LedgerCSV {
  static let columns = [
    "id", "printed", "unit", "numerator", "denominator", "n", "definition", "rounding", "marks",
  ]

  public static func render(_ figures: [Figure], language: Language, notice: Bilingual? = nil) -> String {
    var writer = CSVWriter(options: .machine)
    writer.append((columns + (notice == nil ? [] : [CSVRenderer.noticeName])).map { .text($0) })
    for figure in figures {
      var cells: [CSVWriter.Cell] = [
        .text(figure.id?.spelling ?? ""), .text(figure.printed), .text(figure.unit ?? ""),
        .text(figure.numerator?.description ?? ""), .text(figure.denominator?.description ?? ""),
        .text(figure.n.map(String.init) ?? ""), .text(figure.definition?[language] ?? ""), .text(rounding(figure)),
        .text(figure.markSpellings.joined(separator: ";")),
      ]
      if let notice { cells.append(.text(notice.ja)) }
      writer.append(cells)
    }
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
