import ShihyoModel

/// Whether two doubles agree to `relative`; a published value of 0 is met exactly.
func isClose(_ actual: Double, _ expected: Double, relative: Double) -> Bool {
  (actual - expected).magnitude <= expected.magnitude * relative
}

/// Whether two doubles agree to `absolute`, for values published with so many decimals.
func isNear(_ actual: Double, _ expected: Double, absolute: Double) -> Bool {
  (actual - expected).magnitude <= absolute
}

/// Numbers written with spaces, commas or line ends between them.
func decimals(_ text: String) -> [ExactDecimal] {
  text.split { $0 == " " || $0 == "\n" || $0 == "," }.compactMap { ExactDecimal($0) }
}

/// A quotient typed as `a/b` or a decimal; a bad one is 0 and fails its test.
func quotient(_ text: String) -> Rational {
  let parts = text.split(separator: "/").compactMap { ExactDecimal($0) }
  guard parts.count == 2 else { return parts.first.map { Rational($0) } ?? .zero }
  return Rational(parts[0], over: parts[1]) ?? .zero
}

/// Seeded numbers for property tests: the same in every run.
struct SeededNumbers {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed }

  /// A number from 0 and below `bound`.
  mutating func next(_ bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(bound))
  }
}
