import ShihyoModel
import Testing

@testable import ShihyoVerification

/// What the texts of the seed documents say, and their tolerance.
struct PrintedTextTests {
  struct Reading: Sendable, CustomTestStringConvertible {
    var text: String
    var unit = ""
    var value: String
    var step: String
    var isExact = false
    var testDescription: String { text }
  }

  static let readings = [
    Reading(text: "127件", unit: "件", value: "127", step: "1", isExact: true),
    Reading(text: "5,964件", value: "5964", step: "1", isExact: true),
    Reading(text: "５，９６４件", value: "5964", step: "1", isExact: true),
    Reading(text: "22.8%", value: "22.8", step: "0.1"),
    Reading(text: "約35%", value: "35", step: "1"),
    Reading(text: "約300", unit: "法人", value: "300", step: "100"),
    Reading(text: "約2.0倍", value: "2", step: "0.1"),
    Reading(text: "177.6億円", value: "177.6", step: "0.1"),
    Reading(text: "1億2,300万円", value: "123000000", step: "10000"),
    Reading(text: "74.4歳", value: "74.4", step: "0.1"),
    Reading(text: "23地域団体", value: "23", step: "1", isExact: true),
    Reading(text: "△3.5ポイント", value: "-3.5", step: "0.1"),
    Reading(text: "3割5分", value: "35", step: "1"),
    Reading(text: "4割", value: "40", step: "10"),
    Reading(text: "開催に至らなかった", unit: "回", value: "0", step: "1", isExact: true),
    Reading(text: "2種類→7種類", value: "7", step: "1", isExact: true),
    Reading(text: "年2回から4回", value: "4", step: "1", isExact: true),
    Reading(text: "20%に対し1%", value: "1", step: "1"),
    Reading(text: "8団体(約35%)", value: "8", step: "1", isExact: true),
    Reading(text: "132 = 13 / 118 / 1", value: "132", step: "1", isExact: true),
    Reading(text: "・安全・安心センター ・文書館", value: "2", step: "1", isExact: true),
    Reading(text: "総務部、人事部、市民部", value: "3", step: "1", isExact: true),
    Reading(text: "12.30", unit: "％", value: "12.3", step: "0.01"),
  ]

  @Test(arguments: readings) func `says its number`(reading: Reading) throws {
    let number = try #require(try PrintedText(reading.text, unit: reading.unit).main)
    #expect(number.value.machineSpelling == reading.value)
    #expect(number.step.machineSpelling == reading.step)
    #expect(number.isExact == reading.isExact)
  }

  @Test func `other numbers of a text are counted from the left`() throws {
    let ranks = try PrintedText("132 = 13 / 118 / 1")
    #expect((1...4).map { ranks.number($0)?.value.machineSpelling } == ["132", "13", "118", "1"])
    #expect(ranks.number(5) == nil)
    let willing = try PrintedText("8団体(約35%)")
    #expect(willing.number(2)?.isApproximate == true)
    #expect(willing.number(2)?.unit?.base == "%")
  }

  @Test func `bounds and halves`() throws {
    #expect(try PrintedText("半数以上").main?.bound == .atLeast)
    #expect(try PrintedText("100人未満").main?.bound == .below)
    #expect(try PrintedText("過半数").main?.bound == .above)
    #expect(try PrintedText("半減").main?.isApproximate == true)
    #expect(try PrintedText("12.3%（速報）").main?.vintage == .provisional)
    #expect(try PrintedText("123r").main?.vintage == .revised)
  }

  @Test func `the unit says how a date, a weekday or a time is read`() throws {
    #expect(
      try PrintedText("令和7年11月28日", unit: "日付").content
        == .date(try #require(CalendarDate(year: 2025, month: 11, day: 28))))
    #expect(try PrintedText("(金)", unit: "曜日").content == .weekday(5))
    #expect(try PrintedText("日曜日", unit: "曜日").content == .weekday(7))
    #expect(try PrintedText("午前8時30分から午後10時", unit: "時刻").content == .times([510, 1320]))
    #expect(try PrintedText("8:30–22:00", unit: "時刻").content == .times([510, 1320]))
  }

  @Test(arguments: ["1,23件", "12,34,567", "2.2.8%", "不明", "", "%"]) func `refuses what is no number`(text: String) {
    #expect(throws: KnownFigureRule.unreadableText(text)) { try PrintedText(text, unit: "件") }
  }
}
