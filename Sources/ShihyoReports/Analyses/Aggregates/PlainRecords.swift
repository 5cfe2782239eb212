import ShihyoModel

/// The records of counts, sums and extremes that all have values and no marks, as CSV for programs spells them: the same
/// bytes as by way of figures (`CSVRenderer`), without making any.
struct PlainRecords: Sendable {
  private let answers: MeasuredAnswers
  private let keys: Int
  private let columns: [MeasuredAnswers.Source]

  /// nil where a column is more than a number of the answers.
  init?(_ answers: MeasuredAnswers, keys: Int, columns: [AggregateAnalysis.Column]) {
    var found: [MeasuredAnswers.Source] = []
    for column in columns {
      guard case .measure(let measure) = column, case .primitive = measure,
        let source = answers.sources.first(where: { $0.measure == measure })
      else { return nil }
      found.append(source)
    }
    self.answers = answers
    self.keys = keys
    self.columns = found
  }

  func append(_ row: Int, to writer: inout CSVWriter) {
    for key in 0..<keys { writer.add(.text(answers.key(key, of: row).machineSpelling)) }
    for column in columns { writer.add(cell(answers.value(column, of: row), decimals: column.facts.decimals)) }
    writer.endRecord()
  }

  private func cell(_ value: AggregateValue, decimals: Int) -> CSVWriter.Cell {
    switch value {
    case .count(let count): return .number(String(count))
    case .countValues(let tally): return .number(String(tally.n))
    case .sum(let sum): return .number(sum.decimal(decimals: decimals)?.description ?? "")
    case .extreme(let extreme):
      if let date = extreme.date { return .number(date.description) }
      if let number = extreme.number {
        return .number((number.widened(to: max(number.decimals, decimals)) ?? number).description)
      }
      return .text(extreme.text?.text ?? "")
    }
  }
}
