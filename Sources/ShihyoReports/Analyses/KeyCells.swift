package import ShihyoModel

extension ReportTable.KeyCell {
  /// The cell of one key: machine spelling and label.
  ///
  /// - Missing: an empty cell has an empty machine spelling, as in the source; other reasons are named.
  package init(_ value: KeyValue) {
    switch value {
    case .text, .number: self.init(value.machineSpelling)
    case .period(let period):
      self.init(value.machineSpelling, label: Bilingual(ja: period.label(.ja), en: period.label(.en)))
    case .age(let age): self.init(value.machineSpelling, label: Bilingual(ja: age.label(.ja), en: age.label(.en)))
    case .absent(.empty): self.init("", label: Bilingual(ja: "（空欄）", en: "(empty)"))
    case .absent(let reason): self.init(value.machineSpelling, label: reason.meaning)
    }
  }

  static let total = Self("total", label: Bilingual(ja: "計", en: "Total"))
  /// Beside the word «total» in a row with several keys.
  static let blank = Self("")
}

extension KeyValue {
  /// The `code` of its cell, without the label.
  var machineSpelling: String {
    switch self {
    case .text(let label): label.text
    case .number(let number): number.description
    case .period(let period): period.machineSpelling
    case .age(let age): age.code
    case .absent(.empty): ""
    case .absent(let reason): reason.name
    }
  }
}

extension ReportTable.KeyColumn {
  init(_ key: GroupKey, schema: Schema?) {
    let isNumber = if case .number = key.form { true } else { false }
    var label: Bilingual?
    if case .column(let name) = key.source {
      let title = schema?.field(named: name)?.title
      if case .period(let grain) = key.form {
        label = Bilingual(
          ja: "\(title ?? name)（\(grain.word)）", en: title.map { $0 + ":" + grain.rawValue } ?? key.machineName)
      } else if let title {
        label = Bilingual(ja: title, en: title)
      }
    }
    self.init(name: key.machineName, label: label, alignsRight: isNumber)
  }
}

extension ReasonCounts {
  /// `秘匿 2、空欄 1`
  package var words: Bilingual {
    let present = Reason.allCases.filter { self[$0] > 0 }
    return Bilingual(
      ja: present.map { "\($0.meaning.ja) \(self[$0])" }.joined(separator: "、"),
      en: present.map { "\($0.meaning.en) \(self[$0])" }.joined(separator: ", "))
  }
}
