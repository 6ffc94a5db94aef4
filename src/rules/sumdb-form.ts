import { finding } from '../domain/finding.ts';
import type { Rule } from '../domain/rule.ts';
import { settingEvidence } from '../policy/go-settings.ts';
import { unsetFix } from '../policy/setting-fixes.ts';

/** GOSUMDB is `off`, a known name, or a key `name+hash+base64`, and perhaps a URL behind it (modfetch.dbDial; note.NewVerifier). */
export const sumdbForm: Rule = {
  id: 'sumdb-form',
  topic: 'checksum',
  title: 'GOSUMDB can be read',
  codes: ['GO.SUMDB_CONFIG'],
  judge({ environment }) {
    const setting = environment.settings['GOSUMDB'];
    const problem = setting === undefined ? undefined : findProblem(setting.value);
    if (setting === undefined || problem === undefined) return [];
    const detail = { evidence: settingEvidence(setting), fixes: [unsetFix('GOSUMDB', setting)] };
    return [finding('GO.SUMDB_CONFIG', { subject: 'GOSUMDB', message: problem, ...detail })];
  },
};

const KNOWN: readonly string[] = ['sum.golang.org', 'sum.golang.google.cn'];

function findProblem(value: string): string | undefined {
  if (value === 'off') return undefined;
  const words = value.split(/\s+/u).filter(word => word !== '');
  const [key, url] = words;
  if (key === undefined) return 'GOSUMDB is empty, so that Go has no checksum database';
  if (words.length > 2) return 'GOSUMDB has more than a key and a URL';
  // The alias is known alone only; with a URL behind it, it is taken for a key.
  const isKnown = url === undefined ? KNOWN.includes(key) : key === 'sum.golang.org';
  if (!isKnown && !/^[^+\s]+\+[0-9a-f]{8}\+[A-Za-z0-9+/]{44}$/u.test(key)) {
    return 'GOSUMDB is neither off, nor a name that Go knows, nor a key';
  }
  return url === undefined || URL.canParse(url) ? undefined : 'The second word of GOSUMDB is no URL';
}
