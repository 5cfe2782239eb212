import ShihyoModel

/// How the folder of an edition is called: by its period, and by what `--set` chose: `FY2025Q2,ward=甲区`.
enum EditionName {
  /// - Parameter period: `FY2025Q2`, `2024-11`.
  static func spell(period: String, parameters: [String: String]) -> String {
    ([period] + (parameters.isEmpty ? [] : [settings(parameters)])).joined(separator: ",")
  }

  /// `ward=甲区`, by name; empty where nothing is chosen.
  static func settings(_ parameters: [String: String]) -> String {
    parameters.map { (name: Label($0.key), value: $0.value) }.sorted { $0.name < $1.name }
      .map { escaped($0.name.text) + "=" + escaped($0.value) }.joined(separator: ",")
  }

  /// The period and the settings of a folder.
  static func parts(of name: String) -> (period: String, settings: String) {
    guard let comma = name.firstIndex(of: ",") else { return (name, "") }
    return (String(name[..<comma]), String(name[name.index(after: comma)...]))
  }

  /// What would end the name, the value or the folder stands as in an address: `/` is `%2F`.
  private static func escaped(_ text: String) -> String {
    text.unicodeScalars.map { scalar in
      guard scalar.value < 0x20 || scalar.value == 0x7F || "/%,=".unicodeScalars.contains(scalar) else {
        return String(scalar)
      }
      let digits = String(scalar.value, radix: 16, uppercase: true)
      return "%" + (digits.utf8.count == 1 ? "0" : "") + digits
    }.joined()
  }
}
