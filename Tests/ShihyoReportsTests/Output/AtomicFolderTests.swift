import Foundation
import ShihyoModel
import Testing

@testable import ShihyoReports

struct AtomicFolderTests {
  private let parent = FileManager.default.temporaryDirectory.appending(path: "shihyo-folder-\(UUID().uuidString)")

  init() throws { try FileManager.default.createDirectory(at: parent, withIntermediateDirectories: true) }

  private func names(_ folder: URL) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
  }

  @Test func `makes a folder, replaces it as a whole and leaves nothing beside it`() throws {
    defer { try? FileManager.default.removeItem(at: parent) }
    let folder = parent.appending(path: "paper")
    try AtomicFolder.write(
      [OutputFile("report.txt", text: "one"), OutputFile("report.csv", text: "old")], to: folder.path)
    try AtomicFolder.write([OutputFile("report.txt", text: "two")], to: folder.path + "/")
    #expect(try names(folder) == ["report.txt"])
    #expect(try String(contentsOf: folder.appending(path: "report.txt"), encoding: .utf8) == "two")
    #expect(try names(parent) == ["paper"])
  }

  @Test func `refuses a folder with other things, and leaves it as it was`() throws {
    defer { try? FileManager.default.removeItem(at: parent) }
    let folder = parent.appending(path: "mine")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try Data("thesis".utf8).write(to: folder.appending(path: "thesis.docx"))
    let failure = #expect(throws: Findings.self) {
      try AtomicFolder.write([OutputFile("report.txt", text: "x")], to: folder.path)
    }
    #expect(failure?.findings.first?.code == "output.foreign-file")
    #expect(failure?.kind == .cannotCreate)
    #expect(try names(folder) == ["thesis.docx"])
    #expect(try names(parent) == ["mine"])
  }

  @Test func `refuses a file and a folder without a parent`() throws {
    defer { try? FileManager.default.removeItem(at: parent) }
    let file = parent.appending(path: "file")
    try Data("x".utf8).write(to: file)
    #expect(throws: Findings.self) { try AtomicFolder.write([OutputFile("report.txt", text: "x")], to: file.path) }
    #expect(throws: Findings.self) {
      try AtomicFolder.write([OutputFile("a", text: "x")], to: parent.path + "/none/paper")
    }
  }

  @Test func `a folder of the name of an output is somebody's, and stays`() throws {
    defer { try? FileManager.default.removeItem(at: parent) }
    let inner = parent.appending(path: "paper/report.csv")
    try FileManager.default.createDirectory(at: inner, withIntermediateDirectories: true)
    try Data("x".utf8).write(to: inner.appending(path: "mine"))
    let failure = #expect(throws: Findings.self) {
      try AtomicFolder.write([OutputFile("report.txt", text: "x")], to: parent.path + "/paper")
    }
    #expect(failure?.findings.first?.code == "output.foreign-file")
    #expect(try names(inner) == ["mine"])
  }

  @Test func `a report that is begun is no folder of outputs`() throws {
    defer { try? FileManager.default.removeItem(at: parent) }
    let folder = parent.path + "/begun"
    #expect(try AtomicFolder.writeNew([OutputFile("report.yaml", text: "title: x")], to: folder))
    #expect(try !AtomicFolder.writeNew([OutputFile("report.yaml", text: "title: y")], to: folder))
    #expect(throws: Findings.self) { try AtomicFolder.write([OutputFile("report.txt", text: "x")], to: folder) }
    #expect(try String(contentsOfFile: folder + "/report.yaml", encoding: .utf8) == "title: x")
  }

  @Test func `what was moved away and not replaced comes back`() throws {
    defer { try? FileManager.default.removeItem(at: parent) }
    let folder = parent.path + "/paper"
    try AtomicFolder.write([OutputFile("report.txt", text: "old")], to: folder)
    try FileManager.default.moveItem(atPath: folder, toPath: parent.path + "/.paper.shihyo-old")
    try FolderTarget(folder).putBack()
    #expect(try names(parent) == ["paper"])
    #expect(try String(contentsOfFile: folder + "/report.txt", encoding: .utf8) == "old")
  }
}
