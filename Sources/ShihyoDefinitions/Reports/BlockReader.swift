import ShihyoModel

/// Reads the blocks of a section. Each block is one key, which says what it is: `sentence: …`, `table: {…}`.
struct BlockReader {
  /// Placeholders that are no metric.
  let words: [String]
  /// Names of the report's footnotes.
  let footnotes: [String]
  let log: FindingLog

  static let kinds = [
    "sentence", "movement", "table", "figures", "ranks", "changes", "list", "rows", "matrix", "chart",
  ]

  func block(_ item: JSONValue, section: String) -> ReportBlock? {
    guard let object = ObjectReader(item, key: "blocks", log: log) else { return nil }
    object.refuseKeys(otherThan: Self.kinds)
    guard let member = object.members.first, object.members.count == 1 else {
      log.add(ReportRule.oneKindPerBlock(Self.kinds), at: item.position)
      return nil
    }
    if member.key == "sentence" { return text(object, "sentence").map { .sentence($0) } }
    if member.key == "changes", case .string = member.value.content {
      return changes(object, section: section).map { .changes($0) }
    }
    guard Self.kinds.contains(member.key), let body = ObjectReader(member.value, key: member.key, log: log) else {
      return nil
    }
    switch member.key {
    case "movement": return movement(body).map { .movement($0) }
    case "table": return table(body, section: section).map { .table($0) }
    case "figures": return figures(body, section: section).map { .figures($0) }
    case "ranks": return ranks(body, section: section).map { .ranks($0) }
    case "changes":
      body.refuseKeys(otherThan: ["since", "name", "title", "metrics"])
      if body.value("since") == nil { log.add(DescriptorRule.missingKey("since"), at: body.position) }
      return changes(body, key: "since", section: section).map { .changes($0) }
    case "list": return list(body).map { .list($0) }
    case "rows": return rows(body, section: section).map { .rows($0) }
    case "chart": return chart(body, section: section).map { .chart($0) }
    default: return matrix(body, section: section).map { .matrix($0) }
    }
  }

  func text(_ object: ObjectReader, _ key: String, extra: [String] = []) -> ReportText? {
    guard let text = object.string(key) else { return nil }
    return ReportText.parse(text, at: object.value(key)?.position, words: words + extra, log: log)
  }

  /// A title: text and words of the run. A figure in it would stand in no ledger, and a misspelt word looks like one.
  func title(_ object: ObjectReader) -> ReportText? {
    guard let text = text(object, "title") else { return nil }
    refuseBlank("title", of: object)
    for case .figure(let reference) in text.pieces {
      let rule = ReportRule.unknownWord(
        reference.metric, nearest: NearestName.find(reference.metric, in: words), known: words)
      let word = "{\(reference.metric)}"
      log.add(rule, at: log.position(of: word, from: object.value("title")?.position), text: word)
    }
    return text
  }

  /// `footnotes: name` or a list of names.
  func footnotes(_ object: ObjectReader) -> [String] {
    (object.strings("footnotes", allowsSingle: true) ?? []).compactMap { footnote($0.text, at: $0.position) }
  }

  func footnote(_ name: String, at position: JSONPosition?) -> String? {
    if footnotes.contains(name) { return name }
    log.add(
      ReportRule.unknownFootnote(name, nearest: NearestName.find(name, in: footnotes)), at: position, text: name)
    return nil
  }

  func period(_ object: ObjectReader, _ key: String) -> PeriodReference? {
    guard let text = object.text(key) else { return nil }
    return period(text, at: object.value(key)?.position)
  }

  func period(_ text: String, at position: JSONPosition?) -> PeriodReference? {
    if let period = PeriodReference(text) { return period }
    log.add(ReportRule.badPeriod(nearest: PeriodReference.nearest(to: text)), at: position, text: text)
    return nil
  }

  func reference(_ object: ObjectReader, _ key: String) -> FigureReference? {
    guard let text = required(object, key) else { return nil }
    if let reference = FigureReference(text) {
      refuseTwoValues(reference.dimensions, at: object.value(key)?.position, log)
      return reference
    }
    let nearest = FigureReference.nearest(to: text)
    log.add(ReportRule.badPlaceholder(nearest: nearest), at: object.value(key)?.position, text: text)
    return nil
  }

  func required(_ object: ObjectReader, _ key: String) -> String? {
    if object.value(key) == nil { log.add(DescriptorRule.missingKey(key), at: object.position) }
    return object.string(key)
  }

  func requiredText(_ object: ObjectReader, _ key: String, extra: [String] = []) -> ReportText? {
    if object.value(key) == nil { log.add(DescriptorRule.missingKey(key), at: object.position) }
    return text(object, key, extra: extra)
  }

  func strings(_ object: ObjectReader, _ key: String) -> [String] {
    object.strings(key, allowsSingle: true)?.map(\.text) ?? []
  }

  func name(_ object: ObjectReader, _ fallback: String) -> String {
    guard let name = object.string("name") else { return fallback }
    if !MetricID.isSound(name) { log.add(ReportRule.badSectionID, at: object.value("name")?.position, text: name) }
    return name
  }

  /// One key, required.
  func key(_ object: ObjectReader, _ key: String) -> GroupKey? {
    if object.value(key) == nil { log.add(DescriptorRule.missingKey(key), at: object.position) }
    return ExpressionFields(object: object).keys(key).first
  }
}
