/**
 * Reads a Go environment file (`go.env` below GOROOT, or the file of `go env -w`): lines NAME=VALUE, the last of a name counts, others
 * are ignored (src/cmd/go/internal/cfg/cfg.go, readEnvFile). Undefined when the name is not set.
 */
export function readGoEnvFile(text: string, name: string): string | undefined {
  let value: string | undefined;
  for (const line of text.split(/\r?\n/u)) {
    if (line.startsWith(`${name}=`)) value = line.slice(name.length + 1);
  }
  return value;
}

/** What container images put into go.env, and what changes nothing about where code comes from (docker-library/golang). */
const HARMLESS_NAMES: readonly string[] = ['GOTOOLCHAIN', 'GOARM', 'GO386', 'GOAMD64', 'GOARM64'];

/**
 * The go.env of a release as it was before the known edits: GOTOOLCHAIN is `auto` there, and the lines that choose an instruction
 * set are not there. `edits` are the lines that differ, as they stand. Undefined when the file holds no such edit. The result
 * vouches for nothing: it must be hashed with the rest of the tree.
 */
export function undoGoEnvEdits(text: string): { readonly text: string; readonly edits: readonly string[] } | undefined {
  const edits: string[] = [];
  const kept: string[] = [];
  for (const line of text.split('\n')) {
    const name = /^([A-Z0-9]+)=/u.exec(line)?.[1];
    if (name === undefined || !HARMLESS_NAMES.includes(name)) kept.push(line);
    else if (name === 'GOTOOLCHAIN' && !kept.includes('GOTOOLCHAIN=auto')) {
      if (line !== 'GOTOOLCHAIN=auto') edits.push(line);
      kept.push('GOTOOLCHAIN=auto');
    } else edits.push(line);
  }
  return edits.length === 0 ? undefined : { text: kept.join('\n'), edits };
}
