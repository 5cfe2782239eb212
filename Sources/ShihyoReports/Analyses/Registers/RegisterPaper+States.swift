import ShihyoDefinitions
import ShihyoModel

extension RegisterPaper {
  /// Completion by organisation, ranks by organisation, and what moved since the date before.
  ///
  /// - States are those a person entered; without entries, the mark that the document has. A word that the register does not
  ///   declare is counted apart and named.
  func states() throws(Findings) -> [Block] {
    let entries = ProgressEntries(try dated(register.rows(.states), .states))
    if entries.days.isEmpty, dates.asOf != nil || dates.previous != nil {
      throw Findings([Finding(RegisterRule.noDates)], kind: .usage)
    }
    let asOf = dates.asOf?.dayNumber ?? entries.days.last ?? .max
    // The newest entry of that day holds: what came before it is compared with it, not it with itself.
    let day = dates.previous == nil ? entries.days.last { $0 <= asOf } ?? asOf : asOf
    let before = dates.previous?.dayNumber ?? entries.days.last { $0 < day }
    if dates.previous != nil, let before, before >= day {
      throw Findings([Finding(RegisterRule.previousNotEarlier)], kind: .usage)
    }
    var blocks: [Block] = []
    let isEntered = register.has(.states, .state)
    if isEntered || register.has(.issues, .state), !register.issues.isEmpty {
      // A mark of a document has the date of that document, not that of the entries.
      let heading =
        isEntered
        ? title("進捗の記入状況", "Progress as entered", entries, day)
        : Self.heading("進捗の記入状況（文書の印）", "Progress as marked in the documents")
      blocks += [heading, .table(completion(entries, day))]
      if let steps = stepCounts { blocks.append(.table(steps)) }
      if isEntered, let before { blocks += movement(entries, .state, before, day) }
    }
    if register.has(.states, .rank) {
      if let table = try ranks(entries, day) {
        blocks += [title("ランク別の課題数", "Issues by rank", entries, day), .table(table)]
      }
      if let before { blocks += movement(entries, .rank, before, day) }
    }
    return blocks
  }

  /// A date before every entry gives tables of nothing, which look like a city that does nothing; one after the last, what was
  /// entered long before it.
  ///
  /// - Parameter parts: those that are printed; empty: all.
  func dateWarnings(_ parts: [RegisterPart]) throws(Findings) -> [Finding] {
    guard let asOf = dates.asOf else { return [] }
    func prints(_ part: RegisterPart) -> Bool { parts.isEmpty || parts.contains(part) }
    let entries = ProgressEntries(prints(.states) ? try dated(register.rows(.states), .states) : [])
    if let last = entries.days.last, asOf.dayNumber > last {
      let rule = RegisterRule.afterEntries(last: Self.dateLabel(entries.spelling(of: last)))
      return [Finding(rule, text: asOf.description)]
    }
    var rows = prints(.states) ? try dated(register.rows(.states), .states) : []
    if prints(.progress) { rows += register.rows(.entries) }
    // Where nobody enters anything, what the documents say is all there is.
    if rows.isEmpty, prints(.progress) { rows = register.rows(.progress) }
    guard let first = rows.min(by: { ($0.day ?? .min) < ($1.day ?? .min) }), asOf.dayNumber < first.day ?? .min else {
      return []
    }
    let rule = RegisterRule.beforeEntries(first: Self.dateLabel(first[.asOf].isEmpty ? first[.year] : first[.asOf]))
    return [Finding(rule, text: asOf.description)]
  }

  private func title(_ ja: String, _ en: String, _ entries: ProgressEntries, _ day: Int) -> Block {
    let asOf = Self.dateLabel(entries.spelling(of: day))
    return asOf.ja.isEmpty ? Self.heading(ja, en) : Self.heading("\(ja)（\(asOf.ja)時点）", "\(en) (\(asOf.en))")
  }

  // MARK: Completion

  private func word(_ issue: RegisterRow, _ entries: ProgressEntries, _ day: Int) -> String {
    entries.entry(of: issue.id, .state, at: day)?[.state] ?? issue[.state]
  }

