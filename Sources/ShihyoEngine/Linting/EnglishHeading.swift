/// English headings that say what they count: male, numberOfHouseholds, birth_rate.
enum EnglishHeading {
  static func says(_ heading: String) -> Bool {
    guard heading.utf8.allSatisfy({ $0 < 0x80 }) else { return false }
    return words(heading).contains { known.contains($0) }
  }

  /// In lower case, parted at spaces, signs and capitals.
  private static func words(_ heading: String) -> [String] {
    var words = [""]
    var before: Character = " "
    for character in heading {
      if !character.isLetter {
        words.append("")
      } else {
        if character.isUppercase, before.isLowercase { words.append("") }
        words[words.count - 1] += character.lowercased()
      }
      before = character
    }
    return words.filter { !$0.isEmpty }
  }

  private static let known: Set<String> = [
    "number", "num", "count", "counts", "male", "males", "female", "females", "men", "women", "person", "persons",
    "people",
    "population", "inhabitants", "residents", "foreigners", "household", "households", "births", "deaths", "marriages",
    "divorces", "users", "visitors", "members", "participants", "cases", "students", "pupils", "children", "staff",
    "employees", "facilities", "establishments", "schools", "hospitals", "percent", "percentage", "pct", "rate",
    "ratio",
    "share", "proportion", "index", "rank", "age", "year", "month", "day", "date", "code", "id", "no", "latitude",
    "longitude", "yen", "jpy", "usd", "km", "kg", "ha", "hours", "minutes", "days", "months", "years", "times",
  ]
}
