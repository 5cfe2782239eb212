import Glibc
import ShihyoModel

/// The bytes of one file or of standard input, read in order; never mapped.
///
/// - Errors: what cannot be opened or read is thrown as a finding. A file whose size or time differs at the end from
///   those at the start is an error, because its figures would mix two states.
/// - Cost: one system call per block; no memory of its own.
struct ByteSource: ~Copyable {
  /// As the user wrote it; nil for standard input.
  let path: String?
  let descriptor: Int32
  /// Known for regular files only.
  private let stateAtStart: FileState?
  private let startOffset: Int
  private(set) var bytesRead = 0

  init(_ source: Dataset.Source) throws(Findings) {
    let opened: Opened
    switch source {
    case .standardInput: opened = try Self.examine(STDIN_FILENO, path: nil)
    case .file(let path): opened = try Self.open(path)
    }
    path = opened.path
    descriptor = opened.descriptor
    stateAtStart = opened.state
    startOffset = opened.state == nil ? 0 : max(0, lseek(opened.descriptor, 0, SEEK_CUR))
  }

  deinit { if path != nil { close(descriptor) } }

  /// Reads until `count` bytes are there or the input ends; returns how many there are.
  mutating func read(into target: UnsafeMutablePointer<UInt8>, count: Int) throws(Findings) -> Int {
    var filled = 0
    while filled < count {
      let got: Int
      if path != nil {
        got = pread(descriptor, target + filled, count - filled, off_t(startOffset + bytesRead))
      } else {
        got = Glibc.read(descriptor, target + filled, count - filled)
      }
      if got > 0 {
        filled += got
        bytesRead += got
      } else if got == 0 {
        break
      } else if errno != EINTR {
        throw Self.failure(.readFailed(reason: Self.systemMessage()), path: path, kind: .inputOutput)
      }
    }
    return filled
  }

  /// The open file and its size, for readers of their own; nil where it cannot be read at any place.
  var file: (descriptor: Int32, size: Int)? {
    guard path != nil, let size = stateAtStart?.size else { return nil }
    return (descriptor, size)
  }

  /// The next byte to be read is the one at `offset` of the file; of standard input, others have read up to there.
  mutating func seek(to offset: Int) { bytesRead = offset }

  /// Throws if the file is not what it was when reading began. To be called once everything is read.
  func checkUnchanged() throws(Findings) {
    guard let stateAtStart else { return }
    let now = try Self.examine(descriptor, path: path).state
    if now != stateAtStart || startOffset + bytesRead != stateAtStart.size {
      throw Self.failure(.fileChanged, path: path, kind: .inputOutput)
    }
  }
}

extension ByteSource {
  private struct FileState: Equatable {
    let size: Int
    let seconds: Int
    let nanoseconds: Int
  }

  private struct Opened {
    let path: String?
    let descriptor: Int32
    let state: FileState?
  }

  private static func open(_ path: String) throws(Findings) -> Opened {
    // Without O_NONBLOCK, opening a FIFO that nobody writes to would wait for ever.
    while true {
      let opened = Glibc.open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
      if opened >= 0 {
        do throws(Findings) { return try examine(opened, path: path) } catch {
          close(opened)
          throw error
        }
      }
      switch errno {
      case EINTR: continue
      case ENOENT, ENOTDIR: throw failure(.fileNotFound, path: path, kind: .notFound)
      default: throw failure(.fileUnreadable(reason: systemMessage()), path: path, kind: .inputOutput)
      }
    }
  }

  /// With size and time of a regular file; a standard input need not be one.
  private static func examine(_ descriptor: Int32, path: String?) throws(Findings) -> Opened {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else {
      throw failure(.readFailed(reason: systemMessage()), path: path, kind: .inputOutput)
    }
    switch status.st_mode & S_IFMT {
    case S_IFREG:
      let state = FileState(
        size: Int(status.st_size), seconds: status.st_mtim.tv_sec, nanoseconds: status.st_mtim.tv_nsec)
      return Opened(path: path, descriptor: descriptor, state: state)
    case S_IFDIR:
      throw failure(.fileIsDirectory, path: path, kind: .data)
    default:
      if path != nil { throw failure(.fileNotRegular, path: path, kind: .data) }
      return Opened(path: nil, descriptor: descriptor, state: nil)
    }
  }

  private static func systemMessage() -> String { String(cString: strerror(errno)) }

  private static func failure(_ rule: ReadingRule, path: String?, kind: FailureKind) -> Findings {
    Findings([Finding(rule, at: Place(file: path))], kind: kind)
  }
}
