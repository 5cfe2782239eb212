import ShihyoModel

/// Judges the bytes of a cell by a condition; each spelling is decoded and judged once, out of a bounded cache.
struct ConditionReader: Sendable {
  /// 0 fails, 1 holds, 2 + raw value of a reason: left out; with the upper bit: what is wrong with the cell.
  struct Verdict: Sendable {
    let bits: UInt32
    static let fails = Verdict(bits: 0)
    static let holds = Verdict(bits: 1)
    static let refusedBit: UInt32 = 1 << 31
    var reason: Reason? { bits >= 2 && bits < Self.refusedBit ? Reason(rawValue: Int(bits) - 2) : nil }
    var refusal: Int? { bits >= Self.refusedBit ? Int(bits & ~Self.refusedBit) : nil }
  }

  let test: ConditionTest
  private(set) var refusals: [Refusal] = []
  private let readsPlainDigits: Bool
  private var decoder = CellDecoder(.utf8)
  private var spellings = ByteTable()
  private var verdicts: [Verdict] = []

  init(_ test: ConditionTest) {
    self.test = test
    let isNumeric = if case .numbers = test.operand { true } else { false }
    readsPlainDigits = isNumeric && test.column.plainDigitsAreNumbers
  }

  mutating func prepareForBlock(_ decoder: CellDecoder) {
    let isChanged = decoder.encoding != self.decoder.encoding
    self.decoder = decoder
    guard isChanged || spellings.count > 1 << 15 else { return }
    spellings.removeAll()
    verdicts.removeAll()
    refusals.removeAll()
  }

  @inline(__always)
  mutating func read(_ bytes: UnsafeBufferPointer<UInt8>, warnings: inout [Finding]) -> Verdict {
    if readsPlainDigits, let number = PlainNumber.read(bytes),
      number.decimals == 0 || test.column.kind != .number(integers: true),
      let holds = test.holds(units: number.units, decimals: number.decimals)
    {
      return holds ? .holds : .fails
    }
    let (spelling, isNew) = spellings.index(of: bytes)
    if !isNew { return verdicts[spelling] }
    let verdict = judge(bytes, warnings: &warnings)
    verdicts.append(verdict)
    return verdict
  }

  private mutating func judge(_ bytes: UnsafeBufferPointer<UInt8>, warnings: inout [Finding]) -> Verdict {
    guard let text = decoder.decode(bytes) else { return refuse(.invalidBytes(test.column)) }
    switch test.outcome(text, warnings: &warnings) {
    case .holds: return .holds
    case .fails: return .fails
    case .leftOut(let reason): return Verdict(bits: 2 + UInt32(reason.rawValue))
    case .refused(let finding): return refuse(.finding(finding))
    }
  }

  private mutating func refuse(_ refusal: Refusal) -> Verdict {
    refusals.append(refusal)
    return Verdict(bits: Verdict.refusedBit | UInt32(refusals.count - 1))
  }
}
