import type { Rule } from '../domain/rule.ts';
import { environmentRules } from './environment-rules.ts';
import { goLine } from './go-line.ts';
import { goLineMinimum } from './go-line-minimum.ts';
import { godebugLines } from './godebug-lines.ts';
import { mergeMarks } from './merge-marks.ts';
import { moduleFile } from './module-file.ts';
import { moduleVersions } from './module-versions.ts';
import { projectWhole } from './project-whole.ts';
import { replacedDirectories } from './replaced-directories.ts';
import { replacedOutside } from './replaced-outside.ts';
import { replacedRequirements } from './replaced-requirements.ts';
import { replacementsAgree } from './replacements-agree.ts';
import { requirementsAgree } from './requirements-agree.ts';
import { sumComplete } from './sum-complete.ts';
import { sumConflicts } from './sum-conflicts.ts';
import { sumLines } from './sum-lines.ts';
import { toolchainLine } from './toolchain-line.ts';
import { vendorConsistent } from './vendor-consistent.ts';
import { versionFiles } from './version-files.ts';
import { workUses } from './work-uses.ts';
import { workVersion } from './work-version.ts';

/** Every preflight check: of the files of a project, then of the environment. The first error of the first rule is the cause, so what explains others stands first. */
export const RULES: readonly Rule[] = [
  mergeMarks,
  moduleFile,
  moduleVersions,
  godebugLines,
  goLine,
  toolchainLine,
  workVersion,
  goLineMinimum,
  versionFiles,
  requirementsAgree,
  replacedRequirements,
  replacementsAgree,
  workUses,
  replacedDirectories,
  replacedOutside,
  sumLines,
  sumConflicts,
  sumComplete,
  vendorConsistent,
  projectWhole,
  ...environmentRules,
];
