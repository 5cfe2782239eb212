/// Reads the cells of one number column: `sign? digits(,ddd)*(.digits)? scale? unit? flag?` after folding, and the marks.
///
/// - Units: the value is in `unit`; a cell with a unit of its own is converted exactly. Without `unit`, a scale (1.2万) is
///   read and a unit (5,964件, 12.3％) is an error, because nothing says what the bare numbers beside it are;
///   `adoptingUnit(of:)` is for callers who let the first value of the column decide.
/// - Missing: a mark is a reason (domain.md, section 4), an empty cell too; `nilIsZero` alone makes － a 0.
/// - Decimals stay as written (12.30 has two); a conversion moves the point.
/// - Range: at most 18 integer digits and 9 decimals after conversion, trailing zeros counted as written.
/// - Cost: no allocation and no folding for plain ASCII numbers.
/// - Source: domain.md, sections 3 to 5; design.md, section 4.
public struct NumberGrammar: Sendable {
  public let unit: MeasureUnit?
  public let nilIsZero: Bool
  /// True where every value must carry its unit, because the first one did.
  public let requiresOwnUnit: Bool
  let marks: MarkTable
  /// False where a plain number could be a mark or lacks a unit it needs.
  @usableFromInline let plainIsNumber: Bool

  public init(
    unit: MeasureUnit? = nil, signs: SignProfile = .standard, missingValues: [MissingValue] = [MissingValue("")]
  ) {
    self.init(
      unit: unit, nilIsZero: signs.nilIsZero, requiresOwnUnit: false,
      marks: MarkTable(signs: signs, missingValues: missingValues))
  }

  private init(unit: MeasureUnit?, nilIsZero: Bool, requiresOwnUnit: Bool, marks: MarkTable) {
    self.unit = unit
    self.nilIsZero = nilIsZero
    self.requiresOwnUnit = requiresOwnUnit
    self.marks = marks
    plainIsNumber = marks.leavesNumbersAlone && !requiresOwnUnit
  }

  /// The grammar for a column without a declared unit whose first value carries one: values are read in that unit without its
  /// scale (1.2万円 → 円), and from here on a value without a unit, or with another, is an error. Only 0 needs no unit.
  ///
  /// - Returns: nil where a unit is declared, or `text` is not a number with a unit.
  public func adoptingUnit(of text: String) -> NumberGrammar? {
    guard unit == nil, let parsed = try? parse(Self.fold(text)), !parsed.unit.isEmpty else { return nil }
    let base = MeasureUnit.canonicalBase(parsed.unit)
    guard CounterWords.isPlausible(base) else { return nil }
    return NumberGrammar(
      unit: MeasureUnit(symbol: base, base: base, exponent: 0), nilIsZero: nilIsZero, requiresOwnUnit: true,
      marks: marks)
  }

  /// The value, or the reason, of one cell.
  ///
  /// - Errors: one `NumberRule` for a cell that is neither a number nor a known mark.
  public func read(_ text: String) throws(NumberRule) -> NumberCell {
    let reading = try reading(of: text)
    if reading.cell.reason == .unknownMark, let doubt = reading.doubts.first { throw doubt }
    return reading.cell
  }

  /// As `read`, with the cell's own unit and the doubts; an unknown mark is a reason here and an error there.
  public func reading(of text: String) throws(NumberRule) -> NumberReading {
    if let plain = text.utf8.withContiguousStorageIfAvailable({ readPlain($0) }) ?? nil {
      let value = ExactDecimal(coefficient: Int128(plain.coefficient), decimals: Int(plain.decimals))
      return NumberReading(cell: NumberCell(.value(value), text: text))
    }
    let folded = Self.fold(text)
    if let cell = markCell(folded, text: text) { return NumberReading(cell: cell) }
    guard let parsed = try parse(folded) else {
      let rule = NumberShape.rule(for: folded)
      guard case .unknownMark = rule else { throw rule }
      return NumberReading(cell: NumberCell(.absent(.unknownMark), text: text), doubts: [rule])
    }
    return NumberReading(
      cell: NumberCell(.value(try convert(parsed, folded: folded)), marks: parsed.marks, text: text),
      ownUnit: parsed.unit.isEmpty ? nil : MeasureUnit.canonicalBase(parsed.unit), doubts: parsed.doubts)
  }

  private func parse(_ folded: String) throws(NumberRule) -> ParsedNumber? {
    var parser = NumberParser(folded, columnUnit: unit)
    return try parser.parse()
  }

  /// The reason of a cell that is only a mark, with or without ( ) around it; nil where it is none.
  private func markCell(_ folded: String, text: String) -> NumberCell? {
    var marks: Marks = []
    var reason = self.marks.reason(of: folded)
    if reason == nil, folded.utf8.count > 2, folded.utf8.first == UInt8(ascii: "("),
      folded.utf8.last == UInt8(ascii: ")")
    {
      reason = self.marks.reason(of: TextFolding.fold(String(folded.dropFirst().dropLast())))
      marks = .reference
    }
    guard let reason else { return nil }
    if reason == .nilCase, nilIsZero { return NumberCell(.value(.zero), marks: marks, text: text) }
    return NumberCell(.absent(reason), marks: marks, text: text)
  }

  /// Line ends and tabs around a cell are layout too.
  private static func fold(_ text: String) -> String {
    let folded = TextFolding.fold(text)
    let isLayout: (Unicode.Scalar) -> Bool = { $0 == "\n" || $0 == "\r" || $0 == "\t" || $0 == " " }
    guard let first = folded.unicodeScalars.first, let last = folded.unicodeScalars.last,
      isLayout(first) || isLayout(last)
    else { return folded }
    let start = folded.unicodeScalars.drop(while: isLayout)
    return String(String.UnicodeScalarView(start.reversed().drop(while: isLayout).reversed()))
  }
}
