import ShihyoModel

/// Slips of a Japanese keyboard that keep a text from being YAML: `title：A`, a tab or a full-width space where plain spaces
/// belong. The parser stops at a later line and speaks of something else.
enum YAMLSlips {
  /// At the character itself, in the order of the file. Only letters are looked at, so texts of several lines are searched, too.
  static func findings(in text: String, file: String?) -> [Finding] {
    var found: [Finding] = []
    for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
      for (rule, character) in slips(Array(line.unicodeScalars)) {
        found.append(Finding(rule, at: Place(file: file, line: index + 1, column: .character(character))))
      }
    }
    return found
  }

  /// With the character, from 1.
  private static func slips(_ line: [Unicode.Scalar]) -> [(YAMLRule, Int)] {
    var place = 0
    var slips: [(YAMLRule, Int)] = []
    func skipBlanks() {
      var isTold = false
      while place < line.count, " \t\u{3000}".unicodeScalars.contains(line[place]) {
        if line[place] != " ", !isTold {
          slips.append((line[place] == "\t" ? .tabIndent : .wideSpace, place + 1))
          isTold = true
        }
        place += 1
      }
    }
    skipBlanks()
    while place + 1 < line.count, line[place] == "-", " \t\u{3000}".unicodeScalars.contains(line[place + 1]) {
      place += 1
      skipBlanks()
    }
    // Before a comment and on an empty line a tab does no harm, a full-width space is a text.
    guard place < line.count, line[place] != "#" else {
      return slips.filter { if case .wideSpace = $0.0 { true } else { false } }
    }
    let start = place
    while place < line.count, line[place].isASCII, line[place].properties.isAlphabetic || isKeySign(line[place]) {
      place += 1
    }
    guard place > start, place < line.count else { return slips }
    let key = String(String.UnicodeScalarView(line[start..<place]))
    if line[place] == "：" {
      slips.append((.wideColon(key: key), place + 1))
    } else if line[place] == ":", place + 1 < line.count, line[place + 1] == "\u{3000}" {
      slips.append((.wideSpace, place + 2))
    }
    return slips
  }

  private static func isKeySign(_ scalar: Unicode.Scalar) -> Bool {
    ("0"..."9").contains(scalar) || scalar == "-" || scalar == "." || scalar == "_"
  }
}
