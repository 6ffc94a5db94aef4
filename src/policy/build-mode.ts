import { compareGoLines } from '../domain/go-order.ts';
import type { ModuleFacts, ProjectFacts, VendorFacts } from '../domain/project-facts.ts';

/**
 * Where go takes packages from, and what it may change: `vendor` reads the vendor directory only, `readonly` changes neither go.mod nor
 * go.sum and stops where that would be needed, `mod` changes both.
 */
export type BuildMode = 'readonly' | 'vendor' | 'mod';

/** cmd/go's rule for a vendor directory without a -mod flag (modload.setDefaultBuildMod): since Go 1.14, and made in the same mode. */
const VENDOR_SINCE = '1.14';

/** The mode in which go commands build a module: by -mod of GOFLAGS, else by its vendor directory, or that of the workspace. */
export function buildMode(facts: ProjectFacts, module: ModuleFacts): BuildMode {
  const flags = facts.environment.settings['GOFLAGS']?.value ?? '';
  const chosen = [...flags.matchAll(/(?:^|[\s'"])--?mod=(readonly|vendor|mod)(?=$|[\s'"])/gu)].at(-1)?.[1];
  if (chosen === 'readonly' || chosen === 'vendor' || chosen === 'mod') return chosen;
  // Another go.mod, with another go.sum, which nobody has read.
  if (/(?:^|[\s'"])--?modfile=/u.test(flags)) return 'mod';
  const { work } = facts;
  if (work !== undefined && module.isMain)
    return isUsed(work.vendor, { goLine: work.go?.text, isWorkspace: true }) ? 'vendor' : 'readonly';
  return isUsed(module.vendor, { goLine: module.mod.go?.text, isWorkspace: false }) ? 'vendor' : 'readonly';
}

/** The mode in which a workspace is built, for all of its modules together: in `vendor` no go.sum and no go.work.sum is read. */
export function workspaceMode(facts: ProjectFacts): BuildMode {
  const first = facts.modules.find(({ isMain }) => isMain);
  return first === undefined ? 'readonly' : buildMode(facts, first);
}

function isUsed(
  vendor: VendorFacts | undefined,
  by: { readonly goLine: string | undefined; readonly isWorkspace: boolean },
): boolean {
  if (vendor === undefined || by.goLine === undefined || vendor.isWorkspace !== by.isWorkspace) return false;
  return compareGoLines(by.goLine, VENDOR_SINCE) >= 0;
}

/** Whether the module is built as a part of the workspace, where go neither demands a complete go.sum nor changes any go.mod. */
export function isInWorkspace(facts: ProjectFacts, module: ModuleFacts): boolean {
  return facts.work !== undefined && module.isMain;
}
