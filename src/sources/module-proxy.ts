import { type Address, joinAddress } from '../domain/address.ts';
import { failure } from '../domain/failure.ts';
import type { ListedFile, ListedRelease, Listing, Source } from '../domain/source.ts';
import { moduleVersion } from '../domain/toolchain-module.ts';
import { compareVersions, type GoVersion, parseGoVersion, versionText } from '../domain/version.ts';

/** Where `direct` leads: the origin of the module golang.org/toolchain, a tiny GOPROXY for this one module. */
export const MODULE_ORIGIN = 'https://go.dev/dl/mod';

const MODULE_DIRECTORY = 'golang.org/toolchain/@v';

/**
 * One server that speaks the GOPROXY protocol (go.dev/ref/mod#goproxy-protocol). Its list may be incomplete, so `probe` asks
 * for one version. Of a `file:` proxy the listing has a file address: the caller reads it.
 */
export function moduleProxySource(proxy: Address & { readonly id: string; readonly title: string }): Source {
  const { id, title, url } = proxy;
  const authorization = proxy.authorization === undefined ? {} : { authorization: proxy.authorization };
  const address = (name: string): string => joinAddress(url, `${MODULE_DIRECTORY}/${name}`);
  const listing: Listing = { ...authorization, url: address('list'), parse: body => parseModuleList(body, id) };
  return {
    id,
    title,
    kind: 'module-proxy',
    listing: () => listing,
    candidate: (version, platform) => {
      const fileName = `${moduleVersion(version, platform)}.zip`;
      return { sourceId: id, ...authorization, url: address(fileName), fileName, format: 'zip', layout: 'module' };
    },
    probe: (version, platform) => {
      const name = moduleVersion(version, platform);
      return { ...authorization, url: address(`${name}.info`), confirms: body => namesVersion(body, name) };
    },
  };
}

/** Whether an `.info` answer is about this version: a login page with status 200 is not. */
function namesVersion(body: Uint8Array, name: string): boolean {
  try {
    const info: unknown = JSON.parse(new TextDecoder().decode(body));
    return typeof info === 'object' && info !== null && 'Version' in info && info.Version === name;
  } catch {
    return false;
  }
}

/**
 * Reads `@v/list`: one module version on a line, in no order. Versions that are no Go release are ignored; a line that is no
 * version at all makes the list LIST.MALFORMED (a web page in its place). No line is LIST.UNAVAILABLE: some proxies answer so
 * for a module that they do not have.
 */
export function parseModuleList(body: Uint8Array, subject: string): readonly ListedRelease[] {
  const found = new Map<string, { readonly version: GoVersion; readonly files: ListedFile[] }>();
  for (const raw of new TextDecoder().decode(body).split('\n')) {
    const line = raw.trim();
    if (line === '') continue;
    if (!/^v\d[\w.+-]{1,200}$/u.test(line)) {
      throw failure('LIST.MALFORMED', { subject, evidence: { reason: 'not a list of versions', line: line.slice(0, 80) } });
    }
    const [, text = '', goos = '', goarch = ''] = /^v0\.0\.1-(go[\w.]+)\.([a-z\d]+)-([a-z\d]+)$/u.exec(line) ?? [];
    const version = parseGoVersion(text);
    if (version === undefined) continue;
    const release = found.get(versionText(version)) ?? { version, files: [] };
    found.set(versionText(version), release);
    release.files.push({ fileName: `${line}.zip`, goos, goarch });
  }
  if (found.size === 0) throw failure('LIST.UNAVAILABLE', { subject, evidence: { reason: 'the list is empty' } });
  return [...found.values()]
    .map(({ version, files }) => ({ version, stable: version.prerelease === undefined, files }))
    .sort((a, b) => compareVersions(b.version, a.version));
}
