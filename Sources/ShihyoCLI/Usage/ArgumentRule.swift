import ArgumentParser
import Shihyo

/// What is wrong with the words of a command line, before any of them is understood.
enum ArgumentRule: FindingRule {
  case unknownOption(String, nearest: String?, command: String)
  case optionBeforeCommand(String, command: String)
  case missingValue(option: String, command: String)
  case flagTakesNoValue(option: String)
  case givenTwice(option: String)
  case unknownCommand(String, nearest: String?)
  case extraWords([String], command: String)
  case missingOption(String, command: String)
  case missingWord(command: String)
  case badValue(option: String?, allowed: [String])
  /// What the parser says in its own words.
  case notUnderstood

  var code: String {
    switch self {
    case .unknownOption: "command.unknown-option"
    case .missingValue: "command.missing-value"
    case .flagTakesNoValue: "command.flag-takes-no-value"
    case .givenTwice: "command.given-twice"
    case .unknownCommand: "command.unknown-command"
    case .optionBeforeCommand: "command.option-before-command"
    case .extraWords: "command.extra-words"
    case .missingOption: "command.missing-option"
    case .missingWord: "command.missing-word"
    case .badValue: "command.bad-value"
    case .notUnderstood: "command.not-understood"
    }
  }

  var message: Bilingual {
    switch self {
    case .unknownOption(let name, _, let command):
      Bilingual(ja: "\(name) というオプションは \(command) にありません", en: "\(name) is no option of \(command)")
    case .optionBeforeCommand(let option, _):
      Bilingual(ja: "\(option) が命令の名前より前に書かれています", en: "\(option) stands before the name of the command")
    case .missingValue(let option, _):
      Bilingual(ja: "\(option) の後に値がありません", en: "a value is missing after \(option)")
    case .flagTakesNoValue(let option): Bilingual(ja: "\(option) は値を取りません", en: "\(option) takes no value")
    case .givenTwice(let option):
      Bilingual(ja: "\(option) が2回以上書かれています", en: "\(option) is given more than once")
    case .unknownCommand(let name, _):
      Bilingual(ja: "「\(name)」という命令はありません", en: "there is no command \"\(name)\"")
    case .extraWords(let words, let command):
      Bilingual(
        ja: "余分な語があります（\(command)）: \(words.joined(separator: " "))",
        en: "too many words for \(command): \(words.joined(separator: " "))")
    case .missingOption(let option, let command):
      Bilingual(ja: "\(option) を書いてください（\(command) に必要です）", en: "\(option) is missing, which \(command) needs")
    case .missingWord(let command):
      Bilingual(ja: "名前がありません（\(command) に必要です）", en: "a name is missing, which \(command) needs")
    case .badValue(let option?, _):
      Bilingual(ja: "\(option) の値として読めません", en: "this is no value of \(option)")
    case .badValue(nil, _): Bilingual(ja: "値として読めません", en: "this value cannot be read")
    case .notUnderstood: Bilingual(ja: "命令の語が読めません", en: "the words of the command cannot be read")
    }
  }

  var hint: Bilingual {
    switch self {
    case .unknownOption(_, let nearest?, let command):
      Bilingual(
        ja: "\(nearest) ではありませんか。一覧は \(Self.call(command)) --help で分かります",
        en: "did you mean \(nearest)? \(Self.call(command)) --help lists them")
    case .optionBeforeCommand(let option, let command):
      Bilingual(
        ja: "shihyo \(command) … \(option) … の順に書いてください", en: "write shihyo \(command) … \(option) … in this order")
    case .unknownOption(_, nil, let command), .extraWords(_, let command):
      Bilingual(
        ja: "使えるものは \(Self.call(command)) --help で分かります",
        en: "see \(Self.call(command)) --help for what it takes")
    case .missingValue(let option, let command), .missingOption(let option, let command):
      Bilingual(
        ja: "書き方は \(Self.call(command)) --help の \(option) の行にあります",
        en: "see the line of \(option) in \(Self.call(command)) --help")
    case .flagTakesNoValue(let option): Bilingual(ja: "\(option) だけを書いてください", en: "write \(option) alone")
    case .givenTwice: Bilingual(ja: "どちらか1つだけを書いてください", en: "write the one that is meant")
    case .unknownCommand(_, let nearest?): Bilingual(ja: "「\(nearest)」ではありませんか", en: "did you mean \"\(nearest)\"?")
    case .unknownCommand(_, nil):
      Bilingual(ja: "命令の一覧は shihyo --help で分かります", en: "see shihyo --help for the commands")
    case .missingWord(let command):
      Bilingual(ja: "例は \(Self.call(command)) --help にあります", en: "see the example in \(Self.call(command)) --help")
    case .notUnderstood:
      Bilingual(ja: "書き方は shihyo --help で分かります", en: "see shihyo --help for how they are written")
    case .badValue(_, let allowed) where allowed.isEmpty:
      Bilingual(ja: "数で書いてください", en: "write a whole number")
    case .badValue(_, let allowed):
      Bilingual(
        ja: "\(allowed.joined(separator: ", ")) のどれかを書いてください", en: "write one of \(allowed.joined(separator: ", "))")
    }
  }

