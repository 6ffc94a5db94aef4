import type { EnvironmentFacts } from '../../src/domain/project-facts.ts';
import type { ProjectWords } from './project.ts';
import { casesOf, type RuleCase } from './rule-case.ts';

type Row = EnvironmentFacts['files'][number];

const bad = (name: string, file = '/ca'): Row => ({ name, file, sizeBytes: 0, problem: 'unreadable' });
const empty = (name: string): Row => ({ name, file: '/ca', sizeBytes: 9, holds: 'no-certificate' });
const good = (name: string): Row => ({ name, file: '/ca', sizeBytes: 9, holds: 'certificates' });
const files = (...rows: readonly Row[]): ProjectWords => ({ environment: { files: rows } });

export const CERTIFICATE_CASES: readonly RuleCase[] = [
  ...casesOf('certificate-files', [
    ['Node’s is missing', files(bad('NODE_EXTRA_CA_CERTS')), ['CFG.EXTRA_CA_UNREADABLE', 'warning', 'NODE_EXTRA_CA_CERTS']],
    ['Node’s holds none', files(empty('NODE_EXTRA_CA_CERTS')), ['CFG.EXTRA_CA_UNREADABLE', 'warning', 'NODE_EXTRA_CA_CERTS']],
    ['Go’s file is missing', files(bad('SSL_CERT_FILE')), ['CFG.CERT_FILE_UNREADABLE', 'warning', 'SSL_CERT_FILE']],
    [
      'Go’s file and directory are missing',
      files(bad('SSL_CERT_FILE'), bad('SSL_CERT_DIR')),
      ['CFG.CERT_FILE_UNREADABLE', 'error', 'SSL_CERT_FILE'],
      ['CFG.CERT_FILE_UNREADABLE', 'error', 'SSL_CERT_DIR'],
    ],
    ['one directory of two is good', files(bad('SSL_CERT_DIR', '/gone'), good('SSL_CERT_DIR'))],
    ['Go’s file on macOS, which does not read it', { environment: { os: 'darwin', files: [bad('SSL_CERT_FILE')] } }],
    [
      'git’s is missing',
      files(bad('GIT_SSL_CAINFO'), bad('http.sslcainfo')),
      ['CFG.CERT_FILE_UNREADABLE', 'warning', 'GIT_SSL_CAINFO'],
      ['CFG.CERT_FILE_UNREADABLE', 'warning', 'http.sslcainfo'],
    ],
    ['a file that is too large to look at', files({ name: 'SSL_CERT_FILE', file: '/ca', sizeBytes: 9e9, problem: 'too-large' })],
    ['good ones', files(good('NODE_EXTRA_CA_CERTS'), good('SSL_CERT_FILE'), good('SSL_CERT_DIR'), good('GIT_SSL_CAINFO'))],
  ]),
  ...casesOf('tls-verification', [
    ['Node', { variables: { NODE_TLS_REJECT_UNAUTHORIZED: '0' } }, ['CFG.TLS_DISABLED', 'error', 'NODE_TLS_REJECT_UNAUTHORIZED']],
    ['git by a variable', { variables: { GIT_SSL_NO_VERIFY: '' } }, ['CFG.GIT_TLS_DISABLED', 'warning', 'GIT_SSL_NO_VERIFY']],
    [
      'git by its configuration',
      { environment: { git: { 'http.sslverify': 'false' } } },
      ['CFG.GIT_TLS_DISABLED', 'warning', 'http.sslverify'],
    ],
    [
      'git for one host',
      { environment: { git: { 'http.https://a.example/.sslverify': 'off', 'http.sslverify': 'true' } } },
      ['CFG.GIT_TLS_DISABLED', 'warning', 'http.https://a.example/.sslverify'],
    ],
    ['verified', { variables: { NODE_TLS_REJECT_UNAUTHORIZED: '1' }, environment: { git: { 'http.sslverify': 'true' } } }],
  ]),
];
