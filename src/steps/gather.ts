import { fileURLToPath } from 'node:url';
import { CHECKSUM_DATABASE, CHECKSUM_DATABASE_ALIAS } from '../domain/checksum-database.ts';
import { Failure } from '../domain/failure.ts';
import { type Finding, finding } from '../domain/finding.ts';
import { LIMITS } from '../domain/limits.ts';
import type { Facts, SeenFailure } from '../domain/network-facts.ts';
import type { EnvironmentFacts } from '../domain/project-facts.ts';
import { redactUrl } from '../domain/redact.ts';
import { type GoVersion, versionText } from '../domain/version.ts';
import { type LocalArchive, lookAtArchives } from '../probes/archive.ts';
import type { DatabasePath } from '../probes/checksum-database.ts';
import type { WantedDisk } from '../probes/disk.ts';
import { gatherEnvironment } from '../probes/environment.ts';
import { gatherFacts } from '../probes/gather.ts';
import type { WantedTarget } from '../probes/pass.ts';
import { parseArchiveFileName } from '../sources/file-name.ts';
import type { ReleaseTable } from '../verify/release-table.ts';
import type { Context } from './context.ts';
import { openSources, type Sources } from './sources.ts';

/** For a look at this machine alone, where no packet leaves. */
const NO_SOURCES = { sources: undefined, findings: [] } as const;

/** Control targets when a person asks about URLs of his own: what else this machine would need. */
const CONTROL_COUNT = 2;

/**
 * Gathers facts for a run: of the URLs, or else of every source, GOPROXY and the checksum database; `findings` are what the run itself
 * met before. With `isLocal` only the machine is looked at. With URLs, two of the sources are asked for comparison, unless sources were named: then nobody else is asked.
 */
export async function gatherForRun(
  context: Context,
  wanted: {
    readonly urls: readonly string[];
    readonly findings: readonly Finding[];
    readonly isLocal?: boolean;
    /** Default: PROBE_LIMITS.passMs. */
    readonly passMs?: number;
  },
  signal: AbortSignal,
): Promise<Facts> {
  const { machine, inputs, log } = context;
  const table = await context.releaseTable();
  const { secrets, workspace } = context;
  const [opened, environment] = await Promise.all([
    wanted.isLocal === true ? NO_SOURCES : openAll(context, signal),
    gatherEnvironment(machine, { goRoot: 'on PATH', directory: workspace, secrets }, signal),
  ]);
  const given = wanted.urls.map(readUrl);
  const addresses = given.flatMap(url => (url.protocol === 'file:' ? [] : [url]));
  const sources = opened.sources === undefined ? [] : sourceTargets(context, opened.sources, table);
  const isAlone = inputs.sources.length > 0;
  const controls = isAlone ? [] : sources.slice(0, CONTROL_COUNT).map(target => ({ ...target, role: 'control' as const }));
  const isAsked = wanted.urls.length === 0 && wanted.isLocal !== true;
  const files = given.flatMap(url => (url.protocol === 'file:' ? localArchive(url, table) : []));
  return gatherFacts(
    {
      net: wanted.isLocal === true ? undefined : machine.probeNet,
      clock: machine.clock,
      files: machine.files,
      env: machine.env,
      os: machine.platform.os,
      randomName: machine.randomName,
      runtime: machine.runtime,
      allowDirect: inputs.allowDirect,
      builtOn: table?.date,
      targets: isAsked
        ? sources
        : [...addresses.map(url => givenTarget(url, table)), ...(addresses.length === 0 ? [] : controls)],
      goproxy: isAsked ? opened.sources?.goproxy : undefined,
      database: {
        name: CHECKSUM_DATABASE,
        verifierKey: log.verifierKey,
        paths: isAsked ? databasePaths(context) : [],
      },
      disks: wantedDisks(context, environment),
      archives: lookAtArchives({ files: machine.files, clock: machine.clock }, files, signal),
      environment,
      seen: [...wanted.findings, ...opened.findings].map(seenFailure),
      passMs: wanted.passMs,
    },
    signal,
  );
}

/** A URL, or a host that was meant as one. Throws INPUT.INVALID. */
function readUrl(text: string): URL {
  const address = /^[a-z][a-z0-9+.-]*:\/\//iu.test(text) ? text : `https://${text}`;
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (url !== undefined && /^(?:https?|file):$/u.test(url.protocol)) return url;
  const evidence = { got: redactUrl(text).slice(0, 200), 'expected form': 'https://host/path' };
  throw new Failure([finding('INPUT.INVALID', { subject: 'URL', evidence })]);
}

function givenTarget(url: URL, table: ReleaseTable | undefined): WantedTarget {
  const withheld = url.username !== '' || url.password !== '';
  const expects = /\.(?:tar\.gz|tgz|zip)$/u.test(url.pathname) ? ({ expects: 'archive' } as const) : {};
  const size = knownFile(url.pathname, table)?.sizeBytes;
  return { url: url.href, role: 'given', withheld, ...expects, ...(size === undefined ? {} : { expectedBytes: size }) };
}

