import ShihyoModel

/// Tells whether the cells of a spelling can be read without anything to say of them: then what they mean can wait until
/// all blocks are read. Whatever else there is makes the block one for the plain path.
struct KeyProbe: ~Copyable {
  private let plan: FastPlan.QueryPlan
  private let keys: [KeyPlan]
  private let delimiter: UInt8
  private let decoder: CellDecoder
  private var bounds: [Range<Int>] = []
  private var scratch = GrowableBuffer<UInt8>()

  init(_ plan: FastPlan, _ query: Int, _ decoder: CellDecoder) {
    self.plan = plan.queries[query]
    keys = plan.plan.queries[query].keys.map { plan.plan.keys[$0] }
    delimiter = plan.delimiter
    self.decoder = decoder
  }

  mutating func isFine(_ spelling: UnsafeBufferPointer<UInt8>) -> Bool {
    RawField.findCells(of: spelling, delimiter: delimiter, count: plan.cellCount, in: &bounds)
    for place in keys.indices {
      let (key, cells) = (keys[place], plan.keys[place])
      let column = cells.columns[0]
      let bytes = RawField.unescaped(UnsafeBufferPointer(rebasing: spelling[bounds[cells.cells[0]]]), &scratch)
      if key.takesAnyText(of: column), bytes.allSatisfy({ $0 < 0x80 }) { continue }
      guard let text = decoder.decode(bytes) else { return false }
      var warnings: [Finding] = []
      var units = OwnUnits()
      if case .refused = key.read(text, in: column, units: &units, at: Place(), warnings: &warnings) { return false }
      _ = key.numericReading(text, in: column, units: &units, at: Place())
      if !warnings.isEmpty || units.carriesUnit { return false }
    }
    return true
  }
}
