import { expect, test } from 'vitest';
import { officialMode } from '../../src/verify/official-mode.ts';

test.each([
  ['bin/go', 0o755],
  ['bin/gofmt.exe', 0o755],
  ['pkg/tool/linux_amd64/compile', 0o755],
  ['src/make.bash', 0o755],
  ['src/cmd/cgo/internal/testcarchive/x.sh', 0o755],
  ['src/syscall/mksyscall.pl', 0o755],
  ['src/make.rc', 0o755],
  ['lib/wasm/go_js_wasm_exec', 0o755],
  ['misc/ios/go_ios_arm64_exec', 0o755],
  ['go_a_b_exec', 0o755],
  ['src/go_js_exec', 0o644],
  ['src/go__x_exec', 0o644],
  ['src/go_js_wasm_exec.go', 0o644],
  ['src/go_a_b/c_exec', 0o644],
  ['src/bin/go', 0o644],
  ['pkg/include/textflag.h', 0o644],
  ['src/make.bat', 0o644],
  ['VERSION', 0o644],
])('%s has mode %o', (path, mode) => {
  expect(officialMode(path)).toBe(mode);
});
