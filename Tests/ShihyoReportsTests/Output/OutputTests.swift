import Foundation
import Glibc
import ShihyoModel
import Testing

@testable import ShihyoReports

struct OutputTests {
  let folder: String

  init() throws {
    folder = FileManager.default.temporaryDirectory.path + "/shihyo-output-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: false)
  }

  private func mode(_ path: String) -> mode_t {
    var status = stat()
    return stat(path, &status) == 0 ? status.st_mode & 0o7777 : 0
  }

  private func read(_ path: String) throws -> String { try String(contentsOfFile: path, encoding: .utf8) }

  @Test func `a new file has what the umask allows, an old one keeps its mode`() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let path = folder + "/結果.csv"
    try AtomicOutput.write("区,count\n", to: path)
    let plain = folder + "/plain"
    close(open(plain, O_CREAT | O_WRONLY, 0o666))
    #expect(mode(path) == mode(plain))
    #expect(chmod(path, 0o640) == 0)
    try AtomicOutput.write("second\n", to: path)
    #expect(mode(path) == 0o640)
    #expect(try read(path) == "second\n")
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder).sorted() == ["plain", "結果.csv"])
  }

  @Test func `several files are replaced together, or none of them`() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let (one, two) = (folder + "/one", folder + "/two")
    try AtomicOutput.write(all: [(one, "1"), (two, "2")])
    #expect(try [read(one), read(two)] == ["1", "2"])
    for other in [folder + "/none/x", folder, "/dev/null"] {
      for files in [[(one, "new"), (two, "new"), (other, "x")], [(other, "x"), (one, "new"), (two, "new")]] {
        let error = #expect(throws: Findings.self) { try AtomicOutput.write(all: files) }
        #expect(error?.findings.map(\.place.file) == [other] && error?.kind == .cannotCreate)
        #expect(try [read(one), read(two)] == ["1", "2"])
      }
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder).sorted() == ["one", "two"])
    #expect(chmod(one, 0o600) == 0)
    try AtomicOutput.write(all: [(one, "3"), (two, "4")])
    #expect(try [read(one), read(two)] == ["3", "4"] && mode(one) == 0o600)
  }

  @Test func `a link stays and its target is replaced, there or not`() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try FileManager.default.createDirectory(atPath: folder + "/real", withIntermediateDirectories: false)
    #expect(symlink("real/target.csv", folder + "/link") == 0)
    #expect(symlink("link", folder + "/second") == 0)
    for text in ["one", "two"] {
      try AtomicOutput.write(text, to: folder + "/second")
      #expect(try read(folder + "/real/target.csv") == text)
    }
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: folder + "/second") == "link")
  }

  @Test func `a loop of links, a folder and a missing folder are refused with 73`() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    #expect(symlink("loop", folder + "/loop") == 0)
    for (path, code) in [
      (folder + "/loop", "output.cannot-create"), (folder, "output.is-directory"),
      (folder + "/none/x.csv", "output.cannot-create"),
      (folder + "/x/", "output.cannot-create"), ("", "output.cannot-create"),
    ] {
      let error = #expect(throws: Findings.self) { try AtomicOutput.write("x", to: path) }
      #expect(error?.kind == .cannotCreate)
      #expect(error?.findings.first?.code == code)
      #expect(error?.findings.first?.place.file == path)
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["loop"])
  }

  @Test func `a full device is an error with 74`() {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let error = #expect(throws: Findings.self) { try AtomicOutput.write("x", to: "/dev/full") }
    #expect(error?.kind == .inputOutput)
    #expect(error?.findings.first?.code == "output.write-failed")
    let descriptor = open("/dev/full", O_WRONLY)
    defer { close(descriptor) }
    #expect(throws: OutputRule.writeFailed(reason: "No space left on device")) {
      try StandardOutput.write(Array("x".utf8), to: descriptor)
    }
  }

  @Test func `devices are written to, not replaced`() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try AtomicOutput.write("x", to: "/dev/null")
    var status = stat()
    #expect(stat("/dev/null", &status) == 0 && status.st_mode & S_IFMT == S_IFCHR)
  }

  @Test func `a closed pipe is a quiet success`() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    var ends: [Int32] = [0, 0]
    #expect(pipe(&ends) == 0)
    close(ends[0])
    #expect(try StandardOutput.write(Array("text".utf8), to: ends[1]) == false)
    close(ends[1])
  }

  @Test func `long texts arrive whole through a pipe that does not wait`() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    var ends: [Int32] = [0, 0]
    #expect(pipe(&ends) == 0)
    #expect(fcntl(ends[1], F_SETFL, O_NONBLOCK) == 0)
    let text = String(repeating: "門司区,12\n", count: 40_000)
    let (input, output) = (ends[0], ends[1])
    let reader = FileHandle(fileDescriptor: input, closeOnDealloc: true)
    let writer = Thread {
      _ = try? StandardOutput.write(Array(text.utf8), to: output)
      close(output)
    }
    writer.start()
    #expect(try reader.readToEnd() == Data(text.utf8))
  }

  @Test func `every rule has a text in both languages`() {
    for rule in OutputRule.examples {
      for text in [rule.message.ja, rule.message.en, rule.hint.ja, rule.hint.en] { #expect(!text.isEmpty) }
    }
    #expect(Set(OutputRule.examples.map(\.code)).count == OutputRule.examples.count)
  }
}
