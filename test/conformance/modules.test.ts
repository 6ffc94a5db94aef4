import { execFileSync } from 'node:child_process';
import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { proveModuleSums } from '../../src/acquire/module-sums.ts';
import { createClock } from '../../src/adapters/node-clock.ts';
import { createNet } from '../../src/adapters/node-net.ts';
import { parseGoSum } from '../../src/domain/go-sum-file.ts';
import type { Report } from '../../src/domain/report.ts';
import { provingSums } from '../../src/domain/sum-lines.ts';
import { SUM_GOLANG_ORG } from '../../src/verify/known-log.ts';
import { runBundle } from '../e2e/log-runs.ts';
import { goproxy, whyNoNetwork } from './network.ts';

const MAIN = `package main

import (
	"github.com/BurntSushi/toml"
	"github.com/spf13/cobra"
)

func main() { _, _ = cobra.Command{}, toml.Decode }
`;

const reason = whyNoNetwork();
let root: string;

/** A real project with real modules, fetched and vendored by the real go. */
describe.skipIf(reason !== undefined)(`modules of a real project${reason === undefined ? '' : ` (${reason})`}`, () => {
  beforeAll(() => {
    root = mkdtempSync(join(tmpdir(), 'modules-'));
    writeFileSync(
      join(root, 'go.mod'),
      'module example.com/app\n\ngo 1.21\n\nrequire (\n\tgithub.com/BurntSushi/toml v1.4.0\n\tgithub.com/spf13/cobra v1.8.1\n)\n',
    );
    writeFileSync(join(root, 'main.go'), MAIN);
    for (const args of [
      ['mod', 'tidy'],
      ['mod', 'vendor'],
    ])
      execFileSync(process.env['GO'] ?? 'go', args, { cwd: root, env: goEnv(), stdio: 'pipe' });
  });
  afterAll(() => rmSync(root, { recursive: true, force: true }));

  it('are proved against go.sum, and each file that is changed afterwards is named', async () => {
    const good = await verify();
    expect([good.exitCode, good.report.findings.map(({ code }) => code)]).toEqual([0, ['MODCACHE.PROVED']]);
    appendFileSync(join(root, 'cache/github.com/!burnt!sushi/toml@v1.4.0/decode.go'), '\n');
    appendFileSync(join(root, 'vendor/github.com/spf13/cobra/args.go'), '\n');
    const bad = await verify();
    expect([bad.exitCode, bad.report.findings.map(({ code }) => code)]).toEqual([73, ['MODCACHE.ALTERED', 'MODCACHE.VENDOR']]);
  });

  it('are proved by the real checksum database, and a line that is changed is named', async () => {
    const [base] = (goproxy() ?? '').split(/[,|]/u);
    const text = readFileSync(join(root, 'go.sum'), 'utf8').replace(/(cobra v1\.8\.1 h1:)..../u, '$1AAAA');
    const clock = createClock();
    const net = createNet({ env: process.env, clock, ca: undefined });
    try {
      const servers = [{ id: 'proxy', baseUrl: `${base}/sumdb/sum.golang.org` }];
      const lines = provingSums(parseGoSum({ file: 'go.sum', sizeBytes: 0, text }));
      const parts = { wire: { net, clock }, servers, log: SUM_GOLANG_ORG, lines, isPrivate: () => false, budgetMs: 60_000 };
      const { proof, findings } = await proveModuleSums(parts, new AbortController().signal);
      expect(proof).toMatchObject({ lines: lines.length, proved: lines.length - 1, failed: 1, skipped: 0 });
      expect(findings.map(({ code, subject }) => [code, subject])).toEqual([
        ['GO.SUMDB_MISMATCH', 'github.com/spf13/cobra@v1.8.1'],
      ]);
    } finally {
      net.close();
    }
  });
});

function goEnv(): Record<string, string | undefined> {
  return { ...process.env, GOMODCACHE: join(root, 'cache'), GOFLAGS: '-modcacherw', GOTOOLCHAIN: 'local' };
}

async function verify() {
  const result = await runBundle(['verify', '--modules', '--json'], { cwd: root, env: { GOMODCACHE: join(root, 'cache') } });
  return { ...result, report: JSON.parse(result.stdout.text) as Report };
}
