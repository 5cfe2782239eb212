import ShihyoModel
public import ShihyoReports

/// The result of a verification for people: counts apart, what does not hold in full, then what cannot be told and why.
public enum VerificationDocument {
  public static func text(_ result: Verification) -> ReportDocument {
    var document = ReportDocument(title: Bilingual(ja: "検算", en: "Verification"))
    document.blocks.append(.table(counts(result)))
    document.blocks.append(.paragraph([.text(files(result))]))
    if !result.changedFiles.isEmpty {
      document.blocks.append(
        .list(result.changedFiles.flatMap { file in ([line(file)] + moved(file)).map { [.text($0)] } }))
    }
    append("合わない数値", "What does not hold", result.failures, &document)
    append("判定できない数値", "What cannot be told", result.figures.filter { $0.verdict == .undecidable }, &document)
    append(
      "導出値", "Derived, not printed", result.figures.filter { $0.section != .ledger && $0.verdict == .derived },
      &document)
    appendFindings(result.findings.filter { $0.severity != .note }, &document)
    document.blocks.append(.paragraph([.text(verdict(result))]))
    return document
  }

  /// Only what does not hold, for `-q`; nil where everything holds.
  public static func failures(_ result: Verification) -> ReportDocument? {
    guard !result.holds else { return nil }
    var document = ReportDocument(title: nil)
    if !result.changedFiles.isEmpty {
      document.blocks.append(
        .list(result.changedFiles.flatMap { file in ([line(file)] + moved(file)).map { [.text($0)] } }))
    }
    append("合わない数値", "What does not hold", result.failures, &document)
    appendFindings(result.findings.filter { $0.severity == .error }, &document)
    document.blocks.append(.paragraph([.text(verdict(result))]))
    return document
  }

  private static func appendFindings(_ findings: [Finding], _ document: inout ReportDocument) {
    if !findings.isEmpty {
      document.blocks.append(.heading(level: 1, Bilingual(ja: "指摘", en: "Findings")))
      let ja = FindingText.lines(findings, .ja)
      let en = FindingText.lines(findings, .en)
      document.blocks.append(.list(zip(ja, en).map { [.text(Bilingual(ja: $0, en: $1))] }))
    }
  }

  /// Verdicts down, sections across: what was copied is never added to what was proved.
  static func counts(_ result: Verification) -> ReportTable {
    let sections = CheckedFigure.Section.allCases
    let rows = Verdict.allCases.map { verdict in
      ReportTable.Row(
        keys: [ReportTable.KeyCell(verdict.rawValue, label: verdict.label)],
        figures: sections.map { section in
          Figure(kind: .count, value: .decimal(ExactDecimal(result.count(verdict, in: section))))
        })
    }
    return ReportTable(
      name: "counts", keyColumns: [ReportTable.KeyColumn(name: "verdict", label: Bilingual(ja: "判定", en: "Verdict"))],
      valueColumns: sections.map { ReportTable.ValueColumn(name: $0.rawValue, label: $0.label) }, rows: rows)
  }

  private static func files(_ result: Verification) -> Bilingual {
    let same = result.files.count { $0.state == .same }
    let changed = result.changedFiles.count
    let undeclared = result.files.count { $0.state == .undeclared }
    var ja = "ファイル\(result.files.count)個のうち、要約値の合うもの\(same)個、合わないもの\(changed)個。"
    var en = "Of \(result.files.count) files \(same) have the declared digest, \(changed) do not. "
    if undeclared > 0 {
      ja += "要約値のないもの\(undeclared)個。"
      en += "\(undeclared) declare none. "
    }
    return Bilingual(ja: ja, en: en)
  }

  private static func line(_ file: CheckedFile) -> Bilingual {
    guard file.state == .changed else {
      return Bilingual(ja: "・\(file.id)：読めません", en: "- \(file.id): cannot be read")
    }
    var line = Bilingual(ja: "・\(file.id)：変更あり。", en: "- \(file.id): changed")
    if !file.moved.isEmpty {
      let count = file.moved.count
      line = Bilingual(ja: line.ja + "動いた数値\(count)件：", en: line.en + "; figures that moved (\(count)):")
    } else if file.untold.isEmpty {
      line = Bilingual(ja: line.ja + "動いた数値はありません", en: line.en + "; no figure moved")
    }
    guard !file.untold.isEmpty else { return line }
    return Bilingual(
      ja: line.ja + "計算し直せないため、数値が動いたか分からない数値根拠表：\(file.untold.joined(separator: "、"))",
      en: line.en + "; whether figures moved cannot be told of the ledgers \(file.untold.joined(separator: ", ")), "
        + "which could not be computed again")
  }

