/// The patterns that tell series apart, drawn line by line inside a bar: hatches of the format itself are as coarse as the
/// printer makes them. Lengths are tenths of a pixel; the patterns are those of the SVG chart.
struct EMFPattern {
  private static let step = 80
  typealias Segment = (from: (x: Int, y: Int), to: (x: Int, y: Int))

  let left: Int
  let top: Int
  let right: Int
  let bottom: Int

  /// - Returns: lines and the middles of dots; none for the first series, which is filled.
  func marks(ofSeries series: Int) -> (lines: [Segment], dots: [(x: Int, y: Int)]) {
    switch series {
    case 0: ([], [])
    case 1: (rising(), [])
    case 2: ([], dots())
    case 3: (flat([20, 60]), [])
    case 4: (upright([20, 60]), [])
    case 5: (flat([40]) + upright([40]), [])
    case 6: (falling(), [])
    default: (rising() + falling(), [])
    }
  }

  /// Multiples of the step, and these beyond them, strictly between two places.
  private func places(_ offsets: [Int], from lower: Int, to upper: Int) -> [Int] {
    guard lower < upper else { return [] }
    let first = lower / Self.step - 1
    return stride(from: first * Self.step, through: upper, by: Self.step).flatMap { base in offsets.map { base + $0 } }
      .filter { $0 > lower && $0 < upper }
  }

  private func flat(_ offsets: [Int]) -> [Segment] {
    places(offsets, from: top, to: bottom).map { ((left, $0), (right, $0)) }
  }

  private func upright(_ offsets: [Int]) -> [Segment] {
    places(offsets, from: left, to: right).map { (($0, top), ($0, bottom)) }
  }

  /// x + y is the same along the line.
  private func rising() -> [Segment] {
    places([0], from: left + top, to: right + bottom).map { sum in
      let (x1, x2) = (max(left, sum - bottom), min(right, sum - top))
      return ((x1, sum - x1), (x2, sum - x2))
    }
  }

  /// y - x is the same along the line.
  private func falling() -> [Segment] {
    places([0], from: top - right, to: bottom - left).map { difference in
      let (x1, x2) = (max(left, top - difference), min(right, bottom - difference))
      return ((x1, x1 + difference), (x2, x2 + difference))
    }
  }

  /// Only whole dots.
  private func dots() -> [(x: Int, y: Int)] {
    let radius = 15
    return [20, 60].flatMap { offset in
      places([offset], from: top + radius, to: bottom - radius).flatMap { y in
        places([offset], from: left + radius, to: right - radius).map { (x: $0, y: y) }
      }
    }
  }
}
