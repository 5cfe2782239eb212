public import ShihyoModel

/// A column of numbers in both versions, and how each is read.
struct NumberColumn {
  let pair: ColumnPairing.Pair
  let name: String
  /// Of the new version.
  let unit: MeasureUnit?
  /// Why its numbers are compared row by row, but never added up; nil: they are.
  let unsummed: UnsummedColumn.Reason?
  private let before: NumberGrammar
  private let now: NumberGrammar
  /// Places that the point of old numbers moves where the unit changed its scale (円 to 千円).
  private let shift: Int

  /// nil where the pair is a key or holds no numbers that can be subtracted.
  init?(_ pair: ColumnPairing.Pair, _ old: VersionTable, _ new: VersionTable, keys: [Int]) {
    guard !keys.contains(pair.new) else { return nil }
    let (first, second) = (old.field(pair.old), new.field(pair.new))
    let fields = [first, second].compactMap { $0 }
    guard fields.allSatisfy({ $0.role != .key && $0.role != .ignored && !$0.isPersonal }) else { return nil }
    let isDeclared = fields.contains { [.integer, .number].contains($0.type) }
    guard isDeclared || fields.allSatisfy({ $0.type == .any }) else { return nil }
    self.pair = pair
    name = new.names[pair.new]
    let rate = Self.unitOfRate(pair, old, new)
    unit = second?.unit ?? first?.unit ?? rate
    unsummed = UnsummedColumn.reason(name, fields: fields, unit: unit)
    before = Self.grammar(first, old, rate)
    now = Self.grammar(second, new, rate)
    if let was = first?.unit, let unit, was.base == unit.base {
      shift = was.exponent - unit.exponent
    } else {
      shift = 0
      // Numbers of different things have no difference.
      if first?.unit != nil, second?.unit != nil, first?.unit?.base != second?.unit?.base { return nil }
    }
    if !isDeclared, !holdsNumbers(old, new) { return nil }
  }

  /// Without a descriptor: ％ where every number carries it.
  private static func unitOfRate(_ pair: ColumnPairing.Pair, _ old: VersionTable, _ new: VersionTable) -> MeasureUnit? {
    let texts = old.rows.map { $0.cells[pair.old] } + new.rows.map { $0.cells[pair.new] }
    let numbers = texts.map(TextFolding.fold).filter { $0.unicodeScalars.contains { ("0"..."9").contains($0) } }
    return !numbers.isEmpty && numbers.allSatisfy({ $0.hasSuffix("%") }) ? MeasureUnit(parsing: "%") : nil
  }

  /// What a difference is counted in: ポイント between percentages.
  var unitOfDifference: String? { unit?.base == "%" ? "ポイント" : unit?.symbol }

  private static func grammar(_ field: Field?, _ table: VersionTable, _ rate: MeasureUnit?) -> NumberGrammar {
    NumberGrammar(
      unit: field?.unit ?? rate, signs: field?.signs ?? .standard,
      missingValues: field?.missingValues ?? table.schema?.missingValues ?? [MissingValue("")])
  }

  /// Without a descriptor: every cell is a number or holds none, and one is a number.
  private func holdsNumbers(_ old: VersionTable, _ new: VersionTable) -> Bool {
    var hasNumber = false
    for (texts, grammar) in [
      (old.rows.map { $0.cells[pair.old] }, before), (new.rows.map { $0.cells[pair.new] }, now),
    ] {
      for text in texts {
        guard let cell = try? grammar.read(text) else { return false }
        // 01 is a code.
        if text.utf8.first == UInt8(ascii: "0"), text.utf8.count > 1, !text.utf8.contains(UInt8(ascii: ".")) {
          return false
        }
        hasNumber = hasNumber || cell.value != nil
      }
    }
    return hasNumber
  }

  /// In the unit of the new version; nil where the cell holds no number.
  func oldValue(_ text: String) -> ExactDecimal? {
    (try? before.read(text))?.value.flatMap { $0.scaled(byPowerOfTen: shift) }
  }
  func newValue(_ text: String) -> ExactDecimal? { (try? now.read(text))?.value }
}

/// How far the sum of a column moved, and what each row adds to that: together they are the whole difference.
public struct NumberMovement: Hashable, Sendable {
  public struct Contribution: Hashable, Sendable {
    public var key: [String]
    /// nil: no such row, or no number in it.
    public var old: ExactDecimal?
    public var new: ExactDecimal?
    public var difference: ExactDecimal
  }

  public var column: String
  public var unit: String?
  public var oldTotal: ExactDecimal
  public var newTotal: ExactDecimal
  public var difference: ExactDecimal
  /// Rows that moved it, the largest first; their differences add up to the whole.
  public var contributions: [Contribution]
}
