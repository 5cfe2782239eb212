import ShihyoDefinitions
import ShihyoModel
import ShihyoReports

/// The paper of an edition as its `report.json` holds it: what is printed of each figure and where, and every line of words.
struct EditionPaper {
  /// A sentence, a title or a note.
  struct Line: Hashable {
    enum Kind: Hashable { case title, sentence, note }
    var kind = Kind.sentence
    /// The heading above it; empty: of the whole paper.
    var section: String
    var text: String
    /// Its figures in order, without the section of their ids: a sentence that moves keeps them.
    var figures: [String] = []
  }
  /// A figure as it is printed at one place.
  struct Printed: Hashable {
    var section: String
    /// Table, row and column; nil: a sentence.
    var cell: String?
    var text: String
  }

  private(set) var lines: [Line] = []
  private(set) var headings: [String] = []
  /// By id, in tables: every cell that prints it, in the order of the paper.
  private(set) var cells: [String: [Printed]] = [:]
  /// By id, in sentences.
  private(set) var words: [String: Printed] = [:]
  /// Every id that is printed, in the order of the paper.
  private(set) var ids: [String] = []
  /// Title, 資料番号, department and 問い合わせ先 as it prints them; empty where it has none.
  private(set) var (title, number, department, contact) = ("", "", "", "")
  private let language: Language

  /// - Parameter language: in which its figures and headings are read.
  /// - Errors: no such file, no JSON.
  init(path: String, language: Language) throws(Findings) {
    self.language = language
    let root = try ShihyoDefinitions.JSONReader.read(try DefinitionFile.read(path), file: path)
    add(.title, [root["title"]], "")
    let frame = root["frame"]
    (title, number, department) = (spelled(root["title"]), spelled(frame["number"]), spelled(frame["department"]))
    contact =
      frame["closing"].items.map { spelled($0) }.first { line in
        Language.allCases.contains { line.hasPrefix(PaperFrame.contactLead[$0]) }
      } ?? ""
    var (section, tables) = ("", 0)
    let titles = root["blocks"].items.filter { $0["type"].text == "table" }.map { spelled($0["title"]) }
    let twice = Set(titles.filter { title in titles.count { $0 == title } > 1 })
    for block in root["blocks"].items {
      switch block["type"].text {
      case "heading":
        section = spelled(block["text"])
        headings.append(section)
      case "paragraph": add([block["parts"]], section)
      case "list": add(block["items"].items, section)
      case "table":
        add(table: block, named: name(titles[tables], number: tables + 1, twice), section)
        tables += 1
      case "chart": add(.title, [block["title"]], section)
      default: break
      }
    }
    add(.note, root["frame"]["footnotes"].items + root["notes"].items + root["frame"]["closing"].items, "")
  }

  private func spelled(_ value: JSONValue?) -> String { value[language.rawValue].text }

  private mutating func add(_ kind: Line.Kind, _ texts: [JSONValue?], _ section: String) {
    for text in texts.map(spelled) where !text.isEmpty { lines.append(Line(kind: kind, section: section, text: text)) }
  }

  private mutating func add(_ items: [JSONValue?], _ section: String) {
    for item in items {
      var line = Line(section: section, text: "")
      for part in item.items {
        let (id, printed) = (part["id"].text, spelled(part["printed"]))
        if !id.isEmpty {
          line.figures.append(Self.withoutSection(id))
          enter(id)
          if words[id] == nil { words[id] = Printed(section: section, cell: nil, text: printed) }
        }
        line.text += spelled(part["text"]) + printed
      }
      if !line.text.isEmpty { lines.append(line) }
    }
  }

  private mutating func enter(_ id: String) { if cells[id] == nil, words[id] == nil { ids.append(id) } }

  /// A table without a title has its number in the paper, as its sheet in the workbook has; of the same title, both.
  private func name(_ title: String, number: Int, _ twice: Set<String>) -> String {
    let numbered = language == .ja ? "表\(number)" : "Table \(number)"
    if title.isEmpty { return numbered }
    return twice.contains(title) ? numbered + " " + title : title
  }

  private mutating func add(table: JSONValue, named name: String, _ section: String) {
    add(.title, [table["title"]], section)
    var columns = table["values"].items.map { spelled($0["label"]) }
    for spanner in table["spanners"].items {
      guard case .number(let first)? = spanner["first"]?.content, case .number(let last)? = spanner["last"]?.content,
        let first = Int(first), let last = Int(last)
      else { continue }
      for place in columns.indices where (first...max(first, last)).contains(place + 1) {
        columns[place] = spelled(spanner["label"]) + " " + columns[place]
      }
    }
    for row in table["rows"].items {
      let labels = row["labels"].items.map { spelled($0) }.filter { !$0.isEmpty }
      for (column, figure) in row["figures"].items.enumerated() {
        let id = figure["id"].text
        guard !id.isEmpty else { continue }
        enter(id)
        let heading = column < columns.count ? [columns[column]] : []
        cells[id, default: []].append(
          Printed(
            section: section, cell: ([name] + labels + heading).joined(separator: " "),
            text: spelled(figure["printed"])))
      }
    }
    add(.note, table["footnotes"].items + table["notes"].items, section)
  }

  /// `paper/use/users@FY2025Q2` → `users@FY2025Q2`
  private static func withoutSection(_ id: String) -> String {
    id.split(separator: "/", maxSplits: 2).last.map(String.init) ?? id
  }
}
