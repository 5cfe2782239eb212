import ShihyoModel

/// One column under check: reads and judges each spelling once, and remembers what is said of the column as a whole.
struct CheckedColumn: Sendable {
  /// All that a spelling gives rise to, wherever it stands.
  struct Verdict: Sendable {
    /// Without file and line.
    var findings: [Finding] = []
    var isInvalid = false
    var key = KeyPart.unreadable
  }

  let column: TouchedColumn
  let isUnique: Bool
  private let constraints: ValueConstraints
  private var decoder = CellDecoder(.utf8)
  private var spellings = ByteTable()
  private(set) var verdicts: [Verdict] = []
  private var facts: [ColumnSurvey.Fact] = []
  private var survey: ColumnSurvey
  private var values = KeyIndex()
  private var splitNumbers = SplitNumberTally()

  init(_ column: TouchedColumn) {
    self.column = column
    isUnique = column.field?.constraints.unique ?? false
    constraints = ValueConstraints(column)
    survey = ColumnSurvey(column)
  }

  /// Constraints of the descriptor that cannot be checked.
  var unreadableConstraints: [Finding] {
    constraints.unreadable.map { column.finding($0, text: "") }.map(Self.withoutText)
  }

  /// Forgets spellings where there are too many, or where the next block is of another encoding.
  mutating func prepareForBlock(_ decoder: CellDecoder) {
    let isChanged = decoder.encoding != self.decoder.encoding
    self.decoder = decoder
    guard isChanged || spellings.count > 1 << 15 else { return }
    spellings.removeAll()
    verdicts.removeAll()
    facts.removeAll()
  }

  /// The verdict on one cell, as its number in `verdicts`.
  mutating func judge(_ bytes: UnsafeBufferPointer<UInt8>, at stand: KeyIndex.Stand) -> Int {
    let (spelling, isNew) = spellings.index(of: bytes)
    if isNew {
      let text = decoder.decode(bytes)
      var cell: TypedCell?
      verdicts.append(verdict(text, &cell))
      facts.append(survey.fact(of: text, cell))
      if let text { survey.note(label: text, facts[spelling], at: stand) }
    }
    survey.count(facts[spelling], at: stand)
    return spelling
  }

  /// What a cell judged before can be of a number that its comma has cut.
  func half(_ verdict: Int) -> SplitNumberTally.Half { facts[verdict].half }

  /// Only where numbers are not at home.
  mutating func count(_ verdict: Int, behind left: SplitNumberTally.Half, at stand: KeyIndex.Stand) {
    guard column.kind == .text || column.kind == .undeclared else { return }
    splitNumbers.add(facts[verdict].half, behind: left, at: stand)
  }

  /// For a column whose values are unique: the place of the same value above.
  mutating func repeated(_ verdict: Int, at stand: KeyIndex.Stand) -> KeyIndex.Stand? {
    guard case .value(let identity) = verdicts[verdict].key else { return nil }
    var key = KeyText()
    key.append(identity)
    return values.add(key, at: stand)
  }

  /// What is said of the whole column, with the number of the file that it is said of.
  func columnFindings() -> [(source: Int, finding: Finding)] {
    var found = survey.findings(isCP932: decoder.encoding == .cp932)
    if let (rule, stand) = splitNumbers.finding { found.append((stand.source, survey.at(stand, rule))) }
    return found.map { ($0.source, hiding($0.finding)) }
  }

  private func verdict(_ text: String?, _ cell: inout TypedCell?) -> Verdict {
    guard let text else { return Verdict(isInvalid: true) }
    var findings: [Finding] = []
    if let hidden = HiddenCharacter.first(in: text) {
      let rule = hidden == "\u{FFFD}" ? CheckRule.lostCharacter : .hiddenCharacter(HiddenCharacter.name(hidden))
      findings.append(column.finding(rule, text: text))
    }
    if let own = HiddenCharacter.firstPrivate(in: text) {
      findings.append(column.finding(CheckRule.privateCharacter(HiddenCharacter.name(own)), text: text))
    }
    if text.utf8.count(where: { $0 == 0x22 }) % 2 == 1 {
      findings.append(column.finding(CheckRule.oddQuote, text: text))
    }
    let typed = column.typed(text, warnings: &findings)
    cell = typed
    if case .refused(let finding) = typed { findings.append(finding) }
    for rule in constraints.broken(by: typed, text: text, in: column) {
      findings.append(column.finding(rule, text: text))
    }
    return Verdict(findings: findings.map(hiding), key: KeyPart(typed))
  }

  /// Words of a rule may quote the cell, so a personal column keeps only the code.
  private func hiding(_ finding: Finding) -> Finding {
    guard column.field?.isPersonal == true else { return finding }
    return Finding(CheckRule.hidden(code: finding.code, severity: finding.severity), at: finding.place)
  }

  private static func withoutText(_ finding: Finding) -> Finding {
    var finding = finding
    finding.text = nil
    return finding
  }
}
