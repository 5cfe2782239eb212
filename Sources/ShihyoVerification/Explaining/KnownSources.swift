import ShihyoDefinitions
import ShihyoModel
import ShihyoReports

/// The known figures of some datasets, to say of a copied number where it was printed.
struct KnownSources {
  let figures: [KnownFigure]
  /// By `dataset.id`: which rows a metric copies.
  private let metrics: [String: MetricDefinition]

  /// Files that are not there or cannot be read give none: `verify` says what is wrong with them.
  init(_ packages: [DataPackage]) {
    figures = packages.flatMap { package -> [KnownFigure] in
      let path = FilePath.join(package.folder, KnownFigureFile.fileName)
      guard DefinitionFile.exists(path), let file = try? KnownFigureFile(path: path, dataset: package.name) else {
        return []
      }
      return file.figures
    }
    var metrics: [String: MetricDefinition] = [:]
    for package in packages {
      for metric in (try? MetricFile.load(for: package))?.metrics ?? [] {
        metrics[package.name + "." + metric.id] = metric
      }
    }
    self.metrics = metrics
  }

  /// The known figures that the data of this part repeat: by its metric, or by the groups whose rows it reads.
  ///
  /// - Time: what a document says of another year is no source; one that states no time is compared by its groups alone.
  /// - Returns: several for a total of copied numbers; none where it cannot be told.
  func sources(of id: FigureID, _ part: LabelledPart) -> [KnownFigure] {
    let dataset = String(part.part.dataset.name.prefix { $0 != "/" })
    let period = part.part.period ?? Period(machineSpelling: id.period)
    let own = values(part.part)
    let candidates = figures.filter { $0.dataset == dataset && Self.isSameTime($0.asOf, period) }
    let metric = candidates.filter { figure in
      figure.copies.contains { copy in
        guard case .metric(let name, _) = copy.source, let asked = part.part.metric else { return false }
        if case .ratio = asked.computation { return false }
        return name == asked.id || name == dataset + "." + asked.id
      }
    }
    if metric.count == 1 { return metric }
    let columns = Set(part.part.sum.terms.compactMap(\.measure.column).map { Label(TextFolding.fold($0)) })
    return candidates.filter { figure in
      figure.copies.contains { copy in
        let rows = rows(of: copy)
        guard !rows.conditions.isEmpty, !rows.columns.isDisjoint(with: columns) else { return false }
        return rows.conditions.allSatisfy { condition in
          let wanted = Set(condition.values.map { Label(TextFolding.fold($0)) })
          return own[Label(TextFolding.fold(condition.column))].map { !$0.isDisjoint(with: wanted) } ?? false
        }
      }
    }
  }

  /// The columns and the rows that a copy repeats.
  private func rows(of copy: DataReference) -> (columns: Set<Label>, conditions: [Condition]) {
    switch copy.source {
    case .measure(let measure, _):
      let column = (try? Expressions.measure(measure))?.column
      return (Set(column.map { [Label(TextFolding.fold($0))] } ?? []), copy.conditions)
    case .metric(let name, _):
      guard let metric = metrics[name] else { return ([], []) }
      let own: [String]
      switch metric.computation {
      case .sum(let sum): own = sum.terms.compactMap(\.measure.column)
      case .value(let column): own = [column]
      case .ratio: own = []
      }
      return (Set(own.map { Label(TextFolding.fold($0)) }), metric.filter + copy.conditions)
    }
  }

  /// Whether a document speaks of the period of a figure; without a time on either side that is not known to differ.
  private static func isSameTime(_ asOf: String, _ period: Period?) -> Bool {
    guard let period, let stated = try? TimeGrammar(yearReading: .fiscal).read(asOf).value else { return true }
    return stated.first <= period.last && period.first <= stated.last
  }

  /// Column → values of the rows of a part, of its keys and its plain conditions.
  private func values(_ part: FigurePart) -> [Label: Set<Label>] {
    var values: [Label: Set<Label>] = [:]
    for condition in part.query.filter where condition.comparison == .equal {
      values[Label(TextFolding.fold(condition.column)), default: []].formUnion(
        condition.values.map { Label(TextFolding.fold($0)) })
    }
    for (place, key) in part.query.keys.enumerated() {
      guard case .column(let name) = key.source else { continue }
      let codes = part.groups.compactMap { $0.indices.contains(place) ? ReportTable.KeyCell($0[place]).code : nil }
      values[Label(TextFolding.fold(name)), default: []].formUnion(codes.map { Label(TextFolding.fold($0)) })
    }
    return values
  }
}

extension KnownFigure {
  /// The data that repeat it, where that is all that it is compared with.
  var copies: [DataReference] {
    clauses.compactMap { clause in
      guard case .value(.data(let data)) = clause.content, data.isCopy else { return nil }
      return data
    }
  }

  /// No data stands behind it: it is compared with nothing, or only with data that repeat the document.
  var isOnlyCopied: Bool { isPrinted && clauses.count == copies.count }

  var documentAndLine: Bilingual {
    line.isEmpty
      ? Bilingual(ja: "文書\(document)（行の記載なし）", en: "document \(document), no line given")
      : Bilingual(ja: "文書\(document) \(line)行", en: "document \(document), line \(line)")
  }
}
