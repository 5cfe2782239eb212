public import ShihyoModel

/// What a table by bodies says of names that the city profile does not know, and of one body in several rows.
public enum BodyNotes {
  /// - Parameter column: the place of the bodies among the keys.
  public static func notes(_ table: ReportTable, column: Int, bodies: BodyOrder) -> [Bilingual] {
    var unknown: [String] = []
    var spellings: [Int: [String]] = [:]
    for row in table.rows where row.kind == .body && row.keys.indices.contains(column) {
      let name = row.keys[column].code
      guard !name.isEmpty else { continue }
      if let position = bodies.position(of: name) {
        if !spellings[position, default: []].contains(name) { spellings[position, default: []].append(name) }
      } else if !unknown.contains(name) {
        unknown.append(name)
      }
    }
    var notes: [Bilingual] = []
    if !unknown.isEmpty {
      let names = { unknown.prefix(mostNamed).joined(separator: $0) + (unknown.count > mostNamed ? "…" : "") }
      notes.append(
        Bilingual(
          ja: "プロファイルにない名前: \(names("、"))", en: "Names that the profile does not know: \(names(", "))"))
    }
    for (position, names) in spellings.sorted(by: { $0.key < $1.key }) where names.count > 1 {
      let body = bodies.bodies[position].name
      notes.append(
        Bilingual(
          ja: "「\(names.joined(separator: "」「"))」は同じ「\(body)」の別の表記で、行が分かれている。元のデータでそろえること。",
          en:
            "\(names.joined(separator: ", ")) are spellings of \(body) in rows of their own: write them alike in the data."
        ))
    }
    return notes
  }

  private static let mostNamed = 10
}

extension ReportDocument {
  /// Adds notes to its first table.
  public mutating func addNotes(_ notes: [Bilingual]) {
    guard !notes.isEmpty,
      let index = blocks.firstIndex(where: { if case .table = $0 { true } else { false } }),
      case .table(var table) = blocks[index]
    else { return }
    table.notes += notes.filter { !table.notes.contains($0) }
    blocks[index] = .table(table)
  }
}
