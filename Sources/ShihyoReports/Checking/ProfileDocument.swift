public import ShihyoEngine
import ShihyoModel

/// The description of a dataset as a document.
public enum ProfileDocument {
  /// File facts, a table of columns, and below it what a person should know before using the data.
  public static func text(_ profile: Profile) -> ReportDocument {
    var document = ReportDocument(title: Bilingual(ja: "内容：\(profile.name)", en: "Contents of \(profile.name)"))
    for file in profile.files { document.blocks.append(.list(facts(file).map { [.text($0)] })) }
    document.blocks.append(.table(columnTable(profile)))
    document.notes = ProfileNotes.notes(profile)
    return document
  }

  /// One row per column, for programs.
  public static func table(_ profile: Profile) -> ReportDocument {
    let reasons = Reason.allCases.filter { $0 != .unknownMark && $0 != .notSurveyed }
    let names =
      ["number", "column", "name", "type", "values"] + reasons.map(\.name)
      + [
        "odd", "odd-line", "odd-text", "smallest", "largest", "distinct", "longest", "example", "unit", "marks",
        "date-order",
      ]
    var table = PlainTable(name: "columns", columns: names.map { ($0, Bilingual(ja: $0, en: $0), false) })
    table.rows = profile.columns.map { column in
      let counts = reasons.map { PlainTable.Cell(String(column.reasons[$0])) }
      let words = [
        column.odd.map { String($0.count) } ?? "0", column.odd.map { String($0.firstLine) } ?? "",
        column.odd?.firstText ?? "", column.smallest ?? "", column.largest ?? "", column.distinct.code,
        String(column.longest), column.example ?? "", column.unit?.symbol ?? "", column.marks.joined(separator: " "),
        column.dateOrders.map(\.rawValue).joined(separator: "|"),
      ].map { PlainTable.Cell($0) }
      return [
        PlainTable.Cell(String(column.index + 1)), PlainTable.Cell(column.letter), PlainTable.Cell(column.name),
        PlainTable.Cell(column.type.name), PlainTable.Cell(String(column.values)),
      ] + counts + words
    }
    let facts = profile.files.flatMap(facts)
    return ReportDocument(blocks: [.table(table.table)], notes: facts + ProfileNotes.notes(profile))
  }

  private static func columnTable(_ profile: Profile) -> ReportTable {
    var table = PlainTable(
      name: "columns", title: Bilingual(ja: "列（\(profile.columns.count)）", en: "Columns (\(profile.columns.count))"),
      columns: [
        ("column", Bilingual(ja: "列", en: "Col"), false), ("name", Bilingual(ja: "列名", en: "Name"), false),
        ("type", Bilingual(ja: "型（推定）", en: "Likely type"), false), ("unit", Bilingual(ja: "単位", en: "Unit"), false),
        ("values", Bilingual(ja: "値", en: "Values"), true), ("without", Bilingual(ja: "値なし", en: "Without"), true),
        ("distinct", Bilingual(ja: "種類", en: "Distinct"), true),
        ("smallest", Bilingual(ja: "最小", en: "Smallest"), true),
        ("largest", Bilingual(ja: "最大", en: "Largest"), true), ("example", Bilingual(ja: "例", en: "Example"), false),
      ])
    table.rows = profile.columns.map { column in
      [
        PlainTable.Cell(column.letter), PlainTable.Cell(column.name),
        PlainTable.Cell(column.type.name, column.type.label),
        PlainTable.Cell(column.unit?.symbol ?? ""), PlainTable.Cell(column.values), without(column),
        PlainTable.Cell(column.distinct.code, column.distinct.label), PlainTable.Cell(column.smallest ?? ""),
        PlainTable.Cell(column.largest ?? ""), PlainTable.Cell(short(column.example ?? "")),
      ]
    }
    return table.table
  }

