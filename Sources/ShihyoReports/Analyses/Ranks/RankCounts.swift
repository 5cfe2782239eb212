import ShihyoModel

/// How many records of one body, group or whole list stand at each rank of a scale.
struct RankCounts: Hashable {
  /// One per rank of the scale, the highest first.
  var counts: [Int]
  /// Records whose rank cell holds no value: they are in the total and in the base of every share.
  var unranked = 0

  init(scale: RankScale) { counts = Array(repeating: 0, count: scale.ranks.count) }

  var total: Int { counts.reduce(unranked, +) }

  mutating func add(_ count: Int, rank: KeyValue, scale: RankScale) {
    if let position = rank.rankLabel.flatMap(scale.position) { counts[position] += count } else { unranked += count }
  }

  mutating func merge(_ other: RankCounts) {
    for index in counts.indices { counts[index] += other.counts[index] }
    unranked += other.unranked
  }

  /// `part` of the total in per cent; undefined where nothing was counted.
  func share(of part: Int, digits: Int?) -> Figure {
    let exact = Rational(part, over: total).map { $0 * Rational(100) }
    let value: Figure.Value =
      exact.map { .exact($0) } ?? .undefined(Bilingual(ja: "合計が0", en: "the total is 0"))
    return Figure(
      kind: .share, value: value, unit: "％", numerator: ExactDecimal(part), denominator: ExactDecimal(total), n: total,
      digits: digits, textDigits: 1)
  }
}

extension KeyValue {
  /// The text of a rank; nil for a cell without a value.
  var rankLabel: String? {
    switch self {
    case .text(let label): label.text
    case .number(let number): number.description
    case .absent, .period, .age: nil
    }
  }
}
