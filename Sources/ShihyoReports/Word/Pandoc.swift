import Glibc
import ShihyoEngine
import ShihyoModel

/// Runs pandoc in a folder of its own, without the user's own templates and with a fixed clock, so that one version of pandoc
/// gives the same bytes on every machine.
struct Pandoc: ~Copyable {
  /// 1980-01-01, the oldest time that an archive can carry.
  private static let clock = "315532800"
  let folder: TemporaryFolder

  init() throws(Findings) {
    do { folder = try TemporaryFolder() } catch { throw Self.failure(error) }
  }

  /// `2.17.1.1`, as pandoc says it of itself: another version may spell the same document otherwise.
  func version() throws(Findings) -> String {
    try run(["--version"], output: folder.file("version"))
    do {
      let line = String(decoding: try folder.read("version"), as: UTF8.self).prefix { !$0.isNewline }
      return VisibleText.make(line.split(separator: " ").last.map(String.init) ?? "")
    } catch { throw Self.failure(error) }
  }

  /// `[1, 22, 2, 1]`: pandoc reads only trees of its own version. Empty where it says none.
  ///
  /// - Errors: as of `word`.
  func treeVersion() throws(Findings) -> [Int] {
    do { try folder.write(Array("\n".utf8), to: "empty.md") } catch { throw Self.failure(error) }
    try run(["-f", "markdown", "-t", "json", "-o", folder.file("version.json"), folder.file("empty.md")])
    do {
      return Self.version(in: String(decoding: try folder.read("version.json"), as: UTF8.self))
    } catch { throw Self.failure(error) }
  }

  /// - Parameter images: by the names under which the document shows them.
  /// - Parameter tree: of pandoc's own version.
  /// - Returns: the Word document.
  /// - Errors: `WordRule`: pandoc is not there (69), refuses the document (70), or the disk does (74).
  func word(
    reference: [UInt8], images: [(name: String, bytes: [UInt8])], _ tree: JSONValue
  ) throws(Findings) -> [UInt8] {
    do {
      try folder.write(reference, to: "reference.docx")
      for image in images { try folder.write(image.bytes, to: image.name) }
      try folder.write(Array(tree.spelling().utf8), to: "report.json")
    } catch { throw Self.failure(error) }
    try run([
      "-f", "json", "-t", "docx", "--data-dir", folder.path, "--resource-path", folder.path, "--reference-doc",
      folder.file("reference.docx"), "-o", folder.file("report.docx"), folder.file("report.json"),
    ])
    do { return try folder.read("report.docx") } catch { throw Self.failure(error) }
  }

  /// `{"pandoc-api-version":[1,22,2,1], …`
  private static func version(in json: String) -> [Int] {
    guard let start = json.firstIndex(of: "["), let end = json.firstIndex(of: "]"), start < end else { return [] }
    return json[json.index(after: start)..<end].split(separator: ",").compactMap { Int($0) }
  }

  private func run(_ arguments: [String], output: String = "/dev/null") throws(Findings) {
    let status: Int32
    do {
      status = try ChildProcess.run(
        "pandoc", arguments, environment: environment, output: output, errors: folder.file("errors"))
    } catch {
      guard error.number == ENOENT else { throw Self.failure(error) }
      throw Findings([Finding(WordRule.pandocMissing)], kind: .unavailable)
    }
    guard status != 0 else { return }
    let words = (try? folder.read("errors")).map { String(decoding: $0, as: UTF8.self) } ?? ""
    let first = words.split(separator: "\n").first.map { VisibleText.make(String($0.prefix(200))) }
    throw Findings([Finding(WordRule.pandocFailed(first ?? "\(status)"))], kind: .software)
  }

  private var environment: [String] {
    let kept = ["PATH", "HOME", "TMPDIR"].compactMap { name in
      getenv(name).map { name + "=" + String(cString: $0) }
    }
    return kept + ["LC_ALL=C.UTF-8", "TZ=UTC", "SOURCE_DATE_EPOCH=" + Self.clock]
  }

  private static func failure(_ error: SystemError) -> Findings {
    Findings([Finding(WordRule.notWritten(reason: error.text))], kind: .inputOutput)
  }
}
