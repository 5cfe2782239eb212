public import ShihyoModel

/// How a table seems to be laid out, by content alone: a layout that can be read, and what a person must decide.
///
/// - Sure is nothing: what was judged is in `remarks`, and totals are compared with their parts before they are called totals.
/// - Cost: a small file is read some times over; larger ones are not looked at.
public struct LayoutGuess: Hashable, Sendable {
  public struct Sign: Hashable, Sendable {
    public var mark: String
    public var reason: Reason
    /// A note of the table says so; else it is the usual meaning.
    public var isSaid: Bool
  }

  /// Beyond this a file is no table that an office laid out by hand.
  public static let largestFile = 4 << 20

  /// With the fields of the file as far as the layout needs them.
  public internal(set) var shape: TableShape
  public internal(set) var signs: [Sign]
  /// The notes say that nil counts as 0.
  public internal(set) var nilIsZero: Bool
  public internal(set) var remarks: [Bilingual]
  /// Units by the name of the column or value.
  public internal(set) var units: [String: MeasureUnit]
  /// What stands above the table.
  public internal(set) var title: String?
  /// Lines of the note rows.
  public internal(set) var noteLines: [Int]
}

extension LayoutGuess {
  /// nil where there is nothing to say: rows are records, and every column is what it is.
  ///
  /// - Parameter reading: with the header where it is.
  /// - Errors: as for reading the file; a second table in it.
  init?(_ sources: [Dataset.Source], _ reading: ReadingOptions) throws(Findings) {
    guard let first = sources.first, let grid = try TableGrid(first, reading, limit: Self.largestFile),
      !grid.rows.isEmpty
    else { return nil }
    let rows = GridRows(grid)
    if let second = SecondTableSearch.finding(rows) { throw Findings([second]) }
    let above = try Self.cellsAbove(first, reading)
    title = Self.title(above)
    shape = TableShape()
    remarks = []
    nilIsZero = false
    signs = []
    units = [:]
    let notes = rows.notes.map { grid.rows[$0].cells.filter { !$0.isEmpty }.joined(separator: " ") }
    let legend = LegendGuess(rows, above: above, notes: notes)
    signs = legend.signs.map { Sign(mark: $0.mark, reason: $0.reason, isSaid: $0.isSaid) }
    nilIsZero = legend.nilIsZero
    if nilIsZero {
      remarks.append(
        Bilingual(ja: "注に0とするとあるので、皆無を0とした。", en: "A note says so: nil counts as 0."))
    }
    noteLines = rows.notes.map { grid.rows[$0].line }
    addNotes(rows)
    if !rows.empties.isEmpty { shape.skipsEmptyRows = true }
    let blanks = BlankDownGuess(rows)
    let names = grid.header.names
    shape.blankDown = blanks.columns.map { names[$0] }
    if !shape.blankDown.isEmpty {
      let list = shape.blankDown.map { "「\($0)」" }.joined()
      remarks.append(
        Bilingual(ja: "列\(list)の空欄は上の行と同じ値とみた。", en: "Blank cells of \(list) were taken for what stands above them."))
    }
    let unpivot = UnpivotGuess(rows, title: title)
    shape.unpivot = unpivot?.unpivot
    remarks += unpivot?.remarks ?? []
    addFields(rows, unpivot, legend)
    let totals = TotalRowGuess(rows, filled: blanks.filled, blankDown: blanks.columns)
    shape.subtotals = totals.subtotals
    remarks += totals.remarks
    addTimes(rows, unpivot, sources)
    for sign in signs where !sign.isSaid {
      remarks.append(
        Bilingual(
          ja: "記号「\(sign.mark)」は凡例がないので「\(Self.word(sign.reason).ja)」とみた。",
          en: "The mark \(sign.mark) has no legend and was taken for “\(Self.word(sign.reason).en)”."))
    }
    try settle(sources, reading)
    guard !shape.isEmpty || !signs.isEmpty || !units.isEmpty else { return nil }
  }

  /// Nothing but the columns: which are labels, and which numbers.
  init(_ rows: GridRows) {
    shape = TableShape()
    signs = []
    nilIsZero = false
    remarks = []
    units = [:]
    noteLines = []
    addFields(rows, nil, LegendGuess(rows, above: [], notes: []))
  }

  mutating func addNotes(_ rows: GridRows) {
    guard let first = rows.notes.first else { return }
    let grid = rows.grid
    var beginnings: [String] = []
    for row in rows.notes {
      let text = grid.rows[row].first
      guard let opening = RemarkText.beginning(of: text) ?? (row == first ? String(text.prefix(12)) : nil),
        !beginnings.contains(opening)
      else { continue }
      beginnings.append(opening)
    }
    let opened = NoteFinder(.starting(beginnings))
    let collides = rows.body.contains { row in
      var finder = opened
      return finder.judge(first: grid.rows[row].first, filled: 2, line: 1) == .note
    }
    shape.noteRows = collides ? .count(grid.rows.count - first) : .starting(beginnings)
    if collides {
      remarks.append(
        Bilingual(
          ja: "注と同じ書き出しの行がデータにもあるので、最後の\(grid.rows.count - first)行を注とした。",
          en: "Rows of data begin like the notes, so the last \(grid.rows.count - first) rows are declared as notes."))
    } else if RemarkText.beginning(of: grid.rows[first].first) == nil {
      remarks.append(
        Bilingual(
          ja: "\(grid.rows[first].line)行目「\(grid.rows[first].first)」から下を注とみた。",
          en: "Line \(grid.rows[first].line) and those below were taken for notes."))
    }
  }

