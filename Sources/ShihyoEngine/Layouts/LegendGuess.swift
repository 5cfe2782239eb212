import ShihyoModel

/// What the words around a table say of its cells: units above it, the meaning of marks in its notes.
struct LegendGuess {
  private(set) var units: [MeasureUnit] = []
  /// Marks that stand in cells of numbers, with their meaning, in order of the spelling.
  private(set) var signs: [(mark: String, reason: Reason, isSaid: Bool)] = []

  /// 皆無 counts as 0, the notes say.
  private(set) var nilIsZero = false

  /// - Parameters:
  ///   - above: cells over the header.
  ///   - notes: what stands below the data.
  init(_ rows: GridRows, above: [String], notes: [String]) {
    units = (above + notes).lazy.map(Self.units).first { !$0.isEmpty } ?? []
    var marks: [Label: Reason] = [:]
    let columns = Array(rows.numeric)
    for row in rows.body where rows.grid.rows[row].isWhole {
      for column in columns {
        let text = TextFolding.fold(rows.text(row, column))
        if text.isEmpty || marks[Label(text)] != nil { continue }
        guard let cell = try? NumberGrammar().read(text), let reason = cell.reason, reason != .unknownMark else {
          continue
        }
        marks[Label(rows.text(row, column))] = reason
      }
    }
    nilIsZero = (above + notes).contains { note in
      let folded = TextFolding.fold(note)
      guard folded.contains("皆無") || folded.contains("該当なし") else { return false }
      return ["0として", "0とし", "0とみな", "ゼロとし", "0で計算"].contains(where: folded.contains)
    }
    for (mark, usual) in marks.sorted(by: { $0.key < $1.key }) {
      let said = (above + notes).lazy.compactMap { Self.meaning(of: mark.text, in: $0) }.first
      signs.append((mark.text, said ?? usual, said != nil))
    }
  }

  /// （単位：人、件）
  static func units(_ text: String) -> [MeasureUnit] {
    let folded = TextFolding.fold(text)
    guard let start = folded.firstRange(of: "単位") else { return [] }
    var rest = folded[start.upperBound...].drop { ":は ".contains($0) }
    if let end = rest.firstIndex(where: { ")]】。".contains($0) }) { rest = rest[..<end] }
    return rest.split { "、,・/;".contains($0) }.compactMap { MeasureUnit(parsing: String($0)) }
  }

  /// 「－」は皆無, x：秘匿, …=不詳: the word that follows the mark within a few letters.
  static func meaning(of mark: String, in text: String) -> Reason? {
    let folded = TextFolding.fold(text)
    let sign = TextFolding.fold(mark)
    var rest = Substring(folded)
    while let found = rest.firstRange(of: sign) {
      let after = rest[found.upperBound...].prefix(24)
      let first = words.compactMap { word, reason in after.firstRange(of: word).map { ($0.lowerBound, reason) } }
        .min { $0.0 < $1.0 }
      if let first { return first.1 }
      rest = rest[found.upperBound...]
    }
    return nil
  }

  private static let words: [(String, Reason)] = [
    ("皆無", .nilCase), ("該当なし", .nilCase), ("該当がない", .nilCase), ("該当数字なし", .nilCase), ("実績なし", .nilCase),
    ("事実のない", .nilCase),
    ("秘匿", .suppressed), ("非公表", .suppressed), ("公表しない", .suppressed), ("不詳", .missing), ("不明", .missing),
    ("資料なし", .missing),
    ("得られない", .missing), ("未集計", .missing), ("欠測", .missing), ("休館", .missing), ("未着", .missing),
    ("調査していない", .notSurveyed),
    ("未調査", .notSurveyed), ("調査なし", .notSurveyed),
  ]

  /// The unit of a column: its own name first, then what stands above the table.
  func unit(of name: String) -> MeasureUnit? {
    if let own = HeaderUnit.guess(from: name) { return own }
    let hint = HeaderWords.unit(name).flatMap { MeasureUnit(parsing: $0) }
    if let hint, let unit = units.first(where: { $0.base == hint.base }) { return unit }
    if units.count == 1, !HeaderWords.isRate(name), !HeaderWords.isPlace(name) { return units[0] }
    return hint
  }
}
