import ArgumentParser
import Shihyo

/// What the parser of the command line found wrong, read from its error.
///
/// Its error types are not public, so they are read by reflection; an error of another shape gives nil, and the parser's own
/// English message is printed then.
struct ArgumentFault {
  enum Kind {
    case unknownOption(String)
    case missingValue(option: String)
    case flagTakesNoValue(option: String, value: String)
    case extraWords([String])
    case missing(property: String)
    case badValue(option: String?, value: String)
  }

  let kind: Kind
  let command: any ParsableCommand.Type

  init?(_ error: any Error) {
    let fields = Self.fields(of: error)
    guard let stack = fields["commandStack"] as? [any ParsableCommand.Type], let command = stack.last,
      let parserError = fields["parserError"], let fault = Mirror(reflecting: parserError).children.first,
      let name = fault.label, let kind = Self.kind(name, Self.parts(of: fault.value))
    else { return nil }
    self.kind = kind
    self.command = command
  }

  private static func kind(_ name: String, _ parts: [Any]) -> Kind? {
    switch name {
    case "unknownOption": return option(parts).map { .unknownOption($0) }
    case "invalidOption": return text(parts).map { .unknownOption($0) }
    case "missingValueForOption", "missingValueOrUnknownCompositeOption":
      return option(parts).map { .missingValue(option: $0) }
    case "unexpectedValueForOption":
      guard let option = option(parts), let value = text(parts) else { return nil }
      return .flagTakesNoValue(option: option, value: value)
    case "unexpectedExtraValues":
      let words = (parts.first.map { Mirror(reflecting: $0).children.map(\.value) } ?? []).compactMap { item in
        self.parts(of: item).compactMap { $0 as? String }.first
      }
      return .extraWords(words)
    case "noValue":
      return parts.first.flatMap { fields(of: $0)["name"] as? String }.map { .missing(property: $0) }
    case "unableToParseValue": return text(parts).map { .badValue(option: option(parts), value: $0) }
    default: return nil
    }
  }

  private static func text(_ parts: [Any]) -> String? { parts.compactMap { $0 as? String }.first }

  /// `--name` or `-n` of the first part that is the name of an option.
  private static func option(_ parts: [Any]) -> String? {
    for part in parts {
      var value = part
      let mirror = Mirror(reflecting: part)
      if mirror.displayStyle == .optional {
        guard let wrapped = mirror.children.first else { continue }
        value = wrapped.value
      }
      guard let name = Mirror(reflecting: value).children.first, let label = name.label else { continue }
      let inner = self.parts(of: name.value)
      switch label {
      case "long": if let text = inner.first as? String { return "--" + text }
      case "longWithSingleDash": if let text = inner.first as? String { return "-" + text }
      case "short": if let character = inner.first as? Character { return "-" + String(character) }
      default: continue
      }
    }
    return nil
  }

  private static func fields(of value: Any) -> [String: Any] {
    Dictionary(
      Mirror(reflecting: value).children.compactMap { child in child.label.map { ($0, child.value) } },
      uniquingKeysWith: { first, _ in first })
  }

  /// The elements of a tuple; a single value stands for itself.
  private static func parts(of value: Any) -> [Any] {
    let mirror = Mirror(reflecting: value)
    return mirror.displayStyle == .tuple ? mirror.children.map(\.value) : [value]
  }
}
