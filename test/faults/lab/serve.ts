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
  readonly proxies?: readonly ProxyPlan[];
  /** Servers of https with a certificate for go.fault.test of an unknown root. */
  readonly https?: readonly { readonly host: string; readonly port: number }[];
}

interface ProxyPlan {
  readonly host: string;
  readonly port: number;
  readonly fault?: string;
  /** Where every tunnel leads. */
  readonly tunnelPort?: number;
}

export async function serve(plan: ServePlan & { readonly readyFile: string }): Promise<void> {
  const { dns, http = [], proxies = [], https = [] } = plan;
  if (dns !== undefined) {
    await startDns(name => dns[name] ?? dns['*'] ?? { rcode: RCODE.NXDOMAIN }, { host: '127.0.0.1', port: 53 });
  }
  for (const { host, port, fault } of http) {
    await startOrigin(HTTP_FAULTS[fault] ?? (() => undefined), { host, port });
  }
  for (const { fault, ...proxy } of proxies) {
    const onConnect = PROXY_FAULTS[fault ?? ''];
    await startProxy({ ...proxy, ...(onConnect === undefined ? {} : { onConnect }) });
  }
  for (const { host, port } of https) {
    const { tls } = tlsSettings('healthy');
    await startOrigin(HTTP_FAULTS['healthy'] ?? (() => undefined), { host, port, tls });
  }
  writeFileSync(plan.readyFile, '');
}
