// Paired whole-process benchmark on a loopback mirror: npm run bench -- [--setup-go DIR] [--runs N] [--work DIR]
// [--node FILE] [--rate MBIT] [--json FILE].
// DIR is a checkout of actions/setup-go at a release. Quote the ratios: seconds hold for one machine only.
import { execFileSync, fork, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { loadTypeScript } from './load-typescript.mjs';

const project = fileURLToPath(new URL('../..', import.meta.url));
const VERSION = '1.26.8';
const FILE_NAME = `go${VERSION}.linux-amd64.tar.gz`;
const SHA256 = 'd0f743b33e8d8945e6b1f432edd15785c70507121d6e2a723b21285eddf8b57b';

async function main() {
  const { values } = parseArgs({
    options: {
      'setup-go': { type: 'string' },
      runs: { type: 'string', default: '7' },
      work: { type: 'string' },
      node: { type: 'string', default: process.env.E2E_NODE ?? process.execPath },
      rate: { type: 'string' },
      json: { type: 'string' },
    },
  });
  const missing = whyNot();
  if (missing !== undefined) {
    console.log(`skipped: ${missing}`);
    return;
  }
  const { scratchDirectory } = await loadTypeScript(new URL('../conformance/network.ts', import.meta.url));
  const newDirectory = base => mkdtempSync(join(base, 'setup-go-robust-bench-'));
  const work = newDirectory(resolve(values.work ?? scratchDirectory()));
  // In memory nothing is written; one pair on the disk then tells the bytes, which hardly vary.
  const disk = newDirectory(resolve(values.work ?? tmpdir()));
  let server;
  try {
    const archive = await findArchive(work);
    const perSecond = values.rate === undefined ? undefined : (Number(values.rate) * 1e6) / 8;
    server = await startServer({ files: { [FILE_NAME]: { path: archive.path } }, totalBytesPerSecond: perSecond });
    // The first listing hashes the archive; that is no side's work.
    await (await fetch(`${server.url}/?mode=json`)).arrayBuffer();
    const sides = await makeSides({ values, url: server.url, archive });
    const plan = { work, runs: Number(values.runs), warmups: 1, expect: VERSION, timeoutSeconds: 300 };
    const [ours, curl, setupGo] = [sides.ours, sides.curl, sides.setupGo];
    const all = [ours, curl, setupGo].filter(side => side !== undefined);
    const cold = await pair({ ...plan, keepCache: false, sides: all });
    const written = await pair({ ...plan, work: disk, runs: 1, warmups: 0, keepCache: false, sides: all });
    const warm = await pair({ ...plan, keepCache: true, sides: [ours, setupGo].filter(side => side !== undefined) });
    const node = execFileSync(values.node, ['--version'], { encoding: 'utf8' }).trim();
    console.log(`${archive.title}; Node ${node}; ${plan.runs} paired runs; checksum database: ${sides.database}\n`);
    print('cold', cold, TIMES);
    print('cold, on disk', written, BYTES);
    print('warm', warm, TIMES);
    const results = { cold, written, warm };
    if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(results, undefined, 1)}\n`);
    const rows = Object.values(results).flatMap(result => Object.values(result).flat());
    if (!rows.every(row => row.good)) process.exitCode = 1;
  } finally {
    server?.child.disconnect();
    for (const directory of [work, disk]) rmSync(directory, { recursive: true, force: true });
  }
}

/** A plain reason why this machine cannot measure; undefined when it can. */
function whyNot() {
  if (process.platform !== 'linux' || process.arch !== 'x64') return 'measured on linux-amd64 only';
  for (const [tool, flag] of Object.entries({ python3: '--version', curl: '--version', tar: '--version' })) {
    try {
      execFileSync(tool, [flag], { stdio: 'ignore' });
    } catch {
      return `${tool} is not installed`;
    }
  }
  return existsSync(join(project, 'dist', 'main.cjs')) ? undefined : 'dist/main.cjs is not built';
}

/** The genuine archive; where it cannot be made, a stand-in with as many files and bytes, pinned by its own hash. */
async function findArchive(work) {
  const tools = process.env.CI_TOOLS ?? join(project, '.ci', 'tools');
  try {
    const script = join(project, 'test', 'conformance', 'official-archive.sh');
    const path = execFileSync(script, [VERSION, tools, SHA256], { encoding: 'utf8' }).trim();
    return { path, title: `${FILE_NAME}, genuine`, checksum: undefined };
  } catch {
    const { makeFakeGo } = await loadTypeScript(new URL('../e2e/fake-go.ts', import.meta.url));
    const { tarGz } = makeFakeGo({ version: VERSION, sourceFileCount: 15_000, sourceFileBytes: 15_000 });
    const path = join(work, FILE_NAME);
    writeFileSync(path, tarGz.bytes);
    return { path, title: `${FILE_NAME}, synthetic`, checksum: `sha256:${tarGz.sha256}` };
  }
}

function startServer(options) {
  const child = fork(new URL('./serve.mjs', import.meta.url), [JSON.stringify(options)]);
  return new Promise((resolvePromise, reject) => {
    child.once('message', ({ url }) => resolvePromise({ url, child }));
    child.once('exit', code => reject(new Error(`the mirror ended with ${code}`)));
  });
}

async function makeSides({ values, url, archive }) {
  const { parseActionDefaults } = await loadTypeScript(new URL('../e2e/runner-files.ts', import.meta.url));
  const { goproxy, loopbackEnv, networkEnv } = await loadTypeScript(new URL('../conformance/network.ts', import.meta.url));
  const hasDatabase = goproxy() !== undefined;
  const network = hasDatabase ? networkEnv() : loopbackEnv();
  const action = (name, directory, inputs) => {
    const yaml = readFileSync(join(directory, 'action.yml'), 'utf8');
    const main = /^\s+main:\s*['"]?([^'"\s]+)/mu.exec(yaml)?.[1] ?? 'dist/main.cjs';
    const env = { ...runnerEnv(values.node), ...network };
    for (const [input, value] of Object.entries({ ...parseActionDefaults(yaml), ...inputs }))
      env[`INPUT_${input.toUpperCase()}`] = value;
    return { name, argv: [values.node, join(directory, main)], env, cwd: '{run}/work' };
  };
  const common = { 'go-version': VERSION, cache: 'false' };
  const pin = archive.checksum === undefined ? {} : { checksum: archive.checksum };
  const setupGo = values['setup-go'];
  return {
    ours: action('ours', project, { ...common, ...pin, sources: url }),
    curl: {
      name: 'curl | tar',
      argv: ['/bin/sh', '-c', `curl -fsS ${url}/${FILE_NAME} | tar -xz -C "$DEST"`],
      env: { ...runnerEnv(values.node), DEST: '{run}/dest' },
      cwd: '{run}/work',
    },
    setupGo: setupGo === undefined ? undefined : action('setup-go', resolve(setupGo), { ...common, 'go-download-base-url': url }),
    database: hasDatabase ? 'asked for each installation' : 'out of reach, the shipped table decides',
  };
}

function runnerEnv(node) {
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

/** Asynchronous, because the mirror's channel must stay alive meanwhile. */
function pair(plan) {
  const python = spawn('python3', [fileURLToPath(new URL('./pair.py', import.meta.url))], { stdio: ['pipe', 'pipe', 'inherit'] });
  python.stdin.end(JSON.stringify(plan));
  return new Promise((resolvePromise, reject) => {
    const chunks = [];
    python.stdout.on('data', chunk => chunks.push(chunk));
    python.once('error', reject);
    python.once('close', code => {
      if (code === 0) resolvePromise(JSON.parse(Buffer.concat(chunks).toString()));
      else reject(new Error(`pair.py ended with ${code}`));
    });
  });
}

const TIMES = [
  ['wallMs', 'wall', seconds],
  ['cpuMs', 'cpu', seconds],
  ['rssBytes', 'peak RSS', mebibytes],
];
const BYTES = [
  ['writtenBytes', 'written', mebibytes],
  ['leftBytes', 'left in temp', mebibytes],
];

function seconds(value) {
  return `${(value / 1_000).toFixed(3)} s`;
}

function mebibytes(value) {
  return `${(value / 2 ** 20).toFixed(1)} MiB`;
}

function print(scenario, results, figures) {
  for (const [name, rows] of Object.entries(results)) {
    const medians = figures.map(([key, label, text]) => `${label} ${text(median(rows.map(row => row[key])))}`);
    console.log(`${scenario}  ${name}: good ${rows.filter(row => row.good).length}/${rows.length}; ${medians.join(', ')}`);
  }
  for (const [name, rows] of Object.entries(results)) {
    if (name === 'ours') continue;
    const ratios = figures.flatMap(([key, label]) => {
      // Nothing written, nothing left: no ratio.
      if (rows.some(row => row[key] === 0)) return [];
      const values = rows.map((row, index) => results.ours[index][key] / row[key]);
      return [`${label} ${median(values).toFixed(2)} (${Math.min(...values).toFixed(2)}-${Math.max(...values).toFixed(2)})`];
    });
    if (ratios.length > 0) console.log(`${scenario}  ours / ${name}: ${ratios.join(', ')}`);
  }
  console.log('');
}

function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

await main();
