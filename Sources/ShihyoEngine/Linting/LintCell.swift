import ShihyoModel

/// What one spelling gives rise to, wherever it stands in its column.
struct LintCell {
  /// What is wrong with it in any column.
  var rules: [LintRule] = []
  /// What is wrong with it where the column is one of numbers.
  var numeric: LintRule?
  var isNumber = false
  /// Digits that are a name: 06.
  var isCode = false
  /// One of the fixed set, or of the descriptor's legend.
  var mark: String?
  /// 不明, NA: a mark to its author, and none of the fixed set.
  var isMarkWord = false
  /// 計 in a column of times is none.
  var isTotal = false
  /// Of a time, as a machine spells it.
  var western: String?
  /// The western year in which the time begins.
  var year: Int?
  /// The western year is not written.
  var isEra = false
  /// The full name, where it is a prefecture's, shortened or not.
  var prefecture: String?
}

/// Judges the cells of one column by themselves.
struct LintCellReader {
  private let field: Field?
  private let isAreaCode: Bool
  private let isTime: Bool
  private let isPerson: Bool
  private let numbers: NumberGrammar
  private let times: TimeGrammar
  /// The legend of the descriptor, folded: its marks are words that the table explains.
  private let legend: Set<Label>

  init(_ heading: String, field: Field?, missingValues: [MissingValue]) {
    self.field = field
    isAreaCode = ["団体コード", "地域コード", "市区町村コード"].contains { heading.contains($0) }
    isTime = HeaderWords.isTime(heading) || ["期間", "時点", "年月"].contains { heading.contains($0) }
    isPerson = field?.isPersonal == true || PersonWords.stand(in: TextFolding.fold(heading))
    numbers = NumberGrammar(unit: field?.unit, signs: field?.signs ?? .standard, missingValues: missingValues)
    times = TimeGrammar(
      yearReading: field?.yearReading ?? .fiscal, dateOrder: field?.dateOrder, format: field?.format)
    let own = missingValues.map(\.value) + (field.map { Array($0.signs.overrides.keys) } ?? [])
    legend = Set(own.map { Label(TextFolding.fold($0)) })
  }

  /// - Parameter isHeading: the text is the heading itself, and no name of a person.
  func read(_ text: String, isHeading: Bool = false) -> LintCell {
    var cell = LintCell()
    let folded = TextFolding.fold(text)
    if Formula.stands(in: text) { cell.rules.append(.formula) }
    if LayoutSpace.stands(in: text, isPerson: isPerson && !isHeading) { cell.rules.append(.layoutSpace) }
    if OmittedName.stands(in: folded) { cell.rules.append(.omittedName) }
    if let found = MachineDependent.first(in: text) {
      cell.rules.append(.machineDependent(String(found), instead: MachineDependent.replacement(of: found)))
    }
    if isAreaCode, (1...4).contains(folded.utf8.count), Int(folded) != nil { cell.rules.append(.shortAreaCode) }
    cell.prefecture = Prefectures.full(folded)
    if ExactDecimal(text) != nil {
      cell.isNumber = true
      cell.isCode =
        text.utf8.count > 1 && text.utf8.first == UInt8(ascii: "0") && !text.utf8.contains(UInt8(ascii: "."))
      cell.year = Self.writtenYear(text)
      return cell
    }
    cell.isTotal = TotalLabel.matches(text)
    cell.isMarkWord = LintMark.isWord(folded)
    readNumber(text, folded, &cell)
    readTime(text, folded, &cell)
    // 2025-04 is no range.
    if cell.western != nil, cell.numeric == .severalValues { cell.numeric = .textInNumbers }
    return cell
  }

  private func readNumber(_ text: String, _ folded: String, _ cell: inout LintCell) {
    if let kind = LintMark.kind(of: folded) {
      cell.mark = kind
    } else if legend.contains(Label(folded)) {
      cell.mark = folded
    } else if !cell.rules.contains(where: { [.formula, .omittedName].contains($0) }) {
      let fault = LintNumber.fault(text, folded, numbers)
      cell.numeric = fault.rule
      cell.isNumber = fault.isNumber
    }
  }

  func readTime(_ text: String, _ folded: String, _ cell: inout LintCell) {
    let hasDigit = folded.utf8.contains { (0x30...0x39).contains($0) }
    guard hasDigit || folded.contains("元"), let value = try? times.read(text).value else { return }
    // R5 may be a room, H550701 an indicator.
    guard
      isTime || folded.first?.isASCII != true || folded.first?.isNumber == true
        || folded.contains(where: "年./-".contains)
    else { return }
    cell.western = value.machineSpelling
    cell.year = value.first.year
    let isEra = Self.eras.contains { folded.hasPrefix($0) }
    cell.isEra = isEra && !folded.contains(String(value.first.year))
  }

  private static let eras = ["令和", "平成", "昭和", "大正", "明治", "㋿", "㍻", "㍼", "R", "H", "S", "T", "M", "令", "平", "昭"]

  /// 2023, 202304, 20230401, and the ten digits of e-Stat.
  private static func writtenYear(_ text: String) -> Int? {
    guard [4, 6, 8, 10].contains(text.utf8.count), let year = Int(text.prefix(4)), (1868...2100).contains(year) else {
      return nil
    }
    return year
  }
}

extension TimeValue {
  fileprivate var machineSpelling: String {
    switch self {
    case .period(let period): period.machineSpelling
    case .instant(let date): date.description
    case .span(let first, let last): "\(first)/\(last)"
    }
  }
}
