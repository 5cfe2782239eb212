import ShihyoEngine

/// The last member of a `run.json`: the SHA-256 of the record without it. A digit that a hand has changed anywhere in the record
/// is seen, and told from an input that has changed since.
package enum RunRecordSeal: Hashable {
  case intact
  case broken
  /// Records of earlier versions have none.
  case none

  private static let end = "\n}\n"
  private static let lead = ",\n  \"sha256\": \""
  private static let tail = "\"" + end

  /// - Parameter record: an object, spelled over several lines.
  package static func sealed(_ record: String) -> String {
    guard record.hasSuffix(end) else { return record }
    return record.dropLast(end.count) + lead + digest(record) + tail
  }

  package init(_ text: String) {
    guard text.hasSuffix(Self.tail), let place = Self.lastLead(in: text) else {
      self = .none
      return
    }
    let body = text[..<place] + Self.end
    self = Self.sealed(String(body)) == text ? .intact : .broken
  }

  private static func lastLead(in text: String) -> String.Index? {
    let length = lead.count + 64 + tail.count
    guard text.count > length else { return nil }
    let place = text.index(text.endIndex, offsetBy: -length)
    return text[place...].hasPrefix(lead) ? place : nil
  }

  private static func digest(_ text: String) -> String {
    var hash = SHA256()
    Array(text.utf8).withUnsafeBufferPointer { hash.update($0) }
    return hash.finish()
  }
}
