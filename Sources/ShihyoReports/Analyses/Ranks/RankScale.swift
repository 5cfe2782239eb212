import ShihyoModel

/// The ranks of an assessment, the highest first, and which of them counts as complete.
///
/// - Shape: the ranks in the data and those declared, each once after folding, so that a declared rank that nothing has
///   reached is shown as 0.
/// - Order: by number where every rank holds one (`3`, `ランク3`, `３`), the largest first; else as declared, else as they appear.
struct RankScale: Hashable {
  /// Labels as first read, the highest first.
  let ranks: [String]
  /// True where the order says which rank is higher.
  let isOrdered: Bool
  /// nil where no order and no name says which rank is complete.
  let complete: String?
  private let positions: [String: Int]

  /// - Parameter seen: labels of the data in order of appearance.
  /// - Parameter declared: labels of the descriptor, if any.
  /// - Parameter complete: the rank that people call complete; nil: the highest, if there is one.
  /// - Errors: `unknownRank`.
  init(seen: [String], declared: [String], complete: String?) throws(Findings) {
    var known: Set<String> = []
    let labels = (declared + seen).filter { known.insert(Self.spelling($0)).inserted }
    let numbers = labels.map(Self.number)
    isOrdered = !labels.isEmpty && numbers.allSatisfy { $0 != nil }
    let ranks =
      isOrdered ? zip(labels, numbers).sorted { ($0.1 ?? 0) > ($1.1 ?? 0) }.map(\.0) : labels
    self.ranks = ranks
    var positions: [String: Int] = [:]
    for (position, rank) in ranks.enumerated() { positions[Self.spelling(rank)] = position }
    self.positions = positions
    if let complete {
      // `3` names ランク3 too, since people type the number alone.
      let number = Int(TextFolding.fold(complete))
      let position = positions[Self.spelling(complete)]
      guard let rank = position.map({ ranks[$0] }) ?? ranks.first(where: { number != nil && Self.number($0) == number })
      else { throw Findings([.unknownRank(name: complete, known: ranks)]) }
      self.complete = rank
    } else {
      self.complete = isOrdered ? ranks.first : nil
    }
  }

  /// From 0 for the highest; nil for a label that is no rank.
  func position(of label: String) -> Int? { positions[Self.spelling(label)] }

  /// One spelling per rank: ランク2, ２ and 2 are printed alike, so they are one.
  private static func spelling(_ label: String) -> String {
    let folded = TextFolding.fold(label)
    guard folded.hasPrefix("ランク"), let number = Int(folded.dropFirst(3)) else { return folded }
    return String(number)
  }

  /// The whole number that a label holds; nil where it holds none or several.
  static func number(_ label: String) -> Int? {
    let runs = TextFolding.fold(label).split { !("0"..."9").contains($0) }
    return runs.count == 1 ? runs.first.flatMap { Int($0) } : nil
  }

  /// A bare number reads better with its noun.
  static func label(_ rank: String) -> Bilingual {
    guard let number = Int(TextFolding.fold(rank)) else { return Bilingual(ja: rank, en: rank) }
    return Bilingual(ja: "ランク\(number)", en: "Rank \(number)")
  }
}

extension Field {
  /// The labels that a descriptor declares for a column.
  var declaredLabels: [String] { categories?.map(\.value) ?? constraints.enumeration ?? [] }
}
