import { finding } from '../domain/finding.ts';
import type { Rule } from '../domain/rule.ts';

/** Says what a limit kept from being looked at, so that nobody takes it for checked. */
export const projectWhole: Rule = {
  id: 'project-whole',
  topic: 'module',
  title: 'The whole project was looked at',
  codes: ['PREFLIGHT.INCOMPLETE'],
  judge: ({ directory, incomplete }) =>
    incomplete.map(what => finding('PREFLIGHT.INCOMPLETE', { subject: directory, evidence: { 'not looked at': what } })),
};
