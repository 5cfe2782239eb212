import ShihyoDefinitions
import ShihyoModel

/// The datasets of a report with their metrics.
struct LoadedDatasets {
  struct Entry {
    var name: String
    var package: DataPackage
    var metrics: [MetricDefinition]
  }

  private(set) var entries: [Entry] = []
  private let finder: DatasetFinder

  /// - Errors: unknown datasets, descriptors and metric files with findings, all of them; figures of different notices.
  init(_ names: [(name: String, place: Place)], finder: DatasetFinder) throws(Findings) {
    self.finder = finder
    var findings: [Finding] = []
    var kind = FailureKind.data
    for (name, place) in names {
      do {
        let package = try finder.package(named: name)
        entries.append(Entry(name: name, package: package, metrics: try MetricFile.load(for: package).metrics))
      } catch {
        kind = error.kind
        findings += error.findings.map { finding in
          var finding = finding
          if finding.place == Place() { finding.place = place }
          return finding
        }
      }
    }
    guard findings.isEmpty else { throw Findings(findings, kind: kind) }
  }

  /// What `NAME` or `NAME/RESOURCE` reads.
  ///
  /// - Errors: not listed, no such resource, several of them: all at the place in the report.
  func dataset(_ name: String, at place: Place) throws(Findings) -> FoundDataset {
    let parts = name.split(separator: "/", maxSplits: 1).map(String.init)
    let known = entries.map(\.name)
    guard let entry = entries.first(where: { $0.name == parts.first }) else {
      let rule = ReportRunRule.datasetNotListed(name, nearest: NearestName.find(name, in: known), known: known)
      throw Findings([Finding(rule, at: place, text: name)])
    }
    do {
      return try open(entry, resource: parts.count > 1 ? parts[1] : nil)
    } catch {
      // Which resource is meant is for the report to say; what is wrong in a descriptor has its own line.
      throw Findings(
        error.findings.map { finding in
          var finding = finding
          if finding.place.line == nil { finding.place = place }
          return finding
        }, kind: error.kind)
    }
  }

  func open(_ entry: Entry, resource name: String?) throws(Findings) -> FoundDataset {
    let resource = try entry.package.resource(named: name)
    let dataset = try resource.dataset(packageName: entry.package.name, folder: entry.package.folder)
    return FoundDataset(dataset: dataset, package: entry.package, resource: resource)
  }

  /// What drafts of descriptors still ask a person to confirm, of what was read: `図書館の利用状況：要確認：…`. Other notes are for the
  /// paper to say in its own words.
  func unconfirmed(_ inputs: [QueryDesk.Input]) -> [String] {
    inputs.flatMap { input -> [String] in
      let parts = input.dataset.name.split(separator: "/", maxSplits: 1).map(String.init)
      guard let package = entries.first(where: { $0.package.name == parts.first })?.package else { return [] }
      let resource = package.resources.first { $0.name == parts.last }
      let found = FoundDataset(dataset: input.dataset, package: package, resource: resource)
      let name = title(of: input.dataset.name) ?? input.dataset.name
      return found.unconfirmed(ofColumns: input.queries.flatMap(\.columnNames)).map { name + "：" + $0 }
    }
  }

  /// What people call a dataset: its title, with that of the resource where there are several; nil: it has none.
  func title(of name: String) -> String? {
    let parts = name.split(separator: "/", maxSplits: 1).map(String.init)
    guard let package = entries.first(where: { $0.package.name == parts.first })?.package else { return nil }
    return package.paperTitle(ofResource: parts.last)
  }

  /// `id`, or `dataset.id` where several datasets have it.
  ///
  /// - Errors: unknown with the nearest id, or ambiguous.
  func metric(_ id: String, at place: Place) throws(Findings) -> (entry: Entry, metric: MetricDefinition) {
    var found: [(Entry, MetricDefinition)] = []
    for entry in entries {
      for metric in entry.metrics where metric.id == id || entry.name + "." + metric.id == id {
        found.append((entry, metric))
      }
    }
    if let only = found.first, found.count == 1 { return only }
    if found.isEmpty {
      let rule = MetricRule.unknown(
        id, nearest: NearestName.find(id, in: entries.flatMap { $0.metrics.map(\.id) }), datasets: entries.map(\.name))
      throw Findings([Finding(rule, at: place, text: id)])
    }
    throw Findings([Finding(MetricRule.ambiguous(id, datasets: found.map(\.0.name)), at: place, text: id)])
  }
}
