import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Code } from '../../src/domain/catalogue.ts';
import { tarEntry, tarGz } from '../fakes/archives.ts';
import { makeCertificate } from '../servers/certificates.ts';
import { type MirrorFault, startMirror } from '../servers/mirror.ts';
import { closedPort, respond, startOrigin } from '../servers/origin.ts';
import { startSilent } from '../servers/silent.ts';
import { makeFakeGo } from './fake-go.ts';
import { GO, HOST_PLATFORM } from './install-runs.ts';

/** One server that must never lead to an installation. */
export interface BadSource {
  /** Base address, as a user writes it into `sources`. */
  readonly url: string;
  /** Inputs that are needed to reach it at all. */
  readonly inputs?: Readonly<Record<string, string>>;
  readonly close: () => Promise<void>;
}

export interface BadSourceCase {
  readonly name: string;
  /** What the attempt ends with. */
  readonly code: Code;
  /** Cause of the run when all sources are so; default: `code`. */
  readonly cause?: Code;
  readonly exitCode: number;
  /** It keeps us waiting, so the run ends by its budget. */
  readonly stalls?: boolean;
  /** `directory`: a place for files that live as long as the case. */
  start(directory: string): Promise<BadSource>;
}

const { fileName, bytes } = GO.tarGz;
const OTHER = makeFakeGo({ version: '1.26.7', platform: HOST_PLATFORM, sourceFileCount: 40 });
const HALF = Math.floor(bytes.length / 2);

const mirror =
  (fault: MirrorFault, options: { readonly ranges?: boolean } = {}): BadSourceCase['start'] =>
  () =>
    startMirror({ files: { [fileName]: bytes }, fault, ...options });

const serving =
  (content: Buffer): BadSourceCase['start'] =>
  () =>
    startMirror({ files: { [fileName]: content } });

/** Whatever may stand at the other end of an address. */
export const BAD_SOURCES: readonly BadSourceCase[] = [
  // First, because whoever runs them at the same time waits for these the longest.
  {
    name: 'says nothing to a TLS handshake',
    code: 'TLS.HANDSHAKE_STALL',
    cause: 'BUDGET.TOTAL',
    exitCode: 75,
    stalls: true,
    start: startSilentTls,
  },
  { name: 'says nothing', code: 'HTTP.TTFB_STALL', cause: 'BUDGET.TOTAL', exitCode: 75, stalls: true, start: startSilent },
  {
    name: 'stops in the body',
    code: 'BODY.STALL',
    cause: 'BUDGET.TOTAL',
    exitCode: 75,
    stalls: true,
    start: mirror({ kind: 'stall', afterBytes: HALF }),
  },
  // With ranges the rest would be fetched, half of the rest with each answer.
  {
    name: 'cuts the body and knows no ranges',
    code: 'BODY.TRUNCATED',
    exitCode: 75,
    start: mirror({ kind: 'cut', afterBytes: HALF }, { ranges: false }),
  },
  { name: 'resets in the body', code: 'BODY.RESET', exitCode: 75, start: startReset },
  {
    name: 'cuts a body of unknown length',
    code: 'ARC.TRUNCATED',
    exitCode: 73,
    start: mirror({ kind: 'cut-unframed', afterBytes: HALF }),
  },
  { name: 'sends an empty body', code: 'ARC.TRUNCATED', exitCode: 73, start: serving(Buffer.alloc(0)) },
  { name: 'answers with a web page', code: 'HTTP.HTML', cause: 'HTTP.PORTAL', exitCode: 72, start: mirror({ kind: 'html' }) },
  {
    name: 'flips a byte that gzip does not check',
    code: 'VER.CHECKSUM_PIN',
    exitCode: 73,
    start: mirror({ kind: 'flip', atByte: 5 }),
  },
  { name: 'flips a byte of the content', code: 'ARC.CORRUPT', exitCode: 73, start: mirror({ kind: 'flip', atByte: HALF }) },
  { name: 'serves another archive', code: 'VER.CHECKSUM_PIN', exitCode: 73, start: serving(OTHER.tarGz.bytes) },
  {
    name: 'does not have it',
    code: 'HTTP.NOT_FOUND',
    cause: 'VERSION.NOT_SERVED',
    exitCode: 72,
    start: mirror({ kind: 'status', status: 404 }),
  },
  {
    name: 'refuses it',
    code: 'HTTP.FORBIDDEN',
    cause: 'VERSION.NOT_SERVED',
    exitCode: 72,
    start: mirror({ kind: 'status', status: 403 }),
  },
  { name: 'limits the rate', code: 'HTTP.RATE_LIMIT', exitCode: 75, start: mirror({ kind: 'status', status: 429 }) },
  { name: 'fails', code: 'HTTP.SERVER', exitCode: 75, start: mirror({ kind: 'status', status: 500 }) },
  {
    name: 'is not there',
    code: 'TCP.REFUSED',
    exitCode: 72,
    start: async () => ({ url: `http://127.0.0.1:${await closedPort()}/dl`, close: async () => {} }),
  },
  { name: 'closes without an answer', code: 'HTTP.EMPTY', exitCode: 72, start: () => startOrigin(socket => socket.end()) },
  {
    name: 'does not speak HTTP',
    code: 'HTTP.NOT_HTTP',
    exitCode: 72,
    start: () => startOrigin(socket => socket.end('220 mail\r\n')),
  },
  { name: 'redirects in a circle', code: 'HTTP.LOOP', exitCode: 72, start: startCircle },
  { name: 'redirects from https to http', code: 'HTTP.DOWNGRADE', exitCode: 72, start: startDowngrade },
  { name: 'sends a bomb', code: 'ARC.LIMIT', exitCode: 73, start: () => startMirror({ files: { [fileName]: bomb() } }) },
  {
    name: 'sends a name that leads out',
    code: 'ARC.NAME',
    exitCode: 73,
    start: serving(smallTree([tarEntry({ name: 'go/../../outside', content: 'x' })])),
  },
  {
    name: 'sends a symbolic link',
    code: 'ARC.TYPE',
    exitCode: 73,
    start: serving(smallTree([tarEntry({ name: 'go/src/link', type: '2', linkName: '/etc/passwd' })])),
  },
  { name: 'sends no gzip', code: 'ARC.NOT_GZIP', exitCode: 73, start: serving(Buffer.alloc(4_096, 'x')) },
];

