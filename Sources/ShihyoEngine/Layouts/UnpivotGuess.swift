import ShihyoModel

/// Finds columns side by side that are months, years, ages or sexes of the same value, and the pattern of their names.
///
/// - Shape: one pattern for all columns; those whose part is a total instead are the totals of the row.
/// - Only columns of numbers; at least three of a kind (two where the header has several rows), else they are left alone.
struct UnpivotGuess {
  private(set) var unpivot: TableShape.Unpivot
  /// Columns that became values.
  private(set) var columns: [Int]
  private(set) var dimensions: [ColumnLabel.Dimension?]
  /// Columns of totals that no pattern takes: to be left out of the records.
  private(set) var ignored: [Int] = []
  var remarks: [Bilingual] = []

  /// - Parameter title: what stands above the table, for the name of the value.
  init?(_ rows: GridRows, title: String?) {
    if let found = Self.numbered(rows, title) ?? Self.labelled(rows, title) { self = found } else { return nil }
    addTotal(rows)
  }

  init(_ unpivot: TableShape.Unpivot, _ columns: [Int], _ dimensions: [ColumnLabel.Dimension?]) {
    self.unpivot = unpivot
    self.columns = columns
    self.dimensions = dimensions
  }

  private static func isCandidate(_ label: ColumnLabel) -> Bool {
    label.parts.contains { $0.dimension != nil && $0.dimension != .total }
      && !label.parts.contains { $0.dimension == .total }
  }

  /// 利用者数 beside 29歳以下 under the same months: there the ages are names of values, too.
  private static func unmix(_ labels: inout [ColumnLabel], _ candidates: [Int]) {
    for width in Set(candidates.map { labels[$0].parts.count }) where width > 1 {
      let columns = candidates.filter { labels[$0].parts.count == width }
      for place in 0..<width {
        let kinds = Set(columns.map { labels[$0].parts[place].dimension })
        guard kinds.count > 1, kinds.contains(nil) else { continue }
        for column in columns { labels[column].parts[place].dimension = nil }
      }
    }
  }

  /// Columns whose name or header rows say a month, a year, an age or a sex.
  private static func labelled(_ rows: GridRows, _ title: String?) -> UnpivotGuess? {
    let header = rows.grid.header
    var labels = header.levels.map { ColumnLabel(levels: $0) }
    let counts = header.names.indices.filter { rows.numeric.contains($0) || rows.isWithoutWords($0) }
    unmix(&labels, counts.filter { isCandidate(labels[$0]) })
    let candidates = counts.filter { isCandidate(labels[$0]) }
    // The columns of one form: the same kinds at the same places.
    let forms = Dictionary(grouping: candidates) { column in
      labels[column].parts.map { $0.separator + ($0.dimension?.rawValue ?? "*") }.joined(separator: "|")
    }
    guard let chosen = forms.values.max(by: { ($0.count, $1[0]) < ($1.count, $0[0]) }), let first = chosen.first else {
      return nil
    }
    let width = labels[first].parts.count
    let dimensions = labels[first].parts.compactMap(\.dimension)
    guard Set(dimensions).count == dimensions.count else { return nil }
    let isStacked = header.rows.count > 1
    func distinct(_ place: Int) -> [String] {
      var seen = Set<Label>()
      return chosen.map { labels[$0].parts[place].text }.filter { seen.insert(Label(TextFolding.fold($0))).inserted }
    }
    let wordPlaces = (0..<width).filter { labels[first].parts[$0].dimension == nil && distinct($0).count > 1 }
    let sexOnly = dimensions == [.sex]
    let isMany = (0..<width).contains { place in
      guard let dimension = labels[first].parts[place].dimension else { return false }
      let least = dimension == .sex ? 2 : isStacked || wordPlaces.count == 1 ? 2 : 3
      return distinct(place).count >= least
    }
    guard isMany, wordPlaces.count <= 1, !sexOnly || chosen.count == rows.measures.count || isStacked else {
      return nil
    }
    var pattern = ""
    var keys: [TableShape.Unpivot.Key] = []
    var values: [Field] = []
    for (place, part) in labels[first].parts.enumerated() {
      pattern += part.separator
      if let dimension = part.dimension {
        pattern += "{\(dimension.name)}"
        keys.append(key(dimension, distinct(place)))
      } else if wordPlaces.contains(place) {
        pattern += "{value}"
        values = distinct(place).map { Field(name: $0, type: .integer) }
      } else {
        pattern += part.text
        if values.isEmpty { values = [Field(name: part.text, type: .integer)] }
      }
    }
    if values.isEmpty || (wordPlaces.isEmpty && values.count != 1) {
      values = [Field(name: valueName(title), type: .integer)]
    }
    guard let template = LabelTemplate(pattern), !keys.isEmpty else { return nil }
    let unpivot = TableShape.Unpivot(columns: .pattern(template), keys: keys, values: values)
    var found = UnpivotGuess(unpivot, chosen, dimensions)
    found.remarks.append(
      Bilingual(
        ja: "横に並んだ\(chosen.count)列を「\(pattern)」とみて、\(keys.map { "「\($0.field.name)」" }.joined())の区分に直す。",
        en: "\(chosen.count) columns side by side become keys by the pattern \(pattern)."))
    if values.count == 1, wordPlaces.isEmpty, values[0].name == "値" {
      found.remarks.append(
        Bilingual(ja: "横に並んだ列の値の名前が分からず「値」とした。", en: "The value of these columns has no name; it was called 値."))
    }
    return found
  }

