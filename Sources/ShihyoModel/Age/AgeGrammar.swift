/// Reads the age labels of Japanese tables and surveys: 30～39歳, 29歳以下, 60歳以上, 20代, ≧60, 75歳超, 総数, 年齢不詳.
///
/// - Bounds are inclusive: 20歳未満 is 0 to 19, 75歳超 from 76.
/// - Recounts (（再掲）65歳以上, うち75歳以上) are kept apart: they are not part of the partition.
/// - A label and what stands in brackets after it must mean the same ages, else it is refused as ambiguous.
/// - Cost: O(length).
/// - Source: domain.md, section 7.
public struct AgeGrammar: Sendable {
  /// Nobody is older; a larger number is a year, a code for 不詳 or a mistake.
  package static let oldest = 120
  /// The upper bound of a last class may be set higher, to be safe: 100～150歳.
  static let highestBound = 150

  public init() {}

  public func read(_ label: String) throws(AgeRule) -> AgeClass {
    var parser = AgeParser(label)
    if let special = Self.specials[parser.scanner.remaining] { return special }
    let recountsBefore = parser.scanner.take(oneOf: Self.recounts) != nil
    _ = recountsBefore && parser.scanner.take(":")
    let bracket = try parser.bracketAndQualifier()
    guard bracket.lower <= Self.oldest else { throw .implausible(bracket.lower) }
    let recountsAfter = parser.scanner.take(oneOf: Self.recounts) != nil
    guard parser.scanner.isAtEnd else { throw .notABracket(label) }
    return recountsBefore || recountsAfter ? .recount(bracket) : .bracket(bracket)
  }

  /// A bracket of a partition; 総数, 不詳 and recounts are refused.
  func bracket(_ label: String) throws(AgeRule) -> AgeBracket {
    guard case .bracket(let bracket) = try read(label) else { throw .notInScheme(label) }
    return bracket
  }

  private static let recounts = ["(再掲)", "[再掲]", "【再掲】", "<再掲>", "再掲", "(うち)", "うち", "RECOUNT:", "OF WHICH"]

  private static let specials: [String: AgeClass] = {
    let total = ["総数", "計", "合計", "総計", "全体", "全年齢", "全年代", "年齢計", "TOTAL"]
    let unknown = ["年齢不詳", "不詳", "「不詳」", "年齢「不詳」", "年齢(不詳)", "不明", "年齢不明", "UNKNOWN", "AGEUNKNOWN"]
    let noAnswer = ["無回答", "未回答", "答えたくない", "回答しない", "無記入", "NO-ANSWER", "NOANSWER"]
    var specials: [String: AgeClass] = [:]
    for label in total { specials[label] = .total }
    for label in unknown { specials[label] = .unknown }
    for label in noAnswer { specials[label] = .noAnswer }
    return specials
  }()
}
