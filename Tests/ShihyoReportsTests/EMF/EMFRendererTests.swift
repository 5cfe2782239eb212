import ShihyoModel
import Testing

@testable import ShihyoReports

/// Drawings are read back record by record, by the numbers of the format.
struct EMFRendererTests {
  private struct Record {
    var type: UInt32
    var words: [UInt32]
  }

  private func words(_ bytes: ArraySlice<UInt8>) -> [UInt32] {
    stride(from: bytes.startIndex, to: bytes.endIndex - 3, by: 4).map { place in
      (0..<4).reduce(0) { $0 | UInt32(bytes[place + $1]) << ($1 * 8) }
    }
  }

  private func records(_ chart: ReportChart, notice: Bilingual? = nil) throws -> [Record] {
    let bytes = EMFRenderer(language: .ja, notice: notice).render(chart).bytes
    var records: [Record] = []
    var place = 0
    while place < bytes.count {
      let head = words(bytes[place..<min(place + 8, bytes.count)])
      try #require(head.count == 2 && head[1] >= 8 && head[1] % 4 == 0)
      let end = place + Int(head[1])
      try #require(end <= bytes.count)
      records.append(Record(type: head[0], words: words(bytes[place..<end])))
      place = end
    }
    let first = try #require(records.first)
    #expect(first.type == 1 && first.words.count == 27 && first.words[10] == 0x464D_4520)
    #expect(first.words[12] == UInt32(bytes.count) && first.words[13] == UInt32(records.count))
    #expect(records.last?.type == 14 && records.last?.words == [14, 20, 0, 0, 20])
    return records
  }

  /// Texts in their order, as the records of type 84 hold them.
  private func texts(_ records: [Record]) -> [String] {
    records.filter { $0.type == 84 }.map { record in
      let count = Int(record.words[11])
      let units = (0..<count).map { UInt16(truncatingIfNeeded: record.words[19 + $0 / 2] >> ($0 % 2 == 0 ? 0 : 16)) }
      return String(decoding: units, as: UTF16.self)
    }
  }

  @Test(arguments: ChartSamples.all) func `says what the SVG chart says`(chart: ReportChart) throws {
    let shown = texts(try records(chart))
    let svg = SVGRenderer(language: .ja, isPartOfPage: true).render(chart)
    let wanted = svg.split(separator: "\n").filter { $0.contains("<text ") }.map { line in
      String(line.drop { $0 != ">" }.dropFirst().prefix { $0 != "<" })
    }
    #expect(shown == wanted && !shown.isEmpty)
  }

  @Test(arguments: ChartSamples.all) func `everything used was made, and stands on the paper`(chart: ReportChart) throws
  {
    let records = try records(chart)
    var made: Set<UInt32> = []
    let size = try #require(records.first).words[4...5].map { Int($0) + 1 }
    for record in records {
      if [38, 39, 82].contains(record.type) { made.insert(record.words[2]) }
      if record.type == 37 { #expect(made.contains(record.words[2]) || record.words[2] == 0x8000_0008) }
      guard [3, 4].contains(record.type) else { continue }
      for (index, word) in record.words[7...].enumerated() {
        let place = Int(Int32(bitPattern: word))
        #expect(place >= 0 && place <= size[index % 2], "record \(record.type)")
      }
    }
    #expect(try #require(records.first).words[14] == UInt32(made.count + 1))
  }

  @Test func `same chart, same bytes; a notice stands in it`() throws {
    let renderer = EMFRenderer(language: .ja)
    #expect(renderer.render(ChartSamples.quarters).bytes == renderer.render(ChartSamples.quarters).bytes)
    let notice = Bilingual(ja: "架空データ", en: "fictional")
    #expect(texts(try records(ChartSamples.quarters, notice: notice)).first == "【架空データ】")
  }

  @Test func `hostile and odd texts are drawn as they are`() throws {
    let labels = ["<b>&amp;", "=1+1", "\u{1B}[31m赤\u{202E}", "𠮷野家が👨‍👩‍👧", String(repeating: "長", count: 200)]
    let chart = ChartSamples.chart(.bars, labels, [("値", labels.indices.map { ChartSamples.numbers($0)[0] })])
    let shown = texts(try records(chart)).joined(separator: "\n")
    #expect(shown.contains("<b>&amp;") && shown.contains("=1+1") && shown.contains("␛[31m赤<U+202E>"))
    #expect(shown.contains("𠮷野家") && shown.contains("長…"), "what is cut says so")
  }
}

struct EMFPatternTests {
  @Test(arguments: 1..<8) func `marks stay inside the bar`(series: Int) {
    let pattern = EMFPattern(left: 105, top: 33, right: 1003, bottom: 283)
    let marks = pattern.marks(ofSeries: series)
    #expect(marks.lines.count + marks.dots.count > 2)
    for end in marks.lines.flatMap({ [$0.from, $0.to] }) + marks.dots {
      #expect((105...1003).contains(end.x) && (33...283).contains(end.y))
    }
  }

  @Test func `a bar without room has no marks`() {
    for series in 0..<8 {
      let marks = EMFPattern(left: 10, top: 10, right: 10, bottom: 200).marks(ofSeries: series)
      #expect(marks.lines.allSatisfy { $0.from.x == 10 && $0.to.x == 10 } && marks.dots.isEmpty)
    }
  }
}
