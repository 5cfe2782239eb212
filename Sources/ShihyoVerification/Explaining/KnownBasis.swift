import ShihyoDefinitions
import ShihyoModel
import ShihyoReports

/// What stands behind a known figure: every clause that it is compared with, computed again, down to the answers of the data.
struct KnownBasis {
  /// An answer of the data, with the places of its parts among all of them.
  struct Answer {
    var quantity: Quantity
    var origin: FigureOrigin
    var places: Range<Int>
  }

  /// Item, heading and content of the facts.
  private(set) var facts: [(item: String, heading: Bilingual, content: Bilingual)] = []
  private(set) var parts: [LabelledPart] = []
  private(set) var answers: [Answer] = []
  /// Printed figures that it is computed from.
  private(set) var references: [KnownFigure] = []
  /// What is wrong with a clause; the others are still explained.
  private(set) var findings: [Finding] = []
  private let figure: KnownFigure
  private let evaluator: Evaluator
  private var seen: Set<String> = []

  /// - Parameter checked: the verdict over all clauses.
  init(_ figure: KnownFigure, checked: CheckedFigure, evaluator: Evaluator) async {
    self.figure = figure
    self.evaluator = evaluator
    for (index, clause) in figure.clauses.enumerated() {
      let number = figure.clauses.count > 1 ? "-\(index + 1)" : ""
      do { try await add(clause, number) } catch {
        findings += FigureChecker.findings(error, at: figure.place(of: .comparedWith), text: clause.text)
      }
    }
    add("verdict", Bilingual(ja: "判定", en: "Verdict"), verdict(checked))
  }

  private mutating func add(_ item: String, _ heading: Bilingual, _ content: Bilingual) {
    facts.append((item, heading, content))
  }

  private mutating func add(_ clause: Clause, _ number: String) async throws {
    let lead = { (ja: String, en: String) in Bilingual(ja: ja, en: en) }
    switch clause.content {
    case .value(let expression):
      try await walk(expression, code: "", lead: lead("", ""))
      try await calculate(expression, number)
    case .equal(let left, let right), .atMost(let left, let right):
      try await walk(left, code: "left-", lead: lead("左辺 ", "left side, "))
      try await walk(right, code: "right-", lead: lead("右辺 ", "right side, "))
      try await calculate(left, number + "-left")
      try await calculate(right, number + "-right")
    case .part(let part, let whole):
      if let part { try await walk(part, code: "part-", lead: lead("部分 ", "part, ")) }
      try await walk(whole, code: "whole-", lead: lead("全体 ", "whole, "))
    case .shares(let shares, let n):
      for share in shares + (n.map { [$0] } ?? []) { try await walk(share, code: "", lead: lead("", "")) }
      try await calculate(.call(.sum, shares), number)
    case .possible(_, let n): try await walk(n, code: "n-", lead: lead("n ", "n, "))
    case .lists(let left, let right):
      try await list(left, code: "left-", lead: lead("左 ", "left, "))
      try await list(right, code: "right-", lead: lead("右 ", "right, "))
    case .spelling(let list), .sequence(let list), .brackets(_, let list?):
      try await self.list(list, code: "", lead: lead("", ""))
    case .brackets(_, nil): break
    }
  }

  /// The answers and printed numbers of an expression, from the left.
  private mutating func walk(_ expression: ComparedValue, code: String, lead: Bilingual) async throws {
    switch expression {
    case .number, .time: break
    case .data(let reference):
      let quantity = try await evaluator.desk.quantity(reference)
      if let words = quantity.definition, seen.insert("definition:" + words.ja).inserted {
        add("definition", Bilingual(ja: "定義", en: "Definition"), words)
      }
      guard let origin = quantity.origin else { return }
      let own = LabelledPart.all(of: origin, code: code, lead: lead)
      answers.append(Answer(quantity: quantity, origin: origin, places: parts.count..<parts.count + own.count))
      for part in own { addData(part) }
      parts += own
    case .reference(let id, _):
      guard let known = evaluator.figures[id] else { return }
      guard known.isPrinted else {
        // A derived number is what it is computed as.
        if case .value(let inner)? = known.clauses.first?.content { try await walk(inner, code: code, lead: lead) }
        return
      }
      guard seen.insert("reference:" + id).inserted else { return }
      references.append(known)
      let place = known.documentAndLine
      add(
        "printed:" + id, Bilingual(ja: "もとの数値", en: "Taken from"),
        Bilingual(ja: "\(id)「\(known.printedText)」（\(place.ja)）", en: "\(id), \(known.printedText) (\(place.en))"))
    case .call(let function, let arguments):
      for (index, argument) in arguments.enumerated() {
        let role = function.role(index, of: arguments.count)
        try await walk(
          argument, code: code + role.code,
          lead: Bilingual(ja: lead.ja + role.label.ja, en: lead.en + role.label.en))
      }
    }
  }

  private mutating func list(_ list: ListReference, code: String, lead: Bilingual) async throws {
    let rows = try await evaluator.desk.rows(list)
    var quantity = Quantity.number(Rational(rows.counts.reduce(0, +)))
    quantity.working = list.text
    let own = LabelledPart.all(of: .sum(rows.part), code: code, lead: lead)
    answers.append(Answer(quantity: quantity, origin: .sum(rows.part), places: parts.count..<parts.count + own.count))
    for part in own { addData(part) }
    parts += own
  }

