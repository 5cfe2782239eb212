import ShihyoModel
import Testing

/// The marks of domain.md, section 4, as `NumberGrammar` reads them.
struct MarkTableTests {
  @Test(arguments: [
    ("-", Reason.nilCase), ("－", .nilCase), ("―", .nilCase), ("‐", .nilCase), ("−", .nilCase), ("–", .nilCase),
    ("—", .nilCase), ("ー", .nilCase),
    ("…", .missing), ("...", .missing), ("・・・", .missing), ("･･･", .missing), ("．．．", .missing), ("***", .missing),
    ("NA", .missing),
    ("N/A", .missing), ("na", .missing), ("皆増", .missing), ("皆減", .missing), ("不詳", .missing),
    ("x", .suppressed), ("X", .suppressed), ("Ｘ", .suppressed), ("ｘ", .suppressed), ("χ", .suppressed),
    ("*", .suppressed), ("＊", .suppressed),
    ("", .empty), (" ", .empty), ("　", .empty), ("\u{FEFF}", .empty), ("\n", .empty), (" - ", .nilCase),
  ])
  func `a mark alone is a reason, never 0`(text: String, reason: Reason) throws {
    let cell = try NumberGrammar().read(text)
    #expect(cell.reason == reason && cell.value == nil && cell.marks == [] && cell.text == text)
  }

  @Test func `a mark in brackets is a reference value that is not there`() throws {
    let cell = try NumberGrammar().read("（－）")
    #expect(cell.reason == .nilCase && cell.marks == .reference)
  }

  @Test func `the table's own legend comes first`() throws {
    let signs = SignProfile(overrides: ["－": .suppressed, "○": .notSurveyed, "―": .missing])
    let grammar = NumberGrammar(signs: signs)
    #expect(try grammar.read("-").reason == .suppressed)
    #expect(try grammar.read("○").reason == .notSurveyed)
    #expect(try grammar.read("―").reason == .missing)
    #expect(try grammar.read("‐").reason == .nilCase)
    #expect(try grammar.read("-5").value == ExactDecimal(-5))
  }

  @Test func `only nil: zero makes a 0, and only of nil`() throws {
    let grammar = NumberGrammar(signs: SignProfile(nilIsZero: true))
    #expect(try grammar.read("－").value == .zero)
    #expect(try grammar.read("…").reason == .missing)
    #expect(try grammar.read("").reason == .empty)
    #expect(try grammar.read("皆減").reason == .missing)
    let own = NumberGrammar(signs: SignProfile(overrides: ["-": .suppressed, "*": .nilCase], nilIsZero: true))
    #expect(try own.read("-").reason == .suppressed)
    #expect(try own.read("*").value == .zero)
  }

  @Test(
    arguments: [
      ("-", nil, Reason.nilCase), ("x", nil, .suppressed), ("999", nil, .missing), ("未回答", nil, .missing),
      ("", nil, .empty),
      ("-", "suppressed", .suppressed), ("-", "秘匿", .suppressed), ("99", "not-surveyed", .notSurveyed),
      ("99", "未調査", .notSurveyed), ("z", "nil", .nilCase),
      ("z", "any other words", .missing),
    ] as [(String, String?, Reason)])
  func `a declared missing value keeps the meaning of its mark or its label`(
    value: String, label: String?, reason: Reason
  ) throws {
    let grammar = NumberGrammar(missingValues: [MissingValue(""), MissingValue(value, label: label)])
    #expect(try grammar.read(value).reason == reason)
  }
}
