public import ShihyoModel
import Yams

/// Reads one strict YAML document into the values that JSON files are read into, so that one reader of keys serves both.
///
/// - Shape: mappings with text keys, lists, scalars. Plain `true`, `false`, `null`, `~` and numbers as JSON writes them are what
///   they look like; everything else, and everything in quotes, is text.
/// - Refused: anchors, aliases, merge keys, tags, duplicate keys, several documents, more than 1 MiB or 32 levels.
/// - Errors: one `Finding` for a broken text; all findings of what is refused in a sound one.
public enum YAMLReader {
  public static let sizeLimit = 1 << 20
  public static let depthLimit = 32
  /// Yams compares keys by their whole content. A few aliases inside each other would make that endless, so more than these are
  /// refused before it starts; each is refused by its place anyway.
  static let aliasLimit = 16

  /// `file` is the path that findings name.
  public static func read(_ bytes: [UInt8], file: String? = nil) throws(Findings) -> JSONValue {
    let place = Place(file: file, line: 1, column: .character(1))
    guard bytes.count <= sizeLimit else {
      throw Findings([Finding(YAMLRule.tooLarge(limit: sizeLimit), at: place)])
    }
    let body = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
    guard let text = String(validating: body, as: UTF8.self) else {
      throw Findings([Finding(YAMLRule.notUTF8, at: notUTF8Place(body, file: file))])
    }
    let aliases = YAMLAliasScan.positions(in: text)
    guard aliases.count <= aliasLimit else {
      throw Findings(
        aliases.prefix(aliasLimit).map {
          Finding(YAMLRule.anchor, at: Place(file: file, line: $0.line, column: .character($0.character)))
        }, total: aliases.count)
    }
    return try compose(text, file: file)
  }

  private static func compose(_ text: String, file: String?) throws(Findings) -> JSONValue {
    // A short text lies inside the string itself and has no stable address for the parser.
    let padded = text.utf8.count < 64 ? text + "\n#" + String(repeating: " ", count: 64) + "\n" : text
    do {
      let parser = try Parser(yaml: padded, encoding: .utf8)
      // Nodes hold their anchors weakly: the parser must outlive the walk.
      return try withExtendedLifetime(parser) {
        guard let root = try parser.singleRoot() else { return JSONValue(.null, at: nil) }
        var walk = YAMLWalk(file: file)
        let value = walk.value(root, depth: 0)
        if !walk.findings.isEmpty { throw Findings(walk.findings) }
        return value
      }
    } catch let findings as Findings {
      throw findings
    } catch {
      let problem = YAMLProblem.finding(error, text: text, file: file)
      let slips = YAMLSlips.findings(in: text, file: file)
      // The parser stops at or behind what made it fail; what stands only below is not its reason.
      let explains = slips.contains { ($0.place.line ?? 1) <= (problem.place.line ?? 1) }
      throw Findings(explains ? slips : [problem])
    }
  }

  private static func notUTF8Place(_ bytes: [UInt8], file: String?) -> Place {
    var (offset, line, character) = (0, 1, 1)
    while offset < bytes.count {
      let length = UTF8Length.ofScalar(at: offset, in: bytes)
      if length == 0 { break }
      if bytes[offset] == 0x0A { (line, character) = (line + 1, 1) } else { character += 1 }
      offset += length
    }
    return Place(file: file, line: line, column: .character(character), byteOffset: offset)
  }
}
