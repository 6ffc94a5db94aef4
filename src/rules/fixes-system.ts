import type { Code } from '../domain/catalogue.ts';
import { CHECKSUM_DATABASE_ALIAS } from '../domain/checksum-database.ts';

interface SystemFix {
  /** Undefined: on every system. */
  readonly system?: 'linux' | 'macos' | 'windows';
  readonly title: string;
  readonly text: string;
}

const TRUST_CA: readonly SystemFix[] = [
  {
    system: 'linux',
    title: 'Debian, Ubuntu: trust the CA',
    text: 'sudo cp ca.crt /usr/local/share/ca-certificates/ && sudo update-ca-certificates',
  },
  {
    system: 'linux',
    title: 'RHEL, Fedora: trust the CA',
    text: 'sudo cp ca.crt /etc/pki/ca-trust/source/anchors/ && sudo update-ca-trust',
  },
  {
    system: 'macos',
    title: 'macOS: trust the CA',
    text: 'sudo security add-trusted-cert -d -r trustRoot -k /Library/Keychains/System.keychain ca.crt',
  },
  { system: 'windows', title: 'Windows: trust the CA', text: 'certutil -addstore -f Root ca.crt' },
  { title: 'For Node and this program', text: 'NODE_EXTRA_CA_CERTS=/path/to/ca.crt' },
];

const GIT_CA: readonly SystemFix[] = [
  { title: 'For git', text: 'git config --global http.sslCAInfo /path/to/ca.crt' },
  {
    system: 'windows',
    title: 'For git on Windows, use the store of the system',
    text: 'git config --global http.sslBackend schannel',
  },
];

const FLUSH_DNS: readonly SystemFix[] = [
  { system: 'linux', title: 'Forget kept answers', text: 'resolvectl flush-caches' },
  { system: 'macos', title: 'Forget kept answers', text: 'sudo dscacheutil -flushcache; sudo killall -HUP mDNSResponder' },
  { system: 'windows', title: 'Forget kept answers', text: 'ipconfig /flushdns' },
];

const LOOK_AT_DISK: readonly SystemFix[] = [
  { system: 'linux', title: 'Look what is full', text: 'df -h; df -i' },
  { system: 'macos', title: 'Look what is full', text: 'df -h; df -i' },
  { system: 'windows', title: 'Look what is full', text: 'Get-PSDrive -PSProvider FileSystem' },
  { title: 'Go: remove kept modules and results', text: 'go clean -modcache -cache' },
];

