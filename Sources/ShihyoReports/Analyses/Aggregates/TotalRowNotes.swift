import ShihyoModel

/// Groups that are sums of the others (計, 全税目) stand in the table as any group does; that is said, since adding counts twice.
enum TotalRowNotes {
  /// One note per key that has both kinds of group.
  static func notes(_ keys: [GroupKey], _ answers: MeasuredAnswers) -> [Bilingual] {
    keys.indices.compactMap { index in
      var totals: [String] = []
      var hasParts = false
      for group in answers.indices {
        guard case .text(let label) = answers.key(index, of: group), TotalLabel.matches(label.text) else {
          hasParts = true
          continue
        }
        if !totals.contains(label.text) { totals.append(label.text) }
      }
      guard hasParts, let first = totals.first else { return nil }
      let key = keys[index].machineName
      let names = totals.map { "「\($0)」" }.joined()
      let english = totals.map { "\"\($0)\"" }.joined(separator: ", ")
      return Bilingual(
        ja: "\(names)は合計の行とみられる。ほかの行と足すと二重に数える（除くには --where '\(key)!=\(first)'）。",
        en:
          "\(english) seems to be a total; adding it to the others counts twice (leave it out with --where '\(key)!=\(first)')."
      )
    }
  }
}
