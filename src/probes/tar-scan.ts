import { executablePlatform } from '../policy/executable-platform.ts';

const BLOCK = 512;
const HEAD_BYTES = 1_024;

/**
 * Finds the header of the go program in a tar that comes in pieces, by arithmetic over the sizes alone; a header that is none ends the
 * search. `platform` is undefined until it was found.
 */
export function createTarScan(): { add(chunk: Uint8Array): void; platform(): string | undefined } {
  let pending: Buffer = Buffer.alloc(0);
  let skip = 0;
  let isOver = false;
  let platform: string | undefined;
  const step = (): boolean => {
    const passed = Math.min(skip, pending.length);
    pending = pending.subarray(passed);
    skip -= passed;
    if (skip > 0 || pending.length < BLOCK) return false;
    const header = readHeader(pending);
    if (header === undefined) {
      isOver = true;
      return false;
    }
    if (/(?:^|\/)bin\/go(?:\.exe)?$/u.test(header.name)) {
      if (pending.length < BLOCK + Math.min(HEAD_BYTES, header.size)) return false;
      platform = executablePlatform(pending.subarray(BLOCK, BLOCK + HEAD_BYTES));
      isOver = true;
      return false;
    }
    pending = pending.subarray(BLOCK);
    skip = Math.ceil(header.size / BLOCK) * BLOCK;
    return true;
  };
  return {
    platform: () => platform,
    add(chunk) {
      if (isOver) return;
      pending = pending.length === 0 ? Buffer.from(chunk) : Buffer.concat([pending, chunk]);
      while (!isOver && step());
    },
  };
}

function readHeader(block: Buffer): { readonly name: string; readonly size: number } | undefined {
  const name = block.toString('latin1', 0, 100).replace(/\0.*$/su, '');
  const size = /^[0-7 ]{1,11}/u.exec(block.toString('latin1', 124, 136))?.[0];
  return name === '' || size === undefined ? undefined : { name, size: Number.parseInt(size.trim() || '0', 8) };
}
