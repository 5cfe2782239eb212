import ShihyoDefinitions
import ShihyoModel

/// What a block names in the data: columns, and the values of its conditions. A misspelt one would look like one that has no record.
extension ReportComposer {
  /// The conditions of a block and those of `--set`.
  ///
  /// - Parameter spells: a block of records takes every spelling of a body. A figure is known by the one that the records have.
  /// - Errors: `unknownField`, `unknownValue`, `settingConflicts`, each at the word in the file.
  mutating func checked(
    _ keys: [GroupKey], _ filter: [Condition], of found: FoundDataset, at place: Place, _ words: WordPlaces,
    spells: Bool = false
  ) throws(Findings) -> [Condition] {
    let chosen = settingFilter(found.dataset)
    try checkColumns(keys, filter + chosen, found.dataset, at: place, words)
    // A body is the same in every spelling that the block may use.
    let meant = spells ? try spelled(filter, of: found) : filter
    try checkSettings(filter, meaning: meant, at: place, words)
    try checkValues(filter, of: found, at: place, words, spells: spells)
    return meant + chosen
  }

  func checkColumns(
    _ keys: [GroupKey], _ filter: [Condition], _ dataset: Dataset, at place: Place, _ words: WordPlaces
  ) throws(Findings) {
    guard let names = dataset.schema?.fields.map(\.name) else { return }
    var columns = filter.map(\.column)
    for key in keys { if case .column(let name) = key.source { columns.append(name) } }
    let unknown = columns.uniqued.filter { column in !names.contains { Label($0) == Label(column) } }
    guard unknown.isEmpty else {
      throw Findings(
        unknown.map {
          let rule = DescriptorRule.unknownField($0, in: names)
          return Finding(rule, at: words.place(.column, $0) ?? place, text: $0)
        })
    }
  }

  /// A condition that leaves nothing of what `--set` chooses would print a figure that is not there.
  private func checkSettings(
    _ filter: [Condition], meaning meant: [Condition], at place: Place, _ words: WordPlaces
  ) throws(Findings) {
    var findings: [Finding] = []
    for parameter in report.parameters {
      guard let value = settings[parameter.name] else { continue }
      for (condition, spelled) in zip(filter, meant)
      where Label(condition.column) == Label(parameter.column) && condition.grain == nil {
        let isNamed = spelled.values.contains { TextFolding.fold($0) == TextFolding.fold(value) }
        guard condition.comparison == (isNamed ? .notEqual : .equal) else { continue }
        let written = condition.column + condition.comparison.rawValue + condition.values.joined(separator: "|")
        let own = condition.values.first.flatMap { words.place(.value, $0) } ?? place
        let rule = ReportRunRule.settingConflicts(name: parameter.name, value: value, written: written)
        findings.append(Finding(rule, at: own, text: written))
      }
    }
    if !findings.isEmpty { throw Findings(findings) }
  }

  /// - Only labels can be misspelt: that no record has a number, a time or yes or no is an answer.
  /// - A value without a record is legitimate where the descriptor declares it, or the city profile of the column has a body of
  ///   that name which no record spells otherwise. One that is left out (`!=`) is warned of, since nothing is lost without it.
  mutating func checkValues(
    _ conditions: [Condition], of found: FoundDataset, at place: Place, _ words: WordPlaces, spells: Bool
  ) throws(Findings) {
    var findings: [Finding] = []
    for condition in conditions where [.equal, .notEqual, .contains].contains(condition.comparison) {
      let field = found.dataset.schema?.field(named: condition.column)
      guard condition.grain == nil, field?.holdsLabels ?? true else { continue }
      let key = GroupKey(column: condition.column, form: .text)
      let labels = desk.table(Query(keys: [key], aggregates: [.count]), on: found.dataset)
      for value in condition.values where !TextFolding.isBlank(value) {
        // Whether it matches is for the engine to say.
        let comparison: Condition.Comparison = condition.comparison == .contains ? .contains : .equal
        var alone = [Condition(column: condition.column, comparison: comparison, values: [value])]
        if spells { alone = try spelled(alone, of: found) }
        let held = desk.table(Query(filter: alone, aggregates: [.count]), on: found.dataset)
        if desk.isAsking || held.rows.contains(where: { $0.recordCount > 0 }) { continue }
        let known = KeyOrdering().rows(of: labels, schema: found.dataset.schema).map {
          ReportTable.KeyCell($0.keys[0]).label.ja
        }
        let sameBody = try otherSpelling(of: value, in: known, field, found)
        if sameBody == nil, Self.isDeclared(value, comparison, field) { continue }
        let told = field?.isPersonal == true ? [] : known
        let (nearest, listed) = (sameBody ?? NearestName.find(value, in: told), Array(told.prefix(30)))
        let isLeftOut = condition.comparison == .notEqual
        let rule: ReportRunRule =
          isLeftOut
          ? .unknownExclusion(value, nearest: nearest, known: listed)
          : .unknownValue(value, nearest: nearest, known: listed)
        let finding = Finding(rule, at: words.place(.value, value) ?? place, text: value)
        if isLeftOut { warn(finding) } else { findings.append(finding) }
      }
    }
    if !findings.isEmpty { throw Findings(findings) }
  }

  /// How the records spell the body that a value means.
  private func otherSpelling(
    of value: String, in known: [String], _ field: Field?, _ found: FoundDataset
  ) throws(Findings) -> String? {
    guard let name = field?.name, field?.profile != nil, let profile = try found.profile(forColumn: name),
      let body = profile.body(named: value)
    else { return nil }
    return known.first { profile.body(named: $0)?.id == body.id }
  }

  /// Labels of the descriptor, those of the city profile among them, and texts that it declares to stand for no value.
  private static func isDeclared(_ value: String, _ comparison: Condition.Comparison, _ field: Field?) -> Bool {
    let folded = TextFolding.fold(value)
    let labels = (field?.declaredLabels ?? []).map { TextFolding.fold($0) }
    return comparison == .contains ? labels.contains { $0.contains(folded) } : labels.contains(folded)
  }

  /// 企画 finds what the records call 企画局: every spelling that the profile of the column has for the body.
  private func spelled(_ filter: [Condition], of found: FoundDataset) throws(Findings) -> [Condition] {
    var result: [Condition] = []
    for condition in filter {
      var condition = condition
      if found.dataset.schema?.field(named: condition.column)?.profile != nil, condition.grain == nil,
        [.equal, .notEqual].contains(condition.comparison),
        let profile = try found.profile(forColumn: condition.column)
      {
        condition.values = condition.values.flatMap { value in
          [value] + (profile.body(named: value)?.spellings.filter { $0 != value } ?? [])
        }
      }
      result.append(condition)
    }
    return result
  }

  /// A row or column that a block names by what is printed.
  func unknownPart(_ name: String, known: [String], at place: Place) -> Finding {
    let times = known.filter { Period(label: $0) != nil }
    if Period(label: name) != nil, !times.isEmpty {
      return Finding(ReportRunRule.periodNotPrinted(name, known: Array(times.prefix(30))), at: place, text: name)
    }
    let rule = ReportRunRule.unknownPart(
      name, nearest: NearestName.find(name, in: known), known: Array(known.prefix(30)))
    return Finding(rule, at: place, text: name)
  }
}

extension Period {
  /// As a table prints it: 令和7年度第2四半期.
  fileprivate init?(label: String) {
    guard case .fixed(let period)? = PeriodReference(label) else { return nil }
    self = period
  }
}

extension Field {
  /// Words, which people misspell. A column without a type may hold them.
  fileprivate var holdsLabels: Bool { [.string, .ageBracket, .any].contains(type) }
}
