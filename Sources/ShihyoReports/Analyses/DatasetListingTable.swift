public import ShihyoDefinitions
public import ShihyoModel

/// The datasets there are: a row per resource, with title, columns and file; a broken descriptor is a finding, not a gap.
public struct DatasetListingTable: Hashable, Sendable {
  public let document: ReportDocument
  public let findings: [Finding]

  public init(_ listings: [DatasetListing]) {
    var rows: [ReportTable.Row] = []
    var findings: [Finding] = []
    for listing in listings {
      switch listing.package {
      case .failure(let failure): findings += failure.findings
      case .success(let package):
        for resource in package.resources {
          // One resource needs no second name.
          let name = package.resources.count == 1 ? listing.name : listing.name + "/" + resource.name
          rows.append(
            ReportTable.Row(
              keys: [
                ReportTable.KeyCell(name), ReportTable.KeyCell(resource.title ?? package.title ?? ""),
                ReportTable.KeyCell((resource.schema?.fields ?? []).map(\.name).joined(separator: ", ")),
              ], figures: []))
        }
      }
    }
    let table = ReportTable(
      name: "datasets",
      keyColumns: [
        ReportTable.KeyColumn(name: "name", label: Bilingual(ja: "名前", en: "Name")),
        ReportTable.KeyColumn(name: "title", label: Bilingual(ja: "表題", en: "Title")),
        ReportTable.KeyColumn(name: "columns", label: Bilingual(ja: "列", en: "Columns")),
      ], valueColumns: [], rows: rows)
    document = ReportDocument(blocks: [.table(table)])
    self.findings = findings
  }
}
