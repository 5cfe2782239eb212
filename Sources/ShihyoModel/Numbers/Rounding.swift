/// How a digit is dropped, by name. Applied once, at print, to the exact value.
public enum RoundingMode: String, Hashable, Sendable, CaseIterable {
  /// 四捨五入: ties away from zero.
  case halfUp = "half-up"
  case halfEven = "half-even"
  /// 切捨て: towards zero.
  case down
  /// 切上げ: away from zero.
  case up
}
