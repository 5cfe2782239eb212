import ShihyoModel
import ShihyoStatistics

/// The answers of one group of respondents and the base of their shares.
struct SurveyGroup: Hashable {
  struct Answer: Hashable {
    var key: KeyValue
    /// Respondents, or the counts of a counted table.
    var n: Figure
    /// Σ of weights; nil without weights.
    var weight: Figure?
    var kind: AnswerClass
    /// How many respondents have each weight; empty without weights.
    var spread: [Rational: Int] = [:]

    /// What shares are taken of.
    var amount: Figure { weight ?? n }
  }

  let keys: [KeyValue]
  /// In order, 無回答 last; those to whom the question was not put, totals and recounts stand apart.
  let answers: [Answer]
  let notAsked: [Answer]
  let totals: [Answer]
  let recounts: [Answer]
  /// All that were asked: of several answers the respondents, else the answers added up.
  let asked: Answer
  let noAnswerIsInBase: Bool
  /// False where weights, and so the shares, are doubles.
  let isExact: Bool

  /// - Parameter respondents: of a question with several answers; nil: the answers add up to them.
  /// - Errors: `overflow`.
  init(
    keys: [KeyValue], rows: [Answer], respondents: Answer?, noAnswerIsInBase: Bool, isExact: Bool = true,
    measure: String
  ) throws(Findings) {
    self.keys = keys
    self.isExact = isExact
    self.noAnswerIsInBase = noAnswerIsInBase
    answers = rows.filter { $0.kind == .answer } + (try Self.withOneNoAnswer(rows, measure: measure))
    notAsked = rows.filter { $0.kind == .notAsked }
    totals = rows.filter { $0.kind == .total }
    recounts = rows.filter { $0.kind == .recount }
    if let respondents {
      asked = try respondents.subtracting(notAsked, measure: measure)
    } else {
      asked = try answers.added(measure: measure)
    }
    noAnswers = answers.filter { $0.kind == .noAnswer }
    base = noAnswerIsInBase ? asked : try asked.subtracting(noAnswers, measure: measure)
  }

  /// Empty cells and the text 無回答 are one answer; other reasons (秘匿, 不明) stay apart.
  private static func withOneNoAnswer(_ rows: [Answer], measure: String) throws(Findings) -> [Answer] {
    let noAnswers = rows.filter { $0.kind == .noAnswer }
    let plain = noAnswers.filter(\.isPlainNoAnswer)
    guard let first = plain.first, plain.count > 1 else { return noAnswers }
    var one = try plain.added(measure: measure)
    (one.key, one.kind) = (first.key, .noAnswer)
    return [one] + noAnswers.filter { !$0.isPlainNoAnswer }
  }

  let noAnswers: [Answer]
  /// What the shares are taken of.
  let base: Answer

  var hasNegative: Bool { answers.contains { $0.amount.exactValue?.isNegative ?? false } }

  /// The share of one answer, exact; weighted where there are weights. Its n counts respondents.
  func share(_ answer: Answer, digits: Int?) -> Figure {
    var whole = base.amount
    whole.n = base.n.countValue
    let isOutside = answer.kind == .noAnswer && !noAnswerIsInBase
    return ShareOfBase(base: whole, hasNegative: hasNegative, digits: digits, isExact: isExact)
      .share(answer.amount, excluded: isOutside ? SurveyNotes.outsideBase : nil)
  }

  /// What the weights leave of the respondents in the base; nil without weights.
  ///
  /// - Errors: `noWeight` where all weights are 0.
  var sample: EffectiveSample? {
    get throws(StatisticsRule) {
      guard base.weight != nil else { return nil }
      return try EffectiveSample(base.spread.map { (weight: $0.key, count: $0.value) })
    }
  }

  /// The share as an estimate: n, or what weights leave of it, says how sure it is.
  func estimate(_ answer: Answer) -> ShareEstimate {
    if answer.kind == .noAnswer, !noAnswerIsInBase { return .none(SurveyNotes.outsideBase) }
    if hasNegative { return .none(Bilingual(ja: "負の値あり", en: "a value is negative")) }
    do throws(StatisticsRule) {
      let effective = try sample?.effective
      return ShareEstimate(part: answer.amount.exactValue, of: base.amount.exactValue, effective: effective)
    } catch {
      return .none(error.message)
    }
  }

  /// Whether a single answer moves the shares by points.
  var hasSmallBase: Bool {
    guard let n = base.n.exactValue else { return false }
    return n < Rational(Proportion.smallBase)
  }
}

extension SurveyGroup.Answer {
  fileprivate var isPlainNoAnswer: Bool {
    switch key {
    case .absent(.empty), .age(.noAnswer): true
    case .text(let label): ["無回答", "未回答", "no answer", "no-answer"].contains(TextFolding.fold(label.text).lowercased())
    default: false
    }
  }

  func subtracting(_ others: [SurveyGroup.Answer], measure: String) throws(Findings) -> Self {
    guard !others.isEmpty else { return self }
    var result = self
    result.n = try n.combined(with: others.map(\.n), sign: -1, measure: measure)
    if let weight {
      result.weight = try weight.combined(with: others.compactMap(\.weight), sign: -1, measure: measure)
    }
    for other in others {
      for (weight, count) in other.spread { result.spread[weight, default: 0] -= count }
    }
    return result
  }
}

extension [SurveyGroup.Answer] {
  /// All of them together; 0 of none.
  func added(measure: String) throws(Findings) -> SurveyGroup.Answer {
    let zero = SurveyGroup.Answer(key: .age(.total), n: .count(0), weight: nil, kind: .total)
    guard let first else { return zero }
    let rest = dropFirst()
    return SurveyGroup.Answer(
      key: .age(.total), n: try first.n.combined(with: rest.map(\.n), sign: 1, measure: measure),
      weight: try first.weight?.combined(with: rest.compactMap(\.weight), sign: 1, measure: measure), kind: .total,
      spread: reduce(into: [:]) { sum, answer in sum.merge(answer.spread, uniquingKeysWith: +) })
  }
}

extension Figure {
  var countValue: Int? { decimalValue.flatMap { $0.decimals == 0 ? Int(exactly: $0.coefficient) : nil } }

  /// The sum with, or without, others; what has no value counts as incomplete.
  func combined(with others: [Figure], sign: Int, measure: String) throws(Findings) -> Figure {
    var result = self
    if ([self] + others).contains(where: { if case .exact = $0.value { true } else { false } }) {
      // Weights that were made are fractions.
      let parts = others.reduce(Rational.zero) { $0 + ($1.exactValue ?? .zero) }
      let own = exactValue ?? .zero
      result.value = .exact(sign > 0 ? own + parts : own - parts)
      result.n = nil
      return result
    }
    var sum = decimalValue ?? .zero
    if decimalValue == nil { result.marks.insert(.incomplete) }
    for other in others {
      if sign > 0 {
        result.marks.formUnion(other.marks)
        result.reasons.merge(other.reasons)
      }
      guard let number = other.decimalValue else {
        if sign > 0 { result.marks.insert(.incomplete) }
        continue
      }
      guard let next = sign > 0 ? sum.adding(number) : sum.subtracting(number) else {
        throw Findings([.overflow(measure: measure)])
      }
      sum = next
    }
    result.value = .decimal(sum)
    result.textDigits = sum.decimals
    result.n = nil
    return result
  }
}
