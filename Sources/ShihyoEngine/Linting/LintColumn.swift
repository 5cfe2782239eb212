import ShihyoModel

/// One column under the lint: judges each cell, and what is said only of columns of numbers or times once all cells are seen.
struct LintColumn {
  let name: String
  let field: Field?
  private var filled = 0
  private var numbers = 0
  private var times = 0
  private var eraTimes = 0
  /// Of numbers: said only where the column turns out to be one of numbers.
  private var pending: [Finding] = []
  private var firstEra: (place: Place, text: String, western: String)?
  /// The spellings of each mark, the first one first.
  private var marks: [Reason: [(text: Label, line: Int)]] = [:]
  private var last: (text: Label, judged: Judged)?

  /// What one spelling gives rise to, wherever it stands.
  private struct Judged {
    var rules: [LintRule] = []
    var numeric: [LintRule] = []
    var isNumber = false
    var isEra = false
    var western: String?
    var reason: Reason?
  }

  init(_ name: String, field: Field?) {
    self.name = name
    self.field = field
  }

  var isBlank: Bool { filled == 0 }

  /// - Returns: what is wrong with the cell in any column.
  mutating func judge(_ text: String, at place: Place) -> [Finding] {
    guard !text.isEmpty else { return [] }
    filled += 1
    let judged = last?.text == Label(text) ? last?.judged ?? judge(text) : judge(text)
    last = (Label(text), judged)
    if judged.isNumber { numbers += 1 }
    if judged.western != nil { times += 1 }
    if judged.isEra {
      eraTimes += 1
      firstEra = firstEra ?? (place, text, judged.western ?? "")
    }
    if pending.count < FindingLog.mostKept { pending += judged.numeric.map { finding($0, place, text) } }
    if let reason = judged.reason, let line = place.line {
      let known = marks[reason] ?? []
      if !known.contains(where: { $0.text == Label(text) }) {
        marks[reason, default: []].append((Label(text), line))
        if let first = known.first {
          pending.append(finding(.mixedMarks(first: first.text.text, line: first.line), place, text))
        }
      }
    }
    return judged.rules.map { finding($0, place, text) }
  }

  /// What is said of the column as a whole.
  ///
  /// - Parameter hasUnitColumn: another column holds the units.
  func columnFindings(heading: Place, hasUnitColumn: Bool) -> [Finding] {
    var findings: [Finding] = []
    if isNumeric {
      findings += pending
      if !hasUnitColumn, field?.unit == nil, !UnitWords.standIn(name) {
        findings.append(finding(.noUnit, heading, name))
      }
    }
    if let firstEra, eraTimes * 2 > filled, times == filled {
      findings.append(finding(.eraOnly(western: firstEra.western), firstEra.place, firstEra.text))
    }
    return findings
  }

  private var isNumeric: Bool {
    if let type = field?.type, type != .any { return type == .integer || type == .number }
    return numbers * 2 > filled
  }

  private func finding(_ rule: LintRule, _ place: Place, _ text: String) -> Finding {
    Finding(rule, at: place, text: field?.isPersonal == true ? nil : text)
  }

  private func judge(_ text: String) -> Judged {
    var judged = Judged()
    let folded = TextFolding.fold(text)
    if text.utf8.first == UInt8(ascii: "="), text.utf8.count > 1 { judged.rules.append(.formula) }
    if LayoutSpace.stands(in: text) { judged.rules.append(.layoutSpace) }
    if ["〃", "同上", "同左", "同右", "仝", "\""].contains(folded) { judged.rules.append(.omittedName) }
    if let character = MachineDependent.first(in: text) { judged.rules.append(.machineDependent(String(character))) }
    if let full = Prefectures.full(folded) { judged.rules.append(.shortAreaName(full: full)) }
    if isAreaCode, (1...4).contains(folded.utf8.count), Int(folded) != nil { judged.rules.append(.shortAreaCode) }
    if ExactDecimal(text) != nil {
      judged.isNumber = true
      return judged
    }
    let column = NumberGrammar(unit: field?.unit)
    let grammar = column.adoptingUnit(of: text) ?? column
    // (4)先進地視察 is a numbered text, not a number with its unit.
    let isNumbered = folded.hasPrefix("(") && !folded.hasSuffix(")")
    if !isNumbered, let cell = try? grammar.read(text) {
      judged.reason = cell.reason
      if let value = cell.value {
        judged.isNumber = true
        judged.numeric = [.numberWithText(plain: value.description)]
      }
    } else if SeveralValues.stand(in: folded) {
      judged.numeric = [.severalValues]
    }
    readTime(text, folded, &judged)
    return judged
  }

  private func readTime(_ text: String, _ folded: String, _ judged: inout Judged) {
    let grammar = TimeGrammar(
      yearReading: field?.yearReading ?? .fiscal, dateOrder: field?.dateOrder, format: field?.format)
    guard folded.utf8.contains(where: { (0x30...0x39).contains($0) }) || folded.contains("元"),
      let value = try? grammar.read(text).value
    else { return }
    judged.western = value.plainSpelling
    let eras = ["令和", "平成", "昭和", "大正", "明治", "R", "H", "S", "T", "M", "令", "平", "昭"]
    let year = String(value.first.year)
    judged.isEra = eras.contains { folded.hasPrefix($0) } && !folded.contains(year)
  }

  private var isAreaCode: Bool { ["団体コード", "地域コード", "市区町村コード"].contains { name.contains($0) } }
}

extension TimeValue {
  fileprivate var plainSpelling: String {
    switch self {
    case .period(let period): period.machineSpelling
    case .instant(let date): date.description
    case .span(let first, let last): "\(first)/\(last)"
    }
  }
}
