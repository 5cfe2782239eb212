import ShihyoDefinitions
import ShihyoModel

extension ReportComposer {
  /// 到達状況, with ids: `ranks.count` and `ranks.share` by rank, and by body.
  mutating func table(_ block: RanksBlock) throws(Findings) -> ReportTable {
    if let previous = block.previous { return try movement(block, since: previous) }
    let found = try loaded.dataset(block.dataset, at: block.words.place(.dataset, block.dataset) ?? block.place)
    let by = block.by.map { GroupKey(column: $0) }
    let filter = try checked(
      [GroupKey(column: block.rank)] + (by.map { [$0] } ?? []), [], of: found, at: block.place, block.words)
    let bodies = try block.by.flatMap { name throws(Findings) in try found.profile(forColumn: name) }.map {
      BodyOrder($0)
    }
    let analysis = RanksAnalysis(
      rank: block.rank, by: by, filter: filter, schema: found.dataset.schema, bodies: bodies,
      complete: desk.isAsking ? nil : block.complete)
    let answers = desk.tables(analysis.queries, on: found.dataset)
    let origins = RankOrigins(analysis: analysis, tables: answers, dataset: found.dataset)
    let document = try placed(block) { () throws(Findings) in
      try analysis.document(answers, input: found.dataset.name)
    }
    guard var table = block.detail == .overall ? document.tables.first : document.tables.last else {
      return ReportTable(name: block.name, keyColumns: [], valueColumns: [], rows: [])
    }
    if block.detail == .groups {
      let groups = table.rows.filter { $0.kind == .subtotal }.map(\.keys[0].code)
      let unknown = desk.isAsking || !settings.isEmpty ? [] : block.expanded.filter { !groups.contains($0) }
      guard unknown.isEmpty else {
        throw Findings(
          unknown.map { unknownPart($0, known: groups, at: block.words.place(.label, $0) ?? block.place) })
      }
      foldGroups(&table, expanded: block.expanded)
    }
    let period = try sectionPeriod(at: block.place)
    for row in table.rows.indices {
      let keys = zip(table.keyColumns, table.rows[row].keys).filter { !["", "total"].contains($0.1.code) }
      let dimensions = Dictionary(keys.map { ($0.0.name, $0.1.code) }, uniquingKeysWith: { first, _ in first })
      for column in table.rows[row].figures.indices {
        var figure = table.rows[row].figures[column]
        var place = dimensions
        let name = table.valueColumns[column].name
        if figure.kind == .count {
          figure.unit = block.unit
          figure.definition = Bilingual(ja: "課題の数", en: "Number of issues")
          let parts = name.split(separator: "=", maxSplits: 1)
          if parts.count == 2 { place[String(parts[0])] = String(parts[1]) }
        } else {
          figure.definition = Bilingual(ja: "課題の総数に占める割合", en: "Share of all issues")
        }
        let metric = figure.kind == .count ? "ranks.count" : name.hasPrefix("share(") ? "ranks.complete" : "ranks.share"
        let complete =
          metric == "ranks.complete" ? String(name.dropFirst("share(\(block.rank)=".count).dropLast()) : nil
        // What is grouped by matters to a group alone; the total is the same by every column.
        var source = FigureSource(
          dataset: found.dataset.name, measure: block.rank, detail: dimensions.isEmpty ? "" : block.by ?? "",
          filter: filter)
        if let complete { source.detail += "=" + complete }
        table.rows[row].figures[column] = entered(
          figure, metric: metric, period: period, dimensions: place,
          origin: desk.keepsOrigins ? origins.origin(figure.kind, dimensions: place, complete: complete) : nil,
          from: source, at: block.place)
      }
    }
    table.name = block.name
    table.title = block.title.map { same(plain($0)) }
    return table
  }

