import ShihyoModel

/// Which answers and bases of a survey are hidden: one decision for n, shares, intervals, tests, differences and sentences.
///
/// - Several answers of one respondent do not add up to the respondents: each is decided beside the rest of the base.
/// - A note tells how many gave no answer and how many were not asked, and the number of all records stands under the table: those
///   are parts of the decision like the answers.
/// - Note: a share tells its base where n is shown, so a hidden base hides all shares of its group.
struct SurveyHiding {
  let request: DisclosureRequest
  private let slices: [Slice]
  /// Where the decisions know the base and those that were asked; nil: they are all records.
  private let baseLabel: KeyValue?
  private let askedLabel: KeyValue?

  private struct Slice {
    /// The answer that it is about; nil: about all of them.
    let answer: KeyValue?
    let decision: DisclosureDecision
  }

  private static let yes = KeyValue.text(Label("yes"))
  private static let rest = KeyValue.text(Label("rest"))
  private static let base = KeyValue.text(Label("respondents-base"))
  private static let asked = KeyValue.text(Label("respondents-asked"))

  /// - Parameter groups: by the keys of the table, or by the groups that stand side by side.
  /// - Errors: those of `DisclosureDecision`.
  init(
    _ groups: [SurveyGroup], isMultiple: Bool, noAnswerIsInBase: Bool, request: DisclosureRequest, name: String
  ) throws(Findings) {
    self.request = request
    let own = groups.flatMap(\.answers).filter { $0.kind == .answer || noAnswerIsInBase }.map(\.key).uniqued
    let apart = groups.flatMap { ($0.noAnswerIsInBase ? [] : $0.noAnswers) }.map(\.key).uniqued
    let notAsked = groups.flatMap(\.notAsked).map(\.key).uniqued
    askedLabel = notAsked.isEmpty ? nil : Self.asked
    baseLabel = apart.isEmpty ? askedLabel : Self.base
    func decide(_ parts: [KeyValue], _ cells: (SurveyGroup) -> [(KeyValue, Figure)]) throws(Findings)
      -> DisclosureDecision
    {
      var all: [(keys: [KeyValue], count: Figure)] = []
      for group in groups {
        let rest = (group.noAnswerIsInBase ? [] : group.noAnswers) + group.notAsked
        for (key, n) in cells(group) + rest.map({ ($0.key, $0.n) }) { all.append((group.keys + [key], n)) }
      }
      var totals: [KnownTotal] = []
      if !apart.isEmpty { totals.append(KnownTotal(Self.base, of: parts)) }
      if !notAsked.isEmpty { totals.append(KnownTotal(Self.asked, of: parts + apart)) }
      let width = groups.first?.keys.count ?? 0
      return try DisclosureDecision(
        all, request: request, name: name, totals: Array(repeating: [], count: width) + [totals])
    }
    guard isMultiple else {
      slices = [
        Slice(
          answer: nil,
          decision: try decide(own) { group in
            group.answers.filter { $0.kind == .answer || noAnswerIsInBase }.map { ($0.key, $0.n) }
          })
      ]
      return
    }
    var slices: [Slice] = []
    for answer in own {
      let decision = try decide([Self.yes, Self.rest]) { group in
        let part = group.answers.first { $0.key == answer }?.n ?? .count(0)
        let rest = (group.base.n.exactValue ?? .zero) - (part.exactValue ?? .zero)
        return [(Self.yes, part), (Self.rest, Figure(kind: .count, value: .exact(rest)))]
      }
      slices.append(Slice(answer: answer, decision: decision))
    }
    self.slices = slices
  }

  /// - Parameter keys: of the group; nil for the total over one.
  func hides(_ answer: KeyValue, of keys: DisclosureDecision.Place) -> Bool {
    slices.contains { slice in
      guard let own = slice.answer else { return slice.decision.hides(keys + [answer]) }
      return slice.decision.hides(keys + [own == answer ? Self.yes : answer])
    }
  }

  /// Whether what the shares are taken of is hidden.
  func hidesBase(of keys: DisclosureDecision.Place) -> Bool {
    slices.contains { $0.decision.hides(keys + [baseLabel]) }
  }

  /// Whether the number of those that were asked is hidden.
  func hidesAsked(of keys: DisclosureDecision.Place) -> Bool {
    slices.contains { $0.decision.hides(keys + [askedLabel]) }
  }

  /// Totals over the groups, which the table does not print; nil as the answer stands for the base.
  var hiddenTotals: [DisclosureDecision.Place] {
    slices.flatMap { slice in
      slice.decision.hiddenTotals.filter { $0.dropLast().contains(nil) && $0.last != .some(Self.rest) }.map { place in
        var place = place
        let last = place.removeLast()
        if last == nil || last == Self.base || last == Self.asked { return place + [nil] }
        return place + [last == Self.yes ? slice.answer : last]
      }
    }.uniqued
  }
}
