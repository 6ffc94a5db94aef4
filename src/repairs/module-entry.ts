import { join, relative } from 'node:path';
import type { Finding } from '../domain/finding.ts';
import type { Repair, Situation } from './repair.ts';

/**
 * Zips of the module cache that are cut or damaged, as an interrupted download or restore leaves them. Go fetches them again, and compares
 * them with go.sum. One that is whole and differs may be altered on purpose: it stays where it is, for a person to look at.
 */
export const moduleEntry: Repair = {
  id: 'module-entry',
  title: 'Remove damaged zips from the module cache, so that Go fetches them again',
  causes: ['MODCACHE.ALTERED'],
  plan(situation) {
    const zips = situation.findings.map(item => damagedZip(item, situation));
    const known = zips.filter(path => path !== undefined);
    if (known.length === 0 || known.length < zips.length || situation.moduleCache === undefined) return undefined;
    return {
      steps: known.map(path => ({ title: 'Set this file aside, verify again, then remove it', text: path })),
      change: {
        kind: 'entry',
        // What Go believes of a zip goes first.
        paths: known.flatMap(path => [`${path}hash`, path]),
        directory: join(situation.moduleCache, 'cache', 'setup-go-robust'),
      },
    };
  },
};

/** Path of the zip that a finding is about, if that could not be read to its end as one; undefined for whatever else differs. */
function damagedZip({ evidence }: Finding, { moduleCache = '' }: Situation): string | undefined {
  const value = (name: string): string => evidence.find(item => item.name === name)?.value ?? '';
  if (value('part') !== 'zip' || !/^(?:ARC|BODY)\.[A-Z_]+$/u.test(value('got'))) return undefined;
  const path = join(moduleCache, value('at').replace(/^GOMODCACHE/u, ''));
  const below = relative(join(moduleCache, 'cache', 'download'), path);
  return value('at').startsWith('GOMODCACHE') && /^(?!\.\.)[^\0]+[/\\]@v[/\\][^/\\]+\.zip$/u.test(below) ? path : undefined;
}
