import ShihyoDefinitions
import ShihyoEngine
public import ShihyoModel
public import ShihyoReports

/// Two ledgers (`figures.csv`) by id: what moved and by how much, what appeared, what is gone, what is defined differently.
///
/// - Errors: those of reading a ledger; notices that differ, since fictional and real figures never share a table.
public struct LedgerDifference: Sendable {
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// What is printed, or its unit.
    case moved
    case appeared
    case gone
    /// Printed as before, of another numerator, denominator or n.
    case recomputed
    case definition
    case rounding
    case marks
  }
  public struct Change: Hashable, Sendable {
    public var kind: Kind
    public var id: FigureID
    public var old: String
    public var new: String
    /// Between printed numbers of one unit.
    public var difference: ExactDecimal?
    /// nil where the ledger does not hold it.
    public var oldLine: Int?
    public var newLine: Int?
  }

  public let oldPath: String
  public let newPath: String
  public private(set) var changes: [Change] = []
  /// Figures that both hold and that are the same in everything.
  public private(set) var unchanged = 0
  let notice: String?

  public var hasDifferences: Bool { !changes.isEmpty }

  public init(old oldPath: String, new newPath: String) throws(Findings) {
    (self.oldPath, self.newPath) = (oldPath, newPath)
    let (old, new) = (try LedgerFile(path: oldPath), try LedgerFile(path: newPath))
    func noticed(_ file: LedgerFile) -> NoticedInput {
      NoticedInput(name: file.path, notice: file.notice.map { Bilingual(ja: $0, en: $0) })
    }
    notice = try NoticeGuard.common([noticed(old), noticed(new)])?.ja
    let before = Dictionary(old.entries.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let now = Set(new.entries.map(\.id))
    for entry in new.entries {
      if let was = before[entry.id] { add(was, entry) } else { add(.appeared, nil, entry, "", entry.number) }
    }
    for entry in old.entries where !now.contains(entry.id) { add(.gone, entry, nil, entry.number, "") }
  }

  private mutating func add(_ was: LedgerFile.Entry, _ is: LedgerFile.Entry) {
    let count = changes.count
    if was.printed != `is`.printed || was.unit != `is`.unit {
      add(.moved, was, `is`, was.number, `is`.number)
    } else if was.parts != `is`.parts {
      add(.recomputed, was, `is`, was.parts, `is`.parts)
    }
    if was.definition != `is`.definition { add(.definition, was, `is`, was.definition, `is`.definition) }
    if was.rounding != `is`.rounding { add(.rounding, was, `is`, was.rounding, `is`.rounding) }
    if was.marks != `is`.marks { add(.marks, was, `is`, was.marks, `is`.marks) }
    if changes.count == count { unchanged += 1 }
  }

  private mutating func add(
    _ kind: Kind, _ was: LedgerFile.Entry?, _ is: LedgerFile.Entry?, _ old: String, _ new: String
  ) {
    guard let id = (`is` ?? was)?.id else { return }
    var difference: ExactDecimal?
    if kind == .moved, let was, let entry = `is`, was.unit == entry.unit, let first = ExactDecimal(was.printed),
      let second = ExactDecimal(entry.printed)
    {
      difference = second.subtracting(first)
    }
    changes.append(
      Change(
        kind: kind, id: id, old: old, new: new, difference: difference, oldLine: was?.line, newLine: `is`?.line))
  }

  /// The ledger that an input of the command line names: a `figures.csv`, or a folder that holds one; nil for anything else.
  public static func path(of input: String) -> String? {
    if DefinitionFile.isFolder(input) {
      let path = FilePath.join(input, "figures.csv")
      return DefinitionFile.exists(path) ? path : nil
    }
    guard DefinitionFile.exists(input),
      let names = try? RecordReader(source: .file(path: input), options: ReadingOptions()).header.names
    else { return nil }
    return LedgerFile.isLedger(names) ? input : nil
  }
}

extension LedgerFile.Entry {
  fileprivate var number: String { printed + unit }
  /// `58861/122976 (n=390)`
  fileprivate var parts: String {
    let quotient = numerator.isEmpty && denominator.isEmpty ? "" : numerator + "/" + denominator
    return [quotient, n.isEmpty ? "" : "n=" + n].filter { !$0.isEmpty }.joined(separator: " ")
  }
}

extension LedgerDifference {
  /// One row per change; the same for people and for programs.
  public var document: ReportDocument {
    var table = PlainTable(
      name: "changes",
      columns: [
        ("change", Bilingual(ja: "区分", en: "Change"), false), ("id", Bilingual(ja: "番号", en: "Figure"), false),
        ("old", Bilingual(ja: "旧", en: "Old"), false), ("new", Bilingual(ja: "新", en: "New"), false),
        ("difference", Bilingual(ja: "差", en: "Difference"), true),
        ("old-line", Bilingual(ja: "旧の行", en: "Old line"), true),
        ("new-line", Bilingual(ja: "新の行", en: "New line"), true),
      ])
    table.rows = changes.map { change in
      let difference = change.difference.map { PlainTable.Cell($0.description, $0.signed) } ?? .none
      return [
        PlainTable.Cell(change.kind.rawValue, change.kind.label), PlainTable.Cell(change.id.spelling),
        PlainTable.Cell(change.old), PlainTable.Cell(change.new), difference,
        PlainTable.Cell(change.oldLine.map(String.init) ?? ""), PlainTable.Cell(change.newLine.map(String.init) ?? ""),
      ]
    }
    let counts = Kind.allCases.compactMap { kind -> Bilingual? in
      let count = changes.count { $0.kind == kind }
      return count == 0 ? nil : Bilingual(ja: "\(kind.label.ja) \(count)", en: "\(kind.label.en) \(count)")
    }
    let words = counts + [Bilingual(ja: "同じ \(unchanged)", en: "the same \(unchanged)")]
    return ReportDocument(
      title: Bilingual(ja: "新旧対照表：\(oldPath) → \(newPath)", en: "Changes from \(oldPath) to \(newPath)"),
      blocks: [
        .paragraph([
          .text(
            Bilingual(ja: words.map(\.ja).joined(separator: "、"), en: words.map(\.en).joined(separator: ", ")))
        ]), .table(table.table),
      ], notice: notice.map(same))
  }

  private func same(_ text: String) -> Bilingual { Bilingual(ja: text, en: text) }
}

extension LedgerDifference.Kind {
  var label: Bilingual {
    switch self {
    case .moved: Bilingual(ja: "数値の変更", en: "moved")
    case .appeared: Bilingual(ja: "追加", en: "appeared")
    case .gone: Bilingual(ja: "削除", en: "gone")
    case .recomputed: Bilingual(ja: "分子・分母の変更", en: "recomputed")
    case .definition: Bilingual(ja: "定義の変更", en: "definition")
    case .rounding: Bilingual(ja: "端数処理の変更", en: "rounding")
    case .marks: Bilingual(ja: "印の変更", en: "marks")
    }
  }
}
