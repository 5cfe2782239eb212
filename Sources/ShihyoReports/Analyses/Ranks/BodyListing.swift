import ShihyoModel

/// The bodies of a rank list in the order of the paper, under their groups.
///
/// - Shape: bodies in 建制順 where a profile knows them, the others after those in the order of the data. Spellings of one body
///   that the profile knows are one row. A body belongs to the group of the dataset's own column, else of the profile.
struct BodyListing: Hashable {
  struct Body: Hashable {
    var cell: ReportTable.KeyCell
    var counts: RankCounts
  }
  struct Group: Hashable {
    /// nil: bodies without a group.
    var cell: ReportTable.KeyCell?
    var bodies: [Body] = []
  }

  private(set) var groups: [Group] = []
  /// Bodies of the profile that the list does not hold, and of the list that the profile does not hold.
  private(set) var notListed: [String] = []
  private(set) var notKnown: [String] = []
  let overlapping: Bool

  var hasGroups: Bool { groups.contains { $0.cell != nil } }

  init(
    _ table: ResultTable, rows: [ResultTable.Row], hasGroupKey: Bool, bodies order: BodyOrder?, scale: RankScale
  ) {
    overlapping = table.overlapping
    var listed: [Listed] = []
    var places: [Identity: Int] = [:]
    for row in rows {
      guard let rank = row.keys.last, let key = row.keys.dropLast().last else { continue }
      let position = key.rankLabel.flatMap { order?.position(of: $0) }
      var group = hasGroupKey ? row.keys.first.map { ReportTable.KeyCell($0) } : nil
      if !hasGroupKey, let name = position.flatMap({ order?.bodies[$0].group }) { group = ReportTable.KeyCell(name) }
      let identity = Identity(group: group, position: position, key: position == nil ? key : nil)
      let place = places[identity] ?? listed.count
      if place == listed.count {
        places[identity] = place
        listed.append(
          Listed(
            group: group, position: position,
            body: Body(cell: ReportTable.KeyCell(key), counts: RankCounts(scale: scale))))
      }
      listed[place].body.counts.add(row.recordCount, rank: rank, scale: scale)
    }
    arrange(listed)
    guard let order else { return }
    let present = Set(listed.compactMap(\.position))
    notListed = order.bodies.indices.filter { !present.contains($0) }.map { order.bodies[$0].name }
    notKnown = listed.filter { $0.position == nil }.map(\.body.cell.label.ja)
  }

  private struct Identity: Hashable {
    var group: ReportTable.KeyCell?
    var position: Int?
    var key: KeyValue?
  }

  private struct Listed {
    var group: ReportTable.KeyCell?
    var position: Int?
    var body: Body
  }

  /// Groups stand where their first body stands; bodies without a group come last.
  private mutating func arrange(_ listed: [Listed]) {
    let ordered = listed.enumerated().sorted { left, right in
      (left.element.position ?? .max, left.offset) < (right.element.position ?? .max, right.offset)
    }.map(\.element)
    for entry in ordered.filter({ $0.group != nil }) + ordered.filter({ $0.group == nil }) {
      if let place = groups.firstIndex(where: { $0.cell == entry.group }) {
        groups[place].bodies.append(entry.body)
      } else {
        groups.append(Group(cell: entry.group, bodies: [entry.body]))
      }
    }
  }
}
