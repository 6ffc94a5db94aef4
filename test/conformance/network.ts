import { execFileSync } from 'node:child_process';
import { accessSync, chmodSync, constants, mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Settings by which this machine reaches the network; nothing else of its environment is handed to a run. */
const NETWORK_NAMES = ['NODE_EXTRA_CA_CERTS', 'SSL_CERT_FILE', 'SSL_CERT_DIR', 'HTTPS_PROXY', 'HTTP_PROXY', 'NO_PROXY'];

/** The module proxies of this machine: GOPROXY, else what `go` ($GO names another) says. Undefined when there is none. */
export function goproxy(): string | undefined {
  const value = process.env['GOPROXY'] ?? goEnv('GOPROXY');
  return value === undefined || value === '' || value === 'off' || value === 'direct' ? undefined : value;
}

function goEnv(name: string): string | undefined {
  try {
    return execFileSync(process.env['GO'] ?? 'go', ['env', name], { encoding: 'utf8' }).trim();
  } catch {
    return undefined;
  }
}

/** Why the tests with the real network cannot run here; undefined when they can. */
export function whyNoNetwork(): string | undefined {
  return goproxy() === undefined ? 'no Go module proxy is configured (GOPROXY)' : undefined;
}

/** Environment of a run that may use the network as this machine does. */
export function networkEnv(): Record<string, string | undefined> {
  const env: Record<string, string | undefined> = { GOPROXY: goproxy() };
  for (const name of NETWORK_NAMES) env[name] = process.env[name];
  return env;
}

/**
 * Environment of a run that reaches loopback only: everything else must pass a proxy at which nobody listens. So the
 * checksum database is out of reach on every machine.
 */
export function loopbackEnv(): Record<string, string | undefined> {
  return { GOPROXY: 'off', HTTPS_PROXY: 'http://127.0.0.1:1', HTTP_PROXY: 'http://127.0.0.1:1' };
}

/**
 * Where whole Go trees are installed again and again. Memory if there is enough of it that may hold programs: on ext4
 * without a journal, making files gets ten times slower after a few rounds of deleting thousands.
 */
export function scratchDirectory(): string {
  const memory = '/dev/shm';
  try {
    accessSync(memory, constants.W_OK);
    const { bavail, bsize } = statfsSync(memory);
    if (bavail * bsize < 4 * 2 ** 30) return tmpdir();
    const probe = mkdtempSync(join(memory, 'exec-'));
    try {
      const script = join(probe, 'run');
      writeFileSync(script, '#!/bin/sh\n');
      chmodSync(script, 0o755);
      execFileSync(script);
    } finally {
      rmSync(probe, { recursive: true });
    }
    return memory;
  } catch {
    return tmpdir();
  }
}
