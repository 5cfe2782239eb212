import ShihyoModel

/// Two ledgers of one report against each other: 前回公表 → 今回.
///
/// - Pairs: the same id; else, where a time has passed, the newest figure of a metric and group in each ledger.
/// - Hidden figures are left out: what was published of one before is not told beside it.
struct EditionChanges {
  struct Pair {
    let was: LedgerFile.Entry
    let now: Figure
    let id: FigureID

    var isChanged: Bool { was.printed != now.printed || was.unit != now.unit ?? "" || whyNothing.was != whyNothing.now }

    /// Why each of them prints no number: `nil`, `missing`; empty where they print one.
    private var whyNothing: (was: Substring, now: Substring) {
      guard was.printed.isEmpty, now.printed.isEmpty else { return ("", "") }
      return (was.marks.prefix { !";(".contains($0) }, now.markSpellings.first.map { $0[...] } ?? "")
    }
  }
  /// A figure whatever its time.
  private struct Subject: Hashable {
    let section: String
    let metric: String
    let dimensions: [String: String]
    init(_ id: FigureID) { (section, metric, dimensions) = (id.section, id.metric, id.dimensions) }
  }

  /// In the order of the new ledger.
  private(set) var pairs: [Pair] = []
  /// Figures of this run without an earlier one, and earlier ones that are no longer printed.
  private(set) var appeared = 0
  private(set) var gone = 0

  init(from old: [LedgerFile.Entry], to new: [Figure]) {
    let byID = Dictionary(old.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let (before, newest) = (Self.newest(old.map(\.id)), Self.newest(new.compactMap(\.id)))
    var met: Set<FigureID> = []
    for figure in new {
      guard let id = figure.id else { continue }
      var was = byID[id]
      if was == nil, newest[Subject(id)] == id, let last = before[Subject(id)],
        PublishedEdition.end(of: last.period) < PublishedEdition.end(of: id.period)
      {
        was = byID[last]
      }
      guard let was else {
        appeared += 1
        continue
      }
      met.insert(was.id)
      if case .absent(.suppressed) = figure.value { continue }
      pairs.append(Pair(was: was, now: figure, id: id))
    }
    gone = old.count { !met.contains($0.id) }
  }

  private static func newest(_ ids: [FigureID]) -> [Subject: FigureID] {
    var newest: [Subject: FigureID] = [:]
    for id in ids {
      if let other = newest[Subject(id)],
        PublishedEdition.end(of: other.period) >= PublishedEdition.end(of: id.period)
      {
        continue
      }
      newest[Subject(id)] = id
    }
    return newest
  }
}
