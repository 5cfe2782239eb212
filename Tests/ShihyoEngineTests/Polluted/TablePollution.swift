import ShihyoModel

/// What can happen to rows and to a file as a whole.
enum TablePollution {
  static func files() -> [PollutedFile] { rows() + tables() + encodings() + dialects() }

  private static func file(_ name: String, _ text: String, lines: ClosedRange<Int>? = nil) -> PollutedFile {
    PollutedFile(name: name, bytes: Array(text.utf8), lines: lines)
  }

  private static func rows() -> [PollutedFile] {
    let whole = BaseTable.cells.map { $0.joined(separator: ",") }
    var files: [PollutedFile] = []
    func put(_ name: String, _ row: Int, _ text: String) {
      var lines = whole
      lines[row] = text
      let place = BaseTable.lines[row]
      files.append(file("\(name), row \(row)", lines.map { $0 + "\n" }.joined(), lines: place...(place + 2)))
    }
    for row in whole.indices {
      let cells = BaseTable.cells[row]
      let values = BaseTable.grid[row]
      put("extra delimiter at the end", row, whole[row] + ",")
      put("last cell missing", row, cells.dropLast().joined(separator: ","))
      put("first cell missing", row, cells.dropFirst().joined(separator: ","))
      for sign in [";", "\t", "|", ", ", ",,", "、"] { put("delimiter \(sign)", row, cells.joined(separator: sign)) }
      put("apostrophes", row, values.map { "'\($0)'" }.joined(separator: ","))
      put("the row in quotes", row, BaseTable.quoted(whole[row]))
      put("comment above", row, "# 出力\n" + whole[row])
      put("delimiters above", row, ",,,,,\n" + whole[row])
      put(
        "escape", row,
        values.map {
          "\"" + $0.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\\\"") + "\""
        }.joined(separator: ","))
      for (base, other) in [
        ("UTF-8", "UTF-16LE"), ("CP932", "UTF-16BE"), ("UTF-8", "CP932"), ("CP932", "EUC-JP"), ("CP932", "UTF-8"),
      ] {
        let bytes = whole.indices.flatMap { encoded(whole[$0] + "\n", $0 == row ? other : base) ?? [] }
        let place = BaseTable.lines[row]
        files.append(
          PollutedFile(name: "a row of \(other) in \(base), row \(row)", bytes: bytes, lines: place...(place + 2)))
      }
      if row > 0 {
        put("header above", row, whole[0] + "\n" + whole[row])
        put("mark and header above", row, "\u{FEFF}" + whole[0] + "\n" + whole[row])
      }
      for end in ["\r", "\r\n", "\r\r\n", "\n\n", "\n \t \n"] where end != "\r" || row + 1 < whole.count {
        var lines = whole.map { $0 + "\n" }
        lines[row] = whole[row] + end
        files.append(file("line end \(Array(end.utf8)), row \(row)", lines.joined()))
      }
      for end in ["", "\u{2028}", "\u{85}", "\u{B}"] where row + 1 < whole.count {
        var lines = whole.map { $0 + "\n" }
        lines[row] = whole[row] + end
        let place = BaseTable.lines[row]
        files.append(file("line end \(Array(end.utf8)), row \(row)", lines.joined(), lines: place...(place + 2)))
      }
    }
    return files
  }

  private static func tables() -> [PollutedFile] {
    let sound = BaseTable.text(BaseTable.cells)
    let last = BaseTable.lastLine
    let data = BaseTable.text(Array(BaseTable.cells.dropFirst()))
    let two = "施設,4月,5月\nA,1,2\nB,3,4\n"
    let six = "施設,月,種別,男,女,計\nA,4月,一般,3,4,7\nB,5月,一般,5,6,11\n"
    let seven = "施設,月,種別,男,女,計,注\nA,4月,一般,3,4,7,x\nB,5月,一般,5,6,11,y\n"
    var files = [
      file("no header", data), file("trailing control-Z", sound + "\u{1A}", lines: last...(last + 1)),
      file("no line end at the end", String(sound.dropLast())), file("two line ends at the end", sound + "\n\n"),
      file("two marks", "\u{FEFF}\u{FEFF}" + sound, lines: 1...1),
      file("one row of data, no header", BaseTable.text([BaseTable.cells[1], BaseTable.cells[2]])),
      file("footnote", sound + "注）速報値\n", lines: last...(last + 1)),
      file("footnote, padded", sound + "注）速報値,,,,,\n", lines: last...(last + 1)),
      file("footnote below a gap, padded", sound + "\n※速報値である。,,,,,\n", lines: last...(last + 2)),
      file("source below, padded", sound + "資料：総務課,,,,,\n", lines: last...(last + 1)),
      file("footnotes of two cells", sound + "注,速報値,,,,\n", lines: last...(last + 1)),
      file("total below", sound + "計,,,130,\"11,500\",\n", lines: last...(last + 1)),
      file("header in two rows", "施設,利用,,件数,,注\n" + sound), file("header in two full rows", "a,b,c,d,e,f\n" + sound),
      file("header in three rows", "表,,,,,\n施設,利用,,件数,,注\n" + sound),
      file("units below the header", sound.replacing("備考\n", with: "備考\n,,,人,円,\n", maxReplacements: 1), lines: 1...3),
      file(
        "types below the header", sound.replacing("備考\n", with: "備考\n文字列,日付,文字列,整数,整数,文字列\n", maxReplacements: 1),
        lines: 1...3),
    ]
    for lines in [
      "市民センターの利用\n", "市民センターの利用\n\n", "出力日,2025-05-01\n", "#注\n#注\n", "市民センターの利用,,,,,\n", "出力日,2025-05-01,担当,総務,版,1\n",
      "作成,総務課,担当,山田,版,初\n",
    ] {
      files.append(file("preamble \(lines)", lines + sound))
    }
    for (name, other) in [("less", two), ("as many", six), ("more", seven), ("the same", sound)] {
      for gap in ["", "\n", ",,,,,\n", "\n表2\n", "\n表2 別の集計,,,,,\n"] {
        files.append(
          file("second table, \(name), \(gap.debugDescription)", sound + gap + other, lines: (last - 1)...(last + 8)))
      }
    }
    return files
  }

  private static func encodings() -> [PollutedFile] {
    let text = BaseTable.text(BaseTable.cells)
    let marks: [(String, [UInt8])] = [
      ("UTF-8", []), ("UTF-8", [0xEF, 0xBB, 0xBF]), ("CP932", []), ("EUC-JP", []), ("ISO-2022-JP", []),
      ("UTF-16LE", []),
      ("UTF-16BE", []), ("UTF-16LE", [0xFF, 0xFE]), ("UTF-16BE", [0xFE, 0xFF]), ("UTF-32LE", []), ("UTF-32BE", []),
      ("UTF-32LE", [0xFF, 0xFE, 0, 0]), ("UTF-32BE", [0, 0, 0xFE, 0xFF]), ("CP932", [0xEF, 0xBB, 0xBF]),
      ("UTF-8", [0xFF, 0xFE]), ("UTF-8", [0xFE, 0xFF]), ("EUC-JP", [0xEF, 0xBB, 0xBF]),
    ]
    return marks.flatMap { encoding, mark in
      ["\n", "\r\n", "\r"].flatMap { end in
        [",", ";", "\t"].map { sign in
          let cells = BaseTable.grid.map { $0.map { BaseTable.written($0, delimiter: sign) } }
          let bytes =
            mark + (encoded(BaseTable.text(cells, delimiter: sign, lineEnd: end), encoding) ?? Array(text.utf8))
          return PollutedFile(name: "\(encoding) \(mark) \(sign) \(Array(end.utf8))", bytes: bytes)
        }
      }
    }
  }

  private static func dialects() -> [PollutedFile] {
    var files: [PollutedFile] = []
    for sign in [",", ";", "\t", "|", ":", "^", "~", " ", ", ", " , ", "||", ";;", "，", "、", "\u{1F}"] {
      for always in [false, true] {
        let cells = BaseTable.grid.map { $0.map { BaseTable.written($0, delimiter: sign, always: always) } }
        files.append(file("delimiter “\(sign)” \(always)", BaseTable.text(cells, delimiter: sign)))
        if sign.utf8.count == 1, sign != "\u{1F}" {
          files[files.count - 1].options.delimiter = sign.utf8.first
          files.append(file("delimiter “\(sign)” \(always), not named", BaseTable.text(cells, delimiter: sign)))
        }
      }
    }
    for (open, close) in [("'", "'"), ("“", "”"), ("＂", "＂"), ("`", "`"), ("\"\"", "\"\"")] {
      let cells = BaseTable.grid.map { $0.map { open + $0 + close } }
      files.append(file("quotes \(open)", BaseTable.text(cells)))
    }
    let escaped = BaseTable.grid.map { $0.map { "\"" + $0.replacing("\"", with: "\\\"") + "\"" } }
    files.append(file("backslashes", BaseTable.text(escaped)))
    let bare = BaseTable.grid.map { $0.map { $0.replacing(",", with: "\\,").replacing("\n", with: "\\\n") } }
    files.append(file("backslashes without quotes", BaseTable.text(bare)))
    return files
  }
}
