import type { CacheKind } from './cache-entry.ts';
import { isJsonObject, parseJsonObject } from './json-object.ts';

/** What the end of a job has to save: handed from the step to its post step as text. */
export interface CachePlan {
  readonly entries: readonly PlannedEntry[];
  /** Why there are no entries. */
  readonly reason?: string;
  /** Milliseconds since 1970, before anything was restored. */
  readonly restoredAtMs: number;
  /** Where go.sum files are looked for again. Absolute. */
  readonly workspace: string;
  /** Absolute directories that are no part of the project. */
  readonly foreign: readonly string[];
}

export interface PlannedEntry {
  readonly kind: CacheKind;
  /** Absolute directory. */
  readonly path: string;
  readonly key: string;
  /** An older entry was restored before, so what is not needed any more must go before this one is saved. */
  readonly isUpdate: boolean;
}

export function planText(plan: CachePlan): string {
  return JSON.stringify(plan);
}

/** Undefined when the text is no plan: then there is nothing to save. */
export function readPlan(text: string): CachePlan | undefined {
  const value = parseJsonObject(text);
  return isPlan(value) ? value : undefined;
}

function isPlan(value: unknown): value is CachePlan {
  if (!isJsonObject(value)) return false;
  const { entries, reason, restoredAtMs, workspace, foreign } = value;
  if (!Array.isArray(entries) || !entries.every(isEntry) || !Array.isArray(foreign)) return false;
  if (reason !== undefined && typeof reason !== 'string') return false;
  return Number.isFinite(restoredAtMs) && isText(workspace) && foreign.every(isText);
}

function isEntry(value: unknown): value is PlannedEntry {
  if (!isJsonObject(value)) return false;
  const { kind, path, key, isUpdate } = value;
  return (kind === 'modules' || kind === 'build') && isText(path) && isText(key) && typeof isUpdate === 'boolean';
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}
