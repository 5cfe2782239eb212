import ShihyoModel

/// What became of the columns between two versions.
public enum ColumnChange: Hashable, Sendable {
  case added(String)
  case removed(String)
  /// Nearly all rows of both versions hold the same in them, or texts that were edited; or the names differ in spelling only.
  case renamed(old: String, new: String)
  /// The columns that both have, in the order of each version.
  case reordered(old: [String], new: [String])
  case type(String, old: String, new: String)
  /// `-` where none is declared.
  case unit(String, old: String, new: String)
}

/// Which column of the new version stands for which of the old one.
struct ColumnPairing {
  struct Pair: Hashable {
    var old: Int
    var new: Int
  }

  /// In the order of the new version.
  private(set) var pairs: [Pair] = []
  private(set) var changes: [ColumnChange] = []
  private(set) var added: [Int] = []
  private(set) var removed: [Int] = []

  /// - Parameter rows: rows of one key, old and new, to tell a renamed column by what it holds.
  init(_ old: VersionTable, _ new: VersionTable, rows: [(old: Int, new: Int)]) {
    var free = Set(old.names.indices)
    var partner: [Int: Int] = [:]
    func take(_ column: Int, _ isSame: (String, String) -> Bool) {
      guard partner[column] == nil,
        let found = old.names.indices.first(where: { free.contains($0) && isSame(old.names[$0], new.names[column]) })
      else { return }
      partner[column] = found
      free.remove(found)
    }
    for column in new.names.indices { take(column) { Label($0) == Label($1) } }
    let exact = partner
    for column in new.names.indices where !new.names[column].isEmpty {
      take(column) { Label(TextFolding.fold($0)) == Label(TextFolding.fold($1)) }
    }
    for column in new.names.indices where partner[column] == nil {
      guard let found = Self.sameContent(as: column, among: free.sorted(), old, new, rows) else { continue }
      partner[column] = found
      free.remove(found)
    }
    for column in new.names.indices where partner[column] == nil {
      guard let found = Self.editedContent(of: column, among: free.sorted(), old, new, rows) else { continue }
      partner[column] = found
      free.remove(found)
    }
    pairs = new.names.indices.compactMap { column in partner[column].map { Pair(old: $0, new: column) } }
    added = new.names.indices.filter { partner[$0] == nil }
    removed = free.sorted()
    changes = removed.map { .removed(old.names[$0]) } + added.map { .added(new.names[$0]) }
    for pair in pairs where exact[pair.new] == nil {
      changes.append(.renamed(old: old.names[pair.old], new: new.names[pair.new]))
    }
    if pairs.map(\.old) != pairs.map(\.old).sorted() {
      changes.append(
        .reordered(
          old: pairs.map(\.old).sorted().map { old.names[$0] }, new: pairs.map { new.names[$0.new] }))
    }
    addDeclared(old, new)
  }

  /// The column that holds the same in at least nine of ten rows, and something in most.
  private static func sameContent(
    as column: Int, among candidates: [Int], _ old: VersionTable, _ new: VersionTable,
    _ rows: [(old: Int, new: Int)]
  ) -> Int? {
    guard rows.count >= 3 else { return nil }
    let filled = rows.filter { !new.rows[$0.new].cells[column].isEmpty }
    guard filled.count * 2 > rows.count else { return nil }
    let matching = candidates.filter { candidate in
      let same = filled.count { Label(old.rows[$0.old].cells[candidate]) == Label(new.rows[$0.new].cells[column]) }
      return same * 10 >= filled.count * 9
    }
    // Two columns that would both fit tell nothing.
    return matching.count == 1 ? matching[0] : nil
  }

  /// The column whose texts are those of the other but for words that were changed in them: 課題名 and 件名 with an edited title.
  private static func editedContent(
    of column: Int, among candidates: [Int], _ old: VersionTable, _ new: VersionTable,
    _ rows: [(old: Int, new: Int)]
  ) -> Int? {
    guard candidates.count <= mostCandidates else { return nil }
    let sample = rows.prefix(mostCompared)
    let matching = candidates.filter { candidate in
      let pairs = sample.map { (old.rows[$0.old].cells[candidate], new.rows[$0.new].cells[column]) }
      let filled = pairs.filter { !$0.0.isEmpty || !$0.1.isEmpty }
      // Short labels are alike by chance.
      let length = filled.reduce(0) { $0 + max($1.0.count, $1.1.count) }
      guard filled.count * 2 > sample.count, length >= filled.count * shortestText else { return false }
      let same = filled.reduce(0) { count, pair in
        let runs = TextDifference(old: pair.0, new: pair.1).runs.filter { $0.kind == .same }
        return count + runs.reduce(0) { $0 + $1.text.count }
      }
      return same * 10 >= length * 6
    }
    return matching.count == 1 ? matching[0] : nil
  }

  /// Rows that tell whether a column is another one edited.
  private static let mostCompared = 20
  private static let mostCandidates = 8
  /// Characters, on average.
  private static let shortestText = 6

  private mutating func addDeclared(_ old: VersionTable, _ new: VersionTable) {
    for pair in pairs {
      guard let before = old.field(pair.old), let now = new.field(pair.new) else { continue }
      let name = new.names[pair.new]
      if before.type != now.type {
        changes.append(.type(name, old: before.type.rawValue, new: now.type.rawValue))
      }
      if before.unit?.symbol != now.unit?.symbol {
        changes.append(.unit(name, old: before.unit?.symbol ?? "-", new: now.unit?.symbol ?? "-"))
      }
    }
  }
}
