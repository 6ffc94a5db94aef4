import { delimiter, dirname, join } from 'node:path';
import { loopbackEnv } from '../conformance/network.ts';
import { type Action, type Found, type Material, RELEASE } from './material.ts';
import type { Scenario, SidePlan } from './scenario.ts';

/** A side as pair.py takes it. */
export interface Command {
  readonly name: string;
  readonly argv: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  /** Where Go is when it is not put on PATH. */
  readonly goRoots: readonly string[];
  /** The proof that the run must name; empty when it need not. */
  readonly proof: string;
  readonly fails: boolean;
}

/** What starts a side when the servers of its scenario have these addresses; or why it cannot be measured. */
export function commandOf(side: {
  readonly name: string;
  readonly plan: SidePlan;
  readonly urls: Readonly<Record<string, string>>;
  readonly material: Material;
}): Found<Command> {
  const { name, plan, material } = side;
  const url = (server: string): string => side.urls[server] ?? '';
  const base = { name, goRoots: [], proof: '', fails: false };
  const env = runnerEnv(material.node);
  switch (plan.kind) {
    case 'ours': {
      const sources = plan.sources === 'goproxy' ? 'goproxy' : plan.sources.map(url).join(',');
      // Of the outside only what a server of ours hands on can be reached, on every machine.
      const proxy = plan.database === undefined ? {} : { GOPROXY: url(plan.database) };
      const expected = { proof: plan.proof ?? '', fails: plan.fails ?? false };
      return action(
        material.ours,
        { inputs: { sources }, env: { ...env, ...outside(), ...proxy }, base: { ...base, ...expected } },
        material,
      );
    }
    case 'setup-go': {
      const inputs = { 'go-download-base-url': url(plan.server) };
      return action(material.setupGo, { inputs, env: { ...env, ...outside() }, base }, material);
    }
    case 'curl': {
      const script = `curl -fsS '${url(plan.server)}/${RELEASE.fileName}' | tar -xz -C "$DEST"`;
      return {
        value: { ...base, argv: ['/bin/sh', '-c', script], env: { ...env, DEST: '{run}/dest' }, goRoots: ['{run}/dest/go'] },
      };
    }
    case 'floor': {
      const floor = join(material.project, 'test', 'bench', 'floor.mjs');
      const hash = plan.hashesFiles === true ? { HASH_FILES: '1' } : {};
      const given = { ARCHIVE_URL: `${url(plan.server)}/${RELEASE.fileName}`, SHA256: RELEASE.sha256, VERSION: RELEASE.version };
      return { value: { ...base, argv: [material.node, floor], env: { ...env, ...given, ...hash } } };
    }
    case 'go-mod-download':
      return goModDownload(material, { base, url: url(plan.server) });
  }
}

/** Names of the sides that cannot be measured here, with the reasons; decided before any server is started. */
export function missingSides(scenario: Scenario, material: Material): Readonly<Record<string, string>> {
  const needsModule = Object.values(scenario.servers).some(({ kind }) => kind === 'module-proxy');
  const common = [material.archive, ...(needsModule ? [material.module] : [])].find(found => 'missing' in found);
  const reasons: Record<string, string> = {};
  for (const [name, plan] of Object.entries(scenario.sides)) {
    const found = common ?? commandOf({ name, plan, urls: {}, material });
    if ('missing' in found) reasons[name] = found.missing;
  }
  return reasons;
}

function action(
  found: Found<Action>,
  run: {
    readonly inputs: Readonly<Record<string, string>>;
    readonly env: Readonly<Record<string, string>>;
    readonly base: Omit<Command, 'argv' | 'env'>;
  },
  material: Material,
): Found<Command> {
  if ('missing' in found) return found;
  const { main, defaults } = found.value;
  const inputs = { ...defaults, 'go-version': RELEASE.version, cache: 'false', ...run.inputs };
  const named = Object.entries(inputs).map(([name, value]) => [`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`, value]);
  return { value: { ...run.base, argv: [material.node, main], env: { ...run.env, ...Object.fromEntries(named) } } };
}

/** The same work as ours: the zip from the loopback GOPROXY, its hash from the checksum database through the same server. */
function goModDownload(
  { go }: Material,
  { base, url }: { readonly base: Omit<Command, 'argv' | 'env'>; readonly url: string },
): Found<Command> {
  if ('missing' in go) return go;
  const env = {
    PATH: [dirname(go.value), '/usr/bin', '/bin'].join(delimiter),
    HOME: '{run}/home',
    GOPATH: '{run}/gopath',
    GOMODCACHE: '{run}/modules',
    GOPROXY: url,
    GOSUMDB: 'sum.golang.org',
    GOFLAGS: '-modcacherw',
    GOTOOLCHAIN: 'local',
    GOTELEMETRY: 'off',
    GOENV: 'off',
  };
  const argv = [go.value, 'mod', 'download', RELEASE.module];
  return { value: { ...base, argv, env, goRoots: [`{run}/modules/${RELEASE.module}`] } };
}

/** What a hosted runner sets, in the directories of one run. */
function runnerEnv(node: string): Readonly<Record<string, string>> {
  return {
    PATH: [dirname(node), '/usr/bin', '/bin'].join(delimiter),
    HOME: '{run}/home',
    LANG: 'C.UTF-8',
    CI: 'true',
    GITHUB_ACTIONS: 'true',
    GITHUB_WORKSPACE: '{run}/work',
    GITHUB_SERVER_URL: 'https://github.com',
    GITHUB_OUTPUT: '{run}/output',
    GITHUB_ENV: '{run}/env',
    GITHUB_PATH: '{run}/path',
    GITHUB_STATE: '{run}/state',
    GITHUB_STEP_SUMMARY: '{run}/step_summary',
    RUNNER_TEMP: '{run}/temp',
    RUNNER_TOOL_CACHE: '{cache}',
    RUNNER_OS: 'Linux',
    RUNNER_ARCH: 'X64',
    RUNNER_ENVIRONMENT: 'github-hosted',
  };
}

function outside(): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(loopbackEnv()).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}
