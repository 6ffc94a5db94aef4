import { createSocket, type RemoteInfo } from 'node:dgram';
import { isIP } from 'node:net';

/** What a name server does with a name. `addresses` of the other family are none: NOERROR without an answer. */
export type DnsAnswer =
  | { readonly addresses: readonly string[] }
  | { readonly rcode: number }
  | { readonly fault: 'silent' | 'garbage' };

export const RCODE = { FORMERR: 1, SERVFAIL: 2, NXDOMAIN: 3, REFUSED: 5 } as const;

export interface DnsServer {
  readonly port: number;
  /** Names that were asked for, in order, as `name A`. */
  readonly questions: readonly string[];
  close(): Promise<void>;
}

const TYPES: Readonly<Record<number, string>> = { 1: 'A', 28: 'AAAA' };

/** A name server over UDP (RFC 1035) on loopback. */
export async function startDns(
  answer: (name: string) => DnsAnswer,
  options: { readonly host?: string; readonly port?: number } = {},
): Promise<DnsServer> {
  const socket = createSocket('udp4');
  const questions: string[] = [];
  socket.on('message', (query: Buffer, from: RemoteInfo) => {
    const { name, type, end } = readQuestion(query);
    questions.push(`${name} ${TYPES[type] ?? type}`);
    const reply = replyTo(query.subarray(0, end), answer(name), type);
    if (reply !== undefined) socket.send(reply, from.port, from.address);
  });
  await new Promise<void>((resolve, reject) => {
    socket.once('error', reject);
    socket.bind(options.port ?? 0, options.host ?? '127.0.0.1', resolve);
  });
  return {
    port: socket.address().port,
    questions,
    close: () => new Promise(resolve => socket.close(() => resolve())),
  };
}

function readQuestion(query: Buffer): { readonly name: string; readonly type: number; readonly end: number } {
  const labels: string[] = [];
  let at = 12;
  for (let length = query[at] ?? 0; length > 0 && at < query.length; length = query[at] ?? 0) {
    labels.push(query.toString('latin1', at + 1, at + 1 + length));
    at += length + 1;
  }
  return { name: labels.join('.').toLowerCase(), type: query.readUInt16BE(at + 1), end: at + 5 };
}

function replyTo(question: Buffer, answer: DnsAnswer, type: number): Buffer | undefined {
  if ('fault' in answer)
    return answer.fault === 'silent' ? undefined : Buffer.from([...question.subarray(0, 2), 0xff, 0xff, 0xff]);
  const addresses =
    'addresses' in answer ? answer.addresses.filter(one => isIP(one) === (type === 28 ? 6 : type === 1 ? 4 : 0)) : [];
  const head = Buffer.from(question);
  head.writeUInt16BE(0x8180 | ('rcode' in answer ? answer.rcode : 0), 2);
  head.writeUInt16BE(addresses.length, 6);
  head.writeUInt32BE(0, 8);
  const records = addresses.map(address => {
    const data = isIP(address) === 4 ? Buffer.from(address.split('.').map(Number)) : ipv6Bytes(address);
    return Buffer.concat([Buffer.from([0xc0, 12, 0, type, 0, 1, 0, 0, 0, 60, 0, data.length]), data]);
  });
  return Buffer.concat([head, ...records]);
}

function ipv6Bytes(address: string): Buffer {
  const [left = '', right] = address.split('::');
  const groups = (text: string): string[] => (text === '' ? [] : text.split(':'));
  const [before, after] = [groups(left), groups(right ?? '')];
  const all =
    right === undefined ? before : [...before, ...Array.from({ length: 8 - before.length - after.length }, () => '0'), ...after];
  return Buffer.from(all.flatMap(group => [Number.parseInt(group, 16) >> 8, Number.parseInt(group, 16) & 0xff]));
}
