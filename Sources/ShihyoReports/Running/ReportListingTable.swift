public import ShihyoDefinitions
public import ShihyoModel

/// The reports there are, a row each; a broken definition is a finding, not a gap.
public struct ReportListingTable: Hashable, Sendable {
  public let document: ReportDocument
  public let findings: [Finding]

  public init(_ listings: [ReportListing]) {
    var rows: [ReportTable.Row] = []
    var findings: [Finding] = []
    for listing in listings {
      switch listing.report {
      case .failure(let failure): findings += failure.findings
      case .success(let report):
        let title = report.title.pieces.map { piece in
          if case .text(let text) = piece { text } else { "…" }
        }.joined()
        rows.append(
          ReportTable.Row(
            keys: [
              ReportTable.KeyCell(listing.name), ReportTable.KeyCell(report.number ?? ""), ReportTable.KeyCell(title),
              ReportTable.KeyCell(report.datasets.joined(separator: ", ")),
            ], figures: []))
      }
    }
    let table = ReportTable(
      name: "reports",
      keyColumns: [
        ReportTable.KeyColumn(name: "name", label: Bilingual(ja: "名前", en: "Name")),
        ReportTable.KeyColumn(name: "number", label: Bilingual(ja: "資料番号", en: "Number")),
        ReportTable.KeyColumn(name: "title", label: Bilingual(ja: "表題", en: "Title")),
        ReportTable.KeyColumn(name: "datasets", label: Bilingual(ja: "データセット", en: "Datasets")),
      ], valueColumns: [], rows: rows)
    document = ReportDocument(blocks: [.table(table)])
    self.findings = findings
  }
}
