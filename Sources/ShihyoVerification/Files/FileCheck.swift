import ShihyoDefinitions
import ShihyoModel
import ShihyoReports

/// Checks every file of a package against its digest.
///
/// - Cost: O(bytes); each file is read once, however many resources share it.
enum FileCheck {
  static func check(_ package: DataPackage) -> (files: [CheckedFile], findings: [Finding]) {
    var files: [CheckedFile] = []
    var findings: [Finding] = []
    for resource in package.resources {
      for path in resource.paths {
        let input = package.name + "/" + resource.name
        if let index = files.firstIndex(where: { $0.id == package.name + "/" + path.text }) {
          files[index].inputs.append(input)
          continue
        }
        var file = CheckedFile(
          id: package.name + "/" + path.text, path: FilePath.join(package.folder, path.text), state: .same,
          dataset: package.name)
        file.inputs = [input]
        file.place = path.place
        // A digest is of one file.
        let hash = resource.paths.count == 1 ? resource.hash : nil
        findings += compare(&file, hash, missing: .hashMissing)
        files.append(file)
      }
    }
    let known = FilePath.join(package.folder, KnownFigureFile.fileName)
    if DefinitionFile.exists(known) {
      var file = CheckedFile(
        id: package.name + "/" + KnownFigureFile.fileName, path: known, state: .same, dataset: package.name)
      file.isKnownFigures = true
      file.place = Place(file: package.path)
      findings += compare(&file, package.knownFiguresHash, missing: .knownFiguresUnlisted)
      files.append(file)
    }
    return (files, findings)
  }

  private static func compare(
    _ file: inout CheckedFile, _ hash: ResourceHash?, missing: VerificationRule
  ) -> [Finding] {
    let digest: FileDigest
    do throws(Findings) { digest = try FileDigest(path: file.path) } catch {
      file.state = .unreadable
      return [Finding(VerificationRule.fileUnreadable, at: Place(file: file.path), text: file.id)]
    }
    file.found = digest.sha256
    file.bytes = digest.bytes
    guard let hash else {
      file.state = .undeclared
      return [Finding(missing, at: file.place, text: file.id)]
    }
    file.declared = hash.hexadecimal
    guard hash.algorithm == .sha256 else {
      file.state = .undeclared
      return [Finding(VerificationRule.hashNotChecked(hash.algorithm.rawValue), at: file.place, text: file.id)]
    }
    guard hash.hexadecimal != digest.sha256 else { return [] }
    file.state = .changed
    let rule = VerificationRule.fileChanged(now: digest.sha256, then: hash.hexadecimal)
    return [Finding(rule, at: Place(file: file.path), text: file.id)]
  }
}
