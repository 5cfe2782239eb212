public import ShihyoModel

/// Findings as lines for a person: place, column, what is wrong, the text as read, what to do, the stable code.
public enum FindingText {
  /// Findings of one code and column beyond this many are counted, not repeated.
  public static let shownPerGroup = 10
  /// Of those, findings about the same text; the rest are named by their lines.
  static let shownPerText = 3
  private static let mostLinesNamed = 10

  /// All findings, repeated ones grouped: the first ten of a kind in one column, of one text the
  /// first three; then how many more there are, and on which lines the next stand.
  /// - Parameter total: all findings of the run, where not all were kept.
  public static func lines(_ findings: [Finding], total: Int? = nil, _ language: Language) -> [String] {
    struct Group: Hashable {
      let file: String?
      let code: String
      let column: Place.Column?
    }
    struct Sample: Hashable {
      let group: Group
      let text: String
    }
    var shown: [Group: Int] = [:]
    var alike: [Sample: Int] = [:]
    var repeats: [Group: (count: Int, lines: [Int])] = [:]
    var lines: [String] = []
    var order: [Group] = []
    for finding in findings {
      let group = Group(file: finding.place.file, code: finding.code, column: finding.place.column)
      if shown[group] == nil { order.append(group) }
      let sample = finding.text.flatMap { $0.isEmpty ? nil : Sample(group: group, text: $0) }
      if shown[group, default: 0] < shownPerGroup, sample.map({ alike[$0, default: 0] < shownPerText }) ?? true {
        shown[group, default: 0] += 1
        if let sample { alike[sample, default: 0] += 1 }
        lines.append(line(finding, language))
      } else {
        repeats[group, default: (0, [])].count += 1
        if let line = finding.place.line { repeats[group]?.lines.append(line) }
      }
    }
    for group in order {
      guard let more = repeats[group] else { continue }
      lines.append(repeated(more.count, on: more.lines, code: group.code, column: group.column, language))
    }
    let unkept = (total ?? findings.count) - findings.count
    if unkept > 0 {
      lines.append(
        Bilingual(ja: "このほか \(unkept) 件は表示していません。", en: "\(unkept) more findings are not shown.")[language])
    }
    return lines
  }

  /// One finding in one line, control characters made visible.
  public static func line(_ finding: Finding, _ language: Language) -> String {
    var parts: [String] = []
    var known = finding.place
    // An editor shows lines and columns; only a bad byte has to be looked up by its number.
    if !finding.code.hasPrefix("encoding.") { known.byteOffset = nil }
    let place = placeText(known, language)
    if !place.isEmpty { parts.append(place) }
    parts.append(severity(finding.severity, language))
    var message = clause(finding.message[language], language)
    if let text = finding.text, !text.isEmpty,
      !["「\(text)」", "“\(text)”", "\"\(text)\""].contains(where: message.contains)
    {
      message += Bilingual(ja: "「\(visible(text))」", en: " “\(visible(text))”")[language]
    }
    parts.append(message)
    let head = parts.joined(separator: ": ")
    let hint = clause(finding.hint[language], language)
    // Messages quote names and texts of files, too.
    return VisibleText.make(head + (hint.isEmpty ? "" : " → " + hint) + " [\(finding.code)]")
  }

  /// Messages of all families in one form: a capital first letter, no full stop, since a quotation or the hint follows.
  private static func clause(_ text: String, _ language: Language) -> String {
    guard let first = text.first else { return text }
    let ends = text.hasSuffix("。") || (text.hasSuffix(".") && !text.hasSuffix(".."))
    // In Japanese a small letter opens a key or a flag, which must be written as it stands.
    let start = language == .en ? first.uppercased() : String(first)
    return start + text.dropFirst().dropLast(ends ? 1 : 0)
  }

  private static func severity(_ severity: Finding.Severity, _ language: Language) -> String {
    switch severity {
    case .error: Bilingual(ja: "誤り", en: "error")[language]
    case .warning: Bilingual(ja: "注意", en: "warning")[language]
    case .note: Bilingual(ja: "参考", en: "note")[language]
    }
  }

  private static func repeated(
    _ more: Int, on lines: [Int], code: String, column: Place.Column?, _ language: Language
  ) -> String {
    let columnText = column.map { " " + columnName($0, language) } ?? ""
    let named = lines.prefix(mostLinesNamed).map(String.init)
    let rest = lines.count > named.count ? "…" : ""
    let places =
      named.isEmpty
      ? Bilingual(ja: "", en: "")
      : Bilingual(
        ja: "（\(named.joined(separator: "、"))行目\(rest)）", en: " (lines \(named.joined(separator: ", "))\(rest))")
    return Bilingual(
      ja: "[\(code)]\(columnText) ほかに\(more)件あります\(places.ja)。",
      en: "[\(code)]\(columnText): \(more) more like this\(places.en).")[language]
  }

  static func placeText(_ place: Place, _ language: Language) -> String {
    var parts: [String] = []
    if let file = place.file { parts.append(visible(file)) }
    if let line = place.line { parts.append(Bilingual(ja: "\(line)行目", en: "line \(line)")[language]) }
    if let offset = place.byteOffset {
      parts.append(Bilingual(ja: "先頭から\(offset)バイト", en: "byte \(offset)")[language])
    }
    if let column = place.column { parts.append(columnName(column, language)) }
    return parts.joined(separator: Bilingual(ja: " ", en: ", ")[language])
  }

  private static func columnName(_ column: Place.Column, _ language: Language) -> String {
    switch column {
    case .character(let number): return Bilingual(ja: "\(number)文字目", en: "character \(number)")[language]
    case .field(let number, let name):
      let letters = Place.Column.spreadsheetLetters(number)
      let quoted = name.map { Bilingual(ja: "「\(visible($0))」", en: " “\(visible($0))”")[language] } ?? ""
      return Bilingual(ja: "\(letters)列\(quoted)", en: "column \(letters)\(quoted)")[language]
    }
  }

  /// Control characters as pictures, long texts cut with a sign: a message never moves the terminal's cursor.
  static func visible(_ text: String) -> String {
    var shown = ""
    var count = 0
    for scalar in text.unicodeScalars {
      count += 1
      if count > 80 { return shown + "…" }
      switch scalar.value {
      case 0x0A: shown += "↵"
      case 0x0D: shown += "␍"
      case 0x09: shown += "⇥"
      case 0..<0x20: shown.unicodeScalars.append(UnicodeScalar(0x2400 + scalar.value) ?? "?")
      case 0x7F..<0xA0, 0x200B...0x200F, 0x202A...0x202E, 0x2066...0x2069, 0xFEFF:
        shown += "<U+" + String(scalar.value, radix: 16, uppercase: true) + ">"
      default: shown.unicodeScalars.append(scalar)
      }
    }
    return shown
  }
}