  static func key(_ dimension: ColumnLabel.Dimension, _ labels: [String]) -> TableShape.Unpivot.Key {
    var field = Field(name: dimension.name, type: .string)
    switch dimension {
    case .age: field.type = .ageBracket
    case .year, .fiscalYear, .period: field.type = .period
    case .month where labels.allSatisfy { (try? TimeGrammar().read($0)) != nil }: field.type = .yearmonth
    case .month, .sex, .total: break
    }
    if dimension == .fiscalYear { field.yearReading = .fiscal }
    let words = ["man": "男", "male": "男", "woman": "女", "female": "女"]
    return TableShape.Unpivot.Key(
      field: field,
      labels: labels.map {
        TableShape.Unpivot.Category(header: $0, key: words[TextFolding.fold($0).lowercased()] ?? $0)
      })
  }

  /// 第1表 市民センターの利用者数 is a table of 利用者数.
  static func valueName(_ title: String?) -> String {
    guard let title else { return "値" }
    let words = title.split { " 　（(".contains($0) }.map(String.init)
    for word in words.reversed() {
      let last = word.split { "の別".contains($0) }.last.map(String.init) ?? word
      if last.count <= 12, ["数", "額", "率", "人口", "量", "費", "件"].contains(where: last.hasSuffix) { return last }
    }
    return "値"
  }
}

extension UnpivotGuess {
  /// The columns that are totals of these: by the pattern, or by their numbers.
  private mutating func addTotal(_ rows: GridRows) {
    let header = rows.grid.header
    let kept = header.names.indices.filter { !columns.contains($0) && rows.numeric.contains($0) }
    if unpivot.values.count == 1 {
      // A column that is the sum of all others in every row is their total, whatever it is called.
      let total = kept.first { isSum($0, rows) }
      unpivot.total = total.flatMap { LabelTemplate(header.names[$0]) }
      ignored = kept.filter { $0 != total && TotalLabel.matches(header.names[$0]) }
    } else {
      let labels = header.levels.map { ColumnLabel(levels: $0) }
      let names = unpivot.values.map { Label(TextFolding.fold($0.name)) }
      let totals = kept.filter { column in
        labels[column].parts.contains { $0.dimension == .total }
          && labels[column].parts.contains { part in
            part.dimension == nil && names.contains(Label(TextFolding.fold(part.text)))
          }
      }
      var patterns: [String] = []
      for column in totals {
        let text = labels[column].parts.map { part in
          part.separator + (part.dimension == nil ? "{value}" : part.text)
        }.joined()
        if !patterns.contains(text) { patterns.append(text) }
      }
      unpivot.total = patterns.last.flatMap { LabelTemplate($0) }
      let taken = unpivot.total
      ignored = kept.filter { column in
        labels[column].parts.contains { $0.dimension == .total } && taken?.match(header.names[column]) == nil
      }
    }
    for column in ignored {
      remarks.append(
        Bilingual(
          ja: "列「\(header.names[column])」は横の計とみて使わない（ignored）。",
          en: "The column \(header.names[column]) is a total and is ignored."))
    }
  }

  private func isSum(_ column: Int, _ rows: GridRows) -> Bool {
    var seen = 0
    for row in rows.parts where rows.grid.rows[row].isWhole {
      let cells = rows.grid.rows[row].cells
      guard let printed = CellTraits(cells[column]).number else { continue }
      var sum: ExactDecimal? = ExactDecimal(0)
      for part in columns {
        let trait = CellTraits(cells[part])
        if trait.mark == .nilCase { continue }
        // A row with a gap says nothing.
        sum = trait.number.flatMap { number in sum?.adding(number) }
      }
      guard let sum else { continue }
      if sum != printed { return false }
      seen += 1
    }
    return seen > 0
  }
}
