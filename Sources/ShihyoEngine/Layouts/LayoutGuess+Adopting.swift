public import ShihyoModel

extension LayoutGuess {
  /// Takes notes or total rows out of what a dataset is read as, where its layout does not say of them already.
  ///
  /// - Errors: as for reading a file; standard input and files beyond `largestFile`, which cannot be looked at first.
  public static func adopt(into dataset: inout Dataset, notes: Bool, totals: Bool) throws(Findings) {
    var shape = dataset.reading.shape ?? TableShape()
    let declared = shape
    for source in dataset.sources {
      guard let grid = try TableGrid(source, dataset.reading, limit: Self.largestFile) else {
        throw Findings([Finding(LayoutRule.cannotLookAhead)], kind: .usage)
      }
      let rows = GridRows(grid)
      if let second = SecondTableSearch.finding(rows) { throw Findings([second]) }
      var guess = LayoutGuess(rows)
      if shape.fields.isEmpty { shape.fields = dataset.schema?.fields ?? guess.shape.fields }
      if notes, declared.noteRows == nil {
        guess.addNotes(rows)
        shape.skipsEmptyRows = true
        shape.noteRows = try union(shape.noteRows, guess.shape.noteRows, dataset.sources.count)
      }
      if totals, declared.subtotals.isEmpty {
        let blanks = BlankDownGuess(rows)
        let found = TotalRowGuess(rows, filled: blanks.filled, blankDown: blanks.columns).subtotals
        shape.subtotals += found.filter { !shape.subtotals.contains($0) }
        let columns = blanks.columns.map { grid.header.names[$0] }
        if shape.blankDown.isEmpty, found.contains(where: { !$0.by.isEmpty }) { shape.blankDown = columns }
      }
    }
    if !shape.isEmpty { dataset.reading.shape = shape }
  }

  /// Of several files: the beginnings of all.
  private static func union(
    _ known: TableShape.NoteRows?, _ found: TableShape.NoteRows?, _ files: Int
  ) throws(Findings) -> TableShape.NoteRows? {
    switch (known, found) {
    case (nil, .count), (.count, _), (_, .count):
      if files > 1 { throw Findings([Finding(LayoutRule.notesDiffer)], kind: .usage) }
      return found ?? known
    case (.starting(let texts), .starting(let more)): return .starting(texts + more.filter { !texts.contains($0) })
    case (let known, nil): return known
    case (nil, let found): return found
    }
  }
}

/// Why a layout cannot be found out from the files themselves.
public enum LayoutRule: FindingRule {
  case cannotLookAhead
  case notesDiffer

  public static let examples: [LayoutRule] = [.cannotLookAhead, .notesDiffer]

  public var code: String {
    switch self {
    case .cannotLookAhead: "layout.cannot-look-ahead"
    case .notesDiffer: "layout.notes-differ"
    }
  }
  public var message: Bilingual {
    switch self {
    case .cannotLookAhead:
      Bilingual(
        ja: "標準入力と大きなファイル（4 MiB超）では、注や計の行を前もって調べられません",
        en: "standard input and files of more than 4 MiB cannot be searched for notes and totals first")
    case .notesDiffer:
      Bilingual(ja: "ファイルごとに注の数が違い、書き出しでも見分けられません", en: "the notes of these files cannot be told by their beginnings")
    }
  }
  public var hint: Bilingual {
    Bilingual(
      ja: "定義ファイルに note-rows、subtotals を書いてください（shihyo describe FILE --write datapackage.json で下書きができます）",
      en: "declare note-rows and subtotals in a descriptor (shihyo describe FILE --write datapackage.json drafts one)")
  }
}
