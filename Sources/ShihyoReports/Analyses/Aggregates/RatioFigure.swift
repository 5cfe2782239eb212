import ShihyoModel
import ShihyoStatistics

extension RatioKind {
  var figureKind: Figure.Kind {
    switch self {
    case .share: .share
    case .multiple: .multiple
    case .change: .change
    case .rate: .rate
    }
  }

  /// ％ numbers are per cent already (27.7); a multiple counts 倍; the unit of a rate is that of its sides.
  var unit: String? {
    switch self {
    case .share, .change: "％"
    case .multiple: "倍"
    case .rate: nil
    }
  }

  /// A rate may divide 円 by 人; the other kinds compare amounts of one unit.
  var comparesLikeWithLike: Bool { if case .rate = self { false } else { true } }

  /// Digits of text output without `--digits`.
  var textDigits: Int {
    switch self {
    case .share, .change: 1
    case .multiple, .rate: 2
    }
  }

  /// The heading: a change is always called 増減率, never 前年比.
  func label(_ numerator: Bilingual, _ denominator: Bilingual) -> Bilingual {
    let quotient = Bilingual(ja: "\(numerator.ja)÷\(denominator.ja)", en: "\(numerator.en) / \(denominator.en)")
    return switch self {
    case .share: Bilingual(ja: quotient.ja + "の割合", en: quotient.en + ", share")
    case .multiple: Bilingual(ja: quotient.ja + "の倍率", en: quotient.en + ", times")
    case .change:
      Bilingual(ja: "\(denominator.ja)→\(numerator.ja)の増減率", en: "Change from \(denominator.en) to \(numerator.en)")
    case .rate(let base) where base == ExactDecimal(1): quotient
    case .rate(let base):
      Bilingual(ja: "\(quotient.ja)×\(base)", en: "\(quotient.en) × \(base)")
    }
  }

  /// 千円/人, 件/1000人: what a rate counts; nil where a side has no unit, or both the same (件 per 件 has none).
  private func unit(_ numerator: MeasureUnit?, _ denominator: MeasureUnit?) -> String? {
    guard case .rate(let base) = self else { return unit }
    guard let numerator, let denominator else { return nil }
    if base == ExactDecimal(1), numerator == denominator { return nil }
    return numerator.symbol + "/" + (base == ExactDecimal(1) ? "" : base.description) + denominator.symbol
  }

  /// The figure of one quotient, exact until it is printed.
  ///
  /// - Missing: a side without a value gives its reason; incomplete sides make the figure incomplete.
  /// - Undefined, in words: a denominator of 0 or below 0; of a change what `Change` says.
  func figure(_ numerator: SignedSumValue, over denominator: SignedSumValue, digits: Int?) -> Figure {
    var figure = Figure(
      kind: figureKind, value: value(numerator.content, denominator.content),
      unit: unit(numerator.unit, denominator.unit),
      numerator: numerator.decimal, denominator: denominator.decimal, digits: digits, textDigits: textDigits,
      marks: numerator.marks.union(denominator.marks), reasons: numerator.reasons)
    figure.reasons.merge(denominator.reasons)
    return figure
  }

  private func value(_ numerator: SignedSumValue.Content, _ denominator: SignedSumValue.Content) -> Figure.Value {
    switch (numerator, denominator) {
    case (.absent(let reason), _), (_, .absent(let reason)): return .absent(reason)
    case (.undefined(let words), _), (_, .undefined(let words)): return .undefined(words)
    case (.value(let now), .value(let before)) where self == .change:
      return Change(from: before, to: now).percentage
    case (.value(let numerator), .value(let denominator)):
      guard let quotient = numerator / denominator else { return .undefined(Self.zeroDenominator) }
      if denominator.isNegative {
        return .undefined(Bilingual(ja: "分母が負", en: "the denominator is negative"))
      }
      return switch self {
      case .share: .exact(quotient * Rational(100))
      case .multiple, .change: .exact(quotient)
      case .rate(let base): .exact(quotient * Rational(base))
      }
    }
  }

  private static let zeroDenominator = Bilingual(ja: "分母が0", en: "the denominator is 0")
}
