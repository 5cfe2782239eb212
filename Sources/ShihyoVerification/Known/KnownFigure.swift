public import ShihyoModel

/// 既公表値: one number that a document prints, or one relation between such numbers, as a row of `known-figures.csv`.
///
/// - Shape: a row with a printed text is a figure; one without is a relation, or a derived number (導出値) that nobody printed.
/// - Source: Sources/Shihyo/Shihyo.docc/Verification.md.
public struct KnownFigure: Hashable, Sendable {
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    case period, instant, cumulative, planned, notStated = "not-stated"

    /// As the file writes it.
    public var label: Bilingual {
      switch self {
      case .period: Bilingual(ja: "期間", en: "period")
      case .instant: Bilingual(ja: "時点", en: "instant")
      case .cumulative: Bilingual(ja: "累計", en: "cumulative")
      case .planned: Bilingual(ja: "見込み", en: "planned")
      case .notStated: Bilingual(ja: "記載なし", en: "not-stated")
      }
    }
  }

  /// Unique over all datasets.
  public var id: String
  /// nil: not printed.
  public var printed: PrintedText?
  /// The text of the cell, also where it could not be read.
  public var printedText: String
  public var unit: String
  /// As the document says it; 記載なし where it does not.
  public var asOf: String
  public var kind: Kind
  public var document: String
  /// Lines of the document: `372`, `97-98`.
  public var line: String
  /// All must hold; none: only copied.
  var clauses: [Clause]
  public var rounding: RoundingMode
  public var note: String
  /// Dataset whose file it stands in.
  public var dataset: String
  public var place: Place

  public var isPrinted: Bool { !printedText.isEmpty }

  /// Place of one of its cells.
  func place(of column: KnownFigureFile.Column) -> Place {
    var place = place
    place.column = columns[column].map { .field(number: $0.number, name: $0.name) }
    return place
  }

  var columns: [KnownFigureFile.Column: KnownFigureFile.Heading] = [:]
}
