/// 输出格式 · Table format: what `--format` takes.
package enum TableFormat: String, Sendable, CaseIterable {
  case table, json, csv, xlsx
}
