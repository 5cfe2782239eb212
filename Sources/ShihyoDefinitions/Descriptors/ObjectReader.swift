import ShihyoModel

/// Reads the keys of one JSON object; a value of the wrong kind is a finding at its place and reads as absent.
struct ObjectReader {
  let members: [JSONMember]
  let position: JSONPosition?
  let log: FindingLog

  /// nil, with a finding, where the value is no object.
  init?(_ value: JSONValue, key: String, log: FindingLog) {
    guard case .object(let members) = value.content else {
      log.add(DescriptorRule.wrongType(key: key, expected: .object), at: value.position)
      return nil
    }
    self.members = members
    position = value.position
    self.log = log
  }

  func value(_ key: String) -> JSONValue? { members.first { Label($0.key) == Label(key) }?.value }

  private func read<Result>(
    _ key: String, _ expected: DescriptorRule.JSONKind, _ convert: (JSONValue.Content) -> Result?
  ) -> Result? {
    guard let value = value(key) else { return nil }
    guard let result = convert(value.content) else {
      log.add(DescriptorRule.wrongType(key: key, expected: expected), at: value.position)
      return nil
    }
    return result
  }

  func string(_ key: String) -> String? {
    read(key, .string) { if case .string(let text) = $0 { text } else { nil } }
  }

  func boolean(_ key: String) -> Bool? {
    read(key, .boolean) { if case .boolean(let flag) = $0 { flag } else { nil } }
  }

  func wholeNumber(_ key: String) -> Int? {
    read(key, .wholeNumber) {
      if case .number(let digits) = $0, let number = Int(digits), number >= 0 { number } else { nil }
    }
  }

  /// A text, or a number or truth value by its spelling.
  func text(_ key: String) -> String? { read(key, .text) { Self.text($0) } }

  static func text(_ content: JSONValue.Content) -> String? {
    switch content {
    case .string(let text): text
    case .number(let digits): digits
    case .boolean(let flag): flag ? "true" : "false"
    case .null, .array, .object: nil
    }
  }

  func list(_ key: String) -> [JSONValue]? {
    read(key, .list) { if case .array(let items) = $0 { items } else { nil } }
  }

  /// A list of texts; where `allowsSingle`, one text counts as a list of one. Each with its place.
  func strings(_ key: String, allowsSingle: Bool = false) -> [(text: String, position: JSONPosition?)]? {
    guard let value = value(key) else { return nil }
    if allowsSingle, case .string(let text) = value.content { return [(text, value.position)] }
    guard case .array(let items) = value.content else {
      log.add(
        DescriptorRule.wrongType(key: key, expected: allowsSingle ? .stringOrList : .list), at: value.position)
      return nil
    }
    return items.compactMap { item in
      if case .string(let text) = item.content { return (text, item.position) }
      log.add(DescriptorRule.wrongType(key: key, expected: .string), at: item.position)
      return nil
    }
  }

  func object(_ key: String) -> ObjectReader? {
    value(key).flatMap { ObjectReader($0, key: key, log: log) }
  }

  /// One of the raw values of an enum; anything else is a finding with the nearest one.
  func choice<Choice: RawRepresentable & CaseIterable>(_ key: String, _ type: Choice.Type) -> Choice?
  where Choice.RawValue == String {
    guard let text = string(key) else { return nil }
    if let choice = Choice(rawValue: text) { return choice }
    let allowed = Choice.allCases.map(\.rawValue)
    let rule = DescriptorRule.unknownValue(
      key: key, value: text, nearest: NearestName.find(text, in: allowed), allowed: allowed)
    log.add(rule, at: value(key)?.position, text: text)
    return nil
  }

  /// A finding for every key that is not one of `allowed`.
  func refuseKeys(otherThan allowed: [String]) {
    for member in members where !allowed.contains(member.key) {
      let rule = DescriptorRule.unknownKey(
        member.key, nearest: NearestName.find(member.key, in: allowed), allowed: allowed)
      log.add(rule, at: member.keyPosition, text: member.key)
    }
  }
}
