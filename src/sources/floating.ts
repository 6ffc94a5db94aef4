import { createHash } from 'node:crypto';
import { splitUserinfo } from '../domain/address.ts';
import type { Inputs, SourceSpec } from '../domain/inputs.ts';
import type { Platform } from '../domain/platform.ts';
import type { Candidate } from '../domain/source.ts';
import type { VersionSpec } from '../domain/version-spec.ts';
import { floatingFileName } from './file-name.ts';
import { namedFile } from './flat-directory.ts';

/**
 * Addresses that are known to have builds of their own, no version list, and names that always lead to the newest patch
 * (`go1.25.linux-amd64.tar.gz`). The same list, compared in the same way, as in setup-go v7 (installer.ts).
 */
const FLOATING_BASES: readonly string[] = ['https://aka.ms/golang/release/latest'];

/** The only source, when it is one of those addresses. */
export function floatingBase(specs: readonly SourceSpec[]): string | undefined {
  const [spec] = specs;
  return specs.length === 1 && spec?.kind === 'base' && FLOATING_BASES.includes(spec.url.toLowerCase()) ? spec.url : undefined;
}

/** The only source, when it is a base URL over http: a directory that may hold builds of its own. */
export function onlyBase(specs: readonly SourceSpec[]): string | undefined {
  const [spec] = specs;
  return specs.length === 1 && spec?.kind === 'base' && /^https?:/iu.test(spec.url) ? spec.url : undefined;
}

/** The base URL whose own builds may be accepted, because the user said `verification: source` and pinned nothing. */
export function ownBase({ sources, verification, checksum }: Inputs): string | undefined {
  return verification === 'source' && checksum === undefined ? onlyBase(sources) : undefined;
}

/**
 * The name of the version as a file name would have it: the request as it is written, such as `1.25` or `1.25.3-1`. Undefined for
 * an alias or a range, which no file is named after (setup-go refuses `~ ^ > = < | * x` there).
 */
export function writtenVersion(spec: VersionSpec): string | undefined {
  const text = /^(?:go|v)?(\d[\w.-]*)$/u.exec(spec.text)?.[1];
  return spec.kind === 'alias' || text === undefined || /x/iu.test(text) ? undefined : text;
}

/** `<base>/go1.25.linux-amd64.tar.gz`: the version stands in the name as it was written. */
export function floatingCandidate(
  source: { readonly base: string; readonly token: string | undefined },
  written: string,
  platform: Platform,
): Candidate {
  const token = source.token === undefined ? {} : { authorization: `Bearer ${source.token}` };
  return namedFile(
    { sourceId: 'custom', ...splitUserinfo(source.base), ...token },
    floatingFileName(written, platform),
    platform,
  );
}

/**
 * The tool of the tool cache under which builds of a source are kept that the Go project did not publish: `go-` and the first
 * eight digits of SHA-256 of the base URL, as in setup-go. So they never share an entry with a Go that is proved.
 */
export function privateTool(base: string): string {
  return `go-${createHash('sha256').update(base).digest('hex').slice(0, 8)}`;
}
