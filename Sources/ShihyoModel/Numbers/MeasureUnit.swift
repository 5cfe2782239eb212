/// The unit of a column or figure: a counter such as 件 or 人, ％, or a scaled one such as 千円.
///
/// Values stay in their unit (千円 stays 千円); a cell that carries its own unit is converted exactly.
public struct MeasureUnit: Hashable, Sendable {
  /// As printed: 千円.
  public let symbol: String
  /// What is counted without its scale: 円.
  public let base: String
  /// Power of ten of the scale: 3 for 千円, 0 for 件, −2 for ％ of a multiple is not taken: ％ is its own base.
  public let exponent: Int

  public init(symbol: String, base: String, exponent: Int) {
    self.symbol = symbol
    self.base = base
    self.exponent = exponent
  }

  /// Whether a number of one is the same number of the other: 人 and 名, not 人 and 千人.
  public func isSame(as other: MeasureUnit) -> Bool { base == other.base && exponent == other.exponent }
}
