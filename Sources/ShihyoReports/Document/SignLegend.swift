package import ShihyoModel

/// What the signs beside figures, and in their place, mean.
package enum SignLegend {
  /// One per sign that occurs: reasons first, then marks, each in its own order.
  static func entries(of figures: some Sequence<Figure>) -> [Bilingual] {
    var reasons: Set<Reason> = []
    var marks: Marks = []
    for figure in figures {
      if case .absent(let reason) = figure.value { reasons.insert(reason) }
      marks.formUnion(figure.marks)
      if figure.leavesOutCells { marks.insert(.incomplete) }
    }
    return Reason.allCases.filter(reasons.contains).map(entry)
      + MarkSign.all.filter { marks.contains($0.mark) }.map { sign in
        Bilingual(
          ja: sign.before.ja + sign.after + "：" + sign.meaning.ja,
          en: sign.before.en + sign.after + ": " + sign.meaning.en)
      }
  }

  /// As one note; nil where nothing is to be explained.
  static func line(_ entries: [Bilingual]) -> Bilingual? {
    guard !entries.isEmpty else { return nil }
    return Bilingual(ja: entries.map(\.ja).joined(separator: "　"), en: entries.map(\.en).joined(separator: "; "))
  }

  /// Why figures have no value by definition, each reason once; words that stand in the cell itself say it there.
  static func undefined(_ figures: some Sequence<Figure>) -> [Bilingual] {
    var seen: [Bilingual] = []
    for figure in figures {
      guard case .undefined(let why) = figure.value, !seen.contains(why), !ChangeWords.standing.contains(why) else {
        continue
      }
      seen.append(why)
    }
    return seen.map {
      Bilingual(ja: FigureText.undefinedSign.ja + "：" + $0.ja, en: FigureText.undefinedSign.en + ": " + $0.en)
    }
  }

  /// What stands under a table that quotes these texts; nil: no sign is among them.
  package static func note(for texts: [String]) -> Bilingual? {
    let languages: [Language] = [.ja, .en]
    let reasons = Reason.allCases.filter { reason in languages.contains { texts.contains(reason.sign($0)) } }
    let ends = texts.map(signs)
    let marks = MarkSign.all.filter { sign in !sign.after.isEmpty && ends.contains { $0.contains(sign.after) } }
      .map { Bilingual(ja: $0.after + "：" + $0.meaning.ja, en: $0.after + ": " + $0.meaning.en) }
    return line(reasons.map(entry) + marks)
  }

  /// The signs that end a number, after its digits or a unit that is not of Latin letters.
  private static func signs(of text: String) -> Substring {
    let known = Set(MarkSign.all.flatMap(\.after))
    guard text.contains(where: \.isNumber), let last = text.lastIndex(where: { !known.contains($0) }) else { return "" }
    return text[last].isASCII && text[last].isLetter ? "" : text[text.index(after: last)...]
  }

  private static func entry(_ reason: Reason) -> Bilingual {
    Bilingual(ja: reason.sign(.ja) + "：" + reason.meaning.ja, en: reason.sign(.en) + ": " + reason.meaning.en)
  }
}
