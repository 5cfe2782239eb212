import Testing

@testable import ShihyoVerification

struct TextDifferenceTests {
  private func spelled(_ old: String, _ new: String, by unit: TextDifference.Unit = .cluster) -> String {
    TextDifference(old: old, new: new, by: unit).runs.map { run in
      switch run.kind {
      case .same: run.text
      case .removed: "[" + run.text + "]"
      case .added: "{" + run.text + "}"
      }
    }.joined()
  }

  @Test(arguments: [
    ("", "", ""), ("市民", "市民", "市民"), ("", "追加", "{追加}"), ("削除", "", "[削除]"),
    ("課題B (2)", "課題B (4)", "課題B ([2]{4})"),
    ("総量の抑制に加え、取組み", "総量の抑制だけでなく、取組み", "総量の抑制[に加え]{だけでなく}、取組み"),
    // One or two characters that stayed between larger changes are no island.
    ("建築費の高騰が続く", "人件費と物価の上昇が続く", "[建築費の高騰]{人件費と物価の上昇}が続く"),
    // A cluster is one thing: a base with its mark, CR LF, a family of emoji.
    ("か\u{3099}く", "かく", "[か\u{3099}]{か}く"), ("a\r\nb", "a\nb", "a[\r\n]{\n}b"), ("👨‍👩‍👧x", "👨‍👩‍👦x", "[👨‍👩‍👧]{👨‍👩‍👦}x"),
    ("Ａ区", "A区", "[Ａ]{A}区"),
  ])
  func `shows what went and what came`(_ old: String, _ new: String, _ expected: String) {
    #expect(spelled(old, new) == expected)
  }

  /// The words of 002:279-284 and what changed in them.
  @Test(arguments: [
    ("取組みを推進する", "取組みを着実に進める", "取組みを[推進する]{着実に進める}"),
    ("公共施設の持続的な運営", "公共施設を持続可能性をもって維持", "公共施設[の持続的な運営]{を持続可能性をもって維持}"),
    ("課題B (2)", "課題B (4)", "課題B ([2]{4})"), ("総量の抑制に加え、", "総量の抑制だけでなく、", "総量の抑制[に加え]{だけでなく}、"),
    ("公営の施設", "公共の施設", "[公営]{公共}の施設"), ("第12回", "第13回", "第[12]{13}回"),
    ("1,200件の利用", "1,300件の利用", "[1,200]{1,300}件の利用"), ("47.9％の人", "47.5％の人", "[47.9]{47.5}％の人"),
    ("12,abc", "13,abc", "[12]{13},abc"),
    ("", "追加", "{追加}"),
    ("サービスの向上", "サーバの向上", "[サービス]{サーバ}の向上"),
  ])
  func `words change as wholes`(_ old: String, _ new: String, _ expected: String) {
    #expect(spelled(old, new, by: .word) == expected)
  }

  @Test(arguments: 1...60 as ClosedRange<UInt64>)
  func `both texts can be put together from the runs`(_ seed: UInt64) {
    var state = seed
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    let letters = Array("市民センター の利用。か\u{3099}👨‍👩‍👧\r\n")
    func text() -> String { String((0..<next(60)).map { _ in letters[next(letters.count)] }) }
    let (old, new) = (text(), text())
    let runs = TextDifference(old: old, new: new, by: seed.isMultiple(of: 2) ? .word : .cluster).runs
    #expect(runs.filter { $0.kind != .added }.map(\.text).joined().utf8.elementsEqual(old.utf8), "seed \(seed)")
    #expect(runs.filter { $0.kind != .removed }.map(\.text).joined().utf8.elementsEqual(new.utf8), "seed \(seed)")
  }

  @Test func `long texts are compared sentence by sentence, and both can be put together again`() {
    let old = (0..<400).map { "第\($0)の取組みを進める。" }.joined()
    let new = (0..<400).map { $0 % 3 == 0 ? "第\($0)の事業は終えた。" : "第\($0)の取組みを進める。" }.joined()
    let runs = TextDifference(old: old, new: new).runs
    #expect(runs.filter { $0.kind != .added }.map(\.text).joined() == old)
    #expect(runs.filter { $0.kind != .removed }.map(\.text).joined() == new)
    #expect(runs.contains { $0.kind == .same && $0.text.contains("取組みを進める。") })
  }

  @Test func `a long stretch that stayed is shortened to its ends`() {
    let text = String(repeating: "あ", count: 90)
    let change = TextDifference(old: text + "旧" + text, new: text + "新" + text)
    #expect(change.marked(.removed, elidedBeyond: 30) == "…ああああああああああ[-旧-]ああああああああああ…")
  }
}
