import ShihyoDefinitions
import ShihyoModel
import ShihyoReports
import Testing

struct FindingTextTests {
  private func finding(_ line: Int, _ text: String) -> Finding {
    Finding(
      NumberRule.unknownMark(text), at: Place(file: "a.csv", line: line, column: .field(number: 2, name: "件数")),
      text: text)
  }

  @Test func `of one text the first three are shown and the others named by line`() {
    let findings = (2...15).map { finding($0, "△") } + [finding(16, "▲?")]
    let lines = FindingText.lines(findings, .ja)
    #expect(lines.count == 5)
    #expect(lines[3].hasPrefix("a.csv 16行目"))
    #expect(lines[4] == "[cell.unknown-mark] B列「件数」 ほかに11件あります（5、6、7、8、9、10、11、12、13、14行目…）。")
  }

  @Test func `of many texts ten are shown`() {
    let lines = FindingText.lines((2...14).map { finding($0, "?\($0)") }, .en)
    #expect(lines.count == 11)
    #expect(lines.last == "[cell.unknown-mark] column B “件数”: 3 more like this (lines 12, 13, 14).")
  }

  @Test func `a text that the message quotes is not quoted again`() {
    #expect(FindingText.line(finding(2, "△"), .ja).contains("記号「△」の意味が分かりません → "))
  }

  @Test func `nothing that a message quotes moves a terminal's cursor`() {
    let rule = DatasetRule.unknownDataset("x", nearest: "a\u{1B}[2Jb", searched: ["c\u{202E}d", "e\nf"])
    let line = FindingText.line(Finding(rule, at: Place(file: "g\u{9B}h"), text: "\u{7}i"), .en)
    #expect(
      line.unicodeScalars.allSatisfy { $0.value >= 0x20 && !(0x7F...0x9F).contains($0.value) && $0 != "\u{202E}" })
    #expect(line.contains("a␛[2Jb") && line.contains("c<U+202E>d") && line.contains("e␊f"))
  }
}
