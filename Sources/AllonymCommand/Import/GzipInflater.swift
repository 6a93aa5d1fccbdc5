internal import LibZ

/// Why compressed data cannot be read.
struct InflateError: Error {
  var reason: String
}

/// Undoes gzip (RFC 1952), member by member, by zlib. The one file that calls zlib.
final class GzipInflater {
  // zlib keeps the address of its stream, so it has one that does not move.
  private let stream: UnsafeMutablePointer<z_stream>

  /// Whether a member has begun and not ended: input must not end here.
  private(set) var isInsideMember = false

  init() throws(InflateError) {
    stream = .allocate(capacity: 1)
    stream.initialize(to: z_stream())
    // 15 bits of window, the largest; 16 for a gzip header.
    let status = inflateInit2_(stream, 15 + 16, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
    guard status == Z_OK else { throw InflateError(reason: Self.reason(status, stream)) }
  }

  deinit {
    inflateEnd(stream)
    stream.deinitialize(count: 1)
    stream.deallocate()
  }

  /// Inflates `input` from `place` on, up to `end`, into `output` from its start.
  ///
  /// - Returns: how many bytes of `output` were filled; `place` is moved behind what was used. Nothing is filled and
  ///   nothing used where a member ended just before, or where there is too little input.
  func inflate(_ input: [UInt8], from place: inout Int, to end: Int, into output: inout [UInt8]) throws(InflateError)
    -> Int
  {
    precondition(0 <= place && place <= end && end <= input.count)
    if !isInsideMember {
      guard inflateReset(stream) == Z_OK else { throw InflateError(reason: "zlib cannot start again") }
      isInsideMember = true
    }
    var used = 0
    var filled = 0
    let status = input.withUnsafeBufferPointer { source in
      output.withUnsafeMutableBufferPointer { target in
        // zlib reads at most avail_in bytes from next_in and writes at most avail_out bytes to next_out: by the
        // precondition both ranges lie in their buffers, and neither pointer is kept beyond this call.
        let available = min(end - place, Int(UInt32.max))
        let room = min(target.count, Int(UInt32.max))
        stream.pointee.next_in = source.baseAddress.map { UnsafeMutablePointer(mutating: $0 + place) }
        stream.pointee.avail_in = UInt32(available)
        stream.pointee.next_out = target.baseAddress
        stream.pointee.avail_out = UInt32(room)
        let status = LibZ.inflate(stream, Z_NO_FLUSH)
        used = available - Int(stream.pointee.avail_in)
        filled = room - Int(stream.pointee.avail_out)
        stream.pointee.next_in = nil
        stream.pointee.next_out = nil
        return status
      }
    }
    place += used
    switch status {
    case Z_STREAM_END: isInsideMember = false
    case Z_OK, Z_BUF_ERROR: break
    default: throw InflateError(reason: Self.reason(status, stream))
    }
    return filled
  }

  private static func reason(_ status: Int32, _ stream: UnsafeMutablePointer<z_stream>) -> String {
    stream.pointee.msg.map { String(cString: $0) } ?? "zlib says \(status)"
  }
}
