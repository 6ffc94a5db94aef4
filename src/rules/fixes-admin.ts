import type { Code } from '../domain/catalogue.ts';
import type { Fix } from '../domain/finding.ts';
import type { FixContext } from './cause-fixes.ts';

type Make = (context: FixContext) => readonly Fix[];

const ask = (title: string, text: string): Fix => ({ title, kind: 'ask-admin', text, risk: 'none' });
const setting = (title: string, text: string): Fix => ({ title, kind: 'setting', text, risk: 'none' });
const edit = (title: string, text: string): Fix => ({ title, kind: 'edit', text, risk: 'none' });

/** `host:port` of what was asked for. */
function placeOf({ candidate }: FixContext): string {
  const { target, proxy } = candidate.step;
  return target === undefined ? (proxy?.address ?? candidate.subject) : `${target.host}:${target.port}`;
}

function variablesOf({ candidate }: FixContext): string {
  return candidate.step.proxy?.variables[0] ?? 'HTTPS_PROXY';
}

const egress: Make = context => [ask('Ask the network team to allow egress', `tcp ${placeOf(context)}`)];
const allowAtProxy: Make = context => [ask('Ask the operator of the proxy to allow', `CONNECT ${placeOf(context)}`)];
const correctProxy: Make = context => [
  setting('Correct the proxy variable', `${variablesOf(context)}=http://proxy.example.com:3128`),
];
const hostsLine: Make = ({ candidate }) => {
  const [line] = candidate.step.target?.resolve?.hosts ?? [];
  return line === undefined
    ? []
    : [edit('Remove or correct the line of the hosts file', `${line.file} line ${line.line}: ${line.address}`)];
};
const operator: Make = context => [ask('Tell the operator of the server', placeOf(context))];
const allowHost: Make = context => [ask('Ask for the host to be allowed', placeOf(context))];

/** What is asked of people, with the exact host and port, and settings with the variable that is wrong. */
export const ADMIN_FIXES: Readonly<Partial<Record<Code, Make>>> = {
  'TCP.TIMEOUT': egress,
  'TCP.PROHIBITED': egress,
  'TCP.REFUSED': context => [ask('See whether the service listens there; if it does, ask for egress', `tcp ${placeOf(context)}`)],
  'TCP.NET_UNREACH': egress,
  'TCP.ACCEPT_RESET': allowHost,
  'TCP.ACCEPT_CLOSED': allowHost,
  'TLS.RESET_ON_HELLO': allowHost,
  'TLS.CLOSED_ON_HELLO': allowHost,
  'DNS.FILTERED': allowHost,
  'DNS.BOGON': allowHost,
  'DNS.HOSTS_OVERRIDE': hostsLine,
  'PROXY.DENIED': allowAtProxy,
  'PROXY.PORT_DENIED': allowAtProxy,
  'PROXY.CLOSED': allowAtProxy,
  'PROXY.RESET': allowAtProxy,
  'PROXY.REFUSED': correctProxy,
  'PROXY.DNS': correctProxy,
  'PROXY.NOT_HTTP': correctProxy,
  'CFG.PROXY_URL_INVALID': correctProxy,
  'CFG.PROXY_URL_NO_SCHEME': correctProxy,
  'CFG.PROXY_SOCKS': correctProxy,
  'CFG.PROXY_SCHEME_MISMATCH': correctProxy,
  'CFG.HTTPS_PROXY_MISSING': () => [setting('Set it to the value of HTTP_PROXY', 'HTTPS_PROXY=$HTTP_PROXY')],
  'PROXY.AUTH': context => {
    const schemes = context.candidate.step.target?.tunnel?.schemes ?? [];
    const isTicket =
      schemes.some(name => /^(?:ntlm|negotiate|kerberos)$/iu.test(name)) && !schemes.some(name => /^basic$/iu.test(name));
    const relay = ask('Only NTLM or Negotiate is offered: run a local relay that logs in', 'HTTPS_PROXY=http://127.0.0.1:3128');
    return [
      isTicket
        ? relay
        : setting(
            'Put user and password in as a masked secret',
            `${variablesOf(context)}=http://USER:PASSWORD@${context.candidate.step.proxy?.address ?? 'proxy.example.com:3128'}`,
          ),
    ];
  },
  'TLS.EXPIRED': operator,
  'TLS.EXPIRED_INTERMEDIATE': operator,
  'TLS.MISSING_INTERMEDIATE': operator,
  'TLS.OLD_VERSION': operator,
  'TLS.WEAK_KEY': operator,
  'TLS.WEAK_SIG': operator,
  'HTTP.BLOCK_PAGE': allowHost,
  'FS.PERMISSION': ({ candidate }) => [ask('Look at its owner', `ls -ld ${candidate.step.disk?.path ?? candidate.subject}`)],
  'CACHE.PARTIAL': ({ facts }) => {
    const entries = facts.disks.flatMap(({ partialEntries = [] }) => partialEntries);
    return entries.slice(0, 3).map(entry => edit('Remove the entry', entry));
  },
};
