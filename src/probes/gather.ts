import type { GoproxyEntry } from '../domain/goproxy-entry.ts';
import { type ArchiveFacts, FACTS_SCHEMA, type Facts, type SeenFailure, type TargetFacts } from '../domain/network-facts.ts';
import { PROBE_LIMITS } from '../domain/probe-limits.ts';
import { PRODUCT } from '../domain/product.ts';
import type { EnvironmentFacts } from '../domain/project-facts.ts';
import { redactUrl } from '../domain/redact.ts';
import { routeByStack } from '../policy/proxy-stacks.ts';
import { decide } from '../policy/proxy-variables.ts';
import type { Clock, Env } from '../ports/machine.ts';
import type { ProbeNet } from '../ports/probe-net.ts';
import { lookAtHeads } from './archive-head.ts';
import { type DatabasePath, lookAtDatabase } from './checksum-database.ts';
import { lookAtClock } from './clock.ts';
import { type DiskPorts, lookAtDisks, type WantedDisk } from './disk.ts';
import { lookAtGoproxy, type Visit } from './goproxy.ts';
import { httpProbe } from './http.ts';
import { createNames } from './names.ts';
import { hasTime, hostOf, type Pass, portOf, type Walk, type WantedTarget } from './pass.ts';
import { createPeers } from './peers.ts';
import { lookAtProxies } from './proxies.ts';
import { TARGET_PROBES } from './registry.ts';

export interface GatherParts extends DiskPorts {
  /** Undefined: offline, no packet may leave. */
  readonly net: ProbeNet | undefined;
  readonly clock: Clock;
  readonly env: Env;
  readonly allowDirect: boolean;
  readonly runtime: Facts['runtime'];
  /** Day of the newest fact in this release, `2026-11-21`: no clock before it is right. */
  readonly builtOn: string | undefined;
  readonly targets: readonly WantedTarget[];
  /** The list of cmd/go; undefined: it is not looked at. */
  readonly goproxy: readonly GoproxyEntry[] | undefined;
  readonly database: {
    /** Name of the database in addresses of proxies: `sum.golang.org`. */
    readonly name: string;
    readonly verifierKey: string;
    /** The database itself and its alias; those through proxies follow from `goproxy`. Empty where it is not used. */
    readonly paths: readonly DatabasePath[];
  };
  readonly disks: readonly WantedDisk[];
  readonly archives: Promise<readonly ArchiveFacts[]> | readonly ArchiveFacts[];
  readonly environment: Promise<EnvironmentFacts> | EnvironmentFacts | undefined;
  readonly seen: readonly SeenFailure[];
  /** Default: PROBE_LIMITS.passMs. */
  readonly passMs?: number | undefined;
}

/**
 * Looks at everything in parallel and judges nothing. Ends within its time: what there was no time for is absent. Sends no
 * credential. Throws only the reason of the signal.
 */
export async function gatherFacts(parts: GatherParts, signal: AbortSignal): Promise<Facts> {
  const [network, disks, archives, environment] = await Promise.all([
    parts.net === undefined ? offline(parts, signal) : online(parts, parts.net, signal),
    lookAtDisks(parts, parts.disks),
    parts.archives,
    parts.environment,
  ]);
  signal.throwIfAborted();
  const { heads, ...seenOnNetwork } = network;
  return {
    schema: FACTS_SCHEMA,
    product: `${PRODUCT.name} ${PRODUCT.version}`,
    runtime: parts.runtime,
    ...(environment === undefined ? {} : { environment }),
    ...seenOnNetwork,
    disks,
    archives: [...archives, ...heads],
    seen: parts.seen,
  };
}

type NetworkFacts = Pick<Facts, 'targets' | 'proxies' | 'goproxy' | 'checksumDatabase' | 'clock'> & {
  /** By the first bytes of answers. */
  readonly heads: readonly ArchiveFacts[];
};

/** What is configured, without a packet. */
async function offline(parts: GatherParts, signal: AbortSignal): Promise<NetworkFacts> {
  const { env, goproxy, database } = parts;
  const looks = goproxy === undefined ? undefined : await lookAtGoproxy(undefined, { entries: goproxy, database: database.name });
  return {
    targets: parts.targets.map(wanted => describe(start(new URL(wanted.url), env).target, wanted)),
    proxies: await lookAtProxies({ env, pass: undefined }, signal),
    heads: [],
    ...(looks === undefined ? {} : { goproxy: looks.map(({ facts }) => facts) }),
  };
}

