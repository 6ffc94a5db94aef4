import { dateOfMs } from '../domain/calendar.ts';
import type { Code } from '../domain/catalogue.ts';
import type { CertificateFacts, HandshakeFacts } from '../domain/handshake-facts.ts';
import type { TargetFacts } from '../domain/network-facts.ts';
import {
  against,
  type CauseRule,
  type FailedStep,
  fact,
  flip,
  pattern,
  type Scene,
  TOOL_TEXT,
  timing,
  type Weight,
} from './cause-rule.ts';
import { failedHandshake } from './cause-tls.ts';
import { clockOffset } from './clock-offset.ts';
import { isInPublicDomain, registrableDomain } from './public-domains.ts';
import { isProxied, isVerified, usualHandshake } from './target-facts.ts';

/** Products that decrypt TLS, by the name of the issuer in the certificates that they make. */
const INTERCEPTORS =
  /zscaler|netskope|goskope|fortinet|fortigate|palo ?alto|blue ?coat|forcepoint|websense|sophos|umbrella|cisco secure|check ?point|mcafee|trellix|skyhigh|kaspersky|\beset\b|avast|\bavg\b|bitdefender|barracuda|sonicwall|watchguard|untangle|squid|mitmproxy|burp|charles proxy|fiddler|ssl inspection|(?:web|secure) gateway|decrypt|man.?in.?the.?middle/iu;

const UNKNOWN_ISSUER =
  /^(?:SELF_SIGNED_CERT_IN_CHAIN|UNABLE_TO_GET_ISSUER_CERT(?:_LOCALLY)?|UNABLE_TO_VERIFY_LEAF_SIGNATURE|CERT_UNTRUSTED|CERT_REJECTED|INVALID_CA|DEPTH_ZERO_SELF_SIGNED_CERT|PATH_LENGTH_EXCEEDED|CERT_CHAIN_TOO_LONG|CERT_SIGNATURE_FAILURE|CERT_REVOKED)$/u;

/** What verification said, of the handshake itself or of the store that knows the public roots. */
function verdictOf(handshake: HandshakeFacts): string {
  if (!handshake.ok && handshake.code !== undefined) return handshake.code;
  return handshake.verified?.bundled ?? handshake.verified?.system ?? '';
}

function isUnknown(handshake: HandshakeFacts): boolean {
  return UNKNOWN_ISSUER.test(verdictOf(handshake));
}

/** Names that intermediates have and roots do not. */
const INTERMEDIATE =
  /intermediate|issuing|sub(?:ordinate)? ?ca\b|\bCN=(?:[ERYW]{1,2}\d{1,2}|G\d{1,2})\b|\bTLS\b.*\bCA\b|\bDV\b|\bOV\b/iu;

/** One certificate came, and its issuer is not known: an intermediate was forgotten, or nobody here knows the CA. */
function isLone(handshake: HandshakeFacts): boolean {
  const [leaf, ...others] = handshake.chain ?? [];
  return verdictOf(handshake) === 'UNABLE_TO_VERIFY_LEAF_SIGNATURE' && leaf?.isSelfIssued === false && others.length === 0;
}

function certificateRule(
  code: Code,
  weigh: (handshake: HandshakeFacts, step: FailedStep, scene: Scene) => readonly Weight[],
  more: Partial<CauseRule> = {},
): CauseRule {
  return {
    code,
    bound: 'host',
    stages: ['tls'],
    ...more,
    weigh(step, scene) {
      const handshake = failedHandshake(step);
      return handshake === undefined ? [] : weigh(handshake, step, scene);
    },
  };
}

function isExpired({ notAfterMs }: CertificateFacts, nowMs: number | undefined): boolean {
  return nowMs !== undefined && notAfterMs < nowMs;
}

/** The issuer at the top of what was sent. */
function topIssuer(handshake: HandshakeFacts | undefined): string | undefined {
  return handshake?.chain?.at(-1)?.issuer;
}

