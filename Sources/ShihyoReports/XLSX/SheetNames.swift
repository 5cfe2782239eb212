/// Gives sheets names that a spreadsheet takes: at most 31 UTF-16 units, none of `[ ] : * ? / \`, unique without regard to
/// case. A name that is cut ends in `…`.
///
/// - Source: Microsoft, "Rename a worksheet".
struct SheetNames {
  static let limit = 31
  private var taken: Set<String> = []

  /// - Parameter lead: 表1; what tells it from its neighbours even where `title` is empty or the same.
  mutating func name(_ lead: String, _ title: String? = nil) -> String {
    let wanted = Self.clean(title.map { $0.isEmpty ? lead : lead + " " + $0 } ?? lead)
    var name = Self.cut(wanted, to: Self.limit)
    var number = 2
    while !taken.insert(name.lowercased()).inserted {
      let ending = " (\(number))"
      name = Self.cut(wanted, to: Self.limit - ending.utf16.count) + ending
      number += 1
    }
    return name
  }

  private static func clean(_ text: String) -> String {
    var result = ""
    for scalar in CellText.make(text).unicodeScalars {
      switch scalar {
      case "[": result += "［"
      case "]": result += "］"
      case ":": result += "："
      case "*": result += "＊"
      case "?": result += "？"
      case "/": result += "／"
      case "\\": result += "＼"
      case "'": result += "’"  // at an end it is refused, inside it would have to be doubled in links
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  private static func cut(_ text: String, to limit: Int) -> String {
    guard text.utf16.count > limit else { return text }
    var result = ""
    for character in text {
      guard result.utf16.count + character.utf16.count < limit else { break }
      result.append(character)
    }
    return result + "…"
  }
}
