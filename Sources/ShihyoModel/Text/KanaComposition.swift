/// Kana letters and their (semi-)voiced marks: half-width ｶﾞ and the pair か + U+3099 become one letter.
enum KanaComposition {
  /// Half-width U+FF61…U+FF9D in code order.
  private static let fullWidthForms: [Unicode.Scalar] = Array(
    "。「」、・ヲァィゥェォャュョッーアイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワン".unicodeScalars)

  static func fullWidth(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    let index = Int(scalar.value) - 0xFF61
    return fullWidthForms.indices.contains(index) ? fullWidthForms[index] : scalar
  }

  /// The composed letter; nil where the letter takes no such mark.
  static func compose(_ letter: Unicode.Scalar, voiced: Bool) -> Unicode.Scalar? {
    let isKatakana = letter.value >= 0x30A1
    let hiragana = isKatakana ? letter.value - 0x60 : letter.value
    switch hiragana {
    case 0x306F, 0x3072, 0x3075, 0x3078, 0x307B: return Unicode.Scalar(letter.value + (voiced ? 1 : 2))  // は行
    case 0x304B...0x3061 where voiced && hiragana % 2 == 1: return Unicode.Scalar(letter.value + 1)  // か … ち
    case 0x3064, 0x3066, 0x3068, 0x309D: return voiced ? Unicode.Scalar(letter.value + 1) : nil  // つ て と ゝ
    case 0x3046: return voiced ? Unicode.Scalar(letter.value + 0x4E) : nil  // う → ゔ
    case 0x308F...0x3092 where isKatakana: return voiced ? Unicode.Scalar(letter.value + 8) : nil  // ワ → ヷ
    default: return nil
    }
  }
}
