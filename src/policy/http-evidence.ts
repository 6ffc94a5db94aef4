import { redactUrl } from '../domain/redact.ts';
import { plainText } from './page-text.ts';

const VALUE_CHARACTERS = 160;

/** Fields of an answer that say who answered, from where, and how. */
const FIELDS = [
  'server',
  'via',
  'date',
  'age',
  'x-cache',
  'cache-status',
  'cache-control',
  'server-timing',
  'retry-after',
  'content-type',
  'content-encoding',
  'content-length',
  'content-range',
  'transfer-encoding',
  'etag',
  'last-modified',
  'accept-ranges',
  'x-squid-error',
  'x-frame-options',
] as const;

/** The fields that are evidence, on one line each and cut. Of a challenge the schemes, of a cookie that there is one. */
export function evidenceFields(headers: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const kept: Record<string, string> = {};
  for (const name of FIELDS) {
    const value = headers[name];
    if (value !== undefined) kept[name] = plainText(value, VALUE_CHARACTERS);
  }
  const { location, 'www-authenticate': challenge, 'set-cookie': cookie } = headers;
  if (location !== undefined) kept['location'] = plainText(redactUrl(location), VALUE_CHARACTERS);
  if (challenge !== undefined) kept['www-authenticate'] = plainText(challenge, VALUE_CHARACTERS).split(' ')[0] ?? '';
  if (cookie !== undefined) kept['set-cookie'] = 'present';
  return kept;
}
