extension FindingCatalogue {
  /// The page of codes (`Codes.md`) as Markdown: every code with an example in both languages, as it is printed.
  public var page: String {
    var text = Self.head
    var family = ""
    for entry in entries {
      if entry.family != family {
        family = entry.family
        text += "\n## \(family)\n"
      }
      text += "\n### \(entry.code)\n\n```text\n"
      for language in Language.allCases { text += FindingText.line(entry.finding, language) + "\n" }
      text += "```\n"
    }
    return text
  }

  /// One code, or several, for a reader.
  public func document(_ entries: [Entry]) -> ReportDocument {
    var document = ReportDocument()
    for entry in entries {
      let finding = entry.finding
      let severity = finding.severity.label
      document.blocks += [
        .heading(level: 2, Bilingual(ja: entry.code, en: entry.code)),
        .paragraph([
          .text(
            Bilingual(
              ja: "\(severity.ja): \(finding.message.ja)", en: "\(severity.en): \(finding.message.en)"))
        ]),
        .paragraph([.text(Bilingual(ja: "対処: \(finding.hint.ja)", en: "What to do: \(finding.hint.en)"))]),
      ]
    }
    return document
  }

  /// All codes in one table.
  public var listing: ReportDocument {
    var table = PlainTable(
      name: "codes",
      columns: [
        ("code", Bilingual(ja: "符号", en: "Code"), false), ("severity", Bilingual(ja: "程度", en: "Severity"), false),
        ("message", Bilingual(ja: "内容の例", en: "Message, for example"), false),
        ("hint", Bilingual(ja: "対処", en: "What to do"), false),
      ])
    table.rows = entries.map { entry in
      let finding = entry.finding
      return [
        PlainTable.Cell(entry.code), PlainTable.Cell(finding.severity.name, finding.severity.label),
        PlainTable.Cell(finding.message.en, finding.message), PlainTable.Cell(finding.hint.en, finding.hint),
      ]
    }
    return ReportDocument(blocks: [.table(table.table)])
  }

  /// One message with all that there may be in it.
  private static func sample(_ language: Language) -> String {
    let place = Place(file: "use.csv", line: 12, column: .field(number: 2, name: "users"))
    return FindingText.line(Finding(NumberRule.notANumber, at: place, text: "12?"), language)
  }

  private static let head = """
    # メッセージの符号

    *Every code that a message can end with, with an example. This page is made by `shihyo codes --page`.*

    メッセージはどれも同じ形です。場所（ファイル、行、列）、程度、何が問題か、読んだ文字、どう直すか、最後に変わることのない符号。
    Every message has one shape: place (file, line, column), severity, what is wrong, the text as read, what to do, and at the end a
    code that never changes its meaning.

    ```text
    \(sample(.ja))
    \(sample(.en))
    ```

    - 同じ列の同じ符号は10件まで、同じ文字は3件まで示し、残りは件数と行を挙げます。
      Of one code in one column ten are shown, of one text three; the others are counted, with their lines.
    - `shihyo codes cell.not-a-number` は一つの符号を、`shihyo codes cell` は一つの組を説明します。
      `shihyo codes CODE` explains one code, or all of a family.
    - `-f json` を付けると、標準エラーの内容は一行に一つのJSONになります（すべて、まとめずに）。
      With `-f json` standard error is JSON Lines: `severity`, `code`, `message` and `hint` in both languages, and where known
      `text`, `file`, `line`, `column`, `character`, `byte`. Nothing is grouped.
    - 誤り（error）があると結果は出ません。注意（warning）と参考（note）は結果とともに出ます。
      An error gives no result; warnings and notes come with one.

    """
}
