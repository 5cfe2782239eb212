import ShihyoModel
import ShihyoReports

extension VersionComparison {
  /// Every row and cell that changed, with 旧 on the left and 新 on the right.
  var changeBlocks: [ReportDocument.Block] { rows.map(block) + cells.map(block) }

  private func block(_ change: RowChange) -> ReportDocument.Block {
    let isAdded = change.kind == .added
    let key = change.keyText
    let heading = Bilingual(
      ja: "【\(isAdded ? "追加" : "削除")】\(key.ja)（\(isAdded ? "新" : "旧") \(change.line)行目）",
      en: "[\(change.kind.rawValue)] \(key.en) (\(isAdded ? "new" : "old"), line \(change.line))")
    return ChangeBlock(heading) { language in
      let text = change.cells.map { cell in
        cell.column + (language == .ja ? "：" : ": ") + (cell.text ?? ChangeWords.personal[language])
      }.joined(separator: "\n")
      return isAdded ? (ChangeWords.fresh[language], text) : (text, ChangeWords.deleted[language])
    }.block
  }

  private func block(_ change: CellChange) -> ReportDocument.Block {
    let kind = change.kind == .spelling ? Bilingual(ja: "表記のみ", en: "spelling") : Bilingual(ja: "変更", en: "changed")
    let key = change.keyText
    let unit = change.unit ?? ""
    let moved = change.difference.map {
      Bilingual(ja: "、差 \($0.signed.ja)\(unit)", en: ", difference \($0.signed.en)\(unit == "ポイント" ? " points" : unit)")
    }
    let heading = Bilingual(
      ja: "【\(kind.ja)】\(key.ja)　\(change.column)（旧 \(change.oldLine)行目、新 \(change.newLine)行目\(moved?.ja ?? "")）",
      en: "[\(kind.en)] \(key.en), \(change.column) (old line \(change.oldLine), new line \(change.newLine)"
        + "\(moved?.en ?? ""))")
    return ChangeBlock(heading) { change.shown($0) }.block
  }
}

extension VersionComparison.RowChange {
  fileprivate var keyText: Bilingual { Bilingual(ja: key.joined(separator: "、"), en: key.joined(separator: ", ")) }
}

extension VersionComparison.CellChange {
  fileprivate var keyText: Bilingual { Bilingual(ja: key.joined(separator: "、"), en: key.joined(separator: ", ")) }

  /// Both sides as a reader sees them, with their changes marked.
  fileprivate func shown(_ language: Language) -> (old: String, new: String) {
    guard let old, let new else { return (ChangeWords.personal[language], ChangeWords.personalChanged[language]) }
    if old.isEmpty || new.isEmpty || difference != nil {
      let empty = ChangeWords.empty[language]
      return (old.isEmpty ? empty : old, new.isEmpty ? empty : new)
    }
    let text = TextDifference(old: old, new: new, by: .word)
    return (text.marked(.removed, elidedBeyond: 60), text.marked(.added, elidedBeyond: 60))
  }
}

/// What stands in the place of a text.
private enum ChangeWords {
  static let personal = Bilingual(ja: "（個人情報）", en: "(personal)")
  static let personalChanged = Bilingual(ja: "（個人情報・変更あり）", en: "(personal, changed)")
  static let empty = Bilingual(ja: "（空欄）", en: "(empty)")
  static let fresh = Bilingual(ja: "（新規）", en: "(new)")
  static let deleted = Bilingual(ja: "（削除）", en: "(deleted)")
}

/// A heading, and both sides line beside line below it.
private struct ChangeBlock {
  let block: ReportDocument.Block

  init(_ heading: Bilingual, _ texts: (Language) -> (old: String, new: String)) {
    let side = SideBySide()
    let ruler = String(repeating: "─", count: side.width)
    func lines(_ language: Language) -> [String] {
      let (old, new) = texts(language)
      let heads = language == .ja ? ("旧", "新") : ("Old", "New")
      return [ruler + "─┬─" + ruler] + side.lines(heads.0, heads.1) + side.lines(old, new)
    }
    let (ja, en) = (lines(.ja), lines(.en))
    let rows = (0..<max(ja.count, en.count)).map { index -> [ReportDocument.Inline] in
      [.text(Bilingual(ja: index < ja.count ? ja[index] : "", en: index < en.count ? en[index] : ""))]
    }
    block = .list([[.text(heading)]] + rows)
  }
}
