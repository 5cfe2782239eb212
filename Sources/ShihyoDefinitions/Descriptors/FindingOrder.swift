package import ShihyoModel

extension [Finding] {
  /// By line and character within each file; files, and findings without a line, as they came.
  package var inLineOrder: [Finding] {
    var files: [String?] = []
    for finding in self where !files.contains(finding.place.file) { files.append(finding.place.file) }
    return files.flatMap { file in
      let own = filter { $0.place.file == file }
      return own.enumerated().sorted { first, second in
        (first.element.place.line ?? .max, first.element.character, first.offset)
          < (second.element.place.line ?? .max, second.element.character, second.offset)
      }.map(\.element)
    }
  }
}

extension Finding {
  fileprivate var character: Int { if case .character(let number)? = place.column { number } else { 0 } }
}
