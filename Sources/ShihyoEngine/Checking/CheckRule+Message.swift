public import ShihyoModel

extension CheckRule {
  public var message: Bilingual {
    switch self {
    case .required: Bilingual(ja: "必須の欄が空です", en: "this cell must not be empty")
    case .notUnique(let line, let file):
      Bilingual(
        ja: "\(Self.place(line, file).ja)に同じ値があります", en: "the same value stands on \(Self.place(line, file).en)")
    case .below(let minimum, let isExclusive):
      Bilingual(
        ja: isExclusive ? "\(minimum) より大きくありません" : "\(minimum) より小さい値です",
        en: isExclusive ? "not above \(minimum)" : "below \(minimum)")
    case .above(let maximum, let isExclusive):
      Bilingual(
        ja: isExclusive ? "\(maximum) より小さくありません" : "\(maximum) より大きい値です",
        en: isExclusive ? "not below \(maximum)" : "above \(maximum)")
    case .tooShort(let characters, let minimum):
      Bilingual(ja: "\(characters)文字しかありません（\(minimum)文字以上）", en: "\(characters) characters; at least \(minimum)")
    case .tooLong(let characters, let maximum):
      Bilingual(ja: "\(characters)文字あります（\(maximum)文字まで）", en: "\(characters) characters; at most \(maximum)")
    case .patternMismatch(let pattern):
      Bilingual(ja: "定めた形（\(pattern)）に合いません", en: "not of the form \(pattern)")
    case .notInEnum: Bilingual(ja: "定めた値のどれでもありません", en: "none of the values that are allowed")
    case .unknownCategory: Bilingual(ja: "定めた区分のどれでもありません", en: "none of the categories that are declared")
    case .notADay: Bilingual(ja: "年月日の列に、日のない値があります", en: "a column of days holds a value without a day")
    case .notAMonth: Bilingual(ja: "年月の列に、月でない値があります", en: "a column of months holds another value")
    case .notAClockTime: Bilingual(ja: "時刻として読めません", en: "this is not a time of day")
    case .constraintUnreadable(let constraint, let value, let type):
      Bilingual(
        ja: "定義ファイルの制約 \(constraint)「\(value)」は、型 \(type) の列では点検できません",
        en: "the constraint \(constraint) “\(value)” of the descriptor cannot be checked in a column of type \(type)")
    case .keyEmpty(let columns):
      Bilingual(
        ja: "主キー（\(columns.joined(separator: "、"))）が空です",
        en: "the primary key (\(columns.joined(separator: ", "))) is empty")
    case .keyDuplicate(let columns, let line, let file):
      Bilingual(
        ja: "キー（\(columns.joined(separator: "、"))）が\(Self.place(line, file).ja)と同じです",
        en: "the key (\(columns.joined(separator: ", "))) is the same as on \(Self.place(line, file).en)")
    case .referenceMissing(let columns, let resource, let referenced):
      Bilingual(
        ja: "\(columns.joined(separator: "、")) の値が、\(resource ?? "この表")の \(referenced.joined(separator: "、")) にありません",
        en:
          "the value of \(columns.joined(separator: ", ")) is not among \(referenced.joined(separator: ", ")) of \(resource ?? "this table")"
      )
    case .referenceUnreadable(let resource):
      Bilingual(
        ja: "参照先（\(resource ?? "この表")）を読めないため、外部キーを点検していません",
        en: "the foreign key is not checked: \(resource ?? "this table") cannot be read for it")
    case .fieldMissing(let name, _):
      Bilingual(ja: "定義ファイルにある列「\(name)」が見出しにありません", en: "the declared column “\(name)” is not in the header")
    case .fieldUndeclared: Bilingual(ja: "定義ファイルにない列です", en: "this column is not declared")
    case .fieldOutOfOrder(let expected):
      Bilingual(
        ja: "列の順が定義ファイルと違います（ここは「\(expected)」の位置）",
        en: "the columns are in another order than declared (“\(expected)” belongs here)")
    case .fieldSpelling(let declared):
      Bilingual(
        ja: "見出しが定義ファイルの「\(declared)」と空白や全角・半角だけ違います",
        en: "this header differs from “\(declared)” only in width or spaces")
    case .noFieldMatches(let declared):
      Bilingual(
        ja: "定義ファイルの列が一つもありません（\(declared.joined(separator: "、"))）",
        en: "none of the declared columns is here (\(declared.joined(separator: ", ")))")
    case .headerBelow(let line, _):
      Bilingual(ja: "見出しは\(line)行目のようです", en: "the header seems to stand on line \(line)")
    case .headerLooksLikeData:
      Bilingual(ja: "見出しがなく、この行からデータのようです", en: "there seems to be no header: this row looks like data")
    case .emptyRow: Bilingual(ja: "区切り文字だけの空の行です", en: "this row holds nothing but delimiters")
    case .hiddenCharacter(let code):
      Bilingual(
        ja: "見えない文字（\(code)）があり、同じ語でも別の値になります", en: "a character that cannot be seen (\(code)) makes it another value")
    case .privateCharacter(let code):
      Bilingual(
        ja: "外字（\(code)）があります。ほかのパソコンや印刷物では別の字になるか、表示されません",
        en: "a user-defined character (\(code)) shows as another one, or not at all, on other machines")
    case .otherForm(let form, let text, let cells, let values):
      switch form {
      case .number:
        Bilingual(
          ja: "この列の値\(values)個のほとんどは数値ですが、\(cells)個は数値ではありません（最初は「\(text)」）",
          en: "most of the \(values) values are numbers, \(cells) \(cells == 1 ? "is" : "are") not (first “\(text)”)")
      case .time:
        Bilingual(
          ja: "この列の値\(values)個のほとんどは日付や期間ですが、\(cells)個はそうではありません（最初は「\(text)」）",
          en:
            "most of the \(values) values are dates or periods, \(cells) \(cells == 1 ? "is" : "are") not (first “\(text)”)"
        )
      }
    case .lostCharacter:
      Bilingual(ja: "文字コードの変換で失われた文字（U+FFFD）があります", en: "a character was lost in a conversion (U+FFFD)")
    case .oddQuote:
      Bilingual(ja: "値の中に、対になっていない引用符（\"）があります", en: "a quote (\") stands in this value without its partner")
    case .mayHoldRows(let lines):
      Bilingual(
        ja: "一つのセルが\(lines)行にわたり、下の行を飲み込んでいるかもしれません",
        en: "this cell goes over \(lines) lines and may have swallowed the rows below")
    case .otherQuotes(let sign, let cells):
      Bilingual(
        ja: "\(cells)件の値が「\(sign)」で囲まれ、囲みも値の一部として読みました",
        en: "\(cells) of the values are enclosed in \(sign), which was read as part of them")
    case .outerSpaces(let cells):
      Bilingual(
        ja: "\(cells)件の値の前か後ろに空白があり、値の一部として読みました",
        en: "\(cells) of the values have a space before or after them, which was read as part of them")
    case .otherDelimiter(let sign, let cells):
      Bilingual(
        ja: "\(cells)件の値に区切り文字のような「\(sign)」があり、値の一部として読みました",
        en: "\(cells) of the values have \(sign), a delimiter elsewhere, which was read as part of them")
    case .splitNumber(let left, let right, let cells):
      Bilingual(
        ja: "この列のほかの値は数値ではないのに、左の列の「\(left)」に続けて「\(right)」があります（\(cells)行）。「\(left),\(right)」がコンマの所で二つのセルに分かれたのかもしれません",
        en:
          "“\(right)” beside “\(left)”, in a column whose other values are no numbers (\(cells) \(cells == 1 ? "row" : "rows")): \(left),\(right) may have been read as two cells"
      )
    case .otherEncodingLikely(let reading):
      Bilingual(ja: "半角カナですが、EUC-JPの「\(reading)」かもしれません", en: "half-width kana, which may be “\(reading)” in EUC-JP")
    case .spreadsheetDate(let month, let day):
      Bilingual(
        ja: "表計算ソフトが「\(month)-\(day)」を日付に変えたようです", en: "a spreadsheet seems to have made a date of \(month)-\(day)")
    case .spreadsheetNumber:
      Bilingual(ja: "表計算ソフトが長い番号を指数の形に変えたようです", en: "a spreadsheet seems to have shortened a long number")
    case .spreadsheetError: Bilingual(ja: "表計算ソフトのエラー値です", en: "this is an error value of a spreadsheet")
    case .brackets(let rule): rule.message
    case .percentAndRatio(let ratios, let values):
      Bilingual(
        ja: "百分率の列に、比（0～1）で書いたらしい値が \(values)件中\(ratios)件あります",
        en: "\(ratios) of \(values) values in a column of percentages look like ratios between 0 and 1")
    case .mixedUnits(let units):
      Bilingual(
        ja: "一つの列に違う単位があります（\(units.joined(separator: "、"))）",
        en: "several units in one column (\(units.joined(separator: ", ")))")
    case .unitInSomeCells(let unit, let cells, let values):
      Bilingual(
        ja: "\(values)件中\(cells)件のセルだけに単位（\(unit)）が付いています",
        en: "\(cells) of \(values) cells carry the unit (\(unit)), the others do not")
    case .hidden:
      Bilingual(
        ja: "値が列の定義に合いません（個人情報の列のため、内容は表示しません）",
        en: "this value does not fit the column (a personal column, so it is not shown)")
    }
  }

  private static func place(_ line: Int, _ file: String?) -> Bilingual {
    // Where records are only counted, nobody knows their lines.
    if line == 0 { return Bilingual(ja: "別の行", en: "another line") }
    return Bilingual(
      ja: (file.map { "\($0) の" } ?? "") + "\(line)行目", en: "line \(line)" + (file.map { " of \($0)" } ?? ""))
  }
}
