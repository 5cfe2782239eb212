import ShihyoModel

/// Lists held against each other: by key, by title, by number, and brackets by their bounds.
struct ListChecker {
  let desk: DataDesk

  /// Every key of one list is in the other; titles agree after folding, and how they differ is said.
  func equal(_ left: ListReference, _ right: ListReference) async throws -> ClauseResult {
    let first = try await desk.rows(left)
    let second = try await desk.rows(right)
    for (list, repeated) in [(left, first.repeated), (right, second.repeated)] where !repeated.isEmpty {
      throw RelationRule.keysNotUnique(list.text, keys: repeated)
    }
    var result = ClauseResult(verdict: .proved)
    result.inputs = [first.input, second.input]
    result.working = "\(first.rows.count) = \(second.rows.count)"
    let others = Dictionary(
      second.rows.map { (TextFolding.fold($0[0]), $0) }, uniquingKeysWith: { first, _ in first })
    let keys = Set(first.rows.map { TextFolding.fold($0[0]) })
    let missing = first.rows.filter { others[TextFolding.fold($0[0])] == nil }.map { $0[0] }
    let extra = second.rows.filter { !keys.contains(TextFolding.fold($0[0])) }.map { $0[0] }
    var different: [Bilingual] = []
    for row in first.rows {
      guard let other = others[TextFolding.fold(row[0])] else { continue }
      for (title, otherTitle) in zip(row, other).dropFirst() {
        switch Self.likeness(title, otherTitle) {
        case .same: break
        case .spelling: result.findings.append(.spellingDiffers(title, otherTitle))
        case .different:
          different.append(
            Bilingual(
              ja: "\(row[0])：「\(title)」≠「\(otherTitle)」", en: "\(row[0]): “\(title)” is not “\(otherTitle)”"))
        }
      }
    }
    if !missing.isEmpty || !extra.isEmpty || !different.isEmpty {
      result.verdict = .wrong
      result.why = Self.explain(missing: missing, extra: extra, different: different)
    }
    return result
  }

  private static func explain(missing: [String], extra: [String], different: [Bilingual]) -> Bilingual {
    var ja: [String] = []
    var en: [String] = []
    if !missing.isEmpty {
      ja.append("右にない: " + missing.joined(separator: "、"))
      en.append("not on the right: " + missing.joined(separator: ", "))
    }
    if !extra.isEmpty {
      ja.append("左にない: " + extra.joined(separator: "、"))
      en.append("not on the left: " + extra.joined(separator: ", "))
    }
    if !different.isEmpty {
      ja.append("名称が違う: " + different.map(\.ja).joined(separator: "、"))
      en.append("titles differ: " + different.map(\.en).joined(separator: ", "))
    }
    return Bilingual(ja: ja.joined(separator: "。"), en: en.joined(separator: "; "))
  }

  /// Rows that should say one thing: all titles are one after punctuation is dropped.
  func spelling(_ list: ListReference) async throws -> ClauseResult {
    let found = try await desk.rows(list)
    var result = ClauseResult(verdict: .proved)
    result.inputs = [found.input]
    let column = list.columns.count - 1
    var counts: [String: Int] = [:]
    for row in found.rows { counts[row[column], default: 0] += 1 }
    let usual = counts.max { ($0.value, Label($1.key)) < ($1.value, Label($0.key)) }?.key
    for row in found.rows {
      guard let usual, row[column] != usual else { continue }
      switch Self.likeness(row[column], usual) {
      case .same, .spelling: result.findings.append(.spellingDiffers(row[column], usual))
      case .different:
        result.verdict = .wrong
        result.why = Bilingual(
          ja: "「\(row[column])」は「\(usual)」と別の名称です", en: "“\(row[column])” is not “\(usual)”")
      }
    }
    result.computed = "\(found.rows.count)"
    return result
  }

  /// The last column counts 1…n within the columns before it.
  func sequence(_ list: ListReference) async throws -> ClauseResult {
    let found = try await desk.rows(list)
    var result = ClauseResult(verdict: .proved)
    result.inputs = [found.input]
    var groups: [(name: String, numbers: [Int])] = []
    for (row, count) in zip(found.rows, found.counts) {
      let name = row.dropLast().joined(separator: " ")
      guard let last = row.last, let number = Int(TextFolding.fold(last)) else {
        throw RelationRule.notANumber(row.joined(separator: " "))
      }
      if let index = groups.firstIndex(where: { $0.name == name }) {
        groups[index].numbers += Array(repeating: number, count: count)
      } else {
        groups.append((name, Array(repeating: number, count: count)))
      }
    }
    let broken = groups.filter { $0.numbers.sorted() != Array(1...max(1, $0.numbers.count)) }
    if !broken.isEmpty {
      result.verdict = .wrong
      let names = broken.map { group in
        group.name + "(" + group.numbers.sorted().map(String.init).joined(separator: " ") + ")"
      }
      result.why = Bilingual(
        ja: "番号が1から続いていません：" + names.joined(separator: "、"),
        en: "numbers do not run on from 1: " + names.joined(separator: ", "))
    }
    result.computed = "\(found.rows.count)"
    return result
  }

  /// An overlap is wrong; a gap may be meant, and the likely meaning is named.
  func brackets(_ labels: [String], _ list: ListReference?) async throws -> ClauseResult {
    var result = ClauseResult(verdict: .proved)
    var labels = labels
    if let list {
      let found = try await desk.rows(list)
      labels = found.rows.map { $0[0] }
      result.inputs = [found.input]
    }
    let scheme: BracketScheme
    do throws(AgeRule) { scheme = try BracketScheme(parsing: labels.joined(separator: ",")) } catch {
      throw RelationRule.badCondition(labels.joined(separator: ","), error.message)
    }
    let findings = scheme.findings().filter { if case .lowerBound = $0 { false } else { true } }
    for finding in findings {
      let words = Bilingual(
        ja: finding.message.ja + finding.hint.ja, en: finding.message.en + " " + finding.hint.en)
      result.findings.append(.bracketGap(words))
      if case .overlap = finding {
        result.verdict = .wrong
      } else if result.verdict == .proved {
        result.verdict = .undecidable
      }
      result.why = result.why ?? words
    }
    // Neither language's comma: the labels are those of a document, and machines read them, too.
    result.computed = labels.joined(separator: " / ")
    return result
  }

  enum Likeness { case same, spelling, different }

  static func likeness(_ left: String, _ right: String) -> Likeness {
    if Label(left) == Label(right) { return .same }
    return bare(left) == bare(right) ? .spelling : .different
  }

  /// Without width, spaces and punctuation.
  private static func bare(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        TextFolding.fold(text).unicodeScalars.filter { !" 、。,.・「」『』()[]〈〉<>【】\"'".unicodeScalars.contains($0) }))
  }
}
