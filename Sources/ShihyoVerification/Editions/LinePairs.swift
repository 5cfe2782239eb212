import ShihyoModel

/// The lines of two editions, each beside the one that it has become: the same words, else the same figures, else the same
/// place in its section. A sentence that has taken another branch is one pair.
struct LinePairs {
  private let old: [EditionPaper.Line]
  private let new: [EditionPaper.Line]
  /// Old heading → the new one at its place, where it has been reworded.
  private(set) var headings: [(old: String, new: String)] = []
  /// Place in `new` → place in `old`.
  private var pairs: [Int: Int] = [:]
  private var taken: Set<Int> = []

  init(_ old: EditionPaper, _ new: EditionPaper) {
    self.old = old.lines
    self.new = new.lines
    let goneHeadings = old.headings.filter { !new.headings.contains($0) }
    let newHeadings = new.headings.filter { !old.headings.contains($0) }
    if goneHeadings.count == newHeadings.count { headings = zip(goneHeadings, newHeadings).map { ($0, $1) } }
    let reworded = headings
    func isOneSection(_ line: EditionPaper.Line, _ other: EditionPaper.Line) -> Bool {
      (reworded.first { $0.old == line.section }?.new ?? line.section) == other.section
    }
    match { $0.text == $1.text && isOneSection($0, $1) }
    match { !$1.figures.isEmpty && $0.figures == $1.figures && isOneSection($0, $1) }
    match { $0.text == $1.text }
    match { !$1.figures.isEmpty && $0.figures == $1.figures }
    for least in stride(from: 4, through: 1, by: -1) {
      match { line, other in
        isOneSection(line, other) && Set(line.figures).intersection(other.figures).count >= least
      }
    }
    match { $0.kind == .note && isOneSection($0, $1) && Self.beginsAlike($0.text, $1.text) }
    matchPlaces()
  }

  private func isOneSection(_ line: EditionPaper.Line, _ other: EditionPaper.Line) -> Bool {
    (headings.first { $0.old == line.section }?.new ?? line.section) == other.section
  }

  private static func beginsAlike(_ one: String, _ other: String) -> Bool {
    zip(one, other).prefix { $0 == $1 }.count >= 4
  }

  private mutating func match(_ isOne: (EditionPaper.Line, EditionPaper.Line) -> Bool) {
    for (place, line) in new.enumerated() where pairs[place] == nil {
      let found = old.indices.first { !taken.contains($0) && old[$0].kind == line.kind && isOne(old[$0], line) }
      if let found { pair(place, found) }
    }
  }

  private mutating func pair(_ place: Int, _ found: Int) {
    pairs[place] = found
    taken.insert(found)
  }

  /// Where a section has as many lines of a kind as before, those at the same place belong together.
  private mutating func matchPlaces() {
    for (place, line) in new.enumerated() where pairs[place] == nil {
      let those = new.indices.filter { new[$0].kind == line.kind && new[$0].section == line.section }
      let before = old.indices.filter { old[$0].kind == line.kind && isOneSection(old[$0], line) }
      guard those.count == before.count, let index = those.firstIndex(of: place), !taken.contains(before[index]) else {
        continue
      }
      pair(place, before[index])
    }
  }

  /// What differs, in the order of the new edition; then what is gone.
  var changes: [Errata.SentenceChange] {
    var changes = headings.map { heading in
      Errata.SentenceChange(section: heading.old, movedTo: nil, wrong: heading.old, right: heading.new)
    }
    for (place, line) in new.enumerated() {
      let was = pairs[place].map { old[$0] }
      let isMoved = was.map { !isOneSection($0, line) } ?? false
      guard isMoved || was?.text != line.text else { continue }
      changes.append(
        Errata.SentenceChange(
          section: was?.section ?? line.section, movedTo: isMoved ? line.section : nil, wrong: was?.text ?? "",
          right: line.text))
    }
    for (place, line) in old.enumerated() where !taken.contains(place) {
      changes.append(Errata.SentenceChange(section: line.section, movedTo: nil, wrong: line.text, right: ""))
    }
    return changes
  }
}
