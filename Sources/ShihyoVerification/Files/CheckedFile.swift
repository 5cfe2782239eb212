public import ShihyoModel
import ShihyoReports

/// A figure that a changed file moved: what was published, and what comes out now.
public struct MovedFigure: Hashable, Sendable {
  public var id: String
  /// As printed or in the ledger; empty where nothing was.
  public var old: String
  /// With the same digits; empty where nothing comes out any more.
  public var new: String
  /// new − old, where both are numbers.
  public var difference: String
  public var unit: String
  /// What else moved, such as numerator and denominator of a share that is still printed the same.
  public var why: Bilingual?
  /// 252件, as a document prints it: the unit stands in the text.
  private let isText: Bool

  init(_ figure: CheckedFigure) {
    id = figure.id
    (old, new) = (figure.printed, figure.computed)
    difference = figure.difference
    unit = figure.unit
    isText = figure.section != .ledger
    why = figure.difference.isEmpty ? figure.why : nil
  }

  /// `252件 → 225（差 △27）`
  func spelled(_ language: Language) -> String {
    let isJapanese = language == .ja
    func shown(_ text: String, _ unit: String) -> String {
      guard !text.isEmpty else { return isJapanese ? "（なし）" : "(none)" }
      return (isJapanese ? MinusSign.japanese(text) : text) + unit
    }
    let new = DigitGroups.number(new)
    var text = "\(shown(isText ? old : DigitGroups.number(old), isText ? "" : unit)) → \(shown(new, unit))"
    if !difference.isEmpty, difference != "0" {
      let amount = DigitGroups.grouped(difference)
      text += isJapanese ? "（差 \(MinusSign.japanese(amount))）" : " (difference \(amount))"
    } else if let why {
      text += isJapanese ? "（\(why.ja)）" : " (\(why.en))"
    }
    return text
  }
}

/// An input file against the digest that its descriptor declares.
public struct CheckedFile: Hashable, Sendable {
  public enum State: String, Hashable, Sendable { case same, changed, undeclared, unreadable }

  /// `kitakyushu-requests/requests.csv`
  public var id: String
  public var path: String
  public var state: State
  public var declared = ""
  public var found = ""
  public var bytes = 0
  /// `dataset/resource`; several where they share a file, none for known figures.
  public var inputs: [String] = []
  public var dataset: String
  /// Where the digest stands.
  public var place = Place()
  /// Figures that do not hold any more and were computed from it; filled at the end.
  public var moved: [MovedFigure] = []
  /// Ledgers that could not be computed again: whether their figures moved cannot be told.
  public var untold: [String] = []
  /// The `known-figures.csv` of its dataset.
  public var isKnownFigures = false
}
