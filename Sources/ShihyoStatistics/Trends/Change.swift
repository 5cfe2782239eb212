public import ShihyoModel

/// A value against one before: previous period, or the same period of the year before.
///
/// - Units: `relative` is a fraction of the value before (0.1 is +10 %), exact; rounded once, at print.
/// - Source: domain.md, section 9; statistics.md, section 7.
public enum Change: Hashable, Sendable {
  /// (now − before) / before.
  case relative(Rational)
  /// 皆増: from nothing to something.
  case appeared
  /// 皆減: from something to nothing.
  case vanished
  /// 0 before and 0 now: neither a rise nor a rate.
  case nothing
  /// One side is missing; nothing is filled in.
  case missing
  /// Below 0 before: a rate would have the wrong sign. The difference stands alone.
  case negativeBefore
  /// From 0 to below 0: nothing appeared, and there is no rate.
  case fellFromZero

  public init(from before: Rational?, to now: Rational?) {
    guard let before, let now else {
      self = .missing
      return
    }
    if before.isNegative {
      self = .negativeBefore
    } else if let change = (now - before) / before {
      self = now.isZero ? .vanished : .relative(change)
    } else {
      self = now.isZero ? .nothing : now.isNegative ? .fellFromZero : .appeared
    }
  }

  public init(from before: ExactDecimal?, to now: ExactDecimal?) {
    self.init(from: before.map { Rational($0) }, to: now.map { Rational($0) })
  }

  /// Each value against the one `lag` places before (4: the same quarter of the year before).
  ///
  /// - Shape: one result per value, in place; `missing` at the start.
  public static func series(_ values: [ExactDecimal?], lag: Int) -> [Change] {
    values.indices.map { index in
      let before = index - lag
      return Change(from: values.indices.contains(before) ? values[before] : nil, to: values[index])
    }
  }
}
