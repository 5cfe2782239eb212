/// What a pattern says, as a tree.
indirect enum TextPatternTree: Hashable, Sendable {
  case one(ScalarSet)
  case start
  case end
  case sequence([TextPatternTree])
  case choice([TextPatternTree])
  case repeated(TextPatternTree, least: Int, most: Int?)
}

/// Reads a pattern; nil for anything that is not in the grammar of `TextPattern`.
struct TextPatternParser {
  private let scalars: [Unicode.Scalar]
  private var position = 0
  private var depth = 0
  private static let mostRepeats = 1_000
  private static let deepest = 50

  init(_ text: String) { scalars = Array(text.unicodeScalars) }

  mutating func parse() -> TextPatternTree? {
    guard let tree = choice(), position == scalars.count else { return nil }
    return tree
  }

  private var next: Unicode.Scalar? { position < scalars.count ? scalars[position] : nil }

  private mutating func take(_ wanted: Unicode.Scalar) -> Bool {
    guard next == wanted else { return false }
    position += 1
    return true
  }

  private mutating func choice() -> TextPatternTree? {
    var branches: [TextPatternTree] = []
    repeat {
      guard let branch = sequence() else { return nil }
      branches.append(branch)
    } while take("|")
    return branches.count == 1 ? branches[0] : .choice(branches)
  }

  private mutating func sequence() -> TextPatternTree? {
    var parts: [TextPatternTree] = []
    while let scalar = next, scalar != "|", scalar != ")" {
      guard let atom = atom(), let part = repetition(of: atom) else { return nil }
      parts.append(part)
    }
    return .sequence(parts)
  }

  private mutating func repetition(of atom: TextPatternTree) -> TextPatternTree? {
    let bounds: (least: Int, most: Int?)
    switch next {
    case "?": bounds = (0, 1)
    case "*": bounds = (0, nil)
    case "+": bounds = (1, nil)
    case "{":
      guard let counted = countedBounds() else { return nil }
      bounds = counted
      position -= 1  // back on the closing bracket, as on the signs above
    default: return atom
    }
    position += 1
    _ = take("?")
    guard next != "+", next != "*", next != "?", next != "{" else { return nil }
    return .repeated(atom, least: bounds.least, most: bounds.most)
  }

  private mutating func countedBounds() -> (least: Int, most: Int?)? {
    position += 1
    guard let least = number() else { return nil }
    var most: Int? = least
    if take(",") { most = next == "}" ? nil : number() }
    let isOpen = most == nil
    guard take("}"), scalars[position - 2] == "," || !isOpen, least <= most ?? Self.mostRepeats,
      most ?? 0 <= Self.mostRepeats
    else { return nil }
    return (least, most)
  }

  private mutating func number() -> Int? {
    var value = 0
    var count = 0
    while let scalar = next, ("0"..."9").contains(scalar), count < 5 {
      value = value * 10 + Int(scalar.value) - 0x30
      position += 1
      count += 1
    }
    return count > 0 ? value : nil
  }

  private mutating func atom() -> TextPatternTree? {
    guard let scalar = next else { return nil }
    position += 1
    switch scalar {
    case "(": return group()
    case "[": return bracket().map { .one($0) }
    case ".": return .one(.anyButLineEnd)
    case "^": return .start
    case "$": return .end
    case "\\": return escape().map { .one($0) }
    case "*", "+", "?", "{", "}", "]": return nil
    default: return .one(ScalarSet(scalar))
    }
  }

  private mutating func group() -> TextPatternTree? {
    if take("?") { guard take(":") else { return nil } }
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.deepest, let tree = choice(), take(")") else { return nil }
    return tree
  }

  private mutating func bracket() -> ScalarSet? {
    var set = ScalarSet()
    set.isNegated = take("^")
    var isFirst = true
    while let scalar = next {
      position += 1
      if scalar == "]", !isFirst { return set }
      isFirst = false
      // `[a-z-[aeiou]]` of XML Schema has no twin elsewhere.
      guard scalar != "[" else { return nil }
      var lower = scalar
      if scalar == "\\" {
        guard let escaped = escape() else { return nil }
        guard let single = escaped.single else {
          set.members += escaped.members
          continue
        }
        lower = single
      }
      guard next == "-", position + 1 < scalars.count, scalars[position + 1] != "]" else {
        set.ranges.append(lower.value...lower.value)
        continue
      }
      position += 1
      guard var upper = next else { return nil }
      position += 1
      if upper == "\\" {
        guard let single = escape()?.single else { return nil }
        upper = single
      }
      guard lower <= upper else { return nil }
      set.ranges.append(lower.value...upper.value)
    }
    return nil
  }

  private mutating func escape() -> ScalarSet? {
    guard let scalar = next else { return nil }
    position += 1
    switch scalar {
    case "d": return ScalarSet(.digit)
    case "D": return ScalarSet(.digit, isNegated: true)
    case "w": return ScalarSet(.word)
    case "W": return ScalarSet(.word, isNegated: true)
    case "s": return ScalarSet(.space)
    case "S": return ScalarSet(.space, isNegated: true)
    case "p", "P": return property(isNegated: scalar == "P")
    case "n": return ScalarSet("\n")
    case "r": return ScalarSet("\r")
    case "t": return ScalarSet("\t")
    case "a"..."z", "A"..."Z", "0"..."9": return nil
    default: return ScalarSet(scalar)
    }
  }

  private mutating func property(isNegated: Bool) -> ScalarSet? {
    guard take("{") else { return nil }
    var name = ""
    while let scalar = next, scalar != "}" {
      name.unicodeScalars.append(scalar)
      position += 1
    }
    guard take("}"), let test = ScalarSet.Class(property: name) else { return nil }
    return ScalarSet(test, isNegated: isNegated)
  }
}

extension ScalarSet {
  /// The one scalar that the set is; nil for anything wider.
  fileprivate var single: Unicode.Scalar? {
    guard members.isEmpty, !isNegated, ranges.count == 1, ranges[0].count == 1 else { return nil }
    return Unicode.Scalar(ranges[0].lowerBound)
  }
}
