public import ArgumentParser
public import Shihyo

// Values of the library that can stand on a command line, by their machine spelling.
extension OutputFormat: ExpressibleByArgument {}
extension BasisPlace: ExpressibleByArgument {}
extension Language: ExpressibleByArgument {}
extension RowOrder: ExpressibleByArgument {}
extension ReadingOptions.OnError: ExpressibleByArgument {}
extension Field.DateOrder: ExpressibleByArgument {}
extension Field.YearReading: ExpressibleByArgument {}
extension Grain: ExpressibleByArgument {
  /// `quarter`, or 四半期 as in `--by 年月:四半期`.
  public init?(argument: String) { self.init(word: TextFolding.fold(argument)) }

  public static var allValueStrings: [String] { allCases.map(\.rawValue) + allCases.map(\.word) }
}
extension RoundingMode: ExpressibleByArgument {}