function smallTree(extra: readonly Buffer[]): Buffer {
  return tarGz([tarEntry({ name: 'go/VERSION', content: `go${GO.version}\n` }), ...extra]);
}

/** Says that 600 MiB follow, and that they are zeros. */
function bomb(): Buffer {
  const mebibytes = 600;
  const header = tarEntry({ name: 'go/src/zeros', declaredBytes: mebibytes * 1_048_576 });
  const zeros = gzipSync(Buffer.alloc(1_048_576));
  // A gzip file may have several members.
  return Buffer.concat([gzipSync(header), ...Array.from({ length: mebibytes }, () => zeros)]);
}

/** With a pause, for a reset also takes away what was received and not read yet. */
function startReset(): ReturnType<typeof startOrigin> {
  return startOrigin(socket => {
    socket.write(`HTTP/1.1 200 OK\r\ncontent-length: ${bytes.length}\r\n\r\n`);
    socket.write(bytes.subarray(0, HALF));
    setTimeout(() => socket.resetAndDestroy(), 500);
  });
}

/** Accepts the connection and leaves it at that. */
async function startSilentTls(): Promise<BadSource> {
  const { url, close } = await startSilent();
  return { url: url.replace('http:', 'https:'), close };
}

function startCircle(): ReturnType<typeof startOrigin> {
  return startOrigin((socket, { target }) => respond(socket, { status: 302, headers: { location: target } }));
}

async function startDowngrade(directory: string): Promise<BadSource> {
  const authority = makeCertificate({ name: 'authority' });
  const { cert, key } = makeCertificate({ name: 'server', issuer: authority, names: ['127.0.0.1'] });
  const plain = await startMirror({ files: { [fileName]: bytes } });
  const secure = await startMirror({ files: {}, fault: { kind: 'redirect', base: plain.url }, tls: { cert, key } });
  const caFile = join(directory, 'ca.pem');
  await writeFile(caFile, authority.cert);
  const close = async (): Promise<void> => {
    await Promise.all([plain.close(), secure.close()]);
  };
  return { url: secure.url, inputs: { 'ca-file': caFile }, close };
}
