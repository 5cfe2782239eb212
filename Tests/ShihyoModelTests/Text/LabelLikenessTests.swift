import Testing

@testable import ShihyoModel

/// Labels that a person takes for one, and rows that are no records.
struct LabelLikenessTests {
  @Test(arguments: [
    ("八幡西区", "八幡西區"), ("髙橋", "高橋"), ("渡邊", "渡邉"), ("00123", "123"), ("4月", "04月"), ("4月", "４ 月"), ("Moji", "MOJI"),
    ("門司区", "\u{1A}門司区"), ("門司区", "\u{C}門司区"), ("小倉 北区", "小倉北区"), ("ニ", "二"), ("カ", "力"), ("A", "А"), ("A-1", "A‐1"),
    ("希望ヶ丘", "希望ケ丘"), ("2025-04", "2025-4"),
  ])
  func `takes for one`(_ first: String, _ second: String) {
    #expect(LabelLikeness.form(of: first) == LabelLikeness.form(of: second))
  }

  @Test(arguments: [
    ("New York", "NewYork"), ("1.05", "1.5"), ("1,005", "1,05"), ("0", ""), ("10", "1"), ("門司", "門司区"), ("ハ゛", "ハ"),
    ("ば", "は"),
    ("0.5", "5"), ("A1", "A11"),
  ])
  func `keeps apart`(_ first: String, _ second: String) {
    #expect(LabelLikeness.form(of: first) != LabelLikeness.form(of: second))
  }

  @Test(arguments: ["abc", "123", "a 1", "1.05", "100", "0", "a0", "01", "A", " a", "a\u{1A}", "0.5", "x00"])
  func `what is called plain is its own form`(_ text: String) {
    var text = text
    if text.withUTF8({ LabelLikeness.isPlain($0) }) { #expect(LabelLikeness.form(of: text) == text) }
  }

  @Test(arguments: ["abc", "123", "a 1", "1.05", "100", "0", "x10"])
  func `most labels are plain`(_ text: String) {
    var text = text
    #expect(text.withUTF8 { LabelLikeness.isPlain($0) })
  }

  @Test(arguments: [
    "平均", "月平均", "最大", "前年同月", "対前年比", "増減", "増減率（％）", "構成比", "繰越", "うち男性", "　うち 女性", "（うち）", "（再掲）65歳以上", "再掲 女", "内数",
    "Average", "Sum",
  ])
  func `is computed from other rows`(_ label: String) { #expect(DerivedLabel.matches(label)) }

  @Test(arguments: [
    "前年度繰越金", "繰越金", "うちわ", "うちの子広場", "内田町", "平均台", "門司区", "", "1", "2025-04", "Allen", "最大電力需要家", "差引簿",
  ])
  func `is a record`(_ label: String) { #expect(!DerivedLabel.matches(label)) }
}
