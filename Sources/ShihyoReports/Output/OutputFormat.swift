/// The formats that a document can be written in; each stands here once, for every command and every folder of outputs.
public enum OutputFormat: String, Hashable, Sendable, CaseIterable {
  case text, csv, markdown, html, json, xlsx, docx

  /// What the names of its files end with, without the dot.
  public var ending: String {
    switch self {
    case .text: "txt"
    case .csv: "csv"
    case .markdown: "md"
    case .html: "html"
    case .json: "json"
    case .xlsx: "xlsx"
    case .docx: "docx"
    }
  }

  /// `txt` and `text`, in any case; nil where the ending is of no format.
  public init?(ending: String) {
    let ending = ending.lowercased()
    guard let format = Self.allCases.first(where: { $0.ending == ending || $0.rawValue == ending }) else { return nil }
    self = format
  }

  /// Whether Shihyo makes it by itself; a Word document needs pandoc.
  public var needsProgram: Bool { self == .docx }

  /// Whether a terminal cannot show it.
  public var isBinary: Bool { self == .xlsx || self == .docx }

  /// What a folder of outputs holds where nothing else is asked for.
  public static let usual = allCases.filter { !$0.needsProgram }

  /// In a folder of outputs: `report.txt`.
  public var fileName: String { "report." + ending }

  /// For help texts and hints: `text, csv, markdown, html, json`.
  public static let names = allCases.map(\.rawValue).joined(separator: ", ")
}
