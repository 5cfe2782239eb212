import ShihyoModel

/// Columns that are told by a number in their names.
extension UnpivotGuess {
  /// man1 … man18, woman1 … woman18; age_00, age_01_04, age_90_.
  static func numbered(_ rows: GridRows, _ title: String?) -> UnpivotGuess? {
    let names = rows.grid.header.names
    var listed: [TableShape.Unpivot.ListedColumn] = []
    for column in names.indices {
      if let age = NumberedName.age(names[column]) {
        listed.append(TableShape.Unpivot.ListedColumn(name: names[column], keys: [age]))
      }
    }
    if listed.count >= 4 {
      let field = Field(name: "年齢", type: .ageBracket)
      let unpivot = TableShape.Unpivot(
        columns: .listed(listed), keys: [TableShape.Unpivot.Key(field: field)],
        values: [Field(name: valueName(title), type: .integer)])
      let columns = names.indices.filter { NumberedName.age(names[$0]) != nil }
      var found = UnpivotGuess(unpivot, columns, [.age])
      found.remarks.append(
        Bilingual(
          ja: "\(columns.count)列を年齢区分とみた。値の名前と区分の読み方を確かめる。",
          en: "\(columns.count) columns were taken for age brackets; check their labels and the name of the value."))
      return found
    }
    let numbered = rows.measures.compactMap { column in NumberedName(names[column]).map { (column, $0) } }
    let prefixes = Dictionary(grouping: numbered) { $0.1.prefix }
    guard numbered.count >= 6, let size = prefixes.values.first?.count, size >= 3,
      prefixes.values.allSatisfy({ $0.map(\.1.number).sorted() == Array(1...size) }),
      // 01 is no 1: the digits stay as they are written.
      let digits = prefixes.values.first?.map(\.1).sorted(by: { $0.number < $1.number }).map(\.digits),
      prefixes.values.allSatisfy({ Set($0.map(\.1.digits)) == Set(digits) })
    else { return nil }
    var seen = Set<String>()
    let heads = numbered.map(\.1.prefix).filter { seen.insert($0).inserted }
    let isSex = heads.allSatisfy { ColumnLabel.dimension(of: $0) == .sex }
    // Of men and women by five years, from 0～4歳 to an open class.
    let areAges = isSex && (16...21).contains(size)
    var keys = [key(areAges ? .age : .total, digits)]
    if areAges {
      keys[0].labels = (1...size).map { number in
        let lower = (number - 1) * 5
        return TableShape.Unpivot.Category(
          header: digits[number - 1], key: number == size ? "\(lower)歳以上" : "\(lower)～\(lower + 4)歳")
      }
    } else {
      keys[0].field.name = "番号"
    }
    var pattern = "{\(keys[0].field.name)}"
    if heads.count == 1 {
      pattern = heads[0] + pattern
    } else {
      var key = key(.sex, heads)
      if !isSex { key.field.name = "区分" }
      pattern = "{\(key.field.name)}" + pattern
      keys.insert(key, at: 0)
    }
    guard let template = LabelTemplate(pattern) else { return nil }
    let values = [Field(name: valueName(title), type: .integer)]
    var found = UnpivotGuess(
      TableShape.Unpivot(columns: .pattern(template), keys: keys, values: values), numbered.map(\.0),
      Array(repeating: nil, count: keys.count))
    let (example, first, last) = (names[numbered[0].0], digits[0], digits[size - 1])
    found.remarks.append(
      areAges
        ? Bilingual(
          ja: "「\(example)」などの番号\(first)～\(last)を5歳ごとの年齢とみた（\(first)は0～4歳）。原典で確かめる。",
          en: "\(first) to \(last) in columns such as \(example) were taken for ages by five years; look it up.")
        : Bilingual(
          ja: "「\(example)」などの番号\(first)～\(last)が何の区分か分からない。labels に書き（例 \"\(first)\": \"0～4歳\"）、名前と型を直す。",
          en: "What \(first) to \(last) in columns such as \(example) stand for is open: write it into labels."))
    return found
  }
}
