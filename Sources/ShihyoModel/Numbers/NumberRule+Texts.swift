extension NumberRule {
  public var message: Bilingual {
    switch self {
    case .notANumber: Bilingual(ja: "数値として読めません", en: "this is not a number")
    case .misplacedComma:
      Bilingual(ja: "桁区切りのコンマの位置が正しくありません", en: "a thousands comma stands in the wrong place")
    case .spaceInside: Bilingual(ja: "数字の間に空白があります", en: "there is a space between the digits")
    case .scientificNotation:
      Bilingual(
        ja: "指数表記（1.23E+11 など）で、元の桁が失われているおそれがあります", en: "scientific notation: digits of the original may be lost")
    case .spreadsheetError: Bilingual(ja: "表計算ソフトのエラー値です", en: "this is an error value of a spreadsheet")
    case .dateForNumber: Bilingual(ja: "数値の列に日付があります", en: "a date stands in a column of numbers")
    case .otherDigits:
      Bilingual(ja: "漢数字や丸数字は数値として読みません", en: "kanji numerals, circled digits and fractions are not read as numbers")
    case .overflow: Bilingual(ja: "整数部が18桁を超えています", en: "the whole part has more than 18 digits")
    case .tooManyDecimals: Bilingual(ja: "小数部が9桁を超えています", en: "there are more than 9 decimals")
    case .unknownMark(let mark):
      Bilingual(ja: "記号「\(mark)」の意味が分かりません", en: "the meaning of the mark “\(mark)” is not known")
    case .unitMismatch(let found, let expected):
      Bilingual(
        ja: "単位「\(found)」は、この列の単位「\(expected)」に換算できません",
        en: "the unit \(found) cannot be converted to this column's unit, \(expected)")
    case .unitUndeclared(let unit):
      Bilingual(
        ja: "単位「\(unit)」付きの数値ですが、この列の単位が決まっていません",
        en: "the number carries the unit \(unit), but this column has no unit")
    case .unitMissing(let expected):
      Bilingual(
        ja: "この列のほかの数値には単位「\(expected)」が付いていますが、この数値にはありません",
        en: "other numbers of this column carry the unit \(expected), this one carries none")
    case .ambiguousScale(let unit):
      Bilingual(
        ja: "「万」「億」などが、列の単位「\(unit)」に掛かるのか、単位を付け直したものか分かりません",
        en: "it is not clear whether the scale word multiplies the column's unit, \(unit), or replaces it")
    case .digitBehindScale:
      Bilingual(
        ja: "「2万5」のような数は、25000とも20005とも読めます", en: "a number such as 2万5 can mean 25000 or 20005")
    case .doubtfulMinus(let sign):
      Bilingual(ja: "「\(sign)」を負の符号として読みました", en: "“\(sign)” was read as a minus sign")
    }
  }

  public var hint: Bilingual {
    switch self {
    case .notANumber:
      Bilingual(
        ja: "数字だけに直してください。数値がないことを表す語なら、定義ファイルの missingValues に加えてください",
        en: "correct the cell to plain digits; if the text means «no value», add it to missingValues in the descriptor")
    case .misplacedComma:
      Bilingual(
        ja: "コンマは右から3桁ごとに置くか、すべて取り除いてください。小数点は「.」です",
        en: "put commas every three digits from the right, or remove them; the decimal point is “.”")
    case .spaceInside:
      Bilingual(ja: "空白を取り除いてください。二つの数値なら列を分けてください", en: "remove the space, or put two numbers in two columns")
    case .scientificNotation:
      Bilingual(
        ja: "元のファイルで列の表示形式を「数値」または「文字列」にして、書き出し直してください",
        en: "set the column's format to number or text in the original file and export it again")
    case .spreadsheetError:
      Bilingual(
        ja: "元のファイルの数式を直し、値を書き出し直してください", en: "repair the formula in the original file and export the value again")
    case .dateForNumber:
      Bilingual(
        ja: "表計算ソフトが「5-9」などを日付に変えた場合は、元の値を文字列として書き出し直してください。日付の列なら型を date にしてください",
        en:
          "if a spreadsheet made a date of a text such as 5-9, export the original as text; if the column holds dates, declare its type as date"
      )
    case .otherDigits: Bilingual(ja: "0〜9 の数字で書いてください", en: "write it with the digits 0 to 9")
    case .overflow:
      Bilingual(
        ja: "桁数を確かめてください。番号やコードなら型を string に、金額なら千円などの大きな単位にしてください",
        en: "check the digits; declare codes as string, and give amounts in a larger unit such as 千円")
    case .tooManyDecimals:
      Bilingual(ja: "小数は9桁までに丸めてから書き出してください", en: "round to at most 9 decimals before exporting")
    case .unknownMark(let mark):
      Bilingual(
        ja: "表の凡例を確かめ、定義ファイルの signs に「\(mark)」の意味を書いてください（下書きは describe の --write で作れます）",
        en:
          "look at the table's legend and declare “\(mark)” in the descriptor under signs (describe --write drafts one)"
      )
    case .unitMismatch(_, let expected):
      Bilingual(
        ja: "値を「\(expected)」で書くか、定義ファイルの単位を直してください",
        en: "give the value in \(expected), or correct the unit in the descriptor")
    case .unitUndeclared(let unit):
      Bilingual(
        ja: "定義ファイルでこの列の unit に「\(unit)」などの単位を書くか、セルから単位を取り除いてください",
        en: "declare the column's unit in the descriptor (for example \(unit)), or remove the unit from the cells")
    case .unitMissing(let expected):
      Bilingual(
        ja: "単位のない数値の単位を確かめ、定義ファイルで列の単位を決めるか、セルに「\(expected)」を付けてください",
        en: "find out the unit of the bare number, then declare the column's unit or write \(expected) in the cell")
    case .ambiguousScale(let unit):
      Bilingual(
        ja: "「\(unit)」での数値に直すか、「1.2万円」のように単位まで書いてください",
        en: "write the number in \(unit), or write the whole unit, as in 1.2万円")
    case .digitBehindScale:
      Bilingual(ja: "「2万5千」や「25000」のように書いてください", en: "write it like 2万5千 or 25000")
    case .doubtfulMinus:
      Bilingual(
        ja: "負の数なら「-」または「△」で書いてください。長音やダッシュが紛れたものなら取り除いてください",
        en: "write a negative number with “-” or “△”; remove the sign if it got there by accident")
    }
  }
}
