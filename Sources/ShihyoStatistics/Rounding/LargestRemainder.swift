/// Printed shares that add up: the largest remainder method (Hamilton).
public enum LargestRemainder {
  /// Hands out `units` in proportion to `weights`, so that the result adds up to `units` exactly.
  ///
  /// - Shape: one result per weight, in the same order. Ties of remainders go to the earlier weight.
  /// - Units: weights are whole numbers of any one scale; `units` is the total in the last printed digit
  ///   (1000 for 100.0 %).
  /// - Missing: leave cells that are reasons out before calling.
  /// - Errors: `noWeight` if the weights are empty or all 0, `negativeWeight`, `tooManyDigits` if they overflow Int128.
  /// - Complexity: O(k log k). Exact: each result differs from its quota by less than one unit.
  /// - Source: statistics.md, section 8.
  public static func apportion(_ weights: [Int128], units: Int) throws(StatisticsRule) -> [Int] {
    precondition(units >= 0, "units are counted from 0")
    var total: Int128 = 0
    for weight in weights {
      guard weight >= 0 else { throw .negativeWeight }
      let (sum, overflow) = total.addingReportingOverflow(weight)
      if overflow { throw .tooManyDigits }
      total = sum
    }
    guard total > 0 else { throw .noWeight }

    // The quotient cannot exceed `units`, since no weight exceeds the total: dividing in full width cannot trap.
    let quotas = weights.map { weight in
      total.magnitude.dividingFullWidth(weight.magnitude.multipliedFullWidth(by: UInt128(units)))
    }
    var result = quotas.map { Int($0.quotient) }
    let left = units - result.reduce(0, +)
    let order = quotas.indices.sorted { one, other in
      quotas[one].remainder != quotas[other].remainder
        ? quotas[one].remainder > quotas[other].remainder : one < other
    }
    for index in order.prefix(left) { result[index] += 1 }
    return result
  }
}
