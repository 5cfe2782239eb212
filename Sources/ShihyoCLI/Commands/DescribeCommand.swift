import ArgumentParser
import Shihyo

struct DescribeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "describe",
    abstract: abstract("文字コード、見出し、各列の型と値を示します。", "Shows encoding, header, and type and values of each column."),
    discussion: abstract(
      "例: shihyo describe 利用.csv --write datapackage.json", "Example: shihyo describe use.csv --write datapackage.json")
  )

  @OptionGroup var input: InputOptions
  @OptionGroup(title: abstract("出力", "Output")) var output: OutputOptions

  @Option(
    name: .long,
    help: help(
      "定義ファイル (datapackage.json) の下書きの書き出し先。今あるファイルは上書きしない",
      "File for a draft of the descriptor (datapackage.json); an existing file is never replaced", placeholder: "file"))
  var write: String?

  func run() async throws {
    let printer = try DocumentPrinter(output)
    let found = try InputResolver(flags: input.reading).dataset(input.inputs)
    try InputGuard.refuse(outputs: [output.output, found.dataset.reading.rejectsPath], of: found.dataset)
    let profile = try Profiler().run(on: found.dataset)
    if let write {
      var draft = try DescriptorDraft(profile, at: write, notice: found.dataset.notice)
      try await draft.findKey()
      try AtomicOutput.writeNew(draft.json, to: write)
    }
    try printer.print(
      printer.format == .text ? ProfileDocument.text(profile) : ProfileDocument.table(profile), of: found.dataset)
    guard let write, !output.quiet else { return }
    let said = Bilingual(
      ja: "\(write) に下書きを書きました。「要確認」とある所を確かめてください。",
      en: "A draft was written to \(write); look at every note that says 要確認.")
    StandardError.write([said[printer.language]], printer.language)
  }
}
