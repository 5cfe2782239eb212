import ShihyoDefinitions
import ShihyoModel
import ShihyoReports

/// The paper of an edition as its `report.json` holds it: where each figure stands, and every sentence.
struct EditionPaper {
  struct Sentence: Hashable {
    var section: String
    var text: String
    /// Ids of its figures, in order.
    var figures: [String]
  }

  private(set) var sentences: [Sentence] = []
  /// id → the table and row, or the sentence, that it first stands in.
  private(set) var places: [String: String] = [:]
  /// id → the heading above it.
  private(set) var sections: [String: String] = [:]
  private let language: Language

  /// - Errors: no such file, no JSON.
  init(path: String, language: Language) throws(Findings) {
    self.language = language
    let root = try ShihyoDefinitions.JSONReader.read(try DefinitionFile.read(path), file: path)
    var section = ""
    for block in root["blocks"].items {
      switch block["type"].text {
      case "heading": section = words(block["text"])
      case "paragraph": add([block["parts"]], section)
      case "list": add(block["items"].items, section)
      case "table": add(table: block, section)
      default: break
      }
    }
  }

  private func words(_ value: JSONValue?) -> String { value[language.rawValue].text }

  private mutating func add(_ lines: [JSONValue?], _ section: String) {
    for line in lines {
      var sentence = Sentence(section: section, text: "", figures: [])
      for part in line.items {
        let id = part["id"].text
        if !id.isEmpty { sentence.figures.append(id) }
        sentence.text += words(part["text"]) + words(part["printed"])
      }
      for id in sentence.figures where places[id] == nil {
        places[id] = language == .ja ? "本文" : "text"
        sections[id] = section
      }
      if !sentence.text.isEmpty { sentences.append(sentence) }
    }
  }

  private mutating func add(table: JSONValue, _ section: String) {
    let title = words(table["title"])
    let name = title.isEmpty ? table["name"].text : title
    let columns = table["values"].items.map { words($0["label"]) }
    for row in table["rows"].items {
      let labels = row["labels"].items.map { words($0) }.filter { !$0.isEmpty }
      for (column, figure) in row["figures"].items.enumerated() {
        let id = figure["id"].text
        guard !id.isEmpty, places[id] == nil else { continue }
        let heading = column < columns.count ? [columns[column]] : []
        places[id] = ((name.isEmpty ? [] : [name]) + labels + heading).joined(separator: " ")
        sections[id] = section
      }
    }
  }
}

extension JSONValue? {
  /// The member of an object; nil for anything else.
  subscript(key: String) -> JSONValue? { self.flatMap { $0[key] } }
  /// Empty for anything but an array.
  var items: [JSONValue] { if case .array(let items)? = self?.content { items } else { [] } }
  /// Empty for anything but a text.
  var text: String { if case .string(let text)? = self?.content { text } else { "" } }
}

extension JSONValue {
  fileprivate subscript(key: String) -> JSONValue? {
    guard case .object(let members) = content else { return nil }
    return members.first { $0.key == key }?.value
  }
}
