import type { Code } from '../domain/catalogue.ts';
import { CHECKSUM_DATABASE, CHECKSUM_DATABASE_ALIAS } from '../domain/checksum-database.ts';
import type { Fix } from '../domain/finding.ts';

type Values = Readonly<Record<string, string>>;

const command = (title: string, text: string): Fix => ({ title, kind: 'command', text, risk: 'none' });
const setting = (title: string, text: string): Fix => ({ title, kind: 'setting', text, risk: 'none' });
const edit = (title: string, text: string): Fix => ({ title, kind: 'edit', text, risk: 'none' });

/** `host/org` of a module path, as GOPRIVATE takes it; a placeholder where the log names no module. */
function privatePattern({ subject = '' }: Values): string {
  const path = subject.replace(/^https?:\/\//u, '').replace(/@.*$/u, '');
  return /^[a-z0-9.-]+\.[a-z]{2,}(?:\/|$)/iu.test(path) ? path.split('/').slice(0, 2).join('/') : 'HOST/ORGANISATION';
}

const TIDY = [command('Bring go.mod and go.sum up to date, then commit both', 'go mod tidy')] as const;
const PRIVATE = (values: Values): readonly Fix[] => [setting('Name the private path', `GOPRIVATE=${privatePattern(values)}`)];
const TRUST_CA: readonly Fix[] = [
  command('Trust the CA (Debian, Ubuntu)', 'cp ca.crt /usr/local/share/ca-certificates/ && update-ca-certificates'),
  command('Trust the CA (RHEL, Fedora)', 'cp ca.crt /etc/pki/ca-trust/source/anchors/ && update-ca-trust'),
];

/** Exact repairs for what a log shows; a code without a row has the general one of the catalogue. None weakens verification. */
const FIXES: { readonly [C in Code]?: (values: Values) => readonly Fix[] } = {
  'FS.NO_SPACE': () => [command('See which file system is full, of bytes or of inodes', 'df -h; df -i')],
  'FS.GOCACHE': () => [command('See how much room the build cache has', 'df -h "$(go env GOCACHE)"; df -i "$(go env GOCACHE)"')],
  'FS.PERMISSION': ({ subject }) =>
    subject?.startsWith('/') ? [command('See who owns it', `ls -ld '${subject.replaceAll("'", '')}'; id`)] : [],
  'HOST.MEMORY': () => [setting('Build one package at a time', 'GOFLAGS=-p=1')],
  'GO.SUMDB_OFF_TOOLCHAIN': () => [command('See who sets it, then remove it', 'go env -changed; go env -u GOSUMDB')],
  'GO.SUMDB_CONFIG': () => [command('Remove the setting', 'go env -u GOSUMDB')],
  'GO.GOSUM_MISMATCH': ({ subject }) => [
    command(
      'Ask the checksum database what everybody else was given',
      `curl https://${CHECKSUM_DATABASE}/lookup/${subject ?? 'MODULE@VERSION'}`,
    ),
  ],
  'GO.GOSUM_MISSING': () => TIDY,
  'GO.GOSUM_MALFORMED': () => [edit('Remove the lines of the merge, keep both sides', '<<<<<<< ======= >>>>>>>'), ...TIDY],
  'GO.MOD_UPDATES': () => TIDY,
  'GO.PRIVATE_IN_SUMDB': PRIVATE,
  'GO.SUMDB_UNREACHABLE': () => [
    setting('Use the other name of the same database, with the same key', `GOSUMDB=${CHECKSUM_DATABASE_ALIAS}`),
  ],
  'GO.TOOLCHAIN_LOCAL': ({ wants }) => [
    command(
      'Install the Go that is asked for',
      `setup-go-robust install ${wants?.replace(/[^\w.]/gu, '') ?? '--go-version-file go.mod'}`,
    ),
  ],
  'GO.TOOLCHAIN_ABSENT': () => [
    command('Install the Go that go.mod asks for', 'setup-go-robust install --go-version-file go.mod'),
  ],
  'GO.TOOLCHAIN_CONFIG': () => [command('See who sets it', 'go env -changed')],
  'GO.PROXY_OFF': () => [command('See who sets it', 'go env -changed')],
  'GO.PROXY_CONFIG': () => [command('See who sets it, then remove it', 'go env -changed; go env -u GOPROXY')],
  'GO.UNKNOWN_VERSION': ({ subject }) => [
    command('Show the versions that exist', `go list -m -versions ${subject?.replace(/@.*$/u, '') ?? 'MODULE'}`),
  ],
  'GO.VENDOR': () => [command('Make the vendor directory again, then commit it', 'go mod vendor')],
  'GO.FLAGS': () => [command('Remove the setting', 'go env -u GOFLAGS')],
  'GO.MODULES_OFF': () => [command('Remove the setting', 'unset GO111MODULE; go env -u GO111MODULE')],
  'GO.PACKAGE_NOT_FOUND': ({ subject }) => (subject?.includes('.') ? [command('Add the requirement', `go get ${subject}`)] : []),
  'GO.CGO_COMPILER': ({ subject }) =>
    subject?.startsWith('-')
      ? [
          command('Install a C compiler (Alpine)', 'apk add gcc musl-dev'),
          command('Install a C compiler (Debian, Ubuntu)', 'apt-get install -y gcc libc6-dev'),
          setting('Where there is one, switch cgo on', 'CGO_ENABLED=1'),
        ]
      : [],
  'GO.VERSION_MIX': () => [command('Remove the foreign root', 'unset GOROOT; go env -u GOROOT')],
  'GO.VCS_AUTH': values => [
    command('Give git a token of this host', 'git config --global url."https://oauth2:$TOKEN@HOST/".insteadOf https://HOST/'),
    ...PRIVATE(values),
  ],
  'GO.VCS_STAMP': ({ subject }) => [
    command('Trust the checkout', `git config --global --add safe.directory ${subject ?? '"$PWD"'}`),
  ],
  'TLS.UNTRUSTED': () => TRUST_CA,
  'TLS.UNTRUSTED_GIT': () => [command('Give git the CA', 'git config --global http.sslCAInfo /path/to/ca.pem')],
  'TLS.EXPIRED': () => [command('Check the clock first', 'date -u; timedatectl set-ntp true')],
  'TLS.NOT_YET': () => [command('Check the clock first', 'date -u; timedatectl set-ntp true')],
  'H2.STREAM': () => [setting('Speak HTTP/1.1', 'GODEBUG=http2client=0')],
  'H2.GOAWAY': () => [setting('Speak HTTP/1.1', 'GODEBUG=http2client=0')],
};

/** Values come from a log: what is put into a command was matched without white space, and is for people to read first. */
export function decoderFixes(code: Code, values: Values): readonly Fix[] {
  return FIXES[code]?.(safe(values)) ?? [];
}

/** Nothing that a shell would act on may get from a log into a command. */
function safe(values: Values): Values {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => /^[\w@%+=:,./~\-[\]!]*$/u.test(value)));
}
