import SeededRandom
import ShihyoModel
import Testing

struct TimeGrammarPropertyTests {
  private static let alphabet = [
    "令和", "平成", "昭和", "大正", "明治", "R", "H", "S", "㋿", "元", "年", "年度", "月", "日", "末", "時点", "現在", "第", "四半期", "上半期",
    "下期", "Q", "FY", "H1", "～", "-", "ー", "から", "まで", ".", "/", ":", "T", "+09:00", "Z", "(", ")", "（暦年）", "金", "期",
    "付", "中", "西暦",
    "0", "1", "2", "3", "9", "12", "30", "31", "64", "2019", "2025", "20250903", "999999999999999999999", "一", "二", "十",
    "百", "千",
    "〇", "１", "９", " ", "　", "\n", "Sep", "May", "歳", "x", "\u{3099}", "%",
  ]

  @Test(arguments: [1, 2, 3, 4] as [UInt64])
  func `no text stops the reader`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let grammars = [
      TimeGrammar(), TimeGrammar(yearReading: .fiscal, dateOrder: .dayMonthYear), TimeGrammar(yearReading: .calendar),
      TimeGrammar(format: "e-stat"), TimeGrammar(format: "dashboard"), TimeGrammar(format: "serial"),
      TimeGrammar(format: "%Y-%m-%d%"),
    ]
    for _ in 0..<4000 {
      let text = generator.text(of: Self.alphabet, upTo: 9)
      for grammar in grammars {
        do throws(TimeRule) {
          let (value, warnings) = try grammar.read(text)
          #expect(value.first <= value.last, "seed \(seed): \(text)")
          #expect(warnings.allSatisfy { $0.severity != .error }, "seed \(seed): \(text)")
          for warning in warnings { #expect(!warning.message.ja.isEmpty && !warning.hint.ja.isEmpty) }
        } catch {
          #expect(
            error.severity == .error && !error.message.en.isEmpty && !error.hint.en.isEmpty, "seed \(seed): \(text)")
        }
      }
    }
  }

  @Test(arguments: [11, 12] as [UInt64])
  func `labels and spellings read back as the period`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<2000 {
      let wide = Bool.random(using: &generator)
      let years = wide ? 1000...3000 : 1868...2060
      let date = try #require(
        CalendarDate(
          year: Int.random(in: years, using: &generator), month: Int.random(in: 1...12, using: &generator),
          day: Int.random(in: 1...28, using: &generator)))
      for grain in Grain.allCases {
        let period = Period(grain, containing: date)
        #expect(Period(machineSpelling: period.machineSpelling) == period)
        for text in [period.machineSpelling, period.label(.ja), period.label(.en)] {
          let read = try? TimeGrammar().read(text)
          #expect(read?.value == .period(period) && read?.warnings.isEmpty == true, "seed \(seed): \(text)")
        }
      }
    }
  }
}
