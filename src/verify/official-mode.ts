/** `go_js_wasm_exec` and its kind, in any directory. */
const EXEC_WRAPPER = /(?:^|\/)go_[^/]+_[^/]+_exec$/u;

/**
 * Permission bits that a file of a Go release has, by its path without `go/`: 0755 for programs and scripts, else
 * 0644. The archive is never asked, for nothing proves its modes. Rule: func mode in cmd/distpack.
 */
export function officialMode(path: string): number {
  const isProgram = path.startsWith('bin/') || path.startsWith('pkg/tool/') || EXEC_WRAPPER.test(path);
  return isProgram || /\.(?:bash|sh|pl|rc)$/u.test(path) ? 0o755 : 0o644;
}
