import CUtf8proc

/// How many columns of a terminal or of a fixed-width font a text takes.
///
/// - Units: columns. Full-width characters and emoji take 2, combining marks 0, everything else 1.
/// - Ambiguous characters (△ … ※ ① and others of East Asian Width A) take `ambiguous` columns: 1 in most terminals,
///   2 in the fonts of a Japanese office.
/// - Control characters have no width; they are made visible before anything is measured (`VisibleText`).
/// - Cost: O(length); one comparison per byte for plain ASCII.
/// - Source: Unicode Standard Annex 11, with the data of the system's utf8proc.
public struct DisplayWidth: Hashable, Sendable {
  public enum Ambiguous: Int, Hashable, Sendable, CaseIterable { case narrow = 1, wide = 2 }

  public var ambiguous: Ambiguous
  public init(ambiguous: Ambiguous = .narrow) { self.ambiguous = ambiguous }

  /// Columns that `text` takes on one line.
  public func columns(_ text: String) -> Int {
    if text.utf8.allSatisfy({ (0x20..<0x7F).contains($0) }) { return text.utf8.count }
    return text.reduce(0) { $0 + columns($1) }
  }

  /// A cluster is one unit on the screen only if it is an emoji or a Hangul syllable. Otherwise its parts add up:
  /// half-width ｶﾞ is one cluster of two columns.
  private func columns(_ cluster: Character) -> Int {
    let scalars = cluster.unicodeScalars
    guard let first = scalars.first, scalars.count > 1 else { return scalars.first.map(columns) ?? 0 }
    let joinsToEmoji = scalars.dropFirst().contains {
      $0.value == 0xFE0F || $0.value == 0x200D || (0x1F3FB...0x1F3FF).contains($0.value)
    }
    let isFlag = (0x1F1E6...0x1F1FF).contains(first.value)
    if isFlag || (joinsToEmoji && first.properties.isEmoji) { return 2 }
    if (0x1100...0x115F).contains(first.value) { return 2 }
    return scalars.reduce(0) { $0 + columns($1) }
  }

  private func columns(_ scalar: Unicode.Scalar) -> Int {
    if ambiguous == .wide, AmbiguousWidth.contains(scalar) { return 2 }
    // Planes 2 and 3 are ideographs, also those that the system's tables do not know yet.
    if (0x20000...0x3FFFD).contains(scalar.value) { return 2 }
    return Int(utf8proc_charwidth(utf8proc_int32_t(scalar.value)))
  }
}
