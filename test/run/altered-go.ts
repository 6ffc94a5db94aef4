import { createTinyGo, type TinyGo } from '../fakes/tiny-go.ts';

/** One way each in which the bytes of a release can be wrong; `other` is another release. */
export function alteredGo(how: string, { genuine: GO, other }: { readonly genuine: TinyGo; readonly other: TinyGo }): TinyGo {
  const { version } = GO;
  const change = (files: TinyGo['files']) => createTinyGo({ version, change: () => files });
  const { files } = GO;
  switch (how) {
    case 'one byte':
      return change({ ...files, 'bin/go': `${files['bin/go']} ` });
    case 'one file added':
      return change({ ...files, 'src/evil.go': 'package evil\n' });
    case 'one file missing':
      return change(Object.fromEntries(Object.entries(files).filter(([name]) => name !== 'src/fmt/print.go')));
    case 'two files swapped':
      return change({ ...files, 'bin/gofmt': files['src/make.bash'] ?? '', 'src/make.bash': files['bin/gofmt'] ?? '' });
    case 'another version under this name':
      return { ...other, version, fileName: GO.fileName, moduleVersion: GO.moduleVersion };
    case 'a name that leads outside':
      return createTinyGo({ version, extraTar: [{ name: 'go/../../evil', content: 'x' }] });
    case 'a symbolic link':
      return createTinyGo({ version, extraTar: [{ name: 'go/link', type: '2', linkName: '/etc/passwd' }] });
    case 'a file outside the tree hash':
      return change({ ...files, 'test/evil.go': 'package evil\n' });
    default:
      throw new Error(how);
  }
}
