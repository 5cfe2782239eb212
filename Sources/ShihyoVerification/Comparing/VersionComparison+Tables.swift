import ShihyoDefinitions
import ShihyoModel
public import ShihyoReports

extension VersionComparison {
  /// For programs: one row per change of a column, a row or a cell.
  ///
  /// - Columns: `change` (`added`, `removed`, `changed`, `spelling`, `column-…`), the key columns, `column`, `old`, `new`,
  ///   `difference`, `unit`, `rank`, `contribution-share`, `old-line`, `new-line`.
  /// - Numbers: after the changes a `contribution` per row that moved a sum, the largest first, and its `total`, 100 ％;
  ///   a column that is not added up is an `unsummed` row with its reason in `new`.
  public var table: ReportDocument {
    let spelled = keys.map { $0 == "column" || $0 == "change" ? "key:" + $0 : $0 }
    var table = PlainTable(
      name: "changes",
      columns: (["change"] + spelled + ["column", "old", "new", "difference", "unit"] + [
        "rank", "contribution-share", "old-line", "new-line",
      ]).map {
        ($0, Bilingual(ja: $0, en: $0), false)
      })
    let blanks = keys.map { _ in PlainTable.Cell.none }
    for change in columns {
      let words = change.words
      table.rows.append(
        [PlainTable.Cell(words.code)] + blanks
          + [.none, PlainTable.Cell(words.old), PlainTable.Cell(words.new), .none, .none] + Self.unranked + [
            .none, .none,
          ])
    }
    for row in rows {
      let isAdded = row.kind == .added
      let lead = [PlainTable.Cell(row.kind.rawValue)] + row.key.map { PlainTable.Cell($0) }
      let line = PlainTable.Cell(String(row.line))
      // A row of keys alone is a change, too.
      let cells = row.cells.isEmpty ? [Cell(column: "", text: "")] : row.cells
      table.rows += cells.map { cell in
        let text = PlainTable.Cell(cell.text ?? "")
        return lead + [PlainTable.Cell(cell.column), isAdded ? .none : text, isAdded ? text : .none, .none, .none]
          + Self.unranked + [isAdded ? .none : line, isAdded ? line : .none]
      }
    }
    for cell in cells {
      table.rows.append(
        [PlainTable.Cell(cell.kind.rawValue)] + cell.key.map { PlainTable.Cell($0) }
          + [PlainTable.Cell(cell.column), PlainTable.Cell(cell.old ?? ""), PlainTable.Cell(cell.new ?? "")]
          + [
            cell.difference.map { PlainTable.Cell($0.description, $0.signed) } ?? .none,
            PlainTable.Cell(cell.unit ?? ""),
          ]
          + Self.unranked + [PlainTable.Cell(String(cell.oldLine)), PlainTable.Cell(String(cell.newLine))])
    }
    for movement in movements { table.rows += movement.rows(keys: keys.count) }
    for column in unsummed {
      table.rows.append(
        [PlainTable.Cell("unsummed")] + blanks
          + [PlainTable.Cell(column.column), .none, PlainTable.Cell(column.reason.rawValue), .none, .none]
          + Self.unranked + [.none, .none])
    }
    return ReportDocument(blocks: [.table(table.table)], notice: notice)
  }

  private static let unranked = [PlainTable.Cell.none, .none]

  /// Everything as JSON, with the runs of each changed text.
  ///
  ///     {"old", "new", "notice"?, "keys": [name], "rows": {"matched", "unchanged", "added", "removed"},
  ///      "columns": [{"change", "old", "new"}],
  ///      "added" | "removed": [{"key": [text], "line", "cells": {column: text | null}}],
  ///      "changed": [{"kind", "key", "column", "old", "new", "oldLine", "newLine", "difference"?, "unit"?, "runs"?: [{"kind", "text"}]}],
  ///      "movements": [{"column", "unit", "old", "new", "difference",
  ///                     "rows": [{"rank", "key", "old", "new", "difference", "contributionShare"}]}],
  ///      "unsummed": [{"column", "reason"}]}
  ///
  /// Numbers are strings; a text that must not be quoted is null.
  public var json: String {
    var members = [JSONMember("old", .text(oldName)), JSONMember("new", .text(newName))]
    if let notice { members.append(JSONMember("notice", .text(notice.ja))) }
    members.append(JSONMember("keys", .texts(keys)))
    let counts = [
      ("matched", matched), ("unchanged", unchanged), ("added", rows.count { $0.kind == .added }),
      ("removed", rows.count { $0.kind == .removed }),
    ]
    members.append(JSONMember("rows", .object(counts.map { JSONMember($0, .number($1)) })))
    members.append(
      JSONMember(
        "columns",
        .list(
          columns.map { change in
            let words = change.words
            return .object([
              JSONMember("change", .text(words.code)), JSONMember("old", .text(words.old)),
              JSONMember("new", .text(words.new)),
            ])
          })))
    for kind in [RowKind.added, .removed] {
      members.append(JSONMember(kind.rawValue, .list(rows.filter { $0.kind == kind }.map(\.json))))
    }
    members.append(JSONMember("changed", .list(cells.map(\.json))))
    members.append(JSONMember("movements", .list(movements.map(\.json))))
    members.append(
      JSONMember(
        "unsummed",
        .list(
          unsummed.map {
            .object([JSONMember("column", .text($0.column)), JSONMember("reason", .text($0.reason.rawValue))])
          })))
    return JSONWriter.write(.object(members))
  }
}

