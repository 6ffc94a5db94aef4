// Makes the files of a release from HEAD, the same bytes wherever it runs: node scripts/release-assets.mjs DIRECTORY
//
// setup-go-robust-X.Y.Z.tar.gz  all that a job needs, for networks without GitHub
// sbom.cdx.json                 what stands in the bundle (CycloneDX 1.6)
// SHA256SUMS                    of both
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { bundledPackages } from './bundled-packages.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
/** What is in the archive, where this version has it. */
const PATHS = [
  'action.yml',
  'dist',
  'LICENSE',
  'README.md',
  'README.zh-CN.md',
  'CHANGELOG.md',
  'SECURITY.md',
  'docs',
  'schema',
  'templates',
];

const git = (...args) => execFileSync('git', args, { cwd: root, maxBuffer: 256 * 1_024 * 1_024 });
const sha256 = bytes => createHash('sha256').update(bytes).digest('hex');

function archive(name) {
  const tracked = git('ls-tree', '--name-only', 'HEAD').toString().split('\n');
  const paths = PATHS.filter(path => tracked.includes(path));
  // No compression program of the machine: they differ.
  return gzipSync(git('archive', '--format=tar', `--prefix=${name}/`, 'HEAD', ...paths), { level: 9 });
}

function component({ name, version, license }, lock) {
  const entry = lock.packages[`node_modules/${name}`];
  const isThis = entry?.version === version && /^sha512-/u.test(entry.integrity ?? '');
  const [scope, short] = name.startsWith('@') ? name.split('/') : [undefined, name];
  const purl = `pkg:npm/${scope === undefined ? '' : `${encodeURIComponent(scope)}/`}${short}@${version}`;
  const hash = { alg: 'SHA-512', content: Buffer.from(entry?.integrity?.slice(7) ?? '', 'base64').toString('hex') };
  return {
    type: 'library',
    'bom-ref': purl,
    ...(scope === undefined ? {} : { group: scope }),
    name: short,
    version,
    licenses: [/ (?:AND|OR|WITH) /u.test(license) ? { expression: license } : { license: { id: license } }],
    purl,
    ...(isThis ? { hashes: [hash] } : {}),
  };
}

function sbom({ version, file, digest }) {
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
  const components = bundledPackages().map(one => component(one, lock));
  const purl = `pkg:github/org/setup-go-robust@v${version}`;
  const id = digest.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*$/u, '$1-$2-8$3-8$4-$5');
  return {
    $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    serialNumber: `urn:uuid:${id}`,
    version: 1,
    metadata: {
      timestamp: new Date(1_000 * Number(git('log', '-1', '--format=%ct').toString())).toISOString(),
      component: {
        type: 'application',
        'bom-ref': purl,
        name: 'setup-go-robust',
        version,
        licenses: [{ license: { id: 'Apache-2.0' } }],
        purl,
        hashes: [{ alg: 'SHA-256', content: digest }],
        properties: [{ name: 'setup-go-robust:archive', value: file }],
      },
    },
    components,
    dependencies: [{ ref: purl, dependsOn: components.map(one => one['bom-ref']) }],
  };
}

const [directory] = process.argv.slice(2);
if (directory === undefined) {
  console.error('usage: node scripts/release-assets.mjs DIRECTORY');
  process.exitCode = 64;
} else {
  const { version } = JSON.parse(git('show', 'HEAD:package.json').toString());
  const name = `setup-go-robust-${version}`;
  const bytes = archive(name);
  const list = sbom({ version, file: `${name}.tar.gz`, digest: sha256(bytes) });
  const files = { [`${name}.tar.gz`]: bytes, 'sbom.cdx.json': Buffer.from(`${JSON.stringify(list, undefined, 2)}\n`) };
  const sums = Object.entries(files).map(([file, content]) => `${sha256(content)}  ${file}\n`);
  mkdirSync(directory, { recursive: true });
  for (const [file, content] of Object.entries(files)) writeFileSync(join(directory, file), content);
  writeFileSync(join(directory, 'SHA256SUMS'), sums.join(''));
  process.stdout.write(sums.join(''));
}
