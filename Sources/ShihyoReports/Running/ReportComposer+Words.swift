import ShihyoDefinitions
import ShihyoModel

extension ReportComposer {
  /// A report is written in one language; it stands for both.
  func same(_ text: String) -> Bilingual { Bilingual(ja: text, en: text) }

  func word(_ name: String) -> String {
    if name == "period" { return period.map { $0.label(report.language) } ?? "" }
    if name == "months" { return period.map { $0.grain.months > 1 ? $0.months(report.language) : "" } ?? "" }
    guard let parameter = report.parameters.first(where: { $0.name == name }) else { return "" }
    return settings[name] ?? parameter.all
  }

  /// The name of a period may say itself which months it has: 令和7年8月, not 令和7年8月(8月); FY2025 Q2 (Jul–Sep 2025).
  func pieces(_ text: ReportText) -> [ReportText.Piece] {
    var pieces = text.pieces
    let months = word("months")
    for place in pieces.indices.dropFirst().dropLast() where pieces[place] == .word("months") {
      let isSaid = place > 1 && pieces[place - 2] == .word("period") && word("period").contains(months)
      guard months.isEmpty || isSaid else { continue }
      guard case .text(let before) = pieces[place - 1], case .text(let after) = pieces[place + 1],
        let opening = before.last, "(（".contains(opening), let closing = after.first, ")）".contains(closing)
      else { continue }
      pieces[place] = .text("")
      // FY2025 Q2 ({months}) Use: the blank before the bracket goes with it.
      let left = before.dropLast()
      pieces[place - 1] = .text(String(left.last == " " && after.dropFirst().first == " " ? left.dropLast() : left))
      pieces[place + 1] = .text(String(after.dropFirst()))
    }
    return pieces
  }

  /// Titles hold text and words of the run, no figures.
  func plain(_ text: ReportText) -> String {
    pieces(text).map { piece in
      switch piece {
      case .text(let text): text
      case .word(let name): word(name)
      case .figure(let reference): "{\(reference.metric)}"
      }
    }.joined()
  }

  func footnoteNumbers(_ names: [String]) -> [Int] {
    names.compactMap { name in report.footnotes.firstIndex { $0.name == name }.map { $0 + 1 } }
  }

  func footnoteSigns(_ names: [String]) -> String {
    footnoteNumbers(names).map { TextCells.footnoteSign($0, report.language) }.joined()
  }
}
