import ShihyoDefinitions
import ShihyoModel
import ShihyoReports

/// From the id of a metric to what it reads and what it is called.
///
/// An id does not say its dataset. Where several datasets of the report have a metric of that name, the one that the run read
/// is meant; where it read several, the figure may be of any of them, and has the label that they share or none.
struct MetricSources {
  private struct Meaning {
    var input: String?
    var label: Bilingual
  }
  private var meanings: [String: [Meaning]] = [:]
  private var titles: [String: String] = [:]
  /// Of the whole run.
  let all: [String]

  init(_ report: ReportDefinition, finder: DatasetFinder, run: RunRecord) {
    all = Self.once(run.inputs.map(\.dataset))
    for name in report.datasets {
      guard let package = try? finder.package(named: name) else { continue }
      for resource in package.resources {
        titles[package.name + "/" + resource.name] =
          package.paperTitle(ofResource: resource.name) ?? (package.resources.count == 1 ? package.name : nil)
      }
      for metric in (try? MetricFile.load(for: package))?.metrics ?? [] {
        let resource = try? package.resource(named: metric.resource)
        let meaning = Meaning(input: resource.map { package.name + "/" + $0.name }, label: metric.label)
        meanings[metric.id, default: []].append(meaning)
      }
    }
    for (id, several) in meanings where several.count > 1 {
      let read = several.filter { $0.input.map(all.contains) ?? false }
      if !read.isEmpty { meanings[id] = read }
    }
  }

  /// What the figure may be made of; nil where no metric of the datasets gives it (a table of ranks): any input of the run.
  func inputs(of metric: String) -> [String]? {
    guard let found = Self.longest(metric, in: meanings)?.value.map(\.input) else { return nil }
    let known = found.compactMap(\.self)
    return known.count == found.count ? Self.once(known) : nil
  }

  /// What people call the data; its name where it has no title.
  func title(of input: String) -> String { titles[input] ?? input }

  /// `users.change.previous` → 利用者数の前期比(増減率); nil where no metric has the name, or several with other labels.
  func label(of metric: String) -> Bilingual? {
    guard let (name, found) = Self.longest(metric, in: meanings) else { return Self.counted[metric] }
    guard let label = found.first?.label, found.allSatisfy({ $0.label == label }) else { return nil }
    return MetricSuffix.label(label, metric.dropFirst(name.count))
  }

  /// What blocks count without a metric.
  private static let counted: [String: Bilingual] = [
    "count": Bilingual(ja: "件数", en: "Count"), "ranks.count": Bilingual(ja: "課題数", en: "Issues"),
    "ranks.share": Bilingual(ja: "ランクの割合", en: "Share of a rank"),
    "ranks.complete": Bilingual(ja: "完了率", en: "Complete"),
    "ranks.movement": Bilingual(ja: "前回と今回のランク別の課題数", en: "Issues by earlier and present rank"),
  ]

  private static func once(_ names: [String]) -> [String] {
    var once: [String] = []
    for name in names where !once.contains(name) { once.append(name) }
    return once
  }

  /// By the whole name, else by what is left of it without its last parts.
  private static func longest<Value>(_ metric: String, in values: [String: Value]) -> (name: String, value: Value)? {
    var name = metric[...]
    while true {
      if let value = values[String(name)] { return (String(name), value) }
      guard let dot = name.lastIndex(of: ".") else { return nil }
      name = name[..<dot]
    }
  }
}
