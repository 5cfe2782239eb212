import ArgumentParser
import Shihyo

struct RanksCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ranks",
    abstract: abstract("到達状況: ランクの分布、局区等別の内訳、前回からの移動です。", "Rank distribution, by body, and movement."),
    discussion: abstract(
      "例: shihyo ranks 課題.csv --rank ランク --by 局名", "Example: shihyo ranks issues.csv --rank rank --by bureau"))

  @OptionGroup var input: InputOptions
  @OptionGroup(title: abstract("集計", "Grouping")) var grouping: GroupingOptions
  @OptionGroup(title: abstract("出力", "Output")) var output: OutputOptions

  @Option(
    name: .long, help: help("ランクの列 (省略時は「ランク」)", "Column of ranks (ランク or rank if not given)", placeholder: "col"))
  var rank: String?

  @Option(name: .long, help: help("--by の区分をまとめる列 (局等・区役所など)", "Column that groups those of --by", placeholder: "col"))
  var group: String?

  @Option(name: .long, help: help("完了とするランク (省略時は最高のランク)", "Rank that counts as complete (the highest if not given)"))
  var complete: String?

  @Option(name: .long, help: help("前回の一覧。--key と併せて使う", "Earlier list, together with --key", placeholder: "input"))
  var previous: String?

  @Option(
    name: .long, help: help("前回と突き合わせる列 (コンマ区切り)", "Columns that identify a record in both lists", placeholder: "keys"))
  var key: String?

  func run() async throws {
    let (keys, groupKeys, filter) = (try grouping.keys(), try group.map(Expressions.keys) ?? [], try grouping.filter())
    guard keys.count <= 1, groupKeys.count <= 1 else {
      let written = grouping.by.isEmpty ? group : grouping.by.joined(separator: ",")
      throw Findings([Finding(CommandRule.oneColumnWanted, text: written)], kind: .usage)
    }
    guard (previous == nil) == (key == nil) else {
      throw Findings([Finding(CommandRule.previousNeedsKey)], kind: .usage)
    }
    let run = CommandRun(input: input, output: output)
    try await run.print { found in
      let defaults = try RankDefaults(found, rank: rank, by: keys.first)
      guard group == nil || defaults.by != nil else {
        throw Findings([Finding(CommandRule.groupNeedsBy)], kind: .usage)
      }
      let analysis = RanksAnalysis(
        rank: defaults.rank, by: defaults.by, group: groupKeys.first, filter: filter, schema: found.dataset.schema,
        bodies: defaults.bodies, complete: complete, digits: output.digits, ordering: grouping.ordering)
      var document = try analysis.document(
        try await run.tables(analysis.queries, on: found.dataset), input: found.dataset.name)
      if let previous, let key {
        let earlier = try InputResolver(flags: input.reading, asksEngine: true).dataset([previous])
        _ = try NoticeGuard.common([earlier.dataset, found.dataset])
        let movement = RankMovement(
          rank: defaults.rank, keys: try Expressions.columnNames(key), filter: filter, schema: found.dataset.schema,
          complete: complete)
        // Keys and ranks meet folded here, so labels that are alike are no groups of their own, and nothing is said of them.
        let before = try await run.tables([movement.query], on: earlier.dataset, spoken: 0..<0, isBeside: true)
        let now = try await run.tables([movement.query], on: found.dataset, spoken: 0..<0)
        document.append(
          try movement.document(
            previous: before[0], current: now[0], previousName: earlier.dataset.name,
            currentName: found.dataset.name))
      }
      return document
    }
  }
}

/// What a rank list is read by where the options do not say: its column ランク and the bodies of its city profile.
private struct RankDefaults {
  let rank: String
  let by: GroupKey?
  let bodies: BodyOrder?

  init(_ found: FoundDataset, rank: String?, by: GroupKey?) throws(Findings) {
    let fields = found.dataset.schema?.fields ?? []
    if let rank {
      self.rank = try Expressions.columnName(rank)
    } else if let field = fields.first(where: { ["ランク", "rank"].contains(TextFolding.fold($0.name).lowercased()) }) {
      self.rank = field.name
    } else if fields.isEmpty {
      self.rank = "ランク"  // The engine names the columns there are if this is none of them.
    } else {
      throw Findings([Finding(CommandRule.rankColumnUnknown(fields.map(\.name)))], kind: .usage)
    }
    self.by = by ?? fields.first { $0.profile != nil }.map { GroupKey(column: $0.name) }
    guard case .column(let name)? = self.by?.source else {
      bodies = nil
      return
    }
    bodies = try found.profile(forColumn: name).map(BodyOrder.init)
  }
}