extension VersionComparison.RowChange {
  fileprivate var json: JSONValue {
    .object([
      JSONMember("key", .texts(key)), JSONMember("line", .number(line)),
      JSONMember("cells", .object(cells.map { JSONMember($0.column, .optional($0.text)) })),
    ])
  }
}

extension VersionComparison.CellChange {
  fileprivate var json: JSONValue {
    var members = [
      JSONMember("kind", .text(kind.rawValue)), JSONMember("key", .texts(key)), JSONMember("column", .text(column)),
      JSONMember("old", .optional(old)), JSONMember("new", .optional(new)), JSONMember("oldLine", .number(oldLine)),
      JSONMember("newLine", .number(newLine)),
    ]
    if let difference {
      members += [JSONMember("difference", .text(difference.description)), JSONMember("unit", .optional(unit))]
    }
    if let old, let new, difference == nil {
      let runs = TextDifference(old: old, new: new, by: .word).runs.map { run in
        JSONValue.object([JSONMember("kind", .text(run.kind.rawValue)), JSONMember("text", .text(run.text))])
      }
      members.append(JSONMember("runs", .list(runs)))
    }
    return .object(members)
  }
}

extension NumberMovement {
  /// The rows that moved it, then the whole: what the difference of each is of the whole difference, in ％.
  fileprivate func rows(keys: Int) -> [[PlainTable.Cell]] {
    func cells(
      _ change: String, _ key: [String], _ old: ExactDecimal?, _ new: ExactDecimal?, _ moved: ExactDecimal, _ rank: Int?
    ) -> [PlainTable.Cell] {
      [PlainTable.Cell(change)] + key.map { PlainTable.Cell($0) }
        + [PlainTable.Cell(column), PlainTable.Cell(old?.description ?? ""), PlainTable.Cell(new?.description ?? "")]
        + [
          PlainTable.Cell(moved.description, moved.signed), PlainTable.Cell(unit ?? ""),
          PlainTable.Cell(rank.map(String.init) ?? ""),
        ]
        + [PlainTable.Cell(contribution(moved)?.machineSpelling ?? ""), .none, .none]
    }
    let blanks = Array(repeating: "", count: keys)
    return zip(ranks, contributions).map { cells("contribution", $1.key, $1.old, $1.new, $1.difference, $0) }
      + [cells("total", blanks, oldTotal, newTotal, difference, nil)]
  }

  fileprivate var json: JSONValue {
    let rows = zip(ranks, contributions).map { rank, row in
      JSONValue.object([
        JSONMember("rank", .number(rank)), JSONMember("key", .texts(row.key)),
        JSONMember("old", .optional(row.old?.description)), JSONMember("new", .optional(row.new?.description)),
        JSONMember("difference", .text(row.difference.description)),
        JSONMember("contributionShare", .optional(contribution(row.difference)?.machineSpelling)),
      ])
    }
    return .object([
      JSONMember("column", .text(column)), JSONMember("unit", .optional(unit)),
      JSONMember("old", .text(oldTotal.description)), JSONMember("new", .text(newTotal.description)),
      JSONMember("difference", .text(difference.description)), JSONMember("rows", .list(rows)),
    ])
  }
}

extension JSONValue {
  static func text(_ text: String) -> JSONValue { JSONValue(.string(text)) }
  static func optional(_ text: String?) -> JSONValue { text.map { .text($0) } ?? JSONValue(.null) }
  static func number(_ number: Int) -> JSONValue { JSONValue(.number(String(number))) }
  static func texts(_ texts: [String]) -> JSONValue { .list(texts.map { .text($0) }) }
  static func list(_ items: [JSONValue]) -> JSONValue { JSONValue(.array(items)) }
  static func object(_ members: [JSONMember]) -> JSONValue { JSONValue(.object(members)) }
}
