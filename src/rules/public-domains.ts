/** Domains whose hosts have public addresses and public certificates: those that Go itself, its mirrors and its modules use. */
const PUBLIC_DOMAINS = [
  'go.dev',
  'golang.org',
  'google.com',
  'google.cn',
  'googleapis.com',
  'github.com',
  'githubusercontent.com',
  'gitlab.com',
  'aliyun.com',
  'nju.edu.cn',
  'hust.edu.cn',
  'goproxy.cn',
  'goproxy.io',
] as const;

/** Whether the host is in such a domain: a private address or a private CA there means that somebody stands between. */
export function isInPublicDomain(host: string): boolean {
  return PUBLIC_DOMAINS.some(domain => host === domain || host.endsWith(`.${domain}`));
}

/**
 * The registrable domain of a host, roughly: the last two labels, or three below a second-level registry such as `edu.cn`. Hosts with
 * the same one have the same owner.
 */
export function registrableDomain(host: string): string {
  const labels = host.toLowerCase().split('.');
  const isSecondLevel = /^(?:co|com|edu|ac|org|net|gov)$/u.test(labels.at(-2) ?? '') && (labels.at(-1) ?? '').length === 2;
  return labels.slice(isSecondLevel ? -3 : -2).join('.');
}