  private func completion(_ entries: ProgressEntries, _ day: Int) -> ReportTable {
    typealias ProgressClass = RegisterDefinition.ProgressClass
    var undeclared: [String] = []
    for issue in register.issues {
      let word = word(issue, entries, day)
      if register.states(word), register.progressClass(word) == nil { undeclared.append(word) }
    }
    let other = register.distinct(undeclared)
    let withSteps = Set(stepEntries.map(\.id))
    let hasSteps = register.issues.contains { withSteps.contains($0.id) && !register.states(word($0, entries, day)) }
    func figures(_ issues: [RegisterRow]) -> [Figure] {
      let words = issues.map { word($0, entries, day) }
      let stated = words.filter(register.states)
      let counts = ProgressClass.allCases.map { kind in stated.count { register.progressClass($0) == kind } }
      let unknown = stated.count { register.progressClass($0) == nil }
      let onlySteps = zip(issues, words).count { !register.states($1) && withSteps.contains($0.id) }
      var figures: [Figure] = [.count(issues.count)]
      figures += counts.map { Figure.count($0) }
      if !other.isEmpty { figures.append(.count(unknown)) }
      if hasSteps { figures.append(.count(onlySteps)) }
      figures.append(.count(words.count - stated.count - onlySteps))
      figures.append(completed(counts[0], of: issues.count, isEntered: !stated.isEmpty))
      return figures
    }
    var rows = register.organisations.map { name in
      ReportTable.Row(keys: [organisationCell(name)], figures: figures(register.issues(of: name)))
    }
    var total = figures(register.issues)
    // A rate of all would count those as not complete who entered nothing.
    if rows.contains(where: { $0.figures.last?.exactValue == nil }) { total[total.count - 1] = Self.noRate }
    rows.append(ReportTable.Row(keys: [.total], figures: total, kind: .total))
    var columns = [ReportTable.ValueColumn(name: "count", label: Self.count)]
    columns += ProgressClass.allCases.map { ReportTable.ValueColumn(name: $0.rawValue, label: $0.label) }
    if !other.isEmpty {
      columns.append(ReportTable.ValueColumn(name: "other", label: Bilingual(ja: "その他", en: "Other")))
    }
    if hasSteps {
      columns.append(ReportTable.ValueColumn(name: "steps-only", label: Bilingual(ja: "取組のみ記入", en: "Steps only")))
    }
    columns.append(ReportTable.ValueColumn(name: "not-entered", label: Bilingual(ja: "記入なし", en: "Not entered")))
    columns.append(
      ReportTable.ValueColumn(name: "share(complete)", label: Bilingual(ja: "完了率", en: "Complete"), unit: "％"))
    var table = ReportTable(
      name: "states", keyColumns: [ReportTable.KeyColumn(name: "organisation", label: Self.organisation)],
      valueColumns: columns, rows: rows,
      notes: [
        Bilingual(
          ja: "進捗は人が記入したもの（記入がなければ文書の印）で、本文から判定していない。完了率の分母は記入なしを含む全課題。",
          en:
            "Progress is what a person entered (else the mark of the document), never judged from the text; the base of completion is every issue."
        )
      ])
    if hasSteps {
      table.notes.append(
        Bilingual(
          ja: "取組のみ記入：課題全体の進捗はなく、取組ごとの記入だけがある課題。取組の進捗を課題全体の進捗とはみなしていない。",
          en: "Steps only: progress was entered for steps, not for the issue as a whole, and is not taken for it."))
    }
    if !other.isEmpty {
      table.notes.append(
        Bilingual(
          ja: "その他は区分を宣言していない語：" + other.joined(separator: "、"),
          en: "Other: words without a declared class: " + other.joined(separator: ", ")))
    }
    return table
  }

  /// Where nothing was entered at all, 0 % would say that nothing is complete.
  private func completed(_ count: Int, of total: Int, isEntered: Bool) -> Figure {
    var figure = Self.noRate
    guard isEntered, let share = Rational(count, over: total) else { return figure }
    figure.value = .exact(share * Rational(100))
    figure.numerator = ExactDecimal(count)
    figure.denominator = ExactDecimal(total)
    figure.n = total
    return figure
  }

  private static let noRate = Figure(kind: .share, value: .absent(.missing), unit: "％", textDigits: 1)

  // MARK: Ranks

  private func ranks(_ entries: ProgressEntries, _ day: Int) throws(Findings) -> ReportTable? {
    // A rank that is not declared has no place in the order: it is no higher than the highest.
    func rank(_ issue: RegisterRow) -> String? {
      guard let word = entries.entry(of: issue.id, .rank, at: day)?[.rank] else { return nil }
      return register.isDeclared(word, .rank) ? word : nil
    }
    let scale = try RankScale(
      seen: register.issues.compactMap(rank), declared: register.declared[.rank] ?? [], complete: nil)
    guard register.issues.contains(where: { rank($0) != nil }) else { return nil }
    func counts(_ issues: [RegisterRow]) -> RankCounts {
      var counts = RankCounts(scale: scale)
      for rank in issues.compactMap(rank) { counts.add(1, rank: .text(Label(rank)), scale: scale) }
      return counts
    }
    let columns = RankColumns(scale: scale, rank: "rank", hasUnranked: false, digits: nil)
    var rows: [ReportTable.Row] = []
    for name in register.organisations {
      let own = counts(register.issues(of: name))
      if own.total > 0 {
        rows.append(ReportTable.Row(keys: [organisationCell(name)], figures: columns.figures(own)))
      }
    }
    let whole = counts(register.issues)
    rows.append(ReportTable.Row(keys: [.total], figures: columns.figures(whole), kind: .total))
    let left = register.issues.count - whole.total
    return ReportTable(
      name: "ranks", keyColumns: [ReportTable.KeyColumn(name: "organisation", label: Self.organisation)],
      valueColumns: columns.valueColumns, rows: rows,
      notes: left == 0 ? [] : [unrankedNote(left, ranked: rows.dropLast())])
  }

