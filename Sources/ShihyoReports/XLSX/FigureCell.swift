import ShihyoModel

/// One figure in a table sheet: its cell, how wide it shows, and what a number alone cannot say.
struct FigureCell {
  let cell: SheetCell
  /// Display width as shown.
  let width: Int
  /// Marks, why there is no value, why digits stand as text; empty for a plain number.
  let remarks: [String]

  /// - Parameter unit: written behind the number where its column has none of its own.
  init(_ figure: Figure, language: Language, unit: String?, isTotal: Bool) {
    let text = FigureText(figure, language: language)
    var remarks = Self.marks(figure, language)
    let shown = CellText.make(text.body + (figure.isNumber ? unit.map { UnitText.beside($0, language) } ?? "" : ""))
    width = DisplayWidth(ambiguous: .wide).columns(shown)
    var style = CellStyle(role: isTotal ? .strong : .body, isTotal: isTotal)
    if figure.isNumber, NumberLook.holds(figure.printed) {
      style.numberFormat = NumberLook.format(figure.printed, language: language, unit: unit)
      cell = .number(figure.printed, style)
    } else {
      style.side = text.isText ? .natural : .right
      style.isIndented = text.isText
      cell = shown.isEmpty ? .blank : .text(shown, style)
      if figure.isNumber { remarks.append(Self.tooLong[language]) }
      if case .undefined(let why) = figure.value, !ChangeWords.standing.contains(why) { remarks.append(why[language]) }
    }
    self.remarks = remarks.map(CellText.make)
  }

  private static let tooLong = Bilingual(
    ja: "15桁を超えるため文字列", en: "text, since a spreadsheet keeps 15 digits only")

  private static func marks(_ figure: Figure, _ language: Language) -> [String] {
    let marks = figure.leavesOutCells ? figure.marks.union(.incomplete) : figure.marks
    return MarkSign.all.filter { marks.contains($0.mark) }.map { sign in
      let shown = sign.before[language] + sign.after
      return language == .ja ? "\(sign.meaning.ja)(\(shown))" : "\(sign.meaning.en) (\(shown))"
    }
  }

  /// One line for a row: `令和4年度、令和5年度：速報値(p)`. Columns are named where there are several, together where they say
  /// the same.
  static func remark(_ cells: [(name: String, remarks: [String])], language: Language) -> [String] {
    var said: [(names: [String], words: String)] = []
    for cell in cells where !cell.remarks.isEmpty {
      let words = cell.remarks.joined(separator: language == .ja ? "、" : ", ")
      if let index = said.firstIndex(where: { $0.words == words }) {
        said[index].names.append(cell.name)
      } else {
        said.append(([cell.name], words))
      }
    }
    if cells.count == 1 { return said.map(\.words) }
    return said.map { names, words in
      language == .ja
        ? names.joined(separator: "、") + "：" + words : names.joined(separator: ", ") + ": " + words
    }
  }
}
