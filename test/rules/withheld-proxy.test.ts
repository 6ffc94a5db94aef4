import { describe, expect, it } from 'vitest';
import { diagnose } from '../../src/rules/diagnose.ts';
import { facts, served, target, through } from './cases/base.ts';
import { proxy, tunnel } from './cases/parts.ts';
import { PLAIN } from './cases/setting.ts';

const asked = (http: { readonly http?: ReturnType<typeof served> }): ReturnType<typeof diagnose> => {
  const s = { ...PLAIN, others: 0 };
  const { http: _served, ...rest } = target(s, {
    route: through(s.proxy),
    connects: [],
    handshakes: [],
    tunnel: tunnel(s, { status: 407, schemes: ['Basic'], withheld: true }),
  });
  return diagnose(facts(s, { targets: [{ ...rest, ...http }], proxies: [proxy(s, { withheld: true })] }));
};

describe('a proxy that asks for the credentials that no probe sends', () => {
  it('is no cause, and no proof that all is well: it is told that nothing behind it was looked at', () => {
    const { causes, warnings } = asked({});
    expect(causes).toEqual([]);
    expect(warnings).toMatchObject([{ code: 'PROXY.AUTH', severity: 'warning', confidence: 'possible' }]);
  });

  it('is worth no line where an answer came through it', () => {
    expect(asked({ http: served() }).warnings).toEqual([]);
  });
});
