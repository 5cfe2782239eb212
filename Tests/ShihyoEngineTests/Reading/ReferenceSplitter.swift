@testable import ShihyoEngine

/// The grammar once more, slow and plain: whole text in memory, one byte after the other, no libcsv.
struct ReferenceSplitter {
  enum Event: Equatable {
    case blank
    case record(line: Int, lineCount: Int, offset: Int, fields: [[UInt8]])
    case rejected(line: Int, code: String)
  }

  private struct Broken: Error { var code: String }

  let bytes: [UInt8]
  let delimiter: UInt8

  private func isEnd(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }

  /// Starts of all physical lines.
  private var lineStarts: [Int] {
    var starts = bytes.isEmpty ? [] : [0]
    for index in bytes.indices where isEnd(bytes[index]) {
      if bytes[index] == 0x0D, index + 1 < bytes.count, bytes[index + 1] == 0x0A { continue }
      if index + 1 < bytes.count { starts.append(index + 1) }
    }
    return starts
  }

  var events: [Event] {
    var events: [Event] = []
    let starts = lineStarts
    var line = 0
    while line < starts.count {
      let start = starts[line]
      let content = bytes[start...].prefix { !isEnd($0) }
      if content.allSatisfy({ ($0 == 0x20 || $0 == 0x09) && $0 != delimiter }) {
        events.append(.blank)
        line += 1
        continue
      }
      do throws(Broken) {
        let (fields, end) = try record(from: start)
        let next = starts.firstIndex { $0 >= end } ?? starts.count
        if bytes[start..<end].contains(0) {
          events.append(.rejected(line: line + 1, code: "record.nul"))
        } else {
          events.append(.record(line: line + 1, lineCount: next - line, offset: start, fields: fields))
        }
        line = next
      } catch {
        events.append(.rejected(line: line + 1, code: error.code))
        line += 1
      }
    }
    return events
  }

  private func record(from start: Int) throws(Broken) -> (fields: [[UInt8]], end: Int) {
    var fields: [[UInt8]] = []
    var position = start
    while true {
      fields.append(try field(&position))
      if position == bytes.count { return (fields, position) }
      if bytes[position] == delimiter {
        position += 1
        continue
      }
      let isPair = bytes[position] == 0x0D && position + 1 < bytes.count && bytes[position + 1] == 0x0A
      return (fields, position + (isPair ? 2 : 1))
    }
  }

  private func field(_ position: inout Int) throws(Broken) -> [UInt8] {
    var field: [UInt8] = []
    guard position < bytes.count, bytes[position] == 0x22 else {
      while position < bytes.count, bytes[position] != delimiter, !isEnd(bytes[position]) {
        if bytes[position] == 0x22 { throw Broken(code: "record.quote-in-field") }
        field.append(bytes[position])
        position += 1
      }
      return field
    }
    position += 1
    while position < bytes.count {
      if bytes[position] != 0x22 {
        field.append(bytes[position])
        position += 1
      } else if position + 1 < bytes.count, bytes[position + 1] == 0x22 {
        field.append(0x22)
        position += 2
      } else {
        position += 1
        if position < bytes.count, bytes[position] != delimiter, !isEnd(bytes[position]) {
          throw Broken(code: "record.text-after-quote")
        }
        return field
      }
    }
    throw Broken(code: "record.unterminated-quote")
  }
}
