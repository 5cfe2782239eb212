/// What a person means by an INPUT: standard input, a path, or the name of a dataset (design.md, section 7).
public enum DatasetInput: Hashable, Sendable {
  case standardInput
  case path(String)
  case name(String, resource: String?)

  /// `-` is standard input. What ends in `.csv`, `.tsv`, `.txt` or `.json`, and what exists as written with a `/`, is a path.
  /// `NAME` and `NAME/RESOURCE` are names.
  public init(_ text: String, exists: (String) -> Bool) {
    let endings = [".csv", ".tsv", ".txt", ".json"]
    let lower = text.lowercased()
    if text == "-" {
      self = .standardInput
      return
    }
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    let looksLikeName = parts.count <= 2 && parts.allSatisfy { !$0.isEmpty && $0 != "." && $0 != ".." }
    if endings.contains(where: lower.hasSuffix) || !looksLikeName || (parts.count == 2 && exists(text)) {
      self = .path(text)
    } else {
      self = .name(parts[0], resource: parts.count == 2 ? parts[1] : nil)
    }
  }
}
