import { type Finding, finding } from './finding.ts';
import type { SourceSpec } from './inputs.ts';
import { nearestName } from './nearest.ts';
import { redactUrl } from './redact.ts';

const PLACEHOLDERS = ['version', 'os', 'arch', 'ext', 'file'] as const;

/** One value for each placeholder, all without `/`. */
export type TemplateValues = Readonly<Record<(typeof PLACEHOLDERS)[number], string>>;

/** Puts the values in. Unknown placeholders stay; parseSourceList refuses them. */
export function fillTemplate(template: string, values: TemplateValues): string {
  return template.replace(/\{([^{}]*)\}/gu, (whole, name: string) => (isPlaceholder(name) ? values[name] : whole));
}

function isPlaceholder(name: string): name is keyof TemplateValues {
  return (PLACEHOLDERS as readonly string[]).includes(name);
}

/**
 * Reads the input `sources`: entries separated by comma or newline, each a known id, a base URL or a template. `auto`, alone
 * or empty, is the empty list. Every entry that is not understood gives one INPUT.SOURCE that names the accepted ids;
 * an entry that is there twice counts once.
 */
export function parseSourceList(
  text: string,
  sourceIds: readonly string[],
): { readonly specs: readonly SourceSpec[]; readonly findings: readonly Finding[] } {
  const entries = [...new Set(text.split(/[,\r\n]/u).map(entry => entry.trim()))].filter(entry => entry !== '');
  if (entries.length === 0 || (entries.length === 1 && entries[0] === 'auto')) return { specs: [], findings: [] };
  const specs: SourceSpec[] = [];
  const findings: Finding[] = [];
  for (const entry of entries) {
    const read = parseEntry(entry, sourceIds);
    if ('reason' in read) findings.push(refusal({ subject: 'sources', entry, reason: read.reason, sourceIds }));
    else specs.push(read);
  }
  return { specs, findings };
}

/** Reads a base URL on its own (go-download-base-url). `subject` is the name of the input or variable. */
export function parseBaseUrl(text: string, subject: string): { readonly spec: SourceSpec } | { readonly finding: Finding } {
  const read = parseBase(text);
  return 'reason' in read ? { finding: refusal({ subject, entry: text, reason: read.reason, sourceIds: [] }) } : { spec: read };
}

type Read = SourceSpec | { readonly reason: string };

function parseEntry(entry: string, sourceIds: readonly string[]): Read {
  if (/[{}]/u.test(entry)) return parseTemplate(entry);
  if (entry.includes(':')) return parseBase(entry);
  if (entry === 'auto') return { reason: 'auto stands alone: a list that names sources is exclusive' };
  if (sourceIds.includes(entry)) return { kind: 'id', id: entry };
  const near = nearestName(entry, sourceIds);
  return { reason: near === undefined ? 'the id is not known' : `the id is not known; ${near} is` };
}

function parseBase(text: string): Read {
  const reason = addressFault(text);
  return reason === undefined ? { kind: 'base', url: /[?#]/u.test(text) ? text : text.replace(/\/+$/u, '') } : { reason };
}

function addressFault(text: string): string | undefined {
  if (!/^(?:https?|file):\/\//iu.test(text)) return 'it does not begin with https://, http:// or file://';
  if (!URL.canParse(text)) return 'it is not a URL';
  const url = new URL(text);
  if (url.hash !== '') return 'it has a fragment, which is never sent';
  if (url.protocol !== 'file:') return undefined;
  if (url.host !== '' || url.pathname === '/') return 'a directory is written file:///path';
  return isPath(url.pathname) ? undefined : 'it names no path: an escape in it is broken, or stands for a slash or for NUL';
}

/** Whether every file system could have it; node:url throws for all others, on Windows for %5C too. */
function isPath(escaped: string): boolean {
  if (/%(?:2f|5c|00)/iu.test(escaped)) return false;
  try {
    decodeURIComponent(escaped);
    return true;
  } catch {
    return false;
  }
}

/** Two releases that differ in every placeholder: the origin may not depend on any, or a token could go astray. */
const SAMPLES: readonly [TemplateValues, TemplateValues] = [
  { version: '1.26.8', os: 'linux', arch: 'amd64', ext: 'tar.gz', file: 'go1.26.8.linux-amd64.tar.gz' },
  { version: '1.25.3', os: 'windows', arch: 'arm64', ext: 'zip', file: 'go1.25.3.windows-arm64.zip' },
];

function parseTemplate(template: string): Read {
  const names = [...template.matchAll(/\{([^{}]*)\}/gu)].map(match => match[1] ?? '');
  const unknown = names.find(name => !isPlaceholder(name));
  if (unknown !== undefined) return { reason: `the placeholder {${unknown}} is not one of ${accepted()}` };
  if (/[{}]/u.test(template.replace(/\{[^{}]*\}/gu, ''))) return { reason: 'a brace has no partner' };
  if (!names.includes('file') && !names.includes('version')) return { reason: 'it has neither {file} nor {version}' };
  const [first, second] = SAMPLES.map(sample => fillTemplate(template, sample));
  if (first === undefined || second === undefined) return { reason: 'it cannot be filled' };
  const reason = addressFault(first) ?? addressFault(second);
  if (reason !== undefined) return { reason };
  return authority(first) === authority(second) ? { kind: 'template', template } : { reason: 'a placeholder stands in the host' };
}

function authority(address: string): string {
  const url = new URL(address);
  return `${url.protocol}//${url.username}:${url.password}@${url.host}`;
}

function accepted(): string {
  return PLACEHOLDERS.map(name => `{${name}}`).join(' ');
}

function refusal(what: {
  readonly subject: string;
  readonly entry: string;
  readonly reason: string;
  readonly sourceIds: readonly string[];
}): Finding {
  const ids = ['auto', ...what.sourceIds].join(' ');
  const forms = 'https://host/path (a base URL), file:///directory, or a template with {file} or {version}';
  return finding('INPUT.SOURCE', {
    subject: what.subject,
    evidence: {
      entry: redactUrl(what.entry).slice(0, 200),
      reason: what.reason,
      ids: what.sourceIds.length === 0 ? undefined : ids,
    },
    fixes: [
      {
        title: 'Write an accepted source',
        kind: 'setting',
        text: `${what.subject}: ${what.sourceIds.length === 0 ? forms : `${ids}, or ${forms}`}`,
        risk: 'none',
      },
    ],
  });
}
