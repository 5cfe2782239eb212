/// The memory of one batch: its fields, and the bytes of its lines as read.
///
/// `@unchecked Sendable`: the reader writes only while it is the sole owner (it asks `isKnownUniquelyReferenced`
/// before it uses an arena again); once a batch holds the arena, nobody writes.
final class FieldArena: @unchecked Sendable {
  let sink: UnsafeMutablePointer<FieldSink>
  /// The lines of the batch as read: for rejected rows, and for the exact place of a bad byte.
  var raw: GrowableBuffer<UInt8>

  init(capacity: Int) {
    sink = UnsafeMutablePointer<FieldSink>.allocate(capacity: 1)
    sink.initialize(to: FieldSink(capacity: capacity))
    raw = GrowableBuffer(capacity: capacity)
  }

  deinit {
    sink.deinitialize(count: 1)
    sink.deallocate()
  }

  var byteBase: UnsafePointer<UInt8> { UnsafePointer(sink.pointee.bytes.base) }
  var fieldBase: UnsafePointer<FieldBounds> { UnsafePointer(sink.pointee.fields.base) }

  /// Ready for the next batch. Memory that one giant record made grow is given back.
  func recycled(capacity: Int) -> FieldArena {
    if sink.pointee.bytes.capacity > capacity * 4 || raw.capacity > capacity * 4 {
      return FieldArena(capacity: capacity)
    }
    sink.pointee.removeAll()
    raw.count = 0
    return self
  }
}
