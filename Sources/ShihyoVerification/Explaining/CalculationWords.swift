import ShihyoDefinitions
import ShihyoModel
import ShihyoReports

/// The calculation of a figure in words: exact numbers in, exact number out, and the one rounding after it.
struct CalculationWords {
  private(set) var lines: [Bilingual] = []
  /// nil for a number that is printed with all its digits.
  private(set) var rounding: Bilingual?

  init(_ figure: Figure, _ origin: FigureOrigin) {
    walk(figure, origin, lead: Bilingual(ja: "", en: ""))
    rounding = Self.rounding(figure)
  }

  private mutating func walk(_ figure: Figure, _ origin: FigureOrigin, lead: Bilingual) {
    let result = Self.spelled(figure)
    switch origin {
    case .sum(let part):
      let word = part.isCell ? "" : " の計"
      add(lead, Bilingual(ja: "\(part.spelled)\(word) = \(result)", en: "\(part.spelled) = \(result)"))
    case .selection(let part):
      add(lead, Bilingual(ja: "\(part.spelled) = \(result)", en: "\(part.spelled) = \(result)"))
    case .ratio(let kind, let numerator, let denominator):
      let names = kind.formula(numerator.sum.machineName, denominator.sum.machineName)
      add(lead, Bilingual(ja: names, en: names))
      if let first = figure.numerator, let second = figure.denominator {
        let numbers = kind.formula(DigitGroups.grouped(first.description), DigitGroups.grouped(second.description))
        add(lead, Bilingual(ja: "\(numbers) = \(result)", en: "\(numbers) = \(result)"))
      }
    case .change(_, let now, let before):
      let (first, second) = (Self.spelled(now.figure), Self.spelled(before.figure))
      let isDifference = figure.kind == .points || figure.kind == .difference
      let formula = isDifference ? "\(first) − \(second)" : "(\(first) − \(second)) ÷ \(second) × 100"
      add(lead, Bilingual(ja: "\(formula) = \(result)", en: "\(formula) = \(result)"))
      for side in [now, before] {
        let label = Bilingual(ja: lead.ja + side.label.ja + "：", en: lead.en + side.label.en + ": ")
        if let origin = side.origin { walk(side.figure, origin, lead: label) }
      }
    case .total(let figures):
      let terms = figures.map { Self.spelled($0.figure) }.joined(separator: " + ")
      add(lead, Bilingual(ja: "\(terms) = \(result)", en: "\(terms) = \(result)"))
    case .derived(let formula, let figures):
      add(lead, Bilingual(ja: "\(formula.ja) = \(figure.text(.ja))", en: "\(formula.en) = \(figure.text(.en))"))
      for side in figures {
        let label = Bilingual(ja: lead.ja + side.label.ja + "：", en: lead.en + side.label.en + ": ")
        if let origin = side.origin { walk(side.figure, origin, lead: label) }
      }
    }
  }

  private mutating func add(_ lead: Bilingual, _ words: Bilingual) {
    lines.append(Bilingual(ja: lead.ja + words.ja, en: lead.en + words.en))
  }

  /// The value before rounding; 15 places at most where it does not end.
  private static func spelled(_ figure: Figure) -> String {
    switch figure.value {
    case .exact(let exact): exact.machineSpelling
    case .decimal(let decimal): DigitGroups.grouped(decimal.description)
    case .absent, .undefined, .approximate, .text, .date: figure.text(.en)
    }
  }

  private static func rounding(_ figure: Figure) -> Bilingual? {
    let digits: Int
    let exact: String
    switch figure.value {
    case .exact(let value): (digits, exact) = (figure.digits ?? figure.textDigits, value.machineSpelling)
    case .decimal(let value):
      guard let asked = figure.digits else { return nil }
      (digits, exact) = (asked, value.description)
    default: return nil
    }
    let rule = figure.rounding.words
    let place =
      digits == 0
      ? Bilingual(ja: "整数まで", en: "to whole numbers")
      : Bilingual(
        ja: "小数第\(digits)位まで", en: "to \(digits) \(digits == 1 ? "decimal" : "decimals")")
    return Bilingual(
      ja: "\(exact) → \(figure.printed)（\(rule.ja)、\(place.ja)、一回だけ）",
      en: "\(exact) → \(figure.printed) (\(rule.en), \(place.en), once)")
  }
}

extension RoundingMode {
  var words: Bilingual {
    switch self {
    case .halfUp: Bilingual(ja: "四捨五入", en: "half up, away from zero")
    case .halfEven: Bilingual(ja: "最近接偶数への丸め", en: "half to even")
    case .down: Bilingual(ja: "切捨て", en: "truncated")
    case .up: Bilingual(ja: "切上げ", en: "rounded up")
    }
  }
}

extension RatioKind {
  /// How it is computed: `a ÷ b × 100`.
  func formula(_ numerator: String, _ denominator: String) -> String {
    let (a, b) = (Self.grouped(numerator), Self.grouped(denominator))
    return switch self {
    case .share: "\(a) ÷ \(b) × 100"
    case .multiple: "\(a) ÷ \(b)"
    case .change: "(\(a) − \(b)) ÷ \(b) × 100"
    case .rate(let base): base == ExactDecimal(1) ? "\(a) ÷ \(b)" : "\(a) ÷ \(b) × \(base)"
    }
  }

  private static func grouped(_ name: String) -> String {
    name.utf8.dropFirst().contains { $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: "-") } ? "(\(name))" : name
  }
}
