import ArgumentParser
import Shihyo

/// Which report, of which period, with which parameters, from which folders.
struct ReportRunOptions: ParsableArguments {
  @Option(
    name: .long,
    help: help(
      "この期間で作り直した報告書の数値を示す。例 令和7年度第2四半期、FY2025Q2", "Explain the report as run now for this period, for example FY2025Q2"
    ))
  var period: String?

  @Option(
    name: .long,
    help: help("条件。例 ward=門司区。繰り返せる", "Parameter, for example ward=Moji; repeatable", placeholder: "key=value"))
  var set: [String] = []

  @OptionGroup var folders: FolderOptions
}

extension ReportRunOptions {
  func settings() throws(Findings) -> [String: String] { try SettingWords.read(set) }
}

/// `--set NAME=VALUE`, several times.
enum SettingWords {
  /// - Errors: `report.bad-setting` for a word without a name or without `=`; `report.set-twice` for two values of one name.
  static func read(_ words: [String]) throws(Findings) -> [String: String] {
    var settings: [String: String] = [:]
    for text in words {
      guard let equals = text.firstIndex(of: "="), equals != text.startIndex else {
        throw Findings([Finding(ReportRunRule.badSetting, text: text)], kind: .usage)
      }
      let (name, value) = (String(text[..<equals]), String(text[text.index(after: equals)...]))
      if let before = settings.updateValue(value, forKey: name), before != value {
        throw Findings([Finding(ReportRunRule.setTwice(name, before, value), text: text)], kind: .usage)
      }
    }
    return settings
  }
}
