import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { withRunner } from '../e2e/harness.ts';
import { download, preflight, project } from './go-projects.ts';
import { whyNoNetwork } from './network.ts';

/** Defects in the go.mod and go.sum of published modules, as the bundle finds them. */
beforeEach(context => {
  const reason = whyNoNetwork();
  if (reason !== undefined) context.skip(reason);
});

/** None of them replaces a module by a directory, for only two files of each are copied. */
const MODULES = [
  'github.com/spf13/cobra@v1.10.1',
  'gorgonia.org/gorgonia@v0.9.18',
  'golang.org/x/tools@v0.37.0',
  'cloud.google.com/go/storage@v1.56.0',
  'k8s.io/client-go@v0.34.0',
  'sigs.k8s.io/controller-runtime@v0.22.0',
  'github.com/pion/webrtc/v4@v4.1.4',
  'gonum.org/v1/gonum@v0.16.0',
  'github.com/syncthing/syncthing@v1.30.0',
  'github.com/prometheus/prometheus@v0.307.0',
  'github.com/gohugoio/hugo@v0.150.0',
  'tailscale.com@v1.88.0',
] as const;

interface Pair {
  readonly mod: readonly string[];
  readonly sum: readonly string[];
}

/** The changed files, and where the defect is. */
type Seeded = Pair & { readonly code: string; readonly place: string };

/** The first direct requirement: its line (from 0), path and version. */
function firstDirect({ mod }: Pair) {
  const index = mod.findIndex(line => /^(?:require |\t)[^\s(]+ v\S+$/u.test(line));
  const [path = '', version = ''] = (mod[index] ?? '').replace('require ', '').trim().split(' ');
  return { index, path, version };
}

/** With another text in that line, or more lines behind the last. */
const rewritten = (pair: Pair, index: number, line: string): Pair => ({ ...pair, mod: pair.mod.with(index, line) });
const appended = ({ mod, sum }: Pair, line: string): Pair => ({ mod: [...mod, line], sum });

const SEEDS: Readonly<Record<string, (pair: Pair) => Seeded>> = {
  'an unknown directive': pair => ({
    ...appended(pair, 'requires example.com/x v1.0.0'),
    code: 'GO.MOD_SYNTAX',
    place: `go.mod:${pair.mod.length + 1}`,
  }),
  'marks of a merge in go.sum': pair => ({
    ...pair,
    sum: ['<<<<<<< HEAD', ...pair.sum],
    code: 'MERGE.MARKS',
    place: 'go.sum:1',
  }),
  'a shortened version': pair => {
    const { index, path } = firstDirect(pair);
    return { ...rewritten(pair, index, `\t${path} v1`), code: 'GO.MOD_VERSION', place: `go.mod:${index + 1}` };
  },
  'a lost line of go.sum': pair => {
    const { index, path, version } = firstDirect(pair);
    const sum = pair.sum.filter(line => !line.startsWith(`${path} ${version}/go.mod `));
    return { ...pair, sum, code: 'GO.GOSUM_MISSING', place: `go.mod:${index + 1}` };
  },
  'a line of go.sum that is cut': pair => {
    const line = pair.sum.length;
    return { ...pair, sum: [...pair.sum, 'example.com/x v1.0.0'], code: 'GO.GOSUM_MALFORMED', place: `go.sum:${line + 1}` };
  },
  'a version that is required and excluded': pair => {
    const { path, version } = firstDirect(pair);
    const place = `go.mod:${pair.mod.length + 1}`;
    return { ...appended(pair, `exclude ${path} ${version}`), code: 'GO.MOD_OUTDATED', place };
  },
  'a replacement that leads nowhere': pair => {
    const { path } = firstDirect(pair);
    return {
      ...appended(pair, `replace ${path} => ../nowhere`),
      code: 'GO.REPLACE_MISSING',
      place: `go.mod:${pair.mod.length + 1}`,
    };
  },
  'an unknown godebug setting': pair => ({
    ...appended(pair, 'godebug frob=1'),
    code: 'GO.MOD_SYNTAX',
    place: `go.mod:${pair.mod.length + 1}`,
  }),
};

describe('a seeded defect', () => {
  it.each(MODULES)('in %s is found at its line, and nothing else', module =>
    withRunner(async runner => {
      const directory = await download(runner.workspace, module);
      const lines = async (name: string) => (await readFile(join(directory, name), 'utf8')).trimEnd().split('\n');
      const pair = { mod: await lines('go.mod'), sum: await lines('go.sum') };
      const told: Record<string, readonly string[]> = {};
      const expected: Record<string, readonly string[]> = {};
      for (const [name, seed] of Object.entries(SEEDS)) {
        const { mod, sum, code, place } = seed(pair);
        await project(runner, { 'go.mod': `${mod.join('\n')}\n`, 'go.sum': `${sum.join('\n')}\n` });
        const { findings } = await preflight(runner, ['--go-version', '1.26.8']);
        const grave = findings.filter(({ severity }) => severity === 'error');
        told[name] = grave.map(({ code, location }) => `${code} ${location?.file}:${location?.line}`);
        expected[name] = [`${code} ${place}`];
      }
      expect(told).toEqual(expected);
    }),
  );
});
