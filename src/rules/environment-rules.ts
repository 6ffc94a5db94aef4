import type { Rule } from '../domain/rule.ts';
import { absoluteDirectories } from './absolute-directories.ts';
import { buildCache } from './build-cache.ts';
import { certificateFiles } from './certificate-files.ts';
import { diskRoom } from './disk-room.ts';
import { executableTemp } from './executable-temp.ts';
import { goDebug } from './go-debug.ts';
import { goFlags } from './go-flags.ts';
import { goInsecure } from './go-insecure.ts';
import { goPath } from './go-path.ts';
import { goRoot } from './go-root.ts';
import { goShadowed } from './go-shadowed.ts';
import { goToolchain } from './go-toolchain.ts';
import { goVcs } from './go-vcs.ts';
import { goWork } from './go-work.ts';
import { goproxyForm } from './goproxy-form.ts';
import { goproxyOff } from './goproxy-off.ts';
import { goproxyOrder } from './goproxy-order.ts';
import { httpsProxy } from './https-proxy.ts';
import { knownBypass } from './known-bypass.ts';
import { modFlags } from './mod-flags.ts';
import { modulePatterns } from './module-patterns.ts';
import { modulesOff } from './modules-off.ts';
import { noProxyReadings } from './no-proxy-readings.ts';
import { privateLeak } from './private-leak.ts';
import { proxyCgi } from './proxy-cgi.ts';
import { proxySpellings } from './proxy-spellings.ts';
import { proxyValues } from './proxy-values.ts';
import { sumdbForm } from './sumdb-form.ts';
import { sumdbOff } from './sumdb-off.ts';
import { temporaryDirectory } from './temporary-directory.ts';
import { tlsVerification } from './tls-verification.ts';
import { vcsCommands } from './vcs-commands.ts';
import { widePatterns } from './wide-patterns.ts';
import { writableDirectories } from './writable-directories.ts';

/**
 * The checks of the environment that Go will run in, in the order of their topics (RULE_TOPICS), then of the alphabet. They judge a
 * machine without any project too, where those that ask for modules have nothing to say.
 */
export const environmentRules: readonly Rule[] = [
  goToolchain,
  knownBypass,
  sumdbForm,
  sumdbOff,
  absoluteDirectories,
  buildCache,
  diskRoom,
  executableTemp,
  goDebug,
  goFlags,
  goPath,
  goRoot,
  goShadowed,
  goWork,
  modFlags,
  modulesOff,
  temporaryDirectory,
  writableDirectories,
  certificateFiles,
  goproxyForm,
  goproxyOff,
  goproxyOrder,
  goVcs,
  httpsProxy,
  noProxyReadings,
  proxyCgi,
  proxySpellings,
  proxyValues,
  tlsVerification,
  vcsCommands,
  goInsecure,
  modulePatterns,
  privateLeak,
  widePatterns,
];
