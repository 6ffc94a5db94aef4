import { describe, expect, it } from 'vitest';
import { findingsOfLog } from '../../src/policy/decoded-findings.ts';
import { createDecoder } from '../../src/policy/decoder.ts';
import { createLineReader } from '../../src/policy/log-lines.ts';

function firstCode(log: string): string {
  const decoder = createDecoder();
  const reader = createLineReader((text, number) => decoder.hear({ text, number, stream: '' }));
  reader.push(log);
  reader.end();
  return findingsOfLog(decoder.result(), { subject: 'x', file: undefined })[0]?.code ?? 'none';
}

/** The same faults in the words of other programs, and of other versions, than those that test/conformance/logs.test.ts records. */
describe('the words of curl and git', () => {
  it.each([
    // curl up to 7.84, and git with it.
    ['PROXY.AUTH', 'curl: (56) Received HTTP code 407 from proxy after CONNECT'],
    ['PROXY.DENIED', 'curl: (56) Received HTTP code 403 from proxy after CONNECT'],
    ['PROXY.UPSTREAM', 'curl: (56) Received HTTP code 503 from proxy after CONNECT'],
    ['PROXY.DENIED', "fatal: unable to access 'https://h.example.com/': Received HTTP code 403 from proxy after CONNECT"],
    ['PROXY.DNS', "fatal: unable to access 'https://h.example.com/': Could not resolve proxy: p.example.com"],
    ['TCP.REFUSED', "fatal: unable to access 'https://h.example.com/': Failed to connect to h port 443: Connection refused"],
    ['TCP.TIMEOUT', "fatal: unable to access 'https://h.example.com/': Failed to connect to h port 443: Connection timed out"],
    ['TCP.TIMEOUT', 'curl: (28) Failed to connect to h.example.com port 443: Connection timed out'],
    ['TCP.HOST_UNREACH', 'curl: (7) Failed to connect to h.example.com port 443: No route to host'],
    // From 7.85 it says the same of every failure, and only the time tells silence from an answer; from 8.9 in other words.
    ['TCP.TIMEOUT', "curl: (7) Failed to connect to h.example.com port 443 after 134281 ms: Couldn't connect to server"],
    [
      'TCP.TIMEOUT',
      "fatal: unable to access 'https://h/': Failed to connect to h port 443 after 75014 ms: Could not connect to server",
    ],
    [
      'TCP.REFUSED',
      "fatal: unable to access 'https://h/': Failed to connect to h port 443 after 2 ms: Could not connect to server",
    ],
    ['TLS.NAME', "curl: (60) SSL: no alternative certificate subject name matches target ipv4 address '192.0.2.1'"],
    ['TLS.NAME', "fatal: unable to access 'https://h/': SSL: certificate subject name 'a' does not match target host name 'h'"],
    ['CFG.CERT_FILE_UNREADABLE', "fatal: unable to access 'https://h/': error setting certificate file: /etc/none.pem"],
    [
      'PATH.CLOSED',
      "fatal: unable to access 'https://h/': GnuTLS recv error (-110): The TLS connection was non-properly terminated.",
    ],
    ['PATH.RESET', "fatal: unable to access 'https://h/': GnuTLS recv error (-54): Error in the pull function."],
    ['BODY.TRUNCATED', 'error: RPC failed; curl 18 transfer closed with outstanding read data remaining'],
  ])('tell %s: %s', (code, log) => {
    expect(firstCode(log)).toBe(code);
  });
});

describe('the words of ssh, wget and Node', () => {
  it.each([
    ['TCP.REFUSED', 'ssh: connect to host git.example.com port 22: Connection refused'],
    ['TCP.TIMEOUT', 'ssh: connect to host git.example.com port 22: Connection timed out'],
    ['TCP.PROHIBITED', 'ssh: connect to host 192.0.2.1 port 22: Permission denied'],
    ['DNS.SERVER', 'ssh: Could not resolve hostname git.example.com: Temporary failure in name resolution'],
    ['DNS.NXDOMAIN', 'ssh: Could not resolve hostname git.example.com: Name or service not known'],
    ['PATH.CLOSED', 'kex_exchange_identification: Connection closed by remote host'],
    ['DNS.NXDOMAIN', "wget: bad address 'go.example.com'"],
    ['TCP.REFUSED', "wget: can't connect to remote host (192.0.2.1): Connection refused"],
    ['TCP.REFUSED', 'Connecting to go.example.com (go.example.com)|192.0.2.1|:443... failed: Connection refused.'],
    ['TCP.TIMEOUT', 'Connecting to go.example.com (go.example.com)|192.0.2.1|:443... failed: Connection timed out.'],
    ['TCP.PROHIBITED', 'Error: connect EACCES 192.0.2.1:443 - Local (0.0.0.0:0)'],
  ])('tell %s: %s', (code, log) => {
    expect(firstCode(log)).toBe(code);
  });
});

it.each([
  ['PROXY.UNREACHABLE', 'go: a@v1: Get "https://h/a": proxyconnect tcp: dial tcp 192.0.2.1:3128: connect: permission denied'],
  ['TCP.PROHIBITED', 'go: a@v1: Get "https://h/a": dial tcp 192.0.2.1:443: connect: permission denied'],
  ['TCP.PROHIBITED', 'go: a@v1: Get "https://h/a": dial tcp 192.0.2.1:443: socket: operation not permitted'],
])('a connection that the kernel forbids is no file without permission: %s', (code, log) => {
  expect(firstCode(log)).toBe(code);
});

describe('an older Go than the module asks for', () => {
  it.each([
    ['GO.TOOLCHAIN_LOCAL', 'go: module ../lib requires go >= 1.25 (running go 1.24.1; go.work sets go 1.24)'],
    ['GO.TOOLCHAIN_LOCAL', 'go: a@v1.2.3 requires go >= 1.25.0 (running go 1.24.1)'],
    ['GO.TOOLCHAIN_LOCAL', "go: errors parsing go.mod:\n/src/go.mod:3: invalid go version '1.21.0': must match format 1.23"],
    ['GO.TOOLCHAIN_LOCAL', 'go: errors parsing go.mod:\n/src/go.mod:5: unknown directive: toolchain'],
    // What no Go reads.
    ['GO.MOD_SYNTAX', "go: errors parsing go.mod:\n/src/go.mod:3: invalid go version 'v1.21': must match format 1.23"],
    ['GO.MOD_SYNTAX', 'go: errors parsing go.mod:\n/src/go.mod:5: unknown directive: toolchian'],
    // A word of progress.
    ['none', 'go: a@v1.2.3 requires go >= 1.25.0; switching to go1.25.3'],
  ])('is told as %s: %s', (code, log) => {
    expect(firstCode(log)).toBe(code);
  });
});

describe('the words of shells that have no go', () => {
  it.each([
    '/bin/sh: eval: line 143: go: not found',
    '/scripts-1-2/step_script: eval: line 140: go: not found',
    'make: go: No such file or directory',
    'make[1]: go: Command not found',
    '/usr/bin/env: ‘go’: No such file or directory',
    "env: 'go': No such file or directory",
    'level=fatal msg="exec: \\"go\\": executable file not found in $PATH"',
  ])('tell GO.NOT_ON_PATH: %s', log => {
    expect(firstCode(log)).toBe('GO.NOT_ON_PATH');
  });
});
