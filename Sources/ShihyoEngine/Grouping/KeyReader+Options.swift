import ShihyoModel

/// Keys of several columns, one per option that can be ticked.
extension KeyReader {
  /// The tag of a record's option columns; `states` has one entry per column.
  mutating func tag(ofOptions states: [Int], place: @autoclosure () -> Place) -> Tag {
    var codes: [UInt32] = []
    for (option, state) in states.enumerated() {
      if state >= 2 { return Tag(bits: Tag.refusedBit | UInt32(state - 2)) }
      if state == 1 { codes.append(dictionary.code(of: .text(optionLabel(option)), place: place())) }
    }
    if codes.isEmpty { codes = [dictionary.code(of: .absent(.empty), place: place())] }
    return codes.count == 1 ? Tag(bits: codes[0]) : list(codes)
  }

  /// What one option column of a record says: 0, 1, or 2 + refusal.
  mutating func optionState(_ option: Int, _ bytes: UnsafeBufferPointer<UInt8>, in column: TouchedColumn) -> Int {
    let (spelling, isNew) = options[option].index(of: bytes)
    if !isNew { return optionStates[option][spelling] }
    let state: Int
    if let text = decoder.decode(bytes) {
      switch KeyPlan.isTicked(text, in: column) {
      case .value(let ticked): state = ticked ? 1 : 0
      case .absent: state = 0
      case .refused(let finding): state = 2 + refusalIndex(.finding(finding))
      }
    } else {
      state = 2 + refusalIndex(.invalidBytes(column))
    }
    optionStates[option].append(state)
    return state
  }

  private func optionLabel(_ option: Int) -> Label {
    guard case .options(let columns) = plan.source else { return "" }
    return Label(columns[option].name)
  }
}
