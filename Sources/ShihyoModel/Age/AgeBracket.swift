/// Ages from `lower` to `upper`, both inclusive; `upper` nil is open at the top. 29歳以下 is (0, 29), 60歳以上 is (60, nil).
public struct AgeBracket: Hashable, Comparable, Sendable {
  public let lower: Int
  public let upper: Int?

  /// nil where the bracket is upside down or negative.
  public init?(lower: Int, upper: Int?) {
    guard lower >= 0, upper.map({ $0 >= lower }) ?? true else { return nil }
    self.lower = lower
    self.upper = upper
  }

  public static func < (left: AgeBracket, right: AgeBracket) -> Bool {
    (left.lower, left.upper ?? .max) < (right.lower, right.upper ?? .max)
  }
}

/// What an age label says: a bracket of the partition, or one of the labels that stand beside it.
public enum AgeClass: Hashable, Sendable {
  case bracket(AgeBracket)
  /// 年齢不詳
  case unknown
  /// 無回答
  case noAnswer
  /// 総数, 計
  case total
  /// （再掲）, うち: counted again, not part of the partition.
  case recount(AgeBracket)
}

/// A set of brackets that people write once and use as a key, for example `0-29,30-59,60+`.
public struct BracketScheme: Hashable, Sendable {
  /// In the order written.
  public let brackets: [AgeBracket]
  public init(_ brackets: [AgeBracket]) { self.brackets = brackets }
}