  /// 3（－2 空1）
  private static func without(_ column: ColumnProfile) -> PlainTable.Cell {
    let total = column.reasons.total
    let present = Reason.allCases.filter { column.reasons[$0] > 0 }
    guard total > 0, present != [.empty] else { return PlainTable.Cell(total) }
    let ja = present.map { "\($0 == .empty ? "空欄" : $0.sign(.ja))\(column.reasons[$0])" }.joined(separator: " ")
    let en = present.map { "\($0 == .empty ? "empty" : $0.sign(.en)) \(column.reasons[$0])" }.joined(separator: ", ")
    return PlainTable.Cell(String(total), Bilingual(ja: "\(total)（\(ja)）", en: "\(total) (\(en))"))
  }

  private static func short(_ text: String) -> String { text.count > 20 ? String(text.prefix(20)) + "…" : text }

  private static func facts(_ file: FileProfile) -> [Bilingual] {
    let bytes = DigitGroups.grouped(file.bytes)
    let records = DigitGroups.grouped(file.records)
    var facts = [
      Bilingual(
        ja: "ファイル　　\(file.path ?? "標準入力")（\(bytes)バイト）",
        en: "File        \(file.path ?? "standard input") (\(bytes) bytes)"),
      Bilingual(ja: "文字コード　\(file.encodingLabel.ja)", en: "Encoding    \(file.encodingLabel.en)"),
      Bilingual(ja: "区切り　　　\(file.delimiterLabel.ja)", en: "Delimiter   \(file.delimiterLabel.en)"),
    ]
    if let newlines = file.newlines { facts.append(lineEnds(newlines)) }
    let header = file.headerLine.map { Bilingual(ja: "\($0)行目", en: "line \($0)") } ?? Bilingual(ja: "なし", en: "none")
    var passed = Bilingual(ja: "", en: "")
    let passedOver = file.skippedLines + file.passedRecords
    if passedOver > 0 {
      passed = Bilingual(ja: "（データでない\(passedOver)行を除く）", en: " (\(passedOver) rows around it are no data)")
    }
    facts.append(Bilingual(ja: "見出し　　　\(header.ja)\(passed.ja)", en: "Header      \(header.en)\(passed.en)"))
    var ja = "行数　　　　データ\(records)行、物理\(DigitGroups.grouped(file.lines))行"
    var en = "Records     \(records) on \(DigitGroups.grouped(file.lines)) lines"
    if file.blankLines > 0 {
      ja += "、空行\(file.blankLines)行"
      en += ", \(file.blankLines) blank"
    }
    if file.rejected > 0 {
      ja += "、読めない行\(DigitGroups.grouped(file.rejected))行"
      en += ", \(DigitGroups.grouped(file.rejected)) unreadable"
    }
    facts.append(Bilingual(ja: ja, en: en))
    return facts
  }

  private static func lineEnds(_ newlines: FileProfile.Newlines) -> Bilingual {
    let kinds = [("CRLF", newlines.crlf), ("LF", newlines.lf), ("CR", newlines.cr)].filter { $0.1 > 0 }
    let named = kinds.map { kinds.count == 1 ? $0.0 : "\($0.0) \(DigitGroups.grouped($0.1))" }.joined(separator: " + ")
    let isMixed = newlines.kinds > 1
    let lacksEnd = !newlines.endsWithNewline
    let ja = (named.isEmpty ? "なし" : named) + (isMixed ? "（混在）" : "") + (lacksEnd && !named.isEmpty ? "、最後の行に改行なし" : "")
    let en =
      (named.isEmpty ? "none" : named) + (isMixed ? " (mixed)" : "")
      + (lacksEnd && !named.isEmpty ? ", none at the end" : "")
    return Bilingual(ja: "改行　　　　\(ja)", en: "Line ends   \(en)")
  }
}

extension ColumnProfile.Distinct {
  /// `12`, or `>10000` where they were not counted to the end.
  var code: String {
    switch self {
    case .exactly(let count): String(count)
    case .moreThan(let count): ">\(count)"
    }
  }
  var label: Bilingual {
    switch self {
    case .exactly(let count): Bilingual(ja: DigitGroups.grouped(count), en: DigitGroups.grouped(count))
    case .moreThan(let count): Bilingual(ja: "\(DigitGroups.grouped(count))超", en: "> \(DigitGroups.grouped(count))")
    }
  }
}
