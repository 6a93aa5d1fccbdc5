import Foundation
import PackagePlugin

/// Compiles `Tables/` while the package is built and hands the result to the C target `EmbeddedTables`.
@main
struct EmbedTables: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    let tables = context.package.directoryURL.appending(path: "Tables")
    let binary = context.pluginWorkDirectoryURL.appending(path: "tables.allonym")
    let source = context.pluginWorkDirectoryURL.appending(path: "embedded_tables.c")
    return [
      .buildCommand(
        displayName: "Compiling the tables",
        executable: try context.tool(named: "TableCompiler").url,
        arguments: [tables.path, binary.path, source.path],
        inputFiles: try tableFiles(under: tables),
        outputFiles: [source])
    ]
  }

  private func tableFiles(under directory: URL) throws -> [URL] {
    let files = FileManager.default.enumerator(at: directory, includingPropertiesForKeys: nil)
    return (files?.compactMap { $0 as? URL } ?? [])
      .filter { ["tsv", "txt", "json"].contains($0.pathExtension) }
      .sorted { $0.path < $1.path }
  }
}
