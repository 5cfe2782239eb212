import ArgumentParser
import Shihyo

/// How and where results are written: the flags every printing command has in common.
struct OutputOptions: ParsableArguments {
  @Option(
    name: [.short, .long],
    help: help(
      "形式: \(OutputFormat.names) (省略時は text、-o の拡張子があればそれ)",
      "Format: \(OutputFormat.names) (text, or what -o ends with)"))
  var format: OutputFormat?

  @Option(
    name: [.short, .long],
    help: help("書き出し先 (省略時は標準出力)", "File to write (standard output if not given)", placeholder: "file"))
  var output: String?

  @Option(name: .long, help: help("言語: ja または en (省略時はロケール)", "Language: ja or en (the locale if not given)"))
  var lang: Language?

  @Option(name: .long, help: help("小数点以下の桁数", "Digits after the point"))
  var digits: Int?

  @Option(
    name: .long,
    help: help(
      "端数処理: half-up (四捨五入、省略時), half-even (五捨五入), down (切捨て), up (切上げ)",
      "Rounding: half-up (the default), half-even, down (towards zero) or up (away from zero)"))
  var rounding: RoundingMode?

  @Flag(
    name: .long,
    help: help("Excelで開くためのCSV (BOM、CRLF、日本語の見出し、数式よけ)", "CSV for Excel (BOM, CRLF, labels for people, formula guard)"))
  var excel = false

  @Flag(name: .long, help: help("文字のセルに数式よけをしない", "Do not guard text cells against formulas"))
  var raw = false

  @Flag(name: .long, help: help("色を使わない", "No colour"))
  var noColor = false

  @Flag(name: [.short, .long], help: help("注意や経過を標準エラーに書かない", "No talk on standard error"))
  var quiet = false

  @Option(
    name: .long,
    help: help(
      "幅のあいまいな文字 (※ など) の幅: 1 または 2 (省略時は1)", "Width of ambiguous characters such as ※: 1 or 2 (default 1)"))
  var ambiguousWidth: Int?
}
