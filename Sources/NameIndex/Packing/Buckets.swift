/// Numbers sorted into buckets: those of each bucket ascending, the buckets in their order. Each number once a bucket.
struct Buckets {
  /// Where each bucket begins among the numbers, and where the last one ends.
  private(set) var starts: [UInt32]
  private(set) var numbers: [UInt64]

  /// Shorter buckets are sorted by insertion.
  private static let shortBucket = 24

  /// - Parameters:
  ///   - count: how many buckets there are.
  ///   - numbers: in whatever order.
  ///   - bucket: the bucket of the number at a place, below `count`.
  init(_ count: Int, _ numbers: [UInt64], bucket: (_ place: Int) -> Int) {
    starts = [UInt32](repeating: 0, count: count + 1)
    self.numbers = [UInt64](repeating: 0, count: numbers.count)
    for place in numbers.indices { starts[bucket(place) + 1] += 1 }
    for bucket in 0..<count { starts[bucket + 1] += starts[bucket] }
    var next = starts
    for place in numbers.indices {
      let bucket = bucket(place)
      self.numbers[Int(next[bucket])] = numbers[place]
      next[bucket] += 1
    }
    sortBuckets()
  }

  /// Sorts each bucket and takes numbers out that stand there twice.
  private mutating func sortBuckets() {
    var written = 0
    for bucket in 0..<starts.count - 1 {
      let (first, end) = (Int(starts[bucket]), Int(starts[bucket + 1]))
      starts[bucket] = UInt32(written)
      if end - first <= Self.shortBucket {
        insertionSort(first, end)
      } else {
        numbers.replaceSubrange(first..<end, with: numbers[first..<end].sorted())
      }
      for place in first..<end where place == first || numbers[place] != numbers[written - 1] {
        numbers[written] = numbers[place]
        written += 1
      }
    }
    starts[starts.count - 1] = UInt32(written)
    numbers.removeLast(numbers.count - written)
  }

  private mutating func insertionSort(_ first: Int, _ end: Int) {
    guard first + 1 < end else { return }
    for place in first + 1..<end {
      let number = numbers[place]
      var hole = place
      while hole > first, numbers[hole - 1] > number {
        numbers[hole] = numbers[hole - 1]
        hole -= 1
      }
      numbers[hole] = number
    }
  }
}
