import ShihyoModel

/// Which row of the new version stands for which of the old one, by key.
///
/// Keys match by their exact bytes. Keys that differ only in spelling are not the same: they are named, never guessed.
struct RowPairing {
  private(set) var both: [(old: Int, new: Int)] = []
  private(set) var removed: [Int] = []
  private(set) var added: [Int] = []
  /// `keySpelling`.
  private(set) var warnings: [Finding] = []

  /// - Parameter oldColumns: places of the key in each version.
  /// - Errors: `keyNotUnique`, every key of both versions that stands twice, with both places.
  init(
    _ old: VersionTable, _ oldColumns: [Int], _ new: VersionTable, _ newColumns: [Int]
  ) throws(Findings) {
    let isPersonal =
      oldColumns.contains { old.field($0)?.isPersonal == true }
      || newColumns.contains { new.field($0)?.isPersonal == true }
    var findings: [Finding] = []
    let before = Self.index(old, oldColumns, isPersonal, &findings)
    let after = Self.index(new, newColumns, isPersonal, &findings)
    if !findings.isEmpty { throw Findings(findings) }
    for row in new.rows.indices {
      if let match = before[Self.key(new, row, newColumns)] { both.append((match, row)) } else { added.append(row) }
    }
    removed = old.rows.indices.filter { after[Self.key(old, $0, oldColumns)] == nil }
    var folded: [[Label]: Int] = [:]
    for row in added { folded[Self.folded(Self.key(new, row, newColumns))] = row }
    for row in removed {
      let key = Self.key(old, row, oldColumns)
      guard let other = folded[Self.folded(key)] else { continue }
      let spelled = Self.spelled(Self.key(new, other, newColumns), isPersonal)
      let rule = CompareRule.keySpelling(other: spelled, line: new.rows[other].line, file: new.rows[other].file)
      warnings.append(
        Finding(rule, at: old.place(row, oldColumns.first), text: isPersonal ? nil : Self.spelled(key, false)))
    }
  }

  private static func key(_ table: VersionTable, _ row: Int, _ columns: [Int]) -> [Label] {
    columns.map { Label(table.rows[row].cells[$0]) }
  }

  private static func folded(_ key: [Label]) -> [Label] { key.map { Label(TextFolding.fold($0.text)) } }

  private static func spelled(_ key: [Label], _ isPersonal: Bool) -> String {
    isPersonal ? "" : key.map(\.text).joined(separator: ",")
  }

  private static func index(
    _ table: VersionTable, _ columns: [Int], _ isPersonal: Bool, _ findings: inout [Finding]
  ) -> [[Label]: Int] {
    var rows: [[Label]: [Int]] = [:]
    for row in table.rows.indices { rows[key(table, row, columns), default: []].append(row) }
    for (key, same) in rows.filter({ $0.value.count > 1 }).sorted(by: { $0.value[0] < $1.value[0] }) {
      let (first, second) = (table.rows[same[0]], same[1])
      let file = table.rows[second].file == first.file ? nil : first.file
      let rule = CompareRule.keyNotUnique(line: first.line, file: file, others: same.count - 2)
      findings.append(
        Finding(rule, at: table.place(second, columns.first), text: isPersonal ? nil : spelled(key, false)))
    }
    return rows.compactMapValues(\.first)
  }
}
