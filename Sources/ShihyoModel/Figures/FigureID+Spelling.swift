/// The spelling of ids in ledgers and on the command line, and back.
extension FigureID: CustomStringConvertible {
  /// `meeting/ranks/completed@2024-11,区=門司区`. Dimensions stand in the order of their UTF-8 bytes; Japanese stays readable,
  /// and only what would break the id, a line or a CSV cell is percent-encoded.
  public var spelling: String {
    let path = [report, section, metric].map(PercentEncoding.encode).joined(separator: "/")
    let pairs = dimensions.map { (name: Label($0.key), value: $0.value) }.sorted { $0.name < $1.name }
    return path + "@" + PercentEncoding.encode(period)
      + pairs.map { "," + PercentEncoding.encode($0.name.text) + "=" + PercentEncoding.encode($0.value) }.joined()
  }

  public var description: String { spelling }

  /// Reads a spelling. Dimensions may stand in any order; the id that comes out spells them sorted.
  public init(spelling text: String) throws(FigureIDRule) {
    var pieces = text.split(separator: ",", omittingEmptySubsequences: false)[...]
    let head = (pieces.popFirst() ?? "").split(separator: "@", omittingEmptySubsequences: false)
    guard head.count == 2 else { throw .malformed(text) }
    let path = head[0].split(separator: "/", omittingEmptySubsequences: false)
    guard path.count == 3, !path.contains("") else { throw .malformed(text) }
    var dimensions: [String: String] = [:]
    for piece in pieces {
      let pair = piece.split(separator: "=", omittingEmptySubsequences: false)
      guard pair.count == 2, !pair[0].isEmpty else { throw .malformed(text) }
      let name = try Self.decode(pair[0], in: text)
      guard dimensions[name] == nil else { throw .repeatedDimension(name) }
      dimensions[name] = try Self.decode(pair[1], in: text)
    }
    self.init(
      report: try Self.decode(path[0], in: text), section: try Self.decode(path[1], in: text),
      metric: try Self.decode(path[2], in: text), period: try Self.decode(head[1], in: text), dimensions: dimensions)
  }

  private static func decode(_ piece: Substring, in text: String) throws(FigureIDRule) -> String {
    guard let decoded = PercentEncoding.decode(piece) else { throw .malformed(text) }
    return decoded
  }
}

/// What can be wrong with the id of a figure.
public enum FigureIDRule: FindingRule, Error {
  case malformed(String)
  case repeatedDimension(String)

  public static let examples: [FigureIDRule] = [.malformed("ranks@"), .repeatedDimension("区")]

  public var code: String {
    switch self {
    case .malformed: "figure-id.malformed"
    case .repeatedDimension: "figure-id.repeated-dimension"
    }
  }
  public var message: Bilingual {
    switch self {
    case .malformed(let text): Bilingual(ja: "図表の数値の番号として読めません：\(text)", en: "not the id of a figure: \(text)")
    case .repeatedDimension(let name):
      Bilingual(ja: "区分「\(name)」が2回あります", en: "the dimension \(name) stands twice")
    }
  }
  public var hint: Bilingual {
    switch self {
    case .malformed:
      Bilingual(
        ja: "「報告/節/指標@期間,区分=値」の形で書いてください（例：quarterly/rates/centre.rate.all@FY2023,区=門司区）。数値根拠表の id 列からそのまま写せます。",
        en: "Write REPORT/SECTION/METRIC@PERIOD,DIMENSION=VALUE, for example "
          + "quarterly/rates/centre.rate.all@FY2023,ward=Moji, or copy the id column of the ledger.")
    case .repeatedDimension:
      Bilingual(ja: "同じ区分は1回だけ書いてください。", en: "Write each dimension once.")
    }
  }
}
