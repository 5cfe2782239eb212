import ShihyoModel

/// The groups behind the figures of 到達状況: found by the dimensions that their ids name.
struct RankOrigins {
  let analysis: RanksAnalysis
  let tables: [ResultTable]
  let dataset: Dataset

  /// - Parameter dimensions: rank, body and group as codes; what is missing is not narrowed.
  /// - Parameter complete: the rank that a share of one body counts; nil: the share of the rank among the dimensions.
  func origin(_ kind: Figure.Kind, dimensions: [String: String], complete: String? = nil) -> FigureOrigin? {
    let isByBody = dimensions.keys.contains { $0 != analysis.rank } || complete != nil
    guard let table = isByBody && tables.count > 1 ? tables[1] : tables.first else { return nil }
    var rank = dimensions
    if let complete { rank[analysis.rank] = complete }
    let counted = part(table, rank)
    guard kind == .share else { return .sum(counted) }
    var whole = dimensions
    whole[analysis.rank] = nil
    return .ratio(.share, numerator: counted, denominator: part(table, whole))
  }

  private func part(_ table: ResultTable, _ dimensions: [String: String]) -> FigurePart {
    let rows = table.rows.filter { row in dimensions.allSatisfy { holds($0.key, $0.value, row, table) } }
    return FigurePart(
      dataset: dataset, query: table.query, groups: Set(rows.map(\.keys)), sum: SignedSum(.count))
  }

  private func holds(_ name: String, _ code: String, _ row: ResultTable.Row, _ table: ResultTable) -> Bool {
    if name == analysis.rank { return row.keys.last?.rankLabel == code }
    guard let body = row.keys.dropLast().last else { return false }
    if name == analysis.by?.machineName { return isSame(body, code) }
    if analysis.group != nil { return row.keys.first.map { ReportTable.KeyCell($0).code } == code }
    guard let order = analysis.bodies, let position = body.rankLabel.flatMap(order.position) else { return false }
    return order.bodies[position].group == code
  }

  /// Spellings of one body that the profile knows are one row of the paper.
  private func isSame(_ body: KeyValue, _ code: String) -> Bool {
    if ReportTable.KeyCell(body).code == code { return true }
    guard let order = analysis.bodies, let position = order.position(of: code) else { return false }
    return body.rankLabel.flatMap(order.position) == position
  }
}
