import { finding } from '../domain/finding.ts';
import type { Rule } from '../domain/rule.ts';
import { compareVersions, type GoVersion, parseGoVersion } from '../domain/version.ts';
import { settingValue } from '../policy/go-settings.ts';
import { parseGoproxy } from '../policy/goproxy.ts';
import { isLoopbackHost } from '../policy/ip-address.ts';
import { isGoProject } from '../policy/public-hosts.ts';
import { setFix } from '../policy/setting-fixes.ts';

/**
 * CVE-2026-42501 (fixed in 1.25.10 and 1.26.3), CVE-2026-56865 and CVE-2026-56864 (1.25.13, 1.26.6, 1.27rc3): a proxy could make
 * cmd/go take contents for verified that the checksum database never listed.
 */
export const knownBypass: Rule = {
  id: 'known-bypass',
  topic: 'checksum',
  title: 'This Go verifies what a module proxy says',
  codes: ['GO.KNOWN_BYPASS'],
  judge({ environment, request }) {
    const text = request.version ?? '';
    const version = parseGoVersion(text);
    const list = parseGoproxy(settingValue(environment, 'GOPROXY'));
    if (version === undefined || !hasHoles(version) || !('entries' in list)) return [];
    const other = list.entries.find(entry => entry.kind === 'proxy' && !isTrusted(new URL(entry.url)));
    if (other?.kind !== 'proxy') return [];
    const fixed = version.minor >= 27 ? '1.27.0' : version.minor === 26 ? '1.26.6' : '1.25.13';
    return [
      finding('GO.KNOWN_BYPASS', {
        subject: `go ${text}`,
        evidence: {
          proxy: new URL(other.url).host,
          'fixed in': '1.25.13, 1.26.6',
          CVE: 'CVE-2026-42501, CVE-2026-56864, CVE-2026-56865',
        },
        fixes: [setFix('go-version', fixed)],
      }),
    ];
  },
};

function hasHoles(version: GoVersion): boolean {
  const { minor, prerelease } = version;
  if (minor >= 27) return minor === 27 && prerelease !== undefined && (prerelease.kind === 'beta' || prerelease.number < 3);
  return compareVersions(version, minor === 26 ? { major: 1, minor, patch: 6 } : { major: 1, minor: 25, patch: 13 }) < 0;
}

/** The Go project's own, and what is on this machine. */
function isTrusted(url: URL): boolean {
  return url.protocol === 'file:' || isLoopbackHost(url.hostname) || isGoProject(url.hostname);
}
