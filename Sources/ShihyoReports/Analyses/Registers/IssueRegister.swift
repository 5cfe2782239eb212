import ShihyoDefinitions
import ShihyoModel

/// An issue register read whole: its tables by role, joined by the permanent id, in the order of the file.
struct IssueRegister {
  typealias Table = RegisterDefinition.Table
  typealias ProgressClass = RegisterDefinition.ProgressClass

  let definition: RegisterDefinition
  let issues: [RegisterRow]
  private let others: [Table: [RegisterRow]]
  private let byID: [Label: RegisterRow]
  /// Declared labels of columns in their order, by role.
  let declared: [RegisterDefinition.Role: [String]]
  private let profile: CityProfile?
  private let unstated: Set<String>
  private let classes: [String: ProgressClass]
  /// Rows of other tables without an issue.
  let warnings: [Finding]

  /// - Parameter isFiltered: rows of issues that were not asked for are left out of the other tables, not missed.
  /// - Errors: ids that stand for several issues.
  init(
    _ definition: RegisterDefinition, rows: [Table: [RegisterRow]],
    declared: [RegisterDefinition.Role: [String]], profile: CityProfile?, isFiltered: Bool
  ) throws(Findings) {
    self.definition = definition
    self.declared = declared
    self.profile = profile
    let issues = rows[.issues] ?? []
    self.issues = issues
    var counts: [Label: Int] = [:]
    for issue in issues { counts[issue.id, default: 0] += 1 }
    let twice = counts.filter { $0.value > 1 }.sorted { $0.key < $1.key }
    if !twice.isEmpty {
      throw Findings(twice.map { Finding(RegisterRule.duplicateID($0.key.text, rows: $0.value), text: $0.key.text) })
    }
    byID = Dictionary(issues.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    var others: [Table: [RegisterRow]] = [:]
    var warnings: [Finding] = []
    for table in Table.allCases where table != .issues {
      // Numbers may name issues of other years, which the register does not list.
      let keepsAll = table == .numbers && !isFiltered
      var missed: Set<Label> = []
      others[table] = (rows[table] ?? []).filter { row in
        if counts[row.id] != nil || keepsAll { return true }
        if !isFiltered, missed.insert(row.id).inserted {
          let resource = definition.tables[table]?.resource ?? table.rawValue
          warnings.append(
            Finding(RegisterRule.unknownID(table: table.rawValue, resource: resource), text: row.id.text))
        }
        return false
      }
    }
    self.others = others
    self.warnings =
      warnings
      + RegisterDoubts(definition, rows: rows, declared: declared, profile: profile, isFiltered: isFiltered).findings
    unstated = Set(definition.unstated.map(TextFolding.fold))
    var classes: [String: ProgressClass] = [:]
    for (kind, words) in definition.words { for word in words { classes[TextFolding.fold(word)] = kind } }
    self.classes = classes
  }

  func rows(_ table: Table) -> [RegisterRow] { table == .issues ? issues : others[table] ?? [] }

  func has(_ table: Table, _ role: RegisterDefinition.Role) -> Bool {
    definition.tables[table]?.names[role] != nil
  }

  func issue(_ id: Label) -> RegisterRow? { byID[id] }

  /// Whether a cell says something: it is neither empty nor a word such as 記載なし.
  func states(_ text: String) -> Bool { !text.isEmpty && !unstated.contains(TextFolding.fold(text)) }

  /// What a word of progress says; nil for a word that the register does not declare: it is never guessed.
  func progressClass(_ word: String) -> ProgressClass? { classes[TextFolding.fold(word)] }

  // MARK: Order

  /// Organisations in 建制順; those that the profile does not know last, as they appear.
  var organisations: [String] {
    distinct(issues.map { $0[.organisation] }).enumerated()
      .sorted { ($0.element.position(in: profile), $0.offset) < ($1.element.position(in: profile), $1.offset) }
      .map(\.element)
  }

  /// As spelt, with the English name that the profile gives the body.
  func label(_ organisation: String) -> Bilingual {
    Bilingual(ja: organisation, en: profile?.body(named: organisation)?.english ?? organisation)
  }

  /// Whether a column declares the label, or declares none at all.
  func isDeclared(_ label: String, _ role: RegisterDefinition.Role) -> Bool {
    guard let labels = declared[role], !labels.isEmpty else { return true }
    return labels.contains { TextFolding.fold($0) == TextFolding.fold(label) }
  }

  func issues(of organisation: String) -> [RegisterRow] {
    issues.filter { Label($0[.organisation]) == Label(organisation) }
  }

  /// The labels of a column of issues: declared ones first and in their order, then others as they appear.
  func labels(_ role: RegisterDefinition.Role) -> [String] {
    distinct((declared[role] ?? []) + issues.map { $0[role] })
  }

  func distinct(_ texts: [String]) -> [String] {
    var seen: Set<Label> = []
    return texts.filter { seen.insert(Label($0)).inserted }
  }
}

extension String {
  fileprivate func position(in profile: CityProfile?) -> Int { profile?.position(of: self) ?? .max }
}
