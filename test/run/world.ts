import type { Reply, Server, Servers } from '../fakes/scripted-net.ts';
import { type FakeLog, makeLog, makeSigner } from '../fakes/sumdb-log.ts';
import { createTinyGo, type TinyGo } from '../fakes/tiny-go.ts';

/** The outside world in good order: every source serves the same releases, and one log knows them all. */
export interface World {
  readonly releases: readonly TinyGo[];
  readonly log: FakeLog;
  /** By host; replace one to make it bad. */
  readonly servers: Servers;
  release(version: string): TinyGo;
}

export const VERSIONS = ['1.27rc1', '1.26.8', '1.26.7', '1.25.3', '1.20'];
/** What a job has that sits behind a module proxy. */
export const GOPROXY = 'https://proxy.test,direct';

/** Generated once: keys are the only thing that differs from one test run to the next. */
const SIGNER = makeSigner('sum.golang.org');

export function createWorld(versions: readonly string[] = VERSIONS): World {
  const releases = versions.map(version => createTinyGo({ version }));
  const log = makeLog({ signer: SIGNER, filler: 300 });
  for (const { moduleName, h1 } of releases) log.addModule(moduleName, h1);
  return { releases, log, servers: serversOf(releases, log), release: version => pick(releases, version) };
}

function pick(releases: readonly TinyGo[], version: string): TinyGo {
  const found = releases.find(release => release.version === version);
  if (found === undefined) throw new Error(`no release ${version} in this world`);
  return found;
}

export function serversOf(releases: readonly TinyGo[], log: FakeLog): Servers {
  const goDev = firstOf(
    listing('/dl/', releases),
    moduleProxy('/dl/mod', releases),
    redirect('/dl/', 'https://dl.google.com/go/'),
  );
  return {
    'go.dev': goDev,
    'dl.google.com': flat('/go/', releases),
    'golang.google.cn': firstOf(listing('/dl/', releases), redirect('/dl/', 'https://dl.google.com/go/')),
    'mirrors.aliyun.com': flat('/golang/', releases),
    'mirrors.nju.edu.cn': flat('/golang/', releases),
    'mirrors.hust.edu.cn': flat('/golang/', releases),
    'proxy.test': firstOf(moduleProxy('', releases), sumdb('/sumdb/sum.golang.org/', log)),
    'sum.golang.org': sumdb('/', log),
    'sum.golang.google.cn': sumdb('/', log),
  };
}

/** The first that answers. */
export function firstOf(...servers: readonly Server[]): Server {
  return request => {
    for (const server of servers) {
      const reply = server(request);
      if (reply !== undefined) return reply;
    }
    return undefined;
  };
}

/** This reply to the paths that match, else what the server says. */
export function except(server: Server | Servers[string] | undefined, pattern: RegExp, reply: Reply): Server {
  return request => {
    if (pattern.test(request.path)) return reply;
    if (server === undefined) return undefined;
    return typeof server === 'function' ? server(request) : server;
  };
}

export function listing(prefix: string, releases: readonly TinyGo[]): Server {
  return ({ path }) => (path === `${prefix}?mode=json&include=all` ? { body: listingText(releases) } : undefined);
}

export function listingText(releases: readonly TinyGo[]): string {
  const rows = releases.map(release => {
    const [os = '', arch = ''] = release.platform.split('/');
    const { version, fileName, sha256, tarGz } = release;
    const file = { filename: fileName, os, arch, version: `go${version}`, sha256, size: tarGz.length, kind: 'archive' };
    return { version: `go${version}`, stable: !/rc|beta/u.test(version), files: [file] };
  });
  return JSON.stringify(rows);
}

export function flat(prefix: string, releases: readonly TinyGo[]): Server {
  return ({ path }) => {
    const release = releases.find(({ fileName }) => path === `${prefix}${fileName}`);
    return release && { headers: { 'content-type': 'application/x-gzip' }, body: release.tarGz };
  };
}

export function redirect(prefix: string, to: string): Server {
  return ({ path }) =>
    path.startsWith(`${prefix}go1`) ? { status: 302, headers: { location: `${to}${path.slice(prefix.length)}` } } : undefined;
}

export function moduleProxy(prefix: string, releases: readonly TinyGo[]): Server {
  const directory = `${prefix}/golang.org/toolchain/@v/`;
  return ({ path }) => {
    if (!path.startsWith(directory)) return undefined;
    const name = path.slice(directory.length);
    if (name === 'list') return { body: releases.map(({ moduleVersion }) => `${moduleVersion}\n`).join('') };
    const release = releases.find(({ moduleVersion }) => name.startsWith(`${moduleVersion}.`));
    if (release !== undefined && name.endsWith('.zip')) return { body: release.moduleZip };
    if (release !== undefined && name.endsWith('.info')) return { body: JSON.stringify({ Version: release.moduleVersion }) };
    return undefined;
  };
}

export function sumdb(prefix: string, log: FakeLog): Server {
  return ({ path }) => {
    const body = path.startsWith(prefix) ? log.answer(path.slice(prefix.length)) : undefined;
    return body && { body };
  };
}

/** The shipped table, with the hashes of these releases; `lists` public lists agree on each. */
export function tableOf(releases: readonly Pick<TinyGo, 'version' | 'platform' | 'sha256'>[], lists = 3): Uint8Array {
  const rows = releases.map(({ version, platform, sha256 }) => {
    return [`go${version}`, `${platform.replace('/', '-')} ${sha256} ${lists}`] as const;
  });
  return Buffer.from(
    JSON.stringify({ schema: 'setup-go-robust/releases@1', date: '2026-01-01', releases: Object.fromEntries(rows) }),
  );
}
