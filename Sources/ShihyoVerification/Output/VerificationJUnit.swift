public import ShihyoModel

/// The result for build servers: a suite per kind, a case per file or figure, a failure for each that does not hold.
///
/// What cannot be told, and what was only copied, is `skipped` with its reason: a server must not count it as proved. Each figure
/// has its verdict as a property, since a case that passes may be proved or within rounding.
public enum VerificationJUnit {
  public static func render(_ result: Verification, language: Language) -> String {
    var suites: [(name: String, cases: [String], failures: Int, skipped: Int)] = []
    let files = result.files.map { file in
      testCase(
        "files", file.id,
        failure: file.state == .changed || file.state == .unreadable
          ? (file.state.rawValue, ([digests(file)] + file.moved.map { moved($0, language) }).joined(separator: "\n"))
          : nil,
        skipped: file.state == .undeclared
          ? Bilingual(ja: "要約値の宣言がない", en: "no digest is declared")[language] : nil)
    }
    suites.append(
      ("files", files, result.changedFiles.count, result.files.count { $0.state == .undeclared }))
    for section in CheckedFigure.Section.allCases {
      let figures = result.figures.filter { $0.section == section }
      let isSkipped: (CheckedFigure) -> Bool = { [.undecidable, .copied, .derived].contains($0.verdict) }
      let cases = figures.map { figure in
        let sentence = VerificationDocument.sentence(figure)[language]
        return testCase(
          section.rawValue, figure.id, verdict: figure.verdict,
          failure: figure.verdict == .wrong ? (figure.verdict.label[language], sentence) : nil,
          skipped: isSkipped(figure) ? figure.why?[language] ?? figure.verdict.label[language] : nil)
      }
      suites.append(
        (section.rawValue, cases, figures.count { $0.verdict == .wrong }, figures.count(where: isSkipped)))
    }
    let errors = result.findings.filter { $0.severity == .error }
    let findings = errors.map { finding in
      let place = [finding.place.file, finding.place.line.map(String.init)].compactMap { $0 }.joined(separator: ":")
      return testCase(
        "findings", "\(finding.code) \(place)",
        failure: (finding.message[language], "\(place) \(finding.text ?? "")\n\(finding.hint[language])"), skipped: nil)
    }
    suites.append(("findings", findings, errors.count, 0))
    let total = suites.reduce(0) { $0 + $1.cases.count }
    let failed = suites.reduce(0) { $0 + $1.failures }
    var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    text += "<testsuites name=\"shihyo verify\" tests=\"\(total)\" failures=\"\(failed)\">\n"
    for suite in suites {
      text +=
        "  <testsuite name=\"\(suite.name)\" tests=\"\(suite.cases.count)\" failures=\"\(suite.failures)\" skipped=\"\(suite.skipped)\">\n"
      text += suite.cases.joined()
      text += "  </testsuite>\n"
    }
    return text + "</testsuites>\n"
  }

  private static func digests(_ file: CheckedFile) -> String { "\(file.declared) → \(file.found)" }

  private static func moved(_ figure: MovedFigure, _ language: Language) -> String {
    figure.id + (language == .ja ? "：" : ": ") + figure.spelled(language)
  }

  private static func testCase(
    _ suite: String, _ name: String, verdict: Verdict? = nil, failure: (message: String, text: String)?,
    skipped: String?
  ) -> String {
    let head = "    <testcase classname=\"shihyo.\(suite)\" name=\"\(escaped(name))\""
    let property = verdict.map {
      "<properties><property name=\"verdict\" value=\"\($0.rawValue)\"/></properties>"
    }
    if let failure {
      let text = "<failure message=\"\(escaped(failure.message))\">\(escaped(failure.text))</failure>"
      return head + ">\n      " + (property.map { $0 + "\n      " } ?? "") + text + "\n    </testcase>\n"
    }
    if let skipped {
      return head + ">" + (property ?? "") + "<skipped message=\"\(escaped(skipped))\"/></testcase>\n"
    }
    return head + (property.map { ">" + $0 + "</testcase>\n" } ?? "/>\n")
  }

  /// XML 1.0 has no control characters but tab and line ends.
  private static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "\t", "\n": result.unicodeScalars.append(scalar)
      case "\u{0}"..."\u{1F}", "\u{FFFE}", "\u{FFFF}": result += "\u{FFFD}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
