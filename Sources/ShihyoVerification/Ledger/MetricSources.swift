import ShihyoDefinitions
import ShihyoModel
import ShihyoReports

/// From the id of a metric to what it reads and what it is called.
struct MetricSources {
  private var inputs: [String: String] = [:]
  private var labels: [String: Bilingual] = [:]
  private var titles: [String: String] = [:]
  /// Of the whole run.
  let all: [String]

  init(_ report: ReportDefinition, finder: DatasetFinder, run: RunRecord) {
    var all: [String] = []
    for input in run.inputs where !all.contains(input.dataset) { all.append(input.dataset) }
    self.all = all
    for name in report.datasets {
      guard let package = try? finder.package(named: name) else { continue }
      for resource in package.resources {
        titles[package.name + "/" + resource.name] =
          package.paperTitle(ofResource: resource.name) ?? (package.resources.count == 1 ? package.name : nil)
      }
      for metric in (try? MetricFile.load(for: package))?.metrics ?? [] {
        labels[metric.id] = metric.label
        guard let resource = try? package.resource(named: metric.resource) else { continue }
        inputs[metric.id] = package.name + "/" + resource.name
      }
    }
  }

  /// nil for a figure that no metric of the datasets gives (a table of ranks).
  func input(of metric: String) -> String? { Self.longest(metric, in: inputs)?.value }

  /// What people call the data; its name where it has no title.
  func title(of input: String) -> String { titles[input] ?? input }

  /// `users.change.previous` → 利用者数の前期比(増減率); nil where no metric has the name.
  func label(of metric: String) -> Bilingual? {
    guard let (name, label) = Self.longest(metric, in: labels) else { return nil }
    let rest = metric.dropFirst(name.count)
    if rest.isEmpty { return label }
    guard let words = Self.suffixes.first(where: { rest == $0.suffix })?.words else { return nil }
    return Bilingual(ja: "\(label.ja)の\(words.ja)", en: "\(label.en), \(words.en)")
  }

  private static let suffixes: [(suffix: String, words: Bilingual)] = [
    (".change.previous", Bilingual(ja: "前期比(増減率)", en: "change on the previous period")),
    (".change.year-ago", Bilingual(ja: "前年同期比(増減率)", en: "change on the year")),
    (".points.previous", Bilingual(ja: "前期差", en: "points on the previous period")),
    (".points.year-ago", Bilingual(ja: "前年同期差", en: "points on the year")),
    (".lower", Bilingual(ja: "95％区間の下限", en: "lower end of the 95 % interval")),
    (".upper", Bilingual(ja: "95％区間の上限", en: "upper end of the 95 % interval")),
    (".trend", Bilingual(ja: "傾向", en: "trend")),
  ]

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
