import { CATALOGUE, type Code } from './catalogue.ts';
import type { Severity } from './catalogue-entry.ts';

/** How sure we are that the code is right for what was seen. */
export type Confidence = 'certain' | 'likely' | 'possible';

/** One observed fact: where it comes from and its value, already redacted. */
export interface Evidence {
  /** The observation, in a word or two: `status`, `errno`, `expected`, `got`, `address`, `first bytes`. */
  readonly name: string;
  readonly value: string;
}

export interface Fix {
  readonly title: string;
  readonly kind: 'command' | 'edit' | 'setting' | 'ask-admin';
  /** The exact command, line or setting. */
  readonly text: string;
  /** What the fix may weaken; `none` when nothing. */
  readonly risk: 'none' | 'low' | 'high';
}

export interface Location {
  /** Path as the user knows it, relative to the workspace where possible. */
  readonly file: string;
  /** 1-based. */
  readonly line?: number;
}

/** One judged fact. `code` says what, `subject` says of what (a source id, a file, an input name, a host). */
export interface Finding {
  readonly code: Code;
  readonly severity: Severity;
  readonly confidence: Confidence;
  readonly subject: string;
  readonly message: string;
  readonly evidence: readonly Evidence[];
  readonly fixes: readonly Fix[];
  readonly location?: Location;
}

export interface FindingDetail {
  readonly subject: string;
  /** Default: the title of the code. */
  readonly message?: string;
  readonly confidence?: Confidence;
  readonly severity?: Severity;
  /** Evidence as a record, in order; undefined values are left out. */
  readonly evidence?: Readonly<Record<string, string | number | undefined>>;
  readonly fixes?: readonly Fix[];
  readonly location?: Location;
}

/** Makes a finding; what the detail leaves out comes from the catalogue. */
export function finding(code: Code, detail: FindingDetail): Finding {
  const entry = CATALOGUE[code];
  const evidence: Evidence[] = [];
  for (const [name, value] of Object.entries(detail.evidence ?? {})) {
    if (value !== undefined) evidence.push({ name, value: String(value) });
  }
  return {
    code,
    severity: detail.severity ?? entry.severity,
    confidence: detail.confidence ?? 'certain',
    subject: detail.subject,
    message: detail.message ?? entry.title,
    evidence,
    fixes: detail.fixes ?? [],
    ...(detail.location === undefined ? {} : { location: detail.location }),
  };
}

/** The same finding with the source as its subject; what the subject was (a host, a file) becomes evidence. */
export function aboutSource(finding: Finding, sourceId: string): Finding {
  const { subject, evidence } = finding;
  if (subject === sourceId) return finding;
  return { ...finding, subject: sourceId, evidence: [{ name: 'at', value: subject }, ...evidence] };
}
