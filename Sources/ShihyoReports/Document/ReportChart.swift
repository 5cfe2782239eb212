public import ShihyoModel

/// A chart as data: categories along one axis, one or more series of figures. How it is drawn is the renderer's.
///
/// - Missing: a figure without a value leaves a gap; it is never drawn as 0.
public struct ReportChart: Hashable, Sendable {
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// One bar per category and series.
    case bars
    /// One bar of 100 % per category, a part per series.
    case stackedShares = "stacked-shares"
    /// One horizontal bar per age bracket.
    case ageBars = "age-bars"
    /// Values over periods.
    case line
    /// Counts by impact and urgency: categories are rows, series are columns.
    case matrix
  }
  public struct Series: Hashable, Sendable {
    public var label: Bilingual
    /// One per category.
    public var figures: [Figure]
    /// What stands in each cell of a matrix besides its count: `B1 B6 B7`. Empty, or one per category.
    public var details: [Bilingual]
    public init(label: Bilingual, figures: [Figure], details: [Bilingual] = []) {
      self.label = label
      self.figures = figures
      self.details = details
    }
  }

  public var kind: Kind
  /// Unique in the document; kebab-case.
  public var name: String
  public var title: Bilingual
  public var categories: [ReportTable.KeyCell]
  public var series: [Series]
  /// ％, 人: of the value axis.
  public var unit: String?
  /// What the chart shows, in a sentence, for those who cannot see it.
  public var alternative: Bilingual

  public init(
    kind: Kind, name: String, title: Bilingual, categories: [ReportTable.KeyCell], series: [Series],
    unit: String? = nil, alternative: Bilingual
  ) {
    self.kind = kind
    self.name = name
    self.title = title
    self.categories = categories
    self.series = series
    self.unit = unit
    self.alternative = alternative
  }
}
