extension DataPackage {
  /// What a paper calls one of its resources: the title of the package, with that of the resource where there are several; nil:
  /// it has none.
  package func paperTitle(ofResource name: String?) -> String? {
    let resource = resources.count > 1 ? resources.first { $0.name == name }?.title : nil
    guard let title else { return resource }
    return title + (resource.map { "・" + $0 } ?? "")
  }
}
