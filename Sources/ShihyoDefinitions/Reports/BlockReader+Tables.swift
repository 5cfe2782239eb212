import ShihyoModel

extension BlockReader {
  func table(_ object: ObjectReader, section: String) -> TableBlock? {
    object.refuseKeys(otherThan: [
      "name", "title", "metrics", "by", "across", "periods", "compare", "where", "total", "footnotes", "notes",
    ])
    let expressions = ExpressionFields(object: object)
    if object.value("metrics") == nil { log.add(DescriptorRule.missingKey("metrics"), at: object.position) }
    for key in ["metrics", "periods", "compare"] { refuseBlank(key, of: object) }
    refuseDoubled("metrics", of: object)
    // That of the run is the same by both words.
    refuseDoubled("periods", of: object) { PeriodReference($0).map { $0 == .latestQuarter ? .report : $0 } }
    refuseDoubled("compare", of: object)
    let periods = (object.strings("periods", allowsSingle: true) ?? []).compactMap { period($0.text, at: $0.position) }
    let comparisons = (object.strings("compare", allowsSingle: true) ?? []).compactMap { item in
      comparison(item.text, at: item.position)
    }
    let (by, across) = (expressions.keys("by"), across(object, expressions))
    var words = WordPlaces()
    words.add(.metric, "metrics", of: object)
    words.add(by, "by", of: object)
    if case .column(let key) = across { words.add([key], "across", of: object) }
    words.add(conditions: "where", of: object)
    words.add(periods: "periods", of: object)
    var named = [(key: "by", keys: by)]
    if case .column(let key) = across { named.append((key: "across", keys: [key])) }
    refuseTwice(named, of: object)
    let hasTotal = object.boolean("total") ?? false
    if hasTotal, named.allSatisfy(\.keys.isEmpty) {
      log.add(ReportRule.nothingToTotal, at: object.value("total")?.position)
    }
    return TableBlock(
      name: name(object, section), title: title(object), metrics: strings(object, "metrics"), by: by, across: across,
      periods: periods.isEmpty ? [.report] : periods, comparisons: comparisons, filter: conditions(object),
      hasTotal: hasTotal, footnotes: tableFootnotes(object), notes: strings(object, "notes"),
      place: log.place(object.position), words: words)
  }

  private func across(_ object: ObjectReader, _ expressions: ExpressionFields) -> TableBlock.Across {
    switch object.string("across") {
    case nil, "metrics": .metrics
    case "periods": .periods
    default: expressions.keys("across").first.map { .column($0) } ?? .metrics
    }
  }

  func comparison(_ text: String, at position: JSONPosition?) -> PeriodComparison? {
    if let comparison = PeriodComparison(rawValue: text) { return comparison }
    let allowed = PeriodComparison.allCases.map(\.rawValue)
    log.add(
      DescriptorRule.unknownValue(
        key: "compare", value: text, nearest: NearestName.find(text, in: allowed), allowed: allowed), at: position,
      text: text)
    return nil
  }

  private func tableFootnotes(_ object: ObjectReader) -> [TableFootnote] {
    (object.list("footnotes") ?? []).compactMap { item in
      guard let reader = ObjectReader(item, key: "footnotes", log: log) else { return nil }
      reader.refuseKeys(otherThan: ["at", "footnote"])
      guard let at = required(reader, "at"), let name = required(reader, "footnote"),
        let footnote = footnote(name, at: reader.value("footnote")?.position)
      else { return nil }
      return TableFootnote(at: at, footnote: footnote, place: log.place(reader.value("at")?.position))
    }
  }

  func figures(_ object: ObjectReader, section: String) -> FiguresBlock? {
    object.refuseKeys(otherThan: ["name", "title", "rows"])
    if object.value("rows") == nil { log.add(DescriptorRule.missingKey("rows"), at: object.position) }
    refuseBlank("rows", of: object)
    let rows = (object.list("rows") ?? []).compactMap { item -> FiguresBlock.Row? in
      guard let row = ObjectReader(item, key: "rows", log: log) else { return nil }
      row.refuseKeys(otherThan: ["metric", "label", "as-of", "remark", "footnotes"])
      guard let figure = reference(row, "metric") else { return nil }
      return FiguresBlock.Row(
        figure: figure, label: row.string("label"), asOf: row.string("as-of"), remark: row.string("remark"),
        footnotes: footnotes(row), place: log.place(row.value("metric")?.position))
    }
    return FiguresBlock(name: name(object, section), title: title(object), rows: rows)
  }

  func movement(_ object: ObjectReader) -> MovementBlock? {
    object.refuseKeys(otherThan: [
      "of", "compare", "threshold", "rose", "fell", "unchanged", "too-small", "appeared", "vanished", "missing",
    ])
    let extra = ReportText.movementWords
    let comparison = required(object, "compare").flatMap {
      self.comparison($0, at: object.value("compare")?.position)
    }
    var threshold: ExactDecimal?
    if let text = object.text("threshold") {
      threshold = ExactDecimal(text)
      let position = object.value("threshold")?.position
      if threshold == nil { log.add(DescriptorRule.wrongType(key: "threshold", expected: .number), at: position) }
      if let threshold, threshold.isNegative { log.add(ReportRule.negativeThreshold, at: position, text: text) }
    }
    let tooSmall =
      threshold == nil ? text(object, "too-small", extra: extra) : requiredText(object, "too-small", extra: extra)
    guard let of = reference(object, "of"), let comparison, let rose = requiredText(object, "rose", extra: extra),
      let fell = requiredText(object, "fell", extra: extra),
      let unchanged = requiredText(object, "unchanged", extra: extra),
      let missing = requiredText(object, "missing", extra: extra)
    else { return nil }
    return MovementBlock(
      of: of, comparison: comparison, threshold: threshold, rose: rose, fell: fell, unchanged: unchanged,
      tooSmall: tooSmall, appeared: text(object, "appeared", extra: extra),
      vanished: text(object, "vanished", extra: extra), missing: missing,
      place: log.place(object.value("of")?.position))
  }
}
