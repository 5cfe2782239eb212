import ShihyoModel

extension RatioKind {
  var figureKind: Figure.Kind {
    switch self {
    case .share: .share
    case .multiple: .multiple
    case .change: .change
    case .rate: .rate
    }
  }

  /// ％ numbers are per cent already (27.7); a multiple counts 倍; the unit of a rate is its base, which the label names.
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
  func label(_ numerator: String, _ denominator: String) -> Bilingual {
    switch self {
    case .share: Bilingual(ja: "割合 \(numerator)/\(denominator)", en: "Share \(numerator)/\(denominator)")
    case .multiple: Bilingual(ja: "倍率 \(numerator)/\(denominator)", en: "Multiple \(numerator)/\(denominator)")
    case .change: Bilingual(ja: "増減率 \(denominator)→\(numerator)", en: "Change \(denominator) → \(numerator)")
    case .rate(let base):
      Bilingual(
        ja: "\(base)当たり \(numerator)/\(denominator)", en: "Per \(base): \(numerator)/\(denominator)")
    }
  }

  /// The figure of one quotient, exact until it is printed.
  ///
  /// - Missing: a side without a value gives its reason; incomplete sides make the figure incomplete.
  /// - Undefined, in words: a denominator of 0 (皆増 where a change starts from 0) or below 0.
  func figure(_ numerator: SignedSumValue, over denominator: SignedSumValue, digits: Int?) -> Figure {
    var figure = Figure(
      kind: figureKind, value: value(numerator.content, denominator.content), unit: unit,
      numerator: numerator.decimal, denominator: denominator.decimal, digits: digits, textDigits: textDigits,
      marks: numerator.marks.union(denominator.marks), reasons: numerator.reasons)
    figure.reasons.merge(denominator.reasons)
    return figure
  }

  private func value(_ numerator: SignedSumValue.Content, _ denominator: SignedSumValue.Content) -> Figure.Value {
    switch (numerator, denominator) {
    case (.absent(let reason), _), (_, .absent(let reason)): return .absent(reason)
    case (.undefined(let words), _), (_, .undefined(let words)): return .undefined(words)
    case (.value(let numerator), .value(let denominator)):
      guard let quotient = numerator / denominator else { return .undefined(zeroWords(numerator)) }
      if denominator.isNegative {
        return .undefined(Bilingual(ja: "分母が負", en: "the denominator is negative"))
      }
      return switch self {
      case .share: .exact(quotient * Rational(100))
      case .multiple: .exact(quotient)
      case .change: .exact((quotient - Rational(1)) * Rational(100))
      case .rate(let base): .exact(quotient * Rational(base))
      }
    }
  }

  private func zeroWords(_ numerator: Rational) -> Bilingual {
    switch self {
    case .change where numerator > .zero: ChangeWords.appeared
    case .change where numerator.isZero: ChangeWords.bothZero
    case .change: Bilingual(ja: "もとが0", en: "from 0")
    default: Bilingual(ja: "分母が0", en: "the denominator is 0")
    }
  }
}
