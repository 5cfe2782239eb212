import ShihyoModel

extension LayoutGuess {
  /// Reads the files by the layout; what does not hold is taken back, and that is said.
  mutating func settle(_ sources: [Dataset.Source], _ reading: ReadingOptions) throws(Findings) {
    for step in 0..<5 {
      let codes = Self.trial(shape, sources, reading)
      if codes.isEmpty { return }
      switch step {
      case 0 where codes.contains("period.twice") || codes.contains("table.column-missing"): shape.periods = nil
      case 0...1 where shape.yearMonth != nil || shape.periods != nil:
        shape.periods = nil
        shape.yearMonth = nil
      case 0...2 where shape.unpivot != nil || !shape.constants.isEmpty:
        shape.unpivot = nil
        shape.constants = []
        shape.yearMonth = nil
        shape.periods = nil
        remarks.append(
          Bilingual(ja: "横に並んだ列は、一つの型に当てはまらないので直していない。", en: "The columns side by side fit no pattern and are left."))
      case 0...3: shape.subtotals = []
      default: shape = TableShape()
      }
    }
  }

  /// Codes of what refuses the layout; differing totals are the data's own.
  private static func trial(_ shape: TableShape, _ sources: [Dataset.Source], _ reading: ReadingOptions) -> Set<String>
  {
    var options = reading
    options.shape = shape.isEmpty ? nil : shape
    var codes = Set<String>()
    for source in sources {
      do throws(Findings) {
        let reader = try RecordReader(source: source, options: options)
        while let batch = try reader.nextBatch() {
          for finding in batch.findings where finding.severity == .error && isOfShape(finding.code) {
            codes.insert(finding.code)
          }
        }
      } catch {
        for finding in error.findings where isOfShape(finding.code) { codes.insert(finding.code) }
      }
    }
    return codes
  }

  private static func isOfShape(_ code: String) -> Bool {
    (code.hasPrefix("table.") || code.hasPrefix("period.") || code.hasPrefix("query."))
      && code != "table.second-table"
  }
}
