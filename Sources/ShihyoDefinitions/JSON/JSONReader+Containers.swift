import ShihyoModel

extension JSONReader {
  mutating func members(depth: Int) throws(Finding) -> [JSONMember] {
    advance()
    var members: [JSONMember] = []
    var seen: Set<Label> = []
    skipSpace()
    if byte == UInt8(ascii: "}") {
      advance()
      return members
    }
    while true {
      skipSpace()
      let start = position
      try expect(UInt8(ascii: "\""), .key, consuming: false)
      let key = try string()
      guard seen.insert(Label(key)).inserted else { throw finding(.duplicateKey(key), at: start, text: key) }
      skipSpace()
      try expect(UInt8(ascii: ":"), .colon, consuming: true)
      members.append(JSONMember(key, try value(depth: depth + 1), at: start))
      skipSpace()
      if byte == UInt8(ascii: ",") {
        advance()
      } else {
        try expect(UInt8(ascii: "}"), .commaOrBrace, consuming: true)
        return members
      }
    }
  }

  mutating func items(depth: Int) throws(Finding) -> [JSONValue] {
    advance()
    var items: [JSONValue] = []
    skipSpace()
    if byte == UInt8(ascii: "]") {
      advance()
      return items
    }
    while true {
      items.append(try value(depth: depth + 1))
      skipSpace()
      if byte == UInt8(ascii: ",") {
        advance()
      } else {
        try expect(UInt8(ascii: "]"), .commaOrBracket, consuming: true)
        return items
      }
    }
  }

  private mutating func expect(
    _ wanted: UInt8, _ expectation: JSONRule.Expectation, consuming: Bool
  ) throws(Finding) {
    guard let here = byte else { throw finding(.unexpectedEnd(expected: expectation), at: position) }
    guard here == wanted else {
      throw finding(.unexpectedCharacter(expected: expectation), at: position, text: characterHere)
    }
    if consuming { advance() }
  }
}
