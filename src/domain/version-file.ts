import { type Finding, finding } from './finding.ts';
import { isOlderThanGoLine, readGoMod, toolchainVersion } from './gomod.ts';
import { readMiseToml, readPrototools, readToolVersions, type ToolLine } from './tool-versions.ts';
import { parseSpec, type VersionSpec } from './version-spec.ts';

export interface VersionFile {
  /** As the user knows it; the base name decides how it is read. */
  readonly path: string;
  readonly text: string;
  /** The value of GOTOOLCHAIN in the job; exactly `local` means that toolchain lines do not count. */
  readonly gotoolchain?: string | undefined;
}

/** What a version file asks for. */
export interface FileRequest {
  readonly spec: VersionSpec;
  /** 1-based. */
  readonly line: number;
  /** `go`: the line is a language version, a lower bound and not a wish. Undefined outside of go.mod and go.work. */
  readonly directive: 'go' | 'toolchain' | undefined;
}

type Result = FileRequest | { readonly finding: Finding };

/**
 * Reads a version file by its base name: go.mod (any *.mod) and go.work, .go-version, .tool-versions, mise.toml and its variants,
 * .prototools; of any other file the whole trimmed content is the request (as setup-go does). A file without a request that is
 * understood is INPUT.VERSION_FILE at its line: another Go in its place would be a silent surprise. Never throws.
 */
export function readVersionFile(file: VersionFile): Result {
  const text = file.text.replace(/^\uFEFF/u, '').replace(/\r\n?/gu, '\n');
  const noise = text.split('\n').findIndex(line => /[\0\uFFFD]/u.test(line));
  if (noise !== -1) return refuse(file, { line: noise + 1, reason: 'the file is not UTF-8 text' });
  const marker = text.split('\n').findIndex(line => /^(?:<{7}|>{7})(?: |$)/u.test(line));
  if (marker !== -1) return refuse(file, { line: marker + 1, reason: 'a merge conflict is not resolved' });
  const name = file.path.split(/[\\/]/u).at(-1) ?? '';
  // The flag -modfile takes any file that ends so.
  if (name.endsWith('.mod') || name === 'go.work') return fromGoMod(file, text);
  if (name === '.go-version') return fromFirstLine(file, text);
  if (name === '.tool-versions') return fromTool(file, readToolVersions(text));
  if (/^\.?mise(?:\.[\w-]+)*\.toml$/u.test(name)) return fromTool(file, readMiseToml(text));
  if (name === '.prototools') return fromTool(file, readPrototools(text));
  return fromWhole(file, text);
}

function fromGoMod(file: VersionFile, text: string): Result {
  const { go, toolchain } = readGoMod(text);
  if (toolchain !== undefined && toolchain.text !== 'default' && file.gotoolchain !== 'local') {
    const version = toolchainVersion(toolchain.text);
    const spec = version === undefined ? undefined : parseSpec(version);
    if (version === undefined || spec === undefined) {
      return refuse(file, { line: toolchain.line, got: toolchain.text, reason: 'the toolchain line names no Go release' });
    }
    const isIgnored = go !== undefined && isOlderThanGoLine(version, go.text);
    if (!isIgnored) return { spec, line: toolchain.line, directive: 'toolchain' };
  }
  if (go === undefined) return refuse(file, { reason: 'there is no go line', fix: 'go 1.26' });
  const spec = /^\d/u.test(go.text) ? parseSpec(go.text) : undefined;
  if (spec === undefined || (spec.kind !== 'exact' && spec.kind !== 'minor')) {
    return refuse(file, { line: go.line, got: go.text, reason: 'the go line names no version', fix: 'go 1.26' });
  }
  return { spec, line: go.line, directive: 'go' };
}

function fromFirstLine(file: VersionFile, text: string): Result {
  for (const [index, line] of text.split('\n').entries()) {
    const content = line.replace(/(?:^|\s)(?:#|\/\/).*$/su, '').trim();
    if (content !== '') return fromText(file, { text: content, line: index + 1 });
  }
  return refuse(file, { reason: 'the file names no version', fix: '1.26.8' });
}

function fromTool(file: VersionFile, tool: ToolLine | undefined): Result {
  if (tool === undefined) return refuse(file, { reason: 'the file names no version of go or golang' });
  for (const version of tool.versions) {
    const spec = parseSpec(version);
    if (spec !== undefined) return { spec, line: tool.line, directive: undefined };
  }
  return refuse(file, { line: tool.line, got: tool.versions.join(' '), reason: 'no version on this line is understood' });
}

function fromWhole(file: VersionFile, text: string): Result {
  const before = /^\s*/u.exec(text)?.[0] ?? '';
  return fromText(file, { text: text.trim(), line: before.split('\n').length });
}

function fromText(file: VersionFile, place: { readonly text: string; readonly line: number }): Result {
  const spec = parseSpec(place.text);
  if (spec !== undefined) return { spec, line: place.line, directive: undefined };
  const reason = place.text === '' ? 'the file is empty' : 'the content is not a version request';
  return refuse(file, { line: place.line, got: place.text, reason, fix: '1.26.8' });
}

function refuse(
  file: VersionFile,
  what: { readonly reason: string; readonly line?: number; readonly got?: string; readonly fix?: string },
): { readonly finding: Finding } {
  const place = what.line === undefined ? {} : { line: what.line };
  const correct = { title: 'Write a version into the file', kind: 'edit', text: what.fix ?? '', risk: 'none' } as const;
  const name = { title: 'Name the version as input', kind: 'setting', text: "go-version: '1.26.8'", risk: 'none' } as const;
  return {
    finding: finding('INPUT.VERSION_FILE', {
      subject: file.path,
      evidence: { reason: what.reason, got: what.got?.slice(0, 100) },
      fixes: what.fix === undefined ? [name] : [correct, name],
      location: { file: file.path, ...place },
    }),
  };
}
