public import ShihyoModel

/// Findings as lines for a person: place, column, what is wrong, the text as read, what to do, the stable code.
public enum FindingText {
  /// Findings of one code and column beyond this many are counted, not repeated.
  public static let shownPerGroup = 10

  /// All findings, repeated ones grouped: the first ten of a kind in one column, then how many more there are.
  /// - Parameter total: all findings of the run, where not all were kept.
  public static func lines(_ findings: [Finding], total: Int? = nil, _ language: Language) -> [String] {
    struct Group: Hashable {
      let file: String?
      let code: String
      let column: Place.Column?
    }
    var counts: [Group: Int] = [:]
    var lines: [String] = []
    var order: [Group] = []
    for finding in findings {
      let group = Group(file: finding.place.file, code: finding.code, column: finding.place.column)
      let seen = counts[group, default: 0]
      if seen == 0 { order.append(group) }
      counts[group] = seen + 1
      if seen < shownPerGroup { lines.append(line(finding, language)) }
    }
    for group in order {
      let more = counts[group, default: 0] - shownPerGroup
      if more > 0 { lines.append(repeated(more, code: group.code, column: group.column, language)) }
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
    let place = placeText(finding.place, language)
    if !place.isEmpty { parts.append(place) }
    parts.append(severity(finding.severity, language))
    var message = clause(finding.message[language])
    if let text = finding.text, !text.isEmpty {
      message += Bilingual(ja: "「\(visible(text))」", en: " “\(visible(text))”")[language]
    }
    parts.append(message)
    let head = parts.joined(separator: ": ")
    let hint = clause(finding.hint[language])
    return head + (hint.isEmpty ? "" : " → " + hint) + " [\(finding.code)]"
  }

  /// Messages of all families in one form: a capital first letter, no full stop, since a quotation or the hint follows.
  private static func clause(_ text: String) -> String {
    guard let first = text.first else { return text }
    let ends = text.hasSuffix("。") || (text.hasSuffix(".") && !text.hasSuffix(".."))
    return first.uppercased() + text.dropFirst().dropLast(ends ? 1 : 0)
  }

  private static func severity(_ severity: Finding.Severity, _ language: Language) -> String {
    switch severity {
    case .error: Bilingual(ja: "誤り", en: "error")[language]
    case .warning: Bilingual(ja: "注意", en: "warning")[language]
    case .note: Bilingual(ja: "参考", en: "note")[language]
    }
  }

  private static func repeated(_ more: Int, code: String, column: Place.Column?, _ language: Language) -> String {
    let columnText = column.map { " " + columnName($0, language) } ?? ""
    return Bilingual(
      ja: "[\(code)]\(columnText) は、ほかに \(more) 件あります。", en: "[\(code)]\(columnText): \(more) more like this.")[
        language]
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
