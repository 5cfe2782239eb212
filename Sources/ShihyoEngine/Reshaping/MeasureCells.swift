import ShihyoModel

/// The cells of some columns of the file as exact numbers, for the check of totals.
struct MeasureCells {
  enum Value {
    /// In billionths of the column's unit.
    case number(Int128)
    case absent(Reason)
    case unreadable
  }

  private var readers: [Int: MeasureReader] = [:]

  init(_ columns: some Sequence<Int>, _ layout: RowLayout, _ reading: ReadingOptions) {
    let schema = Schema(fields: [], missingValues: layout.shape.missingValues)
    for column in columns where readers[column] == nil {
      let touched = TouchedColumn(
        index: column, name: layout.header.names[column], field: layout.field(ofColumn: column), schema: schema,
        reading: reading)
      readers[column] = MeasureReader(touched, readings: .number)
    }
  }

  mutating func prepareForBlock() {
    for column in readers.keys { readers[column]?.prepareForBlock(CellDecoder(.utf8)) }
  }

  mutating func value(_ column: Int, _ row: RowText, _ arena: FieldArena) -> Value {
    var warnings: [Finding] = []
    guard let slot = readers[column]?.read(row.bytes(column, in: arena), at: Place(), warnings: &warnings) else {
      return .unreadable
    }
    switch slot.kind {
    case .value: return .number(Billionths.of(slot.units, decimals: slot.decimals))
    case .wide: return (readers[column]?.wide[Int(slot.units)]).flatMap(Billionths.of).map(Value.number) ?? .unreadable
    case .absent: return .absent(slot.reason)
    case .text, .date, .refused: return .unreadable
    }
  }
}

/// A sum of parts as it grows, with what is needed to say how it came about.
struct PartSum {
  private(set) var billionths: Int128 = 0
  /// Cells without a value; nil cells are none of them, since no case adds nothing.
  private(set) var hasGaps = false
  private(set) var hasNegatives = false

  mutating func add(_ value: MeasureCells.Value) {
    switch value {
    case .number(let number):
      billionths += number
      if number < 0 { hasNegatives = true }
    case .absent(.nilCase): break
    case .absent, .unreadable: hasGaps = true
    }
  }
}

extension ExactDecimal {
  init(billionths: Int128) { self = ExactDecimal(coefficient: billionths, decimals: Billionths.decimals).reduced }
}
