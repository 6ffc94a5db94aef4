// SPDX-License-Identifier: Apache-2.0. Built from src/ by scripts/build.mjs. Licences: licenses.txt
"use strict";
let require_failure;
const require_main = require("./main.cjs");
let node_fs = require("node:fs");
let node_path = require("node:path");
let node_fs_promises = require("node:fs/promises");
let node_url;
let node_crypto;
let node_stream;
let node_stream_promises;
let node_zlib;
// src/domain/kept-archive.ts
function keptArchiveName(version, platform) {
	return `kept-go${version}.${platform.goos}-${platform.goarch}.tar.gz`;
}
// src/report/dotenv.ts
const KEPT = [
	"go-version",
	"source",
	"proof",
	"installed-from",
	"cause",
	"cache-hit",
	"duration-ms"
];
function renderDotenv(report, { prefix = "SGR_", more = {} } = {}) {
	const outputs = require_main.outputsOf(report);
	return [
		["outcome", report.outcome],
		["exit-code", String(report.exitCode)],
		...KEPT.map((name) => [name, outputs[name] ?? ""]),
		...Object.entries(more)
	].map(([name, value]) => `${prefix}${name.toUpperCase().replaceAll("-", "_")}=${word(value)}\n`).join("");
}
function word(value) {
	return value.slice(0, 200).replaceAll(/[^A-Za-z0-9._:/@+-]/gu, "_");
}
// src/report/shell-env.ts
function shellEnv(changes, shell) {
	return changes.map((change) => `${line(change, shell)}\n`).join("");
}
function quoted(text, shell) {
	return QUOTE[shell](text);
}
function line(change, shell) {
	const name = change.kind === "set" ? change.name : "PATH";
	if (!/^[A-Za-z_][A-Za-z0-9_]*$/u.test(name) || change.value.includes("\0")) throw require_main.failure("SELF.BUG", {
		subject: "environment",
		evidence: { name }
	});
	const value = quoted(change.value, shell);
	const isOfWindows = /^(?:[a-z]:[\\/]|\\\\)/iu.test(change.value);
	return change.kind === "set" ? SET$1[shell](name, value) : PREPEND$1[shell](value, isOfWindows);
}
const QUOTE = {
	sh: (text) => `'${text.replaceAll("'", `'\\''`)}'`,
	fish: (text) => `'${text.replace(/[\\']/gu, "\\$&")}'`,
	pwsh: (text) => `'${text.replace(/['\u2018-\u201B]/gu, "$&$&")}'`
};
const SET$1 = {
	sh: (name, value) => `export ${name}=${value}`,
	fish: (name, value) => `set -gx ${name} ${value}`,
	pwsh: (name, value) => `$env:${name} = ${value}`
};
const PREPEND$1 = {
	sh: (value, isOfWindows) => `export PATH=${isOfWindows ? `"$(cygpath -u ${value})"` : value}"\${PATH:+:$PATH}"`,
	fish: (value, isOfWindows) => `set -gx PATH ${isOfWindows ? `(cygpath -u ${value})` : value} $PATH`,
	pwsh: (value) => `$env:PATH = (@(${value}, $env:PATH) | Where-Object { $_ }) -join [IO.Path]::PathSeparator`
};
// src/report/portable-env.ts
function portableEnv(changes, options) {
	const { shell, isCached } = options;
	const lines = changes.map((change) => {
		const name = change.kind === "set" ? change.name : "PATH";
		if (!/^[A-Za-z_][A-Za-z0-9_]*$/u.test(name) || /[\0\r\n]/u.test(change.value)) throw require_main.failure("SELF.BUG", {
			subject: "environment",
			evidence: { name }
		});
		const value = expression(change.value, options);
		return change.kind === "set" ? SET[shell](name, value) : PREPEND[shell](value);
	});
	return `${[
		HEAD[shell],
		...lines,
		...isCached ? CACHE[shell] : []
	].join("\n")}\n`;
}
function expression(value, { project, home, shell }) {
	for (const [base, variable] of [[project, VARIABLES[shell].project], [home, VARIABLES[shell].home]]) {
		if (base === void 0 || base === "" || !value.startsWith(base)) continue;
		const rest = value.slice(base.length);
		if (rest === "" || rest.startsWith("/") || rest.startsWith("\\")) return JOIN[shell](variable, QUOTE[shell](rest));
	}
	return QUOTE[shell](value);
}
const HEAD = {
	sh: "# Made by setup-go-robust. Source it in the directory of the project.",
	pwsh: "# Made by setup-go-robust. Source it in the directory of the project."
};
const VARIABLES = {
	sh: {
		project: "\"$PWD\"",
		home: `"\${HOME-}"`
	},
	pwsh: {
		project: "$PWD.Path",
		home: "$env:USERPROFILE"
	}
};
const JOIN = {
	sh: (variable, rest) => `${variable}${rest}`,
	pwsh: (variable, rest) => `(${variable} + ${rest})`
};
const SET = {
	sh: (name, value) => `export ${name}=${value}`,
	pwsh: (name, value) => `$env:${name} = ${value}`
};
const PREPEND = {
	sh: (value) => `export PATH=${value}"\${PATH:+:$PATH}"`,
	pwsh: (value) => `$env:PATH = (@(${value}, $env:PATH) | Where-Object { $_ }) -join [IO.Path]::PathSeparator`
};
const CACHE = {
	sh: [`export GOMODCACHE="\${GOMODCACHE:-$PWD/.sgr/gomod}" GOCACHE="\${GOCACHE:-$PWD/.sgr/gobuild}"`, `case " \${GOFLAGS-} " in *' -modcacherw '*) ;; *) export GOFLAGS="\${GOFLAGS:+$GOFLAGS }-modcacherw" ;; esac`],
	pwsh: [
		"if (-not $env:GOMODCACHE) { $env:GOMODCACHE = Join-Path $PWD.Path .sgr/gomod }",
		"if (-not $env:GOCACHE) { $env:GOCACHE = Join-Path $PWD.Path .sgr/gobuild }",
		`if (" $env:GOFLAGS " -notlike '* -modcacherw *') { $env:GOFLAGS = "$env:GOFLAGS -modcacherw".Trim() }`
	]
};
// src/adapters/colours.ts
function coloured(text, failed) {
	const [first = "", ...rest] = text.split("\n");
	const bold = rest.map((line) => line.replace(/^ {2}(?:Cause|Fix)\b/u, "\x1B[1m$&\x1B[22m"));
	return [`\u001B[${failed ? 31 : 32}m${first}\u001B[39m`, ...bold].join("\n");
}
// src/adapters/gitlab-archive.ts
const LEVEL = 3;
const BLOCK_BYTES = 512;
const CHUNK_BYTES = 524288;
async function packTree(tree) {
	const { root, file } = tree;
	const directory = (0, node_path.dirname)(file);
	await (0, node_fs_promises.mkdir)(directory, { recursive: true });
	for (const name of await (0, node_fs_promises.readdir)(directory)) await (0, node_fs_promises.rm)((0, node_path.join)(directory, name), {
		recursive: true,
		force: true
	});
	const hash = (0, (node_crypto ??= require("node:crypto")).createHash)("sha256");
	const counted = new (node_stream ??= (require("node:stream"))).Transform({ transform(chunk, _encoding, done) {
		hash.update(chunk);
		done(null, chunk);
	} });
	const unfinished = `${file}.unfinished`;
	const gzip = (0, (node_zlib ??= require("node:zlib")).createGzip)({
		level: LEVEL,
		chunkSize: CHUNK_BYTES
	});
	await (0, (node_stream_promises ??= require("node:stream/promises")).pipeline)((node_stream ??= require("node:stream")).Readable.from(tarBytes(root)), gzip, counted, (0, node_fs.createWriteStream)(unfinished));
	await (0, node_fs_promises.rename)(unfinished, file);
	return hash.digest("hex");
}
async function hashFile(file) {
	const hash = (0, (node_crypto ??= require("node:crypto")).createHash)("sha256");
	for await (const chunk of (0, node_fs.createReadStream)(file)) hash.update(chunk);
	return hash.digest("hex");
}
function* tarBytes(root) {
	let pending = [];
	let pendingBytes = 0;
	for (const path of filesBelow(root, "")) {
		const absolute = (0, node_path.join)(root, path);
		const { mode, mtimeMs } = (0, node_fs.statSync)(absolute);
		const content = (0, node_fs.readFileSync)(absolute);
		const padding = Buffer.alloc((BLOCK_BYTES - content.length % BLOCK_BYTES) % BLOCK_BYTES);
		pending.push(header({
			path: `go/${path}`,
			isProgram: (mode & 64) !== 0,
			mtimeMs,
			sizeBytes: content.length
		}), content, padding);
		pendingBytes += BLOCK_BYTES + content.length + padding.length;
		if (pendingBytes < CHUNK_BYTES) continue;
		yield Buffer.concat(pending);
		pending = [];
		pendingBytes = 0;
	}
	yield Buffer.concat([...pending, Buffer.alloc(2 * BLOCK_BYTES)]);
}
function* filesBelow(root, prefix) {
	const entries = (0, node_fs.readdirSync)((0, node_path.join)(root, prefix), { withFileTypes: true });
	for (const entry of entries.sort((a, b) => a.name < b.name ? -1 : 1)) {
		if (prefix === "" && require_main.OUTSIDE_MODULE.includes(entry.name)) continue;
		if (entry.isDirectory()) yield* filesBelow(root, `${prefix}${entry.name}/`);
		else if (entry.isFile()) yield `${prefix}${entry.name}`;
	}
}
function header(entry) {
	const { name, prefix } = splitName(entry.path);
	const block = Buffer.alloc(BLOCK_BYTES);
	const octal = (value, at, digits) => {
		block.write(`${value.toString(8).padStart(digits, "0")}\0`, at, "latin1");
	};
	block.write(name, 0, "utf8");
	octal(entry.isProgram ? 493 : 420, 100, 7);
	octal(0, 108, 7);
	octal(0, 116, 7);
	octal(entry.sizeBytes, 124, 11);
	octal(Math.max(0, Math.floor(entry.mtimeMs / 1e3)), 136, 11);
	block.write(" ".repeat(8), 148, "latin1");
	block.write("0", 156, "latin1");
	block.write("ustar\x0000", 257, "latin1");
	block.write(prefix, 345, "utf8");
	octal(block.reduce((sum, byte) => sum + byte, 0), 148, 6);
	return block;
}
function splitName(path) {
	if (Buffer.byteLength(path) <= 100) return {
		name: path,
		prefix: ""
	};
	for (let at = path.indexOf("/"); at !== -1; at = path.indexOf("/", at + 1)) {
		const [prefix, name] = [path.slice(0, at), path.slice(at + 1)];
		if (Buffer.byteLength(name) <= 100 && Buffer.byteLength(prefix) <= 155) return {
			name,
			prefix
		};
	}
	throw require_main.failure("FS.IO", {
		subject: path,
		message: "The path is too long for an archive"
	});
}
// src/adapters/gitlab.ts
function createGitlabHost(options) {
	const { stdout, project, state } = options;
	const secrets = [];
	const write = (text) => void stdout.write(require_main.redactText(text, secrets));
	const log = createLog(write, options.nowSeconds);
	const archives = (0, node_path.join)(project, state, "archives");
	const kept = {
		url: `${(0, (node_url ??= require("node:url")).pathToFileURL)(archives).href}/`,
		isProved: false
	};
	const applied = [];
	const handed = {};
	return {
		kind: "gitlab",
		archives,
		...options.isCached ? { restoredModules: (0, node_path.join)(project, ".sgr", "gomod") } : {},
		reportDirectory: () => options.reportDir,
		hear: (event) => {
			notice(kept, event);
			log.hear(event);
		},
		mask: (secret) => {
			if (secret !== "") secrets.push(secret);
		},
		apply: async (changes) => {
			applied.push(...changes);
			const root = installedRoot(changes, (0, node_path.join)(project, state, "tool-cache"));
			if (options.keepsArchive && root !== void 0) Object.assign(handed, await keepArchive(options, {
				root,
				archives,
				isProved: kept.isProved
			}));
			await writeEnv(options, applied);
		},
		publish: async (report) => {
			log.endSections();
			const shown = require_main.redactDeep(report, secrets);
			await publishFiles(options, {
				report: shown,
				handed,
				complain: (text) => write(`${text}\n`)
			});
			const text = require_main.renderText(shown);
			write(options.noColor ? text : coloured(text, shown.outcome === "failed"));
		},
		endSections: () => log.endSections()
	};
}
function notice(kept, event) {
	if (event.type === "attempt-started" && event.url.startsWith(kept.url)) kept.attempt = event.attempt;
	if (event.type === "attempt-ended" && event.end === "won" && event.attempt === kept.attempt) kept.isProved = true;
}
function installedRoot(changes, toolCache) {
	const bin = changes.find(({ kind, value }) => kind === "prepend-path" && value.startsWith(`${toolCache}${node_path.sep}`))?.value;
	return bin === void 0 ? void 0 : (0, node_path.dirname)(bin);
}
async function keepArchive({ project, platform }, found) {
	const { root, archives, isProved } = found;
	if (platform === void 0) return {};
	try {
		const version = (await (0, node_fs_promises.readFile)((0, node_path.join)(root, "VERSION"), "utf8")).split("\n")[0]?.trim().replace(/^go/u, "") ?? "";
		const file = (0, node_path.join)(archives, keptArchiveName(version, platform));
		const sha256 = isProved ? await hashFile(file) : await packTree({
			root,
			file
		});
		return {
			goroot: (0, node_path.relative)(project, root).split(node_path.sep).join("/"),
			"archive-sha256": sha256
		};
	} catch (error) {
		throw notWritten("archives", error);
	}
}
async function writeEnv(options, changes) {
	const { project, state, shell, home, isCached } = options;
	const directory = (0, node_path.join)(project, state);
	const name = shell === "sh" ? "env.sh" : "env.ps1";
	const text = portableEnv(changes, {
		project,
		home,
		shell,
		isCached
	});
	try {
		await (0, node_fs_promises.mkdir)(directory, { recursive: true });
		await (0, node_fs_promises.writeFile)((0, node_path.join)(directory, name), text);
	} catch (error) {
		throw notWritten(name, error);
	}
}
function notWritten(subject, error) {
	if (error instanceof require_main.Failure) return error;
	return require_main.failure("FS.IO", {
		subject,
		evidence: { error: error instanceof Error ? error.message : String(error) }
	}, error);
}
async function publishFiles({ project, reportDir, variablePrefix: prefix }, found) {
	const { report, handed, complain } = found;
	const directory = (0, node_path.join)(project, reportDir);
	try {
		await require_main.writeReportFiles(report, {
			directory,
			platform: "gitlab",
			isAsked: true
		});
		await ignoreForGit(directory);
		await (0, node_fs_promises.writeFile)((0, node_path.join)(directory, "go.env"), renderDotenv(report, {
			prefix,
			more: handed
		}));
	} catch (error) {
		complain(`The report files could not be written: ${error instanceof Error ? error.message : String(error)}`);
	}
}
async function ignoreForGit(directory) {
	await (0, node_fs_promises.writeFile)((0, node_path.join)(directory, ".gitignore"), "*\n", { flag: "wx" }).catch((error) => {
		if (require_main.errnoOf(error) !== "EEXIST") throw error;
	});
}
function createLog(write, nowSeconds) {
	const narrate = require_main.createNarrator();
	const open = [];
	let count = 0;
	const marker = (kind) => `\u001B[0Ksection_${kind}\r\u001B[0K`;
	const endSection = () => {
		const name = open.pop();
		if (name !== void 0) write(`${marker(`end:${nowSeconds()}:${name}`)}\n`);
	};
	return {
		endSections: () => {
			while (open.length > 0) endSection();
		},
		hear: (event) => {
			const told = narrate(event);
			if (told === void 0) return;
			if (told.kind === "phase-end") endSection();
			if (event.type !== "phase-started") return write(`${told.text}\n`);
			count += 1;
			const name = `sgr_${event.phase}_${count}`;
			open.push(name);
			write(`${marker(`start:${nowSeconds()}:${name}[collapsed=true]`)}${told.text}\n`);
		}
	};
}
// src/adapters/gitlab-settings.ts
function readGitlabSettings(env, machine) {
	const rows = require_main.INPUTS.filter(({ faces }) => faces.includes("gitlab"));
	const rawInputs = Object.fromEntries(rows.map(({ name }) => [name, env[`SGR_INPUT_${variableName(name)}`]]));
	const isWindows = machine.os === "win32";
	const isCached = env["SGR_CACHE"] === "true";
	return {
		rawInputs,
		host: {
			state: env["SGR_STATE"] || ".sgr/go",
			reportDir: env["SGR_REPORT_DIR"] || "setup-go-robust-report",
			variablePrefix: `SGR_${(env["SGR_PREFIX"] ?? "").replaceAll("-", "_")}`,
			shell: isWindows ? "pwsh" : "sh",
			home: env[isWindows ? "USERPROFILE" : "HOME"],
			noColor: !!env["NO_COLOR"],
			isCached,
			platform: require_main.platformFor(machine, rawInputs["architecture"]?.trim() || void 0),
			keepsArchive: isCached || env["SGR_SETUP_JOB"] === "true"
		}
	};
}
function variableName(input) {
	return input.toUpperCase().replaceAll("-", "_");
}
// src/adapters/terminal.ts
const REDRAW_MS = 100;
function createTerminalHost(options) {
	const { stdout, stderr, json, shell } = options;
	const secrets = [];
	const changes = [];
	const safe = options.annotates === true ? require_main.commandSafe : (text) => text;
	const clean = (text) => safe(require_main.redactText(text, secrets));
	const narrate = require_main.createNarrator();
	const isTTY = stderr.isTTY === true;
	const progress = createProgress(stderr, clean);
	return {
		kind: "terminal",
		reportDirectory: () => options.reportDir,
		hear: (event) => {
			if (isTTY) progress.hear(event);
			const told = narrate(event);
			if (told?.kind !== "phase-end" && told?.kind !== "notable") return;
			progress.clear();
			stderr.write(clean(`${told.text}\n`));
		},
		mask: (secret) => {
			if (secret !== "") secrets.push(secret);
		},
		apply: async (more) => {
			changes.push(...more);
		},
		publish: async (report) => {
			progress.clear();
			const failed = report.outcome === "failed";
			const shown = require_main.redactDeep(report, secrets);
			if (options.reportDir !== void 0) await saveReports(shown, options.reportDir, stderr);
			if (report.command === "run" && !json) return tellOfCommand(shown, options);
			const isLines = report.command === "env" && !failed;
			if (json) stdout.write(jsonText(shown, options));
			else if (isLines) stdout.write(shellEnv(changes, shell));
			const people = json || isLines || failed ? stderr : stdout;
			if (!isLines) people.write(safe(textFor(people, shown, options.noColor)));
			if (!failed && !isLines && changes.length > 0) people.write(clean(`\n${usage(report, changes, options)}`));
		}
	};
}
function tellOfCommand(report, { stderr, noColor, annotates }) {
	if (report.outcome !== "failed") return;
	const text = textFor(stderr, report, noColor);
	if (annotates !== true) return void stderr.write(text);
	const commands = require_main.annotationsOf(report).map((item) => `${(require_failure ??= require("./failure.cjs")).workflowCommand(item)}\n`);
	stderr.write(`${require_main.commandSafe(text)}${commands.join("")}`);
}
function jsonText(report, { annotates }) {
	const json = require_main.renderJson(report);
	return annotates === true ? require_main.commandSafeJson(json) : json;
}
function textFor(stream, report, noColor) {
	const text = require_main.renderText(report);
	return stream.isTTY === true && !noColor ? coloured(text, report.outcome === "failed" || report.cause !== null) : text;
}
async function saveReports(report, directory, stderr) {
	try {
		await require_main.writeReportFiles(report, {
			directory,
			platform: "terminal",
			isAsked: true
		});
	} catch (error) {
		stderr.write(`The report files could not be written: ${error instanceof Error ? error.message : String(error)}\n`);
	}
}
function usage({ go }, changes, { shell, program, hasDestination }) {
	const place = hasDestination === true && go !== null ? ` --dest ${quoted(go.root, shell)}` : "";
	const evaluate = `${program} env --go-version ${go?.version ?? ""}${place}`;
	const commands = {
		sh: `eval "$(${evaluate})"`,
		fish: `${evaluate} --shell fish | source`,
		pwsh: `${evaluate} --shell pwsh | Out-String | Invoke-Expression`
	};
	return `To use it in this shell:\n${shellEnv(changes, shell).replace(/^(?=.)/gmu, "  ")}or\n  ${commands[shell]}\n`;
}
function createProgress(stderr, clean) {
	const attempts = new Map();
	let drawnMs;
	return {
		hear: (event) => {
			if (!("attempt" in event)) return;
			const attempt = require_main.trackAttempt(attempts.get(event.attempt), event);
			attempts.set(event.attempt, attempt);
			if (event.type !== "attempt-progress" || drawnMs !== void 0 && event.atMs - drawnMs < REDRAW_MS) return;
			drawnMs = event.atMs;
			const width = Math.max(20, stderr.columns ?? 80) - 1;
			stderr.write(`\r\u001B[2K${clean(require_main.progressLine(attempt)).slice(0, width)}`);
		},
		clear: () => {
			if (drawnMs !== void 0) stderr.write("\r\x1B[2K");
			drawnMs = void 0;
		}
	};
}
// src/domain/command-table.ts
const SPEC = {
	min: 0,
	max: 1,
	what: "SPEC"
};
const NONE = {
	min: 0,
	max: 0,
	what: ""
};
const COMMANDS = {
	install: {
		usage: "[SPEC]",
		does: "Resolves the version, downloads, proves and installs it, and prints how to use it.",
		operands: SPEC,
		takesSpec: true,
		examples: [
			["install 1.26", "the newest 1.26"],
			["install --go-version-file go.mod", "what the module asks for"],
			["install stable --sources aliyun,official --dest ./go", "sources in this order, into ./go"]
		]
	},
	resolve: {
		usage: "[SPEC]",
		does: "Says which exact version is meant and where that was learnt; downloads nothing.",
		operands: SPEC,
		takesSpec: true,
		examples: [["resolve oldstable", "the newest release of the previous line"], ["resolve '>=1.25 <1.27' --json", "as a report"]]
	},
	preflight: {
		usage: "[DIR]",
		does: "Checks the project and the environment before a build: go.mod, go.sum, go.work, Go settings, proxies, paths.",
		operands: {
			min: 0,
			max: 1,
			what: "DIR"
		},
		options: [{
			name: "sums",
			value: "quick|all|off",
			choices: [
				"quick",
				"all",
				"off"
			],
			description: "How much of go.sum the checksum database proves: what it can in 5 s (quick), all, or nothing (off)."
		}],
		examples: [
			["preflight", "the project here"],
			["preflight --sums all", "with every line of go.sum proved by the checksum database"],
			["preflight ./service --json", "another one, as a report"]
		]
	},
	doctor: {
		usage: "[URL\u2026]",
		does: "Probes the configured sources and the Go environment, or the URLs, and names the cause of what fails.",
		operands: {
			min: 0,
			max: 16,
			what: "URL"
		},
		options: [{
			name: "gather",
			value: "FILE",
			description: "Write the observed facts to a file, redacted, and judge them."
		}, {
			name: "judge",
			value: "FILE",
			description: "Judge the facts of a file; no packet leaves."
		}],
		examples: [
			["doctor", "everything that an install would use"],
			["doctor https://mirror.example.com/golang/", "one address"],
			["doctor --judge facts.json", "what another machine saw"]
		]
	},
	explain: {
		usage: "[FILE]",
		does: "Reads the log of a failed go, git, tar or curl, or standard input, and names the cause and the fix.",
		operands: {
			min: 0,
			max: 1,
			what: "FILE"
		},
		examples: [["explain build.log", "a file"], ["explain < build.log", "standard input"]],
		notes: ["Ends with 0 when it could explain the log or the log shows no failure, and with 75 when the failure is not known.", "Where a compile error or a failed test ended the command, the environment is not blamed."]
	},
	run: {
		usage: "-- COMMAND\u2026",
		does: "Runs a command, passes its output and exit code through, and explains it when it fails.",
		operands: {
			min: 1,
			max: Number.POSITIVE_INFINITY,
			what: "COMMAND after --"
		},
		takesCommand: true,
		examples: [["run -- go build ./...", "a build"], ["run --report-dir out --timeout 20m -- go test ./...", "tests in 20 minutes, with a report"]],
		notes: [
			"Ends with the exit code of the command: 127 when it is not found, 126 when it cannot be executed, 128+N when signal N ended it.",
			"Both output streams of the command are pipes: it sees no terminal there. Standard input is inherited.",
			"SIGINT, SIGTERM and SIGHUP go to the command; a second one kills it. It has no time limit but that of --timeout.",
			"Standard output is that of the command, so --json is refused: --report-dir says where the report goes."
		]
	},
	sources: {
		usage: "",
		does: "Shows the health of the sources: reachable, first byte, rate, freshness, redirects, ranges.",
		operands: NONE,
		examples: [["sources", "all that are known"], ["sources --sources aliyun,official", "some"]]
	},
	verify: {
		usage: "PATH | --modules [DIR]",
		does: "Proves an archive or an installed GOROOT, or, with --modules, the module cache and vendor directory of a project.",
		operands: {
			min: 1,
			max: 1,
			what: "PATH"
		},
		options: [
			{
				name: "signature",
				value: "FILE",
				description: "Prove a build of your own by its Sigstore bundle (cosign sign-blob --bundle)."
			},
			{
				name: "key",
				value: "FILE",
				description: "The public key that signed it: cosign.pub."
			},
			{
				name: "certificate-identity",
				value: "NAME",
				description: "Without a key: who must have signed, exactly."
			},
			{
				name: "certificate-identity-regexp",
				value: "PATTERN",
				description: "In its place: a pattern that all of it must match."
			},
			{
				name: "certificate-oidc-issuer",
				value: "URL",
				description: "Without a key: who must have vouched for the signer."
			},
			{
				name: "trusted-root",
				value: "FILE",
				description: "The trusted_root.json of a Sigstore of your own (the public one)."
			},
			{
				name: "modules",
				description: "Prove modules against the go.sum of the project in DIR (here), without network."
			}
		],
		examples: [
			["verify go1.26.8.linux-amd64.tar.gz", "an archive"],
			["verify /usr/local/go", "an installation"],
			["verify go-private.tar.gz --signature go-private.bundle.json --key cosign.pub", "a build of your own"],
			["verify go-private.tar.gz --signature go-private.bundle.json --certificate-identity you@example.com --certificate-oidc-issuer https://accounts.example.com", "the same, signed without a key"],
			["verify --modules", "the modules that the project here uses"]
		],
		notes: ["With --modules nothing is fetched: what is not in the module cache is counted as missing."]
	},
	mirror: {
		usage: "export DIR",
		does: "Writes proved archives with their proofs into a directory, for machines without a network.",
		operands: {
			min: 2,
			max: 2,
			what: "export DIR"
		},
		options: [{
			name: "versions",
			value: "1.26,1.25.x",
			description: "Which releases, each as --go-version takes it."
		}, {
			name: "platforms",
			value: "linux/amd64,\u2026",
			description: "For which platforms (this one)."
		}],
		examples: [
			["mirror export /mnt/go --versions 1.26,1.25", "for this platform"],
			["mirror export ./go --versions 1.26.8 --platforms linux/amd64,windows/amd64", "for others"],
			["install 1.26 --offline --sources file:///mnt/go", "the other side"]
		]
	},
	env: {
		usage: "",
		does: "Prints the lines that set up a shell for an installed Go.",
		operands: NONE,
		options: [{
			name: "shell",
			value: "sh|fish|pwsh",
			choices: require_main.SHELLS,
			description: "The shell that env writes for (sh; in PowerShell and cmd of Windows, pwsh)."
		}],
		examples: [["env --go-version 1.26 --shell fish | source", "for fish"], ["env --go-version 1.26 --shell pwsh | Out-String | Invoke-Expression", "for PowerShell"]]
	}
};
function commandRow(name) {
	return COMMANDS[name];
}
// src/domain/command-help.ts
const GENERAL_OPTIONS = [
	["--json", "Print exactly one report on standard output; text for people goes to standard error."],
	["--help", "This text, or that of a command."],
	["--version", "The version of this program."]
];
const EXIT_CODES = `Exit codes:
   0  done
  64  usage: a command, option or input is wrong
  70  internal error
  71  configuration: the request cannot be met as it stands
  72  network: no source could be reached
  73  integrity: the content could not be proved
  74  disk or permission
  75  temporary: a retry may help`;
