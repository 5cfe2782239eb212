import ArgumentParser
import Shihyo

struct SurveyCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "survey",
    abstract: abstract("調査の設問を集計します (n と割合)。", "Tabulates a survey question: n and shares."),
    discussion: abstract(
      "例: shihyo survey 回答.csv --question 参加理由 --multiple ';' --by 年齢",
      "Example: shihyo survey answers.csv --question reason --multiple ';' --by age"))

  enum NoAnswer: String, ExpressibleByArgument, CaseIterable { case `in`, out }

  @OptionGroup var input: InputOptions
  @OptionGroup(title: abstract("集計", "Grouping")) var grouping: GroupingOptions
  @OptionGroup(title: abstract("区間", "Intervals")) var intervals: IntervalOptions
  @OptionGroup(title: abstract("秘匿", "Disclosure control")) var hiding: DisclosureOptions
  @OptionGroup(title: abstract("出力", "Output")) var output: OutputOptions

  @Option(name: .long, help: help("設問の列", "Column of the question", placeholder: "col"))
  var question: String?

  @Option(
    name: .long,
    help: help("複数回答の区切り文字。例 ';'", "Separator of several answers in one cell, for example ';'", placeholder: "sep"))
  var multiple: String?

  @Option(
    name: .long,
    help: help(
      "複数回答が選択肢ごとの列のとき、その列をコンマで並べる", "Columns of the options, where each has one of its own", placeholder: "cols"))
  var options: String?

  @Option(name: .long, help: help("重みの列", "Column of weights", placeholder: "col"))
  var weight: String?

  @Option(
    name: .customLong("weight-to"),
    help: help(
      "母集団の構成に合わせて重みを作る区分。1つなら事後層化、2つ以上ならレイキング。例 性別,'年齢:brackets(18-29,30-59,60+)'",
      "Make weights so that these keys meet the population: post-stratification by one key, raking by several; for example sex,'age:brackets(18-29,30-59,60+)'",
      placeholder: "keys"))
  var weightTo: String?

  @Option(
    name: .long,
    help: help(
      "--weight-to の母集団の表と人数の列。例 人口.csv:人口。区分ごとに別の表なら、同じ順に繰り返す",
      "Population of --weight-to and its column of people, for example population.csv:people; repeat it, in the order of the keys, if each has a table of its own",
      placeholder: "input:col"))
  var margins: [String] = []

  @Option(
    name: .long,
    help: help("横に並べて比べる区分 (クロス集計と関連の検定)", "Groups side by side, with a test of association", placeholder: "key"))
  var cross: String?

  @Option(
    name: .long,
    help: help("集計済みの表で、件数の列", "Column of counts, of a table that is already counted", placeholder: "col"))
  var count: String?

  @Option(
    name: .long,
    help: help("無回答を割合の分母に入れる (in、省略時) か除く (out)", "No answer in the base of the shares (in, the default) or out of it")
  )
  var noAnswer: NoAnswer = .in

  func run() async throws {
    let question = try surveyQuestion()
    let (keys, filter) = (try grouping.keys(), try grouping.filter())
    let weight = try weight.map(Expressions.columnName)
    let count = try count.map(Expressions.columnName)
    let (cross, interval) = (try crossKey(), try intervals.request())
    let margins = try marginReferences()
    let hidden = try hiding.request()
    let run = CommandRun(input: input, output: output)
    try await run.print { found in
      let populations = try margins.map { try $0.reference.open(reading: input.reading) }
      _ = try NoticeGuard.common([found.dataset] + populations)
      let analysis = try SurveyAnalysis(
        question, by: keys, cross: cross, weight: weight,
        margins: try zip(margins, populations).map { margin, population in
          try SurveyMargins(
            margin.key, column: margin.reference.column, input: population.name, schema: population.schema)
        }, count: count, noAnswerIsInBase: noAnswer == .in, method: intervals.collected ?? found.resource?.method,
        interval: interval, testsAsIfRandom: intervals.asIfRandom, disclosure: hidden, filter: filter,
        schema: found.dataset.schema,
        ordering: grouping.ordering, digits: output.digits)
      var answers: [[ResultTable]] = []
      for (margin, population) in zip(analysis.margins, populations) {
        answers.append(try await run.tables(margin.queries, on: population, isBeside: true))
      }
      return try analysis.document(
        try await run.tables(analysis.queries, on: found.dataset), margins: answers, input: found.dataset.name)
    }
  }

  private func crossKey() throws -> GroupKey? {
    guard let cross else { return nil }
    let keys = try Expressions.keys(cross)
    guard let key = keys.first, keys.count == 1 else {
      throw Findings([Finding(CommandRule.oneColumnWanted, text: cross)], kind: .usage)
    }
    return key
  }

  /// One table for all keys, or one for each.
  private func marginReferences() throws -> [(key: GroupKey, reference: InputReference)] {
    let keys = try weightTo.map(Expressions.keys) ?? []
    guard keys.isEmpty == margins.isEmpty, margins.count <= 1 || margins.count == keys.count else {
      throw Findings([Finding(CommandRule.marginsWanted)], kind: .usage)
    }
    let references = try margins.map(InputReference.init)
    return keys.enumerated().map { ($1, references[references.count == 1 ? 0 : $0]) }
  }

  private func surveyQuestion() throws -> SurveyQuestion {
    switch (question, options) {
    case (let question?, nil):
      let column = try Expressions.columnName(question)
      guard let multiple else { return .single(column: column) }
      guard !multiple.isEmpty else { throw Findings([Finding(CommandRule.separatorEmpty)], kind: .usage) }
      return .several(column: column, separator: multiple)
    case (nil, let options?) where multiple == nil: return .options(try Expressions.columnNames(options))
    default: throw Findings([Finding(CommandRule.oneQuestionWanted)], kind: .usage)
    }
  }
}