  /// Between two assessments: earlier rank × present rank as `ranks.movement`, or the records that moved.
  private mutating func movement(_ block: RanksBlock, since previous: String) throws(Findings) -> ReportTable {
    let (earlier, present) = (
      try loaded.dataset(previous, at: block.words.place(.dataset, previous) ?? block.place),
      try loaded.dataset(block.dataset, at: block.words.place(.dataset, block.dataset) ?? block.place)
    )
    // What `--set` chooses of the present list is chosen of the earlier one: both need the column.
    let columns = (block.keys + [block.rank]).map { GroupKey(column: $0) }
    let filter = try checked(columns, [], of: present, at: block.place, block.words)
    try checkColumns(columns, [], earlier.dataset, at: block.place, block.words)
    try checkColumns(
      [], filter, earlier.dataset, at: block.words.place(.dataset, previous) ?? block.place, block.words)
    let (before, now) = (earlier.dataset, present.dataset)
    let movement = RankMovement(
      rank: block.rank, keys: block.keys, filter: filter, schema: now.schema,
      complete: desk.isAsking ? nil : block.complete)
    let answers = (desk.table(movement.query, on: before), desk.table(movement.query, on: now))
    let document = try placed(block) { () throws(Findings) in
      try movement.document(
        previous: answers.0, current: answers.1, previousName: before.name, currentName: now.name)
    }
    let name = block.detail == .movement ? "movement" : "moved"
    guard var table = document.tables.first(where: { $0.name == name }) else {
      return ReportTable(name: block.name, keyColumns: [], valueColumns: [], rows: [])
    }
    let period = try sectionPeriod(at: block.place)
    for row in table.rows.indices {
      for column in table.rows[row].figures.indices {
        var figure = table.rows[row].figures[column]
        figure.unit = block.unit
        figure.definition = Bilingual(ja: "前回のランク×今回のランクの課題の数", en: "Issues by earlier and present rank")
        var dimensions = ["previous": table.rows[row].keys[0].code, "current": table.valueColumns[column].name]
        if dimensions["previous"] == "total" { dimensions["previous"] = nil }
        if dimensions["current"] == "count" { dimensions["current"] = nil }
        let source = FigureSource(
          dataset: now.name, measure: block.rank,
          detail: ([before.name] + block.keys).joined(separator: ","), filter: filter)
        table.rows[row].figures[column] = entered(
          figure, metric: "ranks.movement", period: period, dimensions: dimensions, from: source, at: block.place)
      }
    }
    table.name = block.name
    table.title = block.title.map { same(plain($0)) } ?? table.title
    return table
  }

  /// What the analysis finds wrong, at the word of the block; it knows no file.
  private func placed<Value>(_ block: RanksBlock, _ make: () throws(Findings) -> Value) throws(Findings) -> Value {
    do throws(Findings) {
      return try make()
    } catch {
      let complete = block.complete.flatMap { block.words.place(.value, $0) }
      throw Findings(
        error.findings.map { finding in
          var finding = finding
          guard finding.place == Place() else { return finding }
          finding.place = finding.code == Self.unknownRank ? complete ?? block.place : block.place
          return finding
        }, kind: error.kind)
    }
  }

  private static let unknownRank = AnalysisRule.unknownRank(name: "", known: []).code

  /// 局等（22） with its subtotal; the bodies of `expanded` groups follow theirs.
  private func foldGroups(_ table: inout ReportTable, expanded: [String]) {
    guard table.keyColumns.count == 2 else { return }
    var rows: [ReportTable.Row] = []
    for subtotal in table.rows where subtotal.kind == .subtotal {
      let group = subtotal.keys[0]
      let bodies = table.rows.filter { $0.kind == .body && $0.keys[0] == group }
      var row = subtotal
      row.keys[0].label = Bilingual(
        ja: "\(group.label.ja)（\(bodies.count)）", en: "\(group.label.en) (\(bodies.count))")
      row.keys[1] = .blank
      rows.append(row)
      if expanded.contains(group.code) {
        rows += bodies.map { body in
          var body = body
          // The group stands above; its code stays for machines.
          body.keys[0].label = same("")
          return body
        }
      }
    }
    table.rows = rows + table.rows.filter { $0.kind == .total }
  }
}
