import Foundation
import Testing

/// Compares with the file `Snapshots/NAME`. A file that is not there yet is written, and the test fails, so that a recorded
/// output is always looked at by a person before it counts.
func assertSnapshot(_ actual: String, named name: String, sourceLocation: SourceLocation = #_sourceLocation) {
  let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Snapshots").appending(path: name)
  guard let data = try? Data(contentsOf: file) else {
    do {
      try Data(actual.utf8).write(to: file)
      Issue.record("recorded Snapshots/\(name): look at it and run again", sourceLocation: sourceLocation)
    } catch {
      Issue.record("cannot record Snapshots/\(name): \(error)", sourceLocation: sourceLocation)
    }
    return
  }
  let matches = data.elementsEqual(actual.utf8)
  #expect(
    matches, "differs from Snapshots/\(name); delete the file to record anew. Now:\n\(actual)",
    sourceLocation: sourceLocation)
}
