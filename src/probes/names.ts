import { Failure } from '../domain/failure.ts';
import type { ResolveFacts } from '../domain/network-facts.ts';
import { PROBE_LIMITS } from '../domain/probe-limits.ts';
import { isLoopbackHost, parseIpAddress } from '../policy/ip-address.ts';
import { hostsLines, resolverSettings } from '../policy/resolver-files.ts';
import type { NameAnswer } from '../ports/probe-net.ts';
import { type Pass, stepMs } from './pass.ts';

/** The looks at one name: the answer that everything uses, and later all of them. */
export interface NameLook {
  readonly lookup: Promise<NameAnswer>;
  readonly facts: Promise<ResolveFacts>;
}

export interface Names {
  /** Undefined for an IP literal. */
  look(name: string): NameLook | undefined;
}

type Parts = Pick<Pass, 'net' | 'clock' | 'files' | 'env' | 'os' | 'endMs'>;

/** Looks at each name once. */
export function createNames(parts: Parts, signal: AbortSignal): Names {
  const looks = new Map<string, NameLook>();
  return {
    look(name) {
      if (parseIpAddress(name) !== undefined) return undefined;
      const known = looks.get(name) ?? lookAt(parts, name, signal);
      looks.set(name, known);
      return known;
    },
  };
}

function lookAt(parts: Parts, name: string, signal: AbortSignal): NameLook {
  const lookup = parts.net.lookup({ name, ms: stepMs(parts, PROBE_LIMITS.lookupMs) }, signal);
  const facts = completeLook(parts, { name, lookup }, signal);
  // Nobody awaits the rest where the look-up before it was aborted.
  facts.catch(() => undefined);
  return { lookup, facts };
}

/** Names of this machine itself are on no wire. */
async function completeLook(
  parts: Parts,
  { name, lookup }: { readonly name: string; readonly lookup: Promise<NameAnswer> },
  signal: AbortSignal,
): Promise<ResolveFacts> {
  const { net } = parts;
  const isOurs = isLoopbackHost(name);
  const query = (family: 4 | 6): Promise<NameAnswer> =>
    net.query({ name, family, ms: PROBE_LIMITS.wireMs, tries: PROBE_LIMITS.wireTryCount }, signal);
  const rooted = (): Promise<NameAnswer> => net.lookup({ name: `${name}.`, ms: stepMs(parts, PROBE_LIMITS.lookupMs) }, signal);
  const isRooted = name.endsWith('.');
  const [answer, wire4, wire6, withDot, servers, hosts, settings] = await Promise.all([
    lookup,
    isOurs ? undefined : query(4),
    isOurs ? undefined : query(6),
    isOurs || isRooted ? undefined : rooted(),
    net.nameServers(),
    hostsOf(parts, name),
    settingsOf(parts),
  ]);
  return {
    name,
    lookup: answer,
    ...(wire4 === undefined ? {} : { wire4 }),
    ...(wire6 === undefined ? {} : { wire6 }),
    ...(withDot === undefined ? {} : { rooted: withDot }),
    hosts,
    servers,
    ...settings,
  };
}

async function hostsOf(parts: Parts, name: string): Promise<ResolveFacts['hosts']> {
  const root = parts.env['SystemRoot'] ?? 'C:\\Windows';
  const file = parts.os === 'win32' ? `${root}\\System32\\drivers\\etc\\hosts` : '/etc/hosts';
  const text = await readText(parts, file);
  return text === undefined ? [] : hostsLines(text, name).map(line => ({ file, ...line }));
}

async function settingsOf(parts: Parts): Promise<Pick<ResolveFacts, 'searchDomains' | 'ndots'>> {
  const text = parts.os === 'win32' ? undefined : await readText(parts, '/etc/resolv.conf');
  return text === undefined ? {} : resolverSettings(text);
}

async function readText(parts: Parts, file: string): Promise<string | undefined> {
  try {
    return (await parts.files.read(file, PROBE_LIMITS.hostsFileBytes)).toString('utf8');
  } catch (error) {
    if (error instanceof Failure) return undefined;
    throw error;
  }
}
