// SPDX-License-Identifier: Apache-2.0. Built from src/ by scripts/build.mjs. Licences: licenses.txt
"use strict";
const require_main = require("./main.cjs");
let require_install;
let node_path = require("node:path");
let node_crypto;
let node_zlib;
// src/install/abortable.ts
async function* abortable(source, signal) {
	signal.throwIfAborted();
	const iterator = source[Symbol.asyncIterator]();
	let abort = () => void 0;
	const aborted = new Promise((_resolve, reject) => {
		abort = () => reject(signal.reason);
		signal.addEventListener("abort", abort, { once: true });
	});
	aborted.catch(() => void 0);
	try {
		for (;;) {
			const { value, done } = await Promise.race([iterator.next(), aborted]);
			if (done === true) return;
			yield value;
		}
	} finally {
		signal.removeEventListener("abort", abort);
		Promise.resolve(iterator.return?.()).catch(() => void 0);
	}
}
// src/install/archive-digests.ts
function createArchiveDigests(others) {
	let running;
	const start = () => new Map([...new Set(["sha256", ...others()])].map((name) => [name, (0, (node_crypto ??= require("node:crypto")).createHash)(name)]));
	const digest = (name, trailer) => {
		running ??= start();
		return running.get(name)?.copy().update(trailer).digest("hex");
	};
	return {
		update(chunk) {
			running ??= start();
			for (const hash of running.values()) hash.update(chunk);
		},
		sha256: () => digest("sha256", new Uint8Array()) ?? "",
		signed: digest
	};
}
function notAnArchive(head, otherwise) {
	if (head.length === 0) return require_main.failure("ARC.TRUNCATED", {
		subject: "archive",
		evidence: { bytes: 0 }
	});
	const bytes = Buffer.from(head.subarray(0, 64));
	const text = bytes.toString("utf8").replace(/^\uFEFF?\s*/u, "");
	if (/^<[!?a-z]/iu.test(text)) {
		const shown = text.replace(/[^\x20-\x7e]+/gu, " ").trim();
		return require_main.failure("HTTP.HTML", {
			subject: "archive",
			evidence: { "first characters": shown }
		});
	}
	return require_main.failure(otherwise, {
		subject: "archive",
		evidence: { "first bytes": bytes.subarray(0, 16).toString("hex") }
	});
}
// src/install/gunzip.ts
const CHUNK_BYTES = 262144;
const INPUT_BYTES = 131072;
const MAX_WAITING_BYTES = INPUT_BYTES;
const MAX_QUEUE = 2;
const SLICE_BYTES = 131072;
const RELIEF_BYTES = 4194304;
const MAX_OUTPUT_BYTES = require_main.LIMITS.unpackedBytes + require_main.LIMITS.entryCount * 1024;
async function gunzip(options, signal) {
	signal.throwIfAborted();
	const inflater = startInflater(options);
	const iterator = options.source[Symbol.asyncIterator]();
	const abort = () => inflater.fail(signal.reason);
	signal.addEventListener("abort", abort, { once: true });
	try {
		await Promise.race([feed(iterator, inflater, options.onInput), inflater.failed]);
		await inflater.finish();
	} catch (error) {
		inflater.fail(error);
		Promise.resolve(iterator.return?.()).catch(() => void 0);
		throw error;
	} finally {
		signal.removeEventListener("abort", abort);
	}
}
async function feed(iterator, inflater, onInput) {
	let input = inflater.freeInput();
	let filledBytes = 0;
	let isHead = true;
	const hand = async () => {
		const filled = input.subarray(0, filledBytes);
		if (isHead && !isGzip(filled)) throw notAnArchive(filled, "ARC.NOT_GZIP");
		isHead = false;
		if (filledBytes === 0) return;
		await inflater.write(filled, input);
		input = inflater.freeInput();
		filledBytes = 0;
	};
	for (;;) {
		const { value, done } = await iterator.next();
		if (done === true) return hand();
		onInput?.(value);
		for (let at = 0; at < value.length;) {
			if (inflater.hasFailed()) return;
			const to = Math.min(value.length, at + INPUT_BYTES - filledBytes);
			input.set(value.subarray(at, to), filledBytes);
			filledBytes += to - at;
			at = to;
			if (filledBytes >= (isHead ? 64 : INPUT_BYTES)) await hand();
		}
	}
}
function isGzip(head) {
	return head[0] === 31 && head[1] === 139 && head[2] === 8;
}
function startInflater({ consume, relieve = () => void 0, maxOutputBytes = MAX_OUTPUT_BYTES }) {
	let reject = () => void 0;
	const failed = new Promise((_resolve, rejectFailed) => {
		reject = rejectFailed;
	});
	const engine = (0, (node_zlib ??= require("node:zlib")).createGunzip)({ chunkSize: CHUNK_BYTES });
	const state = {
		engine,
		consume,
		relieve,
		maxOutputBytes,
		reject,
		queue: [],
		freeInputs: [],
		isScheduled: false,
		hasEnded: false,
		hasFailed: false,
		wake: void 0,
		inputBytes: 0,
		waitingBytes: 0,
		outputBytes: 0,
		unrelievedBytes: 0
	};
	engine.on("data", (bytes) => take$1(state, bytes));
	engine.on("error", (error) => fail(state, zlibFailure(error)));
	engine.on("end", () => {
		state.hasEnded = true;
		wake(state);
	});
	return {
		freeInput: () => state.freeInputs.pop() ?? Buffer.allocUnsafeSlow(INPUT_BYTES),
		write: (bytes, buffer) => write$1(state, bytes, buffer),
		finish: () => Promise.race([failed, finish(state)]),
		fail: (error) => fail(state, error),
		hasFailed: () => state.hasFailed,
		failed
	};
}
function take$1(state, bytes) {
	state.outputBytes += bytes.length;
	if (state.outputBytes > state.maxOutputBytes) {
		fail(state, require_main.failure("ARC.LIMIT", {
			subject: "archive",
			evidence: { limit: state.maxOutputBytes }
		}));
		return;
	}
	state.queue.push(bytes);
	if (state.queue.length >= MAX_QUEUE) state.engine.pause();
	if (!state.isScheduled) {
		state.isScheduled = true;
		setImmediate(consumeNext, state);
	}
}
function consumeNext(state) {
	const bytes = nextSlice(state.queue);
	try {
		if (bytes !== void 0) consume(state, bytes);
	} catch (error) {
		fail(state, error);
	}
	if (state.hasFailed) return;
	if (state.engine.isPaused()) state.engine.resume();
	if (state.queue.length > 0) setImmediate(consumeNext, state);
	else {
		state.isScheduled = false;
		wake(state);
	}
}
function nextSlice(queue) {
	const [piece] = queue;
	if (piece === void 0 || piece.length <= SLICE_BYTES) return queue.shift();
	queue[0] = piece.subarray(SLICE_BYTES);
	return piece.subarray(0, SLICE_BYTES);
}
function consume(state, bytes) {
	state.consume(bytes);
	state.unrelievedBytes += bytes.length;
	if (state.unrelievedBytes < RELIEF_BYTES) return;
	state.unrelievedBytes = 0;
	state.relieve();
}
async function write$1(state, bytes, buffer) {
	state.inputBytes += bytes.length;
	if (state.hasEnded) throw corruptGzip("more bytes after the end");
	if (state.hasFailed) return;
	state.waitingBytes += bytes.length;
	state.engine.write(bytes, () => {
		state.waitingBytes -= bytes.length;
		state.freeInputs.push(buffer);
		wake(state);
	});
	while (state.waitingBytes > MAX_WAITING_BYTES && !state.hasEnded && !state.hasFailed) await turn(state);
}
async function finish(state) {
	state.engine.end();
	while (!state.hasFailed && !(state.hasEnded && state.queue.length === 0 && !state.isScheduled)) await turn(state);
	if (state.hasFailed || state.engine.bytesWritten === state.inputBytes) return;
	throw corruptGzip(`${state.inputBytes - state.engine.bytesWritten} bytes after the end`);
}
function turn(state) {
	return new Promise((resolve) => {
		state.wake = resolve;
	});
}
function wake(state) {
	const resolve = state.wake;
	state.wake = void 0;
	resolve?.();
}
function fail(state, error) {
	if (state.hasFailed) return;
	state.hasFailed = true;
	state.queue.length = 0;
	state.engine.destroy();
	state.reject(error);
	wake(state);
}
function zlibFailure(error) {
	if (error.code === "Z_BUF_ERROR") return require_main.failure("ARC.TRUNCATED", {
		subject: "archive",
		evidence: { zlib: error.code }
	}, error);
	return corruptGzip(`${error.code}: ${error.message}`, error);
}
function corruptGzip(problem, cause) {
	return require_main.failure("ARC.CORRUPT", {
		subject: "archive",
		evidence: { problem }
	}, cause);
}
// src/install/entry-name.ts
const PART_BYTES = 255;
const DEVICE = /^(?:con|prn|aux|nul|conin\$|conout\$|com[0-9\u00b9\u00b2\u00b3]|lpt[0-9\u00b9\u00b2\u00b3])(?:\.|$)/iu;
const PART = /^[\p{L}0-9!#$%&()+,\-.=@[\]^_{}~ ]+$/u;
const PLAIN_PATH = /^(?:[A-Za-z0-9_-][A-Za-z0-9_.-]*(?<!\.)\/)*[A-Za-z0-9_-][A-Za-z0-9_.-]*(?<!\.)$/u;
const MAYBE_DEVICE = /(?:^|\/)(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:[./]|$)/iu;
function problemOfPath(path) {
	if (path.length <= PART_BYTES && PLAIN_PATH.test(path) && !MAYBE_DEVICE.test(path)) return void 0;
	if (path === "") return "empty";
	if (path.startsWith("/")) return "absolute";
	if (Buffer.byteLength(path) > require_main.LIMITS.pathBytes) return "too long";
	for (const part of path.split("/")) {
		const problem = problemOfPart(part);
		if (problem !== void 0) return problem;
	}
}
function problemOfPart(part) {
	if (part === "") return "empty part";
	if (part === "." || part === "..") return "dot part";
	if (part.includes("\\")) return "backslash";
	if (part.includes(":")) return "colon";
	if (part.endsWith(".") || part.endsWith(" ")) return "trailing dot or space";
	if (Buffer.byteLength(part) > PART_BYTES) return "part too long";
	if (!PART.test(part)) return "character that is not allowed";
	return DEVICE.test(part) ? "device name" : void 0;
}
function foldPath(path) {
	if (/^[\x00-\x7f]*$/u.test(path)) return path.toLowerCase();
	return path.normalize("NFKD").toUpperCase().toLowerCase().normalize("NFKD");
}
function decodeName(bytes) {
	const text = bytes.toString("utf8");
	if (text.includes("\ufffd")) throw refusedName(text, "not UTF-8");
	return text;
}
function refusedName(name, problem) {
	const shown = JSON.stringify(name.slice(0, 200));
	return require_main.failure("ARC.NAME", {
		subject: shown,
		evidence: {
			name: shown,
			problem
		}
	});
}
function readTarHeader(bytes, at) {
	if (checksumOf(bytes, at) !== readNumber({
		bytes,
		at: at + 148,
		length: 8
	})) throw corruptTar("header checksum");
	const magic = bytes.toString("latin1", at + 257, at + 265);
	const isGnu = magic === "ustar  \0";
	if (!isGnu && magic !== "ustar\x0000") throw corruptTar("not ustar");
	const name = field({
		bytes,
		at,
		length: 100
	});
	const prefix = isGnu ? void 0 : field({
		bytes,
		at: at + 345,
		length: 155
	});
	const flag = bytes[at + 156] ?? 0;
	return {
		name: prefix === void 0 || prefix.length === 0 ? name : Buffer.concat([
			prefix,
			Buffer.from("/"),
			name
		]),
		type: flag === 0 ? "0" : String.fromCharCode(flag),
		sizeBytes: readNumber({
			bytes,
			at: at + 124,
			length: 12
		}),
		mtimeSeconds: readNumber({
			bytes,
			at: at + 136,
			length: 12
		})
	};
}
function isZeroBlock(bytes, at) {
	for (let i = at; i < at + 512; i++) if (bytes[i] !== 0) return false;
	return true;
}
function corruptTar(problem) {
	return require_main.failure("ARC.CORRUPT", {
		subject: "tar",
		evidence: { problem }
	});
}
function checksumOf(bytes, at) {
	let sum = 256;
	for (let i = at; i < at + 148; i++) sum += bytes[i] ?? 0;
	for (let i = at + 156; i < at + 512; i++) sum += bytes[i] ?? 0;
	return sum;
}
function field({ bytes, at, length }) {
	const nul = bytes.indexOf(0, at);
	return bytes.subarray(at, nul < 0 ? at + length : Math.min(nul, at + length));
}
function readNumber({ bytes, at, length }) {
	if (((bytes[at] ?? 0) & 128) !== 0) return readBase256({
		bytes,
		at,
		length
	});
	const match = /^ *([0-7]*)[ \0]*$/u.exec(bytes.toString("latin1", at, at + length));
	if (match === null) throw corruptTar("number");
	return match[1] === "" ? 0 : Number.parseInt(match[1] ?? "", 8);
}
function readBase256({ bytes, at, length }) {
	if (bytes[at] !== 128) throw corruptTar("number");
	let value = 0;
	for (let i = at + 1; i < at + length; i++) {
		value = value * 256 + (bytes[i] ?? 0);
		if (!Number.isSafeInteger(value)) throw corruptTar("number");
	}
	return value;
}
// src/install/pax.ts
const IGNORED = new Set([
	"mtime",
	"atime",
	"ctime",
	"comment",
	"uid",
	"gid",
	"uname",
	"gname"
]);
const IGNORED_PREFIX = /^(?:SCHILY\.(?:xattr|acl)\..*|SCHILY\.(?:dev|ino|nlink|fflags)|LIBARCHIVE\..*)$/u;
function readPax(data, options) {
	const found = new Map();
	for (const { key, value } of records(data)) {
		if (IGNORED.has(key) || IGNORED_PREFIX.test(key)) continue;
		if (options.isGlobal || !(key === "path" || key === "size")) throw require_main.failure("ARC.TYPE", {
			subject: "tar",
			evidence: { "pax key": key.slice(0, 100) }
		});
		if (found.has(key)) throw corruptTar("pax key given twice");
		found.set(key, value);
	}
	const name = found.get("path");
	const size = found.get("size");
	return {
		...name === void 0 ? {} : { name: checkedName(name) },
		...size === void 0 ? {} : { sizeBytes: checkedSize(size) }
	};
}
function* records(data) {
	for (let at = 0; at < data.length;) {
		const space = data.indexOf(32, at);
		const digits = space < 0 ? "" : data.toString("latin1", at, Math.min(space, at + 8));
		const end = at + Number(digits);
		if (!/^[1-9][0-9]*$/u.test(digits) || end > data.length || end <= space || data[end - 1] !== 10) throw corruptTar("pax record");
		const equals = data.indexOf(61, space);
		if (equals < 0 || equals >= end) throw corruptTar("pax record");
		yield {
			key: data.toString("utf8", space + 1, equals),
			value: data.subarray(equals + 1, end - 1)
		};
		at = end;
	}
}
function checkedName(value) {
	if (value.length === 0 || value.includes(0)) throw corruptTar("pax path");
	return Buffer.from(value);
}
function checkedSize(value) {
	const text = value.toString("latin1");
	if (!/^[0-9]{1,15}$/u.test(text)) throw corruptTar("pax size");
	return Number(text);
}
// src/install/tar.ts
function createTarReader(sink) {
	const state = {
		sink,
		partial: Buffer.alloc(512),
		left: 0,
		padding: 0,
		metadata: void 0,
		pending: void 0,
		zeroBlocks: 0,
		partialBytes: 0
	};
	return {
		push(bytes) {
			for (let at = 0; at < bytes.length;) at = step$1(state, bytes, at);
		},
		end() {
			if (!(state.left === 0 && state.padding === 0 && state.partialBytes === 0 && state.zeroBlocks >= 2)) throw require_main.failure("ARC.TRUNCATED", {
				subject: "tar",
				evidence: { "missing bytes": state.left }
			});
		}
	};
}
function step$1(state, bytes, at) {
	if (state.left > 0) return content(state, bytes, at);
	if (state.padding > 0) {
		const skipped = Math.min(state.padding, bytes.length - at);
		state.padding -= skipped;
		return at + skipped;
	}
	if (state.partialBytes > 0 || bytes.length - at < 512) return gather(state, bytes, at);
	block(state, bytes, at);
	return at + 512;
}
function gather(state, bytes, from) {
	const to = Math.min(from + 512 - state.partialBytes, bytes.length);
	state.partialBytes += bytes.copy(state.partial, state.partialBytes, from, to);
	if (state.partialBytes === 512) {
		state.partialBytes = 0;
		block(state, state.partial, 0);
	}
	return to;
}
function block(state, bytes, at) {
	if (bytes[at] === 0 && isZeroBlock(bytes, at)) {
		if (state.pending !== void 0) throw corruptTar("a name without its entry");
		state.zeroBlocks++;
		return;
	}
	if (state.zeroBlocks > 0) throw corruptTar(state.zeroBlocks > 1 ? "data after the end" : "one zero block");
	const header = readTarHeader(bytes, at);
	if (header.type === "x" || header.type === "g" || header.type === "L") beginMetadata(state, header, header.type);
	else beginEntry(state, header);
}
function beginMetadata(state, { sizeBytes }, type) {
	if (state.pending !== void 0) throw corruptTar("two names for one entry");
	if (sizeBytes === 0) throw corruptTar("empty extension header");
	if (sizeBytes > require_main.LIMITS.tarMetadataBytes) throw require_main.failure("ARC.LIMIT", {
		subject: "tar",
		evidence: {
			"header bytes": sizeBytes,
			limit: require_main.LIMITS.tarMetadataBytes
		}
	});
	state.metadata = {
		type,
		data: Buffer.alloc(sizeBytes),
		filled: 0
	};
	expectContent(state, sizeBytes);
}
function beginEntry(state, header) {
	const path = decodeName(state.pending?.name ?? header.name);
	const sizeBytes = state.pending?.sizeBytes ?? header.sizeBytes;
	state.pending = void 0;
	if (header.type === "5") {
		if (sizeBytes !== 0) throw corruptTar("a directory with content");
		state.sink.directory(path.endsWith("/") ? path.slice(0, -1) : path);
	} else if (header.type === "0") {
		state.sink.begin({
			path,
			sizeBytes,
			mtimeSeconds: header.mtimeSeconds
		});
		expectContent(state, sizeBytes);
		if (sizeBytes === 0) state.sink.end();
	} else throw require_main.failure("ARC.TYPE", {
		subject: path.slice(0, 200),
		evidence: { type: JSON.stringify(header.type) }
	});
}
function expectContent(state, sizeBytes) {
	state.left = sizeBytes;
	state.padding = (512 - sizeBytes % 512) % 512;
}
function content(state, bytes, from) {
	const to = Math.min(from + state.left, bytes.length);
	state.left -= to - from;
	if (state.metadata === void 0) {
		state.sink.data(bytes, from, to);
		if (state.left === 0) state.sink.end();
	} else {
		state.metadata.filled += bytes.copy(state.metadata.data, state.metadata.filled, from, to);
		if (state.left === 0) endMetadata(state, state.metadata);
	}
	return to;
}
function endMetadata(state, { type, data }) {
	state.metadata = void 0;
	if (type === "g") readPax(data, { isGlobal: true });
	else state.pending = type === "x" ? readPax(data, { isGlobal: false }) : { name: gnuName(data) };
}
function gnuName(data) {
	const nul = data.indexOf(0);
	if (nul !== data.length - 1 || nul === 0) throw corruptTar("long name");
	return data.subarray(0, nul);
}
// src/install/zip-directory.ts
const END_BYTES = 22;
const RECORD_BYTES = 46;
const END_SIGNATURE = 101010256;
const RECORD_SIGNATURE = 33639248;
const METHOD_DEFLATED = 8;
const MAX_RATIO = 1033;
const REFUSED_EXTRA = [1, 28789];
function readZipEnd(tail, sizeBytes) {
	const at = tail.length - END_BYTES;
	if (at < 0 || tail.readUInt32LE(at) !== END_SIGNATURE || tail.readUInt16LE(at + 20) !== 0) return void 0;
	const entryCount = tail.readUInt16LE(at + 10);
	const directoryBytes = tail.readUInt32LE(at + 12);
	const directoryStart = tail.readUInt32LE(at + 16);
	if (entryCount > require_main.LIMITS.entryCount) throw overLimit("entries", entryCount, require_main.LIMITS.entryCount);
	if (directoryBytes > require_main.LIMITS.zipDirectoryBytes) throw overLimit("directory bytes", directoryBytes, require_main.LIMITS.zipDirectoryBytes);
	if (!(tail.readUInt16LE(at + 4) === 0 && tail.readUInt16LE(at + 6) === 0) || tail.readUInt16LE(at + 8) !== entryCount) throw corruptZip("more than one disk");
	if (directoryStart + directoryBytes + END_BYTES !== sizeBytes) throw corruptZip("the directory does not end at the end record");
	return {
		entryCount,
		directoryStart,
		directoryBytes
	};
}
function readZipDirectory(directory, end) {
	const entries = [];
	let totalBytes = 0;
	let at = 0;
	for (let i = 0; i < end.entryCount; i++) {
		if (at + RECORD_BYTES > directory.length) throw corruptZip("the directory is too short");
		const lengths = directory.readUInt16LE(at + 28) + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
		if (at + RECORD_BYTES + lengths > directory.length) throw corruptZip("the directory is too short");
		const entry = readRecord(directory, at);
		totalBytes += entry.sizeBytes;
		if (totalBytes > require_main.LIMITS.unpackedBytes) throw overLimit("unpacked bytes", totalBytes, require_main.LIMITS.unpackedBytes);
		entries.push(entry);
		at += RECORD_BYTES + lengths;
	}
	if (at !== directory.length) throw corruptZip("the directory is too long");
	return entries.sort((a, b) => a.offset - b.offset);
}
function readRecord(bytes, at) {
	if (bytes.readUInt32LE(at) !== RECORD_SIGNATURE) throw corruptZip("directory record");
	const nameEnd = at + RECORD_BYTES + bytes.readUInt16LE(at + 28);
	const nameBytes = bytes.subarray(at + RECORD_BYTES, nameEnd);
	const fullName = decodeName(nameBytes);
	const isDirectory = fullName.endsWith("/");
	const entry = {
		name: isDirectory ? fullName.slice(0, -1) : fullName,
		nameBytes,
		isDirectory,
		flags: bytes.readUInt16LE(at + 8),
		method: bytes.readUInt16LE(at + 10),
		crc32: bytes.readUInt32LE(at + 16),
		compressedBytes: bytes.readUInt32LE(at + 20),
		sizeBytes: bytes.readUInt32LE(at + 24),
		offset: bytes.readUInt32LE(at + 42)
	};
	checkExtra(bytes.subarray(nameEnd, nameEnd + bytes.readUInt16LE(at + 30)));
	if (bytes.readUInt16LE(at + 34) !== 0) throw corruptZip("more than one disk");
	checkRecord(entry, bytes.readUInt32LE(at + 38));
	return entry;
}
function checkRecord(entry, attributes) {
	const { name, flags, method, sizeBytes, compressedBytes } = entry;
	if ((flags & -2063) !== 0) throw refusedKind(name, `flags 0x${flags.toString(16)}`);
	if (method !== 0 && method !== METHOD_DEFLATED) throw refusedKind(name, `method ${method}`);
	const unixKind = attributes >>> 28 & 15;
	const wantedKind = entry.isDirectory ? 4 : 8;
	if (unixKind !== 0 && unixKind !== wantedKind) throw refusedKind(name, `Unix file type ${unixKind.toString(8)}`);
	if ((attributes & 16) !== 0 && !entry.isDirectory) throw refusedKind(name, "a directory by its attributes");
	if (entry.isDirectory && (sizeBytes !== 0 || compressedBytes !== 0)) throw corruptZip("a directory with content");
	if (!(method === 0 ? sizeBytes === compressedBytes : sizeBytes <= compressedBytes * MAX_RATIO)) throw corruptZip("sizes that cannot be");
}
function checkExtra(extra) {
	for (let at = 0; at < extra.length;) {
		if (at + 4 > extra.length) throw corruptZip("extra field");
		const id = extra.readUInt16LE(at);
		if (REFUSED_EXTRA.includes(id)) throw refusedKind("extra field", `0x${id.toString(16)}`);
		at += 4 + extra.readUInt16LE(at + 2);
		if (at > extra.length) throw corruptZip("extra field");
	}
}
function corruptZip(problem, cause) {
	return require_main.failure("ARC.CORRUPT", {
		subject: "zip",
		evidence: { problem }
	}, cause);
}
function refusedKind(name, kind) {
	return require_main.failure("ARC.TYPE", {
		subject: name.slice(0, 200),
		evidence: { kind }
	});
}
function overLimit(what, got, limit) {
	return require_main.failure("ARC.LIMIT", {
		subject: "zip",
		evidence: {
			what,
			got,
			limit
		}
	});
}
// src/install/zip-members.ts
const LOCAL_BYTES = 30;
const LOCAL_SIGNATURE = 67324752;
const DESCRIPTOR_SIGNATURE = 134695760;
const MEMBER_HEAD = Buffer.from([
	31,
	139,
	8,
	0,
	0,
	0,
	0,
	0,
	0,
	255
]);
const EMPTY_MEMBER = Buffer.concat([
	MEMBER_HEAD,
	Buffer.from([3, 0]),
	Buffer.alloc(8)
]);
const STORED_BLOCK_BYTES = 65535;
const NOTHING = Buffer.alloc(0);
async function* gzipMembers(body, entries, endBytes) {
	const walk = {
		entries,
		endBytes,
		next: 0,
		part: "header",
		held: NOTHING,
		leftBytes: 0,
		dataLeftBytes: 0,
		headerBytes: 0
	};
	if ((entries[0]?.offset ?? endBytes) !== 0) throw corruptZip("bytes before the first entry");
	yield EMPTY_MEMBER;
	for await (const chunk of body) {
		const pieces = [];
		const bytes = asBuffer(chunk);
		for (let at = 0; at < bytes.length;) at = step(walk, bytes, at, pieces);
		if (pieces.length > 0) yield Buffer.concat(pieces);
	}
	if (walk.next < entries.length) throw corruptZip("fewer bytes than the directory says");
}
function step(walk, bytes, at, pieces) {
	const entry = walk.entries[walk.next];
	if (entry === void 0) throw corruptZip("more bytes than the directory says");
	if (walk.part === "data") return passData(walk, {
		entry,
		bytes,
		at
	}, pieces);
	const isHeader = walk.part === "header";
	const wantedBytes = isHeader ? headerBytes(walk.held, entry) : spanBytes(walk) - walk.headerBytes - entry.compressedBytes;
	const to = Math.min(at + wantedBytes - walk.held.length, bytes.length);
	walk.held = walk.held.length === 0 ? bytes.subarray(at, to) : Buffer.concat([walk.held, bytes.subarray(at, to)]);
	if (walk.held.length < wantedBytes) return to;
	if (isHeader && headerBytes(walk.held, entry) > walk.held.length) return to;
	const complete = walk.held;
	walk.held = NOTHING;
	if (isHeader) beginData(walk, {
		entry,
		header: complete
	}, pieces);
	else endEntry(walk, entry, complete);
	return to;
}
function spanBytes({ entries, next, endBytes }) {
	return (entries[next + 1]?.offset ?? endBytes) - (entries[next]?.offset ?? endBytes);
}
function headerBytes(held, entry) {
	if (held.length < LOCAL_BYTES) return LOCAL_BYTES;
	if (held.readUInt32LE(0) !== LOCAL_SIGNATURE) throw corruptZip(`local header of ${entry.name}`);
	return LOCAL_BYTES + held.readUInt16LE(26) + held.readUInt16LE(28);
}
function beginData(walk, { entry, header }, pieces) {
	checkLocalHeader(header, entry);
	if (header.length + entry.compressedBytes > spanBytes(walk)) throw corruptZip("entries overlap");
	walk.headerBytes = header.length;
	walk.dataLeftBytes = entry.compressedBytes;
	walk.leftBytes = 0;
	if (entry.compressedBytes > 0) pieces.push(MEMBER_HEAD);
	walk.part = "data";
	if (entry.compressedBytes === 0) endData(walk, entry, pieces);
}
function passData(walk, from, pieces) {
	const { entry, bytes, at } = from;
	if (walk.leftBytes === 0) beginBlock(walk, entry, pieces);
	const to = Math.min(at + walk.leftBytes, bytes.length);
	pieces.push(bytes.subarray(at, to));
	walk.leftBytes -= to - at;
	walk.dataLeftBytes -= to - at;
	if (walk.dataLeftBytes === 0) endData(walk, entry, pieces);
	return to;
}
function beginBlock(walk, { method }, pieces) {
	if (method !== 0) {
		walk.leftBytes = walk.dataLeftBytes;
		return;
	}
	walk.leftBytes = Math.min(walk.dataLeftBytes, STORED_BLOCK_BYTES);
	const head = Buffer.alloc(5);
	head[0] = walk.leftBytes === walk.dataLeftBytes ? 1 : 0;
	head.writeUInt16LE(walk.leftBytes, 1);
	head.writeUInt16LE(walk.leftBytes ^ 65535, 3);
	pieces.push(head);
}
function endData(walk, entry, pieces) {
	if (entry.compressedBytes > 0) {
		const trailer = Buffer.alloc(8);
		trailer.writeUInt32LE(entry.crc32, 0);
		trailer.writeUInt32LE(entry.sizeBytes, 4);
		pieces.push(trailer);
	} else if (entry.crc32 !== 0 || entry.sizeBytes !== 0) throw corruptZip(`CRC-32 of ${entry.name}`);
	walk.part = "descriptor";
	if (spanBytes(walk) === walk.headerBytes + entry.compressedBytes) endEntry(walk, entry, NOTHING);
}
function endEntry(walk, entry, descriptor) {
	checkDescriptor(descriptor, entry);
	walk.part = "header";
	walk.next += 1;
}
function checkLocalHeader(header, entry) {
	const nameEnd = LOCAL_BYTES + header.readUInt16LE(26);
	checkExtra(header.subarray(nameEnd));
	if (!(header.readUInt16LE(6) === entry.flags && header.readUInt16LE(8) === entry.method && header.subarray(LOCAL_BYTES, nameEnd).equals(entry.nameBytes) && isDeclared(entry, header.readUInt32LE(14), entry.crc32) && isDeclared(entry, header.readUInt32LE(18), entry.compressedBytes) && isDeclared(entry, header.readUInt32LE(22), entry.sizeBytes))) throw corruptZip(`the two headers of ${entry.name} differ`);
}
function isDeclared(entry, local, central) {
	return local === central || local === 0 && (entry.flags & 8) !== 0;
}
function checkDescriptor(rest, entry) {
	if ((entry.flags & 8) === 0) {
		if (rest.length !== 0) throw corruptZip("bytes between two entries");
		return;
	}
	const at = rest.length - 12;
	if (at !== 0 && !(at === 4 && rest.readUInt32LE(0) === DESCRIPTOR_SIGNATURE)) throw corruptZip("data descriptor");
	if (!(rest.readUInt32LE(at) === entry.crc32 && rest.readUInt32LE(at + 4) === entry.compressedBytes && rest.readUInt32LE(at + 8) === entry.sizeBytes)) throw corruptZip(`data descriptor of ${entry.name}`);
}
function asBuffer(bytes) {
	return Buffer.isBuffer(bytes) ? bytes : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
// src/install/zip.ts
async function readZipTail(bytes) {
	let tail = await bytes.tail(require_main.LIMITS.zipTailBytes);
	if (tail === void 0) return void 0;
	const end = readZipEnd(asBuffer(tail.data), tail.sizeBytes);
	if (end === void 0) throw await whyNoZip(bytes, tail);
	if (tail.start > end.directoryStart) {
		const { sizeBytes } = tail;
		tail = await bytes.tail(sizeBytes - end.directoryStart);
		if (tail === void 0 || tail.sizeBytes !== sizeBytes || tail.start !== end.directoryStart) throw corruptZip("the file changed while it was read");
	}
	const data = asBuffer(tail.data);
	const directoryAt = end.directoryStart - tail.start;
	return {
		end,
		entries: readZipDirectory(data.subarray(directoryAt, directoryAt + end.directoryBytes), end),
		start: tail.start,
		data
	};
}
async function whyNoZip(bytes, tail) {
	const head = tail.start === 0 ? tail.data : await firstBytes(bytes);
	if (head[0] !== 80 || head[1] !== 75) return notAnArchive(head.subarray(0, 64), "ARC.NOT_ZIP");
	return require_main.failure("ARC.TRUNCATED", {
		subject: "zip",
		evidence: { missing: "end record" }
	});
}
async function firstBytes(bytes) {
	for await (const chunk of bytes.stream(64)) if (chunk.length > 0) return chunk;
	return new Uint8Array(0);
}
async function readZipBody(body, zip, signal) {
	const { tail, sink, relieve } = zip;
	const { entries, end } = tail;
	const files = createSplitter(entries, sink);
	await gunzip({
		source: gzipMembers(body, entries, end.directoryStart),
		consume: (piece) => files.push(piece),
		relieve
	}, signal);
	files.end();
}
function createSplitter(entries, sink) {
	let next = 0;
	let leftBytes = 0;
	const skipEmpty = () => {
		for (let entry = entries[next]; entry !== void 0 && entry.sizeBytes === 0; entry = entries[next]) {
			next += 1;
			if (entry.isDirectory) sink.directory(entry.name);
			else {
				sink.begin({
					path: entry.name,
					sizeBytes: 0
				});
				sink.end();
			}
		}
	};
	return {
		push(piece) {
			for (let at = 0; at < piece.length;) {
				if (leftBytes === 0) {
					skipEmpty();
					const entry = entries[next];
					if (entry === void 0) throw corruptZip("more content than the directory says");
					sink.begin({
						path: entry.name,
						sizeBytes: entry.sizeBytes
					});
					leftBytes = entry.sizeBytes;
				}
				const to = Math.min(at + leftBytes, piece.length);
				sink.data(piece, at, to);
				leftBytes -= to - at;
				at = to;
				if (leftBytes > 0) continue;
				sink.end();
				next += 1;
			}
		},
		end() {
			if (leftBytes === 0) skipEmpty();
			if (next < entries.length) throw corruptZip("less content than the directory says");
		}
	};
}
// src/install/unpack.ts
var unpack_exports = require_main.__exportAll({
	measuredArchive: () => measuredArchive,
	unpack: () => unpack
});
function measuredArchive({ tree, sha256, signed, versionFile, fileCount, archiveBytes }) {
	return {
		tree,
		sha256,
		signed,
		versionFile,
		fileCount,
		sizeBytes: archiveBytes
	};
}
async function unpack(options, signal) {
	const digests = createArchiveDigests(() => options.signatureHashes?.() ?? []);
	let archiveBytes = 0;
	const count = (chunk) => {
		digests.update(chunk);
		archiveBytes += chunk.length;
		if (archiveBytes > require_main.LIMITS.archiveBytes) throw require_main.failure("ARC.LIMIT", {
			subject: "archive",
			evidence: { limit: require_main.LIMITS.archiveBytes }
		});
		options.onBytes?.(chunk.length);
	};
	try {
		signal.throwIfAborted();
		if (options.format === "tar.gz") await unpackTarGz(options, count, signal);
		else await unpackZip(options, count, signal);
		return {
			...options.sink.result(),
			sha256: digests.sha256(),
			signed: digests.signed,
			archiveBytes
		};
	} catch (error) {
		options.sink.abandon();
		throw error;
	}
}
async function unpackTarGz({ bytes, sink, relieve }, count, signal) {
	const tar = createTarReader(sink);
	await gunzip({
		source: bytes.stream(),
		onInput: count,
		consume: (piece) => tar.push(piece),
		relieve
	}, signal);
	tar.end();
}
async function unpackZip(options, count, signal) {
	const { bytes, sink, relieve } = options;
	const tail = await readZipTail(bytes);
	if (tail !== void 0) {
		await readZipBody(zipBody({
			bytes,
			tail,
			count
		}, signal), {
			tail,
			sink,
			relieve
		}, signal);
		count(tail.data.subarray(tail.end.directoryStart - tail.start));
		return;
	}
	try {
		await spool(options, count, signal);
		const local = spooledBytes(options);
		const spooledTail = await readZipTail(local);
		if (spooledTail === void 0) throw require_main.failure("FS.NOT_FOUND", { subject: options.spoolPath });
		await readZipBody(zipBody({
			bytes: local,
			tail: spooledTail,
			count: void 0
		}, signal), {
			tail: spooledTail,
			sink,
			relieve
		}, signal);
	} finally {
		await options.files.remove(options.spoolPath);
	}
}
async function* zipBody({ bytes, tail, count }, signal) {
	let left = tail.start;
	if (left > 0) for await (const chunk of abortable(bytes.stream(left), signal)) {
		const wanted = chunk.subarray(0, left);
		count?.(wanted);
		yield wanted;
		left -= wanted.length;
		if (left === 0) break;
	}
	const rest = tail.data.subarray(0, tail.end.directoryStart - tail.start);
	count?.(rest);
	yield rest;
}
async function spool({ bytes, files, spoolPath }, count, signal) {
	await files.remove(spoolPath);
	const handle = files.tree.createFile(spoolPath, 384);
	try {
		for await (const chunk of abortable(bytes.stream(), signal)) {
			count(chunk);
			files.tree.write(handle, chunk, 0, chunk.length);
		}
	} finally {
		files.tree.closeFile(handle);
	}
}
function spooledBytes({ files, spoolPath }) {
	return {
		sizeBytes: void 0,
		async tail(bytes) {
			const stat = await files.stat(spoolPath);
			if (stat === void 0) return void 0;
			const start = Math.max(0, stat.sizeBytes - bytes);
			return {
				start,
				data: await files.readRange(spoolPath, start, stat.sizeBytes),
				sizeBytes: stat.sizeBytes
			};
		},
		stream: () => files.stream(spoolPath)
	};
}
// src/verify/official-mode.ts
const EXEC_WRAPPER = /(?:^|\/)go_[^/]+_[^/]+_exec$/u;
function officialMode(path) {
	return path.startsWith("bin/") || path.startsWith("pkg/tool/") || EXEC_WRAPPER.test(path) || /\.(?:bash|sh|pl|rc)$/u.test(path) ? 493 : 420;
}
// src/install/entry-place.ts
function createEntryPlacer(layout, moduleName) {
	const prefix = layout === "release" ? "go/" : `${moduleName}/`;
	function belowPrefix(name) {
		const isInside = name.startsWith(prefix);
		const path = isInside ? name.slice(prefix.length) : name;
		const problem = problemOfPath(path);
		if (problem !== void 0) throw refusedName(name, problem);
		if (!isInside) throw foreign(name, prefix);
		return path;
	}
	return {
		file(name) {
			const path = belowPrefix(name);
			return layout === "release" ? {
				path,
				pathInModule: require_main.releasePathInModule(path)
			} : placeOfModuleFile(name, path);
		},
		directory(name) {
			if (`${prefix}`.startsWith(`${name}/`)) return void 0;
			const path = belowPrefix(name);
			return {
				path,
				isProved: layout === "module" || require_main.releasePathInModule(`${path}/file`) !== void 0
			};
		}
	};
}
function placeOfModuleFile(name, path) {
	const baseAt = path.lastIndexOf("/") + 1;
	const released = /^_+go\.mod$/u.test(path.slice(baseAt)) ? `${path.slice(0, baseAt)}${path.slice(baseAt + 1)}` : path;
	if (require_main.releasePathInModule(released) !== path) throw foreign(name, "a file of the toolchain module");
	return {
		path: released,
		pathInModule: path
	};
}
function foreign(name, expected) {
	return require_main.failure("ARC.LAYOUT", {
		subject: name,
		evidence: {
			name,
			expected
		}
	});
}
// src/install/tree-names.ts
const NONE = [];
function createTreeNames() {
	const taken = new Map();
	const directories = new Set();
	const declared = new Set();
	let lastParent = "";
	function take(path, isDirectory) {
		const folded = foldPath(path);
		const other = taken.get(folded);
		if (other !== void 0) throw refusedName(path, other === path ? "duplicate" : `the same as ${other}`);
		if (taken.size >= require_main.LIMITS.entryCount) throw tooMany();
		taken.set(folded, path);
		if (isDirectory) directories.add(path);
	}
	function open(path) {
		if (path === "" || path === lastParent) return NONE;
		const other = taken.get(foldPath(path));
		if (other !== void 0) {
			if (!directories.has(path)) throw refusedName(path, `the same as ${other}`);
			lastParent = path;
			return NONE;
		}
		const above = open(parentOf(path));
		take(path, true);
		lastParent = path;
		return [...above, path];
	}
	return {
		addFile(path) {
			const fresh = open(parentOf(path));
			take(path, false);
			return fresh;
		},
		addDirectory(path) {
			if (declared.has(path)) throw refusedName(path, "duplicate");
			declared.add(path);
			return open(path);
		}
	};
}
function parentOf(path) {
	const slash = path.lastIndexOf("/");
	return slash < 0 ? "" : path.slice(0, slash);
}
function tooMany() {
	return require_main.failure("ARC.LIMIT", {
		subject: "entries",
		evidence: { limit: require_main.LIMITS.entryCount }
	});
}
// src/install/tree-sink.ts
const MAX_MTIME_SECONDS = 2 ** 32;
function createTreeSink(options) {
	const state = {
		options,
		hasher: require_main.createTreeHasher(options.moduleName),
		placer: createEntryPlacer(options.layout, options.moduleName),
		names: createTreeNames(),
		unproven: new Set(),
		sealed: [],
		current: void 0,
		isHashed: void 0,
		totalBytes: 0,
		version: void 0,
		hasGo: false
	};
	return {
		begin: (entry) => begin(state, entry),
		data: (bytes, from, to) => data(state, bytes, from, to),
		end: () => end(state),
		directory: (name) => directory(state, name),
		result: () => result(state),
		dropUnproven: () => dropUnproven(state),
		abandon: () => abandon(state)
	};
}
function begin(state, entry) {
	const { path: name, sizeBytes, mtimeSeconds } = entry;
	if (state.current !== void 0) throw corrupt(name, "begins inside another file");
	if (sizeBytes > require_main.LIMITS.unpackedBytes - state.totalBytes) throw tooLarge(name, sizeBytes);
	state.totalBytes += sizeBytes;
	state.isHashed ??= state.options.wantsTree?.() ?? true;
	const { path, pathInModule } = state.placer.file(name);
	const isProved = pathInModule !== void 0;
	if (path === "VERSION") state.version = Buffer.alloc(0);
	if (path === "bin/go" || path === "bin/go.exe") state.hasGo = true;
	const fresh = state.names.addFile(path);
	state.current = {
		path,
		pathInModule,
		handle: isProved || state.options.writeUnproven ? create(state, {
			path,
			fresh,
			isProved
		}) : void 0,
		mtimeSeconds: mtimeSeconds !== void 0 && mtimeSeconds >= 0 && mtimeSeconds < MAX_MTIME_SECONDS ? mtimeSeconds : void 0,
		isHashed: isProved && state.isHashed,
		hash: void 0,
		sha256: void 0,
		leftBytes: sizeBytes
	};
}
function create(state, file) {
	const { directory: root, writer } = state.options;
	if (root === void 0) return void 0;
	for (const path of file.fresh) makeDirectory(state, root, path);
	if (require_main.isSealed(file.path, "file")) state.sealed.push(file.path);
	if (!file.isProved) state.unproven.add(topOf(file.path));
	return writer.createFile(`${root}/${file.path}`, officialMode(file.path));
}
function makeDirectory(state, root, path) {
	state.options.writer.makeDirectory(`${root}/${path}`);
	if (require_main.isSealed(path, "directory")) state.sealed.push(path);
}
function data(state, bytes, from, to) {
	const { current } = state;
	if (current === void 0) throw corrupt("data", "belongs to no file");
	current.leftBytes -= to - from;
	if (current.leftBytes < 0) throw corrupt(current.path, "longer than declared");
	if (current.handle !== void 0) state.options.writer.write(current.handle, bytes, from, to);
	if (current.path === "VERSION" && state.version !== void 0 && state.version.length < require_main.LIMITS.goVersionBytes) {
		const wanted = bytes.subarray(from, Math.min(to, from + require_main.LIMITS.goVersionBytes - state.version.length));
		state.version = Buffer.concat([state.version, wanted]);
	}
	if (current.isHashed) hashPiece(current, from === 0 && to === bytes.length ? bytes : bytes.subarray(from, to));
}
function hashPiece(file, piece) {
	if (file.hash === void 0 && file.leftBytes === 0) {
		file.sha256 = (require_install ??= require("./install.cjs")).sha256Of(piece);
		return;
	}
	file.hash ??= (0, (node_crypto ??= require("node:crypto")).createHash)("sha256");
	file.hash.update(piece);
}
const EMPTY = new Uint8Array();
function end(state) {
	const file = state.current;
	if (file === void 0) throw corrupt("end", "belongs to no file");
	if (file.leftBytes > 0) throw corrupt(file.path, "shorter than declared");
	state.current = void 0;
	if (file.handle !== void 0) state.options.writer.closeFile(file.handle, file.mtimeSeconds);
	if (!file.isHashed || file.pathInModule === void 0) return;
	const sha256 = file.sha256 ?? file.hash?.digest("hex") ?? (require_install ??= require("./install.cjs")).sha256Of(EMPTY);
	state.hasher.add(file.pathInModule, sha256);
	state.options.onFile?.(file.path, sha256);
}
function directory(state, name) {
	const placed = state.placer.directory(name);
	if (placed === void 0) return;
	const fresh = state.names.addDirectory(placed.path);
	const { directory: root, writeUnproven } = state.options;
	if (root === void 0 || !placed.isProved && !writeUnproven) return;
	for (const path of fresh) makeDirectory(state, root, path);
	if (!placed.isProved) state.unproven.add(topOf(placed.path));
}
function result(state) {
	if (state.current !== void 0) throw corrupt(state.current.path, "is not finished");
	const { version, hasGo } = state;
	if (version === void 0 || !hasGo) throw require_main.failure("ARC.LAYOUT", {
		subject: "archive",
		evidence: { missing: version === void 0 ? "VERSION" : "bin/go" }
	});
	return {
		tree: state.isHashed ? state.hasher.result() : void 0,
		fileCount: state.hasher.count,
		sizeBytes: state.totalBytes,
		versionFile: version.toString("utf8"),
		unproven: [...state.unproven].sort(),
		sealed: state.sealed
	};
}
function dropUnproven({ options, unproven }) {
	const { directory: root, writer } = options;
	if (root !== void 0) for (const name of unproven) writer.removeTree(`${root}/${name}`);
	unproven.clear();
}
function abandon(state) {
	const handle = state.current?.handle;
	state.current = void 0;
	if (handle === void 0) return;
	try {
		state.options.writer.closeFile(handle);
	} catch {}
}
function topOf(path) {
	const slash = path.indexOf("/");
	return slash < 0 ? path : path.slice(0, slash);
}
function corrupt(subject, problem) {
	return require_main.failure("ARC.CORRUPT", {
		subject,
		evidence: { problem }
	});
}
function tooLarge(subject, sizeBytes) {
	return require_main.failure("ARC.LIMIT", {
		subject,
		evidence: {
			bytes: sizeBytes,
			limit: require_main.LIMITS.unpackedBytes
		}
	});
}
// src/install/spool-reading.ts
function inTurn(first, second) {
	if (first === void 0) return second;
	let current = first;
	const next = async () => {
		const read = await current.next();
		if (read.done !== true || current === second) return read;
		current = second;
		return second.next();
	};
	return {
		next: () => current === second ? second.next() : next(),
		async return() {
			await Promise.all([first.return?.(), second.return?.()]);
			return {
				value: void 0,
				done: true
			};
		}
	};
}
async function* readKept(state, wanted) {
	const { held } = state;
	const { fileName, from, end } = wanted;
	let atBytes = 0;
	if (held?.of.fileName === fileName) {
		state.isInUse = true;
		for (const piece of held.pieces) for await (const chunk of readPiece(state.options.files, piece)) {
			const part = chunk.subarray(Math.max(0, from - atBytes), end - atBytes);
			atBytes += chunk.length;
			if (part.length > 0) yield part;
			if (atBytes >= end) return;
		}
	}
	throw changed({
		"kept bytes": atBytes,
		"expected bytes": end
	});
}
async function* readPiece(files, { path, sizeBytes }) {
	let leftBytes = sizeBytes;
	try {
		for await (const chunk of files.stream(path)) {
			yield chunk.subarray(0, leftBytes);
			leftBytes -= chunk.length;
			if (leftBytes <= 0) return;
		}
	} catch (error) {
		if (!(error instanceof require_main.Failure)) throw error;
		throw changed({ reason: error.code });
	}
}
function changed(evidence) {
	return require_main.failure("BODY.CHANGED", {
		subject: "kept part",
		evidence
	});
}
// src/install/spool-recorder.ts
function recorded(options) {
	const state = {
		...options,
		phase: "judging",
		sink: void 0,
		beganAtMs: void 0,
		receivedBytes: 0,
		waitedMs: 0,
		mark: void 0,
		held: [],
		heldBytes: 0,
		writtenAtMs: 0
	};
	return {
		next: () => state.phase === "passing" ? state.source.next() : read(state),
		async return() {
			close(state);
			await state.source.return?.();
			return {
				value: void 0,
				done: true
			};
		}
	};
}
async function read(state) {
	const { clock, source } = state;
	const startMs = clock.monotonic();
	state.beganAtMs ??= startMs;
	try {
		const read = await source.next();
		state.waitedMs += clock.monotonic() - startMs;
		if (read.done === true) close(state);
		else await take(state, read.value);
		return read;
	} catch (error) {
		close(state);
		throw error;
	}
}
async function take(state, chunk) {
	if (state.phase === "passing") return;
	state.held.push(chunk);
	state.heldBytes += chunk.length;
	state.receivedBytes += chunk.length;
	const nowMs = state.clock.monotonic();
	if (state.phase === "writing") {
		if (state.heldBytes >= require_main.LIMITS.spoolPieceBytes || nowMs - state.writtenAtMs >= require_main.LIMITS.spoolPieceMs) flush(state);
		return;
	}
	const elapsedMs = nowMs - (state.beganAtMs ?? nowMs);
	if (elapsedMs >= require_main.LIMITS.spoolJudgeMs || state.heldBytes >= require_main.LIMITS.spoolHeldBytes) await judge(state);
	else if (elapsedMs >= require_main.LIMITS.spoolJudgeMs / 2) state.mark ??= {
		receivedBytes: state.receivedBytes,
		waitedMs: state.waitedMs
	};
}
async function judge(state) {
	const sink = isSlow(state) ? await state.open() : void 0;
	if (sink === void 0 || state.phase !== "judging") {
		sink?.close();
		pass(state);
		return;
	}
	state.sink = sink;
	state.phase = "writing";
	flush(state);
}
function isSlow({ mark, receivedBytes, waitedMs, totalBytes }) {
	const sizeBytes = totalBytes();
	if (sizeBytes === void 0) return false;
	const bytes = receivedBytes - (mark?.receivedBytes ?? 0);
	const ms = waitedMs - (mark?.waitedMs ?? 0);
	return (sizeBytes - receivedBytes) * ms > bytes * require_main.LIMITS.spoolAfterMs;
}
function flush(state) {
	const { sink, held, heldBytes } = state;
	if (sink === void 0 || heldBytes === 0) return;
	const [first] = held;
	state.held = [];
	state.heldBytes = 0;
	state.writtenAtMs = state.clock.monotonic();
	if (!sink.write(held.length === 1 && first !== void 0 ? first : Buffer.concat(held, heldBytes))) pass(state);
}
function close(state) {
	const { sink } = state;
	if (state.phase === "writing") flush(state);
	pass(state);
	sink?.close();
}
function pass(state) {
	state.phase = "passing";
	state.sink = void 0;
	state.held = [];
	state.heldBytes = 0;
}
// src/install/spool-writing.ts
const ROOM_FACTOR = 6;
async function openSink(state, wanted) {
	if (state.isOver || state.opening !== void 0 || state.open !== void 0) return void 0;
	const opening = openPiece(state, wanted);
	state.opening = opening;
	try {
		const open = await opening;
		return open && {
			write: (bytes) => write(state, open, bytes),
			close: () => closePiece(state, open)
		};
	} catch (error) {
		(require_install ??= require("./install.cjs")).giveUp(state, error);
		return;
	} finally {
		state.opening = void 0;
	}
}
async function openPiece(state, { of, from }) {
	const { options, held } = state;
	const { files, place } = options;
	const free = await files.freeSpace(place.parent);
	if (free !== void 0 && free.bytes < of.sizeBytes * ROOM_FACTOR) return void 0;
	if (from === 0) {
		state.held = void 0;
		if (held !== void 0) await (require_install ??= require("./install.cjs")).removeOwned(held.directory, files);
		state.held = await (require_install ??= require("./install.cjs")).createPart(place, of, options);
	}
	if (state.held === void 0 || (require_install ??= require("./install.cjs")).heldBytes(state.held) !== from) return void 0;
	state.isInUse = true;
	state.open = {
		...(require_install ??= require("./install.cjs")).createPiece(state.held, files),
		sizeBytes: 0
	};
	return state.open;
}
function write(state, open, bytes) {
	if (state.open !== open) return false;
	try {
		state.options.files.tree.write(open.handle, bytes, 0, bytes.length);
		open.sizeBytes += bytes.length;
		return true;
	} catch (error) {
		(require_install ??= require("./install.cjs")).giveUp(state, error);
		return false;
	}
}
function closePiece(state, open) {
	const { held, options } = state;
	if (state.open !== open || held === void 0) return;
	const { path, sizeBytes } = open;
	try {
		options.files.tree.closeFile(open.handle);
		state.open = void 0;
		if (sizeBytes === 0) options.files.tree.removeTree(path);
		else state.held = {
			...held,
			pieces: [...held.pieces, {
				path,
				sizeBytes
			}]
		};
	} catch (error) {
		(require_install ??= require("./install.cjs")).giveUp(state, error);
	}
}
// src/install/module-hash.ts
const FILES_PER_TURN = 200;
function hashModFile(content) {
	return `h1:${(0, (node_crypto ??= require("node:crypto")).createHash)("sha256").update(`${(require_install ??= require("./install.cjs")).sha256Of(content)}  go.mod\n`).digest("base64")}`;
}
async function hashModuleZip(zip, signal) {
	const { unpack } = await Promise.resolve().then(() => unpack_exports);
	const sink = createHashSink(zip.name);
	await unpack({
		bytes: zip.bytes,
		format: "zip",
		sink,
		files: zip.files,
		spoolPath: "",
		...zip.relieve === void 0 ? {} : { relieve: zip.relieve }
	}, signal);
	return hashOf(zip.name, sink.hashes);
}
async function hashModuleDirectory(directory, signal) {
	const hashes = new Map();
	for await (const [path, sha256] of hashFiles(directory, signal)) hashes.set(path, sha256);
	return hashOf(directory.name, hashes);
}
async function* hashFiles({ reader, root }, signal) {
	const directories = [""];
	let count = 0;
	for (let directory = directories.pop(); directory !== void 0; directory = directories.pop()) for (const { name, kind } of reader.readDirectory((0, node_path.join)(root, directory))) {
		const path = `${directory}${name}`;
		if (kind === "directory") directories.push(`${path}/`);
		else yield [path, kind === "file" ? (require_install ??= require("./install.cjs")).sha256Of(reader.readFile((0, node_path.join)(root, path))) : (require_install ??= require("./install.cjs")).IRREGULAR_SHA256];
		count += 1;
		if (count % FILES_PER_TURN !== 0) continue;
		await new Promise((resolve) => {
			setImmediate(resolve);
		});
		signal.throwIfAborted();
	}
}
function hashOf(name, files) {
	const hasher = require_main.createTreeHasher(name);
	for (const [path, sha256] of files) hasher.add(path, sha256);
	return {
		tree: hasher.result(),
		files
	};
}
function createHashSink(name) {
	const hashes = new Map();
	let totalBytes = 0;
	let current;
	return {
		hashes,
		begin({ path, sizeBytes }) {
			totalBytes += sizeBytes;
			if (totalBytes > require_main.LIMITS.unpackedBytes) throw require_main.failure("ARC.LIMIT", {
				subject: name,
				evidence: { limit: require_main.LIMITS.unpackedBytes }
			});
			const own = path.startsWith(`${name}/`) ? path.slice(name.length + 1) : "";
			if (own === "" || hashes.has(own)) throw require_main.failure("ARC.NAME", {
				subject: name,
				evidence: { name: JSON.stringify(path.slice(0, 200)) }
			});
			current = {
				path: own,
				hash: (0, (node_crypto ??= require("node:crypto")).createHash)("sha256")
			};
		},
		data: (bytes, from, to) => void current?.hash.update(bytes.subarray(from, to)),
		end() {
			if (current !== void 0) hashes.set(current.path, current.hash.digest("hex"));
			current = void 0;
		},
		directory: () => void 0,
		result: () => ({
			tree: "",
			fileCount: hashes.size,
			sizeBytes: totalBytes,
			unproven: [],
			sealed: [],
			versionFile: ""
		}),
		dropUnproven: () => void 0,
		abandon: () => void 0
	};
}
Object.defineProperty(exports, "createTreeSink", {
	enumerable: true,
	get: function() {
		return createTreeSink;
	}
});
Object.defineProperty(exports, "hashFiles", {
	enumerable: true,
	get: function() {
		return hashFiles;
	}
});
Object.defineProperty(exports, "hashModFile", {
	enumerable: true,
	get: function() {
		return hashModFile;
	}
});
Object.defineProperty(exports, "hashModuleDirectory", {
	enumerable: true,
	get: function() {
		return hashModuleDirectory;
	}
});
Object.defineProperty(exports, "hashModuleZip", {
	enumerable: true,
	get: function() {
		return hashModuleZip;
	}
});
Object.defineProperty(exports, "inTurn", {
	enumerable: true,
	get: function() {
		return inTurn;
	}
});
Object.defineProperty(exports, "notAnArchive", {
	enumerable: true,
	get: function() {
		return notAnArchive;
	}
});
Object.defineProperty(exports, "openSink", {
	enumerable: true,
	get: function() {
		return openSink;
	}
});
Object.defineProperty(exports, "readKept", {
	enumerable: true,
	get: function() {
		return readKept;
	}
});
Object.defineProperty(exports, "recorded", {
	enumerable: true,
	get: function() {
		return recorded;
	}
});
Object.defineProperty(exports, "unpack_exports", {
	enumerable: true,
	get: function() {
		return unpack_exports;
	}
});
