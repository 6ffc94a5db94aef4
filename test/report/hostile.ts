import fc from 'fast-check';
import type { DiagnosedCause, TargetSummary } from '../../src/domain/diagnosis.ts';
import type { Event } from '../../src/domain/event.ts';
import { finding } from '../../src/domain/finding.ts';
import type { Report } from '../../src/domain/report.ts';
import type { Preflight } from '../../src/domain/rule.ts';
import { causeFinding } from '../../src/report/fold-diagnosis.ts';
import { fold, PROOF, timeline } from './scenarios.ts';

/** A failed run in which every text that a server or a file can choose is `text`. */
export function hostileRun(text: string): Report {
  const refused = finding('HTTP.FORBIDDEN', {
    subject: text,
    message: text,
    evidence: { 'server header': text, [text === '__proto__' ? 'x' : text]: text },
    fixes: [{ title: text, kind: 'command', text: `${text}\n${text}`, risk: 'low' }],
    location: { file: text, line: 1 },
  });
  const noticed = finding('LIST.MALFORMED', { subject: text, message: text, severity: 'warning' });
  const found = finding('CFG.TLS_DISABLED', {
    subject: text,
    message: text,
    severity: 'warning',
    location: { file: text, line: 2 },
  });
  const events: readonly Event[] = timeline(
    [0, { type: 'run-started', command: 'install', product: text }],
    [1, { type: 'phase-started', phase: 'resolve' }],
    [1, { type: 'requested', spec: text, origin: { kind: 'file', file: text, line: 1 } }],
    [2, { type: 'listing-read', source: text, url: text, ms: 1, code: 'LIST.MALFORMED' }],
    [3, { type: 'resolved', version: text, platform: text, learntFrom: [text] }],
    [3, { type: 'attempt-started', attempt: 1, source: text, url: text }],
    [4, { type: 'attempt-ended', attempt: 1, end: 'failed', bytes: 0, finding: refused }],
    [5, { type: 'finding', finding: noticed }],
    [5, { type: 'finding', finding: found }],
    [5, { type: 'preflight', ...hostilePreflight(text) }],
    [6, { type: 'run-ended', outcome: 'failed', findings: [refused] }],
  );
  return fold(events);
}

/** The same for what preflight says; a title is the product's own. */
function hostilePreflight(text: string): Preflight {
  const check = { rule: 'a-rule', topic: 'environment', title: text, codes: ['CFG.TLS_DISABLED'], subjects: [text] } as const;
  return {
    directory: text,
    modules: [{ path: text, directory: text, requireCount: 1 }],
    checks: [
      { ...check, status: 'warning' },
      { ...check, rule: 'another-rule', topic: 'module', status: 'failed' },
    ],
    routes: [{ modules: [text], count: 2, from: [text, 'direct'], verifiedBy: text }],
    sums: { lines: 1, proved: 1, failed: 0, skipped: 0, ms: 1 },
    ms: 1,
  };
}

/** A good run in which every text that is not our own is `text`. */
export function hostileSuccess(text: string): Report {
  const proof = { ...PROOF, root: text, detail: text };
  return fold(
    timeline(
      [0, { type: 'run-started', command: 'install', product: text }],
      [1, { type: 'requested', spec: text, origin: { kind: 'file', file: text, line: 1 } }],
      [2, { type: 'resolved', version: text, platform: text, learntFrom: [text] }],
      [3, { type: 'attempt-started', attempt: 1, source: text, url: text }],
      [4, { type: 'attempt-answered', attempt: 1 }],
      [5, { type: 'attempt-ended', attempt: 1, end: 'won', bytes: 7 }],
      [6, { type: 'proved', proof }],
      [7, { type: 'toolchain-ready', version: text, root: text, bin: text, from: 'download' }],
      [8, { type: 'cache', result: 'exact', entry: 'modules', key: text, ms: 1 }],
      [9, { type: 'run-ended', outcome: 'installed', findings: [] }],
    ),
  );
}

/** The command `sources`, and a repair, in which every text that a server or a person can choose is `text`. */
export function hostileSources(text: string): Report {
  const health = {
    title: text,
    url: text,
    tries: 3,
    answers: 1,
    bytes: 1,
    version: text,
    redirectedTo: text,
    cache: { via: text },
  };
  const step = { title: text, text: `${text}\n${text}` };
  return fold(
    timeline(
      [0, { type: 'run-started', command: 'sources', product: text }],
      [
        1,
        {
          type: 'sources',
          newest: text,
          learntFrom: [text],
          sources: [
            { ...health, source: text, state: 'usable', code: 'BODY.RESET' },
            { ...health, source: text, state: 'unusable', code: 'DNS.NXDOMAIN' },
          ],
        },
      ],
      [
        2,
        {
          type: 'repair',
          repair: 'x',
          title: text,
          code: 'TLS.PQ_INTOLERANT',
          subject: text,
          state: 'planned',
          steps: [step, step],
        },
      ],
      [3, { type: 'run-ended', outcome: 'ok', findings: [] }],
    ),
  );
}

/** `doctor`, in which every text that a server, a name or a facts file can choose is `text`. */
export function hostileDiagnosis(text: string): Report {
  const way = { url: text, via: text, steps: [step(text, true), step(text, false)] };
  const cause: DiagnosedCause = {
    code: 'TLS.INTERCEPTED',
    verdict: 'cause',
    confidence: 1,
    subject: text,
    chain: ['TLS.INTERCEPTED', 'TLS.UNTRUSTED'],
    evidence: [{ name: text, value: text }],
    fixes: [{ title: text, kind: 'setting', text: `${text}\n${text}`, risk: 'none' }],
    ruledOut: [{ code: 'PROXY.DENIED', why: text }],
    rivals: [],
  };
  return fold(
    timeline(
      [0, { type: 'run-started', command: 'doctor', product: text }],
      [
        1,
        {
          type: 'diagnosis',
          healthy: false,
          causes: [cause],
          warnings: [finding('CFG.TLS_DISABLED', { subject: text, severity: 'warning', evidence: { value: text } })],
          targets: [
            { ...way, role: 'source', source: text, state: 'unusable' },
            { ...way, role: 'source', source: text, state: 'usable' },
            { ...way, role: 'given' },
          ],
        },
      ],
      [2, { type: 'run-ended', outcome: 'failed', findings: [causeFinding(cause)] }],
    ),
  );
}

function step(text: string, ok: boolean): TargetSummary['steps'][number] {
  return { stage: 'TLS', ok, ms: 1, detail: `TLSv1.3 ${text}` };
}

/** Texts that mean something to Markdown, HTML, XML, a terminal or a shell. */
export const hostile = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc
    .array(
      fc.constantFrom(
        ...['`', '``', '```', '|', '\\', '\n', '\r', '<script>', '</details>', '<!--', '[x](http://e.test)', 'https://e.test'],
        ...[
          ':white_check_mark:',
          'www.e.test',
          '[^1]',
          ...['*a*', '**a**', '~~a~~', '_a_', '<b>a</b>'],
          '\n| --- |\n',
          '@user',
          '#1',
          '*',
          '_',
          '**',
          '~~',
          '# ',
          '> ',
          '- ',
          '1. ',
          '&lt;',
          '$x$',
          '\u202e',
          '\u200b',
          '\u001b[31m',
          ' ',
          'a',
        ],
      ),
      { maxLength: 12 },
    )
    .map(parts => parts.join('')),
);
