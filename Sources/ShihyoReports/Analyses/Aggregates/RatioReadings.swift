public import ShihyoModel

/// What an undeclared ratio could mean, computed from its own numbers: 127 and 252 are +98.4 %, 1.98 times, 50.4 % or 33.5 %.
///
/// Each reading takes the direction in which it is used: a change runs from the smaller number to the larger, a multiple is the
/// larger over the smaller, a share the smaller in the larger or in both together. The reverse change is named too.
/// - Units: per cent with one decimal, multiples with two; rounded half up from the exact quotient.
/// - Missing: without two numbers above 0 there are no readings, only the question.
/// - Source: design.md, section 1.
public struct RatioReadings: Hashable, Sendable {
  public struct Values: Hashable, Sendable {
    public var numerator: Rational
    public var denominator: Rational
    public init(numerator: Rational, denominator: Rational) {
      self.numerator = numerator
      self.denominator = denominator
    }
  }

  public let expression: RatioExpression
  /// Of all rows together; nil where a side has no value.
  public let values: Values?

  public init(_ expression: RatioExpression, values: Values?) {
    self.expression = expression
    self.values = values
  }

  public var message: Bilingual {
    let name = expression.machineName
    let question = Bilingual(ja: "比の種類が書かれていません: \(name)", en: "The ratio does not say what it is: \(name)")
    guard let values, values.numerator > .zero, values.denominator > .zero else { return question }
    let small = min(values.numerator, values.denominator)
    let large = max(values.numerator, values.denominator)
    let both = small + large
    guard let multiple = large / small, let share = small / large, let part = small / both else { return question }
    let one = Rational(1)
    let change = percent(multiple - one, signed: true)
    let reverse = percent(share - one, signed: true)
    let times = spelled(multiple, 2)
    let (s, l, b) = (small.machineSpelling, large.machineSpelling, both.machineSpelling)
    return Bilingual(
      ja: """
        \(question.ja) (\(values.numerator.machineSpelling) と \(values.denominator.machineSpelling))。読み方: \
        増減率 \(change) %(\(s) から \(l) へ。逆向きは \(reverse) %)、倍率 \(times) 倍(\(l)/\(s))、\
        割合 \(percent(share)) %(\(s)/\(l))、両方の計に占める割合 \(percent(part)) %(\(s)/\(b))
        """,
      en: """
        \(question.en) (\(values.numerator.machineSpelling) and \(values.denominator.machineSpelling)). It could be: \
        a change of \(change) % (from \(s) to \(l); the other way \(reverse) %), \(times) times (\(l)/\(s)), \
        a share of \(percent(share)) % (\(s)/\(l)), or \(percent(part)) % of both together (\(s)/\(b))
        """)
  }

  public var hint: Bilingual {
    let isAscending = values.map { $0.numerator < $0.denominator } ?? true
    let small = isAscending ? expression.numerator : expression.denominator
    let large = isAscending ? expression.denominator : expression.numerator
    let both = SignedSum(small.terms + large.terms)
    let spellings = [
      RatioExpression(kind: .change, numerator: large, denominator: small),
      RatioExpression(kind: .multiple, numerator: large, denominator: small),
      RatioExpression(kind: .share, numerator: small, denominator: large),
      RatioExpression(kind: .share, numerator: small, denominator: both),
    ].map(\.machineName)
    return Bilingual(
      ja: "種類を前に書いてください: \(spellings.joined(separator: " / "))",
      en: "Put the kind in front: \(spellings.joined(separator: " or "))")
  }

  private func percent(_ value: Rational, signed: Bool = false) -> String {
    let text = spelled(value * Rational(100), 1)
    return signed && value > .zero ? "+" + text : text
  }

  private func spelled(_ value: Rational, _ digits: Int) -> String {
    value.rounded(to: digits)?.description ?? value.machineSpelling
  }
}
