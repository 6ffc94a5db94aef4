import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CATALOGUE, CODES } from '../../src/domain/catalogue.ts';
import { finding } from '../../src/domain/finding.ts';
import { REPAIRS } from '../../src/repairs/registry.ts';
import type { RepairPlan, Situation } from '../../src/repairs/repair.ts';
import { diagnose } from '../../src/rules/diagnose.ts';
import { caseFacts, oddFacts } from '../rules/any-facts.ts';

/** What would take a check away, in whichever program: cmd/go, Node, curl, wget, git. */
const WEAKENING = [
  /NODE_TLS_REJECT_UNAUTHORIZED\s*[=:]\s*['"]?0/u,
  /rejectUnauthorized\s*:(?!\s*true\b)/u,
  /GO(?:FLAGS=\S*-insecure|INSECURE\s*[=:]\s*['"]?\S)/u,
  /GOSUMDB\s*[=:]\s*['"]?off/u,
  /GONOSUMDB\s*[=:]\s*['"]?\*/u,
  /GONOSUMCHECK\s*[=:]\s*['"]?1|GOPRIVATE\s*[=:]\s*['"]?\*/u,
  /(?:curl|wget)\b[^|;&\n]*(?:\s-\w*k\b|\s--insecure|--no-check-certificate)/u,
  /sslVerify\s*[=\s]\s*['"]?false/u,
  /strict-ssl\s*[=\s]\s*false/u,
] as const;

const SAMPLES = [
  'NODE_TLS_REJECT_UNAUTHORIZED=0',
  'rejectUnauthorized: false',
  'GOFLAGS=-insecure',
  'GOINSECURE=example.com',
  'GOSUMDB=off',
  "GONOSUMDB='*'",
  'GOPRIVATE=*',
  'curl -sk https://example.com',
  'curl --insecure https://example.com',
  'wget --no-check-certificate https://example.com',
  'git config --global http.sslVerify false',
];

const weakens = (text: string): boolean => WEAKENING.some(pattern => pattern.test(text));

/** Variables of a job that a repair may set, with the only values that they may get. */
const JOB_VALUES: Readonly<Record<string, readonly string[]>> = { GOSUMDB: ['sum.golang.google.cn'] };

function expectHarmless({ change, steps }: RepairPlan, { toolCache, moduleCache = '' }: Situation): void {
  for (const { title, text } of steps) expect(weakens(`${title} ${text}`), text).toBe(false);
  if (change.kind === 'job') {
    for (const item of change.changes) {
      expect(item.kind).toBe('set');
      if (item.kind === 'set') expect(JOB_VALUES[item.name]).toContain(item.value);
    }
  }
  if (change.kind === 'network') {
    for (const [name, value] of Object.entries(change.settings)) {
      expect(['classicalGroups', 'everyStore']).toContain(name);
      expect(value).toBe(true);
    }
  }
  if (change.kind === 'entry') {
    const entry = /^go\/[^/]+\/[^/]+$/u;
    const zip = /^cache\/download\/(?!.*\.\.\/).+\/@v\/[^/]+\.zip(?:hash)?$/u;
    for (const path of change.paths) {
      const isOne = entry.test(relative(toolCache, path)) || zip.test(relative(moduleCache, path));
      expect(isOne, path).toBe(true);
    }
  }
}

const paths = fc.constantFrom(
  '/tools/go/1.26.8/x64/bin/go',
  '/tools/go/1.26.8/bin/go',
  '/tools/go/../../home/me/bin/go',
  '/tools/bin/go',
  '/home/me/sdk/bin/go',
  "/tools/go/1'; rm -rf ~;'/x64/bin/go",
  '/',
  '',
  'x',
);

const zips = fc.constantFrom(
  'GOMODCACHE/cache/download/example.com/lib/@v/v1.0.0.zip',
  'GOMODCACHE/cache/download/../../../etc/@v/v1.0.0.zip',
  'GOMODCACHE/cache/download/a/@v/../../../../../home.zip',
  'GOMODCACHE/x.zip',
  '/etc/passwd',
  '/elsewhere/cache/download/a/@v/v1.0.0.zip',
);

/** Every cause that any facts lead to, and every code with any subject. */
const situations: fc.Arbitrary<Situation> = fc
  .tuple(fc.oneof(caseFacts, oddFacts), fc.constantFrom('MODCACHE.ALTERED', ...CODES), paths, zips, fc.boolean(), fc.boolean())
  .map(([facts, code, subject, at, hasCredentials, hasFile]) => {
    const named = diagnose(facts).causes.find(cause => REPAIRS.some(({ causes }) => causes.includes(cause.code)));
    return {
      cause: (code === 'MODCACHE.ALTERED' ? undefined : named) ?? { code, subject, fixes: [] },
      facts,
      findings:
        code === 'MODCACHE.ALTERED' || hasFile
          ? [finding('MODCACHE.ALTERED', { subject, evidence: { part: 'zip', at, got: 'ARC.TRUNCATED' } })]
          : [finding('GO.NOT_RUNNABLE', { subject })],
      moduleCache: '/mod',
      env: hasFile ? { SSL_CERT_FILE: '/etc/bundle.pem' } : {},
      toolCache: '/tools',
      hasCredentials,
    };
  });

describe('the repairs', () => {
  it('have ids of their own, and answer codes that end a run', () => {
    expect(new Set(REPAIRS.map(({ id }) => id)).size).toBe(REPAIRS.length);
    for (const { causes } of REPAIRS) {
      expect(causes.length).toBeGreaterThan(0);
      for (const code of causes) expect(CATALOGUE[code].severity === 'info').toBe(false);
    }
  });

  it('plan nothing that weakens anything or reaches beyond this job, whatever the facts', () => {
    let planned = 0;
    fc.assert(
      fc.property(situations, situation => {
        for (const repair of REPAIRS) {
          const plan = repair.plan(situation);
          if (plan === undefined) continue;
          planned += 1;
          expectHarmless(plan, situation);
          // To plan has no effect: the same facts, the same plan.
          expect(repair.plan(situation)).toEqual(plan);
        }
      }),
      { numRuns: 300 },
    );
    expect(planned).toBeGreaterThan(100);
  });

  it('never answer altered content, but for an entry whose own Go or own end shows that it is damaged', () => {
    const ANSWERED: readonly string[] = ['VERSION.MISMATCH', 'CACHE.PARTIAL', 'MODCACHE.ALTERED'];
    const altered = CODES.filter(code => CATALOGUE[code].exit === 73 && !ANSWERED.includes(code));
    expect(altered).toContain('VER.TAMPERED');
    expect(REPAIRS.flatMap(({ causes }) => causes).filter(code => altered.includes(code))).toEqual([]);
  });
});

/** Lines that speak of such a setting: handshakes of which nothing but chain or date is read, and texts that name what somebody else set. */
const ALLOWED: readonly RegExp[] = [
  /^adapters\/probe-tls\.ts: \.\.\.\(variant === 'neutral-name'/u,
  /^adapters\/probe-secure\.ts: rejectUnauthorized: options\.unverified !== true,$/u,
  /^(?:policy\/decoder-rows-go-trust|domain\/codes-goenv)\.ts: (?:pattern|title): /u,
  /^rules\/sumdb-off\.ts: \/\*\* GOSUMDB=off leaves/u,
];

describe('the list of what weakens', () => {
  it.each(SAMPLES)('knows %s', text => expect(weakens(text)).toBe(true));

  it('is not met anywhere in src/, but for the probes that read a chain or a date, and the check that refuses it', () => {
    const root = join(import.meta.dirname, '..', '..', 'src');
    const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(name => name.endsWith('.ts'));
    expect(files.length).toBeGreaterThan(300);
    const met = files.flatMap(name =>
      readFileSync(join(root, name), 'utf8')
        .split('\n')
        .flatMap(line => (weakens(line) ? [`${name.replaceAll('\\', '/')}: ${line.trim()}`] : [])),
    );
    const known = met.filter(line => !ALLOWED.some(pattern => pattern.test(line)));
    expect(known).toEqual([]);
  });
});
