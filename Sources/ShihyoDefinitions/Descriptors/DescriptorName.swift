import ShihyoModel

/// Names of packages and resources: `NAME/RESOURCE` on the command line must be able to say them.
enum DescriptorName {
  static func check(_ name: String?, at position: JSONPosition?, log: FindingLog) {
    guard let name else { return }
    if name.isEmpty {
      log.add(DescriptorRule.emptyValue(key: "name"), at: position)
    } else if name.utf8.contains(UInt8(ascii: "/")) {
      log.add(DescriptorRule.slashInName, at: position, text: name)
    } else if !name.utf8.allSatisfy(isUsual) {
      log.add(DescriptorRule.unusualName, at: position, text: name)
    }
  }

  private static func isUsual(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"),
      UInt8(ascii: "_"), UInt8(ascii: "."):
      true
    default: false
    }
  }
}
