import ShihyoDefinitions
import ShihyoModel
import ShihyoReports

/// Which inputs of a published run are not what they were, by their digests.
struct InputDigests {
  let finder: DatasetFinder

  /// One warning per input that changed or is gone, with its path; empty where all are the same.
  ///
  /// A file is the same by its dataset and its own name: the folder above may have moved.
  func changes(since run: RunRecord) -> [Finding] {
    var changes: [Finding] = []
    for input in run.inputs {
      guard let path = path(of: input), let digest = try? FileDigest(path: path) else {
        changes.append(
          Finding(
            ExplainRule.inputGone(was: input.sha256), at: Place(file: input.path)))
        continue
      }
      if digest.sha256 != input.sha256 {
        let rule = ExplainRule.inputChanged(was: input.sha256, now: digest.sha256)
        changes.append(Finding(rule, at: Place(file: path)))
      }
    }
    return changes
  }

  private func path(of input: RunRecord.Input) -> String? {
    guard let found = try? finder.find(input.dataset) else { return nil }
    for case .file(let path) in found.dataset.sources
    where FilePath.name(of: path) == FilePath.name(of: input.path) {
      return path
    }
    return nil
  }
}
