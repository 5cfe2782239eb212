import SeededRandom
import ShihyoModel
import Testing

struct TextFoldingTests {
  /// Bytes are compared: Swift's own equality would take か + U+3099 for が.
  private func folds(_ text: String, to expected: String) -> Bool {
    Label(TextFolding.fold(text)) == Label(expected)
  }

  @Test(arguments: [
    ("門司区", "門司区"), ("plain", "plain"), ("", ""), (" plain ", "plain"), ("   ", ""), ("a b", "a b"),
    ("　門司区　", "門司区"), ("\u{A0}門司区\u{A0}", "門司区"), ("発生日時　　分", "発生日時  分"),
    ("ＡＢＣ１２３％＋，．", "ABC123%+,."), ("（単位：千円）", "(単位:千円)"),
    ("～", "~"), ("〜", "~"), ("~", "~"), ("−", "-"), ("－", "-"), ("—", "―"), ("‖", "∥"),
    ("￠￡￢￥", "¢£¬¥"),
    ("ｶﾞｷﾞﾊﾟﾋﾟｳﾞ", "ガギパピヴ"), ("ｱｲｳｰ｡｢｣､･", "アイウー。「」、・"), ("ﾜﾝﾙｰﾑ", "ワンルーム"), ("ｱﾞ", "ア゛"),
    ("か\u{3099}", "が"), ("は\u{309A}", "ぱ"), ("は\u{3099}", "ば"), ("ハ\u{309A}", "パ"), ("う\u{3099}", "ゔ"),
    ("ヲ\u{3099}", "ヺ"),
    ("っ\u{3099}", "っ\u{3099}"), ("カ\u{200B}キ", "カキ"), ("\u{FEFF}区", "区"), ("市\u{AD}民", "市民"),
  ])
  func `folds what a reader takes for the same`(text: String, expected: String) {
    #expect(folds(text, to: expected), "\(TextFolding.fold(text).unicodeScalars.map { $0.value })")
  }

  @Test(arguments: ["…", "①", "㎡", "10²", "½", "㈱", "㋿", "髙", "高", "カ", "か", "ー", "―", "‐", "五", "é", "e\u{301}"])
  func `keeps what NFKC would change, and letters that differ`(text: String) {
    #expect(folds(text, to: text))
  }

  @Test func `composes every letter that takes a mark, as Unicode does`() {
    for value in Array(0x3041...0x3096) + Array(0x309D...0x309D) + Array(0x30A1...0x30FD) as [UInt32] {
      guard let letter = Unicode.Scalar(value) else { continue }
      for mark in ["\u{3099}", "\u{309A}"] {
        let pair = String(Character(letter)) + mark
        let folded = TextFolding.fold(pair)
        #expect(folded == pair, "canonically the same text")
        let canBeOne = (0x3041...0x30FF).contains { Unicode.Scalar($0).map { String(Character($0)) == pair } ?? false }
        #expect((folded.unicodeScalars.count == 1) == canBeOne, "\(pair)")
      }
    }
  }

  @Test func `folding twice changes nothing`() {
    var random = SeededGenerator(seed: 20251)
    let pool = Array("aＡ ｶﾞ　か\u{3099}\u{309A}〜～−－—…①高髙ﾊﾟ\u{200B}\u{A0}9９％".unicodeScalars)
    for round in 0..<2_000 {
      var text = String.UnicodeScalarView()
      for _ in 0..<Int.random(in: 0...8, using: &random) {
        text.append(pool[Int.random(in: pool.indices, using: &random)])
      }
      let once = TextFolding.fold(String(text))
      #expect(
        folds(once, to: TextFolding.fold(once)) && folds(once, to: once), "seed 20251, round \(round): \(String(text))")
      #expect(Label(TextFolding.fold(once)) == Label(once), "seed 20251, round \(round): \(String(text))")
      #expect(TextFolding.isBlank(String(text)) == once.isEmpty, "seed 20251, round \(round): \(String(text))")
    }
  }
}
