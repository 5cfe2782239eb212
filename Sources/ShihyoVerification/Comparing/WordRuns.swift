import ShihyoModel

/// A text in words, as far as scripts tell them: 公共施設 | の | マネジメント | を | 2024 | 年度 | （.
///
/// Japanese has no spaces, and a dictionary would be another program's; where the script changes, a reader sees a new word.
enum WordRuns {
  private enum Script: Hashable {
    case kanji, hiragana, katakana, latin, digit
    /// Signs and spaces: each is a word.
    case other
  }

  static func tokens(of text: String, by unit: TextDifference.Unit) -> [TextDifference.Token] {
    var tokens: [TextDifference.Token] = []
    var last: Script?
    for place in text.indices {
      let cluster = text[place]
      var script = unit == .word ? script(of: cluster) : .other
      if unit == .word, last == .digit, isInNumber(place, of: text) { script = .digit }
      let label = Label(String(cluster))
      if script != .other, script == last {
        tokens[tokens.count - 1].append(label)
      } else {
        tokens.append([label])
      }
      last = script
    }
    return tokens
  }

  /// 1,200 and 47.9 are one word each.
  private static func isInNumber(_ place: String.Index, of text: String) -> Bool {
    guard [",", ".", "，", "．"].contains(text[place]) else { return false }
    let next = text.index(after: place)
    return next < text.endIndex && script(of: text[next]) == .digit
  }

  private static func script(of cluster: Character) -> Script {
    guard let scalar = cluster.unicodeScalars.first else { return .other }
    switch scalar.value {
    case 0x3041...0x309F: return .hiragana
    // ー belongs to the word that it lengthens; ・ separates.
    case 0x30A1...0x30FA, 0x30FC...0x30FF, 0xFF66...0xFF9F: return .katakana
    case 0x3005...0x3007, 0x3400...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFD: return .kanji
    case 0x30...0x39, 0xFF10...0xFF19: return .digit
    case 0xFF21...0xFF3A, 0xFF41...0xFF5A: return .latin
    default: return scalar.properties.isAlphabetic ? .latin : .other
    }
  }
}
