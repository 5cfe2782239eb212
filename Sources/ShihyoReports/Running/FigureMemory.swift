import ShihyoDefinitions
import ShihyoModel

/// What was made of metrics at periods, before anything of it is hidden: a paper prints most figures more than once, compares
/// them with each other, and is composed twice where it hides counts.
struct FigureMemory {
  private struct Asked {
    let metric: MetricDefinition
    let dataset: Dataset
    let keys: [GroupKey]
    let filter: [Condition]
    var made: [Period?: [MetricFigures.Made]] = [:]

    init(_ figures: MetricFigures) {
      metric = figures.metric
      dataset = figures.dataset
      keys = figures.keys
      filter = figures.filter
    }

    func isOf(_ figures: MetricFigures) -> Bool {
      metric == figures.metric && keys == figures.keys && filter == figures.filter && dataset == figures.dataset
    }
  }

  private var all: [Asked] = []

  func made(_ figures: MetricFigures, at period: Period?) -> [MetricFigures.Made]? {
    all.first { $0.isOf(figures) }?.made[period]
  }

  mutating func keep(_ made: [MetricFigures.Made], of figures: MetricFigures, at period: Period?) {
    let place = all.firstIndex { $0.isOf(figures) } ?? all.count
    if place == all.count { all.append(Asked(figures)) }
    all[place].made[period] = made
  }
}
