import ShihyoDefinitions
import ShihyoModel

/// 前回版からの変更: what moved since the edition before, by the two ledgers.
extension ReportComposer {
  /// A sentence that counts, and a row for each figure that moved; to be asked when the ledger is complete.
  func changes(_ block: ChangesBlock) -> [ReportDocument.Block] {
    if desk.isAsking { return [] }
    guard let edition = lastEdition.edition else {
      return [line(Bilingual(ja: "初版のため、前回版はない。", en: "This is the first edition: nothing was published before."))]
    }
    let name = edition.mention(published: lastEdition.published)
    guard let entries = lastEdition.entries else {
      return [
        line(
          Bilingual(
            ja: "前回版（\(name.ja)）の数値根拠表が読めないため、比べていない。",
            en: "The ledger of the edition before (\(name.en)) cannot be read: nothing is compared."))
      ]
    }
    let changes = EditionChanges(
      from: entries.filter { block.covers($0.id) }, to: ledger.filter { $0.id.map(block.covers) ?? false })
    let pairs = distinct(changes.pairs)
    let changed = pairs.filter(\.isChanged)
    let blocks = [line(Self.sentence(changes, count: pairs.count, changed: changed.count, edition: name))]
    return changed.isEmpty ? blocks : blocks + [.table(table(changed, block))]
  }

  private func line(_ text: Bilingual) -> ReportDocument.Block { .list([[.text(same(text[report.language]))]]) }

  private static func sentence(
    _ changes: EditionChanges, count: Int, changed: Int, edition: Bilingual
  ) -> Bilingual {
    if count == 0 {
      return Bilingual(
        ja: "前回版（\(edition.ja)）と今回の両方にある数値はないため、比べていない。",
        en: "No figure is in both this paper and the edition before (\(edition.en)): nothing is compared.")
    }
    var words: [Bilingual] = [
      changed == 0
        ? Bilingual(
          ja: "前回版（\(edition.ja)）から変わった数値はない（\(count)の数値を比べた）。",
          en: "No figure has changed since the edition before (\(edition.en); \(count) figures).")
        : Bilingual(
          ja: "前回版（\(edition.ja)）と比べた\(count)の数値のうち、\(changed)が変わった。",
          en: "Of \(count) figures, \(changed) changed since the edition before (\(edition.en)).")
    ]
    if changes.appeared > 0 {
      words.append(Bilingual(ja: "今回から載せた数値は\(changes.appeared)。", en: "New figures: \(changes.appeared)."))
    }
    if changes.gone > 0 {
      words.append(
        Bilingual(ja: "今回は載せていない数値は\(changes.gone)。", en: "Figures no longer printed: \(changes.gone)."))
    }
    return Bilingual(ja: words.map(\.ja).joined(), en: words.map(\.en).joined(separator: " "))
  }

  /// A misspelt metric would be told not to have changed.
  ///
  /// - Errors: `MetricRule.unknown` for what neither a dataset nor this paper has.
  func checkMetrics(of block: ChangesBlock) throws(Findings) {
    let known = (loaded.entries.flatMap { $0.metrics.map(\.id) } + ledger.compactMap { $0.id?.metric }).uniqued
    let unknown = block.metrics.filter { metric in
      !known.contains { metric.covers($0) || metric.id.hasPrefix($0 + ".") }
    }
    guard unknown.isEmpty else {
      throw Findings(
        unknown.map { metric in
          let nearest = NearestName.find(metric.id, in: known)
          let rule = MetricRule.unknown(metric.id, nearest: nearest, datasets: loaded.entries.map(\.name))
          return Finding(rule, at: metric.place, text: metric.id)
        })
    }
  }

  /// The same movement of the same figure counts once, in however many sections it is printed.
  private func distinct(_ pairs: [EditionChanges.Pair]) -> [EditionChanges.Pair] {
    var seen: Set<[String]> = []
    return pairs.filter { pair in
      seen.insert(words(pair).map { $0[report.language] } + [pair.was.printed, pair.now.printed]).inserted
    }
  }

  private func words(_ pair: EditionChanges.Pair) -> [Bilingual] {
    [label(pair), Self.group(pair.id), Self.times(pair)]
  }

