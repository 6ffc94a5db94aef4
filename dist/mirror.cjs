// SPDX-License-Identifier: Apache-2.0. Built from src/ by scripts/build.mjs. Licences: licenses.txt
"use strict";
const require_main = require("./main.cjs");
const require_install = require("./install.cjs");
let node_path = require("node:path");
let node_url;
// src/report/export-readme.ts
function exportReadme(export_) {
	const { product, names, unproved } = export_;
	const missing = unproved.length === 0 ? "" : `\nWithout a receipt, so that only a program whose shipped table knows them can prove them offline:\n${list(unproved)}`;
	return `Go for machines without a network, written by ${product} mirror export.

Use it from a directory:      sources: file:///path/of/this/directory   with   offline: true
Use it behind a web server:   sources: https://host/path/index.json

Archives, each proved when it was written:
${list(names)}${missing}
Each release has a receipt, v0.0.1-goVERSION.OS-ARCH.receipt.json: its record of the Go checksum database with the inclusion
proof and the signed tree head. Whoever installs checks the signature again, so this directory need not be trusted. SHA256SUMS
finds what was damaged on the way (sha256sum -c SHA256SUMS); it proves nothing. Run mirror export on this directory again, where
a network is, to add and to repair.
`;
}
function list(names) {
	return names.map((name) => `  ${name}\n`).join("");
}
// src/steps/write-whole.ts
async function writeWhole({ machine }, path, content) {
	const { files } = machine;
	const fresh = (0, node_path.join)((0, node_path.dirname)(path), `.${(0, node_path.basename)(path)}.${machine.randomName()}`);
	try {
		await files.write(fresh, content);
		await files.rename(fresh, path);
	} catch (error) {
		await files.remove(fresh).catch(() => void 0);
		throw error;
	}
}
// src/steps/export-lists.ts
async function readOwnSums(context, base, signal) {
	const read = (name) => require_install.readExported(context, {
		place: { base },
		name,
		maxBytes: require_main.LIMITS.listingBytes
	}, signal);
	const told = (found) => context.emit({
		type: "finding",
		finding: {
			...found,
			severity: "warning"
		}
	});
	const { sums: sumsFile, ...others } = require_install.EXPORT_FILES;
	const written = await read(sumsFile);
	const sums = written === void 0 ? new Map() : unless(() => require_install.parseSums(written, sumsFile), told) ?? new Map();
	for (const name of Object.values(others)) {
		const bytes = await read(name);
		if (bytes !== void 0) unless(() => require_install.checkSum(sums, name, bytes), told);
	}
	return sums;
}
function unless(work, told) {
	try {
		return work();
	} catch (error) {
		if (!(error instanceof require_main.Failure)) throw error;
		told(error.finding);
		return;
	}
}
async function writeLists(context, directory, releases) {
	const sums = new Map(releases.map(({ fileName, sha256 }) => [fileName, sha256]));
	const put = async (name, content) => {
		await writeWhole(context, (0, node_path.join)(directory, name), content);
		sums.set(name, require_install.sha256Of(content));
	};
	for (const { version, platform, receipt } of releases) if (receipt !== void 0) sums.set(require_install.receiptFileName(version, platform), require_install.sha256Of(receipt));
	const head = newestHead(context, releases);
	if (head !== void 0) await put(require_install.EXPORT_FILES.head, head);
	await put(require_install.EXPORT_FILES.table, await context.readTable());
	const unproved = releases.filter(({ receipt }) => receipt === void 0).map(({ fileName }) => fileName);
	const names = releases.map(({ fileName }) => fileName);
	await put(require_install.EXPORT_FILES.readme, exportReadme({
		product: require_main.PRODUCT.name,
		names,
		unproved
	}));
	await put(require_install.EXPORT_FILES.index, require_install.indexText(releases));
	await writeWhole(context, (0, node_path.join)(directory, require_install.EXPORT_FILES.sums), require_install.sumsText(sums));
}
function newestHead({ log }, releases) {
	return releases.flatMap(({ receipt, version, platform }) => receipt === void 0 ? [] : [require_install.signedHead(receipt, {
		log,
		moduleName: require_main.moduleName(version, platform)
	})]).sort((a, b) => b.size - a.size)[0]?.note;
}
// src/steps/standing-archive.ts
function archiveNames({ platform }, version) {
	return [require_main.archiveFileName(version, platform), require_install.moduleFileName(version, platform)];
}
async function proveStandingArchive(context, place, signal) {
	const { files } = context.machine;
	const [releaseName, moduleArchive] = archiveNames(context, place.version);
	let isReplaced = false;
	for (const fileName of [releaseName, moduleArchive]) {
		const path = (0, node_path.join)(place.directory, fileName);
		if ((await files.stat(path))?.kind !== "file") continue;
		const layout = fileName === moduleArchive ? "module" : "release";
		const format = layout === "module" ? "zip" : require_main.archiveFormat(context.platform);
		const candidate = {
			sourceId: fileName,
			url: (0, (node_url ??= require("node:url")).pathToFileURL)(path).href,
			fileName,
			format,
			layout
		};
		const judged = await judgeArchive(context, {
			...place,
			path,
			candidate
		}, signal);
		if ("archive" in judged) return {
			archive: judged.archive,
			isReplaced
		};
		if (!require_install.isContentFault(judged.finding.code)) continue;
		isReplaced = true;
		context.emit({
			type: "finding",
			finding: {
				...require_main.aboutSource(judged.finding, fileName),
				severity: "warning"
			}
		});
		await files.remove(path);
	}
	return {
		archive: void 0,
		isReplaced
	};
}
async function judgeArchive(context, work, signal) {
	const { candidate, sums, proofs } = work;
	const { fileName } = candidate;
	try {
		const { tree, sha256, fileCount, archiveBytes } = await measure(context, work, signal);
		const expected = sums.get(fileName);
		if (expected !== void 0 && expected !== sha256) throw require_install.changed(fileName, {
			expected,
			got: sha256
		});
		const verdict = require_install.judge({
			tree,
			sha256,
			fileCount,
			sizeBytes: archiveBytes
		}, await proofs.ofArchive(candidate));
		if (verdict.accepted === void 0) return { finding: verdict.refused };
		return { archive: {
			fileName,
			sha256,
			sizeBytes: archiveBytes,
			proof: verdict.accepted
		} };
	} catch (error) {
		signal.throwIfAborted();
		if (!(error instanceof require_main.Failure) || error.code.startsWith("FS.")) throw error;
		return { finding: error.finding };
	}
}
async function measure(context, { path, candidate, version }, signal) {
	const { files, relieve = () => void 0 } = context.machine;
	const { layout, format } = candidate;
	const name = require_main.moduleName(version, context.platform);
	const sink = require_install.createTreeSink({
		writer: files.tree,
		directory: void 0,
		layout,
		moduleName: name,
		writeUnproven: false
	});
	const { unpack } = await Promise.resolve().then(() => require("./install.cjs")).then((n) => n.unpack_exports);
	return unpack({
		bytes: await require_install.openLocalArchive({
			files,
			path
		}),
		format,
		sink,
		files,
		spoolPath: `${path}.spool`,
		relieve
	}, signal);
}
// src/steps/export-release.ts
async function exportRelease(context, work, signal) {
	const { request, sources } = work;
	const failed = [];
	for (const version of work.versions.slice(0, require_main.LIMITS.fallbackVersionCount)) {
		const outcome = await exportVersion(require_main.forRelease(context, version), {
			...work,
			version
		}, signal);
		if ("fileName" in outcome) return outcome;
		failed.push(outcome);
		if (!outcome.findings.some(({ code }) => require_install.isRefusal(code)) || outcome.findings.some(({ code }) => code === "VER.TAMPERED")) break;
		if (request.spec.kind !== "exact") context.emit({
			type: "finding",
			finding: require_install.notServed(context, version, "warning")
		});
	}
	throw await require_install.exhausted(context, {
		request,
		sources,
		failed
	}, signal);
}
async function exportVersion(context, work, signal) {
	const { version, directory } = work;
	const proofs = require_install.openProofs(context, work, signal);
	const standing = await proveStandingArchive(context, {
		...work,
		proofs
	}, signal);
	const archive = standing.archive ?? await fetchArchive(context, {
		...work,
		proofs
	}, signal);
	if ("findings" in archive) return archive;
	context.emit({
		type: "proved",
		proof: archive.proof
	});
	const receipt = await proofs.receipt();
	const { fileName, sha256, sizeBytes } = archive;
	if (receipt !== void 0) await writeWhole(context, (0, node_path.join)(directory, require_install.receiptFileName(version, context.platform)), receipt);
	const how = standing.archive !== void 0 ? "kept" : standing.isReplaced ? "replaced" : "added";
	return {
		version,
		platform: context.platform,
		fileName,
		sha256,
		sizeBytes,
		how,
		receipt
	};
}
async function fetchArchive(context, work, signal) {
	const { place, proofs, sources } = work;
	const candidates = require_install.orderCandidates({
		...work,
		sources: sources.archives,
		platform: context.platform
	});
	return require_install.withSpool(context, {
		place,
		candidates,
		work: async (spool) => {
			const outcome = await require_install.acquire(context, {
				...work,
				candidates,
				spool,
				keep: "archive"
			}, signal);
			if ("findings" in outcome) {
				const isDecided = outcome.findings.length > 0 && !outcome.findings.some(({ code }) => require_install.isRefusal(code));
				return {
					findings: outcome.findings,
					exists: !isDecided && await proofs.receipt() !== void 0
				};
			}
			return require_install.discardUnpublished(context, outcome, publishArchive(context, {
				...work,
				staged: outcome
			}));
		}
	});
}
async function publishArchive(context, { directory, staged }) {
	const { files } = context.machine;
	const { archive, stage, proof } = staged;
	if (archive === void 0) throw new Error("an archive was to be kept, and was not");
	const { path, ...kept } = archive;
	const got = await require_install.sha256OfStream(files.stream(path));
	if (got !== kept.sha256) throw require_main.failure("FS.IO", {
		subject: kept.fileName,
		evidence: {
			written: kept.sha256,
			"read back": got
		}
	});
	await files.rename(path, (0, node_path.join)(directory, kept.fileName));
	await files.remove(stage.directory);
	return {
		...kept,
		proof
	};
}
// src/steps/export-wishes.ts
function readWishes(context) {
	const { operands, options, inputs } = context;
	const [action, directory = ""] = operands;
	const problems = [];
	if (action !== "export") problems.push(refused("mirror", action ?? "", "export DIR"));
	if (inputs.checksum !== void 0) problems.push(refused("checksum", "a pin", "none, for it would be that of every archive"));
	const [request, ...requests] = readRequests(context, problems);
	const [platform, ...platforms] = entries(options["platforms"]).flatMap((text) => readPlatform(text, problems));
	const [problem, ...more] = problems;
	if (problem !== void 0) throw new require_main.Failure([problem, ...more]);
	if (request === void 0) throw new require_main.Failure([noVersion()]);
	return {
		directory,
		requests: [request, ...requests],
		platforms: [platform ?? context.platform, ...platforms]
	};
}
function readRequests({ options, request }, problems) {
	const texts = entries(options["versions"]);
	if (texts.length === 0) return request === void 0 ? [] : [request];
	return texts.flatMap((text) => {
		const spec = require_main.parseSpec(text);
		if (spec !== void 0) return [{
			spec,
			origin: { kind: "input" },
			isGoLine: false
		}];
		problems.push(require_main.finding("INPUT.VERSION", {
			subject: "--versions",
			evidence: { got: text.slice(0, 100) }
		}));
		return [];
	});
}
function readPlatform(text, problems) {
	const [, os = "", arch = ""] = /^([a-z0-9]{1,20})\/([a-z0-9]{1,20})$/u.exec(text) ?? [];
	const platform = require_main.platformFor({
		os,
		arch,
		endianness: "BE"
	}, arch);
	if (platform?.goos === os && platform.goarch === arch) return [platform];
	problems.push(require_main.finding("INPUT.PLATFORM", {
		subject: "--platforms",
		evidence: {
			got: text.slice(0, 100),
			form: "linux/amd64"
		}
	}));
	return [];
}
function entries(text = "") {
	return [...new Set(text.split(",").map((entry) => entry.trim()))].filter((entry) => entry !== "");
}
function refused(subject, got, accepted) {
	return require_main.finding("INPUT.INVALID", {
		subject,
		evidence: {
			got: got.slice(0, 100),
			accepted
		}
	});
}
function noVersion() {
	return require_main.finding("INPUT.VERSION", {
		subject: "--versions",
		message: "mirror export needs the versions to export",
		fixes: [{
			title: "Name them",
			kind: "command",
			text: "--versions 1.26,1.25",
			risk: "none"
		}]
	});
}
// src/steps/mirror-export.ts
var mirror_export_exports = require_main.__exportAll({ exportMirror: () => exportMirror });
async function exportMirror(context, signal) {
	const wishes = readWishes(context);
	const directory = (0, node_path.resolve)(context.workspace, wishes.directory);
	const place = require_main.destinationPlace((0, node_path.join)(directory, ".export"));
	return require_install.underLock(context, {
		place,
		work: () => exportInto(context, {
			wishes,
			directory,
			place
		}, signal)
	}, signal);
}
async function exportInto(context, to, signal) {
	const { directory, wishes } = to;
	const base = (0, (node_url ??= require("node:url")).pathToFileURL)(directory).href;
	const sums = await readOwnSums(context, base, signal);
	const opened = await require_install.openSources(context, signal);
	const receipts = [{
		id: "this directory",
		base,
		index: {
			releases: [],
			sums
		}
	}, ...opened.receipts];
	let attempts = 0;
	const work = {
		...to,
		sums,
		sources: {
			...opened,
			receipts
		},
		nextAttempt: () => ++attempts
	};
	const done = new Map();
	const failures = [];
	const take = async (platform, wanted) => {
		try {
			const release = await exportRelease({
				...context,
				platform
			}, {
				...work,
				...await wanted()
			}, signal);
			done.set(keyOf(release), release);
		} catch (error) {
			signal.throwIfAborted();
			if (!(error instanceof require_main.Failure) || error.code.startsWith("FS.")) throw error;
			failures.push(error);
		}
	};
	for (const request of wishes.requests) {
		const wanted = require_main.once(() => resolveFor(context, {
			request,
			platform: wishes.platforms[0],
			sources: opened
		}, signal));
		for (const platform of wishes.platforms) await take(platform, wanted);
	}
	for (const { version, platform } of await standingReleases(context, directory)) if (!done.has(keyOf({
		version,
		platform
	}))) await take(platform, async () => exactly(version));
	const releases = [...done.values()].sort(inOrder);
	await writeLists(context, directory, releases);
	const files = releases.map(({ fileName: name, sizeBytes: bytes, sha256, how }) => ({
		name,
		bytes,
		sha256,
		how
	}));
	context.emit({
		type: "exported",
		directory: wishes.directory,
		files
	});
	const [first, ...others] = failures.flatMap(({ findings }) => findings);
	if (first !== void 0) throw new require_main.Failure([first, ...others]);
	return "ok";
}
function exactly(version) {
	const request = {
		spec: {
			kind: "exact",
			version,
			text: require_main.versionText(version)
		},
		origin: { kind: "default" },
		isGoLine: true
	};
	return {
		silent: new Set(),
		alive: new Set(),
		vainMs: 0,
		request,
		versions: [version]
	};
}
async function resolveFor(context, { request, platform, sources }, signal) {
	const { candidates, ...heard } = await require_install.resolveRequest({
		...context,
		platform
	}, {
		request,
		sources
	}, signal);
	return {
		...heard,
		request,
		versions: candidates.map(({ version }) => version)
	};
}
function keyOf({ version, platform }) {
	return `${require_main.versionText(version)} ${require_main.platformText(platform)}`;
}
function inOrder(a, b) {
	return require_main.compareVersions(b.version, a.version) || (a.fileName < b.fileName ? -1 : 1);
}
async function standingReleases({ machine }, directory) {
	return (await machine.files.list(directory)).flatMap((name) => {
		const { version, goos = "", goarch = "" } = require_main.parseArchiveFileName(name.replace(/^v0\.0\.1-(?=go)/u, "")) ?? {};
		const platform = require_main.platformFor({
			os: goos,
			arch: goarch,
			endianness: "BE"
		}, goarch);
		return version === void 0 || platform === void 0 ? [] : [{
			version,
			platform
		}];
	});
}
Object.defineProperty(exports, "mirror_export_exports", {
	enumerable: true,
	get: function() {
		return mirror_export_exports;
	}
});
