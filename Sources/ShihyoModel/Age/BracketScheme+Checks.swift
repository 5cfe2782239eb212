extension BracketScheme {
  /// Brackets between commas: `0-29,30-59,60+`, 29歳以下、30～59歳、60歳以上.
  ///
  /// - Errors: the first item that is no bracket. Gaps and overlaps are no errors here: see `findings()`.
  public init(parsing text: String) throws(AgeRule) {
    var brackets: [AgeBracket] = []
    let items = TextFolding.fold(text).split(omittingEmptySubsequences: false) { $0 == "," || $0 == "、" || $0 == ";" }
    for item in items {
      let label = TextFolding.fold(String(item))
      guard !label.isEmpty else { throw items.count == 1 ? .emptyScheme : .notABracket(label) }
      brackets.append(try AgeGrammar().bracket(label))
    }
    self.init(brackets)
  }

  /// What is worth knowing of a set of brackets: overlaps, gaps, order, a first age above 0, a top that ends.
  public func findings() -> [AgeRule] {
    let sorted = brackets.sorted()
    guard let first = sorted.first else { return [.emptyScheme] }
    var findings: [AgeRule] = []
    for (before, after) in zip(brackets, brackets.dropFirst()) where after < before {
      findings.append(.unsorted(before, before: after))
    }
    if first.lower > 0 { findings.append(.lowerBound(first.lower)) }
    var top = first  // of those so far, the one that reaches highest
    for next in sorted.dropFirst() {
      guard let upper = top.upper, upper < next.lower else {
        findings.append(.overlap(top, next))
        if let upper = top.upper, upper < next.upper ?? .max { top = next }
        continue
      }
      if let gap = AgeBracket(lower: upper + 1, upper: next.lower - 1) {
        findings.append(.gap(gap, after: top, likely: Self.decades(from: top, to: next)))
      }
      top = next
    }
    if let upper = top.upper, upper < .max { findings.append(.closedTop(upper)) }
    return findings
  }

  /// 30～50歳 before 60 was probably meant as 30～50代.
  private static func decades(from bracket: AgeBracket, to next: AgeBracket) -> AgeBracket? {
    guard let upper = bracket.upper, upper % 10 == 0, bracket.lower % 10 == 0, next.lower - 10 == upper else {
      return nil
    }
    return AgeBracket(lower: bracket.lower, upper: next.lower - 1)
  }

  /// nil where the age is in no bracket; the first of several that overlap.
  public func bracket(containing age: Int) -> AgeBracket? { brackets.first { $0.contains(age) } }

  /// The bracket that `finer` lies in as a whole; nil where it lies in none or reaches over a bound.
  public func bracket(containing finer: AgeBracket) -> AgeBracket? { brackets.first { $0.contains(finer) } }

  /// The same, with the reason where there is none: `splitBracket` or `outsideScheme`.
  public func place(_ finer: AgeBracket) throws(AgeRule) -> AgeBracket {
    if let bracket = bracket(containing: finer) { return bracket }
    let touched = brackets.filter { $0.lower <= finer.upper ?? .max && finer.lower <= $0.upper ?? .max }
    throw touched.isEmpty ? .outsideScheme(finer) : .splitBracket(finer, over: touched)
  }

  /// As typed on a command line: `0-29,30-59,60+`.
  public var spelling: String {
    brackets.map { bracket in
      guard let upper = bracket.upper else { return "\(bracket.lower)+" }
      return upper == bracket.lower ? "\(upper)" : "\(bracket.lower)-\(upper)"
    }.joined(separator: ",")
  }
}
