public import ShihyoModel

/// What can be wrong with a question before any record is read, and what is worth knowing about its answer.
public enum QueryRule: FindingRule {
  case unknownColumn(name: String, nearest: String?, columns: [String])
  case ambiguousColumn(name: String, matches: [String])
  case conditionValue(column: String, value: String, expected: Bilingual)
  /// `<` and `>` on an undeclared column with a value that is neither a number nor a date.
  case comparisonNeedsType(column: String, value: String)
  /// `<` and `>` on classes of ages.
  case orderOnBrackets(Condition)
  case notAMeasure(column: String, type: String)
  case rateNotSummed(column: String)
  case notADateColumn(column: String, type: String)
  /// The sum of a column that stands in several records of a row.
  case repeatedByUnpivot(column: String, values: [String])
  case emptySeparator(column: String)
  case noOptions
  case labelsAlike(column: String, first: String, firstLine: Int, second: String, secondLine: Int)
  /// R5 and 令和5年度 of a column of periods.
  case periodsAlike(column: String, first: String, firstLine: Int, second: String, secondLine: Int)
  /// The smallest or largest of an undeclared column, in an order that numbers and dates do not have.
  case comparedAsText(column: String, cause: TextCause, text: String, line: Int)
  /// 2024.1 beside 2024.9 and 2024.11, and no 2024.10: a spreadsheet has made a number of the month.
  case lostZero(column: String, text: String, line: Int)

  /// Why cells are compared as texts.
  public enum TextCause: Sendable { case words, times, units }

  public static let examples: [QueryRule] = [
    .unknownColumn(name: "利用者", nearest: "利用者数", columns: ["区", "利用者数"]),
    .unknownColumn(name: "X", nearest: nil, columns: ["区", "利用者数"]),
    .ambiguousColumn(name: "区", matches: ["区", "区 "]),
    .conditionValue(column: "件数", value: "abc", expected: Bilingual(ja: "数値", en: "a number")),
    .comparisonNeedsType(column: "区", value: "門司"),
    .orderOnBrackets(Condition(column: "年齢", comparison: .greaterOrEqual, values: ["65"])),
    .notAMeasure(column: "区", type: "string"),
    .rateNotSummed(column: "稼働率"), .repeatedByUnpivot(column: "世帯数", values: ["人口"]),
    .notADateColumn(column: "区", type: "string"),
    .emptySeparator(column: "回答"), .noOptions,
    .labelsAlike(column: "区", first: "門司区", firstLine: 2, second: "門司区 ", secondLine: 9),
    .labelsAlike(column: "区", first: "八幡西区", firstLine: 2, second: "八幡西區", secondLine: 9),
    .periodsAlike(column: "年度", first: "R5", firstLine: 2, second: "令和5年度", secondLine: 9),
    .comparedAsText(column: "人数", cause: .words, text: "95O", line: 9),
    .comparedAsText(column: "利用日", cause: .times, text: "R6.9.1", line: 2),
    .comparedAsText(column: "額", cause: .units, text: "5千円", line: 9),
    .lostZero(column: "年月", text: "2024.1", line: 8),
  ]

  public var code: String {
    switch self {
    case .unknownColumn: "query.unknown-column"
    case .ambiguousColumn: "query.ambiguous-column"
    case .conditionValue: "query.condition-value"
    case .comparisonNeedsType: "query.comparison-needs-type"
    case .orderOnBrackets: "query.order-on-brackets"
    case .notAMeasure: "query.not-a-measure"
    case .rateNotSummed: "query.rate-not-summed"
    case .notADateColumn: "query.not-a-date-column"
    case .repeatedByUnpivot: "query.repeated-by-unpivot"
    case .emptySeparator: "query.empty-separator"
    case .noOptions: "query.no-options"
    case .labelsAlike: "query.labels-alike"
    case .periodsAlike: "query.periods-alike"
    case .comparedAsText: "query.compared-as-text"
    case .lostZero: "query.lost-zero"
    }
  }

  public var severity: Finding.Severity {
    switch self {
    case .labelsAlike, .periodsAlike, .comparedAsText, .lostZero: .warning
    default: .error
    }
  }

