import ShihyoModel

/// Ratios that cannot be computed as asked.
extension AggregateAnalysis {
  func refuseUndeclared(_ total: MeasuredGroup?) throws(Findings) {
    var refused: [AnalysisRule] = []
    for case .ratio(let ratio) in columns where ratio.kind == nil {
      var values: RatioReadings.Values?
      if let total {
        let denominator = try SignedSumValue(ratio.denominator, in: total)
        let numerator = try SignedSumValue(ratio.numerator, in: total).inUnit(of: denominator)
        if let numerator = numerator.value, let denominator = denominator.value {
          values = RatioReadings.Values(numerator: numerator, denominator: denominator)
        }
      }
      refused.append(.undeclaredRatio(RatioReadings(ratio, values: values)))
    }
    if !refused.isEmpty { throw Findings(refused) }
  }

  static func refuseShares(_ columns: [Column]) throws(Findings) {
    let refused = columns.compactMap { column -> AnalysisRule? in
      guard let ratio = column.ratio, ratio.kind == .share, !ratio.numerator.isComparable(with: ratio.denominator)
      else {
        return nil
      }
      return .shareOfAnother(numerator: ratio.numerator.machineName, denominator: ratio.denominator.machineName)
    }
    if !refused.isEmpty { throw Findings(refused) }
  }
}
