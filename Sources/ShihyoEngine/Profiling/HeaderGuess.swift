public import ShihyoModel

/// Where the header of a table probably stands, when it is not on the first line.
public struct HeaderGuess: Hashable, Sendable {
  /// Records, from 1, as `--header-rows` counts them.
  public var headerRows: ClosedRange<Int>
  /// Records between header and data, such as type rows.
  public var skipAfterHeader: Int
  /// Physical lines of the header.
  public var lines: ClosedRange<Int>
  /// A unit line above the header: （単位：千円）.
  public var unit: MeasureUnit?

  /// What to write on the command line.
  public var flags: String {
    var flags = "--header-rows \(headerRows.lowerBound)"
    if headerRows.count > 1 { flags += "-\(headerRows.upperBound)" }
    return flags + (skipAfterHeader > 0 ? " --skip-after-header \(skipAfterHeader)" : "")
  }

  public func applied(to options: ReadingOptions) -> ReadingOptions {
    var options = options
    options.headerRows = headerRows
    options.skipAfterHeader = skipAfterHeader
    return options
  }
}

extension HeaderGuess {
  /// Looks only where no option says where the header is, and where the source can be read twice.
  init?(_ source: Dataset.Source, _ reading: ReadingOptions) throws {
    let standard = ReadingOptions()
    let isOpen = reading.hasHeader && reading.headerRows == standard.headerRows && reading.skipAfterHeader == 0
    guard isOpen, source != .standardInput else { return nil }
    self.init(try TableSample(source, reading))
  }

  /// nil where the header is on the first row, or where nothing can be told.
  ///
  /// Above a header stand titles and `#` lines, which fill few cells. Rows below it that have no number where the data has
  /// numbers are further header rows, or type rows if they say the same few words again and again.
  init?(_ sample: TableSample) {
    let rows = sample.rows
    guard rows.count > 2, let width = rows.map(\.filled).max(), width > 1 else { return nil }
    guard var top = rows.firstIndex(where: { Self.isWide($0, width) }), top + 1 < rows.count else { return nil }
    // Of stacked headers the upper ones fill few cells: the key columns have their names there, and blanks below.
    while top > 0, Self.isBlank(rows[top].cells.first), rows[top - 1].filled > 1, !rows[top - 1].startsWithHash {
      top -= 1
    }
    let numeric = Self.numericColumns(rows[(top + 1)...])
    guard !numeric.isEmpty || top > 0 else { return nil }
    let last = Self.lastHeaderRow(rows, from: top, numeric)
    let below = rows[(top + 1)..<(last + 1)]
    let types = below.reversed().prefix { Self.isTypes($0) }.count
    guard top > 0 || !below.isEmpty, last + 1 < rows.count else { return nil }
    // What cannot be read above the data may be the header: to pass it over would hide it.
    guard !rows[...last].contains(where: \.isUnreadable) else { return nil }
    let bottom = last - types
    headerRows = rows[top].record...rows[bottom].record
    skipAfterHeader = types
    lines = rows[top].line...max(rows[top].line, rows[bottom].line)
    unit = rows[..<top].flatMap(\.cells).lazy.compactMap(Self.unit).first
  }

  /// Nothing but words for types.
  private static func isTypes(_ row: TableSample.Row) -> Bool {
    if row.startsWithHash { return true }
    return row.filled > 1
      && row.cells.allSatisfy { isBlank($0) || typeWords.contains(TextFolding.fold($0).lowercased()) }
  }

  private static let typeWords: Set<String> = [
    "番号", "文字列", "文字", "日付", "整数", "小数", "数値", "数字", "テキスト", "実数", "コード", "年月日", "時刻", "真偽", "string", "integer",
    "int", "number", "float", "decimal", "date", "datetime", "text", "boolean", "xsd:string", "xsd:integer",
    "xsd:decimal", "xsd:date",
  ]

  private static func isBlank(_ text: String?) -> Bool { text.map(TextFolding.isBlank) ?? true }

  private static func isWide(_ row: TableSample.Row, _ width: Int) -> Bool {
    row.filled > 1 && row.filled * 2 >= width && !(row.startsWithHash && row.filled * 4 < width * 3)
  }

  /// Columns in which most filled cells of the lower half of the sample are numbers.
  static func numericColumns(_ rows: ArraySlice<TableSample.Row>) -> Set<Int> {
    let data = rows.suffix(max(1, rows.count / 2))
    let width = data.map(\.cells.count).max() ?? 0
    return Set(
      (0..<width).filter { column in
        let cells = data.compactMap { column < $0.cells.count ? $0.cells[column] : nil }.filter { !$0.isEmpty }
        return !cells.isEmpty && cells.count(where: isNumber) * 10 >= cells.count * 8
      })
  }

  private static func isNumber(_ text: String) -> Bool { CellTraits(text).kind == .number }

  /// The last of the first ten rows below `top` that has no number where the data has numbers. One row of numbers between is
  /// header, too, a row of years; behind two of them the data has begun, and a word is a cell that is wrong.
  private static func lastHeaderRow(_ rows: [TableSample.Row], from top: Int, _ numeric: Set<Int>) -> Int {
    guard !numeric.isEmpty else { return top }
    var last = top
    for index in (top + 1)..<min(top + 10, rows.count - 1) {
      let cells = numeric.compactMap { $0 < rows[index].cells.count ? rows[index].cells[$0] : nil }
      let words = cells.count { cell in
        let traits = CellTraits(cell)
        return traits.kind != .empty && traits.kind != .number && traits.mark == nil && !isBrokenNumber(cell)
      }
      if words * 10 >= numeric.count * 8 {
        last = index
      } else if index - last > 1, !cells.allSatisfy({ TextFolding.fold($0).isEmpty }) {
        break
      }
    }
    return last
  }

  /// 1　200, 5-6, 3O4, #REF!: digits with something between them, or what is left of a formula. 4月 and 2021年 are headers.
  private static func isBrokenNumber(_ cell: String) -> Bool {
    let folded = TextFolding.fold(cell)
    if SpreadsheetDamage.rule(for: folded) == .spreadsheetError { return true }
    let digits = folded.unicodeScalars.count { ("0"..."9").contains($0) }
    return digits > 0 && digits * 2 >= folded.unicodeScalars.count && !folded.contains { "年月期度".contains($0) }
  }

  private static func unit(_ cell: String) -> MeasureUnit? {
    let folded = TextFolding.fold(cell)
    guard folded.contains("単位") else { return nil }
    return MeasureUnit(parsing: folded)
  }
}