/** Commands by operating system, from the manuals of the tools. None of them switches a check off. */
export const SYSTEM_FIXES: Readonly<Partial<Record<Code, readonly SystemFix[]>>> = {
  'TLS.INTERCEPTED': [...TRUST_CA, ...GIT_CA],
  'TLS.UNTRUSTED': TRUST_CA,
  'TLS.SELF_SIGNED': TRUST_CA,
  'TLS.UNTRUSTED_GIT': GIT_CA,
  'CLOCK.SKEW': [
    { system: 'linux', title: 'Synchronise the clock (systemd)', text: 'sudo timedatectl set-ntp true' },
    { system: 'linux', title: 'Synchronise the clock (chrony)', text: 'sudo chronyc makestep' },
    { system: 'macos', title: 'Synchronise the clock', text: 'sudo sntp -sS time.apple.com' },
    { system: 'windows', title: 'Synchronise the clock', text: 'w32tm /resync /force' },
    { title: 'In a virtual machine', text: 'Switch on time synchronisation with the host' },
  ],
  'DNS.NXDOMAIN': FLUSH_DNS,
  'DNS.FILTERED': FLUSH_DNS,
  'DNS.BOGON': FLUSH_DNS,
  'DNS.HIJACK': FLUSH_DNS,
  'DNS.SERVFAIL': FLUSH_DNS,
  'DNS.SEARCH_WILDCARD': [
    { title: 'Kubernetes: in the pod', text: 'dnsConfig: {options: [{name: ndots, value: "2"}]}' },
    { system: 'linux', title: 'In /etc/resolv.conf', text: 'options ndots:1' },
  ],
  'PATH.MTU': [
    { system: 'linux', title: 'Lower the MTU', text: 'sudo ip link set dev eth0 mtu 1400' },
    { system: 'linux', title: 'Docker: in /etc/docker/daemon.json', text: '{"mtu": 1400}' },
    { system: 'macos', title: 'Lower the MTU', text: 'sudo networksetup -setMTU en0 1400' },
    { system: 'windows', title: 'Lower the MTU', text: 'netsh interface ipv4 set subinterface "Ethernet" mtu=1400' },
  ],
  'FS.NO_SPACE': LOOK_AT_DISK,
  'FS.NO_INODES': LOOK_AT_DISK,
  'TCP.NO_PORTS': [
    { system: 'linux', title: 'See which connections hold them', text: 'ss -tan; cat /proc/sys/net/ipv4/ip_local_port_range' },
    { system: 'linux', title: 'Widen the range', text: 'sudo sysctl -w net.ipv4.ip_local_port_range="1024 65535"' },
    { system: 'macos', title: 'Widen the range', text: 'sudo sysctl -w net.inet.ip.portrange.first=16384' },
    { system: 'windows', title: 'See the range', text: 'netsh int ipv4 show dynamicport tcp' },
  ],
  'FS.FD_LIMIT': [{ title: 'Raise the limit', text: 'ulimit -n 65536' }],
  'FS.WIN_PATH': [
    {
      system: 'windows',
      title: 'Allow long paths',
      text: 'Set-ItemProperty HKLM:\\SYSTEM\\CurrentControlSet\\Control\\FileSystem LongPathsEnabled 1',
    },
    { system: 'windows', title: 'git: allow long paths', text: 'git config --system core.longpaths true' },
  ],
  'SELF.ADDR_CUTOFF': [
    { title: 'Give each address more time', text: 'NODE_OPTIONS=--network-family-autoselection-attempt-timeout=2500' },
  ],
  'TLS.PQ_INTOLERANT': [
    { title: 'Update the firewall or the middlebox on the path', text: '' },
    { title: 'Until then, for Go (the connection stays verified)', text: 'GODEBUG=tlsmlkem=0,tlssecpmlkem=0' },
  ],
  'TLS.MLDSA_INTOLERANT': [{ title: 'Until the firewall is updated', text: "go-version: '1.26'" }],
  'H2.STREAM': [{ title: 'For Go, use HTTP/1.1', text: 'GODEBUG=http2client=0' }],
  'H2.GOAWAY': [{ title: 'For Go, use HTTP/1.1', text: 'GODEBUG=http2client=0' }],
  'GO.SUMDB_UNREACHABLE': [
    { title: 'The alias has the same key', text: `GOSUMDB=${CHECKSUM_DATABASE_ALIAS}` },
    { title: 'Or a module proxy that serves /sumdb/', text: 'GOPROXY=https://proxy.example.com' },
  ],
  'GO.SUMDB_OFF_TOOLCHAIN': [{ title: 'Unset it', text: 'go env -u GOSUMDB; unset GOSUMDB' }],
  'GO.SUMDB_CONFIG': [{ title: 'Unset it', text: 'go env -u GOSUMDB; unset GOSUMDB' }],
  'GO.PROXY_NO_FALLBACK': [
    { title: 'Separate the entries by a pipe', text: "GOPROXY='https://first.example.com|https://second.example.com|direct'" },
  ],
  'GO.PROXY_OFF': [{ title: 'Look who sets it', text: 'go env -changed; env | grep GOPROXY' }],
  'GO.PROXY_CONFIG': [{ title: 'Write a list of URLs', text: 'GOPROXY=https://proxy.example.com,direct' }],
  'GO.PRIVATE_IN_SUMDB': [
    { title: 'Name the private path', text: 'go env -w GOPRIVATE=git.example.com/team' },
    { title: 'Behind a private proxy, also', text: 'GONOPROXY=none' },
  ],
  'GO.VCS_AUTH': [
    { title: 'Name the private path', text: 'GOPRIVATE=git.example.com/team' },
    {
      title: 'Let git use a token',
      text: 'git config --global url."https://oauth2:TOKEN@git.example.com/".insteadOf https://git.example.com/',
    },
  ],
  'GO.TOOLCHAIN_CONFIG': [{ title: 'Write a release or a mode', text: 'GOTOOLCHAIN=local' }],
  'GO.TOOLCHAIN_LOCAL': [{ title: 'Install what go.mod asks for', text: 'go-version-file: go.mod' }],
  'GO.GOSUM_MISSING': [{ title: 'On your machine', text: 'go mod tidy && git add go.sum' }],
  'GO.VENDOR': [{ title: 'On your machine', text: 'go mod vendor && git add vendor' }],
  'GO.MODULES_OFF': [{ title: 'Unset it', text: 'go env -u GO111MODULE; unset GO111MODULE' }],
  'CFG.TLS_DISABLED': [{ title: 'Remove it', text: 'unset NODE_TLS_REJECT_UNAUTHORIZED' }],
};
