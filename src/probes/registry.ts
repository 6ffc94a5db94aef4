import { connectProbe } from './connect.ts';
import { directProbe } from './direct.ts';
import { missingIssuerProbe } from './missing-issuer.ts';
import { mtuProbe } from './mtu.ts';
import type { TargetProbe } from './pass.ts';
import { resolveProbe } from './resolve.ts';
import { tlsProbe } from './tls.ts';
import { tunnelProbe } from './tunnel.ts';

/** The stages of the way to a host, in order. The exchange (http.ts) comes after them, once for each URL of the host. */
export const TARGET_PROBES: readonly TargetProbe[] = [
  connectProbe,
  tunnelProbe,
  tlsProbe,
  mtuProbe,
  missingIssuerProbe,
  directProbe,
  resolveProbe,
];
