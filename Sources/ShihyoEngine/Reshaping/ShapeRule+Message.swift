public import ShihyoModel

extension ShapeRule {
  public var message: Bilingual {
    switch self {
    case .columnMissing(let key, let name, _):
      Bilingual(
        ja: "「\(key)」にある列「\(name)」が見出しにありません", en: "the header has no column \"\(name)\", which \"\(key)\" names")
    case .valueColumnMissing(let name, _):
      Bilingual(ja: "宣言された列「\(name)」がこのファイルにありません", en: "the declared column \"\(name)\" is not in this file")
    case .headerElsewhere(let missing, let line):
      if let line {
        Bilingual(
          ja: "宣言された列の多くがこの行にありません。見出しは\(line)行目のようです",
          en: "most of the declared columns are not in this row; the header seems to be on line \(line)")
      } else {
        Bilingual(
          ja: "宣言された列の多くが見出しにありません（\(Self.list("、", missing))）",
          en: "most of the declared columns are not in the header (\(Self.list(", ", missing)))")
      }
    case .secondTable(let first):
      Bilingual(
        ja: "\(first)行目の見出しの表のほかに、ここから別の表が始まっています",
        en: "a second table begins here, beside the one whose header is on line \(first)")
    case .headerLower(let line, _):
      Bilingual(
        ja: "1行目は表題などで、見出しは\(line)行目のようです", en: "the first line seems to be a title: the header stands on line \(line)")
    case .dataAfterNotes(let line):
      Bilingual(
        ja: "\(line)行目からの注の後に、データのような行があります",
        en: "a row that looks like data follows the notes that begin on line \(line)")
    case .noteHoldsValues(let column):
      Bilingual(
        ja: "注の書き出しですが、数値の列「\(column)」に値があります", en: "the row opens like a note, but \"\(column)\" holds a number")
    case .labelNotDeclared(let key, let labels):
      Bilingual(
        ja: "この列は「\(key)」の labels（\(Self.list("、", labels))）になく、どの記録にも入りません",
        en: "this column is not among the labels of \"\(key)\" (\(Self.list(", ", labels))) and is in no record")
    case .oddColumn(let key, let examples):
      Bilingual(
        ja: "この列も「\(key)」とみなされますが、ほか（\(Self.list("、", examples))）と種類が違います",
        en:
          "the pattern takes this column for \"\(key)\", too, but it is of another kind than \(Self.list(", ", examples))"
      )
    case .keyNotATime(let key):
      Bilingual(
        ja: "この列の「\(key)」は期間として読めず、いつの値か分かりません",
        en: "the \"\(key)\" of this column is no date or period, so nothing says when its values are of")
    case .totalUndeclared(let column, let label):
      Bilingual(
        ja: "列「\(column)」の「\(label)」は計の行のようですが、subtotals にありません",
        en: "\"\(label)\" in \"\(column)\" looks like a total, but subtotals do not declare it")
    case .periodsNeedKeys(let keys):
      Bilingual(
        ja: "periods の by に、unpivot の区分（\(Self.list("、", keys))）がありません",
        en: "the by of periods lacks keys of unpivot: \(Self.list(", ", keys))")
    case .nothingAbove: Bilingual(ja: "空欄ですが、上に引き継ぐ値がありません", en: "the cell is blank, and nothing stands above it")
    case .sameKeys(let keys, let first):
      Bilingual(
        ja: "「\(Self.list("、", keys))」の列が\(first)列とここの二つあります",
        en: "\"\(Self.list(", ", keys))\" stands in column \(first) and again here")
    case .patternTakesNothing(let pattern, _):
      Bilingual(ja: "「\(pattern)」に当てはまる列がありません", en: "no column matches \"\(pattern)\"")
    case .constantMissing(let name):
      Bilingual(ja: "このファイルの「\(name)」の値が決められていません", en: "nothing says what \"\(name)\" is for this file")
    case .totalMismatch(let found):
      Bilingual(
        ja:
          "「\(found.column)」の計\(found.printed)は、内訳\(found.parts)個（\(Self.lines(found))）の合計\(found.computed)と合いません。差は\(found.difference)です",
        en:
          "the total \(found.printed) of \"\(found.column)\" is not the sum \(found.computed) of its parts (\(found.parts), \(Self.lines(found, "lines "))); difference \(found.difference)"
      )
    case .totalUnchecked(let column):
      Bilingual(
        ja: "「\(column)」の計は、値のないセルがあるため確かめられません",
        en: "the total of \"\(column)\" cannot be checked, because cells have no value")
    case .totalWithoutParts: Bilingual(ja: "この計の内訳の行がありません", en: "no rows are parts of this total")
    case .totalNeverFound(let match):
      Bilingual(ja: "計の行（\(match)）が一つもありません", en: "no row is such a total (\(match))")
    case .periodTwice(let period, let line):
      Bilingual(ja: "\(period)が\(line)行目とここの二度あります", en: "\(period) stands on line \(line) and again here")
    case .periodMissing(let periods, let group):
      Bilingual(
        ja: "\(Self.of(group).ja)\(Self.list("、", periods))がありません",
        en: "\(Self.list(", ", periods)) missing\(Self.of(group).en)")
    case .periodsShort(let group, let own, let all):
      Bilingual(
        ja: "\(Self.of(group).ja)\(own.joined(separator: "～"))だけがあります（全体は\(all.joined(separator: "～"))）",
        en: "only \(own.joined(separator: " to "))\(Self.of(group).en); all data: \(all.joined(separator: " to "))")
    }
  }

  private static func list(_ comma: String, _ words: [String]) -> String {
    words.prefix(12).joined(separator: comma) + (words.count > 12 ? "…" : "")
  }

  private static func lines(_ found: TotalDifference, _ before: String = "") -> String {
    let lines = found.first == found.last ? "\(found.first)" : "\(found.first)-\(found.last)"
    if before.isEmpty { return lines + "行目" }
    return (found.first == found.last ? "line " : before) + lines
  }

  private static func of(_ group: [String]) -> Bilingual {
    group.isEmpty
      ? Bilingual(ja: "", en: "")
      : Bilingual(ja: "\(group.joined(separator: "・"))の", en: " for \(group.joined(separator: " / "))")
  }
}
