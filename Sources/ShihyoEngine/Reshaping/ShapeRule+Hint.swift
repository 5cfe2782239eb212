public import ShihyoModel

extension ShapeRule {
  public var hint: Bilingual {
    switch self {
    case .columnMissing(_, _, let nearest):
      if let nearest {
        Bilingual(
          ja: "「\(nearest)」ではありませんか。見出しの行と名前を確かめてください",
          en: "did you mean \"\(nearest)\"? check the header rows and the name")
      } else {
        Bilingual(ja: "見出しの行（header-rows）と名前を確かめてください", en: "check header-rows and the name")
      }
    case .valueColumnMissing(_, let nearest):
      if let nearest {
        Bilingual(ja: "見出しの「\(nearest)」のことではありませんか", en: "is it \"\(nearest)\" in the header?")
      } else {
        Bilingual(
          ja: "まだ届いていない月などなら、そのままでかまいません", en: "nothing need be done if it is still to come, like a later month")
      }
    case .headerElsewhere(_, let line):
      if let line {
        Bilingual(
          ja: "header-rows か skip-lines を、\(line)行目が見出しになるように直してください",
          en: "correct header-rows or skip-lines so that line \(line) is the header")
      } else {
        Bilingual(
          ja: "ファイルの版と、header-rows・skip-lines・列名を確かめてください",
          en: "check header-rows, skip-lines, the names, and that this is the right file")
      }
    case .headerLower(_, let flags):
      Bilingual(
        ja: "\(flags) を付けてください（定義ファイルなら header-rows に書きます）。別の表なら、表ごとに別のファイルに分けてください",
        en: "add \(flags) (header-rows in a descriptor); if it is another table, put each into a file of its own")
    case .secondTable: Bilingual(ja: "表ごとに別のファイルに分けてください", en: "put each table into a file of its own")
    case .dataAfterNotes:
      Bilingual(
        ja: "データなら注の上に移し、注なら note-rows に書き出しを加えてください",
        en: "move it above the notes if it is data, or add its beginning to note-rows")
    case .noteHoldsValues:
      Bilingual(
        ja: "データなら note-rows の書き出しを長くし（例「（注）」）、注なら数値を別のセルから除いてください",
        en: "if it is data, make the beginnings in note-rows longer; if it is a note, take the number out of its cell")
    case .labelNotDeclared:
      Bilingual(
        ja: "labels に加えるか、使わない列なら fields で \"role\": \"ignored\" としてください",
        en: "add it to labels, or declare it in fields with \"role\": \"ignored\"")
    case .oddColumn:
      Bilingual(
        ja: "計なら total に、使わない列なら fields で \"role\": \"ignored\" に、区分なら labels に全部の語を書いてください",
        en: "write it into total if it is one, declare it as \"role\": \"ignored\", or list all labels of the key")
    case .keyNotATime:
      Bilingual(
        ja: "計なら total に、使わない列なら fields で \"role\": \"ignored\" に、期間なら labels でその書き方を決めてください",
        en: "write it into total if it is one, declare it as \"role\": \"ignored\", or spell the period in labels")
    case .totalUndeclared:
      Bilingual(
        ja: "計なら subtotals の labels に加え、計でなければその列の categories に挙げてください",
        en: "add it to the labels of subtotals; if it is no total, list it in the categories of the column")
    case .periodsNeedKeys:
      Bilingual(
        ja: "同じ行の記録は月が同じで区分が違います。by に加えてください", en: "records of one row share the month: add these keys to by")
    case .nothingAbove: Bilingual(ja: "値を書くか、blank-down の列と順序を確かめてください", en: "write the value, or check blank-down")
    case .sameKeys:
      Bilingual(ja: "どちらかの見出しを直すか、columns から外してください", en: "correct one of the headers, or leave one out of columns")
    case .patternTakesNothing(_, let columns):
      Bilingual(
        ja: "見出し：\(Self.names("、", columns))。key・note・ignored の列と labels にない語は対象になりません",
        en:
          "headers: \(Self.names(", ", columns)); columns of role key, note or ignored, and words not in labels, are not taken"
      )
    case .constantMissing:
      Bilingual(
        ja: "constants の values にファイル名を加えるか、path のひな型を直してください",
        en: "add the file's name to values of constants, or correct its path pattern")
    case .totalMismatch:
      Bilingual(
        ja: "原典で計と内訳を確かめてください。端数処理による差なら subtotals に tolerance を書きます",
        en: "look up total and parts in the source; where the difference is rounding, give subtotals a tolerance")
    case .totalUnchecked:
      Bilingual(
        ja: "内訳の空欄・不詳・秘匿や読めないセルを確かめてください",
        en: "look at the parts that are blank, not available, suppressed or unreadable")
    case .totalWithoutParts, .totalNeverFound:
      Bilingual(ja: "subtotals の列・語・by を確かめてください", en: "check column, labels and by of subtotals")
    case .periodTwice:
      Bilingual(
        ja: "同じ期間の行や列を一つにするか、別のものなら periods の by に区分の列を加えてください",
        en: "keep one of them, or if they differ in a key, add that to the by of periods")
    case .periodsShort:
      Bilingual(
        ja: "開設・閉館によるものか、まだ届いていないのかを確かめてください",
        en: "find out whether it was opened or closed, or whether data are still to come")
    case .periodMissing:
      Bilingual(
        ja: "まだ届いていないか、原典にもないかを確かめてください", en: "find out whether it is still to come or not in the source either")
    }
  }

  private static func names(_ comma: String, _ columns: [String]) -> String {
    columns.prefix(12).joined(separator: comma) + (columns.count > 12 ? "…" : "")
  }
}
