import ShihyoModel

/// A name of letters and a number.
struct NumberedName {
  let prefix: String
  /// As written: 01 or 1.
  let digits: String
  let number: Int

  init?(_ name: String) {
    let count = name.reversed().prefix { $0.isASCII && $0.isNumber }.count
    guard (1...2).contains(count), let number = Int(name.suffix(count)), count < name.count else { return nil }
    prefix = String(name.dropLast(count))
    digits = String(name.suffix(count))
    self.number = number
    guard prefix.allSatisfy({ $0.isLetter }) else { return nil }
  }

  /// age_00, age_01_04, age_90_, age_unknown as the label of an age bracket.
  static func age(_ name: String) -> String? {
    let folded = TextFolding.fold(name).lowercased()
    guard let head = ["age_", "age", "nenrei_", "年齢_"].first(where: folded.hasPrefix) else { return nil }
    let rest = String(folded.dropFirst(head.count))
    if ["unknown", "fusho", "不詳", "不明"].contains(rest) { return "不明" }
    let pieces = rest.split(omittingEmptySubsequences: false) { "_-".contains($0) }.map { Int($0) }
    switch pieces.count {
    case 1: return pieces[0].map { "\($0)歳" }
    case 2:
      guard let lower = pieces[0] else { return nil }
      if let upper = pieces[1] { return "\(lower)～\(upper)歳" }
      return rest.hasSuffix("_") || rest.hasSuffix("-") ? "\(lower)歳以上" : nil
    default: return nil
    }
  }
}
