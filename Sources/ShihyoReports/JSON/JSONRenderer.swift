import ShihyoModel

/// A document as JSON, for programs that need more than the CSV: both languages, units, parts of ratios, notes.
///
///     {"title": {"ja", "en"} | null, "notice"?: {"ja", "en"},
///      "frame"?: {"number", "status", "date"?, "department", "footnotes", "closing"},
///      "inputs": [{"name", "records", "accepted", "rejected", "filteredOut", "leftOut": {reason: n}, "blankLines",
///                  "layout"?: {"rows", "totals", "notes", "emptyRows", "noteTexts"?}}],
///      "blocks": [{"type": "heading", "level", "text": {"ja", "en"}}
///                 | {"type": "paragraph", "parts": [{"text": {"ja", "en"}} | FIGURE]}
///                 | {"type": "list", "items": [[{"text": {"ja", "en"}} | FIGURE]]}
///                 | {"type": "table", "name", "title", "keys": [{"name", "label"}], "values": [{"name", "label", "unit", "footnotes"?}],
///                    "spanners": [{"label", "first", "last"}], "rows": [{"kind", "keys": [code], "labels": [{"ja", "en"}], "figures": [FIGURE]}],
///                    "footnotes", "notes"}
///                 | {"type": "chart", "kind", "name", "title", "alternative", "unit", "categories": [code],
///                    "labels": [{"ja", "en"}], "series": [{"label", "figures": [FIGURE], "details"?}]}],
///      "notes": [{"ja", "en"}]}
///
/// FIGURE is `{"kind", "value", "printed": {"ja", "en"}, …}`. `value`, `numerator` and `denominator` are strings
/// (`Figure.machineSpelling`), so that no reader loses a digit; `value` is null where there is none, and `marks` says why.
/// Present only where known: `id`, `unit`, `numerator`, `denominator`, `n`, `digits`, `rounding`, `marks`, `why`, `definition`.
/// Columns of a spanner are numbered from 1, both ends included.
public struct JSONRenderer: Hashable, Sendable {
  public init() {}

  public func render(_ document: ReportDocument) -> String { value(of: document).spelling() + "\n" }

  /// Writes the same to a sink, a row at a time.
  public func render(_ document: ReportDocument, to sink: inout ByteSink) {
    value(of: document).write(to: &sink)
    sink.append("\n")
  }

  private func value(of document: ReportDocument) -> JSONValue {
    let notice = document.notice.map { [(name: "notice", value: JSONFigure.text($0))] } ?? []
    let members: [(name: String, value: JSONValue)] = [
      ("inputs", .array(document.inputs.map(input))),
      ("blocks", .array(document.blocks.map(block))),
      ("notes", JSONFigure.texts(document.completeNotes)),
    ]
    let frame = document.frame.map { [(name: "frame", value: Self.frame($0))] } ?? []
    return .object([("title", JSONFigure.text(document.title))] + notice + frame + members)
  }

  private static func frame(_ frame: PaperFrame) -> JSONValue {
    let date = frame.date.map { [(name: "date", value: JSONFigure.text($0))] } ?? []
    return .object(
      [
        ("number", JSONFigure.text(frame.number)), ("status", JSONFigure.text(frame.status)),
      ] + date + [
        ("department", JSONFigure.text(frame.department)), ("footnotes", JSONFigure.texts(frame.footnotes)),
        ("closing", JSONFigure.texts(frame.closing)),
      ])
  }

  private func input(_ input: ReportDocument.Input) -> JSONValue {
    let accounting = input.accounting
    let reasons = Reason.allCases.filter { accounting.leftOut[$0] > 0 }
    let layout = accounting.layout
    let texts: JSONValue = .array(layout.noteTexts.map { .string($0) })
    let ofRows: JSONValue = .object(
      [
        ("rows", .integer(layout.rows)), ("totals", .integer(layout.totals)), ("notes", .integer(layout.notes)),
        ("emptyRows", .integer(layout.emptyRows)),
      ] + (layout.noteTexts.isEmpty ? [] : [("noteTexts", texts)]))
    return .object(
      [
        ("name", .string(input.name)), ("records", .integer(accounting.records)),
        ("accepted", .integer(accounting.accepted)), ("rejected", .integer(accounting.rejected)),
        ("filteredOut", .integer(accounting.filteredOut)),
        ("leftOut", .object(reasons.map { ($0.name, .integer(accounting.leftOut[$0])) })),
        ("blankLines", .integer(accounting.blankLines)),
      ] + (layout.rows > 0 ? [("layout", ofRows)] : []))
  }

  private func block(_ block: ReportDocument.Block) -> JSONValue {
    switch block {
    case .heading(let level, let text):
      .object([("type", .string("heading")), ("level", .integer(level)), ("text", JSONFigure.text(text))])
    case .paragraph(let inlines):
      .object([("type", .string("paragraph")), ("parts", .array(inlines.map(part)))])
    case .list(let items):
      .object([("type", .string("list")), ("items", .array(items.map { .array($0.map(part)) }))])
    case .table(let table): JSONTable.value(table)
    case .chart(let chart): JSONChart.value(chart)
    }
  }

  private func part(_ inline: ReportDocument.Inline) -> JSONValue {
    switch inline {
    case .text(let text): .object([("text", JSONFigure.text(text))])
    case .figure(let figure): JSONFigure.value(figure)
    }
  }
}
