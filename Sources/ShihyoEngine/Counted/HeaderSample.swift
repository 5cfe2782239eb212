import Glibc
package import ShihyoModel

/// The header of a file of which only the beginning is here: lines that another machine has sent.
package enum HeaderSample {
  /// - Parameter bytes: the first lines, as they stand in the file; the encoding and the delimiter are found out from them.
  /// - Parameter path: the file, for findings.
  /// - Errors: as for a file that is read here.
  package static func header(_ bytes: [UInt8], path: String, options: ReadingOptions) throws(Findings) -> HeaderInfo {
    guard let descriptor = temporaryFile() else { throw unwritten(path) }
    defer { close(descriptor) }
    var written = 0
    while written < bytes.count {
      let count = bytes.withUnsafeBytes { write(descriptor, $0.baseAddress.map { $0 + written }, $0.count - written) }
      guard count > 0 else { throw unwritten(path) }
      written += count
    }
    let own = "/proc/self/fd/\(descriptor)"
    do throws(Findings) {
      // Of the rows of the file: what becomes of them is not asked here.
      var options = options
      options.shape = nil
      var header = try RecordReader(source: .file(path: own), options: options).header
      header.path = path
      header.findings = header.findings.map { renamed($0, path) }
      return header
    } catch {
      throw Findings(error.findings.map { renamed($0, path) }, total: error.total, kind: error.kind)
    }
  }

  /// A file without a name, since a reader wants to know the size of what it reads.
  private static func temporaryFile() -> Int32? {
    let folder = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var name = Array((folder + "/shihyo-XXXXXX").utf8CString)
    let descriptor = mkstemp(&name)
    guard descriptor >= 0 else { return nil }
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    unlink(name)
    return descriptor
  }

  private static func renamed(_ finding: Finding, _ path: String) -> Finding {
    var finding = finding
    finding.place.file = path
    return finding
  }

  private static func unwritten(_ path: String) -> Findings {
    let reason = String(cString: strerror(errno))
    return Findings([Finding(ReadingRule.readFailed(reason: reason), at: Place(file: path))], kind: .inputOutput)
  }
}

extension HeaderInfo {
  /// With columns that stand in no file, such as those that the names of folders give.
  package func adding(_ names: [String]) -> HeaderInfo {
    var header = self
    header.names += names
    return header
  }
}
