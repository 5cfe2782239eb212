public import ShihyoModel

/// How far printed parts may be from the printed total when each was rounded on its own.
public enum RoundingGap {
  /// The gaps `printed total − Σ printed parts` that rounding alone can explain.
  ///
  /// - Shape: a closed range around 0; a gap outside it is an error in one of the numbers.
  /// - Units: the last printed digit (0.1 points for shares with one decimal).
  /// - Source: statistics.md, section 8: half up ⌊k/2⌋ to either side; truncation 0…k−1 (of parts not below 0).
  public static func allowed(parts: Int, mode: RoundingMode = .halfUp) -> ClosedRange<Int> {
    precondition(parts >= 0, "parts are counted from 0")
    return switch mode {
    case .halfUp, .halfEven: -(parts / 2)...(parts / 2)
    case .down: 0...max(0, parts - 1)
    case .up: -max(0, parts - 1)...0
    }
  }
}
