import ShihyoEngine
import ShihyoModel

/// From bytes to records, with the options in the first three bytes; then everything that looks at a whole table.
enum ReadingTarget {
  private static let encodings: [TextEncoding?] =
    [nil, nil, .utf8, .cp932, .eucJP, .iso2022JP, .utf16LittleEndian, .utf16BigEndian]
  private static let delimiters: [UInt8?] = [nil, nil, 0x2C, 0x09, 0x3B, 0x7C, 0x20, 0x5C]

  static func run(_ input: [UInt8], _ scratch: Scratch) {
    guard input.count >= 3 else { return }
    let path = scratch.write(Array(input[3...]), as: "input.csv")
    var options = ReadingOptions()
    options.encoding = encodings[Int(input[0] & 7)]
    options.delimiter = delimiters[Int(input[1] & 7)]
    options.hasHeader = input[2] & 1 == 0
    if input[2] & 2 != 0 { options.headerRows = 1...2 }
    if input[2] & 4 != 0 { options.skipAfterHeader = 1 }
    if input[2] & 8 != 0 { options.skipLines = 1 }
    if input[2] & 16 != 0 { options.maximumFieldBytes = 20 }
    let source = Dataset.Source.file(path: path)
    let whole = told(source, options, blockBytes: 1 << 16)
    let pieces = told(source, options, blockBytes: 1 + Int(input[2] >> 5) * 5)
    if whole != pieces {
      let first = zip(whole, pieces).first { $0 != $1 }
      preconditionFailure(
        "what is read depends on the size of blocks: \(String(describing: first)) \(whole.last ?? "")")
    }
    let dataset = Dataset(name: "input", sources: [source], reading: options)
    guard let report = try? Checker().run(on: dataset) else { return }
    _ = try? Linter().add(to: report, of: dataset)
    _ = try? Profiler().run(on: dataset)
  }

  /// All that reading says: cells, lines, findings.
  private static func told(_ source: Dataset.Source, _ options: ReadingOptions, blockBytes: Int) -> [String] {
    var told: [String] = []
    func add(_ finding: Finding) {
      let place = finding.place
      told.append("\(finding.code) \(place.line ?? 0) \(place.byteOffset ?? -1) \(finding.text ?? "")")
    }
    do {
      let reader = try RecordReader(source: source, options: options, blockBytes: blockBytes)
      told += reader.header.names
      reader.header.findings.forEach(add)
      while let batch = try reader.nextBatch() {
        let decoder = CellDecoder(batch.encoding)
        var findings = batch.findings[...]
        for (index, record) in batch.records.enumerated() {
          while let first = findings.first, first.place.line ?? 0 < record.line { add(findings.removeFirst()) }
          told.append("\(record.number) \(record.line)")
          for column in 0..<record.fieldCount {
            guard let text = batch.withField(index, column, { decoder.decode($0) }) else {
              add(batch.invalidBytes(index, column))
              continue
            }
            told.append(text)
          }
        }
        findings.forEach(add)
      }
      told.append(
        "\(reader.counts.records) \(reader.counts.rejected) \(reader.counts.blankLines) \(reader.counts.lines)")
    } catch {
      // What makes the rest unreadable may be told before or after other findings, as blocks fall.
      return ["unreadable"]
    }
    return told
  }
}
