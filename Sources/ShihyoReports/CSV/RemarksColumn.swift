import ShihyoModel

/// The last column 備考 of CSV for a spreadsheet: what `MarksColumn` says to programs, in words for people.
///
/// `件数：速報値、値のないセルを除いた結果（不詳・未受領2）／増減：該当なし／差戻し3行`
enum RemarksColumn {
  static let name = Bilingual(ja: "備考", en: "Remarks")

  static func cell(_ figures: [(column: String, figure: Figure)], rejected: Int, _ language: Language) -> String {
    let isJapanese = language == .ja
    var entries = figures.compactMap { column, figure -> String? in
      let words = words(figure).map { $0[language] }
      guard !words.isEmpty else { return nil }
      return column + (isJapanese ? "：" : ": ") + words.joined(separator: isJapanese ? "、" : ", ")
    }
    if rejected > 0 { entries.append(isJapanese ? "差戻し\(rejected)行" : "\(rejected) rows rejected") }
    return entries.joined(separator: isJapanese ? "／" : "; ")
  }

  private static func words(_ figure: Figure) -> [Bilingual] {
    var words: [Bilingual] = []
    switch figure.value {
    case .absent(let reason): words.append(reason.meaning)
    case .undefined(let why): words.append(why)
    case .approximate: words.append(Bilingual(ja: "近似計算による", en: "computed in floating point"))
    case .exact, .decimal, .text, .date: break
    }
    for sign in MarkSign.all where sign.mark != .incomplete && figure.marks.contains(sign.mark) {
      words.append(sign.meaning)
    }
    guard figure.leavesOutCells else { return words }
    let counts = figure.reasons.words
    let isCounted = figure.reasons.total > 0
    words.append(
      Bilingual(
        ja: "値のないセルを除いた結果" + (isCounted ? "（\(counts.ja)）" : ""),
        en: "cells without a value are left out" + (isCounted ? " (\(counts.en))" : "")))
    return words
  }
}
