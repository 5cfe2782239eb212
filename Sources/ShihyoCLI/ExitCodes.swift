import ArgumentParser
import Shihyo

extension FailureKind {
  /// After sysexits (design.md, section 7).
  var exitCode: ExitCode {
    switch self {
    case .usage: ExitCode(64)
    case .data: ExitCode(65)
    case .notFound: ExitCode(66)
    case .unavailable: ExitCode(69)
    case .software: ExitCode(70)
    case .cannotCreate: ExitCode(73)
    case .inputOutput: ExitCode(74)
    }
  }
}
