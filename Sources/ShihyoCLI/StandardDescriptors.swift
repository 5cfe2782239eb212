import Glibc

/// Standard input, output and error stay what they are, also where the parent has closed one of them.
enum StandardDescriptors {
  /// Opens what is closed so that its use fails: else the next file opened would get its number, and messages would be
  /// written into an output (`2>&-`).
  static func occupy() {
    for (number, use) in [(STDIN_FILENO, O_WRONLY), (STDOUT_FILENO, O_RDONLY), (STDERR_FILENO, O_RDONLY)]
    where fcntl(number, F_GETFD) == -1 && errno == EBADF {
      _ = open("/dev/null", use)
    }
  }

  /// Whether as many more files can be opened as a run needs before its own inputs and outputs. The runtime of the language
  /// ends in a trap where it cannot open its own.
  static var haveRoom: Bool {
    let opened = (0..<8).map { _ in open("/dev/null", O_RDONLY | O_CLOEXEC) }
    for descriptor in opened where descriptor >= 0 { close(descriptor) }
    return opened.allSatisfy { $0 >= 0 }
  }
}
