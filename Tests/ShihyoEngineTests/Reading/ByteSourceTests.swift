import Glibc
import ShihyoModel
import Testing

@testable import ShihyoEngine

struct ByteSourceTests {
  private func failure(_ path: String) -> (code: String?, kind: FailureKind?, file: String?) {
    do throws(Findings) {
      _ = try ByteSource(.file(path: path))
      return (nil, nil, nil)
    } catch {
      return (error.findings.first?.code, error.kind, error.findings.first?.place.file)
    }
  }

  @Test func `names a missing file`() {
    let found = failure("/tmp/shihyo-no-such-file.csv")
    #expect(found.code == "file.not-found")
    #expect(found.kind == .notFound)
    #expect(found.file == "/tmp/shihyo-no-such-file.csv")
    let file = TemporaryFile("a")
    #expect(failure(file.path + "/below").kind == .notFound)
  }

  @Test func `refuses a folder and a device`() {
    #expect(failure("/tmp").code == "file.is-directory")
    #expect(failure("/dev/null").code == "file.not-regular")
    #expect(failure("/tmp").kind == .data)
  }

  @Test func `refuses a FIFO without waiting for a writer`() {
    let file = TemporaryFile("")
    let path = file.path + ".fifo"
    #expect(mkfifo(path, 0o600) == 0)
    defer { unlink(path) }
    #expect(failure(path).code == "file.not-regular")
  }

  @Test(.enabled(if: geteuid() != 0, "root may read every file"))
  func `names a file that may not be read`() {
    let file = TemporaryFile("a")
    chmod(file.path, 0)
    let found = failure(file.path)
    #expect(found.code == "file.unreadable")
    #expect(found.kind == .inputOutput)
  }

  /// Shorter, just a header, and longer than before.
  @Test(arguments: [100, 0, 60_000])
  func `a file that changes while it is read is an error`(_ laterRows: Int) throws {
    let file = TemporaryFile("h,i\n" + String(repeating: "5,6\n", count: 50_000))
    var options = ReadingOptions()
    options.encoding = .utf8
    let later = "h,i\n" + String(repeating: "3,4\n", count: laterRows)
    let reader = try RecordReader(source: file.source, options: options, blockBytes: 64)
    #expect(try reader.nextBatch() != nil)
    file.write(Array(later.utf8))
    let codes = thrownCodes { while try reader.nextBatch() != nil {} }
    #expect(codes == ["file.changed"])
  }

  @Test func `a file of the same size but another time is an error`() throws {
    let file = TemporaryFile("h,i\n" + String(repeating: "5,6\n", count: 50_000))
    let reader = try RecordReader(source: file.source, blockBytes: 64)
    #expect(try reader.nextBatch() != nil)
    var times = [timespec(tv_sec: 1000, tv_nsec: 0), timespec(tv_sec: 1000, tv_nsec: 0)]
    #expect(utimensat(AT_FDCWD, file.path, &times, 0) == 0)
    #expect(thrownCodes { while try reader.nextBatch() != nil {} } == ["file.changed"])
  }
}
