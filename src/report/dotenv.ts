import type { Report } from '../domain/report.ts';
import { outputsOf } from './outputs.ts';

/** Outputs that mean something in another job on another machine: no path of this one. */
const KEPT = ['go-version', 'source', 'proof', 'installed-from', 'cause', 'cache-hit', 'duration-ms'] as const;

export interface DotenvOptions {
  /** What every key begins with: letters, digits and underscores. */
  readonly prefix?: string;
  /** What only the host knows, by names in kebab-case. */
  readonly more?: Readonly<Record<string, string>>;
}

/**
 * Outputs as variables of later GitLab jobs (`artifacts:reports:dotenv`): `SGR_GO_VERSION=1.26.8`. A setup job's variables reach every
 * later job, so all keys have the prefix. Values without spaces and line breaks; with what the host adds at most 12 lines, GitLab's least
 * limit is 20.
 */
export function renderDotenv(report: Report, { prefix = 'SGR_', more = {} }: DotenvOptions = {}): string {
  const outputs = outputsOf(report);
  const rows: readonly (readonly [string, string])[] = [
    ['outcome', report.outcome],
    ['exit-code', String(report.exitCode)],
    ...KEPT.map(name => [name, outputs[name] ?? ''] as const),
    ...Object.entries(more),
  ];
  return rows.map(([name, value]) => `${prefix}${name.toUpperCase().replaceAll('-', '_')}=${word(value)}\n`).join('');
}

function word(value: string): string {
  return value.slice(0, 200).replaceAll(/[^A-Za-z0-9._:/@+-]/gu, '_');
}
