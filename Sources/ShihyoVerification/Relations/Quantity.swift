import ShihyoModel
import ShihyoReports

/// What an expression is worth: its value, all values it can have had before rounding, and where it comes from.
struct Quantity: Sendable {
  enum Content: Hashable, Sendable {
    case number(Rational)
    case date(CalendarDate)
    case weekday(Int)
    case times([Int])
    case words(String)
    /// No value, and why.
    case none(Bilingual)
  }

  var content: Content
  var interval: NumberInterval
  var unit: MeasureUnit?
  /// Digits that a number of this kind is shown with; nil: as many as it needs.
  var decimals: Int?
  /// 速報 or 改定.
  var vintage: Marks = []
  /// Datasets (`name/resource`) that it was computed from.
  var inputs: Set<String> = []
  /// Known figures that it was computed from.
  var ids: Set<String> = []
  /// The rows behind it.
  var sources: [FigurePart] = []
  /// What an answer of the data is made of; nil of what is computed from others.
  var origin: FigureOrigin?
  /// In words, where a metric says it.
  var definition: Bilingual?
  /// A difference or a change, or a number printed with its sign: what is held against it has a sign as well.
  var isChange = false
  /// 5人減: the size of a decrease.
  var isDecrease = false
  /// Only repeats what a document prints.
  var isCopy = false
  /// Of a ratio.
  var parts: (numerator: Rational, denominator: Rational)?
  /// `8 ÷ 23 × 100`
  var working = ""

  var number: Rational? { if case .number(let value) = content { value } else { nil } }

  static func number(_ value: Rational, unit: MeasureUnit? = nil) -> Quantity {
    Quantity(content: .number(value), interval: .point(value), unit: unit, working: value.machineSpelling)
  }

  static func none(_ why: Bilingual) -> Quantity {
    Quantity(content: .none(why), interval: NumberInterval())
  }

  init(content: Content, interval: NumberInterval, unit: MeasureUnit? = nil, working: String = "") {
    self.content = content
    self.interval = interval
    self.unit = unit
    self.working = working
  }

  init(_ printed: PrintedNumber, rounding: RoundingMode) {
    self.init(
      content: .number(printed.value), interval: printed.interval(rounding), unit: printed.unit,
      working: printed.spelling(printed.value) + Self.scale(printed.unit))
    decimals = printed.decimals
    vintage = printed.vintage
    isChange = printed.change != nil
    isDecrease = printed.change == .less
  }

  /// 1234560千円: a number in another scale than its neighbours must say so.
  private static func scale(_ unit: MeasureUnit?) -> String {
    guard let unit, unit.exponent != 0 else { return "" }
    return unit.symbol
  }

  init(_ text: PrintedText) {
    switch text.content {
    case .date(let date): self.init(content: .date(date), interval: NumberInterval(), working: date.description)
    case .weekday(let day): self.init(content: .weekday(day), interval: NumberInterval())
    case .times(let times): self.init(content: .times(times), interval: NumberInterval())
    case .words(let words): self.init(content: .words(words), interval: NumberInterval())
    case .numbers: self.init(content: .words(text.text), interval: NumberInterval())
    }
  }

  /// A figure of the data. What is incomplete or has no value cannot prove anything.
  init(_ figure: Figure) {
    let unit = figure.unit.flatMap { MeasureUnit(parsing: $0) }
    var value: Rational?
    var why = Bilingual(ja: "データに値がありません", en: "the data have no value")
    switch figure.value {
    case .exact(let rational): value = rational
    case .decimal(let decimal): value = Rational(decimal)
    case .undefined(let reason): why = reason
    case .absent(let reason):
      why = Bilingual(ja: "データの値は「\(reason.meaning.ja)」です", en: "the data say: \(reason.meaning.en)")
    case .approximate, .text, .date: break
    }
    if figure.leavesOutCells {
      why = Bilingual(
        ja: "データに値のないセルがあります（\(figure.reasonWords(.ja))）",
        en: "cells without a value stand behind it (\(figure.reasonWords(.en)))")
      value = nil
    }
    guard let value else {
      self = .none(why)
      return
    }
    self = .number(value, unit: unit)
    vintage = figure.marks.intersection([.provisional, .revised])
    if figure.kind != .points, let numerator = figure.numerator, let denominator = figure.denominator {
      parts = (Rational(numerator), Rational(denominator))
      working = "\(numerator) ÷ \(denominator)"
    }
  }

  /// The same in another unit of its base; nil where the two measure different things.
  func converted(to wanted: MeasureUnit?) -> Quantity? {
    guard let unit, let wanted, unit != wanted else { return self }
    guard unit.base == wanted.base || !Self.mustAgree(unit.base, wanted.base) else { return nil }
    guard unit.base == wanted.base, unit.exponent != wanted.exponent, case .number(let value) = content,
      let power = ExactDecimal(1).scaled(byPowerOfTen: unit.exponent - wanted.exponent)
    else { return self }
    var quantity = self
    quantity.content = .number(value * Rational(power))
    quantity.interval = interval.times(Rational(power))
    quantity.unit = wanted
    return quantity
  }

  /// Counters differ in words (団体 and 地域団体); ratios and money do not.
  private static func mustAgree(_ left: String, _ right: String) -> Bool {
    let strict: Set<String> = ["%", "倍", "ポイント", "円", "歳"]
    return strict.contains(left) || strict.contains(right)
  }

  mutating func takeSources(of others: [Quantity]) {
    for other in others {
      inputs.formUnion(other.inputs)
      sources += other.sources
      ids.formUnion(other.ids)
      vintage.formUnion(other.vintage)
      isCopy = isCopy || other.isCopy
    }
  }
}
