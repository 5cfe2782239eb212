import ShihyoModel

/// 5人減, 10％増, 0.5ポイント低下: words that give a number its sign.
enum PrintedChange {
  private static let more = ["増", "上昇", "上が", "伸び"]
  private static let less = ["減", "低下", "下降", "下が", "縮小"]
  /// Words that only begin like one.
  private static let others = ["増減", "減免", "減税", "減災", "増刊"]
  private static let particles = ["", "の", "が", "も", "純"]

  /// The words, each behind a particle or alone, that end a unit.
  static let words: [(word: String, change: PrintedNumber.Change)] = particles.flatMap { particle in
    more.map { (particle + $0, .more) } + less.map { (particle + $0, .less) }
  }

  static func isOther(_ sees: (String) -> Bool) -> Bool {
    particles.contains { particle in others.contains { sees(particle + $0) } }
  }
}

extension PrintedNumber {
  /// What a text says of its sign.
  public enum Change: Hashable, Sendable {
    /// 増
    case more
    /// 減: the digits are the size of a decrease.
    case less
    /// ＋5, −5, △5
    case signed
  }

  /// The number as a change: 5人減 is −5, at least so many is at most −5.
  var directed: PrintedNumber {
    guard change == .less, !value.isNegative else { return self }
    var number = self
    number.value = -value
    number.leaning = leaning.map { $0 == .more ? .less : .more }
    switch bound {
    case .atLeast: number.bound = .atMost
    case .above: number.bound = .below
    case .atMost: number.bound = .atLeast
    case .below: number.bound = .above
    case .upTo(let other): number.bound = .upTo(-other)
    case nil: break
    }
    return number
  }

  /// As a change where it is held against one; a level keeps its size.
  func directed(beside found: Quantity) -> PrintedNumber { found.isSigned ? directed : self }

  /// From its nearer end, where it is a range.
  func distance(to computed: Rational) -> Rational {
    guard case .upTo(let other) = bound else { return computed - value }
    let (from, to) = (computed - value, computed - other)
    return from.magnitude < to.magnitude ? from : to
  }
}

extension Quantity {
  /// Whether its sign says something: a change, or a number below 0.
  var isSigned: Bool { isChange || number?.isNegative == true }

  /// 5人減 beside a change is −5.
  func directed(beside other: Quantity) -> Quantity {
    isDecrease && other.isSigned ? asDecrease : self
  }

  var asDecrease: Quantity {
    guard isDecrease, case .number(let value) = content, !value.isNegative else { return self }
    var quantity = self
    quantity.content = .number(-value)
    quantity.interval = -interval
    quantity.working = "−" + working
    return quantity
  }
}
