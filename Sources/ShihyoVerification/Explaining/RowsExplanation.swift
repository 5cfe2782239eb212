import ShihyoModel
import ShihyoReports

/// Facts first, then the rows of each part, and the proof that they give the number: of a figure of a report, or of a known one.
struct RowsExplanation {
  /// The facts, without any row.
  var head: ReportDocument
  var parts: [LabelledPart]
  /// Rows shown of each part.
  var top: Int
  /// Why no row is shown; nil: all may be.
  var refusal: Finding?
  /// - Errors: `rowsDiffer`.
  var check: ([PartTotal]) throws(Findings) -> Void
  var proof: ([PartTotal]) -> Bilingual?

  /// - Parameter namesUnits: whether the unit stands in a column of its own, for programs.
  /// - Errors: those of reading the input, and `rowsDiffer`.
  /// - Cost: one pass over each dataset behind the figure; memory for the rows that are shown.
  func document(namesUnits: Bool) throws -> ReportDocument {
    var document = head
    if let refusal {
      document.notes.append(
        Bilingual(
          ja: refusal.message.ja + "。" + refusal.hint.ja + "。", en: Self.sentence(refusal.message.en, refusal.hint.en)))
      return document
    }
    guard !parts.isEmpty else { return document }
    var largest = parts.map { _ in LargestContributions(limit: top) }
    let totals = try ContributionReader(parts.map(\.part)).run { part, contribution in
      largest[part].add(contribution)
    }
    try check(totals)
    for (index, part) in parts.enumerated() {
      let columns = RowColumns(part, of: parts)
      document.blocks.append(
        .table(
          RowsTable.table(columns, largest: largest[index].sorted, total: totals[index], namesUnits: namesUnits)))
    }
    if let proof = proof(totals) { document.notes.append(proof) }
    return document
  }

  private static func sentence(_ message: String, _ hint: String) -> String {
    func capital(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }
    return capital(message) + ". " + capital(hint) + "."
  }
}