async function online(parts: GatherParts, net: ProbeNet, signal: AbortSignal): Promise<NetworkFacts> {
  const { goproxy, database, env } = parts;
  const builtMs = Date.parse(parts.builtOn ?? '1970-01-01');
  const pass = openPass(parts, net, signal);
  const visit = createVisit(pass, signal);
  const [walks, proxies, members, direct] = await Promise.all([
    Promise.all(parts.targets.slice(0, PROBE_LIMITS.targetCount).map(visit)),
    lookAtProxies({ env, pass }, signal),
    lookAtGoproxy(visit, { entries: goproxy ?? [], database: database.name }),
    lookAtDatabase(visit, database),
  ]);
  const through = await lookAtDatabase(visit, { ...database, paths: pathsThrough(members, parts) });
  const all = [...walks, ...members.flatMap(({ walk }) => walk ?? []), ...direct.map(({ walk }) => walk)];
  return {
    targets: all.map(({ target }) => target),
    proxies,
    ...(goproxy === undefined ? {} : { goproxy: members.map(({ facts }) => facts) }),
    ...(database.paths.length === 0 ? {} : { checksumDatabase: [...direct, ...through].map(({ facts }) => facts) }),
    heads: lookAtHeads(all),
    clock: await lookAtClock({ pass, walks: all, builtMs }, signal),
  };
}

/** cmd/go asks the database through the members that say that they serve it. */
function pathsThrough(
  members: Awaited<ReturnType<typeof lookAtGoproxy>>,
  { goproxy = [], database }: Pick<GatherParts, 'goproxy' | 'database'>,
): readonly DatabasePath[] {
  if (database.paths.length === 0) return [];
  return (goproxy ?? []).flatMap((entry, index) => {
    const { servesChecksums, withheld = false, entry: through = '' } = members[index]?.facts ?? {};
    if (entry.kind !== 'proxy' || servesChecksums !== true) return [];
    return [{ through, url: `${entry.url}/sumdb/${database.name}`, withheld }];
  });
}

function openPass(parts: GatherParts, net: ProbeNet, signal: AbortSignal): Pass {
  const { clock, files, env, os, allowDirect } = parts;
  const base = { net, clock, files, env, os, allowDirect, endMs: clock.monotonic() + (parts.passMs ?? PROBE_LIMITS.passMs) };
  const names = createNames(base, signal);
  const walks = new Map<string, Promise<Walk>>();
  const pass: Pass = {
    ...base,
    names,
    peers: createPeers({ ...base, names }, signal),
    walkTo(url) {
      const known = walks.get(url.origin) ?? walkAlong(pass, url, signal);
      walks.set(url.origin, known);
      return known;
    },
  };
  return pass;
}

async function walkAlong(pass: Pass, url: URL, signal: AbortSignal): Promise<Walk> {
  let walk = start(url, pass.env);
  for (const probe of TARGET_PROBES) {
    if (hasTime(pass)) walk = await probe.probe(pass, walk, signal);
  }
  return walk;
}

/** The way to a host is walked once; each of its URLs is then asked for, so long as that are few. */
function createVisit(pass: Pass, signal: AbortSignal): Visit {
  const counts = new Map<string, number>();
  return async wanted => {
    const url = new URL(wanted.url);
    url.username = '';
    url.password = '';
    const count = (counts.get(url.host) ?? 0) + 1;
    counts.set(url.host, count);
    const walk = { ...(await pass.walkTo(url)), url };
    const asked = count <= PROBE_LIMITS.hostRequestCount && hasTime(pass) ? await httpProbe.probe(pass, walk, signal) : walk;
    return { ...asked, target: describe(asked.target, wanted) };
  };
}

function start(url: URL, env: Env): Walk {
  const target: TargetFacts = {
    url: redactUrl(url.href),
    role: 'given',
    host: hostOf(url),
    port: portOf(url),
    route: routeByStack(url.href, env),
    connects: [],
    handshakes: [],
  };
  return { target, url, decision: decide(url.href, env) };
}

/** What was seen on the way to a host, told of one of the URLs that are wanted from it. */
function describe(target: TargetFacts, wanted: WantedTarget): TargetFacts {
  const { role, sourceId, expects, expectedBytes, isListed, withheld } = wanted;
  const { http } = target;
  return {
    ...target,
    url: redactUrl(wanted.url),
    role,
    ...(sourceId === undefined ? {} : { sourceId }),
    ...(expects === undefined ? {} : { expects }),
    ...(isListed === undefined ? {} : { isListed }),
    ...(withheld === true ? { withheld } : {}),
    ...(http === undefined || expectedBytes === undefined ? {} : { http: { ...http, expectedBytes } }),
  };
}
