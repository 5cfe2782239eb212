import ShihyoModel

/// One column under the lint: judges each cell, and what is said only of columns of numbers, times or areas once all are seen.
struct LintColumn {
  let name: String
  private let field: Field?
  private let kind: LintKind
  /// By its heading, whatever its declaration says: 路線コード may be declared an integer, and has no unit.
  private let isOther: Bool
  private let reader: LintCellReader
  private var filled = 0
  private var numbers = 0
  private var codes = 0
  private var marked = 0
  private var totals = 0
  private var times = 0
  private var eraTimes = 0
  private var prefectures = 0
  /// Said only where the column turns out to be one of numbers, or of areas.
  private var ofNumbers: [Finding] = []
  private var ofWords: [Finding] = []
  private var ofAreas: [Finding] = []
  private var firstEra: (place: Place, text: String, western: String)?
  private var words: Set<Label> = []
  /// The spellings of each mark, the first one first.
  private var marks: [String: [(text: Label, line: Int)]] = [:]
  private var last: (text: Label, cell: LintCell)?

  init(_ name: String, field: Field?, missingValues: [MissingValue], among headings: [String]) {
    self.name = name
    self.field = field
    kind = LintKind(name, field: field, among: headings)
    if case .other = LintKind.of(name, among: headings) { isOther = true } else { isOther = false }
    reader = LintCellReader(name, field: field, missingValues: missingValues)
  }

  var isBlank: Bool { filled == 0 }

  /// What is wrong with the heading itself.
  func headingFindings(_ heading: Place) -> [Finding] {
    if name.isEmpty { return [Finding(LintRule.mergedHeading, at: heading)] }
    let cell = reader.read(name, isHeading: true)
    let spoken = LintKind.withoutUnit(name)
    var ofTime = LintCell()
    reader.readTime(spoken, spoken, &ofTime)
    let era = ofTime.isEra ? [LintRule.eraOnly(western: ofTime.western ?? "")] : []
    return (cell.rules + era).map { Finding($0, at: heading, text: name) }
  }

  /// - Parameter isAlone: no other cell of the row holds anything, as of a note below the table.
  /// - Returns: what is wrong with the cell in any column, and the year that it is of.
  mutating func judge(_ text: String, at place: Place, isAlone: Bool) -> (findings: [Finding], year: CellYear?) {
    guard !text.isEmpty else { return ([], nil) }
    filled += 1
    let cell = last?.text == Label(text) ? last?.cell ?? reader.read(text) : reader.read(text)
    last = (Label(text), cell)
    count(cell, text, place)
    if !isAlone, !cell.isTotal, let rule = cell.numeric { keep(rule, cell.isMarkWord, text, place) }
    if let mark = cell.mark, let line = place.line { compare(mark, text, line, place) }
    let year = cell.year.map { CellYear(year: $0, isEra: cell.isEra) }
    return (cell.rules.map { finding($0, place, text) }, year)
  }

  private mutating func count(_ cell: LintCell, _ text: String, _ place: Place) {
    if cell.isNumber { numbers += 1 }
    if cell.isCode { codes += 1 }
    if cell.mark != nil || cell.isMarkWord { marked += 1 }
    if cell.isTotal { totals += 1 }
    if cell.western != nil { times += 1 }
    if cell.isEra {
      eraTimes += 1
      firstEra = firstEra ?? (place, text, cell.western ?? "")
    }
    guard let full = cell.prefecture else { return }
    prefectures += 1
    if full != TextFolding.fold(text), ofAreas.count < FindingLog.mostKept {
      ofAreas.append(finding(.shortAreaName(full: full), place, text))
    }
  }

  private mutating func keep(_ rule: LintRule, _ isMarkWord: Bool, _ text: String, _ place: Place) {
    switch rule {
    case .textInNumbers, .foreignMark:
      // Where only the cells say that they are numbers, 1, 2 and A may be ranks.
      if case .open = kind, !isMarkWord { return }
      // NA stands in hundreds of cells: it is said once.
      let isNew = words.count < FindingLog.mostKept && words.insert(Label(text)).inserted
      if isNew { ofWords.append(finding(rule, place, text)) }
    default:
      if ofNumbers.count < FindingLog.mostKept { ofNumbers.append(finding(rule, place, text)) }
    }
  }

  private mutating func compare(_ mark: String, _ text: String, _ line: Int, _ place: Place) {
    let known = marks[mark] ?? []
    guard !known.contains(where: { $0.text == Label(text) }) else { return }
    marks[mark, default: []].append((Label(text), line))
    guard let first = known.first else { return }
    ofNumbers.append(finding(.mixedMarks(first: first.text.text, line: first.line), place, text))
  }

  /// What is said of the column as a whole.
  ///
  /// - Parameters:
  ///   - hasUnitColumn: another column holds the units.
  ///   - isWestern: a column beside says the western year of every time.
  func columnFindings(heading: Place, hasUnitColumn: Bool, isWestern: Bool) -> [Finding] {
    var findings: [Finding] = []
    if isNumeric {
      findings += ofNumbers + ofWords
      if !hasUnitColumn, !saysUnit {
        findings.append(finding(.noUnit, heading, name))
      }
    }
    if let firstEra, !isWestern, eraTimes * 2 > filled - totals, times == filled - totals {
      findings.append(finding(.eraOnly(western: firstEra.western), firstEra.place, firstEra.text))
    }
    // 福岡 and 石川 are families' names, too.
    if prefectures * 2 > filled || ["都道府県", "県名", "府県"].contains(where: name.contains) { findings += ofAreas }
    return findings
  }

  /// In its heading or its declaration, or there is none to say.
  var saysUnit: Bool { field?.unit != nil || isOther || UnitWords.standIn(name) }

  /// 計: of the columns beside it.
  var isTotal: Bool { TotalLabel.matches(name) || name.lowercased().hasSuffix("total") }

  var isNumeric: Bool {
    switch kind {
    case .declaredNumbers: true
    case .numbers: numbers > 0 || !ofNumbers.isEmpty
    case .other: false
    case .open: codes == 0 && numbers * 2 > filled - marked
    }
  }

  private func finding(_ rule: LintRule, _ place: Place, _ text: String) -> Finding {
    Finding(rule, at: place, text: field?.isPersonal == true ? nil : text)
  }
}
