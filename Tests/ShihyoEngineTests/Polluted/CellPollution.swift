import ShihyoModel

@testable import ShihyoEngine

/// What can happen to one cell of the base table.
enum CellPollution {
  static func files() -> [PollutedFile] {
    var files: [PollutedFile] = []
    for row in BaseTable.grid.indices {
      for column in BaseTable.names.indices {
        files += places(row, column)
        files += hidden(row, column)
        files += foreign(row, column)
      }
    }
    return files
  }

  private static func near(_ row: Int) -> ClosedRange<Int> { BaseTable.lines[row]...(BaseTable.lines[row] + 2) }

  private static func file(_ name: String, _ row: Int, _ column: Int, _ cells: [[String]]) -> PollutedFile {
    PollutedFile(
      name: "\(name) at \(row),\(column)", bytes: Array(BaseTable.text(cells).utf8), lines: near(row))
  }

  /// Delimiters, quotes, escapes, line ends.
  private static func places(_ row: Int, _ column: Int) -> [PollutedFile] {
    let value = BaseTable.grid[row][column]
    let written = BaseTable.cells[row][column]
    let middle = written.index(written.startIndex, offsetBy: (written.count + 1) / 2)
    let (left, right) = (String(written[..<middle]), String(written[middle...]))
    func put(_ name: String, _ text: String) -> PollutedFile {
      var cells = BaseTable.cells
      cells[row][column] = text
      return file(name, row, column, cells)
    }
    var files = [
      put("extra delimiter before", "," + written), put("extra delimiter behind", written + ","),
      put("quote before", "\"" + written), put("quote behind", written + "\""),
      put("quote inside", left + "\"" + right), put("two quotes before", "\"\"" + written),
      put("quotes and a space before", " " + BaseTable.quoted(value)),
      put("quotes and a space behind", BaseTable.quoted(value) + " "),
      put("backslash quote", "\"" + value + "\\\"x\""),
      put("apostrophes", "'" + value + "'"), put("typographic quotes", "“" + value + "”"),
      put("full-width quotes", "＂" + value + "＂"),
    ]
    if written != value {
      files += [
        put("no opening quote", String(written.dropFirst())), put("no closing quote", String(written.dropLast())),
      ]
      if !value.contains("\"") { files.append(put("no quotes", value)) }
    } else {
      files += ["\n", "\r", "\r\n", "\n\n"].map { put("line end inside", left + $0 + right) }
    }
    if column + 1 < BaseTable.names.count {
      for sign in ["", ";", "\t", "|", "，", "\n", " "] {
        var cells = BaseTable.cells
        cells[row][column] += sign + cells[row].remove(at: column + 1)
        files.append(file("instead of a delimiter “\(sign)”", row, column, cells))
      }
    }
    // Two stray quotes, some rows apart, make the rows between a part of one cell.
    for distance in 1...3 where row > 0 && row + distance < BaseTable.grid.count {
      var cells = BaseTable.cells
      cells[row][column] = "\"" + cells[row][column]
      cells[row + distance][column] += "\""
      files.append(file("two quotes \(distance) rows apart", row, column, cells))
    }
    return files
  }

  /// Characters that nobody sees, in the middle and at both ends.
  private static func hidden(_ row: Int, _ column: Int) -> [PollutedFile] {
    let value = BaseTable.grid[row][column]
    let half = value.index(value.startIndex, offsetBy: (value.count + 1) / 2)
    let scalars: [Unicode.Scalar] = [
      "\0", "\u{1}", "\u{7}", "\u{B}", "\u{C}", "\u{1B}", "\u{1F}", "\u{7F}", "\u{85}", "\u{AD}", "\u{200B}",
      "\u{200D}", "\u{200E}",
      "\u{202E}", "\u{2028}", "\u{2060}", "\u{2066}", "\u{FEFF}", "\u{FE0F}", "\u{FFFD}", "\u{E0041}", "\t", " ",
      "\u{3000}", "\u{A0}",
    ]
    return scalars.flatMap { scalar -> [PollutedFile] in
      let sign = String(Character(scalar))
      let isSpace = scalar.properties.isWhitespace && scalar != "\t"
      // A space inside a word is a letter like any other.
      let inner = isSpace ? [] : [value[..<half] + sign + value[half...]].map(String.init)
      return (inner + [sign + value, value + sign]).map { text in
        var cells = BaseTable.cells
        cells[row][column] = BaseTable.written(text)
        return file("U+\(String(scalar.value, radix: 16))", row, column, cells)
      }
    }
  }

  /// One cell in another encoding than the file.
  private static func foreign(_ row: Int, _ column: Int) -> [PollutedFile] {
    guard BaseTable.grid[row][column].utf8.contains(where: { $0 >= 0x80 }) else { return [] }
    var files: [PollutedFile] = []
    for base in ["UTF-8", "CP932", "EUC-JP"] {
      for other in ["UTF-8", "CP932", "EUC-JP", "ISO-2022-JP"] where other != base {
        var bytes: [UInt8] = []
        for (index, cells) in BaseTable.cells.enumerated() {
          for (place, cell) in cells.enumerated() {
            let isHere = index == row && place == column
            bytes += encoded(cell, isHere ? other : base) ?? []
            bytes += Array((place + 1 < cells.count ? "," : "\n").utf8)
          }
        }
        var file = PollutedFile(name: "\(other) in \(base) at \(row),\(column)", bytes: bytes, lines: near(row))
        if base == "EUC-JP" { file.options.encoding = .eucJP }
        files.append(file)
      }
    }
    return files
  }
}
