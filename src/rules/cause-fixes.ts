import { CATALOGUE, type Code } from '../domain/catalogue.ts';
import type { Fix } from '../domain/finding.ts';
import type { Facts } from '../domain/network-facts.ts';
import type { Candidate } from './cause-candidates.ts';
import { ADMIN_FIXES } from './fixes-admin.ts';
import { SYSTEM_FIXES } from './fixes-system.ts';

export interface FixContext {
  readonly candidate: Candidate;
  readonly facts: Facts;
}

/** Where a fix differs by system. */
export type System = 'linux' | 'macos' | 'windows';

function systemOf({ runtime }: Facts): System | undefined {
  if (/^(?:darwin|mac)/iu.test(runtime.os)) return 'macos';
  if (/^(?:win|windows)/iu.test(runtime.os)) return 'windows';
  return /linux/iu.test(runtime.os) ? 'linux' : undefined;
}

/**
 * The repairs of a cause: exact commands for the system that was looked at (for all of them where it is not known), else the advice of
 * the catalogue. None of them weakens verification.
 */
export function fixesOf(code: Code, context: FixContext): readonly Fix[] {
  const system = systemOf(context.facts);
  const perSystem = (SYSTEM_FIXES[code] ?? []).filter(
    row => system === undefined || row.system === undefined || row.system === system,
  );
  const own = [
    ...(ADMIN_FIXES[code]?.(context) ?? []),
    ...perSystem.map(({ title, text }): Fix => ({ title, kind: 'command', text, risk: 'none' })),
  ];
  return own.length > 0 ? own : [{ title: CATALOGUE[code].fix, kind: 'ask-admin', text: '', risk: 'none' }];
}
