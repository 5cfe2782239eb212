import ShihyoModel

/// Finds out of which rows the total rows are the sums: every way that a table can mean it is tried on the numbers.
///
/// - Shape: rows with the same kind of label are one rule; a rule that finds all its totals right is taken, else the one with the
///   fewest that differ, and that is said.
/// - Cost: ways × rows × columns, of a table that was small enough to look at.
struct TotalRowGuess {
  private(set) var subtotals: [TableShape.Subtotal] = []
  private(set) var remarks: [Bilingual] = []
  private let rows: GridRows
  /// Cells of the label columns, blanks filled from above where the table leaves them.
  private let filled: [Int: [String]]
  private let blankDown: [Int]
  private let columns: [Int]
  private let parts: [Int]
  private let numbers: [Int: [Int128?]]

  /// - Parameters:
  ///   - filled: per row, the labels of all columns with blanks filled.
  ///   - blankDown: columns that were merged: their values bind even where the table has a single one.
  init(_ rows: GridRows, filled: [Int: [String]], blankDown: [Int]) {
    self.rows = rows
    self.filled = filled
    self.blankDown = blankDown
    columns = rows.measures.filter { !HeaderWords.isRate(rows.grid.header.names[$0]) }
    parts = rows.parts.filter { rows.grid.rows[$0].isWhole }
    let columns = columns
    numbers = Dictionary(
      uniqueKeysWithValues: rows.body.map { row in
        (
          row,
          columns.map { column -> Int128? in
            guard column < rows.grid.rows[row].cells.count else { return nil }
            let trait = rows.grid.traits(row, column)
            if trait.mark == .nilCase { return 0 }
            return trait.number.flatMap(Billionths.of)
          }
        )
      })
    for group in groups() { add(group) }
  }

  private struct Group {
    /// Columns that hold the label.
    let columns: [Int]
    /// 門司区計, not 計.
    let isNamed: Bool
    let rows: [Int]
  }

  /// Rows of totals in several columns first, since the first rule that fits a row takes it.
  private func groups() -> [Group] {
    var order: [String] = []
    var found: [String: Group] = [:]
    for (row, columns) in rows.totals where rows.grid.rows[row].isWhole {
      let text = TextFolding.fold(rows.text(row, columns[0])).filter { $0 != " " }
      let kind = columns.count > 1 ? "" : Self.generic.contains(text) ? text : "*"
      let key = columns.map(String.init).joined(separator: ",") + ":" + kind
      if found[key] == nil { order.append(key) }
      found[key] = Group(columns: columns, isNamed: kind == "*", rows: (found[key]?.rows ?? []) + [row])
    }
    return order.compactMap { found[$0] }.enumerated()
      // 総計 before *計, which would take it.
      .sorted {
        ($1.element.columns.count, $0.element.isNamed ? 1 : 0, $0.offset)
          < ($0.element.columns.count, $1.element.isNamed ? 1 : 0, $1.offset)
      }
      .map(\.element)
  }

  private static let generic: Set<String> = ["計", "小計", "合計", "総計", "総数", "全体", "全市", "total", "Total", "TOTAL"]

  private struct Way {
    let by: [Int]
    let parts: TableShape.Subtotal.Parts
  }

  private mutating func add(_ group: Group) {
    let others = rows.labels.filter { !group.columns.contains($0) }
    // Of the other labels only those that some row of data has, too: a running number or a remark binds nothing.
    let values = Dictionary(
      uniqueKeysWithValues: others.map { column in (column, Set(parts.map { label($0, column) })) })
    func binds(_ row: Int) -> [Int] {
      others.filter { column in
        // A column of one value, as the year of a table, binds nothing either.
        guard values[column]?.count ?? 0 > 1 || blankDown.contains(column) else { return false }
        let text = label(row, column)
        return !text.text.isEmpty && values[column]?.contains(text) ?? false
      }
    }
    var byBinding: [[Int]: [Int]] = [:]
    for row in group.rows { byBinding[binds(row), default: []].append(row) }
    // More binding labels first; rows that bind fewer fall to the rule behind.
    let bindings = byBinding.keys.sorted { ($1.count, $0.first ?? 0) < ($0.count, $1.first ?? 0) }
    for (place, binding) in bindings.enumerated() {
      guard let totals = byBinding[binding] else { continue }
      let needsValues = place < bindings.count - 1
      let (way, result) = best(totals, binding, group.columns)
      append(group, totals, way, binding: needsValues ? way.by : [], result)
    }
  }

  private func best(_ totals: [Int], _ binding: [Int], _ own: [Int]) -> (Way, Result) {
    let left = binding.filter { column in own.allSatisfy { column < $0 } }
    var ways = Self.subsets(binding).map { Way(by: $0, parts: .all) }
    ways += [
      Way(by: left, parts: .above), Way(by: [], parts: .above), Way(by: left, parts: .below),
      Way(by: [], parts: .below),
    ]
    var best = (ways[0], compare(totals, ways[0]))
    for way in ways.dropFirst() where best.1.wrong > 0 || best.1.right == 0 {
      let result = compare(totals, way)
      if result.right > 0, (result.wrong, -result.right) < (best.1.wrong, -best.1.right) || best.1.right == 0 {
        best = (way, result)
      }
    }
    return best
  }

