import ArgumentParser
import Shihyo

/// The help of a command in the order in which it is read: what it does, its own options, then those that all commands share.
enum HelpText {
  /// - Parameter text: as the parser of the command line makes it.
  static func arranged(_ text: String, _ language: Language) -> String {
    var sections = [[Substring]]()
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if isTitle(line) || sections.isEmpty { sections.append([]) }
      sections[sections.count - 1].append(line)
    }
    let ordered = sections.enumerated().sorted { (rank($0.element), $0.offset) < (rank($1.element), $1.offset) }
    let blocks = ordered.map { trimmed($0.element).map(String.init).joined(separator: "\n") }
    let arranged = blocks.filter { !$0.isEmpty }.joined(separator: "\n\n")
    return language == .ja ? translated(arranged) : arranged
  }

  private static func isTitle(_ line: Substring) -> Bool {
    guard let first = line.first, line.contains(":") else { return false }
    return first != " " && (line.hasSuffix(":") || line.hasPrefix("OVERVIEW:") || line.hasPrefix("USAGE:"))
  }

  private static func rank(_ section: [Substring]) -> Int {
    switch section.first ?? "" {
    case let title where title.hasPrefix("OVERVIEW:"): 0
    case let title where title.hasPrefix("USAGE:"): 1
    case "ARGUMENTS:", "SUBCOMMANDS:": 2
    case "OPTIONS:": 3
    case "\(outputTitle.uppercased()):": 5
    case "\(readingTitle.uppercased()):": 6
    default: 4
    }
  }

  static var outputTitle: String { abstract("出力", "Output") }
  static var readingTitle: String { abstract("読み込み", "Reading") }

  private static func trimmed(_ lines: [Substring]) -> ArraySlice<Substring> {
    var lines = lines[...]
    while lines.last?.isEmpty ?? false { lines.removeLast() }
    return lines
  }

  private static func translated(_ text: String) -> String {
    let words = [
      ("OVERVIEW: ", ""), ("USAGE: ", "使い方: "), ("ARGUMENTS:", "引数:"), ("OPTIONS:", "この命令のオプション:"),
      ("SUBCOMMANDS:", "命令:"), ("Show help information.", "この説明を表示する"), ("Show the version.", "版を表示する"),
      ("See 'shihyo help <subcommand>' for detailed help.", "命令ごとの説明は shihyo help 命令 で表示します。"),
      ("(values:", "(値:"),
    ]
    return text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      words.reduce(String(line)) { line, word in
        guard let start = line.range(of: word.0) else { return line }
        return line.replacingCharacters(in: start, with: word.1)
      }
    }.joined(separator: "\n")
  }
}

extension String {
  /// The first place of a text; Foundation is not linked for this.
  fileprivate func range(of text: String) -> Range<String.Index>? {
    var start = startIndex
    while start < endIndex {
      if self[start...].hasPrefix(text) { return start..<index(start, offsetBy: text.count) }
      start = index(after: start)
    }
    return nil
  }

  fileprivate func replacingCharacters(in range: Range<String.Index>, with text: String) -> String {
    String(self[..<range.lowerBound]) + text + String(self[range.upperBound...])
  }
}
