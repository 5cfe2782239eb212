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
    let run = CommandRun(input: input, output: output)
    try await run.print { found in
      let analysis = try SurveyAnalysis(
        question, by: keys, weight: weight, count: count, noAnswerIsInBase: noAnswer == .in,
        method: found.resource?.method, filter: filter, schema: found.dataset.schema, ordering: grouping.ordering,
        digits: output.digits)
      return try analysis.document(
        try await run.tables(analysis.queries, on: found.dataset), input: found.dataset.name)
    }
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