/**
 * The sources of the run. A GOPROXY that cannot be read is one of the faults that are looked for, and no failure here: then there
 * are no members to ask.
 */
async function openAll(
  context: Context,
  signal: AbortSignal,
): Promise<{ readonly sources: Sources | undefined; readonly findings: readonly Finding[] }> {
  try {
    return { sources: await openSources(context, signal), findings: [] };
  } catch (error) {
    signal.throwIfAborted();
    if (!(error instanceof Failure)) throw error;
    return { sources: undefined, findings: error.findings };
  }
}

/** One file of each source: of the version that is wanted, or the newest that is known. Members of GOPROXY are asked as such. */
function sourceTargets(context: Context, sources: Sources, table: ReleaseTable | undefined): readonly WantedTarget[] {
  const version = wantedVersion(context, table);
  if (version === undefined) return [];
  const known = table?.files(version) ?? [];
  return sources.archives.flatMap(source => {
    if (source.id.startsWith('goproxy')) return [];
    const candidate = source.candidate(version, context.platform);
    if (candidate === undefined || candidate.url.startsWith('file:')) return [];
    const file = known.find(({ fileName }) => fileName === candidate.fileName);
    const target: WantedTarget = {
      url: candidate.url,
      role: 'source',
      sourceId: source.id,
      expects: 'archive',
      withheld: candidate.authorization !== undefined,
      ...(file?.sizeBytes === undefined ? {} : { expectedBytes: file.sizeBytes }),
      ...(file === undefined ? {} : { isListed: true }),
    };
    return [target];
  });
}

function wantedVersion({ request }: Context, table: ReleaseTable | undefined): GoVersion | undefined {
  if (request?.spec.kind === 'exact') return request.spec.version;
  return table?.knownVersions.find(({ prerelease }) => prerelease === undefined);
}

/** Empty where cmd/go does not ask the database either. */
function databasePaths({ machine }: Context): readonly DatabasePath[] {
  if (machine.env['GOSUMDB']?.trim() === 'off') return [];
  return [
    { through: 'direct', url: `https://${CHECKSUM_DATABASE}`, withheld: false },
    { through: CHECKSUM_DATABASE_ALIAS, url: `https://${CHECKSUM_DATABASE_ALIAS}`, withheld: false },
  ];
}

/** `file:///…/go1.26.8.linux-amd64.tar.gz`, and what the table knows of a file of this name. */
function localArchive(url: URL, table: ReleaseTable | undefined): readonly LocalArchive[] {
  const path = fileURLToPath(url);
  const name = path.slice(path.lastIndexOf('/') + 1);
  const parsed = parseArchiveFileName(name);
  const file = knownFile(path, table);
  const expected = {
    ...(parsed === undefined ? {} : { platform: `${parsed.goos}-${parsed.goarch}` }),
    ...(file === undefined ? {} : { sha256: file.sha256 }),
    ...(file?.sizeBytes === undefined ? {} : { bytes: file.sizeBytes }),
  };
  const sourceId = parsed === undefined ? name : `go${versionText(parsed.version)}`;
  return [{ sourceId, path, format: name.endsWith('.zip') ? 'zip' : 'tar.gz', expected }];
}

/** What the table knows of a file, by the last part of its address. */
function knownFile(path: string, table: ReleaseTable | undefined): ReturnType<ReleaseTable['files']>[number] | undefined {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const parsed = parseArchiveFileName(name);
  return parsed === undefined ? undefined : table?.files(parsed.version).find(({ fileName }) => fileName === name);
}

/** Settings whose directories Go writes to. One that is relative or switched off is not looked at. */
const WRITTEN_BY_GO = [
  ['TMPDIR', 'temp'],
  ['GOMODCACHE', 'module-cache'],
  ['GOCACHE', 'build-cache'],
] as const;

function wantedDisks({ machine, workspace, destination }: Context, { directories }: EnvironmentFacts): readonly WantedDisk[] {
  const ofGo = WRITTEN_BY_GO.flatMap(([setting, role]) => {
    const found = directories.find(({ name, isAbsolute }) => name === setting && isAbsolute);
    return found === undefined ? [] : [{ role, path: found.value }];
  });
  return [
    { role: 'tool-cache', path: destination ?? machine.toolCache.directory, neededBytes: LIMITS.freeSpaceBytes },
    ...ofGo,
    { role: 'workspace', path: workspace },
  ];
}

/** What the run met, as facts. */
export function seenFailure({ code, subject, evidence }: Finding): SeenFailure {
  return { code, subject, evidence: Object.fromEntries(evidence.map(({ name, value }) => [name, value])) };
}
