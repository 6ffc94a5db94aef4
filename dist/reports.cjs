// SPDX-License-Identifier: Apache-2.0. Built from src/ by scripts/build.mjs. Licences: licenses.txt
"use strict";
let require_failure;
let require_faces;
const require_main = require("./main.cjs");
let node_path = require("node:path");
let node_crypto;
// src/domain/metric-table.ts
const SOURCES = /^[a-z][a-z-]{0,30}$/u;
const CODES = /^(?:[A-Z][A-Z0-9]*\.[A-Z][A-Z0-9_]*|undetermined)$/u;
const OUTCOMES = [
	"installed",
	"cached",
	"ok",
	"failed"
];
const STAGES = [
	"lookup",
	"connect",
	"proxy",
	"tls",
	"response",
	"body",
	"proof",
	"unpack",
	"disk",
	"done"
];
const ENDS = [
	"won",
	"shared",
	"lost",
	"failed",
	"skipped",
	"running"
];
const PHASES$1 = [
	"resolve",
	"lookup",
	"acquire",
	"check",
	"apply",
	"cache",
	"preflight",
	"diagnose"
];
const PROOFS = [
	"checksum-database",
	"release-table",
	"openpgp-signature",
	"pinned-checksum",
	"source-listing",
	"sigstore-bundle",
	"none"
];
const RUN_SECONDS = [
	.05,
	.1,
	.25,
	.5,
	1,
	2.5,
	5,
	10,
	30,
	60,
	120,
	300,
	600
];
const METRICS = {
	setup_go_robust_build: {
		type: "info",
		help: "Version of this program, and the Go that it provided",
		labels: {
			version: /^\d+\.\d+\.\d+[\w.-]{0,30}$/u,
			go: /^(?:\d[\w.+-]{0,30}|none)$/u,
			platform: /^(?:[a-z0-9]+\/[a-z0-9]+|none)$/u
		}
	},
	setup_go_robust_runs: {
		type: "counter",
		help: "Runs, by command and outcome",
		labels: {
			command: require_main.COMMAND_NAMES,
			outcome: OUTCOMES
		}
	},
	setup_go_robust_run_failures: {
		type: "counter",
		help: "Failed runs, by the code of their cause",
		labels: {
			command: require_main.COMMAND_NAMES,
			cause: CODES
		}
	},
	setup_go_robust_run_duration_seconds: {
		type: "histogram",
		unit: "seconds",
		help: "Time of whole runs",
		labels: {
			command: require_main.COMMAND_NAMES,
			outcome: OUTCOMES
		},
		buckets: RUN_SECONDS
	},
	setup_go_robust_phase_duration_seconds: {
		type: "histogram",
		unit: "seconds",
		help: "Time of the phases of runs",
		labels: { phase: PHASES$1 },
		buckets: RUN_SECONDS
	},
	setup_go_robust_attempts: {
		type: "counter",
		help: "Attempts at a source, by how they ended and the stage that they reached",
		labels: {
			source: SOURCES,
			stage: STAGES,
			end: ENDS
		}
	},
	setup_go_robust_attempt_failures: {
		type: "counter",
		help: "Failed attempts at a source, by code",
		labels: {
			source: SOURCES,
			cause: CODES
		}
	},
	setup_go_robust_attempt_duration_seconds: {
		type: "histogram",
		unit: "seconds",
		help: "Time of attempts that ended",
		labels: { source: SOURCES },
		buckets: RUN_SECONDS
	},
	setup_go_robust_first_byte_seconds: {
		type: "histogram",
		unit: "seconds",
		help: "Time from the start of an attempt to the first byte of its answer",
		labels: { source: SOURCES },
		buckets: [
			.05,
			.1,
			.25,
			.5,
			1,
			2.5,
			5,
			10
		]
	},
	setup_go_robust_received_bytes: {
		type: "counter",
		unit: "bytes",
		help: "Bytes of archives that were read, those of attempts that lost too",
		labels: {
			source: SOURCES,
			end: ENDS
		}
	},
	setup_go_robust_version_lists: {
		type: "counter",
		help: "Version lists that were asked for",
		labels: {
			source: SOURCES,
			result: ["read", "failed"]
		}
	},
	setup_go_robust_cache_results: {
		type: "counter",
		help: "What became of each cache: the tool cache, modules and build results",
		labels: {
			cache: [
				"tool",
				"modules",
				"build",
				"all"
			],
			result: [
				"hit",
				"miss",
				"exact",
				"prefix",
				"none",
				"failed",
				"off"
			]
		}
	},
	setup_go_robust_proofs: {
		type: "counter",
		help: "Accepted proofs, by kind; none for a run that proved nothing",
		labels: { kind: PROOFS }
	},
	setup_go_robust_preflight_checks: {
		type: "counter",
		help: "Preflight checks, by topic and result",
		labels: {
			topic: require_main.RULE_TOPICS,
			status: [
				"passed",
				"warning",
				"failed"
			]
		}
	},
	setup_go_robust_preflight_findings: {
		type: "counter",
		help: "Findings of preflight, by code",
		labels: {
			cause: CODES,
			severity: [
				"error",
				"warning",
				"info"
			]
		}
	},
	setup_go_robust_module_sums: {
		type: "counter",
		help: "Lines of go.sum, by what the checksum database said of them",
		labels: { result: [
			"proved",
			"failed",
			"skipped"
		] }
	}
};
// src/report/observations.ts
function observationsOf(report) {
	return [
		...runObservations(report),
		...report.attempts.flatMap(attemptObservations),
		...otherObservations(report)
	];
}
function runObservations(report) {
	const { command, outcome, cause, go, resolved, product, timings } = report;
	const { total = 0, ...phases } = timings;
	const platform = resolved?.platform ?? "none";
	return [
		observe("setup_go_robust_build", {
			version: product.split(" ").at(-1) ?? "",
			go: go?.version ?? "none",
			platform
		}, 1),
		observe("setup_go_robust_runs", {
			command,
			outcome
		}, 1),
		...outcome === "failed" ? [observe("setup_go_robust_run_failures", {
			command,
			cause: cause?.code ?? "undetermined"
		}, 1)] : [],
		observe("setup_go_robust_run_duration_seconds", {
			command,
			outcome
		}, total / 1e3),
		...Object.entries(phases).map(([phase, ms]) => observe("setup_go_robust_phase_duration_seconds", { phase }, ms / 1e3))
	];
}
function attemptObservations(attempt) {
	const { end, code, bytes, startMs, firstByteMs, endMs } = attempt;
	const source = sourceOf(attempt.source);
	return [
		observe("setup_go_robust_attempts", {
			source,
			stage: stageOf(attempt),
			end
		}, 1),
		...end === "failed" ? [observe("setup_go_robust_attempt_failures", {
			source,
			cause: code ?? "undetermined"
		}, 1)] : [],
		observe("setup_go_robust_received_bytes", {
			source,
			end
		}, bytes),
		...firstByteMs === void 0 ? [] : [observe("setup_go_robust_first_byte_seconds", { source }, (firstByteMs - startMs) / 1e3)],
		...endMs === void 0 || end === "skipped" ? [] : [observe("setup_go_robust_attempt_duration_seconds", { source }, (endMs - startMs) / 1e3)]
	];
}
function otherObservations({ outcome, listings, caches = [], proof, preflight, findings }) {
	const checks = preflight?.checks ?? [];
	const sums = preflight?.sums ?? null;
	const found = findings.filter((item) => checks.some((check) => require_main.isFoundBy(check, item)));
	return [
		...listings.map(({ source, code }) => observe("setup_go_robust_version_lists", {
			source: sourceOf(source),
			result: code === void 0 ? "read" : "failed"
		}, 1)),
		...outcome === "cached" || outcome === "installed" ? [observe("setup_go_robust_cache_results", {
			cache: "tool",
			result: outcome === "cached" ? "hit" : "miss"
		}, 1)] : [],
		...caches.map(cacheObservation),
		observe("setup_go_robust_proofs", { kind: proof?.kind ?? "none" }, 1),
		...checks.map(({ topic, status }) => observe("setup_go_robust_preflight_checks", {
			topic,
			status
		}, 1)),
		...found.map(({ code, severity }) => observe("setup_go_robust_preflight_findings", {
			cause: code,
			severity
		}, 1)),
		...sums === null ? [] : [
			"proved",
			"failed",
			"skipped"
		].map((result) => observe("setup_go_robust_module_sums", { result }, sums[result]))
	];
}
function cacheObservation(item) {
	return observe("setup_go_robust_cache_results", {
		cache: item.result === "off" ? "all" : item.entry,
		result: item.result
	}, 1);
}
function sourceOf(id) {
	return id.replace(/-\d+$/u, "");
}
const STAGE_OF_AREA = {
	DNS: "lookup",
	TCP: "connect",
	PROXY: "proxy",
	TLS: "tls",
	HTTP: "response",
	BODY: "body",
	VER: "proof",
	SUM: "proof",
	ARC: "unpack",
	FS: "disk"
};
function stageOf({ code, end, firstByteMs }) {
	if (end === "won" || end === "shared") return "done";
	const area = code?.split(".")[0] ?? "";
	return STAGE_OF_AREA[area] ?? (firstByteMs === void 0 ? "response" : "body");
}
function observe(name, labels, value) {
	const allowed = METRICS[name].labels;
	const bounded = Object.entries(labels).map(([label, text]) => {
		const values = allowed[label] ?? [];
		return [label, (values instanceof RegExp ? values.test(text) : values.includes(text)) ? text : "other"];
	});
	return {
		name,
		labels: Object.fromEntries(bounded),
		value
	};
}
// src/report/openmetrics.ts
function renderMetrics(report, dialect = "openmetrics") {
	const observations = observationsOf(report);
	return [
		...Object.keys(METRICS).flatMap((name) => family(name, observations.filter((item) => item.name === name), dialect)),
		...dialect === "openmetrics" ? ["# EOF"] : [],
		""
	].join("\n");
}
function family(name, observations, dialect) {
	if (observations.length === 0) return [];
	const row = METRICS[name];
	const isOpen = dialect === "openmetrics";
	const suffix = {
		counter: "_total",
		info: "_info",
		histogram: ""
	}[row.type];
	const declared = isOpen ? name : `${name}${suffix}`;
	const type = row.type === "info" && !isOpen ? "gauge" : row.type;
	const series = grouped(observations);
	return [
		`# HELP ${declared} ${row.help}.`,
		`# TYPE ${declared} ${type}`,
		...row.unit === void 0 || !isOpen ? [] : [`# UNIT ${declared} ${row.unit}`],
		...row.type === "histogram" ? series.flatMap((item) => histogram(name, item, row.buckets ?? [])) : series.map(({ labels, values }) => `${name}${suffix}${braces(labels)} ${number(sum(values))}`)
	];
}
function grouped(observations) {
	const series = new Map();
	for (const { labels, value } of observations) {
		const key = braces(labels);
		const known = series.get(key);
		if (known === void 0) series.set(key, {
			labels,
			values: [value]
		});
		else known.values.push(value);
	}
	return [...series].sort(([a], [b]) => a < b ? -1 : 1).map(([, item]) => item);
}
function histogram(name, { labels, values }, buckets) {
	return [
		...[...buckets.map((bound) => [bucketText(bound), values.filter((value) => value <= bound).length]), ["+Inf", values.length]].map(([bound, count]) => `${name}_bucket${braces({
			...labels,
			le: bound
		})} ${count}`),
		`${name}_count${braces(labels)} ${values.length}`,
		`${name}_sum${braces(labels)} ${number(sum(values))}`
	];
}
function bucketText(bound) {
	return Number.isInteger(bound) ? bound.toFixed(1) : String(bound);
}
function braces(labels) {
	const pairs = Object.entries(labels).map(([label, value]) => `${label}="${value.replaceAll(/["\\\n]/gu, "_")}"`);
	return pairs.length === 0 ? "" : `{${pairs.join(",")}}`;
}
function number(value) {
	return String(Math.round(value * 1e6) / 1e6);
}
function sum(values) {
	return values.reduce((total, value) => total + value, 0);
}
// src/adapters/pushgateway.ts
var pushgateway_exports = require_main.__exportAll({ pushMetrics: () => pushMetrics });
async function pushMetrics(report, push) {
	const { url, authorization } = require_main.splitUserinfo(push.gateway);
	const trouble = (reason) => require_main.failure("METRICS.PUSH", {
		subject: require_main.redactUrl(url),
		evidence: { reason }
	});
	if (authorization !== void 0 && require_main.isExposed(url)) throw trouble("a password is not sent over plain http");
	const limitMs = push.isLate() ? require_main.LIMITS.pushLateMs : require_main.LIMITS.pushMs;
	const request = {
		method: "PUT",
		url: require_main.groupAddress(url, {
			...push,
			command: report.command
		}),
		headers: {
			"content-type": "text/plain; version=0.0.4; charset=utf-8",
			...authorization === void 0 ? {} : { authorization }
		},
		body: renderMetrics(report, "prometheus"),
		limits: {
			lookupMs: limitMs,
			connectMs: limitMs,
			proxyMs: limitMs,
			tlsMs: limitMs,
			firstByteMs: limitMs
		}
	};
	const answering = async (signal) => {
		const answer = await push.openNet().request(request, signal);
		answer.discard();
		return answer.status;
	};
	const status = await require_main.within(answering, limitMs, trouble(`no answer in ${limitMs} ms`));
	if (status < 200 || status > 299) throw trouble(`status ${status}`);
}
// src/report/codequality.ts
const SEVERITIES = {
	error: "critical",
	warning: "minor",
	info: "info"
};
const MAX_COUNT$1 = 500;
function renderCodeQuality(report) {
	const seen = new Map();
	const rows = report.findings.flatMap((item) => {
		const file = repositoryPath(item.location?.file ?? "");
		if (file === void 0) return [];
		const identity = JSON.stringify([
			item.code,
			item.subject,
			file
		]);
		const number = (seen.get(identity) ?? 0) + 1;
		seen.set(identity, number);
		return [row$1(item, {
			path: file,
			fingerprint: (0, (node_crypto ??= require("node:crypto")).createHash)("sha256").update(number === 1 ? identity : `${identity}#${number}`).digest("hex")
		})];
	});
	return `${JSON.stringify(rows.slice(0, MAX_COUNT$1), null, 2)}\n`;
}
function row$1(item, { path, fingerprint }) {
	const [fix] = require_main.repairs(item);
	const repair = fix === void 0 ? "" : ` Fix: ${fix.title}${fix.text === "" ? "" : `: ${fix.text}`}`;
	return {
		description: require_main.plain(`${item.code}: ${item.message}.${repair} See ${require_main.codePage(item.code)}`, 1e3),
		check_name: item.code,
		fingerprint,
		severity: SEVERITIES[item.severity],
		location: {
			path,
			lines: { begin: item.location?.line ?? 1 }
		}
	};
}
function repositoryPath(file) {
	const path = require_main.plain(file.replaceAll("\\", "/").replace(/^(?:\.\/)+/u, ""), 500);
	return path === "" || path.startsWith("/") || /^[A-Za-z]:/u.test(path) || path.split("/").includes("..") ? void 0 : path;
}
// src/report/bundled-packages.ts
const BUNDLED_PACKAGES = [
	[
		"@actions/cache",
		"6.3.0",
		"MIT"
	],
	[
		"@actions/core",
		"3.0.1",
		"MIT"
	],
	[
		"@actions/http-client",
		"4.0.1",
		"MIT"
	],
	[
		"@actions/io",
		"3.0.2",
		"MIT"
	],
	[
		"@actions/tool-cache",
		"4.0.0",
		"MIT"
	],
	[
		"@azure/abort-controller",
		"2.1.2",
		"MIT"
	],
	[
		"@azure/core-auth",
		"1.10.1",
		"MIT"
	],
	[
		"@azure/core-client",
		"1.10.2",
		"MIT"
	],
	[
		"@azure/core-http-compat",
		"2.4.0",
		"MIT"
	],
	[
		"@azure/core-lro",
		"2.7.2",
		"MIT"
	],
	[
		"@azure/core-rest-pipeline",
		"1.23.0",
		"MIT"
	],
	[
		"@azure/core-rest-pipeline",
		"1.24.0",
		"MIT"
	],
	[
		"@azure/core-tracing",
		"1.3.1",
		"MIT"
	],
	[
		"@azure/core-util",
		"1.13.1",
		"MIT"
	],
	[
		"@azure/core-xml",
		"1.5.1",
		"MIT"
	],
	[
		"@azure/logger",
		"1.3.0",
		"MIT"
	],
	[
		"@azure/storage-blob",
		"12.31.0",
		"MIT"
	],
	[
		"@azure/storage-common",
		"12.4.1",
		"MIT"
	],
	[
		"@nodable/entities",
		"3.1.0",
		"MIT"
	],
	[
		"@protobuf-ts/runtime",
		"2.11.1",
		"Apache-2.0 AND BSD-3-Clause"
	],
	[
		"@protobuf-ts/runtime-rpc",
		"2.11.1",
		"Apache-2.0"
	],
	[
		"@sigstore/bundle",
		"4.0.0",
		"Apache-2.0"
	],
	[
		"@sigstore/core",
		"3.2.1",
		"Apache-2.0"
	],
	[
		"@sigstore/protobuf-specs",
		"0.5.2",
		"Apache-2.0"
	],
	[
		"@sigstore/verify",
		"3.1.1",
		"Apache-2.0"
	],
	[
		"@typespec/ts-http-runtime",
		"0.3.6",
		"MIT"
	],
	[
		"agent-base",
		"7.1.4",
		"MIT"
	],
	[
		"anynum",
		"1.0.1",
		"MIT"
	],
	[
		"debug",
		"4.4.3",
		"MIT"
	],
	[
		"fast-xml-builder",
		"1.3.2",
		"MIT"
	],
	[
		"fast-xml-parser",
		"5.12.1",
		"MIT"
	],
	[
		"http-proxy-agent",
		"7.0.2",
		"MIT"
	],
	[
		"https-proxy-agent",
		"7.0.6",
		"MIT"
	],
	[
		"is-unsafe",
		"2.0.3",
		"MIT"
	],
	[
		"ms",
		"2.1.3",
		"MIT"
	],
	[
		"path-expression-matcher",
		"1.6.2",
		"MIT"
	],
	[
		"semver",
		"7.8.6",
		"ISC"
	],
	[
		"strnum",
		"2.5.1",
		"MIT"
	],
	[
		"tunnel",
		"0.0.6",
		"MIT"
	],
	[
		"xml-naming",
		"0.3.0",
		"MIT"
	]
];
// src/report/sbom.ts
const SBOM_PRODUCT = {
	id: require_main.PRODUCT.name,
	name: require_main.PRODUCT.name,
	version: require_main.PRODUCT.version,
	license: "Apache-2.0",
	purl: `pkg:github/${require_main.REPOSITORY.split("/").slice(-2).join("/")}@v${require_main.PRODUCT.version}`
};
const SBOM_BUNDLED = BUNDLED_PACKAGES.map(([name, version, license]) => ({
	id: `npm-${name.replaceAll(/[^A-Za-z0-9.]+/gu, "-").replace(/^-/u, "")}-${version}`,
	name,
	version,
	license,
	purl: `pkg:npm/${name.replace("@", "%40")}@${version}`
}));
function sbomGo(report) {
	const { go, proof, resolved, installedFrom, attempts } = report;
	if (go === null) return void 0;
	const version = require_main.plain(go.version, 80);
	const platform = resolved?.platform ?? "";
	const isOfficial = OFFICIAL.test(version) && platform.includes("/");
	const won = attempts.find(({ end }) => end === "won");
	return {
		id: "go",
		name: "go",
		version,
		license: "BSD-3-Clause",
		purl: isOfficial ? goPurl(version, platform) : `pkg:generic/go@${encodeURIComponent(version)}`,
		cpe: isOfficial ? goCpe(version) : void 0,
		sha256: /^sha256:([0-9a-f]{64})$/u.exec(proof?.value ?? "")?.[1],
		downloadUrl: won === void 0 ? void 0 : webAddress(won.url),
		facts: [
			["platform", platform],
			["installed-from", installedFrom ?? ""],
			["proof-kind", proof?.kind ?? ""],
			["proof-by", proof === null ? "" : require_main.proofName(proof)],
			["proof-value", proof?.value ?? ""],
			["proof-detail", proof?.detail ?? ""]
		].flatMap(([name = "", value = ""]) => value === "" ? [] : [[name, require_main.plain(value)]])
	};
}
const OFFICIAL = /^\d+\.\d+(?:\.\d+)?(?:(?:beta|rc)\d+)?$/u;
function goPurl(version, platform) {
	return `pkg:golang/golang.org/toolchain@v0.0.1-go${version}.${platform.replace("/", "-")}`;
}
function goCpe(version) {
	const [, release = "", update = "*"] = /^([\d.]+)((?:beta|rc)\d+)?$/u.exec(version) ?? [];
	return `cpe:2.3:a:golang:go:${release}:${update}:*:*:*:*:*:*`;
}
function webAddress(text) {
	const address = text.split(/[?#]/u)[0] ?? "";
	return /^https?:/iu.test(address) && URL.canParse(address) ? new URL(address).href : void 0;
}
function contentUuid(content) {
	const hex = (0, (node_crypto ??= require("node:crypto")).createHash)("sha256").update(content).digest("hex");
	const variant = (Number.parseInt(hex.slice(16, 17), 16) % 4 + 8).toString(16);
	return [
		hex.slice(0, 8),
		hex.slice(8, 12),
		`8${hex.slice(13, 16)}`,
		`${variant}${hex.slice(17, 20)}`,
		hex.slice(20, 32)
	].join("-");
}
// src/report/cyclonedx.ts
const NAMESPACE = SBOM_PRODUCT.name;
function renderCycloneDx(report) {
	const go = sbomGo(report);
	const body = {
		version: 1,
		metadata: {
			tools: { components: [{
				type: "application",
				name: SBOM_PRODUCT.name,
				version: SBOM_PRODUCT.version
			}] },
			component: {
				type: "platform",
				"bom-ref": "environment",
				name: "Go build environment"
			}
		},
		components: [
			...go === void 0 ? [] : [goComponent(go)],
			component("application", SBOM_PRODUCT),
			...SBOM_BUNDLED.map((item) => component("library", item))
		],
		dependencies: [
			{
				ref: "environment",
				dependsOn: [...go === void 0 ? [] : [go.id], SBOM_PRODUCT.id]
			},
			...go === void 0 ? [] : [{ ref: go.id }],
			{
				ref: SBOM_PRODUCT.id,
				dependsOn: SBOM_BUNDLED.map(({ id }) => id)
			},
			...SBOM_BUNDLED.map(({ id }) => ({ ref: id }))
		]
	};
	const document = {
		$schema: "http://cyclonedx.org/schema/bom-1.6.schema.json",
		bomFormat: "CycloneDX",
		specVersion: "1.6",
		serialNumber: `urn:uuid:${contentUuid(JSON.stringify(body))}`,
		...body
	};
	return `${JSON.stringify(document, null, 2)}\n`;
}
function component(type, { id, name, version, license, purl }) {
	return {
		type,
		"bom-ref": id,
		name,
		version,
		licenses: [license.includes(" ") ? { expression: license } : { license: { id: license } }],
		purl
	};
}
function goComponent(go) {
	return {
		...component("application", go),
		...go.cpe === void 0 ? {} : {
			supplier: {
				name: "The Go project",
				url: ["https://go.dev"]
			},
			cpe: go.cpe
		},
		...go.sha256 === void 0 ? {} : { hashes: [{
			alg: "SHA-256",
			content: go.sha256
		}] },
		...go.downloadUrl === void 0 ? {} : { externalReferences: [{
			type: "distribution",
			url: go.downloadUrl
		}] },
		properties: go.facts.map(([name, value]) => ({
			name: `${NAMESPACE}:${name}`,
			value
		}))
	};
}
// src/report/gitlab-annotations.ts
const MAX_COUNT = 20;
function renderGitlabAnnotations(report) {
	const checks = report.preflight?.checks ?? [];
	const found = report.findings.filter((item) => item.severity === "warning" || checks.some((check) => require_main.isFoundBy(check, item)));
	const links = [...new Set([...require_main.actionable(report), ...found].map(({ code }) => code))].slice(0, MAX_COUNT).map((code) => ({ external_link: {
		label: code,
		url: require_main.codePage(code)
	} }));
	return `${JSON.stringify({ [require_main.PRODUCT.name]: links }, null, 2)}\n`;
}
// src/report/xml.ts
const NOT_XML = /[\uFFFE\uFFFF]/gu;
function escapeXml(text, maxLength) {
	return escapeMarks(require_main.plain(text, maxLength));
}
function escapeXmlLines(lines) {
	return lines.map(escapeMarks).join("\n");
}
function escapeMarks(text) {
	return text.replace(NOT_XML, "\ufffd").replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll("\"", "&quot;").replaceAll("'", "&#39;");
}
// src/report/html-elements.ts
function htmlCode(text, maxLength) {
	const content = escapeXml(text, maxLength);
	return content === "" ? "\u2013" : `<code>${content}</code>`;
}
function htmlCodeLink(code) {
	return `<a href="${escapeXml(require_main.codePage(code))}"><code>${escapeXml(code)}</code></a>`;
}
const STATE_KINDS = {
	usable: "good",
	unusable: "bad",
	unknown: "warn"
};
function htmlState(state, text = state) {
	return `<span class="badge ${STATE_KINDS[state]}">${escapeXml(text)}</span>`;
}
function htmlSection(id, title, content, className = "") {
	if (content === "") return "";
	return `<section aria-labelledby="${id}"${className === "" ? "" : ` class="${className}"`}>\n<h2 id="${id}">${escapeXml(title)}</h2>\n${content}\n</section>`;
}
function htmlFacts(facts) {
	const rows = facts.filter(([, value]) => value !== "").map(([name, value]) => `<dt>${name}</dt><dd>${value}</dd>`);
	return rows.length === 0 ? "" : `<dl>\n${rows.join("\n")}\n</dl>`;
}
function htmlTable(caption, head, rows) {
	if (rows.length === 0) return "";
	const kinds = head.map((name) => name.startsWith("#") ? " class=\"number\"" : name.startsWith("~") ? " class=\"long\"" : "");
	const kind = (index) => kinds[index] ?? "";
	const names = head.map((name) => name.replace(/^[#~]/u, ""));
	const titles = names.map((name, index) => `<th scope="col"${kind(index)}>${name}</th>`);
	const cellText = (cell, index) => cell === "" ? `<td${kind(index)}></td>` : `<td${kind(index)} data-label="${names[index]}">${cell}</td>`;
	const lines = rows.map((cells) => `<tr>${cells.map(cellText).join("")}</tr>`);
	return [
		`<div class="scroll" role="region" tabindex="0" aria-label="${escapeXml(caption)}">`,
		`<table>\n<thead><tr>${titles.join("")}</tr></thead>\n<tbody>`,
		...lines,
		"</tbody>\n</table>\n</div>"
	].join("\n");
}
function htmlMore(count, shownCount) {
	return count <= shownCount ? "" : `\n<p class="soft">${count - shownCount} more are in report.json.</p>`;
}
// src/report/html-charts.ts
const MAX_ROWS$2 = 40;
const STEPS_MS = [...[
	1,
	2,
	5,
	10,
	20,
	50,
	100,
	200,
	500
], ...[
	1,
	2,
	5,
	10,
	15,
	30,
	60,
	120,
	300,
	600,
	900,
	1800,
	3600,
	7200,
	14400
].map((seconds) => seconds * 1e3)];
function attemptChart({ attempts, timings }) {
	const shown = attempts.slice(0, MAX_ROWS$2);
	const endMs = Math.max(timings["total"] ?? 0, ...shown.map((item) => item.endMs ?? 0));
	const bars = shown.map((item) => attemptBar(item, item.endMs ?? endMs));
	const legend = `<p class="legend" aria-hidden="true">${[
		["wait", "waiting for the first byte"],
		["body", "reading"],
		["lost", "failed"]
	].map(([className, name]) => `<span><i class="key ${className}"></i>${name}</span>`).join(" ")}</p>`;
	const more = htmlMore(attempts.length, MAX_ROWS$2);
	return bars.length === 0 ? "" : `${chart("Attempts over the time of the run", bars, endMs)}\n${legend}${more}`;
}
function attemptBar({ source, startMs, firstByteMs, end, code }, endMs) {
	const answeredMs = firstByteMs ?? endMs;
	const reading = {
		fromMs: answeredMs,
		toMs: endMs,
		className: end === "failed" ? "lost" : "body"
	};
	const waiting = {
		fromMs: startMs,
		toMs: answeredMs,
		className: firstByteMs === void 0 && end === "failed" ? "lost" : "wait"
	};
	const parts = firstByteMs === void 0 ? [waiting] : [waiting, reading];
	return {
		label: source,
		note: `${require_main.durationText(endMs - startMs)}, ${code ?? end}`,
		parts
	};
}
function phaseChart({ phases = [], timings }) {
	const bars = [...new Set(phases.map(({ phase }) => phase))].map((name) => {
		const parts = phases.filter(({ phase }) => phase === name).map(({ startMs, endMs }) => ({
			fromMs: startMs,
			toMs: endMs,
			className: "phase"
		}));
		return {
			label: require_main.PHASE_TITLES[name],
			note: require_main.durationText(timings[name] ?? 0),
			parts
		};
	});
	const endMs = Math.max(timings["total"] ?? 0, ...phases.map((each) => each.endMs));
	return bars.length === 0 ? "" : chart("Phases over the time of the run", bars, endMs);
}
function chart(title, bars, endMs) {
	const wholeMs = Math.max(1, endMs);
	const percent = (ms) => `${Math.round(ms / wholeMs * 1e4) / 100}%`;
	const stepMs = STEPS_MS.find((ms) => ms >= wholeMs / 4) ?? wholeMs;
	const marks = Array.from({ length: Math.floor(wholeMs / stepMs) + 1 }, (_, index) => index * stepMs).map((ms) => `<span style="left:${percent(ms)}">${tickText(ms, wholeMs)}</span>`);
	return [
		`<div class="chart" style="--step:${percent(stepMs)}">`,
		`<div class="axis" aria-hidden="true">${marks.join("")}</div>`,
		`<ol aria-label="${escapeXml(title)}">`,
		...bars.map((bar) => row(bar, percent)),
		"</ol>\n</div>"
	].join("\n");
}
function row({ label, note, parts }, percent) {
	const boxes = parts.map(({ fromMs, toMs, className }) => `<i class="${className}" style="left:${percent(fromMs)};width:${percent(Math.max(0, toMs - fromMs))}"></i>`);
	return `<li><span>${escapeXml(label, 80)}</span> <span class="soft">${escapeXml(note, 80)}</span><div class="track" aria-hidden="true">${boxes.join("")}</div></li>`;
}
function tickText(ms, endMs) {
	if (endMs < 1e3) return `${ms} ms`;
	return ms % 1e3 === 0 ? require_main.durationText(ms).replace(".0", "").replace("0 ms", "0 s") : `${(ms / 1e3).toFixed(1)} s`;
}
// src/report/html-diagnosis.ts
const MAX_ROWS$1 = 200;
const HEAD = [
	"What",
	"~Address",
	"Through",
	"State",
	"~Steps"
];
function targetTable({ diagnosis }) {
	const targets = diagnosis?.targets ?? [];
	const rows = targets.slice(0, MAX_ROWS$1).map((target) => [
		target.source === void 0 ? (require_failure ??= require("./failure.cjs")).roleText(target) : htmlCode(target.source),
		htmlCode(target.url),
		target.via === "direct" ? "direct" : htmlCode(target.via),
		target.state === void 0 ? "" : htmlState(target.state),
		target.steps.map(stepHtml).join(" \u00b7 ") || "not reached"
	]);
	return `${htmlTable("What was seen", HEAD, rows)}${htmlMore(targets.length, MAX_ROWS$1)}`;
}
function stepHtml(step) {
	const { stage, passed, reason, time } = (require_failure ??= require("./failure.cjs")).stepWords(step);
	const mark = passed ? "<b class=\"passes\">\u2713</b>" : `<b class="fails">\u2717</b> ${htmlCode(reason)}`;
	return `<span class="step">${escapeXml(stage)} ${mark} ${time}</span>`;
}
// src/report/html-problems.ts
const MAX_PROBLEMS = 50;
function problemSections(report) {
	const problems = require_main.actionable(report);
	const shown = problems.slice(0, MAX_PROBLEMS).map((item, index) => problem(report, item, index));
	const more = problems.length - shown.length;
	return [
		...shown,
		more > 0 ? `<p class="soft">${more} more problems are in report.json.</p>` : "",
		chain(report)
	];
}
function problem(report, finding, index) {
	const { cause } = report;
	const { code, subject, message, location, evidence } = finding;
	const verdict = index === 0 && cause !== null ? require_main.verdictWord(cause) : "certain";
	const place = location === void 0 ? "" : htmlCode(`${location.file}${location.line === void 0 ? "" : `:${location.line}`}`);
	const facts = [
		["Code", `${htmlCodeLink(code)} (${verdict})`],
		["About", htmlCode(subject)],
		["Where", place],
		...evidence.slice(0, 20).map((item) => [escapeXml(item.name, 60), htmlCode(item.value)])
	];
	const content = [
		`<p>${escapeXml((require_failure ??= require("./failure.cjs")).CATALOGUE[code].why, 600)}</p>`,
		htmlFacts(facts),
		...require_main.repairs(finding).slice(0, 5).map(repair)
	];
	return htmlSection(`problem-${index + 1}`, `${require_main.problemLead(report, index)}: ${message}`, content.join("\n"), "problem");
}
function repair({ title, text, weakens }) {
	return `<div class="fix"><p>${`<strong>Fix:</strong> ${escapeXml(title)}${weakens ? " (this weakens a check)" : ""}`}</p>${text === "" ? "" : `<pre>${escapeXmlLines(require_main.plainLines(text))}</pre>`}</div>`;
}
function repairSection({ repairs: tried = [] }) {
	return htmlSection("repairs", "Repair", tried.slice(0, 5).map((item) => {
		const steps = item.steps.slice(0, 8).map(({ title, text }) => `<li>${escapeXml(title)}${text === "" ? "" : `<pre>${escapeXmlLines(require_main.plainLines(text))}</pre>`}</li>`);
		const list = steps.length === 0 ? "" : `\n<ul>\n${steps.join("\n")}\n</ul>`;
		return `<p>${htmlCodeLink(item.code)}: ${escapeXml(require_main.repairWords(item))}</p>${list}`;
	}).join("\n"));
}
function chain({ cause }) {
	const codes = cause?.chain ?? [];
	if (codes.length < 2) return "";
	return htmlSection("chain", "From the cause to what was seen", `<ol class="chain">\n${codes.map((code) => `<li>${htmlCodeLink(code)}<span>${escapeXml((require_failure ??= require("./failure.cjs")).CATALOGUE[code].title)}</span></li>`).join("\n")}\n</ol>`);
}
// src/report/html-style.ts
const HTML_STYLE = `
:root {
  color-scheme: light dark;
  --page: #f6f7f9; --card: #ffffff; --text: #1c2128; --soft: #57606a; --line: #d8dee4; --code: #eef1f4; --link: #0757ba;
  --good: #1a7f37; --bad: #c0222c; --warn: #8a5a00; --good-bg: #e6f6ea; --bad-bg: #fdecec; --warn-bg: #fdf4dd;
  --wait: #7d8a98; --body: #2f76d2; --phase: #6f5bd0;
}
@media (prefers-color-scheme: dark) {
  :root {
    --page: #0f1318; --card: #171c23; --text: #e4e8ed; --soft: #9aa5b1; --line: #2d353f; --code: #222933; --link: #79b4ff;
    --good: #56d364; --bad: #ff8580; --warn: #e8b64c; --good-bg: #12261a; --bad-bg: #2f171a; --warn-bg: #2b2312;
    --wait: #76838f; --body: #5b9df0; --phase: #9d8cf5;
  }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--page); color: var(--text); font: 16px/1.55 system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif; }
.skip { position: absolute; left: -999px; }
.skip:focus { left: 1rem; top: 1rem; background: var(--card); padding: .5rem 1rem; }
header, main, footer { max-width: 68rem; margin: 0 auto; padding: 0 1.25rem; }
header { padding-top: 2rem; }
h1, h2, p { overflow-wrap: anywhere; }
h1 { font-size: 1.6rem; line-height: 1.25; margin: .6rem 0 .4rem; }
h2 { font-size: 1.1rem; line-height: 1.35; margin: 0 0 .8rem; }
p { margin: .4rem 0; }
ul { margin: .4rem 0 0; padding-left: 1.3rem; }
.soft, footer { color: var(--soft); }
.badge { display: inline-block; padding: .15rem .7rem; border-radius: 1rem; font-weight: 600; font-size: .9rem; }
.good { color: var(--good); background: var(--good-bg); }
.bad { color: var(--bad); background: var(--bad-bg); }
.warn { color: var(--warn); background: var(--warn-bg); }
section { background: var(--card); border: 1px solid var(--line); border-radius: .6rem; padding: 1.1rem 1.25rem; margin: 1.1rem 0; }
section.problem { border-left: .3rem solid var(--bad); }
a { color: var(--link); }
a:focus-visible, [tabindex]:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
code, pre { font: .875em/1.5 ui-monospace, 'SF Mono', 'DejaVu Sans Mono', Menlo, Consolas, monospace; }
code { background: var(--code); padding: .1em .35em; border-radius: .3rem; overflow-wrap: anywhere; }
pre { background: var(--code); padding: .6rem .8rem; border-radius: .4rem; margin: .4rem 0; overflow-x: auto; white-space: pre-wrap; overflow-wrap: anywhere; }
dl { display: grid; grid-template-columns: fit-content(14rem) 1fr; gap: .35rem 1.2rem; margin: 0; }
dt { color: var(--soft); overflow-wrap: anywhere; }
dd { margin: 0; min-width: 0; overflow-wrap: anywhere; }
.fix { border-left: .2rem solid var(--good); padding-left: .9rem; margin: .8rem 0 0; }
ol.chain { list-style: none; display: flex; flex-wrap: wrap; gap: .5rem 1.9rem; padding: 0; margin: .4rem 0 0; }
ol.chain li { position: relative; border: 1px solid var(--line); border-radius: .4rem; padding: .4rem .7rem; }
ol.chain li + li::before { content: '\u2192'; position: absolute; left: -1.5rem; color: var(--soft); }
ol.chain span { display: block; color: var(--soft); font-size: .9rem; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-size: .93rem; }
th, td { text-align: left; vertical-align: baseline; padding: .4rem .7rem; border-bottom: 1px solid var(--line); }
thead th { color: var(--soft); font-weight: 600; white-space: nowrap; }
tbody tr:last-child > * { border-bottom: 0; }
td code { display: inline-block; max-width: 16rem; overflow-wrap: break-word; vertical-align: top; }
td a code { display: inline; white-space: nowrap; vertical-align: baseline; }
td.long { min-width: 16rem; overflow-wrap: anywhere; }
td.long code { display: inline; overflow-wrap: anywhere; vertical-align: baseline; }
.step { white-space: nowrap; }
.step code { white-space: normal; }
.passes { color: var(--good); } .fails { color: var(--bad); }
td.number, th.number { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; }
.chart { margin: .4rem 0 0; }
.chart ol { list-style: none; margin: 0; padding: 0; }
.chart li { font-size: .93rem; margin: .45rem 0 0; overflow-wrap: anywhere; }
.chart li .soft { margin-left: .5em; }
.axis { position: relative; height: 1.3rem; color: var(--soft); font-size: .8rem; }
.axis span { position: absolute; white-space: nowrap; transform: translateX(-50%); }
.axis span:first-child { transform: none; }
.track { position: relative; height: .8rem; overflow: hidden; border-radius: .2rem; background: linear-gradient(to right, var(--line) 1px, transparent 1px) 0 0 / var(--step) 100% var(--code); }
.track i { position: absolute; top: 0; bottom: 0; min-width: 2px; }
.wait { background: var(--wait); } .body { background: var(--body); } .phase { background: var(--phase); } .lost { background: var(--bad); }
.legend { display: flex; flex-wrap: wrap; gap: 0 1.2rem; color: var(--soft); font-size: .9rem; margin: .6rem 0 .8rem; }
.legend span { white-space: nowrap; }
.key { display: inline-block; width: .8em; height: .8em; border-radius: .15em; margin-right: .35em; }
footer { padding-bottom: 2.5rem; font-size: .9rem; }
@media (max-width: 40rem) {
  header, main, footer { padding-left: .8rem; padding-right: .8rem; }
  section { padding: .9rem; }
  dl { grid-template-columns: 1fr; gap: 0; }
  dd { margin-bottom: .5rem; }
  table, tbody, tr, td { display: block; }
  thead { position: absolute; left: -999px; }
  tr { padding: .6rem 0; border-bottom: 1px solid var(--line); }
  tr:last-child { border-bottom: 0; }
  td { border: 0; display: flow-root; padding: .1rem 0 .1rem 7.5rem; overflow-wrap: anywhere; }
  td:empty { display: none; }
  td::before { content: attr(data-label); float: left; width: 7rem; margin-left: -7.5rem; color: var(--soft); }
  td.number { text-align: left; }
  td.long { min-width: 0; }
  td code, td a code { display: inline; overflow-wrap: anywhere; white-space: normal; vertical-align: baseline; }
}
@media print { body { background: none; } section { break-inside: avoid; } }
`;
// src/report/html-tables.ts
const MAX_ROWS = 200;
function attemptTable(report) {
	return `${htmlTable("Attempts", [
		"Source",
		"~Address",
		"End",
		"Reason",
		"#First byte",
		"#Time",
		"#Read"
	], report.attempts.slice(0, MAX_ROWS).map((item) => {
		const { source, url, end, code, startMs, firstByteMs, endMs, bytes } = item;
		return [
			htmlCode(source),
			htmlCode(url),
			end === "failed" ? `<span class="badge bad">failed</span>` : escapeXml(end),
			code === void 0 ? escapeXml(require_main.attemptReason(report, item)) : `${htmlCodeLink(code)} ${escapeXml(require_main.attemptReason(report, item))}`,
			firstByteMs === void 0 ? "\u2013" : require_main.durationText(firstByteMs - startMs),
			endMs === void 0 ? "\u2013" : require_main.durationText(endMs - startMs),
			require_main.bytesText(bytes)
		];
	}))}${htmlMore(report.attempts.length, MAX_ROWS)}`;
}
function listingTable({ listings }) {
	return `${htmlTable("Version lists", [
		"Source",
		"~Address",
		"Result",
		"#Time"
	], listings.slice(0, MAX_ROWS).map(({ source, url, count, code, ms }) => [
		htmlCode(source),
		htmlCode(url),
		code === void 0 ? `${count ?? 0} releases` : htmlCodeLink(code),
		require_main.durationText(ms)
	]))}${htmlMore(listings.length, MAX_ROWS)}`;
}
function sourceTable({ sources: health }) {
	const rows = (health?.sources ?? []).slice(0, MAX_ROWS).map((item) => {
		const [source = "", state = "", ...rest] = require_main.sourceRow(item);
		return [
			htmlCode(source),
			htmlState(item.state, state),
			...rest.map((cell) => escapeXml(cell))
		];
	});
	return `${htmlTable("Sources", require_main.SOURCE_HEAD, rows)}${htmlMore(health?.sources.length ?? 0, MAX_ROWS)}`;
}
const STATUS = {
	failed: "<span class=\"badge bad\">failed</span>",
	warning: "<span class=\"badge warn\">warning</span>",
	passed: "<span class=\"badge good\">passed</span>"
};
const GRAVITY = [
	"failed",
	"warning",
	"passed"
];
function preflightTable({ preflight }) {
	if (preflight === void 0) return "";
	const rows = GRAVITY.flatMap((status) => preflight.checks.filter((check) => check.status === status)).slice(0, MAX_ROWS).map(({ status, topic, title, subjects, codes }) => [
		STATUS[status],
		topic,
		escapeXml(title),
		status === "passed" ? "" : subjects.slice(0, 20).map((item) => htmlCode(item)).join(" "),
		status === "passed" ? "" : codes.map(htmlCodeLink).join(" ")
	]);
	const modules = preflight.modules.slice(0, 10).map(({ path, requireCount }) => `${htmlCode(path)} (${requireCount} required)`);
	return [
		`<p>${[`${require_main.preflightCounts(preflight)}, in ${require_main.durationText(preflight.ms)}`, require_main.sumsText(preflight) ?? ""].filter((text) => text !== "").map((text) => escapeXml(text)).join("; ")}</p>`,
		modules.length === 0 ? "" : `<p class="soft">Modules: ${modules.join(", ")}${preflight.modules.length > 10 ? ", \u2026" : ""}</p>`,
		htmlTable("Preflight checks", [
			"Result",
			"Topic",
			"What should be true",
			"~Is not for",
			"Code"
		], rows)
	].join("\n");
}
function routeTable({ preflight }) {
	return `${htmlTable("Where modules come from", [
		"~Asked",
		"#Count",
		"~Modules",
		"~Verified by"
	], (preflight?.routes ?? []).slice(0, MAX_ROWS).map(({ from, modules, count, verifiedBy }) => {
		const more = count > modules.length ? ` and ${count - modules.length} more` : "";
		return [
			from.map((place) => htmlCode(place)).join(" then ") || "\u2013",
			String(count),
			`${modules.map((name) => htmlCode(name)).join(" ")}${more}`,
			escapeXml(verifiedBy)
		];
	}))}${htmlMore(preflight?.routes.length ?? 0, MAX_ROWS)}`;
}
function remarkTable(report) {
	const all = require_main.remarks(report);
	return `${htmlTable("Also noticed", [
		"Kind",
		"Code",
		"~About",
		"~What"
	], all.slice(0, MAX_ROWS).map(({ severity, code, subject, message }) => [
		severity === "info" ? "info" : `<span class="badge ${severity === "error" ? "bad" : "warn"}">${severity}</span>`,
		htmlCodeLink(code),
		htmlCode(subject),
		escapeXml(message)
	]))}${htmlMore(all.length, MAX_ROWS)}`;
}
// src/report/html.ts
function renderHtml(report) {
	const title = escapeXml(require_main.headline(report));
	return [
		"<!doctype html>",
		"<html lang=\"en\">",
		"<head>",
		"<meta charset=\"utf-8\">",
		"<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">",
		`<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
		`<title>${title}</title>`,
		`<style>${HTML_STYLE}</style>`,
		"</head>",
		"<body>",
		"<a class=\"skip\" href=\"#content\">Skip to the content</a>",
		header(report, title),
		"<main id=\"content\">",
		...mainSections(report).filter((text) => text !== ""),
		"</main>",
		`<footer><p>Made by ${escapeXml(report.product)} from report.json. What codes mean: <a href="${escapeXml(require_main.CODES_PAGE)}">docs/codes.md</a>.</p></footer>`,
		"</body>",
		"</html>",
		""
	].join("\n");
}
function header(report, title) {
	const { outcome, exitCode, timings, findings, command } = report;
	const isWarned = outcome !== "failed" && findings.some(({ severity }) => severity === "warning");
	const [kind, word] = outcome === "failed" ? ["bad", "\u2715 failed"] : isWarned ? ["warn", `! ${outcome}, with warnings`] : ["good", `\u2713 ${outcome}`];
	return `<header>\n<span class="badge ${kind}">${word}</span>\n<h1>${title}</h1>\n<p class="soft">${escapeXml(`${command === "" ? "run" : command}, ${require_main.durationText(timings["total"] ?? 0)}, exit code ${exitCode} (${require_main.EXIT_MEANING[exitCode]})`)}</p>\n</header>`;
}
function mainSections(report) {
	return [
		...problemSections(report),
		repairSection(report),
		htmlSection("sources", "Sources", sourceTable(report)),
		htmlSection("result", "Result", result(report)),
		htmlSection("preflight", "Preflight", preflightTable(report)),
		htmlSection("routes", "Where modules come from", routeTable(report)),
		htmlSection("attempts", "Attempts", joined(attemptChart(report), attemptTable(report))),
		htmlSection("seen", "What was seen", targetTable(report)),
		htmlSection("phases", "Time of each phase", phaseChart(report)),
		htmlSection("lists", "Version lists", listingTable(report)),
		htmlSection("noticed", "Also noticed", remarkTable(report))
	];
}
function joined(...parts) {
	return parts.filter((text) => text !== "").join("\n");
}
function result({ go, request, resolved, installedFrom, proof, caches = [], workspaceSbom }) {
	const place = request?.file === void 0 ? "" : ` in ${htmlCode(`${request.file}${request.line ? `:${request.line}` : ""}`)}`;
	const isKnown = go !== null || resolved !== null;
	return htmlFacts([
		["Requested", request === null ? "" : `${htmlCode(request.spec)}${place}`],
		["Version", isKnown ? htmlCode(`${go?.version ?? resolved?.version ?? ""} ${resolved?.platform ?? ""}`) : ""],
		["Source", installedFrom === null ? "" : htmlCode(installedFrom)],
		["Proof", proof === null ? "" : `${escapeXml(require_main.proofName(proof))}: ${escapeXml(proof.detail)}`],
		["Proved value", proof === null ? "" : htmlCode(proof.value)],
		["GOROOT", go === null ? "" : htmlCode(go.root)],
		["SBOM of the workspace", workspaceSbom === void 0 ? "" : escapeXml(require_main.workspaceText(workspaceSbom))],
		["Cache", escapeXml(caches.map(require_main.cacheText).join("; "))]
	]);
}
// src/report/explained.ts
function explained(finding) {
	const { code, subject, message, location, evidence } = finding;
	const place = location === void 0 ? [] : [`Where: ${location.file}${location.line === void 0 ? "" : `:${location.line}`}`];
	return [
		require_main.plain(`${code} ${subject}: ${message}`, 600),
		require_main.plain(`Why: ${(require_failure ??= require("./failure.cjs")).CATALOGUE[code].why}`, 600),
		...place.map((line) => require_main.plain(line)),
		...evidence.slice(0, 20).map((item) => require_main.plain(`Evidence: ${item.name}: ${item.value}`)),
		...require_main.repairs(finding).slice(0, 5).flatMap((fix) => [require_main.plain(`Fix: ${fix.title}${fix.weakens ? " (this weakens a check)" : ""}`), ...fix.text === "" ? [] : require_main.plainLines(fix.text).map((line) => `  ${line}`)]),
		`See: ${require_main.codePage(code)}`
	];
}
// src/report/junit-preflight.ts
const MODULE_TOPICS = [
	"module",
	"checksum",
	"vendor"
];
const MAX_MODULES = 40;
function preflightCases(report, { checks, modules }) {
	const paths = modules.length > MAX_MODULES ? [] : modules.map(({ path }) => path);
	return checks.flatMap((check) => {
		const found = report.findings.filter((item) => require_main.isFoundBy(check, item));
		const title = `${check.rule}: ${check.title}`;
		const subjects = MODULE_TOPICS.includes(check.topic) ? [...new Set([...paths, ...check.subjects])] : [];
		if (subjects.length === 0) return [caseOf(check, title, found)];
		return subjects.map((subject) => {
			const name = `${title} [${subject}]`;
			const own = found.filter((item) => item.subject === subject);
			return check.subjects.includes(subject) ? caseOf(check, name, own) : {
				name,
				ms: 0
			};
		});
	});
}
function caseOf({ status, codes }, name, found) {
	if (status === "failed") return {
		name,
		ms: 0,
		failures: found,
		reason: codes.join(", ")
	};
	return {
		name,
		ms: 0,
		...status === "warning" ? { warnings: found } : {}
	};
}
// src/report/junit.ts
const PHASES = [
	"resolve",
	"lookup",
	"acquire",
	"check",
	"apply",
	"cache"
];
function renderJunit(report) {
	const suites = [...report.preflight === void 0 ? [] : [suite("preflight", preflightCases(report, report.preflight), report.preflight.ms)], suite(report.command || "run", runCases(report), PHASES.reduce((sum, phase) => sum + (report.timings[phase] ?? 0), 0))];
	const count = (of) => suites.reduce((sum, item) => sum + item[of], 0);
	const total = seconds(report.timings["total"] ?? 0);
	return [
		"<?xml version=\"1.0\" encoding=\"UTF-8\"?>",
		`<testsuites name="setup-go-robust" tests="${count("tests")}" failures="${count("failures")}" errors="0" time="${total}">`,
		...suites.map(({ xml }) => xml),
		"</testsuites>",
		""
	].join("\n");
}
function runCases(report) {
	const walked = PHASES.filter((phase) => report.timings[phase] !== void 0);
	const failed = report.outcome === "failed";
	const stoppedBefore = failed && report.preflight?.checks.some((check) => check.status === "failed") === true;
	const endedIn = failed && !stoppedBefore ? walked.at(-1) : void 0;
	const failure = {
		failures: require_main.actionable(report),
		reason: require_main.headline(report)
	};
	return [...walked.map((phase) => ({
		name: require_main.PHASE_TITLES[phase],
		ms: report.timings[phase] ?? 0,
		...phase === endedIn ? failure : {}
	})), {
		name: "Result",
		ms: 0,
		...failed && endedIn === void 0 ? failure : {}
	}];
}
function suite(name, cases, ms) {
	const named = uniqueNames(cases);
	const failures = cases.filter((item) => item.failures !== void 0).length;
	const counts = `tests="${cases.length}" failures="${failures}" errors="0" skipped="0" time="${seconds(ms)}"`;
	return {
		xml: [
			`  <testsuite name="${escapeXml(name)}" ${counts}>`,
			...named.map((item) => caseXml(`setup-go-robust.${name}`, item)),
			"  </testsuite>"
		].join("\n"),
		tests: cases.length,
		failures
	};
}
function uniqueNames(cases) {
	const seen = new Set();
	return cases.map((item) => {
		const base = escapeXml(item.name, 250);
		let name = base;
		for (let number = 2; seen.has(name); number += 1) name = `${base} (${number})`;
		seen.add(name);
		return {
			...item,
			name
		};
	});
}
function caseXml(className, item) {
	const head = `    <testcase classname="${escapeXml(className)}" name="${item.name}" time="${seconds(item.ms)}"`;
	const body = [...failureXml(item), ...warningXml(item.warnings ?? [])];
	return body.length === 0 ? `${head}/>` : [
		`${head}>`,
		...body,
		"    </testcase>"
	].join("\n");
}
function failureXml({ failures, reason = "failed" }) {
	if (failures === void 0) return [];
	const [first] = failures;
	const message = first === void 0 ? reason : `${first.code}: ${first.message}`;
	const text = failures.slice(0, 20).map((item) => escapeXmlLines(explained(item)));
	return [`      <failure type="${escapeXml(first?.code ?? "undetermined")}" message="${escapeXml(message)}">${text.join("\n\n")}</failure>`];
}
function warningXml(warnings) {
	if (warnings.length === 0) return [];
	return [`      <system-out>${warnings.slice(0, 20).map((item) => escapeXmlLines(explained(item))).join("\n\n")}</system-out>`];
}
function seconds(ms) {
	return (ms / 1e3).toFixed(3);
}
// src/report/spdx.ts
function renderSpdx(report) {
	const go = sbomGo(report);
	const created = report.startedAt ?? "1970-01-01T00:00:00Z";
	const packages = [
		...go === void 0 ? [] : [goPackage(go)],
		spdxPackage(SBOM_PRODUCT, require_main.REPOSITORY),
		...SBOM_BUNDLED.map((item) => spdxPackage(item, "NOASSERTION"))
	];
	const relationships = [...[...go === void 0 ? [] : [go.id], SBOM_PRODUCT.id].map((id) => relationship("DOCUMENT", "DESCRIBES", id)), ...SBOM_BUNDLED.map(({ id }) => relationship(SBOM_PRODUCT.id, "CONTAINS", id))];
	const document = {
		spdxVersion: "SPDX-2.3",
		dataLicense: "CC0-1.0",
		SPDXID: "SPDXRef-DOCUMENT",
		name: "Go build environment",
		documentNamespace: `${require_main.REPOSITORY}/spdx/${contentUuid(JSON.stringify({
			created,
			packages,
			relationships
		}))}`,
		creationInfo: {
			created,
			creators: [`Tool: ${SBOM_PRODUCT.name}-${SBOM_PRODUCT.version}`]
		},
		packages,
		relationships
	};
	return `${JSON.stringify(document, null, 2)}\n`;
}
function spdxPackage({ id, name, version, license, purl }, downloadLocation) {
	return {
		SPDXID: `SPDXRef-${id}`,
		name,
		versionInfo: version,
		downloadLocation,
		filesAnalyzed: false,
		licenseConcluded: "NOASSERTION",
		licenseDeclared: license.includes(" ") ? `(${license})` : license,
		copyrightText: "NOASSERTION",
		externalRefs: [{
			referenceCategory: "PACKAGE-MANAGER",
			referenceType: "purl",
			referenceLocator: purl
		}]
	};
}
function goPackage(go) {
	const entry = spdxPackage(go, go.downloadUrl ?? "NOASSERTION");
	const official = {
		supplier: "Organization: The Go project",
		homepage: "https://go.dev",
		externalRefs: [...entry["externalRefs"], {
			referenceCategory: "SECURITY",
			referenceType: "cpe23Type",
			referenceLocator: go.cpe
		}]
	};
	return {
		...entry,
		...go.cpe === void 0 ? {} : official,
		...go.sha256 === void 0 ? {} : { checksums: [{
			algorithm: "SHA256",
			checksumValue: go.sha256
		}] },
		comment: go.facts.map(([name, value]) => `${name}: ${value}`).join("\n")
	};
}
function relationship(from, relationshipType, to) {
	return {
		spdxElementId: `SPDXRef-${from}`,
		relationshipType,
		relatedSpdxElement: `SPDXRef-${to}`
	};
}
// src/report/file-renderers.ts
var file_renderers_exports = require_main.__exportAll({ MORE_FILE_RENDERERS: () => MORE_FILE_RENDERERS });
const MORE_FILE_RENDERERS = [
	{
		fileName: "report.html",
		render: renderHtml
	},
	{
		fileName: "junit.xml",
		render: renderJunit
	},
	{
		fileName: "metrics.txt",
		render: (report) => renderMetrics(report)
	},
	{
		fileName: "sbom.cdx.json",
		render: renderCycloneDx
	},
	{
		fileName: "sbom.spdx.json",
		render: renderSpdx
	},
	{
		fileName: "codequality.json",
		only: "gitlab",
		render: renderCodeQuality
	},
	{
		fileName: "annotations.json",
		only: "gitlab",
		render: renderGitlabAnnotations
	},
	{
		fileName: "go.env",
		only: "gitlab",
		render: (require_faces ??= require("./faces.cjs")).renderDotenv
	}
];
// src/steps/workspace-sbom.ts
var workspace_sbom_exports = require_main.__exportAll({ describeWorkspace: () => describeWorkspace });
const FILE_NAME = "sbom-workspace.cdx.json";
const OURS = /^(?:INPUT|SGR|ACTIONS)_/iu;
async function describeWorkspace(context, tool, signal) {
	const { clock } = context.machine;
	const startMs = clock.monotonic();
	try {
		const written = await describe(context, tool, signal);
		context.emit({
			type: "workspace-sbom",
			...written,
			ms: Math.round(clock.monotonic() - startMs)
		});
	} catch (error) {
		context.emit({
			type: "finding",
			finding: warningOf(error, tool).finding
		});
	}
}
async function describe(context, tool, signal) {
	const { files, randomName } = context.machine;
	const directory = context.host.reportDirectory?.();
	if (directory === void 0) throw notRun(tool, { reason: "there is no directory for it: name report-dir" });
	const target = (0, node_path.resolve)(context.workspace, directory, FILE_NAME);
	const unproved = `${target}.${randomName()}`;
	await files.makeDirectory((0, node_path.resolve)(target, ".."));
	await files.remove(target);
	try {
		await runTool(context, {
			tool,
			file: unproved,
			directory: (0, node_path.resolve)(target, "..")
		}, signal);
		const components = await countComponents(files, {
			tool,
			file: unproved
		});
		await files.rename(unproved, target);
		return {
			file: FILE_NAME,
			components
		};
	} finally {
		await files.remove(unproved);
	}
}
async function runTool(context, { tool, file, directory }, signal) {
	const { machine, workspace, secrets } = context;
	const program = /[/\\]/u.test(tool) ? (0, node_path.resolve)(workspace, tool) : await machine.exec.find(tool);
	if (program === void 0) throw notRun(tool, { reason: "it is not on PATH" });
	const leftMs = context.budgetEndMs - machine.clock.monotonic() - require_main.LIMITS.diagnoseReserveMs;
	const timeoutMs = Math.floor(Math.min(require_main.LIMITS.sbomToolMs, leftMs));
	if (timeoutMs <= 0) throw notRun(tool, { reason: "the budget of the run is used up" });
	const excludes = excluded(context, directory).flatMap((pattern) => ["--exclude", pattern]);
	const { exitCode, stderr } = await machine.exec.run({
		file: program,
		args: [
			"scan",
			"dir:.",
			...excludes,
			"-o",
			`cyclonedx-json=${file}`
		],
		env: environmentFor(machine.env, secrets),
		cwd: workspace,
		timeoutMs
	}, signal);
	if (exitCode !== 0) throw notRun(tool, {
		"exit code": exitCode,
		stderr: lastLine(stderr)
	});
}
function excluded({ workspace, machine, host, destination }, reports) {
	return [
		...host.kind === "gitlab" ? [(0, node_path.join)(workspace, ".sgr")] : [],
		machine.toolCache.directory,
		destination,
		reports
	].flatMap((path) => {
		const below = path === void 0 ? "" : (0, node_path.relative)(workspace, path);
		return below === "" || below.startsWith("..") || (0, node_path.isAbsolute)(below) ? [] : [`./${below.replaceAll("\\", "/")}/**`];
	});
}
function environmentFor(env, secrets) {
	const isOurs = ([name, value = ""]) => OURS.test(name) || secrets.some((secret) => secret !== "" && value.includes(secret));
	return {
		SYFT_CHECK_FOR_APP_UPDATE: "false",
		...Object.fromEntries(Object.entries(env).filter((entry) => !isOurs(entry)))
	};
}
async function countComponents(files, { tool, file }) {
	const { kind = "file" } = await files.stat(file) ?? {};
	if (kind !== "file") throw notKept(tool, {
		reason: "it is no file",
		kind
	});
	const bytes = await files.read(file, require_main.LIMITS.sbomBytes);
	const document = require_main.parseJsonObject(Buffer.from(bytes).toString("utf8"));
	if (document?.["bomFormat"] !== "CycloneDX") throw notKept(tool, {
		reason: "it is no CycloneDX in JSON",
		bytes: bytes.length
	});
	const { components } = document;
	return Array.isArray(components) ? components.length : 0;
}
function warningOf(error, tool) {
	if (!(error instanceof require_main.Failure)) return notRun(tool, { reason: error instanceof Error ? error.message.slice(0, 300) : String(error) });
	const { code, finding } = error;
	if (code.startsWith("SBOM.")) return error;
	const seen = Object.fromEntries(finding.evidence.map(({ name, value }) => [name, value]));
	const evidence = {
		reason: reasonOf(code, seen) ?? `${code} ${finding.message}`,
		...seen
	};
	return code.startsWith("FS.") ? notKept(tool, evidence) : notRun(tool, evidence);
}
function reasonOf(code, seen) {
	if (code !== "GO.NOT_RUNNABLE") return void 0;
	return "budget ms" in seen ? "it was not done in time" : "it could not be started";
}
function notRun(subject, evidence) {
	return require_main.failure("SBOM.TOOL", {
		subject,
		evidence
	});
}
function notKept(subject, evidence) {
	return require_main.failure("SBOM.OUTPUT", {
		subject,
		evidence
	});
}
function lastLine(text) {
	return text.trimEnd().split("\n").at(-1)?.slice(0, 300) || void 0;
}
Object.defineProperty(exports, "file_renderers_exports", {
	enumerable: true,
	get: function() {
		return file_renderers_exports;
	}
});
Object.defineProperty(exports, "pushgateway_exports", {
	enumerable: true,
	get: function() {
		return pushgateway_exports;
	}
});
Object.defineProperty(exports, "workspace_sbom_exports", {
	enumerable: true,
	get: function() {
		return workspace_sbom_exports;
	}
});
