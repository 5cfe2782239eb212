public import ShihyoModel

extension CheckRule {
  public var hint: Bilingual {
    switch self {
    case .required, .keyEmpty: Bilingual(ja: "元の資料で値を確かめて入力してください", en: "look the value up and fill it in")
    case .notUnique, .keyDuplicate:
      Bilingual(
        ja: "二重に入力した行を除くか、どちらかの番号を直してください", en: "remove the row that was entered twice, or correct one of the two")
    case .below, .above, .tooShort, .tooLong, .patternMismatch:
      Bilingual(
        ja: "値を直すか、正しい値なら定義ファイルの制約を見直してください",
        en: "correct the value; if it is right, correct the constraint in the descriptor")
    case .notInEnum(let nearest, let allowed), .unknownCategory(let nearest, let allowed): Self.choice(nearest, allowed)
    case .notADay:
      Bilingual(ja: "2025-04-01 や 令和7年4月1日 のように、日まで書いてください", en: "write the whole day, for example 2025-04-01")
    case .notAMonth: Bilingual(ja: "2025-04 や 令和7年4月 のように書いてください", en: "write a month, for example 2025-04")
    case .notAClockTime: Bilingual(ja: "9:05 や 09:05:00 のように書いてください", en: "write it like 9:05 or 09:05:00")
    case .constraintUnreadable: Bilingual(ja: "定義ファイルの制約を直してください", en: "correct the constraint in the descriptor")
    case .referenceMissing(_, let resource, _):
      Bilingual(
        ja: "値を直すか、\(resource ?? "この表")に行を加えてください",
        en: "correct the value, or add the row to \(resource ?? "this table")")
    case .referenceUnreadable:
      Bilingual(
        ja: "参照先の名前とファイルを確かめてください。標準入力は一度しか読めません",
        en: "check the resource's name and file; standard input can be read only once")
    case .fieldMissing(_, let nearest):
      nearest.map {
        Bilingual(
          ja: "見出しの「\($0)」のことなら、どちらかに名前をそろえてください", en: "if it is the “\($0)” of the header, make the names equal")
      } ?? Bilingual(ja: "列を加えるか、定義ファイルから除いてください", en: "add the column, or remove it from the descriptor")
    case .fieldUndeclared(let nearest):
      nearest.map {
        Bilingual(ja: "定義ファイルの「\($0)」のことなら、どちらかに名前をそろえてください", en: "if it is the declared “\($0)”, make the names equal")
      }
        ?? Bilingual(
          ja: "定義ファイルに加えるか、列を除いてください（加えるまで、この列の値は点検していません）",
          en: "declare it, or remove it; until then its cells are not checked")
    case .fieldOutOfOrder:
      Bilingual(
        ja: "列を並べ直すか、順を問わないなら定義ファイルに \"fieldsMatch\": \"equal\" と書いてください",
        en: "reorder the columns, or declare \"fieldsMatch\": \"equal\" where the order has no meaning")
    case .fieldSpelling:
      Bilingual(ja: "ほかのソフトは別の列とみなします。名前をそろえてください", en: "other tools take them for two columns; make the names equal")
    case .noFieldMatches:
      Bilingual(
        ja: "別の表の定義ファイルではないか、見出しが何行目にあるか確かめてください",
        en: "check that the descriptor is that of this table, and on which line the header stands")
    case .headerBelow(_, let flags):
      Bilingual(ja: "\(flags) を付けて点検し直してください", en: "check again with \(flags)")
    case .headerLooksLikeData:
      Bilingual(ja: "見出しがなければ -H を付け、列はA、B、…と指定してください", en: "if so, add -H; the columns are then A, B, …")
    case .emptyRow:
      Bilingual(
        ja: "行を消すか、集計では --without-notes で除いてください（除かないと1件と数えます）",
        en: "delete the row, or leave it out with --without-notes; else it counts as one")
    case .privateCharacter:
      Bilingual(ja: "常用の字に替えるか、かなで書いてください", en: "write it with a common character, or in kana")
    case .otherForm:
      Bilingual(
        ja: "書き間違いや列のずれでないか確かめてください。値がないことを表す語なら、定義ファイルの missingValues に書いてください",
        en: "look for a slip or a shifted row; a word for «no value» belongs in missingValues of the descriptor")
    case .hiddenCharacter: Bilingual(ja: "このセルを入力し直してください", en: "type this cell again")
    case .lostCharacter: Bilingual(ja: "元のファイルから書き出し直してください", en: "export the file again from its source")
    case .oddQuote:
      Bilingual(
        ja: "囲みの引用符が余分についていないか確かめてください", en: "check that it is not a quote of the file that was doubled by mistake")
    case .mayHoldRows:
      Bilingual(
        ja: "余分な引用符（\"）なら消してください。一つのセルならそのままで構いません",
        en: "remove the quotes (\") if they are stray; leave it if it is one cell")
    case .otherQuotes:
      Bilingual(ja: "囲みは半角の「\"」にして書き出し直してください", en: "export the file again with \" as its quote")
    case .outerSpaces: Bilingual(ja: "不要な空白なら消してください", en: "remove the spaces if they mean nothing")
    case .otherDelimiter:
      Bilingual(
        ja: "区切り文字の打ち間違いなら元のファイルを直してください。値に含まれる文字ならそのままで構いません",
        en: "correct the file if it is a slip of the keyboard; leave it if it belongs to the value")
    case .splitNumber:
      Bilingual(
        ja: "元のファイルで「\"1,200\"」のように引用符で囲むか、コンマを除き、欠けたセルを補ってください。別々の値ならそのままで構いません",
        en: "quote the number in the file, as in \"1,200\", or leave out its comma, and add the cell that is missing")
    case .otherEncodingLikely:
      Bilingual(ja: "文字コードの違うファイルをつなげていないか確かめてください", en: "check whether files of two encodings were put together")
    case .spreadsheetDate(let month, let day):
      Bilingual(
        ja: "元のデータで「\(month)～\(day)」や「\(month)-\(day)」に戻してください。日付ならそのままで構いません",
        en: "restore \(month)-\(day) from the source; leave it if it is a date")
    case .spreadsheetNumber:
      Bilingual(
        ja: "失われた桁は戻せません。元のデータから、列を文字列として取り込み直してください",
        en: "the lost digits cannot be restored; import the column again as text")
    case .spreadsheetError:
      Bilingual(ja: "元の表の計算式を直し、値で保存し直してください", en: "repair the formula in the source and save the values again")
    case .brackets(let rule): rule.hint
    case .percentAndRatio:
      Bilingual(ja: "56.6 と 0.566 のどちらかに書き方をそろえてください", en: "write all of them one way, as 56.6 or as 0.566")
    case .mixedUnits: Bilingual(ja: "単位をそろえるか、単位ごとに列を分けてください", en: "use one unit, or one column for each")
    case .unitInSomeCells(let unit, _, _):
      Bilingual(
        ja: "単位のない値も \(unit) か確かめ、単位は見出しか定義ファイルに書いてください",
        en: "check that the bare values are in \(unit), too; state the unit in the header or the descriptor")
    case .hidden: Bilingual(ja: "この行を元のファイルで確かめてください", en: "look at this row in the file itself")
    }
  }

  private static func choice(_ nearest: String?, _ allowed: [String]) -> Bilingual {
    if let nearest { return Bilingual(ja: "「\(nearest)」のことではありませんか", en: "did you mean “\(nearest)”?") }
    let shown = allowed.prefix(12)
    let more = allowed.count > shown.count
    return Bilingual(
      ja: "使える値：" + shown.joined(separator: "、") + (more ? " など\(allowed.count)種類" : ""),
      en: "allowed: " + shown.joined(separator: ", ") + (more ? " and others, \(allowed.count) in all" : ""))
  }
}
