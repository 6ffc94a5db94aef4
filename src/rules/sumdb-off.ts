import { type Finding, finding } from '../domain/finding.ts';
import { toolchainVersion } from '../domain/gomod.ts';
import type { ProjectFacts } from '../domain/project-facts.ts';
import type { Rule } from '../domain/rule.ts';
import { compareVersions, parseGoVersion } from '../domain/version.ts';
import { settingEvidence, settingValue } from '../policy/go-settings.ts';
import { setFix, unsetFix } from '../policy/setting-fixes.ts';

/** GOSUMDB=off leaves new modules unverified, and makes switching to a newer toolchain impossible (modfetch.useSumDB; measured). */
export const sumdbOff: Rule = {
  id: 'sumdb-off',
  topic: 'checksum',
  title: 'The checksum database is on',
  codes: ['GO.SUMDB_OFF', 'GO.SUMDB_OFF_TOOLCHAIN'],
  judge(facts) {
    const setting = facts.environment.settings['GOSUMDB'];
    if (setting?.value !== 'off') return [];
    const evidence = settingEvidence(setting);
    const fixes = [unsetFix('GOSUMDB', setting)];
    const found: Finding[] = [finding('GO.SUMDB_OFF', { subject: 'GOSUMDB', evidence, fixes })];
    const newer = findNewer(facts);
    if (newer === undefined) return found;
    const { wanted, by, file, line } = newer;
    const detail = {
      evidence: { ...evidence, Go: facts.request.version, wanted, by },
      fixes: [...fixes, setFix('go-version', wanted)],
      ...(file === undefined ? {} : { location: { file, line } }),
    };
    return [...found, finding('GO.SUMDB_OFF_TOOLCHAIN', { subject: 'GOSUMDB', ...detail })];
  },
};

interface Newer {
  readonly wanted: string;
  readonly by: string;
  readonly file?: string;
  readonly line: number;
}

/** A version above the one that runs, to which GOTOOLCHAIN lets Go switch. */
function findNewer({ environment, modules, work, request }: ProjectFacts): Newer | undefined {
  const own = parseGoVersion(request.version ?? '');
  const toolchain = request.gotoolchain ?? settingValue(environment, 'GOTOOLCHAIN');
  if (own === undefined) return undefined;
  const isNewer = (text: string): boolean => {
    const version = parseGoVersion(text);
    return version !== undefined && compareVersions(version, own) > 0;
  };
  const named = toolchainVersion(toolchain.split('+')[0] ?? '');
  if (named !== undefined && isNewer(named)) return { wanted: named, by: 'GOTOOLCHAIN', line: 0 };
  if (toolchain !== 'auto' && !toolchain.endsWith('+auto')) return undefined;
  const main = modules.filter(({ isMain }) => isMain).map(({ mod }) => mod);
  const files = work === undefined ? main : [work, ...main];
  for (const { file, go, toolchain: line } of files) {
    if (go !== undefined && isNewer(go.text)) return { wanted: go.text, by: 'the go line', file, line: go.line };
    const version = toolchainVersion(line?.text ?? '');
    if (line !== undefined && version !== undefined && isNewer(version)) {
      return { wanted: version, by: 'the toolchain line', file, line: line.line };
    }
  }
  return undefined;
}
