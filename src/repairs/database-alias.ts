import { CHECKSUM_DATABASE_ALIAS } from '../domain/checksum-database.ts';
import type { DatabasePathFacts, Facts } from '../domain/network-facts.ts';
import type { Repair, Situation } from './repair.ts';

/** For networks from which only the alias can be reached: later go commands ask it, and verify with the same key. */
export const databaseAlias: Repair = {
  id: 'database-alias',
  title: `Let Go ask the checksum database as ${CHECKSUM_DATABASE_ALIAS}, which has the same key`,
  causes: ['GO.SUMDB_UNREACHABLE'],
  plan(situation) {
    if (!isUnset(situation) || !isOnlyWay(situation.facts)) return undefined;
    return {
      steps: [{ title: 'Set it for the later steps of this job', text: `GOSUMDB=${CHECKSUM_DATABASE_ALIAS}` }],
      change: { kind: 'job', changes: [{ kind: 'set', name: 'GOSUMDB', value: CHECKSUM_DATABASE_ALIAS }] },
    };
  },
};

/** What somebody chose stays as it is, `off` too. */
function isUnset({ env, facts }: Situation): boolean {
  const setting = facts?.environment?.settings['GOSUMDB'];
  return !env['GOSUMDB']?.trim() && (setting === undefined || setting.origin === 'default' || setting.origin === 'go.env');
}

function isOnlyWay(facts: Facts | undefined): boolean {
  const paths = facts?.checksumDatabase ?? [];
  const works = paths.filter(answers);
  return paths.length > 1 && works.length === 1 && works[0]?.through === CHECKSUM_DATABASE_ALIAS;
}

/** A way that was not asked may work: that is no reason to change anything. */
function answers({ outcome, status, isSigned }: DatabasePathFacts): boolean {
  return outcome.code === 'NOT_ASKED' || (outcome.ok && (status ?? 200) < 400 && isSigned !== false);
}
