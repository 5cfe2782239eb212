import Glibc
import Shihyo

/// Talk: everything that is not a result goes to standard error. For people as lines of text; as JSON Lines where the
/// command line asks for `-f json`.
enum StandardError {
  static func write(_ findings: [Finding], total: Int? = nil, _ language: Language) {
    put(
      isJSON
        ? FindingJSON.lines(findings, total: total) : FindingText.lines(findings, total: total, language))
  }

  /// What is said without being wrong.
  static func write(_ lines: [String], _ language: Language) {
    put(isJSON ? lines.map { FindingJSON.line(note: $0, language) } : lines)
  }

  private static func put(_ lines: [String]) {
    guard !lines.isEmpty else { return }
    var bytes = Array((lines.joined(separator: "\n") + "\n").utf8)[...]
    while !bytes.isEmpty {
      let written = bytes.withUnsafeBytes { Glibc.write(STDERR_FILENO, $0.baseAddress, $0.count) }
      if written < 0, errno == EINTR { continue }
      if written <= 0 { return }  // Nobody listens; there is nowhere left to say so.
      bytes = bytes.dropFirst(written)
    }
  }

  /// The words are looked at before they are parsed: what is wrong with them is told in the same form.
  private static let isJSON = asksForJSON(CommandLine.arguments)

  static func asksForJSON(_ arguments: [String]) -> Bool {
    for (index, argument) in arguments.enumerated() {
      if argument == "--" { return false }
      if ["-f", "--format"].contains(argument), index + 1 < arguments.count, arguments[index + 1] == "json" {
        return true
      }
      if ["-fjson", "-f=json", "--format=json"].contains(argument) { return true }
    }
    return false
  }
}