function helpText(topic, program = require_main.PRODUCT.name) {
	return `${[
		...topic === void 0 ? generalHelp(program) : commandHelp(topic, program),
		optionsText(topic),
		EXIT_CODES
	].join("\n\n")}\n`;
}
function generalHelp(program) {
	const commands = require_main.COMMAND_NAMES.map((name) => ({
		...commandRow(name),
		call: callText(name)
	}));
	return [
		`Installs a proved Go.\n\nUsage: ${program} COMMAND [OPTIONS]`,
		`Commands:\n${rows(commands.map(({ call, does }) => [call, does]))}`,
		examplesText(commands.flatMap((command) => command.examples.slice(0, 1)), program)
	];
}
function commandHelp(name, program) {
	const { does, examples, notes = [], takesCommand } = commandRow(name);
	return [
		`${does}\n\nUsage: ${program} ${takesCommand ? `${name} [OPTIONS] ${commandRow(name).usage}` : `${callText(name)} [OPTIONS]`}`,
		examplesText(examples, program),
		...notes.length === 0 ? [] : [notes.join("\n")]
	];
}
function callText(name) {
	return `${name} ${commandRow(name).usage}`.trim();
}
function examplesText(examples, program) {
	return `Examples:\n${rows(examples.map(([command, meaning]) => [`${program} ${command}`, meaning]))}`;
}
function optionsText(topic) {
	const shown = require_main.INPUTS.filter((row) => row.faces.includes("cli")).map((row) => [optionUsage(row), description(row)]);
	const ownRows = (topic === void 0 ? require_main.COMMAND_NAMES : [topic]).flatMap((name) => commandRow(name).options ?? []).map(({ name, value, description: text }) => [`--${name} ${value ?? ""}`.trim(), text]);
	return `Options:\n${rows([
		...shown,
		...ownRows,
		...GENERAL_OPTIONS
	])}`;
}
function optionUsage({ name, kind, choices }) {
	if (kind === "boolean") return `--${name}`;
	return `--${name} ${kind === "choice" ? (choices ?? []).join("|") : "VALUE"}`;
}
function description(row) {
	const shown = row.default === "" || row.kind === "boolean" ? "" : ` (${row.default})`;
	return `${row.description.replace(/\.$/u, "")}${shown}.`;
}
function rows(pairs) {
	const width = 28;
	return pairs.map(([left, right]) => left.length < width ? `  ${left.padEnd(width)}${right}` : `  ${left}\n  ${" ".repeat(width)}${right}`).join("\n");
}
// src/domain/command-line.ts
const SWITCHES = [
	"help",
	"version",
	"json"
];
const ROWS = new Map(require_main.INPUTS.map((row) => [row.name, row]));
const OWN_OPTIONS = new Map(require_main.COMMAND_NAMES.flatMap((name) => (commandRow(name).options ?? []).map((option) => [option.name, option])));
const OPTION_NAMES = [
	...ROWS.keys(),
	...SWITCHES,
	...OWN_OPTIONS.keys()
];
function parseCommandLine(argv) {
	const { words, options, findings } = read(argv);
	const [first, ...operands] = words;
	const name = require_main.COMMAND_NAMES.find((candidate) => candidate === first);
	if (options.has("help")) return {
		kind: "help",
		topic: name
	};
	if (options.has("version")) return { kind: "version" };
	const inputs = new Map([...options].filter(([option]) => ROWS.has(option)));
	const spec = name !== void 0 && commandRow(name).takesSpec ? operands.shift() : void 0;
	if (spec !== void 0 && inputs.has("go-version")) findings.push(invalid("--go-version", "The version is given twice"));
	if (spec !== void 0) inputs.set("go-version", spec);
	const own = new Map([...options].filter(([option]) => OWN_OPTIONS.has(option)));
	findings.push(...name === void 0 ? commandProblems(first) : ownProblems(name, {
		operands,
		own
	}));
	const json = options.has("json");
	if (json && name !== void 0 && commandRow(name).takesCommand) findings.push(jsonRefused(name));
	const [problem, ...more] = findings;
	if (problem !== void 0) return {
		kind: "invalid",
		name,
		json,
		findings: [problem, ...more]
	};
	if (name === void 0) return {
		kind: "invalid",
		name,
		json,
		findings: [invalid("command", "No command")]
	};
	return {
		kind: "command",
		name,
		inputs: Object.fromEntries(inputs),
		operands,
		options: Object.fromEntries(own),
		json
	};
}
function read(argv) {
	const reading = {
		words: [],
		options: new Map(),
		findings: []
	};
	let index = 0;
	while (index < argv.length) {
		const word = argv[index] ?? "";
		index += 1;
		if (word === "--") {
			reading.words.push(...argv.slice(index));
			break;
		}
		if (word === "-h") reading.options.set("help", "");
		else if (word.startsWith("-") && word !== "-") index += readOption(reading, word, argv[index]);
		else reading.words.push(word);
	}
	return reading;
}
function readOption(reading, word, next) {
	const equals = word.indexOf("=");
	const flag = equals === -1 ? word : word.slice(0, equals);
	const attached = equals === -1 ? void 0 : word.slice(equals + 1);
	const following = next === void 0 || next.startsWith("--") ? void 0 : next;
	const name = OPTION_NAMES.find((candidate) => `--${candidate}` === flag);
	if (name !== void 0) return takeValue(reading, {
		name,
		attached,
		following
	});
	reading.findings.push(unknownOption(flag));
	const isCommand = reading.words.length === 0 && require_main.COMMAND_NAMES.some((command) => command === following);
	return attached === void 0 && following !== void 0 && !isCommand ? 1 : 0;
}
function takeValue({ options, findings }, option) {
	const { name, attached, following } = option;
	const flag = `--${name}`;
	if (options.has(name)) findings.push(invalid(flag, "The option is given twice"));
	if (SWITCHES.some((item) => item === name) || isOwnSwitch(name)) {
		if (attached !== void 0) findings.push(invalid(flag, "The option takes no value"));
		options.set(name, "");
		return 0;
	}
	if (attached === void 0 && isBoolean(name) && !isBooleanText(following)) {
		options.set(name, "true");
		return 0;
	}
	const value = attached ?? following;
	if (value === void 0) findings.push(invalid(flag, "The option needs a value", { form: `${flag} VALUE` }));
	options.set(name, value ?? "");
	return attached === void 0 && following !== void 0 ? 1 : 0;
}
function isBoolean(name) {
	return ROWS.get(name)?.kind === "boolean";
}
function isBooleanText(text) {
	return text !== void 0 && /^(?:true|True|TRUE|false|False|FALSE)$/u.test(text);
}
function isOwnSwitch(name) {
	const option = OWN_OPTIONS.get(name);
	return option !== void 0 && option.value === void 0;
}
function commandProblems(first) {
	const accepted = require_main.COMMAND_NAMES.join(", ");
	if (first === void 0) return [invalid("command", "No command was given", { accepted })];
	return [invalid(first, "The command is not known", {
		accepted,
		nearest: require_main.nearestName(first, require_main.COMMAND_NAMES)
	})];
}
function ownProblems(name, given) {
	const { operands: limits, options = [], takesSpec = false } = commandRow(name);
	const { operands, own } = given;
	const most = takesSpec ? 0 : limits.max;
	const problems = [];
	const least = own.has("modules") ? 0 : limits.min;
	if (operands.length < least) problems.push(invalid(limits.what, `${name} needs ${limits.what}`));
	for (const [option, value] of own) {
		const row = options.find((each) => each.name === option);
		if (row === void 0) problems.push(invalid(`--${option}`, `The option does not belong to ${name}`));
		else if (row.choices !== void 0 && !row.choices.includes(value)) problems.push(invalid(`--${option}`, "The value is not known", { accepted: row.choices.join(", ") }));
	}
	return [...problems, ...operands.slice(most).map((word) => invalid(word, "The word is one too many"))];
}
function jsonRefused(name) {
	return require_main.finding("INPUT.INVALID", {
		subject: "--json",
		message: `Standard output of ${name} belongs to the command; the report goes to a directory`,
		fixes: [{
			title: "Write the report files",
			kind: "command",
			text: "--report-dir DIR",
			risk: "none"
		}]
	});
}
function unknownOption(flag) {
	const nearest = require_main.nearestName(flag.replace(/^-+/u, ""), OPTION_NAMES);
	return require_main.finding("INPUT.UNKNOWN_OPTION", {
		subject: flag,
		evidence: { nearest: nearest === void 0 ? void 0 : `--${nearest}` },
		...nearest === void 0 ? {} : { fixes: [{
			title: "Write the option as",
			kind: "command",
			text: `--${nearest}`,
			risk: "none"
		}] }
	});
}
function invalid(subject, message, evidence = {}) {
	return require_main.finding("INPUT.INVALID", {
		subject,
		message,
		evidence
	});
}
Object.defineProperty(exports, "createGitlabHost", {
	enumerable: true,
	get: function() {
		return createGitlabHost;
	}
});
Object.defineProperty(exports, "createTerminalHost", {
	enumerable: true,
	get: function() {
		return createTerminalHost;
	}
});
Object.defineProperty(exports, "helpText", {
	enumerable: true,
	get: function() {
		return helpText;
	}
});
Object.defineProperty(exports, "keptArchiveName", {
	enumerable: true,
	get: function() {
		return keptArchiveName;
	}
});
Object.defineProperty(exports, "parseCommandLine", {
	enumerable: true,
	get: function() {
		return parseCommandLine;
	}
});
Object.defineProperty(exports, "readGitlabSettings", {
	enumerable: true,
	get: function() {
		return readGitlabSettings;
	}
});
Object.defineProperty(exports, "renderDotenv", {
	enumerable: true,
	get: function() {
		return renderDotenv;
	}
});
