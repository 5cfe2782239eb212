extension KeyValue: Comparable {
  /// Natural order: values first (numbers, periods by first day with the longer first, brackets, texts by bytes), then what
  /// has no place among them (不詳, 無回答, no value), totals last.
  public static func < (left: KeyValue, right: KeyValue) -> Bool {
    switch (left, right) {
    case (.number(let left), .number(let right)): left < right
    case (.period(let left), .period(let right)):
      (left.first, -left.grain.months) < (right.first, -right.grain.months)
    case (.text(let left), .text(let right)): left < right
    case (.absent(let left), .absent(let right)): left < right
    case (.age(.bracket(let left)), .age(.bracket(let right))): left < right
    case (.age(.recount(let left)), .age(.recount(let right))): left < right
    default: left.rank < right.rank
    }
  }

  /// True for 不詳, 無回答, cells without a value, recounts and totals: they stand after every group of the partition.
  public var standsApart: Bool { rank >= Self.firstRankApart }

  private static let firstRankApart = 5

  private var rank: Int {
    switch self {
    case .number: 0
    case .period: 1
    case .age(.bracket): 2
    case .text: 3
    case .age(.recount): 5
    case .age(.unknown): 6
    case .age(.noAnswer): 7
    case .absent: 8
    case .age(.total): 9
    }
  }
}
