import ShihyoModel

/// The units that the cells of an undeclared column carry themselves, each with its first place in the file.
///
/// Only the first place of each kind is kept and all are compared at the end, so the answer is the same wherever the blocks are
/// cut. A zero needs no unit and says nothing.
struct OwnUnits: Sendable {
  private struct Kind: Sendable {
    /// Without scale (1.2万円 is 円); empty for bare numbers.
    let base: String
    let place: Place
    let text: String

    func isBehind(_ other: Kind) -> Bool {
      place.file == other.place.file && (place.line ?? 0) > (other.place.line ?? 0)
    }
  }

  private var kinds: [Kind] = []

  var hasBare: Bool { kinds.contains { $0.base.isEmpty } }
  /// Where a number without a unit stood first.
  var firstBare: (text: String, place: Place)? { kinds.first { $0.base.isEmpty }.map { ($0.text, $0.place) } }
  var carriesUnit: Bool { kinds.contains { !$0.base.isEmpty } }
  var isMixed: Bool { kinds.count > 1 }
  /// What all values carry; nil where they carry none, or several.
  var unit: MeasureUnit? {
    guard kinds.count == 1, let base = kinds.first?.base, !base.isEmpty else { return nil }
    return MeasureUnit(symbol: base, base: base, exponent: 0)
  }

  mutating func note(_ base: String, text: @autoclosure () -> String, at place: @autoclosure () -> Place) {
    guard !kinds.contains(where: { $0.base == base }) else { return }
    kinds.append(Kind(base: base, place: place(), text: text()))
  }

  /// Adds what was noted apart in the same file as the last: of each kind the first place counts, and kinds stand in the order
  /// of their places.
  mutating func interleave(_ other: OwnUnits) {
    for kind in other.kinds {
      guard let known = kinds.firstIndex(where: { $0.base == kind.base }) else {
        kinds.append(kind)
        continue
      }
      if kinds[known].isBehind(kind) { kinds[known] = kind }
    }
    for place in kinds.indices {
      var place = place
      while place > 0, kinds[place - 1].isBehind(kinds[place]) {
        kinds.swapAt(place - 1, place)
        place -= 1
      }
    }
  }

  /// Adds what a later part of the input carries.
  mutating func merge(_ other: OwnUnits) {
    for kind in other.kinds { note(kind.base, text: kind.text, at: kind.place) }
  }

  /// One finding for every kind beside the first, naming both places.
  var conflicts: [Finding] {
    guard let first = kinds.first else { return [] }
    return kinds.dropFirst().map { other in
      let rule = CellRule.mixedUnits(
        first: first.base, firstFile: first.place.file == other.place.file ? nil : first.place.file,
        firstLine: first.place.line ?? 0, second: other.base)
      return Finding(rule, at: other.place, text: other.text)
    }
  }
}
