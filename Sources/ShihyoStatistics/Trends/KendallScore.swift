import ShihyoModel

/// Pairs of values in order of time: what Mann–Kendall tests, seasonal or not, add up.
struct KendallScore {
  let s: Int
  /// [n(n − 1)(2n + 5) − Σ t(t − 1)(2t + 5)] / 18 over groups of t equal values.
  let variance: Rational
  let tiedPairs: Int
  var isTied: Bool { tiedPairs > 0 }

  init(_ values: [Rational]) {
    // Places in order, equal for equal values: cheaper to compare pair by pair than fractions.
    var groups: [Rational: Int] = [:]
    for value in values { groups[value, default: 0] += 1 }
    let places = Dictionary(
      groups.keys.sorted().enumerated().map { ($0.element, $0.offset) }, uniquingKeysWith: { first, _ in first })
    let ranks = values.compactMap { places[$0] }
    var s = 0
    for (index, rank) in ranks.enumerated() {
      for later in ranks[(index + 1)...] { s += (later - rank).signum() }
    }
    func part(_ t: Int) -> Int { t * (t - 1) * (2 * t + 5) }
    self.s = s
    tiedPairs = groups.values.reduce(0) { $0 + $1 * ($1 - 1) / 2 }
    variance = Rational(part(values.count) - groups.values.reduce(0) { $0 + part($1) }, over: 18) ?? .zero
  }

  /// With the continuity correction; 0 where s is 0.
  static func z(s: Int, variance: Rational) -> Double {
    s == 0 ? 0 : Double(s - s.signum()) / variance.squareRoot
  }

  /// The share of all n! orders that are at least as far from 0; nil beyond 10 values.
  static func exactP(s: Int, n: Int) -> Rational? {
    guard n <= 10 else { return nil }
    // orders[k]: orders of the values so far with k falling pairs.
    var orders = [1]
    for size in 1...max(1, n) {
      var next = Array(repeating: 0, count: orders.count + size - 1)
      for (falling, count) in orders.enumerated() {
        for added in 0..<size { next[falling + added] += count }
      }
      orders = next
    }
    let pairs = n * (n - 1) / 2
    let extreme = orders.enumerated().reduce(0) { sum, entry in
      abs(pairs - 2 * entry.offset) >= abs(s) ? sum + entry.element : sum
    }
    return Rational(extreme, over: orders.reduce(0, +))
  }
}
