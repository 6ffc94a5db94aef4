import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type ShellName, whyNot } from './gitlab-job.ts';
import { TOKEN, withGitlab } from './gitlab-scene.ts';
import { VERSION } from './install-runs.ts';

const IMAGES: readonly {
  readonly name: string;
  readonly shell: ShellName;
  readonly tools: readonly string[];
  readonly isBusybox?: boolean;
}[] = [
  { name: 'dash and curl', shell: 'dash', tools: ['node', 'curl'] },
  { name: 'bash and curl', shell: 'bash', tools: ['node', 'curl'] },
  { name: 'busybox and curl', shell: 'busybox', tools: ['node', 'curl'], isBusybox: true },
  { name: 'dash and GNU wget', shell: 'dash', tools: ['node', 'wget'] },
  { name: 'busybox and its wget', shell: 'busybox', tools: ['node', 'wget'], isBusybox: true },
  { name: 'bash and nothing but Node.js', shell: 'bash', tools: ['node'] },
];

describe('the bootstrap', { concurrent: true }, () => {
  for (const image of IMAGES) {
    const reason = whyNot(image.shell, image.tools);
    it.skipIf(reason !== undefined)(
      `brings a proved Go into an image with ${image.name}`,
      withGitlab(async ({ run, api, runner }) => {
        const { exitCode, log } = await run({ ...image, after: 'command -v go; go version' });
        expect(exitCode, log).toBe(0);
        const root = `.sgr/go/tool-cache/go/${VERSION}/${process.arch}`;
        expect(log.trim().split('\n').slice(-2)).toEqual([
          join(runner.workspace, root, 'bin', 'go'),
          expect.stringContaining(`go${VERSION} `),
        ]);
        expect(log).not.toContain(TOKEN);
        expect(api.requests.map(({ headers }) => headers['job-token'])).toEqual(api.requests.map(() => TOKEN));
        expect(existsSync(join(runner.workspace, 'setup-go-robust-report', 'report.json'))).toBe(true);
      }),
    );
  }
});