  private static func call(_ command: String) -> String { command == "shihyo" ? command : "shihyo \(command)" }

  static var examples: [ArgumentRule] {
    [
      .unknownOption("--avg", nearest: "--mean", command: "aggregate"),
      .optionBeforeCommand("--lang", command: "check"),
      .missingValue(option: "--sum", command: "aggregate"),
      .flagTakesNoValue(option: "--count"), .givenTwice(option: "--format"),
      .unknownCommand("agregate", nearest: "aggregate"),
      .extraWords(["x"], command: "datasets"), .missingOption("--over", command: "shares"),
      .missingWord(command: "report"), .badValue(option: "--lang", allowed: ["ja", "en"]),
      .notUnderstood,
    ]
  }
}

extension ArgumentFault {
  /// The fault as a finding, with the nearest name.
  ///
  /// - Parameter arguments: the words of the command line: the parser tells what is missing first, even where it is only misspelt.
  func finding(_ arguments: [String]) -> Finding {
    if let misspelt = unknownCommand(arguments) { return misspelt }
    let options = CommandOptions(command)
    let name = command._commandName
    switch kind {
    case .unknownOption(let option):
      if ObjectIdentifier(command) == ObjectIdentifier(ShihyoCommand.self),
        let meant = ShihyoCommand.configuration.subcommands.first(where: { arguments.contains($0._commandName) })
      {
        let its = CommandOptions(meant)
        guard its.names.contains(option) else { return unknown(option, its, of: meant) }
        return Finding(ArgumentRule.optionBeforeCommand(option, command: meant._commandName))
      }
      return unknown(option, options)
    case .missingValue(let option):
      return Finding(ArgumentRule.missingValue(option: option, command: name))
    case .flagTakesNoValue(let option, let value):
      return Finding(ArgumentRule.flagTakesNoValue(option: option), text: value)
    case .extraWords(let words): return Finding(ArgumentRule.extraWords(words, command: name))
    case .missing(let property):
      let given = arguments.filter { $0.hasPrefix("--") }.map { String($0.prefix { $0 != "=" }) }
      if let misspelt = given.first(where: { !options.names.contains($0) }) { return unknown(misspelt, options) }
      let option = "--" + Self.kebab(property)
      return options.names.contains(option)
        ? Finding(ArgumentRule.missingOption(option, command: name)) : Finding(ArgumentRule.missingWord(command: name))
    case .badValue(let option, let value):
      return Finding(
        ArgumentRule.badValue(option: option, allowed: option.map { options.values(of: $0) } ?? []), text: value)
    }
  }

  private func unknown(
    _ option: String, _ options: CommandOptions, of meant: (any ParsableCommand.Type)? = nil
  ) -> Finding {
    let nearest = options.nearest(option)
    let name = (meant ?? command)._commandName
    return Finding(ArgumentRule.unknownOption(option, nearest: nearest, command: name))
  }

  /// Whatever else is wrong: the first word names no command.
  private func unknownCommand(_ arguments: [String]) -> Finding? {
    guard ObjectIdentifier(command) == ObjectIdentifier(ShihyoCommand.self), let first = arguments.first,
      !first.hasPrefix("-"), !Self.commands.contains(first)
    else { return nil }
    return Finding(ArgumentRule.unknownCommand(first, nearest: NearestName.find(first, in: Self.commands)))
  }

  private static let commands = ShihyoCommand.configuration.subcommands.map { $0._commandName }

  /// dateOrder → date-order
  private static func kebab(_ name: String) -> String {
    name.reduce(into: "") { $0 += $1.isUppercase ? "-" + $1.lowercased() : String($1) }
  }
}
