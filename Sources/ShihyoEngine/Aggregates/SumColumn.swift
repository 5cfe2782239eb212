import ShihyoModel

/// The exact sum of a measure in every group.
///
/// - Units: whole numbers gather in an Int64 and move to the billionths before it would overflow; decimals go there at once.
/// - Errors: none; a cell holds at most 18 integer digits and 9 decimals, so 10^11 records cannot overflow an Int128. Were it to
///   happen the addition traps: it would be a bug, not an input.
/// - Source: design.md, section 4.
struct SumColumn: Sendable {
  private var whole: [Int64] = []
  /// Empty until the first cell has decimals or the first sum is too large.
  private var billionths: [Int128] = []
  private(set) var tally = TallyColumn()
  private(set) var decimalsSeen = 0

  mutating func grow(to groups: Int) {
    tally.grow(to: groups)
    let added = groups - whole.count
    guard added > 0 else { return }
    whole.append(contentsOf: repeatElement(0, count: added))
    if !billionths.isEmpty { billionths.append(contentsOf: repeatElement(0, count: added)) }
  }

  private mutating func add(billionths added: Int128, to group: Int) {
    if billionths.isEmpty { billionths = Array(repeating: 0, count: whole.count) }
    billionths[group] += added
  }

  mutating func add(_ rows: GroupedRows, _ measure: MeasureBlock) {
    let wide = measure.reader.wide
    measure.slots.withUnsafeBufferPointer { slots in
      for (record, group) in zip(rows.records, rows.groups) { add(slots[Int(record)], to: Int(group), wide: wide) }
    }
  }

  @inline(__always)
  private mutating func add(_ slot: NumberSlot, to group: Int, wide: [ExactDecimal]) {
    switch slot.kind {
    case .value:
      tally.addValue(group, marks: slot.marks)
      if slot.decimals == 0 {
        add(whole: slot.units, to: group)
      } else {
        decimalsSeen = max(decimalsSeen, Int(slot.decimals))
        add(billionths: Billionths.of(slot.units, decimals: slot.decimals), to: group)
      }
    case .wide:
      let number = wide[Int(slot.units)]
      tally.addValue(group, marks: slot.marks)
      decimalsSeen = max(decimalsSeen, number.decimals)
      add(billionths: Billionths.of(number) ?? 0, to: group)
    case .absent: tally.addReason(group, slot.reason, marks: slot.marks)
    case .text, .date, .refused: break
    }
  }

  /// Adds rows that stand for several records each.
  ///
  /// - Parameter plain: per record the sum of the plain numbers that it stands for; nil where its cell is one text.
  mutating func add(_ rows: GroupedRows, _ measure: MeasureBlock, counts: [Int], plain: [PlainSum?]) {
    for (record, group) in zip(rows.records, rows.groups) {
      let (slot, times) = (measure.slots[Int(record)], counts[Int(record)])
      if let sum = plain.isEmpty ? nil : plain[Int(record)] {
        tally.addValues(Int(group), n: times)
        decimalsSeen = max(decimalsSeen, sum.decimals)
        add(billionths: sum.billionths, to: Int(group))
        continue
      }
      switch slot.kind {
      case .value, .wide:
        let number =
          slot.kind == .wide
          ? measure.reader.wide[Int(slot.units)]
          : ExactDecimal(coefficient: Int128(slot.units), decimals: Int(slot.decimals))
        tally.addValue(Int(group), marks: slot.marks, times: times)
        decimalsSeen = max(decimalsSeen, number.decimals)
        add(billionths: (Billionths.of(number) ?? 0) * Int128(times), to: Int(group))
      case .absent: tally.addReason(Int(group), slot.reason, marks: slot.marks, times: times)
      case .text, .date, .refused: break
      }
    }
  }

  /// Adds `n` cells of a block that are whole numbers, by their sum.
  mutating func add(whole units: Int64, n: Int, to group: Int) {
    tally.addValues(group, n: n)
    add(whole: units, to: group)
  }

  /// Puts one cell right that `add(whole:n:to:)` has counted as 0.
  mutating func correct(_ slot: NumberSlot, in group: Int, wide: [ExactDecimal]) {
    tally.addValues(group, n: -1)
    add(slot, to: group, wide: wide)
  }

  @inline(__always)
  private mutating func add(whole units: Int64, to group: Int) {
    let (sum, overflow) = whole[group].addingReportingOverflow(units)
    if overflow {
      add(billionths: Billionths.of(whole[group], decimals: 0), to: group)
      whole[group] = units
    } else {
      whole[group] = sum
    }
  }

  mutating func merge(_ other: SumColumn, groups: [Int]) {
    tally.merge(other.tally, groups: groups)
    decimalsSeen = max(decimalsSeen, other.decimalsSeen)
    for (from, to) in groups.enumerated() {
      add(billionths: other.sum(from), to: to)
    }
  }

  func value(_ group: Int) -> SumValue {
    SumValue(billionths: sum(group), tally: tally.tally(group))
  }

  private func sum(_ group: Int) -> Int128 {
    (billionths.isEmpty ? 0 : billionths[group]) + Billionths.of(whole[group], decimals: 0)
  }
}
