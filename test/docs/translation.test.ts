import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '..', '..');
const README = join(ROOT, 'README.md');
const CHINESE = readFileSync(join(ROOT, 'README.zh-CN.md'), 'utf8');
const directory = mkdtempSync(join(tmpdir(), 'translation-'));
afterAll(() => rmSync(directory, { recursive: true }));

function check(translation: string): number | null {
  const file = join(directory, 'README.zh-CN.md');
  writeFileSync(file, translation);
  return spawnSync(process.execPath, [join(ROOT, 'scripts', 'check-translation.mjs'), README, file], { stdio: 'ignore' }).status;
}

describe('the check of the translation', () => {
  it('is content with the one that is there', () => expect(check(CHINESE)).toBe(0));

  it.each([
    ['a section that is missing', /^### 矩阵\n[\s\S]*?(?=^### )/mu, ''],
    ['a section of another level', '### 矩阵', '## 矩阵'],
    ['an input that is missing', /^\| `timeout` .*\n/mu, ''],
    ['an input by another name', '| `ca-file` |', '| `ca-files` |'],
    ['another default', '| `10m` |', '| `5m` |'],
    ['a row of the comparison that is missing', /^\| 作业摘要 .*\n/mu, ''],
    ['other code', 'offline: true', 'offline: false'],
    ['a picture that is missing', /^!\[.*green\.svg\)\n/mu, ''],
    ['a link to elsewhere', '(docs/trust.md)', '(docs/reports.md)'],
    ['an item that is missing', /^- 基于 musl 的镜像。\n/mu, ''],
    ['a paragraph that is missing', /^从 `actions\/setup-go` 迁移.*\n\n/mu, ''],
    ['a name that is missing', '`NO_PROXY`', 'NO_PROXY'],
    ['a code that is missing', /^\| \[`HTTP\.HTML`\].*\n/mu, ''],
  ])('notices %s', (_, from, to) => {
    const changed = CHINESE.replace(from, to);
    expect(changed).not.toBe(CHINESE);
    expect(check(changed)).toBe(1);
  });

  it('lets comments in code be translated', () => {
    expect(check(CHINESE.replace('npm cit', 'npm cit   # 测试'))).toBe(0);
  });
});
