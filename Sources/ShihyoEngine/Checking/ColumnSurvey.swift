import ShihyoModel

/// What shows only when all cells of a column are seen: labels that are nearly the same, gaps between age brackets, ratios
/// among percentages, units in some cells, dates that a spreadsheet made of codes.
///
/// - Memory: at most `mostLabels` distinct labels per column; where there are more, the column holds names or remarks and is
///   not compared any further.
struct ColumnSurvey: Sendable {
  static let mostLabels = 50_000
  private static let mostAlike = 1_000

  /// What one spelling adds each time it stands in a cell.
  struct Fact: Sendable {
    var isValue = false
    var magnitude = Magnitude.other
    var unit: String?
    var damage: CheckRule?
    var quotes: String?
    var hasOuterSpace = false
    var otherDelimiter: String?
    var form: FormTally.Form?
    var time: TimeValue?
    var half = SplitNumberTally.Half.none
  }
  /// How a number of a percentage column is written.
  enum Magnitude: Sendable {
    case other
    case upToOne(decimals: Int)
    case aboveOne(decimals: Int)
  }

  private struct Place: Sendable {
    let stand: KeyIndex.Stand
    let text: String
  }

  private let column: TouchedColumn
  private let comparesLabels: Bool
  private let looksForDamage: Bool
  private let isPercentage: Bool
  private var labels: [Label: Place] = [:]
  private var periods: [TimeValue: Place] = [:]
  private var alike: [(source: Int, finding: Finding)] = []
  private var brackets: [AgeBracket: KeyIndex.Stand] = [:]
  private var damages = DamageTally()
  private var dress = DressTally()
  private var units = UnitTally()
  private var percentages = PercentageTally()
  private var forms = FormTally()
  private var months = DottedMonths<KeyIndex.Stand>()
  private let holdsAges: Bool
  private var valueCount = 0

  init(_ column: TouchedColumn) {
    self.column = column
    let kind = column.kind
    comparesLabels = kind == .text || kind == .undeclared || kind == .ageBracket
    looksForDamage = kind == .text || kind == .undeclared
    holdsAges = HeaderWords.isAge(column.name) && column.field?.constraints.maximum == nil
    let isNumber = kind == .number(integers: false) || kind == .undeclared
    isPercentage = isNumber && PercentageTally.isPercentage(unit: column.field?.unit, header: column.name)
  }

  /// What a spelling is; read once for each.
  func fact(of text: String?, _ cell: TypedCell?) -> Fact {
    guard let text, let cell, !text.isEmpty else { return Fact() }
    var fact = fact(of: text, cell)
    fact.half = SplitNumberTally.half(text)
    return fact
  }

  private func fact(of text: String, _ cell: TypedCell) -> Fact {
    switch cell {
    case .absent, .refused: return Fact()
    case .number(let number):
      let own = (try? column.numbers.reading(of: text))?.ownUnit
      return Fact(isValue: true, magnitude: isPercentage ? Magnitude(number) : .other, unit: own)
    case .text:
      var fact = Fact(isValue: true)
      if looksForDamage { fact.damage = SpreadsheetDamage.rule(for: text) }
      fact.quotes = OtherQuotes.sign(around: text)
      fact.hasOuterSpace = DressTally.hasOuterSpace(text)
      fact.otherDelimiter = DressTally.otherDelimiter(in: text)
      guard column.kind == .undeclared else { return fact }
      fact.unit = UnitTally.unit(in: text)
      let traits = FormTally.traits(of: text)
      fact.form = traits.map(FormTally.form) ?? .word
      fact.time = traits?.plainTime
      if isPercentage, let number = try? column.numbers.read(text).value { fact.magnitude = Magnitude(number) }
      return fact
    case .time, .clock, .boolean, .age: return Fact(isValue: true)
    }
  }

  /// Notes a label that was not seen before (or not lately).
  mutating func note(label text: String, _ fact: Fact, at stand: KeyIndex.Stand) {
    guard fact.isValue else { return }
    if let form = fact.form { forms.note(text, form) }
    if column.kind == .ageBracket, case .bracket(let bracket)? = try? AgeGrammar().read(text), brackets[bracket] == nil
    {
      brackets[bracket] = stand
    }
    if let time = fact.time {
      note(period: text, time, at: stand)
      if let year = column.unlikelyYear(time) { add(CellRule.unlikelyYear(year), text, at: stand) }
    }
    if column.kind == .time || column.kind == .undeclared { months.note(text, at: stand) }
    if holdsAges, let age = Int(TextFolding.fold(text)), age > AgeGrammar.oldest {
      add(CheckRule.brackets(.implausible(age)), text, at: stand)
    }
    guard comparesLabels, labels.count < Self.mostLabels, alike.count < Self.mostAlike else { return }
    // Of numbers and marks in an undeclared column only a zero in front is worth a word: −5 beside -5 is read right.
    let isLabel = column.kind != .undeclared || fact.form == .word || text.first == "0"
    let folded = Label(isLabel ? LabelLikeness.form(of: text) : TextFolding.fold(text))
    guard let first = labels[folded] else { return labels[folded] = Place(stand: stand, text: text) }
    guard Label(first.text) != Label(text), !alike.contains(where: { $0.finding.text.map { Label($0) } == Label(text) })
    else { return }
    let rule = QueryRule.labelsAlike(
      column: column.name, first: first.text, firstLine: first.stand.line, second: text, secondLine: stand.line)
    alike.append((stand.source, at(stand, rule, text: text)))
  }

