import ShihyoModel

/// The figures of one group.
extension AggregateAnalysis {
  /// A row whose figures `shareNotes` has seen: they are made again, of the same numbers.
  func checkedRow(_ index: Int, of groups: MeasuredAnswers) -> ReportTable.Row {
    do throws(Findings) {
      let group = try groups.group(index)
      return ReportTable.Row(keys: group.keys.map { ReportTable.KeyCell($0) }, figures: try figures(of: group))
    } catch {
      preconditionFailure("figures that could be made once can be made again")
    }
  }

  func figures(of group: MeasuredGroup) throws(Findings) -> [Figure] {
    var figures: [Figure] = []
    for column in columns {
      switch column {
      case .measure(let measure):
        guard var figure = group.figures[measure] else { continue }
        if case .exact = figure.value { figure.digits = digits }
        figures.append(figure)
      case .ratio(let ratio):
        guard let kind = ratio.kind else { continue }
        let (numerator, denominator) = try sides(of: ratio, kind, in: group)
        figures.append(kind.figure(numerator, over: denominator, digits: digits))
      }
    }
    return figures
  }

  func sides(
    of ratio: RatioExpression, _ kind: RatioKind, in group: MeasuredGroup
  ) throws(Findings) -> (numerator: SignedSumValue, denominator: SignedSumValue) {
    let denominator = try SignedSumValue(ratio.denominator, in: group)
    let numerator = try SignedSumValue(ratio.numerator, in: group)
    return (kind.comparesLikeWithLike ? try numerator.inUnit(of: denominator) : numerator, denominator)
  }

  var hasRatios: Bool { columns.contains { if case .ratio = $0 { true } else { false } } }
}
