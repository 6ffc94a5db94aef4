/** Every output of the action, once: action.yml and the documentation are made from it. All of them are always set. */
export const OUTPUTS = [
  { name: 'go-version', description: 'The version that was installed, such as 1.26.8.' },
  {
    name: 'cache-hit',
    description: 'Whether modules and build results were both restored from an entry with exactly the key of this job.',
  },
  { name: 'goroot', description: 'The directory of the installed Go.' },
  { name: 'gopath', description: 'The first entry of GOPATH.' },
  { name: 'go-bin', description: 'The directory of the go command.' },
  { name: 'source', description: 'The id of the source that the bytes came from; empty when nothing was downloaded.' },
  {
    name: 'proof',
    description: 'What proved it: checksum-database, release-table, openpgp-signature, pinned-checksum or source-listing.',
  },
  { name: 'installed-from', description: 'The id of the source, or tool-cache.' },
  { name: 'cache-key', description: 'The key of the cache entry of the modules; empty when nothing is cached.' },
  { name: 'cause', description: 'The code of the cause of a failure, also under continue-on-error; empty on success.' },
  { name: 'report-dir', description: 'The directory with report.json and the other report files.' },
  { name: 'duration-ms', description: 'How long the run took, in milliseconds.' },
] as const;
