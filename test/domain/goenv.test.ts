import { describe, expect, it } from 'vitest';
import { readGoEnvFile, undoGoEnvEdits } from '../../src/domain/goenv.ts';

const PUBLISHED = '# comment\n\nGOPROXY=https://proxy.example,direct\nGOSUMDB=sum.golang.org\n\nGOTOOLCHAIN=auto\n';

describe('a go.env', () => {
  it('says what a name is set to', () => {
    expect(readGoEnvFile(PUBLISHED, 'GOSUMDB')).toBe('sum.golang.org');
    expect(readGoEnvFile(PUBLISHED, 'GOFLAGS')).toBeUndefined();
  });

  it.each([
    ['another toolchain', PUBLISHED.replace('GOTOOLCHAIN=auto', 'GOTOOLCHAIN=local'), ['GOTOOLCHAIN=local']],
    ['a second toolchain line', `${PUBLISHED}GOTOOLCHAIN=local\n`, ['GOTOOLCHAIN=local']],
    ['an instruction set', `${PUBLISHED}GOARM=7\n`, ['GOARM=7']],
  ])('gets its published text back from an image that added %s', (_what, text, edits) => {
    expect(undoGoEnvEdits(text)).toEqual({ text: PUBLISHED, edits });
  });

  it('keeps every other edit, so that it shows in the hash', () => {
    const evil = PUBLISHED.replace('GOSUMDB=sum.golang.org', 'GOSUMDB=off').replace('=auto', '=local');
    expect(undoGoEnvEdits(evil)?.text).toContain('GOSUMDB=off');
    expect(undoGoEnvEdits(PUBLISHED)).toBeUndefined();
  });
});
