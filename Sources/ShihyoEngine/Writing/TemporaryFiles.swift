import Glibc
import Synchronization

/// Files and folders that are written aside, to be renamed once they are whole: a process that is stopped removes them.
public enum TemporaryFiles {
  private static let paths = Mutex<Set<String>>([])
  private static let owner = Owner()
  private final class Owner: Sendable {}

  /// Makes a file or folder and remembers it; `make` returns its path, or nil where it could not be made.
  package static func making(_ make: () -> String?) -> String? {
    paths.withLock { paths in
      LockTrace.taken(by: owner)
      defer { LockTrace.left(by: owner) }
      guard let path = make() else { return nil }
      paths.insert(path)
      return path
    }
  }

  /// Gives it its final name, or removes it; nothing is removed by others meanwhile.
  package static func settle<Result>(_ path: String, _ body: () -> Result) -> Result {
    paths.withLock { paths in
      LockTrace.taken(by: owner)
      defer { LockTrace.left(by: owner) }
      paths.remove(path)
      return body()
    }
  }

  /// For a library that makes files of its own in a folder: the process does not remove it, nor end, before `body` is over.
  package static func keeping<Result>(_ body: () -> Result) -> Result {
    paths.withLock { _ in
      LockTrace.taken(by: owner)
      defer { LockTrace.left(by: owner) }
      return body()
    }
  }

  /// Removes all that there are and ends; nothing new can be made in between.
  public static func removeAll(andThen end: () -> Never) -> Never {
    paths.withLock { paths in
      for path in paths where unlink(path) != 0 { removeFolder(path) }
      end()
    }
  }

  /// Another thread, or a program that it started, may be making files there: what came in between goes at the next attempt.
  private static func removeFolder(_ path: String) {
    for _ in 0..<100 {
      if FolderNames.removeFolder(path) || errno == ENOENT { return }
      usleep(1000)
    }
  }
}
