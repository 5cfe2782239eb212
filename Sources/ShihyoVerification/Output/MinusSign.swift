import ShihyoModel
import ShihyoReports

/// One sign for what is below 0 in one line: △ in Japanese, as papers of the city print it.
enum MinusSign {
  /// `-5` and `8 + -5` become △5 and 8 + △5; a hyphen inside a word or a date stays.
  static func japanese(_ text: String) -> String {
    let characters = Array(text)
    var result = ""
    for (index, character) in characters.enumerated() {
      let follows = index == 0 || " (（".contains(characters[index - 1])
      let isDigitNext = index + 1 < characters.count && ("0"..."9").contains(characters[index + 1])
      result.append(character == "-" && follows && isDigitNext ? "△" : character)
    }
    return result
  }
}

extension DigitGroups {
  /// With commas where it is a number, else as it is.
  static func number(_ text: String) -> String { ExactDecimal(text) == nil ? text : grouped(text) }
}
