public import ShihyoEngine
public import ShihyoModel

/// The result of a check as a document: sentences for a person, or one row per finding for a program.
public enum CheckDocument {
  /// Findings as lines (repeated ones grouped), how often each kind was found, and the result in one sentence at the end.
  public static func text(_ report: CheckReport) -> ReportDocument {
    var document = ReportDocument(title: Bilingual(ja: "点検：\(report.name)", en: "Check of \(report.name)"))
    let ja = FindingText.lines(report.findings, total: report.total, .ja)
    let en = FindingText.lines(report.findings, total: report.total, .en)
    if !ja.isEmpty { document.blocks.append(.list(zip(ja, en).map { [.text(Bilingual(ja: $0, en: $1))] })) }
    // A few findings can be counted by eye.
    if report.counts.count > 1, report.total > 10 { document.blocks.append(.table(countTable(report))) }
    document.blocks.append(.paragraph([.text(result(report)), .text(records(report))]))
    document.notes = hints(report)
    return document
  }

  /// One row per finding: `file,line,column,name,severity,code,text,message,hint`.
  /// - Parameter language: of messages and hints; the names and codes are never translated.
  public static func table(_ report: CheckReport, language: Language) -> ReportDocument {
    var table = PlainTable(
      name: "findings",
      columns: [
        ("file", Bilingual(ja: "ファイル", en: "File"), false), ("line", Bilingual(ja: "行", en: "Line"), true),
        ("column", Bilingual(ja: "列", en: "Column"), false), ("name", Bilingual(ja: "列名", en: "Name"), false),
        ("severity", Bilingual(ja: "程度", en: "Severity"), false), ("code", Bilingual(ja: "符号", en: "Code"), false),
        ("text", Bilingual(ja: "読んだ文字", en: "Text"), false), ("message", Bilingual(ja: "内容", en: "Message"), false),
        ("hint", Bilingual(ja: "対処", en: "Hint"), false),
      ])
    table.rows = report.findings.map { row($0, language) }
    let unkept = report.total - report.findings.count
    var notes = [Bilingual(ja: result(report).ja + records(report).ja, en: result(report).en + records(report).en)]
    if unkept > 0 {
      notes.append(Bilingual(ja: "このほか \(unkept) 件は出力していません。", en: "\(unkept) more findings are left out."))
    }
    return ReportDocument(blocks: [.table(table.table)], notes: notes + hints(report))
  }

  private static func row(_ finding: Finding, _ language: Language) -> [PlainTable.Cell] {
    var column = PlainTable.Cell.none
    var name = PlainTable.Cell.none
    switch finding.place.column {
    case .field(let number, let header):
      let letters = Place.Column.spreadsheetLetters(number)
      column = PlainTable.Cell(String(number), Bilingual(ja: letters, en: letters))
      name = PlainTable.Cell(header ?? "")
    case .character(let number): column = PlainTable.Cell(String(number))
    case nil: break
    }
    return [
      PlainTable.Cell(finding.place.file ?? "-"),
      finding.place.line.map { PlainTable.Cell(String($0)) } ?? .none, column, name,
      PlainTable.Cell(finding.severity.name, finding.severity.label), PlainTable.Cell(finding.code),
      PlainTable.Cell(finding.text ?? ""), PlainTable.Cell(finding.message[language], finding.message),
      PlainTable.Cell(finding.hint[language], finding.hint),
    ]
  }

  private static func countTable(_ report: CheckReport) -> ReportTable {
    var table = PlainTable(
      name: "counts", title: Bilingual(ja: "種類別の件数", en: "By kind"),
      columns: [
        ("severity", Bilingual(ja: "程度", en: "Severity"), false), ("code", Bilingual(ja: "符号", en: "Code"), false),
        ("count", Bilingual(ja: "件数", en: "Count"), true),
      ])
    table.rows = report.counts.map { count in
      [
        PlainTable.Cell(count.severity.name, count.severity.label), PlainTable.Cell(count.code),
        PlainTable.Cell(count.count),
      ]
    }
    return table.table
  }

  private static func result(_ report: CheckReport) -> Bilingual {
    let parts = [Finding.Severity.error, .warning, .note].compactMap { severity -> Bilingual? in
      let count = report.number(of: severity)
      guard count > 0 else { return nil }
      let shown = DigitGroups.grouped(count)
      return Bilingual(ja: "\(severity.label.ja)\(shown)件", en: plural(shown, severity.label.en))
    }
    guard !parts.isEmpty else { return Bilingual(ja: "誤りはありません。", en: "Nothing was found. ") }
    return Bilingual(
      ja: parts.map(\.ja).joined(separator: "、") + "。", en: parts.map(\.en).joined(separator: ", ") + ". ")
  }

  private static func plural(_ number: String, _ word: String) -> String {
    number == "1" ? "1 \(word)" : "\(number) \(word)s"
  }

  private static func records(_ report: CheckReport) -> Bilingual {
    let counts = report.accounting
    let all = DigitGroups.grouped(counts.records)
    let wrong = DigitGroups.grouped(counts.rejected)
    var ja = counts.rejected > 0 ? "データ\(all)行のうち誤りのある行は\(wrong)行。" : "データ\(all)行を点検した。"
    var en = counts.rejected > 0 ? "Records with errors: \(wrong) of \(all)." : "Records checked: \(all)."
    if counts.blankLines > 0 {
      let blank = DigitGroups.grouped(counts.blankLines)
      ja += "ほかに空行\(blank)行。"
      en += " Blank lines beside them: \(blank)."
    }
    return Bilingual(ja: ja, en: en)
  }

  private static func hints(_ report: CheckReport) -> [Bilingual] {
    guard !report.hasSchema else { return [] }
    let name = report.files.first ?? report.name
    return [
      Bilingual(
        ja: "定義ファイルがないため、列の型や制約は点検していません。下書きは shihyo describe \(name) --write datapackage.json で作れます。",
        en:
          "Without a descriptor neither types nor constraints are checked. shihyo describe \(name) --write datapackage.json drafts one."
      )
    ]
  }
}

extension Finding.Severity {
  /// The word of machine output.
  public var name: String {
    switch self {
    case .error: "error"
    case .warning: "warning"
    case .note: "note"
    }
  }
  public var label: Bilingual {
    switch self {
    case .error: Bilingual(ja: "誤り", en: "error")
    case .warning: Bilingual(ja: "注意", en: "warning")
    case .note: Bilingual(ja: "参考", en: "note")
    }
  }
}