/** Hosts of other owners whose certificates end at the same unknown issuer: the strongest vote for an interceptor. */
function sameIssuer(target: TargetFacts, issuer: string | undefined, { facts }: Scene): TargetFacts | undefined {
  if (issuer === undefined) return undefined;
  return facts.targets.find(other => {
    const handshake = usualHandshake(other);
    if (
      handshake === undefined ||
      registrableDomain(other.host) === registrableDomain(target.host) ||
      topIssuer(handshake) !== issuer
    )
      return false;
    return handshake.verified?.bundled !== 'ok' && (isUnknown(handshake) || handshake.ok);
  });
}

export const CERTIFICATE_CAUSES: readonly CauseRule[] = [
  {
    code: 'CLOCK.SKEW',
    bound: 'path',
    stages: ['tls', 'run'],
    over: ['TLS.EXPIRED', 'TLS.NOT_YET', 'TLS.EXPIRED_INTERMEDIATE'],
    test: 'Compare the clock with the Date header of two independent servers',
    weigh(step, { facts, nowMs }) {
      const handshake = failedHandshake(step);
      const verdict = handshake === undefined ? step.symptom : verdictOf(handshake);
      const isPast = verdict === 'CERT_HAS_EXPIRED' || verdict === 'TLS.EXPIRED';
      const isFuture = verdict === 'CERT_NOT_YET_VALID' || verdict === 'TLS.NOT_YET';
      if ((!isPast && !isFuture) || nowMs === undefined) return [];
      const offset = clockOffset(facts.clock);
      const fits = offset !== undefined && (isPast ? offset > 60_000 : offset < -60_000);
      const corrected = nowMs - (offset ?? 0);
      const chain = handshake?.chain ?? [];
      const isCured = chain.length > 0 && chain.every(item => item.notBeforeMs <= corrected && corrected <= item.notAfterMs);
      const builtMs = facts.clock?.builtMs ?? 0;
      return [
        ...fact(fits, 'clock is off by seconds', Math.round((offset ?? 0) / 1_000)),
        ...flip(fits && isCured, 'at the corrected time the certificate', 'is valid'),
        ...fact(isFuture && nowMs < builtMs, 'the clock is before', dateOfMs(builtMs)),
        ...against(offset !== undefined && !fits, 'clock is off by seconds', Math.round((offset ?? 0) / 1_000)),
        ...against(fits && chain.length > 0 && !isCured, 'at the corrected time the certificate', 'is not valid either'),
      ];
    },
  },
  certificateRule('TLS.EXPIRED', (handshake, _step, { nowMs }) => {
    const isSaid = verdictOf(handshake) === 'CERT_HAS_EXPIRED';
    const [leaf, ...issuers] = handshake.chain ?? [];
    return [
      ...fact(isSaid, 'verification', 'CERT_HAS_EXPIRED'),
      ...fact(isSaid && leaf !== undefined && isExpired(leaf, nowMs), 'certificate ended', dateOf(leaf?.notAfterMs)),
      ...against(
        isSaid && leaf !== undefined && !isExpired(leaf, nowMs) && issuers.some(item => isExpired(item, nowMs)),
        'the certificate of the host',
        'is valid',
      ),
    ];
  }),
  certificateRule(
    'TLS.EXPIRED_INTERMEDIATE',
    (handshake, _step, { nowMs }) => {
      const [leaf, ...issuers] = handshake.chain ?? [];
      const old = issuers.find(item => isExpired(item, nowMs));
      const isIt = verdictOf(handshake) === 'CERT_HAS_EXPIRED' && leaf !== undefined && !isExpired(leaf, nowMs);
      return [
        ...fact(isIt && old !== undefined, 'intermediate ended', dateOf(old?.notAfterMs)),
        ...fact(isIt && old !== undefined, 'intermediate', old?.subject),
      ];
    },
    { over: ['TLS.EXPIRED'] },
  ),
  certificateRule('TLS.NOT_YET', (handshake, _step, { nowMs }) => {
    const isSaid = verdictOf(handshake) === 'CERT_NOT_YET_VALID';
    const late = (handshake.chain ?? []).find(item => nowMs !== undefined && item.notBeforeMs > nowMs);
    return [
      ...fact(isSaid, 'verification', 'CERT_NOT_YET_VALID'),
      ...timing(isSaid && late !== undefined, 'certificate begins', dateOf(late?.notBeforeMs)),
    ];
  }),
  certificateRule('TLS.NAME', handshake =>
    fact(
      /^(?:ERR_TLS_CERT_ALTNAME_INVALID|HOSTNAME_MISMATCH)$/u.test(verdictOf(handshake)),
      'names of the certificate',
      (handshake.chain?.[0]?.names ?? []).slice(0, 4).join(', ') || verdictOf(handshake),
    ),
  ),
  certificateRule('TLS.SELF_SIGNED', handshake => {
    const [leaf, ...others] = handshake.chain ?? [];
    return [
      ...fact(verdictOf(handshake) === 'DEPTH_ZERO_SELF_SIGNED_CERT', 'verification', 'DEPTH_ZERO_SELF_SIGNED_CERT'),
      ...fact(isUnknown(handshake) && others.length === 0 && leaf?.isSelfIssued === true, 'certificate', leaf?.subject),
    ];
  }),
  certificateRule(
    'TLS.UNTRUSTED',
    handshake => [
      ...(isLone(handshake) ? pattern : fact)(
        isUnknown(handshake) && verdictOf(handshake) !== 'DEPTH_ZERO_SELF_SIGNED_CERT',
        'verification',
        verdictOf(handshake),
      ),
      ...pattern(isLone(handshake) && /\broot\b/iu.test(topIssuer(handshake) ?? ''), 'issuer', topIssuer(handshake)),
      ...fact(isLone(handshake) && handshake.completed !== undefined, 'with the intermediate of the issuer', handshake.completed),
      ...against(handshake.completed === 'ok', 'with the intermediate of the issuer', 'it is trusted'),
    ],
    { test: 'Fetch the issuer that the certificate names (AIA), and look whether the chain then ends in a public root' },
  ),
  certificateRule(
    'TLS.MISSING_INTERMEDIATE',
    handshake => {
      const [leaf] = handshake.chain ?? [];
      const isCured = isUnknown(handshake) && handshake.completed === 'ok';
      const isOpen = isLone(handshake) && handshake.completed === undefined;
      const isIntermediate = INTERMEDIATE.test(leaf?.issuer ?? '') || (leaf?.issuerUrls.length ?? 0) > 0;
      return [
        ...flip(isCured, 'with the intermediate of the issuer', 'it is trusted'),
        ...fact(isCured && isLone(handshake), 'certificates that were sent', 1),
        ...pattern(isOpen, 'certificates that were sent', 1),
        ...pattern(isOpen && isIntermediate, 'issuer', leaf?.issuer),
        ...against(
          handshake.completed !== undefined && handshake.completed !== 'ok',
          'with the intermediate of the issuer',
          handshake.completed,
        ),
      ];
    },
    { over: ['TLS.UNTRUSTED'] },
  ),
  certificateRule(
    'TLS.INTERCEPTED',
    (handshake, { target }, scene) => {
      if (target === undefined || !isUnknown(handshake) || handshake.completed === 'ok') return [];
      const issuer = topIssuer(handshake);
      const others = sameIssuer(target, issuer, scene);
      const direct = target.direct?.handshake;
      const votes = [
        ...fact(others !== undefined, `the same issuer signs for ${others?.host ?? ''}`, issuer),
        ...flip(
          direct !== undefined && isVerified(direct) && topIssuer(direct) !== issuer,
          'without the proxy the issuer is',
          topIssuer(direct),
        ),
        ...pattern(
          (handshake.chain ?? []).some(item => INTERCEPTORS.test(`${item.issuer} ${item.subject}`)),
          'issuer',
          issuer,
        ),
        ...pattern(isInPublicDomain(target.host), 'a public host with the private issuer', issuer),
      ];
      const hints = timing(handshake.hasSct === false && isProxied(target), 'signed certificate timestamp', 'none');
      return votes.length === 0 ? [] : [...fact(true, 'verification', verdictOf(handshake)), ...votes, ...hints];
    },
    { over: ['TLS.UNTRUSTED', 'TLS.SELF_SIGNED', 'TLS.MISSING_INTERMEDIATE', 'DNS.HIJACK'] },
  ),
  certificateRule('TLS.WEAK_KEY', handshake => {
    const [leaf] = handshake.chain ?? [];
    return [
      ...fact(
        /key too (?:weak|small)/iu.test(handshake.message ?? '') || /KEY_TOO_SMALL/u.test(verdictOf(handshake)),
        'verification',
        handshake.message ?? verdictOf(handshake),
      ),
      ...fact(
        verdictOf(handshake) === 'UNSPECIFIED' && (leaf?.keyBits ?? 4_096) < 2_048 && (leaf?.keyBits ?? 0) > 521,
        'bits of the key',
        leaf?.keyBits,
      ),
    ];
  }),
  certificateRule('TLS.WEAK_SIG', handshake => {
    const weak = (handshake.chain ?? []).find(item => /sha-?1(?!\d)|md5/iu.test(item.signature ?? ''));
    return [
      ...fact(
        /(?:digest|md)(?: algorithm)? too weak/iu.test(handshake.message ?? '') || /MD_TOO_WEAK/u.test(verdictOf(handshake)),
        'verification',
        handshake.message ?? verdictOf(handshake),
      ),
      ...fact(
        /^(?:UNSPECIFIED|CERT_SIGNATURE_FAILURE)$/u.test(verdictOf(handshake)) && weak !== undefined,
        'signature',
        weak?.signature,
      ),
    ];
  }),
  certificateRule('TLS.EKU', handshake =>
    fact(
      verdictOf(handshake) === 'INVALID_PURPOSE',
      'usages',
      (handshake.chain?.[0]?.usages ?? []).join(', ') || 'INVALID_PURPOSE',
    ),
  ),
  certificateRule(
    'CFG.EXTRA_CA_UNREADABLE',
    (handshake, _step, { facts }) => {
      const file = facts.environment?.files.find(
        item => item.name === 'NODE_EXTRA_CA_CERTS' && (item.problem !== undefined || item.holds === 'no-certificate'),
      );
      const isIt = isUnknown(handshake) && file !== undefined;
      return [
        ...fact(isIt, 'NODE_EXTRA_CA_CERTS', `${file?.file ?? ''} ${file?.problem ?? 'holds no certificate'}`),
        ...fact(isIt, 'verification', verdictOf(handshake)),
      ];
    },
    { over: ['TLS.UNTRUSTED', 'TLS.SELF_SIGNED'] },
  ),
  {
    code: 'CFG.CERT_FILE_UNREADABLE',
    bound: 'machine',
    stages: ['client', 'run'],
    over: ['TLS.UNTRUSTED'],
    weigh({ client, symptom, target }, { facts }) {
      const file = facts.environment?.files.find(
        item => /^SSL_CERT_(?:FILE|DIR)$/u.test(item.name) && (item.problem !== undefined || item.holds === 'no-certificate'),
      );
      const isGo = client?.client === 'go' && /unknown authority|failed to verify/iu.test(client.message ?? '');
      const isIt = file !== undefined && (isGo || symptom === 'TLS.UNTRUSTED');
      return [
        ...fact(isIt, file?.name ?? '', `${file?.file ?? ''} ${file?.problem ?? 'holds no certificate'}`),
        ...fact(isIt && isGo && target !== undefined, 'our own handshake', 'is verified'),
        ...timing(isIt && isGo, 'Go', client?.message?.slice(0, 80), TOOL_TEXT),
      ];
    },
  },
];

function dateOf(ms: number | undefined): string | undefined {
  return ms === undefined ? undefined : dateOfMs(ms);
}