  /// 令和7年4月 and 2025-04 are one month, and two groups.
  private mutating func note(period text: String, _ time: TimeValue, at stand: KeyIndex.Stand) {
    guard periods.count < Self.mostLabels, alike.count < Self.mostAlike else { return }
    guard let first = periods[time] else { return periods[time] = Place(stand: stand, text: text) }
    // What differs in width only is said of labels.
    guard Label(LabelLikeness.form(of: first.text)) != Label(LabelLikeness.form(of: text)) else { return }
    let rule = QueryRule.periodsAlike(
      column: column.name, first: first.text, firstLine: first.stand.line, second: text, secondLine: stand.line)
    alike.append((stand.source, at(stand, rule, text: text)))
  }

  private mutating func add(_ rule: some FindingRule, _ text: String, at stand: KeyIndex.Stand) {
    if alike.count < Self.mostAlike { alike.append((stand.source, at(stand, rule, text: text))) }
  }

  mutating func count(_ fact: Fact, at stand: KeyIndex.Stand) {
    guard fact.isValue else { return }
    valueCount += 1
    if let unit = fact.unit { units.add(unit, at: stand) }
    if let damage = fact.damage { damages.add(damage, at: stand) }
    percentages.add(fact.magnitude, at: stand)
    if let form = fact.form { forms.add(form, at: stand) }
    dress.add(fact.quotes, fact.hasOuterSpace, delimiter: fact.otherDelimiter, at: stand)
  }

  /// - Parameter isCP932: the encoding of the cells.
  func findings(isCP932: Bool) -> [(source: Int, finding: Finding)] {
    var found = alike + bracketFindings()
    found += damages.findings(ofValues: valueCount).map { ($0.stand.source, at($0.stand, $0.rule)) }
    found += dress.findings.map { ($0.stand.source, at($0.stand, $0.rule)) }
    if let (rule, stand) = dress.otherDelimiter(values: valueCount, labels: labels.count) {
      found.append((stand.source, at(stand, rule)))
    }
    if isCP932 {
      let kana = MixedKana.findings(labels.values.map { ($0.text, $0.stand) })
      found += kana.map { ($0.stand.source, at($0.stand, $0.rule)) }
    }
    if !HeaderWords.isCode(column.name), let (rule, stand) = forms.finding {
      found.append((stand.source, at(stand, rule)))
    }
    if let (rule, stand) = percentages.finding { found.append((stand.source, at(stand, rule))) }
    // Of an undeclared column, only where all its texts are months: 2024.1 may be a number.
    if column.kind == .time || !months.hasOthers {
      for (text, stand) in months.suspects {
        let rule = QueryRule.lostZero(column: column.name, text: text, line: stand.line)
        found.append((stand.source, at(stand, rule, text: text)))
      }
    }
    let isDeclared = column.kind != .undeclared
    if let (rule, stand) = units.finding(ofValues: valueCount, isDeclared: isDeclared) {
      found.append((stand.source, at(stand, rule)))
    }
    return found
  }

  private func bracketFindings() -> [(source: Int, finding: Finding)] {
    guard brackets.count > 1 else { return [] }
    return BracketScheme(brackets.keys.sorted()).findings().compactMap { rule in
      let stand: KeyIndex.Stand?
      switch rule {
      case .gap(_, let after, _): stand = brackets[after]
      case .overlap(_, let second): stand = brackets[second]
      // A table of adults, or one that ends at 99, is complete in itself.
      default: return nil
      }
      return stand.map { ($0.source, at($0, .brackets(rule))) }
    }
  }

  func at(_ stand: KeyIndex.Stand, _ rule: CheckRule) -> Finding { at(stand, rule, text: nil) }

  private func at(_ stand: KeyIndex.Stand, _ rule: some FindingRule, text: String?) -> Finding {
    var finding = column.finding(rule, text: text ?? "")
    if text == nil { finding.text = nil }
    finding.place.line = stand.line
    return finding
  }
}

extension ColumnSurvey.Magnitude {
  init(_ number: ExactDecimal) {
    let one = ExactDecimal.powerOfTen(number.decimals).map { $0.magnitude } ?? 0
    if number.isZero {
      self = .other
    } else {
      self =
        number.coefficient.magnitude <= one ? .upToOne(decimals: number.decimals) : .aboveOne(decimals: number.decimals)
    }
  }
}
