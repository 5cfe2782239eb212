import ShihyoModel

/// Keeps the rows that are totals beside the sums of their parts, and says where they differ.
///
/// - Missing: a nil part adds nothing. Where a part has no value, a difference cannot be told and is reported as unchecked.
/// - Cost: O(cells of measures); memory for the groups and totals.
struct TotalLedger {
  private struct Parts {
    var sums: [PartSum]
    var count = 0
    var first = 0
    var last = 0
  }
  private struct Total {
    let line: Int
    let group: [Label]
    let printed: [MeasureCells.Value]
  }
  private struct Book {
    var rule: TotalRule
    var parts: [[Label]: Parts] = [:]
    var totals: [Total] = []
    var wasFound = false
  }

  private let layout: RowLayout
  private var books: [Book] = []
  private var cells: MeasureCells
  private var findings: [Finding] = []
  /// Columns whose labels tell a total.
  private var totalColumns: [Int] = []

  /// - Parameter wrong: takes columns that the header does not have and conditions that cannot be read.
  init(_ layout: RowLayout, _ reading: ReadingOptions, findings wrong: inout [Finding]) {
    var layout = layout
    for rule in layout.shape.subtotals {
      if let rule = TotalRule(rule, &layout, reading, findings: &wrong) { books.append(Book(rule: rule)) }
    }
    let inRows = layout.totals.flatMap { [$0.column] + $0.parts }
    cells = MeasureCells(Set(books.flatMap(\.rule.measures) + inRows), layout, reading)
    self.layout = layout
    totalColumns = Set(books.flatMap(\.rule.columnsOfLabels)).sorted()
  }

  var isEmpty: Bool { books.isEmpty && layout.totals.isEmpty }

  mutating func prepareForBlock() {
    cells.prepareForBlock()
    for index in books.indices { books[index].rule.prepareForBlock() }
  }

  /// True where the row is a total; then it is kept here.
  mutating func takesTotal(_ row: RowText, _ arena: FieldArena) -> Bool {
    guard let place = books.indices.first(where: { books[$0].rule.matches(row, arena) }) else { return false }
    checkColumns(row, arena)
    let rule = books[place].rule
    let total = Total(
      line: row.line, group: rule.group(row, arena), printed: rule.measures.map { cells.value($0, row, arena) })
    books[place].wasFound = true
    switch rule.rule.parts {
    case .all: books[place].totals.append(total)
    case .above:
      compare(total, books[place].parts.removeValue(forKey: total.group), rule)
    case .below:
      if let earlier = books[place].totals.firstIndex(where: { $0.group == total.group }) {
        let before = books[place].totals.remove(at: earlier)
        compare(before, books[place].parts.removeValue(forKey: total.group), rule)
      }
      books[place].totals.append(total)
    }
    return true
  }

  /// A row that is no declared total, but has the label of one in a column where totals are declared.
  func undeclaredTotal(_ row: RowText, _ arena: FieldArena) -> (column: Int, label: String)? {
    for column in totalColumns {
      let label = row.text(column, in: arena)
      guard TotalLabel.matches(label) else { continue }
      let field = layout.shape.field(named: layout.header.names[column])
      if field?.categories?.contains(where: { Label($0.value) == Label(label) }) == true { continue }
      return (column, label)
    }
    return nil
  }

  mutating func addPart(_ row: RowText, _ arena: FieldArena) {
    checkColumns(row, arena)
    for place in books.indices {
      let rule = books[place].rule
      let group = rule.group(row, arena)
      if rule.rule.parts == .below, !books[place].totals.contains(where: { $0.group == group }) { continue }
      var parts =
        books[place].parts[group]
        ?? Parts(sums: Array(repeating: PartSum(), count: rule.measures.count), first: row.line)
      for (index, column) in rule.measures.enumerated() { parts.sums[index].add(cells.value(column, row, arena)) }
      parts.count += 1
      parts.last = row.line
      books[place].parts[group] = parts
    }
  }

  /// What was found since the last call.
  mutating func takeFindings() -> [Finding] {
    defer { findings.removeAll() }
    return findings
  }

  /// The file ends: totals of all rows, or of the rows below, are compared.
  mutating func finish() -> [Finding] {
    for book in books {
      for total in book.totals { compare(total, book.parts[total.group], book.rule) }
      if !book.wasFound {
        let rule = ShapeRule.totalNeverFound(match: book.rule.spelling)
        findings.append(Finding(rule, at: Place(file: layout.header.path)))
      }
    }
    return takeFindings()
  }

  private mutating func compare(_ total: Total, _ parts: Parts?, _ rule: TotalRule) {
    guard let parts else {
      findings.append(Finding(ShapeRule.totalWithoutParts, at: Place(file: layout.header.path, line: total.line)))
      return
    }
    for (index, column) in rule.measures.enumerated() {
      compare(
        total.printed[index], parts.sums[index], column, line: total.line, parts: parts.count,
        lines: (parts.first, parts.last), tolerance: Billionths.of(rule.rule.tolerance) ?? 0)
    }
  }

  /// Columns that are the sum of others in their row.
  private mutating func checkColumns(_ row: RowText, _ arena: FieldArena) {
    for total in layout.totals {
      guard layout.shape.unpivot?.values[total.value].additivity != .rate else { continue }
      var sum = PartSum()
      for part in total.parts { sum.add(cells.value(part, row, arena)) }
      compare(
        cells.value(total.column, row, arena), sum, total.column, line: row.line, parts: total.parts.count,
        lines: (row.line, row.line), tolerance: 0)
    }
  }

  private mutating func compare(
    _ printed: MeasureCells.Value, _ sum: PartSum, _ column: Int, line: Int, parts: Int, lines: (Int, Int),
    tolerance: Int128
  ) {
    let shown: Int128
    switch printed {
    case .number(let number): shown = number
    case .absent(.nilCase): shown = 0
    case .absent, .unreadable: return
    }
    let difference = shown - sum.billionths
    guard difference.magnitude > tolerance.magnitude else { return }
    let name = layout.header.names[column]
    let place = Place(file: layout.header.path, line: line, column: .field(number: column + 1, name: name))
    // Parts that are known and exceed the total already cannot be right, whatever the others are.
    let isOpen = sum.hasGaps && (sum.hasNegatives || sum.billionths < shown)
    let rule: ShapeRule =
      isOpen
      ? .totalUnchecked(column: name)
      : .totalMismatch(
        TotalDifference(
          column: name, printed: ExactDecimal(billionths: shown), computed: ExactDecimal(billionths: sum.billionths),
          difference: ExactDecimal(billionths: difference), parts: parts, first: lines.0, last: lines.1))
    findings.append(Finding(rule, at: place, text: ExactDecimal(billionths: shown).description))
  }
}
