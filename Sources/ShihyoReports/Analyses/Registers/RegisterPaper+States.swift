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
    let day = dates.asOf?.dayNumber ?? entries.days.last ?? .max
    let before = dates.previous?.dayNumber ?? entries.days.last { $0 < day }
    var blocks: [Block] = []
    let isEntered = register.has(.states, .state)
    if isEntered || register.has(.issues, .state), !register.issues.isEmpty {
      // A mark of a document has the date of that document, not that of the entries.
      let heading =
        isEntered
        ? title("進捗の記入状況", "Progress as entered", entries, day)
        : Self.heading("進捗の記入状況（文書の印）", "Progress as marked in the documents")
      blocks += [heading, .table(completion(entries, day))]
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

  private func title(_ ja: String, _ en: String, _ entries: ProgressEntries, _ day: Int) -> Block {
    let asOf = entries.spelling(of: day)
    return asOf.isEmpty ? Self.heading(ja, en) : Self.heading("\(ja)（\(asOf)時点）", "\(en) (\(asOf))")
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
    func figures(_ issues: [RegisterRow]) -> [Figure] {
      let words = issues.map { word($0, entries, day) }
      let stated = words.filter(register.states)
      let counts = ProgressClass.allCases.map { kind in stated.count { register.progressClass($0) == kind } }
      let unknown = stated.count { register.progressClass($0) == nil }
      return [.count(issues.count)] + counts.map { .count($0) } + (other.isEmpty ? [] : [.count(unknown)])
        + [.count(words.count - stated.count), completed(counts[0], of: issues.count, isEntered: !stated.isEmpty)]
    }
    var rows = register.organisations.map { name in
      ReportTable.Row(keys: [ReportTable.KeyCell(name)], figures: figures(register.issues(of: name)))
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
    func rank(_ issue: RegisterRow) -> String? { entries.entry(of: issue.id, .rank, at: day)?[.rank] }
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
        rows.append(ReportTable.Row(keys: [ReportTable.KeyCell(name)], figures: columns.figures(own)))
      }
    }
    let whole = counts(register.issues)
    rows.append(ReportTable.Row(keys: [.total], figures: columns.figures(whole), kind: .total))
    let left = register.issues.count - whole.total
    return ReportTable(
      name: "ranks", keyColumns: [ReportTable.KeyColumn(name: "organisation", label: Self.organisation)],
      valueColumns: columns.valueColumns, rows: rows,
      notes: left == 0
        ? []
        : [
          Bilingual(
            ja: "ランクの付かない課題\(left)は総数に含めていない。", en: "\(left) issues without a rank are not counted here.")
        ])
  }

  // MARK: Movement

  /// From what to what the issues moved, with their numbers.
  private func movement(_ entries: ProgressEntries, _ role: Role, _ before: Int, _ now: Int) -> [Block] {
    func word(_ issue: RegisterRow, _ day: Int) -> String { entries.entry(of: issue.id, role, at: day)?[role] ?? "" }
    var groups: [[String]: [RegisterRow]] = [:]
    var order: [[String]] = []
    for organisation in register.organisations {
      for issue in register.issues(of: organisation) {
        let move = [word(issue, before), word(issue, now)]
        guard move[0] != move[1] else { continue }
        if groups[move] == nil { order.append(move) }
        groups[move, default: []].append(issue)
      }
    }
    let several = register.organisations.count > 1
    let none = Bilingual(ja: "（記入なし）", en: "(not entered)")
    let rows = order.map { move in
      let issues = groups[move] ?? []
      let names = issues.map { (several ? $0[.organisation] : "") + $0[.number] }.joined(separator: " ")
      return ReportTable.Row(
        keys: move.map { ReportTable.KeyCell($0, label: $0.isEmpty ? none : label($0, role)) },
        figures: [.count(issues.count), .words(names)])
    }
    let (old, new) = (entries.spelling(of: before), entries.spelling(of: now))
    let title = Bilingual(
      ja: "\(role == .rank ? "ランク" : "進捗")の動き（\(old) → \(new)）",
      en: "Movement of \(role == .rank ? "ranks" : "progress") (\(old) to \(new))")
    guard !rows.isEmpty else {
      return [.list([[.text(Bilingual(ja: title.ja + "：動いた課題はない。", en: title.en + ": nothing moved."))]])]
    }
    return [
      .table(
        ReportTable(
          name: "\(role.rawValue)-movement", title: title,
          keyColumns: [
            ReportTable.KeyColumn(name: "before", label: Bilingual(ja: "前回", en: "Before")),
            ReportTable.KeyColumn(name: "now", label: Bilingual(ja: "今回", en: "Now")),
          ],
          valueColumns: [
            ReportTable.ValueColumn(name: "count", label: Self.count),
            ReportTable.ValueColumn(name: "list", label: Bilingual(ja: "課題", en: "Issues")),
          ], rows: rows))
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
