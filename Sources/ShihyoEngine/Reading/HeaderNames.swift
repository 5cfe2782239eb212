import ShihyoModel

/// Column names from the rows of a header.
enum HeaderNames {
  /// Joins the labels of each column with one space, from top to bottom.
  ///
  /// Above the last row an empty cell carries on the label to its left, as merged cells of a spreadsheet leave it. A
  /// label that repeats the one above it is not said twice. Rows that are too short end in empty cells.
  static func join(_ rows: [[String]]) -> [String] {
    let width = rows.map(\.count).max() ?? 0
    var names = [[String]](repeating: [], count: width)
    for (number, row) in rows.enumerated() {
      var carried = ""
      for column in 0..<width {
        let label = column < row.count ? row[column] : ""
        let isLast = number == rows.count - 1
        if !label.isEmpty { carried = label }
        let said = isLast ? label : carried
        if !said.isEmpty, names[column].last != said { names[column].append(said) }
      }
    }
    return names.map { $0.joined(separator: " ") }
  }

  /// Findings for names that are missing or stand twice.
  static func findings(_ names: [String], path: String?, line: Int?) -> [Finding] {
    let lastNamed = names.lastIndex { !isBlank($0) } ?? -1
    var columns: [Label: Int] = [:]
    var found: [Finding] = []
    for (index, name) in names.enumerated() {
      let letter = Place.Column.spreadsheetLetters(index + 1)
      let place = Place(file: path, line: line, column: .field(number: index + 1, name: name.isEmpty ? nil : name))
      if isBlank(name) {
        let isTrailing = index > lastNamed && lastNamed >= 0
        let rule: ReadingRule = isTrailing ? .headerEmptyTrailing(letter: letter) : .headerEmpty(letter: letter)
        found.append(Finding(rule, at: place, text: name))
      } else if let first = columns[Label(name)] {
        let firstLetter = Place.Column.spreadsheetLetters(first + 1)
        let rule = ReadingRule.headerDuplicate(name: name, letter: letter, first: firstLetter)
        found.append(Finding(rule, at: place, text: name))
      } else {
        columns[Label(name)] = index
      }
    }
    return found
  }

  /// Findings for names that are not what they look like; where columns are declared, the declaration tells.
  static func oddities(_ names: [String], path: String?, line: Int?) -> [Finding] {
    names.enumerated().compactMap { index, name in
      let rule: ReadingRule
      if let hidden = HiddenCharacter.first(in: name) {
        rule = .headerHiddenCharacter(HiddenCharacter.name(hidden))
      } else if let sign = OtherQuotes.sign(around: name) {
        rule = .headerQuoted(sign: sign)
      } else if !isBlank(name), name.first?.isWhitespace ?? false || name.last?.isWhitespace ?? false {
        rule = .headerOuterSpace
      } else {
        return nil
      }
      return Finding(rule, at: Place(file: path, line: line, column: .field(number: index + 1, name: name)), text: name)
    }
  }

  private static func isBlank(_ name: String) -> Bool {
    name.unicodeScalars.allSatisfy { $0 == " " || $0 == "\t" || $0 == "\u{3000}" || $0 == "\u{A0}" }
  }
}
