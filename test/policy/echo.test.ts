import { describe, expect, it } from 'vitest';
import { failure } from '../../src/domain/failure.ts';
import { secretsOf, withoutEcho } from '../../src/policy/echo.ts';

const PASSWORD = 'correct-horse-battery';
const BASIC = Buffer.from(`user:${PASSWORD}`).toString('base64');
const REQUEST = { url: 'https://proxy.test/list?sig=a%2Fb%2Fc%2Fd%2Fe&mode=json', authorization: `Basic ${BASIC}` };

function shown(value: string): string | undefined {
  const cleaned = withoutEcho(failure('LIST.MALFORMED', { subject: 'proxy.test', evidence: { 'first bytes': value } }), REQUEST);
  return cleaned.finding.evidence[0]?.value;
}

describe('the credentials of a request', () => {
  it.each([
    ['as they were sent', `You sent Basic ${BASIC} to us`],
    ['as they were understood', `Hello user:${PASSWORD}`],
    ['as a password alone', `No such password: ${PASSWORD}`],
    ['as a value of the query', 'The signature a%2Fb%2Fc%2Fd%2Fe is old'],
    ['as a value of the query that was decoded', 'The signature a/b/c/d/e is old'],
  ])('are not in a Failure about an answer that repeats them %s', (_, text) => {
    expect(shown(text)).toContain('***');
    expect(secretsOf(REQUEST).filter(secret => shown(text)?.includes(secret))).toEqual([]);
  });

  it.each(['', '"'])('are not there in part either, where the text was cut and ends with %j', end => {
    const text = `${'#'.repeat(40)} Authorization: Basic ${BASIC}`;
    for (let length = 66; length < text.length; length += 1) {
      expect(shown(`${text.slice(0, length)}${end}`)).toBe(`${'#'.repeat(40)} Authorization: ***${end}`);
    }
  });

  it('leave everything else as it is', () => {
    expect(shown('<!doctype html><title>Sign in with json</title> and so on')).toBe(
      '<!doctype html><title>Sign in with json</title> and so on',
    );
    expect(shown('user')).toBe('user');
  });
});
