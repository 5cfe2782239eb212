import SeededRandom
import ShihyoModel
import Testing

/// The code of what a label reads as, or of the error.
private func reading(_ label: String) -> String {
  do throws(AgeRule) { return try AgeGrammar().read(label).code } catch { return error.code }
}

struct AgeGrammarTests {
  /// domain.md, section 7.
  @Test(arguments: [
    ("30～39歳", "Y30T39"), ("30〜39歳", "Y30T39"), ("30-39", "Y30T39"), ("３０－３９歳", "Y30T39"), ("30歳～39歳", "Y30T39"),
    ("30歳から39歳", "Y30T39"), ("30代", "Y30T39"), ("30歳代", "Y30T39"), ("29歳以下", "Y0T29"), ("～29歳", "Y0T29"),
    ("20歳未満", "Y0T19"), ("<20", "Y0T19"), ("60歳以上", "Y_GE60"), ("60～", "Y_GE60"), ("60+", "Y_GE60"), ("60歳～", "Y_GE60"),
    ("≧60", "Y_GE60"), ("75歳超", "Y_GE76"), ("85歳以上", "Y_GE85"), ("100歳以上", "Y_GE100"), ("80代以上", "Y_GE80"),
    ("10代以下", "Y0T19"), ("18歳", "Y18"), ("満18歳", "Y18"), ("0～4歳", "Y0T4"), ("95～99歳", "Y95T99"),
    ("総数", "total"), ("計", "total"), ("合計", "total"), ("年齢不詳", "unknown"), ("年齢「不詳」", "unknown"), ("不詳", "unknown"),
    ("不明", "unknown"), ("無回答", "no-answer"), ("未回答", "no-answer"), ("答えたくない", "no-answer"),
    ("（再掲）65歳以上", "recount:Y_GE65"), ("うち75歳以上", "recount:Y_GE75"), ("65歳以上（再掲）", "recount:Y_GE65"),
    ("（再掲）15歳未満", "recount:Y0T14"), ("20歳未満（18歳・19歳）", "age.ambiguous"), ("20歳未満（18・19歳）", "age.ambiguous"),
    ("生産年齢人口", "Y15T64"), ("年少人口", "Y0T14"), ("老年人口", "Y_GE65"), ("老年(高齢)人口", "Y_GE65"), ("高齢者人口", "Y_GE65"),
    ("前期高齢者", "Y65T74"), ("後期高齢者", "Y_GE75"),
  ])
  func `the table of labels`(label: String, code: String) { #expect(reading(label) == code) }

  @Test(arguments: [
    ("18", "Y18"), ("０", "Y0"), ("５-９", "Y5T9"), ("30 ～ 39 歳", "Y30T39"), ("30才～39才", "Y30T39"), ("三十代", "Y30T39"),
    ("六十五歳以上", "Y_GE65"), ("十代", "Y10T19"), ("30～50代", "Y30T59"), ("30代～50代", "Y30T59"), ("30歳代から50歳代", "Y30T59"),
    ("30～50歳", "Y30T50"), ("15歳以上65歳未満", "Y15T64"), ("15歳以上64歳以下", "Y15T64"), ("30歳以上40歳未満", "Y30T39"),
    ("15～65歳未満", "Y15T64"), ("0歳から4歳まで", "Y0T4"), ("29歳まで", "Y0T29"), ("18歳から", "Y_GE18"), ("~29", "Y0T29"),
    ("-29歳", "Y0T29"), ("60歳-", "Y_GE60"), (">60", "Y_GE61"), (">=60", "Y_GE60"), ("≦19", "Y0T19"), ("<=19", "Y0T19"),
    ("≥60", "Y_GE60"),
    ("８５＋", "Y_GE85"), ("年少人口（15歳未満）", "Y0T14"), ("65～74歳(前期高齢者)", "Y65T74"), ("65歳以上人口", "Y_GE65"),
    ("満18歳以上", "Y_GE18"), ("20代未満", "Y0T19"), ("Y0T29", "Y0T29"), ("Y_GE60", "Y_GE60"), ("Y_LT15", "Y0T14"),
    ("y18", "Y18"),
    ("【再掲】75歳以上", "recount:Y_GE75"), ("Total", "total"), ("全体", "total"), ("120歳", "Y120"), ("\u{FEFF}18歳", "Y18"),
    ("うち65～74歳", "recount:Y65T74"), ("recount:Y_GE65", "recount:Y_GE65"),
  ])
  func `other spellings`(label: String, code: String) { #expect(reading(label) == code) }

  @Test(arguments: [
    "～", "〜", "~", "∼", "˜", "〰", "–", "—", "―", "‐", "-", "－", "ー", "−", "から", "‑",
  ])
  func `every range sign`(sign: String) {
    #expect(reading("30\(sign)39歳") == "Y30T39")
    #expect(reading("30歳\(sign)39歳") == "Y30T39")
    #expect(reading("60歳\(sign)") == "Y_GE60")
  }

  @Test(arguments: [
    ("39～30歳", "age.reversed"), ("65歳以上15歳未満", "age.reversed"), ("999999999999歳", "age.implausible"),
    ("1960", "age.implausible"), ("999", "age.implausible"), ("121歳以上", "age.implausible"),
    ("99999999999999999999999～5", "age.implausible"), ("Y99999999999999999999", "age.implausible"),
    ("5月9日", "age.spreadsheet-date"),
    ("", "age.not-a-bracket"), ("　", "age.not-a-bracket"), ("～", "age.not-a-bracket"), ("-", "age.not-a-bracket"),
    ("+", "age.not-a-bracket"),
    ("≧", "age.not-a-bracket"), ("歳", "age.not-a-bracket"), ("-29", "age.not-a-bracket"), ("60-", "age.not-a-bracket"),
    ("0歳未満", "age.not-a-bracket"), ("<0", "age.not-a-bracket"), ("35代", "age.not-a-bracket"),
    ("35～50代", "age.not-a-bracket"),
    ("30～39～49", "age.not-a-bracket"), ("若者", "age.not-a-bracket"), ("30歳くらい", "age.not-a-bracket"),
    ("①", "age.not-a-bracket"),
    ("うち", "age.not-a-bracket"), ("（再掲）総数", "age.not-a-bracket"), ("Y", "age.not-a-bracket"),
    ("()", "age.not-a-bracket"),
    ("5月", "age.not-a-bracket"), ("12.5歳", "age.not-a-bracket"), ("20歳未満（", "age.not-a-bracket"),
    ("20歳（（20歳））", "age.ambiguous"),
    ("19歳以下（18・19歳）", "age.ambiguous"), ("10代（18・19歳）", "age.ambiguous"),
  ])
  func `refusals`(label: String, code: String) { #expect(reading(label) == code) }

  private static let alphabet = [
    "歳", "才", "代", "以上", "以下", "未満", "超", "満", "～", "〜", "-", "ー", "から", "まで", "+", "<", ">", "≧", "≦", "=", "(", ")",
    "（再掲）", "うち",
    "人口", "年少", "高齢者", "総数", "不詳", "Y", "Y_GE", "T", "0", "5", "9", "10", "29", "30", "60", "100", "９", "二", "十", "百",
    "999999999999999999999", " ", "　", "月", "日", "・", "、", ",", "\u{3099}", "\n", ":",
  ]

  @Test(arguments: [1, 2, 3] as [UInt64])
  func `no text stops the reader, and what is read reads back`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<20_000 {
      let text = generator.text(of: Self.alphabet, upTo: 7)
      do throws(AgeRule) {
        let read = try AgeGrammar().read(text)
        #expect(AgeClass(code: read.code) == read, "seed \(seed): \(text)")
        for language in Language.allCases {
          #expect(reading(read.label(language)) == read.code, "seed \(seed): \(text)")
        }
      } catch {
        #expect(!error.message.ja.isEmpty && !error.hint.en.isEmpty, "seed \(seed): \(text)")
      }
      do throws(AgeRule) {
        let scheme = try BracketScheme(parsing: text)
        for finding in scheme.findings() { #expect(!finding.message.en.isEmpty && !finding.hint.ja.isEmpty) }
      } catch {
        #expect(error.severity == .error, "seed \(seed): \(text)")
      }
    }
  }
}
