import ShihyoModel

extension ReportText {
  package static let movementWords = ["now", "before", "change"]

  /// `words`: those that are no metric here. Findings go to the log at the character of the placeholder.
  static func parse(_ text: String, at position: JSONPosition?, words: [String], log: FindingLog) -> ReportText {
    var pieces: [Piece] = []
    var plain = ""
    var rest = Substring(text)
    var start = position
    /// The next place of `text` in the file; what follows is looked for behind it.
    func find(_ text: String) -> JSONPosition? {
      let found = log.position(of: text, from: start)
      if let found, found != start { start = JSONPosition(line: found.line, character: found.character + text.count) }
      return found
    }
    func refuseWide(_ inside: String, _ written: String) {
      log.add(ReportRule.wideBraces(TextFolding.fold(inside)), at: find(written), text: written)
    }
    func flush() {
      if !plain.isEmpty { pieces.append(.text(plain)) }
      plain = ""
    }
    while let character = rest.popFirst() {
      switch character {
      case "{" where rest.first == "{", "}" where rest.first == "}":
        plain.append(character)
        rest.removeFirst()
      case "{":
        guard let end = rest.firstIndex(of: "}") else {
          if let wide = rest.firstIndex(of: "｝") {
            refuseWide(String(rest[..<wide]), "{\(rest[...wide])")
            return ReportText(pieces: pieces, place: log.place(position))
          }
          log.add(ReportRule.openPlaceholder, at: find("{" + rest), text: text)
          return ReportText(pieces: pieces, place: log.place(position))
        }
        let inside = String(rest[..<end])
        rest = rest[rest.index(after: end)...]
        flush()
        let own = find("{\(inside)}")
        if words.contains(inside) {
          pieces.append(.word(inside))
        } else if var reference = FigureReference(inside) {
          reference.place = log.place(own)
          if let (rule, _) = ReportRule.twoValues(of: reference.dimensions) {
            log.add(rule, at: own, text: "{\(inside)}")
          }
          pieces.append(.figure(reference))
        } else {
          log.add(ReportRule.badPlaceholder(nearest: FigureReference.nearest(to: inside)), at: own, text: "{\(inside)}")
        }
      case "}":
        log.add(ReportRule.openPlaceholder, at: position, text: text)
      case "｛":
        plain.append(character)
        guard let end = rest.firstIndex(where: { $0 == "｝" || $0 == "}" }) else { continue }
        let inside = String(rest[..<end])
        // Other words in brackets of this width are the paper's own.
        guard
          rest[end] == "}" || words.contains(TextFolding.fold(inside))
            || FigureReference(TextFolding.fold(inside)) != nil
        else { continue }
        refuseWide(inside, "｛\(rest[...end])")
        rest = rest[rest.index(after: end)...]
      default: plain.append(character)
      }
    }
    flush()
    return ReportText(pieces: pieces, place: log.place(position))
  }
}

extension FigureReference {
  /// The same with its period and its comparison spelled as they are known; nil where that is no reference either.
  static func nearest(to text: String) -> String? {
    let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    let head = parts[0].split(separator: "@", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    var result = head[0]
    if head.count > 1 {
      guard let period = PeriodReference(head[1]).map({ _ in head[1] }) ?? PeriodReference.nearest(to: head[1]) else {
        return nil
      }
      result += "@" + period
    }
    if parts.count > 1 {
      let known = PeriodComparison.allCases.map(\.rawValue) + FigureAspect.allCases.map(\.rawValue)
      guard let word = NearestName.find(parts[1], in: known) else { return nil }
      result += ":" + word
    }
    return result != text && FigureReference(result) != nil ? result : nil
  }

  /// `metric[列=値,列=値]@period:comparison` (or `:aspect`), all but the metric optional; nil where it is not written so.
  init?(_ text: String) {
    var rest = Substring(text)
    let id = String(rest.prefix { $0 != "[" && $0 != "@" && $0 != ":" })
    guard MetricID.isSound(id) else { return nil }
    self.init(metric: id, dimensions: [], period: nil, comparison: nil)
    rest = rest.dropFirst(id.count)
    if rest.first == "[" {
      guard let end = rest.firstIndex(of: "]") else { return nil }
      for part in rest[rest.index(after: rest.startIndex)..<end].split(separator: ",") {
        guard let condition = try? Expressions.condition(String(part)), condition.comparison == .equal,
          condition.values.count == 1
        else { return nil }
        dimensions.append(condition)
      }
      rest = rest[rest.index(after: end)...]
    }
    if rest.first == "@" {
      rest.removeFirst()
      let word = String(rest.prefix { $0 != ":" })
      guard let period = PeriodReference(word) else { return nil }
      self.period = period
      rest = rest.dropFirst(word.count)
    }
    if rest.first == ":" {
      let word = String(rest.dropFirst())
      comparison = PeriodComparison(rawValue: word)
      aspect = FigureAspect(rawValue: word)
      guard comparison != nil || aspect != nil else { return nil }
      rest = ""
    }
    guard rest.isEmpty else { return nil }
  }
}
