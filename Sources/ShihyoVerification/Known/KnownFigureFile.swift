public import ShihyoModel

/// The `known-figures.csv` of a dataset.
///
/// - Errors: everything that is wrong is a finding with line and column; the other rows are still there.
public struct KnownFigureFile: Sendable {
  public static let fileName = "known-figures.csv"

  public enum Column: String, Hashable, Sendable, CaseIterable {
    case id, printed, unit, asOf = "as-of", kind, document, line, comparedWith = "compared-with", rounding, note

    var japanese: [String] {
      switch self {
      case .id: ["番号", "ID"]
      case .printed: ["表記", "印字"]
      case .unit: ["単位"]
      case .asOf: ["時点"]
      case .kind: ["種別"]
      case .document: ["文書"]
      case .line: ["行"]
      case .comparedWith: ["比較", "突合先"]
      case .rounding: ["端数処理"]
      case .note: ["注", "備考"]
      }
    }

    var isRequired: Bool { self != .rounding && self != .note }
  }

  struct Heading: Hashable, Sendable {
    var number: Int
    var name: String
  }

  static let headings = Column.allCases.map(\.rawValue)

  public private(set) var figures: [KnownFigure] = []
  public private(set) var findings: [Finding]
  public let path: String

  /// - Errors: the file cannot be opened, or has no header.
  public init(path: String, dataset: String) throws(Findings) {
    self.path = path
    let file = try CSVFile(path: path)
    findings = file.findings
    var columns: [Column: Heading] = [:]
    for (index, name) in file.header.enumerated() {
      let place = Place(file: path, line: 1, column: .field(number: index + 1, name: name))
      guard let column = Self.column(named: name) else {
        let rule = KnownFigureRule.columnUnknown(name, nearest: NearestName.find(name, in: Self.headings))
        findings.append(Finding(rule, at: place, text: name))
        continue
      }
      columns[column] = Heading(number: index + 1, name: name)
    }
    let missing = Column.allCases.filter { $0.isRequired && columns[$0] == nil }
    guard missing.isEmpty else {
      findings += missing.map {
        Finding(KnownFigureRule.columnMissing($0.rawValue), at: Place(file: path, line: 1))
      }
      return
    }
    for record in file.records {
      let row = Row(record: record, columns: columns, path: path, dataset: dataset)
      let (figure, found) = row.read()
      findings += found
      if let figure { figures.append(figure) }
    }
  }

  private static func column(named name: String) -> Column? {
    let folded = TextFolding.fold(name)
    return Column.allCases.first { $0.rawValue == folded.lowercased() || $0.japanese.contains(folded) }
  }
}

/// One row, cell by cell.
private struct Row {
  let record: CSVFile.Record
  let columns: [KnownFigureFile.Column: KnownFigureFile.Heading]
  let path: String
  let dataset: String

  func cell(_ column: KnownFigureFile.Column) -> String {
    guard let heading = columns[column], record.cells.indices.contains(heading.number - 1) else { return "" }
    return TextFolding.isBlank(record.cells[heading.number - 1]) ? "" : record.cells[heading.number - 1]
  }

  private func finding(_ rule: some FindingRule, _ column: KnownFigureFile.Column) -> Finding {
    let place = Place(
      file: path, line: record.line, column: columns[column].map { .field(number: $0.number, name: $0.name) })
    return Finding(rule, at: place, text: cell(column))
  }

  func read() -> (KnownFigure?, [Finding]) {
    var findings: [Finding] = []
    let id = TextFolding.fold(cell(.id))
    guard !id.isEmpty else { return (nil, [finding(KnownFigureRule.idMissing, .id)]) }
    var printed: PrintedText?
    var unreadable: Bilingual?
    if !cell(.printed).isEmpty {
      do throws(KnownFigureRule) { printed = try PrintedText(cell(.printed), unit: cell(.unit)) } catch {
        findings.append(finding(error, .printed))
        unreadable = error.message
      }
    }
    if let differs = differentUnit(printed) { findings.append(finding(differs, .unit)) }
    if !isLines(cell(.line)) { findings.append(finding(KnownFigureRule.unreadableLine(cell(.line)), .line)) }
    let kind = kind()
    if kind == nil { findings.append(finding(KnownFigureRule.unknownKind(cell(.kind)), .kind)) }
    let rounding = rounding()
    if rounding == nil { findings.append(finding(KnownFigureRule.unknownRounding(cell(.rounding)), .rounding)) }
    if rounding == nil { unreadable = KnownFigureRule.unknownRounding(cell(.rounding)).message }
    var clauses: [Clause] = []
    do throws(RelationRule) { clauses = try ClauseParser.read(cell(.comparedWith)) } catch {
      findings.append(finding(error, .comparedWith))
      unreadable = error.message
    }
    if cell(.printed).isEmpty, cell(.comparedWith).isEmpty {
      findings.append(finding(KnownFigureRule.nothingToHold(id), .printed))
      unreadable = KnownFigureRule.nothingToHold(id).message
    }
    let figure = KnownFigure(
      id: id, printed: printed, printedText: cell(.printed), unit: cell(.unit), asOf: cell(.asOf),
      kind: kind ?? .notStated, document: cell(.document), line: cell(.line), clauses: clauses,
      rounding: rounding ?? .halfUp, note: cell(.note), dataset: dataset,
      place: Place(file: path, line: record.line), unreadable: unreadable, columns: columns)
    return (figure, findings)
  }

  /// ％ beside 件, 円 beside 千円: what would make a comparison wrong.
  private func differentUnit(_ printed: PrintedText?) -> KnownFigureRule? {
    guard let number = printed?.main, let own = number.unit, number.step <= Rational(1),
      let column = MeasureUnit(parsing: cell(.unit))
    else { return nil }
    let isRatio = { (unit: MeasureUnit) in ["%", "倍", "ポイント"].contains(unit.base) }
    // 3万人 in a column of 人 is 30,000: the scale is applied.
    let isScaled = own.base == column.base && column.exponent == 0
    let differs =
      (own.exponent != column.exponent && !isScaled) || ((isRatio(own) || isRatio(column)) && own.base != column.base)
    return differs ? .unitDiffers(printed: own.symbol, column: column.symbol) : nil
  }

  private func isLines(_ text: String) -> Bool {
    let folded = TextFolding.fold(text)
    return folded.isEmpty
      || (folded.unicodeScalars.contains { ("0"..."9").contains($0) }
        && folded.unicodeScalars.allSatisfy { ("0"..."9").contains($0) || " ,-;".unicodeScalars.contains($0) })
  }

  private func kind() -> KnownFigure.Kind? {
    let folded = TextFolding.fold(cell(.kind))
    if folded.isEmpty { return .notStated }
    return KnownFigure.Kind.allCases.first { $0.label.ja == folded || $0.label.en == folded.lowercased() }
  }

  private func rounding() -> RoundingMode? {
    switch TextFolding.fold(cell(.rounding)) {
    case "", "四捨五入", "half-up": .halfUp
    case "切捨て", "切り捨て", "down": .down
    case "切上げ", "切り上げ", "up": .up
    case "half-even": .halfEven
    default: nil
    }
  }
}
