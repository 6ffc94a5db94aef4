import type { Code } from '../domain/catalogue.ts';
import { type Finding, finding } from '../domain/finding.ts';
import type { EnvironmentFacts } from '../domain/project-facts.ts';
import type { Rule } from '../domain/rule.ts';

type Row = EnvironmentFacts['files'][number];

const READERS: Readonly<Record<string, { readonly code: Code; readonly reader: string }>> = {
  NODE_EXTRA_CA_CERTS: { code: 'CFG.EXTRA_CA_UNREADABLE', reader: 'Node' },
  SSL_CERT_FILE: { code: 'CFG.CERT_FILE_UNREADABLE', reader: 'Go' },
  SSL_CERT_DIR: { code: 'CFG.CERT_FILE_UNREADABLE', reader: 'Go' },
  GIT_SSL_CAINFO: { code: 'CFG.CERT_FILE_UNREADABLE', reader: 'git' },
  'http.sslcainfo': { code: 'CFG.CERT_FILE_UNREADABLE', reader: 'git' },
};

/** Files that are to hold CA certificates. Go reads its two variables on Linux and other systems without a store of their own (crypto/x509). */
export const certificateFiles: Rule = {
  id: 'certificate-files',
  topic: 'proxy',
  title: 'Files of CA certificates hold certificates',
  codes: ['CFG.EXTRA_CA_UNREADABLE', 'CFG.CERT_FILE_UNREADABLE'],
  judge({ environment }) {
    const isIgnoredByGo = environment.os === 'win32' || environment.os === 'darwin';
    const rows = environment.files.filter(({ name }) => !(isIgnoredByGo && name.startsWith('SSL_CERT_')));
    // Of several directories one is enough.
    const hasDirectory = rows.some(row => row.name === 'SSL_CERT_DIR' && isGood(row));
    return rows.flatMap((row): readonly Finding[] => {
      const reader = READERS[row.name];
      if (reader === undefined || isGood(row) || (row.name === 'SSL_CERT_DIR' && hasDirectory)) return [];
      return [report(row, reader, trustsNobody(rows) && reader.reader === 'Go')];
    });
  },
};

/** What was not looked at to its end is not blamed. */
function isGood({ problem, holds }: Row): boolean {
  return holds === 'certificates' || (problem === undefined && holds === undefined) || problem === 'too-large';
}

/** Both variables are set and none of what they name is good; with one of them, Go still looks into the usual places of the other. */
function trustsNobody(rows: readonly Row[]): boolean {
  const own = rows.filter(({ name }) => name.startsWith('SSL_CERT_'));
  return new Set(own.map(({ name }) => name)).size === 2 && !own.some(isGood);
}

function report(
  { name, file, problem }: Row,
  { code, reader }: { readonly code: Code; readonly reader: string },
  isSure: boolean,
): Finding {
  const state = problem === undefined ? 'there is no whole PEM certificate in it' : 'it is missing or cannot be read';
  return finding(code, {
    subject: name,
    severity: isSure ? 'error' : 'warning',
    evidence: { file, state, 'read by': reader },
    fixes: [
      { title: 'Look at it', kind: 'command', text: `ls -l '${file}'; grep -c 'BEGIN CERTIFICATE' '${file}'`, risk: 'none' },
      name === 'http.sslcainfo'
        ? { title: 'Or remove the setting', kind: 'command', text: 'git config --global --unset http.sslCAInfo', risk: 'none' }
        : { title: 'Or remove the variable', kind: 'setting', text: `unset ${name}`, risk: 'none' },
    ],
  });
}
