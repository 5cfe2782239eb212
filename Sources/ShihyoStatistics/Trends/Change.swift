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

  public init(from before: ExactDecimal?, to now: ExactDecimal?) {
    guard let before, let now else {
      self = .missing
      return
    }
    if before.isZero {
      self = now.isZero ? .nothing : .appeared
    } else if before.isNegative {
      self = .negativeBefore
    } else if now.isZero {
      self = .vanished
    } else {
      self = ((Rational(now) - Rational(before)) / Rational(before)).map { .relative($0) } ?? .missing
    }
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
