import { finding } from '../domain/finding.ts';
import type { Rule } from '../domain/rule.ts';
import { setFix, unsetFix } from '../policy/setting-fixes.ts';

/** Settings that bring back what was given up as unsafe (go.dev/doc/godebug), with the value that does it. */
const WEAK: Readonly<Record<string, readonly [value: string, effect: string]>> = {
  execerrdot: ['0', 'programs are found in the current directory'],
  httplaxcontentlength: ['1', 'a malformed Content-Length is accepted'],
  rsa1024min: ['0', 'RSA keys below 1024 bits are accepted'],
  tarinsecurepath: ['1', 'tar entries may leave their directory'],
  tls10server: ['1', 'TLS servers accept TLS 1.0'],
  tls3des: ['1', 'TLS may use 3DES'],
  tlsrsakex: ['1', 'TLS may use RSA key exchange'],
  tlssha1: ['1', 'TLS 1.2 signatures may use SHA-1'],
  tlsunsafeekm: ['1', 'keying material may be exported without extended master secret'],
  urlstrictcolons: ['0', 'malformed hosts are accepted in URLs'],
  x509negativeserial: ['1', 'certificates with a negative serial number are accepted'],
  zipinsecurepath: ['1', 'zip entries may leave their directory'],
};

/** Settings that Go dropped; they do nothing (release notes of Go 1.17 and 1.24, go.dev/doc/godebug). */
const GONE: readonly string[] = ['x509ignoreCN', 'x509sha1', 'tls13', 'tlskyber'];

/** GODEBUG holds for the go command itself and for all that runs in the job. A later setting of one name counts. */
export const goDebug: Rule = {
  id: 'go-debug',
  topic: 'environment',
  title: 'GODEBUG weakens nothing',
  codes: ['GO.DEBUG_WEAK'],
  judge({ environment }) {
    const setting = environment.settings['GODEBUG'];
    if (setting === undefined) return [];
    const pairs = setting.value.split(',').map((pair): readonly [string, string] => {
      const at = pair.indexOf('=');
      return at === -1 ? [pair.trim(), ''] : [pair.slice(0, at).trim(), pair.slice(at + 1).trim()];
    });
    const last = new Map(pairs);
    const without = (wanted: string) => {
      const rest = pairs.filter(([name]) => name !== wanted).map(([name, value]) => `${name}=${value}`);
      return rest.length === 0 ? unsetFix('GODEBUG', setting) : setFix('GODEBUG', rest.join(','), setting);
    };
    return [...last].flatMap(([name, value]) => {
      const weak = Object.hasOwn(WEAK, name) ? WEAK[name] : undefined;
      const detail = { subject: 'GODEBUG', fixes: [without(name)] };
      if (weak !== undefined && weak[0] === value) {
        return [finding('GO.DEBUG_WEAK', { ...detail, evidence: { setting: `${name}=${value}`, effect: weak[1] } })];
      }
      if (!GONE.includes(name)) return [];
      const message = `GODEBUG=${name} does nothing any more`;
      return [finding('GO.DEBUG_WEAK', { ...detail, severity: 'info', message, evidence: { setting: `${name}=${value}` } })];
    });
  },
};
