import { Failure } from '../domain/failure.ts';
import { redactText } from '../domain/redact.ts';

/** Where the secrets of a request are. */
export interface Sent {
  readonly url?: string | undefined;
  readonly authorization?: string | undefined;
  readonly cookie?: string | undefined;
  /** To the proxy that the request went through. */
  readonly proxyAuthorization?: string | undefined;
}

/** Shorter values of a query are words such as `json`, which say nothing. */
const SECRET_VALUE_CHARACTERS = 8;
/** So much of a secret at the end of a text is its beginning, and no chance. */
const BEGINNING_CHARACTERS = 4;
/** Nobody cuts earlier: the excerpt of a tile is the shortest. */
const CUT_CHARACTERS = 40;

/** All that an answer to these requests might repeat of their credentials. */
export function secretsOf(...requests: readonly Sent[]): readonly string[] {
  return requests.flatMap(({ url, authorization, cookie = '', proxyAuthorization }) => {
    const search = url === undefined ? '' : new URL(url).search;
    const credentials = [authorization, proxyAuthorization].flatMap(credentialsOf);
    return [...credentials, cookie, search.slice(1), ...queryValues(search)].filter(secret => secret !== '');
  });
}

function credentialsOf(authorization = ''): readonly string[] {
  return [authorization, authorization.split(' ').at(-1) ?? '', ...decodedBasic(authorization)];
}

/** `user:password` and the password of Basic credentials; a page may show what it understood. */
function decodedBasic(authorization: string): readonly string[] {
  const encoded = /^Basic (.+)$/iu.exec(authorization)?.[1];
  if (encoded === undefined) return [];
  const bytes = Buffer.from(encoded, 'base64');
  // Servers read the bytes as UTF-8 or as Latin-1 (RFC 7617, 2.1).
  return [bytes.toString('utf8'), bytes.toString('latin1')].flatMap(pair => [pair, pair.slice(pair.indexOf(':') + 1)]);
}

/** A refused signature is named alone, as it was written and as it was understood. */
function queryValues(search: string): readonly string[] {
  const written = search
    .slice(1)
    .split('&')
    .map(pair => pair.slice(pair.indexOf('=') + 1));
  return [...written, ...new URLSearchParams(search).values()].filter(value => value.length >= SECRET_VALUE_CHARACTERS);
}

/** The same Failure, whose evidence holds nothing that an answer repeated of these requests, nor the beginning of it before a cut. */
export function withoutEcho({ findings, cause }: Failure, ...requests: readonly Sent[]): Failure {
  const secrets = secretsOf(...requests);
  const [first, ...rest] = findings.map(found => ({
    ...found,
    evidence: found.evidence.map(({ name, value }) => ({ name, value: withoutBeginning(redactText(value, secrets), secrets) })),
  }));
  return first === undefined ? new Failure(findings, cause) : new Failure([first, ...rest], cause);
}

/** A text that was cut within a secret ends with the beginning of it, and perhaps a quote. */
function withoutBeginning(text: string, secrets: readonly string[]): string {
  const [, body = '', quote = ''] = /^(.*?)("?)$/su.exec(text) ?? [];
  if (body.length < CUT_CHARACTERS) return text;
  for (const secret of secrets) {
    for (let length = Math.min(secret.length, body.length); length >= BEGINNING_CHARACTERS; length -= 1) {
      if (body.endsWith(secret.slice(0, length))) return `${body.slice(0, -length)}***${quote}`;
    }
  }
  return text;
}
