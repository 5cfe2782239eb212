#if Spark
  import Glibc
  import ShihyoModel

  /// From a path as typed to one that means the same to every worker.
  enum SparkPath {
    /// - `hdfs://…`, `s3a://…` and other addresses stay, their patterns are meant.
    /// - A file or folder that is here is meant as it stands: its pattern signs are escaped.
    /// - Anything else is a path or pattern that perhaps only the workers see.
    ///
    /// Without a scheme a cluster would look in its own file system first, so local paths carry `file:`.
    static func spelled(_ path: String, folder: String = currentFolder()) throws(Findings) -> String {
      if hasScheme(path) { return path }
      let whole = path.utf8.first == UInt8(ascii: "/") ? path : folder + "/" + path
      let exists = access(whole, F_OK) == 0
      let name = whole.split(separator: "/").last ?? ""
      if name.hasPrefix("_") || name.hasPrefix(".") {
        throw SparkRule.notThere(.hiddenFile).findings(at: Place(file: path), text: String(name))
      }
      return "file:" + (exists ? escaped(real(whole)) : whole)
    }

    /// `scheme://`, as in RFC 3986.
    static func hasScheme(_ path: String) -> Bool {
      guard let range = path.firstRange(of: "://") else { return false }
      let scheme = path[..<range.lowerBound].utf8
      guard let first = scheme.first, isLetter(first) else { return false }
      return scheme.allSatisfy { isLetter($0) || (0x30...0x39).contains($0) || [0x2B, 0x2D, 0x2E].contains($0) }
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) }

    /// Signs of Hadoop's patterns with a backslash in front.
    static func escaped(_ path: String) -> String {
      var result = ""
      for character in path.unicodeScalars {
        if "\\*?[]{}".unicodeScalars.contains(character) { result += "\\" }
        result.unicodeScalars.append(character)
      }
      return result
    }

    private static func real(_ path: String) -> String {
      guard let resolved = realpath(path, nil) else { return path }
      defer { free(resolved) }
      let text = String(cString: resolved)
      // A link with a plain name may lead to a hidden one, which Spark would pass over.
      let name = text.split(separator: "/").last ?? ""
      return name.hasPrefix("_") || name.hasPrefix(".") ? path : text
    }

    static func currentFolder() -> String {
      guard let folder = getcwd(nil, 0) else { return "" }
      defer { free(folder) }
      return String(cString: folder)
    }
  }
#endif
