import { ARCHIVE_CAUSES } from './cause-archive.ts';
import { BODY_CAUSES } from './cause-body.ts';
import { CERTIFICATE_CAUSES } from './cause-certificate.ts';
import { DISK_CAUSES } from './cause-disk.ts';
import { DNS_CAUSES } from './cause-dns.ts';
import { GO_CAUSES } from './cause-go.ts';
import { HTTP_CAUSES } from './cause-http.ts';
import { PAGE_CAUSES } from './cause-page.ts';
import { PROXY_CAUSES } from './cause-proxy.ts';
import type { CauseRule } from './cause-rule.ts';
import { SEEN_CAUSES } from './cause-seen.ts';
import { TCP_CAUSES } from './cause-tcp.ts';
import { TLS_CAUSES } from './cause-tls.ts';

/** Every cause that can be found. Several rules may speak for one code; their evidence counts together. */
export const CAUSE_RULES: readonly CauseRule[] = [
  ...DNS_CAUSES,
  ...TCP_CAUSES,
  ...PROXY_CAUSES,
  ...TLS_CAUSES,
  ...CERTIFICATE_CAUSES,
  ...HTTP_CAUSES,
  ...PAGE_CAUSES,
  ...BODY_CAUSES,
  ...ARCHIVE_CAUSES,
  ...DISK_CAUSES,
  ...GO_CAUSES,
  ...SEEN_CAUSES,
];
