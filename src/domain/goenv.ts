/**
 * Reads a Go environment file (`go.env` below GOROOT, or the file of `go env -w`): lines NAME=VALUE, others are ignored
 * (src/cmd/go/internal/cfg/cfg.go, readEnvFile). Undefined when the name is not set.
 */
export function readGoEnvFile(text: string, name: string): string | undefined {
  for (const line of text.split(/\r?\n/u)) {
    if (line.startsWith(`${name}=`)) return line.slice(name.length + 1);
  }
  return undefined;
}
