import ShihyoDefinitions
import ShihyoModel

/// What a register holds without a declaration, and where its tables contradict each other: worth a warning, never corrected.
struct RegisterDoubts {
  typealias Table = RegisterDefinition.Table
  typealias Role = RegisterDefinition.Role

  private(set) var findings: [Finding] = []
  private let definition: RegisterDefinition
  private let unstated: Set<String>

  init(
    _ definition: RegisterDefinition, rows: [Table: [RegisterRow]], declared: [Role: [String]], profile: CityProfile?,
    isFiltered: Bool
  ) {
    self.definition = definition
    unstated = Set(definition.unstated.map(TextFolding.fold))
    let checked: [(Table, Role)] = [
      (.issues, .area), (.issues, .impact), (.issues, .urgency), (.states, .rank),
    ]
    for (table, role) in checked { addUndeclared(rows[table] ?? [], table, role, declared[role] ?? []) }
    if let profile { addBodies(rows[.issues] ?? [], profile) }
    addNumbers(rows[.numbers] ?? [], issues: rows[.issues] ?? [], isFiltered: isFiltered)
  }

  private func states(_ text: String) -> Bool { !text.isEmpty && !unstated.contains(TextFolding.fold(text)) }

  private mutating func addUndeclared(_ rows: [RegisterRow], _ table: Table, _ role: Role, _ labels: [String]) {
    guard !labels.isEmpty, let column = definition.tables[table]?.names[role] else { return }
    let known = Set(labels.map(TextFolding.fold))
    var seen: Set<String> = []
    for row in rows where states(row[role]) && !known.contains(TextFolding.fold(row[role])) {
      guard seen.insert(TextFolding.fold(row[role])).inserted else { continue }
      findings.append(
        Finding(RegisterRule.undeclaredValue(column: column, known: labels), at: row.place, text: row[role]))
    }
  }

  private mutating func addBodies(_ issues: [RegisterRow], _ profile: CityProfile) {
    var seen: Set<Label> = []
    for row in issues where states(row[.organisation]) && profile.position(of: row[.organisation]) == nil {
      guard seen.insert(Label(row[.organisation])).inserted else { continue }
      findings.append(
        Finding(RegisterRule.unknownBody(profile: profile.name), at: row.place, text: row[.organisation]))
    }
  }

  /// Ids of numbers that no issue has, and newest numbers that are not those of the issues.
  private mutating func addNumbers(_ numbers: [RegisterRow], issues: [RegisterRow], isFiltered: Bool) {
    guard !issues.isEmpty else { return }
    let known = Dictionary(issues.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    var newest: [Label: [RegisterRow]] = [:]
    var order: [Label] = []
    for row in numbers {
      guard let rows = newest[row.id], let first = rows.first else {
        newest[row.id] = [row]
        order.append(row.id)
        continue
      }
      let (day, other) = (self.day(row), self.day(first))
      if day == other { newest[row.id] = rows + [row] } else if day > other { newest[row.id] = [row] }
    }
    for id in order {
      guard let rows = newest[id], let last = rows.last else { continue }
      guard let issue = known[id] else {
        if !isFiltered {
          findings.append(Finding(RegisterRule.numberOfNoIssue, at: last.place, text: id.text))
        }
        continue
      }
      let number = TextFolding.fold(issue[.number])
      if !rows.contains(where: { TextFolding.fold($0[.number]) == number }) {
        let rule = RegisterRule.numberDiffers(id: id.text, issues: issue[.number])
        findings.append(Finding(rule, at: last.place, text: last[.number]))
      }
    }
  }

  /// 記載なし is no date: such a row stands at the end of its year.
  private func day(_ row: RegisterRow) -> Int {
    var row = row
    if !states(row[.asOf]) { row.cells[.asOf] = "" }
    return row.day ?? .min
  }
}
