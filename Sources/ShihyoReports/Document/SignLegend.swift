package import ShihyoModel

/// The signs that figures carry where only their printed texts are left: 1,066コマ!, …
package enum SignLegend {
  /// What stands under a table that quotes these texts; nil: no sign is among them.
  package static func note(for texts: [String]) -> Bilingual? {
    let languages: [Language] = [.ja, .en]
    let reasons = Reason.allCases.filter { reason in languages.contains { texts.contains(reason.sign($0)) } }
      .map { Bilingual(ja: $0.sign(.ja) + "：" + $0.meaning.ja, en: $0.sign(.en) + ": " + $0.meaning.en) }
    let ends = texts.map(signs)
    let marks = MarkSign.all.filter { sign in !sign.after.isEmpty && ends.contains { $0.contains(sign.after) } }
      .map { Bilingual(ja: $0.after + "：" + $0.meaning.ja, en: $0.after + ": " + $0.meaning.en) }
    let entries = reasons + marks
    guard !entries.isEmpty else { return nil }
    return Bilingual(ja: entries.map(\.ja).joined(separator: "　"), en: entries.map(\.en).joined(separator: "; "))
  }

  /// The signs that end a number, after its digits or a unit that is not of Latin letters.
  private static func signs(of text: String) -> Substring {
    let known = Set(MarkSign.all.flatMap(\.after))
    guard text.contains(where: \.isNumber), let last = text.lastIndex(where: { !known.contains($0) }) else { return "" }
    return text[last].isASCII && text[last].isLetter ? "" : text[text.index(after: last)...]
  }
}
