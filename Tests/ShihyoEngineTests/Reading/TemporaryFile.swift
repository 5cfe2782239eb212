import Glibc
import ShihyoModel

@testable import ShihyoEngine

/// A file with given bytes that goes away with its owner, as does what rejects write beside it.
final class TemporaryFile {
  let path: String

  init(_ bytes: [UInt8]) {
    // In memory where there is such a folder: thousands of outputs are synced to it.
    let folder = access("/dev/shm", W_OK) == 0 ? "/dev/shm" : "/tmp"
    var template = Array("\(folder)/shihyo-test-XXXXXX".utf8CString)
    let descriptor = mkstemp(&template)
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    close(descriptor)
    write(bytes)
  }

  convenience init(_ text: String) { self.init(Array(text.utf8)) }

  deinit {
    unlink(path)
    unlink(path + ".reasons.csv")
  }

  func write(_ bytes: [UInt8]) {
    let descriptor = open(path, O_WRONLY | O_TRUNC)
    var written = 0
    while written < bytes.count {
      written += bytes[written...].withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
    }
    close(descriptor)
  }

  /// What stands in the file now.
  var bytes: [UInt8] {
    let descriptor = open(path, O_RDONLY)
    defer { close(descriptor) }
    var all: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    while case let got = read(descriptor, &piece, piece.count), got > 0 { all += piece[..<got] }
    return all
  }

  var source: Dataset.Source { .file(path: path) }
}

/// Text in another encoding, made by the system's iconv; nil where it cannot be.
func encoded(_ text: String, _ encoding: String) -> [UInt8]? {
  guard let converter = iconv_open(encoding, "UTF-8"), Int(bitPattern: converter) != -1 else { return nil }
  defer { iconv_close(converter) }
  var input = text.utf8.map { CChar(bitPattern: $0) }
  var output = [CChar](repeating: 0, count: input.count * 4 + 64)
  var inputLeft = input.count
  var outputLeft = output.count
  let isDone = input.withUnsafeMutableBufferPointer { source in
    output.withUnsafeMutableBufferPointer { target in
      var from = source.baseAddress
      var to = target.baseAddress
      guard iconv(converter, &from, &inputLeft, &to, &outputLeft) != -1 else { return false }
      return iconv(converter, nil, nil, &to, &outputLeft) != -1
    }
  }
  return isDone ? output.dropLast(outputLeft).map { UInt8(bitPattern: $0) } : nil
}

/// All of a file as plain values, whatever its batches were.
struct FlatReading: Equatable {
  struct Record: Equatable {
    var number: Int
    var line: Int
    var lineCount: Int
    var byteOffset: Int
    var cells: [String?]
    var raw: [UInt8]
  }
  struct Rejected: Equatable {
    var number: Int
    var line: Int
    var raw: [UInt8]
  }

  var names: [String]
  var records: [Record] = []
  var rejected: [Rejected] = []
  var findings: [Finding] = []
  var counts: ReadingCounts
  var encoding: EncodingChoice

  init(_ file: TemporaryFile, _ options: ReadingOptions = ReadingOptions(), blockBytes: Int = 1 << 20) throws {
    try self.init(file.source, options, blockBytes: blockBytes)
  }

  init(_ source: Dataset.Source, _ options: ReadingOptions = ReadingOptions(), blockBytes: Int = 1 << 20) throws {
    let reader = try RecordReader(source: source, options: options, blockBytes: blockBytes)
    names = reader.header.names
    findings = reader.header.findings.map(Self.withoutFile)
    while let batch = try reader.nextBatch() {
      let decoder = CellDecoder(batch.encoding)
      for (index, record) in batch.records.enumerated() {
        let cells = (0..<record.fieldCount).map { column in batch.withField(index, column) { decoder.decode($0) } }
        records.append(
          Record(
            number: record.number, line: record.line, lineCount: record.lineCount, byteOffset: record.byteOffset,
            cells: cells, raw: batch.rawBytes(of: record)))
      }
      rejected += batch.rejected.map { Rejected(number: $0.number, line: $0.line, raw: batch.rawBytes(of: $0)) }
      findings += batch.findings.map(Self.withoutFile)
    }
    counts = reader.counts
    encoding = reader.encoding
  }

  private static func withoutFile(_ finding: Finding) -> Finding {
    var finding = finding
    finding.place.file = nil
    return finding
  }

  var rows: [[String]] { records.map { $0.cells.map { $0 ?? "<invalid>" } } }
  var codes: [String] { findings.map(\.code) }
}

/// The codes of what is thrown; empty where nothing is.
func thrownCodes(_ body: () throws -> Void) -> [String] {
  do { try body() } catch let findings as Findings { return findings.findings.map(\.code) } catch { return ["other"] }
  return []
}
