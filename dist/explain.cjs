// SPDX-License-Identifier: Apache-2.0. Built from src/ by scripts/build.mjs. Licences: licenses.txt
"use strict";
let require_failure;
const require_main = require("./main.cjs");
let require_install;
let require_unpack;
let require_preflight;
let require_sumdb;
let require_seldom;
let node_os = require("node:os");
let node_path = require("node:path");
// src/adapters/node-commands.ts
var node_commands_exports = require_main.__exportAll({ createCommands: () => createCommands });
const FORWARDED = [
	"SIGINT",
	"SIGTERM",
	"SIGHUP"
];
function createCommands(parts) {
	return { passThrough: (command, hear, signal) => passThrough({
		...parts,
		command,
		hear
	}, signal) };
}
async function passThrough(running, signal) {
	const { terminal, clock, command, hear } = running;
	const [file = ""] = command.words;
	const child = await startChild(running, signal);
	const stopForwarding = forwardSignals(child, terminal);
	const onAbort = () => endChild(clock, child);
	signal.addEventListener("abort", onAbort, { once: true });
	try {
		const pumped = Promise.all([pump(child.stdout, terminal.stdout, (chunk) => hear("stdout", chunk)), pump(child.stderr, terminal.stderr, (chunk) => hear("stderr", chunk))]);
		const end = await ended(child, file);
		await drained(child, pumped, clock);
		signal.throwIfAborted();
		return end;
	} finally {
		signal.removeEventListener("abort", onAbort);
		stopForwarding();
	}
}
async function startChild({ command, spawn }, signal) {
	const start = spawn ?? (await Promise.resolve().then(() => require_main.__toESM(require("node:child_process"), 1))).spawn;
	signal.throwIfAborted();
	const [file = "", ...args] = command.words;
	try {
		return start(file, args, {
			env: { ...command.env },
			cwd: command.cwd,
			stdio: [
				"inherit",
				"pipe",
				"pipe"
			]
		});
	} catch (error) {
		throw notStarted(file, error);
	}
}
function notStarted(file, error) {
	const { code: errno } = require_main.readSystemError(error);
	const code = errno === "ENOENT" ? "RUN.NOT_FOUND" : require_main.spawnErrorCode(errno, "RUN.NOT_EXECUTABLE");
	return require_main.failure(code, {
		subject: file,
		evidence: { errno }
	}, error);
}
function ended(child, file) {
	return new Promise((resolve, reject) => {
		child.once("error", (error) => {
			if (child.pid === void 0) reject(notStarted(file, error));
		});
		child.once("exit", (code, killedBy) => {
			if (killedBy === null) resolve({ exitCode: code ?? 70 });
			else resolve({
				exitCode: 128 + node_os.constants.signals[killedBy],
				signal: killedBy
			});
		});
	});
}
async function drained(child, pumped, clock) {
	const done = new AbortController();
	let lastMs = clock.monotonic();
	const heard = () => {
		lastMs = clock.monotonic();
	};
	child.stdout?.on("data", heard);
	child.stderr?.on("data", heard);
	const silence = async () => {
		for (let left = require_main.LIMITS.killGraceMs; left > 0; left = lastMs + require_main.LIMITS.killGraceMs - clock.monotonic()) await clock.sleep(left, done.signal);
	};
	try {
		await Promise.race([pumped, silence()]);
	} finally {
		done.abort();
		child.stdout?.destroy();
		child.stderr?.destroy();
	}
}
function pump(from, to, hear) {
	return new Promise((resolve) => {
		if (!from) return resolve();
		from.on("data", (chunk) => {
			if (!to.write(chunk)) from.pause();
			hear(chunk);
		});
		const resume = () => from.resume();
		const isGone = () => {
			if ("destroy" in from && typeof from.destroy === "function") from.destroy();
		};
		to.on("drain", resume);
		to.on("error", isGone);
		let hasEnded = false;
		const finish = () => {
			hasEnded = true;
			to.removeListener("drain", resume);
			to.write("", () => resolve());
		};
		from.once("end", finish);
		from.once("close", () => {
			if (!hasEnded) resolve();
		});
		from.on("error", () => resolve());
	});
}
function forwardSignals(child, terminal) {
	let count = 0;
	const listeners = FORWARDED.map((name) => {
		const listener = () => {
			count += 1;
			if (count > 1) child.kill("SIGKILL");
			else if (name !== "SIGINT" || !terminal.signalsReachChild) child.kill(name);
		};
		terminal.on(name, listener);
		return () => terminal.removeListener(name, listener);
	});
	return () => {
		for (const remove of listeners) remove();
	};
}
function endChild(clock, child) {
	const gone = new AbortController();
	child.once("exit", () => gone.abort());
	child.kill("SIGTERM");
	clock.sleep(require_main.LIMITS.killGraceMs, gone.signal).then(() => child.kill("SIGKILL"), () => void 0);
}
// src/policy/decoder-fixes.ts
const command = (title, text) => ({
	title,
	kind: "command",
	text,
	risk: "none"
});
const setting = (title, text) => ({
	title,
	kind: "setting",
	text,
	risk: "none"
});
const edit = (title, text) => ({
	title,
	kind: "edit",
	text,
	risk: "none"
});
function privatePattern({ subject = "" }) {
	const path = subject.replace(/^https?:\/\//u, "").replace(/@.*$/u, "");
	return /^[a-z0-9.-]+\.[a-z]{2,}(?:\/|$)/iu.test(path) ? path.split("/").slice(0, 2).join("/") : "HOST/ORGANISATION";
}
const TIDY = [command("Bring go.mod and go.sum up to date, then commit both", "go mod tidy")];
const PRIVATE = (values) => [setting("Name the private path", `GOPRIVATE=${privatePattern(values)}`)];
const TRUST_CA = [command("Trust the CA (Debian, Ubuntu)", "cp ca.crt /usr/local/share/ca-certificates/ && update-ca-certificates"), command("Trust the CA (RHEL, Fedora)", "cp ca.crt /etc/pki/ca-trust/source/anchors/ && update-ca-trust")];
const FIXES = {
	"FS.NO_SPACE": () => [command("See which file system is full, of bytes or of inodes", "df -h; df -i")],
	"FS.GOCACHE": () => [command("See how much room the build cache has", "df -h \"$(go env GOCACHE)\"; df -i \"$(go env GOCACHE)\"")],
	"FS.PERMISSION": ({ subject }) => subject?.startsWith("/") ? [command("See who owns it", `ls -ld '${subject.replaceAll("'", "")}'; id`)] : [],
	"HOST.MEMORY": () => [setting("Build one package at a time", "GOFLAGS=-p=1")],
	"GO.SUMDB_OFF_TOOLCHAIN": () => [command("See who sets it, then remove it", "go env -changed; go env -u GOSUMDB")],
	"GO.SUMDB_CONFIG": () => [command("Remove the setting", "go env -u GOSUMDB")],
	"GO.GOSUM_MISMATCH": ({ subject }) => [command("Ask the checksum database what everybody else was given", `curl https://${(require_install ??= require("./install.cjs")).CHECKSUM_DATABASE}/lookup/${subject ?? "MODULE@VERSION"}`)],
	"GO.GOSUM_MISSING": () => TIDY,
	"GO.GOSUM_MALFORMED": () => [edit("Remove the lines of the merge, keep both sides", "<<<<<<< ======= >>>>>>>"), ...TIDY],
	"GO.MOD_UPDATES": () => TIDY,
	"GO.PRIVATE_IN_SUMDB": PRIVATE,
	"GO.SUMDB_UNREACHABLE": () => [setting("Use the other name of the same database, with the same key", `GOSUMDB=${(require_install ??= require("./install.cjs")).CHECKSUM_DATABASE_ALIAS}`)],
	"GO.TOOLCHAIN_LOCAL": ({ wants }) => [command("Install the Go that is asked for", `setup-go-robust install ${wants?.replace(/[^\w.]/gu, "") ?? "--go-version-file go.mod"}`)],
	"GO.TOOLCHAIN_ABSENT": () => [command("Install the Go that go.mod asks for", "setup-go-robust install --go-version-file go.mod")],
	"GO.TOOLCHAIN_CONFIG": () => [command("See who sets it", "go env -changed")],
	"GO.PROXY_OFF": () => [command("See who sets it", "go env -changed")],
	"GO.PROXY_CONFIG": () => [command("See who sets it, then remove it", "go env -changed; go env -u GOPROXY")],
	"GO.UNKNOWN_VERSION": ({ subject }) => [command("Show the versions that exist", `go list -m -versions ${subject?.replace(/@.*$/u, "") ?? "MODULE"}`)],
	"GO.VENDOR": () => [command("Make the vendor directory again, then commit it", "go mod vendor")],
	"GO.FLAGS": () => [command("Remove the setting", "go env -u GOFLAGS")],
	"GO.MODULES_OFF": () => [command("Remove the setting", "unset GO111MODULE; go env -u GO111MODULE")],
	"GO.PACKAGE_NOT_FOUND": ({ subject }) => subject?.includes(".") ? [command("Add the requirement", `go get ${subject}`)] : [],
	"GO.CGO_COMPILER": ({ subject }) => subject?.startsWith("-") ? [
		command("Install a C compiler (Alpine)", "apk add gcc musl-dev"),
		command("Install a C compiler (Debian, Ubuntu)", "apt-get install -y gcc libc6-dev"),
		setting("Where there is one, switch cgo on", "CGO_ENABLED=1")
	] : [],
	"GO.VERSION_MIX": () => [command("Remove the foreign root", "unset GOROOT; go env -u GOROOT")],
	"GO.VCS_AUTH": (values) => [command("Give git a token of this host", "git config --global url.\"https://oauth2:$TOKEN@HOST/\".insteadOf https://HOST/"), ...PRIVATE(values)],
	"GO.VCS_STAMP": ({ subject }) => [command("Trust the checkout", `git config --global --add safe.directory ${subject ?? "\"$PWD\""}`)],
	"TLS.UNTRUSTED": () => TRUST_CA,
	"TLS.UNTRUSTED_GIT": () => [command("Give git the CA", "git config --global http.sslCAInfo /path/to/ca.pem")],
	"TLS.EXPIRED": () => [command("Check the clock first", "date -u; timedatectl set-ntp true")],
	"TLS.NOT_YET": () => [command("Check the clock first", "date -u; timedatectl set-ntp true")],
	"H2.STREAM": () => [setting("Speak HTTP/1.1", "GODEBUG=http2client=0")],
	"H2.GOAWAY": () => [setting("Speak HTTP/1.1", "GODEBUG=http2client=0")]
};
function decoderFixes(code, values) {
	return FIXES[code]?.(safe(values)) ?? [];
}
function safe(values) {
	return Object.fromEntries(Object.entries(values).filter(([, value]) => /^[\w@%+=:,./~\-[\]!]*$/u.test(value)));
}
// src/policy/decoded-findings.ts
const QUOTE_CHARS = 400;
function findingsOfLog(decoding, log) {
	const { causes, telling } = decoding;
	const ownAt = Math.max(0, ...causes.filter(isOwnFault).map((cause) => cause.lastAt));
	const survived = (cause) => cause.row.generic === true && cause.lastAt < ownAt;
	const follows = ({ row }) => causes.some((other) => (require_failure ??= require("./failure.cjs")).CATALOGUE[other.row.code].explains.includes(row.code));
	const isPast = (cause) => survived(cause) || follows(cause);
	const known = causes.filter((cause) => !isPast(cause)).sort((a, b) => Number(isOwnFault(a)) - Number(isOwnFault(b)));
	const past = causes.filter(isPast).map((cause) => ({
		...causeFinding(cause, log),
		severity: "warning"
	}));
	if (causes.length > 0) return [...known.map((cause) => causeFinding(cause, log)), ...past];
	return telling === void 0 ? [] : [undetermined(telling, log)];
}
function isOwnFault({ row }) {
	return (require_failure ??= require("./failure.cjs")).CATALOGUE[row.code].severity === "info";
}
function causeFinding(cause, log) {
	const { row, line, values, count, others, inner } = cause;
	const { subject, file, row: sourceRow, ...rest } = values;
	const place = file === void 0 ? void 0 : `${file}${sourceRow === void 0 ? "" : `:${sourceRow}`}`;
	const facts = Object.fromEntries(Object.entries(rest).map(([name, value]) => [name, redactLog(value)]));
	return require_main.finding(row.code, {
		subject: redactLog(subject ?? place ?? row.tool),
		confidence: row.confidence ?? "certain",
		evidence: {
			...quoted(line),
			...place === void 0 ? {} : { at: place },
			...facts,
			"inner cause": inner?.code,
			lines: count === 1 ? void 0 : count,
			also: others.length === 0 ? void 0 : redactLog(others.join(", "))
		},
		fixes: decoderFixes(row.code, values),
		...location(log, line, file, sourceRow)
	});
}
function undetermined(line, log) {
	return require_main.finding("LOG.UNDETERMINED", {
		subject: log.subject,
		confidence: "possible",
		evidence: quoted(line),
		...location(log, line)
	});
}
function location(log, line, file, row) {
	if (log.file !== void 0) return { location: {
		file: log.file,
		line: line.number
	} };
	return file === void 0 ? {} : { location: {
		file,
		...row === void 0 ? {} : { line: Number(row) }
	} };
}
function quoted({ text, number, stream }) {
	return {
		line: stream === "" ? `${number}` : `${number} of ${stream}`,
		text: redactLog(text.trim()).slice(0, QUOTE_CHARS)
	};
}
const SECRETS = /\b(?:(?:gh[pousr]_|github_pat_|gl(?:pat|dt|cbt|rtr?|ptt|ft|imt|oas|soat|agent|wt|ffct)-|AKIA)[\w.-]{8,255}|npm_[A-Za-z0-9]{30,60}|eyJ[\w-]{8,2000}\.eyJ[\w-]{8,4000}\.[\w-]{8,1000})/gu;
const NAMED_SECRET = /((?:authorization|token|password|passwd|secret|api[-_]?key)["']?\s{0,3}[:=]\s{0,3}["']?(?:bearer |basic |token )?)[^\s"',;]{3,500}/giu;
function redactLog(text) {
	return require_main.redactText(text, []).replace(SECRETS, "***").replace(NAMED_SECRET, "$1***").replace(/(https?:\/\/[^\s"'?]{1,500})\?(?!go-get=1)[^\s"']{1,2000}/gu, "$1?\u2026").replaceAll("##[", "## [");
}
// src/policy/decoder-row.ts
function rowsOf(common, rows) {
	return rows.map((row) => ({
		...common,
		...row
	}));
}
// src/policy/decoder-rows-go-code.ts
const GO_LOOKUP_ROWS = rowsOf({ tool: "go" }, [
	{
		id: "no-meta",
		code: "GO.NO_META",
		needle: "no go-import meta",
		pattern: /unrecognized import path "(?<subject>[^"]{1,300})": .{0,400}?no go-import meta tags/u
	},
	{
		id: "unknown-revision",
		code: "GO.UNKNOWN_VERSION",
		needle: "unknown revision",
		pattern: /unknown revision (?<revision>\S{1,100})/u,
		detail: /(?:(?<subject>[^\s:@]{1,300}@[^\s:@]{1,100}): .{0,300}?)unknown revision (?<revision>\S{1,100})/u
	},
	{
		id: "unknown-version-file",
		code: "GO.UNKNOWN_VERSION",
		needle: "/@v/",
		pattern: /reading \S{1,500}?\/@v\/v[^\s/]{1,200}\.(?:info|mod|zip): (?<status>404|410)/u,
		detail: /(?:(?<subject>[^\s:@]{1,300}@[^\s:@]{1,100}): )(?:module \S{1,300}: )?reading \S{1,500}?\/@v\/v[^\s/]{1,200}\.(?:info|mod|zip): (?<status>404|410)/u
	},
	{
		id: "no-matching-versions",
		code: "GO.UNKNOWN_VERSION",
		needle: "no matching versions",
		pattern: /: no matching versions for query "(?<query>[^"]{1,100})"/u,
		detail: /(?<subject>[^\s:]{1,300}): no matching versions for query "(?<query>[^"]{1,100})"/u
	},
	{
		id: "invalid-pseudo-version",
		code: "GO.UNKNOWN_VERSION",
		needle: "invalid pseudo-version",
		pattern: /: invalid pseudo-version: (?<reason>.{1,200})/u,
		detail: /(?<subject>[^\s:@]{1,300}@[^\s:@]{1,100}): invalid pseudo-version: (?<reason>.{1,200})/u
	},
	{
		id: "invalid-version",
		code: "GO.UNKNOWN_VERSION",
		needle: "invalid version",
		outer: true,
		pattern: /: invalid version: (?<reason>.{1,200})/u,
		detail: /(?<subject>[^\s:@]{1,300}@[^\s:@]{1,100}): invalid version: (?<reason>.{1,200})/u
	}
]);
const OWN_ROWS = rowsOf({ tool: "go" }, [
	{
		id: "compile",
		code: "GO.COMPILE",
		needle: ".go:",
		pattern: /^(?:vet: )?(?:\.{1,2}[/\\])*(?<file>[^\s:]{1,300}\.go):(?<row>\d{1,6}):(?:\d{1,5}:)? (?<error>.{1,200})/u,
		after: /^# \S/mu
	},
	{
		id: "parse",
		code: "GO.COMPILE",
		needle: ".go:",
		pattern: /^(?:\.{1,2}[/\\])*(?<file>[^\s:]{1,300}\.go):(?<row>\d{1,6}):\d{1,5}: (?<error>(?:expected |syntax error|illegal |missing |string literal|rune literal|comment not|invalid |imports? must).{0,200})/u
	},
	{
		id: "import-cycle",
		code: "GO.COMPILE",
		needle: "import cycle not",
		pattern: /import cycle not allowed/u
	},
	{
		id: "link",
		code: "GO.COMPILE",
		needle: "ld returned",
		pattern: /ld returned \d+ exit status/u
	},
	{
		id: "test",
		code: "GO.TEST_FAILED",
		needle: "--- fail: ",
		pattern: /^\s{0,40}--- FAIL: (?<subject>\S{1,200})/u
	},
	{
		id: "test-package",
		code: "GO.TEST_FAILED",
		needle: "fail	",
		pattern: /^FAIL\t(?<subject>\S{1,300})\t[\d.]{1,12}s/u
	},
	{
		id: "test-timeout",
		code: "GO.TEST_FAILED",
		needle: "test timed out",
		pattern: /panic: test timed out after (?<subject>\S{1,40})/u
	},
	{
		id: "panic",
		code: "GO.PANIC",
		needle: "panic: ",
		pattern: /^panic: (?<error>.{1,200})/u
	},
	{
		id: "fatal-error",
		code: "GO.PANIC",
		needle: "fatal error: ",
		pattern: /^fatal error: (?<error>(?:all goroutines|concurrent map|stack overflow|unexpected signal).{0,200})/u
	}
]);
// src/policy/decoder-rows-go-project.ts
const GO_PROJECT_ROWS = rowsOf({ tool: "go" }, [
	{
		id: "vendor",
		code: "GO.VENDOR",
		needle: "inconsistent vendoring",
		pattern: /inconsistent vendoring in (?<subject>\S{1,300}):/u
	},
	{
		id: "flag-insecure",
		code: "GO.FLAG_INSECURE",
		needle: "-insecure flag",
		pattern: /(?<subject>-insecure) flag is no longer supported/u
	},
	{
		id: "flags",
		code: "GO.FLAGS",
		needle: "parsing $goflags",
		pattern: /parsing \$(?<subject>GOFLAGS): (?<reason>.{1,200})/u
	},
	{
		id: "flags-unknown",
		code: "GO.FLAGS",
		needle: "goflags",
		pattern: /(?:unknown flag|invalid) (?<subject>\S{1,100}) .{0,60}\$?GOFLAGS/u
	},
	{
		id: "mod-version",
		code: "GO.MOD_VERSION",
		needle: "\" invalid: ",
		pattern: /^\s{0,8}(?:go: )?(?<file>[^\s:]{0,300}go\.(?:mod|work)):(?<row>\d{1,6})(?::\d{1,5})?: (?:require|exclude|replace|retract) (?<subject>\S{1,300}): version "[^"]{0,200}" invalid: (?<reason>.{1,200})/u
	},
	{
		id: "work-use-twice",
		code: "GO.WORK_USE",
		needle: "multiple times in workspace",
		pattern: /(?:path|module) (?<subject>\S{1,300}) appears multiple times in workspace/u,
		detail: /(?:(?<file>[^\s:]{0,300}go\.work):(?<row>\d{1,6}): )path (?<subject>\S{1,300}) appears multiple times in workspace/u
	},
	{
		id: "work-use-missing",
		code: "GO.WORK_USE",
		needle: "listed in go.work file: open ",
		pattern: /cannot load module (?<subject>\S{1,300}) listed in go\.work file: open (?<reason>.{1,300})/u
	},
	{
		id: "work-use-none",
		code: "GO.WORK_USE",
		needle: "no modules were found in the current workspace",
		pattern: /no modules were found in the current workspace/u
	},
	{
		id: "work-unused",
		code: "GO.WORK_USE",
		needle: "does not contain modules listed in go.work",
		pattern: /pattern (?<subject>\S{1,200}): directory prefix \S{1,300} does not contain modules listed in go\.work/u
	},
	{
		id: "work-outside",
		code: "GO.WORK_USE",
		needle: "is outside module root",
		pattern: /pattern (?<subject>\S{1,200}): directory \S{1,300} is outside module root/u,
		confidence: "likely"
	},
	{
		id: "work-version",
		code: "GO.WORK_VERSION",
		needle: "listed in go.work file requires go",
		pattern: /module (?<subject>\S{1,300}) listed in go\.work file requires go >= (?<wants>\S{1,40}), but go\.work (?:lists|implicitly requires) go (?<lists>[^\s;]{1,40})/u
	},
	{
		id: "replace-missing",
		code: "GO.REPLACE_MISSING",
		needle: "replacement directory ",
		pattern: /replacement directory (?<subject>.{1,300}?) does not exist/u
	},
	{
		id: "replace-no-mod",
		code: "GO.REPLACE_MISSING",
		needle: "(replaced by ",
		pattern: /\(replaced by (?<subject>.{1,300}?)\): reading \S{1,300}go\.mod: open \S{1,300}: no such file/u
	},
	{
		id: "replace-conflict",
		code: "GO.REPLACE_CONFLICT",
		needle: "conflicting replacements ",
		pattern: /conflicting replacements for (?<subject>\S{1,300}):/u
	},
	{
		id: "replace-shared",
		code: "GO.REPLACE_CONFLICT",
		needle: "used for two different module paths",
		pattern: /(?<subject>\S{1,300}) used for two different module paths \(/u
	},
	{
		id: "replace-own",
		code: "GO.REPLACE_CONFLICT",
		needle: "is replaced at all versions",
		pattern: /workspace module (?<subject>\S{1,300}) is replaced at all versions in the go\.work file/u
	},
	{
		id: "mod-no-module",
		code: "GO.MOD_SYNTAX",
		needle: "missing module declaration",
		pattern: /error reading (?<subject>\S{0,300}go\.mod): missing module declaration/u
	},
	{
		id: "mod-path",
		code: "GO.MOD_SYNTAX",
		needle: "go: malformed ",
		pattern: /^go: malformed (?:module|tool) path "(?<subject>[^"]{1,300})": (?<reason>.{1,200})/u,
		confidence: "likely"
	},
	{
		id: "mod-syntax",
		code: "GO.MOD_SYNTAX",
		needle: "go.",
		pattern: /^\s{0,8}(?:go: )?(?<file>[^\s:]{0,300}go\.(?:mod|work)):(?<row>\d{1,6})(?::\d{1,5})?: (?<reason>(?:unknown (?:directive|godebug)|use of removed godebug|default=go\S{1,40} too new|invalid|malformed|usage:|unexpected|missing|repeated|unterminated|syntax error|no matching|.{0,120}?must be).{0,200})/u
	},
	{
		id: "mod-syntax-head",
		code: "GO.MOD_SYNTAX",
		needle: "errors parsing ",
		outer: true,
		pattern: /errors parsing (?<subject>\S{0,300}go\.(?:mod|work)):/u
	},
	{
		id: "mod-updates",
		code: "GO.MOD_UPDATES",
		needle: "updates to go.",
		pattern: /updates to (?<subject>go\.(?:mod|sum|work)) needed/u
	},
	{
		id: "no-mod",
		code: "GO.NO_MOD",
		needle: "go.mod file not found",
		pattern: /(?<subject>go\.mod) file not found in (?:current directory|.{1,300}) or any parent/u
	},
	{
		id: "no-mod-found",
		code: "GO.NO_MOD",
		needle: "cannot find main module",
		pattern: /go: cannot find main module\b/u
	},
	{
		id: "no-mod-pattern",
		code: "GO.NO_MOD",
		needle: "does not contain main module",
		pattern: /pattern (?<subject>\S{1,200}): directory prefix \S{1,300} does not contain main module/u
	},
	{
		id: "modules-off",
		code: "GO.MODULES_OFF",
		needle: "in any of:",
		pattern: /cannot find package "(?<subject>[^"]{1,300})" in any of:/u
	},
	{
		id: "env-goroot",
		code: "GO.ENV",
		needle: "cannot find goroot",
		pattern: /cannot find (?<subject>GOROOT) directory: (?<value>.{0,300})/u
	},
	{
		id: "env-gopath",
		code: "GO.ENV",
		needle: "gopath entry",
		pattern: /(?<subject>GOPATH) entry (?:is relative|cannot start with).{0,60}?"(?<value>[^"]{0,300})"/u
	},
	{
		id: "env-platform",
		code: "GO.ENV",
		needle: "unsupported goos/goarch pair",
		pattern: /unsupported (?<subject>GOOS\/GOARCH) pair (?<value>\S{1,80})/u
	},
	{
		id: "env-modcache",
		code: "GO.ENV",
		needle: "module cache not found",
		pattern: /module cache not found: neither (?<subject>GOMODCACHE) nor GOPATH is set/u
	},
	{
		id: "env-gobin",
		code: "GO.ENV",
		needle: "gobin must be",
		pattern: /(?<subject>GOBIN) must be an absolute path/u
	},
	{
		id: "env-gocache",
		code: "GO.ENV",
		needle: "build cache is ",
		pattern: /build cache is (?:required|disabled).{0,60}?(?<subject>GOCACHE|\$HOME)(?<reason>.{0,200})/u
	},
	{
		id: "env-work",
		code: "GO.ENV",
		needle: "creating work dir",
		pattern: /creating work dir: (?:stat|mkdir) (?<subject>\S{1,300}): (?<reason>.{1,100})/u
	},
	{
		id: "gocache-lost",
		code: "FS.GOCACHE",
		needle: "cannot find package",
		pattern: /^package (?<subject>\S{1,300}): cannot find package$/u,
		confidence: "likely"
	},
	{
		id: "gocache-std",
		code: "FS.GOCACHE",
		needle: "is not in std",
		pattern: /^(?:\S{1,300}\/)?(?:src|goroot)\/(?:runtime|internal|reflect|sync|fmt|os|net|strconv|errors|io|unicode|time|syscall|math|crypto|encoding)\/\S{1,200}:\d{1,6}:\d{1,4}: package (?<subject>\S{1,200}) is not in std/u,
		confidence: "likely"
	},
	{
		id: "not-in-std",
		code: "GO.PACKAGE_NOT_FOUND",
		needle: "is not in ",
		pattern: /package (?<subject>\S{1,300}) is not in (?:std|GOROOT)/u,
		detail: /(?:(?<file>[^\s:]{1,300}\.go):(?<row>\d{1,6}):\d{1,4}: )package (?<subject>\S{1,300}) is not in (?:std|GOROOT)/u
	},
	{
		id: "no-required-module",
		code: "GO.PACKAGE_NOT_FOUND",
		needle: "no required module provides",
		pattern: /no required module provides package (?<subject>[^\s;]{1,300})/u,
		detail: /(?:(?<file>[^\s:]{1,300}\.go):(?<row>\d{1,6}):\d{1,4}: )no required module provides package (?<subject>[^\s;]{1,300})/u
	},
	{
		id: "no-module",
		code: "GO.PACKAGE_NOT_FOUND",
		needle: "cannot find module providing",
		pattern: /cannot find module providing package (?<subject>[^\s:;]{1,300})/u,
		detail: /(?:(?<file>[^\s:]{1,300}\.go):(?<row>\d{1,6}):\d{1,4}: )cannot find module providing package (?<subject>[^\s:;]{1,300})/u
	},
	{
		id: "no-package-in-vendor",
		code: "GO.PACKAGE_NOT_FOUND",
		needle: "cannot find package \".\" in:",
		pattern: /cannot find package "\." in:/u,
		detail: /(?<file>[^\s:]{1,300}\.go):(?<row>\d{1,6}):\d{1,4}: cannot find package "\." in:/u
	},
	{
		id: "no-package-in-module",
		code: "GO.PACKAGE_NOT_FOUND",
		needle: "does not contain package",
		pattern: /module \S{1,300} found.{0,200}?, but does not contain package (?<subject>\S{1,300})/u
	},
	{
		id: "module-path",
		code: "GO.MODULE_PATH",
		needle: "was required as",
		pattern: /^\s{1,40}but was required as: (?<subject>\S{1,300})/u,
		after: /module declares its path as: (?<declared>\S{1,300})/u
	},
	{
		id: "module-path-old",
		outer: true,
		code: "GO.MODULE_PATH",
		needle: "module declares its path",
		pattern: /module declares its path as: (?<declared>\S{1,300})/u
	},
	{
		id: "cgo-compiler",
		code: "GO.CGO_COMPILER",
		needle: "c compiler",
		pattern: /C compiler "(?<subject>[^"]{1,200})" not found/u
	},
	{
		id: "cgo-race",
		code: "GO.CGO_COMPILER",
		needle: " requires cgo; enable cgo by setting",
		pattern: /go: (?<subject>-\S{1,20}) requires cgo; enable cgo by setting CGO_ENABLED=1/u
	},
	{
		id: "version-mix",
		code: "GO.VERSION_MIX",
		needle: "does not match go tool version",
		pattern: /version "(?<compiler>[^"]{1,60})" does not match go tool version "(?<tool>[^"]{1,60})"/u
	}
]);
// src/policy/decoder-rows-go-trust.ts
const GO_TRUST_ROWS = rowsOf({ tool: "go" }, [
	{
		id: "sumdb-off-toolchain",
		code: "GO.SUMDB_OFF_TOOLCHAIN",
		needle: "checksum database disabled",
		pattern: /(?<subject>golang\.org\/toolchain@\S{1,100}): .{0,300}?checksum database disabled by GOSUMDB=off/u
	},
	{
		id: "sumdb-off",
		code: "GO.SUMDB_OFF_TOOLCHAIN",
		needle: "checksum database disabled",
		pattern: /checksum database disabled by GOSUMDB=off/u
	},
	{
		id: "sumdb-config",
		code: "GO.SUMDB_CONFIG",
		needle: "invalid gosumdb",
		pattern: /invalid (?<subject>GOSUMDB): (?<reason>.{1,200})/u
	},
	{
		id: "gosum-mismatch",
		code: "GO.GOSUM_MISMATCH",
		needle: "h1:",
		pattern: /^\s{1,8}(?:.{1,300}[/\\])?go\.(?:work\.)?sum:\s{1,20}(?<recorded>h1:\S{1,60})/u,
		after: /verifying (?<subject>\S{1,300}): checksum mismatch\n\s{1,8}downloaded: {1,20}(?<downloaded>h1:\S{1,60})/u
	},
	{
		id: "sumdb-mismatch",
		code: "GO.SUMDB_MISMATCH",
		needle: "h1:",
		pattern: /^\s{1,8}(?!downloaded|go\.)(?<database>[^\s:]{1,100}): {1,20}(?<recorded>h1:\S{1,60})/u,
		after: /verifying (?<subject>\S{1,300}): checksum mismatch\n\s{1,8}downloaded: {1,20}(?<downloaded>h1:\S{1,60})/u
	},
	{
		id: "gosum-missing",
		code: "GO.GOSUM_MISSING",
		needle: "missing go.sum entr",
		pattern: /missing go\.sum entr(?:y|ies)(?: for (?:module providing package |go\.mod file\b)?(?:\s?(?<subject>[^\s;]{1,300}))?)?/u
	},
	{
		id: "gosum-malformed",
		code: "GO.GOSUM_MALFORMED",
		needle: "wrong number of fields",
		pattern: /go\.(?:work\.)?sum:\d{1,7}: wrong number of fields/u,
		detail: /(?<file>[^\s:]{0,300}go\.(?:work\.)?sum):(?<row>\d{1,7}): wrong number of fields/u
	},
	{
		id: "gosum-malformed-head",
		outer: true,
		code: "GO.GOSUM_MALFORMED",
		needle: "malformed go.sum",
		pattern: /malformed (?<subject>go\.sum)/u
	},
	{
		id: "private-in-sumdb",
		code: "GO.PRIVATE_IN_SUMDB",
		needle: "/lookup/",
		pattern: /sum\.golang\.\S{1,200}\/lookup\/(?<subject>\S{1,300}): (?<status>404|410)/u
	},
	{
		id: "sumdb-garbage",
		code: "GO.SUMDB_GARBAGE",
		needle: "verifying ",
		pattern: /: verifying (?:module|go\.mod): .{0,500}?(?:malformed record|TileReader|invalid note|malformed tree)/u,
		detail: /(?<subject>\S{1,300}): verifying (?:module|go\.mod): .{0,500}?(?:malformed record|TileReader|invalid note|malformed tree)/u
	},
	{
		id: "sumdb-unreachable",
		code: "GO.SUMDB_UNREACHABLE",
		needle: "verifying ",
		wraps: true,
		pattern: /: verifying (?:module|go\.mod): .{0,500}?(?:dial (?:tcp|udp)|i\/o timeout|lookup |proxyconnect|connection reset|EOF|x509:|TLS handshake|: (?:403|429|5\d\d) |: Forbidden$|Bad Gateway$|Authentication Required$)/u,
		detail: /(?<subject>[^\s:]{1,300}): verifying (?:module|go\.mod): .{0,500}?(?:dial (?:tcp|udp)|i\/o timeout|lookup |proxyconnect|connection reset|EOF|x509:|TLS handshake|: (?:403|429|5\d\d) |: Forbidden$|Bad Gateway$|Authentication Required$)/u,
		confidence: "likely"
	},
	{
		id: "toolchain-local",
		code: "GO.TOOLCHAIN_LOCAL",
		needle: "gotoolchain=local)",
		pattern: /requires go >= (?<wants>\S{1,40}) \(running go (?<running>\S{1,40}); GOTOOLCHAIN=local\)/u,
		detail: /(?:(?<subject>[^\s:]{1,300}) )requires go >= (?<wants>\S{1,40}) \(running go (?<running>\S{1,40}); GOTOOLCHAIN=local\)/u
	},
	{
		id: "toolchain-pinned",
		code: "GO.TOOLCHAIN_LOCAL",
		needle: "requires go >= ",
		pattern: /requires go >= (?<wants>\S{1,40}) \(running go (?<running>[^\s;)]{1,40})/u,
		detail: /(?:(?<subject>[^\s:]{1,300}) )requires go >= (?<wants>\S{1,40}) \(running go (?<running>[^\s;)]{1,40})/u,
		confidence: "likely"
	},
	{
		id: "toolchain-go-line",
		code: "GO.TOOLCHAIN_LOCAL",
		needle: "must match format 1.23",
		pattern: /invalid go version '(?<wants>1\.\d{1,3}(?:\.\d{1,3}|rc\d{1,2}))': must match format 1\.23$/u,
		detail: /(?<file>[^\s:]{0,300}go\.(?:mod|work)):(?<row>\d{1,6}): invalid go version '(?<wants>1\.\d{1,3}(?:\.\d{1,3}|rc\d{1,2}))': must match format 1\.23$/u
	},
	{
		id: "toolchain-directive",
		code: "GO.TOOLCHAIN_LOCAL",
		needle: "unknown directive: toolchain",
		pattern: /unknown directive: toolchain$/u,
		detail: /(?<file>[^\s:]{0,300}go\.(?:mod|work)):(?<row>\d{1,6}): unknown directive: toolchain$/u
	},
	{
		id: "toolchain-old-go",
		code: "GO.TOOLCHAIN_LOCAL",
		needle: "module requires go ",
		pattern: /note: module requires Go (?<wants>[\d.]{1,20})/u,
		confidence: "likely"
	},
	{
		id: "toolchain-absent",
		code: "GO.TOOLCHAIN_ABSENT",
		needle: "toolchain not available",
		pattern: /download (?<subject>go\S{1,60}).{0,100}?: toolchain not available/u
	},
	{
		id: "toolchain-unknown",
		code: "GO.TOOLCHAIN_ABSENT",
		needle: "golang.org/toolchain@",
		pattern: /(?<subject>golang\.org\/toolchain@\S{1,80}): .{0,600}?(?:404|410|module lookup disabled)/u
	},
	{
		id: "toolchain-setting",
		code: "GO.TOOLCHAIN_CONFIG",
		needle: "invalid gotoolchain",
		pattern: /invalid (?<subject>GOTOOLCHAIN) "(?<value>[^"]{0,100})"/u
	},
	{
		id: "toolchain-line",
		code: "GO.TOOLCHAIN_CONFIG",
		needle: "invalid toolchain",
		pattern: /invalid toolchain(?: version)? '(?<value>[^']{0,100})'/u,
		detail: /(?:(?<file>[^\s:]{0,300}go\.(?:mod|work)):(?<row>\d{1,6}): )invalid toolchain(?: version)? '(?<value>[^']{0,100})'/u
	},
	{
		id: "toolchain-in-path",
		code: "GO.TOOLCHAIN_CONFIG",
		needle: "in path",
		pattern: /cannot find "(?<subject>go1\S{0,40})" in PATH/u
	},
	{
		id: "proxy-off",
		code: "GO.PROXY_OFF",
		needle: "disabled by goproxy=off",
		pattern: /module lookup disabled by GOPROXY=off/u,
		detail: /(?:(?<subject>[^\s:@]{1,300}@[^\s:@]{1,100}): )module lookup disabled by GOPROXY=off/u
	},
	{
		id: "proxy-empty",
		code: "GO.PROXY_CONFIG",
		needle: "goproxy list is not",
		pattern: /(?<subject>GOPROXY) list is not the empty string, but contains no entries/u
	},
	{
		id: "proxy-invalid",
		code: "GO.PROXY_CONFIG",
		needle: "invalid proxy url",
		pattern: /invalid proxy URL (?<reason>.{1,200})/u
	},
	{
		id: "proxy-html",
		code: "GO.PROXY_HTML",
		needle: "invalid response from proxy",
		pattern: /invalid response from proxy "(?<subject>[^"]{1,300})": (?<reason>.{1,200})/u
	},
	{
		id: "proxy-html-mod",
		code: "GO.PROXY_HTML",
		needle: "missing module line",
		pattern: /: parsing go\.mod: missing module line/u,
		detail: /(?<subject>[^\s:@]{1,300}@[^\s:@]{1,100}): parsing go\.mod: missing module line/u,
		confidence: "likely"
	},
	{
		id: "proxy-bad-zip",
		code: "GO.PROXY_BAD_ZIP",
		needle: "not a valid zip",
		pattern: /zip: not a valid zip/u
	}
]);
// src/policy/decoder-rows-machine.ts
const SPACE_ROWS = rowsOf({ tool: "any" }, [
	{
		id: "no-space",
		code: "FS.NO_SPACE",
		needle: "no space left",
		pattern: /no space left on (?:the )?device/iu,
		detail: /(?:(?:write|mkdir|open|copy|fsync) (?<subject>\S{1,400}): )no space left on (?:the )?device/iu
	},
	{
		id: "no-space-node",
		code: "FS.NO_SPACE",
		needle: "enospc",
		pattern: /\bENOSPC\b/u
	},
	{
		id: "no-space-quota",
		code: "FS.NO_SPACE",
		needle: "quota exceeded",
		pattern: /disk quota exceeded/iu
	},
	{
		id: "no-space-windows",
		code: "FS.NO_SPACE",
		needle: "not enough space",
		pattern: /not enough space on the disk/iu
	},
	{
		id: "no-space-tar",
		tool: "tar",
		code: "FS.NO_SPACE",
		needle: "wrote only",
		pattern: /^tar: (?<subject>.{1,300}): Wrote only \d+ of \d+ bytes/u,
		confidence: "likely"
	},
	{
		id: "no-memory-killed",
		code: "HOST.MEMORY",
		needle: "signal: killed",
		pattern: /signal: killed/u,
		confidence: "likely"
	},
	{
		id: "no-memory-allocate",
		code: "HOST.MEMORY",
		needle: "cannot allocate memory",
		pattern: /cannot allocate memory/iu
	},
	{
		id: "no-memory-go",
		code: "HOST.MEMORY",
		needle: "runtime: out of memory",
		pattern: /runtime: out of memory/u
	}
]);
const DISK_ROWS = rowsOf({ tool: "any" }, [
	{
		id: "read-only",
		code: "FS.READ_ONLY",
		needle: "read-only file system",
		pattern: /read-only file system/iu,
		detail: /(?:(?:mkdir|open|create|write|rename|unlinkat) (?<subject>\S{1,400}): )read-only file system/iu
	},
	{
		id: "read-only-node",
		code: "FS.READ_ONLY",
		needle: "erofs",
		pattern: /\bEROFS\b/u
	},
	{
		id: "permission-go",
		tool: "go",
		code: "FS.PERMISSION",
		needle: "permission denied",
		pattern: /^(?:go|\S{1,300}\.go:\d+:\d+): .{0,2000}?(?:mkdir|open|unlinkat|rename|stat|fork\/exec) (?<subject>\S{1,400}): permission denied/u
	},
	{
		id: "permission",
		code: "FS.PERMISSION",
		needle: "permission denied",
		pattern: /(?<!(?:connect|socket): |port \d{1,5}: )permission denied/iu,
		detail: /(?:(?:mkdir|open|create|write|rename|unlinkat|fork\/exec) (?<subject>\S{1,400}): )permission denied/iu,
		confidence: "likely",
		generic: true
	},
	{
		id: "permission-node",
		code: "FS.PERMISSION",
		needle: "eacces",
		pattern: /(?<!connect |code: ')\bEACCES\b/u,
		generic: true
	},
	{
		id: "permission-windows",
		code: "FS.PERMISSION",
		needle: "access is denied",
		pattern: /(?<subject>[A-Za-z]:\\\S{1,300}): Access is denied/u,
		generic: true
	},
	{
		id: "too-many-files",
		code: "FS.FD_LIMIT",
		needle: "too many open files",
		pattern: /too many open files/iu
	}
]);
const SHELL_ROWS = rowsOf({
	tool: "shell",
	code: "GO.NOT_ON_PATH"
}, [
	{
		id: "sh-no-go",
		needle: "not found",
		pattern: /^(?:\S{1,80}: )?(?:eval: )?(?:line )?(?:\d+: )?(?<subject>gofmt|go): (?:command )?not found$/u
	},
	{
		id: "make-no-go",
		needle: ": go: ",
		pattern: /^g?make(?:\[\d{1,3}\])?: (?<subject>go): (?:No such file or directory|Command not found)/u
	},
	{
		id: "env-no-go",
		needle: "no such file or directory",
		pattern: /^(?:\/\S{1,80}\/)?env: ['\u2018]?(?<subject>go)['\u2019]?: No such file or directory/u
	},
	{
		id: "zsh-no-go",
		needle: "command not found",
		pattern: /command not found: (?<subject>gofmt|go)$/u
	},
	{
		id: "exec-no-go",
		needle: "executable file not found",
		pattern: /exec: \\?"(?<subject>gofmt|go)\\?": executable file not found/u
	},
	{
		id: "spawn-no-go",
		needle: "spawn go enoent",
		pattern: /spawn (?<subject>go) ENOENT/u
	},
	{
		id: "windows-no-go",
		needle: "is not recognized",
		pattern: /['"](?<subject>go)['"] is not recognized as /iu
	},
	{
		id: "sh-version-not-found",
		needle: "version: not found",
		pattern: /^\/bin\/sh: (?:\d+: )?(?<subject>version): not found$/u
	}
]);
// src/policy/decoder-rows-net.ts
const HTTP_ROWS = rowsOf({
	tool: "go",
	generic: true
}, [
	{
		id: "http-forbidden",
		code: "HTTP.FORBIDDEN",
		needle: "reading http",
		pattern: /reading (?<subject>https?:\/\/\S{1,600}): (?<status>40[13]|451)\b/u
	},
	{
		id: "http-not-found",
		code: "HTTP.NOT_FOUND",
		needle: "reading http",
		pattern: /reading (?<subject>https?:\/\/\S{1,600}): (?<status>404|410)\b/u
	},
	{
		id: "http-rate-limit",
		code: "HTTP.RATE_LIMIT",
		needle: "reading http",
		pattern: /reading (?<subject>https?:\/\/\S{1,600}): (?<status>429)\b/u
	},
	{
		id: "http-server",
		code: "HTTP.SERVER",
		needle: "reading http",
		pattern: /reading (?<subject>https?:\/\/\S{1,600}): (?<status>5\d\d)\b/u
	},
	{
		id: "http-status",
		code: "HTTP.STATUS",
		needle: "reading http",
		pattern: /reading (?<subject>https?:\/\/\S{1,600}): (?<status>[34]\d\d)\b/u
	},
	{
		id: "http-downgrade",
		code: "HTTP.DOWNGRADE",
		needle: "redirected from secure",
		pattern: /redirected from secure URL (?<subject>\S{1,600}) to insecure URL (?<to>\S{1,600})/u
	},
	{
		id: "http-loop",
		code: "HTTP.LOOP",
		needle: "stopped after 10 redirects",
		pattern: /stopped after 10 redirects/u,
		detail: /(?:"(?<subject>[^"\s]{1,600})": )stopped after 10 redirects/u
	},
	{
		id: "http-bad-redirect",
		code: "HTTP.BAD_REDIRECT",
		needle: "location header",
		pattern: /failed to parse Location header "(?<location>[^"]{0,300})"/u
	},
	{
		id: "http-not-http",
		code: "HTTP.NOT_HTTP",
		needle: "malformed ",
		pattern: /malformed (?:HTTP (?:response|status code|version)|MIME header)(?<start>.{0,100})/u
	}
]);
const CONNECTION_ROWS = rowsOf({
	tool: "any",
	confidence: "likely",
	generic: true
}, [
	{
		id: "dns-unknown",
		code: "DNS.NXDOMAIN",
		needle: "no such host",
		pattern: /no such host/u,
		detail: /(?:lookup (?<subject>\S{1,255}?)(?: on \S{1,80})?: )no such host/u
	},
	{
		id: "dns-unknown-node",
		tool: "node",
		code: "DNS.NXDOMAIN",
		needle: "enotfound",
		pattern: /getaddrinfo ENOTFOUND (?<subject>\S{1,255})/u
	},
	{
		id: "dns-unknown-curl",
		code: "DNS.NXDOMAIN",
		needle: "could not resolve host",
		pattern: /Could not resolve host(?:name)?:? (?<subject>[^\s;:]{1,255})(?![^\s;:]|: Temporary)/iu
	},
	{
		id: "dns-unknown-wget",
		code: "DNS.NXDOMAIN",
		needle: "wget: bad address",
		pattern: /^wget: bad address '(?<subject>[^']{1,255})'/u
	},
	{
		id: "dns-server",
		code: "DNS.SERVER",
		needle: "server misbehaving",
		pattern: /server misbehaving/u,
		detail: /(?:lookup (?<subject>\S{1,255}?)(?: on \S{1,80})?: )server misbehaving/u
	},
	{
		id: "dns-temporary",
		code: "DNS.SERVER",
		needle: "temporary failure in name",
		pattern: /Temporary failure in name resolution/u,
		detail: /(?:(?:lookup|hostname) (?<subject>\S{1,255}): )Temporary failure in name resolution/u
	},
	{
		id: "dns-again-node",
		tool: "node",
		code: "DNS.SERVER",
		needle: "eai_again",
		pattern: /EAI_AGAIN (?<subject>\S{1,255})/u
	},
	{
		id: "dns-timeout",
		code: "DNS.TIMEOUT",
		needle: "i/o timeout",
		pattern: /lookup (?<subject>[^\s:]{1,255}).{0,200}?i\/o timeout/u
	},
	{
		id: "h2-stream",
		tool: "go",
		code: "H2.STREAM",
		needle: "stream error",
		pattern: /stream error: stream ID \d{1,10}; (?<error>\w{1,40})/u
	},
	{
		id: "h2-goaway",
		tool: "go",
		code: "H2.GOAWAY",
		needle: "server sent goaway",
		pattern: /server sent GOAWAY/u
	},
	{
		id: "tcp-refused",
		code: "TCP.REFUSED",
		needle: "refused",
		pattern: /connect: connection refused|actively refused it/u,
		detail: /dial tcp (?<subject>\S{1,255}): (?:connect: connection refused|.{0,80}actively refused it)/u
	},
	{
		id: "tcp-refused-node",
		tool: "node",
		code: "TCP.REFUSED",
		needle: "econnrefused",
		pattern: /ECONNREFUSED (?<subject>\S{1,255})/u
	},
	{
		id: "tcp-timeout-curl",
		code: "TCP.TIMEOUT",
		needle: "failed to connect to",
		pattern: /Failed to connect to (?<subject>\S{1,255} port \d{1,5})(?:.{0,30}: Connection timed out| after \d{5,9} ms: Could(?:n't| not) connect to server)/u
	},
	{
		id: "tcp-refused-curl",
		code: "TCP.REFUSED",
		needle: "failed to connect to",
		pattern: /Failed to connect to (?<subject>\S{1,255} port \d{1,5}).{0,60}?(?:Could(?:n't| not) connect to server|: Connection refused)/u
	},
	{
		id: "tcp-refused-tool",
		code: "TCP.REFUSED",
		needle: "connection refused",
		pattern: /^(?:ssh: connect to host |wget: can't connect to remote host |Connecting to )(?<subject>\S.{0,300}?)(?:\.\.\. failed)?: Connection refused/u
	},
	{
		id: "tcp-timeout-tool",
		code: "TCP.TIMEOUT",
		needle: "timed out",
		pattern: /^(?:ssh: connect to host |wget: can't connect to remote host |Connecting to )(?<subject>\S.{0,300}?)(?:\.\.\. failed)?: (?:Connection|Operation) timed out/u
	},
	{
		id: "tcp-prohibited",
		code: "TCP.PROHIBITED",
		needle: "dial tcp",
		pattern: /dial tcp (?<subject>\S{1,255}): (?:connect|socket): (?:permission denied|operation not permitted)/u
	},
	{
		id: "tcp-no-ports",
		code: "TCP.NO_PORTS",
		needle: "cannot assign requested address",
		pattern: /dial tcp (?<subject>[\d.]{7,15}:\d{1,5}): connect: cannot assign requested address/u
	},
	{
		id: "tcp-prohibited-ssh",
		code: "TCP.PROHIBITED",
		needle: "ssh: connect to host",
		pattern: /^ssh: connect to host (?<subject>\S{1,255} port \d{1,5}): (?:Permission denied|Operation not permitted)/u
	},
	{
		id: "tcp-prohibited-node",
		tool: "node",
		code: "TCP.PROHIBITED",
		needle: "connect e",
		pattern: /connect E(?:ACCES|PERM) (?<subject>\S{1,255})/u
	},
	{
		id: "tcp-host",
		code: "TCP.HOST_UNREACH",
		needle: "no route to host",
		pattern: /no route to host/iu,
		detail: /(?:dial tcp (?<subject>\S{1,255}): ).{0,20}no route to host/iu
	},
	{
		id: "tcp-net",
		code: "TCP.NET_UNREACH",
		needle: "network is unreachable",
		pattern: /network is unreachable/iu,
		detail: /(?:dial tcp (?<subject>\S{1,255}): ).{0,20}network is unreachable/iu
	},
	{
		id: "tcp-net-node",
		tool: "node",
		code: "TCP.NET_UNREACH",
		needle: "enetunreach",
		pattern: /ENETUNREACH (?<subject>\S{1,255})/u
	},
	{
		id: "tcp-timeout",
		code: "TCP.TIMEOUT",
		needle: "dial tcp",
		pattern: /dial tcp (?<subject>\S{1,255}): (?:i\/o timeout|connect: connection timed out|connectex: A connection attempt failed)/u
	},
	{
		id: "tcp-timeout-node",
		tool: "node",
		code: "TCP.TIMEOUT",
		needle: "etimedout",
		pattern: /connect ETIMEDOUT (?<subject>\S{1,255})/u
	},
	{
		id: "path-reset",
		code: "PATH.RESET",
		needle: "connection reset by peer",
		pattern: /connection reset by peer/iu,
		detail: /(?:https?:\/\/(?<subject>[^/"\s]{1,255})\S{0,500}": ).{0,200}?connection reset by peer/iu
	},
	{
		id: "path-reset-windows",
		code: "PATH.RESET",
		needle: "forcibly closed",
		pattern: /forcibly closed by the remote host/u
	},
	{
		id: "path-reset-node",
		tool: "node",
		code: "PATH.RESET",
		needle: "econnreset",
		pattern: /\bECONNRESET\b/u
	},
	{
		id: "path-closed-ssh",
		code: "PATH.CLOSED",
		needle: "kex_exchange_identification",
		pattern: /kex_exchange_identification: Connection closed by remote host/u
	},
	{
		id: "path-hang-up",
		tool: "node",
		code: "PATH.CLOSED",
		needle: "socket hang up",
		pattern: /socket hang up/u
	},
	{
		id: "body-truncated",
		tool: "go",
		code: "BODY.TRUNCATED",
		needle: "unexpected eof",
		pattern: /(?:https?:\/\/(?<subject>[^/"\s]{1,255})\S{0,500}": |^(?:go|\S{1,300}\.go:\d+:\d+): .{0,400}?)unexpected EOF/u
	},
	{
		id: "path-closed",
		tool: "go",
		code: "PATH.CLOSED",
		needle: "eof",
		pattern: /https?:\/\/(?<subject>[^/"\s]{1,255})\S{0,500}": EOF$/u
	},
	{
		id: "path-stall",
		code: "PATH.STALL",
		needle: "deadline exceeded",
		pattern: /(?:context deadline exceeded|Client\.Timeout exceeded)/u,
		detail: /(?:https?:\/\/(?<subject>[^/"\s]{1,255})\S{0,500}": ).{0,60}(?:context deadline exceeded|Client\.Timeout exceeded)/u
	}
]);
// src/policy/decoder-rows-secure.ts
const PROXY_ROWS = rowsOf({
	tool: "any",
	confidence: "likely",
	generic: true
}, [
	{
		id: "proxy-scheme",
		code: "CFG.PROXY_SCHEME_MISMATCH",
		needle: "proxyconnect tcp",
		pattern: /proxyconnect tcp: tls: first record/u,
		confidence: "certain"
	},
	{
		id: "proxy-unknown",
		code: "PROXY.DNS",
		needle: "proxyconnect tcp",
		pattern: /proxyconnect tcp: .{0,100}?lookup (?<subject>\S{1,255}?)(?: on \S{1,80})?: (?:no such host|server misbehaving|.{0,60}i\/o timeout)/u
	},
	{
		id: "proxy-unknown-curl",
		code: "PROXY.DNS",
		needle: "could not resolve proxy",
		pattern: /Could not resolve proxy: (?<subject>\S{1,255})/u
	},
	{
		id: "proxy-refused",
		code: "PROXY.REFUSED",
		needle: "proxyconnect tcp",
		pattern: /proxyconnect tcp: dial tcp (?<subject>\S{1,255}): .{0,60}(?:refused|actively refused it)/u
	},
	{
		id: "proxy-unreachable",
		code: "PROXY.UNREACHABLE",
		needle: "proxyconnect tcp",
		pattern: /proxyconnect tcp: (?:dial tcp (?<subject>\S{1,255}): )?(?<reason>.{0,200})/u
	},
	{
		id: "proxy-socks",
		code: "CFG.PROXY_SOCKS",
		needle: "socks connect",
		pattern: /socks connect \S{1,20} (?<subject>\S{1,255})(?:->\S{1,255})?: (?<reason>.{0,200})/u
	},
	{
		id: "proxy-auth",
		code: "PROXY.AUTH",
		needle: "proxy authentication required",
		pattern: /": Proxy Authentication Required$/u,
		confidence: "certain"
	},
	{
		id: "proxy-denied",
		code: "PROXY.DENIED",
		needle: "forbidden",
		pattern: /https:\/\/(?<subject>[^/"\s]{1,255})[^"\s]{0,500}": Forbidden$/u
	},
	{
		id: "proxy-upstream",
		code: "PROXY.UPSTREAM",
		needle: "\": ",
		pattern: /https:\/\/(?<subject>[^/"\s]{1,255})[^"\s]{0,500}": (?:Bad Gateway|Service Unavailable|Gateway Time-?out|Internal Server Error)$/u
	},
	{
		id: "tunnel-auth",
		code: "PROXY.AUTH",
		needle: "tunnel",
		pattern: /(?:CONNECT tunnel failed, response|tunneling socket could not be established, statusCode=) ?407/u,
		confidence: "certain"
	},
	{
		id: "tunnel-denied",
		code: "PROXY.DENIED",
		needle: "tunnel",
		pattern: /(?:CONNECT tunnel failed, response|tunneling socket could not be established, statusCode=) ?40[013]/u
	},
	{
		id: "tunnel-upstream",
		code: "PROXY.UPSTREAM",
		needle: "tunnel",
		pattern: /(?:CONNECT tunnel failed, response|tunneling socket could not be established, statusCode=) ?5\d\d/u
	},
	{
		id: "tunnel-refused",
		code: "PROXY.UNREACHABLE",
		needle: "tunneling socket",
		pattern: /tunneling socket could not be established, cause=(?<reason>.{1,200})/u
	},
	{
		id: "connect-auth",
		code: "PROXY.AUTH",
		needle: "from proxy after connect",
		pattern: /Received HTTP code 407 from proxy after CONNECT/u,
		confidence: "certain"
	},
	{
		id: "connect-denied",
		code: "PROXY.DENIED",
		needle: "from proxy after connect",
		pattern: /Received HTTP code 40[013] from proxy after CONNECT/u
	},
	{
		id: "connect-upstream",
		code: "PROXY.UPSTREAM",
		needle: "from proxy after connect",
		pattern: /Received HTTP code 5\d\d from proxy after CONNECT/u
	}
]);
const TLS_ROWS = rowsOf({
	tool: "any",
	confidence: "likely",
	generic: true
}, [
	{
		id: "tls-expired",
		code: "TLS.EXPIRED",
		needle: "certificate has expired",
		pattern: /certificate has expired or is not yet valid: current time (?<now>\S{1,40}) is after (?<until>\S{1,40})/u
	},
	{
		id: "tls-not-yet",
		code: "TLS.NOT_YET",
		needle: "not yet valid",
		pattern: /certificate has expired or is not yet valid: current time (?<now>\S{1,40}) is before (?<from>\S{1,40})/u
	},
	{
		id: "tls-expired-openssl",
		code: "TLS.EXPIRED",
		needle: "certificate has expired",
		pattern: /certificate has expired/iu
	},
	{
		id: "tls-not-yet-openssl",
		code: "TLS.NOT_YET",
		needle: "certificate is not yet valid",
		pattern: /certificate is not yet valid/iu
	},
	{
		id: "tls-weak",
		code: "TLS.WEAK_SIG",
		needle: "insecure algorithm",
		pattern: /x509: .{0,100}?insecure algorithm (?<algorithm>\S{1,60})/u
	},
	{
		id: "tls-usage",
		code: "TLS.EKU",
		needle: "incompatible key usage",
		pattern: /x509: certificate specifies an incompatible key usage/u
	},
	{
		id: "tls-untrusted-git",
		tool: "git",
		code: "TLS.UNTRUSTED_GIT",
		needle: "unable to access",
		pattern: /unable to access '(?<subject>[^']{1,500})': (?:server certificate verification failed|SSL certificate problem: (?!certificate has expired))/u
	},
	{
		id: "tls-file-git",
		tool: "git",
		code: "CFG.CERT_FILE_UNREADABLE",
		needle: "error setting certificate ",
		pattern: /unable to access '[^']{1,500}': error setting certificate (?:file|verify locations): {1,2}(?<subject>\S{1,300})/u
	},
	{
		id: "tls-untrusted",
		code: "TLS.UNTRUSTED",
		needle: "signed by unknown authority",
		pattern: /x509: certificate signed by unknown authority/u,
		detail: /(?:https:\/\/(?<subject>[^/"\s]{1,255})\S{0,500}": ).{0,60}x509: certificate signed by unknown authority/u
	},
	{
		id: "tls-untrusted-darwin",
		code: "TLS.UNTRUSTED",
		needle: "certificate is not trusted",
		pattern: /x509: .{0,60}certificate is not trusted/u
	},
	{
		id: "tls-untrusted-openssl",
		code: "TLS.UNTRUSTED",
		needle: "certificate",
		pattern: /self[- ]signed certificate|unable to (?:get local issuer|verify the first) certificate|unable to get issuer certificate/iu
	},
	{
		id: "tls-name",
		code: "TLS.NAME",
		needle: "x509: ",
		pattern: /x509: (?:cannot validate certificate for (?<subject>\S{1,255}) because it doesn't contain any IP SANs|certificate is (?:not )?valid for .{1,300}?, not \S{1,255}|certificate is not valid for any names)/u
	},
	{
		id: "tls-name-openssl",
		code: "TLS.NAME",
		needle: "certificate",
		pattern: /no alternative certificate subject name matches target |certificate subject name '.{1,255}?' does not match target |Hostname\/IP does not match certificate's altnames/u
	},
	{
		id: "tls-alert",
		code: "TLS.ALERT",
		needle: "remote error: tls",
		pattern: /remote error: tls: (?<alert>.{1,100})/u
	},
	{
		id: "tls-alert-openssl",
		code: "TLS.ALERT",
		needle: "alert",
		pattern: /(?:sslv3|tlsv1|ssl\/tls) alert (?<alert>[a-z ]{1,60})/u
	},
	{
		id: "tls-plain-http",
		code: "TLS.PLAIN_HTTP",
		needle: "http",
		pattern: /server gave HTTP response to HTTPS client/u
	},
	{
		id: "tls-plain-openssl",
		code: "TLS.PLAIN_HTTP",
		needle: "wrong version number",
		pattern: /(?:SSL|tls|EPROTO).{0,200}?wrong version number/iu
	},
	{
		id: "tls-stall",
		code: "TLS.HANDSHAKE_STALL",
		needle: "tls handshake timeout",
		pattern: /TLS handshake timeout/u
	},
	{
		id: "tls-cut-node",
		tool: "node",
		code: "TLS.CLOSED",
		needle: "secure tls connection",
		pattern: /disconnected before secure TLS connection/u
	}
]);
// src/policy/decoder-rows-tools.ts
const GIT_ROWS = rowsOf({ tool: "git" }, [
	{
		id: "git-username",
		code: "GO.VCS_AUTH",
		needle: "could not read ",
		pattern: /could not read (?:Username|Password) for '(?<subject>[^']{1,300})'/u
	},
	{
		id: "git-prompts",
		code: "GO.VCS_AUTH",
		needle: "terminal prompts disabled",
		pattern: /terminal prompts disabled/u
	},
	{
		id: "git-authentication",
		code: "GO.VCS_AUTH",
		needle: "authentication failed for",
		pattern: /Authentication failed for '(?<subject>[^']{1,300})'/u
	},
	{
		id: "git-publickey",
		code: "GO.VCS_AUTH",
		needle: "permission denied (",
		pattern: /^(?:(?<subject>\S{1,255}): )?Permission denied \((?:publickey|password|keyboard)/u
	},
	{
		id: "git-host-key",
		code: "GO.VCS_AUTH",
		needle: "host key verification failed",
		pattern: /Host key verification failed/u
	},
	{
		id: "git-not-found",
		code: "GO.VCS_NOT_FOUND",
		needle: "not found",
		pattern: /repository '(?<subject>[^']{1,500})' not found|ERROR: Repository not found/u
	},
	{
		id: "git-not-found-remote",
		code: "GO.VCS_NOT_FOUND",
		needle: "repository not found",
		pattern: /remote: Repository not found/u
	},
	{
		id: "git-not-found-project",
		code: "GO.VCS_NOT_FOUND",
		needle: "don't have permission to view",
		pattern: /project you were looking for could not be found or you don't have permission/u
	},
	{
		id: "git-policy",
		code: "GO.VCS_POLICY",
		needle: "govcs disallows",
		pattern: /GOVCS disallows using (?<tool>\S{1,20}) for \S{1,20} (?<subject>[^\s;]{1,300})/u
	},
	{
		id: "git-missing",
		code: "GO.VCS_MISSING",
		needle: "executable file not found",
		pattern: /"(?<subject>git|hg|svn|bzr|fossil)": executable file not found/u
	},
	{
		id: "git-missing-go",
		code: "GO.VCS_MISSING",
		needle: " command. see http",
		pattern: /missing (?<subject>Git|Mercurial|Subversion|Bazaar|Fossil) command\. See http/u
	},
	{
		id: "git-unreachable",
		code: "GO.VCS_UNREACHABLE",
		needle: "protocol found for",
		pattern: /: no (?:secure )?protocol found for repository/u,
		detail: /(?<subject>[^\s:]{1,300}): no (?:secure )?protocol found for repository/u
	},
	{
		id: "git-stamp",
		code: "GO.VCS_STAMP",
		needle: "obtaining vcs status",
		pattern: /error obtaining VCS status: (?<reason>.{1,200})/u
	},
	{
		id: "git-ownership",
		code: "GO.VCS_STAMP",
		needle: "dubious ownership",
		pattern: /detected dubious ownership in repository at '(?<subject>[^']{1,300})'/u
	}
]);
const statusRows = rowsOf({
	tool: "any",
	needle: "requested url returned error",
	generic: true
}, [
	{
		id: "status-forbidden",
		code: "HTTP.FORBIDDEN",
		pattern: /The requested URL returned error: (?<status>40[13]|451)/u,
		detail: /(?:'(?<subject>https?:[^']{1,500})': )The requested URL returned error: (?<status>40[13]|451)/u
	},
	{
		id: "status-not-found",
		code: "HTTP.NOT_FOUND",
		pattern: /The requested URL returned error: (?<status>404|410)/u,
		detail: /(?:'(?<subject>https?:[^']{1,500})': )The requested URL returned error: (?<status>404|410)/u
	},
	{
		id: "status-rate-limit",
		code: "HTTP.RATE_LIMIT",
		pattern: /The requested URL returned error: (?<status>429)/u,
		detail: /(?:'(?<subject>https?:[^']{1,500})': )The requested URL returned error: (?<status>429)/u
	},
	{
		id: "status-server",
		code: "HTTP.SERVER",
		pattern: /The requested URL returned error: (?<status>5\d\d)/u,
		detail: /(?:'(?<subject>https?:[^']{1,500})': )The requested URL returned error: (?<status>5\d\d)/u
	},
	{
		id: "status-other",
		code: "HTTP.STATUS",
		pattern: /The requested URL returned error: (?<status>\d{3})/u,
		detail: /(?:'(?<subject>https?:[^']{1,500})': )The requested URL returned error: (?<status>\d{3})/u
	}
]);
const gitTransport = rowsOf({
	tool: "git",
	generic: true,
	confidence: "likely"
}, [
	{
		id: "git-empty",
		code: "HTTP.EMPTY",
		needle: "empty reply from server",
		pattern: /Empty reply from server/u,
		detail: /(?:'(?<subject>https?:[^']{1,500})': )Empty reply from server/u
	},
	{
		id: "git-gnutls-closed",
		code: "PATH.CLOSED",
		needle: "gnutls recv error",
		pattern: /GnuTLS recv error \((?:-9|-110)\)/u
	},
	{
		id: "git-gnutls-reset",
		code: "PATH.RESET",
		needle: "gnutls recv error",
		pattern: /GnuTLS recv error \(-54\)/u
	},
	{
		id: "git-rpc-cut",
		code: "BODY.TRUNCATED",
		needle: "rpc failed",
		pattern: /RPC failed; curl (?:18|56|92) /u
	},
	{
		id: "git-rpc",
		code: "HTTP.SERVER",
		needle: "rpc failed",
		pattern: /RPC failed; HTTP (?<status>5\d\d)/u
	},
	{
		id: "git-early-eof",
		code: "BODY.TRUNCATED",
		needle: "fatal: ",
		pattern: /fatal: (?:early EOF|fetch-pack: unexpected disconnect|the remote end hung up unexpectedly)/u
	}
]);
const TAR_ROWS = rowsOf({ tool: "tar" }, [
	{
		id: "gzip-truncated",
		code: "ARC.TRUNCATED",
		needle: "unexpected end of file",
		pattern: /^gzip: (?<subject>\S{1,300}): unexpected end of file/u
	},
	{
		id: "tar-truncated",
		code: "ARC.TRUNCATED",
		needle: "unexpected eof in archive",
		pattern: /^(?:bsd)?tar: (?:.{0,80}: )?Unexpected EOF in archive/u
	},
	{
		id: "bsdtar-truncated",
		code: "ARC.TRUNCATED",
		needle: "truncated ",
		pattern: /^(?:bsd)?tar: .{0,200}?[Tt]runcated (?:gzip|tar|input)/u
	},
	{
		id: "gzip-not-gzip",
		code: "ARC.NOT_GZIP",
		needle: "not in gzip format",
		pattern: /not in gzip format/u
	},
	{
		id: "tar-not-tar",
		code: "ARC.NOT_TAR",
		needle: "not look like a tar",
		pattern: /does not look like a tar archive/u
	},
	{
		id: "bsdtar-format",
		code: "ARC.NOT_TAR",
		needle: "unrecognized archive",
		pattern: /^(?:bsd)?tar: Error opening archive: Unrecognized archive format/u
	},
	{
		id: "gzip-crc",
		code: "ARC.CORRUPT",
		needle: "--",
		pattern: /invalid compressed data--(?:crc|length|format) (?:error|violated)/u
	},
	{
		id: "node-zlib",
		tool: "node",
		code: "ARC.CORRUPT",
		needle: "incorrect ",
		pattern: /incorrect (?:data|header) check/u
	},
	{
		id: "tar-exists",
		code: "FS.IO",
		needle: "cannot open: file exists",
		pattern: /^(?:\/\S{1,100}\/)?tar: (?<subject>.{1,300}): Cannot open: File exists/u,
		confidence: "likely",
		generic: true
	}
]);
const CURL_ROWS = [
	[3, "CFG.URL_INVALID"],
	[5, "PROXY.DNS"],
	[6, "DNS.NXDOMAIN"],
	[7, "TCP.REFUSED"],
	[18, "BODY.TRUNCATED"],
	[23, "FS.IO"],
	[28, "PATH.STALL"],
	[35, "TLS.CLOSED"],
	[47, "HTTP.LOOP"],
	[51, "TLS.NAME"],
	[52, "HTTP.EMPTY"],
	[56, "PATH.RESET"],
	[58, "TLS.ALERT"],
	[60, "TLS.UNTRUSTED"],
	[77, "TLS.UNTRUSTED"],
	[92, "H2.STREAM"],
	[97, "CFG.PROXY_SOCKS"]
].map(([exit, code]) => ({
	id: `curl-${exit}`,
	tool: "curl",
	code,
	needle: `curl: (${exit})`,
	pattern: new RegExp(`^curl: \\(${exit}\\) (?<reason>.{0,200})`, "u"),
	confidence: "likely"
}));
const CURL_FIRST_ROWS = [{
	id: "curl-handshake",
	tool: "curl",
	code: "TLS.CLOSED",
	needle: "curl: (35)",
	pattern: /^curl: \(35\) (?<reason>(?!.{0,100}(?:alert|wrong version)).{0,200})/u,
	confidence: "likely"
}];
const SETUP_GO_ROWS = rowsOf({ tool: "setup-go" }, [
	{
		id: "setup-go-version",
		code: "VERSION.UNKNOWN",
		needle: "unable to find go version",
		pattern: /Unable to find Go version '(?<subject>[^']{1,100})' for platform (?<platform>\S{1,40}) and architecture (?<architecture>[^\s.]{1,40})/u
	},
	{
		id: "setup-go-file",
		code: "INPUT.VERSION_FILE",
		needle: "go version file at",
		pattern: /The specified go version file at: (?<subject>.{1,300}?) does not exist/u
	},
	{
		id: "setup-go-yaml",
		code: "INPUT.INVALID",
		needle: "core schema",
		pattern: /Input does not meet YAML 1\.2 "Core Schema" specification: (?<subject>\S{1,60})/u
	},
	{
		id: "setup-go-rate-limit",
		code: "HTTP.RATE_LIMIT",
		needle: "rate limit",
		pattern: /(?:Received HTTP status code (?<status>\d{3}).{0,80}?rate limit may have been exceeded|API rate limit exceeded for (?<subject>\S{1,100}))/u
	},
	{
		id: "setup-go-not-found",
		code: "HTTP.NOT_FOUND",
		needle: "unexpected http response",
		pattern: /Unexpected HTTP response: (?<status>404|410)/u
	},
	{
		id: "setup-go-forbidden",
		code: "HTTP.FORBIDDEN",
		needle: "unexpected http response",
		pattern: /Unexpected HTTP response: (?<status>40[13]|451)/u
	},
	{
		id: "setup-go-status",
		code: "HTTP.SERVER",
		needle: "unexpected http response",
		pattern: /Unexpected HTTP response: (?<status>5\d\d|429)/u
	},
	{
		id: "setup-go-dependencies",
		code: "CACHE.PATTERN",
		needle: "dependencies file is not found",
		pattern: /Dependencies file is not found in (?<subject>[^.]{1,300})/u
	},
	{
		id: "setup-go-patterns",
		code: "CACHE.PATTERN",
		needle: "paths were not resolved",
		pattern: /Some specified paths were not resolved/u
	}
]);
const TOOL_ROWS = [
	...statusRows,
	...gitTransport,
	...TAR_ROWS,
	...CURL_ROWS,
	...SETUP_GO_ROWS
];
// src/policy/decoder-table.ts
const DECODER_ROWS = [
	...SPACE_ROWS,
	...GO_TRUST_ROWS,
	...GO_PROJECT_ROWS,
	...GIT_ROWS,
	...SHELL_ROWS,
	...DISK_ROWS,
	...GO_LOOKUP_ROWS,
	...CURL_FIRST_ROWS,
	...PROXY_ROWS,
	...TLS_ROWS,
	...HTTP_ROWS,
	...CONNECTION_ROWS,
	...TOOL_ROWS,
	...OWN_ROWS
];
// src/policy/telling-line.ts
const STRONG = /(?:^|[\s:[(])(?:fatal|panic|error|failed|failure|exception|cannot|can't|could not|couldn't|unable to|no such file|not found|denied|refused|timed out|unauthorized|forbidden|segmentation fault|killed)(?:$|[\s:.,!?)\]])|^(?:E|ERR)[: ]|npm ERR!/iu;
const OF_GO = /^go: (?:(?!warning: )\S{1,300}@\S{1,200}: |-\S{1,20} (?:may only|requires|is only)|no such tool |unsupported )|^go: .{0,500}(?:Get|Post) "https?:|^package \S{1,300}: |^no Go files in |^tar: short read|: ambiguous import: |text file busy|temporarily unavailable|This program can only be run on /u;
const WEAK = /exit (?:status|code):? [1-9]|exited with (?:code |status )?[1-9]|(?:^|\s)FAIL(?:ED|$|\s)|^make(?:\[\d+\])?: \*\*\*/u;
const HARMLESS = /^(?:\s*--- (?:PASS|SKIP)|=== (?:RUN|PAUSE|CONT|NAME)|ok {2}\t|\?\s+\t|PASS$|go: (?:downloading|finding|extracting|upgraded|added) |\+ )|\b0 (?:errors|failures|failed)\b/u;
const PASSED = /^ok {2}\t/u;
function createTellingLines() {
	let strong;
	let weak;
	return {
		hear(line) {
			if (PASSED.test(line.text)) strong = void 0;
			if (HARMLESS.test(line.text)) return;
			if (WEAK.test(line.text)) weak = line;
			else if (STRONG.test(line.text) || OF_GO.test(line.text)) strong = line;
		},
		get strong() {
			return strong;
		},
		get weak() {
			return weak;
		}
	};
}
// src/policy/decoder.ts
const CONTEXT_LINES = 6;
const OTHER_SUBJECTS = 5;
const FAILED = /^FAIL(?:\t|$)/u;
const NEEDLES = new RegExp([...new Set(DECODER_ROWS.map((row) => row.needle))].map((text) => text.replace(/[.*+?^${}()|[\]\\/-]/gu, "\\$&")).join("|"));
function createDecoder() {
	const { keep, settle, causes } = createFound();
	const telling = createTellingLines();
	const context = [];
	let held;
	let lineCount = 0;
	const release = () => {
		if (held !== void 0) keep(held.match, held.line, held.at);
		held = void 0;
	};
	return {
		hear(line) {
			lineCount += 1;
			const { text } = line;
			const lower = text.toLowerCase();
			if (held !== void 0 && !isBelow(text, lineCount, held)) release();
			if (PASSED.test(text) || FAILED.test(text)) settle(PASSED.test(text));
			const match = NEEDLES.test(lower) ? matchLine({
				text,
				lower
			}, context) : void 0;
			if (match === void 0) telling.hear(line);
			else if (match.row.outer) {
				release();
				held = {
					match,
					line,
					at: lineCount
				};
			} else {
				held = void 0;
				keep(match, line, lineCount);
			}
			context.push(text);
			if (context.length > CONTEXT_LINES) context.shift();
		},
		result() {
			release();
			settle(false);
			return {
				causes: rank(causes()),
				telling: telling.strong ?? telling.weak,
				lineCount
			};
		}
	};
}
const SPOKEN = /^\t{0,3}(?:[A-Za-z][\w./-]{0,40}(?:\[\d{1,5}\])?: |\S{1,300}\.go:\d{1,6}:\d{1,5}: )/u;
function createFound() {
	const found = new Map();
	const waiting = new Map();
	return {
		keep(match, line, at) {
			merge(match.row.generic === true && !SPOKEN.test(line.text) ? waiting : found, {
				...match,
				line,
				count: 1,
				lastAt: at,
				others: []
			});
		},
		settle(passed) {
			if (!passed) for (const cause of waiting.values()) merge(found, cause);
			waiting.clear();
		},
		causes: () => [...found.values()]
	};
}
function merge(into, next) {
	const { code } = next.row;
	const known = into.get(code);
	if (known === void 0) {
		into.set(code, next);
		return;
	}
	const others = [next.values["subject"], ...next.others].reduce((all, subject) => withSubject({
		...known,
		others: all
	}, subject), known.others);
	into.set(code, {
		...known,
		count: known.count + next.count,
		lastAt: Math.max(known.lastAt, next.lastAt),
		others
	});
}
function isBelow(text, at, above) {
	return /^\s/u.test(text) || at === above.at + 1 && above.line.text.endsWith(":");
}
function withSubject(earlier, subject) {
	const { others, values } = earlier;
	if (subject === void 0 || subject === values["subject"] || others.includes(subject)) return others;
	return others.length < OTHER_SUBJECTS ? [...others, subject] : others;
}
function matchLine(line, context) {
	const { text, lower } = line;
	let outer;
	let wrapping;
	for (const row of DECODER_ROWS) {
		if (!lower.includes(row.needle)) continue;
		const values = matchRow(row, text, context);
		if (values === void 0) continue;
		if (wrapping !== void 0) return {
			...wrapping,
			inner: row
		};
		const match = {
			row,
			values,
			inner: void 0
		};
		if (row.wraps) wrapping = match;
		else if (row.outer) outer ??= match;
		else return match;
	}
	return wrapping ?? outer;
}
function matchRow(row, text, context) {
	const core = row.pattern.exec(text);
	if (core === null) return void 0;
	const match = row.detail?.exec(text) ?? core;
	const before = row.after?.exec(context.join("\n"));
	if (before === null) return void 0;
	const groups = Object.entries({
		...before?.groups,
		...match.groups
	});
	return Object.fromEntries(groups.flatMap(([name, value]) => value ? [[name, value]] : []));
}
function rank(causes) {
	const weight = ({ row }) => (row.generic ? DECODER_ROWS.length : 0) + DECODER_ROWS.indexOf(row);
	return [...causes].sort((a, b) => weight(a) - weight(b));
}
// src/policy/log-lines.ts
const HEAD_CHARS = 4096;
const LINE_CHARS = 8192;
const ESCAPES = /\u001b(?:\[[0-9:;<=>?]{0,64}[ -/]{0,4}[@-~]|\][^\u0007\u001b]{0,1000}(?:\u0007|\u001b\\)|[ -/]{0,4}[0-~])/gu;
const PREFIX = /^(?:\uFEFF?\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?(?:Z|[+-]\d\d:\d\d) (?:\d\d[OE][ +])?)?(?:#\d{1,4} \d{1,6}\.\d{1,4} )?(?:##\[(?:error|warning)\])?/u;
function createLineReader(hear) {
	let count = 0;
	let pending = "";
	const take = (line) => {
		count += 1;
		hear(cleanLine(line), count);
	};
	return {
		push(text) {
			const lines = text.split("\n");
			const last = lines.pop() ?? "";
			for (const line of lines) {
				take(pending === "" ? line : pending + line);
				pending = "";
			}
			pending = shorten(pending + last, 4 * LINE_CHARS);
		},
		end() {
			if (pending !== "") take(pending);
			pending = "";
		},
		get count() {
			return count;
		}
	};
}
function shorten(line, limit = LINE_CHARS) {
	return line.length <= limit ? line : `${line.slice(0, HEAD_CHARS)} ${line.slice(-4096)}`;
}
function cleanLine(raw) {
	let line = raw.endsWith("\r") ? raw.slice(0, -1) : raw;
	line = shorten(line);
	if (line.includes("\x1B")) line = line.replace(ESCAPES, "");
	const redrawn = line.lastIndexOf("\r");
	if (redrawn !== -1) line = line.slice(redrawn + 1);
	return /^[\d#\uFEFF]/u.test(line) ? line.replace(PREFIX, "") : line;
}
// src/steps/read-log.ts
const RELIEF_BYTES = 8388608;
function createLogBytes(decoder, stream, relieve = () => void 0) {
	const lines = createLineReader((text, number) => decoder.hear({
		text,
		number,
		stream
	}));
	let decode;
	let byteCount = 0;
	let relievedAt = 0;
	return {
		push(bytes) {
			decode ??= new TextDecoder(bytes[0] === 255 && bytes[1] === 254 ? "utf-16le" : "utf-8");
			byteCount += bytes.length;
			lines.push(decode.decode(bytes, { stream: true }));
			if (byteCount - relievedAt < RELIEF_BYTES) return;
			relievedAt = byteCount;
			relieve();
		},
		end() {
			lines.push(decode?.decode() ?? "");
			lines.end();
		},
		get byteCount() {
			return byteCount;
		}
	};
}
// src/steps/explain.ts
var explain_exports = require_main.__exportAll({ explainLog: () => explainLog });
async function explainLog(context, signal) {
	const { machine, workspace, emit } = context;
	const operand = context.operands[0] ?? "-";
	const file = operand === "-" ? void 0 : operand;
	const subject = file ?? "standard input";
	const bytes = file === void 0 ? context.openStandardInput?.() : machine.files.stream((0, node_path.resolve)(workspace, file));
	if (bytes === void 0) throw require_main.failure("INPUT.INVALID", {
		subject: "FILE",
		message: "There is no standard input; name a file"
	});
	const decoder = createDecoder();
	const log = createLogBytes(decoder, "", () => machine.relieve?.());
	for await (const chunk of untilAborted(bytes, signal)) {
		if (log.byteCount === 0) refuseCompressed(chunk, subject);
		log.push(chunk);
	}
	log.end();
	const decoding = decoder.result();
	const findings = findingsOfLog(decoding, {
		subject,
		file
	});
	emit({
		type: "log-read",
		log: {
			of: subject,
			lines: decoding.lineCount,
			bytes: log.byteCount
		},
		findings
	});
	const [first, ...rest] = findings;
	if (first?.code === "LOG.UNDETERMINED") throw new require_main.Failure([first, ...rest]);
	return "ok";
}
function refuseCompressed(start, subject) {
	const isGzip = start[0] === 31 && start[1] === 139;
	const isZip = start[0] === 80 && start[1] === 75 && start[2] === 3;
	if (!isGzip && !isZip) return;
	throw require_main.failure("INPUT.INVALID", {
		subject,
		message: "The log is compressed",
		fixes: [{
			title: "Unpack it on the way",
			kind: "command",
			text: `${isZip ? "unzip -p" : "gunzip -c"} FILE | setup-go-robust explain`,
			risk: "none"
		}]
	});
}
async function* untilAborted(bytes, signal) {
	const iterator = bytes[Symbol.asyncIterator]();
	let giveUp = () => void 0;
	const onAbort = () => giveUp(signal.reason);
	signal.addEventListener("abort", onAbort);
	const next = () => new Promise((resolve, reject) => {
		giveUp = reject;
		signal.throwIfAborted();
		iterator.next().then(resolve, reject);
	});
	try {
		for (let step = await next(); !step.done; step = await next()) yield step.value;
	} finally {
		signal.removeEventListener("abort", onAbort);
		iterator.return?.().catch(() => void 0);
	}
}
// src/steps/run-command.ts
var run_command_exports = require_main.__exportAll({ runCommand: () => runCommand });
const INTERRUPTS = [
	["SIGHUP", 129],
	["SIGINT", 130],
	["SIGTERM", 143]
];
const NAME_CHARS = 200;
async function runCommand(context, signal) {
	const { operands, machine, workspace, emit } = context;
	const of = redactLog(operands.join(" ")).slice(0, NAME_CHARS);
	const decoder = createDecoder();
	const relieve = () => machine.relieve?.();
	const streams = {
		stdout: createLogBytes(decoder, "standard output", relieve),
		stderr: createLogBytes(decoder, "standard error", relieve)
	};
	const tell = (end) => {
		const bytes = streams.stdout.byteCount + streams.stderr.byteCount;
		emit({
			type: "log-read",
			log: {
				of,
				lines: decoder.result().lineCount,
				bytes,
				...end
			},
			findings: []
		});
	};
	let end;
	try {
		const command = {
			words: operands,
			env: machine.env,
			cwd: workspace
		};
		end = await machine.commands.passThrough(command, (stream, chunk) => streams[stream].push(chunk), signal);
	} catch (error) {
		const exitCode = startFailure(error);
		if (exitCode !== void 0) tell({ exitCode });
		throw error;
	}
	if (end.exitCode === 0) {
		tell(end);
		return "ok";
	}
	for (const stream of Object.values(streams)) stream.end();
	tell(end);
	throw causeOf(decoder.result(), {
		of,
		end
	});
}
function startFailure(error) {
	if (!(error instanceof require_main.Failure)) return void 0;
	if (error.code === "RUN.NOT_FOUND") return 127;
	return error.code === "RUN.NOT_EXECUTABLE" ? 126 : void 0;
}
function causeOf(decoding, { of, end }) {
	const { exitCode, signal } = end;
	if (decoding.causes.length === 0 && INTERRUPTS.some(([name, code]) => name === signal || code === exitCode)) return require_main.failure("SELF.INTERRUPTED", {
		subject: of,
		evidence: {
			signal,
			"exit code": exitCode
		}
	});
	const nothing = {
		text: `exit code ${exitCode}${signal === void 0 ? "" : ` by ${signal}`}, and no line that looks like an error`,
		number: decoding.lineCount,
		stream: "both streams"
	};
	const [first, ...rest] = findingsOfLog({
		...decoding,
		telling: decoding.telling ?? nothing
	}, {
		subject: of,
		file: void 0
	});
	if (first === void 0) throw new Error("a failed command without a finding");
	return new require_main.Failure([first, ...rest]);
}
// src/steps/module-proof.ts
const NAMED_FILES$1 = 20;
async function proveModule(place, signal) {
	const { module } = place;
	const mod = module.modHashes.length === 0 ? void 0 : await checkMod(place);
	if (module.zipHashes.length === 0) return collect([mod], void 0);
	const zip = await checkZip(place, signal);
	const tree = await checkTree(place, zip.isProved ? zip.hash?.files : void 0, signal);
	const proved = zip.isProved ? zip : tree.isProved ? tree : void 0;
	return collect([
		mod,
		zip,
		tree
	], proved?.hash?.files);
}
function collect(parts, files) {
	const asked = parts.filter((part) => part !== void 0);
	return {
		proved: asked.filter((part) => part.isProved === true).length,
		missing: asked.filter((part) => part.isProved === void 0).length,
		findings: asked.flatMap((part) => part.finding === void 0 ? [] : [part.finding]),
		files
	};
}
async function checkMod(place) {
	const { files } = place.machine;
	const path = `${downloadPath(place)}.mod`;
	if (!await require_main.isFile(files, path)) return { isProved: void 0 };
	const got = (require_unpack ??= require("./unpack.cjs")).hashModFile(await files.read(path, require_main.LIMITS.versionFileBytes));
	if (place.module.modHashes.includes(got)) return { isProved: true };
	return {
		isProved: false,
		finding: altered(place, {
			part: "go.mod",
			path,
			expected: place.module.modHashes,
			got
		})
	};
}
async function checkZip(place, signal) {
	const { machine, module } = place;
	const path = `${downloadPath(place)}.zip`;
	const { files, relieve } = machine;
	if (!await require_main.isFile(files, path)) return { isProved: void 0 };
	try {
		const bytes = await (require_install ??= require("./install.cjs")).openLocalArchive({
			files,
			path
		});
		const hash = await (require_unpack ??= require("./unpack.cjs")).hashModuleZip({
			bytes,
			files,
			name: nameOf(module),
			...relieve === void 0 ? {} : { relieve }
		}, signal);
		if (module.zipHashes.includes(hash.tree)) return {
			isProved: true,
			hash
		};
		return {
			isProved: false,
			hash,
			finding: altered(place, {
				part: "zip",
				path,
				expected: module.zipHashes,
				got: hash.tree
			})
		};
	} catch (error) {
		signal.throwIfAborted();
		if (!(error instanceof require_main.Failure) || !/^(?:ARC|BODY)\./u.test(error.code)) throw error;
		return {
			isProved: false,
			finding: altered(place, {
				part: "zip",
				path,
				expected: module.zipHashes,
				got: error.code
			})
		};
	}
}
async function checkTree(place, genuine, signal) {
	const { machine, module, cache } = place;
	const root = (0, node_path.join)(cache, `${(require_sumdb ??= require("./sumdb.cjs")).escapeModuleName(module.path)}@${(require_sumdb ??= require("./sumdb.cjs")).escapeModuleName(module.version)}`);
	if (!await require_main.isDirectory(machine.files, root)) return { isProved: void 0 };
	const hash = await (require_unpack ??= require("./unpack.cjs")).hashModuleDirectory({
		reader: machine.files.tree,
		root,
		name: nameOf(module)
	}, signal);
	if (module.zipHashes.includes(hash.tree)) return {
		isProved: true,
		hash
	};
	const differing = genuine === void 0 ? void 0 : differingFiles(genuine, hash.files);
	return {
		isProved: false,
		hash,
		finding: altered(place, {
			part: "unpacked tree",
			path: root,
			expected: module.zipHashes,
			got: hash.tree
		}, differing)
	};
}
function differingFiles(genuine, found) {
	const changed = [...found].filter(([path, sha256]) => genuine.has(path) && genuine.get(path) !== sha256).map(([path]) => `changed ${path}`);
	const added = [...found.keys()].filter((path) => !genuine.has(path)).map((path) => `added ${path}`);
	const lost = [...genuine.keys()].filter((path) => !found.has(path)).map((path) => `lost ${path}`);
	return [
		...changed,
		...added,
		...lost
	].sort();
}
function altered({ module, cache }, wrong, differing) {
	const { part, path, expected, got } = wrong;
	const more = (differing?.length ?? 0) - NAMED_FILES$1;
	const found = require_main.finding("MODCACHE.ALTERED", {
		subject: nameOf(module),
		evidence: {
			part,
			at: path.startsWith(cache) ? `GOMODCACHE${path.slice(cache.length)}` : path,
			expected: expected.join(" or "),
			got,
			...differing === void 0 && part === "unpacked tree" ? { files: "they cannot be named without a proved zip" } : {}
		},
		fixes: removal(module),
		location: {
			file: module.line.file,
			line: module.line.line
		}
	});
	const names = (differing ?? []).slice(0, NAMED_FILES$1).map((value) => ({
		name: "file",
		value
	}));
	const rest = more > 0 ? [{
		name: "file",
		value: `and ${more} more`
	}] : [];
	return {
		...found,
		evidence: [
			...found.evidence,
			...names,
			...rest
		]
	};
}
function removal({ path, version }) {
	if (!/^[\w.~/+-]+$/u.test(`${path}${version}`)) return [];
	const [directory, name] = [(require_sumdb ??= require("./sumdb.cjs")).escapeModuleName(path), (require_sumdb ??= require("./sumdb.cjs")).escapeModuleName(version)];
	const tree = `"$(go env GOMODCACHE)/${directory}@${name}"`;
	return [{
		title: "Remove this module from the cache and download it again",
		kind: "command",
		text: `chmod -R u+w ${tree}; rm -rf ${tree} "$(go env GOMODCACHE)/cache/download/${directory}/@v/${name}".*; go mod download ${path}@${version}`,
		risk: "none"
	}];
}
function downloadPath({ cache, module }) {
	return (0, node_path.join)(cache, "cache", "download", (require_sumdb ??= require("./sumdb.cjs")).escapeModuleName(module.path), "@v", (require_sumdb ??= require("./sumdb.cjs")).escapeModuleName(module.version));
}
function nameOf({ path, version }) {
	return `${path}@${version}`;
}
// src/steps/project-sums.ts
async function readProjectSums({ machine, workspace }, path) {
	const { files, env } = machine;
	const directory = (0, node_path.resolve)(workspace, path);
	const workPath = await workFile(files, {
		directory,
		gowork: env["GOWORK"] ?? ""
	});
	const mod = await textOf(files, (0, node_path.join)(directory, "go.mod"));
	if (workPath === void 0 && mod === void 0) throw require_main.failure("GO.NO_MOD", {
		subject: path,
		evidence: { looked: "go.mod, go.work" }
	});
	const workText = workPath === void 0 ? void 0 : await textOf(files, workPath);
	const work = workText && (require_preflight ??= require("./preflight.cjs")).parseGoWork(workText);
	const ofWork = work === void 0 ? [] : [".", ...work.uses.map(({ text }) => text)].map((use) => (0, node_path.resolve)((0, node_path.dirname)(work.file), use));
	const roots = [...new Set([...mod === void 0 ? [] : [directory], ...ofWork])];
	const lines = [];
	for (const file of [...roots.map((root) => (0, node_path.join)(root, "go.sum")), ...work === void 0 ? [] : [`${work.file}.sum`]]) {
		const sum = await textOf(files, file);
		if (sum !== void 0) lines.push(...(require_install ??= require("./install.cjs")).provingSums((require_preflight ??= require("./preflight.cjs")).parseGoSum({
			...sum,
			file: (0, node_path.relative)(workspace, file) || file
		})));
	}
	return {
		roots,
		lines,
		required: (await Promise.all(roots.map((root) => textOf(files, (0, node_path.join)(root, "go.mod"))))).flatMap((each) => each === void 0 ? [] : fetched((require_preflight ??= require("./preflight.cjs")).parseGoMod(each), work?.replaces ?? []))
	};
}
function fetched({ requires, replaces }, ofWork) {
	const replacementOf = (require_preflight ??= require("./preflight.cjs")).findReplacement(ofWork, replaces);
	const isDirectory = (replacement) => replacement !== void 0 && replacement.newVersion === void 0;
	return requires.filter((module) => !isDirectory(replacementOf(module))).map((require_preflight ??= require("./preflight.cjs")).nameOfVersion);
}
async function textOf(files, file) {
	if (!await require_main.isFile(files, file)) return void 0;
	const bytes = await files.read(file, require_main.LIMITS.dependencyFileBytes);
	return {
		file,
		sizeBytes: bytes.length,
		text: bytes.toString("utf8")
	};
}
async function workFile(files, { directory, gowork }) {
	if (gowork === "off") return void 0;
	if (gowork !== "") return gowork;
	for (let at = directory;; at = (0, node_path.dirname)(at)) {
		const file = (0, node_path.join)(at, "go.work");
		if (await require_main.isFile(files, file)) return file;
		if (at === (0, node_path.dirname)(at)) return void 0;
	}
}
// src/domain/vendored.ts
function vendoredSources(list) {
	const replacements = new Map(list.replaces.map((each) => [`${each.path}@${each.version ?? ""}`, each]));
	const sources = list.modules.map(({ path, version }) => {
		const key = `${path}@${version}`;
		const { newPath, newVersion } = replacements.get(key) ?? {
			newPath: path,
			newVersion: version
		};
		return {
			path,
			source: newVersion === void 0 ? void 0 : `${newPath}@${newVersion}`
		};
	});
	return new Map(sources.map((each) => [each.path, each]));
}
function ownerOf(file, modules) {
	for (let slash = file.lastIndexOf("/"); slash > 0; slash = file.lastIndexOf("/", slash - 1)) {
		const owner = modules.get(file.slice(0, slash));
		if (owner !== void 0) return owner;
	}
}
// src/steps/vendor-proof.ts
const NAMED_FILES = 20;
async function readVendor(vendor, signal) {
	const { files, root, directory } = vendor;
	const list = (0, node_path.join)(root, "modules.txt");
	if (!await require_main.isFile(files, list)) return void 0;
	const bytes = await files.read(list, require_main.LIMITS.dependencyFileBytes);
	const sources = vendoredSources((require_preflight ??= require("./preflight.cjs")).parseVendorModules({
		file: list,
		sizeBytes: bytes.length,
		text: bytes.toString("utf8")
	}));
	const bySource = new Map();
	const unprovable = new Set();
	for await (const [path, sha256] of (require_unpack ??= require("./unpack.cjs")).hashFiles({
		reader: files.tree,
		root
	}, signal)) {
		if (path === "modules.txt") continue;
		const owner = ownerOf(path, sources);
		if (owner?.source === void 0) unprovable.add(owner === void 0 ? `${path}, a file of no module` : `${owner.path}, a directory`);
		else push(bySource, owner.source, vendorFile(owner, path, sha256));
	}
	return {
		directory,
		bySource,
		unprovable: [...unprovable].sort()
	};
}
function vendorFile(owner, path, sha256) {
	return {
		path,
		pathInModule: path.slice(owner.path.length + 1),
		sha256
	};
}
function push(map, key, file) {
	const known = map.get(key);
	if (known === void 0) map.set(key, [file]);
	else known.push(file);
}
function vendorFinding(vendor, genuine) {
	const wrong = vendor.files.filter((file) => genuine.get(file.pathInModule) !== file.sha256).map((file) => `${genuine.has(file.pathInModule) ? "changed" : "added"} ${file.path}`).sort();
	if (wrong.length === 0) return void 0;
	const found = require_main.finding("MODCACHE.VENDOR", {
		subject: vendor.source,
		evidence: { differing: wrong.length },
		fixes: [{
			title: "Make the vendor directory again",
			kind: "command",
			text: "go mod vendor",
			risk: "none"
		}],
		location: { file: (0, node_path.join)(vendor.directory, (wrong[0] ?? "").replace(/^\w+ /u, "")) }
	});
	const names = wrong.slice(0, NAMED_FILES).map((value) => ({
		name: "file",
		value
	}));
	const rest = wrong.length > NAMED_FILES ? [{
		name: "file",
		value: `and ${wrong.length - NAMED_FILES} more`
	}] : [];
	return {
		...found,
		evidence: [
			...found.evidence,
			...names,
			...rest
		]
	};
}
// src/steps/verify-modules.ts
var verify_modules_exports = require_main.__exportAll({ verifyModules: () => verifyModules });
const PARALLEL = 4;
const NAMED = 10;
async function verifyModules(context, signal) {
	const { machine, workspace, emit } = context;
	const path = context.operands[0] ?? ".";
	const { roots, lines, required } = await readProjectSums(context, path);
	const cache = await (require_install ??= require("./install.cjs")).moduleCacheDirectory(context, signal);
	const modules = (require_install ??= require("./install.cjs")).groupSums(lines);
	if (modules.size === 0 && required.length > 0 && (require_seldom ??= require("./seldom.cjs")).listModuleParts(machine.files, cache).length > 0) throw unsummed(path, required);
	const sum = {
		proved: 0,
		missing: 0,
		vendored: 0,
		findings: [],
		unproved: []
	};
	const vendors = [];
	for (const root of roots) {
		const place = (0, node_path.join)(root, "vendor");
		const found = await readVendor({
			files: machine.files,
			root: place,
			directory: (0, node_path.relative)(workspace, place) || place
		}, signal);
		if (found !== void 0) vendors.push(found);
	}
	for (const { unprovable } of vendors) sum.unproved.push(...unprovable);
	await eachOf([...modules.values()], (module) => prove({
		context,
		cache,
		vendors,
		sum
	}, module, signal));
	for (const { bySource } of vendors) sum.unproved.push(...[...bySource.keys()].filter((source) => !isInSum(modules, source)));
	const [first, ...rest] = [...sum.findings].sort((a, b) => a.subject < b.subject ? -1 : 1);
	if (first !== void 0) throw new require_main.Failure([first, ...rest]);
	if (sum.proved === 0 && modules.size > 0) throw require_main.failure("MODCACHE.EMPTY", {
		subject: path,
		evidence: {
			modules: modules.size,
			GOMODCACHE: cache
		}
	});
	if (sum.unproved.length > 0) emit({
		type: "finding",
		finding: unprovedFinding(path, sum.unproved)
	});
	emit({
		type: "finding",
		finding: provedFinding(path, sum)
	});
	return "ok";
}
function isInSum(modules, source) {
	return (modules.get(source)?.zipHashes.length ?? 0) > 0;
}
async function prove(task, module, signal) {
	const { context, cache, vendors, sum } = task;
	const { proved, missing, findings, files } = await proveModule({
		machine: context.machine,
		cache,
		module
	}, signal);
	sum.proved += proved;
	sum.missing += missing;
	sum.findings.push(...findings);
	const source = `${module.path}@${module.version}`;
	for (const { directory, bySource } of vendors) {
		const own = bySource.get(source);
		if (own === void 0 || module.zipHashes.length === 0) continue;
		if (files === void 0) sum.unproved.push(`${source} in ${directory}`);
		else {
			const wrong = vendorFinding({
				source,
				directory,
				files: own
			}, files);
			if (wrong === void 0) sum.vendored += own.length;
			else sum.findings.push(wrong);
		}
	}
}
async function eachOf(items, work) {
	const queue = [...items];
	let isOver = false;
	const worker = async () => {
		try {
			for (let item = queue.shift(); item !== void 0 && !isOver; item = queue.shift()) await work(item);
		} finally {
			isOver = queue.length > 0 || isOver;
		}
	};
	await Promise.all(Array.from({ length: Math.min(PARALLEL, items.length) }, worker));
}
function unsummed(path, required) {
	return require_main.failure("MODCACHE.UNPROVED", {
		subject: path,
		severity: "error",
		message: "The project requires modules, and no go.sum names one: nothing can be proved",
		evidence: {
			"required modules": required.length,
			first: required[0]
		},
		fixes: [{
			title: "Make go.sum, then verify again",
			kind: "command",
			text: "go mod tidy",
			risk: "none"
		}]
	});
}
function unprovedFinding(path, names) {
	const shown = names.slice(0, NAMED);
	return require_main.finding("MODCACHE.UNPROVED", {
		subject: path,
		message: `Of the vendor directory ${names.length} parts could not be proved`,
		evidence: Object.fromEntries([...shown.map((name, index) => [`part ${index + 1}`, name]), ...names.length > NAMED ? [["and", `${names.length - NAMED} more`]] : []])
	});
}
function provedFinding(path, { proved, missing, vendored }) {
	const vendor = vendored === 0 ? "" : ` and ${vendored} vendored files`;
	return require_main.finding("MODCACHE.PROVED", {
		subject: path,
		message: `${proved} parts of modules${vendor} are what go.sum records; ${missing} parts are not on this machine`,
		evidence: {
			proved,
			missing,
			"vendored files": vendored,
			failed: 0
		}
	});
}
Object.defineProperty(exports, "explain_exports", {
	enumerable: true,
	get: function() {
		return explain_exports;
	}
});
Object.defineProperty(exports, "node_commands_exports", {
	enumerable: true,
	get: function() {
		return node_commands_exports;
	}
});
Object.defineProperty(exports, "run_command_exports", {
	enumerable: true,
	get: function() {
		return run_command_exports;
	}
});
Object.defineProperty(exports, "verify_modules_exports", {
	enumerable: true,
	get: function() {
		return verify_modules_exports;
	}
});
