// SPDX-License-Identifier: Apache-2.0. Built from src/ by scripts/build.mjs. Licences: licenses.txt
"use strict";
const require_main = require("./main.cjs");
let require_install;
let node_crypto;
const MAX_TREE_SIZE = 2 ** 48;
function leafHash(record) {
	return (0, (node_crypto ??= require("node:crypto")).createHash)("sha256").update(Buffer.of(0)).update(record).digest();
}
function nodeHash(left, right) {
	return (0, (node_crypto ??= require("node:crypto")).createHash)("sha256").update(Buffer.of(1)).update(left).update(right).digest();
}
function emptyRoot() {
	return (0, (node_crypto ??= require("node:crypto")).createHash)("sha256").digest();
}
function splitPoint(n) {
	let k = 1;
	while (k * 2 < n) k *= 2;
	return k;
}
function inclusionSpans(index, size) {
	const spans = [];
	let from = 0;
	let to = size;
	while (to - from > 1) {
		const middle = from + splitPoint(to - from);
		if (index < middle) {
			spans.push({
				from: middle,
				to
			});
			to = middle;
		} else {
			spans.push({
				from,
				to: middle
			});
			from = middle;
		}
	}
	return spans.reverse();
}
function consistencySpans(older, newer) {
	if (older === 0 || older === newer) return [];
	const spans = [];
	let from = 0;
	let to = newer;
	while (to !== older) {
		const middle = from + splitPoint(to - from);
		if (older <= middle) {
			spans.push({
				from: middle,
				to
			});
			to = middle;
		} else {
			spans.push({
				from,
				to: middle
			});
			from = middle;
		}
	}
	if (from !== 0) spans.push({
		from,
		to
	});
	return spans.reverse();
}
function inclusionHolds(claim) {
	if (claim.index < 0 || claim.index >= claim.head.size) return false;
	const walk = startWalk(claim.index, claim.head.size - 1);
	let hash = claim.leaf;
	for (const sibling of claim.proof) {
		if (walk.done()) return false;
		hash = walk.step() === "left" ? nodeHash(sibling, hash) : nodeHash(hash, sibling);
	}
	return walk.done() && toText(hash) === claim.head.root;
}
function checkConsistency(claim) {
	const { older, newer } = claim;
	if (older.size > newer.size || older.size < 0) return "broken";
	if (older.size === newer.size || older.size === 0) {
		const expected = older.size === 0 ? toText(emptyRoot()) : newer.root;
		if (claim.proof.length > 0) return "broken";
		return older.root === expected ? "holds" : "fork";
	}
	const hashes = climbBoth(older, newer.size, claim.proof);
	if (hashes === void 0 || toText(hashes.newer) !== newer.root) return "broken";
	return toText(hashes.older) === older.root ? "holds" : "fork";
}
function climbBoth(older, newerSize, proof) {
	const walk = startWalk(older.size - 1, newerSize - 1);
	walk.skipRightEdges();
	const [first, ...rest] = walk.atLeftEdge() ? [Buffer.from(older.root, "base64"), ...proof] : proof;
	if (first === void 0) return void 0;
	let olderHash = first;
	let newerHash = first;
	for (const sibling of rest) {
		if (walk.done()) return void 0;
		if (walk.step() === "left") {
			olderHash = nodeHash(sibling, olderHash);
			newerHash = nodeHash(sibling, newerHash);
		} else newerHash = nodeHash(newerHash, sibling);
	}
	return walk.done() ? {
		older: olderHash,
		newer: newerHash
	} : void 0;
}
function startWalk(index, last) {
	let fn = index;
	let sn = last;
	const up = () => {
		fn = Math.floor(fn / 2);
		sn = Math.floor(sn / 2);
	};
	return {
		done: () => sn === 0,
		atLeftEdge: () => fn === 0,
		skipRightEdges() {
			while (fn % 2 === 1) up();
		},
		step() {
			const side = fn % 2 === 1 || fn === sn ? "left" : "right";
			if (side === "left") while (fn % 2 === 0 && fn !== 0) up();
			up();
			return side;
		}
	};
}
function toText(hash) {
	return Buffer.from(hash).toString("base64");
}
function hashFromText(text) {
	if (typeof text !== "string" || text.length !== 44) return void 0;
	const bytes = Buffer.from(text, "base64");
	return bytes.length === 32 && bytes.toString("base64") === text ? bytes : void 0;
}
// src/verify/note.ts
const ALGORITHM_ED25519 = 1;
const ED25519_SPKI = Buffer.from("302a300506032b6570032100", "hex");
const MAX_SIGNATURE_COUNT = 100;
const MAX_NOTE_BYTES = 1e6;
const KEY_HASH_BYTES = 4;
function parseVerifierKey(text) {
	const [, name = "", hash = "", base64 = ""] = /^([^+\s]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/]+={0,2})$/u.exec(text) ?? [];
	const key = Buffer.from(base64, "base64");
	const keyHash = keyHashOf(name, key);
	if (key.length !== 33 || key[0] !== ALGORITHM_ED25519 || keyHash.toString("hex") !== hash) throw require_main.failure("SUM.NOTE", {
		subject: "verifier key",
		message: "The verifier key text is malformed"
	});
	return {
		name,
		keyHash,
		publicKey: (0, (node_crypto ??= require("node:crypto")).createPublicKey)({
			key: Buffer.concat([ED25519_SPKI, key.subarray(1)]),
			format: "der",
			type: "spki"
		})
	};
}
function keyHashOf(name, key) {
	return (0, (node_crypto ??= require("node:crypto")).createHash)("sha256").update(`${name}\n`).update(key).digest().subarray(0, KEY_HASH_BYTES);
}
function openNote(note, key) {
	const bytes = Buffer.from(note);
	const all = noteText(bytes);
	const split = bytes.lastIndexOf("\n\n");
	if (all === void 0 || split < 0 || !all.endsWith("\n")) throw badNote(key, "not a signed note");
	const text = bytes.subarray(0, split + 1);
	const lines = bytes.subarray(split + 2, -1).toString("utf8").split("\n");
	if (lines.length > MAX_SIGNATURE_COUNT) throw badNote(key, "too many signatures");
	let signed = false;
	for (const line of lines) {
		const signature = signatureOf(line, key);
		if (signature === "foreign") continue;
		if (signature === void 0) throw badNote(key, "malformed signature line");
		if (!(0, (node_crypto ??= require("node:crypto")).verify)(null, text, key.publicKey, signature)) throw badNote(key, "wrong signature");
		signed = true;
	}
	if (!signed) throw badNote(key, "no signature of this key");
	return text.toString("utf8");
}
function noteText(bytes) {
	if (bytes.length > MAX_NOTE_BYTES) return void 0;
	const text = bytes.toString("utf8");
	if (/[\x00-\x09\x0b-\x1f]/u.test(text)) return void 0;
	return Buffer.from(text, "utf8").equals(bytes) ? text : void 0;
}
function signatureOf(line, key) {
	const [, name = "", base64 = ""] = /^\u2014 ([^\s+]+) ([A-Za-z0-9+/]+={0,2})$/u.exec(line) ?? [];
	const bytes = Buffer.from(base64, "base64");
	if (bytes.length <= KEY_HASH_BYTES || bytes.toString("base64") !== base64) return void 0;
	return name === key.name && bytes.subarray(0, KEY_HASH_BYTES).equals(key.keyHash) ? bytes.subarray(KEY_HASH_BYTES) : "foreign";
}
function parseTreeHead(text) {
	const [title, sizeText = "", root = "", ...rest] = text.split("\n");
	const size = parseCount(sizeText);
	if (title !== "go.sum database tree" || size === void 0 || hashFromText(root) === void 0 || rest.length === 0) throw require_main.failure("SUM.NOTE", {
		subject: "tree head",
		evidence: {
			reason: "malformed tree text",
			got: text.slice(0, 200)
		}
	});
	return {
		size,
		root
	};
}
function parseCount(text) {
	if (!/^(?:0|[1-9]\d{0,15})$/u.test(text)) return void 0;
	const count = Number(text);
	return count <= MAX_TREE_SIZE ? count : void 0;
}
function openTreeHead(note, key) {
	return parseTreeHead(openNote(note, key));
}
function badNote(key, reason) {
	return require_main.failure("SUM.NOTE", {
		subject: key.name,
		evidence: {
			reason,
			key: `${key.name}+${key.keyHash.toString("hex")}`
		}
	});
}
// src/verify/sumdb-record.ts
const MAX_LOOKUP_BYTES = 65536;
function parseLookup(answer) {
	const bytes = Buffer.from(answer);
	const numberEnd = bytes.indexOf("\n");
	const recordEnd = bytes.indexOf("\n\n");
	const recordNumber = parseCount(bytes.subarray(0, Math.max(numberEnd, 0)).toString("latin1"));
	if (bytes.length > MAX_LOOKUP_BYTES || recordNumber === void 0 || recordEnd < numberEnd) {
		const start = JSON.stringify(bytes.subarray(0, 80).toString("latin1"));
		throw require_main.failure("SUM.GARBAGE", {
			subject: "lookup",
			evidence: {
				"first bytes": start,
				bytes: bytes.length
			}
		});
	}
	return {
		recordNumber,
		record: bytes.subarray(numberEnd + 1, recordEnd + 1),
		note: bytes.subarray(recordEnd + 2)
	};
}
function readRecord(record, moduleName) {
	return readRecordHashes(record, moduleName).tree;
}
function readRecordHashes(record, moduleName) {
	const [path, version] = moduleName.split("@");
	const text = Buffer.from(record).toString("latin1");
	const lines = text.split("\n");
	const afterLast = lines.pop();
	const hashes = new Map();
	for (const line of lines) {
		const [linePath, lineVersion = "", hash = "", ...rest] = line.split(" ");
		if (linePath !== path || rest.length > 0 || !require_main.isTreeHash(hash)) throw badRecord(moduleName, text);
		hashes.set(lineVersion, hash);
	}
	const tree = hashes.get(version ?? "");
	const mod = hashes.get(`${version}/go.mod`);
	if (tree === void 0 || mod === void 0) throw badRecord(moduleName, text);
	if (lines.length !== 2 || afterLast !== "") throw badRecord(moduleName, text);
	return {
		tree,
		mod
	};
}
function badRecord(moduleName, text) {
	return require_main.failure("SUM.RECORD", {
		subject: moduleName,
		evidence: {
			expected: moduleName,
			got: JSON.stringify(text.slice(0, 300))
		}
	});
}
// src/verify/record-proof.ts
function checkRecordProof(proof, question) {
	const key = parseVerifierKey(question.log.verifierKey);
	const head = openTreeHead(proof.note, key);
	const value = readRecord(proof.record, question.moduleName);
	const leaf = leafHash(proof.record);
	if (!inclusionHolds({
		index: proof.recordNumber,
		leaf,
		head,
		proof: proof.inclusion
	})) {
		const evidence = {
			record: proof.recordNumber,
			"tree size": head.size,
			root: head.root
		};
		throw require_main.failure("SUM.PROOF", {
			subject: question.moduleName,
			evidence
		});
	}
	checkHistory(proof, {
		key,
		head,
		log: question.log
	});
	return {
		kind: "checksum-database",
		over: "tree",
		value,
		root: key.name,
		detail: `record ${proof.recordNumber} in the signed tree of ${head.size}, consistent with the known tree of ${proof.knownHead.size}`
	};
}
function checkHistory(proof, signed) {
	const { head, log, key } = signed;
	const known = proof.knownHead;
	if (!log.heads.some((ours) => ours.size === known.size && ours.root === known.root)) {
		const evidence = {
			expected: log.heads[0].size,
			got: known.size
		};
		throw require_main.failure("VER.NO_PROOF", {
			subject: key.name,
			message: "The proof rests on a tree head that is unknown here",
			evidence
		});
	}
	const [older, newer] = head.size < known.size ? [head, known] : [known, head];
	const verdict = checkConsistency({
		older,
		newer,
		proof: proof.consistency
	});
	if (verdict === "holds") return;
	throw require_main.failure(verdict === "fork" ? "SUM.FORK" : "SUM.PROOF", {
		subject: key.name,
		...verdict === "fork" ? {} : { message: "The tree shown could not be proved consistent with the known one" },
		evidence: {
			"known tree": `${known.size} ${known.root}`,
			"tree shown": `${head.size} ${head.root}`
		}
	});
}
// src/domain/gosum.ts
function readGoSums(texts) {
	const zips = new Set();
	const mods = new Set();
	for (const text of texts) for (const line of text.split("\n")) {
		const match = /^(\S+) (v[^\s/]+)(\/go\.mod)? h1:/u.exec(line);
		if (match === null) continue;
		const [, path = "", version = "", onlyMod] = match;
		(onlyMod === void 0 ? zips : mods).add(`${path}@${version}`);
	}
	return {
		zips,
		mods
	};
}
function unescapeModuleName(text) {
	return text.replace(/!([a-z])/gu, (_, letter) => letter.toUpperCase());
}
function escapeModuleName(text) {
	return text.replace(/[A-Z]/gu, (letter) => `!${letter.toLowerCase()}`);
}
// src/verify/tile.ts
const TILE_HEIGHT = 8;
function tilePath(tile) {
	let number = String(tile.index % 1e3).padStart(3, "0");
	for (let rest = Math.floor(tile.index / 1e3); rest > 0; rest = Math.floor(rest / 1e3)) number = `x${String(rest % 1e3).padStart(3, "0")}/${number}`;
	const partial = tile.width === 256 ? "" : `.p/${tile.width}`;
	return `tile/${TILE_HEIGHT}/${tile.level}/${number}${partial}`;
}
function tileKey(tile) {
	return `${tile.level}/${tile.index}`;
}
function tilesFor(spans, treeSize) {
	const tiles = new Map();
	for (const span of spans) for (const subtree of completeSubtrees(span)) {
		const { level, index } = tilePlace(subtree);
		const levelCount = Math.floor(treeSize / 256 ** level);
		const width = Math.min(256, levelCount - index * 256);
		tiles.set(tileKey({
			level,
			index
		}), {
			level,
			index,
			width
		});
	}
	return [...tiles.values()];
}
function spanHash(span, tiles) {
	let hash;
	for (const subtree of [...completeSubtrees(span)].reverse()) {
		const left = subtreeHash(subtree, tiles);
		if (left === void 0) return void 0;
		hash = hash === void 0 ? left : nodeHash(left, hash);
	}
	return hash;
}
function completeSubtrees(span) {
	const subtrees = [];
	let from = span.from;
	while (from < span.to) {
		let level = 0;
		while (from + 2 ** (level + 1) <= span.to) level += 1;
		subtrees.push({
			level,
			index: from / 2 ** level
		});
		from += 2 ** level;
	}
	return subtrees;
}
function tilePlace(subtree) {
	const level = Math.floor(subtree.level / TILE_HEIGHT);
	const count = 2 ** (subtree.level % TILE_HEIGHT);
	const start = subtree.index * count;
	return {
		level,
		index: Math.floor(start / 256),
		first: start % 256,
		count
	};
}
function subtreeHash(subtree, tiles) {
	const place = tilePlace(subtree);
	const data = tiles.get(tileKey(place));
	if (data === void 0 || data.length < (place.first + place.count) * 32) return void 0;
	let row = [];
	for (let at = place.first; at < place.first + place.count; at += 1) row.push(Buffer.from(data.subarray(at * 32, (at + 1) * 32)));
	while (row.length > 1) {
		const above = [];
		for (let at = 0; at + 1 < row.length; at += 2) above.push(nodeHash(row[at] ?? Buffer.alloc(0), row[at + 1] ?? Buffer.alloc(0)));
		row = above;
	}
	return row[0];
}
// src/acquire/sumdb-server.ts
async function askServer(question, signal) {
	try {
		return await prove({
			...question,
			...await fetchLookup(question, signal)
		}, signal);
	} catch (error) {
		if (!(error instanceof require_main.Failure)) throw error;
		const [first, ...rest] = error.findings;
		throw new require_main.Failure([{
			...first,
			subject: question.server.id
		}, ...rest], error);
	}
}
async function fetchLookup(question, signal) {
	try {
		const phases = {
			...require_main.METADATA_PHASES,
			untilMs: question.answerUntilMs
		};
		return await fetchPart(question, {
			path: `lookup/${escapeModuleName(question.moduleName)}`,
			phases,
			read: (bytes) => readLookup(bytes, question)
		}, signal);
	} catch (error) {
		if (!(error instanceof require_main.Failure)) throw error;
		const isUnknown = error.code === "HTTP.NOT_FOUND";
		const isRefused = error.code === "HTTP.FORBIDDEN" && statusOf(error.finding) === "403";
		if (!isUnknown && !isRefused) throw error;
		const notFound = require_main.finding("SUM.NOT_FOUND", {
			subject: question.server.id,
			confidence: isUnknown ? "certain" : "possible",
			evidence: {
				module: question.moduleName,
				answer: isUnknown ? "not in the log" : "refused or unknown"
			}
		});
		throw new require_main.Failure([notFound, ...error.findings], error);
	}
}
function readLookup(bytes, { log, moduleName }) {
	const answer = parseLookup(bytes);
	const head = openTreeHead(answer.note, parseVerifierKey(log.verifierKey));
	readRecord(answer.record, moduleName);
	return {
		answer,
		head
	};
}
function statusOf(found) {
	return found.evidence.find(({ name }) => name === "status")?.value;
}
async function prove(question, signal) {
	const { answer, head, log } = question;
	const knownHead = log.heads[0];
	if (answer.recordNumber >= head.size) {
		const evidence = {
			record: answer.recordNumber,
			"tree size": head.size
		};
		throw require_main.failure("SUM.PROOF", {
			subject: question.server.id,
			evidence
		});
	}
	const inclusion = inclusionSpans(answer.recordNumber, head.size);
	const consistency = consistencySpans(Math.min(head.size, knownHead.size), Math.max(head.size, knownHead.size));
	const tiles = tilesFor([...inclusion, ...consistency], Math.max(head.size, knownHead.size));
	const data = await fetchTiles(question, tiles, signal);
	const hashes = (spans) => spanHashes(spans, {
		data,
		subject: question.server.id
	});
	const proof = {
		recordNumber: answer.recordNumber,
		record: answer.record,
		note: answer.note,
		inclusion: hashes(inclusion),
		knownHead,
		consistency: hashes(consistency)
	};
	return {
		expectation: checkRecordProof(proof, question),
		proof,
		tileCount: tiles.length
	};
}
function spanHashes(spans, { data, subject }) {
	const found = spans.map((span) => spanHash(span, data));
	if (found.every((hash) => hash !== void 0)) return found;
	throw require_main.failure("SUM.GARBAGE", {
		subject,
		evidence: { reason: "tiles do not hold the proof" }
	});
}
async function fetchTiles(question, tiles, signal) {
	const stop = new AbortController();
	const queue = [...tiles];
	const data = new Map();
	const worker = async () => {
		const either = AbortSignal.any([signal, stop.signal]);
		for (let tile = queue.shift(); tile !== void 0; tile = queue.shift()) data.set(tileKey(tile), await fetchTile(question, tile, either));
	};
	const { parallelCount = require_main.LIMITS.sumdbParallelCount } = question;
	const workers = Array.from({ length: Math.min(parallelCount, tiles.length) }, worker);
	try {
		await Promise.all(workers);
	} catch (error) {
		stop.abort(error);
		await Promise.allSettled(workers);
		throw error;
	}
	return data;
}
async function fetchTile(question, tile, signal) {
	try {
		return await fetchTileBytes(question, tile, signal);
	} catch (error) {
		if (!(error instanceof require_main.Failure && (error.code === "HTTP.NOT_FOUND" || error.code === "HTTP.FORBIDDEN")) || tile.width === 256) throw error;
		return (await fetchTileBytes(question, {
			...tile,
			width: 256
		}, signal).catch((second) => {
			throw second instanceof require_main.Failure && !signal.aborted ? error : second;
		})).subarray(0, tile.width * 32);
	}
}
async function fetchTileBytes(question, tile, signal) {
	const path = tilePath(tile);
	const read = (bytes) => {
		const expected = tile.width * 32;
		if (bytes.length === expected) return bytes;
		const start = JSON.stringify(bytes.subarray(0, 40).toString("latin1"));
		const evidence = {
			path,
			"expected bytes": expected,
			"got bytes": bytes.length,
			"first bytes": start
		};
		throw require_main.failure("SUM.GARBAGE", {
			subject: question.server.id,
			evidence
		});
	};
	return fetchPart(question, {
		path,
		phases: require_main.METADATA_PHASES,
		read
	}, signal);
}
async function fetchPart({ wire, server }, { path, ...part }, signal) {
	const request = {
		...part,
		url: require_main.joinAddress(server.baseUrl, path),
		maxBytes: require_main.LIMITS.sumdbAnswerBytes,
		totalMs: require_main.LIMITS.metadataBodyMs,
		...server.authorization === void 0 ? {} : { authorization: server.authorization }
	};
	return (require_install ??= require("./install.cjs")).fetchRead(wire, request, signal);
}
// src/acquire/checksum-database.ts
async function lookUp(request, signal) {
	const { clock } = request.wire;
	const startMs = clock.monotonic();
	const answerUntilMs = startMs + require_main.LIMITS.sumdbAnswerMs;
	const over = new AbortController();
	const waiting = [...request.servers];
	const pending = new Map();
	const failed = new Map();
	const failures = () => request.servers.flatMap((server) => {
		const failure = failed.get(server);
		return failure === void 0 ? [] : [{
			server: server.id,
			failure
		}];
	});
	try {
		for (;;) {
			signal.throwIfAborted();
			const next = waiting.shift();
			if (next !== void 0) {
				const asked = ask({
					...request,
					server: next,
					answerUntilMs
				}, AbortSignal.any([signal, over.signal]));
				asked.catch(() => void 0);
				pending.set(next, asked);
			}
			if (pending.size === 0) throw summary$1(request, failures());
			const delayMs = (require_install ??= require("./install.cjs")).hedgeDelayMs({
				pendingCount: pending.size,
				waitingCount: waiting.length,
				leftMs: answerUntilMs - clock.monotonic()
			});
			const outcome = await firstOutcome(clock, pending, waiting.length === 0 ? void 0 : delayMs);
			if (outcome === void 0) continue;
			const { server, answer } = outcome;
			pending.delete(server);
			if (!(answer instanceof require_main.Failure)) {
				const { expectation, proof, tileCount } = answer;
				return {
					expectation,
					receipt: (require_install ??= require("./install.cjs")).makeReceipt(proof, request.moduleName),
					server: server.id,
					tileCount,
					ms: clock.monotonic() - startMs,
					failures: failures()
				};
			}
			failed.set(server, answer);
		}
	} finally {
		over.abort(require_main.failure("BODY.RESET", {
			subject: request.moduleName,
			evidence: { reason: "another server was faster" }
		}));
		await Promise.allSettled(pending.values());
	}
}
async function firstOutcome(clock, pending, delayMs) {
	if (delayMs === void 0) return Promise.race(pending.values());
	const timer = new AbortController();
	const late = clock.sleep(delayMs, timer.signal).catch(() => void 0);
	try {
		return await Promise.race([...pending.values(), late.then(() => void 0)]);
	} finally {
		timer.abort();
	}
}
async function ask(question, signal) {
	const { server, wire } = question;
	const evidence = { "budget ms": require_main.LIMITS.sumdbServerMs };
	const late = new AbortController();
	const finished = new AbortController();
	wire.clock.sleep(require_main.LIMITS.sumdbServerMs, finished.signal).then(() => late.abort(require_main.failure("SUM.UNREACHABLE", {
		subject: server.id,
		evidence
	})), () => void 0);
	try {
		return {
			server,
			answer: await askServer(question, AbortSignal.any([signal, late.signal]))
		};
	} catch (error) {
		signal.throwIfAborted();
		if (error instanceof require_main.Failure) return {
			server,
			answer: error
		};
		throw error;
	} finally {
		finished.abort();
	}
}
function summary$1(request, failures) {
	const all = failures.flatMap(({ failure }) => failure.findings);
	const forged = (require_install ??= require("./install.cjs")).FORGED.flatMap((code) => all.filter((found) => found.code === code));
	const [worst, ...otherForged] = forged;
	if (worst !== void 0) return new require_main.Failure([
		worst,
		...otherForged,
		...all.filter((found) => !forged.includes(found))
	]);
	const absent = all.filter(({ code }) => code === "SUM.NOT_FOUND");
	const rest = all.filter(({ code }) => code !== "SUM.NOT_FOUND");
	return new require_main.Failure([absent.length > 0 ? notFound(request, absent) : unreachable$1(request, failures), ...rest]);
}
function notFound(request, absent) {
	const isCertain = absent.some(({ confidence }) => confidence === "certain");
	return require_main.finding("SUM.NOT_FOUND", {
		subject: request.moduleName,
		confidence: isCertain ? "certain" : "possible",
		evidence: Object.fromEntries(absent.map(({ subject, evidence }) => [subject, evidence.at(-1)?.value])),
		...isCertain ? {} : { message: "The checksum database refuses this release, or does not know it" }
	});
}
function unreachable$1(request, failures) {
	const codes = failures.map(({ server, failure }) => [server, failure.code]);
	return require_main.finding("SUM.UNREACHABLE", {
		subject: request.moduleName,
		evidence: Object.fromEntries(codes)
	});
}
// src/acquire/sum-tiles.ts
async function tilesFromAny(work, wanted, over) {
	const { wire, servers, dead, tiles } = work;
	const keptAs = (tile) => `${tileKey(tile)}/${tile.width}`;
	for (const server of servers) {
		if (dead.has(server)) continue;
		try {
			const missing = wanted.filter((tile) => !tiles.has(keptAs(tile)));
			const fetched = await fetchTiles({
				wire,
				server,
				parallelCount: require_main.LIMITS.sumsParallelCount
			}, missing, over);
			for (const tile of missing) keep(tiles, keptAs(tile), fetched.get(tileKey(tile)));
			return new Map(wanted.flatMap((tile) => pair(tileKey(tile), tiles.get(keptAs(tile)))));
		} catch (error) {
			over.throwIfAborted();
			if (!(error instanceof require_main.Failure)) throw error;
			dead.set(server, error);
		}
	}
}
function keep(tiles, key, tile) {
	if (tile !== void 0) tiles.set(key, tile);
}
function pair(key, tile) {
	return tile === void 0 ? [] : [[key, tile]];
}
// src/acquire/module-sums.ts
async function proveModuleSums(parts, signal) {
	const { clock } = parts.wire;
	const startMs = clock.monotonic();
	const work = {
		...parts,
		findings: [],
		dead: new Map(),
		tiles: new Map(),
		progress: { proved: 0 }
	};
	const queue = batches(questionsOf(parts));
	const late = new AbortController();
	const done = new AbortController();
	clock.sleep(parts.budgetMs, done.signal).then(() => late.abort(require_main.failure("BUDGET.TOTAL", {
		subject: "go.sum",
		evidence: { "budget ms": parts.budgetMs }
	})), () => void 0);
	const over = AbortSignal.any([signal, late.signal]);
	const worker = async () => {
		for (let batch = queue.shift(); batch !== void 0 && !over.aborted; batch = queue.shift()) await proveBatch(work, batch, over);
	};
	try {
		await Promise.all([worker(), worker()]);
	} catch (error) {
		if (!late.signal.aborted || signal.aborted) throw error;
	} finally {
		done.abort();
	}
	signal.throwIfAborted();
	return summary(work, Math.round(clock.monotonic() - startMs));
}
function summary(work, ms) {
	const { findings, lines, isPrivate, progress } = work;
	const failed = findings.filter(({ code }) => code === "GO.SUMDB_MISMATCH").length;
	const asked = lines.filter((line) => !isPrivate(line.path)).length;
	unreachable(work, { isIncomplete: progress.proved + failed < asked });
	const skipped = lines.length - progress.proved - failed;
	return {
		proof: {
			lines: lines.length,
			proved: progress.proved,
			failed,
			skipped,
			ms
		},
		findings
	};
}
function batches(questions) {
	const size = require_main.LIMITS.sumsBatchCount;
	return Array.from({ length: Math.ceil(questions.length / size) }, (_, index) => questions.slice(index * size, (index + 1) * size));
}
async function proveBatch(work, batch, over) {
	await proveAll(work, await lookUpAll(work, batch, over), over);
}
function questionsOf({ lines, isPrivate }) {
	const byName = new Map();
	for (const line of lines) {
		if (isPrivate(line.path)) continue;
		const name = `${line.path}@${line.version}`;
		byName.set(name, [...byName.get(name) ?? [], line]);
	}
	const questions = [...byName].map(([name, own]) => ({
		name,
		lines: own
	}));
	const isCompiled = (question) => question.lines.some(({ isGoMod }) => !isGoMod);
	return [...questions.filter(isCompiled), ...questions.filter((question) => !isCompiled(question))];
}
async function lookUpAll(work, questions, over) {
	const queue = [...questions];
	const looked = [];
	const worker = async () => {
		const own = AbortSignal.any([over]);
		for (let question = queue.shift(); question !== void 0 && !over.aborted; question = queue.shift()) {
			const found = await lookUpOne(work, question, own);
			if (found !== void 0) looked.push(found);
		}
	};
	await Promise.all(Array.from({ length: Math.min(require_main.LIMITS.sumsParallelCount, questions.length) }, worker));
	return looked;
}
async function lookUpOne(work, question, over) {
	const { wire, log, servers, dead, findings } = work;
	const forged = [];
	let unknownAt = 0;
	for (const server of servers) {
		if (dead.has(server)) continue;
		const answerUntilMs = wire.clock.monotonic() + require_main.LIMITS.sumdbServerMs;
		try {
			const found = await fetchLookup({
				wire,
				server,
				log,
				moduleName: question.name,
				answerUntilMs
			}, over);
			findings.push(...forged.map((item) => ({
				...item,
				severity: "warning"
			})));
			return {
				question,
				...found
			};
		} catch (error) {
			if (over.aborted) return void 0;
			if (!(error instanceof require_main.Failure)) throw error;
			if (error.code === "SUM.NOT_FOUND") unknownAt += 1;
			else if ((require_install ??= require("./install.cjs")).FORGED.includes(error.code)) forged.push({
				...error.finding,
				subject: server.id,
				...placeOf(question)
			});
			else dead.set(server, error);
		}
	}
	findings.push(...forged);
	if (unknownAt > 0 && servers.every((server) => !dead.has(server))) findings.push(unknown(question));
}
async function proveAll(work, looked, over) {
	const [first] = looked;
	if (first === void 0) return;
	const largest = looked.reduce((best, each) => each.head.size > best.head.size ? each : best, first);
	const { head } = largest;
	const knownHead = work.log.heads[0];
	const inTree = looked.filter(({ answer }) => answer.recordNumber < head.size);
	const consistency = consistencySpans(Math.min(head.size, knownHead.size), Math.max(head.size, knownHead.size));
	const data = await tilesFromAny(work, tilesFor([...inTree.flatMap(({ answer }) => inclusionSpans(answer.recordNumber, head.size)), ...consistency], Math.max(head.size, knownHead.size)), over);
	if (data === void 0) return;
	for (const { question, answer } of inTree) try {
		const subject = question.name;
		const inclusion = spanHashes(inclusionSpans(answer.recordNumber, head.size), {
			data,
			subject
		});
		const { recordNumber, record } = answer;
		checkRecordProof({
			recordNumber,
			record,
			note: largest.answer.note,
			inclusion,
			knownHead,
			consistency: spanHashes(consistency, {
				data,
				subject
			})
		}, {
			log: work.log,
			moduleName: question.name
		});
		work.progress.proved += compare(work, question, readRecordHashes(record, question.name));
	} catch (error) {
		if (!(error instanceof require_main.Failure)) throw error;
		work.findings.push({
			...error.finding,
			...placeOf(question)
		});
	}
}
function compare({ findings }, { name, lines }, recorded) {
	let proved = 0;
	for (const line of lines) {
		const expected = line.isGoMod ? recorded.mod : recorded.tree;
		if (line.hash === expected) {
			proved += 1;
			continue;
		}
		findings.push(require_main.finding("GO.SUMDB_MISMATCH", {
			subject: name,
			message: `A line of ${line.file} differs from what the checksum database records`,
			evidence: {
				of: line.isGoMod ? "go.mod" : "module",
				"database says": expected,
				"go.sum says": line.hash
			},
			location: {
				file: line.file,
				line: line.line
			}
		}));
	}
	return proved;
}
function unknown(question) {
	return require_main.finding("GO.PRIVATE_IN_SUMDB", {
		subject: question.name,
		severity: "warning",
		confidence: "likely",
		...placeOf(question)
	});
}
function placeOf({ lines: [line] }) {
	return line === void 0 ? {} : { location: {
		file: line.file,
		line: line.line
	} };
}
function unreachable({ dead, findings }, { isIncomplete }) {
	if (dead.size === 0 || !isIncomplete) return;
	const codes = [...dead].map(([{ id }, { code }]) => [id, code]);
	findings.push(require_main.finding("GO.SUMDB_UNREACHABLE", {
		subject: "go.sum",
		severity: "warning",
		evidence: Object.fromEntries(codes)
	}));
}
Object.defineProperty(exports, "MAX_TREE_SIZE", {
	enumerable: true,
	get: function() {
		return MAX_TREE_SIZE;
	}
});
Object.defineProperty(exports, "checkRecordProof", {
	enumerable: true,
	get: function() {
		return checkRecordProof;
	}
});
Object.defineProperty(exports, "escapeModuleName", {
	enumerable: true,
	get: function() {
		return escapeModuleName;
	}
});
Object.defineProperty(exports, "hashFromText", {
	enumerable: true,
	get: function() {
		return hashFromText;
	}
});
Object.defineProperty(exports, "lookUp", {
	enumerable: true,
	get: function() {
		return lookUp;
	}
});
Object.defineProperty(exports, "openTreeHead", {
	enumerable: true,
	get: function() {
		return openTreeHead;
	}
});
Object.defineProperty(exports, "parseVerifierKey", {
	enumerable: true,
	get: function() {
		return parseVerifierKey;
	}
});
Object.defineProperty(exports, "proveModuleSums", {
	enumerable: true,
	get: function() {
		return proveModuleSums;
	}
});
Object.defineProperty(exports, "readGoSums", {
	enumerable: true,
	get: function() {
		return readGoSums;
	}
});
Object.defineProperty(exports, "toText", {
	enumerable: true,
	get: function() {
		return toText;
	}
});
Object.defineProperty(exports, "unescapeModuleName", {
	enumerable: true,
	get: function() {
		return unescapeModuleName;
	}
});
