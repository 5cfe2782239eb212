import ShihyoModel

extension TracedRow {
  /// - Parameter record: its place in the block.
  init(question: Int, query: Int, record: Int, keys: [KeyValue], block: BlockReading, shown columns: [TouchedColumn]) {
    let batch = block.state.batch
    let aggregates = block.plan.queries[query].aggregates
    self.question = question
    file = batch.header.path
    line = batch.records[record].line
    self.record = block.state.recordNumber(record)
    self.keys = keys
    values = aggregates.map { aggregate in
      aggregate.measure.map { Self.value(block.measures[$0], record) } ?? .number(ExactDecimal(1))
    }
    cells = aggregates.map { aggregate in
      aggregate.measure.map { Self.cell(block.measures[$0].reader.column, batch, record) }
    }
    shown = columns.map { Self.cell($0, batch, record) }
  }

  private static func value(_ measure: MeasureBlock, _ record: Int) -> Value {
    let slot = measure.slots[record]
    return switch slot.kind {
    case .value: .number(ExactDecimal(coefficient: Int128(slot.units), decimals: Int(slot.decimals)))
    case .wide: .number(measure.reader.wide[Int(slot.units)])
    case .absent: .absent(slot.reason)
    case .text, .date, .refused: .text
    }
  }

  private static func cell(_ column: TouchedColumn, _ batch: RecordBatch, _ record: Int) -> CellText {
    let decoder = CellDecoder(batch.encoding)
    let isQuoted = column.field?.isPersonal != true
    return CellText(
      place: batch.place(record, column.index),
      text: isQuoted ? batch.withField(record, column.index) { decoder.decode($0) } : nil)
  }
}
