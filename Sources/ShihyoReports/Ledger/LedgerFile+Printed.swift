package import ShihyoModel

extension LedgerFile.Entry {
  /// As the paper printed it: `533,138人!`, `…`.
  package func text(_ language: Language) -> String { figure(.sum).text(language) }

  /// What was printed, with its marks: a number, the reason why there was none, or the words that stood there.
  func figure(_ kind: Figure.Kind) -> Figure {
    let words = marks.split(separator: ";").map { $0.split(separator: "(")[0] }
    var figure = Figure(kind: kind, value: .text(printed), unit: unit.isEmpty ? nil : unit)
    if let reason = Reason.allCases.first(where: { words.contains(Substring($0.name)) }), printed.isEmpty {
      figure.value = .absent(reason)
    } else if words.contains("undefined"), printed.isEmpty {
      figure.value = .undefined(whyUndefined)
    } else if let number = ExactDecimal(printed) {
      figure.value = .decimal(number)
    }
    for (mark, name) in Marks.names where words.contains(Substring(name)) { figure.marks.insert(mark) }
    return figure
  }

  /// A ledger does not hold the word that was printed; of a change its two values tell it.
  private var whyUndefined: Bilingual {
    let (now, before) = (ExactDecimal(numerator), ExactDecimal(denominator))
    if id.metric.contains(".change."), let now, let before, now.isZero || before.isZero {
      if now.isZero, before.isZero { return ChangeWords.bothZero }
      return before.isZero ? ChangeWords.appeared : ChangeWords.vanished
    }
    return Bilingual(ja: "前回公表の数値根拠表による", en: "by the ledger of the edition before")
  }
}
