#if Spark
  import Foundation

  @testable import ShihyoSpark

  /// Damages good streams at random, and makes bytes out of nothing; counts what was tried.
  struct ArrowFuzz: CustomStringConvertible {
    static let seconds = ProcessInfo.processInfo.environment["SHIHYO_ARROW_FUZZ_SECONDS"].flatMap(Int.init) ?? 0

    private static let originals = [
      ArrowStreamTests.bytes, ArrowWriter.stream(["a", "b"], [["x", nil], ["yy", "z"]]),
      ArrowWriter.stream(["区"], (0..<40).map { ["門司区\($0)"] }),
    ]
    /// What lengths, counts and offsets go wrong at.
    private static let numbers: [Int64] = [
      0, 1, -1, 4, 7, 8, 0x7F, 0xFF, 0x7FFF, 0xFFFF, 0x7FFF_FFFF, 0x8000_0000, 0xFFFF_FFFF, .max, .min, -8,
    ]

    let seed: UInt64
    private(set) var tried = 0
    private(set) var accepted = 0
    private(set) var acceptedRandom = 0
    private var state: UInt64

    init(seed: UInt64) {
      self.seed = seed
      state = seed
    }

    var description: String { "seed \(seed): \(tried) inputs, \(accepted) of them read, \(acceptedRandom) random ones" }

    private mutating func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }

    /// One damaged stream and one of random bytes.
    mutating func step() {
      var bytes = Self.originals[next(Self.originals.count)]
      for _ in 0...next(4) { damage(&bytes) }
      if ArrowStreamTests.readWhole(bytes) { accepted += 1 }
      let length = next(400)
      let random = (0..<length).map { _ in UInt8(next(256)) }
      // With a length that fits, so that what is behind it is looked at.
      let claimed = UInt32(next(length + 1))
      let prefix = [0xFF, 0xFF, 0xFF, 0xFF] + (0..<4).map { UInt8(truncatingIfNeeded: claimed >> ($0 * 8)) }
      if ArrowStreamTests.readWhole(prefix + random) { acceptedRandom += 1 }
      tried += 2
    }

    private mutating func damage(_ bytes: inout [UInt8]) {
      guard !bytes.isEmpty else { return }
      let place = next(bytes.count)
      switch next(7) {
      case 0: bytes[place] = UInt8(next(256))
      case 1: bytes[place] ^= 1 << UInt8(next(8))
      case 2, 3:
        let number = Self.numbers[next(Self.numbers.count)] &+ Int64(next(3) - 1)
        for byte in 0..<(next(2) == 0 ? 4 : 8) where place + byte < bytes.count {
          bytes[place + byte] = UInt8(truncatingIfNeeded: number >> (byte * 8))
        }
      case 4: bytes.removeSubrange(place..<min(bytes.count, place + 1 + next(12)))
      case 5: bytes.insert(contentsOf: (0...next(12)).map { _ in UInt8(next(256)) }, at: place)
      default:
        let copied = Array(bytes[place..<min(bytes.count, place + 1 + next(64))])
        bytes.insert(contentsOf: copied, at: next(bytes.count))
      }
    }
  }
#endif
