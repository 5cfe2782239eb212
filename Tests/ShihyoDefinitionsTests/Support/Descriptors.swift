import ShihyoDefinitions
import ShihyoModel

/// Loads a descriptor of one resource from a temporary folder.
func load(_ text: String, files: [String: String] = [:]) throws(Findings) -> DataPackage {
  let folder = TemporaryFolder()
  defer { withExtendedLifetime(folder) {} }
  for (name, content) in files { folder.write(name, content) }
  return try DataPackage.load(path: folder.write("datapackage.json", text))
}

/// The codes found in a descriptor, with line and character: `descriptor.unknown-key 3:5`.
func findings(_ text: String, files: [String: String] = [:]) -> [String] {
  do throws(Findings) {
    return try load(text, files: files).warnings.map(describe)
  } catch {
    return error.findings.map(describe)
  }
}

private func describe(_ finding: Finding) -> String {
  guard case .character(let character)? = finding.place.column, let line = finding.place.line else {
    return finding.code
  }
  return "\(finding.code) \(line):\(character)"
}

/// A package with one resource that has `field` as its only field.
func package(field: String) -> String {
  package(resource: "\"path\": \"a.csv\", \"schema\": {\"fields\": [\n\(field)\n]}")
}

/// A package with one resource; its keys start on line 2.
func package(resource: String) -> String {
  "{\"name\": \"p\", \"resources\": [{\"name\": \"r\",\n\(resource)\n}]}"
}
