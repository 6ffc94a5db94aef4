import type { CatalogueEntry } from './catalogue-entry.ts';

/** Codes about the user's own SBOM tool (input `sbom-tool`). All are warnings: it never changes the result of a run. */
export const SBOM_CODES = {
  'SBOM.TOOL': {
    title: 'The SBOM tool did not describe the workspace',
    why: 'The run is what it was without it: Go is installed and proved.',
    decided:
      'The program was not found, could not be started, ended with another code than 0, or was not done in 2 minutes or when the budget of the run was nearly used up.',
    fix: 'Run it by hand in the workspace: syft scan dir:. -o cyclonedx-json=sbom.json; or leave sbom-tool out.',
    severity: 'warning',
    exit: 75,
    explains: [],
  },
  'SBOM.OUTPUT': {
    title: 'What the SBOM tool wrote is no SBOM that can be kept',
    why: 'Only CycloneDX in JSON is put among the report files, so that whoever reads them next is not misled.',
    decided:
      'The program ended with 0, and its file is missing, larger than 32 MiB, no JSON with bomFormat CycloneDX, or could not be moved to the report files.',
    fix: 'Name a program that takes the command line of syft: scan dir:. -o cyclonedx-json=FILE.',
    severity: 'warning',
    exit: 75,
    explains: [],
  },
} as const satisfies Readonly<Record<`${string}.${string}`, CatalogueEntry>>;
