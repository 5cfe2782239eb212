import ShihyoModel

/// What of the answers is hidden.
extension SurveyTable {
  /// Sums of weights beside n would tell how many answers of each weight there are.
  var showsWeights: Bool { analysis.isWeighted && hiding == nil }

  /// How the decision names a group; the respondents of all groups are the total over them.
  func place(_ group: SurveyGroup) -> DisclosureDecision.Place {
    analysis.cross != nil && group.keys.isEmpty ? [nil] : group.keys
  }

  /// - Parameter answer: nil for the base.
  func hidden(
    _ amounts: [Figure], _ shares: [Figure], answer: SurveyGroup.Answer?, of group: SurveyGroup
  ) -> [Figure] {
    guard let hiding else { return amounts + shares }
    let place = place(group)
    let hidesBase = hiding.hidesBase(of: place)
    let isHidden = answer.map { hiding.hides($0.key, of: place) } ?? hidesBase
    return (isHidden ? amounts.map { $0.hidden(hiding.request) } : amounts)
      + (isHidden || hidesBase ? shares.map { $0.hidden(hiding.request) } : shares)
  }

  func estimate(_ answer: SurveyGroup.Answer, of group: SurveyGroup) -> ShareEstimate {
    guard let hiding else { return group.estimate(answer) }
    let place = place(group)
    return hiding.hides(answer.key, of: place) || hiding.hidesBase(of: place) ? .hidden : group.estimate(answer)
  }

  func hidesBase(of group: SurveyGroup) -> Bool { hiding?.hidesBase(of: place(group)) ?? false }

  /// Whether a number about the whole group would tell something that is hidden in it.
  func hidesAny(of group: SurveyGroup) -> Bool {
    guard let hiding else { return false }
    let place = place(group)
    return hiding.hidesBase(of: place) || hiding.hidesAsked(of: place)
      || (group.answers + group.notAsked).contains { hiding.hides($0.key, of: place) }
  }

  /// The totals over the groups that nobody may print; those that stand side by side have theirs in the table.
  var hiddenTotals: ReportTable? {
    guard let hiding, !analysis.by.isEmpty, analysis.cross == nil else { return nil }
    var words: [KeyValue: ReportTable.KeyCell] = [:]
    for answer in groups.flatMap(\.answers) { words[answer.key] = cell(answer.key) }
    return HiddenTotals.table(
      hiding.hiddenTotals,
      keys: (analysis.by + [analysis.question.key]).map { ReportTable.KeyColumn($0, schema: analysis.schema) },
      count: columns[0], words: words)
  }
}
