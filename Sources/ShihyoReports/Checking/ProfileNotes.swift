import ShihyoEngine
import ShihyoModel

/// What a person should know before using a table, in sentences.
enum ProfileNotes {
  static func notes(_ profile: Profile) -> [Bilingual] {
    header(profile) + profile.columns.flatMap(column) + rows(profile) + (profile.layout?.remarks ?? [])
      + problems(profile)
  }

  private static func header(_ profile: Profile) -> [Bilingual] {
    guard let guess = profile.headerGuess else { return [] }
    var notes = [
      Bilingual(
        ja: "見出しは\(guess.lines.upperBound)行目とみて読んだ。ほかのコマンドでは \(guess.flags) を付けるか、--write で定義ファイルを作る。",
        en:
          "The header seems to stand on line \(guess.lines.upperBound) and was read there. Other commands need \(guess.flags), or a descriptor made with --write."
      )
    ]
    if let unit = guess.unit {
      notes.append(Bilingual(ja: "表の上に「単位：\(unit.symbol)」とある。", en: "Above the table stands the unit \(unit.symbol)."))
    }
    return notes
  }

  private static func column(_ column: ColumnProfile) -> [Bilingual] {
    let name = Bilingual(ja: "\(column.letter)列「\(column.name)」", en: "Column \(column.letter) “\(column.name)”")
    var notes: [Bilingual] = []
    if let odd = column.odd {
      let quoted =
        odd.firstText.isEmpty
        ? Bilingual(ja: "", en: "") : Bilingual(ja: "「\(odd.firstText)」", en: " “\(odd.firstText)”")
      let isText = column.type == .text
      notes.append(
        Bilingual(
          ja: isText
            ? "\(name.ja)：数値が多いが、数値でない値が\(odd.count)件あるので文字とみた（最初は\(odd.firstLine)行目\(quoted.ja)）。"
            : "\(name.ja)：\(column.type.label.ja)とみたが、合わない値が\(odd.count)件ある（最初は\(odd.firstLine)行目\(quoted.ja)）。",
          en: isText
            ? "\(name.en) is mostly numbers but taken as text: \(odd.count) values are none (first on line \(odd.firstLine)\(quoted.en))."
            : "\(name.en): \(odd.count) values are no \(column.type.label.en) (first on line \(odd.firstLine)\(quoted.en))."
        ))
    }
    if column.dateOrders.count > 1 {
      notes.append(
        Bilingual(
          ja: "\(name.ja)：月と日の順が分からない（date-order を決める）。",
          en: "\(name.en): which is the month and which the day is open (declare date-order)."))
    } else if let order = column.dateOrders.first {
      notes.append(
        Bilingual(
          ja: "\(name.ja)：年月日の順は \(order.rawValue) だけが合う。読むには --date-order \(order.rawValue) か定義ファイルの date-order が要る。",
          en: "\(name.en): only the order \(order.rawValue) fits; reading needs date-order \(order.rawValue)."))
    }
    if column.hasAmbiguousYears {
      notes.append(
        Bilingual(
          ja: "\(name.ja)：R5 のような年が年度か暦年か分からない（year を決める）。",
          en: "\(name.en): whether R5 is a fiscal or a calendar year is open (declare year)."))
    }
    return notes
  }

  private static func rows(_ profile: Profile) -> [Bilingual] {
    var notes = profile.totals.prefix(5).map { total in
      let letter = Place.Column.spreadsheetLetters(total.column + 1)
      return Bilingual(
        ja: "\(letter)列に「\(total.text)」が\(total.count)行ある（最初は\(total.line)行目）。合計の行を足すと二重に数える（--without-totals で除く）。",
        en:
          "Column \(letter) has “\(total.text)” in \(total.count) rows (first on line \(total.line)); adding totals counts twice (--without-totals leaves them out)."
      )
    }
    if let remarks = profile.notes {
      notes.append(
        Bilingual(
          ja: "注などの行が\(remarks.count)行ある（最初は\(remarks.line)行目「\(remarks.text)」、--without-notes で除く）。",
          en:
            "\(remarks.count) rows are notes (first on line \(remarks.line) “\(remarks.text)”; --without-notes leaves them out)."
        ))
    }
    if let empty = profile.emptyRecords {
      notes.append(
        Bilingual(
          ja: "区切りだけの行が\(empty.count)行ある（最初は\(empty.line)行目）。",
          en: "\(empty.count) rows hold only delimiters (first on line \(empty.line))."))
    }
    return notes
  }

  static func problems(_ profile: Profile) -> [Bilingual] {
    guard profile.findingCount > 0 else { return [] }
    let first = profile.findings.first
    let ja = first.map { "最初は " + FindingText.line($0, .ja) } ?? ""
    let en = first.map { "The first: " + FindingText.line($0, .en) } ?? ""
    let count = DigitGroups.grouped(profile.findingCount)
    return [
      Bilingual(
        ja: "読み込みで\(count)件の指摘がある（一覧は shihyo check）。\(ja)",
        en: "Reading gave \(count) findings (shihyo check lists them). \(en)")
    ]
  }
}
