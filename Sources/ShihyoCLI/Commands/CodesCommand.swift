import ArgumentParser
import Shihyo
import ShihyoSpark

struct CodesCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "codes",
    abstract: abstract("メッセージの符号を説明します。", "Explains the codes that messages end with."),
    discussion: abstract(
      "例: shihyo codes cell.not-a-number\n名前を省くと一覧です。shihyo help 符号 でも同じです。",
      "Example: shihyo codes cell.not-a-number\nWithout a name all are listed. shihyo help CODE does the same."))

  @Argument(help: help("符号、または組 (例 cell)", "Codes, or families of them (for example cell)", placeholder: "code"))
  var codes: [String] = []

  @Flag(name: .long, help: help("説明書の頁 (Markdown、二か国語) を出す", "Print the page of the manual (Markdown, both languages)"))
  var page = false
  @OptionGroup(title: abstract("出力", "Output")) var output: OutputOptions

  static let catalogue = FindingCatalogue(adding: [CommandRule.self, ArgumentRule.self, SparkRule.self])

  func run() async throws {
    let catalogue = Self.catalogue
    let printer = try DocumentPrinter(output)
    if page {
      try printer.print(text: catalogue.page)
      return
    }
    var entries: [FindingCatalogue.Entry] = []
    var unknown: [Finding] = []
    for code in codes {
      // As it stands in a message: [cell.not-a-number].
      let name = String(code.drop { $0 == "[" }.prefix { $0 != "]" })
      let found = catalogue.entries(named: name)
      if found.isEmpty {
        unknown.append(Finding(CommandRule.unknownCode(nearest: catalogue.nearest(name)), text: name))
      }
      entries += found
    }
    guard unknown.isEmpty else { throw Findings(unknown, kind: .notFound) }
    try printer.print(codes.isEmpty ? catalogue.listing : catalogue.document(entries))
  }
}
