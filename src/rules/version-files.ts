import { finding } from '../domain/finding.ts';
import type { Rule } from '../domain/rule.ts';
import { parseSpec } from '../domain/version-spec.ts';
import { isOlderThan } from '../policy/chosen-go.ts';

/** A version file that names an older Go than the go line of a module that is built here. A newer one is no contradiction. */
export const versionFiles: Rule = {
  id: 'version-files',
  topic: 'version',
  title: 'No version file contradicts a go line',
  codes: ['VERSION.FILES_DISAGREE'],
  judge: ({ versionFiles: files, modules, work }) => {
    const asking = [...(work === undefined ? [] : [work]), ...modules.filter(({ isMain }) => isMain).map(({ mod }) => mod)];
    return files.flatMap(({ file, version, line }) => {
      const spec = version === undefined ? undefined : parseSpec(version);
      if (version === undefined || (spec?.kind !== 'exact' && (spec?.kind !== 'minor' || spec.minor === undefined))) return [];
      const text = version.replace(/^(?:go|v)/u, '');
      const named = { text, isLine: spec.kind === 'minor', reason: file };
      const newer = asking.find(({ go }) => go !== undefined && isOlderThan(named, go.text));
      if (newer?.go === undefined) return [];
      return [
        finding('VERSION.FILES_DISAGREE', {
          subject: file,
          message: `${file} names Go ${text}, and ${newer.file} requires go >= ${newer.go.text}`,
          evidence: { [file]: text, [newer.file]: newer.go.text },
          fixes: [{ title: `Write into ${file}`, kind: 'edit', text: newer.go.text, risk: 'none' }],
          location: { file, ...(line === undefined ? {} : { line }) },
        }),
      ];
    });
  },
};
