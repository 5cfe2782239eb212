import Foundation
import Glibc
import Testing

@testable import ShihyoEngine

struct AsideFileTests {
  private let folder = FileManager.default.temporaryDirectory.path + "/shihyo-aside-" + UUID().uuidString

  init() throws { try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: false) }

  private var names: [String] { FolderNames.all(in: folder) }

  private func put(_ name: String) { close(open(folder + "/" + name, O_CREAT | O_WRONLY, 0o600)) }

  @Test func `it is gone unless it gets its name`() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    do {
      let file = try AsideFile(besides: folder + "/out.csv")
      try file.write(Array("x".utf8))
      #expect(names.count == 1 && names[0].hasPrefix(".shihyo-") && names[0].hasSuffix(".part"))
    }
    #expect(names == [])
    var file = try AsideFile(besides: folder + "/out.csv")
    try file.write(Array("x".utf8))
    try file.rename(to: folder + "/out.csv")
    #expect(names == ["out.csv"])
  }

  @Test func `what cannot get its name is gone, too`() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    var file = try AsideFile(besides: folder + "/out.csv")
    let failure = #expect(throws: SystemError.self) { try file.rename(to: folder + "/none/out.csv") }
    #expect(failure?.number == ENOENT)
    #expect(names == [])
  }

  @Test func `leftovers of killed runs go; what is being written, and what is named otherwise, stays`() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    for name in [".shihyo-abc.part", ".shihyo-abc.keep", "shihyo-abc.part", "mine.part"] { put(name) }
    mkdir(folder + "/.shihyo-whole.part", 0o700)
    put(".shihyo-whole.part/report.csv")
    mkdir(folder + "/.shihyo-other.part", 0o700)
    put(".shihyo-other.part/notes.docx")
    symlink("mine.part", folder + "/.shihyo-link.part")
    let living = try AsideFile(besides: folder + "/out.csv")
    let kept = [".shihyo-abc.keep", ".shihyo-link.part", ".shihyo-other.part", "mine.part", "shihyo-abc.part"]
    #expect(Set(names) == Set(kept + [".shihyo-whole.part", FolderName.last(of: living.path)]))
    StaleOutputs.remove(in: folder) { $0 == "report.csv" }
    #expect(Set(names) == Set(kept + [FolderName.last(of: living.path)]))
  }

  @Test func `links lead to their file, streams are streams, folders are refused`() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    symlink("there.csv", folder + "/link")
    #expect(try OutputTarget(path: folder + "/link").path == folder + "/there.csv")
    guard case .stream = try OutputTarget(path: "/dev/null").kind else {
      Issue.record("a device is a stream")
      return
    }
    #expect(throws: SystemError(number: EISDIR)) { try OutputTarget(path: folder) }
    #expect(throws: SystemError(number: ENOENT)) { try OutputTarget(path: "") }
  }
}

private enum FolderName {
  static func last(of path: String) -> String { path.split(separator: "/").last.map(String.init) ?? "" }
}
