import ShihyoModel

/// 別紙1 of the heading 「─ 別紙1　局区等別の到達状況」: what every printed page of the appendix carries at its head.
enum AppendixName {
  /// The heading without its sign, and how much of it is the name; nil: no appendix.
  static func parts(of heading: String) -> (name: String, text: String)? {
    guard heading.hasPrefix(ReportDocument.appendixSign) else { return nil }
    let text = String(heading.dropFirst(ReportDocument.appendixSign.count))
    let words = text.split(maxSplits: 2, omittingEmptySubsequences: false) { $0 == "　" || $0 == " " }
    // Appendix 1, 別紙 1.
    let hasNumber = words.count > 1 && !words[1].isEmpty && words[1].allSatisfy(\.isNumber)
    let name = hasNumber ? text[..<words[1].endIndex] : words[0]
    return (String(name), text)
  }

  /// Number, from 1, of the appendix that ends the document; nil: a section of the paper itself does.
  static func last(of document: ReportDocument, _ language: Language) -> Int? {
    let headings = document.blocks.compactMap { if case .heading(1, let text) = $0 { text[language] } else { nil } }
    guard let last = headings.last.flatMap(parts), !last.name.isEmpty else { return nil }
    return all(in: document, language).count
  }

  /// Whether an appendix that has a name begins here.
  static func begins(with block: ReportDocument.Block, _ language: Language) -> Bool {
    guard case .heading(1, let text) = block, let parts = parts(of: text[language]) else { return false }
    return !parts.name.isEmpty
  }

  /// Of a document, in order; empty names are left out.
  static func all(in document: ReportDocument, _ language: Language) -> [String] {
    document.blocks.compactMap { block in
      guard case .heading(1, let text) = block, let parts = parts(of: text[language]) else {
        return nil
      }
      return parts.name.isEmpty ? nil : parts.name
    }
  }
}
