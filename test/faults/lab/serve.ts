import { writeFileSync } from 'node:fs';
import { type DnsAnswer, RCODE, startDns } from '../../servers/dns.ts';
import { HTTP_FAULTS } from '../../servers/http-faults.ts';
import { startOrigin } from '../../servers/origin.ts';
import { startProxy } from '../../servers/proxy.ts';
import { PROXY_FAULTS } from '../../servers/proxy-faults.ts';
import { tlsSettings } from '../../servers/tls-faults.ts';

/** What runs inside a namespace; JSON-safe. */
export interface ServePlan {
  /** Answers by name; `*` for every other; without it NXDOMAIN. Port 53 of 127.0.0.1. */
  readonly dns?: Readonly<Record<string, DnsAnswer>>;
  /** Servers of http, with an entry of HTTP_FAULTS each. */
  readonly http?: readonly { readonly host: string; readonly port: number; readonly fault: string }[];
  /** Proxies, with an entry of PROXY_FAULTS or a real tunnel. */
  readonly proxies?: readonly { readonly host: string; readonly port: number; readonly fault?: string }[];
  /** Servers of https with a sound certificate for go.fault.test, whose root is written to a file. */
  readonly https?: readonly { readonly host: string; readonly port: number; readonly rootFile: string }[];
}

export async function serve(plan: ServePlan & { readonly readyFile: string }): Promise<void> {
  const { dns, http = [], proxies = [], https = [] } = plan;
  if (dns !== undefined) {
    await startDns(name => dns[name] ?? dns['*'] ?? { rcode: RCODE.NXDOMAIN }, { host: '127.0.0.1', port: 53 });
  }
  for (const { host, port, fault } of http) {
    await startOrigin(HTTP_FAULTS[fault] ?? (() => undefined), { host, port });
  }
  for (const { host, port, fault } of proxies) {
    const onConnect = PROXY_FAULTS[fault ?? ''];
    await startProxy({ host, port, ...(onConnect === undefined ? {} : { onConnect }) });
  }
  for (const { host, port, rootFile } of https) {
    const { root, tls } = tlsSettings('healthy');
    writeFileSync(rootFile, root.cert);
    await startOrigin(HTTP_FAULTS['healthy'] ?? (() => undefined), { host, port, tls });
  }
  writeFileSync(plan.readyFile, '');
}
