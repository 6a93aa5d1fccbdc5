import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Code points, because `==` on strings compares canonical equivalence.
func points(_ text: String) -> [UInt32] { text.unicodeScalars.map(\.value) }

/// Text of code points.
func text(_ points: UInt32...) -> String { text(points) }

func text(_ points: [UInt32]) -> String {
  var result = String.UnicodeScalarView()
  for point in points {
    if let scalar = Unicode.Scalar(point) { result.append(scalar) }
  }
  return String(result)
}

/// SplitMix64 (Steele, Lea, Flood 2014): the same numbers in every run.
struct SeededNumbers: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }

  /// Any scalar value, with those where normalization and scripts are interesting more often than others.
  mutating func scalar() -> Unicode.Scalar {
    let ranges: [ClosedRange<UInt32>] = [
      0x0...0x7F, 0x80...0x24F, 0x300...0x36F, 0x370...0x52F, 0x590...0x6FF, 0x900...0xDFF, 0xE00...0xFFF,
      0x1100...0x11FF, 0x1E00...0x1FFF, 0x2000...0x206F, 0x3000...0x30FF, 0x4E00...0x4FFF, 0xAC00...0xD7A3,
      0xF900...0xFAFF, 0xFB00...0xFFFF, 0x1D100...0x1D1FF, 0x0...0x10FFFF,
    ]
    while true {
      let range = ranges[Int.random(in: 0..<ranges.count, using: &self)]
      if let scalar = Unicode.Scalar(UInt32.random(in: range, using: &self)) { return scalar }
    }
  }

  mutating func text(upTo count: Int) -> String {
    var scalars = String.UnicodeScalarView()
    for _ in 0..<Int.random(in: 0...count, using: &self) { scalars.append(scalar()) }
    return String(scalars)
  }
}

/// Runs the body on so many threads of the system at once, and waits for all of them.
func onThreads(_ count: Int, _ body: @escaping @Sendable (Int) -> Void) {
  final class Job: Sendable {
    let run: @Sendable () -> Void
    init(_ run: @escaping @Sendable () -> Void) { self.run = run }
  }
  var threads: [pthread_t] = []
  for index in 0..<count {
    let job = Unmanaged.passRetained(Job { body(index) })
    #if canImport(Darwin)
      var thread: pthread_t?
      let code = pthread_create(
        &thread, nil,
        {
          Unmanaged<Job>.fromOpaque($0).takeRetainedValue().run()
          return nil
        }, job.toOpaque())
      guard code == 0, let thread else {
        job.release()
        Issue.record("pthread_create: \(code)")
        continue
      }
    #else
      var thread = pthread_t()
      let code = pthread_create(
        &thread, nil,
        { argument in
          if let argument { Unmanaged<Job>.fromOpaque(argument).takeRetainedValue().run() }
          return nil
        }, job.toOpaque())
      guard code == 0 else {
        job.release()
        Issue.record("pthread_create: \(code)")
        continue
      }
    #endif
    threads.append(thread)
  }
  for thread in threads { pthread_join(thread, nil) }
}

/// Combining marks of different classes in the worst order: each goes before all those of the class above it.
func piledMarks(_ count: Int) -> String {
  var scalars = String.UnicodeScalarView()
  scalars.append("e")
  for index in 0..<count { scalars.append(index.isMultiple(of: 2) ? "\u{301}" : "\u{323}") }
  return String(scalars)
}
