import type { Fix } from '../domain/finding.ts';
import type { GoSetting } from '../domain/project-facts.ts';
import { shellWord } from './shell-word.ts';

/** How a Go setting is removed, by where it was set. */
export function unsetFix(name: string, setting: GoSetting | undefined): Fix {
  const title = `Remove ${name}`;
  if (setting?.origin === 'go env -w') return { title, kind: 'command', text: `go env -u ${name}`, risk: 'none' };
  if (setting?.origin === 'go.env')
    return { title, kind: 'edit', text: `Remove the line ${name}= from ${setting.file}`, risk: 'none' };
  return { title: `${title} from the environment of the job`, kind: 'setting', text: `unset ${name}`, risk: 'none' };
}

/** How a Go setting gets a value; where `go env -w` had set it, by that. */
export function setFix(name: string, value: string, setting?: GoSetting): Fix {
  const title = `Set ${name}`;
  if (setting?.origin === 'go env -w')
    return { title, kind: 'command', text: `go env -w ${name}=${shellWord(value)}`, risk: 'none' };
  return { title, kind: 'setting', text: `${name}=${value}`, risk: 'none' };
}