  public var message: Bilingual {
    switch self {
    case .unknownColumn(let name, _, _):
      Bilingual(ja: "列「\(name)」がありません", en: "there is no column \"\(name)\"")
    case .ambiguousColumn(let name, let matches):
      Bilingual(
        ja: "列「\(name)」に当てはまる見出しが複数あります: \(Self.list(matches))",
        en: "several headers match the column \"\(name)\": \(Self.list(matches))")
    case .conditionValue(let column, let value, let expected):
      Bilingual(
        ja: "列「\(column)」の条件の値「\(value)」は\(expected.ja)として読めません",
        en: "the value \"\(value)\" of the condition on \"\(column)\" is not \(expected.en)")
    case .comparisonNeedsType(let column, let value):
      Bilingual(
        ja: "列「\(column)」を「\(value)」と大小比較できません。数値でも日付でもありません",
        en: "\"\(column)\" cannot be compared with \"\(value)\": it is neither a number nor a date")
    case .orderOnBrackets(let condition):
      Bilingual(
        ja: "列「\(condition.column)」は年齢区分なので、\(condition.comparison.rawValue) で比べられません",
        en: "\"\(condition.column)\" holds age brackets, which \(condition.comparison.rawValue) cannot compare")
    case .notAMeasure(let column, let type):
      Bilingual(
        ja: "列「\(column)」は \(type) 型なので合計できません", en: "the column \"\(column)\" is of type \(type) and has no sum")
    case .rateNotSummed(let column):
      Bilingual(
        ja: "列「\(column)」は率なので、合計も平均もできません",
        en: "the column \"\(column)\" holds rates, which are neither summed nor averaged")
    case .repeatedByUnpivot(let column, _):
      Bilingual(
        ja: "列「\(column)」は一つの行から作る何件もの記録に繰り返し現れるので、合計すると水増しになります",
        en: "\"\(column)\" stands in every record that a row was unpivoted into, so its sum would count rows many times"
      )
    case .notADateColumn(let column, let type):
      Bilingual(
        ja: "列「\(column)」は \(type) 型なので、期間にまとめられません",
        en: "the column \"\(column)\" is of type \(type) and has no periods")
    case .emptySeparator(let column):
      Bilingual(ja: "列「\(column)」を分ける文字が空です", en: "the separator for \"\(column)\" is empty")
    case .noOptions: Bilingual(ja: "選択肢の列が一つも指定されていません", en: "no option columns are named")
    case .labelsAlike(let column, let first, let firstLine, let second, let secondLine):
      // Of a personal column the texts are not told, nor in what they differ.
      !first.isEmpty && TextFolding.fold(first) == TextFolding.fold(second)
        ? Self.alike(
          column, (first, firstLine), (second, secondLine), ja: "は空白や全角・半角だけが違い、別のグループになっています",
          en: "differ only in spaces or width, and are two groups")
        : Self.alike(
          column, (first, firstLine), (second, secondLine), ja: "は字体・大文字小文字・先頭の0・中の空白・見えない文字などだけが違い、別のグループになっています",
          en:
            "look like one (a variant letter, case, a leading zero, an inner space, a hidden character), and are two groups"
        )
    case .periodsAlike(let column, let first, let firstLine, let second, let secondLine):
      Self.alike(
        column, (first, firstLine), (second, secondLine), ja: "は同じ期間ですが、別のグループになっています",
        en: "are one period, and two groups")
    case .comparedAsText(let column, let cause, let text, let line): Self.compared(column, cause, text, line)
    case .lostZero(let column, let text, let line):
      Bilingual(
        ja:
          "列「\(column)」の「\(text)」\(Self.line(line).ja) は1月と読めますが、同じ年の9月や11月があって10月がありません。\(text)0 の 0 を表計算ソフトが消したとみられます",
        en:
          "\"\(text)\"\(Self.line(line).en) of the column \"\(column)\" reads as January, but the year has a September or November and no October: a spreadsheet seems to have made it of \(text)0"
      )
    }
  }

  private static func line(_ number: Int) -> Bilingual {
    number > 0 ? Bilingual(ja: "(\(number)行目)", en: " (line \(number))") : Bilingual(ja: "", en: "")
  }

  private static func compared(_ column: String, _ cause: TextCause, _ text: String, _ line: Int) -> Bilingual {
    let place = Self.line(line)
    let why =
      switch cause {
      case .words:
        Bilingual(ja: "数値でないセルがあるためで、最初は「\(text)」\(place.ja)です", en: "\"\(text)\"\(place.en) is no number")
      case .times:
        Bilingual(
          ja: "「\(text)」\(place.ja) のような日付の列と宣言されていないためです",
          en: "dates such as \"\(text)\"\(place.en) are texts until their column is declared")
      case .units:
        Bilingual(
          ja: "数値の単位がそろっていないためで、「\(text)」\(place.ja)が最初のものと違います",
          en: "the units differ, \"\(text)\"\(place.en) from those before")
      }
    return Bilingual(
      ja: "列「\(column)」の最小・最大は、大きさや日付の順でなく、文字として比べた結果です。\(why.ja)",
      en: "the smallest or largest of \"\(column)\" was found by comparing text, not by size or date: \(why.en)")
  }

  /// Without the lines where they are 0: of records that are only counted nobody knows them.
  private static func alike(
    _ column: String, _ first: (text: String, line: Int), _ second: (text: String, line: Int), ja: String, en: String
  ) -> Bilingual {
    let (one, other) = (Self.line(first.line), Self.line(second.line))
    return Bilingual(
      ja: "列「\(column)」の「\(first.text)」\(one.ja) と「\(second.text)」\(other.ja) \(ja)",
      en: "\"\(first.text)\"\(one.en) and \"\(second.text)\"\(other.en) of the column \"\(column)\" \(en)")
  }

