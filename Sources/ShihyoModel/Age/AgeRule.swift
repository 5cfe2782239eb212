/// What can be wrong with an age label or with a set of brackets.
public enum AgeRule: FindingRule, Error {
  case notABracket(String)
  /// 39～30歳
  case reversed(Int, Int)
  /// An age beyond all people, such as a year.
  case implausible(Int)
  /// 20歳未満（18歳・19歳）: the label and its qualifier differ.
  case ambiguous(AgeBracket, qualifier: String)
  /// 5月9日: a spreadsheet made a date of 5-9.
  case spreadsheetDate(Int, Int)
  case emptyScheme
  /// 総数, 不詳 or a recount in a list of brackets.
  case notInScheme(String)
  /// Ages between two brackets that are in none; `likely` is what the lower one was probably meant to be.
  case gap(AgeBracket, after: AgeBracket, likely: AgeBracket?)
  case overlap(AgeBracket, AgeBracket)
  case unsorted(AgeBracket, before: AgeBracket)
  /// The first bracket does not begin at 0.
  case lowerBound(Int)
  /// The last bracket ends.
  case closedTop(Int)
  /// A bracket of the data reaches over bounds of the scheme.
  case splitBracket(AgeBracket, over: [AgeBracket])
  /// A bracket or age of the data lies in no bracket of the scheme.
  case outsideScheme(AgeBracket)

  public var code: String {
    switch self {
    case .notABracket: "age.not-a-bracket"
    case .reversed: "age.reversed"
    case .implausible: "age.implausible"
    case .ambiguous: "age.ambiguous"
    case .spreadsheetDate: "age.spreadsheet-date"
    case .emptyScheme: "age.empty-scheme"
    case .notInScheme: "age.not-in-scheme"
    case .gap: "age.gap"
    case .overlap: "age.overlap"
    case .unsorted: "age.unsorted"
    case .lowerBound: "age.lower-bound"
    case .closedTop: "age.closed-top"
    case .splitBracket: "age.split-bracket"
    case .outsideScheme: "age.outside-scheme"
    }
  }

  /// A scheme with gaps can be used on data that has none of those ages; a scheme that counts somebody twice cannot.
  public var severity: Finding.Severity {
    switch self {
    case .gap, .unsorted: .warning
    case .lowerBound, .closedTop: .note
    default: .error
    }
  }

  public static var examples: [AgeRule] {
    func bracket(_ lower: Int, _ upper: Int?) -> [AgeBracket] {
      AgeBracket(lower: lower, upper: upper).map { [$0] } ?? []
    }
    let young = bracket(0, 29)
    let middle = bracket(30, 50)
    let missing = bracket(51, 59)
    let meant = bracket(30, 59)
    var rules: [AgeRule] = [
      .notABracket("若者"), .reversed(39, 30), .implausible(1960), .spreadsheetDate(5, 9), .emptyScheme,
      .notInScheme("総数"),
      .lowerBound(18), .closedTop(59),
    ]
    for (((first, second), gap), likely) in zip(zip(zip(young, middle), missing), meant) {
      rules += [
        .ambiguous(first, qualifier: "18歳・19歳"), .gap(gap, after: second, likely: likely), .overlap(first, second),
        .unsorted(second, before: first), .splitBracket(likely, over: [second]), .outsideScheme(gap),
      ]
    }
    return rules
  }
}
