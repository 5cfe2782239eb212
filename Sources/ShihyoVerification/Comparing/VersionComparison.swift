public import ShihyoModel
import ShihyoReports

/// 新旧対照: two versions of a dataset by key: rows that came, went and changed, what changed in each, columns, and what moved
/// the numbers.
///
/// - Identity of cells: exact bytes. 1,200 and 1200, or Ａ and A, are a change of spelling, told as such. 同左 in the new version
///   means what stands in the old one.
/// - Personal fields are never quoted: that they changed is told.
/// - Errors: `CompareRule`, and what makes either version unreadable.
/// - Cost: memory for both versions.
public struct VersionComparison: Sendable {
  public enum RowKind: String, Hashable, Sendable { case added, removed }
  public struct RowChange: Hashable, Sendable {
    public var kind: RowKind
    public var key: [String]
    public var line: Int
    public var file: String?
    /// Column and text of every cell that holds something and is no key; nil where it must not be quoted.
    public var cells: [Cell]
  }
  public struct Cell: Hashable, Sendable {
    public var column: String
    public var text: String?
  }
  public enum CellKind: String, Hashable, Sendable {
    case changed
    /// The same number, or the same text but for width and spaces.
    case spelling
  }
  public struct CellChange: Hashable, Sendable {
    public var kind: CellKind
    public var key: [String]
    /// Of the new version, where the column was renamed.
    public var column: String
    /// nil where they must not be quoted.
    public var old: String?
    public var new: String?
    public var oldLine: Int
    public var newLine: Int
    /// Between numbers.
    public var difference: ExactDecimal?
    /// Of the difference: 件, and ポイント between percentages; nil where the column says none.
    public var unit: String?
  }

  public let oldName: String
  public let newName: String
  /// Names of the key columns, of the new version.
  public let keys: [String]
  public let columns: [ColumnChange]
  public private(set) var rows: [RowChange] = []
  public private(set) var cells: [CellChange] = []
  public private(set) var movements: [NumberMovement] = []
  /// Columns of numbers that changed and are not added up.
  public private(set) var unsummed: [UnsummedColumn] = []
  /// Rows that both versions have, and of these those without any change.
  public let matched: Int
  public private(set) var unchanged = 0
  /// Rows of the new version in which 同左 stands for the old text.
  public private(set) var dittos = 0
  public let warnings: [Finding]
  public let notice: Bilingual?

  public var hasDifferences: Bool { !rows.isEmpty || !cells.isEmpty || !columns.isEmpty }

  /// - Parameter keys: column names; nil: the primary key that both descriptors declare.
  public init(old oldDataset: Dataset, new newDataset: Dataset, keys given: [String]?) throws(Findings) {
    notice = try NoticeGuard.common([oldDataset, newDataset])
    let (old, new) = (try VersionTable(oldDataset), try VersionTable(newDataset))
    let places = try KeyPlaces(old, new, given: given)
    let pairing = try RowPairing(old, places.old, new, places.new)
    let columns = ColumnPairing(old, new, rows: pairing.both)
    (oldName, newName) = (old.name, new.name)
    keys = places.new.map { new.names[$0] }
    self.columns = columns.changes
    matched = pairing.both.count
    warnings = pairing.warnings
    let numbers = columns.pairs.compactMap { NumberColumn($0, old, new, keys: places.new) }
    addRows(pairing, old, new, places)
    addCells(pairing, columns, numbers, old, new, places)
    for number in numbers {
      guard let movement = Self.movement(number, pairing, old, new, places) else { continue }
      if let reason = number.unsummed {
        unsummed.append(UnsummedColumn(column: number.name, reason: reason))
      } else {
        movements.append(movement)
      }
    }
  }

  private mutating func addRows(_ pairing: RowPairing, _ old: VersionTable, _ new: VersionTable, _ places: KeyPlaces) {
    func change(_ kind: RowKind, _ table: VersionTable, _ row: Int, _ keys: [Int]) -> RowChange {
      let cells = table.names.indices.filter { !keys.contains($0) && !table.rows[row].cells[$0].isEmpty }
      return RowChange(
        kind: kind, key: table.key(row, keys), line: table.rows[row].line, file: table.rows[row].file,
        cells: cells.map { Cell(column: table.names[$0], text: table.quoted(row, $0)) })
    }
    rows = pairing.removed.map { change(.removed, old, $0, places.old) }
    rows += pairing.added.map { change(.added, new, $0, places.new) }
  }

