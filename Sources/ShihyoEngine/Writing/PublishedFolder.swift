import Glibc
public import ShihyoModel

/// Editions that have been published (`published/PERIOD/NUMBER/` with its `run.json`): nothing below one is written again.
package enum PublishedFolder {
  /// - Parameter path: what is to be written, a file or a folder; it need not be there yet. Links are followed.
  /// - Errors: `output.published` (73).
  package static func refuse(_ path: String) throws(Findings) {
    guard let edition = edition(of: path) else { return }
    throw Findings(
      [Finding(PublishedFolderRule(edition: edition), at: Place(file: path))], kind: .cannotCreate)
  }

  /// `published/FY2025Q2/1`; nil where `path` lies in no edition.
  static func edition(of path: String) -> String? {
    let names = resolved(path).split(separator: "/")
    for place in names.indices where names[place] == "published" && names.indices.contains(place + 2) {
      guard let number = Int(names[place + 2]), number > 0 else { continue }
      let folder = "/" + names[...(place + 2)].joined(separator: "/")
      var status = stat()
      if stat(folder + "/run.json", &status) == 0 { return names[place...(place + 2)].joined(separator: "/") }
    }
    return nil
  }

  /// The longest part of the path that is there, with its links followed, and what comes below it.
  private static func resolved(_ path: String) -> String {
    var (folder, rest) = (path, [Substring]())
    // The target of a link that is written through may be missing.
    if let target = try? OutputTarget(path: path), case .file = target.kind { folder = target.path }
    while true {
      if let found = realpath(folder.isEmpty ? "." : folder, nil) {
        defer { free(found) }
        return ([Substring(String(cString: found))] + rest).joined(separator: "/")
      }
      guard !folder.isEmpty, folder != "." else { return path }
      while folder.utf8.count > 1, folder.hasSuffix("/") { folder.removeLast() }
      let above = OutputTarget.folder(of: folder)
      guard let name = folder.split(separator: "/").last, above != folder else { return path }
      rest.insert(name, at: 0)
      folder = above
    }
  }
}

/// A published edition would be written over.
public struct PublishedFolderRule: FindingRule {
  /// `published/FY2025Q2/1`
  public let edition: String

  public init(edition: String) { self.edition = edition }

  public static let examples = [PublishedFolderRule(edition: "published/FY2025Q2/1")]

  public var code: String { "output.published" }

  public var message: Bilingual {
    Bilingual(ja: "公表した版（\(edition)）は書き換えません", en: "a published edition (\(edition)) is never written over")
  }

  public var hint: Bilingual {
    Bilingual(
      ja: "訂正は shihyo report 名前 --publish で次の版として残し、正誤表は --errata で作ります。見るだけなら -o に別のフォルダを書いてください。",
      en: "keep a correction as the next edition: shihyo report NAME --publish, then --errata; "
        + "to look at it only, name another folder with -o.")
  }
}
