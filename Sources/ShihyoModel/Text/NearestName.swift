/// The name that a person probably meant by one that does not exist.
public enum NearestName {
  /// The nearest of `names` after folding, small and capital letters alike; the first one of equally near ones.
  ///
  /// Near is: at most a third of the longer name must change (at least one character, but not the first of two:
  /// 丙区 is not 甲区), a swap of neighbours counting once; failing that, the only name that contains `name` or is contained in it; of
  /// one character (甲) the only name of at most four that begins with it.
  /// - Cost: O(total length of the names × length of `name`).
  public static func find(_ name: String, in names: [String]) -> String? {
    let wanted = key(name)
    guard !wanted.isEmpty else { return nil }
    var best: (name: String, distance: Int)?
    var containing: [String] = []
    for candidate in names {
      let other = key(candidate)
      guard !other.isEmpty else { continue }
      let shorter = min(wanted.count, other.count)
      let limit = max(1, max(wanted.count, other.count) / 3)
      let distance = editDistance(wanted, other)
      if distance <= limit, distance == 0 || (distance < shorter && isNear(wanted, other)),
        distance < best?.distance ?? Int.max
      {
        best = (candidate, distance)
      }
      let isBeginning = wanted.count == 1 && other.count <= 4 && other.first == wanted.first
      if isBeginning || shorter >= 2 && (contains(wanted, other) || contains(other, wanted)) {
        containing.append(candidate)
      }
    }
    if let best { return best.name }
    return containing.count == 1 ? containing[0] : nil
  }

  /// Names of two characters are near only if both begin alike: of 丙区 and 甲区 the one that differs is the name.
  private static func isNear(_ one: [Unicode.Scalar], _ other: [Unicode.Scalar]) -> Bool {
    max(one.count, other.count) > 2 || one.first == other.first || one == other.reversed()
  }

  private static func key(_ name: String) -> [Unicode.Scalar] {
    TextFolding.fold(name).unicodeScalars.map { scalar in
      ("A"..."Z").contains(scalar) ? Unicode.Scalar(UInt8(scalar.value) + 32) : scalar
    }
  }

  private static func contains(_ text: [Unicode.Scalar], _ part: [Unicode.Scalar]) -> Bool {
    guard part.count <= text.count else { return false }
    return (0...text.count - part.count).contains { text[$0..<$0 + part.count].elementsEqual(part) }
  }

  /// Insertions, deletions, replacements and swaps of neighbours that turn one into the other.
  static func editDistance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
    var beforeLast = [Int](repeating: 0, count: right.count + 1)
    var last = Array(0...right.count)
    for i in left.indices {
      var row = [i + 1] + [Int](repeating: 0, count: right.count)
      for j in right.indices {
        row[j + 1] = min(last[j] + (left[i] == right[j] ? 0 : 1), last[j + 1] + 1, row[j] + 1)
        if i > 0, j > 0, left[i] == right[j - 1], left[i - 1] == right[j] {
          row[j + 1] = min(row[j + 1], beforeLast[j - 1] + 1)
        }
      }
      (beforeLast, last) = (last, row)
    }
    return last[right.count]
  }
}
