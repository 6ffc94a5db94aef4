import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const TESTS = join(import.meta.dirname, '..');

/** Whether `FILE > TITLE`, below test/, is a test or a group of tests. */
export function isTestThere(name: string): boolean {
  const [file = '', title = ''] = name.split(' > ');
  const path = join(TESTS, file);
  if (title === '' || !existsSync(path)) return false;
  const text = readFileSync(path, 'utf8');
  return [`'${title}'`, `"${title}"`, `\`${title}\``].some(quoted => text.includes(quoted));
}
