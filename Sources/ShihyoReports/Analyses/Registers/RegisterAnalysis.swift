public import ShihyoDefinitions
public import ShihyoModel

/// 課題管理表: what a register asks of an engine, and the paper that is made of the answers.
///
/// - Shape: one document, its parts in the order of `RegisterPart`.
/// - Missing: what a document does not state stands as it says so (記載なし); nothing is guessed.
/// - Errors: `RegisterRule`.
public struct RegisterAnalysis: Sendable {
  /// A question about one table of the register.
  public struct Request: Sendable {
    public let table: RegisterDefinition.Table
    public let dataset: Dataset
    public let query: Query
  }

  /// One per table that the register has.
  public let requests: [Request]
  public let notice: Bilingual?
  private let definition: RegisterDefinition
  private let profile: CityProfile?
  private let parts: [RegisterPart]
  private let isFiltered: Bool
  private let dates: RegisterDates

  /// - Parameter parts: those wanted; empty: all that the register has.
  /// - Parameter asOf: day of the entries of progress; nil: the newest. `previous`: the day they are compared with; nil: the one
  ///   before.
  /// - Errors: `notARegister`, `filterNeedsIssues`, files that are missing.
  public init(
    _ package: DataPackage, filter: [Condition] = [], parts: [RegisterPart] = [], asOf: CalendarDate? = nil,
    previous: CalendarDate? = nil
  ) throws(Findings) {
    guard let register = package.register else {
      throw Findings([Finding(RegisterRule.notARegister, at: Place(file: package.path))])
    }
    if !filter.isEmpty, register.tables[.issues] == nil {
      throw Findings([Finding(RegisterRule.filterNeedsIssues)], kind: .usage)
    }
    definition = register
    self.parts = parts
    isFiltered = !filter.isEmpty
    dates = RegisterDates(asOf: asOf, previous: previous)
    profile = try package.profile.map { name throws(Findings) in
      try ProfileFinder.find(name, folder: package.folder)
    }
    let names = register.tables[.issues]?.names ?? [:]
    let filter = Self.spelled(
      try Self.named(filter, of: package, register), organisation: names[.organisation], profile)
    var requests: [Request] = []
    for table in RegisterDefinition.Table.allCases {
      guard let columns = register.tables[table] else { continue }
      let dataset = try package.resource(named: columns.resource)
        .dataset(packageName: package.name, folder: package.folder)
      let roles = Self.roles(columns)
      let query = Query(
        keys: roles.map { GroupKey(column: columns.names[$0] ?? "") }, filter: table == .issues ? filter : [],
        aggregates: [.count])
      requests.append(Request(table: table, dataset: dataset, query: query))
    }
    self.requests = requests
    notice = package.notice
  }

  /// Conditions on the columns as the data call them. The headings of the printed tables (組織, 番号, 領域), their English words and
  /// the roles of the descriptor name a column as well, where no column of the issues has that name itself.
  private static func named(
    _ filter: [Condition], of package: DataPackage, _ register: RegisterDefinition
  ) throws(Findings) -> [Condition] {
    guard let issues = register.tables[.issues] else { return filter }
    let fields = try package.resource(named: issues.resource).schema?.fields.map(\.name) ?? []
    let known = Set((fields + issues.names.values).map { Label(TextFolding.fold($0)) })
    return filter.map { condition in
      let word = TextFolding.fold(condition.column)
      guard !known.contains(Label(word)),
        let role = issues.names.keys.first(where: { RegisterPaper.words(for: $0).contains(word.lowercased()) }),
        let column = issues.names[role]
      else { return condition }
      var condition = condition
      condition.column = column
      return condition
    }
  }

  /// 企画 finds what the register calls 企画局: every spelling that the profile has for the body.
  private static func spelled(_ filter: [Condition], organisation: String?, _ profile: CityProfile?) -> [Condition] {
    guard let organisation, let profile else { return filter }
    return filter.map { condition in
      guard Label(condition.column) == Label(organisation), [.equal, .notEqual].contains(condition.comparison) else {
        return condition
      }
      var condition = condition
      condition.values = condition.values.flatMap { value in
        guard let body = profile.body(named: value) else { return [value] }
        return [value] + body.spellings.filter { $0 != value }
      }
      return condition
    }
  }

  /// In one order for the question and the answer.
  private static func roles(_ columns: RegisterDefinition.Columns) -> [RegisterDefinition.Role] {
    RegisterDefinition.Role.allCases.filter { columns.names[$0] != nil }
  }

  /// - Parameter answers: one per request.
  /// - Returns: the paper, and what is worth knowing about the data.
  public func document(_ answers: [ResultTable]) throws(Findings) -> (document: ReportDocument, warnings: [Finding]) {
    var rows: [RegisterDefinition.Table: [RegisterRow]] = [:]
    var inputs: [ReportDocument.Input] = []
    for (request, answer) in zip(requests, answers) {
      guard let columns = definition.tables[request.table] else { continue }
      let roles = Self.roles(columns)
      var path: String?
      if request.dataset.sources.count == 1, case .file(let file) = request.dataset.sources[0] { path = file }
      let linesAreRecords = Self.linesAreRecords(path, records: answer.accounting.records)
      rows[request.table] = answer.rows.sorted(by: ResultTable.Row.appearsBefore).flatMap { row in
        let cells = Dictionary(uniqueKeysWithValues: zip(roles, row.keys.map(\.cellText)))
        let place = Place(file: path, line: linesAreRecords ? row.firstRecord.map { $0 + 1 } : nil)
        return Array(repeating: RegisterRow(cells: cells, place: place), count: row.recordCount)
      }
      inputs.append(ReportDocument.Input(name: request.dataset.name, accounting: answer.accounting))
    }
    if isFiltered, rows[.issues]?.isEmpty ?? true {
      throw Findings([Finding(RegisterRule.nothingMatched)], kind: .usage)
    }
    let register = try IssueRegister(
      definition, rows: rows, declared: declared, profile: profile, isFiltered: isFiltered)
    let paper = RegisterPaper(register, dates: dates)
    var blocks: [ReportDocument.Block] = []
    for part in RegisterPart.allCases where parts.isEmpty || parts.contains(part) {
      blocks += try paper.blocks(part)
    }
    let early = try paper.dateWarnings(parts)
    let title = Bilingual(ja: "課題管理表", en: "Issue register")
    return (
      ReportDocument(title: title, blocks: blocks, inputs: inputs, notice: notice),
      early + register.warnings
    )
  }

  /// Whether every record is one line under one line of headings, so that its number tells its line.
  private static func linesAreRecords(_ path: String?, records: Int) -> Bool {
    guard let path, let bytes = try? DefinitionFile.read(path) else { return false }
    let ends = bytes.count { $0 == UInt8(ascii: "\n") }
    return ends + (bytes.last == UInt8(ascii: "\n") ? 0 : 1) == records + 1
  }

  /// Declared labels of the columns of issues, and of the ranks that people enter.
  private var declared: [RegisterDefinition.Role: [String]] {
    var labels: [RegisterDefinition.Role: [String]] = [:]
    for request in requests {
      for (role, name) in definition.tables[request.table]?.names ?? [:] {
        guard request.table == .issues || (request.table == .states && role == .rank) else { continue }
        let own = request.dataset.schema?.field(named: name)?.declaredLabels ?? []
        if !own.isEmpty { labels[role] = own }
      }
    }
    return labels
  }
}

/// The days that entries of progress are looked at.
struct RegisterDates: Hashable {
  var asOf: CalendarDate?
  var previous: CalendarDate?
}
