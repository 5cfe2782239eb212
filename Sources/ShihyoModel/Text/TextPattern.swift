/// A regular expression of a descriptor (`constraints.pattern`), matched against whole values in linear time.
///
/// - Why not the standard library's: that one searches by trying again, so that a pattern such as `(a+)+` can take for ever
///   on one cell. Here every character of a cell is looked at once for each state: no definition can stop a check.
/// - Grammar: literals, `.`, `[…]`, `\d \w \s \p{…}` and their opposites, `( )`, `(?: )`, `|`, `? * + {m,n}` (also lazy, which
///   changes nothing for a whole match), `^` and `$`. Back references and look-around do not exist in linear time and are refused.
/// - Units: Unicode scalars, as XML Schema counts.
/// - Cost: O(characters × states); at most `maximumStates`.
public struct TextPattern: Hashable, Sendable {
  public static let maximumLength = 500
  static let maximumStates = 5_000

  enum Step: Hashable, Sendable {
    case one(ScalarSet)
    case split(Int, Int)
    case jump(Int)
    case start
    case end
    case accept
  }

  public let text: String
  private let steps: [Step]

  /// nil where the pattern is too long, cannot be read, or needs more than linear time.
  public init?(_ text: String) {
    guard text.unicodeScalars.count <= Self.maximumLength else { return nil }
    var parser = TextPatternParser(text)
    guard let tree = parser.parse() else { return nil }
    var compiler = TextPatternCompiler()
    compiler.emit(tree)
    compiler.steps.append(.accept)
    guard compiler.steps.count <= Self.maximumStates else { return nil }
    self.text = text
    steps = compiler.steps
  }

  /// Whether all of `text` matches, not only a part of it.
  public func matches(_ text: String) -> Bool {
    let scalars = Array(text.unicodeScalars)
    var current = StateSet(count: steps.count)
    var next = StateSet(count: steps.count)
    add(0, to: &current, at: 0, of: scalars.count)
    for (place, scalar) in scalars.enumerated() {
      if current.list.isEmpty { return false }
      next.removeAll()
      for state in current.list {
        if case .one(let set) = steps[state], set.contains(scalar) {
          add(state + 1, to: &next, at: place + 1, of: scalars.count)
        }
      }
      swap(&current, &next)
    }
    return current.list.contains { steps[$0] == .accept }
  }

  /// Follows all steps that take no character; each state is entered once per place.
  private func add(_ first: Int, to set: inout StateSet, at place: Int, of count: Int) {
    var pending = [first]
    while let state = pending.popLast() {
      guard set.insert(state) else { continue }
      switch steps[state] {
      case .split(let left, let right): pending += [right, left]
      case .jump(let target): pending.append(target)
      case .start: if place == 0 { pending.append(state + 1) }
      case .end: if place == count { pending.append(state + 1) }
      case .one, .accept: break
      }
    }
  }

  private struct StateSet {
    private(set) var list: [Int] = []
    private var isIn: [Bool]
    init(count: Int) { isIn = Array(repeating: false, count: count) }

    mutating func insert(_ state: Int) -> Bool {
      if isIn[state] { return false }
      isIn[state] = true
      list.append(state)
      return true
    }

    mutating func removeAll() {
      for state in list { isIn[state] = false }
      list.removeAll(keepingCapacity: true)
    }
  }
}

/// From the tree of a pattern to its steps; stops adding where there are too many.
struct TextPatternCompiler {
  var steps: [TextPattern.Step] = []

  mutating func emit(_ tree: TextPatternTree) {
    guard steps.count <= TextPattern.maximumStates else { return }
    switch tree {
    case .one(let set): steps.append(.one(set))
    case .start: steps.append(.start)
    case .end: steps.append(.end)
    case .sequence(let parts): for part in parts { emit(part) }
    case .choice(let branches): emitChoice(branches[...])
    case .repeated(let part, let least, let most):
      for _ in 0..<least { emit(part) }
      if let most {
        for _ in least..<max(least, most) { emitOptional(part) }
      } else {
        let split = steps.count
        steps.append(.split(0, 0))
        emit(part)
        steps.append(.jump(split))
        steps[split] = .split(split + 1, steps.count)
      }
    }
  }

  private mutating func emitOptional(_ part: TextPatternTree) {
    let split = steps.count
    steps.append(.split(0, 0))
    emit(part)
    steps[split] = .split(split + 1, steps.count)
  }

  private mutating func emitChoice(_ branches: ArraySlice<TextPatternTree>) {
    guard let first = branches.first else { return }
    guard branches.count > 1 else { return emit(first) }
    let split = steps.count
    steps.append(.split(0, 0))
    emit(first)
    let jump = steps.count
    steps.append(.jump(0))
    steps[split] = .split(split + 1, steps.count)
    emitChoice(branches.dropFirst())
    steps[jump] = .jump(steps.count)
  }
}
