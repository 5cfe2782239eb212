extension MeasureUnit {
  /// Whether whole numbers of it can be a count of people or things, as 件, 人 and 館 can.
  ///
  /// - Note: money, areas, weights and hours are measured, and 千人 has been rounded: no sampling error of a count fits them.
  public var isCounter: Bool {
    exponent == 0 && !CounterWords.isMeasured(base) && !base.contains("/") && !Self.isRatePerMany(base)
  }
}