  private mutating func addCells(
    _ pairing: RowPairing, _ columns: ColumnPairing, _ numbers: [NumberColumn], _ old: VersionTable,
    _ new: VersionTable, _ places: KeyPlaces
  ) {
    let numberOf = Dictionary(numbers.map { ($0.pair, $0) }, uniquingKeysWith: { first, _ in first })
    for (before, now) in pairing.both {
      let count = cells.count
      for pair in columns.pairs where !places.new.contains(pair.new) {
        let (first, second) = (old.rows[before].cells[pair.old], new.rows[now].cells[pair.new])
        if Label(first) == Label(second) { continue }
        if TextFolding.fold(second) == "同左" {
          dittos += 1
          continue
        }
        let number = numberOf[pair]
        let (was, becomes) = (number?.oldValue(first), number?.newValue(second))
        // Between two codes there is none.
        let difference =
          number?.unsummed == .code ? nil : was.flatMap { was in becomes.flatMap { $0.subtracting(was) } }
        let isSpelling = difference?.isZero ?? (Label(TextFolding.fold(first)) == Label(TextFolding.fold(second)))
        cells.append(
          CellChange(
            kind: isSpelling ? .spelling : .changed, key: new.key(now, places.new), column: new.names[pair.new],
            old: old.quoted(before, pair.old), new: new.quoted(now, pair.new), oldLine: old.rows[before].line,
            newLine: new.rows[now].line, difference: isSpelling ? nil : difference,
            unit: difference == nil ? nil : number?.unitOfDifference))
      }
      if cells.count == count { unchanged += 1 }
    }
  }

  private static func movement(
    _ number: NumberColumn, _ pairing: RowPairing, _ old: VersionTable, _ new: VersionTable, _ places: KeyPlaces
  ) -> NumberMovement? {
    var (oldTotal, newTotal) = (ExactDecimal.zero, ExactDecimal.zero)
    var contributions: [NumberMovement.Contribution] = []
    func add(_ key: [String], _ was: ExactDecimal?, _ becomes: ExactDecimal?) -> Bool {
      guard let first = oldTotal.adding(was ?? .zero), let second = newTotal.adding(becomes ?? .zero),
        let difference = (becomes ?? .zero).subtracting(was ?? .zero)
      else { return false }
      (oldTotal, newTotal) = (first, second)
      if !difference.isZero {
        contributions.append(.init(key: key, old: was, new: becomes, difference: difference))
      }
      return true
    }
    for (before, now) in pairing.both {
      let was = number.oldValue(old.rows[before].cells[number.pair.old])
      let text = new.rows[now].cells[number.pair.new]
      let becomes = TextFolding.fold(text) == "同左" ? was : number.newValue(text)
      guard add(new.key(now, places.new), was, becomes) else { return nil }
    }
    for row in pairing.removed {
      guard add(old.key(row, places.old), number.oldValue(old.rows[row].cells[number.pair.old]), nil) else {
        return nil
      }
    }
    for row in pairing.added {
      guard add(new.key(row, places.new), nil, number.newValue(new.rows[row].cells[number.pair.new])) else {
        return nil
      }
    }
    guard !contributions.isEmpty, let difference = newTotal.subtracting(oldTotal) else { return nil }
    let ranked = contributions.enumerated().sorted { left, right in
      let (first, second) = (left.element.difference.magnitude, right.element.difference.magnitude)
      return first == second ? left.offset < right.offset : first > second
    }.map(\.element)
    return NumberMovement(
      column: number.name, unit: number.unit?.symbol, oldTotal: oldTotal, newTotal: newTotal, difference: difference,
      contributions: ranked)
  }
}

extension VersionTable {
  /// nil where the field is personal.
  func quoted(_ row: Int, _ column: Int) -> String? {
    field(column)?.isPersonal == true ? nil : rows[row].cells[column]
  }

  /// The key as it is shown; a personal column as nothing but its line.
  func key(_ row: Int, _ columns: [Int]) -> [String] {
    columns.map { quoted(row, $0) ?? "#\(rows[row].line)" }
  }
}

extension ExactDecimal {
  var magnitude: ExactDecimal { isNegative ? negated ?? self : self }
}
