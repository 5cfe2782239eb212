import Glibc
import ShihyoEngine

/// Another program, waited for. It reads nothing, and writes what it prints and its complaints into files.
enum ChildProcess {
  /// - Parameter environment: `NAME=value`; nothing else is handed on.
  /// - Parameter output: where what it prints goes.
  /// - Returns: its exit code; 128 and the signal's number where a signal ended it.
  /// - Errors: ENOENT where there is no such program on the PATH.
  static func run(
    _ program: String, _ arguments: [String], environment: [String], output: String = "/dev/null", errors: String
  ) throws(SystemError) -> Int32 {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, output, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, errors, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    var process = pid_t()
    let code = withCStrings([program] + arguments) { words in
      withCStrings(environment) { posix_spawnp(&process, program, &actions, nil, words, $0) }
    }
    guard code == 0 else { throw SystemError(number: code) }
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0 {
      guard errno == EINTR else { throw SystemError(number: errno) }
    }
    let signal = status & 0x7F
    return signal == 0 ? status >> 8 & 0xFF : 128 + signal
  }

  private static func withCStrings<Result>(
    _ words: [String], _ body: (UnsafePointer<UnsafeMutablePointer<CChar>?>) -> Result
  ) -> Result {
    var pointers: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) }
    defer { for pointer in pointers { free(pointer) } }
    pointers.append(nil)
    return body(pointers)
  }
}
