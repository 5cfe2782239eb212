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
                ReportTable.KeyCell(name), Self.title(of: resource, in: package),
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

  /// With the notice, unless the title says it already.
  private static func title(of resource: Resource, in package: DataPackage) -> ReportTable.KeyCell {
    let title = resource.title ?? package.title ?? ""
    guard let notice = package.notice, !title.contains(notice.ja) else { return ReportTable.KeyCell(title) }
    let label = Bilingual(ja: "【\(notice.ja)】\(title)", en: "[\(notice.en)] \(title)")
    return ReportTable.KeyCell(label.ja, label: label)
  }
}
