import ArgumentParser
import Glibc
import Shihyo

/// The language of help and messages: `--lang`, else the locale, else English.
///
/// Help texts are built before the command line is parsed, so the words are looked at here.
enum SpokenLanguage {
  static let current: Language = chosen(arguments: CommandLine.arguments, environment: environmentLocale())

  static func chosen(arguments: [String], environment: String) -> Language {
    for (index, argument) in arguments.enumerated() {
      if argument == "--lang", index + 1 < arguments.count, let named = Language(rawValue: arguments[index + 1]) {
        return named
      }
      if argument.hasPrefix("--lang="), let named = Language(rawValue: String(argument.dropFirst(7))) { return named }
    }
    return environment.hasPrefix("ja") ? .ja : .en
  }

  private static func environmentLocale() -> String {
    for name in ["LC_ALL", "LC_MESSAGES", "LANG"] {
      if let value = getenv(name).map({ String(cString: $0) }), !value.isEmpty { return value }
    }
    return ""
  }
}

/// Help in the language of the user.
func help(_ ja: String, _ en: String, placeholder: String? = nil) -> ArgumentHelp {
  let text = Bilingual(ja: ja, en: en)[SpokenLanguage.current]
  return ArgumentHelp(stringLiteral: text).placeholder(placeholder)
}

/// The one-line description of a command.
func abstract(_ ja: String, _ en: String) -> String { Bilingual(ja: ja, en: en)[SpokenLanguage.current] }

extension ArgumentHelp {
  fileprivate func placeholder(_ name: String?) -> ArgumentHelp {
    guard let name else { return self }
    var copy = self
    copy.valueName = name
    return copy
  }
}
