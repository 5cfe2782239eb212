import ShihyoModel

/// How the answers to one question stand in the table.
public enum SurveyQuestion: Hashable, Sendable {
  /// One answer in one column.
  case single(column: String)
  /// Several answers in one cell: `交流;健康`.
  case several(column: String, separator: String)
  /// One column for each option, ticked or not.
  case options([String])

  var key: GroupKey {
    switch self {
    case .single(let column): GroupKey(column: column)
    case .several(let column, let separator): GroupKey(.split(column: column, separator: separator))
    case .options(let columns): GroupKey(.options(columns: columns))
    }
  }

  /// 複数回答: one respondent can give several answers.
  var isMultiple: Bool { if case .single = self { false } else { true } }

  /// The columns that it reads.
  var columns: [String] {
    switch self {
    case .single(let column), .several(let column, _): [column]
    case .options(let columns): columns
    }
  }
}

/// What an answer is to the base.
enum AnswerClass: Hashable {
  case answer
  /// 無回答: in the base or not, as stated.
  case noAnswer
  /// 非該当: the question was not put to them; never in the base.
  case notAsked
  /// A total row of a counted table; no answer.
  case total
  /// （再掲）: counted again in another row.
  case recount

  init(_ key: KeyValue) {
    switch (key, CategoryClass(key)) {
    case (.absent(.notSurveyed), _), (.absent(.nilCase), _): self = .notAsked
    case (.text(let label), _) where Self.notAskedLabels.contains(TextFolding.fold(label.text)): self = .notAsked
    case (_, .part): self = .answer
    case (_, .unknown): self = .noAnswer
    case (_, .total): self = .total
    case (_, .recount): self = .recount
    }
  }

  private static let notAskedLabels: Set<String> = ["非該当", "対象外", "調査対象外"]
}
