import ShihyoDefinitions
import ShihyoModel

/// Which metrics of a report hide small counts, and by which keys the report prints each of them.
///
/// All places at which a metric is printed are decided together, so that one table does not tell what another hides.
struct MetricHiding {
  /// A metric under the same conditions, other than those that choose one group.
  struct Use: Hashable {
    var metric: MetricDefinition
    var dataset: Dataset
    var filter: [Condition]
    var request: DisclosureRequest
    /// Every key by which it is printed somewhere.
    var keys: [GroupKey] = []
    /// The sets of keys that it is printed by; the empty one is its total.
    var published: Set<Set<GroupKey>> = []
  }

  private(set) var uses: [Use] = []

  /// A metric as one place of the report prints it: by keys, of one group of each fixed key.
  struct Placed: Hashable {
    var use: Use
    var keys: [GroupKey]
    var fixed: [GroupKey: String]
  }

  /// Enters a place; nil for a metric that hides nothing.
  ///
  /// - Errors: a threshold that is out of range.
  mutating func enter(
    _ metric: MetricDefinition, dataset: Dataset, keys: [GroupKey], filter: [Condition]
  ) throws(Findings) -> Placed? {
    guard let threshold = metric.disclosure else { return nil }
    var fixed: [GroupKey: String] = [:]
    var rest: [Condition] = []
    for condition in filter {
      let key = GroupKey(column: condition.column)
      if condition.comparison == .equal, condition.values.count == 1, fixed[key] == nil, !keys.contains(key) {
        fixed[key] = condition.values[0]
      } else {
        rest.append(condition)
      }
    }
    let found = uses.firstIndex { $0.metric.id == metric.id && $0.dataset == dataset && $0.filter == rest }
    let place = found ?? uses.count
    if found == nil {
      uses.append(
        Use(metric: metric, dataset: dataset, filter: rest, request: try DisclosureRequest(threshold: threshold)))
    }
    let all = keys + fixed.keys.sorted { $0.machineName < $1.machineName }
    for key in all where !uses[place].keys.contains(key) { uses[place].keys.append(key) }
    uses[place].published.insert(Set(all))
    return Placed(use: uses[place], keys: keys, fixed: fixed)
  }
}
