import ShihyoModel

/// The year that stands only in the name of a file, or in the title above the table.
struct FileNameGuess {
  private(set) var constant: TableShape.Constant?
  private(set) var remark: Bilingual?

  /// nil in `constant` where the names say no year, or not all of them say one at the same place.
  init(_ sources: [Dataset.Source], title: String?) {
    let names = sources.compactMap { source -> String? in
      if case .file(let path) = source { path.split(separator: "/").last.map(String.init) } else { nil }
    }
    let found = names.compactMap(Self.year)
    if !found.isEmpty, found.count == sources.count {
      var field = Field(name: found[0].isFiscal ? "年度" : "年", type: .period)
      if found[0].isFiscal { field.yearReading = .fiscal } else { field.type = .year }
      let heads = Set(found.map(\.before))
      let tails = Set(found.map(\.after))
      let pattern =
        (heads.count == 1 ? found[0].before : "*") + "{\(field.name)}" + (tails.count == 1 ? found[0].after : "*")
      if let template = LabelTemplate(pattern), names.allSatisfy({ template.match($0)?[field.name] != nil }) {
        constant = TableShape.Constant(field: field, source: .fileName(template))
        remark =
          found[0].isSure
          ? Bilingual(
            ja: "\(field.name)をファイル名から取る（\(pattern)）。", en: "The year comes from the file's name (\(pattern)).")
          : Bilingual(
            ja: "\(field.name)をファイル名から取る（\(pattern)）。年度か暦年かを確かめる。",
            en: "The year comes from the file's name (\(pattern)); find out whether it is fiscal or calendar.")
        return
      }
    }
    guard sources.count == 1, let title, let year = Self.year(title), year.isSure else { return }
    var field = Field(name: year.isFiscal ? "年度" : "年", type: .period)
    field.yearReading = year.isFiscal ? .fiscal : .calendar
    constant = TableShape.Constant(field: field, source: .value(year.text))
    remark = Bilingual(
      ja: "\(field.name)は表題の「\(year.text)」とした。", en: "The year is that of the title, \(year.text).")
  }

  struct Year {
    var before: String
    var text: String
    var after: String
    var isFiscal: Bool
    /// The name says itself whether it is a fiscal or a calendar year.
    var isSure: Bool
  }

  /// 令和5年度, R5年度, 2023年, 2023 alone between other signs, R5.
  static func year(_ name: String) -> Year? {
    let characters = Array(name)
    for start in characters.indices {
      for length in stride(from: min(8, characters.count - start), to: 1, by: -1) {
        let text = String(characters[start..<start + length])
        let folded = TextFolding.fold(text)
        guard folded.count == length, let last = folded.last, last == "度" || last == "年" || last.isNumber else {
          continue
        }
        let end = start + length
        let isBounded =
          (start == 0 || !isJoined(characters[start - 1], characters[start]))
          && (end == characters.count || !isJoined(characters[end - 1], characters[end]))
        guard isBounded, let kind = kind(folded) else { continue }
        return Year(
          before: String(characters[..<start]), text: text, after: String(characters[end...]), isFiscal: kind.isFiscal,
          isSure: kind.isSure)
      }
    }
    return nil
  }

  /// Two digits or two letters belong together, and 年 to 度.
  private static func isJoined(_ left: Character, _ right: Character) -> Bool {
    if right == "度" || right == "月" || right == "年" { return true }
    let (left, right) = (TextFolding.fold(String(left)), TextFolding.fold(String(right)))
    func isDigit(_ text: String) -> Bool { !text.isEmpty && text.allSatisfy { $0.isASCII && $0.isNumber } }
    func isLetter(_ text: String) -> Bool { !text.isEmpty && text.allSatisfy { $0.isASCII && $0.isLetter } }
    return (isDigit(left) && isDigit(right)) || (isLetter(left) && isLetter(right))
  }

  private static func kind(_ folded: String) -> (isFiscal: Bool, isSure: Bool)? {
    if folded.allSatisfy({ $0.isASCII && $0.isNumber }) {
      guard folded.count == 4, let year = Int(folded), (1950...2100).contains(year) else { return nil }
      return (false, false)
    }
    do {
      guard case .period(let period) = try TimeGrammar().read(folded).value else { return nil }
      switch period.grain {
      case .fiscalYear: return (true, true)
      case .calendarYear: return (false, true)
      default: return nil
      }
    } catch .ambiguousYear {
      return (true, false)
    } catch {
      return nil
    }
  }
}
