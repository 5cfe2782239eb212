import Testing

@testable import ShihyoEngine

/// - Source: NIST, «Examples with Intermediate Values» for SHA-256, and the digest of the empty message; 55 and 64 letters,
///   at the edges of the padding, from another implementation.
struct SHA256Tests {
  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
    (String(repeating: "a", count: 55), "9f4390f8d30c2dd92ec9f095b65e2b9ae9b0a925a5258e241c9f1e910f734318"),
    (String(repeating: "a", count: 64), "ffe054fe7ae0cb6dc65c3af9b61d5209f439851db43d0ba5997337df154668eb"),
    (
      String(repeating: "a", count: 1_000_000), "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"
    ),
  ])
  func publishedDigests(message: String, digest: String) {
    for piece in [1, 63, 64, 65, 4096] where piece > 1 || message.utf8.count < 100 {
      var hash = SHA256()
      let bytes = Array(message.utf8)
      for start in stride(from: 0, to: bytes.count, by: piece) {
        Array(bytes[start..<min(start + piece, bytes.count)]).withUnsafeBufferPointer { hash.update($0) }
      }
      #expect(hash.finish() == digest, "pieces of \(piece)")
    }
  }
}