  /// All choices of some of the columns, larger ones first; of many columns only the first ones.
  private static func subsets(_ columns: [Int]) -> [[Int]] {
    guard columns.count <= 6 else { return (0...columns.count).reversed().map { Array(columns.prefix($0)) } }
    return (0..<(1 << columns.count)).map { bits in
      columns.indices.filter { bits & (1 << $0) != 0 }.map { columns[$0] }
    }
    .sorted {
      ($1.count, $0.lexicographicallyPrecedes($1) ? 0 : 1) < ($0.count, $1.lexicographicallyPrecedes($0) ? 0 : 1)
    }
  }

  /// Cells that are the sum of their parts, and those that are not.
  private struct Result {
    var right = 0
    var wrong = 0
    /// Columns in which every total that differs is below its largest part: no sum can be.
    var noSums: Set<Int> = []
    var sums: Set<Int> = []
    var first: (row: Int, column: Int)?
  }

  private func compare(_ totals: [Int], _ way: Way) -> Result {
    var result = Result()
    for (place, total) in totals.enumerated() {
      let group = labels(total, way.by)
      let before = totals[..<place].last { self.labels($0, way.by) == group }
      let after = totals[(place + 1)...].first { self.labels($0, way.by) == group }
      let own = parts.filter { part in
        switch way.parts {
        case .all: break
        case .above: if part > total || part < before ?? -1 { return false }
        case .below: if part < total || part > after ?? .max { return false }
        }
        return zip(way.by, group).allSatisfy { label(part, $0) == $1 }
      }
      guard !own.isEmpty else { continue }
      for (index, column) in columns.enumerated() {
        guard let printed = numbers[total]?[index] else { continue }
        let cells = own.map { numbers[$0]?[index] ?? nil }
        let sum = cells.reduce(Int128(0)) { $0 + ($1 ?? 0) }
        if sum == printed {
          result.right += 1
          if own.count > 1, printed != 0 { result.sums.insert(column) }
        } else if !cells.contains(nil) {
          result.wrong += 1
          let largest = cells.compactMap { $0 }.max() ?? 0
          if cells.allSatisfy({ $0 ?? 0 >= 0 }), printed < largest {
            result.noSums.insert(column)
          } else {
            result.sums.insert(column)
          }
          if result.first == nil { result.first = (total, column) }
        }
      }
    }
    return result
  }

  private func label(_ row: Int, _ column: Int) -> Label { Label(TextFolding.fold(filled[row]?[column] ?? "")) }

  private func labels(_ row: Int, _ columns: [Int]) -> [Label] { columns.map { label(row, $0) } }
}

extension TotalRowGuess {
  private mutating func append(_ group: Group, _ totals: [Int], _ way: Way, binding: [Int], _ result: Result) {
    let names = rows.grid.header.names
    var rule = TableShape.Subtotal(
      match: match(group, totals, binding), by: way.by.map { names[$0] }, parts: way.parts)
    let shown = distinct(totals, group.columns[0]).prefix(3).map { "「\($0)」" }.joined()
    if result.right == 0, result.wrong > 0 {
      rule.columns = []
      remarks.append(
        Bilingual(
          ja: "計の行\(shown)がどの行の合計か、数字からは分からない。集計からは除くが、内訳と照らさない（\(line(result))）。",
          en: "Of which rows \(shown) are the sums cannot be told from the numbers; they are left out, not compared."))
    } else if result.wrong > 0 {
      let never = columns.filter { result.noSums.contains($0) && !result.sums.contains($0) }
      if !never.isEmpty, never.count < columns.count {
        rule.columns = columns.filter { !never.contains($0) }.map { names[$0] }
        let left = never.map { "「\(names[$0])」" }.joined()
        remarks.append(
          Bilingual(
            ja: "計の行\(shown)は、列\(left)では内訳の合計でない（照らす列から除いた）。",
            en: "The totals \(shown) are no sums in the columns \(left), which are not compared."))
      } else {
        remarks.append(
          Bilingual(
            ja: "計の行\(shown)に、内訳の合計と合わないセルが\(result.wrong)個ある（\(line(result))）。端数処理なら tolerance を書く。",
            en:
              "\(result.wrong) cells of the totals \(shown) differ from the sums of their parts; give a tolerance if it is rounding."
          ))
      }
    }
    subtotals.append(rule)
  }

  private func line(_ result: Result) -> String {
    result.first.map { "最初は\(rows.grid.rows[$0.row].line)行目「\(rows.grid.header.names[$0.column])」" } ?? ""
  }

  private func match(_ group: Group, _ totals: [Int], _ binding: [Int]) -> TableShape.RowMatch {
    let names = rows.grid.header.names
    guard group.columns.count == 1, binding.isEmpty else {
      return .conditions(
        (group.columns + binding).map {
          Condition(column: names[$0], comparison: .equal, values: distinct(totals, $0))
        })
    }
    let column = group.columns[0]
    let texts = distinct(totals, column)
    let ends = texts.allSatisfy { TextFolding.fold($0).hasSuffix("計") }
    let isFree = !parts.contains { TextFolding.fold(filled[$0]?[column] ?? "").hasSuffix("計") }
    if texts.count > 2, ends, isFree, let pattern = LabelTemplate("*計") {
      return .pattern(column: names[column], pattern)
    }
    return .labels(column: names[column], texts)
  }

  /// As the file spells them, in order.
  private func distinct(_ rows: [Int], _ column: Int) -> [String] {
    var seen = Set<Label>()
    return rows.compactMap { row in
      let text = self.filled[row]?[column] ?? ""
      return seen.insert(Label(TextFolding.fold(text))).inserted ? text : nil
    }
  }
}
