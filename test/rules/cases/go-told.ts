import { type Case, facts } from './base.ts';
import { saw } from './machine.ts';
import { environment } from './parts.ts';

const seen = (
  id: string,
  code: string,
  settings: Readonly<Record<string, string>> = {},
  evidence: Readonly<Record<string, string>> = {},
): Case => ({
  id,
  code,
  // A setting that fits is the second vote.
  ...(Object.keys(settings).length === 0 ? { isAmbiguous: true as const } : {}),
  make: s => facts(s, { seen: [saw(code, evidence, 'example.com/m')], environment: environment({ settings }) }),
});

/** What only a check of the project, or the text of a tool, can tell. */
export const TOLD_CASES: readonly Case[] = [
  seen('G16', 'GO.GOSUM_MISMATCH'),
  seen('G16b', 'GO.SUMDB_MISMATCH'),
  seen('G17', 'GO.GOSUM_MISSING'),
  seen('G18', 'GO.GOSUM_MALFORMED'),
  seen('G19', 'GO.TOOLCHAIN_LOCAL', { GOTOOLCHAIN: 'local' }),
  seen('G23', 'GO.FLAG_INSECURE', { GOFLAGS: '-insecure' }),
  seen('G23b', 'GO.FLAGS', { GOFLAGS: '-foo' }),
  seen('G24', 'GO.VCS_AUTH', {}, { tool: 'git' }),
  seen('G24b', 'GO.VCS_NOT_FOUND'),
  seen('G25', 'GO.VCS_MISSING'),
  seen('G25b', 'GO.VCS_POLICY', { GOVCS: '*:off' }),
  seen('G25c', 'GO.NO_META'),
  seen('G26', 'GO.UNKNOWN_VERSION'),
  seen('G27', 'GO.VENDOR'),
  seen('G28', 'GO.MODULES_OFF', { GO111MODULE: 'off' }),
  seen('G28b', 'GO.NO_MOD'),
  seen('G28c', 'GO.MOD_SYNTAX'),
];
