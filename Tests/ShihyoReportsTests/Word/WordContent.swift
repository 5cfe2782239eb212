import Foundation

@testable import ShihyoReports

/// What two Word documents say and show, as pandoc reads them: text, structure, styles and drawings. Pandoc of another version
/// spells the same document in other bytes.
enum WordContent {
  /// The first place where they differ; nil where they say the same.
  static func difference(_ first: [UInt8], _ second: [UInt8]) throws -> String? {
    let (one, other) = (try parts(first), try parts(second))
    for name in Set(one.keys).union(other.keys).sorted() where one[name] != other[name] { return name }
    return nil
  }

  /// The tree, and each drawing in its order.
  private static func parts(_ document: [UInt8]) throws -> [String: Data] {
    let folder = FileManager.default.temporaryDirectory.appending(path: "word-" + UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let (file, errors) = (folder.appending(path: "in.docx"), folder.appending(path: "errors").path)
    try Data(document).write(to: file)
    let tree = folder.appending(path: "tree.json")
    let path = ["PATH", "HOME"].compactMap { name in ProcessInfo.processInfo.environment[name].map { name + "=" + $0 } }
    let code = try ChildProcess.run(
      "pandoc",
      ["-f", "docx+styles", "-t", "json", "--extract-media", folder.path, "-o", tree.path, file.path],
      environment: path, errors: errors)
    guard code == 0 else { throw CocoaError(.fileReadCorruptFile) }
    // Names of drawings are counted by pandoc, and the folder is another one each time.
    let text = try String(contentsOf: tree, encoding: .utf8)
    let names = try FileManager.default.subpathsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".emf") }
      .sorted { ($0.utf8.count, $0) < ($1.utf8.count, $1) }
    var plain = text
    var parts: [String: Data] = [:]
    for (place, name) in names.enumerated() {
      plain = plain.replacingOccurrences(of: folder.path + "/" + name, with: "drawing-\(place)")
      parts["drawing-\(place)"] = try Data(contentsOf: folder.appending(path: name))
    }
    parts["tree"] = Data(plain.utf8)
    return parts
  }
}
