import ShihyoDefinitions
import ShihyoEngine
public import ShihyoModel

/// One field of a drafted descriptor.
struct DraftField {
  private typealias Value = ShihyoDefinitions.JSONValue
  private typealias Member = ShihyoDefinitions.JSONMember

  private let column: ColumnProfile
  /// The header is not where standard tools look for it, so to them every cell may be anything.
  private let isMessy: Bool

  /// What the layout of the table says of the column.
  enum Declared {
    case field(Field)
    case becomesValue
  }
  private let declared: Declared?

  init(_ column: ColumnProfile, isMessy: Bool, declared: Declared? = nil) {
    self.column = column
    self.isMessy = isMessy
    self.declared = declared
  }

  var value: ShihyoDefinitions.JSONValue {
    if case .becomesValue? = declared {
      return Value(.object([Member("name", text(column.name)), Member("type", "any")]))
    }
    var own: [Member] = []
    if standardType != column.type.fieldType { own.append(Member("type", text(column.type.fieldType.rawValue))) }
    if let unit = column.unit { own.append(Member("unit", text(unit.symbol))) }
    if case .field(let field)? = declared {
      var role = field.role == .measure && !column.type.isNumeric ? .key : field.role
      if isNote { role = .note }
      if let role { own.append(Member("role", text(role.rawValue))) }
      if let additivity = field.additivity, column.type.isNumeric {
        own.append(Member("additivity", text(additivity.rawValue)))
      }
    }
    if let order = dateOrder { own.append(Member("date-order", text(order.rawValue))) }
    let notes = notes
    if !notes.isEmpty { own.append(Member("notes", Value(.array(notes.map { text("要確認：" + $0) })))) }
    var members = [Member("name", text(column.name)), Member("type", text(standardType.rawValue))]
    if !own.isEmpty { members.append(Member("shihyo", Value(.object(own)))) }
    return Value(.object(members))
  }

  private var isNote: Bool { [.text, .empty].contains(column.type) && HeaderWords.isNote(column.name) }

  private func text(_ text: String) -> Value { Value(.string(text)) }

  /// The only one that fits; of several the one of the spreadsheets that write such dates.
  private var dateOrder: Field.DateOrder? {
    column.dateOrders.contains(.monthDayYear) ? .monthDayYear : column.dateOrders.first
  }

  private var standardType: Field.ValueType {
    if isMessy { return .any }
    let type = column.type.fieldType
    switch type {
    case .period, .ageBracket, .string: return .string
    default: return column.isPlain && column.odd == nil ? type : .any
    }
  }

  private var notes: [String] {
    var notes: [String] = []
    if let odd = column.odd {
      let guess = column.type == .text ? "数値が多いが、数値でない" : "\(column.type.label.ja)とみたが、合わない"
      notes.append("\(guess)値が\(odd.count)件ある（最初は\(odd.firstLine)行目）。")
    }
    if case .integer = column.type, column.unit == nil { notes.append("単位がない。") }
    if case .number = column.type, column.unit == nil { notes.append("単位がない。") }
    if column.dateOrders.count > 1, let dateOrder { notes.append("月と日の順が分からないので \(dateOrder.rawValue) とした。") }
    if column.hasAmbiguousYears { notes.append("R5 のような年が年度か暦年か分からない。year を書く。") }
    if column.type == .empty { notes.append("値が一つもなく、型が分からない。") }
    if column.name.isEmpty { notes.append("見出しが空である。") }
    return notes
  }
}

/// Why no descriptor can be drafted.
public enum DraftRule: FindingRule {
  case standardInput
  case outsideFolder

  public static let examples: [DraftRule] = [.standardInput, .outsideFolder]

  public var code: String {
    switch self {
    case .standardInput: "draft.standard-input"
    case .outsideFolder: "draft.outside-folder"
    }
  }
  public var message: Bilingual {
    switch self {
    case .standardInput: Bilingual(ja: "標準入力の定義ファイルは作れません", en: "no descriptor can be drafted for standard input")
    case .outsideFolder:
      Bilingual(ja: "データが定義ファイルのフォルダの中にありません", en: "the data does not lie in the descriptor's folder")
    }
  }
  public var hint: Bilingual {
    switch self {
    case .standardInput: Bilingual(ja: "ファイルに保存してから、その名前を指定してください", en: "save it to a file and name that")
    case .outsideFolder:
      Bilingual(
        ja: "--write にはデータと同じフォルダの datapackage.json を指定してください",
        en: "let --write name a datapackage.json beside the data")
    }
  }
}
