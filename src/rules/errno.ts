import { type FailedStep, OWN_ERROR, PROBE } from './cause-rule.ts';

/** The errno of a disk that was looked at, or of a failure that the run had. */
export function errnoOf({ disk, seen }: FailedStep): { readonly code: string; readonly reliability: number } | undefined {
  if (disk?.code !== undefined) return { code: disk.code, reliability: PROBE };
  const text = seen?.evidence['errno'] ?? seen?.evidence['code'] ?? '';
  const [code] = /\bE[A-Z]{3,}\b/u.exec(text) ?? [];
  return code === undefined ? undefined : { code, reliability: OWN_ERROR };
}
