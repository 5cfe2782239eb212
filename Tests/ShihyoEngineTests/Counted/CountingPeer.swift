import SeededRandom
import ShihyoModel

@testable import ShihyoEngine

/// A plain stand-in for a cluster: counts distinct cells of a file, and adds up plain numbers where asked to.
struct CountingPeer {
  let header: HeaderInfo
  let columns: [CountedRun.Column]
  private(set) var rows: [CountedRow] = []

  /// The answers to `queries` by way of counted rows.
  static func run(_ queries: [Query], on dataset: Dataset, shuffledBy seed: UInt64) throws -> [ResultTable] {
    let header = try RecordReader(source: dataset.sources[0], options: dataset.reading).header
    var run = try CountedRun(queries, header: header, dataset: dataset)
    var random = SeededGenerator(seed: seed)
    let peer = try CountingPeer(header, run.columns, dataset)
    try run.add(peer.rows.shuffled(using: &random))
    return try run.finish()
  }

  private init(_ header: HeaderInfo, _ columns: [CountedRun.Column], _ dataset: Dataset) throws {
    self.header = header
    self.columns = columns
    var counts: [[[UInt8]?]: CountedRow] = [:]
    for source in dataset.sources {
      let reader = try RecordReader(source: source, options: dataset.reading)
      while let batch = try reader.nextBatch() {
        for record in batch.records.indices {
          let cells = columns.map { column in
            let text = batch.withField(record, column.index) { CellDecoder(batch.encoding).decode($0) } ?? ""
            return Self.cell(text, column.role)
          }
          let key = cells.map { cell -> [UInt8]? in if case .text(let bytes) = cell { bytes } else { nil } }
          guard var known = counts[key] else {
            counts[key] = CountedRow(count: 1, cells: cells)
            continue
          }
          known.count += 1
          known.cells = zip(known.cells, cells).map(Self.added)
          counts[key] = known
        }
      }
    }
    rows = Array(counts.values)
  }

  private static func cell(_ text: String, _ role: CountedRun.Column.Role) -> CountedRow.Cell {
    guard case .plainSum(let integersOnly, let needsSample) = role, let number = plain(text),
      !integersOnly || number.decimals == 0, let units = number.widened(to: 9)
    else { return .text(Array(text.utf8)) }
    let sample = needsSample && !number.isZero ? text : nil
    return .plain(PlainSum(billionths: units.coefficient, decimals: number.decimals, sample: sample))
  }

  private static func plain(_ text: String) -> ExactDecimal? {
    let pattern = /-?[0-9]{1,18}([.][0-9]{1,9})?/
    guard text.wholeMatch(of: pattern) != nil, text.wholeMatch(of: /-[0.]*/) == nil else { return nil }
    return ExactDecimal(text)
  }

  private static func added(_ left: CountedRow.Cell, _ right: CountedRow.Cell) -> CountedRow.Cell {
    guard case .plain(let mine) = left, case .plain(let theirs) = right else { return left }
    return .plain(
      PlainSum(
        billionths: mine.billionths + theirs.billionths, decimals: max(mine.decimals, theirs.decimals),
        sample: mine.sample ?? theirs.sample))
  }
}
