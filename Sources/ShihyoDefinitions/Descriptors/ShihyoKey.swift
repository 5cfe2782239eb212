import ShihyoModel

/// The keys of the one extra key, `shihyo`, at each level; the reference is Sources/Shihyo/Shihyo.docc/Descriptor.md.
enum ShihyoKey {
  static let package = ["profile", "notes", "notice", "known-figures", "register"]
  static let resource =
    ["skip-lines", "header-rows", "skip-after-header", "signs", "year", "date-order", "notes", "method"]
    + ShapeReader.keys
  static let field = [
    "type", "constraints", "role", "unit", "decimals", "additivity", "signs", "personal", "year", "date-order",
    "brackets", "labels", "profile", "notes",
  ]

  /// One note or several.
  static func notes(_ object: ObjectReader) -> [String] {
    object.strings("notes", allowsSingle: true)?.map(\.text) ?? []
  }

  /// `"架空データ"`, or `{"ja": …, "en": …}`. An empty notice would label nothing.
  static func notice(_ object: ObjectReader) -> Bilingual? {
    guard let notice = BilingualReader.read(object, "notice") else { return nil }
    guard !TextFolding.isBlank(notice.ja), !TextFolding.isBlank(notice.en) else {
      object.log.add(DescriptorRule.emptyValue(key: "notice"), at: object.value("notice")?.position)
      return nil
    }
    return notice
  }

  /// What the legend of a table says: `{"-": "nil", "x": "suppressed", "nil": "zero"}`.
  static func signs(_ object: ObjectReader, inheriting inherited: SignProfile) -> SignProfile {
    guard let reader = object.object("signs") else { return inherited }
    var profile = inherited
    for member in reader.members {
      guard let meaning = reader.string(member.key) else { continue }
      if member.key == "nil" {
        switch meaning {
        case "zero": profile.nilIsZero = true
        case "nil": profile.nilIsZero = false
        default: refuse(member, meaning, ["zero", "nil"], reader.log)
        }
        continue
      }
      let reasons = Reason.allCases.filter { $0 != .unknownMark }
      if let reason = reasons.first(where: { $0.name == meaning }) {
        profile.overrides[TextFolding.fold(member.key)] = reason
      } else {
        refuse(member, meaning, reasons.map(\.name), reader.log)
      }
    }
    return profile
  }

  private static func refuse(_ member: JSONMember, _ meaning: String, _ allowed: [String], _ log: FindingLog) {
    let rule = DescriptorRule.unknownValue(
      key: member.key, value: meaning, nearest: NearestName.find(meaning, in: allowed), allowed: allowed)
    log.add(rule, at: member.value.position, text: meaning)
  }
}
