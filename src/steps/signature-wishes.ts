import { Failure } from '../domain/failure.ts';
import { type Finding, finding } from '../domain/finding.ts';
import type { ExpectedSigner } from '../verify/keyless-proof.ts';
import type { Context } from './context.ts';

/** What `verify PATH --signature` was asked for; files as they were named. */
export type SignatureWishes = { readonly signature: string } & (
  | { readonly key: string }
  | { readonly key?: undefined; readonly expected: ExpectedSigner; readonly trustedRoot: string | undefined }
);

const IDENTITY = 'certificate-identity';
const PATTERN = 'certificate-identity-regexp';
const ISSUER = 'certificate-oidc-issuer';
const ROOT = 'trusted-root';
const FORM = `verify PATH --signature FILE (--key FILE | --${IDENTITY} NAME --${ISSUER} URL [--${ROOT} FILE])`;

/**
 * Reads the options about a bundle. Without a key both identity and issuer are needed: anybody can sign in their own name, so a
 * bundle by anybody proves nothing. Throws one Failure with every problem: INPUT.INVALID.
 */
export function readSignatureWishes({ options }: Pick<Context, 'options'>): SignatureWishes {
  const problems: Finding[] = [];
  const { signature = '', key } = options;
  if (signature === '') problems.push(wrong('signature', 'A signature is verified with its bundle'));
  if (key === '') problems.push(wrong('key', 'The key has no name'));
  const others = [IDENTITY, PATTERN, ISSUER, ROOT].filter(name => options[name] !== undefined);
  if (key !== undefined) problems.push(...others.map(name => wrong(name, 'It is for bundles without a key')));
  const expected = key === undefined ? readSigner(options, problems) : undefined;
  const [problem, ...more] = problems;
  if (problem !== undefined) throw new Failure([problem, ...more]);
  if (key !== undefined) return { signature, key };
  if (expected === undefined) throw new Error('a signer that is no problem is known');
  return { signature, expected, trustedRoot: options[ROOT] };
}

function readSigner(options: Context['options'], problems: Finding[]): ExpectedSigner | undefined {
  const { [IDENTITY]: exact = '', [PATTERN]: pattern = '', [ISSUER]: issuer = '' } = options;
  if (exact === '' && pattern === '') {
    problems.push(wrong(IDENTITY, 'Without a key, who must have signed has to be named: a bundle by anybody proves nothing'));
  }
  if (exact !== '' && pattern !== '') problems.push(wrong(PATTERN, `One of --${IDENTITY} and --${PATTERN}`));
  if (issuer === '') problems.push(wrong(ISSUER, 'Without a key, who must have vouched for the signer has to be named'));
  if (options[ROOT] === '') problems.push(wrong(ROOT, 'The trusted root has no name'));
  const identity = exact === '' ? readPattern(pattern, problems) : exact;
  return identity === undefined ? undefined : { identity, issuer };
}

/** All of the identity must match: half a pattern lets `example/repo-of-somebody-else` pass for `example/repo`. */
function readPattern(pattern: string, problems: Finding[]): RegExp | undefined {
  try {
    // By itself it must be a pattern too: brackets that end before they begin would let it out of those around it.
    return new RegExp(`^(?:${new RegExp(pattern, 'u').source})$`, 'u');
  } catch (error) {
    const reason = error instanceof Error ? error.message.slice(0, 200) : 'it is no pattern';
    problems.push(finding('INPUT.INVALID', { subject: `--${PATTERN}`, evidence: { got: pattern.slice(0, 100), reason } }));
    return undefined;
  }
}

function wrong(name: string, message: string): Finding {
  return finding('INPUT.INVALID', { subject: `--${name}`, message, evidence: { form: FORM } });
}