  private func table(_ pairs: [EditionChanges.Pair], _ block: ChangesBlock) -> ReportTable {
    let rows = pairs.map { pair in
      let (was, difference) = (Self.published(pair), Self.difference(pair))
      let said = words(pair).map { $0[report.language] }
      let machine = [
        pair.id.metric, Self.group(pair.id).ja,
        pair.was.id.period == pair.id.period ? pair.id.period : pair.was.id.period + "/" + pair.id.period,
      ]
      return ReportTable.Row(
        keys: zip(machine, said).map { ReportTable.KeyCell($0, label: same($1)) },
        figures: [was, Self.repeated(pair.now), difference])
    }
    return ReportTable(
      name: block.name, title: block.title.map { same(plain($0)) },
      keyColumns: [
        ReportTable.KeyColumn(name: "metric", label: Bilingual(ja: "数値", en: "Figure")),
        ReportTable.KeyColumn(name: "group", label: Bilingual(ja: "区分", en: "Group")),
        ReportTable.KeyColumn(name: "as-of", label: Bilingual(ja: "期間・時点", en: "Period")),
      ],
      valueColumns: [
        ReportTable.ValueColumn(name: "published", label: Bilingual(ja: "前回版", en: "Edition before")),
        ReportTable.ValueColumn(name: "now", label: Bilingual(ja: "今回", en: "Now")),
        ReportTable.ValueColumn(name: "difference", label: Bilingual(ja: "差", en: "Difference")),
      ], rows: rows,
      notes: [
        Bilingual(
          ja: "差は、表示した値（今回）から前回版の値を引いたもの。", en: "Difference: the printed value now less the published one.")
      ])
  }

  private func label(_ pair: EditionChanges.Pair) -> Bilingual {
    var id = pair.id.metric[...]
    while true {
      if let metric = try? loaded.metric(String(id), at: Place(file: report.path)).metric,
        let label = MetricSuffix.label(metric.label, pair.id.metric.dropFirst(id.count))
      {
        return label
      }
      guard let dot = id.lastIndex(of: ".") else { break }
      id = id[..<dot]
    }
    return pair.now.definition ?? same(pair.id.metric)
  }

  private static func group(_ id: FigureID) -> Bilingual {
    let parts = id.dimensions.sorted { Label($0.key) < Label($1.key) }.map { "\($0.key)=\($0.value)" }
    return Bilingual(ja: parts.joined(separator: "、"), en: parts.joined(separator: ", "))
  }

  private static func times(_ pair: EditionChanges.Pair) -> Bilingual {
    let (was, now) = (time(pair.was.id.period), time(pair.id.period))
    return was == now ? now : Bilingual(ja: was.ja + " → " + now.ja, en: was.en + " → " + now.en)
  }

  private static func time(_ spelling: String) -> Bilingual {
    if let period = Period(machineSpelling: spelling) { return period.bilingualLabel }
    return spelling == "undated"
      ? Bilingual(ja: "記載なし", en: "not stated") : Bilingual(ja: spelling, en: spelling)
  }

  /// What was printed then, with its marks.
  private static func published(_ pair: EditionChanges.Pair) -> Figure {
    var figure = pair.was.figure(pair.now.kind)
    figure.definition = Bilingual(
      ja: "前回版の値（\(pair.was.id.spelling)）", en: "as published before (\(pair.was.id.spelling))")
    return figure
  }

  /// The figure stands where the paper prints it; here it is only repeated, so that its id keeps one place.
  private static func repeated(_ figure: Figure) -> Figure {
    var figure = figure
    (figure.id, figure.numerator, figure.denominator) = (nil, nil, nil)
    return figure
  }

  private static func difference(_ pair: EditionChanges.Pair) -> Figure {
    guard pair.was.unit == pair.now.unit ?? "", let was = ExactDecimal(pair.was.printed),
      let now = ExactDecimal(pair.now.printed), let difference = now.subtracting(was)
    else { return .words("") }
    return Figure(
      kind: .difference, value: .decimal(difference),
      unit: pair.now.unit == "％" ? "ポイント" : pair.now.unit,
      definition: Bilingual(ja: "今回の表示値－前回版の値", en: "printed now less published before"))
  }
}

extension ChangesBlock {
  fileprivate func covers(_ id: FigureID) -> Bool {
    metrics.isEmpty || metrics.contains { $0.covers(id.metric) }
  }
}

extension ChangesBlock.Metric {
  fileprivate func covers(_ metric: String) -> Bool { id == metric || metric.hasPrefix(id + ".") }
}
