import ShihyoModel

/// Reads each profile that a descriptor names once.
final class ProfileCache {
  private let folder: String
  private var read: [String: CityProfile?] = [:]

  init(folder: String) { self.folder = folder }

  /// nil, with what is wrong in the log the first time, where it cannot be read.
  func profile(named name: String, at position: JSONPosition?, log: FindingLog) -> CityProfile? {
    if let known = read[name] { return known }
    do throws(Findings) {
      let profile = try ProfileFinder.find(name, folder: folder)
      read[name] = .some(profile)
      return profile
    } catch {
      // What is wrong inside the profile names its own file; a missing one is named where it is asked for.
      log.add(
        error.findings.map { finding in
          var finding = finding
          if finding.place.file == nil { finding.place = log.place(position) }
          return finding
        })
      read[name] = .some(nil)
      return nil
    }
  }
}
