package import ShihyoModel

extension LedgerFile.Entry {
  /// As the paper printed it: `533,138人!`, `…`.
  package func text(_ language: Language) -> String {
    let words = marks.split(separator: ";").map { $0.split(separator: "(")[0] }
    var figure = Figure(kind: .sum, value: .text(printed), unit: unit.isEmpty ? nil : unit)
    if let reason = Reason.allCases.first(where: { words.contains(Substring($0.name)) }), printed.isEmpty {
      figure.value = .absent(reason)
    } else if let number = ExactDecimal(printed) {
      figure.value = .decimal(number)
    }
    for (mark, name) in Marks.names where words.contains(Substring(name)) { figure.marks.insert(mark) }
    return figure.text(language)
  }
}
