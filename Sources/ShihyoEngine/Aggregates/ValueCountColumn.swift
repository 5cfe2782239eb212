import ShihyoModel

/// Cells of a column that hold a value, per group, in both readings that an undeclared column may turn out to have.
struct ValueCountColumn: Sendable {
  private var tally = TallyColumn()
  private var textTally = TallyColumn()
  private var sawText = false

  mutating func grow(to groups: Int) {
    tally.grow(to: groups)
    textTally.grow(to: groups)
  }

  mutating func add(_ rows: GroupedRows, _ measure: MeasureBlock) {
    for (record, group) in zip(rows.records, rows.groups) { add(measure.slots[Int(record)], to: Int(group)) }
    guard measure.keepsText else { return }
    for (record, group) in zip(rows.records, rows.groups) {
      measure.withText(Int(record)) { text, reason in
        addText(holdsValue: text != nil, reason: reason, to: Int(group))
      }
    }
  }

  /// Adds rows that stand for several records each.
  mutating func add(_ rows: GroupedRows, _ measure: MeasureBlock, counts: [Int]) {
    for (record, group) in zip(rows.records, rows.groups) {
      let times = counts[Int(record)]
      add(measure.slots[Int(record)], to: Int(group), times: times)
      guard measure.keepsText else { continue }
      measure.withText(Int(record)) { text, reason in
        addText(holdsValue: text != nil, reason: reason, to: Int(group), times: times)
      }
    }
  }

  @inline(__always)
  private mutating func add(_ slot: NumberSlot, to group: Int, times: Int = 1) {
    switch slot.kind {
    case .value, .wide, .date: tally.addValue(group, marks: slot.marks, times: times)
    case .absent: tally.addReason(group, slot.reason, marks: slot.marks, times: times)
    case .text: sawText = true
    case .refused: break
    }
  }

  /// The same cell in the reading as text.
  private mutating func addText(holdsValue: Bool, reason: Reason, to group: Int, times: Int = 1) {
    if holdsValue {
      textTally.addValue(group, marks: 0, times: times)
    } else {
      textTally.addReason(group, reason, marks: 0, times: times)
    }
  }

  /// Adds `n` cells of a block that are plain whole numbers.
  mutating func add(n: Int, to group: Int) {
    tally.addValues(group, n: n)
    textTally.addValues(group, n: n)
  }

  /// Puts one cell right that `add(n:to:)` has counted as a plain number.
  mutating func correct(
    _ slot: NumberSlot, _ bytes: UnsafeBufferPointer<UInt8>, _ measure: MeasureReader, in group: Int
  ) {
    add(n: -1, to: group)
    add(slot, to: group)
    guard measure.keepsText else { return }
    measure.withText(of: slot, bytes) { text, reason in addText(holdsValue: text != nil, reason: reason, to: group) }
  }

  mutating func merge(_ other: ValueCountColumn, groups: [Int]) {
    tally.merge(other.tally, groups: groups)
    textTally.merge(other.textTally, groups: groups)
    sawText = sawText || other.sawText
  }

  func value(_ group: Int, readings: MeasureReadings) -> Tally {
    switch readings {
    case .number, .date: tally.tally(group)
    case .numberOrText: sawText ? textTally.tally(group) : tally.tally(group)
    case .text: textTally.tally(group)
    }
  }
}
