/// Whether a text behind a number can be its unit, so that `12件` gets the message about units and `12abc` does not.
enum CounterWords {
  /// - Parameter base: folded, in its canonical spelling.
  static func isPlausible(_ base: String) -> Bool {
    if latin.contains(base) { return true }
    if labels.contains(base) { return false }
    let scalars = Array(base.unicodeScalars)
    var rest = scalars[...]
    guard DecimalScale.take(from: &rest) == nil else { return false }  // a scale is never part of a counter
    return (1...6).contains(scalars.count) && scalars.allSatisfy(isJapaneseLetter)
  }

  /// Amounts rather than numbers of things.
  static func isMeasured(_ base: String) -> Bool { latin.contains(base) || amounts.contains(base) }

  private static let amounts: Set<String> = ["円", "ドル", "ユーロ", "時間", "分", "秒", "歳", "倍", "ポイント"]

  private static let latin: Set<String> = [
    "%", "‰", "℃", "t", "kg", "g", "mg", "m", "km", "cm", "mm", "ha", "a", "㎡", "㎢", "m3", "㎥", "L", "l", "kL", "kl",
    "W", "kW",
    "MW", "kWh", "MWh", "GB", "MB", "TB", "dB", "ppm", "$",
  ]

  /// Behind a number these make a date, a rank or a label of it, not an amount.
  private static let labels: Set<String> = [
    "月", "年", "年度", "時", "代", "歳代", "位", "号", "番", "番地", "丁目", "級", "月分", "年目", "期", "月期", "号室", "区分", "市", "町", "村",
    "区",
  ]

  private static func isJapaneseLetter(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x3041...0x3096, 0x30A1...0x30FA, 0x30FC, 0x3005, 0x3400...0x9FFF: true
    default: false
    }
  }
}
