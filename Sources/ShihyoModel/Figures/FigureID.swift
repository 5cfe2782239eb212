/// `REPORT/SECTION/METRIC@PERIOD[,DIM=VALUE…]`: dimensions sorted by name, specials percent-encoded.
public struct FigureID: Hashable, Sendable {
  public var report: String
  public var section: String
  public var metric: String
  public var period: String
  /// Name and value, kept sorted by name.
  public var dimensions: [String: String]

  public init(report: String, section: String, metric: String, period: String, dimensions: [String: String] = [:]) {
    self.report = report
    self.section = section
    self.metric = metric
    self.period = period
    self.dimensions = dimensions
  }
}
