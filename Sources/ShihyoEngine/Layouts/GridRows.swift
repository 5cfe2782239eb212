import ShihyoModel

/// A grid taken apart: the rows of data, the notes below them, the total rows, and which columns hold numbers.
struct GridRows: Sendable {
  let grid: TableGrid
  /// Places in `grid.rows`.
  private(set) var body: [Int] = []
  private(set) var notes: [Int] = []
  private(set) var empties: [Int] = []
  /// Of the body, rows with a total label, and the columns in which it stands.
  private(set) var totals: [(row: Int, columns: [Int])] = []
  /// Columns of numbers; a code, a year or a running number is none of them.
  private(set) var measures: [Int] = []
  /// Columns in which most cells are numbers, codes and years too.
  private(set) var numeric: Set<Int> = []
  /// Columns with more numbers than words: the header of a second table puts a word into each.
  private(set) var mostlyNumeric: [Int] = []
  /// Columns of labels.
  private(set) var labels: [Int] = []

  init(_ grid: TableGrid) {
    self.grid = grid
    let width = grid.header.names.count
    judgeColumns(width)
    takeNotes(width)
    for row in body {
      let columns = labels.filter {
        $0 < grid.rows[row].codes.count && grid.traits(row, $0).total != nil
      }
      if !columns.isEmpty { totals.append((row, columns)) }
    }
  }

  /// The rows that are data, without totals.
  var parts: [Int] {
    let left = Set(totals.map(\.row))
    return body.filter { !left.contains($0) }
  }

  func text(_ row: Int, _ column: Int) -> String { grid.rows[row].cells[column] }

  func isNumber(_ row: Int, _ column: Int) -> Bool {
    column < grid.rows[row].cells.count && grid.traits(row, column).kind == .number
  }

  /// Nothing but numbers, marks and blanks: a month to come may have no number yet.
  func isWithoutWords(_ column: Int) -> Bool {
    body.allSatisfy { row in
      guard column < grid.rows[row].cells.count else { return true }
      let trait = grid.traits(row, column)
      return trait.kind == .number || trait.kind == .empty || trait.mark != nil
    }
  }

  /// Columns above the first measure that hold labels: what a row is about.
  var keys: [Int] { labels.filter { $0 < measures.first ?? .max } }

  private mutating func judgeColumns(_ width: Int) {
    var timesOf = [Int](repeating: 0, count: grid.spellings.count)
    for column in 0..<width {
      var (numbers, words, zeros, years) = (0, 0, 0, 0)
      var codes: [Int] = []
      for row in grid.rows where row.isWhole {
        let code = row.codes[column]
        if timesOf[code] == 0 { codes.append(code) }
        timesOf[code] += 1
      }
      for code in codes {
        let (times, trait) = (timesOf[code], grid.spellings.traits[code])
        timesOf[code] = 0
        switch trait.kind {
        case .empty: continue
        case .number:
          numbers += times
          if trait.hasLeadingZero { zeros += times }
          if trait.isYear { years += times }
        default: if trait.mark == nil { words += times }
        }
      }
      let isNumeric = numbers > 0 && numbers >= 4 * words
      if isNumeric { numeric.insert(column) }
      if numbers > words { mostlyNumeric.append(column) }
      let name = grid.header.names[column]
      // What has no name cannot be declared.
      if TextFolding.isBlank(name) { continue }
      if isNumeric, zeros == 0, !HeaderWords.isCode(name), !(years == numbers && HeaderWords.isTime(name)),
        !HeaderWords.isMonth(name)
      {
        measures.append(column)
      } else if !isNumeric || zeros > 0 || HeaderWords.isTime(name) || HeaderWords.isMonth(name) {
        labels.append(column)
      }
    }
  }

  /// From the last row upwards: empty rows, texts that open like a note, and what goes on below one in a single cell.
  private mutating func takeNotes(_ width: Int) {
    var top = grid.rows.count
    if width > 1 {
      var isOpened = false
      for index in grid.rows.indices.reversed() {
        let row = grid.rows[index]
        if row.isEmpty { continue }
        let isRemark = RemarkText.beginning(of: row.first) != nil
        let isLone = row.filled.count == 1 && row.filled[0] == 0 && !TotalLabel.matches(row.first)
        let hasNumbers = row.isWhole && numeric.contains { !row.cells[$0].isEmpty && isNumber(index, $0) }
        guard (isRemark && !hasNumbers) || (isLone && isSentence(index)) else { break }
        isOpened = true
        top = index
      }
      if !isOpened { top = grid.rows.count }
    }
    for index in grid.rows.indices {
      if grid.rows[index].isEmpty {
        if index < top { empties.append(index) }
      } else if index >= top {
        notes.append(index)
      } else {
        body.append(index)
      }
    }
  }

  /// A cell alone in its row that is longer than a label, or stands apart from the data.
  private func isSentence(_ index: Int) -> Bool {
    let row = grid.rows[index]
    let text = row.first
    if CellTraits(text).kind == .number { return false }
    if text.hasSuffix("。") || text.contains("、") { return true }
    let isApart = row.isAfterGap || (index > 0 && grid.rows[index - 1].isEmpty)
    if isApart { return true }
    guard row.isWhole else { return text.count >= 4 }
    let longest = grid.rows[..<index].filter { $0.filled.count > 1 }.map { $0.cells.first?.count ?? 0 }.max() ?? 0
    return text.count >= 10 && text.count > 2 * longest
  }
}
