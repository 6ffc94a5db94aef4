import { describe, expect, it } from 'vitest';
import { diagnose } from '../../src/rules/diagnose.ts';
import { ARCHIVE_CASES, HTTP_CASES } from './cases/answers.ts';
import { PLAIN } from './cases/base.ts';
import { CONFIG_CASES, PROXY_CASES } from './cases/config.ts';
import { DISK_CASES, GO_CASES } from './cases/machine.ts';
import { NAME_CASES, TCP_CASES } from './cases/names.ts';
import { TLS_CASES } from './cases/tls.ts';
import { confusionText, judgeCase } from './confusion.ts';

const CASES = [
  ...CONFIG_CASES,
  ...PROXY_CASES,
  ...NAME_CASES,
  ...TCP_CASES,
  ...TLS_CASES,
  ...HTTP_CASES,
  ...ARCHIVE_CASES,
  ...DISK_CASES,
  ...GO_CASES,
];

describe('the in-memory benchmark', () => {
  it('x', () => {
    const j = CASES.map(item => judgeCase(item, diagnose(item.make(PLAIN))));
    console.log(confusionText(j));
    const alone = CASES.map(item => judgeCase(item, diagnose(item.make({ ...PLAIN, others: 0 }))));
    console.log(confusionText(alone));
    for (const [index, item] of j.entries())
      if (!CASES[index]?.isAmbiguous && item.verdict !== 'cause' && !CASES[index]?.isWarning)
        console.log('weak', item.id, item.got, item.verdict);
    expect(j.length).toBe(1);
  });
});
