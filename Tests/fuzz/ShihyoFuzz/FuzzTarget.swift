/// What is fuzzed: one door each through which bytes of strangers come in.
enum FuzzTarget: String, CaseIterable {
  case reading, values, descriptors, reports, figures

  /// Runs one input; returns where it was read or refused in order. Everything else ends the process.
  func run(_ input: [UInt8], _ scratch: Scratch) {
    switch self {
    case .reading: ReadingTarget.run(input, scratch)
    case .values: ValuesTarget.run(input)
    case .descriptors: DefinitionsTarget.descriptor(input, scratch)
    case .reports: DefinitionsTarget.report(input, scratch)
    case .figures: DefinitionsTarget.figures(input, scratch)
    }
  }

  /// Pieces that mean something at this door.
  var words: [String] {
    switch self {
    case .reading:
      [
        "\"", "\"\"", ",", ";", "\t", "\n", "\r\n", "\r", "\u{FEFF}", "\0", "sep=;\n", "\"\n\"", "計", "注）", "区,件数\n",
        "\u{1B}$B", "\u{1B}(B", "１２", "△", "…", "(単位：千円)", "令和5年度", " ", "\u{3000}", "2025-09-30", "#", ",,,\n",
      ]
    case .values:
      [
        "△", "－", "…", "x", "千円", "億", "％", "1,234", ".", "令和", "平成", "年度", "元年", "第2四半期", "月末", "歳以上", "0-29", "～",
        "Y_GE",
        "FY2025Q2", "%Y", "%m", "{年}", "[^a-z]", "\\p{Lu}", "+", "*", "(", ")", "999999999999999999", "割", "分", "約",
        "r",
        "\u{200B}", "\u{309A}", "@", "/", ",", "=", "`", ":quarter", ":brackets(", "share:", "sum(",
      ]
    case .descriptors:
      [
        "{", "}", "[", "]", "\"", ":", ",", "null", "true", "-1", "1e999", "\\u0000", "\\ud800", "\"shihyo\"",
        "\"fields\"",
        "\"unpivot\"", "\"path\"", "\"../\"", "\"header-rows\"", "\"constraints\"", "\"pattern\"", "\"categories\"",
        "\"subtotals\"",
        "99999999999999999999",
      ]
    case .reports:
      [
        "- ", ": ", "\n  ", "\"", "'", "|\n", ">\n", "&a ", "*a", "<<: ", "!!int ", "---\n", "[", "]", "{", "}", "#",
        "metric:",
        "sections:", "period:", "latest-quarter", "kind: share", "by:", "\t", "~", "{x}",
      ]
    case .figures:
      [
        ",", "\"", "\n", "=", "sum(", ")", "+", "-", "×", "÷", "÷0", "約", "％", "ポイント", "倍", "@", "figure:", "total",
        "1.5", "1,234",
        "25.0", "999999999999999999", "…", "△", "round", "(", "share:", "of",
      ]
    }
  }
}