  private mutating func addData(_ part: LabelledPart) {
    for case .file(let path) in part.part.dataset.sources where seen.insert("file:" + path).inserted {
      add("file:" + part.part.dataset.name, Bilingual(ja: "データ", en: "Data"), Bilingual(ja: path, en: path))
    }
    guard !part.part.query.filter.isEmpty else { return }
    let conditions = part.part.query.filter.map(\.spelled)
    add(
      "where:" + part.code, Bilingual(ja: "\(part.label.ja)の条件", en: "Condition of the \(part.label.en)"),
      Bilingual(ja: conditions.joined(separator: " かつ "), en: conditions.joined(separator: " and ")))
  }

  /// Exact numbers in, exact number out, and the one rounding after it.
  private mutating func calculate(_ expression: ComparedValue, _ number: String) async throws {
    if case .number = expression { return }
    var found = try await evaluator.value(of: expression)
    guard let own = found.number else {
      if case .none(let why) = found.content { add("calculation" + number, Self.calculation, why) }
      return
    }
    let working = try await formula(expression, found)
    let unit = found.unit.map { $0.symbol == "%" ? "％" : $0.symbol } ?? ""
    let spelled = own.machineSpelling
    let result = DigitGroups.grouped(spelled) + unit
    let line = working == spelled || working == result ? result : "\(working) = \(result)"
    add("calculation" + number, Self.calculation, Bilingual(ja: MinusSign.japanese(line), en: line))
    guard let printed = figure.printed?.main, case .value = figure.clauses.first?.content else { return }
    if found.unit == nil { found.unit = figure.bareUnit(of: printed) }
    guard let value = found.converted(to: printed.unit)?.number, value != printed.value,
      let rounded = printed.rounded(value, figure.rounding)
    else { return }
    let rule = figure.rounding.words
    let (before, after) = (value.machineSpelling, printed.spelling(rounded))
    add(
      "rounding" + number, Bilingual(ja: "端数処理", en: "Rounding"),
      Bilingual(
        ja: MinusSign.japanese("\(before) → \(after)") + "（\(rule.ja)、一回だけ。印字は\(figure.printedText)）",
        en: "\(before) → \(after) (\(rule.en), once; printed \(figure.printedText))"))
  }

  /// The exact numbers that go in; of an answer of the data what is counted or summed.
  private func formula(_ expression: ComparedValue, _ found: Quantity) async throws -> String {
    func grouped(_ number: Rational) -> String { DigitGroups.grouped(number.machineSpelling) }
    if let (top, bottom) = found.parts.map({ (grouped($0.numerator), grouped($0.denominator)) }) {
      if case .call(.change, _) = expression { return "(\(top) − \(bottom)) ÷ \(bottom) × 100" }
      return "\(top) ÷ \(bottom)" + (found.unit?.base == "%" ? " × 100" : "")
    }
    switch expression {
    case .data(let reference): return found.origin?.parts.first?.spelled ?? reference.text
    case .call(let function, let arguments) where [.sum, .difference].contains(function):
      var numbers: [String] = []
      for argument in arguments {
        guard let number = try await evaluator.value(of: argument).converted(to: found.unit)?.number else {
          return found.working
        }
        numbers.append(grouped(number))
      }
      return numbers.joined(separator: function == .sum ? " + " : " − ")
    case .call, .number, .reference, .time: return found.working
    }
  }

  private static let calculation = Bilingual(ja: "計算", en: "Calculation")

  private func verdict(_ checked: CheckedFigure) -> Bilingual {
    func text(_ language: Language) -> String {
      let isJapanese = language == .ja
      var parts = [checked.verdict.label[language]]
      if !checked.difference.isEmpty, checked.difference != "0" {
        let difference = DigitGroups.grouped(checked.difference)
        parts.append(isJapanese ? "差 " + MinusSign.japanese(difference) : "difference " + difference)
      }
      if let slip = checked.slip { parts.append((isJapanese ? "おそらく" : "likely ") + slip[language]) }
      if let why = checked.why { parts.append(why[language]) }
      return parts.joined(separator: isJapanese ? "、" : ", ")
    }
    return Bilingual(ja: text(.ja), en: text(.en))
  }
}

extension ComparedFunction {
  /// What an argument is to the function, for the name of its rows.
  fileprivate func role(_ index: Int, of count: Int) -> (code: String, label: Bilingual) {
    switch self {
    case .share, .multiple, .rate, .ratio:
      index == 0
        ? ("numerator-", Bilingual(ja: "分子 ", en: "numerator, "))
        : ("denominator-", Bilingual(ja: "分母 ", en: "denominator, "))
    case .change:
      index == 0 ? ("now-", Bilingual(ja: "比べる値 ", en: "now, ")) : ("base-", Bilingual(ja: "もとの値 ", en: "base, "))
    case .difference:
      index == 0
        ? ("minuend-", Bilingual(ja: "引かれる数 ", en: "taken from, "))
        : ("subtrahend-", Bilingual(ja: "引く数 ", en: "taken away, "))
    case .sum, .roundedShares, .years, .weekday:
      ("\(index + 1)-", Bilingual(ja: "\(index + 1)番目 ", en: "number \(index + 1), "))
    }
  }
}
