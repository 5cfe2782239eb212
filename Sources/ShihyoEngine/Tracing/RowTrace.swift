package import ShihyoModel

/// Reads an input again and shows the records that make the groups of an answer, with file, line and what each adds.
///
/// The rows come from the same conditions, keys, measures and groups as the answer itself (`PartialResult`), not from a second
/// reading of the rules, so they agree with it by construction. Local only.
/// - Order: that of the file. A record with several answers is shown once for each group that it stands in.
/// - Errors: those of `LocalEngine`, and what `visit` throws. Rows may have been shown before a later record refuses the run.
/// - Cost: O(bytes) time on one core; memory for a block and for the groups, never for the rows.
package struct RowTrace: Sendable {
  /// A query and those of its groups whose rows are wanted.
  package struct Question: Hashable, Sendable {
    package let query: Query
    /// The keys of rows of the answer; nil: every group. Keys of the form `value` match as they stand in the answer.
    package let groups: Set<[KeyValue]>?

    package init(_ query: Query, groups: Set<[KeyValue]>? = nil) {
      self.query = query
      self.groups = groups
    }
  }

  private let blockBytes: Int

  package init(blockBytes: Int = 1 << 20) { self.blockBytes = blockBytes }

  /// - Parameter showing: columns whose text every row carries; names match as in queries.
  /// - Returns: the answers to the questions, of the same reading.
  package func run(
    _ questions: [Question], on dataset: Dataset, showing columns: [String] = [],
    visit: (TracedRow) throws -> Void
  ) throws -> [ResultTable] {
    // Questions that ask the same of other groups are answered by one query.
    var queries: [Query] = []
    for question in questions where !queries.contains(question.query) { queries.append(question.query) }
    let places = questions.map { question in queries.firstIndex(of: question.query) ?? 0 }
    let answers = try withoutActuallyEscaping(visit) { visit in
      let settings = RunSettings(
        threads: 1, blockBytes: blockBytes, fastBlockBytes: blockBytes, usesIndex: false, ownGroups: 0)
      var wanted = questions.indices.map { WantedGroups(questions[$0], place: places[$0]) }
      let asking = queries.indices.map { query in questions.indices.filter { places[$0] == query } }
      var shown: [TouchedColumn]?
      var run = try LocalRun(queries, dataset, settings, RunProgress()) { query, rows, index, block in
        let columns = try shown ?? block.plan.columns(named: columns, of: dataset)
        shown = columns
        for (record, group) in zip(rows.records, rows.groups) {
          for question in asking[query] {
            guard let keys = wanted[question].keys(of: group, index, block) else { continue }
            try visit(
              TracedRow(
                question: question, query: query, record: Int(record), keys: keys, block: block, shown: columns))
          }
        }
      }
      for source in dataset.sources { try run.read(source) }
      return try run.finish()
    }
    return places.map { answers[$0] }
  }
}

/// Which groups of one question are wanted; each is judged once.
private struct WantedGroups {
  private let wanted: Set<[KeyValue]>?
  private var known: [UInt32: [KeyValue]?] = [:]
  private var folded: Set<[KeyValue]>?
  private let place: Int

  init(_ question: RowTrace.Question, place: Int) {
    wanted = question.groups
    self.place = place
  }

  /// The keys of a wanted group; nil of another one.
  mutating func keys(of group: UInt32, _ index: GroupIndex, _ block: BlockReading) -> [KeyValue]? {
    if let keys = known[group] { return keys }
    let readers = block.plan.queries[place].keys.map { block.keys[$0] }
    let codes = index.codes(of: Int(group))
    let keys = zip(readers, codes).map { reader, code in reader.dictionary.value(of: code) }
    let result = isWanted(keys, readers, codes) ? keys : nil
    known[group] = .some(result)
    return result
  }

  private mutating func isWanted(_ keys: [KeyValue], _ readers: [KeyReader], _ codes: [UInt32]) -> Bool {
    guard let wanted else { return true }
    if wanted.contains(keys) { return true }
    // Groups that became one after reading: labels that are folded, numbers of a column without a descriptor.
    if folded == nil { folded = Set(wanted.map { Self.folded($0, readers) }) }
    var numbers = keys
    for place in keys.indices where readers[place].plan.form == .value {
      if case .number(let number) = readers[place].dictionary.numericReadings[Int(codes[place])] {
        numbers[place] = .number(number)
      }
    }
    return wanted.contains(numbers) || folded?.contains(Self.folded(keys, readers)) ?? false
  }

  private static func folded(_ keys: [KeyValue], _ readers: [KeyReader]) -> [KeyValue] {
    zip(keys, readers).map { key, reader in
      guard reader.foldsLabels, case .text(let label) = key else { return key }
      return .text(Label(TextFolding.fold(label.text)))
    }
  }
}

extension EnginePlan {
  /// - Errors: a name that no column has.
  fileprivate func columns(named names: [String], of dataset: Dataset) throws(Findings) -> [TouchedColumn] {
    let resolver = ColumnResolver(header: header)
    var findings: [Finding] = []
    var columns: [TouchedColumn] = []
    for name in names {
      switch resolver.index(of: name) {
      case .failure(let finding): findings.append(finding)
      case .success(let index):
        let folded = Label(TextFolding.fold(header[index]))
        let field = dataset.schema?.fields.first { Label(TextFolding.fold($0.name)) == folded }
        columns.append(TouchedColumn(index: index, name: header[index], field: field, schema: dataset.schema))
      }
    }
    if !findings.isEmpty { throw Findings(findings, kind: .usage) }
    return columns
  }
}
