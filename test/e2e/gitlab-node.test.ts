import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { tarGz } from '../fakes/archives.ts';
import { type Origin, respond, startOrigin } from '../servers/origin.ts';
import { causeOf, type ShellName, whyNot } from './gitlab-job.ts';
import { type RunOptions, withGitlab } from './gitlab-scene.ts';

const NODE = process.env['E2E_NODE'] ?? process.execPath;
/** Stands in for the 50 MB of the real package, and takes its place in the pins of the template. */
const PACKAGE = tarGz([{ name: 'package/bin/node', content: Buffer.from(`#!/bin/sh\nexec "${NODE}" "$@"\n`) }]);
const SHA256 = createHash('sha256').update(PACKAGE).digest('hex');

function pinned(script: string): string {
  return script.replace(/SGR_NODE_BUILDS='[^']*'/u, `SGR_NODE_BUILDS='linux-x64 ${SHA256} linux-arm64 ${SHA256}'`);
}

/** A registry whose files lie behind a redirect, as many have it. */
async function withRegistry(body: (registry: Origin) => Promise<void>, content: Buffer = PACKAGE): Promise<void> {
  const registry = await startOrigin((socket, { target }) => {
    if (target.startsWith('/files/')) return respond(socket, { body: content });
    return respond(socket, { status: 302, headers: { location: `/files${target}` } });
  });
  try {
    await body(registry);
  } finally {
    await registry.close();
  }
}

const IMAGES: readonly (Pick<RunOptions, 'shell' | 'isBusybox'> & {
  readonly name: string;
  readonly shell: ShellName;
  readonly tools: readonly string[];
})[] = [
  { name: 'curl', shell: 'dash', tools: ['curl'] },
  { name: 'GNU wget', shell: 'bash', tools: ['wget'] },
  { name: 'the wget of busybox', shell: 'busybox', tools: ['wget'], isBusybox: true },
];

describe('a Node.js from a package registry', { concurrent: true }, () => {
  for (const image of IMAGES) {
    it.skipIf(whyNot(image.shell, image.tools) !== undefined)(`is fetched by ${image.name}, without the job token`, () =>
      withRegistry(registry =>
        withGitlab(async ({ run }) => {
          const { exitCode, log } = await run({ ...image, inputs: { 'node-registry': registry.url }, edit: pinned });
          expect(exitCode, log).toBe(0);
          expect(registry.requests[0]?.target).toMatch(/^\/node-linux-(?:x64|arm64)\/-\/node-linux-\w+-\d+\.\d+\.\d+\.tgz$/u);
          expect(registry.requests.filter(({ headers }) => headers['job-token'] !== undefined)).toEqual([]);
        })(),
      ),
    );
  }

  it.skipIf(whyNot('dash', ['curl']) !== undefined)('is not run when it is another one', () =>
    withRegistry(registry =>
      withGitlab(async ({ run }) => {
        const { exitCode, log } = await run({ tools: ['curl'], inputs: { 'node-registry': registry.url } });
        expect(exitCode).toBe(70);
        expect(causeOf(log)).toBe('BOOT.NODE_DIGEST');
      })(),
    ),
  );

  it.skipIf(whyNot('dash', ['curl']) !== undefined)('is looked for where npm is told to look', () =>
    withRegistry(registry =>
      withGitlab(async ({ run, runner }) => {
        const inputs = { 'node-registry': 'npm-config' };
        const env = { npm_config_registry: `${registry.url}/` };
        expect((await run({ tools: ['curl'], inputs, edit: pinned, env })).exitCode).toBe(0);
        await writeFile(join(runner.home, '.npmrc'), `; a comment\nregistry = ${registry.url}\n`);
        const { exitCode, log } = await run({ tools: ['curl'], inputs, edit: pinned });
        expect(exitCode, log).toBe(0);
        expect(registry.requests).toHaveLength(4);
      })(),
    ),
  );
});