  private mutating func addFields(_ rows: GridRows, _ unpivot: UnpivotGuess?, _ legend: LegendGuess) {
    let names = rows.grid.header.names
    func isFraction(_ columns: [Int]) -> Bool {
      rows.body.contains { row in
        columns.contains { column in
          column < rows.grid.rows[row].cells.count
            && rows.grid.traits(row, column).number.map { $0.reduced.decimals > 0 } ?? false
        }
      }
    }
    func described(_ field: Field, columns: [Int]) -> Field {
      var field = field
      field.type = isFraction(columns) ? .number : .integer
      if HeaderWords.isRate(field.name) { field.additivity = .rate }
      if HeaderWords.isStock(field.name), field.additivity == nil { field.additivity = .stock }
      field.unit = legend.unit(of: field.name)
      if let unit = field.unit {
        units[field.name] = unit
        field.role = .measure
      }
      return field
    }
    if let unpivot {
      for index in unpivot.unpivot.values.indices {
        let columns = unpivot.columns.filter { column in
          if case .value(_, index) = unpivot.unpivot.use(of: names[column], role: nil) { true } else { false }
        }
        shape.unpivot?.values[index] = described(unpivot.unpivot.values[index], columns: columns)
      }
    }
    let used = Set(unpivot?.columns ?? [])
    shape.fields = names.indices.map { column in
      var field = Field(name: names[column])
      if used.contains(column) { return field }
      if unpivot?.ignored.contains(column) == true {
        field.role = .ignored
      } else if HeaderWords.isPlace(names[column]) {
        field.role = .note
      } else if rows.measures.contains(column) {
        if let total = unpivot?.unpivot.total, total.match(names[column]) != nil { return field }
        field = described(field, columns: [column])
      } else {
        field.type = .string
        field.role = .key
      }
      return field
    }
  }

  /// The year of the file, and months that it makes whole.
  private mutating func addTimes(_ rows: GridRows, _ unpivot: UnpivotGuess?, _ sources: [Dataset.Source]) {
    let names = rows.grid.header.names
    let year = rows.labels.first { HeaderWords.isTime(names[$0]) }.map { names[$0] }
    let monthKey = unpivot.flatMap { guess in
      zip(guess.unpivot.keys, guess.dimensions).first { $0.1 == .month && $0.0.field.type == .string }?.0.field.name
    }
    let month = monthKey ?? rows.labels.first { HeaderWords.isMonth(names[$0]) }.map { names[$0] }
    let saysYears =
      year != nil || hasDates(rows) || (unpivot?.dimensions.contains { $0 == .year || $0 == .fiscalYear } ?? false)
    // Names such as 2020年 総人口 say of which year each column is.
    let ofYears = names.count { FileNameGuess.year($0) != nil }
    if !saysYears, ofYears * 3 < names.count {
      let found = FileNameGuess(sources, title: title)
      if let constant = found.constant { shape.constants.append(constant) }
      if let remark = found.remark { remarks.append(remark) }
    }
    guard let month, let from = year ?? shape.constants.first?.field.name, !names.contains("年月") else { return }
    var field = Field(name: "年月", type: .yearmonth)
    field.role = .key
    shape.yearMonth = TableShape.YearMonth(field: field, year: from, month: month)
    let others = (unpivot?.unpivot.keys.map(\.field.name) ?? []).filter { $0 != month }
    let keys = rows.keys.map { names[$0] }.filter { $0 != month && $0 != from && !HeaderWords.isCode($0) }
    shape.periods = TableShape.Periods(column: "年月", by: keys + others)
  }

  /// Columns of days or months of their own.
  private func hasDates(_ rows: GridRows) -> Bool {
    rows.labels.contains { column in
      let cells = rows.parts.prefix(50).compactMap { row in
        column < rows.grid.rows[row].cells.count ? rows.grid.rows[row].cells[column] : nil
      }.filter { !$0.isEmpty }
      return !cells.isEmpty && cells.allSatisfy { CellTraits($0).kind == .time }
    }
  }

  private static func cellsAbove(_ source: Dataset.Source, _ reading: ReadingOptions) throws(Findings) -> [String] {
    guard reading.headerRows.lowerBound > 1 else { return [] }
    do {
      let rows = try TableSample(source, reading).rows.filter { $0.record < reading.headerRows.lowerBound }
      return rows.filter { !$0.startsWithHash }.flatMap(\.cells).filter { !$0.isEmpty }
    } catch let findings as Findings { throw findings } catch { return [] }
  }

  private static func word(_ reason: Reason) -> Bilingual {
    switch reason {
    case .nilCase: Bilingual(ja: "皆無", en: "nil")
    case .missing: Bilingual(ja: "不詳", en: "not available")
    case .suppressed: Bilingual(ja: "秘匿", en: "suppressed")
    case .notSurveyed: Bilingual(ja: "未調査", en: "not surveyed")
    case .empty: Bilingual(ja: "空欄", en: "empty")
    case .unknownMark: Bilingual(ja: "不明の記号", en: "an unknown mark")
    }
  }

  private static func title(_ above: [String]) -> String? {
    above.first { !TextFolding.fold($0).contains("単位") && !$0.hasPrefix("#") }
  }
}
