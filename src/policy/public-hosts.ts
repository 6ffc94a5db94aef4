import { addressClass } from './address-class.ts';
import { unbracket } from './ip-address.ts';

/** Whether the Go project runs this host: the public proxy, the checksum database, their names on the mainland. */
export function isGoProject(hostname: string): boolean {
  return /(?:^|\.)golang\.(?:org|google\.cn)$/u.test(hostname.toLowerCase());
}

/** Hosts of public modules that a private repository may share with them: a rule for the host says nothing of one module. */
const SHARED_HOSTS: readonly string[] = [
  'bitbucket.org',
  'codeberg.org',
  'dev.azure.com',
  'git.sr.ht',
  'gitea.com',
  'gitee.com',
  'github.com',
  'gitlab.com',
  'go.googlesource.com',
  'gopkg.in',
  'ssh.dev.azure.com',
  'vs-ssh.visualstudio.com',
];

/** Hosts whose modules are public: names in front of repositories elsewhere. */
const PUBLIC_HOSTS: readonly string[] = (
  'buf.build cel.dev cloud.google.com connectrpc.com cuelang.org dario.cat filippo.io gioui.org go.etcd.io go.mongodb.org go.opencensus.io ' +
  'go.opentelemetry.io go.starlark.net go.temporal.io go.uber.org gocloud.dev gonum.org gorm.io gotest.tools gvisor.dev helm.sh honnef.co ' +
  'inet.af istio.io k8s.io knative.dev lukechampine.com modernc.org mvdan.cc nhooyr.io oras.land pgregory.net rsc.io sigs.k8s.io ' +
  'software.sslmate.com sourcegraph.com tailscale.com tinygo.org zombiezen.com'
).split(' ');

/** Whether public modules live there, alone or beside private ones, or it is a host of the Go project. */
export function isPublicHost(hostname: string): boolean {
  const host = hostname.toLowerCase();
  return SHARED_HOSTS.includes(host) || PUBLIC_HOSTS.includes(host) || isGoProject(host);
}

/**
 * Top-level names that the public DNS does not have and never will: RFC 2606, RFC 6762, RFC 8375, ICANN's `internal` (2024), and those
 * that ICANN has put off for good because companies use them (`corp`, `home`, `mail`, 2018), with common ones of routers.
 */
const PRIVATE_SUFFIXES: readonly string[] = [
  'corp',
  'home',
  'home.arpa',
  'internal',
  'intranet',
  'invalid',
  'lan',
  'local',
  'localdomain',
  'localhost',
  'private',
  'test',
];

/** Whether a host can only be in a private network: by its last labels, or by its address. */
export function isPrivateHost(hostname: string): boolean {
  const host = unbracket(hostname.toLowerCase()).replace(/:\d+$/u, '');
  if (['private', 'shared', 'loopback', 'link-local'].includes(addressClass(host))) return true;
  return PRIVATE_SUFFIXES.some(suffix => host.endsWith(`.${suffix}`));
}
