/** DER (X.690), as far as certificates and timestamps of tests need it. */

export function der(tag: number, ...parts: readonly Uint8Array[]): Buffer {
  const content = Buffer.concat(parts);
  const { length } = content;
  const head = length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...head]), content]);
}

export const sequence = (...parts: readonly Uint8Array[]): Buffer => der(0x30, ...parts);
export const set = (...parts: readonly Uint8Array[]): Buffer => der(0x31, ...parts);
export const octets = (...parts: readonly Uint8Array[]): Buffer => der(0x04, ...parts);
export const bits = (bytes: Uint8Array, unused = 0): Buffer => der(0x03, Buffer.of(unused), bytes);
export const integer = (value: number): Buffer => der(0x02, Buffer.of(...(value < 0x80 ? [value] : [value >> 8, value & 0xff])));
export const text = (tag: number, value: string): Buffer => der(tag, Buffer.from(value, 'latin1'));
export const utf8 = (value: string): Buffer => der(0x0c, Buffer.from(value, 'utf8'));
export const TRUE = Buffer.from([0x01, 0x01, 0xff]);

/** `1.3.6.1.4.1.57264.1.8` */
export function oid(dotted: string): Buffer {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number);
  const groups = (value: number): number[] => [
    ...(value >= 0x80 ? groups(value >> 7).map(byte => byte | 0x80) : []),
    value & 0x7f,
  ];
  return der(0x06, Buffer.from([first * 40 + second, ...rest.flatMap(groups)]));
}

/** GeneralizedTime. */
export function time(ms: number): Buffer {
  return text(0x18, `${digitsOf(ms)}Z`);
}

/** As certificates must have it (RFC 5280, 4.1.2.5): UTCTime before 2050. */
export function validityTime(ms: number): Buffer {
  return ms < Date.UTC(2050) ? text(0x17, `${digitsOf(ms).slice(2)}Z`) : time(ms);
}

function digitsOf(ms: number): string {
  return new Date(ms).toISOString().replace(/[-:T]/gu, '').slice(0, 14);
}
