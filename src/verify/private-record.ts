import { parseJsonObject } from '../domain/json-object.ts';
import { isTreeHash } from './tree-hash.ts';

/**
 * What is kept beside a build that nobody but its source vouches for: the hash of its tree when it was installed. It tells later
 * damage, and it proves nothing about the origin: it is believed only where the source itself would be (`verification: source`).
 */
export interface PrivateRecord {
  /** Name under which the tree was hashed. */
  readonly moduleName: string;
  /** `h1:…` */
  readonly tree: string;
  /** Who listed the archive; redacted. */
  readonly root: string;
}

const SCHEMA = 'setup-go-robust/private-build@1';

const MAX_RECORD_BYTES = 16 * 1_024;

/** JSON text with a final line feed. */
export function makePrivateRecord(record: PrivateRecord): string {
  return `${JSON.stringify({ schema: SCHEMA, ...record }, undefined, 1)}\n`;
}

/** Undefined for anything but such a record, a receipt of the checksum database among them. Never throws. */
export function readPrivateRecord(bytes: Uint8Array): PrivateRecord | undefined {
  const value = bytes.length > MAX_RECORD_BYTES ? undefined : parseJsonObject(Buffer.from(bytes).toString('utf8'));
  if (value?.['schema'] !== SCHEMA) return undefined;
  const { moduleName, tree, root } = value;
  if (typeof moduleName !== 'string' || typeof root !== 'string' || typeof tree !== 'string') return undefined;
  return isTreeHash(tree) ? { moduleName, tree, root } : undefined;
}
