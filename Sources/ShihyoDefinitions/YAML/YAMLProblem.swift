import ShihyoModel
import Yams

/// What the parser found wrong, as a finding with its place.
enum YAMLProblem {
  static func finding(_ error: any Error, text: String, file: String?) -> Finding {
    switch error as? YamlError {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _):
      return Finding(YAMLRule.syntax(problem), at: place(mark, file))
    case .composer(_, let problem, let mark, _):
      let isSecond = problem.contains("another document")
      return Finding(isSecond ? YAMLRule.severalDocuments : .anchor, at: place(mark, file))
    case .duplicatedKeysInMapping(let keys, let context):
      return Finding(YAMLRule.duplicateKey(keys.first ?? ""), at: place(context.mark, file), text: keys.first)
    case .reader(_, let offset, _, _):
      return Finding(YAMLRule.controlCharacter, at: place(ofCharacter: offset ?? 0, in: text, file: file))
    default:
      return Finding(YAMLRule.syntax("\(error)"), at: Place(file: file))
    }
  }

  private static func place(_ mark: Mark, _ file: String?) -> Place {
    Place(file: file, line: mark.line, column: .character(mark.column))
  }

  private static func place(ofCharacter offset: Int, in text: String, file: String?) -> Place {
    let before = text.prefix(offset)
    let line = before.reduce(1) { $0 + ($1.isNewline ? 1 : 0) }
    let start = before.lastIndex(where: \.isNewline).map { before.index(after: $0) } ?? before.startIndex
    return Place(file: file, line: line, column: .character(before[start...].unicodeScalars.count + 1))
  }
}
