#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

func printError(_ message: String) {
  let line = Array((message + "\n").utf8)
  // What cannot be written to standard error cannot be reported anywhere.
  _ = write(2, line, line.count)
}

func exitWithFailure() -> Never { exit(2) }
