// SPDX-License-Identifier: Apache-2.0. Built from src/ by scripts/build.mjs. Licences: licenses.txt
"use strict";
const require_main = require("./main.cjs");
let require_install;
let require_seldom;
let require_project;
let node_path = require("node:path");
// src/policy/address-class.ts
const BLOCKS$2 = [
	["unspecified", "0.0.0.0/8"],
	["loopback", "127.0.0.0/8"],
	["private", "10.0.0.0/8"],
	["private", "172.16.0.0/12"],
	["private", "192.168.0.0/16"],
	["shared", "100.64.0.0/10"],
	["link-local", "169.254.0.0/16"],
	["benchmark", "198.18.0.0/15"],
	["reserved", "240.0.0.0/4"],
	["unspecified", "::/128"],
	["loopback", "::1/128"],
	["link-local", "fe80::/10"],
	["private", "fc00::/7"]
];
function addressClass(text) {
	const address = (require_install ??= require("./install.cjs")).parseIpAddress(text.replace(/%.*$/u, ""));
	if (address === void 0) return "public";
	return BLOCKS$2.find(([, block]) => (require_install ??= require("./install.cjs")).parseIpBlock(block)?.(address) === true)?.[0] ?? "public";
}
function isBogon(address) {
	return [
		"unspecified",
		"link-local",
		"reserved"
	].includes(addressClass(address));
}
function isPrivateAddress(address) {
	return ["private", "shared"].includes(addressClass(address));
}
// src/policy/setting-forms.ts
function gosumdbProblem(value) {
	if (value === "off") return void 0;
	const words = value.split(/\s+/u).filter((word) => word !== "");
	const [key, url] = words;
	if (key === void 0) return "GOSUMDB is empty, so that Go has no checksum database";
	if (words.length > 2) return "GOSUMDB has more than a key and a URL";
	if (!(key === "sum.golang.org" || key === "sum.golang.google.cn" && url === void 0) && !/^[^+\s]+\+[0-9a-f]{8}\+[A-Za-z0-9+/]{44}$/u.test(key)) return "GOSUMDB is neither off, nor a name that Go knows, nor a key";
	return url === void 0 || URL.canParse(url) ? void 0 : "The second word of GOSUMDB is no URL";
}
function gotoolchainProblem(value) {
	if (value === "" || value === "auto" || value === "path") return void 0;
	const at = value.indexOf("+");
	const name = at === -1 ? value : value.slice(0, at);
	const suffix = at === -1 ? void 0 : value.slice(at + 1);
	const version = (require_project ??= require("./project.cjs")).toolchainVersion(name);
	if (name !== "local" && version === void 0) return "GOTOOLCHAIN names no toolchain: it begins with go, as go1.26.8 does";
	if (suffix !== void 0 && suffix !== "auto" && suffix !== "path") return "Only +auto and +path may follow in GOTOOLCHAIN";
	if (suffix === void 0 && version !== void 0 && isLanguageVersion(version)) return "GOTOOLCHAIN names a language version, and no toolchain has this name: since 1.21 the first release is go1.21.0";
}
function isLanguageVersion(text) {
	const version = require_main.parseGoVersion(text);
	return version !== void 0 && !require_main.isComplete(text) && version.minor >= 21;
}
// src/policy/environment-redaction.ts
const WITH_URLS = [
	"GOPROXY",
	"GOSUMDB",
	"GOAUTH"
];
function redactSetting(name, value, secrets) {
	const cut = value.slice(0, require_main.LIMITS.settingBytes);
	const clean = WITH_URLS.includes(name) ? cut.replace(/[^,|\s]+/gu, redactEntry) : cut;
	const flags = name === "GOFLAGS" ? clean.replace(/(-X[= ][^\s'"=]+=)[^\s'"]+/gu, "$1***") : clean;
	return require_main.redactText(flags, secrets);
}
function redactVariable(value, secrets) {
	return require_main.redactText(redactEntry(value.slice(0, require_main.LIMITS.settingBytes)), secrets);
}
function redactEntry(text) {
	return text.includes("@") || text.includes("?") ? require_main.redactUrl(text) : text;
}
function redactSettings(settings, secrets) {
	return Object.fromEntries(Object.entries(settings).map(([name, setting]) => [name, {
		...setting,
		value: redactSetting(name, setting.value, secrets)
	}]));
}
// src/probes/certificate-files.ts
async function observeCertificateFiles(files, { env, os, git }) {
	const named = [
		["NODE_EXTRA_CA_CERTS", env["NODE_EXTRA_CA_CERTS"]],
		["SSL_CERT_FILE", env["SSL_CERT_FILE"]],
		["GIT_SSL_CAINFO", env["GIT_SSL_CAINFO"]],
		["http.sslcainfo", git["http.sslcainfo"]]
	];
	const directories = (env["SSL_CERT_DIR"] ?? "").split(os === "win32" ? ";" : ":").filter(Boolean);
	return Promise.all([...named.flatMap(([name, file]) => file ? [observeFile(files, name, file)] : []), ...directories.map((directory) => observeDirectory(files, directory))]);
}
async function observeFile(files, name, file) {
	try {
		const real = await files.realPath(file);
		const stat = real === void 0 ? void 0 : await files.stat(real);
		if (stat?.kind !== "file") return {
			name,
			file,
			sizeBytes: 0,
			problem: "unreadable"
		};
		if (stat.sizeBytes > require_main.LIMITS.caFileBytes) return {
			name,
			file,
			sizeBytes: stat.sizeBytes,
			problem: "too-large"
		};
		const text = (await files.read(file, require_main.LIMITS.caFileBytes)).toString("latin1");
		const hasCertificate = require_main.certificatesIn(text).some(require_main.isWholeCertificate);
		return {
			name,
			file,
			sizeBytes: stat.sizeBytes,
			holds: hasCertificate ? "certificates" : "no-certificate"
		};
	} catch (error) {
		if (!(error instanceof require_main.Failure)) throw error;
		return {
			name,
			file,
			sizeBytes: 0,
			problem: "unreadable"
		};
	}
}
async function observeDirectory(files, directory) {
	const row = {
		name: "SSL_CERT_DIR",
		file: directory,
		sizeBytes: 0
	};
	try {
		const real = await files.realPath(directory);
		if (real === void 0 || (await files.stat(real))?.kind !== "directory") return {
			...row,
			problem: "unreadable"
		};
		const names = await files.list(real);
		for (const name of names.slice(0, require_main.LIMITS.caDirectoryFileCount)) {
			const { holds } = await observeFile(files, row.name, `${real}/${name}`);
			if (holds === "certificates") return {
				...row,
				holds
			};
		}
		return names.length > require_main.LIMITS.caDirectoryFileCount ? row : {
			...row,
			holds: "no-certificate"
		};
	} catch (error) {
		if (!(error instanceof require_main.Failure)) throw error;
		return {
			...row,
			problem: "unreadable"
		};
	}
}
// src/domain/mount-table.ts
function parseMountTable(text) {
	const mounts = [];
	for (const line of text.split("\n")) {
		const match = /^\d+ \d+ \S+ \S+ (\S+) (\S+) (?:\S+ )*?- \S+ \S+ ?(\S*)/u.exec(line);
		if (match === null) continue;
		const [, point = "", own = "", shared = ""] = match;
		mounts.push({
			point: decodeOctal(point),
			options: [...new Set([...own.split(","), ...shared.split(",")])]
		});
	}
	return mounts;
}
function mountOf(mounts, path) {
	let best;
	for (const mount of mounts) if ((mount.point === "/" || path === mount.point || path.startsWith(`${mount.point}/`)) && mount.point.length >= (best?.point.length ?? 0)) best = mount;
	return best;
}
function decodeOctal(text) {
	return text.replace(/\\([0-7]{3})/gu, (_, digits) => String.fromCharCode(Number.parseInt(digits, 8)));
}
// src/probes/mounts.ts
async function readMounts(files, os) {
	if (os !== "linux") return [];
	try {
		return parseMountTable((await files.read("/proc/self/mountinfo", require_main.LIMITS.mountTableBytes)).toString("utf8"));
	} catch (error) {
		if (error instanceof require_main.Failure) return [];
		throw error;
	}
}
// src/probes/directories.ts
const NOT_TRIED = ["GOROOT", "HOME"];
const FLAGS = ["ro", "noexec"];
async function observeDirectories(ports, directories) {
	const look = {
		...ports,
		mounts: await readMounts(ports.files, ports.platform.os),
		tries: new Map()
	};
	return Promise.all(directories.map((directory) => observe(look, directory)));
}
async function observe(look, { name, value }) {
	const isAbsolute = (require_install ??= require("./install.cjs")).isAbsolutePath(value, look.platform.os);
	const unknown = {
		writable: void 0,
		freeBytes: void 0,
		freeInodes: void 0,
		mountFlags: []
	};
	if (!isAbsolute) return {
		name,
		value,
		isAbsolute,
		kind: "missing",
		...unknown
	};
	const { files } = look;
	const kind = await kindOf(files, value);
	if (kind === "unreadable") return {
		name,
		value,
		isAbsolute,
		kind,
		...unknown
	};
	const place = kind === "directory" ? await realPlace(files, value) : await nearestDirectory(files, (0, node_path.dirname)(value));
	const isTried = kind !== "file" && !NOT_TRIED.includes(name);
	const [writable, free] = await Promise.all([isTried ? tryOnce(look, place) : void 0, orUndefined(files.freeSpace(place))]);
	const options = mountOf(look.mounts, place)?.options ?? [];
	return {
		name,
		value,
		isAbsolute,
		kind,
		writable,
		freeBytes: free?.bytes,
		freeInodes: free?.inodes,
		mountFlags: FLAGS.filter((flag) => options.includes(flag))
	};
}
async function kindOf(files, path) {
	try {
		const real = await files.realPath(path);
		const stat = real === void 0 ? void 0 : await files.stat(real);
		if (stat === void 0) return "missing";
		return stat.kind === "directory" ? "directory" : "file";
	} catch (error) {
		if (error instanceof require_main.Failure) return "unreadable";
		throw error;
	}
}
async function realPlace(files, path) {
	return await orUndefined(files.realPath(path)) ?? path;
}
async function nearestDirectory(files, path) {
	for (let at = path;; at = (0, node_path.dirname)(at)) if ((0, node_path.dirname)(at) === at || await kindOf(files, at) === "directory") return realPlace(files, at);
}
function tryOnce(look, place) {
	const known = look.tries.get(place);
	if (known !== void 0) return known;
	const attempt = tryToWrite(look, place);
	look.tries.set(place, attempt);
	return attempt;
}
async function tryToWrite({ files, randomName }, place) {
	const path = `${place.replace(/[\\/]$/u, "")}/.setup-go-robust-${randomName()}`;
	try {
		if (!await files.write(path, "", { exclusive: true })) return void 0;
		await files.remove(path);
		return true;
	} catch (error) {
		if (!(error instanceof require_main.Failure)) throw error;
		return error.code === "FS.PERMISSION" || error.code === "FS.READ_ONLY" ? false : void 0;
	}
}
async function orUndefined(work) {
	try {
		return await work;
	} catch (error) {
		if (error instanceof require_main.Failure) return void 0;
		throw error;
	}
}
// src/probes/git-config.ts
const WANTED = "^(http\\.(.*\\.)?(proxy|sslcainfo|sslverify|sslbackend)|url\\..*\\.insteadof)$";
async function readGitConfig(ports, directory, signal) {
	const file = await ports.exec.find("git");
	if (file === void 0) return {};
	const args = [
		"config",
		"--null",
		"--get-regexp",
		WANTED
	];
	const env = {
		...ports.env,
		GIT_OPTIONAL_LOCKS: "0"
	};
	try {
		const answer = await ports.exec.run({
			file,
			args,
			env,
			cwd: directory,
			timeoutMs: require_main.LIMITS.gitConfigMs
		}, signal);
		return answer.exitCode === 0 ? parseGitConfig(answer.stdout) : {};
	} catch (error) {
		signal.throwIfAborted();
		if (error instanceof require_main.Failure) return {};
		throw error;
	}
}
function parseGitConfig(text) {
	const values = new Map();
	for (const item of text.split("\0")) {
		if (item === "") continue;
		const at = item.indexOf("\n");
		const name = redactName(at === -1 ? item : item.slice(0, at));
		const value = redact(at === -1 ? "true" : item.slice(at + 1)).slice(0, require_main.LIMITS.settingBytes);
		const isList = name.endsWith(".insteadof");
		const before = values.get(name);
		values.set(name, isList && before !== void 0 ? `${before}\n${value}` : value);
	}
	return Object.fromEntries(values);
}
function redactName(name) {
	const match = /^(\w+)\.(.+)\.(\w+)$/su.exec(name);
	return match === null ? name : `${match[1]}.${redact(match[2] ?? "")}.${match[3]}`;
}
function redact(text) {
	if (/^(?:ssh:\/\/)?[a-z]+@/iu.test(text) || !/[@?]/u.test(text)) return text;
	return require_main.redactUrl(text).replace(/^(https?:\/\/)(?!\*\*\*)/iu, "$1***@");
}
// src/policy/go-flags.ts
const KNOWN = new Set("C a artifacts asan asmflags bench benchmem benchtime blockprofile blockprofilerate buildmode buildvcs c cache changed compat compiled compiler count cover covermode coverpkg coverprofile cpu cpuprofile d debug-actiongraph debug-runtime-trace debug-trace deps diff dropexclude dropgodebug dropignore dropreplace droprequire dropretract droptool dropuse e exclude exec export f failfast find fix fmt fullpath fuzz fuzzcache fuzzminimizetime fuzztime gccgoflags gcflags go godebug i ignore insecure installsuffix json ldflags linkshared list m memprofile memprofilerate mod modcache modcacherw modfile module msan mutexprofile mutexprofilefraction n o outputdir overlay p parallel pgo pkgdir print r race replace require retract retracted reuse run short shuffle skip t tags test testcache timeout tool toolchain toolexec trace trimpath u use v vendor versions vet vettool w work x".split(" "));
const NEEDS_VALUE = new Set("asmflags buildmode compiler covermode coverpkg gccgoflags gcflags installsuffix ldflags mod modfile overlay p pgo pkgdir tags toolexec".split(" "));
function readGoFlags(text) {
	const words = splitQuoted(text);
	if (words === void 0) return {
		flags: [],
		problems: [{
			kind: "quoting",
			text
		}]
	};
	const flags = [];
	const problems = [];
	for (const word of words) {
		const { kind, flag } = readWord(word);
		if (flag !== void 0) flags.push(flag);
		if (kind !== void 0) problems.push({
			kind,
			text: word
		});
	}
	return {
		flags,
		problems
	};
}
function flagValue({ flags }, name) {
	return flags.findLast((flag) => flag.name === name)?.value;
}
function correctedFlags(text, without) {
	const words = splitQuoted(text) ?? [];
	const kept = [];
	for (let at = 0; at < words.length; at += 1) {
		const next = words[at + 1];
		const isCut = next !== void 0 && isValueOf(readWord(words[at] ?? ""), next);
		const word = isCut ? `${words[at]}=${next}` : words[at] ?? "";
		if (isCut) at += 1;
		const read = readWord(word);
		if (read.kind === void 0 && !without?.(read.flag)) kept.push(/\s/u.test(word) ? quoteWord(word) : word);
	}
	return kept.join(" ");
}
function isValueOf({ kind, flag }, next) {
	return kind === "no-value" && (!next.startsWith("-") || flag.name.endsWith("flags"));
}
function quoteWord(word) {
	return word.includes("'") ? `"${word}"` : `'${word}'`;
}
function readWord(word) {
	const match = /^--?([^-=][^=]*)(?:=(.*))?$/su.exec(word);
	if (match === null) return { kind: "no-flag" };
	const flag = {
		text: word,
		name: match[1] ?? "",
		value: match[2]
	};
	if (!KNOWN.has(flag.name)) return {
		kind: "unknown",
		flag
	};
	return {
		kind: flag.value === void 0 && NEEDS_VALUE.has(flag.name) ? "no-value" : void 0,
		flag
	};
}
function splitQuoted(text) {
	const words = [];
	let rest = text.replace(/^[ \t\n\r]+/u, "");
	while (rest !== "") {
		const quote = rest[0];
		if (quote === "\"" || quote === "'") {
			const end = rest.indexOf(quote, 1);
			if (end === -1) return void 0;
			words.push(rest.slice(1, end));
			rest = rest.slice(end + 1);
		} else {
			const word = /^[^ \t\n\r]+/u.exec(rest)?.[0] ?? "";
			words.push(word);
			rest = rest.slice(word.length);
		}
		rest = rest.replace(/^[ \t\n\r]+/u, "");
	}
	return words;
}
// src/probes/modfile.ts
async function observeModfile(files, place) {
	const file = flagValue(readGoFlags(place.settings["GOFLAGS"]?.value ?? ""), "modfile");
	if (file === void 0 || file === "") return [];
	const row = {
		name: "-modfile",
		file,
		sizeBytes: 0
	};
	try {
		const real = await files.realPath((0, node_path.resolve)(place.directory, file));
		const stat = real === void 0 ? void 0 : await files.stat(real);
		return stat?.kind === "file" ? [{
			...row,
			sizeBytes: stat.sizeBytes
		}] : [{
			...row,
			problem: "unreadable"
		}];
	} catch (error) {
		if (!(error instanceof require_main.Failure)) throw error;
		return [{
			...row,
			problem: "unreadable"
		}];
	}
}
// src/probes/path-commands.ts
const VCS_COMMANDS = [
	"git",
	"hg",
	"svn",
	"fossil",
	"bzr"
];
async function findPathGos(files, env, os) {
	const isWindows = os === "win32";
	const directories = (env[(isWindows ? Object.keys(env).find((name) => name.toUpperCase() === "PATH") : "PATH") ?? "PATH"] ?? "").split(isWindows ? ";" : ":").filter((each) => (require_install ??= require("./install.cjs")).isAbsolutePath(each, os));
	const separator = isWindows ? "\\" : "/";
	const found = await Promise.all(directories.map(async (directory, position) => {
		return unlessFailed(readGo$1(files, {
			path: `${directory.replace(/[\\/]+$/u, "")}${separator}${isWindows ? "go.exe" : "go"}`,
			position,
			isWindows
		}));
	}));
	const programs = new Set();
	return found.filter((go) => {
		if (go === void 0 || programs.has(go.program)) return false;
		programs.add(go.program);
		return true;
	});
}
async function readGo$1(files, { path, position, isWindows }) {
	const program = await files.realPath(path);
	const stat = program === void 0 ? void 0 : await files.stat(program);
	if (program === void 0 || stat?.kind !== "file" || !isWindows && (stat.mode & 73) === 0) return void 0;
	return {
		position,
		path,
		program,
		version: await versionAt(files, (0, node_path.dirname)((0, node_path.dirname)(program)))
	};
}
async function versionAt(files, root) {
	const file = await unlessFailed(files.read(`${root}/VERSION`, require_main.LIMITS.versionFileBytes));
	return /^go(\S+)/u.exec(file?.toString("utf8") ?? "")?.[1];
}
function rootOf(go) {
	return go === void 0 ? void 0 : (0, node_path.dirname)((0, node_path.dirname)(go.program));
}
async function findVcsCommands(exec) {
	const found = await Promise.all(VCS_COMMANDS.map((name) => exec.find(name)));
	return VCS_COMMANDS.filter((_, index) => found[index] !== void 0);
}
async function unlessFailed(work) {
	try {
		return await work;
	} catch (error) {
		if (error instanceof require_main.Failure) return void 0;
		throw error;
	}
}
// src/probes/variables.ts
const NAMES$1 = [
	...[
		"HTTP_PROXY",
		"HTTPS_PROXY",
		"NO_PROXY",
		"ALL_PROXY"
	].flatMap((name) => [name, name.toLowerCase()]),
	"REQUEST_METHOD",
	"NODE_USE_ENV_PROXY",
	"NODE_EXTRA_CA_CERTS",
	"NODE_TLS_REJECT_UNAUTHORIZED",
	"SSL_CERT_FILE",
	"SSL_CERT_DIR",
	"GIT_SSL_NO_VERIFY",
	"GIT_SSL_CAINFO",
	"GIT_SSL_CAPATH",
	"GIT_TERMINAL_PROMPT",
	"GIT_ALLOW_PROTOCOL",
	"NETRC",
	"HOME",
	"USERPROFILE",
	"APPDATA",
	"LOCALAPPDATA",
	"XDG_CACHE_HOME",
	"XDG_CONFIG_HOME",
	"TMPDIR",
	"TMP",
	"TEMP",
	"CI",
	"GITHUB_ACTIONS",
	"GITLAB_CI",
	"RUNNER_OS",
	"npm_config_proxy",
	"npm_config_https_proxy"
];
function readVariables(env, secrets) {
	const entries = NAMES$1.flatMap((name) => {
		const value = env[name];
		return value === void 0 ? [] : [[name, redactVariable(value, secrets)]];
	});
	return Object.fromEntries(entries);
}
// src/probes/environment.ts
async function gatherEnvironment(ports, wanted, signal) {
	const { env, platform, clock } = ports;
	const { os } = platform;
	const [found, git, commands] = await Promise.all([
		observeFiles(ports, wanted),
		readGitConfig(ports, wanted.directory, signal),
		findVcsCommands(ports.exec)
	]);
	signal.throwIfAborted();
	const [modfile, certificates] = await Promise.all([observeModfile(ports.files, {
		settings: found.settings,
		directory: wanted.directory
	}), observeCertificateFiles(ports.files, {
		env,
		os,
		git
	})]);
	return {
		os,
		settings: redactSettings(found.settings, wanted.secrets),
		variables: readVariables(env, wanted.secrets),
		directories: found.directories,
		pathGos: found.pathGos,
		goRootVersion: found.goRootVersion,
		git,
		commands,
		files: [...modfile, ...certificates],
		nowMs: clock.now()
	};
}
async function observeFiles(ports, wanted) {
	const { files, env, platform } = ports;
	const { os } = platform;
	const gos = await findPathGos(files, env, os);
	const root = wanted.goRoot === "on PATH" ? rootOf(gos[0]) : wanted.goRoot;
	const settings = (require_install ??= require("./install.cjs")).readGoSettings({
		env,
		...await (require_install ??= require("./install.cjs")).readSettingsFiles(files, {
			env,
			os,
			root
		})
	});
	const directories = await observeDirectories(ports, (require_install ??= require("./install.cjs")).goDirectories({
		env,
		os,
		settings
	}));
	const { GOROOT: named } = settings;
	return {
		settings,
		directories,
		goRootVersion: named === void 0 ? void 0 : await versionAt(files, named.value),
		pathGos: gos.map(({ position, path, version }) => ({
			position,
			path,
			version
		}))
	};
}
// src/policy/no-proxy-stacks.ts
function findBypass(stack, url, env) {
	const variable = noProxyVariable(stack, env);
	const entry = variable && findEntry(stack, url, variable.value);
	return variable === void 0 || entry === void 0 ? void 0 : `${variable.name} has ${entry}`;
}
function noProxyVariable(stack, env) {
	const name = (stack === "go" ? ["NO_PROXY", "no_proxy"] : ["no_proxy", "NO_PROXY"]).find((each) => stack === "undici" ? env[each] !== void 0 : (env[each] ?? "") !== "");
	return name === void 0 ? void 0 : {
		name,
		value: env[name] ?? ""
	};
}
function findEntry(stack, url, value) {
	const target = {
		host: (require_install ??= require("./install.cjs")).unbracket(url.hostname.toLowerCase()),
		bracketed: url.hostname.toLowerCase(),
		port: url.port || (url.protocol === "https:" ? "443" : "80")
	};
	if (stack === "go") return (require_install ??= require("./install.cjs")).findNoProxyEntry(value, url);
	if (stack === "curl") return curlEntry(value, target);
	if (stack === "undici") return undiciEntry(value, target);
	const matches = stack === "node" ? matchesNode : matchesActions;
	return value.split(",").map((entry) => entry.trim()).find((entry) => entry !== "" && matches(entry.toLowerCase(), target));
}
function curlEntry(value, { host }) {
	if (value === "*") return "*";
	const address = (require_install ??= require("./install.cjs")).parseIpAddress(host);
	const name = host.replace(/\.$/u, "");
	return value.split(/[,\s]+/u).find((entry) => {
		if (entry === "") return false;
		if (address === void 0) {
			const bare = entry.toLowerCase().replace(/\.$/u, "").replace(/^\./u, "");
			return bare !== "" && (name === bare || name.endsWith(`.${bare}`));
		}
		const block = address.family === 4 ? (require_install ??= require("./install.cjs")).parseIpBlock(entry) : void 0;
		if (block !== void 0) return block(address);
		const literal = (require_install ??= require("./install.cjs")).parseIpAddress(entry);
		return literal?.family === address.family && literal.bits === address.bits;
	});
}
function matchesNode(entry, { host, port }) {
	if (entry === "*" || entry === host || entry === `${host}:${port}`) return true;
	if (entry.startsWith(".")) return host === entry.slice(1) || host.endsWith(entry);
	if (entry.startsWith("*.")) return host.endsWith(entry.slice(1));
	const [first, last] = entry.split("-").map((part) => (require_install ??= require("./install.cjs")).parseIpAddress(part.trim()));
	const address = (require_install ??= require("./install.cjs")).parseIpAddress(host);
	if (address?.family !== 4 || first?.family !== 4 || last?.family !== 4) return false;
	return first.bits <= address.bits && address.bits <= last.bits;
}
function undiciEntry(value, { bracketed, port }) {
	if (value === "*") return "*";
	return value.split(/[,\s]/u).find((entry) => {
		const [, host = entry, own] = /^(.+):(\d+)$/u.exec(entry) ?? [];
		if (entry === "" || own !== void 0 && own !== "0" && Number(own) !== Number(port)) return false;
		const name = host.toLowerCase().replace(/^\*?\./u, "");
		return bracketed === name || bracketed.endsWith(`.${name}`);
	});
}
function matchesActions(entry, { bracketed, port }) {
	if (entry === "*") return true;
	return [bracketed, `${bracketed}:${port}`].some((each) => each === entry || each.endsWith(`.${entry}`) || entry.startsWith(".") && each.endsWith(entry));
}
// src/policy/proxy-stacks.ts
const PROXY_STACKS = [
	"go",
	"curl",
	"node",
	"undici",
	"actions"
];
function routeByStack(target, env) {
	const url = new URL(target);
	return {
		go: goRoute(url, env),
		curl: curlRoute(url, env),
		node: nodeRoute(url, env),
		undici: undiciRoute(url, env),
		actions: actionsRoute(url, env)
	};
}
function firstSet(env, names) {
	for (const name of names) {
		const value = env[name];
		if (value !== void 0 && value !== "") return {
			name,
			value
		};
	}
}
function direct(reason) {
	return {
		via: "direct",
		reason
	};
}
function refused(reason) {
	return {
		via: "refused",
		reason
	};
}
function isHttps(url) {
	return url.protocol === "https:";
}
function goRoute(url, env) {
	try {
		const decision = (require_install ??= require("./install.cjs")).decideProxy(url.href, env);
		return decision.kind === "direct" ? direct(decision.reason) : {
			via: `${decision.host}:${decision.port}`,
			reason: decision.reason
		};
	} catch (error) {
		if (!(error instanceof require_main.Failure)) throw error;
		const { subject, code } = error.finding;
		if (code === "CFG.PROXY_CGI") return refused("REQUEST_METHOD is set");
		const proxy = readAddress(env[subject] ?? "", { ports: {
			"socks5:": 1080,
			"socks5h:": 1080
		} });
		return proxy === void 0 ? refused(`${subject} is no address`) : {
			via: proxy,
			reason: subject
		};
	}
}
function curlRoute(url, env) {
	const variable = firstSet(env, [
		...isHttps(url) ? ["https_proxy", "HTTPS_PROXY"] : ["http_proxy"],
		"all_proxy",
		"ALL_PROXY"
	]);
	if (variable === void 0) return direct("no proxy variable is set");
	const bypass = findBypass("curl", url, env);
	if (bypass !== void 0) return direct(bypass);
	const proxy = readAddress(variable.value, {
		ports: {
			"http:": 1080,
			"https:": 443,
			"socks:": 1080,
			"socks4:": 1080,
			"socks4a:": 1080,
			"socks5:": 1080,
			"socks5h:": 1080
		},
		schemeless: 1080
	});
	return proxy === void 0 ? refused(`${variable.name} is no address`) : {
		via: proxy,
		reason: variable.name
	};
}
function nodeRoute(url, env) {
	const variable = firstSet(env, isHttps(url) ? ["https_proxy", "HTTPS_PROXY"] : ["http_proxy", "HTTP_PROXY"]);
	if (variable === void 0) return direct("no proxy variable is set");
	if (!/^https?:\/\//u.test(variable.value)) return direct(`${variable.name} is ignored: it does not begin with http:// or https://`);
	const proxy = readAddress(variable.value, { ports: {
		"http:": 80,
		"https:": 443
	} });
	if (proxy === void 0) return refused(`${variable.name} is no address`);
	const bypass = findBypass("node", url, env);
	return bypass === void 0 ? {
		via: proxy,
		reason: variable.name
	} : direct(bypass);
}
function undiciRoute(url, env) {
	const present = (name) => {
		const found = [name.toLowerCase(), name].find((spelling) => env[spelling] !== void 0);
		return found === void 0 || env[found] === "" ? void 0 : {
			name: found,
			value: env[found] ?? ""
		};
	};
	const http = present("HTTP_PROXY");
	const https = present("HTTPS_PROXY");
	const variable = isHttps(url) ? https ?? http : http;
	const ports = {
		"http:": 80,
		"https:": 443,
		"socks5:": 1080,
		"socks:": 1080
	};
	const broken = [http, https].find((each) => each !== void 0 && readAddress(each.value, { ports }) === void 0);
	if (broken !== void 0) return refused(`${broken.name} is no address`);
	if (variable === void 0) return direct("no proxy variable is set");
	const bypass = findBypass("undici", url, env);
	if (bypass !== void 0) return direct(bypass);
	return {
		via: readAddress(variable.value, { ports }) ?? "refused",
		reason: variable.name
	};
}
function actionsRoute(url, env) {
	if (/^(?:localhost$|127\.|\[::1\])/u.test(url.hostname)) return direct("loopback is never proxied");
	const bypass = findBypass("actions", url, env);
	if (bypass !== void 0) return direct(bypass);
	const variable = firstSet(env, isHttps(url) ? ["https_proxy", "HTTPS_PROXY"] : ["http_proxy", "HTTP_PROXY"]);
	if (variable === void 0) return direct("no proxy variable is set");
	const text = URL.canParse(variable.value) ? variable.value : `http://${variable.value}`;
	if (!URL.canParse(text) || text !== variable.value && /^https?:\/\//u.test(variable.value)) return refused(`${variable.name} is no address`);
	const proxy = new URL(text);
	if (proxy.hostname === "") return direct(`${variable.name} is ignored: it is read as the scheme ${proxy.protocol}`);
	return {
		via: `${(require_install ??= require("./install.cjs")).unbracket(proxy.hostname)}:${proxy.port || (proxy.protocol === "https:" ? 443 : 80)}`,
		reason: variable.name
	};
}
function readAddress(value, allowed) {
	const hasScheme = /^[a-z][a-z0-9+.-]*:\/\//iu.test(value);
	if (!hasScheme && allowed.schemeless === void 0) return void 0;
	const text = hasScheme ? value : `http://${value}`;
	if (!URL.canParse(text)) return void 0;
	const url = new URL(text);
	const port = hasScheme ? allowed.ports[url.protocol] : allowed.schemeless;
	if (url.hostname === "" || port === void 0) return void 0;
	const written = /:(\d+)(?:[/?#]|$)/u.exec(text.slice(text.lastIndexOf("@") + 1).replace(/^[a-z0-9+.-]*:\/\//iu, ""))?.[1];
	return `${(require_install ??= require("./install.cjs")).unbracket(url.hostname)}:${url.port || written || port}`;
}
// src/domain/go-order.ts
const FORM = /^(0|[1-9]\d*)(?:\.(0|[1-9]\d*)(?:\.(0|[1-9]\d*)|([a-z]+)(0|[1-9]\d*)?)?)?$/u;
const NO_PATCH = -1;
function compareGoLines(a, b) {
	const [one, two] = [parse(a), parse(b)];
	if (one === void 0 || two === void 0) return Number(one !== void 0) - Number(two !== void 0);
	for (const [index, number] of one.numbers.entries()) {
		const difference = number - (two.numbers[index] ?? 0);
		if (difference !== 0) return difference;
	}
	if (one.kind !== two.kind) return one.kind < two.kind ? -1 : 1;
	return one.pre - two.pre;
}
function parse(text) {
	const match = FORM.exec(text);
	if (match === null) return void 0;
	const [, major = "", minor, patch, kind = "", pre] = match;
	const implied = minor === void 0 || kind === "" && Number(minor) < 21 ? 0 : NO_PATCH;
	return {
		numbers: [
			Number(major),
			Number(minor ?? 0),
			patch === void 0 ? implied : Number(patch)
		],
		kind,
		pre: Number(pre ?? -1)
	};
}
// src/policy/build-mode.ts
const VENDOR_SINCE = "1.14";
function buildMode(facts, module) {
	const flags = facts.environment.settings["GOFLAGS"]?.value ?? "";
	const chosen = [...flags.matchAll(/(?:^|[\s'"])--?mod=(readonly|vendor|mod)(?=$|[\s'"])/gu)].at(-1)?.[1];
	if (chosen === "readonly" || chosen === "vendor" || chosen === "mod") return chosen;
	if (/(?:^|[\s'"])--?modfile=/u.test(flags)) return "mod";
	const { work } = facts;
	if (work !== void 0 && module.isMain) return isUsed(work.vendor, {
		goLine: work.go?.text,
		isWorkspace: true
	}) ? "vendor" : "readonly";
	return isUsed(module.vendor, {
		goLine: module.mod.go?.text,
		isWorkspace: false
	}) ? "vendor" : "readonly";
}
function workspaceMode(facts) {
	const first = facts.modules.find(({ isMain }) => isMain);
	return first === void 0 ? "readonly" : buildMode(facts, first);
}
function isUsed(vendor, by) {
	if (vendor === void 0 || by.goLine === void 0 || vendor.isWorkspace !== by.isWorkspace) return false;
	return compareGoLines(by.goLine, VENDOR_SINCE) >= 0;
}
function isInWorkspace(facts, module) {
	return facts.work !== void 0 && module.isMain;
}
// src/policy/replacements.ts
function nameOfVersion({ path, version }) {
	return version === void 0 ? path : `${path}@${version}`;
}
function findReplacement(...lists) {
	const indexes = lists.map((list) => {
		const index = new Map();
		for (const each of list) if (!index.has(nameOfVersion(each))) index.set(nameOfVersion(each), each);
		return index;
	});
	return (module) => {
		for (const index of indexes) {
			const found = index.get(nameOfVersion(module)) ?? index.get(module.path);
			if (found !== void 0) return found;
		}
	};
}
// src/policy/module-routes.ts
const DEFAULT_PROXY = "the public Go module proxy";
function routeModules(facts) {
	const routing = readRouting(facts.environment);
	const own = new Set(facts.work === void 0 ? [] : facts.modules.map(({ mod }) => mod.module?.text));
	const routed = new Map();
	for (const module of builtModules(facts)) {
		const isVendored = buildMode(facts, module) === "vendor";
		const replacementOf = findReplacement(facts.work?.replaces ?? [], module.mod.replaces);
		for (const required of module.mod.requires) {
			const next = routeModule({
				module,
				required,
				replacementOf,
				routing,
				isVendored
			});
			const key = `${next.path}@${next.version}`;
			const known = routed.get(key);
			if ((known === void 0 || known.local !== void 0 && next.local === void 0) && !own.has(next.path)) routed.set(key, next);
		}
	}
	return [...routed.values()];
}
function builtModules({ modules }) {
	const main = modules.filter(({ isMain }) => isMain);
	return main.length > 0 ? main : modules;
}
function readRouting(environment) {
	const list = (name) => (require_install ??= require("./install.cjs")).parseModulePatterns((require_install ??= require("./install.cjs")).settingValue(environment, name) || (require_install ??= require("./install.cjs")).settingValue(environment, "GOPRIVATE"));
	return {
		mod: flagValue(readGoFlags((require_install ??= require("./install.cjs")).settingValue(environment, "GOFLAGS")), "mod"),
		noProxy: list("GONOPROXY"),
		noSum: list("GONOSUMDB"),
		steps: readSteps(environment),
		database: readDatabase(environment)
	};
}
function readSteps(environment) {
	const setting = environment.settings["GOPROXY"];
	if (setting === void 0) return [{ kind: "default-proxy" }, { kind: "direct" }];
	const list = (require_install ??= require("./install.cjs")).parseGoproxy(setting.value);
	return "entries" in list ? list.entries : [];
}
function readDatabase(environment) {
	const value = (require_install ??= require("./install.cjs")).settingValue(environment, "GOSUMDB");
	if (value === "off") return void 0;
	const [word = (require_install ??= require("./install.cjs")).CHECKSUM_DATABASE, url] = (value || "sum.golang.org").split(/\s+/u).filter(Boolean);
	if (word === "sum.golang.google.cn") return {
		name: (require_install ??= require("./install.cjs")).CHECKSUM_DATABASE,
		url: url ?? `https://${word}`
	};
	return {
		name: word.split("+")[0] ?? word,
		url
	};
}
function routeModule(job) {
	const { module, required, replacementOf, routing, isVendored } = job;
	const replacement = replacementOf(required);
	const other = replacement?.newVersion === void 0 ? void 0 : {
		path: replacement.newPath,
		version: replacement.newVersion
	};
	const { path, version } = other ?? required;
	const local = isVendored ? "vendor" : replacement !== void 0 && other === void 0 ? "replace" : void 0;
	const place = {
		path,
		version,
		file: module.mod.file,
		line: required.line,
		hasSum: module.sum !== void 0
	};
	if (local !== void 0) return {
		...place,
		local,
		steps: [],
		database: void 0
	};
	const isDirect = (require_install ??= require("./install.cjs")).findModulePattern(routing.noProxy, path) !== void 0;
	const isUnverified = (require_install ??= require("./install.cjs")).findModulePattern(routing.noSum, path) !== void 0;
	return {
		...place,
		local,
		steps: isDirect ? [{ kind: "direct" }] : routing.steps,
		database: isUnverified ? void 0 : routing.database
	};
}
function moduleRoutes(facts) {
	const rows = new Map();
	for (const module of routeModules(facts)) {
		const from = module.local === void 0 ? module.steps.map(stepText) : [module.local];
		const verifiedBy = verifier(module);
		const key = JSON.stringify([from, verifiedBy]);
		const row = rows.get(key) ?? {
			from,
			verifiedBy,
			modules: []
		};
		row.modules.push(`${module.path}@${module.version}`);
		rows.set(key, row);
	}
	return [...rows.values()].map(({ from, verifiedBy, modules }) => ({
		modules: modules.sort().slice(0, SHOWN_MODULES),
		count: modules.length,
		from,
		verifiedBy
	}));
}
const SHOWN_MODULES = 3;
function stepText(step) {
	if (step.kind === "default-proxy") return DEFAULT_PROXY;
	return step.kind === "proxy" ? require_main.redactUrl(step.url) : step.kind;
}
function verifier({ local, database, steps, hasSum }) {
	if (local !== void 0) return "nothing";
	if (database === void 0) return hasSum ? "go.sum only" : "nothing";
	if (database.url !== void 0) return `${database.name} at ${require_main.redactUrl(database.url)}`;
	const through = steps.filter(({ kind }) => kind === "proxy" || kind === "default-proxy").map(stepText);
	return through.length === 0 ? database.name : `${database.name} through ${through.join(" or ")}, or directly`;
}
// src/domain/module-version.ts
const IDENTIFIERS = "[0-9A-Za-z-]+(?:\\.[0-9A-Za-z-]+)*";
const SEMVER = new RegExp(`^v(0|[1-9]\\d*)(?:\\.(0|[1-9]\\d*)(?:\\.(0|[1-9]\\d*)(?:-(${IDENTIFIERS}))?(?:\\+(${IDENTIFIERS}))?)?)?$`, "u");
function isCanonicalVersion(text) {
	const match = isSemver(text) ? SEMVER.exec(text) : null;
	return match !== null && match[3] !== void 0 && (match[5] === void 0 || match[5] === "incompatible");
}
function isSemver(text) {
	const prerelease = SEMVER.exec(text)?.[4];
	if (prerelease === void 0) return SEMVER.test(text);
	return prerelease.split(".").every((part) => !/^0\d+$/u.test(part));
}
function majorMismatch(path, version) {
	const suffix = pathMajor(path);
	if (suffix === void 0) return "the path ends in a version that no path may end in";
	if (version === void 0) return void 0;
	const major = /^v\d+/u.exec(version)?.[0] ?? "";
	if (suffix === "") {
		if (major === "v0" || major === "v1" || version.endsWith("+incompatible")) return void 0;
		return `the version of this path should be v0 or v1, not ${major}`;
	}
	const wanted = suffix.slice(1).replace(/-unstable$/u, "");
	if (major === wanted || suffix === ".v1" && version.startsWith("v0.0.0-")) return void 0;
	return `the version of this path should be ${wanted}, not ${major}`;
}
function pathMajor(path) {
	if (path.startsWith("gopkg.in/")) return /\.v(?:0|[1-9]\d*)(?:-unstable)?$/u.exec(path)?.[0];
	const suffix = /\/v[\d.]+$/u.exec(path)?.[0] ?? "";
	if (suffix === "") return "";
	return /^\/v[1-9]\d*$/u.test(suffix) && suffix !== "/v1" ? suffix : void 0;
}
function compareModuleVersions(a, b) {
	const [one, two] = [SEMVER.exec(a), SEMVER.exec(b)];
	if (one === null || two === null) return Number(one !== null) - Number(two !== null);
	for (const index of [
		1,
		2,
		3
	]) {
		const difference = compareNumbers(one[index] ?? "0", two[index] ?? "0");
		if (difference !== 0) return difference;
	}
	return comparePrereleases(one[4]?.split(".") ?? [], two[4]?.split(".") ?? []);
}
function compareNumbers(a, b) {
	return a.length - b.length || compareTexts(a, b);
}
function compareTexts(a, b) {
	return Number(a > b) - Number(a < b);
}
function comparePrereleases(a, b) {
	if (a.length === 0 || b.length === 0) return b.length - a.length;
	for (const [index, part] of a.entries()) {
		const other = b[index];
		if (other === void 0) return 1;
		const [isNumber, isOtherNumber] = [/^\d+$/u.test(part), /^\d+$/u.test(other)];
		if (isNumber !== isOtherNumber) return isNumber ? -1 : 1;
		const difference = isNumber ? compareNumbers(part, other) : compareTexts(part, other);
		if (difference !== 0) return difference;
	}
	return a.length - b.length;
}
// src/domain/go-mod-file.ts
const COMMON_DIRECTIVES = {
	go: readGo,
	toolchain: readToolchain,
	godebug: readGodebug,
	replace: readReplace
};
const DIRECTIVES$1 = {
	...COMMON_DIRECTIVES,
	module: readModule$1,
	require: readRequire,
	exclude: readExclude,
	retract: readRetract,
	tool: (statement, draft) => readText(statement, draft.tools),
	ignore: (statement) => readText(statement, [])
};
const BLOCKS$1 = [
	"module",
	"godebug",
	"require",
	"exclude",
	"replace",
	"retract",
	"tool",
	"ignore"
];
function parseGoMod({ text, ...file }) {
	const { draft, problems } = readDraft(text, {
		directives: DIRECTIVES$1,
		blocks: BLOCKS$1
	});
	const { module, go, toolchain, requires, excludes, replaces, tools, godebugs } = draft;
	return {
		...file,
		module,
		go,
		toolchain,
		requires,
		excludes,
		replaces,
		tools,
		godebugs,
		problems
	};
}
function readDraft(text, grammar) {
	const draft = {
		module: void 0,
		go: void 0,
		toolchain: void 0,
		requires: [],
		excludes: [],
		replaces: [],
		tools: [],
		godebugs: [],
		uses: []
	};
	const { statements, problems } = (require_project ??= require("./project.cjs")).readStatements(text, grammar.blocks);
	const all = [...problems];
	for (const statement of statements) {
		const { verb, args, line } = statement;
		const read = Object.hasOwn(grammar.directives, verb) ? grammar.directives[verb] : void 0;
		const complaint = read === void 0 ? {
			kind: "directive",
			reason: `no directive is named ${verb.slice(0, 40)}`
		} : read(statement, draft);
		if (complaint === void 0 || all.length >= 20) continue;
		all.push((require_project ??= require("./project.cjs")).problemAt({
			line,
			text: [verb, ...args].join(" ")
		}, complaint));
	}
	return {
		draft,
		problems: all.sort((a, b) => a.line - b.line)
	};
}
const BAD_QUOTES = (require_project ??= require("./project.cjs")).syntax("a word is quoted in a way that go.mod does not know");
function readModule$1({ args, line }, draft) {
	if (draft.module !== void 0) return (require_project ??= require("./project.cjs")).syntax("there is a module line already");
	const text = args.length === 1 ? (require_project ??= require("./project.cjs")).unquote(args[0] ?? "") : void 0;
	draft.module = {
		text: text ?? args.join(" "),
		line
	};
	return text === void 0 ? (require_project ??= require("./project.cjs")).syntax("a module line has one path") : void 0;
}
const GO_VERSION = /^[1-9]\d*\.(?:0|[1-9]\d*)(?:\.(?:0|[1-9]\d*))?(?:[a-z]+\d+)?$/u;
function readGo({ args, line }, draft) {
	if (draft.go !== void 0) return (require_project ??= require("./project.cjs")).syntax("there is a go line already");
	const [text = ""] = args;
	if (args.length !== 1 || !GO_VERSION.test(text)) return (require_project ??= require("./project.cjs")).syntax("a go line has one version of the form 1.26 or 1.26.0");
	draft.go = {
		text,
		line
	};
}
function readToolchain({ args, line }, draft) {
	if (draft.toolchain !== void 0) return (require_project ??= require("./project.cjs")).syntax("there is a toolchain line already");
	const [text = ""] = args;
	if (args.length !== 1 || !/^default$|^go1(?:$|\.)/u.test(text)) return {
		kind: "toolchain",
		reason: "a toolchain line has one name of the form go1.26.0, or default"
	};
	draft.toolchain = {
		text,
		line
	};
}
function readGodebug({ args, line }, draft) {
	const [text = ""] = args;
	if (args.length !== 1 || /["'`]/u.test(text) || !text.includes("=")) return (require_project ??= require("./project.cjs")).syntax("a godebug line is key=value");
	draft.godebugs.push({
		text,
		line
	});
}
function readText({ verb, args, line }, into) {
	if (args.length !== 1) return (require_project ??= require("./project.cjs")).syntax(`a line of ${verb} has one word`);
	const text = (require_project ??= require("./project.cjs")).unquote(args[0] ?? "");
	if (text === void 0) return BAD_QUOTES;
	into.push({
		text,
		line
	});
}
function readRequire(statement, draft) {
	const read = readModuleVersion(statement);
	if ("reason" in read) return read;
	const [first, ...rest] = statement.comment.slice(2).trim().split(/\s+/u);
	const indirect = rest.length === 0 ? first === "indirect" : first === "indirect;";
	draft.requires.push({
		...read,
		indirect,
		line: statement.line
	});
}
function readExclude(statement, draft) {
	const read = readModuleVersion(statement);
	if ("reason" in read) return read;
	draft.excludes.push({
		...read,
		line: statement.line
	});
}
function readModuleVersion({ verb, args }) {
	if (args.length !== 2) return (require_project ??= require("./project.cjs")).syntax(`a line of ${verb} is: module/path v1.2.3`);
	const [path, version] = args.map((require_project ??= require("./project.cjs")).unquote);
	if (path === void 0 || version === void 0) return BAD_QUOTES;
	return judgeVersion(path, version) ?? {
		path,
		version
	};
}
function judgeVersion(path, version) {
	if (version !== void 0 && !isCanonicalVersion(version)) return {
		kind: "query",
		reason: "the version is not of the form v1.2.3"
	};
	const mismatch = majorMismatch(path, version);
	return mismatch === void 0 ? void 0 : {
		kind: "version",
		reason: mismatch
	};
}
function isDirectoryPath(text) {
	return /^(?:\.\.?(?:[/\\]|$)|[/\\]|[A-Za-z]:)/u.test(text);
}
function readReplace({ args, line }, draft) {
	const arrow = args[1] === "=>" ? 1 : 2;
	if (args[arrow] !== "=>" || args.length < arrow + 2 || args.length > arrow + 3) return (require_project ??= require("./project.cjs")).syntax("a replace line is: module/path [v1.2.3] => other/path v1.2.3, or => ../directory");
	const words = args.map((require_project ??= require("./project.cjs")).unquote);
	if (words.includes(void 0)) return BAD_QUOTES;
	const [path = "", version] = words;
	const [newPath = "", newVersion] = words.slice(arrow + 1);
	const oldVersion = arrow === 2 ? version : void 0;
	const complaint = judgeVersion(path, oldVersion);
	if (complaint !== void 0) return complaint;
	if (newVersion === void 0 && !isDirectoryPath(newPath)) return (require_project ??= require("./project.cjs")).syntax("a replacement without a version is a directory, which begins with ./ or ../ or /");
	if (newVersion !== void 0 && isDirectoryPath(newPath)) return (require_project ??= require("./project.cjs")).syntax("a directory has no version");
	if (newVersion !== void 0 && !isCanonicalVersion(newVersion)) return {
		kind: "query",
		reason: "the version of the replacement is not of the form v1.2.3"
	};
	draft.replaces.push({
		path,
		version: oldVersion,
		newPath,
		newVersion,
		line
	});
}
function readRetract({ args }) {
	const [low, comma, high, end] = args.slice(1);
	const isRange = args.length === 5 && args[0] === "[" && comma === "," && end === "]";
	const versions = (isRange ? [low, high] : args).map((word) => (require_project ??= require("./project.cjs")).unquote(word ?? ""));
	if (!isRange && args.length !== 1) return (require_project ??= require("./project.cjs")).syntax("a retract line is a version, or [v1.0.0, v1.2.3]");
	if (versions.every((version) => version !== void 0 && isCanonicalVersion(version))) return void 0;
	return {
		kind: "version",
		reason: "a retracted version is not of the form v1.2.3"
	};
}
// src/domain/go-sum-file.ts
const USUAL = /^(\S+) (v[^\s/]+)(\/go\.mod)? (h1:[A-Za-z0-9+/]{43}=)$/u;
const SPACE = /(?:(?!\ufeff)[\s\u0085])+/u;
const H1 = /^h1:[A-Za-z0-9+/]{43}=$/u;
const EMPTY_GO_MOD = "h1:G7mAYYxgmS0lVkHyy2hEOLQCFB0DlQFTMLWggykrydY=";
const GO_MOD_SUFFIX = "/go.mod";
function parseGoSum({ text, ...file }) {
	const lines = [];
	const problems = [];
	let line = 0;
	for (let at = 0; at < text.length;) {
		const end = text.indexOf("\n", at);
		const raw = text.slice(at, end === -1 ? text.length : end);
		at = end === -1 ? text.length : end + 1;
		line += 1;
		const usual = USUAL.exec(raw);
		const read = usual === null ? readUnusual(raw) : sumLine(usual[1] ?? "", (usual[2] ?? "") + (usual[3] ?? ""), usual[4] ?? "");
		if (read === void 0 || "hash" in read && read.hash === EMPTY_GO_MOD) continue;
		if ("hash" in read) lines.push({
			...read,
			line
		});
		else if (problems.length < 20) problems.push((require_project ??= require("./project.cjs")).problemAt({
			line,
			text: raw
		}, read));
	}
	return {
		...file,
		lines,
		problems
	};
}
function readUnusual(raw) {
	if ((require_project ??= require("./project.cjs")).isMergeMark(raw)) return (require_project ??= require("./project.cjs")).MERGE_MARK;
	const fields = raw.split(SPACE).filter((field) => field !== "");
	if (fields.length === 0) return void 0;
	const [path = "", version = "", hash = ""] = fields;
	if (fields.length !== 3) return {
		kind: "syntax",
		reason: `a line has 3 fields, this one has ${fields.length}`
	};
	if (hash.startsWith("h1:") && !H1.test(hash)) return {
		kind: "syntax",
		reason: "the hash is not h1: and 44 base64 characters"
	};
	return sumLine(path, version, hash);
}
function sumLine(path, field, hash) {
	const isGoMod = field.endsWith(GO_MOD_SUFFIX);
	return {
		path,
		version: isGoMod ? field.slice(0, -7) : field,
		isGoMod,
		hash
	};
}
// src/domain/go-work-file.ts
const DIRECTIVES = {
	...COMMON_DIRECTIVES,
	use: (statement, draft) => readText(statement, draft.uses)
};
const BLOCKS = [
	"godebug",
	"use",
	"replace"
];
function parseGoWork({ text, ...file }) {
	const { draft, problems } = readDraft(text, {
		directives: DIRECTIVES,
		blocks: BLOCKS
	});
	const { go, toolchain, replaces, godebugs, uses } = draft;
	return {
		...file,
		go,
		toolchain,
		replaces,
		godebugs,
		uses,
		problems
	};
}
// src/domain/vendor-modules.ts
function parseVendorModules({ text, ...file }) {
	const modules = new Map();
	const replaces = new Map();
	const problems = [];
	const lines = text.split("\n");
	let current;
	for (const [index, raw] of lines.entries()) {
		const line = index + 1;
		if (raw.startsWith("# ")) current = readModuleLine({
			line,
			text: raw
		}, {
			modules,
			replaces,
			current
		});
		else if ((require_project ??= require("./project.cjs")).isMergeMark(raw)) problems.push((require_project ??= require("./project.cjs")).problemAt({
			line,
			text: raw
		}, (require_project ??= require("./project.cjs")).MERGE_MARK));
		else if (current !== void 0) readDetail(raw, current);
	}
	const [first = ""] = lines;
	return {
		...file,
		isWorkspace: first.startsWith("## ") && marksOf(first).includes("workspace"),
		modules: [...modules.values()].filter(({ version }) => version !== ""),
		replaces: [...replaces.values()],
		problems: problems.slice(0, 20)
	};
}
function readModuleLine({ line, text }, known) {
	const fields = text.trim().split(/\s+/u);
	if (fields.length < 3) return known.current;
	const head = readHead(fields);
	if (head === void 0) return void 0;
	const replacement = readReplacement(fields.slice(head.version === "" ? 2 : 3), {
		...head,
		line
	});
	if (replacement !== void 0) known.replaces.set(keyOf(head), replacement);
	return moduleOf(known.modules, {
		...head,
		line
	});
}
function readDetail(raw, module) {
	if (raw.startsWith("## ")) {
		const marks = marksOf(raw);
		if (marks.includes("explicit")) module.explicit = true;
		module.goVersion = marks.findLast((mark) => mark.startsWith("go "))?.slice(3) ?? module.goVersion;
	} else if (/^\s*\S+\s*$/u.test(raw)) module.hasPackages = true;
}
function readHead([, path = "", second = ""]) {
	if (isSemver(second)) return {
		path,
		version: second
	};
	return second === "=>" ? {
		path,
		version: ""
	} : void 0;
}
function readReplacement(fields, head) {
	const [arrow, newPath, newVersion] = fields;
	if (arrow !== "=>" || newPath === void 0 || fields.length > 3) return void 0;
	if (newVersion !== void 0 && !isSemver(newVersion)) return void 0;
	return {
		path: head.path,
		version: head.version === "" ? void 0 : head.version,
		newPath,
		newVersion,
		line: head.line
	};
}
function moduleOf(modules, head) {
	const known = modules.get(keyOf(head));
	if (known !== void 0) return known;
	const made = {
		...head,
		explicit: false,
		hasPackages: false,
		goVersion: void 0
	};
	modules.set(keyOf(head), made);
	return made;
}
function keyOf({ path, version }) {
	return `${path}@${version}`;
}
function marksOf(line) {
	return line.slice(3).split(";").map((mark) => mark.trim());
}
// src/probes/project-modules.ts
async function readModule(place, { directory, isMain }) {
	const { reader } = place;
	const text = await reader.text((0, node_path.join)(directory, "go.mod"), require_main.LIMITS.versionFileBytes);
	if (text === void 0) return void 0;
	const mod = parseGoMod(text);
	const [sum, vendor, replaces] = await Promise.all([
		readSum(reader, (0, node_path.join)(directory, "go.sum")),
		readVendor(reader, (0, node_path.join)(directory, "vendor")),
		followReplacements(place, {
			directory,
			replaces: mod.replaces
		})
	]);
	return {
		directory: reader.show(directory),
		isMain,
		mod: {
			...mod,
			replaces
		},
		sum,
		vendor
	};
}
async function readWork(place, path) {
	const { reader } = place;
	const text = await reader.text(path, require_main.LIMITS.versionFileBytes);
	if (text === void 0) return void 0;
	const { uses, ...work } = parseGoWork(text);
	const directory = (0, node_path.dirname)(path);
	const [sum, vendor, replaces] = await Promise.all([
		readSum(reader, `${path}.sum`),
		readVendor(reader, (0, node_path.join)(directory, "vendor")),
		followReplacements(place, {
			directory,
			replaces: work.replaces
		})
	]);
	const used = uses.slice(0, require_main.LIMITS.projectModuleCount).map(async ({ text: use, line }) => {
		const target = (0, node_path.resolve)(directory, use);
		return {
			path: use,
			line,
			directory: reader.show(target),
			hasGoMod: await reader.hasFile((0, node_path.join)(target, "go.mod"))
		};
	});
	return {
		...work,
		directory: reader.show(directory),
		uses: await Promise.all(used),
		replaces,
		sum,
		vendor
	};
}
async function readSum(reader, path) {
	const text = await reader.text(path, require_main.LIMITS.goSumBytes);
	return text && parseGoSum(text);
}
async function readVendor(reader, directory) {
	if (!await reader.hasDirectory(directory)) return void 0;
	const path = (0, node_path.join)(directory, "modules.txt");
	return parseVendorModules(await reader.text(path, require_main.LIMITS.goSumBytes) ?? {
		file: reader.show(path),
		sizeBytes: 0,
		text: ""
	});
}
async function followReplacements(place, from) {
	return Promise.all(from.replaces.map(async (replacement, index) => {
		if (replacement.newVersion !== void 0 || index >= require_main.LIMITS.projectReplacementCount) return replacement;
		return {
			...replacement,
			target: await targetOf(place, (0, node_path.resolve)(from.directory, replacement.newPath))
		};
	}));
}
async function targetOf({ reader, checkout }, directory) {
	if (!await reader.hasFile((0, node_path.join)(directory, "go.mod"))) return await reader.hasDirectory(directory) ? "no-go-mod" : "missing";
	const way = checkout === void 0 ? "" : (0, node_path.relative)(checkout, directory);
	return (0, node_path.isAbsolute)(way) || way.split(/[\\/]/u)[0] === ".." ? "outside" : "module";
}
// src/probes/project-reader.ts
function createProjectReader({ files, workspace }) {
	let bytesRead = 0;
	const show = (path) => {
		const way = (0, node_path.relative)(workspace, path);
		return (0, node_path.isAbsolute)(way) ? path : way.replaceAll("\\", "/") || ".";
	};
	const kinds = new Map();
	const kindOf = (path) => {
		const known = kinds.get(path) ?? statOf(files, path).then((stat) => stat?.kind);
		kinds.set(path, known);
		return known;
	};
	return {
		files,
		bytesRead: () => bytesRead,
		show,
		hasFile: async (path) => ["file", "symlink"].includes(await kindOf(path) ?? ""),
		async hasDirectory(path) {
			const kind = await kindOf(path);
			if (kind !== "symlink") return kind === "directory";
			return ["directory", "symlink"].includes(await kindOf(`${path}/.`) ?? "");
		},
		async text(path, maxBytes) {
			const stat = await statOf(files, path);
			if (stat === void 0 || stat.kind === "directory") return void 0;
			const facts = {
				file: show(path),
				sizeBytes: stat.sizeBytes,
				text: ""
			};
			if (stat.kind === "other") return {
				...facts,
				problem: "unreadable"
			};
			if (stat.sizeBytes > maxBytes) return {
				...facts,
				problem: "too-large"
			};
			const read = await readBytes({
				files,
				path,
				maxBytes
			});
			if (read === void 0 || typeof read === "string") return read && {
				...facts,
				problem: read
			};
			bytesRead += read.length;
			if (read.includes(0)) return {
				...facts,
				sizeBytes: read.length,
				problem: "binary"
			};
			return {
				...facts,
				sizeBytes: read.length,
				text: read.toString("utf8")
			};
		}
	};
}
async function statOf(files, path) {
	try {
		return await files.stat(path);
	} catch (error) {
		if (error instanceof require_main.Failure) return void 0;
		throw error;
	}
}
async function readBytes(file) {
	try {
		return await file.files.read(file.path, file.maxBytes);
	} catch (error) {
		if (!(error instanceof require_main.Failure)) throw error;
		const evidence = Object.fromEntries(error.finding.evidence.map(({ name, value }) => [name, value]));
		if (error.code === "FS.NOT_FOUND") return void 0;
		if (evidence["errno"] === "ELOOP") return "link-loop";
		return error.code === "FS.IO" && evidence["errno"] === void 0 ? "too-large" : "unreadable";
	}
}
// src/probes/project-version-files.ts
const NAMES = [
	".go-version",
	".tool-versions",
	".prototools",
	"mise.toml",
	".mise.toml"
];
async function readVersionFiles(reader, directories) {
	const found = [];
	for (const directory of new Set(directories)) {
		const names = await namesIn(reader, directory);
		for (const name of NAMES.filter((each) => names.includes(each))) {
			const file = await reader.text((0, node_path.join)(directory, name), require_main.LIMITS.versionFileBytes);
			if (file !== void 0) found.push(versionOf(file));
		}
	}
	return found;
}
function versionOf({ text, ...file }) {
	const read = (require_project ??= require("./project.cjs")).readVersionFile({
		path: file.file,
		text
	});
	if ("finding" in read) return {
		...file,
		version: void 0,
		line: void 0
	};
	return {
		...file,
		version: read.spec.text,
		line: read.line
	};
}
async function namesIn(reader, directory) {
	try {
		return await reader.files.list(directory);
	} catch (error) {
		if (error instanceof require_main.Failure) return [];
		throw error;
	}
}
// src/probes/project.ts
const SKIPPED = [
	"vendor",
	"testdata",
	"node_modules"
];
async function gatherProject(search) {
	const { files, workspace, directory, checkout } = search;
	const reader = createProjectReader({
		files,
		workspace
	});
	const place = {
		reader,
		checkout
	};
	const incomplete = [];
	const nearest = await nearestWith(search, (path) => reader.hasFile(path), "go.mod");
	const work = await workInEffect(place, search);
	const used = work?.uses.filter(({ hasGoMod }) => hasGoMod).map((use) => (0, node_path.resolve)(workspace, use.directory));
	const below = search.scope === "all" ? modulesBelow(search, incomplete) : [];
	const own = nearest === void 0 ? [] : [nearest];
	const main = used ?? (nearest === void 0 && below.length === 1 ? below : own);
	const modules = [];
	for (const each of new Set([
		...main,
		...own,
		...below
	])) {
		if (modules.length >= require_main.LIMITS.projectModuleCount || reader.bytesRead() > require_main.LIMITS.projectBytes) {
			incomplete.push(`modules after ${reader.show(each)}`);
			break;
		}
		const read = await readModule(place, {
			directory: each,
			isMain: main.includes(each)
		});
		if (read !== void 0) modules.push(read);
	}
	return {
		directory: reader.show(directory),
		moduleDirectory: nearest && reader.show(nearest),
		modules,
		work,
		versionFiles: await readVersionFiles(reader, [
			directory,
			...own,
			workspace
		]),
		incomplete
	};
}
async function workInEffect(place, search) {
	const { gowork } = search;
	if (gowork === "off") return void 0;
	if ((0, node_path.isAbsolute)(gowork)) return readWork(place, gowork);
	const directory = await nearestWith(search, (path) => place.reader.hasFile(path), "go.work");
	return directory === void 0 ? void 0 : readWork(place, (0, node_path.join)(directory, "go.work"));
}
async function nearestWith({ directory, top }, hasFile, name) {
	for (let at = directory;; at = (0, node_path.dirname)(at)) {
		if (await hasFile((0, node_path.join)(at, name))) return at;
		if (at === top || at === (0, node_path.dirname)(at)) return void 0;
	}
}
function modulesBelow({ files, directory, foreign }, incomplete) {
	const outside = new Set(foreign.map((path) => (0, node_path.resolve)(path)));
	const { paths, isCut } = (require_seldom ??= require("./seldom.cjs")).walkTree({
		entries: (place) => entriesOf(files, (0, node_path.join)(directory, ...place)),
		enter: (place) => {
			const name = place.at(-1) ?? "";
			return !SKIPPED.includes(name) && !/^[._]/u.test(name) && !outside.has((0, node_path.join)(directory, ...place));
		},
		take: (place) => place.at(-1) === "go.mod",
		limits: {
			depth: require_main.LIMITS.dependencyDepth,
			directoryCount: require_main.LIMITS.dependencyDirectoryCount,
			fileCount: require_main.LIMITS.dependencyFileCount
		}
	});
	if (isCut) incomplete.push("directories: too many, or too deep");
	return paths.map((path) => (0, node_path.dirname)((0, node_path.join)(directory, path)));
}
function entriesOf(files, directory) {
	try {
		return files.tree.readDirectory(directory);
	} catch (error) {
		if (error instanceof require_main.Failure) return [];
		throw error;
	}
}
// src/policy/setting-fixes.ts
function unsetFix(name, setting) {
	const title = `Remove ${name}`;
	if (setting?.origin === "go env -w") return {
		title,
		kind: "command",
		text: `go env -u ${name}`,
		risk: "none"
	};
	if (setting?.origin === "go.env") return {
		title,
		kind: "edit",
		text: `Remove the line ${name}= from ${setting.file}`,
		risk: "none"
	};
	return {
		title: `${title} from the environment of the job`,
		kind: "setting",
		text: `unset ${name}`,
		risk: "none"
	};
}
function setFix(name, value, setting) {
	const title = `Set ${name}`;
	if (setting?.origin === "go env -w") return {
		title,
		kind: "command",
		text: `go env -w ${name}=${(require_install ??= require("./install.cjs")).shellWord(value)}`,
		risk: "none"
	};
	return {
		title,
		kind: "setting",
		text: `${name}=${value}`,
		risk: "none"
	};
}
// src/rules/absolute-directories.ts
const NEEDED_BY = {
	GOBIN: "go install",
	GOCACHE: "go build, go test and go vet",
	GOMODCACHE: "every go command that needs a module"
};
const absoluteDirectories = {
	id: "absolute-directories",
	topic: "environment",
	title: "GOBIN, GOCACHE and GOMODCACHE are absolute",
	codes: ["GO.ENV"],
	judge({ environment }) {
		return Object.entries(NEEDED_BY).flatMap(([name, command]) => {
			const setting = environment.settings[name];
			const row = environment.directories.find((directory) => directory.name === name);
			if (row === void 0 || row.value === "off" || row.isAbsolute && row.kind !== "file") return [];
			const message = row.isAbsolute ? `${name} is a file` : `${name} is relative`;
			const evidence = setting === void 0 ? { value: row.value } : (require_install ??= require("./install.cjs")).settingEvidence(setting);
			const fixes = [...setting === void 0 ? [] : [unsetFix(name, setting)], setFix(name, "/absolute/path", setting)];
			return [require_main.finding("GO.ENV", {
				subject: name,
				message,
				evidence: {
					...evidence,
					"ends with an error": command
				},
				fixes
			})];
		});
	}
};
// src/rules/build-cache.ts
const buildCache = {
	id: "build-cache",
	topic: "environment",
	title: "There is a place for the build cache",
	codes: ["GO.ENV"],
	judge({ environment }) {
		const setting = environment.settings["GOCACHE"];
		if (setting?.value === "off") {
			const detail = {
				evidence: (require_install ??= require("./install.cjs")).settingEvidence(setting),
				fixes: [unsetFix("GOCACHE", setting)]
			};
			return [require_main.finding("GO.ENV", {
				subject: "GOCACHE",
				message: "The build cache is switched off, and Go needs it",
				...detail
			})];
		}
		const rows = environment.directories;
		if (rows.length === 0 || rows.some(({ name }) => name === "GOCACHE")) return [];
		const home = environment.os === "win32" ? "LOCALAPPDATA" : "HOME";
		const message = `Neither GOCACHE nor ${home} is set, so Go has no place for its build cache`;
		return [require_main.finding("GO.ENV", {
			subject: home,
			message,
			fixes: [setFix(home, "/path/of/a/home"), setFix("GOCACHE", "/absolute/path")]
		})];
	}
};
// src/rules/certificate-files.ts
const READERS = {
	NODE_EXTRA_CA_CERTS: {
		code: "CFG.EXTRA_CA_UNREADABLE",
		reader: "Node"
	},
	SSL_CERT_FILE: {
		code: "CFG.CERT_FILE_UNREADABLE",
		reader: "Go"
	},
	SSL_CERT_DIR: {
		code: "CFG.CERT_FILE_UNREADABLE",
		reader: "Go"
	},
	GIT_SSL_CAINFO: {
		code: "CFG.CERT_FILE_UNREADABLE",
		reader: "git"
	},
	"http.sslcainfo": {
		code: "CFG.CERT_FILE_UNREADABLE",
		reader: "git"
	}
};
const certificateFiles = {
	id: "certificate-files",
	topic: "proxy",
	title: "Files of CA certificates hold certificates",
	codes: ["CFG.EXTRA_CA_UNREADABLE", "CFG.CERT_FILE_UNREADABLE"],
	judge({ environment }) {
		const isIgnoredByGo = environment.os === "win32" || environment.os === "darwin";
		const rows = environment.files.filter(({ name }) => !(isIgnoredByGo && name.startsWith("SSL_CERT_")));
		const hasDirectory = rows.some((row) => row.name === "SSL_CERT_DIR" && isGood(row));
		return rows.flatMap((row) => {
			const reader = READERS[row.name];
			if (reader === void 0 || isGood(row) || row.name === "SSL_CERT_DIR" && hasDirectory) return [];
			return [report$4(row, reader, trustsNobody(rows) && reader.reader === "Go")];
		});
	}
};
function isGood({ problem, holds }) {
	return holds === "certificates" || problem === void 0 && holds === void 0 || problem === "too-large";
}
function trustsNobody(rows) {
	const own = rows.filter(({ name }) => name.startsWith("SSL_CERT_"));
	return new Set(own.map(({ name }) => name)).size === 2 && !own.some(isGood);
}
function report$4({ name, file, problem }, { code, reader }, isSure) {
	return require_main.finding(code, {
		subject: name,
		severity: isSure ? "error" : "warning",
		evidence: {
			file,
			state: problem === void 0 ? "there is no whole PEM certificate in it" : "it is missing or cannot be read",
			"read by": reader
		},
		fixes: [{
			title: "Look at it",
			kind: "command",
			text: `ls -l '${file}'; grep -c 'BEGIN CERTIFICATE' '${file}'`,
			risk: "none"
		}, name === "http.sslcainfo" ? {
			title: "Or remove the setting",
			kind: "command",
			text: "git config --global --unset http.sslCAInfo",
			risk: "none"
		} : {
			title: "Or remove the variable",
			kind: "setting",
			text: `unset ${name}`,
			risk: "none"
		}]
	});
}
// src/rules/disk-room.ts
const WATCHED = [
	"GOCACHE",
	"GOMODCACHE",
	"GOTMPDIR",
	"TMPDIR"
];
const NOTHING = {
	bytes: 65536,
	inodes: 4
};
const diskRoom = {
	id: "disk-room",
	topic: "environment",
	title: "There is room for building",
	codes: ["FS.NO_SPACE"],
	judge({ environment }) {
		const told = new Set();
		return environment.directories.flatMap((row) => {
			const { name, value, freeBytes = Number.POSITIVE_INFINITY, freeInodes = Number.POSITIVE_INFINITY } = row;
			const isShort = freeBytes < require_main.LIMITS.buildSpaceBytes || freeInodes < require_main.LIMITS.buildInodes;
			const figures = `${Math.round(freeBytes / 2 ** 20)} ${Math.round(freeInodes / 100)}`;
			if (!WATCHED.includes(name) || !isShort || told.has(figures)) return [];
			told.add(figures);
			const isFull = freeBytes < NOTHING.bytes || freeInodes < NOTHING.inodes;
			return [require_main.finding("FS.NO_SPACE", {
				subject: name,
				message: isFull ? `There is no room left for ${name}` : `There is little room left for ${name}`,
				severity: isFull ? "error" : "warning",
				evidence: {
					directory: value,
					"free bytes": row.freeBytes,
					"free inodes": row.freeInodes,
					"wanted bytes": require_main.LIMITS.buildSpaceBytes,
					"wanted inodes": require_main.LIMITS.buildInodes
				},
				fixes: [{
					title: "See what is full",
					kind: "command",
					text: `df -h '${value}'; df -i '${value}'`,
					risk: "none"
				}]
			})];
		});
	}
};
// src/rules/executable-temp.ts
const executableTemp = {
	id: "executable-temp",
	topic: "environment",
	title: "What is built in the temporary directory can be executed",
	codes: ["FS.NOEXEC"],
	judge({ environment }) {
		const find = (wanted) => environment.directories.find(({ name }) => name === wanted);
		const row = find("GOTMPDIR") ?? find("TMPDIR");
		if (row === void 0 || !row.mountFlags.includes("noexec")) return [];
		const evidence = {
			directory: row.value,
			"mount options": row.mountFlags.join(",")
		};
		const fixes = [setFix("GOTMPDIR", "/a/directory/on/another/file/system")];
		return [require_main.finding("FS.NOEXEC", {
			subject: row.name,
			severity: "warning",
			evidence,
			fixes
		})];
	}
};
// src/rules/go-debug.ts
const WEAK = {
	execerrdot: ["0", "programs are found in the current directory"],
	httplaxcontentlength: ["1", "a malformed Content-Length is accepted"],
	rsa1024min: ["0", "RSA keys below 1024 bits are accepted"],
	tarinsecurepath: ["1", "tar entries may leave their directory"],
	tls10server: ["1", "TLS servers accept TLS 1.0"],
	tls3des: ["1", "TLS may use 3DES"],
	tlsrsakex: ["1", "TLS may use RSA key exchange"],
	tlssha1: ["1", "TLS 1.2 signatures may use SHA-1"],
	tlsunsafeekm: ["1", "keying material may be exported without extended master secret"],
	urlstrictcolons: ["0", "malformed hosts are accepted in URLs"],
	x509negativeserial: ["1", "certificates with a negative serial number are accepted"],
	zipinsecurepath: ["1", "zip entries may leave their directory"]
};
const GONE = [
	"x509ignoreCN",
	"x509sha1",
	"tls13",
	"tlskyber"
];
const goDebug = {
	id: "go-debug",
	topic: "environment",
	title: "GODEBUG weakens nothing",
	codes: ["GO.DEBUG_WEAK"],
	judge({ environment }) {
		const setting = environment.settings["GODEBUG"];
		if (setting === void 0) return [];
		const pairs = setting.value.split(",").map((pair) => {
			const at = pair.indexOf("=");
			return at === -1 ? [pair.trim(), ""] : [pair.slice(0, at).trim(), pair.slice(at + 1).trim()];
		});
		const last = new Map(pairs);
		const without = (wanted) => {
			const rest = pairs.filter(([name]) => name !== wanted).map(([name, value]) => `${name}=${value}`);
			return rest.length === 0 ? unsetFix("GODEBUG", setting) : setFix("GODEBUG", rest.join(","), setting);
		};
		return [...last].flatMap(([name, value]) => {
			const weak = Object.hasOwn(WEAK, name) ? WEAK[name] : void 0;
			const detail = {
				subject: "GODEBUG",
				fixes: [without(name)]
			};
			if (weak !== void 0 && weak[0] === value) return [require_main.finding("GO.DEBUG_WEAK", {
				...detail,
				evidence: {
					setting: `${name}=${value}`,
					effect: weak[1]
				}
			})];
			if (!GONE.includes(name)) return [];
			const message = `GODEBUG=${name} does nothing any more`;
			return [require_main.finding("GO.DEBUG_WEAK", {
				...detail,
				severity: "info",
				message,
				evidence: { setting: `${name}=${value}` }
			})];
		});
	}
};
// src/rules/go-flags.ts
const REASONS = {
	quoting: "A quote in GOFLAGS does not close",
	"no-flag": "A word in GOFLAGS is no flag: a value belongs behind =, in the same word",
	unknown: "GOFLAGS has a flag that no go command knows",
	"no-value": "A flag in GOFLAGS has no value: write it as -flag=value"
};
const KNOWN_GO$1 = {
	major: 1,
	minor: 26,
	patch: 0
};
const goFlags = {
	id: "go-flags",
	topic: "environment",
	title: "GOFLAGS can be read",
	codes: ["GO.FLAGS", "GO.FLAG_INSECURE"],
	judge(facts) {
		const setting = facts.environment.settings["GOFLAGS"];
		if (setting === void 0) return [];
		const { flags, problems } = readGoFlags(setting.value);
		const detail = {
			subject: "GOFLAGS",
			evidence: (require_install ??= require("./install.cjs")).settingEvidence(setting)
		};
		const correct = setFix("GOFLAGS", correctedFlags(setting.value, isInsecure), setting);
		const found = problems.map(({ kind, text }) => {
			const isSure = kind !== "unknown" || isOldEnough(facts.request.version);
			return require_main.finding("GO.FLAGS", {
				...detail,
				message: REASONS[kind],
				evidence: {
					...detail.evidence,
					word: text.slice(0, 200)
				},
				fixes: [kind === "quoting" ? setFix("GOFLAGS", "'-ldflags=-s -w' -trimpath", setting) : correct],
				...isSure ? {} : UNSURE
			});
		});
		return flags.some(isInsecure) ? [...found, require_main.finding("GO.FLAG_INSECURE", {
			...detail,
			severity: "warning",
			fixes: [correct]
		})] : found;
	}
};
function isInsecure({ name }) {
	return name === "insecure";
}
const UNSURE = {
	severity: "warning",
	confidence: "likely"
};
function isOldEnough(text) {
	const version = text === void 0 ? void 0 : require_main.parseGoVersion(text);
	return version !== void 0 && require_main.compareVersions({
		...version,
		patch: 0
	}, KNOWN_GO$1) <= 0;
}
// src/rules/go-insecure.ts
const goInsecure = {
	id: "go-insecure",
	topic: "privacy",
	title: "Modules come over verified TLS",
	codes: ["GO.INSECURE"],
	judge(facts) {
		const setting = facts.environment.settings["GOINSECURE"];
		const patterns = (require_install ??= require("./install.cjs")).parseModulePatterns(setting?.value ?? "");
		if (setting === void 0 || patterns.length === 0) return [];
		const named = routeModules(facts).filter(({ path }) => (require_install ??= require("./install.cjs")).findModulePattern(patterns, path) !== void 0);
		const direct = named.filter(({ steps }) => steps.some(({ kind }) => kind === "direct"));
		const isInert = named.length > 0 && direct.length === 0;
		return [require_main.finding("GO.INSECURE", {
			subject: "GOINSECURE",
			...isInert ? {
				severity: "info",
				message: "GOINSECURE has no effect: the modules that it names come from a proxy"
			} : {},
			evidence: {
				...(require_install ??= require("./install.cjs")).settingEvidence(setting),
				"modules that it names": named.length,
				"fetched directly": direct.length
			},
			fixes: [unsetFix("GOINSECURE", setting)]
		})];
	}
};
// src/rules/go-path.ts
const goPath = {
	id: "go-path",
	topic: "environment",
	title: "GOPATH names usable directories",
	codes: ["GO.ENV"],
	judge({ environment }) {
		const setting = environment.settings["GOPATH"];
		if (setting === void 0) return [];
		const root = (require_install ??= require("./install.cjs")).settingValue(environment, "GOROOT");
		const entries = environment.directories.filter(({ name }) => name === "GOPATH");
		const report = (entry, message, more = {}) => require_main.finding("GO.ENV", {
			subject: "GOPATH",
			message,
			evidence: {
				...(require_install ??= require("./install.cjs")).settingEvidence(setting),
				entry: entry.value
			},
			fixes: [unsetFix("GOPATH", setting), setFix("GOPATH", "/absolute/path", setting)],
			...more
		});
		return entries.flatMap((entry) => {
			if (entry.value.startsWith("~")) return [report(entry, "An entry of GOPATH begins with ~, which only a shell replaces")];
			if (!entry.isAbsolute) return [report(entry, "An entry of GOPATH is relative")];
			if (entry.kind === "file") return [report(entry, "An entry of GOPATH is a file")];
			if (isBelow(entry.value, root)) return [report(entry, "GOPATH lies in GOROOT, or is the same", { severity: "warning" })];
			const outer = entries.find((other) => other !== entry && other.isAbsolute && isBelow(entry.value, other.value));
			if (outer === void 0 || entries.indexOf(outer) > entries.indexOf(entry)) return [];
			return [report(entry, "An entry of GOPATH lies in another one", { severity: "warning" })];
		});
	}
};
function isBelow(path, directory) {
	const plain = (text) => text.replace(/[\\/]+$/u, "");
	return directory !== "" && (plain(path) === plain(directory) || plain(path).startsWith(`${plain(directory)}/`));
}
// src/policy/chosen-go.ts
function chosenGo({ request, environment }) {
	const fixed = (require_project ??= require("./project.cjs")).toolchainVersion(gotoolchain({
		request,
		environment
	}));
	if (fixed !== void 0) return {
		text: fixed,
		isLine: false,
		reason: `GOTOOLCHAIN is ${fixed}`
	};
	const { version, spec, origin } = request;
	const asks = `${origin?.file ?? "go-version"} asks ${spec ?? version ?? ""}`;
	if (version !== void 0) return {
		text: version,
		isLine: false,
		reason: asks
	};
	if (spec !== void 0) {
		const parsed = require_main.parseSpec(spec);
		if (parsed?.kind === "exact") return {
			text: spec.replace(/^(?:go|v)/u, ""),
			isLine: false,
			reason: asks
		};
		if (parsed?.kind !== "minor" || parsed.minor === void 0) return void 0;
		return {
			text: `${parsed.major}.${parsed.minor}`,
			isLine: true,
			reason: asks
		};
	}
	const text = (environment.pathGos.find((each) => each.version !== void 0)?.version)?.replace(/^go/u, "");
	return text === void 0 ? void 0 : {
		text,
		isLine: false,
		reason: `the installed Go is ${text}`
	};
}
function isOlderThan(chosen, goLine) {
	if (!chosen.isLine) return compareGoLines(chosen.text, goLine) < 0;
	const language = /^\d+\.\d+/u.exec(goLine)?.[0] ?? goLine;
	return compareGoLines(chosen.text, language) < 0;
}
function gotoolchain({ request, environment }) {
	return request.gotoolchain ?? environment.settings["GOTOOLCHAIN"]?.value ?? "auto";
}
function switchesToolchain(value) {
	return /(?:^|\+)(?:auto|path)$/u.test(value);
}
// src/policy/installing.ts
function isInstalling({ request }) {
	return request.spec !== void 0 || request.version !== void 0;
}
// src/rules/go-root.ts
const goRoot = {
	id: "go-root",
	topic: "environment",
	title: "GOROOT is not set, or leads to the Go that runs",
	codes: ["GO.ENV", "GO.VERSION_MIX"],
	judge(facts) {
		const { environment } = facts;
		const setting = environment.settings["GOROOT"];
		if (setting === void 0) return [];
		const detail = {
			subject: "GOROOT",
			evidence: {
				...(require_install ??= require("./install.cjs")).settingEvidence(setting),
				"Go that runs": environment.pathGos[0]?.path
			},
			fixes: [unsetFix("GOROOT", setting)]
		};
		const row = environment.directories.find(({ name }) => name === "GOROOT");
		if (row !== void 0 && (row.kind === "missing" || row.kind === "file")) {
			const severity = isInstalling(facts) ? "warning" : "error";
			return [require_main.finding("GO.ENV", {
				...detail,
				severity,
				message: "There is no directory at GOROOT"
			})];
		}
		const mixed = mixedVersions(facts);
		if (mixed === void 0) return [];
		const severity = isSwitched(facts, mixed.running) ? "warning" : "error";
		const evidence = {
			...detail.evidence,
			"its version": mixed.running,
			"version at GOROOT": mixed.atGoroot
		};
		return [require_main.finding("GO.VERSION_MIX", {
			...detail,
			severity,
			evidence,
			message: "GOROOT leads to another Go than the one that runs"
		})];
	}
};
function mixedVersions(facts) {
	const { pathGos, goRootVersion: atGoroot } = facts.environment;
	const running = pathGos[0]?.version;
	if (running === void 0 || atGoroot === void 0 || running === atGoroot || isInstalling(facts)) return void 0;
	return {
		running,
		atGoroot
	};
}
function isSwitched({ request, environment, modules, work }, running) {
	const setting = gotoolchain({
		request,
		environment
	});
	const fixed = (require_project ??= require("./project.cjs")).toolchainVersion(setting);
	if (fixed !== void 0 && fixed !== running) return true;
	const wanted = [...modules.filter(({ isMain }) => isMain).map(({ mod }) => mod), ...work === void 0 ? [] : [work]].flatMap(({ go, toolchain }) => [go?.text, (require_project ??= require("./project.cjs")).toolchainVersion(toolchain?.text ?? "")]);
	return switchesToolchain(setting) && wanted.some((text) => text !== void 0 && compareGoLines(text, running) > 0);
}
// src/rules/go-shadowed.ts
const goShadowed = {
	id: "go-shadowed",
	topic: "environment",
	title: "No older Go stands in front on PATH",
	codes: ["GO.SHADOWED"],
	judge(facts) {
		const [first, ...others] = facts.environment.pathGos;
		if (first === void 0 || isInstalling(facts)) return [];
		const hidden = others.find((other) => isOlder(first, other));
		if (hidden === void 0) return [];
		return [require_main.finding("GO.SHADOWED", {
			subject: first.path,
			message: "Another go program stands in front on PATH",
			evidence: {
				first: first.path,
				version: first.version,
				hidden: hidden.path,
				"its version": hidden.version
			},
			fixes: [{
				title: "Put the wanted one first",
				kind: "setting",
				text: `PATH=${directoryOf(hidden.path)}:$PATH`,
				risk: "none"
			}]
		})];
	}
};
function isOlder(first, other) {
	const own = require_main.parseGoVersion(first.version ?? "");
	const its = require_main.parseGoVersion(other.version ?? "");
	return own !== void 0 && its !== void 0 && require_main.compareVersions(own, its) < 0;
}
function directoryOf(path) {
	return path.replace(/[\\/][^\\/]*$/u, "");
}
// src/rules/go-toolchain.ts
const goToolchain = {
	id: "go-toolchain",
	topic: "version",
	title: "GOTOOLCHAIN can be read",
	codes: ["GO.TOOLCHAIN_CONFIG"],
	judge({ environment, request }) {
		const setting = environment.settings["GOTOOLCHAIN"];
		const value = request.gotoolchain ?? setting?.value ?? "";
		const problem = gotoolchainProblem(value);
		if (problem === void 0) return [];
		return [require_main.finding("GO.TOOLCHAIN_CONFIG", {
			subject: "GOTOOLCHAIN",
			message: problem,
			evidence: setting === void 0 ? { value } : (require_install ??= require("./install.cjs")).settingEvidence(setting),
			fixes: [setFix("GOTOOLCHAIN", suggestion(value), setting)]
		})];
	}
};
function suggestion(value) {
	const version = /\d+\.\d+(?:\.\d+)?/u.exec(value)?.[0];
	if (version === void 0) return "local";
	return `go${isLanguageVersion(version) ? `${version}.0` : version}`;
}
// src/rules/go-vcs.ts
const goVcs = {
	id: "go-vcs",
	topic: "proxy",
	title: "GOVCS allows the tools that are needed",
	codes: ["GO.VCS_POLICY"],
	judge(facts) {
		const setting = facts.environment.settings["GOVCS"];
		if (setting === void 0 || setting.value.trim() === "") return [];
		const policy = parsePolicy(setting.value);
		const detail = {
			subject: "GOVCS",
			evidence: (require_install ??= require("./install.cjs")).settingEvidence(setting),
			fixes: [unsetFix("GOVCS", setting)]
		};
		if ("problem" in policy) return [require_main.finding("GO.VCS_POLICY", {
			...detail,
			message: policy.problem
		})];
		const refused = routeModules(facts).filter((module) => isDirectGit(module) && !allowsGit(facts, policy.rules, module.path));
		return refused.slice(0, 1).map((module) => {
			const evidence = {
				...detail.evidence,
				module: module.path,
				tool: "git",
				"modules that it refuses": refused.length
			};
			return require_main.finding("GO.VCS_POLICY", {
				...detail,
				evidence,
				location: {
					file: module.file,
					line: module.line
				}
			});
		});
	}
};
function parsePolicy(text) {
	const rules = [];
	for (const item of text.trim().split(",")) {
		const [pattern = "", ...rest] = item.split(":").map((part) => part.trim());
		const list = rest.join(":");
		if (item.trim() === "") return { problem: "GOVCS has an empty entry" };
		if (rest.length === 0) return { problem: "An entry of GOVCS has no colon" };
		if (pattern === "" || list === "") return { problem: "An entry of GOVCS names no pattern or no tool" };
		if (/^\.\.?(?:\/|$)/u.test(pattern)) return { problem: "A pattern of GOVCS is relative" };
		if (rules.some((rule) => rule.pattern === pattern)) return { problem: "GOVCS has a pattern twice, so the second is never reached" };
		const allowed = list.split("|").map((each) => each.trim());
		if (allowed.includes("")) return { problem: "An entry of GOVCS names an empty tool" };
		rules.push({
			pattern,
			allowed
		});
	}
	return { rules };
}
function isDirectGit({ path, steps }) {
	return steps[0]?.kind === "direct" && /^(?:github\.com|gitlab\.com|bitbucket\.org)\/|\.git(?:\/|$)/u.test(path);
}
function allowsGit({ environment }, rules, path) {
	const isPrivate = (require_install ??= require("./install.cjs")).matchesModulePatterns((require_install ??= require("./install.cjs")).settingValue(environment, "GOPRIVATE"), path);
	const rule = rules.find(({ pattern }) => {
		if (pattern === "private" || pattern === "public") return pattern === "private" === isPrivate;
		return (require_install ??= require("./install.cjs")).matchesModulePatterns(pattern, path);
	});
	return rule === void 0 || rule.allowed.some((tool) => tool === "git" || tool === "all");
}
// src/rules/go-work.ts
const goWork = {
	id: "go-work",
	topic: "environment",
	title: "GOWORK is off or an absolute path",
	codes: ["GO.ENV"],
	judge({ environment, modules, work }) {
		const setting = environment.settings["GOWORK"];
		if (setting === void 0 || [
			"",
			"off",
			"auto"
		].includes(setting.value)) return [];
		const detail = {
			subject: "GOWORK",
			evidence: (require_install ??= require("./install.cjs")).settingEvidence(setting),
			fixes: [unsetFix("GOWORK", setting)]
		};
		if (!(require_install ??= require("./install.cjs")).isAbsolutePath(setting.value, environment.os)) return [require_main.finding("GO.ENV", {
			...detail,
			message: "GOWORK is relative"
		})];
		if (modules.length === 0 || work !== void 0) return [];
		return [require_main.finding("GO.ENV", {
			...detail,
			message: "There is no file at GOWORK"
		})];
	}
};
// src/rules/goproxy-form.ts
const goproxyForm = {
	id: "goproxy-form",
	topic: "proxy",
	title: "GOPROXY can be read",
	codes: ["CFG.GOPROXY_INVALID"],
	judge({ environment }) {
		const setting = environment.settings["GOPROXY"];
		if (setting === void 0) return [];
		const list = (require_install ??= require("./install.cjs")).parseGoproxy(setting.value === "" ? " " : setting.value);
		if ("entries" in list) return [];
		const { finding } = list;
		const evidence = Object.entries((require_install ??= require("./install.cjs")).settingEvidence(setting)).flatMap(([name, value]) => value === void 0 ? [] : [{
			name,
			value
		}]);
		return [{
			...finding,
			evidence: [...finding.evidence, ...evidence],
			fixes: [unsetFix("GOPROXY", setting), ...finding.fixes]
		}];
	}
};
// src/rules/goproxy-off.ts
const goproxyOff = {
	id: "goproxy-off",
	topic: "proxy",
	title: "Required modules may be fetched",
	codes: ["GO.PROXY_OFF"],
	judge(facts) {
		const setting = facts.environment.settings["GOPROXY"];
		const barred = routeModules(facts).filter(({ steps }) => steps[0]?.kind === "off");
		const [first] = barred;
		if (setting === void 0 || first === void 0) return [];
		return [require_main.finding("GO.PROXY_OFF", {
			subject: "GOPROXY",
			severity: "warning",
			evidence: {
				...(require_install ??= require("./install.cjs")).settingEvidence(setting),
				modules: barred.length,
				"the first": `${first.path}@${first.version}`
			},
			fixes: [unsetFix("GOPROXY", setting), {
				title: "Or make vendor and commit it",
				kind: "command",
				text: "go mod vendor",
				risk: "none"
			}]
		})];
	}
};
// src/rules/goproxy-order.ts
const goproxyOrder = {
	id: "goproxy-order",
	topic: "proxy",
	title: "Nothing follows direct or off in GOPROXY",
	codes: ["GO.PROXY_ORDER"],
	judge({ environment }) {
		const setting = environment.settings["GOPROXY"];
		if (setting === void 0 || !("entries" in (require_install ??= require("./install.cjs")).parseGoproxy(setting.value))) return [];
		const words = setting.value.split(/[,|]/u).map((word) => word.trim());
		const end = words.findIndex((word) => word === "direct" || word === "off");
		const ignored = end === -1 ? [] : words.slice(end + 1).filter((word) => word !== "");
		if (ignored.length === 0) return [];
		const others = ignored.filter((word) => word !== "direct" && word !== "off");
		const corrected = [
			...words.slice(0, end),
			...others,
			words[end]
		].filter(Boolean).join(",");
		return [require_main.finding("GO.PROXY_ORDER", {
			subject: "GOPROXY",
			evidence: {
				...(require_install ??= require("./install.cjs")).settingEvidence(setting),
				"never asked": ignored.join(", ")
			},
			fixes: [setFix("GOPROXY", corrected, setting)]
		})];
	}
};
// src/policy/no-proxy.ts
function differentReadings(value, urls) {
	return urls.filter((url) => !(require_install ??= require("./install.cjs")).isLoopbackHost(url.hostname)).map((url) => ({
		host: url.host,
		direct: PROXY_STACKS.filter((stack) => findEntry(stack, url, value) !== void 0),
		proxied: PROXY_STACKS.filter((stack) => findEntry(stack, url, value) === void 0)
	})).filter(({ direct, proxied }) => direct.length > 0 && proxied.length > 0);
}
function canonicalNoProxy(value, hosts = []) {
	const entries = value.split(/[,;\s]+/u).map((entry) => entry.trim().toLowerCase()).filter((entry) => entry !== "");
	if (entries.includes("*")) return "*";
	const canonical = new Set();
	for (const entry of entries) for (const each of canonicalEntry(entry, hosts)) canonical.add(each);
	return [...canonical].join(",");
}
function canonicalEntry(entry, hosts) {
	const block = (require_install ??= require("./install.cjs")).parseIpBlock(entry);
	if (block !== void 0) return [entry, ...hosts.map((require_install ??= require("./install.cjs")).unbracket).filter((host) => {
		const address = (require_install ??= require("./install.cjs")).parseIpAddress(host);
		return address !== void 0 && block(address);
	}).flatMap(literalForms)];
	const withoutPort = /^(\[[^\]]*\]|[^:]*)(?::\d*)?$/u.exec(entry)?.[1] ?? entry;
	const host = (require_install ??= require("./install.cjs")).unbracket(withoutPort);
	if ((require_install ??= require("./install.cjs")).parseIpAddress(host) !== void 0) return literalForms(host);
	const name = host.replace(/^\*?\.+/u, "").replace(/\.+$/u, "");
	return name === "" ? [] : [name, `.${name}`];
}
function literalForms(host) {
	return (require_install ??= require("./install.cjs")).parseIpAddress(host)?.family === 6 ? [host, `[${host}]`] : [host];
}
function settingLines(name, value) {
	const lower = name.toLowerCase();
	return {
		bash: `export ${name}='${value.replaceAll("'", "'\\''")}' ${lower}='${value.replaceAll("'", "'\\''")}'`,
		powershell: `$env:${name} = '${value.replaceAll("'", "''")}'; $env:${lower} = $env:${name}`,
		gitlab: `variables:\n  ${name}: ${JSON.stringify(value)}\n  ${lower}: ${JSON.stringify(value)}`
	};
}
// src/policy/used-addresses.ts
function usedAddresses(facts) {
	const { environment } = facts;
	const proxies = (require_install ??= require("./install.cjs")).parseGoproxy((require_install ??= require("./install.cjs")).settingValue(environment, "GOPROXY"));
	const entries = "entries" in proxies ? proxies.entries : [];
	const modules = routeModules(facts);
	const database = (require_install ??= require("./install.cjs")).settingValue(environment, "GOSUMDB") || "sum.golang.org";
	const [, databaseUrl] = database.split(/\s+/u).filter(Boolean);
	const texts = [
		...entries.flatMap((entry) => entry.kind === "proxy" ? [entry.url] : []),
		...database === "off" ? [] : [databaseUrl ?? `https://${database.split("+")[0]}`],
		...modules.flatMap(({ steps, path }) => steps[0]?.kind === "direct" ? [`https://${path.split("/")[0]}`] : [])
	];
	const urls = new Map();
	for (const text of texts) {
		const url = URL.canParse(text) ? new URL(text) : void 0;
		if (url !== void 0 && /^https?:$/u.test(url.protocol)) urls.set(`${url.protocol}//${url.host}`, url);
	}
	return [...urls.values()];
}
// src/rules/https-proxy.ts
const httpsProxy = {
	id: "https-proxy",
	topic: "proxy",
	title: "HTTPS_PROXY is set where HTTP_PROXY is",
	codes: ["CFG.HTTPS_PROXY_MISSING"],
	judge(facts) {
		const { variables } = facts.environment;
		const first = (names) => names.map((name) => variables[name]).find(Boolean);
		const http = first(["HTTP_PROXY", "http_proxy"]);
		if (http === void 0 || first([
			"HTTPS_PROXY",
			"https_proxy",
			"ALL_PROXY",
			"all_proxy"
		]) !== void 0) return [];
		const address = usedAddresses(facts).find(({ protocol }) => protocol === "https:");
		if (address === void 0) return [];
		return [require_main.finding("CFG.HTTPS_PROXY_MISSING", {
			subject: "HTTPS_PROXY",
			severity: "info",
			evidence: {
				HTTP_PROXY: http,
				"asked directly": address.host
			},
			fixes: [{
				title: "Set it too",
				kind: "setting",
				text: settingLines("HTTPS_PROXY", http).bash,
				risk: "none"
			}]
		})];
	}
};
// src/policy/public-hosts.ts
function isGoProject(hostname) {
	return /(?:^|\.)golang\.(?:org|google\.cn)$/u.test(hostname.toLowerCase());
}
const SHARED_HOSTS = [
	"bitbucket.org",
	"codeberg.org",
	"dev.azure.com",
	"git.sr.ht",
	"gitea.com",
	"gitee.com",
	"github.com",
	"gitlab.com",
	"go.googlesource.com",
	"gopkg.in",
	"ssh.dev.azure.com",
	"vs-ssh.visualstudio.com"
];
const PUBLIC_HOSTS = "buf.build cel.dev cloud.google.com connectrpc.com cuelang.org dario.cat filippo.io gioui.org go.etcd.io go.mongodb.org go.opencensus.io go.opentelemetry.io go.starlark.net go.temporal.io go.uber.org gocloud.dev gonum.org gorm.io gotest.tools gvisor.dev helm.sh honnef.co inet.af istio.io k8s.io knative.dev lukechampine.com modernc.org mvdan.cc nhooyr.io oras.land pgregory.net rsc.io sigs.k8s.io software.sslmate.com sourcegraph.com tailscale.com tinygo.org zombiezen.com".split(" ");
function isPublicHost(hostname) {
	const host = hostname.toLowerCase();
	return SHARED_HOSTS.includes(host) || PUBLIC_HOSTS.includes(host) || isGoProject(host);
}
const PRIVATE_SUFFIXES = [
	"corp",
	"home",
	"home.arpa",
	"internal",
	"intranet",
	"invalid",
	"lan",
	"local",
	"localdomain",
	"localhost",
	"private",
	"test"
];
function isPrivateHost(hostname) {
	const host = (require_install ??= require("./install.cjs")).unbracket(hostname.toLowerCase()).replace(/:\d+$/u, "");
	if ([
		"private",
		"shared",
		"loopback",
		"link-local"
	].includes(addressClass(host))) return true;
	return PRIVATE_SUFFIXES.some((suffix) => host.endsWith(`.${suffix}`));
}
// src/rules/known-bypass.ts
const knownBypass = {
	id: "known-bypass",
	topic: "checksum",
	title: "This Go verifies what a module proxy says",
	codes: ["GO.KNOWN_BYPASS"],
	judge({ environment, request }) {
		const text = request.version ?? "";
		const version = require_main.parseGoVersion(text);
		const list = (require_install ??= require("./install.cjs")).parseGoproxy((require_install ??= require("./install.cjs")).settingValue(environment, "GOPROXY"));
		if (version === void 0 || !hasHoles(version) || !("entries" in list)) return [];
		const other = list.entries.find((entry) => entry.kind === "proxy" && !isTrusted(new URL(entry.url)));
		if (other?.kind !== "proxy") return [];
		const fixed = version.minor >= 27 ? "1.27.0" : version.minor === 26 ? "1.26.6" : "1.25.13";
		return [require_main.finding("GO.KNOWN_BYPASS", {
			subject: `go ${text}`,
			evidence: {
				proxy: new URL(other.url).host,
				"fixed in": "1.25.13, 1.26.6",
				CVE: "CVE-2026-42501, CVE-2026-56864, CVE-2026-56865"
			},
			fixes: [setFix("go-version", fixed)]
		})];
	}
};
function hasHoles(version) {
	const { minor, prerelease } = version;
	if (minor >= 27) return minor === 27 && prerelease !== void 0 && (prerelease.kind === "beta" || prerelease.number < 3);
	return require_main.compareVersions(version, minor === 26 ? {
		major: 1,
		minor,
		patch: 6
	} : {
		major: 1,
		minor: 25,
		patch: 13
	}) < 0;
}
function isTrusted(url) {
	return url.protocol === "file:" || (require_install ??= require("./install.cjs")).isLoopbackHost(url.hostname) || isGoProject(url.hostname);
}
// src/rules/mod-flags.ts
const modFlags = {
	id: "mod-flags",
	topic: "environment",
	title: "-mod and -modfile in GOFLAGS fit the project",
	codes: ["GO.FLAGS"],
	judge(facts) {
		const setting = facts.environment.settings["GOFLAGS"];
		if (setting === void 0) return [];
		const flags = readGoFlags(setting.value);
		const without = (wanted) => setFix("GOFLAGS", correctedFlags(setting.value, ({ name }) => name === wanted), setting);
		const report = (wanted, message, more = {}) => require_main.finding("GO.FLAGS", {
			subject: "GOFLAGS",
			message,
			fixes: [without(wanted)],
			...more,
			evidence: {
				...(require_install ??= require("./install.cjs")).settingEvidence(setting),
				...more.evidence
			}
		});
		return [...judgeMod(facts, flags, report), ...judgeModfile(facts, flags, report)];
	}
};
function judgeMod(facts, flags, report) {
	const values = flags.flags.flatMap(({ name, value }) => name === "mod" && value !== void 0 ? [value] : []);
	const value = values.at(-1);
	if (value === void 0) return [];
	const found = [];
	if (new Set(values).size > 1) found.push(report("mod", "GOFLAGS has several -mod flags, of which the last one counts", { severity: "warning" }));
	if (![
		"",
		"mod",
		"readonly",
		"vendor"
	].includes(value)) found.push(report("mod", "-mod must be mod, readonly or vendor"));
	if (value === "mod" && facts.work !== void 0) found.push(report("mod", "-mod=mod cannot be used with go.work"));
	else if (value === "mod" && facts.modules.length > 0) found.push(report("mod", "-mod=mod lets every go command change go.mod and go.sum, so that what is missing there is not noticed", { severity: "warning" }));
	const bare = facts.modules.find(({ isMain, mod, vendor }) => isMain && vendor === void 0 && mod.requires.length > 0);
	if (value === "vendor" && bare !== void 0 && facts.work === void 0) found.push(report("mod", "-mod=vendor is set, but there is no vendor directory", {
		evidence: { module: bare.directory },
		fixes: [{
			title: "Make vendor and commit it",
			kind: "command",
			text: "go mod vendor",
			risk: "none"
		}]
	}));
	return found;
}
function judgeModfile(facts, flags, report) {
	const value = flagValue(flags, "modfile");
	if (value === void 0 || value === "") return [];
	if (!value.endsWith(".mod")) return [report("modfile", "The file of -modfile must end in .mod", { evidence: { modfile: value } })];
	if (facts.work !== void 0 && (require_install ??= require("./install.cjs")).settingValue(facts.environment, "GOWORK") !== "off") return [report("modfile", "-modfile cannot be used with go.work", { evidence: { modfile: value } })];
	if (facts.environment.files.find(({ name }) => name === "-modfile")?.problem !== "unreadable") return [];
	return [report("modfile", "The file of -modfile is missing", {
		severity: value.startsWith("/") ? "error" : "warning",
		evidence: { modfile: value }
	})];
}
// src/rules/module-patterns.ts
const PATTERN_SETTINGS = [
	"GOPRIVATE",
	"GONOPROXY",
	"GONOSUMDB",
	"GOINSECURE"
];
const modulePatterns = {
	id: "module-patterns",
	topic: "privacy",
	title: "Patterns of modules match as they look",
	codes: ["GO.PATTERN"],
	judge({ environment }) {
		const found = [];
		for (const name of PATTERN_SETTINGS) {
			const setting = environment.settings[name];
			for (const { text, chunks } of setting === void 0 ? [] : (require_install ??= require("./install.cjs")).parseModulePatterns(setting.value)) {
				const problem = findProblem(text, chunks !== void 0);
				if (setting === void 0 || problem === void 0) continue;
				const detail = {
					subject: name,
					message: `${problem}: it matches nothing`,
					evidence: {
						...(require_install ??= require("./install.cjs")).settingEvidence(setting),
						pattern: text
					},
					fixes: [setFix(name, setting.value.replace(text, corrected(text)), setting)]
				};
				found.push(require_main.finding("GO.PATTERN", detail));
			}
		}
		const old = environment.settings["GONOSUMCHECK"];
		if (old === void 0) return found;
		const detail = {
			subject: "GONOSUMCHECK",
			message: "No Go reads GONOSUMCHECK",
			severity: "info"
		};
		return [...found, require_main.finding("GO.PATTERN", {
			...detail,
			evidence: (require_install ??= require("./install.cjs")).settingEvidence(old),
			fixes: [unsetFix("GONOSUMCHECK", old)]
		})];
	}
};
function findProblem(text, isWellFormed) {
	if (!isWellFormed) return "A pattern is malformed";
	if (/^\s|\s$/u.test(text)) return "A pattern has a space beside the comma, which counts";
	if (/\s/u.test(text)) return "Patterns are separated by spaces instead of commas";
	if (text.includes("://")) return "A pattern is a URL instead of a module path";
	if (text.startsWith("/") || text.includes("//")) return "A pattern has an empty element";
	if (text.startsWith(".")) return "A pattern begins with a dot: write *. for what is below a domain";
	return text.includes(";") ? "Patterns are separated by semicolons instead of commas" : void 0;
}
function corrected(text) {
	return text.replace(/^\s*[a-z]+:\/\/(?:[^/@\s]*@)?/iu, "").trim().split(/[\s;]+/u).map((each) => each.replace(/^\/+/u, "").replace(/\/{2,}/gu, "/").replace(/^\./u, "*.")).join(",");
}
// src/rules/modules-off.ts
const modulesOff = {
	id: "modules-off",
	topic: "environment",
	title: "Modules are switched on",
	codes: ["GO.MODULES_OFF", "GO.ENV"],
	judge({ environment, modules }) {
		const setting = environment.settings["GO111MODULE"];
		if (setting === void 0 || [
			"",
			"on",
			"auto"
		].includes(setting.value)) return [];
		const detail = {
			subject: "GO111MODULE",
			evidence: (require_install ??= require("./install.cjs")).settingEvidence(setting),
			fixes: [unsetFix("GO111MODULE", setting)]
		};
		if (setting.value !== "off") return [require_main.finding("GO.ENV", {
			...detail,
			message: "GO111MODULE must be on, auto or off"
		})];
		return [require_main.finding("GO.MODULES_OFF", {
			...detail,
			severity: modules.length > 0 ? "error" : "warning"
		})];
	}
};
// src/rules/no-proxy-readings.ts
const noProxyReadings = {
	id: "no-proxy-readings",
	topic: "proxy",
	title: "NO_PROXY is read alike by all programs",
	codes: ["CFG.NO_PROXY_AMBIGUOUS"],
	judge(facts) {
		const { variables } = facts.environment;
		const value = variables["NO_PROXY"] || variables["no_proxy"] || "";
		const isProxied = [
			"HTTP_PROXY",
			"HTTPS_PROXY",
			"http_proxy",
			"https_proxy"
		].some((name) => variables[name]);
		if (value === "" || !isProxied) return [];
		const addresses = usedAddresses(facts);
		const readings = differentReadings(value, addresses);
		const [first] = readings;
		if (first === void 0) return [];
		const { bash, powershell, gitlab } = settingLines("NO_PROXY", canonicalNoProxy(value, addresses.map(({ hostname }) => hostname)));
		return [require_main.finding("CFG.NO_PROXY_AMBIGUOUS", {
			subject: variables["NO_PROXY"] ? "NO_PROXY" : "no_proxy",
			evidence: {
				value,
				host: first.host,
				"goes direct": first.direct.join(", "),
				"uses the proxy": first.proxied.join(", "),
				"hosts read differently": readings.length
			},
			fixes: [
				{
					title: "bash",
					kind: "setting",
					text: bash,
					risk: "none"
				},
				{
					title: "PowerShell",
					kind: "setting",
					text: powershell,
					risk: "none"
				},
				{
					title: "GitLab",
					kind: "edit",
					text: gitlab,
					risk: "none"
				}
			]
		})];
	}
};
// src/rules/private-leak.ts
const privateLeak = {
	id: "private-leak",
	topic: "privacy",
	title: "Private module paths stay private",
	codes: ["GO.PRIVATE_LEAK"],
	judge(facts) {
		const { environment } = facts;
		const leaks = new Map();
		for (const module of routeModules(facts)) {
			const host = module.path.split("/")[0] ?? "";
			const to = publicServer(module);
			const sign = to === void 0 ? void 0 : findSign(environment, host, module.path);
			if (to === void 0 || sign === void 0) continue;
			const leak = leaks.get(host) ?? {
				sign,
				to,
				modules: []
			};
			leak.modules.push(module);
			leaks.set(host, leak);
		}
		return [...leaks].map(([host, { sign, to, modules }]) => report$3(environment, {
			host,
			sign,
			to,
			modules
		}));
	}
};
function publicServer({ steps, database }) {
	const proxy = steps.find((step) => step.kind === "default-proxy" || step.kind === "proxy" && isGoProject(new URL(step.url).hostname));
	if (proxy !== void 0) return proxy.kind === "proxy" ? new URL(proxy.url).host : "the public Go module proxy";
	return database !== void 0 && isGoProject(database.name) ? database.name : void 0;
}
function findSign(environment, host, path) {
	if (isPrivateHost(host)) return "the host is of a private network";
	if (isPublicHost(host)) return void 0;
	if (Object.entries(environment.git).some(([name, value]) => /^url\..*\.insteadof$/u.test(name) && isAuthenticated(name) && value.split("\n").some((text) => hostOf(text) === host))) return "git is told to reach this host by ssh or with a credential";
	const insecure = (require_install ??= require("./install.cjs")).parseModulePatterns((require_install ??= require("./install.cjs")).settingValue(environment, "GOINSECURE")).filter(({ text }) => !/^[*?]/u.test(text));
	return (require_install ??= require("./install.cjs")).findModulePattern(insecure, path) === void 0 ? void 0 : NAMED_INSECURE;
}
const NAMED_INSECURE = "GOINSECURE names this host";
function isAuthenticated(name) {
	const base = name.replace(/^url\./u, "").replace(/\.insteadof$/u, "");
	return /^(?:ssh:|git\+ssh:|[\w.-]+@|https?:\/\/[^/@]*@)/u.test(base);
}
function hostOf(text) {
	return /^(?:[a-z+]+:\/\/)?(?:[^/@]*@)?([^/:]+)/iu.exec(text)?.[1]?.toLowerCase();
}
function report$3(environment, leak) {
	const { host, sign, to, modules } = leak;
	const [first] = modules;
	const setting = environment.settings["GOPRIVATE"];
	const value = [setting?.value, host].filter(Boolean).join(",");
	return require_main.finding("GO.PRIVATE_LEAK", {
		subject: first === void 0 ? host : first.path,
		...sign === NAMED_INSECURE ? {
			confidence: "possible",
			severity: "info"
		} : { confidence: "likely" },
		evidence: {
			host,
			sign,
			"asked of": to,
			modules: modules.length
		},
		fixes: [setFix("GOPRIVATE", value, setting)],
		...first === void 0 ? {} : { location: {
			file: first.file,
			line: first.line
		} }
	});
}
// src/rules/proxy-cgi.ts
const proxyCgi = {
	id: "proxy-cgi",
	topic: "proxy",
	title: "REQUEST_METHOD is not set beside HTTP_PROXY",
	codes: ["CFG.PROXY_CGI"],
	judge(facts) {
		const { variables } = facts.environment;
		const method = variables["REQUEST_METHOD"];
		const name = ["HTTP_PROXY", "http_proxy"].find((each) => variables[each]);
		if (!method || name === void 0) return [];
		const plain = usedAddresses(facts).find(({ protocol }) => protocol === "http:");
		return [require_main.finding("CFG.PROXY_CGI", {
			subject: "REQUEST_METHOD",
			severity: plain === void 0 ? "warning" : "error",
			evidence: {
				REQUEST_METHOD: method,
				variable: name,
				address: plain?.host
			},
			fixes: [{
				title: "Remove REQUEST_METHOD",
				kind: "setting",
				text: "unset REQUEST_METHOD",
				risk: "none"
			}]
		})];
	}
};
// src/rules/proxy-spellings.ts
const VARIABLES$1 = [
	"HTTP_PROXY",
	"HTTPS_PROXY",
	"NO_PROXY",
	"ALL_PROXY"
];
const proxySpellings = {
	id: "proxy-spellings",
	topic: "proxy",
	title: "Both spellings of proxy variables agree",
	codes: ["CFG.PROXY_CASE_CONFLICT"],
	judge({ environment }) {
		if (environment.os === "win32") return [];
		return VARIABLES$1.flatMap((name) => {
			const upper = environment.variables[name];
			const lower = environment.variables[name.toLowerCase()];
			if (upper === void 0 || lower === void 0 || upper === lower) return [];
			const { bash, powershell, gitlab } = settingLines(name, upper || lower);
			return [require_main.finding("CFG.PROXY_CASE_CONFLICT", {
				subject: name,
				evidence: {
					[name]: upper,
					[name.toLowerCase()]: lower
				},
				fixes: [
					{
						title: "bash",
						kind: "setting",
						text: bash,
						risk: "none"
					},
					{
						title: "PowerShell",
						kind: "setting",
						text: powershell,
						risk: "none"
					},
					{
						title: "GitLab",
						kind: "edit",
						text: gitlab,
						risk: "none"
					}
				]
			})];
		});
	}
};
// src/rules/proxy-values.ts
const VARIABLES = [
	"HTTPS_PROXY",
	"HTTP_PROXY",
	"ALL_PROXY"
];
const proxyValues = {
	id: "proxy-values",
	topic: "proxy",
	title: "Proxy variables hold addresses of proxies",
	codes: [
		"CFG.PROXY_URL_INVALID",
		"CFG.PROXY_SCHEME",
		"CFG.PROXY_URL_NO_SCHEME"
	],
	judge({ environment }) {
		return VARIABLES.flatMap((name) => {
			const spellings = [name.toLowerCase(), name];
			return [...new Map(spellings.flatMap((each) => environment.variables[each] ? [[environment.variables[each], each]] : []))].flatMap(([value, spelling]) => judgeValue(name, spelling, value.trim()));
		});
	}
};
function judgeValue(name, subject, value) {
	const hasScheme = /^[a-z][a-z0-9+.-]*:\/\//iu.test(value);
	const text = hasScheme ? value : `http://${value}`;
	const url = URL.canParse(text) ? new URL(text) : void 0;
	const own = name === "ALL_PROXY" ? { severity: "warning" } : {};
	const fix = (corrected) => ({ fixes: [{
		title: `Correct ${name}`,
		kind: "setting",
		text: settingLines(name, corrected).bash,
		risk: "none"
	}] });
	const detail = {
		subject,
		evidence: {
			value: value.slice(0, 200),
			"expected form": "http://host:port"
		}
	};
	if (url === void 0 || url.hostname === "" || url.hostname === "***") return [require_main.finding("CFG.PROXY_URL_INVALID", {
		...detail,
		...fix("http://proxy.example.com:3128"),
		...own
	})];
	if (!hasScheme) return [require_main.finding("CFG.PROXY_URL_NO_SCHEME", {
		...detail,
		severity: "warning",
		...fix(`http://${value.replace(/^.*@/u, "")}`)
	})];
	if (url.protocol === "http:" || url.protocol === "https:") return [];
	const severity = /^socks5h?:$/u.test(url.protocol) || name === "ALL_PROXY" ? "warning" : "error";
	return [require_main.finding("CFG.PROXY_SCHEME", {
		...detail,
		severity,
		...fix(`http://${url.host}`)
	})];
}
// src/rules/sumdb-form.ts
const sumdbForm = {
	id: "sumdb-form",
	topic: "checksum",
	title: "GOSUMDB can be read",
	codes: ["GO.SUMDB_CONFIG"],
	judge({ environment }) {
		const setting = environment.settings["GOSUMDB"];
		const problem = setting === void 0 ? void 0 : gosumdbProblem(setting.value);
		if (setting === void 0 || problem === void 0) return [];
		const detail = {
			evidence: (require_install ??= require("./install.cjs")).settingEvidence(setting),
			fixes: [unsetFix("GOSUMDB", setting)]
		};
		return [require_main.finding("GO.SUMDB_CONFIG", {
			subject: "GOSUMDB",
			message: problem,
			...detail
		})];
	}
};
// src/rules/sumdb-off.ts
const sumdbOff = {
	id: "sumdb-off",
	topic: "checksum",
	title: "The checksum database is on",
	codes: ["GO.SUMDB_OFF", "GO.SUMDB_OFF_TOOLCHAIN"],
	judge(facts) {
		const setting = facts.environment.settings["GOSUMDB"];
		if (setting?.value !== "off") return [];
		const evidence = (require_install ??= require("./install.cjs")).settingEvidence(setting);
		const fixes = [unsetFix("GOSUMDB", setting)];
		const found = [require_main.finding("GO.SUMDB_OFF", {
			subject: "GOSUMDB",
			evidence,
			fixes
		})];
		const newer = findNewer(facts);
		if (newer === void 0) return found;
		const { wanted, by, file, line } = newer;
		const detail = {
			evidence: {
				...evidence,
				Go: facts.request.version,
				wanted,
				by
			},
			fixes: [...fixes, setFix("go-version", wanted)],
			...file === void 0 ? {} : { location: {
				file,
				line
			} }
		};
		return [...found, require_main.finding("GO.SUMDB_OFF_TOOLCHAIN", {
			subject: "GOSUMDB",
			...detail
		})];
	}
};
function findNewer({ environment, modules, work, request }) {
	const own = require_main.parseGoVersion(request.version ?? "");
	const toolchain = request.gotoolchain ?? (require_install ??= require("./install.cjs")).settingValue(environment, "GOTOOLCHAIN");
	if (own === void 0) return void 0;
	const isNewer = (text) => {
		const version = require_main.parseGoVersion(text);
		return version !== void 0 && require_main.compareVersions(version, own) > 0;
	};
	const named = (require_project ??= require("./project.cjs")).toolchainVersion(toolchain.split("+")[0] ?? "");
	if (named !== void 0 && isNewer(named)) return {
		wanted: named,
		by: "GOTOOLCHAIN",
		line: 0
	};
	if (toolchain !== "auto" && !toolchain.endsWith("+auto")) return void 0;
	const main = modules.filter(({ isMain }) => isMain).map(({ mod }) => mod);
	const files = work === void 0 ? main : [work, ...main];
	for (const { file, go, toolchain: line } of files) {
		if (go !== void 0 && isNewer(go.text)) return {
			wanted: go.text,
			by: "the go line",
			file,
			line: go.line
		};
		const version = (require_project ??= require("./project.cjs")).toolchainVersion(line?.text ?? "");
		if (line !== void 0 && version !== void 0 && isNewer(version)) return {
			wanted: version,
			by: "the toolchain line",
			file,
			line: line.line
		};
	}
}
// src/rules/temporary-directory.ts
const temporaryDirectory = {
	id: "temporary-directory",
	topic: "environment",
	title: "The directory for temporary files exists",
	codes: ["GO.ENV"],
	judge({ environment }) {
		const rows = environment.directories.filter(({ name }) => name === "GOTMPDIR" || name === "TMPDIR");
		return rows.flatMap((row) => {
			if (row.kind === "directory" || row.kind === "unreadable") return [];
			const isSpared = row.name === "TMPDIR" && rows.some(({ name }) => name === "GOTMPDIR");
			const message = row.kind === "file" ? `${row.name} is a file` : `The directory of ${row.name} is missing`;
			const fixes = [{
				title: "Make the directory",
				kind: "command",
				text: `mkdir -p '${row.value}'`,
				risk: "none"
			}, setFix(row.name, "/tmp")];
			const severity = isSpared || !row.isAbsolute ? "warning" : "error";
			return [require_main.finding("GO.ENV", {
				subject: row.name,
				message,
				severity,
				evidence: { value: row.value },
				fixes
			})];
		});
	}
};
// src/rules/tls-verification.ts
const tlsVerification = {
	id: "tls-verification",
	topic: "proxy",
	title: "TLS is verified by Node and git",
	codes: ["CFG.TLS_DISABLED", "CFG.GIT_TLS_DISABLED"],
	judge({ environment }) {
		return [...judgeNode(environment), ...judgeGit(environment)];
	}
};
function judgeNode({ variables }) {
	const name = "NODE_TLS_REJECT_UNAUTHORIZED";
	if (variables[name] !== "0") return [];
	return [require_main.finding("CFG.TLS_DISABLED", {
		subject: name,
		evidence: { value: "0" },
		fixes: [{
			title: "Remove it",
			kind: "setting",
			text: `unset ${name}`,
			risk: "none"
		}]
	})];
}
function judgeGit({ variables, git }) {
	const found = [];
	const value = variables["GIT_SSL_NO_VERIFY"];
	if (value !== void 0) found.push(require_main.finding("CFG.GIT_TLS_DISABLED", {
		subject: "GIT_SSL_NO_VERIFY",
		evidence: { value },
		fixes: [{
			title: "Remove it",
			kind: "setting",
			text: "unset GIT_SSL_NO_VERIFY",
			risk: "none"
		}]
	}));
	for (const [name, text] of Object.entries(git)) {
		if (!/^http\.(?:.*\.)?sslverify$/u.test(name) || !/^(?:false|no|off|0|)$/iu.test(text)) continue;
		const fixes = [{
			title: "Remove it",
			kind: "command",
			text: `git config --global --unset-all '${name}'`,
			risk: "none"
		}];
		found.push(require_main.finding("CFG.GIT_TLS_DISABLED", {
			subject: name,
			evidence: { value: text },
			fixes
		}));
	}
	return found;
}
// src/rules/vcs-commands.ts
const vcsCommands = {
	id: "vcs-commands",
	topic: "proxy",
	title: "The tools for direct fetching are on PATH",
	codes: ["GO.VCS_MISSING"],
	judge(facts) {
		if (facts.environment.commands.includes("git")) return [];
		const direct = routeModules(facts).filter(({ steps }) => steps[0]?.kind === "direct");
		const [first] = direct;
		if (first === void 0) return [];
		return [require_main.finding("GO.VCS_MISSING", {
			subject: "git",
			severity: "warning",
			evidence: {
				"modules fetched directly": direct.length,
				"the first": `${first.path}@${first.version}`
			},
			fixes: [{
				title: "Debian, Ubuntu",
				kind: "command",
				text: "apt-get update && apt-get install -y git",
				risk: "none"
			}, {
				title: "Alpine",
				kind: "command",
				text: "apk add git",
				risk: "none"
			}],
			location: {
				file: first.file,
				line: first.line
			}
		})];
	}
};
// src/rules/wide-patterns.ts
const PUBLIC_PATHS = [
	"github.com/first-owner/module",
	"github.com/second-owner/module",
	"gitlab.com/first-owner/module",
	"golang.org/x/text",
	"google.golang.org/grpc",
	"gopkg.in/yaml.v3",
	"k8s.io/api",
	"go.uber.org/zap"
];
const widePatterns = {
	id: "wide-patterns",
	topic: "privacy",
	title: "Public modules stay verified",
	codes: ["GO.PATTERN_WIDE"],
	judge({ environment }) {
		const name = environment.settings["GONOSUMDB"]?.value ? "GONOSUMDB" : "GOPRIVATE";
		const setting = environment.settings[name];
		if (setting === void 0) return [];
		return (require_install ??= require("./install.cjs")).parseModulePatterns(setting.value).filter((pattern) => PUBLIC_PATHS.filter((path) => (require_install ??= require("./install.cjs")).findModulePattern([pattern], path) !== void 0).length > 1).map(({ text }) => require_main.finding("GO.PATTERN_WIDE", {
			subject: name,
			evidence: {
				...(require_install ??= require("./install.cjs")).settingEvidence(setting),
				pattern: text
			},
			fixes: [unsetFix(name, setting), {
				title: "Name the private places",
				kind: "setting",
				text: `${name}=git.example.com,github.com/your-organisation`,
				risk: "none"
			}]
		}));
	}
};
// src/rules/writable-directories.ts
const NEEDED = [
	"GOCACHE",
	"GOTMPDIR",
	"TMPDIR"
];
const writableDirectories = {
	id: "writable-directories",
	topic: "environment",
	title: "Go can write to its directories",
	codes: ["FS.PERMISSION", "FS.READ_ONLY"],
	judge({ environment }) {
		const rows = environment.directories;
		const [firstPath] = rows.filter(({ name }) => name === "GOPATH");
		const hasOwnTemp = rows.some(({ name }) => name === "GOTMPDIR");
		const places = new Set();
		return rows.flatMap((row) => {
			const isUnused = row.name === "TMPDIR" && hasOwnTemp || row.name === "GOPATH" && row !== firstPath;
			if (row.writable !== false || isUnused) return [];
			if ([...places].some((place) => row.value.startsWith(`${place}/`))) return [];
			places.add(row.value);
			return [report$2(row)];
		});
	}
};
function report$2({ name, value, kind, mountFlags }) {
	const isReadOnly = mountFlags.includes("ro");
	return require_main.finding(isReadOnly ? "FS.READ_ONLY" : "FS.PERMISSION", {
		subject: name,
		message: isReadOnly ? `${name} is on a file system that is read-only` : `This user may not write to ${name}`,
		severity: NEEDED.includes(name) ? "error" : "warning",
		evidence: {
			directory: value,
			state: kind,
			"mount options": mountFlags.join(",") || void 0
		},
		fixes: [...isReadOnly ? [] : [{
			title: "See who owns it",
			kind: "command",
			text: `ls -ld '${value}'; id`,
			risk: "none"
		}], setFix(name, "/a/directory/of/this/user")]
	});
}
// src/rules/environment-rules.ts
const environmentRules = [
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
	widePatterns
];
// src/rules/judge-project.ts
const MOST_FINDINGS = 20;
const GRAVITY = [
	"error",
	"warning",
	"info"
];
function judgeProject(facts, rules, weight = (severity) => severity) {
	const judged = rules.map((rule) => {
		const findings = rule.judge(facts).map((each) => ({
			...each,
			severity: weight(each.severity)
		}));
		return {
			check: checkOf(rule, findings),
			findings: capped(rule, findings)
		};
	});
	const place = ({ topic }) => require_main.RULE_TOPICS.indexOf(topic);
	return {
		findings: judged.flatMap(({ findings }) => findings),
		checks: judged.map(({ check }) => check).sort((a, b) => place(a) - place(b))
	};
}
function capped({ id }, findings) {
	if (findings.length <= MOST_FINDINGS) return findings;
	const grave = [...findings].sort((a, b) => GRAVITY.indexOf(a.severity) - GRAVITY.indexOf(b.severity));
	const rest = require_main.finding("PREFLIGHT.INCOMPLETE", {
		subject: id,
		message: "The check found more than is shown",
		evidence: {
			shown: MOST_FINDINGS,
			found: findings.length
		}
	});
	return [...grave.slice(0, MOST_FINDINGS), rest];
}
function checkOf({ id, topic, title }, findings) {
	const worst = findings.filter(({ severity }) => severity !== "info");
	return {
		rule: id,
		topic,
		title,
		status: worst.some(({ severity }) => severity === "error") ? "failed" : worst.length > 0 ? "warning" : "passed",
		codes: [...new Set(worst.map(({ code }) => code))],
		subjects: [...new Set(worst.map(({ subject }) => subject))]
	};
}
// src/policy/project-findings.ts
function blocking(module) {
	return module.isMain ? "error" : "warning";
}
function moduleName({ mod }) {
	return mod.module?.text || mod.file;
}
function isReadable({ mod }) {
	return mod.problem === void 0 && mod.problems.length === 0 && mod.module !== void 0;
}
function commandIn(directory, text) {
	return {
		title: directory === "." ? "Run, and commit what changes" : `Run in ${directory}, and commit what changes`,
		kind: "command",
		text,
		risk: "none"
	};
}
function linesOf$1(lines, most = 8) {
	const shown = lines.slice(0, most).map(({ line, text }) => [`line ${line}`, text]);
	return {
		...Object.fromEntries(shown),
		...lines.length > most ? { lines: lines.length } : {}
	};
}
const FILE_PROBLEMS = {
	"too-large": "it is larger than such a file can be",
	binary: "it is not text",
	unreadable: "it cannot be read",
	"link-loop": "it is a symbolic link that leads to itself"
};
function cannotRead(file, reason) {
	return `${file} cannot be read: ${reason}`;
}
function firstOf(texts, most = 8) {
	const more = texts.length - most;
	return `${texts.slice(0, most).join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
}
// src/domain/slash-path.ts
function joinSlashes(base, path) {
	if (/^(?:[/\\]|[A-Za-z]:)/u.test(path)) return path;
	const names = base.startsWith("/") ? [""] : [];
	for (const name of `${base}/${path}`.split(/[/\\]/u)) {
		if (name === "" || name === ".") continue;
		const last = names.at(-1);
		if (name === ".." && last !== void 0 && last !== "..") {
			if (last !== "") names.pop();
		} else names.push(name);
	}
	return names.join("/") || (base.startsWith("/") ? "/" : ".");
}
function relativeSlashes(from, to) {
	const [start, end] = [namesOf(from), namesOf(to)];
	let shared = 0;
	while (shared < start.length && shared < end.length && start[shared] === end[shared] && start[shared] !== "..") shared += 1;
	const way = [...start.slice(shared).map(() => ".."), ...end.slice(shared)].join("/");
	return way.startsWith("..") ? way : way === "" ? "." : `./${way}`;
}
function namesOf(path) {
	return path.split("/").filter((name) => name !== "" && name !== ".");
}
// src/policy/replaced-modules.ts
function replacedModules(facts, module) {
	if (!isReadable(module) || isInWorkspace(facts, module) || buildMode(facts, module) === "vendor") return [];
	const known = new Map(facts.modules.map((each) => [each.directory, each]));
	const replacementOf = findReplacement(module.mod.replaces);
	return module.mod.requires.flatMap((requirement) => {
		const replacement = replacementOf(requirement);
		if (replacement === void 0 || replacement.newVersion !== void 0) return [];
		const found = known.get(joinSlashes(module.directory, replacement.newPath));
		return found === void 0 || found === module ? [] : [{
			requirement,
			module: found
		}];
	});
}
// src/rules/go-line.ts
const goLine = {
	id: "go-line",
	topic: "version",
	title: "The chosen Go is new enough for every go line",
	codes: ["GO.TOOLCHAIN_LOCAL"],
	judge: (facts) => {
		const chosen = chosenGo(facts);
		if (chosen === void 0) return [];
		return askingIn(facts).filter(({ go }) => isOlderThan(chosen, go.text)).map((asking) => tooOld(facts, chosen, asking));
	}
};
function askingIn(facts) {
	const { modules, work } = facts;
	const main = modules.filter(({ isMain }) => isMain);
	const read = new Set(main.flatMap((module) => replacedModules(facts, module)).filter(({ requirement }) => !requirement.indirect).map(({ module }) => module));
	const asking = modules.flatMap((module) => {
		const { go, file } = module.mod;
		const about = {
			subject: moduleName(module),
			severity: read.has(module) ? "error" : blocking(module)
		};
		return [...go === void 0 ? [] : [{
			...about,
			file,
			go,
			isOwn: true
		}], ...vendoredIn(facts, module)];
	});
	if (work?.go !== void 0) asking.unshift({
		subject: work.file,
		file: work.file,
		go: work.go,
		severity: "error",
		isOwn: true
	});
	return asking;
}
function vendoredIn(facts, module) {
	if (buildMode(facts, module) !== "vendor") return [];
	const vendor = isInWorkspace(facts, module) ? facts.work?.vendor : module.vendor;
	const [newest] = [...vendor?.modules ?? []].sort((a, b) => compareGoLines(b.goVersion ?? "", a.goVersion ?? ""));
	if (vendor === void 0 || newest?.goVersion === void 0) return [];
	const go = {
		text: newest.goVersion,
		line: newest.line
	};
	return [{
		subject: newest.path,
		file: vendor.file,
		go,
		severity: blocking(module),
		isOwn: false
	}];
}
function tooOld(facts, chosen, { subject, file, go, severity, isOwn }) {
	const setting = gotoolchain(facts);
	const isSwitched = switchesToolchain(setting);
	const fixes = [{
		title: "Install the Go that is asked for",
		kind: "setting",
		text: `go-version: '${go.text}'`,
		risk: "none"
	}];
	if (isOwn) fixes.push({
		title: `Or ask for less in ${file}, if the code needs no more`,
		kind: "edit",
		text: `go ${chosen.text}`,
		risk: "low"
	});
	return require_main.finding("GO.TOOLCHAIN_LOCAL", {
		subject,
		severity: isSwitched ? "warning" : severity,
		message: `${file} requires go >= ${go.text} (${chosen.reason})`,
		evidence: {
			"go line": go.text,
			chosen: chosen.text,
			GOTOOLCHAIN: setting
		},
		fixes,
		location: {
			file,
			line: go.line
		}
	});
}
// src/rules/go-line-minimum.ts
const goLineMinimum = {
	id: "go-line-minimum",
	topic: "version",
	title: "No go line that may choose the Go is below min-go-version",
	codes: ["VERSION.TOO_OLD"],
	judge: ({ modules, request }) => {
		if (request.spec !== void 0 || request.version !== void 0) return [];
		return modules.flatMap((module) => {
			const { go, toolchain, file } = module.mod;
			if (!module.isMain || go === void 0 || toolchain !== void 0) return [];
			if (compareGoLines(go.text, request.minGoVersion) >= 0) return [];
			return [require_main.finding("VERSION.TOO_OLD", {
				subject: moduleName(module),
				severity: "info",
				message: "The go line is older than min-go-version; as a language version it may stay",
				evidence: {
					"go line": go.text,
					"min-go-version": request.minGoVersion
				},
				fixes: [{
					title: "Name a newer Go to build with",
					kind: "setting",
					text: "go-version: stable",
					risk: "none"
				}],
				location: {
					file,
					line: go.line
				}
			})];
		});
	}
};
// src/policy/godebug-names.ts
const GODEBUG_NAMES = new Set([
	"allowmultiplevcs asynctimerchan containermaxprocs cryptocustomrand dataindependenttiming decoratemappings embedfollowsymlinks",
	"execerrdot fips140 fips140ems gocachehash gocachetest gocacheverify gotestjsonbuildtext gotypesalias htmlmetacontenturlescape",
	"http2client http2debug http2server httpcookiemaxnum httplaxcontentlength httpmuxgo121 httpservecontentkeepheaders installgoroot",
	"jstmpllitinterp multipartfiles multipartmaxheaders multipartmaxparts multipathtcp netdns netedns0 panicnil randautoseed",
	"randseednop rsa1024min tarinsecurepath tls10server tls3des tlsmaxrsasize tlsmlkem tlsrsakex tlssecpmlkem tlssha1 tlsunsafeekm",
	"updatemaxprocs urlmaxqueryparams urlstrictcolons winreadlinkvolume winsymlink x509keypairleaf x509negativeserial x509rsacrt",
	"x509sha256skid x509usefallbackroots x509usepolicies zipinsecurepath"
].flatMap((names) => names.split(" ")));
const GODEBUG_REMOVED = new Set(["x509sha1"]);
// src/rules/godebug-lines.ts
const KNOWN_GO = "1.26";
const godebugLines = {
	id: "godebug-lines",
	topic: "module",
	title: "Every godebug line names a setting of the Go that builds",
	codes: ["GO.MOD_SYNTAX"],
	judge: (facts) => listsOf(facts).flatMap((list) => list.lines.flatMap((line) => judgeLine$1(facts, list, line)))
};
function listsOf({ modules, work }) {
	if (work !== void 0) {
		const { file, godebugs, problem, problems } = work;
		return problem === void 0 && problems.length === 0 ? [{
			subject: file,
			file,
			lines: godebugs,
			command: "go work edit"
		}] : [];
	}
	return modules.filter((module) => module.isMain && isReadable(module)).map((module) => ({
		subject: moduleName(module),
		file: module.mod.file,
		lines: module.mod.godebugs,
		command: "go mod edit"
	}));
}
function judgeLine$1(facts, list, { text, line }) {
	const at = text.indexOf("=");
	const [name, value] = [text.slice(0, at), text.slice(at + 1)];
	const reason = name === "default" ? whyNoDefault(facts, value) : whyUnknown(name);
	if (reason === void 0) return [];
	const { subject, file, command } = list;
	const isSure = name === "default" || isKnownGo(facts);
	return [require_main.finding("GO.MOD_SYNTAX", {
		subject,
		severity: isSure ? "error" : "warning",
		confidence: isSure ? "certain" : "likely",
		message: cannotRead(file, reason),
		evidence: {
			line: `godebug ${text}`,
			reason
		},
		fixes: [{
			title: "Remove the line, or correct it",
			kind: "command",
			text: `${command} -dropgodebug=${name}`,
			risk: "low"
		}],
		location: {
			file,
			line
		}
	})];
}
function whyNoDefault(facts, value) {
	if (!/^go\d+(?:\.\d+)*(?:[a-z]+\d+)?$/u.test(value)) return "godebug default= wants a version of the form go1.26";
	const chosen = chosenGo(facts);
	return chosen !== void 0 && isOlderThan(chosen, value.slice(2)) ? `godebug default=${value} is newer than the Go that builds: ${chosen.reason}` : void 0;
}
function whyUnknown(name) {
	if (GODEBUG_REMOVED.has(name)) return `the godebug setting ${name} was removed from Go`;
	return GODEBUG_NAMES.has(name) ? void 0 : `no godebug setting is named ${name.slice(0, 40)}`;
}
function isKnownGo(facts) {
	const chosen = chosenGo(facts);
	return chosen !== void 0 && compareGoLines(chosen.text, `${KNOWN_GO}.9999`) <= 0;
}
// src/rules/merge-marks.ts
const mergeMarks = {
	id: "merge-marks",
	topic: "module",
	title: "No file holds marks of an unfinished merge",
	codes: ["MERGE.MARKS"],
	judge: (facts) => textsOf(facts).flatMap(({ file, problems, severity, directory }) => {
		const marks = problems.filter(({ kind }) => kind === "merge-mark");
		return marks.length === 0 ? [] : [markedFile(file, {
			marks,
			severity,
			directory
		})];
	})
};
function textsOf(facts) {
	const { modules, work } = facts;
	const ofModules = modules.flatMap((module) => {
		const { mod, sum, vendor, directory } = module;
		const isVendored = buildMode(facts, module) === "vendor";
		return [
			{
				text: mod,
				severity: blocking(module)
			},
			{
				text: sum,
				severity: isVendored ? "warning" : blocking(module)
			},
			{
				text: vendor,
				severity: "warning"
			}
		].flatMap(({ text, severity }) => text === void 0 ? [] : [{
			...text,
			severity,
			directory
		}]);
	});
	const placed = [
		{
			text: work,
			severity: "error"
		},
		{
			text: work?.sum,
			severity: workspaceMode(facts) === "vendor" ? "warning" : "error"
		},
		{
			text: work?.vendor,
			severity: "warning"
		}
	].flatMap(({ text, severity }) => text === void 0 || work === void 0 ? [] : [{
		...text,
		severity,
		directory: work.directory
	}]);
	return [...ofModules, ...placed];
}
function markedFile(file, { marks, severity, directory }) {
	const [first] = marks;
	return require_main.finding("MERGE.MARKS", {
		subject: file,
		severity,
		evidence: {
			line: first?.text,
			marks: marks.length,
			lines: marks.map(({ line }) => line).join(", ")
		},
		fixes: file.endsWith("go.sum") ? [commandIn(directory, "go mod tidy")] : [],
		location: {
			file,
			...first === void 0 ? {} : { line: first.line }
		}
	});
}
// src/policy/import-path.ts
const WINDOWS_NAME = /^(?:con|com[1-9]|lpt[1-9]|nul|prn|aux)$/iu;
function importPathProblem(path) {
	if (path.startsWith("-")) return "the path begins with a dash";
	for (const element of path.split("/")) {
		const problem = elementProblem(element);
		if (problem !== void 0) return problem;
	}
}
function fetchedPathProblem(path) {
	if (path === "go" || path === "toolchain") return void 0;
	const problem = importPathProblem(path);
	if (problem !== void 0) return problem;
	const [first = ""] = path.split("/");
	if (!first.includes(".")) return "its first element has no dot";
	if (/[^a-z0-9.-]/u.test(first)) return "its first element is no host name in lower case";
	if (path.includes("+")) return "the path has a character that no module path may have: +";
	return /(?:^|\/)\./u.test(path) ? "an element of the path begins with a dot" : void 0;
}
function elementProblem(element) {
	if (element === "") return "the path has an empty element";
	if (element.endsWith(".")) return `an element of the path ends with a dot: ${element}`;
	const bad = /[^\w.~+-]/u.exec(element)?.[0];
	if (bad !== void 0) return `the path has a character that no import path may have: ${bad}`;
	const [short = ""] = element.split(".");
	if (WINDOWS_NAME.test(short)) return `an element of the path is a name that Windows keeps for itself: ${short}`;
	return /~\d+$/u.test(short) ? "an element of the path ends with a tilde and digits" : void 0;
}
// src/rules/module-file.ts
const NEWEST_KNOWN = "1.26";
const moduleFile = {
	id: "module-file",
	topic: "module",
	title: "Every go.mod and go.work can be read",
	codes: ["GO.NO_MOD", "GO.MOD_SYNTAX"],
	judge: (facts) => [
		...missing(facts),
		...facts.modules.flatMap(judgeModule$2),
		...facts.work === void 0 ? [] : judgeWork$1(facts.work)
	]
};
function missing({ directory, modules, work, environment }) {
	const isOff = environment.settings["GO111MODULE"]?.value === "off";
	if (modules.length > 0 || work !== void 0 || isOff) return [];
	return [require_main.finding("GO.NO_MOD", {
		subject: directory,
		location: { file: directory },
		fixes: [{
			title: "Make a module here",
			kind: "command",
			text: "go mod init example.com/name",
			risk: "none"
		}]
	})];
}
function judgeModule$2(module) {
	const { mod } = module;
	const subject = moduleName(module);
	const findings = judgeText(mod, {
		subject,
		severity: blocking(module)
	});
	if (findings.length > 0 || mod.problems.length > 0) return findings;
	if (mod.module !== void 0) return badPaths(module);
	if (!module.isMain && mod.go === void 0 && mod.requires.length === 0) return [];
	const fixes = [{
		title: "Add a module line",
		kind: "command",
		text: "go mod edit -module=example.com/name",
		risk: "none"
	}];
	const evidence = { reason: "there is no module line" };
	const message = cannotRead(mod.file, evidence.reason);
	return [require_main.finding("GO.MOD_SYNTAX", {
		subject,
		severity: blocking(module),
		message,
		evidence,
		fixes,
		location: {
			file: mod.file,
			line: 1
		}
	})];
}
function badPaths(module) {
	const { file, module: own, tools } = module.mod;
	return [...own === void 0 ? [] : [own], ...tools].flatMap(({ text, line }) => {
		const reason = importPathProblem(text);
		return reason === void 0 ? [] : [badLine({
			kind: "syntax",
			line,
			reason,
			text
		}, {
			subject: moduleName(module),
			severity: blocking(module),
			file,
			isFuture: false
		})];
	});
}
function judgeWork$1(work) {
	return judgeText(work, {
		subject: work.file,
		severity: "error"
	});
}
function judgeText(text, about) {
	const { file, problem, problems, go, sizeBytes } = text;
	if (problem !== void 0) {
		const evidence = {
			reason: FILE_PROBLEMS[problem],
			bytes: sizeBytes
		};
		return [require_main.finding("GO.MOD_SYNTAX", {
			...about,
			message: cannotRead(file, evidence.reason),
			evidence,
			location: { file }
		})];
	}
	if (problems.some(({ kind }) => kind === "merge-mark")) return [];
	const isFuture = go !== void 0 && compareGoLines(go.text, `${NEWEST_KNOWN}.9999`) > 0;
	return problems.filter(({ kind }) => kind === "syntax" || kind === "directive").map((each) => badLine(each, {
		...about,
		file,
		isFuture
	}));
}
function badLine({ kind, line, reason, text }, about) {
	const { subject, file } = about;
	const severity = kind === "directive" && about.isFuture ? "info" : about.severity;
	const message = cannotRead(file, reason);
	return require_main.finding("GO.MOD_SYNTAX", {
		subject,
		severity,
		message,
		evidence: {
			line: text,
			reason
		},
		location: {
			file,
			line
		}
	});
}
// src/rules/module-versions.ts
const moduleVersions = {
	id: "module-versions",
	topic: "module",
	title: "Every module version is one, and belongs to its path",
	codes: ["GO.MOD_VERSION"],
	judge: (facts) => {
		const { modules, work } = facts;
		return [...modules.map((module) => ({
			text: module.mod,
			subject: moduleName(module),
			severity: blocking(module),
			mayAsk: isInWorkspace(facts, module) || buildMode(facts, module) === "mod",
			directory: module.directory
		})), ...work === void 0 ? [] : [{
			text: work,
			subject: work.file,
			severity: "error",
			mayAsk: true,
			directory: work.directory
		}]].flatMap(({ text, subject, severity, mayAsk, directory }) => text.problems.filter(({ kind }) => kind === "version" || kind === "query").map(({ kind, line, text: written, reason }) => require_main.finding("GO.MOD_VERSION", {
			subject,
			severity: kind === "query" && mayAsk ? "warning" : severity,
			message: `${text.file} names a version that is none: ${reason}`,
			evidence: {
				line: written,
				reason
			},
			fixes: [commandIn(directory, "go mod tidy")],
			location: {
				file: text.file,
				line
			}
		})));
	}
};
// src/rules/project-whole.ts
const projectWhole = {
	id: "project-whole",
	topic: "module",
	title: "The whole project was looked at",
	codes: ["PREFLIGHT.INCOMPLETE"],
	judge: ({ directory, incomplete }) => incomplete.map((what) => require_main.finding("PREFLIGHT.INCOMPLETE", {
		subject: directory,
		evidence: { "not looked at": what }
	}))
};
// src/rules/replaced-directories.ts
const MOST_NAMED$1 = 20;
const replacedDirectories = {
	id: "replaced-directories",
	topic: "module",
	title: "Every directory that replaces a module holds one",
	codes: ["GO.REPLACE_MISSING"],
	judge: (facts) => [...facts.modules.flatMap((module) => isReadable(module) ? judgeModule$1(facts, module) : []), ...judgeWork(facts)]
};
function judgeModule$1(facts, module) {
	if (buildMode(facts, module) === "vendor") return [];
	const { replaces, file } = module.mod;
	const requires = (isInWorkspace(facts, module) ? facts.modules.filter(({ isMain }) => isMain) : [module]).flatMap(({ mod }) => mod.requires);
	const counting = [module.isMain ? facts.work?.replaces ?? [] : [], replaces];
	return report$1(brokenOf(facts, replaces), {
		file,
		subject: moduleName(module),
		worst: blocking(module),
		counting,
		requires
	});
}
function judgeWork(facts) {
	const { work } = facts;
	const main = facts.modules.filter(({ isMain }) => isMain);
	const [first] = main;
	if (work === void 0 || first === void 0 || buildMode(facts, first) === "vendor") return [];
	const { replaces, file } = work;
	const requires = main.flatMap(({ mod }) => mod.requires);
	return report$1(brokenOf(facts, replaces), {
		file,
		subject: file,
		worst: "error",
		counting: [replaces],
		requires
	});
}
function brokenOf({ work, modules }, replaces) {
	const used = new Set(work === void 0 ? [] : modules.flatMap(({ isMain, mod }) => isMain ? [mod.module?.text] : []));
	return replaces.filter(({ target, path }) => (target === "missing" || target === "no-go-mod") && !used.has(path));
}
function report$1(broken, { file, subject, worst, counting, requires }) {
	const replacementOf = findReplacement(...counting);
	const required = new Set(requires.map(replacementOf));
	const direct = new Set(requires.filter(({ indirect }) => !indirect).map(replacementOf));
	const weights = broken.map((each) => direct.has(each) ? worst : required.has(each) ? "warning" : "info");
	return [
		"error",
		"warning",
		"info"
	].flatMap((severity) => {
		const same = broken.filter((_, index) => weights[index] === severity);
		const [first] = same;
		if (first === void 0) return [];
		const detail = {
			subject,
			severity,
			evidence: evidenceOf$1(same),
			location: {
				file,
				line: first.line
			}
		};
		const drops = same.slice(0, MOST_NAMED$1).map((each) => ` -dropreplace=${(require_install ??= require("./install.cjs")).shellWord(nameOfVersion(each))}`);
		const fixes = [{
			title: "Use the published module, if that is meant",
			kind: "command",
			text: `go ${file.endsWith("go.work") ? "work" : "mod"} edit${drops.join("")}`,
			risk: "low"
		}];
		return [require_main.finding("GO.REPLACE_MISSING", {
			...detail,
			fixes
		})];
	});
}
function evidenceOf$1(broken) {
	const reason = ({ target }) => target === "missing" ? "no such directory" : "no go.mod";
	return linesOf$1(broken.map((each) => ({
		line: each.line,
		text: `${each.path} => ${each.newPath}: ${reason(each)}`
	})));
}
// src/rules/replaced-outside.ts
const replacedOutside = {
	id: "replaced-outside",
	topic: "module",
	title: "No replacement leads out of the workspace",
	codes: ["GO.REPLACE_OUTSIDE"],
	judge: ({ modules, work }) => {
		const texts = modules.map((module) => ({
			file: module.mod.file,
			subject: moduleName(module),
			replaces: module.mod.replaces
		}));
		if (work !== void 0) texts.push({
			file: work.file,
			subject: work.file,
			replaces: work.replaces
		});
		return texts.flatMap(({ file, subject, replaces }) => replaces.filter(({ target }) => target === "outside").map(({ path, newPath, line }) => require_main.finding("GO.REPLACE_OUTSIDE", {
			subject,
			evidence: {
				module: path,
				directory: newPath
			},
			location: {
				file,
				line
			}
		})));
	}
};
// src/rules/replaced-requirements.ts
const replacedRequirements = {
	id: "replaced-requirements",
	topic: "module",
	title: "No replaced module asks for more than the module that uses it",
	codes: ["GO.MOD_OUTDATED"],
	judge: (facts) => facts.modules.flatMap((module) => replacedModules(facts, module).flatMap((replaced) => [...newerGo(facts, module, replaced), ...newerRequirements(facts, module, replaced)]))
};
function newerGo(facts, module, replaced) {
	const { go } = module.mod;
	const other = replaced.module.mod;
	const own = go?.text ?? "1.16";
	if (other.go === void 0 || compareGoLines(other.go.text, own) <= 0) return [];
	return [outdated$1(facts, module, {
		replaced,
		message: `${other.file} requires go >= ${other.go.text}, and ${module.mod.file} says go ${own}`,
		evidence: {
			module: replaced.requirement.path,
			"its go line": other.go.text,
			"own go line": own
		},
		line: go?.line ?? replaced.requirement.line
	})];
}
function newerRequirements(facts, module, replaced) {
	const { requires, excludes, file } = module.mod;
	const other = replaced.module.mod;
	const own = new Map(requires.map((each) => [each.path, each]));
	const excluded = new Set(excludes.map(nameOfVersion));
	return other.requires.flatMap(({ path, version }) => {
		const listed = own.get(path);
		if (listed === void 0 || compareModuleVersions(version, listed.version) <= 0) return [];
		if (excluded.has(nameOfVersion({
			path,
			version
		}))) return [];
		return [outdated$1(facts, module, {
			replaced,
			message: `${other.file} requires ${path} ${version}, and ${file} lists ${listed.version}`,
			evidence: {
				module: path,
				[other.file]: version,
				[file]: listed.version
			},
			line: listed.line
		})];
	});
}
function outdated$1(facts, module, what) {
	const { replaced, message, evidence, line } = what;
	const isSure = !replaced.requirement.indirect;
	return require_main.finding("GO.MOD_OUTDATED", {
		subject: moduleName(module),
		severity: isSure && buildMode(facts, module) !== "mod" ? blocking(module) : "warning",
		confidence: isSure ? "certain" : "likely",
		message,
		evidence,
		fixes: [commandIn(module.directory, "go mod tidy")],
		location: {
			file: module.mod.file,
			line
		}
	});
}
// src/rules/replacements-agree.ts
const replacementsAgree = {
	id: "replacements-agree",
	topic: "module",
	title: "No module is replaced in two ways",
	codes: ["GO.REPLACE_CONFLICT"],
	judge: (facts) => [
		...groupsOf$1(facts).flatMap(conflictsIn$1),
		...replacedBySelf(facts),
		...sharedTargets(facts)
	]
};
function groupsOf$1(facts) {
	const { modules, work } = facts;
	const own = modules.map((module) => {
		const { file, replaces } = module.mod;
		return {
			subject: moduleName(module),
			severity: blocking(module),
			lines: placed$1(file, replaces)
		};
	});
	if (work === void 0) return own;
	const chosen = new Set(work.replaces.map(({ path }) => path));
	const together = modules.filter((module) => isInWorkspace(facts, module)).flatMap(({ mod, directory }) => {
		const first = new Map(mod.replaces.map((each) => [nameOfVersion(each), each]));
		return placed$1(mod.file, [...first.values()].filter(({ path }) => !chosen.has(path)), directory);
	});
	const ofWork = {
		subject: work.file,
		severity: "error"
	};
	return [
		...own,
		{
			...ofWork,
			lines: placed$1(work.file, work.replaces)
		},
		{
			...ofWork,
			lines: together
		}
	];
}
function placed$1(file, replaces, directory) {
	return replaces.map((replacement) => {
		const { newPath, newVersion } = replacement;
		return {
			replacement,
			file,
			target: newVersion === void 0 && directory !== void 0 ? joinSlashes(directory, newPath) : nameOfVersion({
				path: newPath,
				version: newVersion
			})
		};
	});
}
function conflictsIn$1({ subject, severity, lines }) {
	const first = new Map();
	return lines.flatMap((line) => {
		const { replacement, file, target } = line;
		const module = nameOfVersion(replacement);
		const earlier = first.get(module);
		if (earlier === void 0) first.set(module, line);
		if (earlier === void 0 || earlier.target === target) return [];
		return [require_main.finding("GO.REPLACE_CONFLICT", {
			subject,
			severity,
			evidence: {
				module,
				[`${earlier.file}:${earlier.replacement.line}`]: earlier.target,
				[`${file}:${replacement.line}`]: target
			},
			location: {
				file,
				line: replacement.line
			}
		})];
	});
}
function replacedBySelf({ modules, work }) {
	const used = new Set(modules.flatMap(({ isMain, mod }) => isMain && mod.module !== void 0 ? [mod.module.text] : []));
	return (work?.replaces ?? []).filter(({ path, version }) => version === void 0 && used.has(path)).map(({ path, newPath, line }) => require_main.finding("GO.REPLACE_CONFLICT", {
		subject: path,
		message: "go.work uses a module, and replaces it too",
		evidence: {
			module: path,
			replacement: newPath
		},
		location: {
			file: work?.file ?? "go.work",
			line
		}
	}));
}
function sharedTargets(facts) {
	return facts.modules.filter((module) => isReadable(module) && !isInWorkspace(facts, module)).flatMap((module) => {
		const severity = buildMode(facts, module) === "mod" ? "warning" : blocking(module);
		return sharedIn(module).map((detail) => require_main.finding("GO.REPLACE_CONFLICT", {
			subject: moduleName(module),
			severity,
			...detail
		}));
	});
}
function sharedIn({ mod }) {
	const replacementOf = findReplacement(mod.replaces);
	const excluded = new Set(mod.excludes.map(nameOfVersion));
	const required = mod.requires.filter((each) => !excluded.has(nameOfVersion(each))).map((requirement) => ({
		requirement,
		replacement: replacementOf(requirement)
	}));
	const taken = new Map();
	return required.sort((a, b) => Number(a.replacement !== void 0) - Number(b.replacement !== void 0)).flatMap(({ requirement: { path, version, line }, replacement }) => {
		const { newPath, newVersion } = replacement ?? {
			newPath: path,
			newVersion: version
		};
		const target = nameOfVersion({
			path: newPath,
			version: newVersion
		});
		const earlier = taken.get(target) ?? path;
		taken.set(target, earlier);
		if (earlier === path) return [];
		return [{
			message: "Two required modules would come from the same place",
			evidence: {
				place: target,
				first: earlier,
				second: path
			},
			location: {
				file: mod.file,
				line: replacement?.line ?? line
			}
		}];
	});
}
// src/rules/requirements-agree.ts
const requirementsAgree = {
	id: "requirements-agree",
	topic: "module",
	title: "No requirement of a module contradicts another line",
	codes: ["GO.MOD_OUTDATED"],
	judge: (facts) => facts.modules.filter((module) => isReadable(module) && !isInWorkspace(facts, module)).flatMap((module) => [...twice(facts, module), ...excluded(facts, module)])
};
function twice(facts, module) {
	const first = new Map();
	return module.mod.requires.flatMap((requirement) => {
		const earlier = first.get(requirement.path);
		if (earlier === void 0) first.set(requirement.path, requirement);
		if (earlier === void 0 || earlier.version === requirement.version) return [];
		return [outdated(facts, module, {
			evidence: {
				module: requirement.path,
				[`line ${earlier.line}`]: earlier.version,
				[`line ${requirement.line}`]: requirement.version
			},
			line: requirement.line,
			message: "A module is required at two versions"
		})];
	});
}
function excluded(facts, module) {
	const { excludes, requires } = module.mod;
	const lines = new Map(requires.map((each) => [nameOfVersion(each), each]));
	return excludes.flatMap(({ path, version, line }) => {
		const required = lines.get(nameOfVersion({
			path,
			version
		}));
		if (required === void 0) return [];
		return [outdated(facts, module, {
			evidence: {
				module: `${path}@${version}`,
				"required in line": required.line,
				"excluded in line": line
			},
			line,
			message: "A version is both required and excluded"
		})];
	});
}
function outdated(facts, module, what) {
	const { line, ...detail } = what;
	return require_main.finding("GO.MOD_OUTDATED", {
		...detail,
		subject: moduleName(module),
		severity: buildMode(facts, module) === "mod" ? "warning" : blocking(module),
		fixes: [commandIn(module.directory, "go mod tidy")],
		location: {
			file: module.mod.file,
			line
		}
	});
}
// src/rules/sum-complete.ts
const PRUNED_SINCE = "1.17";
const sumComplete = {
	id: "sum-complete",
	topic: "checksum",
	title: "go.sum names every required module",
	codes: ["GO.GOSUM_MISSING"],
	judge: (facts) => facts.modules.filter((module) => isReadable(module) && !isInWorkspace(facts, module) && buildMode(facts, module) === "readonly").flatMap(judgeModule)
};
function judgeModule(module) {
	const { sum } = module;
	if (sum?.problem !== void 0 || (sum?.problems.length ?? 0) > 0) return [];
	const missing = missingIn(module, { isGoMod: true });
	const isPruned = compareGoLines(module.mod.go?.text ?? "1.16", PRUNED_SINCE) >= 0;
	const wanted = missing.filter(({ requirement }) => !isPruned || !requirement.indirect);
	const likely = missing.filter(({ requirement }) => isPruned && requirement.indirect);
	if (sum === void 0 && missing.length > 0) return [report(module, {
		missing,
		isLikely: wanted.length === 0
	})];
	return [
		...wanted.length === 0 ? [] : [report(module, {
			missing: wanted,
			isLikely: false
		})],
		...likely.length === 0 ? [] : [report(module, {
			missing: likely,
			isLikely: true
		})],
		...withoutContents(module, missing)
	];
}
function withoutContents(module, told) {
	const known = new Set(told.map(({ name }) => name));
	const missing = missingIn(module, { isGoMod: false }).filter(({ requirement, name }) => !requirement.indirect && !known.has(name));
	if (missing.length === 0) return [];
	const message = "go.sum has no line for the contents of a module that is required directly";
	return [{
		...report(module, {
			missing,
			isLikely: true
		}),
		message
	}];
}
function missingIn({ mod, sum }, { isGoMod }) {
	const known = new Set((sum?.lines ?? []).filter((line) => line.isGoMod === isGoMod).map(nameOfVersion));
	const excluded = new Set(mod.excludes.map(nameOfVersion));
	const replacementOf = findReplacement(mod.replaces);
	return mod.requires.flatMap((requirement) => {
		if (excluded.has(nameOfVersion(requirement))) return [];
		const replacement = replacementOf(requirement);
		if (replacement !== void 0 && replacement.newVersion === void 0) return [];
		const name = replacement === void 0 ? nameOfVersion(requirement) : `${replacement.newPath}@${replacement.newVersion}`;
		return known.has(name) ? [] : [{
			requirement,
			name
		}];
	});
}
function markEvidence(sum) {
	const [first] = sum?.lines ?? [];
	if (sum === void 0 || first?.path.startsWith("\ufeff") !== true) return {};
	return { [`${sum.file}:${first.line}`]: "begins with a byte order mark, which belongs to the path for go" };
}
function report(module, { missing, isLikely }) {
	const { mod, sum } = module;
	const [first] = missing;
	return require_main.finding("GO.GOSUM_MISSING", {
		subject: moduleName(module),
		severity: isLikely ? "warning" : blocking(module),
		confidence: isLikely ? "likely" : "certain",
		...sum === void 0 ? { message: "There is no go.sum, and modules are required" } : {},
		evidence: {
			"without a line": firstOf(missing.map(({ name }) => name)),
			count: missing.length,
			...markEvidence(sum)
		},
		fixes: [commandIn(module.directory, "go mod tidy")],
		location: {
			file: mod.file,
			...first === void 0 ? {} : { line: first.requirement.line }
		}
	});
}
// src/rules/sum-conflicts.ts
const sumConflicts = {
	id: "sum-conflicts",
	topic: "checksum",
	title: "go.sum has one hash for each module version",
	codes: ["GO.GOSUM_CONFLICT"],
	judge: (facts) => groupsOf(facts).flatMap(conflictsIn)
};
function groupsOf(facts) {
	const { modules, work } = facts;
	const groups = modules.filter((module) => !isInWorkspace(facts, module)).map((module) => {
		const severity = buildMode(facts, module) === "vendor" ? "warning" : blocking(module);
		return {
			subject: moduleName(module),
			directory: module.directory,
			severity,
			lines: placed(module.sum)
		};
	});
	if (work === void 0) return groups;
	const together = modules.filter((module) => isInWorkspace(facts, module)).flatMap(({ sum }) => placed(sum));
	const severity = workspaceMode(facts) === "vendor" ? "warning" : "error";
	return [...groups, {
		subject: work.file,
		directory: work.directory,
		severity,
		lines: [...together, ...placed(work.sum)]
	}];
}
function placed(sum) {
	return sum === void 0 ? [] : sum.lines.map((line) => ({
		...line,
		file: sum.file
	}));
}
function conflictsIn({ subject, directory, severity, lines }) {
	const first = new Map();
	return lines.flatMap((line) => {
		if (!line.hash.startsWith("h1:")) return [];
		const module = `${line.path} ${line.version}${line.isGoMod ? "/go.mod" : ""}`;
		const earlier = first.get(module);
		if (earlier === void 0) first.set(module, line);
		if (earlier === void 0 || earlier.hash === line.hash) return [];
		const { file } = line;
		return [require_main.finding("GO.GOSUM_CONFLICT", {
			subject,
			severity,
			evidence: {
				module,
				[`${earlier.file}:${earlier.line}`]: earlier.hash,
				[`${file}:${line.line}`]: line.hash
			},
			fixes: [{
				...commandIn(directory, "go mod tidy"),
				title: `Remove both lines in ${directory}, and let go ask the checksum database`
			}],
			location: {
				file,
				line: line.line
			}
		})];
	});
}
// src/rules/sum-lines.ts
const sumLines = {
	id: "sum-lines",
	topic: "checksum",
	title: "Every line of go.sum can be read",
	codes: ["GO.GOSUM_MALFORMED"],
	judge: (facts) => sumsOf(facts).flatMap(judgeSum)
};
function sumsOf(facts) {
	const { modules, work } = facts;
	const sums = modules.flatMap((module) => {
		const { sum, directory } = module;
		const severity = buildMode(facts, module) === "vendor" ? "warning" : blocking(module);
		return sum === void 0 ? [] : [{
			subject: moduleName(module),
			directory,
			severity,
			sum
		}];
	});
	if (work?.sum === void 0) return sums;
	const severity = workspaceMode(facts) === "vendor" ? "warning" : "error";
	return [...sums, {
		subject: work.file,
		directory: work.directory,
		severity,
		sum: work.sum
	}];
}
function judgeSum({ subject, directory, severity, sum }) {
	const { file, problem, problems, sizeBytes } = sum;
	if (problem !== void 0) {
		const evidence = {
			reason: FILE_PROBLEMS[problem],
			bytes: sizeBytes
		};
		return [require_main.finding("GO.GOSUM_MALFORMED", {
			subject,
			severity,
			message: cannotRead(file, evidence.reason),
			evidence,
			location: { file }
		})];
	}
	return problems.filter(({ kind }) => kind === "syntax").map(({ line, text, reason }) => require_main.finding("GO.GOSUM_MALFORMED", {
		subject,
		severity,
		message: cannotRead(file, reason),
		evidence: {
			line: text,
			reason
		},
		fixes: file.endsWith("go.sum") ? [commandIn(directory, "go mod tidy")] : [{
			title: `Remove line ${line} of ${file}`,
			kind: "edit",
			text,
			risk: "none"
		}],
		location: {
			file,
			line
		}
	}));
}
// src/rules/toolchain-line.ts
const STRICT_SINCE$1 = "1.21";
const toolchainLine = {
	id: "toolchain-line",
	topic: "version",
	title: "Every toolchain line names a Go that can be followed",
	codes: ["GO.TOOLCHAIN_CONFIG"],
	judge: (facts) => linesOf(facts).flatMap((lines) => [...unreadable(lines), ...judgeLine(facts, lines)])
};
function linesOf(facts) {
	const { modules, work } = facts;
	const ofModules = modules.map((module) => {
		const mustStay = work === void 0 && buildMode(facts, module) !== "mod";
		return {
			...module.mod,
			subject: moduleName(module),
			severity: blocking(module),
			mustStay
		};
	});
	return work === void 0 ? ofModules : [{
		...work,
		subject: work.file,
		severity: "error",
		mustStay: false
	}, ...ofModules];
}
function unreadable({ subject, file, problems, severity }) {
	return problems.filter(({ kind }) => kind === "toolchain").map(({ line, text, reason }) => {
		const version = /\d+\.\d+(?:\.\d+)?(?:rc\d+|beta\d+)?/u.exec(text)?.[0];
		const fixes = version === void 0 ? [] : [{
			title: "Write",
			kind: "edit",
			text: `toolchain go${version}`,
			risk: "none"
		}];
		return require_main.finding("GO.TOOLCHAIN_CONFIG", {
			subject,
			severity,
			evidence: {
				line: text,
				reason
			},
			fixes,
			location: {
				file,
				line
			}
		});
	});
}
function judgeLine(facts, lines) {
	const { subject, file, go, toolchain } = lines;
	if (toolchain === void 0) return [];
	const setting = gotoolchain(facts);
	const about = {
		subject,
		evidence: {
			"toolchain line": toolchain.text,
			"go line": go?.text,
			GOTOOLCHAIN: setting
		},
		location: {
			file,
			line: toolchain.line
		}
	};
	const useless = whyUseless(lines, toolchain.text);
	if (useless !== void 0) {
		const fixes = [{
			title: "Remove the toolchain line",
			kind: "command",
			text: "go mod edit -toolchain=none",
			risk: "none"
		}];
		return [require_main.finding("GO.TOOLCHAIN_CONFIG", {
			...about,
			...useless,
			fixes
		})];
	}
	if (toolchain.text === "default") return [];
	const version = (require_project ??= require("./project.cjs")).toolchainVersion(toolchain.text);
	if (version === void 0) return [require_main.finding("GO.TOOLCHAIN_CONFIG", {
		...about,
		severity: "warning",
		message: "The toolchain line names no released Go"
	})];
	const chosen = chosenGo(facts);
	if (chosen === void 0 || switchesToolchain(setting) || !isOlderThan(chosen, version)) return [];
	const message = `The toolchain line has no effect: ${chosen.reason}, and GOTOOLCHAIN does not let go switch`;
	return [require_main.finding("GO.TOOLCHAIN_CONFIG", {
		...about,
		severity: "info",
		message
	})];
}
function whyUseless({ go, severity, mustStay }, text) {
	const version = (require_project ??= require("./project.cjs")).toolchainVersion(text);
	if (text === "default" || text === `go${go?.text}`) return mustStay ? {
		severity,
		message: "Go would drop the toolchain line: it adds nothing to the go line"
	} : void 0;
	if (version === void 0) return void 0;
	if (compareGoLines(version, STRICT_SINCE$1) < 0 && mustStay) return {
		severity,
		message: `No Go before ${STRICT_SINCE$1} can be named by a toolchain line`
	};
	return go !== void 0 && compareGoLines(go.text, STRICT_SINCE$1) >= 0 && compareGoLines(version, go.text) < 0 ? {
		severity: "warning",
		message: "The toolchain line is older than the go line"
	} : void 0;
}
// src/policy/vendor-check.ts
function vendorDifferences(build) {
	return [
		...notExplicit(build),
		...otherReplacements(build),
		...notRequired(build),
		...notReplaced(build)
	];
}
const MARKED_SINCE = "1.14";
function unmarkedVersions({ vendor, modules, work }) {
	const isOld = modules.some(({ mod }) => compareGoLines(mod.go?.text ?? "", MARKED_SINCE) < 0);
	if (work !== void 0 || !isOld) return void 0;
	return new Map(vendor.modules.filter((each) => each.hasPackages).map(({ path, version }) => [path, version]));
}
function notExplicit(build) {
	const { vendor, modules } = build;
	const explicit = new Set(vendor.modules.filter((each) => each.explicit).map(nameOfVersion));
	const unmarked = unmarkedVersions(build);
	const isOther = (each) => (unmarked?.get(each.path) ?? each.version) !== each.version;
	return modules.flatMap(({ mod }) => mod.requires.filter((each) => !explicit.has(nameOfVersion(each)) && (unmarked === void 0 || isOther(each))).map((each) => ({
		module: nameOfVersion(each),
		what: unmarked === void 0 ? "required, but not marked explicit in modules.txt" : "required, but modules.txt has another version",
		file: mod.file,
		line: each.line
	})));
}
function notRequired({ vendor, modules }) {
	const required = new Set(modules.flatMap(({ mod }) => mod.requires.map(nameOfVersion)));
	return vendor.modules.filter((each) => each.explicit && each.hasPackages && !required.has(nameOfVersion(each))).map((each) => ({
		module: nameOfVersion(each),
		what: "marked explicit in modules.txt, but not required",
		file: vendor.file,
		line: each.line
	}));
}
function otherReplacements(build) {
	const marks = new Map(build.vendor.replaces.map((each) => [nameOfVersion(each), each]));
	const lists = replacementLists(build);
	const replacementOf = effective(build, lists);
	const unmarked = unmarkedVersions(build);
	return [...new Map(lists.flat().map((each) => [nameOfVersion(each), each]))].flatMap(([module, old]) => {
		const counting = replacementOf(old);
		const marked = marks.get(module);
		const place = {
			module,
			file: old.file,
			line: old.line
		};
		if (counting === void 0) return [];
		if (marked === void 0 && unmarked !== void 0 && (old.version === void 0 || unmarked.get(old.path) !== old.version)) return [];
		if (marked === void 0) return [{
			...place,
			what: "replaced, but not marked so in modules.txt"
		}];
		if (marked.newPath === counting.newPath && marked.newVersion === counting.newVersion) return [];
		return [{
			...place,
			what: `replaced by ${describe(counting)}, but in modules.txt by ${describe(marked)}`
		}];
	});
}
function notReplaced(build) {
	const { vendor } = build;
	const replacementOf = effective(build, replacementLists(build));
	return vendor.replaces.filter((each) => replacementOf(each) === void 0).map((each) => ({
		module: nameOfVersion(each),
		what: "marked as replaced in modules.txt, but not replaced",
		file: vendor.file,
		line: each.line
	}));
}
function replacementLists({ modules, work }) {
	const ofModules = modules.map(({ mod, directory }) => mod.replaces.map((each) => ({
		...each,
		file: mod.file,
		...work === void 0 ? {} : seenFrom(work.directory, directory, each)
	})));
	return work === void 0 ? ofModules : [work.replaces.map((each) => ({
		...each,
		file: work.file
	})), ...ofModules];
}
function seenFrom(workDirectory, directory, { newPath, newVersion }) {
	if (newVersion !== void 0 || /^(?:[/\\]|[A-Za-z]:)/u.test(newPath)) return {};
	return { newPath: relativeSlashes(workDirectory, joinSlashes(directory, newPath)) };
}
function effective({ modules }, lists) {
	const own = new Set(modules.map(({ mod }) => mod.module?.text));
	const replacementOf = findReplacement(...lists);
	return (old) => old.version === void 0 && own.has(old.path) ? void 0 : replacementOf(old);
}
function describe({ newPath, newVersion }) {
	return nameOfVersion({
		path: newPath,
		version: newVersion
	});
}
// src/rules/vendor-consistent.ts
const MOST_NAMED = 8;
const vendorConsistent = {
	id: "vendor-consistent",
	topic: "vendor",
	title: "The vendor directory belongs to go.mod",
	codes: ["GO.VENDOR"],
	judge: (facts) => buildsOf(facts).flatMap(judgeBuild)
};
function buildsOf(facts) {
	const { modules, work } = facts;
	const vendored = modules.filter((module) => isReadable(module) && buildMode(facts, module) === "vendor");
	const isTogether = (isMain) => work !== void 0 && isMain;
	const builds = vendored.flatMap((module) => {
		const { vendor, directory, isMain } = module;
		if (vendor === void 0 || isTogether(isMain)) return [];
		return [{
			subject: moduleName(module),
			directory,
			severity: blocking(module),
			command: "go mod vendor",
			vendor,
			modules: [module],
			work: void 0
		}];
	});
	const together = vendored.filter(({ isMain }) => isTogether(isMain));
	const isWhole = together.length > 0 && together.length === work?.uses.length;
	if (work?.vendor === void 0 || !isWhole) return builds;
	const own = {
		subject: work.file,
		directory: work.directory,
		severity: "error",
		command: "go work vendor"
	};
	return [...builds, {
		...own,
		vendor: work.vendor,
		modules: together,
		work
	}];
}
function judgeBuild(build) {
	const { subject, severity, vendor, directory, command } = build;
	const fixes = [commandIn(directory, command)];
	if (vendor.problem !== void 0) {
		const evidence = {
			reason: FILE_PROBLEMS[vendor.problem],
			bytes: vendor.sizeBytes
		};
		return [require_main.finding("GO.VENDOR", {
			subject,
			severity,
			evidence,
			fixes,
			location: { file: vendor.file }
		})];
	}
	const differences = vendorDifferences(build);
	const [first] = differences;
	if (first === void 0) return [];
	const location = {
		file: first.file,
		line: first.line
	};
	return [require_main.finding("GO.VENDOR", {
		subject,
		severity,
		evidence: evidenceOf(differences),
		fixes,
		location
	})];
}
function evidenceOf(differences) {
	const named = differences.slice(0, MOST_NAMED).map(({ module, what }) => [module, what]);
	return {
		...Object.fromEntries(named),
		differences: differences.length
	};
}
// src/rules/version-files.ts
const versionFiles = {
	id: "version-files",
	topic: "version",
	title: "No version file contradicts a go line",
	codes: ["VERSION.FILES_DISAGREE"],
	judge: ({ versionFiles: files, modules, work }) => {
		const asking = [...work === void 0 ? [] : [work], ...modules.filter(({ isMain }) => isMain).map(({ mod }) => mod)];
		return files.flatMap(({ file, version, line }) => {
			const spec = version === void 0 ? void 0 : require_main.parseSpec(version);
			if (version === void 0 || spec?.kind !== "exact" && (spec?.kind !== "minor" || spec.minor === void 0)) return [];
			const text = version.replace(/^(?:go|v)/u, "");
			const named = {
				text,
				isLine: spec.kind === "minor",
				reason: file
			};
			const newer = asking.find(({ go }) => go !== void 0 && isOlderThan(named, go.text));
			if (newer?.go === void 0) return [];
			return [require_main.finding("VERSION.FILES_DISAGREE", {
				subject: file,
				message: `${file} names Go ${text}, and ${newer.file} requires go >= ${newer.go.text}`,
				evidence: {
					[file]: text,
					[newer.file]: newer.go.text
				},
				fixes: [{
					title: `Write into ${file}`,
					kind: "edit",
					text: newer.go.text,
					risk: "none"
				}],
				location: {
					file,
					...line === void 0 ? {} : { line }
				}
			})];
		});
	}
};
// src/rules/work-uses.ts
const workUses = {
	id: "work-uses",
	topic: "module",
	title: "go.work uses directories with a module, and the module of this directory",
	codes: ["GO.WORK_USE"],
	judge: (facts) => {
		const { work } = facts;
		if (work === void 0 || work.problem !== void 0 || work.problems.length > 0) return [];
		return [
			...usingNothing(work),
			...leadingNowhere(work),
			...usedTwice(work),
			...samePath(facts, work),
			...unfetchable(facts, work),
			...unused(facts, work)
		];
	}
};
function usingNothing({ file, directory, uses }) {
	if (uses.length > 0) return [];
	const message = `${file} uses no directory, so nothing can be built beside it`;
	const fixes = [commandIn(directory, "go work use -r .")];
	return [require_main.finding("GO.WORK_USE", {
		subject: file,
		severity: "warning",
		message,
		fixes,
		location: {
			file,
			line: 1
		}
	})];
}
function samePath({ modules }, { file, uses }) {
	const first = new Map();
	return modules.flatMap(({ isMain, mod, directory }) => {
		const path = mod.module?.text;
		const earlier = path === void 0 ? void 0 : first.get(path);
		if (!isMain || path === void 0) return [];
		if (earlier === void 0) first.set(path, directory);
		const use = uses.find((each) => each.directory === directory);
		if (earlier === void 0 || use === void 0) return [];
		return [require_main.finding("GO.WORK_USE", {
			subject: path,
			message: "Two modules of the workspace have the same path",
			evidence: {
				module: path,
				first: earlier,
				second: directory
			},
			location: {
				file,
				line: use.line
			}
		})];
	});
}
function unfetchable(facts, work) {
	if (workspaceMode(facts) === "vendor") return [];
	const main = facts.modules.filter(({ isMain }) => isMain);
	const replacementOf = findReplacement(work.replaces, ...main.map(({ mod }) => mod.replaces));
	const excluded = new Set(main.flatMap(({ mod }) => mod.excludes.map(nameOfVersion)));
	return main.flatMap(({ mod }) => mod.requires.flatMap(({ path, version, line }) => {
		const name = nameOfVersion({
			path,
			version
		});
		const reason = fetchedPathProblem(path);
		if (reason === void 0 || excluded.has(name) || replacementOf({
			path,
			version
		}) !== void 0) return [];
		const own = main.find((each) => each.mod.module?.text === path);
		const text = `go work edit ${(require_install ??= require("./install.cjs")).shellWord(`-replace=${name}=${relativeSlashes(work.directory, own?.directory ?? ".")}`)}`;
		return [require_main.finding("GO.WORK_USE", {
			subject: path,
			message: `${mod.file} requires a module that cannot be fetched: ${reason}`,
			evidence: {
				module: name,
				reason
			},
			fixes: own === void 0 ? [] : [commandIn(work.directory, text)],
			location: {
				file: mod.file,
				line
			}
		})];
	}));
}
function leadingNowhere({ file, directory, uses }) {
	const broken = uses.filter(({ hasGoMod }) => !hasGoMod);
	const [first] = broken;
	if (first === void 0) return [];
	return [require_main.finding("GO.WORK_USE", {
		subject: file,
		severity: broken.length < uses.length ? "error" : "warning",
		message: "A use line leads to a directory without a go.mod",
		evidence: linesOf$1(broken.map(({ line, path }) => ({
			line,
			text: `use ${path}`
		}))),
		fixes: [commandIn(directory, `go work edit${broken.map(({ path }) => ` -dropuse=${(require_install ??= require("./install.cjs")).shellWord(path)}`).join("")}`)],
		location: {
			file,
			line: first.line
		}
	})];
}
function usedTwice({ file, directory, uses }) {
	return uses.filter((use, index) => uses.findIndex((other) => other.directory === use.directory) < index).map(({ path, line }) => require_main.finding("GO.WORK_USE", {
		subject: path,
		message: "Two use lines lead to the same directory",
		evidence: { line: `use ${path}` },
		fixes: [{
			title: `Remove the line from the go.work in ${directory}`,
			kind: "edit",
			text: `use ${path}`,
			risk: "none"
		}],
		location: {
			file,
			line
		}
	}));
}
function unused({ modules, moduleDirectory }, { file, directory }) {
	const others = modules.filter(({ isMain }) => !isMain);
	const own = others.find((module) => module.directory === moduleDirectory);
	const rest = others.filter((module) => module !== own);
	const findings = [];
	if (own !== void 0) findings.push(require_main.finding("GO.WORK_USE", {
		subject: moduleName(own),
		severity: "warning",
		message: `${file} does not use the module of this directory, so go commands do not find it here`,
		evidence: { directory: own.directory },
		fixes: [commandIn(directory, `go work use ${(require_install ??= require("./install.cjs")).shellWord(relativeSlashes(directory, own.directory))}`), {
			title: "Or build without it",
			kind: "setting",
			text: "GOWORK=off",
			risk: "none"
		}],
		location: { file }
	}));
	if (rest.length > 0) {
		const evidence = {
			modules: firstOf(rest.map((each) => each.directory)),
			count: rest.length
		};
		const message = `${file} does not use every module here`;
		findings.push(require_main.finding("GO.WORK_USE", {
			subject: file,
			severity: "info",
			message,
			evidence,
			location: { file }
		}));
	}
	return findings;
}
// src/rules/work-version.ts
const STRICT_SINCE = "1.21";
// src/rules/registry.ts
const RULES = [
	mergeMarks,
	moduleFile,
	moduleVersions,
	godebugLines,
	goLine,
	toolchainLine,
	{
		id: "work-version",
		topic: "version",
		title: "go.work asks for at least the Go of its modules",
		codes: ["GO.WORK_VERSION"],
		judge: ({ modules, work }) => {
			if (work === void 0 || work.problem !== void 0 || work.problems.length > 0) return [];
			const workLine = work.go?.text ?? "1.18";
			return modules.flatMap((module) => {
				const { go, file } = module.mod;
				if (!module.isMain || go === void 0 || compareGoLines(go.text, STRICT_SINCE) < 0) return [];
				if (compareGoLines(go.text, workLine) <= 0) return [];
				return [require_main.finding("GO.WORK_VERSION", {
					subject: moduleName(module),
					message: `${file} requires go >= ${go.text}, and ${work.file} ${work.go === void 0 ? "names none, which means" : "says"} go ${workLine}`,
					evidence: {
						"go.work": workLine,
						"go.mod": go.text
					},
					fixes: [commandIn(work.directory, "go work use"), {
						title: `Or write into ${work.file}`,
						kind: "edit",
						text: `go ${go.text}`,
						risk: "none"
					}],
					location: {
						file: work.file,
						line: work.go?.line ?? 1
					}
				})];
			});
		}
	},
	goLineMinimum,
	versionFiles,
	requirementsAgree,
	replacedRequirements,
	replacementsAgree,
	workUses,
	replacedDirectories,
	replacedOutside,
	sumLines,
	sumConflicts,
	sumComplete,
	vendorConsistent,
	projectWhole,
	...environmentRules
];
// src/steps/preflight.ts
var preflight_exports = require_main.__exportAll({
	checkBeforeInstall: () => checkBeforeInstall,
	preflight: () => preflight
});
async function preflight(context, signal) {
	const { workspace, operands, options, inputs, machine, host } = context;
	const given = operands[0] ?? inputs.workingDirectory;
	const directory = (0, node_path.resolve)(workspace, given);
	const kind = (await machine.files.stat(directory))?.kind;
	if (kind !== "directory" && kind !== "symlink") throw require_main.failure("INPUT.INVALID", {
		subject: "DIR",
		evidence: {
			got: given,
			reason: "there is no such directory"
		}
	});
	const isPerson = host.kind === "terminal";
	const checkout = isPerson ? await repositoryAround(machine.files, directory) : workspace;
	const sums = options["sums"] === "all" || options["sums"] === "off" ? options["sums"] : "quick";
	await check(context, {
		directory,
		scope: "all",
		top: isPerson ? void 0 : workspace,
		checkout,
		sums
	}, signal);
	return "ok";
}
async function checkBeforeInstall(context, directory, signal) {
	const { workspace } = context;
	await check(context, {
		directory,
		scope: "main",
		top: (0, node_path.resolve)(workspace),
		checkout: workspace,
		sums: "off"
	}, signal);
}
async function check(context, place, signal) {
	const { inputs, emit } = context;
	if (inputs.preflight === "off") return;
	throwAll(await require_main.inPhase(context, "preflight", async () => {
		const startMs = context.machine.clock.monotonic();
		const facts = await gather(context, place, signal);
		signal.throwIfAborted();
		const weight = inputs.preflight === "warn" ? warned : void 0;
		const { findings, checks } = judgeProject(facts, rulesFor(facts), weight);
		const sums = findings.every(({ severity }) => severity !== "error") ? await proveSums(context, {
			facts,
			place
		}, signal) : void 0;
		const all = [...findings, ...(sums?.findings ?? []).map((each) => weighed(each, weight))];
		for (const finding of all) emit({
			type: "finding",
			finding
		});
		const modules = facts.modules.map(({ mod, directory }) => ({
			path: mod.module?.text ?? "",
			directory,
			requireCount: mod.requires.length
		}));
		const ms = Math.round(context.machine.clock.monotonic() - startMs);
		emit({
			type: "preflight",
			directory: facts.directory,
			modules,
			checks,
			routes: moduleRoutes(facts),
			sums: sums?.proof ?? null,
			ms
		});
		return all.filter(({ severity }) => severity === "error");
	}));
}
async function proveSums(context, { facts, place }, signal) {
	if (place.sums === "off") return void 0;
	const { proveProjectSums } = await Promise.resolve().then(() => require("./install.cjs")).then((n) => n.preflight_sums_exports);
	return proveProjectSums(context, {
		facts,
		isAll: place.sums === "all"
	}, signal);
}
function rulesFor({ environment }) {
	return environment.settings["GO111MODULE"]?.value === "off" ? environmentRules : RULES;
}
function weighed(finding, weight) {
	return weight === void 0 ? finding : {
		...finding,
		severity: weight(finding.severity)
	};
}
function warned(severity) {
	return severity === "error" ? "warning" : severity;
}
function throwAll([first, ...rest]) {
	if (first !== void 0) throw new require_main.Failure([first, ...rest]);
}
async function gather(context, place, signal) {
	const { machine, workspace, secrets } = context;
	const { directory } = place;
	const environment = await gatherEnvironment(machine, {
		goRoot: void 0,
		directory,
		secrets
	}, signal);
	return {
		...await gatherProject({
			...place,
			files: machine.files,
			workspace,
			gowork: environment.settings["GOWORK"]?.value ?? "",
			foreign: foreignDirectories(context)
		}),
		environment,
		request: requestOf(context)
	};
}
function requestOf({ request, inputs, machine }) {
	const asked = inputs.gotoolchain === "keep" ? require_main.userGotoolchain(machine.env) ?? "local" : inputs.gotoolchain;
	const spec = request?.spec;
	return {
		version: spec?.kind === "exact" ? require_main.versionText(spec.version) : void 0,
		spec: spec?.text,
		origin: request?.origin,
		gotoolchain: request === void 0 ? void 0 : asked,
		minGoVersion: require_main.versionText(inputs.minGoVersion),
		offline: inputs.offline
	};
}
function foreignDirectories({ machine, workspace }) {
	const { env, toolCache } = machine;
	const named = [
		"GOMODCACHE",
		"GOCACHE",
		"GOROOT"
	].map((name) => env[name]);
	const gopath = env["GOPATH"] ? (0, node_path.join)(env["GOPATH"], "pkg") : void 0;
	return [
		...named,
		gopath,
		toolCache.directory
	].flatMap((path) => path ? [(0, node_path.resolve)(workspace, path)] : []);
}
async function repositoryAround(files, directory) {
	for (let at = directory;; at = (0, node_path.dirname)(at)) {
		if (await files.stat((0, node_path.join)(at, ".git")) !== void 0) return at;
		if (at === (0, node_path.dirname)(at)) return void 0;
	}
}
Object.defineProperty(exports, "addressClass", {
	enumerable: true,
	get: function() {
		return addressClass;
	}
});
Object.defineProperty(exports, "findReplacement", {
	enumerable: true,
	get: function() {
		return findReplacement;
	}
});
Object.defineProperty(exports, "gatherEnvironment", {
	enumerable: true,
	get: function() {
		return gatherEnvironment;
	}
});
Object.defineProperty(exports, "gosumdbProblem", {
	enumerable: true,
	get: function() {
		return gosumdbProblem;
	}
});
Object.defineProperty(exports, "gotoolchainProblem", {
	enumerable: true,
	get: function() {
		return gotoolchainProblem;
	}
});
Object.defineProperty(exports, "isBogon", {
	enumerable: true,
	get: function() {
		return isBogon;
	}
});
Object.defineProperty(exports, "isPrivateAddress", {
	enumerable: true,
	get: function() {
		return isPrivateAddress;
	}
});
Object.defineProperty(exports, "mountOf", {
	enumerable: true,
	get: function() {
		return mountOf;
	}
});
Object.defineProperty(exports, "nameOfVersion", {
	enumerable: true,
	get: function() {
		return nameOfVersion;
	}
});
Object.defineProperty(exports, "parseGoMod", {
	enumerable: true,
	get: function() {
		return parseGoMod;
	}
});
Object.defineProperty(exports, "parseGoSum", {
	enumerable: true,
	get: function() {
		return parseGoSum;
	}
});
Object.defineProperty(exports, "parseGoWork", {
	enumerable: true,
	get: function() {
		return parseGoWork;
	}
});
Object.defineProperty(exports, "parseVendorModules", {
	enumerable: true,
	get: function() {
		return parseVendorModules;
	}
});
Object.defineProperty(exports, "preflight_exports", {
	enumerable: true,
	get: function() {
		return preflight_exports;
	}
});
Object.defineProperty(exports, "readMounts", {
	enumerable: true,
	get: function() {
		return readMounts;
	}
});
Object.defineProperty(exports, "routeByStack", {
	enumerable: true,
	get: function() {
		return routeByStack;
	}
});