  /// A rate over the issues that have a rank is not that of a bureau's own rank list.
  private func unrankedNote(_ left: Int, ranked rows: ArraySlice<ReportTable.Row>) -> Bilingual {
    let parts = rows.map { row in
      let all = register.issues(of: row.keys[0].code).count
      return (name: row.keys[0].label, ranked: row.figures[0].printed, all: all)
    }
    let japanese = parts.map { "\($0.name.ja)は\($0.all)課題のうち\($0.ranked)" }.joined(separator: "、")
    let english = parts.map { "\($0.name.en): \($0.ranked) of \($0.all)" }.joined(separator: ", ")
    return Bilingual(
      ja: "総数と完了率は、ランクの付いた課題だけのもの（\(japanese)）。ランクの付かない課題\(left)と、この課題管理表にない課題は含まない。",
      en: "Totals and rates are of issues with a rank only (\(english)); "
        + "\(left) issues without one, and issues that are not in this register, are not counted.")
  }

  // MARK: Movement

  /// From what to what the issues moved, with their numbers.
  private func movement(_ entries: ProgressEntries, _ role: Role, _ before: Int, _ now: Int) -> [Block] {
    func word(_ issue: RegisterRow, _ day: Int) -> String { entries.entry(of: issue.id, role, at: day)?[role] ?? "" }
    var groups: [[String]: [RegisterRow]] = [:]
    var order: [[String]] = []
    var unchanged = 0
    for organisation in register.organisations {
      for issue in register.issues(of: organisation) {
        let move = [word(issue, before), word(issue, now)]
        guard move[0] != move[1] else {
          if !move[0].isEmpty { unchanged += 1 }
          continue
        }
        if groups[move] == nil { order.append(move) }
        groups[move, default: []].append(issue)
      }
    }
    let several = register.organisations.count > 1
    let none = Bilingual(ja: "（記入なし）", en: "(not entered)")
    let rows = order.map { move in
      let issues = groups[move] ?? []
      let which = issues.map { issue in
        let body = register.label(issue[.organisation])
        return several
          ? Bilingual(ja: body.ja + " " + issue[.number], en: body.en + " " + issue[.number])
          : Self.same(issue[.number])
      }
      let names = Bilingual(
        ja: which.map(\.ja).joined(separator: several ? "、" : " "),
        en: which.map(\.en).joined(separator: several ? ", " : " "))
      return ReportTable.Row(
        keys: move.map { ReportTable.KeyCell($0, label: $0.isEmpty ? none : label($0, role)) }
          + [ReportTable.KeyCell(names.ja, label: names)],
        figures: [.count(issues.count)])
    }
    let old = Self.dateLabel(entries.spelling(of: before))
    let new = Self.dateLabel(entries.spelling(of: now))
    let title = Bilingual(
      ja: "\(role == .rank ? "ランク" : "進捗")の動き（\(old.ja) → \(new.ja)）",
      en: "Movement of \(role == .rank ? "ranks" : "progress") (\(old.en) to \(new.en))")
    guard !rows.isEmpty else {
      let words = Bilingual(
        ja: title.ja + "：動いた課題はない（変わらない課題：\(unchanged)）。",
        en: title.en + ": nothing moved (unchanged: \(unchanged)).")
      return [.list([[.text(words)]])]
    }
    return [
      .table(
        ReportTable(
          name: "\(role.rawValue)-movement", title: title,
          keyColumns: [
            ReportTable.KeyColumn(name: "before", label: Bilingual(ja: "前回", en: "Before")),
            ReportTable.KeyColumn(name: "now", label: Bilingual(ja: "今回", en: "Now")),
            ReportTable.KeyColumn(name: "list", label: Bilingual(ja: "課題", en: "Which")),
          ],
          valueColumns: [ReportTable.ValueColumn(name: "count", label: Self.count)], rows: rows,
          notes: [Bilingual(ja: "変わらない課題：\(unchanged)", en: "Unchanged issues: \(unchanged)")]))
    ]
  }

  private func label(_ word: String, _ role: Role) -> Bilingual {
    role == .rank ? RankScale.label(word) : Self.same(word)
  }
}

extension RegisterDefinition.ProgressClass {
  var label: Bilingual {
    switch self {
    case .complete: Bilingual(ja: "完了", en: "Complete")
    case .underWay: Bilingual(ja: "実施中", en: "Under way")
    case .late: Bilingual(ja: "遅れ", en: "Late")
    case .notDone: Bilingual(ja: "未実施", en: "Not done")
    }
  }
}
