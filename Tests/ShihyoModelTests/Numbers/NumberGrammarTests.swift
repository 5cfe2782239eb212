import ShihyoModel
import Testing

struct NumberGrammarTests {
  private let grammar = NumberGrammar()

  @Test(arguments: [
    ("0", "0"), ("007", "7"), ("-5", "-5"), ("12.30", "12.30"), ("-0.5", "-0.5"), ("160000000000", "160000000000"),
    ("999999999999999999", "999999999999999999"), ("999999999999999999.123456789", "999999999999999999.123456789"),
    ("1,234", "1234"), ("12,345,678.90", "12345678.90"), ("-1,234", "-1234"), ("+5", "5"), (" 5 ", "5"), ("　5　", "5"),
    ("5\n", "5"),
    ("１２３", "123"), ("１，２３４．５", "1234.5"), ("＋５", "5"), ("－５", "-5"), ("−5", "-5"), ("‐5", "-5"), ("–5", "-5"),
    ("﹣5", "-5"),
    ("⁻5", "-5"), ("△5", "-5"), ("▲1,234", "-1234"), ("△ 5", "-5"), ("- 5", "-5"), ("1.2万", "12000"), ("3千", "3000"),
    ("2百万", "2000000"), ("1億2,300万", "123000000"), ("3億5千万", "350000000"), ("1兆", "1000000000000"),
    ("2十億", "2000000000"),
    ("△1億", "-100000000"), ("3千500", "3500"), ("0.000000001", "0.000000001"),
  ])
  func `reads a number`(text: String, expected: String) throws {
    let cell = try grammar.read(text)
    #expect(cell.value?.description == expected)
    #expect(cell.marks == [] && cell.text == text)
  }

  @Test(
    arguments: [
      ("約1,200", "1200", Marks.approximate), ("およそ5", "5", .approximate), ("5程度", "5", .approximate),
      ("100以上", "100", .bound),
      ("100超", "100", .bound), ("10以下", "10", .bound), ("10未満", "10", .bound), ("≧60", "60", .bound),
      ("<20", "20", .bound),
      ("p123", "123", .provisional), ("123p", "123", .provisional), ("123 p", "123", .provisional),
      ("ｐ123", "123", .provisional),
      ("r12.5", "12.5", .revised), ("12.5r", "12.5", .revised), ("e7", "7", .estimated), ("7e", "7", .estimated),
      ("123pr", "123", [.provisional, .revised]), ("123B", "123", .seriesBreak), ("#5", "5", .ofWhich),
      ("うち5", "5", .ofWhich),
      ("5*", "5", .smallBase), ("＊5", "5", .smallBase), ("(5)", "5", .reference), ("（1,234）", "1234", .reference),
      ("(△5)", "-5", .reference), ("(5)p", "5", [.reference, .provisional]), ("(5*)", "5", [.reference, .smallBase]),
      ("+0", "0", .roundedToZero), ("-0", "0", .roundedToZero), ("△0.0", "0.0", .roundedToZero),
      ("－０", "0", .roundedToZero),
      ("約1.2万以上", "12000", [.approximate, .bound]),
    ] as [(String, String, Marks)])
  func `keeps the marks beside a number`(text: String, expected: String, marks: Marks) throws {
    let cell = try grammar.read(text)
    #expect(cell.value?.description == expected)
    #expect(cell.marks == marks)
  }

  @Test(arguments: [("ー5", "ー"), ("―5", "―"), ("—5", "―")])
  func `warns of a dash that is no minus sign`(text: String, sign: String) throws {
    let reading = try grammar.reading(of: text)
    #expect(reading.cell.value?.description == "-5")
    #expect(reading.doubts == [.doubtfulMinus(sign)])
    #expect(reading.doubts.allSatisfy { $0.severity == .warning })
  }

  @Test(
    arguments: [
      ("nan", NumberRule.notANumber), ("NaN", .notANumber), ("inf", .notANumber), ("infinity", .notANumber),
      ("0x10", .notANumber),
      ("0x1p3", .notANumber), ("12abc", .notANumber), ("1.2.3", .notANumber), ("--5", .notANumber),
      ("+-5", .notANumber), ("5-", .notANumber),
      ("1.", .notANumber), (".5", .notANumber), ("12（3）", .notANumber), ("1、2", .notANumber), ("5-9", .notANumber),
      ("(5", .notANumber),
      ("5)", .notANumber), ("5pp", .notANumber), ("**5", .notANumber), ("p", .notANumber), ("同上", .notANumber),
      ("ND", .notANumber),
      ("1千2百万", .notANumber), ("1万12000", .notANumber), ("1.5億2000万", .notANumber), ("3位", .notANumber),
      ("30代", .notANumber),
      ("5GB9", .notANumber), ("3割合", .notANumber),
      ("1,23", .misplacedComma), ("12,34,567", .misplacedComma), ("1234,567", .misplacedComma), (",5", .notANumber),
      ("1,", .misplacedComma),
      ("0,123", .misplacedComma), ("1.234,5", .misplacedComma), ("1,,234", .misplacedComma), ("１，２３", .misplacedComma),
      ("1 234", .spaceInside), ("1　234", .spaceInside), ("1 2", .spaceInside),
      ("1e5", .scientificNotation), ("1.23E+11", .scientificNotation), ("-1E-5", .scientificNotation),
      ("１．２３Ｅ＋１１", .scientificNotation),
      ("#REF!", .spreadsheetError), ("#DIV/0!", .spreadsheetError), ("#N/A", .spreadsheetError),
      ("#####", .spreadsheetError),
      ("5月9日", .dateForNumber), ("５月９日", .dateForNumber), ("2025/5/9", .dateForNumber), ("9-May", .dateForNumber),
      ("May-09", .dateForNumber),
      ("5月", .dateForNumber), ("五", .otherDigits), ("①", .otherDigits), ("½", .otherDigits), ("五千", .otherDigits),
      ("٣", .otherDigits),
      ("1000000000000000000", .overflow), ("123456789012345678901234567890123456789012", .overflow),
      ("1000000兆", .overflow),
      ("0.1234567890", .tooManyDecimals), ("0.12345678901234567890123456789012345678901", .tooManyDecimals),
      ("○", .unknownMark("○")), ("△", .unknownMark("△")), ("//", .unknownMark("//")), ("※", .unknownMark("※")),
      ("〃", .unknownMark("〃")),
    ] as [(String, NumberRule)])
  func `refuses what is no number and says why`(text: String, rule: NumberRule) {
    #expect(throws: rule) { try grammar.read(text) }
  }

  @Test func `the range is that of the value after conversion`() throws {
    let yen = NumberGrammar(unit: MeasureUnit(parsing: "円"))
    #expect(try yen.read("99999999億円").value?.description == "9999999900000000")
    #expect(throws: NumberRule.overflow) { try yen.read("10000000000億円") }
    let thousands = NumberGrammar(unit: MeasureUnit(parsing: "千円"))
    #expect(try thousands.read("1000000000000000000円").value?.description == "1000000000000000.000")
  }

  @Test func `an unknown mark is a reason for those who ask for the reading`() throws {
    let reading = try grammar.reading(of: "○")
    #expect(reading.cell.reason == .unknownMark)
    #expect(reading.doubts == [.unknownMark("○")])
  }
}
