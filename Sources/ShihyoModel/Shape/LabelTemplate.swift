/// A pattern for labels that can be written without knowing regular expressions: `births-{年}.csv`, `{月} {value}`, `*計`.
///
/// - Grammar: text stands for itself after folding, `{name}` takes a part that is not empty, `*` any part; no escapes.
/// - Matching: the whole label. Where a part has a list of labels it takes only those; else as little as lets the rest match.
/// - Cost: O(parts × length²), for headers and labels.
public struct LabelTemplate: Hashable, Sendable {
  enum Part: Hashable, Sendable {
    case text(String)
    case capture(String)
    case anything
  }

  /// As written.
  public let spelling: String
  let parts: [Part]

  /// nil where a brace is not closed, a name is empty or stands twice, or nothing is written.
  public init?(_ spelling: String) {
    self.spelling = spelling
    var parts: [Part] = []
    var text = ""
    var rest = Substring(spelling)
    func flush() {
      let folded = Self.folded(text)
      if !folded.isEmpty { parts.append(.text(folded)) }
      text = ""
    }
    while let character = rest.first {
      rest = rest.dropFirst()
      switch character {
      case "*":
        flush()
        parts.append(.anything)
      case "{":
        guard let end = rest.firstIndex(of: "}") else { return nil }
        let name = String(rest[..<end])
        guard !name.isEmpty, !name.contains("{"), !parts.contains(.capture(name)) else { return nil }
        flush()
        parts.append(.capture(name))
        rest = rest[end...].dropFirst()
      case "}": return nil
      default: text.append(character)
      }
    }
    flush()
    guard !parts.isEmpty else { return nil }
    self.parts = parts
  }

  /// The names in braces, in order.
  public var names: [String] { parts.compactMap { if case .capture(let name) = $0 { name } else { nil } } }

  /// The folded text of each part, or nil where the label does not match.
  ///
  /// - Parameter allowed: folded labels that a part may be; nil for a name allows any.
  public func match(_ label: String, allowed: (String) -> [String]? = { _ in nil }) -> [String: String]? {
    let folded = Array(TextFolding.fold(label).unicodeScalars)
    return match(folded[...], parts[...], allowed)
  }

  private func match(
    _ text: ArraySlice<Unicode.Scalar>, _ parts: ArraySlice<Part>, _ allowed: (String) -> [String]?
  ) -> [String: String]? {
    guard let part = parts.first else { return text.isEmpty ? [:] : nil }
    let rest = parts.dropFirst()
    switch part {
    case .text(let literal):
      let scalars = Array(literal.unicodeScalars)
      return text.starts(with: scalars) ? match(text.dropFirst(scalars.count), rest, allowed) : nil
    case .anything:
      for count in 0...text.count {
        if let found = match(text.dropFirst(count), rest, allowed) { return found }
      }
      return nil
    case .capture(let name):
      let labels = allowed(name)?.map { Array($0.unicodeScalars) }
      for count in stride(from: 1, through: text.count, by: 1) {
        if let labels, !labels.contains(Array(text.prefix(count))) { continue }
        guard var found = match(text.dropFirst(count), rest, allowed) else { continue }
        found[name] = Self.text(text.prefix(count))
        return found
      }
      return nil
    }
  }

  private static func text(_ scalars: some Sequence<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }

  /// Folding trims, but a blank beside a brace belongs to the pattern.
  private static func folded(_ text: String) -> String {
    let fence = "|"
    return text.isEmpty ? "" : String(TextFolding.fold(fence + text + fence).dropFirst().dropLast())
  }
}
