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
extension Grain: ExpressibleByArgument {}
extension RoundingMode: ExpressibleByArgument {}
