#!/usr/bin/env node
// SPDX-License-Identifier: Apache-2.0. Built from src/ by scripts/build.mjs. Licences: licenses.txt
"use strict";
Object.defineProperty(exports, Symbol.toStringTag, { value: "Module" });
// \0rolldown/runtime.js
var __create = Object.create;
var __defProp = Object.defineProperty;
var __getOwnPropDesc = Object.getOwnPropertyDescriptor;
var __getOwnPropNames = Object.getOwnPropertyNames;
var __getProtoOf = Object.getPrototypeOf;
var __hasOwnProp = Object.prototype.hasOwnProperty;
var __commonJSMin = (cb, mod) => () => (mod || (cb((mod = { exports: {} }).exports, mod, mod.exports), cb = null), mod.exports);
var __exportAll = (all, no_symbols) => {
	let target = {};
	for (var name in all) __defProp(target, name, {
		get: all[name],
		enumerable: true
	});
	if (!no_symbols) __defProp(target, Symbol.toStringTag, { value: "Module" });
	return target;
};
var __copyProps = (to, from, except, desc) => {
	if (from && typeof from === "object" || typeof from === "function") for (var keys = __getOwnPropNames(from), i = 0, n = keys.length, key; i < n; i++) {
		key = keys[i];
		if (!__hasOwnProp.call(to, key) && key !== except) __defProp(to, key, {
			get: ((k) => from[k]).bind(null, key),
			enumerable: !(desc = __getOwnPropDesc(from, key)) || desc.enumerable
		});
	}
	return to;
};
var __toESM = (mod, isNodeMode, target) => (target = mod != null ? __create(__getProtoOf(mod)) : {}, __copyProps(isNodeMode || !mod || !mod.__esModule || !__hasOwnProp.call(mod, "default") ? __defProp(target, "default", {
	value: mod,
	enumerable: true
}) : target, mod));
let require_failure;
let require_faces;
let require_project;
let node_fs = require("node:fs");
let node_os = require("node:os");
let node_path = require("node:path");
let node_assert;
let node_util;
let node_process = require("node:process");
let node_crypto;
let node_tty;
let node_v8;
let node_vm;
// node_modules/@actions/core/lib/utils.js
function toCommandValue(input) {
	if (input === null || input === void 0) return "";
	else if (typeof input === "string" || input instanceof String) return input;
	return JSON.stringify(input);
}
function toCommandProperties(annotationProperties) {
	if (!Object.keys(annotationProperties).length) return {};
	return {
		title: annotationProperties.title,
		file: annotationProperties.file,
		line: annotationProperties.startLine,
		endLine: annotationProperties.endLine,
		col: annotationProperties.startColumn,
		endColumn: annotationProperties.endColumn
	};
}
// node_modules/@actions/core/lib/command.js
function issueCommand(command, properties, message) {
	const cmd = new Command(command, properties, message);
	process.stdout.write(cmd.toString() + node_os.EOL);
}
function issue(name, message = "") {
	issueCommand(name, {}, message);
}
const CMD_STRING = "::";
var Command = class {
	constructor(command, properties, message) {
		if (!command) command = "missing.command";
		this.command = command;
		this.properties = properties;
		this.message = message;
	}
	toString() {
		let cmdStr = CMD_STRING + this.command;
		if (this.properties && Object.keys(this.properties).length > 0) {
			cmdStr += " ";
			let first = true;
			for (const key in this.properties) if (this.properties.hasOwnProperty(key)) {
				const val = this.properties[key];
				if (val) {
					if (first) first = false;
					else cmdStr += ",";
					cmdStr += `${key}=${escapeProperty(val)}`;
				}
			}
		}
		cmdStr += `${CMD_STRING}${escapeData(this.message)}`;
		return cmdStr;
	}
};
function escapeData(s) {
	return toCommandValue(s).replace(/%/g, "%25").replace(/\r/g, "%0D").replace(/\n/g, "%0A");
}
function escapeProperty(s) {
	return toCommandValue(s).replace(/%/g, "%25").replace(/\r/g, "%0D").replace(/\n/g, "%0A").replace(/:/g, "%3A").replace(/,/g, "%2C");
}
// \0made:delimiter
const randomUUID = () => Array.from("1234", () => Math.random().toString(36).slice(2)).join("-");
// node_modules/@actions/core/lib/file-command.js
function issueFileCommand(command, message) {
	const filePath = process.env[`GITHUB_${command}`];
	if (!filePath) throw new Error(`Unable to find environment variable for file command ${command}`);
	if (!node_fs.existsSync(filePath)) throw new Error(`Missing file at path: ${filePath}`);
	node_fs.appendFileSync(filePath, `${toCommandValue(message)}${node_os.EOL}`, { encoding: "utf8" });
}
function prepareKeyValueMessage(key, value) {
	const delimiter = `ghadelimiter_${randomUUID()}`;
	const convertedValue = toCommandValue(value);
	if (key.includes(delimiter)) throw new Error(`Unexpected input: name should not contain the delimiter "${delimiter}"`);
	if (convertedValue.includes(delimiter)) throw new Error(`Unexpected input: value should not contain the delimiter "${delimiter}"`);
	return `${key}<<${delimiter}${node_os.EOL}${convertedValue}${node_os.EOL}${delimiter}`;
}
var ExitCode;
(function(ExitCode) {
	ExitCode[ExitCode["Success"] = 0] = "Success";
	ExitCode[ExitCode["Failure"] = 1] = "Failure";
})(ExitCode || (ExitCode = {}));
function exportVariable(name, val) {
	const convertedVal = toCommandValue(val);
	process.env[name] = convertedVal;
	if (process.env["GITHUB_ENV"] || "") return issueFileCommand("ENV", prepareKeyValueMessage(name, val));
	issueCommand("set-env", { name }, convertedVal);
}
function setSecret(secret) {
	issueCommand("add-mask", {}, secret);
}
function addPath(inputPath) {
	if (process.env["GITHUB_PATH"] || "") issueFileCommand("PATH", inputPath);
	else issueCommand("add-path", {}, inputPath);
	process.env["PATH"] = `${inputPath}${node_path.delimiter}${process.env["PATH"]}`;
}
function setOutput(name, value) {
	if (process.env["GITHUB_OUTPUT"] || "") return issueFileCommand("OUTPUT", prepareKeyValueMessage(name, value));
	process.stdout.write(node_os.EOL);
	issueCommand("set-output", { name }, toCommandValue(value));
}
function error(message, properties = {}) {
	issueCommand("error", toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
function warning(message, properties = {}) {
	issueCommand("warning", toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
function notice(message, properties = {}) {
	issueCommand("notice", toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
function info(message) {
	process.stdout.write(message + node_os.EOL);
}
function startGroup(name) {
	issue("group", name);
}
function endGroup() {
	issue("endgroup");
}
function saveState(name, value) {
	if (process.env["GITHUB_STATE"] || "") return issueFileCommand("STATE", prepareKeyValueMessage(name, value));
	issueCommand("save-state", { name }, toCommandValue(value));
}
function getState(name) {
	return process.env[`STATE_${name}`] || "";
}
// src/domain/catalogue-entry.ts
const EXIT_GRAVITY = [
	73,
	71,
	74,
	72,
	75
];
function errorEntry(exit, title, { why, fix }) {
	return {
		title,
		why,
		fix,
		severity: "error",
		exit,
		explains: []
	};
}
// src/domain/finding.ts
function finding(code, detail) {
	const entry = (require_failure ??= require("./failure.cjs")).CATALOGUE[code];
	const evidence = [];
	for (const [name, value] of Object.entries(detail.evidence ?? {})) if (value !== void 0) evidence.push({
		name,
		value: String(value)
	});
	return {
		code,
		severity: detail.severity ?? entry.severity,
		confidence: detail.confidence ?? "certain",
		subject: detail.subject,
		message: detail.message ?? entry.title,
		evidence,
		fixes: detail.fixes ?? [],
		...detail.location === void 0 ? {} : { location: detail.location }
	};
}
function aboutSource(finding, sourceId) {
	const { subject, evidence } = finding;
	if (subject === sourceId) return finding;
	return {
		...finding,
		subject: sourceId,
		evidence: [{
			name: "at",
			value: subject
		}, ...evidence]
	};
}
// src/domain/failure.ts
var Failure = class extends Error {
	findings;
	constructor(findings, cause) {
		super(`${findings[0].code}: ${findings[0].message}`, cause === void 0 ? void 0 : { cause });
		this.name = "Failure";
		this.findings = findings;
	}
	get finding() {
		return this.findings[0];
	}
	get code() {
		return this.findings[0].code;
	}
};
function failure(code, detail, cause) {
	return new Failure([finding(code, detail)], cause);
}
// src/domain/limits.ts
const SECOND$1 = 1e3;
const MINUTE = 60 * SECOND$1;
const KIB$1 = 1024;
const MIB$1 = 1024 * KIB$1;
function phaseMs(limits, phase, nowMs) {
	return Math.max(0, Math.round(Math.min(limits[phase], (limits.untilMs ?? Number.POSITIVE_INFINITY) - nowMs)));
}
const ARCHIVE_PHASES = {
	lookupMs: 6 * SECOND$1,
	connectMs: 5 * SECOND$1,
	proxyMs: 8 * SECOND$1,
	tlsMs: 8 * SECOND$1,
	firstByteMs: 15 * SECOND$1
};
const FETCHING_PHASES = {
	...ARCHIVE_PHASES,
	firstByteMs: 60 * SECOND$1
};
const METADATA_PHASES = {
	lookupMs: 6 * SECOND$1,
	connectMs: 4 * SECOND$1,
	proxyMs: 5 * SECOND$1,
	tlsMs: 5 * SECOND$1,
	firstByteMs: 8 * SECOND$1
};
const LISTING_PHASES = {
	lookupMs: 3 * SECOND$1,
	connectMs: 3 * SECOND$1,
	proxyMs: 3 * SECOND$1,
	tlsMs: 3 * SECOND$1,
	firstByteMs: 3 * SECOND$1
};
const LIMITS = {
	earlyLookMs: SECOND$1,
	totalMs: 10 * MINUTE,
	stallMs: 20 * SECOND$1,
	minimumRateBytesPerSecond: 16 * KIB$1,
	minimumRateWindowMs: 60 * SECOND$1,
	metadataBodyMs: 15 * SECOND$1,
	listingGraceMs: 2 * SECOND$1,
	publicListsAfterMs: SECOND$1,
	keptListingMs: 43200 * MINUTE,
	keptReleaseCount: 300,
	keptListingBytes: 64 * KIB$1,
	patchProbeMs: 4 * SECOND$1,
	redirectCount: 10,
	errorBodyMs: SECOND$1,
	errorBodyBytes: 4 * KIB$1,
	connectStaggerMs: 250,
	connectAddressCount: 8,
	socketBufferBytes: 128 * KIB$1,
	idleConnectionMs: 4 * SECOND$1,
	headerBytes: 64 * KIB$1,
	execOutputBytes: MIB$1,
	execPipeGraceMs: 500,
	listingBytes: 16 * MIB$1,
	sumdbAnswerBytes: MIB$1,
	sumdbServerMs: 15 * SECOND$1,
	sumdbAnswerMs: 6 * SECOND$1,
	unprovedGraceMs: 2 * SECOND$1,
	sumdbParallelCount: 8,
	sumsParallelCount: 24,
	sumsBatchCount: 96,
	sumsQuickMs: 5 * SECOND$1,
	unpackedBytes: 500 * MIB$1,
	archiveBytes: 500 * MIB$1,
	entryCount: 65534,
	zipDirectoryBytes: 16 * MIB$1,
	zipTailBytes: 2 * MIB$1,
	tarMetadataBytes: 64 * KIB$1,
	pathBytes: 1024,
	freeSpaceBytes: 96 * MIB$1,
	freeInodes: 1e4,
	lockPollMs: 100,
	lockHeartbeatMs: 2 * SECOND$1,
	lockStaleMs: 30 * SECOND$1,
	lockDeadOwnerMs: 6 * SECOND$1,
	stagingMaxAgeMs: 1440 * MINUTE,
	renameRetryMs: 15 * SECOND$1,
	renameRetryPauseMs: 50,
	execMs: 60 * SECOND$1,
	goEnvMs: 10 * SECOND$1,
	releaseTableBytes: 4 * MIB$1,
	proofGraceMs: SECOND$1,
	signatureMs: 4 * SECOND$1,
	keyBlockBytes: 256 * KIB$1,
	signatureBundleBytes: MIB$1,
	publicKeyBytes: 16 * KIB$1,
	trustedRootBytes: 256 * KIB$1,
	sidecarBytes: 4 * KIB$1,
	backoffMs: [500, 2 * SECOND$1],
	patientRoundMs: 4 * SECOND$1,
	retryAfterMs: 30 * SECOND$1,
	knownPlatformCount: 8,
	lookupAgainMs: SECOND$1,
	nameKeptMs: 5 * SECOND$1,
	budgetGraceMs: 5 * SECOND$1,
	fallbackVersionCount: 3,
	caFileBytes: 4 * MIB$1,
	receiptBytes: 256 * KIB$1,
	goVersionBytes: 4 * KIB$1,
	versionFileBytes: 4 * MIB$1,
	cacheLookupMs: 5 * SECOND$1,
	cacheRetryPauseMs: 3 * SECOND$1,
	cacheRestoreMs: 4 * MINUTE,
	cacheSaveMs: 8 * MINUTE,
	postExitMs: 200,
	postMs: 18 * MINUTE,
	cacheStopMs: SECOND$1,
	cacheReserveMs: 5 * SECOND$1,
	dependencyDepth: 16,
	dependencyDirectoryCount: 2e4,
	dependencyFileCount: 5e3,
	dependencyFileBytes: 32 * MIB$1,
	projectModuleCount: 500,
	projectReplacementCount: 1e3,
	goSumBytes: 8 * MIB$1,
	projectBytes: 32 * MIB$1,
	hedgeFirstMs: SECOND$1,
	hedgeNextMs: 500,
	answerMs: 7 * SECOND$1,
	answerAmongOthersMs: 5 * SECOND$1,
	answerLeastMs: 2500,
	lateMs: 100,
	joinAfterMs: 400,
	sampleMs: 250,
	joinWorthMs: 1500,
	segmentBytes: MIB$1,
	segmentMinBytes: 256 * KIB$1,
	windowBytes: 16 * MIB$1,
	stallAmongOthersMs: 1500,
	standstillMs: SECOND$1,
	drainBytes: 64 * KIB$1,
	breakerMs: 2 * SECOND$1,
	breakerMaxMs: 32 * SECOND$1,
	spoolAfterMs: 10 * SECOND$1,
	spoolJudgeMs: 1500,
	spoolHeldBytes: 4 * MIB$1,
	spoolPieceBytes: 256 * KIB$1,
	spoolPieceMs: 250,
	diagnoseMs: 25 * SECOND$1,
	diagnoseReserveMs: 5 * SECOND$1,
	reportFilesMs: 5 * SECOND$1,
	sbomToolMs: 2 * MINUTE,
	sbomBytes: 32 * MIB$1,
	pushMs: 5 * SECOND$1,
	pushLateMs: SECOND$1,
	gitConfigMs: 2 * SECOND$1,
	mountTableBytes: 4 * MIB$1,
	caDirectoryFileCount: 32,
	buildSpaceBytes: 64 * MIB$1,
	buildInodes: 1e3,
	settingBytes: 4 * KIB$1,
	killGraceMs: 2 * SECOND$1
};
// src/domain/product.ts
const PRODUCT = {
	name: "setup-go-robust",
	version: "0.1.0"
};
const REPOSITORY = "https://github.com/org/setup-go-robust";
// src/domain/report.ts
const REPORT_SCHEMA = "setup-go-robust/report@1";
function processExitCode({ log, exitCode }) {
	return log?.exitCode ?? exitCode;
}
// src/policy/causes.ts
const VERDICTS = {
	certain: "cause",
	likely: "likely",
	possible: "undetermined"
};
function findCause(findings, attempts = []) {
	const main = findings.find((item) => item.severity === "error");
	if (main === void 0) return null;
	const sameAsMain = (item) => item.code === main.code && item.subject === main.subject;
	const candidates = attempts.some(sameAsMain) ? attempts.filter((item) => item.severity === "error") : [main];
	const explainers = findings.filter((item) => item.severity !== "info");
	const chains = candidates.map((item) => chainTo(item, explainers));
	const gravest = chains.reduce((best, chain) => rank$1(chain) < rank$1(best) ? chain : best);
	const confidence = chains.every((chain) => chain[0].code === gravest[0].code) ? gravest[0].confidence : "likely";
	return {
		code: gravest[0].code,
		confidence,
		verdict: VERDICTS[confidence],
		chain: gravest.map((item) => item.code),
		ruledOut: []
	};
}
function chainTo(symptom, present) {
	let chain = [symptom];
	for (;;) {
		const [root] = chain;
		const used = chain.map((item) => item.code);
		const parent = present.find((item) => explains(item.code, root.code) && !used.includes(item.code));
		if (parent === void 0) return chain;
		chain = [parent, ...chain];
	}
}
function explains(cause, symptom) {
	return (require_failure ??= require("./failure.cjs")).CATALOGUE[cause].explains.includes(symptom);
}
function rank$1(chain) {
	const position = EXIT_GRAVITY.indexOf((require_failure ??= require("./failure.cjs")).CATALOGUE[chain[0].code].exit);
	return position === -1 ? EXIT_GRAVITY.length : position;
}
// src/domain/code-page.ts
const CODES_PAGE = `${REPOSITORY}/blob/HEAD/docs/codes.md`;
function codeAnchor(code) {
	return code.toLowerCase().replaceAll(/[._]/gu, "-");
}
function codePage(code) {
	return `${CODES_PAGE}#${codeAnchor(code)}`;
}
// src/report/plain.ts
const DECEPTIVE$1 = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;
function plain(text, maxLength = 300) {
	const spaced = text.slice(0, maxLength * 2).replace(/[\s\u0085]+/gu, " ");
	const line = (isAscii(spaced) ? spaced : spaced.replace(DECEPTIVE$1, "\ufffd")).trim();
	const characters = [...line];
	return characters.length > maxLength || text.length > maxLength * 2 ? `${characters.slice(0, maxLength - 1).join("")}\u2026` : line;
}
function isAscii(text) {
	return /^[\n -~]*$/u.test(text);
}
function plainLines(text, maxCount = 40) {
	const lines = text.slice(0, 1e5).split(/\r\n|\r|\n/u);
	const kept = lines.slice(0, maxCount).map((line) => {
		const content = line.trimStart();
		return " ".repeat(Math.min(line.length - content.length, 40)) + plain(content, 400);
	});
	return lines.length > maxCount ? [...kept, "\u2026"] : kept;
}
// src/report/units.ts
function durationText(ms) {
	if (ms < 100) return `${Math.round(ms)} ms`;
	if (ms < 9950) return `${(ms / 1e3).toFixed(1)} s`;
	const seconds = Math.round(ms / 1e3);
	if (seconds < 60) return `${seconds} s`;
	return seconds % 60 === 0 ? `${seconds / 60} min` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}
function bytesText(bytes) {
	if (bytes < 1024) return `${bytes} B`;
	const isLarge = bytes >= 1048576;
	const amount = bytes / (isLarge ? 1048576 : 1024);
	return `${amount < 10 ? amount.toFixed(1) : Math.round(amount)} ${isLarge ? "MiB" : "KiB"}`;
}
// src/report/log-wording.ts
function logHeadline({ cause, outcome }, log) {
	const what = log.exitCode === void 0 ? log.of : `${log.of} ${ending(log)}`;
	if (cause === null) return outcome === "ok" ? `${what}: no failure is seen in ${log.lines} lines` : what;
	return `${what}: ${{
		cause: "",
		likely: "likely: ",
		undetermined: ""
	}[cause.verdict]}${(require_failure ??= require("./failure.cjs")).CATALOGUE[cause.code].title}`;
}
function ending({ exitCode, signal }) {
	return signal === void 0 ? `ended with exit code ${exitCode}` : `was ended by ${signal} (exit code ${exitCode})`;
}
// src/report/source-wording.ts
const ROW_COUNT = 40;
function sourcesHeadline({ newest, sources }) {
	const usable = sources.filter(({ state }) => state === "usable").length;
	const known = newest === null ? "no version list could be read" : `the newest Go is ${newest}`;
	return `${usable} of ${sources.length} ${sources.length === 1 ? "source" : "sources"} can be used; ${known}`;
}
const SOURCE_HEAD = [
	"Source",
	"State",
	"#First byte",
	"#Rate",
	"Go",
	"Range",
	"Seen"
];
const SOURCE_COLUMNS = SOURCE_HEAD.map((name) => name.replace("#", ""));
function sourceRow(health) {
	const { source, state, code, firstByteMs, bytesPerSecond, canRange } = health;
	return [
		source,
		state === "usable" ? "usable" : code ?? state,
		firstByteMs === void 0 ? "\u2013" : `${durationText(firstByteMs.p50)} / ${durationText(firstByteMs.p95)}`,
		bytesPerSecond === void 0 ? "\u2013" : `${bytesText(bytesPerSecond)}/s`,
		freshnessText(health),
		canRange === void 0 ? "\u2013" : canRange ? "yes" : "no",
		seenText(health)
	];
}
function freshnessText({ version, behind = 0 }) {
	if (version === void 0) return "\u2013";
	return behind === 0 ? version : `${version} (${behind} behind)`;
}
function seenText({ state, code, redirectedTo, tries, answers, cache = {} }) {
	return [
		...state !== "usable" && code !== void 0 ? [(require_failure ??= require("./failure.cjs")).CATALOGUE[code].title] : [],
		...state === "unknown" ? ["asked without its credentials"] : [],
		...redirectedTo === void 0 ? [] : [`leads to ${redirectedTo}`],
		...state === "usable" && answers < tries && code !== void 0 ? [`${tries - answers} of ${tries} tries: ${code}`] : [],
		...Object.entries(cache).map(([name, value]) => `${name} ${value}`)
	].join(", ") || "\u2013";
}
function sourceLines({ sources: health }) {
	if (health === void 0) return [];
	const { sources } = health;
	const rows = [SOURCE_COLUMNS.map((name) => name.toUpperCase()), ...sources.slice(0, ROW_COUNT).map(sourceRow)].map((cells) => cells.map((cell) => plain(cell, 160)));
	const widths = SOURCE_COLUMNS.map((_, column) => Math.max(...rows.map((cells) => cells[column]?.length ?? 0)));
	const lines = rows.map((cells) => `  ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join("  ")}`.trimEnd());
	const left = sources.length > ROW_COUNT ? [`  and ${sources.length - ROW_COUNT} more`] : [];
	return [
		"",
		...lines,
		...left
	];
}
// src/report/wording.ts
const EXIT_MEANING = {
	0: "done",
	64: "usage",
	70: "internal error",
	71: "configuration",
	72: "network",
	73: "integrity",
	74: "disk or permission",
	75: "temporary, a retry may help"
};
const PHASE_TITLES = {
	resolve: "Resolve the version",
	lookup: "Look up the proof",
	acquire: "Acquire Go",
	check: "Check the installed Go",
	apply: "Set up the environment",
	cache: "Restore the caches",
	preflight: "Check the project",
	diagnose: "Find the cause"
};
const PROOF_NAMES = {
	"checksum-database": "checksum database",
	"release-table": "release table",
	"openpgp-signature": "OpenPGP signature",
	"pinned-checksum": "pinned checksum",
	"source-listing": "listing of the source only",
	"sigstore-bundle": "signature"
};
function proofName(proof) {
	const name = PROOF_NAMES[proof.kind];
	return proof.root.startsWith(name) ? proof.root : `${name} (${proof.root})`;
}
function headline(report) {
	if (report.log !== void 0) return logHeadline(report, report.log);
	if (report.command === "doctor" && report.diagnosis !== void 0) return (require_failure ??= require("./failure.cjs")).diagnosisHeadline(report.diagnosis);
	if (report.sources !== void 0) return sourcesHeadline(report.sources);
	if (report.outcome === "failed") return failedHeadline(report);
	if (report.go === null) {
		const { resolved, proof, command, exported } = report;
		if (exported !== void 0) return `${exported.files.length} proved archives stand in ${exported.directory}`;
		if (resolved !== null) return `Go ${resolved.version} for ${resolved.platform}`;
		return proof === null ? `${command} is done` : `Proved by the ${proofName(proof)}`;
	}
	const verb = report.outcome === "installed" ? "is installed and proved" : "was in the tool cache and is proved";
	return `Go ${report.go.version} ${report.outcome === "ok" ? "is ready" : verb}`;
}
function failedHeadline(report) {
	const what = report.command === "install" || report.command === "" ? "Go was not installed" : `${report.command} failed`;
	const problems = actionable(report);
	if (problems.length > 1) return `${what}: ${problems.length} problems to correct`;
	if (report.cause === null) return `${what}: the cause is undetermined`;
	return `${what}${LEAD$1[report.cause.verdict]}: ${(require_failure ??= require("./failure.cjs")).CATALOGUE[report.cause.code].title}`;
}
const LEAD$1 = {
	cause: "",
	likely: "; likely cause",
	undetermined: "; possible cause"
};
const PROBLEM_LEADS = {
	cause: "Cause",
	likely: "Likely cause",
	undetermined: "Possible cause"
};
function problemLead({ cause }, index) {
	if (index > 0) return "Also";
	return cause === null ? "Problem" : PROBLEM_LEADS[cause.verdict];
}
function verdictWord(cause) {
	return cause.verdict === "cause" ? "certain" : cause.verdict;
}
function actionable(report) {
	const { cause } = report;
	if (cause === null) return [];
	const main = report.findings.find((item) => item.code === cause.code);
	const present = report.findings.filter((item) => item.severity !== "info");
	const explained = new Set(present.flatMap((item) => (require_failure ??= require("./failure.cjs")).CATALOGUE[item.code].explains));
	const edits = report.findings.filter((item) => item !== main && item.severity === "error" && ((require_failure ??= require("./failure.cjs")).CATALOGUE[item.code].exit === 64 || item.code.startsWith("INPUT.") || item.location !== void 0) && !cause.chain.slice(1).includes(item.code) && !explained.has(item.code));
	return main === void 0 ? edits : [main, ...edits];
}
function repairs(finding) {
	if (finding.fixes.length === 0) return [{
		title: (require_failure ??= require("./failure.cjs")).CATALOGUE[finding.code].fix,
		text: "",
		weakens: false
	}];
	return finding.fixes.map((fix) => ({
		title: fix.title,
		text: fix.text,
		weakens: fix.risk !== "none"
	}));
}
const END_REASONS = {
	won: "complete",
	shared: "delivered a part",
	lost: "another source was faster",
	failed: "no reason is known",
	skipped: "not asked",
	running: "not finished"
};
function attemptReason(report, attempt) {
	const { code, source, end } = attempt;
	const hasWinner = report.attempts.some((other) => other.end === "won");
	if (code === void 0) return end === "lost" && !hasWinner ? "stopped before it was done" : END_REASONS[end];
	return report.findings.find((item) => item.code === code && item.subject === source)?.message ?? (require_failure ??= require("./failure.cjs")).CATALOGUE[code].title;
}
function remarks(report) {
	const shown = actionable(report);
	return report.findings.filter((item) => !shown.includes(item) && !report.attempts.some((attempt) => attempt.source === item.subject && attempt.code === item.code));
}
function workspaceText({ file, components }) {
	return `${components} components of the workspace stand in ${file}`;
}
// src/report/annotations.ts
const SHOWN_COUNT = 10;
function annotationsOf(report) {
	const causes = actionable(report);
	const errors = causes.map((item, index) => annotation("error", item, index === 0 ? tried(report) : []));
	if (report.outcome === "failed" && causes.length === 0) errors.push({
		level: "error",
		title: "Undetermined",
		message: plain(headline(report))
	});
	const isGood = report.outcome !== "failed";
	const warnings = report.findings.filter((item) => item.severity === "warning" || isGood && item.severity === "error" && (require_failure ??= require("./failure.cjs")).CATALOGUE[item.code].exit === 73).filter((item) => !(report.cause?.chain ?? []).includes(item.code)).map((item) => annotation("warning", item, []));
	return [...errors, ...warnings].slice(0, SHOWN_COUNT);
}
function tried(report) {
	const attempts = report.attempts.slice(0, SHOWN_COUNT).map(({ source, code, end }) => `${source} ${code ?? end}`);
	return attempts.length > 1 ? [`Tried: ${attempts.join(", ")}`] : [];
}
function annotation(level, finding, context) {
	const { location } = finding;
	const fix = repairs(finding).map(({ title, text }) => text === "" ? title : `${title}: ${text}`);
	const evidence = finding.evidence.slice(0, 4).map((item) => `${item.name}: ${item.value}`);
	const lines = [
		`${finding.subject}: ${finding.message}`,
		...evidence,
		...fix.slice(0, 2).map((text) => `Fix: ${text}`),
		...context,
		codePage(finding.code)
	];
	return {
		level,
		title: plain(`${finding.code}: ${(require_failure ??= require("./failure.cjs")).CATALOGUE[finding.code].title}`, 120),
		message: lines.map((line) => plain(line)).join("\n"),
		...location === void 0 ? {} : { file: location.file },
		...location?.line === void 0 ? {} : { line: location.line }
	};
}
// src/report/command-safe.ts
function commandSafe(text) {
	return text.replace(/^([^\S\n]*):(?=:)/gmu, "$1: ").replaceAll("##[", "## [");
}
function commandSafeJson(json) {
	return json.replaceAll("##[", "##\\u005b");
}
// src/report/cache-wording.ts
const CACHE_NAMES = {
	modules: "modules",
	build: "build results"
};
const RESULTS = {
	exact: "restored",
	prefix: "restored from an older entry",
	none: "no entry yet",
	failed: "not restored"
};
function cacheText(outcome) {
	if (outcome.result === "off") return `off, ${outcome.reason}`;
	return `${CACHE_NAMES[outcome.entry]}: ${RESULTS[outcome.result]}`;
}
// src/report/labelled-lines.ts
function labelled(name, value) {
	return `${label(name)}${plain(value)}`;
}
function label(name) {
	return `  ${name.padEnd(9)}`;
}
// src/report/preflight-wording.ts
function preflightCounts({ checks }) {
	const count = (status) => checks.filter((check) => check.status === status).length;
	const warnings = count("warning");
	const failed = count("failed");
	const passed = count("passed");
	return [
		`${passed} ${passed === 1 ? "check" : "checks"} passed`,
		...warnings === 0 ? [] : [`${warnings} ${warnings === 1 ? "warning" : "warnings"}`],
		...failed === 0 ? [] : [`${failed} failed`]
	].join(", ");
}
function sumsText({ sums }) {
	if (sums === null) return void 0;
	const { lines, proved, failed, skipped } = sums;
	return `go.sum: ${proved} of ${lines} lines proved${failed === 0 ? "" : `, ${failed} failed`}${skipped === 0 ? "" : `, ${skipped} not asked`}`;
}
// src/report/repair-wording.ts
const LEAD = {
	planned: "with repair: safe this run would try",
	helped: "done, and it helped",
	"rolled-back": "tried without help, and undone"
};
function repairText(repair) {
	return `${repair.code}: ${repairWords(repair)}`;
}
function repairWords({ title, state, before, after }) {
	const change = state === "planned" ? "" : ` (before: ${before ?? "no failure"}, after: ${after ?? "no failure"})`;
	return `${LEAD[state]}: ${title}${change}`;
}
function repairLines({ repairs = [] }) {
	return repairs.flatMap((repair) => [repairText(repair), ...repair.steps.slice(0, 8).map(({ title, text }) => `- ${title}${text === "" ? "" : `: ${text}`}`)]);
}
// src/report/text.ts
function renderText(report) {
	const lines = report.command === "doctor" && report.diagnosis !== void 0 ? (require_failure ??= require("./failure.cjs")).diagnosisLines(report.diagnosis) : [...sourceLines(report), ...outcomeLines(report)];
	return `${[plain(headline(report)), ...lines].join("\n")}\n`;
}
function outcomeLines(report) {
	return report.outcome === "failed" || report.cause !== null ? failureLines(report) : successLines(report);
}
function successLines(report) {
	const { go, installedFrom, proof, resolved, caches = [] } = report;
	const total = durationText(report.timings["total"] ?? 0);
	return [
		...installedFrom === null ? [] : [labelled("From", `${installedFrom}, ${total}`)],
		...proof === null ? [] : [labelled("Proof", `${proofName(proof)} ${proof.value}`), labelled("", proof.detail)],
		...go === null ? [] : [labelled("GOROOT", go.root)],
		...exportedLines(report),
		...go === null && resolved !== null && report.exported === void 0 ? [labelled("Listed", resolved.learntFrom.join(", ") || "no list was needed")] : [],
		...caches.length === 0 ? [] : [labelled("Cache", caches.map(cacheText).join("; "))],
		...checkLines(report),
		...report.workspaceSbom === void 0 ? [] : [labelled("SBOM", workspaceText(report.workspaceSbom))],
		...column("Repair", repairLines(report)),
		...column("Tried", triedLines(report)),
		...column("Note", remarks(report).map(remarkLine))
	];
}
function failureLines(report) {
	const { cause } = report;
	const word = cause === null ? "undetermined" : verdictWord(cause);
	return [
		...actionable(report).flatMap((finding, index) => ["", ...problemLines(finding, index === 0 ? word : "certain")]),
		...column("Follows", (cause?.chain.slice(1) ?? []).map((code) => `${code} ${(require_failure ??= require("./failure.cjs")).CATALOGUE[code].title}`)),
		"",
		...exportedLines(report),
		...checkLines(report),
		...column("Repair", repairLines(report)),
		...column("Tried", triedLines(report)),
		...column("Note", remarks(report).map(remarkLine)),
		labelled("Exit", `${exitText(report)}, ${durationText(report.timings["total"] ?? 0)}`)
	];
}
function exitText({ log, exitCode }) {
	const ofCommand = log?.exitCode;
	return ofCommand === void 0 ? `${exitCode} (${EXIT_MEANING[exitCode]})` : `${ofCommand} (that of the command)`;
}
function exportedLines({ exported }) {
	return column("Archives", (exported?.files ?? []).map(({ name, how, bytes, signature }) => `${name} ${how}, ${bytesText(bytes)}, ${signature === void 0 ? "without" : "with"} a signature`));
}
function checkLines({ preflight }) {
	if (preflight === void 0 || preflight.checks.length === 0) return [];
	return column("Checks", [preflightCounts(preflight), ...[sumsText(preflight) ?? []].flat()]);
}
function problemLines(finding, verdict) {
	const { location } = finding;
	const place = location === void 0 ? "" : `${location.file}${location.line === void 0 ? "" : `:${location.line}`}`;
	const fixes = repairs(finding).flatMap((fix) => [plain(fix.weakens ? `${fix.title} (this weakens a check)` : fix.title), ...fix.text === "" ? [] : plainLines(fix.text).map((line) => `  ${line}`)]);
	return [
		labelled("Cause", `${finding.code} ${finding.subject} (${verdict})`),
		labelled("", finding.message),
		labelled("Why", (require_failure ??= require("./failure.cjs")).CATALOGUE[finding.code].why),
		...place === "" ? [] : [labelled("Where", place)],
		...column("Evidence", finding.evidence.slice(0, 20).map((item) => `${item.name}: ${item.value}`)),
		...fixes.map((line, index) => `${label(index === 0 ? "Fix" : "")}${line}`)
	];
}
function triedLines(report) {
	const attempts = report.attempts.filter((attempt) => attempt.end !== "won");
	if (report.attempts.length > 0) return attempts.map((attempt) => {
		const amount = attempt.bytes === 0 ? "" : ` after ${bytesText(attempt.bytes)}`;
		return `${attempt.source}: ${attempt.code ?? attempt.end}${amount}, ${attemptReason(report, attempt)}`;
	});
	return report.listings.flatMap((item) => item.code === void 0 ? [] : [`list of ${item.source}: ${item.code}, ${(require_failure ??= require("./failure.cjs")).CATALOGUE[item.code].title}`]);
}
function remarkLine(finding) {
	return `${finding.code} ${finding.subject}: ${finding.message}`;
}
function column(name, lines) {
	return (lines.length > 30 ? [...lines.slice(0, 29), `and ${lines.length - 29} more`] : lines).map((line, index) => labelled(index === 0 ? name : "", line));
}
// src/domain/calendar.ts
const DAY_SECONDS = 86400;
function secondsOfDay(year, month, day) {
	const y = month > 2 ? year : year - 1;
	const era = Math.floor(y / 400);
	const yearOfEra = y - era * 400;
	const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
	const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
	return (era * 146097 + dayOfEra - 719468) * DAY_SECONDS;
}
function secondsOfDate(text) {
	const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/u.exec(text) ?? [];
	return year === void 0 ? void 0 : secondsOfDay(Number(year), Number(month), Number(day));
}
function instantText(seconds) {
	const days = Math.floor(seconds / DAY_SECONDS);
	const rest = seconds - days * DAY_SECONDS;
	const shifted = days + 719468;
	const era = Math.floor(shifted / 146097);
	const dayOfEra = shifted - era * 146097;
	const yearOfEra = Math.floor((dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365);
	const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
	const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
	const day = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1;
	const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
	const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
	const two = (n) => String(n).padStart(2, "0");
	const time = `${two(Math.floor(rest / 3600))}:${two(Math.floor(rest / 60) % 60)}:${two(rest % 60)}`;
	return `${String(year).padStart(4, "0")}-${two(month)}-${two(day)}T${time}Z`;
}
function dateText(seconds) {
	return instantText(seconds).slice(0, 10);
}
function dateOfMs(ms) {
	return ms >= secondsOfDay(0, 1, 1) * 1e3 && ms < secondsOfDay(1e4, 1, 1) * 1e3 ? dateText(Math.floor(ms / 1e3)) : void 0;
}
// src/domain/rule.ts
const RULE_TOPICS = [
	"version",
	"module",
	"checksum",
	"vendor",
	"environment",
	"proxy",
	"privacy"
];
function isFoundBy(check, { code, subject }) {
	return check.status !== "passed" && check.codes.includes(code) && check.subjects.includes(subject);
}
// src/report/fold-attempts.ts
function foldAttempts(events) {
	const attempts = new Map();
	for (const event of events) {
		const next = step(event, "attempt" in event ? attempts.get(event.attempt) : void 0);
		if (next !== void 0 && "attempt" in event) attempts.set(event.attempt, next);
	}
	return [...attempts.values()];
}
function step(event, before) {
	switch (event.type) {
		case "attempt-started": return {
			source: event.source,
			url: event.url,
			startMs: event.atMs,
			bytes: 0,
			end: "running"
		};
		case "attempt-answered": return before === void 0 ? void 0 : {
			...before,
			firstByteMs: event.atMs
		};
		case "attempt-progress": return before === void 0 ? void 0 : {
			...before,
			bytes: event.bytes
		};
		case "attempt-ended": {
			const { finding } = event;
			const end = {
				...before ?? {
					source: finding?.subject ?? "unknown",
					url: "",
					startMs: event.atMs
				},
				endMs: event.atMs,
				bytes: event.bytes,
				end: event.end
			};
			return finding === void 0 ? end : {
				...end,
				code: finding.code
			};
		}
		default: return;
	}
}
// src/report/fold-repairs.ts
function withoutUndone(events) {
	const kept = [];
	let fromIndex;
	for (const event of events) {
		if (event.type === "repair-tried") fromIndex = kept.length;
		if (event.type === "repair" && event.state === "rolled-back" && fromIndex !== void 0) kept.length = fromIndex;
		if (event.type === "repair") fromIndex = void 0;
		kept.push(event);
	}
	return kept;
}
function foldRepairs(events) {
	const repairs = events.flatMap((event) => {
		if (event.type !== "repair") return [];
		const { type: _type, atMs: _atMs, ...outcome } = event;
		return [outcome];
	});
	return repairs.length === 0 ? {} : { repairs };
}
// src/report/fold-timings.ts
function foldTimings(events) {
	const total = events.at(-1)?.atMs ?? 0;
	const phases = [];
	const open = new Set();
	const timings = {};
	const close = (walk, endMs) => {
		open.delete(walk);
		walk.endMs = endMs;
		timings[walk.phase] = (timings[walk.phase] ?? 0) + endMs - walk.startMs;
	};
	for (const event of events) {
		if (event.type === "phase-started") {
			const walk = {
				phase: event.phase,
				startMs: event.atMs,
				endMs: event.atMs
			};
			phases.push(walk);
			open.add(walk);
		}
		if (event.type !== "phase-ended") continue;
		const walk = [...open].find(({ phase }) => phase === event.phase);
		if (walk !== void 0) close(walk, event.atMs);
	}
	for (const walk of open) close(walk, total);
	return {
		...phases.length === 0 ? {} : { phases },
		timings: {
			...timings,
			total
		}
	};
}
// src/report/fold.ts
function foldReport(all, findCause) {
	const events = withoutUndone(all);
	const started = last(events, "run-started");
	const attempts = foldAttempts(events);
	const { outcome, findings } = judgeEnd(events, started?.command ?? "");
	const ready = last(events, "toolchain-ready");
	const failed = outcome === "failed";
	const log = last(events, "log-read");
	const diagnosis = foldDiagnosis(events);
	const known = failed || log !== void 0 ? causeOf({
		findings,
		log,
		findCause
	}, attemptFindings(events)) : null;
	const cause = failed ? (require_failure ??= require("./failure.cjs")).diagnosedCause(known, diagnosis) : known;
	return {
		schema: REPORT_SCHEMA,
		outcome,
		command: started?.command ?? "",
		product: started?.product ?? "",
		...started?.nowMs === void 0 ? {} : { startedAt: instantText(Math.floor(started.nowMs / 1e3)) },
		go: failed || ready === void 0 ? null : foldGo(ready),
		request: foldRequest(events),
		resolved: foldResolved(events),
		installedFrom: failed || ready === void 0 ? null : origin(ready, attempts),
		proof: foldProof(events),
		listings: eventsOf(events, "listing-read").map(({ type: _type, atMs: _atMs, ...listing }) => listing),
		attempts,
		findings,
		cause,
		...foldCaches(events),
		...foldPreflight(events),
		...log === void 0 ? {} : { log: log.log },
		...diagnosis === void 0 ? {} : { diagnosis },
		...foldExported(events),
		...foldRepairs(events),
		...foldSources(events),
		...foldWorkspaceSbom(events),
		...foldTimings(events),
		exitCode: exitCode(outcome, cause)
	};
}
function foldGo({ version, root, bin, gopath }) {
	return {
		version,
		root,
		bin,
		...gopath === void 0 ? {} : { gopath }
	};
}
function causeOf(run, attempts) {
	const cause = run.findCause(run.findings, attempts);
	if (cause !== null || run.log === void 0) return cause;
	return run.findCause(run.findings.filter((item) => item.severity === "info").map((item) => ({
		...item,
		severity: "error"
	})), []);
}
function judgeEnd(events, command) {
	const ends = eventsOf(events, "run-ended");
	const end = ends.find((item) => item.outcome === "failed") ?? ends.at(-1);
	const others = otherFindings(events);
	if (end === void 0) return {
		outcome: "failed",
		findings: unique([drained(events), ...others])
	};
	const missing = end.outcome === "failed" ? [] : missingForGood(events, end.outcome, command);
	const all = unique([...end.findings, ...others]);
	if (missing.length === 0) {
		if (end.outcome === "failed") return {
			outcome: "failed",
			findings: all
		};
		if (last(events, "log-read") !== void 0) return {
			outcome: end.outcome,
			findings: all
		};
		const checks = last(events, "preflight")?.checks ?? [];
		return {
			outcome: end.outcome,
			findings: all.map((item) => overcome(item, checks))
		};
	}
	return {
		outcome: "failed",
		findings: unique([finding("SELF.BUG", {
			subject: "result",
			evidence: {
				outcome: end.outcome,
				missing: missing.join(", ")
			}
		}), ...all])
	};
}
function overcome(item, checks) {
	if (item.severity !== "error") return item;
	const isWarning = (require_failure ??= require("./failure.cjs")).CATALOGUE[item.code].exit === 73 || checks.some((check) => isFoundBy(check, item));
	return {
		...item,
		severity: isWarning ? "warning" : "info"
	};
}
function missingForGood(events, outcome, command) {
	if (outcome === "ok" && command !== "install") return [];
	return ["toolchain-ready", "proved"].filter((type) => last(events, type) === void 0);
}
function drained(events) {
	const running = foldAttempts(events).filter((attempt) => attempt.end === "running");
	return finding("SELF.DRAINED", {
		subject: "run",
		evidence: {
			"last event": events.at(-1)?.type ?? "none",
			phase: last(events, "phase-started")?.phase,
			"at ms": events.at(-1)?.atMs,
			running: running.length === 0 ? void 0 : running.map((attempt) => attempt.source).join(", ")
		}
	});
}
function otherFindings(events) {
	return events.flatMap((event) => {
		if (event.type === "log-read") return event.findings;
		if (event.type === "finding" || event.type === "proof-missing") return [event.finding];
		if (event.type === "diagnosis") return (require_failure ??= require("./failure.cjs")).diagnosisFindings(event);
		return event.type === "attempt-ended" && event.finding !== void 0 ? [event.finding] : [];
	});
}
function attemptFindings(events) {
	return eventsOf(events, "attempt-ended").flatMap((event) => event.finding === void 0 || event.end !== "failed" ? [] : [event.finding]);
}
function unique(findings) {
	const seen = new Map();
	for (const item of findings) {
		const text = JSON.stringify(item);
		if (!seen.has(text)) seen.set(text, item);
	}
	return [...seen.values()];
}
function foldRequest(events) {
	const event = last(events, "requested");
	if (event === void 0) return null;
	const { kind, ...place } = event.origin;
	return {
		spec: event.spec,
		origin: kind,
		...place
	};
}
function foldResolved(events) {
	const event = last(events, "resolved");
	return event === void 0 ? null : {
		version: event.version,
		platform: event.platform,
		learntFrom: event.learntFrom
	};
}
function foldCaches(events) {
	const caches = eventsOf(events, "cache").map(({ type: _type, atMs: _atMs, ...outcome }) => outcome);
	return caches.length === 0 ? {} : { caches };
}
function foldPreflight(events) {
	const event = last(events, "preflight");
	if (event === void 0) return {};
	const { type: _type, atMs: _atMs, ...preflight } = event;
	return { preflight };
}
function foldDiagnosis(events) {
	const event = last(events, "diagnosis");
	if (event === void 0) return void 0;
	const { type: _type, atMs: _atMs, ...diagnosis } = event;
	return diagnosis;
}
function foldExported(events) {
	const event = last(events, "exported");
	return event === void 0 ? {} : { exported: {
		directory: event.directory,
		files: event.files
	} };
}
function foldWorkspaceSbom(events) {
	const event = last(events, "workspace-sbom");
	return event === void 0 ? {} : { workspaceSbom: {
		file: event.file,
		components: event.components,
		ms: event.ms
	} };
}
function foldSources(events) {
	const event = last(events, "sources");
	if (event === void 0) return {};
	const { type: _type, atMs: _atMs, ...sources } = event;
	return { sources };
}
function foldProof(events) {
	return last(events, "proved")?.proof ?? null;
}
function origin(ready, attempts) {
	if (ready.from !== "download") return ready.from;
	return attempts.find((attempt) => attempt.end === "won")?.source ?? null;
}
function exitCode(outcome, cause) {
	if (outcome !== "failed") return 0;
	return cause === null ? (require_failure ??= require("./failure.cjs")).CATALOGUE["SELF.BUG"].exit : (require_failure ??= require("./failure.cjs")).CATALOGUE[cause.code].exit;
}
function eventsOf(events, type) {
	return events.filter((event) => event.type === type);
}
function last(events, type) {
	return eventsOf(events, type).at(-1);
}
// src/adapters/node-clock.ts
const LONGEST_TIMER_MS = 2 ** 31 - 1;
function createClock() {
	return {
		now: () => Date.now(),
		monotonic: monotonicMs,
		sleep
	};
}
function monotonicMs() {
	const [seconds, nanoseconds] = (0, node_process.hrtime)();
	return seconds * 1e3 + nanoseconds / 1e6;
}
function sleep(ms, signal) {
	return new Promise((resolve, reject) => {
		if (signal?.aborted === true) return reject(signal.reason);
		const onAbort = () => {
			clearTimeout(timer);
			reject(signal?.reason);
		};
		const timer = setTimeout(() => {
			signal?.removeEventListener("abort", onAbort);
			resolve();
		}, Math.min(Math.max(ms, 0), LONGEST_TIMER_MS));
		signal?.addEventListener("abort", onAbort, { once: true });
	});
}
// src/adapters/exit-guard.ts
function superviseRun(options, run) {
	const { process, stop, timeoutMs, grace = LIMITS } = options;
	const startMs = monotonicMs();
	process.exitCode = 70;
	const state = {
		settled: false,
		publishing: void 0,
		ending: []
	};
	const abort = (reason) => {
		if (stop.signal.aborted) return;
		stop.abort(reason);
		setTimeout(() => orExit(process, () => cutOff(options, state, monotonicMs() - startMs)), grace.budgetGraceMs).unref();
	};
	process.on("beforeExit", () => orExit(process, () => publishUnsettled(options, state)));
	process.on("exit", () => {
		if (!state.settled) speakLast(options, state);
	});
	if (!options.leavesSignals) {
		process.on("SIGINT", () => abort(failure("SELF.INTERRUPTED", { subject: "SIGINT" })));
		process.on("SIGTERM", () => abort(failure("SELF.INTERRUPTED", { subject: "SIGTERM" })));
	}
	process.on("uncaughtException", (error) => abort(error instanceof Error ? error : new Error(String(error))));
	if (Number.isFinite(timeoutMs)) setTimeout(() => abort(budgetUsedUp(timeoutMs)), timeoutMs).unref();
	const host = {
		...options.host,
		publish: (report) => publishOnce(options, state, report)
	};
	run(stop.signal, host).then((report) => settle(options, state, processExitCode(report)), () => process.exit(70));
}
function orExit(process, work) {
	try {
		work();
	} catch {
		process.exit(70);
	}
}
function budgetUsedUp(timeoutMs) {
	return failure("BUDGET.TOTAL", {
		subject: "timeout",
		evidence: { "budget ms": timeoutMs }
	});
}
function settle({ process, grace = LIMITS }, state, exitCode) {
	state.settled = true;
	process.exitCode = exitCode;
	setTimeout(() => process.exit(), grace.killGraceMs).unref();
}
function publishOnce({ host }, state, report) {
	state.publishing ??= host.publish(report);
	return state.publishing;
}
function publishUnsettled(options, state) {
	if (state.settled || state.publishing !== void 0) return;
	const report = reportOf(options, state);
	publishOnce(options, state, report).then(() => settle(options, state, processExitCode(report)), () => void 0);
}
function cutOff(options, state, atMs) {
	if (state.settled) return;
	const { stop, process, grace = LIMITS } = options;
	const { reason } = stop.signal;
	const findings = reason instanceof Failure ? reason.findings : [finding("SELF.BUG", { subject: "run" })];
	state.ending = [{
		atMs: Math.round(atMs),
		type: "run-ended",
		outcome: "failed",
		findings
	}];
	publishUnsettled(options, state);
	const exitCode = processExitCode(reportOf(options, state));
	setTimeout(() => {
		if (!state.settled) process.exit(exitCode);
	}, grace.killGraceMs).unref();
}
function reportOf({ events }, { ending }) {
	return foldReport([...events, ...ending], findCause);
}
function speakLast(options, state) {
	const { host, writeSync, process } = options;
	try {
		const { text, workflowCommands } = (require_failure ??= require("./failure.cjs")).lastWords(reportOf(options, state));
		writeSync(host.kind === "github" ? `${text}${workflowCommands}` : text);
	} catch (error) {
		writeSync(bareWords(error, host.kind));
	}
	if (process.exitCode === 0) process.exitCode = 70;
}
function bareWords(error, kind) {
	const [reason = ""] = String(error instanceof Error ? error.message : error).split("\n");
	const text = `${PRODUCT.name} failed, and what says why cannot be loaded: ${reason}`;
	return kind === "github" ? `::error::${text}\n` : `${text}\n`;
}
// src/report/progress.ts
const STEPS = 4;
const INTERVAL_MS = 1e4;
function trackAttempt(before, event) {
	const { atMs } = event;
	const source = event.type === "attempt-started" ? event.source : before?.source ?? "source";
	const next = {
		...before ?? {
			source,
			startMs: atMs,
			atMs,
			bytes: 0
		},
		atMs
	};
	if (event.type === "attempt-started") return {
		source,
		startMs: atMs,
		atMs,
		bytes: 0
	};
	if (event.type === "attempt-ended") return {
		...next,
		bytes: event.bytes
	};
	const sizeBytes = event.sizeBytes ?? before?.sizeBytes;
	const sized = sizeBytes === void 0 ? next : {
		...next,
		sizeBytes
	};
	return event.type === "attempt-answered" ? {
		...sized,
		bodyMs: atMs
	} : {
		...sized,
		bytes: event.bytes
	};
}
function isProgressDue(told, now) {
	if (now.atMs - (told?.atMs ?? now.startMs) >= INTERVAL_MS) return true;
	const quarter = Math.floor(share(now) * STEPS);
	return quarter > (told === void 0 ? 0 : Math.floor(share(told) * STEPS)) && quarter < STEPS;
}
function percentText(progress) {
	if (!progress.sizeBytes) return bytesText(progress.bytes);
	return `${Math.floor(share(progress) * 100)} % of ${bytesText(progress.sizeBytes)}`;
}
function progressLine(progress) {
	const { source, bytes, sizeBytes, atMs, bodyMs = progress.startMs } = progress;
	const elapsedMs = atMs - bodyMs;
	const rate = elapsedMs <= 0 ? 0 : bytes * 1e3 / elapsedMs;
	const parts = [`${plain(source, 40)}: ${bytesText(bytes)}${sizeBytes === void 0 ? "" : ` of ${bytesText(sizeBytes)}`}`];
	if (rate > 0) parts.push(`${bytesText(Math.round(rate))}/s`);
	if (rate > 0 && sizeBytes !== void 0 && sizeBytes > bytes) parts.push(`${durationText((sizeBytes - bytes) * 1e3 / rate)} left`);
	return parts.join(", ");
}
function share({ bytes, sizeBytes }) {
	return sizeBytes ? Math.min(1, bytes / sizeBytes) : 0;
}
// src/report/narrator.ts
function createNarrator() {
	const attempts = new Map();
	const told = new Map();
	const phaseStarts = new Map();
	return (event) => {
		if (event.type === "phase-started") phaseStarts.set(event.phase, event.atMs);
		if (event.type === "phase-ended") {
			const startMs = phaseStarts.get(event.phase) ?? event.atMs;
			return {
				kind: "phase-end",
				text: `${PHASE_TITLES[event.phase]}: ${durationText(event.atMs - startMs)}`
			};
		}
		if (!("attempt" in event)) return tellRun(event);
		const attempt = trackAttempt(attempts.get(event.attempt), event);
		attempts.set(event.attempt, attempt);
		if (event.type === "attempt-progress") {
			if (!isProgressDue(told.get(event.attempt), attempt)) return void 0;
			told.set(event.attempt, attempt);
		}
		return tellAttempt(event, attempt);
	};
}
function tellAttempt(event, attempt) {
	const { source } = attempt;
	const timeText = durationText(event.atMs - attempt.startMs);
	switch (event.type) {
		case "attempt-started": return detail(`${source}: ${event.url}`);
		case "attempt-answered": return detail(`${source}: answered${event.sizeBytes === void 0 ? "" : ` ${bytesText(event.sizeBytes)}`}${event.facts?.address === void 0 ? "" : ` from ${event.facts.address}`} after ${timeText}`);
		case "attempt-progress": return detail(`${source}: ${percentText(attempt)}`);
		default: {
			const how = event.finding === void 0 ? "" : `, ${event.finding.code} ${event.finding.message}`;
			const text = `${source}: ${event.end}${how}, ${bytesText(event.bytes)} in ${timeText}`;
			return event.end === "failed" ? notable(text) : detail(text);
		}
	}
}
function tellRun(event) {
	switch (event.type) {
		case "run-started": return detail(`${event.product}: ${event.command}`);
		case "phase-started": return {
			kind: "phase-start",
			text: PHASE_TITLES[event.phase]
		};
		case "requested": {
			const { file, line } = event.origin;
			return detail(`Requested ${event.spec}${file === void 0 ? "" : ` in ${file}`}${line === void 0 ? "" : ` line ${line}`}`);
		}
		case "listing-read": return detail(`List of ${event.source}: ${event.code ?? `${event.count ?? 0} releases`} in ${durationText(event.ms)}`);
		case "resolved": return detail(`Go ${event.version} for ${event.platform}, known from ${event.learntFrom.join(", ") || "the request"}`);
		case "proof-found": return detail(`Expected by the ${proofName(event.proof)}: ${event.proof.value}`);
		case "proof-missing": return detail(findingText(event.finding));
		case "kept-part": {
			const bytes = bytesText(event.bytes);
			if (event.use === "resumed") return notable(`${bytes} kept from an earlier run, only the rest is fetched`);
			return notable(`${bytes} kept from an earlier run are of no use (${event.code ?? "another file"}), all is fetched`);
		}
		case "proved": return detail(`Proved by the ${proofName(event.proof)}: ${event.proof.value}`);
		case "lock-waiting": return notable(`Waiting for another installation of this version: ${event.holder}`);
		case "finding": return event.finding.severity === "info" ? detail(findingText(event.finding)) : notable(findingText(event.finding));
		case "cache":
			if (event.result === "off") return detail(`Cache: ${cacheText(event)}`);
			return detail(`Cache of ${cacheText(event)} in ${durationText(event.ms)} (${event.matchedKey ?? event.key})`);
		case "exported": return detail(`${event.files.length} archives stand in ${event.directory}`);
		case "workspace-sbom": return notable(`${workspaceText(event)}, in ${durationText(event.ms)}`);
		case "repair-tried": return notable(`Trying a repair: ${event.title}`);
		case "repair": return event.state === "planned" ? detail(repairText(event)) : notable(repairText(event));
		case "toolchain-ready": return detail(`Go ${event.version} is ready in ${event.root}`);
		default: return;
	}
}
function findingText({ code, subject, message }) {
	return `${code} ${subject}: ${message}`;
}
function detail(text) {
	return {
		kind: "detail",
		text: plain(text)
	};
}
function notable(text) {
	return {
		kind: "notable",
		text: plain(text)
	};
}
// src/report/outputs.ts
function outputsOf(report) {
	const { go, proof, cause, installedFrom, attempts } = report;
	return {
		"go-version": go?.version ?? (report.outcome === "failed" ? "" : report.resolved?.version ?? ""),
		"cache-hit": String(isCacheHit(report)),
		goroot: go?.root ?? "",
		gopath: go?.gopath ?? "",
		"go-bin": go?.bin ?? "",
		source: installedFrom === null ? "" : attempts.find((attempt) => attempt.end === "won")?.source ?? "",
		proof: proof?.kind ?? "",
		"installed-from": installedFrom ?? "",
		"cache-key": keyOfModules(report),
		cause: cause?.code ?? (report.outcome === "failed" ? "undetermined" : ""),
		"duration-ms": String(Math.round(report.timings["total"] ?? 0))
	};
}
function isCacheHit({ caches = [] }) {
	return caches.length > 0 && caches.every(({ result }) => result === "exact");
}
function keyOfModules({ caches = [] }) {
	const modules = caches.find((outcome) => outcome.result !== "off" && outcome.entry === "modules");
	return modules === void 0 || modules.result === "off" ? "" : modules.key;
}
// src/report/markdown.ts
function codeSpan(text, maxLength) {
	const content = plain(text, maxLength);
	if (content === "") return "\u2013";
	const fence = "`".repeat(longestRun(content) + 1);
	return content.includes("`") ? `${fence} ${content} ${fence}` : `${fence}${content}${fence}`;
}
function codeCell(text, maxLength = 120) {
	return codeSpan(text.replaceAll("|", "\u00a6"), maxLength);
}
function codeLink(code) {
	return `[\`${code}\`](${codePage(code)})`;
}
function prose(text, maxLength) {
	const [first = "", ...rest] = plain(text, maxLength).split(" ");
	const marker = /^(\d+)([.)])$/u.exec(first);
	const words = rest.map(wordText);
	return [marker === null ? wordText(first) : `${marker[1]}\\${marker[2]}`, ...words].join(" ");
}
function codeBlock(lines, language = "") {
	const fence = "`".repeat(Math.max(3, longestRun(lines.join("\n")) + 1));
	return [
		`${fence}${language}`,
		...lines,
		fence
	].join("\n");
}
function table(head, rows) {
	const isNumber = head.map((name) => name.startsWith("#"));
	const cellText = (cell, index) => isNumber[index] === true ? cell.replaceAll(" ", NO_BREAK) : cell;
	return [
		head.map((name, index) => cellText(name.replace(/^#/u, ""), index)),
		isNumber.map((is) => is ? "---:" : "---"),
		...rows.map((cells) => cells.map(cellText))
	].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}
function details(title, content) {
	return `<details>\n<summary>${title}</summary>\n\n${content}\n\n</details>`;
}
function unbroken(words) {
	return words.join(NO_BREAK);
}
const NO_BREAK = "\xA0";
const LINK_LIKE = /:\/\/|www\.|@|#\d|^\/\/|\w:\w|:[\w+-]+:/iu;
function wordText(word) {
	return LINK_LIKE.test(word) ? codeCell(word, 400) : escapeWord(word);
}
function escapeWord(word) {
	return word.replace(/[\\`*_{}[\]#!~$]|^[-+=]+$/gu, "\\$&").replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll("|", "&#124;");
}
function longestRun(text) {
	return Math.max(0, ...(text.match(/`+/gu) ?? []).map((run) => run.length));
}
// src/report/summary-details.ts
const MAX_ROWS$1 = 50;
function detailSections(report) {
	return [
		{
			title: "Attempts",
			text: attemptDetails(report)
		},
		{
			title: "What was seen",
			text: seenDetails(report)
		},
		{
			title: "Preflight",
			text: preflightDetails(report)
		},
		{
			title: "Module routes",
			text: routeDetails(report)
		},
		{
			title: "Version lists",
			text: listingDetails(report)
		},
		{
			title: "Also noticed",
			text: remarkDetails(report)
		}
	];
}
function attemptDetails(report) {
	const rows = report.attempts.slice(0, MAX_ROWS$1).map((item) => [
		codeCell(item.source),
		codeCell(item.url, 300),
		item.end,
		item.code === void 0 ? "\u2013" : codeLink(item.code),
		item.firstByteMs === void 0 ? "\u2013" : durationText(item.firstByteMs - item.startMs),
		item.endMs === void 0 ? "\u2013" : durationText(item.endMs - item.startMs),
		bytesText(item.bytes)
	]);
	if (rows.length === 0) return "";
	return folded("Attempts", report.attempts.length, `${codeBlock((require_failure ??= require("./failure.cjs")).attemptBars(report))}\n\n${table([
		"Source",
		"Address",
		"End",
		"Code",
		"#First byte",
		"#Time",
		"#Read"
	], rows)}`);
}
function seenDetails({ diagnosis }) {
	const targets = diagnosis?.targets ?? [];
	return targets.length === 0 ? "" : folded("What was seen", targets.length, (require_failure ??= require("./failure.cjs")).targetTable(targets.slice(0, MAX_ROWS$1)));
}
function preflightDetails({ preflight }) {
	if (preflight === void 0 || preflight.checks.length === 0) return "";
	const { checks, ms, modules } = preflight;
	const counts = RULE_TOPICS.filter((topic) => checks.some((check) => check.topic === topic)).map((topic) => {
		const count = (status) => String(checks.filter((check) => check.topic === topic && check.status === status).length);
		return [
			topic,
			count("passed"),
			count("warning"),
			count("failed")
		];
	});
	const rows = ["failed", "warning"].flatMap((status) => checks.filter((check) => check.status === status)).slice(0, MAX_ROWS$1).map(({ status, title, subjects, codes }) => [
		status === "failed" ? "\u274c failed" : "\u26a0\ufe0f warning",
		prose(title),
		subjects.slice(0, 8).map((subject) => codeCell(subject)).join(", ") || "\u2013",
		codes.map((code) => codeLink(code)).join(", ")
	]);
	const sums = sumsText({ sums: preflight.sums });
	const parts = [
		table([
			"Topic",
			"#Passed",
			"#Warnings",
			"#Failed"
		], counts),
		...rows.length === 0 ? [] : [table([
			"Result",
			"Should be true",
			"Is not for",
			"Code"
		], rows)],
		[`${modules.length} ${modules.length === 1 ? "module" : "modules"} in ${durationText(ms)}`, ...sums === void 0 ? [] : [sums]].join("; ")
	];
	return folded("Preflight", checks.length, parts.join("\n\n"));
}
function routeDetails({ preflight }) {
	const routes = preflight?.routes ?? [];
	const rows = routes.slice(0, MAX_ROWS$1).map(({ from, modules, count, verifiedBy }) => {
		const names = modules.slice(0, 3).map((name) => codeCell(name, 80));
		const more = count > names.length ? [`${count - names.length} more`] : [];
		return [
			from.slice(0, 6).map((place) => codeCell(place)).join(", then ") || "\u2013",
			String(count),
			[...names, ...more].join(", "),
			prose(verifiedBy, 120)
		];
	});
	return folded("Module routes", routes.length, table([
		"Asked",
		"#Count",
		"Modules",
		"Verified by"
	], rows));
}
function listingDetails(report) {
	const rows = report.listings.slice(0, MAX_ROWS$1).map((item) => [
		codeCell(item.source),
		codeCell(item.url, 300),
		item.code === void 0 ? `${item.count ?? 0} releases` : codeLink(item.code),
		durationText(item.ms)
	]);
	return folded("Version lists", report.listings.length, table([
		"Source",
		"Address",
		"Result",
		"#Time"
	], rows));
}
function remarkDetails(report) {
	const rows = remarks(report);
	const list = rows.slice(0, MAX_ROWS$1).map((item) => `- ${codeLink(item.code)} of ${codeSpan(item.subject)}: ${prose(item.message)}`);
	return folded("Also noticed", rows.length, list.join("\n"));
}
function folded(title, count, content) {
	if (count === 0) return "";
	const more = count > MAX_ROWS$1 ? `\n\n_${count - MAX_ROWS$1} more are left out here; report.json has all._` : "";
	return details(`${title} (${count})`, `${content}${more}`);
}
// src/report/summary-repairs.ts
function repairTexts({ repairs = [] }) {
	return repairs.slice(0, 5).map((repair) => {
		const steps = repair.steps.slice(0, 8).map(({ title, text }) => `- ${prose(title)}${text === "" ? "" : `: ${codeSpan(text.replaceAll("\n", " "))}`}`);
		return [`**Repair** of ${codeLink(repair.code)}, ${prose(repairWords(repair))}`, ...steps.length === 0 ? [] : ["", ...steps]].join("\n");
	}).join("\n\n");
}
// src/report/summary-sources.ts
const MAX_ROWS = 50;
function sourceTable({ sources: health }) {
	if (health === void 0) return "";
	const rows = health.sources.slice(0, MAX_ROWS).map((item) => {
		const [source = "", state = "", ...rest] = sourceRow(item);
		const isNamed = item.state !== "usable" && item.code !== void 0;
		return [
			codeCell(source),
			isNamed ? codeLink(item.code) : codeCell(state),
			...rest.map((cell) => prose(cell))
		];
	});
	return table(SOURCE_HEAD, rows);
}
// src/report/summary.ts
const MAX_BYTES = 1e6;
function renderSummary(report) {
	const failed = report.outcome === "failed";
	return joinWithin([
		{
			title: "Heading",
			text: `### ${failed ? "\u274c" : "\u2705"} ${prose(headline(report))}`
		},
		...failed ? (require_failure ??= require("./failure.cjs")).failureSections(report) : [],
		{
			title: "Repairs",
			text: repairTexts(report)
		},
		{
			title: "Sources",
			text: sourceTable(report)
		},
		{
			title: "Overview",
			text: isWithoutGo(report) ? "" : overview(report)
		},
		{
			title: "Failed before",
			text: failed ? "" : fellOver(report)
		},
		{
			title: "Preflight",
			text: preflightLine(report)
		},
		{
			title: "SBOM",
			text: workspaceLine(report)
		},
		...detailSections(report)
	].filter(({ text }) => text !== ""));
}
function joinWithin(sections) {
	const kept = [];
	const omitted = new Set();
	let bytes = 2e3;
	for (const { title, text } of sections) {
		const size = new TextEncoder().encode(text).length + 2;
		if (bytes + size <= MAX_BYTES) {
			bytes += size;
			kept.push(text);
		} else omitted.add(title);
	}
	const note = omitted.size === 0 ? [] : [`_Left out here for its size: ${[...omitted].join(", ")}. It is in report.json._`];
	return `${[...kept, ...note].join("\n\n")}\n`;
}
function isWithoutGo({ outcome, command, resolved, sources }) {
	return outcome === "failed" && resolved === null || command === "doctor" || sources !== void 0;
}
function overview(report) {
	const { go, resolved, installedFrom, proof, request, outcome } = report;
	const requested = request === null ? "" : `${request.spec}${request.file === void 0 ? "" : ` in ${request.file}`}`;
	const cells = [
		["Version", codeCell(`${go?.version ?? resolved?.version ?? ""} ${resolved?.platform ?? ""}`)],
		["Requested", codeCell(requested)],
		["Source", codeCell(installedFrom ?? "")],
		["Proof", proof === null ? "\u2013" : codeCell(proofName(proof))],
		["Time", durationText(report.timings["total"] ?? 0)],
		["Cache", cacheCell(report)]
	];
	const shown = outcome === "failed" ? cells.filter(([, value]) => value !== "\u2013") : cells;
	return table(shown.map(([name]) => name), [shown.map(([, value]) => value)]);
}
const TOOL_CACHE = {
	cached: "tool cache: hit",
	installed: "tool cache: miss",
	ok: "",
	failed: ""
};
function cacheCell({ outcome, caches = [] }) {
	const parts = [TOOL_CACHE[outcome], ...caches.map(cacheText)].filter((text) => text !== "");
	return parts.length === 0 ? "\u2013" : prose(parts.join("; "));
}
function fellOver(report) {
	const list = report.attempts.filter((attempt) => attempt.end === "failed").slice(0, 5).map(({ source, code }) => `${codeSpan(source)} ${code === void 0 ? "failed" : codeLink(code)}`);
	return list.length === 0 ? "" : `Failed before: ${list.join(", ")}`;
}
function workspaceLine({ workspaceSbom }) {
	return workspaceSbom === void 0 ? "" : `SBOM: ${prose(workspaceText(workspaceSbom))}`;
}
function preflightLine({ preflight }) {
	return preflight === void 0 || preflight.checks.length === 0 ? "" : `Preflight: ${preflightCounts(preflight)}`;
}
// src/adapters/promised-fs.ts
const access = (0, (node_util ??= require("node:util")).promisify)(node_fs.access);
const chmod = (0, (node_util ??= require("node:util")).promisify)(node_fs.chmod);
const lstat = (0, (node_util ??= require("node:util")).promisify)(node_fs.lstat);
const mkdir = (0, (node_util ??= require("node:util")).promisify)(node_fs.mkdir);
const readdir = (0, (node_util ??= require("node:util")).promisify)(node_fs.readdir);
const realpath = (0, (node_util ??= require("node:util")).promisify)(node_fs.realpath.native);
const rename = (0, (node_util ??= require("node:util")).promisify)(node_fs.rename);
const rm = (0, (node_util ??= require("node:util")).promisify)(node_fs.rm);
const rmdir = (0, (node_util ??= require("node:util")).promisify)(node_fs.rmdir);
const stat = (0, (node_util ??= require("node:util")).promisify)(node_fs.stat);
const statfs = (0, (node_util ??= require("node:util")).promisify)(node_fs.statfs);
const symlink = (0, (node_util ??= require("node:util")).promisify)(node_fs.symlink);
const utimes = (0, (node_util ??= require("node:util")).promisify)(node_fs.utimes);
const appendFile = (0, (node_util ??= require("node:util")).promisify)(node_fs.appendFile);
const writeFile = (0, (node_util ??= require("node:util")).promisify)(node_fs.writeFile);
const AT_ONCE = node_fs.constants.O_NONBLOCK ?? 0;
const WRITE = node_fs.constants.O_WRONLY | node_fs.constants.O_CREAT | node_fs.constants.O_TRUNC | AT_ONCE;
const APPEND = node_fs.constants.O_WRONLY | node_fs.constants.O_CREAT | node_fs.constants.O_APPEND | AT_ONCE;
function readFlags(path) {
	return /^\/(?:dev|proc)\//u.test(path) ? node_fs.constants.O_RDONLY : node_fs.constants.O_RDONLY | AT_ONCE;
}
async function openToRead(path) {
	const descriptor = await open(path, readFlags(path));
	return {
		read: (buffer, offset, length, position) => read(descriptor, buffer, offset, length, position),
		close: () => close(descriptor)
	};
}
const open = (0, (node_util ??= require("node:util")).promisify)(node_fs.open);
const read = (0, (node_util ??= require("node:util")).promisify)(node_fs.read);
const close = (0, (node_util ??= require("node:util")).promisify)(node_fs.close);
// src/report/json.ts
const ORDER = [
	...[
		"schema",
		"outcome",
		"command",
		"product",
		"startedAt",
		"go",
		"request",
		"resolved",
		"installedFrom",
		"proof"
	],
	...[
		"listings",
		"attempts",
		"findings",
		"cause",
		"caches",
		"preflight",
		"diagnosis",
		"repairs",
		"sources",
		"exported",
		"phases",
		"workspaceSbom",
		"timings",
		"exitCode"
	],
	...[
		"code",
		"severity",
		"confidence",
		"verdict",
		"chain",
		"ruledOut",
		"subject",
		"message",
		"evidence",
		"fixes",
		"location"
	],
	...[
		"source",
		"url",
		"ms",
		"count",
		"phase",
		"startMs",
		"firstByteMs",
		"endMs",
		"bytes",
		"end"
	],
	...[
		"kind",
		"version",
		"platform",
		"learntFrom",
		"root",
		"value",
		"detail",
		"spec",
		"origin",
		"name",
		"title",
		"text",
		"risk",
		"file",
		"line"
	]
];
const DECEPTIVE = /[\u007f-\u009f\p{Cf}\p{Zl}\p{Zp}]/gu;
function renderJson(report) {
	const text = JSON.stringify(report, (_key, value) => ordered(value), 2);
	return `${isAscii(text) ? text : text.replace(DECEPTIVE, unicodeEscape)}\n`;
}
function ordered(value) {
	if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
	return Object.fromEntries(Object.entries(value).sort(([a], [b]) => rank(a) - rank(b) || (a < b ? -1 : 1)));
}
function rank(key) {
	const position = ORDER.indexOf(key);
	return position === -1 ? ORDER.length : position;
}
function unicodeEscape(character) {
	return Array.from({ length: character.length }, (_, index) => {
		return `\\u${character.charCodeAt(index).toString(16).padStart(4, "0")}`;
	}).join("");
}
// src/report/registry.ts
const FILE_RENDERERS = [{
	fileName: "report.json",
	render: renderJson
}, {
	fileName: "summary.md",
	render: renderSummary
}];
// src/adapters/within.ts
async function within(work, limitMs, late) {
	const stop = new AbortController();
	let timer;
	const timeout = new Promise((_resolve, reject) => {
		timer = setTimeout(() => {
			reject(late);
			stop.abort(late);
		}, limitMs);
	});
	try {
		return await Promise.race([work(stop.signal), timeout]);
	} finally {
		clearTimeout(timer);
	}
}
// src/adapters/report-files.ts
async function writeReportFiles(report, request) {
	const { isAsked, limitMs = LIMITS.reportFilesMs } = request;
	const isWarm = report.outcome === "cached" || report.outcome === "ok";
	const write = async () => {
		await mkdir(request.directory, { recursive: true });
		const failures = await writeEach(FILE_RENDERERS, report, request);
		if (isAsked || !isWarm || await hasOlder(request.directory)) {
			const { MORE_FILE_RENDERERS } = await Promise.resolve().then(() => require("./reports.cjs")).then((n) => n.file_renderers_exports);
			failures.push(...await writeEach(MORE_FILE_RENDERERS, report, request));
		}
		if (failures.length > 0) throw failures[0];
	};
	await within(write, limitMs, new Error(`the directory did not take them in ${limitMs} ms`));
}
async function hasOlder(directory) {
	return access((0, node_path.join)(directory, "report.html")).then(() => true, () => false);
}
async function writeEach(renderers, report, { directory, platform }) {
	const wanted = renderers.filter(({ only }) => only === void 0 || only === platform);
	return (await Promise.allSettled(wanted.map(async ({ fileName, render }) => writeFile((0, node_path.join)(directory, fileName), render(report), { flag: WRITE })))).flatMap((result) => result.status === "rejected" ? [result.reason] : []);
}
// src/adapters/github.ts
const ACTIONS_CORE = {
	addPath,
	exportVariable,
	setOutput,
	setSecret,
	info,
	error,
	warning,
	notice,
	startGroup,
	endGroup
};
function createGithubHost({ core = ACTIONS_CORE, summaryFile, cache, settings }) {
	const log = createLog(core);
	return {
		kind: "github",
		...cache === void 0 ? {} : { cache },
		hear: (event) => ignoreThrow(() => log.hear(event)),
		reportDirectory: () => settings().reportDir,
		mask: (secret) => {
			if (secret.trim() !== "") core.setSecret(secret);
		},
		apply: async (changes) => {
			for (const change of changes) applyChange(core, change);
		},
		publish: async (report) => {
			const attempt = createGuard(core);
			await attempt("log", () => log.finish(report));
			await attempt("annotations", () => annotate(core, report));
			const { summary, reportDir: directory, isReportAsked: isAsked = false, matcherFile } = settings();
			if (report.go !== null && matcherFile !== void 0) await attempt("problem matchers", () => addMatchers(core, matcherFile));
			const wanted = summary === "always" || summary === "on-failure" && report.outcome === "failed";
			const write = (to) => writeReportFiles(report, {
				directory: to,
				platform: "github",
				isAsked
			});
			const [written] = await Promise.all([directory !== void 0 && attempt("report files", () => write(directory)), wanted && !!summaryFile && attempt("job summary", () => appendFile(summaryFile, `${renderSummary(report)}\n`, { flag: APPEND }))]);
			const outputs = {
				...outputsOf(report),
				"report-dir": written ? directory : ""
			};
			for (const [name, value] of Object.entries(outputs)) await attempt(`output ${name}`, () => core.setOutput(name, value));
		}
	};
}
function addMatchers(core, file) {
	core.info(`::add-matcher::${file.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A")}`);
}
function applyChange(core, change) {
	if (/[\r\n]/u.test(change.value)) throw failure("FS.IO", {
		subject: "GITHUB_PATH",
		message: "A value with a line break cannot be handed to later steps"
	});
	try {
		if (change.kind === "set") core.exportVariable(change.name, change.value);
		else core.addPath(change.value);
	} catch (error) {
		throw failure("FS.IO", {
			subject: change.kind === "set" ? "GITHUB_ENV" : "GITHUB_PATH",
			evidence: { error: error instanceof Error ? error.message : String(error) }
		}, error);
	}
}
function annotate(core, report) {
	for (const { level, message, title, file, line } of annotationsOf(report)) {
		const place = {
			...file === void 0 ? {} : { file },
			...line === void 0 ? {} : { startLine: line }
		};
		core[level](message, {
			title,
			...place
		});
	}
}
function createGuard(core) {
	return async (what, part) => {
		try {
			await part();
			return true;
		} catch (error) {
			const reason = error instanceof Error ? error.message : String(error);
			ignoreThrow(() => core.warning(`Could not publish the ${what}: ${reason}`));
			return false;
		}
	};
}
function ignoreThrow(write) {
	try {
		write();
	} catch {}
}
function createLog(core) {
	const narrate = createNarrator();
	let groupIsOpen = false;
	const closeGroup = () => {
		if (groupIsOpen) core.endGroup();
		groupIsOpen = false;
	};
	return {
		hear: (event) => {
			const told = narrate(event);
			if (told === void 0) return;
			if (told.kind === "phase-start") {
				closeGroup();
				core.startGroup(commandSafe(told.text));
				groupIsOpen = true;
				return;
			}
			if (told.kind === "phase-end") closeGroup();
			core.info(commandSafe(told.text));
		},
		finish: (report) => {
			closeGroup();
			for (const line of renderText(report).trimEnd().split("\n")) core.info(commandSafe(line));
		}
	};
}
// src/adapters/github-host-cache.ts
function createHostCache({ env, keep, mask }) {
	const mode = env["ACTIONS_CACHE_MODE"]?.trim().toLowerCase();
	return {
		unavailable: mode === "none" ? "the runner allows no cache" : isOffered(env) ? void 0 : "the runner offers no cache service",
		job: {
			event: env["GITHUB_EVENT_NAME"],
			ref: env["GITHUB_REF"],
			isReadOnly: mode === "read"
		},
		open: async () => (await Promise.resolve().then(() => __toESM(require("./cache.cjs"), 1))).createGithubCache({
			mask,
			fail: failure
		}),
		keep
	};
}
function isOffered(env) {
	return !isEnterpriseServer(env["GITHUB_SERVER_URL"]) && !!env["ACTIONS_CACHE_SERVICE_V2"] ? !!env["ACTIONS_RESULTS_URL"] && !!env["ACTIONS_RUNTIME_TOKEN"] : !!env["ACTIONS_CACHE_URL"];
}
function isEnterpriseServer(url) {
	const host = URL.canParse(url ?? "") ? new URL(url ?? "").hostname : "github.com";
	return host !== "github.com" && !host.endsWith(".ghe.com") && !host.endsWith(".localhost");
}
// src/domain/redact.ts
function redactUrl(text) {
	const url = URL.canParse(text) ? new URL(text) : void 0;
	if (url === void 0 || url.host === "" && url.protocol !== "file:") {
		const at = text.lastIndexOf("@");
		const rest = text.slice(at + 1).replace(/[?#].*$/su, "?\u2026");
		const scheme = /^[a-z][a-z0-9+.-]*:\/\//iu.exec(text)?.[0] ?? "";
		return at === -1 ? rest : `${scheme}***@${rest}`;
	}
	if (mayHideUserinfo(text)) return `${url.protocol}//***`;
	const hadQuery = url.search !== "";
	url.username = "";
	url.password = "";
	url.search = "";
	url.hash = "";
	return hadQuery ? `${url.href}?\u2026` : url.href;
}
function mayHideUserinfo(text) {
	const afterUserinfo = text.replace(/^[^/]*\/\/(?:[^/?#\\]*@)?/u, "");
	return /:(?!\d+[/?#\\])/u.test(afterUserinfo.slice(0, Math.max(0, afterUserinfo.lastIndexOf("@"))));
}
function redactText(text, secrets) {
	let clean = text;
	for (const secret of [...secrets].sort((a, b) => b.length - a.length)) {
		if (secret.length < 4) continue;
		clean = clean.replaceAll(secret, "***").replaceAll(percentEncoded(secret), "***");
	}
	return clean.replace(/([a-z][a-z0-9+.-]{0,30}:\/\/)[^/\s]+@/giu, "$1***@");
}
function percentEncoded(secret) {
	try {
		return encodeURIComponent(secret);
	} catch {
		return secret;
	}
}
function redactDeep(value, secrets) {
	if (typeof value === "string") return redactText(value, secrets);
	if (Array.isArray(value)) return value.map((item) => redactDeep(item, secrets));
	if (typeof value === "object" && value !== null) return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, redactDeep(item, secrets)]));
	return value;
}
// src/policy/fs-errors.ts
const CODE_OF_ERRNO$1 = {
	ENOSPC: "FS.NO_SPACE",
	EDQUOT: "FS.NO_SPACE",
	EROFS: "FS.READ_ONLY",
	EACCES: "FS.PERMISSION",
	EPERM: "FS.PERMISSION",
	ENOENT: "FS.NOT_FOUND",
	ENOTDIR: "FS.NOT_FOUND",
	EMFILE: "FS.FD_LIMIT",
	ENFILE: "FS.FD_LIMIT"
};
function fsErrorCode(errno) {
	return errno !== void 0 && Object.hasOwn(CODE_OF_ERRNO$1, errno) ? CODE_OF_ERRNO$1[errno] ?? "FS.IO" : "FS.IO";
}
function errnoOf(error) {
	if (typeof error !== "object" || error === null || !("code" in error)) return void 0;
	return typeof error.code === "string" ? error.code : void 0;
}
function fsFailure(error, where) {
	if (error instanceof Failure) return error;
	const errno = errnoOf(error);
	const evidence = {
		errno: errno ?? String(error),
		operation: where.operation,
		path: where.path
	};
	return failure(fsErrorCode(errno), {
		subject: where.path,
		evidence
	}, error);
}
function isAcrossFileSystems(error) {
	return error instanceof Failure && errnoOf(error.cause) === "EXDEV";
}
// src/domain/version.ts
const GO_FORM = /^(?:go|v)?(0|[1-9]\d{0,3})(?:\.(0|[1-9]\d{0,3}))?(?:\.(0|[1-9]\d{0,3}))?(?:(beta|rc)(0|[1-9]\d{0,3}))?$/u;
const SEMVER_FORM = /^v?(0|[1-9]\d{0,3})\.(0|[1-9]\d{0,3})\.(0|[1-9]\d{0,3})-(beta|rc)\.?(0|[1-9]\d{0,3})$/u;
function parseGoVersion(text) {
	const match = GO_FORM.exec(text) ?? SEMVER_FORM.exec(text);
	if (match === null) return void 0;
	const [, major = "0", minor = "0", patch = "0", kind, number] = match;
	const base = {
		major: Number(major),
		minor: Number(minor),
		patch: Number(patch)
	};
	if (kind !== "beta" && kind !== "rc") return base;
	return {
		...base,
		prerelease: {
			kind,
			number: Number(number)
		}
	};
}
function isComplete(text) {
	return parseGoVersion(text) !== void 0 && (/\d+\.\d+\.\d+/u.test(text) || /(?:beta|rc)\.?\d+$/u.test(text));
}
function versionText(version) {
	const { major, minor, patch, prerelease } = version;
	const base = minor === 0 && patch === 0 && prerelease === void 0 ? `${major}` : `${major}.${minor}`;
	if (prerelease !== void 0) return `${base}${patch === 0 ? "" : `.${patch}`}${prerelease.kind}${prerelease.number}`;
	return patch === 0 && !(major > 1 || minor >= 21) ? base : `${major}.${minor}.${patch}`;
}
function versionSemver(version) {
	const { major, minor, patch, prerelease } = version;
	return `${major}.${minor}.${patch}${prerelease === void 0 ? "" : `-${prerelease.kind}.${prerelease.number}`}`;
}
const RANK = {
	beta: 0,
	rc: 1
};
function compareVersions(a, b) {
	const numbers = a.major - b.major || a.minor - b.minor || a.patch - b.patch;
	if (numbers !== 0) return numbers;
	if (a.prerelease === void 0 || b.prerelease === void 0) return Number(a.prerelease === void 0) - Number(b.prerelease === void 0);
	return RANK[a.prerelease.kind] - RANK[b.prerelease.kind] || a.prerelease.number - b.prerelease.number;
}
function sameVersion(a, b) {
	return compareVersions(a, b) === 0;
}
// src/domain/toolchain-module.ts
function moduleVersion(version, platform) {
	return `v0.0.1-go${versionText(version)}.${platform.goos}-${platform.goarch}`;
}
const OUTSIDE_MODULE = [
	".github",
	"api",
	"doc",
	"misc",
	"test"
];
// src/domain/input-table.ts
const EVERYWHERE = [
	"action",
	"gitlab",
	"cli"
];
const INPUTS = [
	{
		name: "go-version",
		kind: "text",
		default: "",
		description: "The Go to install: a version such as 1.26.8, a line such as 1.26, an npm range, stable, oldstable or latest.",
		faces: EVERYWHERE
	},
	{
		name: "go-version-file",
		kind: "text",
		default: "",
		description: "A file that names the version: go.mod, go.work, .go-version, .tool-versions, mise.toml or .prototools.",
		faces: EVERYWHERE
	},
	{
		name: "check-latest",
		kind: "boolean",
		default: "false",
		description: "Look for a newer release that matches before using one that is installed already.",
		faces: EVERYWHERE
	},
	{
		name: "token",
		kind: "text",
		default: "",
		description: "Accepted for compatibility with actions/setup-go; it is not used and never sent anywhere.",
		faces: ["action"]
	},
	{
		name: "cache",
		kind: "boolean",
		default: "true",
		description: "Keep modules and build results between jobs, where the CI platform has a cache for that.",
		faces: ["action", "gitlab"]
	},
	{
		name: "cache-dependency-path",
		kind: "text",
		default: "",
		description: "The files that the cache depends on, one pattern on each line; the default is every go.mod, go.sum, go.work and go.work.sum.",
		faces: ["action"]
	},
	{
		name: "architecture",
		kind: "text",
		default: "",
		description: "The architecture to install for, in the spelling of Node or of Go; the default is that of the machine.",
		faces: EVERYWHERE
	},
	{
		name: "go-download-base-url",
		kind: "text",
		default: "",
		description: "The only source to download from, as a base URL; the default is the environment variable GO_DOWNLOAD_BASE_URL.",
		faces: EVERYWHERE
	},
	{
		name: "sources",
		kind: "text",
		default: "auto",
		description: "The sources to try, in order: ids, base URLs or templates with {version} {os} {arch} {ext} {file}.",
		faces: EVERYWHERE
	},
	{
		name: "source-token",
		kind: "text",
		default: "",
		description: "A bearer token for custom sources, sent to their origin only and never over plain http.",
		faces: EVERYWHERE
	},
	{
		name: "verification",
		kind: "choice",
		choices: ["strict", "source"],
		default: "strict",
		description: "Whether only an independent proof is accepted (strict), or also what the source itself lists (source).",
		faces: EVERYWHERE
	},
	{
		name: "tool-cache-proof",
		kind: "choice",
		choices: ["quick", "full"],
		default: "quick",
		description: "How a Go of the tool cache that this program proved before is proved again: by its seal (quick), or by the hash of every file (full).",
		faces: EVERYWHERE
	},
	{
		name: "checksum",
		kind: "text",
		default: "",
		description: "A pin of the archive, sha256: with 64 hexadecimal digits or h1: with base64; it is always checked.",
		faces: EVERYWHERE
	},
	{
		name: "min-go-version",
		kind: "text",
		default: "1.21",
		description: "The oldest Go that may be used.",
		faces: EVERYWHERE
	},
	{
		name: "preflight",
		kind: "choice",
		choices: [
			"error",
			"warn",
			"off"
		],
		default: "error",
		description: "What a blocking finding about the project does: stop the run (error), only be told (warn), or nothing is checked (off).",
		faces: EVERYWHERE
	},
	{
		name: "working-directory",
		kind: "text",
		default: ".",
		description: "Where the version file is looked for.",
		faces: EVERYWHERE
	},
	{
		name: "diagnose",
		kind: "choice",
		choices: [
			"on-failure",
			"always",
			"off"
		],
		default: "on-failure",
		description: "When the network, the proxies and the sources are probed for the cause of trouble.",
		faces: EVERYWHERE
	},
	{
		name: "repair",
		kind: "choice",
		choices: [
			"off",
			"plan",
			"safe"
		],
		default: "plan",
		description: "Whether repairs are printed (plan) or those that weaken nothing are also applied, in this job only, and verified (safe).",
		faces: EVERYWHERE
	},
	{
		name: "gotoolchain",
		kind: "choice",
		choices: [
			"keep",
			"local",
			"auto"
		],
		default: "keep",
		description: "What GOTOOLCHAIN is set to; keep leaves a value that is there and otherwise sets local.",
		faces: EVERYWHERE
	},
	{
		name: "timeout",
		kind: "text",
		default: "10m",
		description: "The total budget of the run, such as 90s, 10m or 1m30s.",
		faces: EVERYWHERE
	},
	{
		name: "offline",
		kind: "boolean",
		default: "false",
		description: "Use only what is on this machine; no packet leaves.",
		faces: EVERYWHERE
	},
	{
		name: "ca-file",
		kind: "text",
		default: "",
		description: "A file with further CA certificates (PEM) to trust.",
		faces: EVERYWHERE
	},
	{
		name: "allow-direct",
		kind: "boolean",
		default: "false",
		description: "Connect directly when the configured proxy is dead.",
		faces: EVERYWHERE
	},
	{
		name: "cache-mode",
		kind: "choice",
		choices: ["read-write", "read-only"],
		default: "read-write",
		description: "Whether the cache is also written; events release and pull_request_target and jobs on a tag never write, whatever this says.",
		faces: ["action"]
	},
	{
		name: "problem-matcher",
		kind: "boolean",
		default: "true",
		description: "Show errors of the compiler, of vet and of failed tests as annotations (problem matchers go and go-test).",
		faces: ["action"]
	},
	{
		name: "summary",
		kind: "choice",
		choices: [
			"always",
			"on-failure",
			"never"
		],
		default: "always",
		description: "When the job summary is written.",
		faces: ["action"]
	},
	{
		name: "report-dir",
		kind: "text",
		default: "",
		description: "The directory for report files; the default is setup-go-robust-report in the temporary directory of the runner. Where it is named, a run that finds Go installed writes all of them too.",
		faces: EVERYWHERE
	},
	{
		name: "metrics-pushgateway",
		kind: "text",
		default: "",
		description: "The URL of a Prometheus Pushgateway, to which the metrics of the run are pushed; a push that fails is a warning and never fails the job.",
		faces: EVERYWHERE
	},
	{
		name: "sbom-tool",
		kind: "text",
		default: "",
		description: "A program that takes the command line of syft, by its path or its name on PATH: after a good run it describes the workspace, as sbom-workspace.cdx.json among the report files; what goes wrong is a warning and never fails the job.",
		faces: EVERYWHERE
	},
	{
		name: "dest",
		kind: "text",
		default: "",
		description: "Install into this directory instead of the tool cache.",
		faces: ["cli"]
	}
];
// src/domain/platform.ts
const GOOS = {
	linux: "linux",
	darwin: "darwin",
	win32: "windows",
	windows: "windows",
	freebsd: "freebsd",
	openbsd: "openbsd",
	netbsd: "netbsd",
	aix: "aix",
	sunos: "solaris"
};
const ARCHITECTURES = {
	x64: {
		goarch: "amd64",
		cacheArch: "x64"
	},
	amd64: {
		goarch: "amd64",
		cacheArch: "x64"
	},
	x86_64: {
		goarch: "amd64",
		cacheArch: "x64"
	},
	x86: {
		goarch: "386",
		cacheArch: "x86"
	},
	x32: {
		goarch: "386",
		cacheArch: "x32"
	},
	ia32: {
		goarch: "386",
		cacheArch: "x86"
	},
	"386": {
		goarch: "386",
		cacheArch: "x86"
	},
	i386: {
		goarch: "386",
		cacheArch: "x86"
	},
	arm64: {
		goarch: "arm64",
		cacheArch: "arm64"
	},
	aarch64: {
		goarch: "arm64",
		cacheArch: "arm64"
	},
	arm: {
		goarch: "arm",
		cacheArch: "arm"
	},
	armv6l: {
		goarch: "arm",
		cacheArch: "arm"
	},
	armv7l: {
		goarch: "arm",
		cacheArch: "arm"
	},
	ppc64le: {
		goarch: "ppc64le",
		cacheArch: "ppc64le"
	},
	s390x: {
		goarch: "s390x",
		cacheArch: "s390x"
	},
	riscv64: {
		goarch: "riscv64",
		cacheArch: "riscv64"
	},
	loong64: {
		goarch: "loong64",
		cacheArch: "loong64"
	},
	mips: {
		goarch: "mips",
		cacheArch: "mips"
	},
	mipsel: {
		goarch: "mipsle",
		cacheArch: "mipsel"
	},
	mipsle: {
		goarch: "mipsle",
		cacheArch: "mipsel"
	},
	mips64: {
		goarch: "mips64",
		cacheArch: "mips64"
	},
	mips64el: {
		goarch: "mips64le",
		cacheArch: "mips64el"
	},
	mips64le: {
		goarch: "mips64le",
		cacheArch: "mips64el"
	}
};
const ARCHITECTURE_NAMES = [...Object.keys(ARCHITECTURES), "ppc64"];
function platformFor(host, architecture) {
	const goos = Object.hasOwn(GOOS, host.os) ? GOOS[host.os] : void 0;
	const name = (architecture ?? host.arch).toLowerCase();
	if (goos === void 0) return void 0;
	if (name === "ppc64") return host.endianness === "LE" ? platform$2(goos, "ppc64le") : {
		goos,
		goarch: "ppc64",
		cacheArch: "ppc64"
	};
	return platform$2(goos, name);
}
function platform$2(goos, name) {
	const found = Object.hasOwn(ARCHITECTURES, name) ? ARCHITECTURES[name] : void 0;
	return found === void 0 ? void 0 : {
		goos,
		...found
	};
}
const FIRST_ON_APPLE_SILICON = {
	major: 1,
	minor: 16,
	patch: 0,
	prerelease: {
		kind: "beta",
		number: 1
	}
};
function platformOfRelease(platform, version) {
	if (!(platform.goos === "darwin" && platform.goarch === "arm64") || compareVersions(version, FIRST_ON_APPLE_SILICON) >= 0) return platform;
	return {
		goos: "darwin",
		goarch: "amd64",
		cacheArch: "x64"
	};
}
function platformText(platform) {
	return `${platform.goos}/${platform.goarch}`;
}
function archiveArch(platform) {
	return platform.goos === "linux" && platform.goarch === "arm" ? "armv6l" : platform.goarch;
}
// src/adapters/node-tree-writer.ts
const DIRECTORY_MODE = 493;
function createTreeWriter({ isWindows }) {
	let top;
	const needsChmod = new Map();
	let directoryNeedsChmod;
	const pathOf = new Map();
	const isInTree = (path) => top !== void 0 && path.startsWith(top);
	function setMode(path, handle, mode) {
		let needed = isInTree(path) ? needsChmod.get(mode) : void 0;
		if (needed === void 0) {
			needed = ((0, node_fs.fstatSync)(handle).mode & 511) !== mode;
			needsChmod.set(mode, needed);
		}
		if (needed) (0, node_fs.fchmodSync)(handle, mode);
	}
	return {
		makeDirectory: (path) => guard$1("mkdir", path, () => {
			(0, node_fs.mkdirSync)(path, DIRECTORY_MODE);
			if (isWindows) return;
			if (!isInTree(path)) {
				top = `${path}/`;
				needsChmod.clear();
				directoryNeedsChmod = void 0;
			}
			directoryNeedsChmod ??= ((0, node_fs.lstatSync)(path).mode & 511) !== DIRECTORY_MODE;
			if (directoryNeedsChmod) (0, node_fs.chmodSync)(path, DIRECTORY_MODE);
		}),
		createFile: (path, mode) => guard$1("create", path, () => {
			const handle = (0, node_fs.openSync)(path, "wx", mode);
			pathOf.set(handle, path);
			if (!isWindows) setMode(path, handle, mode);
			return handle;
		}),
		write: (handle, data, from, to) => guard$1("write", pathOf.get(handle) ?? "", () => writeAll({
			handle,
			data,
			from,
			to
		})),
		closeFile: (handle, mtimeSeconds) => guard$1("close", pathOf.get(handle) ?? "", () => {
			pathOf.delete(handle);
			closeFile(handle, mtimeSeconds);
		}),
		removeTree: (path) => guard$1("remove", path, () => (0, node_fs.rmSync)(path, {
			recursive: true,
			force: true,
			maxRetries: 5
		})),
		readFile: (path) => guard$1("read", path, () => (0, node_fs.readFileSync)(path)),
		status: readStatus,
		readDirectory: (path) => guard$1("readdir", path, () => (0, node_fs.readdirSync)(path, { withFileTypes: true }).map((entry) => ({
			name: entry.name,
			kind: kindOf(entry)
		})))
	};
}
function readStatus(path) {
	try {
		const stat = (0, node_fs.lstatSync)(path, MAY_BE_ABSENT);
		return stat && {
			kind: kindOf(stat),
			sizeBytes: stat.size,
			mtimeMs: stat.mtimeMs,
			ctimeMs: stat.ctimeMs
		};
	} catch (error) {
		throw fsFailure(error, {
			operation: "stat",
			path
		});
	}
}
const MAY_BE_ABSENT = { throwIfNoEntry: false };
function kindOf(entry) {
	if (entry.isFile()) return "file";
	if (entry.isDirectory()) return "directory";
	return entry.isSymbolicLink() ? "symlink" : "other";
}
function guard$1(operation, path, work) {
	try {
		return work();
	} catch (error) {
		throw fsFailure(error, {
			operation,
			path
		});
	}
}
function writeAll(job) {
	let at = job.from;
	while (at < job.to) at += (0, node_fs.writeSync)(job.handle, job.data, at, job.to - at);
}
function closeFile(handle, mtimeSeconds) {
	try {
		if (mtimeSeconds !== void 0) (0, node_fs.futimesSync)(handle, mtimeSeconds, mtimeSeconds);
	} finally {
		(0, node_fs.closeSync)(handle);
	}
}
// src/adapters/remove-tree.ts
async function removeTree(path) {
	const remove = () => rm(path, {
		recursive: true,
		force: true,
		maxRetries: 5
	});
	try {
		await remove();
	} catch (error) {
		const errno = errnoOf(error);
		if (errno !== "EACCES" && errno !== "EPERM") throw error;
		await makeWritable(path);
		await remove();
	}
}
async function makeWritable(path) {
	const stat = await lstat(path).catch(() => void 0);
	if (stat === void 0 || stat.isSymbolicLink()) return;
	if (!stat.isDirectory()) {
		if ((stat.mode & 128) === 0) await chmod(path, stat.mode | 128).catch(() => void 0);
		return;
	}
	await chmod(path, stat.mode | 448).catch(() => void 0);
	for (const name of await readdir(path).catch(() => [])) await makeWritable((0, node_path.join)(path, name));
}
// src/adapters/node-files.ts
const STREAM_CHUNK_BYTES = 262144;
function createFiles({ os, clock, isRoot = false }) {
	const isWindows = os === "win32";
	return {
		stat: readStat,
		realPath: (path) => guard("realpath", path, () => orIfMissing(realpath(path), void 0)),
		read: readCapped,
		readRange,
		stream: streamFile,
		list: (path) => guard("readdir", path, () => orIfMissing(readdir(path), []).then((names) => [...names].sort())),
		makeDirectory: (path) => guard("mkdir", path, () => makeDirectories(path)),
		write: writeWhole,
		append: (path, data) => guard("append", path, () => appendFile(path, data)),
		rename: (from, to) => isWindows ? renameOnWindows({
			from,
			to,
			clock
		}) : renameOnce(from, to),
		link: makeLink,
		remove: (path) => guard("remove", path, () => removeTree(path)),
		removeEmptyDirectory,
		touch: (path) => guard("touch", path, () => utimes(path, clock.now() / 1e3, clock.now() / 1e3)),
		freeSpace: (path) => freeSpace(path, isRoot),
		tree: createTreeWriter({ isWindows })
	};
}
async function guard(operation, path, work) {
	try {
		return await work();
	} catch (error) {
		throw fsFailure(error, {
			operation,
			path
		});
	}
}
async function orIfMissing(work, otherwise) {
	try {
		return await work;
	} catch (error) {
		if (errnoOf(error) === "ENOENT" || errnoOf(error) === "ENOTDIR") return otherwise;
		throw error;
	}
}
async function makeDirectories(path) {
	try {
		await mkdir(path);
	} catch (error) {
		if (errnoOf(error) !== "ENOENT" || (0, node_path.dirname)(path) === path) return unlessDirectory(path, error);
		await makeDirectories((0, node_path.dirname)(path));
		await mkdir(path).catch((again) => unlessDirectory(path, again));
	}
}
async function unlessDirectory(path, error) {
	if ((await stat(path).catch(() => void 0))?.isDirectory() !== true) throw error;
}
function readStat(path) {
	return guard("stat", path, async () => {
		const found = await orIfMissing(lstat(path), void 0);
		if (found === void 0) return void 0;
		return {
			kind: kindOf(found),
			sizeBytes: found.size,
			mtimeMs: found.mtimeMs,
			mode: found.mode & 511,
			device: found.dev
		};
	});
}
function readCapped(path, maxBytes) {
	return guard("read", path, async () => {
		const handle = await openToRead(path);
		try {
			const parts = [];
			let total = 0;
			for (;;) {
				const part = Buffer.allocUnsafe(Math.min(STREAM_CHUNK_BYTES, maxBytes + 1 - total));
				const { bytesRead } = await handle.read(part, 0, part.length, null);
				if (bytesRead === 0) return Buffer.concat(parts, total);
				parts.push(part.subarray(0, bytesRead));
				total += bytesRead;
				if (total > maxBytes) throw failure("FS.IO", {
					subject: path,
					evidence: {
						problem: "larger than its kind can be",
						limit: maxBytes
					}
				});
			}
		} finally {
			await handle.close();
		}
	});
}
function readRange(path, from, to) {
	return guard("read", path, async () => {
		const handle = await openToRead(path);
		try {
			const data = Buffer.allocUnsafe(Math.max(0, to - from));
			let filled = 0;
			while (filled < data.length) {
				const { bytesRead } = await handle.read(data, filled, data.length - filled, from + filled);
				if (bytesRead === 0) throw failure("FS.IO", {
					subject: path,
					evidence: {
						problem: "the file is shorter",
						wanted: to,
						got: from + filled
					}
				});
				filled += bytesRead;
			}
			return data;
		} finally {
			await handle.close();
		}
	});
}
async function* streamFile(path) {
	try {
		const flags = readFlags(path);
		for await (const chunk of (0, node_fs.createReadStream)(path, {
			flags,
			highWaterMark: STREAM_CHUNK_BYTES
		})) yield chunk;
	} catch (error) {
		throw fsFailure(error, {
			operation: "read",
			path
		});
	}
}
function writeWhole(path, data, options) {
	return guard("write", path, async () => {
		try {
			await writeFile(path, data, { flag: options?.exclusive === true ? "wx" : "w" });
			return true;
		} catch (error) {
			if (options?.exclusive === true && errnoOf(error) === "EEXIST") return false;
			if (options?.exclusive === true) await rm(path, { force: true });
			throw error;
		}
	});
}
function makeLink(link) {
	return guard("link", link.path, async () => {
		try {
			await symlink(link.target, link.path, link.kind === "directory" ? "junction" : "file");
			return true;
		} catch (error) {
			if (errnoOf(error) === "EEXIST") return false;
			throw error;
		}
	});
}
async function renameOnce(from, to) {
	try {
		await rename(from, to);
		return true;
	} catch (error) {
		const errno = errnoOf(error);
		if (errno === "ENOTEMPTY" || errno === "EEXIST") return false;
		throw fsFailure(error, {
			operation: "rename",
			path: to
		});
	}
}
async function renameOnWindows(job) {
	const { from, to, clock } = job;
	const start = clock.monotonic();
	for (;;) try {
		await rename(from, to);
		return true;
	} catch (error) {
		const errno = errnoOf(error);
		if (errno === "ENOTEMPTY" || errno === "EEXIST") return false;
		if ((await readStat(to))?.kind === "directory" && !await removeEmptyDirectory(to)) return false;
		if (!(errno === "EPERM" || errno === "EBUSY" || errno === "EACCES") || clock.monotonic() - start > LIMITS.renameRetryMs) throw fsFailure(error, {
			operation: "rename",
			path: to
		});
		await clock.sleep(LIMITS.renameRetryPauseMs);
	}
}
async function removeEmptyDirectory(path) {
	try {
		await rmdir(path);
		return true;
	} catch (error) {
		const errno = errnoOf(error);
		if (errno === "ENOTEMPTY" || errno === "EEXIST" || errno === "ENOENT" || errno === "ENOTDIR") return false;
		throw fsFailure(error, {
			operation: "rmdir",
			path
		});
	}
}
async function freeSpace(path, isRoot) {
	for (let at = path;; at = (0, node_path.dirname)(at)) try {
		const { bavail, bfree, bsize, files, ffree } = await statfs(at);
		return {
			bytes: (isRoot ? bfree : bavail) * bsize,
			...files > 0 ? { inodes: ffree } : {}
		};
	} catch (error) {
		if (!(errnoOf(error) === "ENOENT" || errnoOf(error) === "ENOTDIR") || (0, node_path.dirname)(at) === at) return void 0;
	}
}
// src/adapters/output-streams.ts
const READER_GONE = ["EPIPE", "EOF"];
function mindStreams({ process, holdsResult, writeSync }) {
	let lost;
	process.stderr.on("error", () => void 0);
	process.stdout.on("error", (error) => {
		if (!READER_GONE.includes(errnoOf(error))) lost ??= error;
	});
	process.on("exit", () => {
		if (lost === void 0 || !holdsResult || process.exitCode !== 0) return;
		const errno = errnoOf(lost) ?? String(lost);
		const { code, message } = finding(fsErrorCode(errno), { subject: "standard output" });
		process.exitCode = 74;
		writeSync(`${code} standard output: ${message} (${errno}), so the result is lost. Exit 74\n`);
	});
}
// src/adapters/post-guard.ts
function superviseAfterJob(options, body) {
	const { process, timeoutMs, say } = options;
	process.exitCode = 0;
	const stop = new AbortController();
	let isOver = false;
	const end = (text, level) => {
		if (isOver) return;
		isOver = true;
		try {
			say(text, level);
		} finally {
			process.exitCode = 0;
			setTimeout(() => process.exit(0), LIMITS.postExitMs).unref();
		}
	};
	const giveUp = (why) => {
		stop.abort(new Error(why));
		setTimeout(() => end(`Cache: nothing more is saved, ${why}`, "warning"), LIMITS.cacheStopMs).unref();
	};
	process.on("SIGINT", () => giveUp("the step was interrupted"));
	process.on("SIGTERM", () => giveUp("the step was interrupted"));
	process.on("uncaughtException", (error) => giveUp(error instanceof Error ? error.message : String(error)));
	process.on("beforeExit", () => end("Cache: nothing more is saved, an operation never ended", "warning"));
	setTimeout(() => giveUp("it took too long"), timeoutMs).unref();
	body(stop.signal).then(({ text, level }) => end(text, level), (error) => end(`Cache: nothing is saved, ${error instanceof Error ? error.message : String(error)}`, "warning"));
}
// src/adapters/prompt-exit.ts
function endingPromptly(process) {
	return {
		get exitCode() {
			return process.exitCode;
		},
		set exitCode(code) {
			process.exitCode = code;
		},
		on: process.on.bind(process),
		exit(code) {
			const { execPath, platform, env } = process;
			if (code !== void 0) process.exitCode = code;
			if (process.execve === void 0 || platform === "win32") {
				endIfHeld(process);
				return process.exit();
			}
			process.emit("exit", Number(process.exitCode ?? 0));
			process.execve(execPath, [
				execPath,
				"-e",
				`process.exit(${Number(process.exitCode ?? 0)})`
			], withoutNodeSettings(env));
		}
	};
}
function withoutNodeSettings(env) {
	return Object.fromEntries(Object.entries(env).filter(([name]) => !name.startsWith("NODE_")));
}
const WATCH = `
const [pid, graceMs, text] = process.argv.slice(1);
process.stdin.on('end', () => process.exit()).on('error', () => process.exit()).resume();
setTimeout(() => {
  process.kill(Number(pid), 'SIGKILL');
  require('node:fs').writeSync(2, text);
}, Number(graceMs));
`;
function endIfHeld(process) {
	if (!process.getActiveResourcesInfo().some((name) => name.startsWith("FSReq"))) return;
	const text = `${PRODUCT.name} was killed: a file operation that the run gave up never ended\n`;
	process.getBuiltinModule?.("node:child_process").spawn(process.execPath, [
		"-e",
		WATCH,
		String(process.pid),
		String(LIMITS.killGraceMs),
		text
	], {
		env: withoutNodeSettings(process.env),
		stdio: [
			"pipe",
			"ignore",
			"inherit"
		]
	}).on("error", () => void 0);
}
// src/domain/address.ts
function splitUserinfo(text) {
	if (!URL.canParse(text)) return { url: text };
	const url = new URL(text);
	if (url.username === "" && url.password === "") return { url: text };
	const credentials = `${decodePercent(url.username)}:${decodePercent(url.password)}`;
	url.username = "";
	url.password = "";
	return {
		url: url.href,
		authorization: `Basic ${Buffer.from(credentials, "utf8").toString("base64")}`
	};
}
function decodePercent(text) {
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
}
function joinAddress(base, path) {
	const url = new URL(base);
	url.hash = "";
	url.pathname = `${url.pathname.replace(/\/+$/u, "")}/${path}`;
	return url.href;
}
function withQuery(address, query) {
	const url = new URL(address);
	url.search = url.search === "" ? query : `${url.search}&${query}`;
	return url.href;
}
function isExposed(address) {
	const url = new URL(address);
	return url.protocol === "http:" && !/^(?:(?:[^.]+\.)*localhost|127(?:\.\d{1,3}){3}|\[::1\])$/u.test(url.hostname);
}
// src/domain/pushgateway.ts
function parseGateway(text) {
	const trimmed = text.trim();
	if (!/^https?:\/\//iu.test(trimmed) || !URL.canParse(trimmed)) return void 0;
	return new URL(trimmed);
}
function gatewaySecrets(text) {
	const password = parseGateway(text)?.password ?? "";
	if (password === "") return [];
	try {
		return [...new Set([password, decodeURIComponent(password)])];
	} catch {
		return [password];
	}
}
const LABEL_LENGTH = 255;
function groupAddress(gateway, { env, command, goVersion }) {
	const labels = {
		command,
		repository: env["GITHUB_REPOSITORY"] || env["CI_PROJECT_PATH"],
		workflow: env["GITHUB_WORKFLOW"],
		ci_job: env["GITHUB_JOB"] || env["CI_JOB_NAME"],
		...env["GITHUB_JOB"] ? legOf({
			env,
			goVersion
		}) : {}
	};
	return joinAddress(gateway, ["metrics/job/setup_go_robust", ...Object.entries(labels).flatMap(([name, value]) => value ? [segment(name, value)] : [])].join("/"));
}
function legOf({ env, goVersion = "" }) {
	return {
		runner_os: env["RUNNER_OS"],
		runner_arch: env["RUNNER_ARCH"],
		go_version: goVersion.trim().replace(/^(\D*\d+\.\d+)\.\d+$/u, "$1.N")
	};
}
function segment(name, value) {
	const cut = Array.from(value).slice(0, LABEL_LENGTH).join("");
	if (/^[\w-]+$/u.test(cut)) return `${name}/${cut}`;
	return `${name}@base64/${Buffer.from(cut, "utf8").toString("base64url")}`;
}
// src/adapters/pushing-host.ts
function pushAfterwards(host, settings) {
	const gateway = parseGateway(settings.gateway ?? "")?.href;
	if (gateway === void 0) return host;
	return {
		...host,
		publish: async (report) => {
			await host.publish(report);
			try {
				const { pushMetrics } = await Promise.resolve().then(() => require("./reports.cjs")).then((n) => n.pushgateway_exports);
				await pushMetrics(report, {
					...settings,
					gateway
				});
			} catch (error) {
				warn$1(host, settings.streams, warningOf(error, gateway));
			}
		}
	};
}
function warn$1({ kind }, { stdout, stderr }, line) {
	if (kind === "github") warning(line);
	else (kind === "gitlab" ? stdout : stderr).write(`${commandSafe(line)}\n`);
}
function warningOf(error, gateway) {
	const reason = (error instanceof Failure && error.code === "METRICS.PUSH" ? error.finding.evidence.map(({ value }) => value) : [])[0] ?? (error instanceof Error ? error.message : String(error));
	const { code, message, subject } = finding("METRICS.PUSH", { subject: redactUrl(gateway) });
	return redactText(`${code}: ${message} to ${subject} (${reason})`, []).replaceAll(/\p{Cc}+/gu, " ").slice(0, 500);
}
// src/domain/pem-certificates.ts
const BEGIN = /^-----BEGIN (?:TRUSTED |X509 )?CERTIFICATE-----/u;
function certificatesIn(bundle) {
	return bundle.split(/(?=-----BEGIN )/u).filter((part) => BEGIN.test(part)).map((part) => part.replace(/^[ \t]+|[ \t]+$/gmu, ""));
}
function isWholeCertificate(pem) {
	const text = /^-----BEGIN ([A-Z0-9 ]+)-----([A-Za-z0-9+/=\s]+)-----END \1-----/u.exec(pem)?.[2];
	const bytes = Buffer.from(text ?? "", "base64");
	const [tag, length = 0] = bytes;
	const countBytes = length > 128 ? length - 128 : 0;
	if (tag !== 48 || countBytes > 3 || bytes.length < 2 + countBytes) return false;
	const contentBytes = countBytes === 0 ? length : bytes.readUIntBE(2, countBytes);
	const restBytes = bytes.length - 2 - countBytes - contentBytes;
	return restBytes === 0 || restBytes > 0 && pem.startsWith("-----BEGIN TRUSTED");
}
// src/adapters/lazy-net.ts
function createLazyNet(open) {
	let opened;
	return {
		async request(request, signal) {
			opened ??= open();
			return (await opened).request(request, signal);
		},
		close() {
			opened?.then((net) => net.close(), () => void 0);
		}
	};
}
// src/adapters/lazy-probe-net.ts
function createLazyProbeNet(open) {
	let opened;
	const net = () => {
		opened ??= open();
		return opened;
	};
	return {
		lookup: async (...given) => (await net()).lookup(...given),
		query: async (...given) => (await net()).query(...given),
		nameServers: async () => (await net()).nameServers(),
		connect: async (...given) => (await net()).connect(...given),
		tunnel: async (...given) => (await net()).tunnel(...given),
		handshake: async (...given) => (await net()).handshake(...given),
		exchange: async (...given) => (await net()).exchange(...given),
		date: async (...given) => (await net()).date(...given)
	};
}
// src/adapters/net-direct.ts
const DEAD = [
	"PROXY.REFUSED",
	"PROXY.DNS",
	"PROXY.STALL",
	"PROXY.NOT_HTTP"
];
function allowDirect({ proxied, direct, clock }) {
	return {
		async request(request, signal) {
			try {
				return await proxied.request(sparing(request, clock.monotonic()), signal);
			} catch (error) {
				signal.throwIfAborted();
				if (!(error instanceof Failure) || !DEAD.includes(error.code)) throw error;
				const answer = await direct.request(request, signal);
				return {
					...answer,
					facts: {
						...answer.facts,
						proxyReason: `allow-direct, because of ${error.code}`
					}
				};
			}
		},
		close() {
			proxied.close();
			direct.close();
		}
	};
}
function sparing(request, nowMs) {
	const { limits } = request;
	if (limits.untilMs === void 0) return request;
	const halfMs = (limits.untilMs - nowMs) / 2;
	const { lookupMs, proxyMs } = limits;
	return {
		...request,
		limits: {
			...limits,
			lookupMs: Math.min(lookupMs, halfMs),
			proxyMs: Math.min(proxyMs, halfMs)
		}
	};
}
// src/policy/spawn-errors.ts
const CODE_OF_ERRNO = {
	EMFILE: "FS.FD_LIMIT",
	ENFILE: "FS.FD_LIMIT",
	EAGAIN: "RUN.NO_PROCESS",
	ENOMEM: "RUN.NO_PROCESS"
};
function spawnErrorCode(errno, otherwise) {
	return errno !== void 0 && Object.hasOwn(CODE_OF_ERRNO, errno) ? CODE_OF_ERRNO[errno] ?? otherwise : otherwise;
}
// src/adapters/net-failure.ts
const EVIDENCE_CHARACTERS = 200;
const FIRST_BYTES_COUNT = 60;
function readSystemError(error) {
	if (error instanceof AggregateError && error.errors.length > 0) return readSystemError(error.errors[0]);
	const fields = typeof error === "object" && error !== null ? { ...error } : {};
	return {
		code: typeof fields["code"] === "string" ? fields["code"] : void 0,
		message: error instanceof Error ? error.message : String(error),
		syscall: typeof fields["syscall"] === "string" ? fields["syscall"] : void 0,
		rawPacket: fields["rawPacket"] instanceof Uint8Array ? fields["rawPacket"] : void 0
	};
}
function printable(bytes) {
	return (typeof bytes === "string" ? bytes : Buffer.from(bytes.subarray(0, FIRST_BYTES_COUNT)).toString("latin1")).replace(/[^\x20-\x7e]+/gu, " ").trim().slice(0, EVIDENCE_CHARACTERS);
}
function netFailure(error, where) {
	if (error instanceof Failure) return error;
	const { code, message, syscall, rawPacket } = readSystemError(error);
	return failure((require_failure ??= require("./failure.cjs")).codeOfNetError({
		phase: where.phase,
		code,
		message,
		syscall,
		viaProxy: where.viaProxy ?? false
	}), {
		subject: where.subject,
		evidence: {
			phase: where.phase,
			errno: code,
			alert: (require_failure ??= require("./failure.cjs")).tlsAlertOf(message),
			error: printable(message),
			"first bytes": rawPacket === void 0 ? void 0 : printable(rawPacket),
			...where.evidence
		}
	}, error);
}
// src/adapters/node-exec.ts
function createExec(options) {
	return {
		run: (command, signal) => run$1(options, command, signal),
		find: (name) => find(options, name)
	};
}
async function run$1({ clock, spawn }, command, signal) {
	const start = spawn ?? (await Promise.resolve().then(() => __toESM(require("node:child_process"), 1))).spawn;
	signal.throwIfAborted();
	const child = startChild(start, command);
	return new Promise((resolve, reject) => {
		const stdout = collect$1(child.stdout);
		const stderr = collect$1(child.stderr);
		const ended = new AbortController();
		const settle = (then) => {
			if (ended.signal.aborted) return;
			ended.abort();
			signal.removeEventListener("abort", onAbort);
			child.stdout?.destroy();
			child.stderr?.destroy();
			then();
		};
		const onAbort = () => {
			stop(clock, child);
			settle(() => reject(signal.reason));
		};
		signal.addEventListener("abort", onAbort, { once: true });
		child.once("error", (error) => settle(() => reject(notStarted(command.file, error))));
		child.once("exit", (code, killedBy) => {
			const end = () => settle(() => resolve({
				exitCode: exitCodeOf(code, killedBy),
				stdout: stdout(),
				stderr: stderr()
			}));
			child.once("close", end);
			clock.sleep(LIMITS.execPipeGraceMs, ended.signal).then(end, () => void 0);
		});
		clock.sleep(command.timeoutMs, ended.signal).then(() => {
			if (hasExited(child)) return;
			stop(clock, child);
			const evidence = {
				"budget ms": command.timeoutMs,
				stderr: stderr().slice(0, 200)
			};
			settle(() => reject(failure("GO.NOT_RUNNABLE", {
				subject: command.file,
				evidence
			})));
		}, () => void 0);
	});
}
function startChild(spawn, { file, args, env, cwd }) {
	try {
		return spawn(file, [...args], {
			env: { ...env },
			...cwd === void 0 ? {} : { cwd },
			stdio: [
				"ignore",
				"pipe",
				"pipe"
			],
			windowsHide: true
		});
	} catch (error) {
		throw notStarted(file, error);
	}
}
function notStarted(file, error) {
	const { code: errno } = readSystemError(error);
	return failure(spawnErrorCode(errno, "GO.NOT_RUNNABLE"), {
		subject: file,
		evidence: { errno }
	}, error);
}
function stop(clock, child) {
	if (hasExited(child)) return;
	const gone = new AbortController();
	child.once("exit", () => gone.abort());
	child.kill("SIGTERM");
	clock.sleep(LIMITS.killGraceMs, gone.signal).then(() => child.kill("SIGKILL"), () => void 0);
}
function hasExited({ exitCode, signalCode }) {
	return exitCode !== null || signalCode !== null;
}
function collect$1(stream) {
	const chunks = [];
	let sizeBytes = 0;
	stream?.on("data", (chunk) => {
		const room = LIMITS.execOutputBytes - sizeBytes;
		if (room > 0) chunks.push(chunk.subarray(0, room));
		sizeBytes += chunk.length;
	});
	stream?.on("error", () => void 0);
	return () => Buffer.concat(chunks).toString("utf8");
}
function exitCodeOf(code, killedBy) {
	if (code !== null) return code;
	return 128 + (killedBy === null ? 0 : node_os.constants.signals[killedBy]);
}
async function find(options, name) {
	const { env, os } = options;
	const windows = os === "win32";
	const path = windows ? node_path.win32 : node_path.posix;
	const variable = windows ? Object.keys(env).find((key) => key.toUpperCase() === "PATH") : "PATH";
	const endings = windows ? ["", ...(env["PATHEXT"] ?? ".COM;.EXE;.BAT;.CMD").split(";")] : [""];
	const directories = (env[variable ?? "PATH"] ?? "").split(path.delimiter).filter((directory) => path.isAbsolute(directory));
	for (const directory of directories) for (const ending of endings) {
		if (windows && ending === "" && path.extname(name) === "") continue;
		const candidate = path.join(directory, name + ending.toLowerCase());
		if (await isExecutable(candidate)) return candidate;
	}
}
async function isExecutable(path) {
	try {
		await access(path, node_fs.constants.X_OK);
		return (await stat(path)).isFile();
	} catch {
		return false;
	}
}
// src/adapters/node-memory.ts
function createRelief() {
	let collect;
	return () => {
		collect ??= exposeCollector();
		collect({ type: "minor" });
	};
}
function exposeCollector() {
	(0, (node_v8 ??= require("node:v8")).setFlagsFromString)("--semi-space-growth-factor=1");
	(0, (node_v8 ??= require("node:v8")).setFlagsFromString)("--expose-gc");
	try {
		const collector = (0, (node_vm ??= require("node:vm")).runInNewContext)("gc");
		return typeof collector === "function" ? (options) => void collector(options) : () => void 0;
	} finally {
		(0, (node_v8 ??= require("node:v8")).setFlagsFromString)("--no-expose-gc");
	}
}
// \0made:semver
const clean = (...args) => require("./semver.cjs").clean(...args);
const valid = (...args) => require("./semver.cjs").valid(...args);
process.platform;
process.platform;
function findAllVersions(toolName, arch) {
	const versions = [];
	arch = arch || node_os.arch();
	const toolPath = node_path.join(_getCacheDirectory(), toolName);
	if (node_fs.existsSync(toolPath)) {
		const children = node_fs.readdirSync(toolPath);
		for (const child of children) if (isExplicitVersion(child)) {
			const fullPath = node_path.join(toolPath, child, arch || "");
			if (node_fs.existsSync(fullPath) && node_fs.existsSync(`${fullPath}.complete`)) versions.push(child);
		}
	}
	return versions;
}
function isExplicitVersion(versionSpec) {
	const c = clean(versionSpec) || "";
	`${c}`;
	const valid$1 = valid(c) != null;
	`${valid$1}`;
	return valid$1;
}
function _getCacheDirectory() {
	const cacheDirectory = process.env["RUNNER_TOOL_CACHE"] || "";
	(0, (node_assert ??= require("node:assert")).ok)(cacheDirectory, "Expected RUNNER_TOOL_CACHE to be defined");
	return cacheDirectory;
}
// src/adapters/tool-cache.ts
function createToolCache(directory) {
	return {
		directory,
		versions: (tool, arch) => findAllVersions(tool, arch)
	};
}
// src/adapters/this-machine.ts
function openMachine(process, parts) {
	const { caPem, offline, files, clock, toolCachePath } = parts;
	const env = Object.freeze({ ...process.env });
	process.env["RUNNER_TOOL_CACHE"] = toolCachePath;
	const ca = caPem === void 0 ? void 0 : certificatesIn(caPem);
	const net = createLazyNet(async () => {
		const { createNet, createOfflineNet } = await Promise.resolve().then(() => require("./install.cjs")).then((n) => n.node_net_exports);
		if (offline) return createOfflineNet();
		const { network } = parts;
		const usual = createNet({
			env,
			clock,
			ca,
			network
		});
		if (!parts.allowDirect) return usual;
		return allowDirect({
			proxied: usual,
			direct: createNet({
				env: withoutProxy(env),
				clock,
				ca,
				network
			}),
			clock
		});
	});
	const probeNet = createLazyProbeNet(async () => (await Promise.resolve().then(() => require("./diagnose.cjs")).then((n) => n.probe_net_exports)).createProbeNet({
		env,
		clock,
		ca
	}));
	const { node, openssl } = process.versions;
	return {
		clock,
		files,
		env,
		net,
		probeNet: offline ? void 0 : probeNet,
		runtime: {
			node,
			openssl: openssl ?? "",
			os: (0, node_os.platform)(),
			arch: (0, node_os.arch)()
		},
		exec: createExec({
			env,
			os: (0, node_os.platform)(),
			clock
		}),
		commands: { passThrough: async (...given) => (await Promise.resolve().then(() => require("./explain.cjs")).then((n) => n.node_commands_exports)).createCommands({
			terminal: terminalOf(process),
			clock
		}).passThrough(...given) },
		toolCache: createToolCache(toolCachePath),
		platform: hostPlatform(),
		process: {
			pid: process.pid,
			hostname: (0, node_os.hostname)(),
			run: randomName(),
			isAlive: (pid) => isAlive(process, pid)
		},
		randomName,
		relieve: createRelief(),
		close: () => net.close()
	};
}
function terminalOf(process) {
	return {
		get stdout() {
			return process.stdout;
		},
		get stderr() {
			return process.stderr;
		},
		get signalsReachChild() {
			return (0, (node_tty ??= require("node:tty")).isatty)(0);
		},
		on: (event, listener) => process.on(event, listener),
		removeListener: (event, listener) => process.removeListener(event, listener)
	};
}
function withoutProxy(env) {
	return Object.fromEntries(Object.entries(env).filter(([name]) => !/^(?:https?|all)_proxy$/iu.test(name)));
}
function hostPlatform() {
	return {
		os: (0, node_os.platform)(),
		arch: (0, node_os.arch)(),
		endianness: (0, node_os.endianness)()
	};
}
function randomName() {
	return Array.from("1234", () => Math.floor(Math.random() * 65536).toString(16).padStart(4, "0")).join("");
}
function isAlive(process, pid) {
	try {
		return process.kill(pid, 0);
	} catch (error) {
		return error instanceof Error && "code" in error && error.code === "EPERM";
	}
}
function toolCacheDirectory(env) {
	const runner = env["RUNNER_TOOL_CACHE"] || env["AGENT_TOOLSDIRECTORY"];
	if (runner) return (0, node_path.resolve)(runner);
	const local = (0, node_os.platform)() === "win32" ? env["LOCALAPPDATA"] : env["XDG_CACHE_HOME"];
	return (0, node_path.join)(local || (0, node_path.join)(home(), ".cache"), PRODUCT.name, "tool-cache");
}
function home() {
	try {
		return (0, node_os.homedir)();
	} catch {
		return "/";
	}
}
// src/domain/command-names.ts
const COMMAND_NAMES = [
	"install",
	"resolve",
	"preflight",
	"doctor",
	"explain",
	"run",
	"sources",
	"verify",
	"mirror",
	"env"
];
const SHELLS = [
	"sh",
	"fish",
	"pwsh"
];
function usualShell(os, env) {
	const hasPosixShell = [
		"MSYSTEM",
		"SHELL",
		"SHLVL"
	].some((name) => !!env[name]);
	return os === "win32" && !hasPosixShell ? "pwsh" : "sh";
}
// src/domain/nearest.ts
const LONGEST$1 = 64;
function nearestName(text, names) {
	if (text.length > LONGEST$1) return void 0;
	const wanted = text.toLowerCase();
	let best;
	for (const name of names) {
		const edits = editDistance(wanted, name.toLowerCase());
		if (edits <= Math.max(1, Math.floor(name.length / 3)) && (best === void 0 || edits < best.edits)) best = {
			name,
			edits
		};
	}
	return best?.name;
}
function editDistance(a, b) {
	let beforeLast = [];
	let last = Array.from({ length: b.length + 1 }, (_, index) => index);
	for (let row = 1; row <= a.length; row += 1) {
		const current = [row];
		for (let column = 1; column <= b.length; column += 1) {
			const same = a[row - 1] === b[column - 1];
			let edits = Math.min((last[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1, (last[column - 1] ?? 0) + (same ? 0 : 1));
			if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]) edits = Math.min(edits, (beforeLast[column - 2] ?? 0) + 1);
			current.push(edits);
		}
		beforeLast = last;
		last = current;
	}
	return last[b.length] ?? 0;
}
// src/domain/duration.ts
const FORM = /^(?:(\d{1,4})h)?(?:(\d{1,5})m)?(?:(\d{1,6})s)?$/u;
const LONGEST_HOURS = 24;
function parseDurationMs(text) {
	const match = FORM.exec(text);
	if (match === null) return void 0;
	const [, hours = "0", minutes = "0", seconds = "0"] = match;
	const ms = ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1e3;
	return ms > 0 && ms <= LONGEST_HOURS * 36e5 ? ms : void 0;
}
// src/report/cache-line.ts
function savedLine({ entries, reason }) {
	if (entries.length === 0) return {
		text: plain(`Cache: nothing is saved, ${reason}`),
		level: "info"
	};
	const parts = entries.map(({ kind, result, reason: why, ms }) => {
		return `${CACHE_NAMES[kind]} ${result === "saved" ? `saved in ${durationText(ms)}` : `not saved, ${why}`}`;
	});
	const level = entries.some(({ result }) => result === "failed") ? "warning" : "info";
	return {
		text: plain(`Cache: ${parts.join("; ")}`, 600),
		level
	};
}
// src/policy/thrown.ts
function findingsOf(error) {
	if (error instanceof Failure) return error.findings;
	const unloaded = unloadedFile(error);
	if (unloaded !== void 0) return [unloaded];
	const text = error instanceof Error ? error.stack ?? error.message : String(error);
	return [finding("SELF.BUG", {
		subject: PRODUCT.name,
		evidence: { error: text.split("\n").slice(0, 6).join(" ") }
	})];
}
function unloadedFile(error) {
	if (!(error instanceof Error && "code" in error)) return void 0;
	const { code, message } = error;
	const file = /['/\\]([\w-]+\.cjs)'/u.exec(message)?.[1];
	if (file === void 0) return void 0;
	if (code === "MODULE_NOT_FOUND") return finding("SELF.INCOMPLETE", { subject: file });
	if (code === "EMFILE" || code === "ENFILE") return finding("FS.FD_LIMIT", {
		subject: file,
		evidence: { errno: code }
	});
}
// src/steps/afterwards.ts
async function diagnoseAndRepair(context, ended, signal) {
	if (signal.aborted) return void 0;
	const { diagnose, repair } = context.inputs;
	const hasFailed = ended.findings.length > 0;
	try {
		if (ended.command === "verify" && context.options["modules"] !== void 0 && hasFailed && repair !== "off") {
			const { repairRun } = await Promise.resolve().then(() => require("./diagnose.cjs")).then((n) => n.repair_run_exports);
			return await repairRun(context, {
				...ended,
				diagnosed: void 0
			}, signal);
		}
		if (ended.command !== "install" || diagnose === "off" || diagnose === "on-failure" && !hasFailed) return void 0;
		const { diagnoseRun } = await Promise.resolve().then(() => require("./diagnose.cjs")).then((n) => n.diagnose_run_exports);
		const diagnosed = await diagnoseRun(context, ended.findings, signal);
		if (repair === "off" || signal.aborted) return void 0;
		const { repairRun } = await Promise.resolve().then(() => require("./diagnose.cjs")).then((n) => n.repair_run_exports);
		return await repairRun(context, {
			...ended,
			diagnosed
		}, signal);
	} catch (error) {
		warn(context, error);
		return;
	}
}
async function describeInstalled(context, command, signal) {
	const { sbomTool } = context.inputs;
	if (sbomTool === void 0 || command !== "install" || signal.aborted) return;
	try {
		await (await Promise.resolve().then(() => require("./reports.cjs")).then((n) => n.workspace_sbom_exports)).describeWorkspace(context, sbomTool, signal);
	} catch (error) {
		warn(context, error);
	}
}
function warn({ emit }, error) {
	for (const each of findingsOf(error)) emit({
		type: "finding",
		finding: {
			...each,
			severity: "warning"
		}
	});
}
// src/install/check.ts
async function checkToolchain(options, signal) {
	const { root, version, platform, env } = options;
	const bin = (0, node_path.join)(root, "bin", platform.goos === "windows" ? "go.exe" : "go");
	const expected = `go version go${versionText(version)} ${platformText(platform)}`;
	const settings = await runGo(options, {
		bin,
		args: ["env", ...NAMES],
		env: withoutGoroot(env)
	}, signal);
	const [goversion, goos, goarch, goroot = "", gopath = ""] = settings.exitCode === 0 ? settings.stdout.split(/\r?\n/u) : [];
	const answer = `go version ${goversion} ${goos}/${goarch}` === expected ? expected : await askVersion({
		...options,
		bin
	}, signal);
	if ((options.isPrivate === true ? withoutSuffix(answer) : answer) !== expected) throw failure("VERSION.MISMATCH", {
		subject: bin,
		evidence: {
			expected,
			got: answer.slice(0, 200)
		}
	});
	refuseGopath(settings);
	const own = isSamePath(goroot, root) ? goroot : await ownGoroot(options, bin, signal);
	return {
		bin,
		gopath: firstOfList(gopath, platform.goos),
		foreignGoroot: goroot === "" || isSamePath(goroot, own) ? void 0 : goroot
	};
}
const NAMES = [
	"GOVERSION",
	"GOHOSTOS",
	"GOHOSTARCH",
	"GOROOT",
	"GOPATH"
];
async function askVersion(options, signal) {
	const { bin, env } = options;
	return succeeded(bin, await runGo(options, {
		bin,
		args: ["version"],
		env: isolated(env)
	}, signal)).trim();
}
function refuseGopath({ exitCode, stderr }) {
	const refusal = exitCode === 0 ? void 0 : /^go: GOPATH entry .*$/mu.exec(stderr)?.[0];
	if (refusal === void 0) return;
	throw failure("GO.ENV", {
		subject: "GOPATH",
		message: "Every go command refuses GOPATH",
		evidence: { "standard error": refusal.slice(0, 300) },
		fixes: [{
			title: "Make it an absolute path, or remove it",
			kind: "setting",
			text: "GOPATH=/absolute/path",
			risk: "none"
		}]
	});
}
function withoutSuffix(answer) {
	return answer.replace(/^(go version go[^\s-]+)(?:-\S+)?(?: X:\S+)?(?= \S+$)/u, "$1");
}
async function ownGoroot(options, bin, signal) {
	return succeeded(bin, await runGo(options, {
		bin,
		args: ["env", "GOROOT"],
		env: isolated(options.env)
	}, signal)).trim();
}
function runGo({ exec, root }, command, signal) {
	const { bin, args, env } = command;
	return exec.run({
		file: bin,
		args,
		env,
		cwd: root,
		timeoutMs: LIMITS.execMs
	}, signal);
}
function succeeded(bin, { exitCode, stdout, stderr }) {
	if (exitCode === 0) return stdout;
	throw failure("GO.NOT_RUNNABLE", {
		subject: bin,
		evidence: {
			"exit code": exitCode,
			"standard error": stderr.slice(0, 300)
		}
	});
}
function withoutGoroot(env) {
	return {
		...env,
		GOROOT: void 0,
		GOTOOLCHAIN: "local"
	};
}
function isolated(env) {
	return {
		...withoutGoroot(env),
		GOFLAGS: void 0,
		GOPATH: void 0,
		GOENV: "off"
	};
}
function firstOfList(text, goos) {
	const first = text.split(goos === "windows" ? ";" : ":")[0];
	return first === void 0 || first === "" ? void 0 : first;
}
function isSamePath(a, b) {
	return normalised(a) === normalised(b);
}
function normalised(path) {
	const plain = (/^(?:[a-z]:|\\\\)/iu.test(path) ? path.replaceAll("\\", "/").toLowerCase() : path).replace(/\/+/gu, "/");
	return plain.length > 1 && plain.endsWith("/") ? plain.slice(0, -1) : plain;
}
// src/domain/gotoolchain.ts
const GOTOOLCHAIN_MARKER = "SETUP_GO_ROBUST_GOTOOLCHAIN";
function userGotoolchain(env) {
	const value = env["GOTOOLCHAIN"];
	return value === void 0 || value === "" || value === env["SETUP_GO_ROBUST_GOTOOLCHAIN"] ? void 0 : value;
}
// src/install/environment.ts
const FINDS_ITS_ROOT = {
	major: 1,
	minor: 9,
	patch: 0
};
function environmentFor(options) {
	const { root, gopath, env, gotoolchain } = options;
	const changes = [];
	if (needsGoroot(options)) changes.push({
		kind: "set",
		name: "GOROOT",
		value: root
	});
	if (gotoolchain !== "keep" || userGotoolchain(env) === void 0) {
		const value = gotoolchain === "keep" ? "local" : gotoolchain;
		changes.push({
			kind: "set",
			name: "GOTOOLCHAIN",
			value
		}, {
			kind: "set",
			name: GOTOOLCHAIN_MARKER,
			value
		});
	}
	changes.push({
		kind: "prepend-path",
		value: (0, node_path.join)(root, "bin")
	});
	if (gopath !== void 0) changes.push({
		kind: "prepend-path",
		value: (0, node_path.join)(gopath, "bin")
	});
	return changes;
}
function needsGoroot({ root, version, env, foreignGoroot }) {
	if (compareVersions(version, FINDS_ITS_ROOT) < 0 || foreignGoroot !== void 0) return true;
	const current = env["GOROOT"] ?? "";
	return current !== "" && !isSamePath(current, root);
}
// src/install/place.ts
function toolCachePlace(options) {
	return toolPlace({
		...options,
		tool: "go",
		name: versionSemver(options.version)
	});
}
function toolPlace(options) {
	const tool = (0, node_path.join)(options.toolCache, options.tool);
	const version = (0, node_path.join)(tool, options.name);
	return placeAt((0, node_path.join)(version, options.platform.cacheArch), [version, tool]);
}
function destinationPlace(directory) {
	return placeAt(directory, []);
}
function placeAt(path, ownParents) {
	const root = (0, node_path.join)((0, node_path.dirname)(path), (0, node_path.basename)(path));
	return {
		root,
		parent: (0, node_path.dirname)(root),
		marker: `${root}.complete`,
		lock: `${root}.lock`,
		receipt: `${root}.setup-go-robust.json`,
		seal: `${root}.setup-go-robust.seal`,
		stagePrefix: `${(0, node_path.basename)(root)}.stage-`,
		trashPrefix: `${(0, node_path.basename)(root)}.trash-`,
		probePrefix: `${(0, node_path.basename)(root)}.probe-`,
		claimPrefix: `${(0, node_path.basename)(root)}.lock.break-`,
		ownParents
	};
}
// src/install/tool-store.ts
async function findEntry(place, files) {
	const stat = await files.stat(place.root);
	if (stat === void 0 || stat.kind !== "directory" && stat.kind !== "symlink") return void 0;
	const names = await files.list(place.root);
	if (names.length === 0) return void 0;
	const programs = await files.list((0, node_path.join)(place.root, "bin"));
	const version = names.includes("VERSION") ? await readSmall((0, node_path.join)(place.root, "VERSION"), LIMITS.goVersionBytes, files) : void 0;
	return {
		root: place.root,
		isMarked: await files.stat(place.marker) !== void 0,
		hasGo: programs.includes("go") || programs.includes("go.exe"),
		versionLine: version?.toString("utf8").split(/\r?\n/u, 1)[0],
		receipt: await readSmall(place.receipt, LIMITS.receiptBytes, files)
	};
}
function installedRoots(toolCache, platform) {
	return toolCache.versions("go", platform.cacheArch).flatMap((name) => parseGoVersion(name) ?? []).sort((a, b) => compareVersions(b, a)).map((version) => toolCachePlace({
		toolCache: toolCache.directory,
		version,
		platform
	}).root);
}
async function readSmall(path, maxBytes, files) {
	const stat = await files.stat(path);
	return stat?.kind === "file" && stat.sizeBytes <= maxBytes ? files.read(path, maxBytes) : void 0;
}
async function markComplete(place, receipt, files) {
	if (receipt !== void 0) await files.write(place.receipt, receipt);
	await files.write(place.marker, "");
}
// \0made:semver/functions/satisfies.js
var satisfies_default = (...args) => require("./semver.cjs").satisfies(...args);
// src/policy/select-version.ts
function matching(spec, releases) {
	const sorted = newestFirst(releases);
	switch (spec.kind) {
		case "exact": return sorted.filter((release) => compareVersions(release.version, spec.version) === 0);
		case "minor": return sorted.filter((release) => isStable(release) && isOfLine(release.version, spec));
		case "range": return sorted.filter((release) => satisfies_default(versionSemver(release.version), spec.range));
		case "alias": {
			const stable = sorted.filter(isStable);
			const line = linesOf(stable)[spec.alias === "oldstable" ? 1 : 0];
			return line === void 0 ? [] : stable.filter((release) => isOfLine(release.version, line));
		}
	}
}
function newestFirst(releases) {
	return [...releases].sort((a, b) => compareVersions(b.version, a.version));
}
function nearestVersions(spec, releases) {
	const sorted = newestFirst(releases).map((release) => release.version);
	const wanted = wantedVersion(spec);
	const sameLine = wanted === void 0 ? [] : sorted.filter((version) => isOfLine(version, wanted));
	if (wanted !== void 0 && sameLine.length > 0) {
		const distance = (version) => Math.abs(version.patch - wanted.patch);
		return newest(sameLine.sort((a, b) => distance(a) - distance(b)).slice(0, NEAREST_COUNT));
	}
	const heads = linesOf(newestFirst(releases)).flatMap((line) => sorted.find((version) => isOfLine(version, line)) ?? []);
	if (wanted !== void 0) {
		const distance = (version) => Math.abs(version.major - wanted.major) * LINES_PER_MAJOR + Math.abs(version.minor - wanted.minor);
		heads.sort((a, b) => distance(a) - distance(b));
	}
	return newest(heads.slice(0, NEAREST_COUNT));
}
const NEAREST_COUNT = 5;
const LINES_PER_MAJOR = 1e4;
function wantedVersion(spec) {
	if (spec.kind === "exact") return spec.version;
	return spec.kind === "minor" && spec.minor !== void 0 ? {
		major: spec.major,
		minor: spec.minor,
		patch: 0
	} : void 0;
}
function newest(versions) {
	return [...versions].sort((a, b) => compareVersions(b, a));
}
function isStable(release) {
	return release.stable && release.version.prerelease === void 0;
}
function isOfLine(version, line) {
	return version.major === line.major && (line.minor === void 0 || version.minor === line.minor);
}
function linesOf(sorted) {
	const lines = new Map();
	for (const { version } of sorted) {
		const { major, minor } = version;
		lines.set(`${major}.${minor}`, {
			major,
			minor
		});
	}
	return [...lines.values()];
}
// src/sources/file-name.ts
function archiveFormat(platform) {
	return platform.goos === "windows" ? "zip" : "tar.gz";
}
function archiveFileName(version, platform) {
	return floatingFileName(versionText(version), platform);
}
function floatingFileName(version, platform) {
	return `go${version}.${platform.goos}-${archiveArch(platform)}.${archiveFormat(platform)}`;
}
function parseArchiveFileName(name) {
	const [, text = "", goos = "", arch = "", format] = /^(go\d[\da-z.]*)\.([a-z\d]+)-([a-z\d]+)\.(tar\.gz|zip)$/u.exec(name) ?? [];
	const version = parseGoVersion(text);
	if (version === void 0 || format !== "tar.gz" && format !== "zip") return void 0;
	return {
		version,
		goos,
		goarch: goarchOf(arch),
		format
	};
}
function goarchOf(arch) {
	return arch === "armv6l" ? "arm" : arch;
}
// src/domain/json-object.ts
function isJsonObject(value) {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}
function parseJsonObject(text) {
	try {
		const value = JSON.parse(text);
		return isJsonObject(value) ? value : void 0;
	} catch {
		return;
	}
}
// src/sources/go-listing.ts
const LISTING_QUERY = "mode=json&include=all";
function parseGoListing(body, subject) {
	const entries = parseJson(body, subject);
	if (!Array.isArray(entries)) throw malformed(subject, "not an array");
	const releases = entries.flatMap((entry, index) => readRelease(entry, (reason) => malformed(subject, `[${index}] ${reason}`)));
	if (releases.length === 0) throw failure("LIST.UNAVAILABLE", {
		subject,
		evidence: { reason: "the list is empty" }
	});
	return releases.sort((a, b) => compareVersions(b.version, a.version));
}
function parseJson(body, subject) {
	try {
		return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(body));
	} catch {
		const start = new TextDecoder().decode(body.subarray(0, 80));
		throw failure("LIST.MALFORMED", {
			subject,
			evidence: {
				reason: "not JSON",
				bytes: body.length,
				"first bytes": start
			}
		});
	}
}
function readRelease(entry, bad) {
	if (!isJsonObject(entry)) throw bad("is not an object");
	const { version: name, stable, files } = entry;
	if (typeof name !== "string" || typeof stable !== "boolean" || !Array.isArray(files)) throw bad("lacks version, stable or files");
	const listed = files.flatMap((file) => readFile(file, bad));
	const version = parseGoVersion(name);
	return version === void 0 ? [] : [{
		version,
		stable,
		files: listed
	}];
}
function readFile(file, bad) {
	if (!isJsonObject(file)) throw bad("has a file that is not an object");
	const { filename, os, arch, kind, sha256 = "", size = 0 } = file;
	if (typeof filename !== "string" || typeof os !== "string" || typeof arch !== "string" || typeof kind !== "string") throw bad("has a file without filename, os, arch or kind");
	if (!/^[\w.+-]{1,200}$/u.test(filename)) throw bad("has a file name that cannot be");
	if (typeof sha256 !== "string" || !/^(?:[0-9a-f]{64})?$/iu.test(sha256)) throw bad("has a sha256 that is none");
	if (typeof size !== "number" || !Number.isSafeInteger(size) || size < 0) throw bad("has a size that is none");
	if (kind !== "archive") return [];
	return [{
		fileName: filename,
		goos: os,
		goarch: goarchOf(arch),
		...sha256 === "" ? {} : { sha256: sha256.toLowerCase() },
		...size === 0 ? {} : { sizeBytes: size }
	}];
}
function malformed(subject, reason) {
	return failure("LIST.MALFORMED", {
		subject,
		evidence: { reason }
	});
}
// src/sources/flat-directory.ts
function flatDirectory(sourceId, base, token) {
	const authorization = token === void 0 ? {} : { authorization: `Bearer ${token}` };
	return {
		sourceId,
		...splitUserinfo(base),
		...authorization
	};
}
function flatCandidate(directory, version, platform) {
	return namedFile(directory, archiveFileName(version, platform), platform);
}
function namedFile(directory, fileName, platform) {
	const { url, ...rest } = directory;
	return {
		...rest,
		url: joinAddress(url, fileName),
		fileName,
		format: archiveFormat(platform),
		layout: "release"
	};
}
function flatListing(directory) {
	const { url, sourceId, ...authorization } = directory;
	return {
		...authorization,
		url: withQuery(joinAddress(url, ""), LISTING_QUERY),
		parse: (body) => parseGoListing(body, sourceId)
	};
}
// src/sources/floating.ts
const FLOATING_BASES = ["https://aka.ms/golang/release/latest"];
function floatingBase(specs) {
	const [spec] = specs;
	return specs.length === 1 && spec?.kind === "base" && FLOATING_BASES.includes(spec.url.toLowerCase()) ? spec.url : void 0;
}
function onlyBase(specs) {
	const [spec] = specs;
	return specs.length === 1 && spec?.kind === "base" && /^https?:/iu.test(spec.url) ? spec.url : void 0;
}
function ownBase({ sources, verification, checksum }) {
	return verification === "source" && checksum === void 0 ? onlyBase(sources) : void 0;
}
function writtenVersion(spec) {
	const text = /^(?:go|v)?(\d[\w.-]*)$/u.exec(spec.text)?.[1];
	return spec.kind === "alias" || text === void 0 || /x/iu.test(text) ? void 0 : text;
}
function floatingCandidate(source, written, platform) {
	const token = source.token === void 0 ? {} : { authorization: `Bearer ${source.token}` };
	return namedFile({
		sourceId: "custom",
		...splitUserinfo(source.base),
		...token
	}, floatingFileName(written, platform), platform);
}
function privateTool(base) {
	return `go-${(0, (node_crypto ??= require("node:crypto")).createHash)("sha256").update(base).digest("hex").slice(0, 8)}`;
}
// src/steps/context.ts
async function inPhase(context, phase, body) {
	context.emit({
		type: "phase-started",
		phase
	});
	const result = await body();
	context.emit({
		type: "phase-ended",
		phase
	});
	return result;
}
// src/install/seal.ts
const SEALING = [
	"checksum-database",
	"release-table",
	"openpgp-signature"
];
const SCHEMA = "setup-go-robust/seal@2";
const MAX_SEAL_BYTES = 4194304;
function isSealed(path, kind) {
	if (kind === "directory") return !NO_BUILD.test(path);
	return !path.includes("/") || path.startsWith("bin/") || path.startsWith("pkg/tool/");
}
const NO_BUILD = /^(?:api|doc|misc|test|src\/cmd)(?:\/|$)|(?:^|\/)testdata(?:\/|$)/u;
function makeSeal(tree, reader) {
	const { moduleName, proof, root, paths } = tree;
	if (!SEALING.includes(proof.kind)) return void 0;
	const status = ["", ...paths].flatMap((path) => sealedPath(reader, root, path));
	return {
		moduleName,
		proof,
		programs: status.filter(([path]) => isProgram(path)),
		rest: status.filter(([path]) => !isProgram(path))
	};
}
function isProgram(path) {
	return !path.includes("/") || path.startsWith("bin/");
}
function sealedPath(reader, root, path) {
	const found = reader.status(pathIn(root, path));
	if (found === void 0) return [];
	const { kind, sizeBytes, mtimeMs, ctimeMs } = found;
	return [[
		path,
		kind,
		kind === "directory" ? 0 : sizeBytes,
		mtimeMs,
		ctimeMs
	]];
}
function isUnbroken(seal, root, { reader, part }) {
	return seal[part].every(([path, kind, sizeBytes, mtimeMs, ctimeMs]) => {
		const found = reader.status(pathIn(root, path));
		if (found?.kind !== kind || found.mtimeMs !== mtimeMs || found.ctimeMs !== ctimeMs) return false;
		return kind === "directory" || found.sizeBytes === sizeBytes;
	});
}
function pathIn(root, path) {
	return path === "" ? root : `${root}/${path}`;
}
async function writeSeal(place, seal, files) {
	await files.write(place.seal, `${JSON.stringify({
		schema: SCHEMA,
		...seal
	})}\n`);
}
async function readSeal(place, moduleName, files) {
	const stat = await files.stat(place.seal);
	if (stat?.kind !== "file" || stat.sizeBytes > MAX_SEAL_BYTES) return void 0;
	const seal = parseSeal((await files.read(place.seal, MAX_SEAL_BYTES)).toString("utf8"));
	return seal?.moduleName === moduleName ? seal : void 0;
}
function parseSeal(text) {
	const value = parseJsonObject(text);
	if (value?.["schema"] !== SCHEMA) return void 0;
	const { moduleName, proof, programs, rest } = value;
	if (typeof moduleName !== "string" || !isProof(proof) || !isSealedPart(programs) || !isSealedPart(rest)) return void 0;
	return {
		moduleName,
		proof,
		programs,
		rest
	};
}
function isProof(value) {
	if (!isJsonObject(value) || !SEALING.includes(value["kind"])) return false;
	return [
		"root",
		"value",
		"detail"
	].every((name) => typeof value[name] === "string");
}
function isSealedPart(value) {
	return Array.isArray(value) && value.length > 0 && value.every(isSealedPath);
}
function isSealedPath(value) {
	return Array.isArray(value) && value.length === 5 && typeof value[0] === "string";
}
// src/verify/tree-hash.ts
function moduleName(version, platform) {
	return `golang.org/toolchain@${moduleVersion(version, platform)}`;
}
function releasePathInModule(path) {
	const slash = path.indexOf("/");
	if (slash > 0 && OUTSIDE_MODULE.includes(path.slice(0, slash))) return void 0;
	if (!path.endsWith("go.mod")) return path;
	const baseAt = path.lastIndexOf("/") + 1;
	return /^_*go\.mod$/u.test(path.slice(baseAt)) ? `${path.slice(0, baseAt)}_${path.slice(baseAt)}` : path;
}
function createTreeHasher(moduleName) {
	const hashes = new Map();
	let ascii = true;
	return {
		add(pathInModule, sha256Hex) {
			if (hashes.has(pathInModule) || pathInModule.includes("\n")) throw badName(pathInModule);
			if (ascii && !/^[\x00-\x7f]*$/u.test(pathInModule)) ascii = false;
			hashes.set(pathInModule, sha256Hex);
		},
		result() {
			const names = [...hashes.keys()];
			if (ascii) names.sort();
			else names.sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
			const hash = (0, (node_crypto ??= require("node:crypto")).createHash)("sha256");
			for (const name of names) hash.update(`${hashes.get(name)}  ${moduleName}/${name}\n`);
			return `h1:${hash.digest("base64")}`;
		},
		get count() {
			return hashes.size;
		}
	};
}
function badName(name) {
	return failure("ARC.NAME", {
		subject: name.slice(0, 200),
		evidence: { name: JSON.stringify(name.slice(0, 200)) }
	});
}
function isTreeHash(text) {
	return /^h1:[A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]=$/u.test(text);
}
// src/steps/installed.ts
async function proveStanding(context, target, signal) {
	const { version } = target;
	const proof = await sealedProof(context, {
		...target,
		name: moduleName(version, context.platform)
	});
	if (proof === void 0) {
		const { proveTree } = await Promise.resolve().then(() => require("./install.cjs")).then((n) => n.standing_tree_exports);
		return proveTree(context, target, signal);
	}
	context.emit({
		type: "proved",
		proof
	});
	return {
		state: "proved",
		proof
	};
}
async function sealedProof({ machine, inputs }, { place, name, onRunnable }) {
	if (inputs.checksum !== void 0 || inputs.toolCacheProof === "full") return void 0;
	const reader = machine.files.tree;
	const kept = await readSeal(place, name, machine.files);
	if (kept === void 0 || !isUnbroken(kept, place.root, {
		reader,
		part: "programs"
	})) return void 0;
	onRunnable?.();
	if (!(await machine.files.stat(place.marker) !== void 0) || !isUnbroken(kept, place.root, {
		reader,
		part: "rest"
	})) return void 0;
	return {
		...kept.proof,
		detail: `${kept.proof.detail}; sealed since`
	};
}
// src/steps/load-words.ts
function loadWords() {
	if ((require_failure ??= require("./failure.cjs")).CODES.length === 0) throw new Error("a program without words for what goes wrong");
}
// src/steps/once.ts
function once(make) {
	let made;
	return () => {
		made ??= make();
		return made;
	};
}
// src/steps/path-entry.ts
function mustFitPath({ machine, destination }, directory) {
	const separator = machine.runtime.os === "win32" ? ";" : ":";
	const holds = /[\r\n]/u.test(directory) ? "a line break" : separator;
	if (holds === separator && !directory.includes(separator)) return;
	throw failure("INPUT.DESTINATION", {
		subject: destination === void 0 ? "tool cache" : "dest",
		message: "A directory on PATH cannot have such a name",
		evidence: {
			directory,
			"its path holds": holds
		},
		fixes: [{
			title: `Choose a directory whose path is without ${holds}`,
			kind: "setting",
			text: "dest, or RUNNER_TOOL_CACHE",
			risk: "none"
		}]
	});
}
// src/steps/project-directory.ts
const MODULE_FILES = ["go.work", "go.mod"];
function isBelow(directory, path) {
	const way = (0, node_path.relative)(directory, path);
	return way === "" || !(0, node_path.isAbsolute)(way) && way.split(/[\\/]/u)[0] !== "..";
}
async function nearestModuleFile(files, { start, workspace }) {
	const top = isBelow(workspace, start) ? workspace : start;
	for (let directory = start;; directory = (0, node_path.dirname)(directory)) {
		for (const name of MODULE_FILES) {
			const path = (0, node_path.join)(directory, name);
			if (await isFile(files, path)) return path;
		}
		if (directory === top || directory === (0, node_path.dirname)(directory)) return void 0;
	}
}
function isFile(files, path) {
	return leadsTo(files, path, "file");
}
function isDirectory(files, path) {
	return leadsTo(files, path, "directory");
}
async function leadsTo(files, path, kind) {
	const stat = await files.stat(path);
	if (stat?.kind !== "symlink") return stat?.kind === kind;
	try {
		const real = await files.realPath(path);
		return real !== void 0 && (await files.stat(real))?.kind === kind;
	} catch (error) {
		if (error instanceof Failure) return true;
		throw error;
	}
}
async function projectDirectory({ inputs, machine, request, ...context }) {
	const workspace = (0, node_path.resolve)(context.workspace);
	const start = (0, node_path.resolve)(workspace, inputs.workingDirectory);
	if (await nearestModuleFile(machine.files, {
		start,
		workspace
	}) !== void 0) return start;
	const file = (0, node_path.resolve)(workspace, request?.origin.file ?? ".");
	return isBelow(workspace, file) && /^go\.(?:mod|work)$/u.test((0, node_path.basename)(file)) ? (0, node_path.dirname)(file) : void 0;
}
// src/steps/provided.ts
function placeFor(context, version) {
	const { destination, machine, platform } = context;
	if (destination !== void 0) return destinationPlace(destination);
	return toolCachePlace({
		toolCache: machine.toolCache.directory,
		version,
		platform: platformOfRelease(platform, version)
	});
}
function forRelease(context, version) {
	return {
		...context,
		platform: platformOfRelease(context.platform, version)
	};
}
// \0made:semver/ranges/valid.js
var valid_default = (...args) => require("./semver.cjs").validRange(...args);
// src/domain/version-spec.ts
const LINE_FORM = /^(?:go|v)?(0|[1-9]\d{0,3})(?:\.(0|[1-9]\d{0,3}))?$/u;
const LONGEST = 256;
function parseSpec(request) {
	const text = request.trim();
	if (text === "" || text.length > LONGEST) return void 0;
	if (text === "stable" || text === "oldstable" || text === "latest") return {
		kind: "alias",
		text,
		alias: text
	};
	const line = LINE_FORM.exec(text);
	if (line !== null) return {
		kind: "minor",
		text,
		major: Number(line[1]),
		minor: line[2] === void 0 ? void 0 : Number(line[2])
	};
	const version = parseGoVersion(text);
	if (version !== void 0 && isComplete(text)) return {
		kind: "exact",
		text,
		version
	};
	const range = valid_default(inSemverSpelling(text));
	return range === null ? void 0 : {
		kind: "range",
		text,
		range
	};
}
function inSemverSpelling(text) {
	return text.replace(/(?<![a-z0-9.-])go(?=\d)/gu, "").replace(/(?<![\w.-])(\d+\.\d+)(\.\d+)?(beta|rc)(\d+)(?![\w.-])/gu, (_, line, patch, kind, number) => `${line}${patch ?? ".0"}-${kind}.${number}`);
}
// src/steps/request.ts
async function readRequest(setting) {
	const { rawInputs, workspace } = setting;
	const version = rawInputs["go-version"]?.trim();
	const file = rawInputs["go-version-file"]?.trim();
	if (version) {
		const spec = parseSpec(version);
		const warnings = file ? [ignoredFile(file)] : [];
		return spec && {
			spec,
			origin: { kind: "input" },
			isGoLine: false,
			warnings
		};
	}
	if (file) return fromFile(setting, {
		path: (0, node_path.resolve)(workspace, file),
		kind: "file"
	});
	const start = await workingDirectory$1(setting);
	const found = await nearestModuleFile(setting.files, {
		start,
		workspace: (0, node_path.resolve)(workspace)
	});
	return found === void 0 ? void 0 : fromFile(setting, {
		path: found,
		kind: "default"
	});
}
function noRequest() {
	return failure("INPUT.VERSION", {
		subject: "go-version",
		message: "go-version and go-version-file are empty or not given, and there is no go.work or go.mod to read a version from",
		fixes: [{
			title: "Name the version",
			kind: "setting",
			text: "go-version: '1.26'",
			risk: "none"
		}]
	});
}
function ignoredFile(file) {
	return finding("INPUT.INVALID", {
		subject: "go-version-file",
		severity: "warning",
		message: "go-version-file does not count, because go-version is given too",
		evidence: {
			got: file.slice(0, 200),
			accepted: "either go-version or go-version-file"
		},
		fixes: [{
			title: "Remove one of the two",
			kind: "edit",
			text: "go-version-file",
			risk: "none"
		}]
	});
}
async function workingDirectory$1({ files, rawInputs, workspace, host }) {
	const got = rawInputs["working-directory"]?.trim() || ".";
	const path = (0, node_path.resolve)(workspace, got);
	if (path === (0, node_path.resolve)(workspace)) return path;
	const mustBeInside = host.kind !== "terminal";
	const kind = (await files.stat(path))?.kind;
	const isDirectory = kind === "directory" || kind === "symlink";
	if (isDirectory && (isBelow(workspace, path) || !mustBeInside)) return path;
	throw failure("INPUT.INVALID", {
		subject: "working-directory",
		evidence: {
			got: got.slice(0, 200),
			reason: isDirectory ? "it is outside of the workspace" : "there is no such directory",
			accepted: mustBeInside ? "a directory of the workspace, relative to it" : "a directory"
		}
	});
}
async function fromFile({ files, env, workspace }, { path, kind }) {
	const shown = (0, node_path.relative)(workspace, path) || path;
	const text = await readText(files, {
		path,
		shown
	});
	const read = (require_project ??= require("./project.cjs")).readVersionFile({
		path: shown,
		text,
		gotoolchain: userGotoolchain(env)
	});
	if ("finding" in read) throw new Failure([read.finding]);
	return {
		spec: read.spec,
		origin: {
			kind,
			file: shown,
			line: read.line
		},
		isGoLine: read.directive === "go"
	};
}
async function readText(files, { path, shown }) {
	try {
		if (!((await files.stat(path))?.kind !== "other")) throw failure("FS.IO", {
			subject: path,
			evidence: { problem: "it is a pipe or a device, and no file" }
		});
		return (await files.read(path, LIMITS.versionFileBytes)).toString("utf8");
	} catch (error) {
		if (!(error instanceof Failure)) throw error;
		const { code, evidence } = error.finding;
		throw failure("INPUT.VERSION_FILE", {
			subject: shown,
			evidence: {
				reason: code,
				...Object.fromEntries(evidence.filter(({ name }) => name !== "path").map(({ name, value }) => [name, value]))
			},
			location: { file: shown }
		}, error);
	}
}
// src/steps/install.ts
async function installGo(context, signal) {
	const { request, emit } = context;
	for (const warning of request?.warnings ?? []) emit({
		type: "finding",
		finding: warning
	});
	if (request !== void 0) emit({
		type: "requested",
		spec: request.spec.text,
		origin: request.origin
	});
	await checkProject(context, signal);
	if (request === void 0) return useGoOnPath(context, signal);
	mustFitPath(context, context.destination ?? context.machine.toolCache.directory);
	const base = floatingBase(context.inputs.sources);
	const provided = base === void 0 ? await findOrProvide(context, request, signal) : await inPhase(context, "acquire", async () => {
		const { provideFloating } = await Promise.resolve().then(() => require("./install.cjs")).then((n) => n.private_build_exports);
		return provideFloating(context, {
			request,
			base
		}, signal);
	});
	await makeKnown(context, provided, signal);
	if (provided.from === "tool-cache") await takeLeftLock(context, provided, signal);
	await offerCaches(context, provided, signal);
	return provided.from === "tool-cache" ? "cached" : "installed";
}
async function takeLeftLock(context, { version, place }, signal) {
	const own = place ?? placeFor(context, version);
	if (await context.machine.files.stat(own.lock) === void 0) return;
	const { sweepBesideStanding } = await Promise.resolve().then(() => require("./install.cjs")).then((n) => n.under_lock_exports);
	await sweepBesideStanding(context, own, signal);
}
async function checkProject(context, signal) {
	const directory = context.inputs.preflight === "off" ? void 0 : await projectDirectory(context);
	if (directory === void 0) return;
	const { checkBeforeInstall } = await Promise.resolve().then(() => require("./preflight.cjs")).then((n) => n.preflight_exports);
	await checkBeforeInstall(context, directory, signal);
}
async function useGoOnPath(context, signal) {
	if (context.destination !== void 0) throw noRequest();
	const { findPathGo, PATH_OUTCOME } = await Promise.resolve().then(() => require("./seldom.cjs")).then((n) => n.path_go_exports);
	const provided = {
		...await findPathGo(context, signal),
		from: "path"
	};
	await makeKnown(context, provided, signal);
	await offerCaches(context, provided, signal);
	return PATH_OUTCOME;
}
async function findOrProvide(context, request, signal) {
	const { inputs } = context;
	const { spec, isGoLine: isOldLine } = request;
	const sources = once(async () => (await Promise.resolve().then(() => require("./install.cjs")).then((n) => n.sources_exports)).openSources(context, signal));
	const mustAsk = spec.kind === "alias" || inputs.checkLatest && spec.kind !== "exact";
	const base = ownBase(inputs);
	const standing = await inPhase(context, "lookup", async () => {
		if (mustAsk && !inputs.offline) return void 0;
		const proved = await findInstalled(context, {
			spec,
			sources,
			isOldLine
		}, signal);
		if (proved !== void 0 || base === void 0) return proved;
		return (await Promise.resolve().then(() => require("./install.cjs")).then((n) => n.private_entry_exports)).findPrivate(context, {
			base,
			spec
		}, signal);
	});
	if (standing !== void 0) return standing;
	return inPhase(context, "acquire", async () => {
		loadWords();
		if (inputs.diagnose !== "off" && !inputs.offline) context.earlyLook.begin(context, signal);
		const { provide } = await Promise.resolve().then(() => require("./install.cjs")).then((n) => n.provide_exports);
		return provide(context, {
			request,
			sources: await sources()
		}, signal);
	});
}
async function makeKnown(context, provided, signal) {
	const { inputs, emit, host } = context;
	const { env } = context.machine;
	const { root, version, from, name = versionText(version) } = provided;
	const checked = await inPhase(context, "check", async () => provided.checked ?? execute(context, provided, signal));
	const { gopath, foreignGoroot } = checked;
	const bin = (0, node_path.dirname)(checked.bin);
	mustFitPath(context, bin);
	const changes = environmentFor({
		root,
		gopath,
		version,
		env,
		gotoolchain: inputs.gotoolchain,
		foreignGoroot
	});
	await inPhase(context, "apply", async () => {
		if (gopath !== void 0) await makeBin(context, (0, node_path.join)(gopath, "bin"));
		await host.apply(changes);
	});
	emit({
		type: "toolchain-ready",
		version: name,
		root,
		bin,
		from,
		...gopath === void 0 ? {} : { gopath }
	});
}
async function offerCaches(context, go, signal) {
	const { inputs, host, emit } = context;
	const { cache, restoredModules } = host;
	if (restoredModules !== void 0 && await context.machine.files.stat(restoredModules) !== void 0) {
		const { dropUnsummed } = await Promise.resolve().then(() => require("./install.cjs")).then((n) => n.unsummed_modules_exports);
		await dropUnsummed(context, restoredModules);
	}
	if (cache === void 0 || !inputs.cache) return;
	const reason = inputs.offline ? "offline" : cache.unavailable;
	if (reason !== void 0) return emit({
		type: "cache",
		result: "off",
		reason
	});
	const { restoreCaches } = await Promise.resolve().then(() => require("./seldom.cjs")).then((n) => n.restore_cache_exports);
	await restoreCaches(context, {
		cache,
		go
	}, signal);
}
const UNSOUND = ["VERSION.MISMATCH", "GO.NOT_RUNNABLE"];
async function execute(context, provided, signal) {
	const { machine } = context;
	const { files, exec, env } = machine;
	const { root, version, from, name, platform = forRelease(context, version).platform } = provided;
	try {
		return await checkToolchain({
			exec,
			root,
			version,
			platform,
			env,
			isPrivate: name !== void 0
		}, signal);
	} catch (error) {
		if (from === "download" && error instanceof Failure && UNSOUND.includes(error.code)) {
			const entry = {
				place: provided.place ?? placeFor(context, version),
				files,
				randomName: () => machine.randomName()
			};
			const { removeEntry } = await Promise.resolve().then(() => require("./install.cjs")).then((n) => n.publish_exports);
			await removeEntry(entry).catch(() => void 0);
		}
		throw error;
	}
}
async function makeBin({ machine, emit }, directory) {
	try {
		await machine.files.makeDirectory(directory);
		const shadow = (await machine.files.list(directory)).find((name) => name === "go" || name === "go.exe");
		if (shadow !== void 0) emit({
			type: "finding",
			finding: finding("GO.SHADOWED", { subject: (0, node_path.join)(directory, shadow) })
		});
	} catch (error) {
		if (!(error instanceof Failure)) throw error;
		emit({
			type: "finding",
			finding: {
				...error.finding,
				severity: "warning"
			}
		});
	}
}
async function findInstalled(context, wanted, signal) {
	const { spec, isOldLine = false } = wanted;
	const installed = (await installedVersions(context, spec)).map((version) => ({
		version,
		stable: version.prerelease === void 0
	}));
	for (const { version } of spec === void 0 ? installed : matching(spec, installed)) {
		if (!isOldLine && compareVersions(version, context.inputs.minGoVersion) < 0) continue;
		const place = placeFor(context, version);
		const own = forRelease(context, version);
		const proofs = once(async () => {
			const { openProofs } = await Promise.resolve().then(() => require("./install.cjs")).then((n) => n.proofs_exports);
			return openProofs(own, {
				sources: await wanted.sources(),
				version
			}, signal);
		});
		const provided = {
			version,
			root: place.root,
			from: "tool-cache"
		};
		const trial = beginTrial(own, provided, signal);
		if ((await proveStanding(own, {
			place,
			version,
			proofs,
			onRunnable: trial.begin
		}, signal)).state === "proved") return {
			...provided,
			...trial.begun()
		};
		trial.drop();
	}
}
function beginTrial(context, provided, signal) {
	const dropped = new AbortController();
	let checked;
	return {
		begin: () => {
			checked = execute(context, provided, AbortSignal.any([signal, dropped.signal]));
			checked.catch(() => void 0);
		},
		begun: () => checked === void 0 ? {} : { checked },
		drop: () => dropped.abort(new Error("the tree is not what was proved"))
	};
}
async function installedVersions(context, spec) {
	const { machine, destination, platform } = context;
	if (destination === void 0 && spec?.kind === "exact") return [spec.version];
	return (destination === void 0 ? [...machine.toolCache.versions("go", platform.cacheArch), ...throughRosetta(context)] : [(await findEntry(placeFor(context, {
		major: 0,
		minor: 0,
		patch: 0
	}), machine.files))?.versionLine ?? ""]).map((text) => parseGoVersion(text)).filter((version) => version !== void 0).sort((a, b) => compareVersions(b, a));
}
function throughRosetta({ machine, platform }) {
	if (platform.goos !== "darwin" || platform.goarch !== "arm64") return [];
	return machine.toolCache.versions("go", "x64").filter((text) => {
		const version = parseGoVersion(text);
		return version !== void 0 && platformOfRelease(platform, version) !== platform;
	});
}
// src/domain/checksum-pin.ts
function parseChecksumPin(text) {
	const hex = /^sha256:([0-9a-f]{64})$/iu.exec(text)?.[1];
	if (hex !== void 0) return {
		kind: "sha256",
		hex: hex.toLowerCase()
	};
	return /^h1:[A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]=$/u.test(text) ? {
		kind: "h1",
		text
	} : void 0;
}
// src/domain/input-reader.ts
function createInputReader(raw, findings) {
	const text = (name) => (raw[name] ?? "").trim() || defaultOf(name);
	const refuse = (name, { code, got, accepted }) => {
		findings.push(finding(code, {
			subject: name,
			evidence: {
				got: got.slice(0, 200),
				accepted
			},
			fixes: [{
				title: "Write an accepted value",
				kind: "setting",
				text: `${name}: ${accepted}`,
				risk: "none"
			}]
		}));
	};
	return {
		text,
		refuse,
		optional: (name) => text(name) || void 0,
		flag: (name) => {
			const value = text(name);
			if (/^(?:true|True|TRUE)$/u.test(value)) return true;
			if (!/^(?:false|False|FALSE)$/u.test(value)) refuse(name, {
				code: "INPUT.INVALID",
				got: value,
				accepted: "true or false"
			});
			return false;
		},
		choice: (name, choices) => {
			const value = text(name);
			const found = choices.find((choice) => choice === value);
			if (found === void 0) refuse(name, {
				code: "INPUT.INVALID",
				got: value,
				accepted: choices.join(", ")
			});
			return found ?? choices[0];
		}
	};
}
function defaultOf(name) {
	return INPUTS.find((row) => row.name === name)?.default ?? "";
}
function unknownNames(raw) {
	const known = INPUTS.map((row) => row.name);
	return Object.keys(raw).filter((name) => raw[name] !== void 0 && !known.includes(name)).map((name) => {
		const near = nearestName(name, known);
		return finding("INPUT.UNKNOWN_OPTION", {
			subject: name.slice(0, 100),
			evidence: {
				nearest: near,
				accepted: known.join(" ")
			},
			fixes: near === void 0 ? [] : [{
				title: "Correct the name",
				kind: "edit",
				text: near,
				risk: "none"
			}]
		});
	});
}
// src/domain/source-spec.ts
const PLACEHOLDERS = [
	"version",
	"os",
	"arch",
	"ext",
	"file"
];
function fillTemplate(template, values) {
	return template.replace(/\{([^{}]*)\}/gu, (whole, name) => isPlaceholder(name) ? values[name] : whole);
}
function isPlaceholder(name) {
	return PLACEHOLDERS.includes(name);
}
function parseSourceList(text, sourceIds) {
	const entries = [...new Set(text.split(/[,\r\n]/u).map((entry) => entry.trim()))].filter((entry) => entry !== "");
	if (entries.length === 0 || entries.length === 1 && entries[0] === "auto") return {
		specs: [],
		findings: []
	};
	const specs = [];
	const findings = [];
	for (const entry of entries) {
		const read = parseEntry(entry, sourceIds);
		if ("reason" in read) findings.push(refusal({
			subject: "sources",
			entry,
			reason: read.reason,
			sourceIds
		}));
		else specs.push(read);
	}
	return {
		specs,
		findings
	};
}
function parseBaseUrl(text, subject) {
	const read = parseBase(text);
	return "reason" in read ? { finding: refusal({
		subject,
		entry: text,
		reason: read.reason,
		sourceIds: []
	}) } : { spec: read };
}
function parseEntry(entry, sourceIds) {
	if (/[{}]/u.test(entry)) return parseTemplate(entry);
	if (entry.includes(":")) return parseBase(entry);
	if (entry === "auto") return { reason: "auto stands alone: a list that names sources is exclusive" };
	if (sourceIds.includes(entry)) return {
		kind: "id",
		id: entry
	};
	const near = nearestName(entry, sourceIds);
	return { reason: near === void 0 ? "the id is not known" : `the id is not known; ${near} is` };
}
function parseBase(text) {
	const reason = addressFault(text);
	return reason === void 0 ? {
		kind: "base",
		url: /[?#]/u.test(text) ? text : text.replace(/\/+$/u, "")
	} : { reason };
}
function addressFault(text) {
	if (!/^(?:https?|file):\/\//iu.test(text)) return "it does not begin with https://, http:// or file://";
	if (!URL.canParse(text)) return "it is not a URL";
	const url = new URL(text);
	if (url.hash !== "") return "it has a fragment, which is never sent";
	if (url.protocol !== "file:") return void 0;
	if (url.host !== "" || url.pathname === "/") return "a directory is written file:///path";
	return isPath(url.pathname) ? void 0 : "it names no path: an escape in it is broken, or stands for a slash or for NUL";
}
function isPath(escaped) {
	if (/%(?:2f|5c|00)/iu.test(escaped)) return false;
	try {
		return true;
	} catch {
		return false;
	}
}
const SAMPLES = [{
	version: "1.26.8",
	os: "linux",
	arch: "amd64",
	ext: "tar.gz",
	file: "go1.26.8.linux-amd64.tar.gz"
}, {
	version: "1.25.3",
	os: "windows",
	arch: "arm64",
	ext: "zip",
	file: "go1.25.3.windows-arm64.zip"
}];
function parseTemplate(template) {
	const names = [...template.matchAll(/\{([^{}]*)\}/gu)].map((match) => match[1] ?? "");
	const unknown = names.find((name) => !isPlaceholder(name));
	if (unknown !== void 0) return { reason: `the placeholder {${unknown}} is not one of ${accepted()}` };
	if (/[{}]/u.test(template.replace(/\{[^{}]*\}/gu, ""))) return { reason: "a brace has no partner" };
	if (!names.includes("file") && !names.includes("version")) return { reason: "it has neither {file} nor {version}" };
	const [first, second] = SAMPLES.map((sample) => fillTemplate(template, sample));
	if (first === void 0 || second === void 0) return { reason: "it cannot be filled" };
	const reason = addressFault(first) ?? addressFault(second);
	if (reason !== void 0) return { reason };
	return authority(first) === authority(second) ? {
		kind: "template",
		template
	} : { reason: "a placeholder stands in the host" };
}
function authority(address) {
	const url = new URL(address);
	return `${url.protocol}//${url.username}:${url.password}@${url.host}`;
}
function accepted() {
	return PLACEHOLDERS.map((name) => `{${name}}`).join(" ");
}
function refusal(what) {
	const ids = ["auto", ...what.sourceIds].join(" ");
	const forms = "https://host/path (a base URL), file:///directory, or a template with {file} or {version}";
	return finding("INPUT.SOURCE", {
		subject: what.subject,
		evidence: {
			entry: redactUrl(what.entry).slice(0, 200),
			reason: what.reason,
			ids: what.sourceIds.length === 0 ? void 0 : ids
		},
		fixes: [{
			title: "Write an accepted source",
			kind: "setting",
			text: `${what.subject}: ${what.sourceIds.length === 0 ? forms : `${ids}, or ${forms}`}`,
			risk: "none"
		}]
	});
}
// src/domain/inputs.ts
function parseInputs(raw, context) {
	const findings = unknownNames(raw);
	const reader = createInputReader(raw, findings);
	const { text, optional, flag, choice } = reader;
	const inputs = {
		goVersion: judgeGoVersion(reader),
		goVersionFile: optional("go-version-file"),
		checkLatest: flag("check-latest"),
		architecture: judgeArchitecture(reader),
		sources: judgeSources({
			reader,
			context,
			findings
		}),
		sourceToken: optional("source-token"),
		verification: choice("verification", ["strict", "source"]),
		toolCacheProof: choice("tool-cache-proof", ["quick", "full"]),
		checksum: judgeChecksum(reader),
		minGoVersion: judgeMinimum(reader),
		preflight: choice("preflight", [
			"error",
			"warn",
			"off"
		]),
		diagnose: choice("diagnose", [
			"on-failure",
			"always",
			"off"
		]),
		repair: choice("repair", [
			"off",
			"plan",
			"safe"
		]),
		workingDirectory: text("working-directory"),
		gotoolchain: choice("gotoolchain", [
			"keep",
			"local",
			"auto"
		]),
		timeoutMs: judgeTimeoutMs(reader),
		offline: flag("offline"),
		caFile: optional("ca-file"),
		allowDirect: flag("allow-direct"),
		cache: flag("cache"),
		cacheDependencyPath: optional("cache-dependency-path"),
		cacheMode: choice("cache-mode", ["read-write", "read-only"]),
		problemMatcher: flag("problem-matcher"),
		summary: choice("summary", [
			"always",
			"on-failure",
			"never"
		]),
		reportDir: optional("report-dir"),
		metricsPushgateway: judgeGateway(reader),
		sbomTool: optional("sbom-tool"),
		destination: optional("dest")
	};
	const [first, ...rest] = findings;
	return first === void 0 ? { inputs: Object.freeze(inputs) } : { findings: [first, ...rest] };
}
function judgeGoVersion({ optional, refuse }) {
	const got = optional("go-version");
	if (got === void 0 || parseSpec(got) !== void 0) return got;
	refuse("go-version", {
		code: "INPUT.VERSION",
		got,
		accepted: "a version such as 1.26.8 or 1.27rc1, a line such as 1.26, an npm range, stable, oldstable or latest"
	});
}
function judgeArchitecture({ optional, refuse }) {
	const got = optional("architecture");
	if (got !== void 0 && !ARCHITECTURE_NAMES.includes(got.toLowerCase())) refuse("architecture", {
		code: "INPUT.PLATFORM",
		got,
		accepted: ARCHITECTURE_NAMES.join(", ")
	});
	return got;
}
function judgeChecksum({ optional, refuse }) {
	const got = optional("checksum");
	const pin = got === void 0 ? void 0 : parseChecksumPin(got);
	if (got !== void 0 && pin === void 0) refuse("checksum", {
		code: "INPUT.CHECKSUM",
		got,
		accepted: "sha256: and 64 hexadecimal digits, or h1: and 44 base64 characters"
	});
	return pin;
}
function judgeMinimum({ text, refuse }) {
	const got = text("min-go-version");
	const minimum = parseGoVersion(got);
	if (minimum === void 0) refuse("min-go-version", {
		code: "INPUT.INVALID",
		got,
		accepted: "a version such as 1.21 or 1.24.3"
	});
	return minimum ?? {
		major: 0,
		minor: 0,
		patch: 0
	};
}
function judgeTimeoutMs({ text, refuse }) {
	const got = text("timeout");
	const timeoutMs = parseDurationMs(got);
	if (timeoutMs === void 0) refuse("timeout", {
		code: "INPUT.TIMEOUT",
		got,
		accepted: "a duration up to 24h such as 90s, 10m or 1m30s"
	});
	return timeoutMs ?? 0;
}
function judgeGateway({ optional, refuse }) {
	const got = optional("metrics-pushgateway");
	if (got === void 0 || parseGateway(got) !== void 0) return got;
	refuse("metrics-pushgateway", {
		code: "INPUT.INVALID",
		got: redactUrl(got),
		accepted: "an http or https URL"
	});
}
function judgeSources(from) {
	const { reader, context, findings } = from;
	const list = parseSourceList(reader.text("sources"), context.sourceIds);
	findings.push(...list.findings);
	const isNamed = list.specs.length > 0 || list.findings.length > 0;
	const input = reader.optional("go-download-base-url");
	const base = input ?? (context.env.GO_DOWNLOAD_BASE_URL?.trim() || void 0);
	if (isNamed && input !== void 0) {
		const got = redactUrl(input);
		reader.refuse("go-download-base-url", {
			code: "INPUT.INVALID",
			got,
			accepted: "either go-download-base-url or sources, not both"
		});
	}
	const specs = isNamed || base === void 0 ? list.specs : baseUrlSpecs({
		base,
		isInput: input !== void 0,
		findings
	});
	findings.push(...exposedCredentials(specs, reader.optional("source-token") !== void 0));
	return specs;
}
function baseUrlSpecs(from) {
	const read = parseBaseUrl(from.base, from.isInput ? "go-download-base-url" : "GO_DOWNLOAD_BASE_URL");
	if ("spec" in read) return [read.spec];
	from.findings.push(read.finding);
	return [];
}
function exposedCredentials(specs, hasToken) {
	return specs.flatMap((spec) => {
		if (spec.kind === "id") return [];
		const { url, authorization } = splitUserinfo(spec.kind === "base" ? spec.url : fillTemplate(spec.template, {
			version: "",
			os: "",
			arch: "",
			ext: "",
			file: ""
		}));
		if (!isExposed(url) || !hasToken && authorization === void 0) return [];
		return [finding("HTTP.INSECURE_TOKEN", {
			subject: hasToken ? "source-token" : "sources",
			evidence: { source: redactUrl(url) }
		})];
	});
}
// src/sources/mirrors.ts
const MIRRORS = [
	{
		id: "aliyun",
		title: "Alibaba Cloud",
		base: "https://mirrors.aliyun.com/golang",
		region: "CN",
		hasListing: false
	},
	{
		id: "nju",
		title: "Nanjing University",
		base: "https://mirrors.nju.edu.cn/golang",
		region: "CN",
		hasListing: false
	},
	{
		id: "hust",
		title: "Huazhong University of Science and Technology",
		base: "https://mirrors.hust.edu.cn/golang",
		region: "CN",
		hasListing: false
	},
	{
		id: "golang-cn",
		title: "golang.google.cn",
		base: "https://golang.google.cn/dl",
		region: "CN",
		hasListing: true
	}
];
function mirrorSource(row) {
	const directory = flatDirectory(row.id, row.base);
	return {
		id: row.id,
		title: row.title,
		kind: "mirror",
		listing: () => row.hasListing ? flatListing(directory) : void 0,
		candidate: (version, platform) => flatCandidate(directory, version, platform)
	};
}
// src/sources/source-ids.ts
const SOURCE_IDS = [
	"official",
	"goproxy",
	...MIRRORS.map((row) => row.id)
];
// src/domain/probe-limits.ts
const SECOND = 1e3;
const KIB = 1024;
const MIB = 1024 * KIB;
const PROBE_LIMITS = {
	passMs: 24 * SECOND,
	earlyPassMs: 6 * SECOND,
	leastMs: 250,
	lookupMs: 6 * SECOND,
	wireMs: 1500,
	wireTryCount: 2,
	connectMs: 5 * SECOND,
	silenceMs: 150,
	tunnelMs: 6 * SECOND,
	handshakeMs: 6 * SECOND,
	variantMs: 4 * SECOND,
	refusalMs: 250,
	firstByteMs: 8 * SECOND,
	bodyMs: 4 * SECOND,
	rangeBytes: 512,
	bodyBytes: 64 * KIB,
	keptBytes: 4 * KIB,
	firstBytes: 64,
	sampleMs: 100,
	sampleCount: 48,
	pageMs: 300,
	hostRequestCount: 3,
	targetCount: 24,
	memberCount: 8,
	dateHostCount: 3,
	hostsFileBytes: MIB,
	archiveBytes: 500 * MIB,
	archiveMs: 10 * SECOND
};
// src/steps/early-look.ts
function createEarlyLook() {
	const over = new AbortController();
	let facts;
	let wait = () => void 0;
	let waiting;
	const pause = () => {
		waiting?.abort(new Error("nobody is asked now"));
		waiting = void 0;
	};
	const stop = () => {
		pause();
		facts = void 0;
		over.abort(new Error("nobody needs to know any more"));
	};
	return {
		begin: (context, signal) => {
			wait = () => {
				if (waiting !== void 0 || over.signal.aborted) return;
				waiting = new AbortController();
				context.machine.clock.sleep(LIMITS.earlyLookMs, waiting.signal).then(() => {
					facts = look(context, AbortSignal.any([signal, over.signal]));
					facts.catch(() => void 0);
				}, () => void 0);
			};
			wait();
		},
		hear: (event) => {
			if (isAnswer(event)) stop();
			if (event.type === "lock-waiting") pause();
			if (event.type === "attempt-started") wait();
		},
		facts: () => facts,
		stop
	};
}
async function look(context, signal) {
	const { gatherForRun } = await Promise.resolve().then(() => require("./diagnose.cjs")).then((n) => n.gather_exports);
	return gatherForRun(context, {
		urls: [],
		findings: [],
		passMs: PROBE_LIMITS.earlyPassMs
	}, signal);
}
function isAnswer(event) {
	if (event.type === "attempt-answered") return true;
	return event.type === "listing-read" && event.code === void 0 && /^https?:/iu.test(event.url);
}
// src/steps/prepare.ts
async function prepare(setting, emit) {
	const { rawInputs, env, workspace, host, operands, options, secrets, log, signer, readTable, readTrustedRoot } = setting;
	const judged = parseInputs(rawInputs, {
		env,
		sourceIds: SOURCE_IDS
	});
	const problems = "findings" in judged ? [...judged.findings] : [];
	const request = await collect(() => wantedRequest(setting), problems);
	const caPem = await collect(() => readCaFile(setting), problems);
	const platform = platformFor(setting.hostPlatform, rawInputs["architecture"]?.trim() || void 0);
	if (platform === void 0 && !problems.some(({ code }) => code === "INPUT.PLATFORM")) problems.push(noPlatform(setting));
	const destination = await collect(() => findDestination(setting), problems);
	await collect(() => checkParent(setting, destination), problems);
	const [first, ...rest] = problems;
	if (first !== void 0) throw new Failure([first, ...rest]);
	if ("findings" in judged || platform === void 0) throw new Error("problems without a finding");
	const { inputs } = judged;
	const settings = {
		caPem,
		offline: inputs.offline,
		allowDirect: inputs.allowDirect
	};
	const machine = setting.openMachine(settings);
	const reopen = (network) => setting.openMachine({
		...settings,
		network
	});
	const releaseTable = once(async () => (await Promise.resolve().then(() => require("./install.cjs")).then((n) => n.release_table_exports)).readReleaseTable(setting, emit));
	const budgetEndMs = machine.clock.monotonic() + inputs.timeoutMs;
	const { openStandardInput } = setting;
	const face = {
		host,
		operands,
		options,
		secrets,
		workspace,
		log,
		signer,
		readTable,
		readTrustedRoot,
		...openStandardInput === void 0 ? {} : { openStandardInput }
	};
	const made = {
		machine,
		emit,
		releaseTable,
		budgetEndMs,
		reopen,
		earlyLook: createEarlyLook()
	};
	return {
		...face,
		...made,
		inputs,
		platform,
		request,
		destination
	};
}
async function wantedRequest(setting) {
	const { command, rawInputs } = setting;
	const isNamed = !!rawInputs["go-version"]?.trim() || !!rawInputs["go-version-file"]?.trim();
	return command === "install" || command === "resolve" || isNamed ? readRequest(setting) : void 0;
}
async function readCaFile({ rawInputs, files, workspace }) {
	const name = rawInputs["ca-file"]?.trim();
	if (!name) return void 0;
	const refuse = (evidence) => failure("INPUT.CA_FILE", {
		subject: "ca-file",
		evidence: {
			file: name,
			...evidence
		}
	});
	let text;
	try {
		text = (await files.read((0, node_path.resolve)(workspace, name), LIMITS.caFileBytes)).toString("utf8");
	} catch (error) {
		if (error instanceof Failure) throw refuse({ reason: error.finding.message });
		throw error;
	}
	const certificates = certificatesIn(text);
	if (certificates.length === 0) throw refuse({ reason: "it holds no PEM certificate" });
	const at = certificates.findIndex((pem) => !isWholeCertificate(pem));
	if (at !== -1) throw refuse({ reason: `certificate ${at + 1} of ${certificates.length} is damaged` });
	return text;
}
async function findDestination({ rawInputs, files, workspace }) {
	const name = rawInputs["dest"]?.trim();
	if (!name) return void 0;
	const path = (0, node_path.resolve)(workspace, name);
	return ((await files.stat(path))?.kind === "symlink" ? await files.realPath(path) : void 0) ?? path;
}
async function checkParent({ command, files }, destination) {
	if (destination === void 0) return;
	for (let path = destination;; path = (0, node_path.resolve)(path, "..")) {
		const stat = await files.stat(path);
		if (stat?.kind === "file" || stat?.kind === "other") throw failure("INPUT.DESTINATION", {
			subject: "dest",
			evidence: { "not a directory": path }
		});
		if (stat === void 0 && path !== (0, node_path.resolve)(path, "..")) continue;
		if (command === "install" && path !== destination) await tryToWrite(files, path);
		return;
	}
}
async function tryToWrite(files, directory) {
	const probe = (0, node_path.join)(directory, ".setup-go-robust-probe");
	try {
		await files.write(probe, "", { exclusive: true });
		await files.remove(probe);
	} catch (error) {
		if (!(error instanceof Failure)) throw error;
		throw failure("INPUT.DESTINATION", {
			subject: "dest",
			evidence: {
				"cannot be written": directory,
				reason: error.code
			}
		});
	}
}
async function collect(body, problems) {
	try {
		return await body();
	} catch (error) {
		if (!(error instanceof Failure)) throw error;
		problems.push(...error.findings);
		return;
	}
}
function noPlatform({ hostPlatform }) {
	return finding("INPUT.PLATFORM", {
		subject: "architecture",
		evidence: {
			os: hostPlatform.os,
			arch: hostPlatform.arch
		}
	});
}
// src/run.ts
const COMMANDS = {
	install: installGo,
	resolve: async (...given) => (await Promise.resolve().then(() => require("./install.cjs")).then((n) => n.resolve_exports)).resolveOnly(...given),
	preflight: async (...given) => (await Promise.resolve().then(() => require("./preflight.cjs")).then((n) => n.preflight_exports)).preflight(...given),
	doctor: async (...given) => (await Promise.resolve().then(() => require("./diagnose.cjs")).then((n) => n.doctor_exports)).doctor(...given),
	explain: async (...given) => (await Promise.resolve().then(() => require("./explain.cjs")).then((n) => n.explain_exports)).explainLog(...given),
	run: async (...given) => (await Promise.resolve().then(() => require("./explain.cjs")).then((n) => n.run_command_exports)).runCommand(...given),
	sources: async (...given) => (await Promise.resolve().then(() => require("./diagnose.cjs")).then((n) => n.source_health_exports)).showSourceHealth(...given),
	verify: async (context, signal) => {
		if (context.options["modules"] === void 0) return (await Promise.resolve().then(() => require("./signatures.cjs")).then((n) => n.verify_exports)).verifyPath(context, signal);
		return (await Promise.resolve().then(() => require("./explain.cjs")).then((n) => n.verify_modules_exports)).verifyModules(context, signal);
	},
	mirror: async (...given) => (await Promise.resolve().then(() => require("./seldom.cjs")).then((n) => n.mirror_export_exports)).exportMirror(...given),
	env: async (...given) => (await Promise.resolve().then(() => require("./seldom.cjs")).then((n) => n.print_environment_exports)).printEnvironment(...given)
};
async function run(job, signal) {
	let context;
	const emit = emitter(job, (event) => context?.earlyLook.hear(event));
	const over = new AbortController();
	const nowMs = job.clock.now();
	emit({
		type: "run-started",
		command: job.command,
		product: `${PRODUCT.name} ${PRODUCT.version}`,
		nowMs
	});
	const running = AbortSignal.any([signal, over.signal]);
	const ended = {
		command: job.command,
		events: job.events,
		repeat: COMMANDS[job.command]
	};
	try {
		if (job.usage !== void 0) throw new Failure(job.usage);
		context = await prepare(job, emit);
		if (job.command !== "install") loadWords();
		const outcome = await COMMANDS[job.command](context, running);
		await diagnoseAndRepair(context, {
			...ended,
			findings: []
		}, running);
		await describeInstalled(context, job.command, running);
		emit({
			type: "run-ended",
			outcome,
			findings: []
		});
	} catch (error) {
		const findings = findingsOf(signal.aborted ? signal.reason : error);
		const repaired = context && await diagnoseAndRepair(context, {
			...ended,
			findings
		}, running);
		if (context && repaired) await describeInstalled(context, job.command, running);
		emit({
			type: "run-ended",
			outcome: repaired ?? "failed",
			findings
		});
	}
	over.abort(new Error("the run is over"));
	context?.earlyLook.stop();
	const report = foldReport(job.events, findCause);
	await job.host.publish(report);
	return report;
}
function emitter(job, hear) {
	const startMs = job.clock.monotonic();
	let isOver = false;
	return (body) => {
		if (isOver) return;
		isOver = body.type === "run-ended";
		const event = redactDeep({
			atMs: Math.round(job.clock.monotonic() - startMs),
			...body
		}, job.secrets);
		job.events.push(event);
		job.host.hear(event);
		hear(event);
	};
}
// src/verify/known-log.ts
const SUM_GOLANG_ORG = {
	verifierKey: "sum.golang.org+033de0ae+Ac4zctda0e5eza+HJyk9SxEdh+s3Ux18htTTAD8OuAn8",
	heads: [{
		size: 71769961,
		root: "O0jlIxwRb2vZYS1na726XLlaDCtCqKUVLld+AY32AGA="
	}]
};
// src/verify/known-signer.ts
const GOOGLE_LINUX_PACKAGES = "EB4C1BFD4F042F6DDDCCEC917721F63BD38B4796";
// src/main.ts
const DISTRIBUTION = __dirname;
const POST_STATE = "isPost";
const CACHE_STATE = "cachePlan";
function main() {
	process.exitCode = 70;
	const isAlone = process.argv.length <= 2;
	const isAction = process.env["GITHUB_ACTIONS"] === "true" && isAlone;
	const isComponent = process.env["SGR_HOST"] === "gitlab" && isAlone;
	mindStreams({
		process,
		holdsResult: !isAction && !isComponent,
		writeSync: writeLast
	});
	if (isComponent) component();
	else if (!isAction) commandLine((require_faces ??= require("./faces.cjs")).parseCommandLine(process.argv.slice(2)));
	else if (getState(POST_STATE) === "true") afterJob();
	else action();
}
function action() {
	const { env } = process;
	const rawInputs = Object.fromEntries(INPUTS.map(({ name }) => [name, env[`INPUT_${name.toUpperCase()}`]]));
	const temp = env["RUNNER_TEMP"] || (0, node_path.join)(toolCacheDirectory(process.env), "..");
	const summary = rawInputs["summary"];
	const host = createGithubHost({
		summaryFile: env["GITHUB_STEP_SUMMARY"],
		cache: hostCache(),
		settings: () => ({
			summary: summary === "never" || summary === "on-failure" ? summary : "always",
			reportDir: rawInputs["report-dir"] || (0, node_path.join)(temp, "setup-go-robust-report"),
			isReportAsked: !!rawInputs["report-dir"],
			matcherFile: isOff(rawInputs["problem-matcher"]) ? void 0 : (0, node_path.join)(DISTRIBUTION, "problem-matcher.json")
		})
	});
	const place = env["GITHUB_WORKSPACE"] ? {
		workspace: env["GITHUB_WORKSPACE"],
		problems: []
	} : workingDirectory();
	const problems = [...markPost(), ...place.problems];
	start({
		host,
		command: "install",
		rawInputs,
		operands: [],
		options: {},
		workspace: place.workspace,
		problems
	});
}
function markPost() {
	try {
		saveState(POST_STATE, "true");
		return [];
	} catch (error) {
		return [finding("FS.IO", {
			subject: "GITHUB_STATE",
			evidence: { error: error instanceof Error ? error.message : String(error) }
		})];
	}
}
function workingDirectory() {
	try {
		return {
			workspace: process.cwd(),
			problems: []
		};
	} catch (error) {
		const { PWD: path = "working directory" } = process.env;
		const { finding: problem } = fsFailure(error, {
			operation: "getcwd",
			path
		});
		return {
			workspace: path.startsWith("/") ? path : "/",
			problems: [problem]
		};
	}
}
function component() {
	const { workspace: project, problems } = workingDirectory();
	const { rawInputs, host: settings } = (require_faces ??= require("./faces.cjs")).readGitlabSettings(process.env, hostPlatform());
	const nowSeconds = () => Math.floor(Date.now() / 1e3);
	const host = (require_faces ??= require("./faces.cjs")).createGitlabHost({
		...settings,
		stdout: process.stdout,
		project,
		nowSeconds
	});
	process.on("exit", () => host.endSections());
	start({
		host,
		command: "install",
		rawInputs,
		operands: [],
		options: {},
		workspace: project,
		toolCache: (0, node_path.join)(project, settings.state, "tool-cache"),
		problems
	});
}
function afterJob() {
	process.exitCode = 0;
	const text = getState(CACHE_STATE);
	if (text === "") return;
	const clock = createClock();
	const files = createFiles({
		os: (0, node_os.platform)(),
		clock,
		isRoot: process.getuid?.() === 0
	});
	const say = (line, level) => level === "info" ? info(commandSafe(line)) : warning(line);
	superviseAfterJob({
		process: endingPromptly(process),
		timeoutMs: LIMITS.postMs,
		say
	}, async (signal) => {
		const { saveCaches } = await Promise.resolve().then(() => require("./seldom.cjs")).then((n) => n.save_cache_exports);
		return savedLine(await saveCaches({
			text,
			cache: hostCache(),
			files,
			clock
		}, signal));
	});
}
function hostCache() {
	return createHostCache({
		env: process.env,
		keep: (text) => saveState(CACHE_STATE, text),
		mask: setSecret
	});
}
function isOff(flag) {
	return /^\s*false\s*$/iu.test(flag ?? "");
}
function commandLine(line) {
	if (line.kind === "help" || line.kind === "version") {
		process.stdout.write(line.kind === "help" ? (require_faces ??= require("./faces.cjs")).helpText(line.topic) : `${PRODUCT.name} ${PRODUCT.version}\n`);
		process.exitCode = 0;
		return;
	}
	const { env, stdout, stderr } = process;
	const command = line.kind === "command" ? line : {
		name: line.name ?? "install",
		inputs: {},
		operands: [],
		options: {}
	};
	const program = `node ${process.argv[1] ?? "main.cjs"}`;
	const host = (require_faces ??= require("./faces.cjs")).createTerminalHost({
		stdout,
		stderr,
		noColor: !!env["NO_COLOR"],
		json: line.json,
		shell: SHELLS.find((shell) => shell === command.options["shell"]) ?? usualShell((0, node_os.platform)(), env),
		program,
		annotates: env["GITHUB_ACTIONS"] === "true",
		reportDir: command.inputs["report-dir"],
		hasDestination: (command.inputs["dest"] ?? "") !== ""
	});
	const { workspace, problems } = workingDirectory();
	start({
		host,
		command: command.name,
		rawInputs: command.inputs,
		operands: command.operands,
		options: command.options,
		workspace,
		problems: [...line.kind === "invalid" ? line.findings : [], ...problems]
	});
}
function start(face) {
	const clock = createClock();
	const files = createFiles({
		os: (0, node_os.platform)(),
		clock,
		isRoot: process.getuid?.() === 0
	});
	const machines = [];
	const events = [];
	const secrets = secretValues(face.rawInputs);
	for (const secret of secrets) face.host.mask(secret);
	const stop = new AbortController();
	const host = pushAfterwards(face.host, {
		gateway: face.rawInputs["metrics-pushgateway"],
		env: process.env,
		goVersion: face.rawInputs["go-version"],
		openNet: () => (machines.at(-1) ?? job.openMachine(unjudged(face.rawInputs))).net,
		isLate: () => stop.signal.aborted,
		streams: process
	});
	const [problem, ...more] = face.problems;
	const job = {
		...face,
		...problem === void 0 ? {} : { usage: [problem, ...more] },
		host,
		events,
		secrets,
		clock,
		files,
		env: Object.freeze({ ...process.env }),
		hostPlatform: hostPlatform(),
		openStandardInput: () => process.stdin,
		log: SUM_GOLANG_ORG,
		signer: {
			fingerprint: GOOGLE_LINUX_PACKAGES,
			readBlock: () => files.read((0, node_path.join)(DISTRIBUTION, "google-linux-packages-key.asc"), LIMITS.keyBlockBytes)
		},
		readTrustedRoot: () => files.read((0, node_path.join)(DISTRIBUTION, "sigstore-trusted-root.json"), LIMITS.trustedRootBytes),
		readTable: () => files.read((0, node_path.join)(DISTRIBUTION, "releases.json"), LIMITS.releaseTableBytes),
		openMachine: (settings) => {
			const machine = openMachine(process, {
				...settings,
				files,
				clock,
				toolCachePath: face.toolCache ?? toolCacheDirectory(process.env)
			});
			machines.push(machine);
			return machine;
		}
	};
	const isRun = face.command === "run";
	const usualMs = isRun ? Number.POSITIVE_INFINITY : LIMITS.totalMs;
	const timeoutMs = parseDurationMs(face.rawInputs["timeout"]?.trim() ?? "") ?? usualMs;
	superviseRun({
		process: endingPromptly(process),
		host,
		events,
		timeoutMs,
		stop,
		writeSync: writeLast,
		leavesSignals: isRun
	}, async (signal, supervised) => {
		try {
			return await run({
				...job,
				host: supervised
			}, signal);
		} finally {
			for (const machine of machines) machine.close();
		}
	});
}
function unjudged(rawInputs) {
	return {
		caPem: void 0,
		offline: !isOff(rawInputs["offline"]?.trim() || "false"),
		allowDirect: false
	};
}
function secretValues(rawInputs) {
	return [...[
		rawInputs["token"],
		rawInputs["source-token"],
		process.env["CI_JOB_TOKEN"]
	].flatMap((value) => value?.trim() ? [value.trim()] : []), ...gatewaySecrets(rawInputs["metrics-pushgateway"] ?? "")];
}
function writeLast(text) {
	try {
		(0, node_fs.writeSync)(2, text);
	} catch {}
}
process.nextTick(() => {
	try {
		main();
	} catch (error) {
		writeLast(bareWords(error, process.env["GITHUB_ACTIONS"] === "true" ? "github" : "terminal"));
	}
});
exports.ARCHIVE_PHASES = ARCHIVE_PHASES;
exports.CODES_PAGE = CODES_PAGE;
exports.COMMAND_NAMES = COMMAND_NAMES;
exports.EXIT_GRAVITY = EXIT_GRAVITY;
exports.EXIT_MEANING = EXIT_MEANING;
exports.FETCHING_PHASES = FETCHING_PHASES;
exports.Failure = Failure;
exports.INPUTS = INPUTS;
exports.LIMITS = LIMITS;
exports.LISTING_PHASES = LISTING_PHASES;
exports.METADATA_PHASES = METADATA_PHASES;
exports.MIRRORS = MIRRORS;
exports.OUTSIDE_MODULE = OUTSIDE_MODULE;
exports.PHASE_TITLES = PHASE_TITLES;
exports.PROBE_LIMITS = PROBE_LIMITS;
exports.PRODUCT = PRODUCT;
exports.REPOSITORY = REPOSITORY;
exports.RULE_TOPICS = RULE_TOPICS;
exports.SHELLS = SHELLS;
exports.SOURCE_HEAD = SOURCE_HEAD;
exports.SOURCE_IDS = SOURCE_IDS;
exports.__commonJSMin = __commonJSMin;
exports.__exportAll = __exportAll;
exports.__toESM = __toESM;
exports.aboutSource = aboutSource;
exports.actionable = actionable;
exports.annotationsOf = annotationsOf;
exports.archiveArch = archiveArch;
exports.archiveFileName = archiveFileName;
exports.archiveFormat = archiveFormat;
exports.attemptReason = attemptReason;
exports.bytesText = bytesText;
exports.cacheText = cacheText;
exports.certificatesIn = certificatesIn;
exports.codeBlock = codeBlock;
exports.codeCell = codeCell;
exports.codeLink = codeLink;
exports.codePage = codePage;
exports.codeSpan = codeSpan;
exports.commandSafe = commandSafe;
exports.commandSafeJson = commandSafeJson;
exports.compareVersions = compareVersions;
exports.createNarrator = createNarrator;
exports.createTreeHasher = createTreeHasher;
exports.dateOfMs = dateOfMs;
exports.dateText = dateText;
exports.destinationPlace = destinationPlace;
exports.durationText = durationText;
exports.errnoOf = errnoOf;
exports.errorEntry = errorEntry;
exports.failure = failure;
exports.fillTemplate = fillTemplate;
exports.findCause = findCause;
exports.findEntry = findEntry;
exports.findInstalled = findInstalled;
exports.finding = finding;
exports.flatCandidate = flatCandidate;
exports.flatDirectory = flatDirectory;
exports.flatListing = flatListing;
exports.floatingCandidate = floatingCandidate;
exports.foldReport = foldReport;
exports.forRelease = forRelease;
exports.groupAddress = groupAddress;
exports.headline = headline;
exports.inPhase = inPhase;
exports.installedRoots = installedRoots;
exports.instantText = instantText;
exports.isAcrossFileSystems = isAcrossFileSystems;
exports.isComplete = isComplete;
exports.isDirectory = isDirectory;
exports.isExposed = isExposed;
exports.isFile = isFile;
exports.isFoundBy = isFoundBy;
exports.isJsonObject = isJsonObject;
exports.isSealed = isSealed;
exports.isTreeHash = isTreeHash;
exports.isWholeCertificate = isWholeCertificate;
exports.joinAddress = joinAddress;
exports.label = label;
exports.labelled = labelled;
exports.makeKnown = makeKnown;
exports.makeSeal = makeSeal;
exports.markComplete = markComplete;
exports.matching = matching;
exports.mirrorSource = mirrorSource;
exports.moduleName = moduleName;
exports.moduleVersion = moduleVersion;
exports.namedFile = namedFile;
exports.nearestName = nearestName;
exports.nearestVersions = nearestVersions;
exports.netFailure = netFailure;
exports.newestFirst = newestFirst;
exports.noRequest = noRequest;
exports.once = once;
exports.outputsOf = outputsOf;
exports.ownBase = ownBase;
exports.parseArchiveFileName = parseArchiveFileName;
exports.parseGoListing = parseGoListing;
exports.parseGoVersion = parseGoVersion;
exports.parseJsonObject = parseJsonObject;
exports.parseSpec = parseSpec;
exports.phaseMs = phaseMs;
exports.placeFor = placeFor;
exports.plain = plain;
exports.plainLines = plainLines;
exports.platformFor = platformFor;
exports.platformOfRelease = platformOfRelease;
exports.platformText = platformText;
exports.preflightCounts = preflightCounts;
exports.printable = printable;
exports.privateTool = privateTool;
exports.problemLead = problemLead;
exports.progressLine = progressLine;
exports.proofName = proofName;
exports.prose = prose;
exports.proveStanding = proveStanding;
exports.readSystemError = readSystemError;
exports.redactDeep = redactDeep;
exports.redactText = redactText;
exports.redactUrl = redactUrl;
exports.releasePathInModule = releasePathInModule;
exports.remarks = remarks;
exports.renderJson = renderJson;
exports.renderText = renderText;
exports.repairWords = repairWords;
exports.repairs = repairs;
exports.sameVersion = sameVersion;
exports.secondsOfDate = secondsOfDate;
exports.secondsOfDay = secondsOfDay;
exports.sourceRow = sourceRow;
exports.spawnErrorCode = spawnErrorCode;
exports.splitUserinfo = splitUserinfo;
exports.sumsText = sumsText;
exports.table = table;
exports.toolPlace = toolPlace;
exports.trackAttempt = trackAttempt;
exports.unbroken = unbroken;
exports.userGotoolchain = userGotoolchain;
exports.verdictWord = verdictWord;
exports.versionSemver = versionSemver;
exports.versionText = versionText;
exports.within = within;
exports.workspaceText = workspaceText;
exports.writeReportFiles = writeReportFiles;
exports.writeSeal = writeSeal;
exports.writtenVersion = writtenVersion;
