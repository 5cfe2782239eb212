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

  /// What of its row cannot be read, so that nothing can be told of it.
  var unreadable: Bilingual?

  /// A number of its text in the unit of its column, where that is the bare one: 3万人 in 人 is 30,000.
  func quantity(_ number: PrintedNumber) -> Quantity {
    let quantity = Quantity(number, rounding: rounding)
    guard let own = number.unit, let bare = bareUnit(of: number), own.exponent > bare.exponent,
      var converted = quantity.converted(to: bare)
    else { return quantity }
    converted.decimals = quantity.decimals.map { max(0, $0 - (own.exponent - bare.exponent)) }
    return converted
  }

  /// The unit of its column where it measures what the number does, with the same scale or a smaller one.
  func bareUnit(of number: PrintedNumber) -> MeasureUnit? {
    guard let column = MeasureUnit(parsing: unit), let own = number.unit, own.base == column.base,
      own.exponent >= column.exponent
    else { return nil }
    return column
  }

  /// Place of one of its cells.
  func place(of column: KnownFigureFile.Column) -> Place {
    var place = place
    place.column = columns[column].map { .field(number: $0.number, name: $0.name) }
    return place
  }

  var columns: [KnownFigureFile.Column: KnownFigureFile.Heading] = [:]
}
