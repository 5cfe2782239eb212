public import ShihyoModel

/// Finds `profiles/NAME.json`: inside the dataset's folder first, else beside it.
public enum ProfileFinder {
  /// - `folder`: that of the dataset.
  /// - Errors: unknown name with the nearest one (`notFound`), or what is wrong with the file.
  public static func find(_ name: String, folder: String) throws(Findings) -> CityProfile {
    guard !name.isEmpty, name.utf8.allSatisfy(isNameByte) else {
      throw Findings([Finding(ProfileRule.badName(name), text: name)])
    }
    let folders = places(folder)
    for place in folders {
      let path = FilePath.join(place, name + ".json")
      if DefinitionFile.exists(path) { return try CityProfile.load(path: path) }
    }
    let names = folders.flatMap { DefinitionFile.names(in: $0) }.filter { $0.hasSuffix(".json") }
      .map { String($0.dropLast(5)) }
    let rule = ProfileRule.notFound(name, nearest: NearestName.find(name, in: names))
    throw Findings([Finding(rule, text: name)], kind: .notFound)
  }

  private static func places(_ folder: String) -> [String] {
    [FilePath.join(folder, "profiles"), FilePath.join(FilePath.join(folder, ".."), "profiles")]
  }

  /// No slash and no dot: the name is part of a path.
  private static func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"),
      UInt8(ascii: "_"):
      true
    default: false
    }
  }
}
