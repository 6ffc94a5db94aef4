/** The Go checksum database. */
export const CHECKSUM_DATABASE = 'sum.golang.org';

/** Its other name, for mainland China: the same log under the same key (cmd/go/internal/modfetch/key.go and sumdb.go). */
export const CHECKSUM_DATABASE_ALIAS = 'sum.golang.google.cn';
