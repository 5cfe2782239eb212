import ShihyoModel

/// The change inside a text: runs of words or of characters as people see them (grapheme clusters) that stayed, went or came.
///
/// - Identity: exact bytes, so that ＡとA, or が in one and in two scalars, are a change.
/// - Minimal: as few words or clusters as possible go and come; then runs of one or two that stayed between longer changes are taken
///   into them, since 「総量」 is read better as one change than letter by letter.
/// - Cost: O(length × changes); texts whose changes are too many for that are first compared sentence by sentence.
public struct TextDifference: Hashable, Sendable {
  public enum Kind: String, Hashable, Sendable { case same, removed, added }
  public struct Run: Hashable, Sendable {
    public var kind: Kind
    public var text: String
  }

  /// What stays, goes or comes as a whole.
  public enum Unit: Hashable, Sendable {
    case cluster
    /// A stretch of one script (公共施設, だけでなく, サービス, DX, 2024), or one other character: a reader sees changed words, not
    /// the letters that two words share.
    case word
  }

  /// In order; of one change the removed run stands first. Both texts can be put together from them again.
  public let runs: [Run]

  public init(old: String, new: String, by unit: Unit = .cluster) {
    let (old, new) = (WordRuns.tokens(of: old, by: unit), WordRuns.tokens(of: new, by: unit))
    runs = Self.joined(Self.readable(Self.compare(old[...], new[...], sentencesFirst: true)))
  }

  /// Clusters that stay together.
  typealias Token = [Label]
  private typealias Piece = (kind: Kind, tokens: [Token])
  /// Beyond this many pairs of tokens, sentences are compared first.
  private static let mostPairs = 1_000_000

  private static func compare(
    _ old: ArraySlice<Token>, _ new: ArraySlice<Token>, sentencesFirst: Bool
  ) -> [Piece] {
    let prefix = zip(old, new).prefix { $0 == $1 }.count
    let (oldRest, newRest) = (old.dropFirst(prefix), new.dropFirst(prefix))
    let suffix = zip(oldRest.reversed(), newRest.reversed()).prefix { $0 == $1 }.count
    let (oldMiddle, newMiddle) = (oldRest.dropLast(suffix), newRest.dropLast(suffix))
    var pieces: [Piece] = [(.same, Array(old.prefix(prefix)))]
    if oldMiddle.isEmpty || newMiddle.isEmpty || oldMiddle.count * newMiddle.count <= mostPairs {
      pieces += shortest(Array(oldMiddle), Array(newMiddle)) { [$0] }
    } else if sentencesFirst {
      let parts = shortest(sentences(oldMiddle), sentences(newMiddle)) { $0 }
      for block in blocks(parts) {
        pieces += block.isChange ? compare(block.old[...], block.new[...], sentencesFirst: false) : [(.same, block.old)]
      }
    } else {
      pieces += [(.removed, Array(oldMiddle)), (.added, Array(newMiddle))]
    }
    pieces.append((.same, Array(old.suffix(suffix))))
    return pieces
  }

  /// The fewest tokens that go and come (the standard library's difference is Myers').
  private static func shortest<Item: Hashable>(
    _ old: [Item], _ new: [Item], tokens: (Item) -> [Token]
  ) -> [Piece] {
    var removed = Set<Int>()
    var added = Set<Int>()
    for change in new.difference(from: old) {
      switch change {
      case .remove(let offset, _, _): removed.insert(offset)
      case .insert(let offset, _, _): added.insert(offset)
      }
    }
    var pieces: [Piece] = []
    var (left, right) = (0, 0)
    while left < old.count || right < new.count {
      if left < old.count, removed.contains(left) {
        pieces.append((.removed, tokens(old[left])))
        left += 1
      } else if right < new.count, added.contains(right) {
        pieces.append((.added, tokens(new[right])))
        right += 1
      } else {
        pieces.append((.same, tokens(old[left])))
        left += 1
        right += 1
      }
    }
    return pieces
  }

  private static func sentences(_ tokens: ArraySlice<Token>) -> [[Token]] {
    var sentences: [[Token]] = [[]]
    for token in tokens {
      sentences[sentences.count - 1].append(token)
      if let end = token.last, ["。", "\n", "\r\n", "・", "."].contains(end.text) { sentences.append([]) }
    }
    return sentences
  }

  private struct Block {
    var isChange: Bool
    var old: [Token] = []
    var new: [Token] = []
    /// In clusters, of the longer side.
    var size: Int { max(old.reduce(0) { $0 + $1.count }, new.reduce(0) { $0 + $1.count }) }
  }

  /// Stretches that stayed and stretches that changed, in turn.
  private static func blocks(_ pieces: [Piece]) -> [Block] {
    var blocks: [Block] = []
    for piece in pieces where !piece.tokens.isEmpty {
      let isChange = piece.kind != .same
      if blocks.last?.isChange != isChange { blocks.append(Block(isChange: isChange)) }
      let last = blocks.count - 1
      if piece.kind != .added { blocks[last].old += piece.tokens }
      if piece.kind != .removed { blocks[last].new += piece.tokens }
    }
    return blocks
  }

  /// Takes up to two clusters that stayed between two larger changes into one change.
  private static func readable(_ pieces: [Piece]) -> [Block] {
    var result: [Block] = []
    let all = blocks(pieces)
    for (index, block) in all.enumerated() {
      if !block.isChange, block.size <= 2, let before = result.last, before.isChange, index + 1 < all.count,
        min(before.size, all[index + 1].size) > block.size
      {
        result[result.count - 1].old += block.old
        result[result.count - 1].new += block.new
      } else if block.isChange, result.last?.isChange == true {
        result[result.count - 1].old += block.old
        result[result.count - 1].new += block.new
      } else {
        result.append(block)
      }
    }
    return result
  }

  private static func joined(_ blocks: [Block]) -> [Run] {
    func text(_ tokens: [Token]) -> String { tokens.joined().map(\.text).joined() }
    return blocks.flatMap { block -> [Run] in
      if !block.isChange { return [Run(kind: .same, text: text(block.old))] }
      return [Run(kind: .removed, text: text(block.old)), Run(kind: .added, text: text(block.new))]
        .filter { !$0.text.isEmpty }
    }
  }

  /// One side with its changes in marks: `総量の抑制[-に加え、-]`, `総量の抑制{+だけでなく、+}`.
  ///
  /// - Parameter elided: a stretch that stayed and is longer is shortened to its ends, with … between.
  public func marked(_ side: Kind, elidedBeyond limit: Int? = nil) -> String {
    let own = runs.enumerated().filter { $0.element.kind == .same || $0.element.kind == side }
    return own.map { index, run in
      switch run.kind {
      case .removed: "[-" + run.text + "-]"
      case .added: "{+" + run.text + "+}"
      case .same:
        limit.map { Self.elided(run.text, limit: $0, isFirst: index == 0, isLast: index == runs.count - 1) } ?? run.text
      }
    }.joined()
  }

  private static func elided(_ text: String, limit: Int, isFirst: Bool, isLast: Bool) -> String {
    guard text.count > limit else { return text }
    let end = limit / 3
    let lead = isFirst ? "" : String(text.prefix(end))
    return lead + "…" + (isLast ? "" : String(text.suffix(end)))
  }
}
