import ShihyoDefinitions
import ShihyoModel
import ShihyoReports

/// The known figures of some datasets, to say of a copied number where it was printed.
struct KnownSources {
  let figures: [KnownFigure]

  /// Files that are not there or cannot be read give none: `verify` says what is wrong with them.
  init(_ packages: [DataPackage]) {
    figures = packages.flatMap { package -> [KnownFigure] in
      let path = FilePath.join(package.folder, KnownFigureFile.fileName)
      guard DefinitionFile.exists(path), let file = try? KnownFigureFile(path: path, dataset: package.name) else {
        return []
      }
      return file.figures
    }
  }

  /// The one known figure that the data of this part repeat: by its metric, or by the group that it names.
  func source(of id: FigureID, _ part: LabelledPart) -> KnownFigure? {
    let dataset = String(part.part.dataset.name.prefix { $0 != "/" })
    let filter = part.part.query.filter.filter { $0.comparison == .equal && $0.values.count == 1 }
      .map { Pair($0.column, $0.values[0]) }
    let own = Set(filter + id.dimensions.map { Pair($0.key, $0.value) })
    let found = figures.filter { figure in
      figure.dataset == dataset
        && figure.copies.contains { copy in
          switch copy.source {
          case .metric(let name, _):
            return part.part.metric.map { name == $0.id || name == dataset + "." + $0.id } ?? false
          case .measure:
            let pairs = copy.conditions.flatMap { condition in condition.values.map { Pair(condition.column, $0) } }
            return !pairs.isEmpty && Set(pairs).isSubset(of: own)
          }
        }
    }
    return found.count == 1 ? found[0] : nil
  }

  private struct Pair: Hashable {
    let column: Label
    let value: Label
    init(_ column: String, _ value: String) {
      self.column = Label(TextFolding.fold(column))
      self.value = Label(TextFolding.fold(value))
    }
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
    Bilingual(ja: "文書\(document) \(line)行", en: "document \(document), line \(line)")
  }
}
