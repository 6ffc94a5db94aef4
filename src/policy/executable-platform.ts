/** Machines by their number in ELF (System V ABI), Mach-O and PE headers, as GOARCH. */
const ELF: Readonly<Record<number, string>> = {
  3: '386',
  62: 'amd64',
  40: 'arm',
  183: 'arm64',
  243: 'riscv64',
  21: 'ppc64le',
  22: 's390x',
};
const MACH_O: Readonly<Record<number, string>> = { 16777223: 'amd64', 16777228: 'arm64' };
const PE: Readonly<Record<number, string>> = { 34404: 'amd64', 332: '386', 43620: 'arm64' };

/** `linux-amd64` by the first bytes of a program; undefined where they are no header that Go is built for. ELF counts as linux. */
export function executablePlatform(head: Uint8Array): string | undefined {
  const bytes = Buffer.from(head);
  if (bytes.length < 64) return undefined;
  const magic = bytes.readUInt32BE(0);
  const named = (os: string, arch: string | undefined): string | undefined => (arch === undefined ? undefined : `${os}-${arch}`);
  if (magic === 0x7f454c46) return named('linux', ELF[bytes[5] === 2 ? bytes.readUInt16BE(18) : bytes.readUInt16LE(18)]);
  if (magic === 0xcffaedfe) return named('darwin', MACH_O[bytes.readUInt32LE(4)]);
  const pe = bytes.toString('latin1', 0, 2) === 'MZ' ? bytes.readUInt32LE(60) : 0;
  if (pe < 64 || pe + 6 > bytes.length || bytes.readUInt32BE(pe) !== 0x50450000) return undefined;
  return named('windows', PE[bytes.readUInt16LE(pe + 4)]);
}