  /// Old, new and difference of every figure that a file moved; where there are very many, the other formats have them all.
  private static func moved(_ file: CheckedFile) -> [Bilingual] {
    let shown = file.moved.prefix(20).map { figure in
      Bilingual(ja: "　\(figure.id)：\(figure.spelled(.ja))", en: "    \(figure.id): \(figure.spelled(.en))")
    }
    let rest = file.moved.count - shown.count
    guard rest > 0 else { return shown }
    return shown + [Bilingual(ja: "　ほか\(rest)件（-f csv ですべて）", en: "    and \(rest) more (-f csv has them all)")]
  }

  private static func append(
    _ ja: String, _ en: String, _ figures: [CheckedFigure], _ document: inout ReportDocument
  ) {
    guard !figures.isEmpty else { return }
    document.blocks.append(.heading(level: 1, Bilingual(ja: ja, en: en)))
    document.blocks.append(.list(figures.map { [.text(sentence($0))] }))
  }

  /// One figure in one line: id, place, printed, computed, difference, slip, reason.
  static func sentence(_ figure: CheckedFigure) -> Bilingual {
    func text(_ language: Language) -> String {
      let isJapanese = language == .ja
      var parts: [String] = []
      func signed(_ text: String) -> String { isJapanese ? MinusSign.japanese(text) : text }
      // A document's own words stay; a ledger has bare digits.
      let printed = figure.section == .ledger ? DigitGroups.number(figure.printed) : figure.printed
      if !printed.isEmpty { parts.append((isJapanese ? "印字 " : "printed ") + signed(printed)) }
      if !figure.computed.isEmpty {
        parts.append((isJapanese ? "計算 " : "computed ") + signed(DigitGroups.number(figure.computed)))
      }
      if !figure.difference.isEmpty, figure.difference != "0" {
        parts.append((isJapanese ? "差 " : "difference ") + signed(DigitGroups.grouped(figure.difference)))
      }
      if !figure.working.isEmpty, figure.working != figure.computed,
        figure.section != .ledger || figure.verdict == .wrong
      {
        parts.append(signed(figure.working))
      }
      if let slip = figure.slip { parts.append((isJapanese ? "おそらく" : "likely ") + slip[language]) }
      if let why = figure.why { parts.append(signed(why[language])) }
      if !figure.rows.isEmpty { parts.append(rows(figure, language)) }
      let place = places(figure, language)
      let stands = place.isEmpty ? "" : isJapanese ? "（\(place)）" : " (\(place))"
      return (isJapanese ? "・" : "- ") + figure.id + stands
        + (isJapanese ? "：" : ": ") + parts.joined(separator: isJapanese ? "、" : ", ")
    }
    return Bilingual(ja: text(.ja), en: text(.en))
  }

  private static func rows(_ figure: CheckedFigure, _ language: Language) -> String {
    // The folder stands with the file that changed.
    let names = figure.rows.prefix(3).map { $0.split(separator: "/").last.map(String.init) ?? $0 }
    let more = figure.rowCount - names.count
    let isJapanese = language == .ja
    let rest = more > 0 ? (isJapanese ? " ほか\(more)行" : " and \(more) more") : ""
    return (isJapanese ? "行 " : "rows ") + names.joined(separator: isJapanese ? "、" : ", ") + rest
  }

  private static func places(_ figure: CheckedFigure, _ language: Language) -> String {
    var parts: [String] = []
    if !figure.document.isEmpty { parts.append(figure.document + (figure.line.isEmpty ? "" : ":" + figure.line)) }
    if let file = figure.place.file, figure.verdict == .wrong {
      parts.append(file + (figure.place.line.map { ":\($0)" } ?? ""))
    }
    return parts.joined(separator: language == .ja ? "、" : ", ")
  }

  private static func verdict(_ result: Verification) -> Bilingual {
    result.holds
      ? Bilingual(
        ja: "合わないものはありません。転記のみの数値は、元データがないため証明していません。",
        en: "Nothing fails to hold. What was only copied is not proved: no data lies behind it.")
      : Bilingual(
        ja: "合わないものがあります（数値\(result.failures.count)件、ファイル\(result.changedFiles.count)個、誤り\(errors(result))件）。",
        en:
          "Something does not hold: figures \(result.failures.count), files \(result.changedFiles.count), errors \(errors(result))."
      )
  }

  private static func errors(_ result: Verification) -> Int { result.findings.count { $0.severity == .error } }
}
