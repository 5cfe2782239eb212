/// Marks beside a value that travel with it to every output.
public struct Marks: OptionSet, Hashable, Sendable {
  public let rawValue: UInt16
  public init(rawValue: UInt16) { self.rawValue = rawValue }

  /// p 速報
  public static let provisional = Marks(rawValue: 1 << 0)
  /// r 改定
  public static let revised = Marks(rawValue: 1 << 1)
  /// e 推計
  public static let estimated = Marks(rawValue: 1 << 2)
  /// 約, およそ, 程度
  public static let approximate = Marks(rawValue: 1 << 3)
  /// B: the series is broken here.
  public static let seriesBreak = Marks(rawValue: 1 << 4)
  /// # うち: part of another figure.
  public static let ofWhich = Marks(rawValue: 1 << 5)
  /// ( ): reference value or small sample; never a negative number.
  public static let reference = Marks(rawValue: 1 << 6)
  /// +0, -0, △0.0: rounded to zero.
  public static let roundedToZero = Marks(rawValue: 1 << 7)
  /// * beside a number: small denominator, use with care.
  public static let smallBase = Marks(rawValue: 1 << 8)
  /// 以上, 超, 以下, 未満: a bound, not a value.
  public static let bound = Marks(rawValue: 1 << 9)
  /// Some cells behind this aggregate were left out for a reason.
  public static let incomplete = Marks(rawValue: 1 << 10)
  /// Moved from its own rounding so that the printed parts add up.
  public static let adjusted = Marks(rawValue: 1 << 11)
  /// Only part of the period is in the data, or a comparison with such a period.
  public static let partial = Marks(rawValue: 1 << 12)

  /// Machine names, in bit order, as the `marks` column spells them.
  public static let names: [(mark: Marks, name: String)] = [
    (.provisional, "provisional"), (.revised, "revised"), (.estimated, "estimated"), (.approximate, "approximate"),
    (.seriesBreak, "break"), (.ofWhich, "of-which"), (.reference, "reference"), (.roundedToZero, "rounded-to-zero"),
    (.smallBase, "small-base"), (.bound, "bound"), (.incomplete, "incomplete"),
    (.adjusted, "adjusted"), (.partial, "partial"),
  ]
}
