public import ShihyoModel

/// A figure as people read it, in the pieces that a layout needs: what stands before the digits, and what beside them.
struct FigureText: Hashable, Sendable {
  /// Sign and digits with what precedes them, or the sign of a reason: `約△1,234`. Its end is the end of the last digit.
  var body: String
  /// Marks after the last digit: `p`, `)`.
  var trail: String
  /// Whether the body is text, not a number or the sign of one.
  var isText: Bool

  init(_ figure: Figure, language: Language) {
    let marks = figure.leavesOutCells ? figure.marks.union(.incomplete) : figure.marks
    let signs = MarkSign.all.filter { marks.contains($0.mark) }
    let lead = signs.reversed().map { $0.before[language] }.joined()
    isText = false
    switch figure.value {
    case .absent(let reason): body = reason.sign(language)
    case .undefined(let why): body = ChangeWords.standing.contains(why) ? why[language] : Self.undefinedSign[language]
    case .text(let text):
      body = lead + text
      isText = true
    case .date(let date): body = lead + date.description
    case .exact, .decimal, .approximate: body = lead + Self.number(figure.printed, language)
    }
    trail = signs.map(\.after).joined()
  }

  /// Where a figure has no value by definition (a share of 0); the reason stands in the notes.
  static let undefinedSign = Bilingual(ja: "算出不能", en: "n/a")

  /// In a place where no figure belongs, such as the interval of a whole: nothing is printed.
  static let nothing = Bilingual(ja: "", en: "")

  /// Grouped, with △ for negatives in Japanese.
  static func number(_ digits: String, _ language: Language) -> String {
    let grouped = DigitGroups.grouped(digits)
    guard language == .ja, grouped.hasPrefix("-") else { return grouped }
    return "△" + grouped.dropFirst()
  }
}

extension Figure {
  /// In a sentence: digits, marks and unit together, `1,234件`, `27.7％p`, `…`.
  public func text(_ language: Language) -> String {
    let text = FigureText(self, language: language)
    switch value {
    case .absent, .undefined, .text, .date: return text.body + text.trail
    case .exact, .decimal, .approximate:
      return text.body + (unit.map { UnitText.beside($0, language) } ?? "") + text.trail
    }
  }
}
