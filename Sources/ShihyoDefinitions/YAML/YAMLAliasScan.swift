/// Places that look like an alias (`*name` where a value may start), comments aside. A look at the letters only: text in
/// quotes that looks the same counts too, which is why a few are let through to the parser.
enum YAMLAliasScan {
  static func positions(in text: String) -> [JSONPosition] {
    var found: [JSONPosition] = []
    var (line, character) = (1, 1)
    var before: Unicode.Scalar = "\n"
    var inComment = false
    var candidate: JSONPosition?
    for scalar in text.unicodeScalars {
      if let place = candidate, !isSpace(scalar) { found.append(place) }
      candidate = nil
      if scalar == "#", isSpace(before) { inComment = true }
      if scalar == "*", !inComment, isSpace(before) || before == "[" || before == "{" || before == "," {
        candidate = JSONPosition(line: line, character: character)
      }
      if scalar == "\n" {
        (line, character, inComment) = (line + 1, 1, false)
      } else {
        character += 1
      }
      before = scalar
    }
    return found
  }

  private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    scalar == " " || scalar == "\n" || scalar == "\t" || scalar == "\r"
  }
}
