import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PROJECT } from '../../e2e/harness.ts';
import { validate, whyNoReaders } from './tools.ts';

const why = whyNoReaders();
let directory = '';

function make(name: string): string {
  const path = join(directory, name);
  execFileSync(process.execPath, [join(PROJECT, 'scripts', 'release-assets.mjs'), path], { stdio: 'ignore' });
  return path;
}

describe.skipIf(why !== undefined)(`the files of a release${why === undefined ? '' : `: ${why}`}`, () => {
  beforeAll(() => {
    directory = mkdtempSync(join(tmpdir(), 'release-assets-'));
  });
  afterAll(() => rmSync(directory, { recursive: true, force: true }));

  it('hold an SBOM that others read', () => {
    const first = make('first');
    expect(validate([first])[first]?.['sbom.cdx.json']).toEqual({ ok: true });
  });

  it('are the same bytes when they are made again', () => {
    const names = ['SHA256SUMS', 'sbom.cdx.json'];
    const [first, second] = [make('once'), make('twice')].map(path => names.map(name => readFileSync(join(path, name), 'utf8')));
    expect(second).toEqual(first);
  });
});