  public var hint: Bilingual {
    switch self {
    case .unknownColumn(_, let nearest, let columns):
      if let nearest {
        Bilingual(
          ja: "「\(nearest)」ではありませんか。列: \(Self.list(columns))",
          en: "did you mean \"\(nearest)\"? Columns: \(Self.list(columns))")
      } else {
        Bilingual(ja: "列は次のとおりです: \(Self.list(columns))", en: "the columns are: \(Self.list(columns))")
      }
    case .ambiguousColumn:
      Bilingual(
        ja: "見出しのとおりに正確に書くか、ファイルの見出しを別々の名前にしてください",
        en: "write the header exactly as it stands, or give the columns different names in the file")
    case .conditionValue(_, _, let expected):
      Bilingual(ja: "\(expected.ja)を書いてください", en: "write \(expected.en)")
    case .comparisonNeedsType:
      Bilingual(
        ja: "< や > には 1000 のような数値か 2025-04-01 のような日付を書いてください。文字列には = か ~ を使えます",
        en: "with < and > write a number such as 1000 or a date such as 2025-04-01; texts take = or ~")
    case .orderOnBrackets(let condition): Self.bracketHint(condition)
    case .notAMeasure:
      Bilingual(
        ja: "数値の列を指定するか、件数 (count) を使ってください", en: "name a column of numbers, or count the records instead")
    case .rateNotSummed:
      Bilingual(
        ja: "率は分子の合計を分母の合計で割って求めます (--ratio)。分子と分母の列を指定してください",
        en: "divide the sum of the numerators by the sum of the denominators (--ratio) and name those columns")
    case .repeatedByUnpivot(_, let values):
      Bilingual(
        ja: "合計できるのは\(Self.list(values))です。この列は、unpivot を書かない別のリソース（同じ path）で集計してください",
        en:
          "what can be summed: \(Self.list(values)); sum this column in another resource of the same path, without unpivot"
      )
    case .notADateColumn:
      Bilingual(
        ja: "日付か期間の列を指定するか、定義ファイルで列の型を date か period にしてください",
        en: "name a column of dates or periods, or declare it as date or period in the descriptor")
    case .emptySeparator:
      Bilingual(ja: "「;」のような区切り文字を書いてください", en: "write the separator, for example ;")
    case .noOptions:
      Bilingual(ja: "選択肢ごとの列の名前を並べてください", en: "list the columns, one per option")
    case .labelsAlike:
      Bilingual(
        ja: "同じものなら、元のデータの表記をそろえてください。違うものなら、このままでかまいません",
        en: "if they mean the same, correct one of them in the source; if not, leave them")
    case .periodsAlike(let column, _, _, _, _):
      Bilingual(
        ja: "期間ごとにまとめるには --by \(column):年度 のように期間の種類を付けるか、元のデータの表記をそろえてください",
        en:
          "to group by the period, name its length, as in --by \(column):fiscal-year, or correct one of them in the source"
      )
    case .comparedAsText(_, .times, _, _):
      Bilingual(
        ja: "describe --write で定義ファイルを下書きし、この列の型を date（月や年度なら period）にすれば、日付の順に比べます",
        en: "draft a descriptor with describe --write and declare the column as date (months and years: period)")
    case .comparedAsText(_, .units, _, _):
      Bilingual(
        ja: "すべてのセルの単位をそろえるか、describe --write で定義ファイルを下書きし、この列の unit を決めてください",
        en:
          "write one unit in all cells, or draft a descriptor with describe --write and declare the unit of the column")
    case .comparedAsText:
      Bilingual(
        ja: "数値の列なら、そのセルを直してください。値がないことを表す語なら、describe --write で定義ファイルを下書きし、missingValues に書いてください",
        en:
          "if it should hold numbers, correct the cell; a word for «no value» belongs in missingValues of a descriptor, which describe --write drafts"
      )
    case .lostZero(_, let text, _):
      Bilingual(
        ja: "10月なら、元の表の列を文字列にして \(text)0 と書き直してください。1月なら、このままでかまいません",
        en: "if it is October, format the column as text in the source and write \(text)0; if it is January, leave it")
    }
  }

  /// The classes that the comparison wants, as a key that can be typed.
  private static func bracketHint(_ condition: Condition) -> Bilingual {
    let name = condition.column.contains { ":,()=<>!~|".contains($0) } ? "`\(condition.column)`" : condition.column
    var border = condition.values.first.flatMap { Int($0) }
    if [.greater, .lessOrEqual].contains(condition.comparison) { border = border.map { $0 + 1 } }
    let classes = border.flatMap { (1...120).contains($0) ? "0-\($0 - 1),\($0)+" : nil } ?? "0-64,65+"
    return Bilingual(
      ja: "--by '\(name):brackets(\(classes))' でまとめるか、構成比なら shares --over \(name) --brackets \"\(classes)\" を使ってください",
      en:
        "group with --by '\(name):brackets(\(classes))', or for shares use shares --over \(name) --brackets \"\(classes)\""
    )
  }

  private static func list(_ names: [String]) -> String {
    let shown = names.prefix(30).joined(separator: ", ")
    return names.count > 30 ? shown + ", … (\(names.count))" : shown
  }
}
