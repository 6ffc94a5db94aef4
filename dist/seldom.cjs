// SPDX-License-Identifier: Apache-2.0. Built from src/ by scripts/build.mjs. Licences: licenses.txt
"use strict";
const require_main = require("./main.cjs");
let require_install;
let require_unpack;
let require_sumdb;
let node_path = require("node:path");
let node_url;
let node_crypto;
// src/steps/within.ts
async function within(limit, body, outer) {
	outer.throwIfAborted();
	const { clock, ms, reason, graceMs = 0 } = limit;
	const stop = new AbortController();
	const over = new AbortController();
	const onOuter = () => stop.abort(outer.reason);
	outer.addEventListener("abort", onOuter, { once: true });
	clock.sleep(ms, over.signal).then(() => stop.abort(reason()), () => void 0);
	const stopped = new Promise((resolve) => {
		stop.signal.addEventListener("abort", () => resolve("stopped"), { once: true });
	});
	const work = body(stop.signal);
	const ended = work.then(() => void 0, () => void 0);
	try {
		const first = await Promise.race([work, stopped]);
		if (first !== "stopped") return first;
		if (graceMs > 0) await Promise.race([ended, clock.sleep(graceMs, over.signal).catch(() => void 0)]);
		throw stop.signal.reason;
	} finally {
		over.abort();
		outer.removeEventListener("abort", onOuter);
	}
}
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
proof and the signed tree head. Whoever installs checks the signature again, so this directory need not be trusted. Where a source
had the signature of the Go project it stands beside the archive, go1.*.tar.gz.asc, and proves it too. SHA256SUMS
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
	const read = (name) => (require_install ??= require("./install.cjs")).readExported(context, {
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
	const { sums: sumsFile, ...others } = (require_install ??= require("./install.cjs")).EXPORT_FILES;
	const written = await read(sumsFile);
	const sums = written === void 0 ? new Map() : unless(() => (require_install ??= require("./install.cjs")).parseSums(written, sumsFile), told) ?? new Map();
	for (const name of Object.values(others)) {
		const bytes = await read(name);
		if (bytes !== void 0) unless(() => (require_install ??= require("./install.cjs")).checkSum(sums, name, bytes), told);
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
		sums.set(name, (require_install ??= require("./install.cjs")).sha256Of(content));
	};
	for (const { version, platform, receipt, fileName, signature } of releases) {
		if (signature !== void 0) sums.set(`${fileName}.asc`, (require_install ??= require("./install.cjs")).sha256Of(signature));
		if (receipt !== void 0) sums.set((require_install ??= require("./install.cjs")).receiptFileName(version, platform), (require_install ??= require("./install.cjs")).sha256Of(receipt));
	}
	const head = newestHead(context, releases);
	if (head !== void 0) await put((require_install ??= require("./install.cjs")).EXPORT_FILES.head, head);
	await put((require_install ??= require("./install.cjs")).EXPORT_FILES.table, await context.readTable());
	const unproved = releases.filter(({ receipt, signature }) => receipt === void 0 && signature === void 0).map(({ fileName }) => fileName);
	const names = releases.map(({ fileName }) => fileName);
	await put((require_install ??= require("./install.cjs")).EXPORT_FILES.readme, exportReadme({
		product: require_main.PRODUCT.name,
		names,
		unproved
	}));
	await put((require_install ??= require("./install.cjs")).EXPORT_FILES.index, (require_install ??= require("./install.cjs")).indexText(releases));
	await writeWhole(context, (0, node_path.join)(directory, (require_install ??= require("./install.cjs")).EXPORT_FILES.sums), (require_install ??= require("./install.cjs")).sumsText(sums));
}
function newestHead({ log }, releases) {
	return releases.flatMap(({ receipt, version, platform }) => receipt === void 0 ? [] : [(require_install ??= require("./install.cjs")).signedHead(receipt, {
		log,
		moduleName: require_main.moduleName(version, platform)
	})]).sort((a, b) => b.size - a.size)[0]?.note;
}
// src/verify/signed-hash.ts
async function signedHash(chunks, { hash, trailer }) {
	const digest = (0, (node_crypto ??= require("node:crypto")).createHash)(hash);
	for await (const chunk of chunks) digest.update(chunk);
	return digest.update(trailer).digest("hex");
}
// src/verify/openpgp-armor.ts
const MAX_ARMOR_BYTES = 262144;
function readArmor(text, label) {
	if (text.length > MAX_ARMOR_BYTES) throw malformed(`armor of ${text.length} bytes`);
	const lines = Buffer.from(text).toString("latin1").trim().split("\n").map((line) => line.trimEnd());
	if (lines[0] !== `-----BEGIN PGP ${label}-----`) throw malformed(`it does not begin as a PGP ${label.toLowerCase()}`);
	if (lines.at(-1) !== `-----END PGP ${label}-----`) throw malformed("the end line is missing");
	const body = lines.slice(1, -1);
	const empty = body.indexOf("");
	if (empty < 0 || !body.slice(0, empty).every((line) => /^[A-Za-z]+: /u.test(line))) throw malformed("armor header");
	const data = body.slice(empty + 1);
	const checksum = /^=[A-Za-z0-9+/]{4}$/u.test(data.at(-1) ?? "") ? data.pop()?.slice(1) : void 0;
	const bytes = decode(data.join(""));
	if (checksum !== void 0 && decode(checksum).readUIntBE(0, 3) !== crc24(bytes)) throw malformed("armor checksum");
	return bytes;
}
function decode(base64) {
	const bytes = Buffer.from(base64, "base64");
	if (base64 === "" || bytes.toString("base64") !== base64) throw malformed("base64");
	return bytes;
}
function crc24(bytes) {
	let crc = 11994318;
	for (const byte of bytes) {
		crc ^= byte << 16;
		for (let bit = 0; bit < 8; bit += 1) {
			crc <<= 1;
			if ((crc & 16777216) !== 0) crc ^= 25578747;
		}
	}
	return crc & 16777215;
}
function malformed(reason, cause) {
	return require_main.failure("PGP.MALFORMED", {
		subject: "OpenPGP",
		evidence: { reason }
	}, cause);
}
// src/verify/openpgp-packet.ts
const TAG = {
	signature: 2,
	publicKey: 6,
	marker: 10,
	trust: 12,
	userId: 13,
	publicSubkey: 14,
	userAttribute: 17
};
const MAX_PACKET_COUNT = 256;
const MAX_SUBPACKET_COUNT = 64;
const MAX_INTEGER_BYTES = 2048;
function readOctets(bytes) {
	let at = 0;
	const take = (count) => {
		if (count > bytes.length - at) throw malformed(`${count} octets expected, ${bytes.length - at} left`);
		at += count;
		return bytes.subarray(at - count, at);
	};
	return {
		take,
		number: (count) => count === 0 ? 0 : take(count).readUIntBE(0, count),
		get left() {
			return bytes.length - at;
		},
		get at() {
			return at;
		}
	};
}
function readPackets(bytes) {
	const octets = readOctets(bytes);
	const packets = [];
	while (octets.left > 0) {
		if (packets.length === MAX_PACKET_COUNT) throw malformed("too many packets");
		const head = octets.number(1);
		if ((head & 128) === 0) throw malformed("no packet header");
		const isNew = (head & 64) !== 0;
		const tag = isNew ? head & 63 : head >> 2 & 15;
		const length = isNew ? newLength(octets) : oldLength(octets, head & 3);
		packets.push({
			tag,
			body: octets.take(length)
		});
	}
	return packets;
}
function oldLength(octets, type) {
	if (type === 3) throw malformed("packet of indeterminate length");
	return octets.number(2 ** type);
}
function newLength(octets, lastOfTwo = 223) {
	const first = octets.number(1);
	if (first < 192) return first;
	if (first <= lastOfTwo) return (first - 192) * 256 + octets.number(1) + 192;
	if (first !== 255) throw malformed("packet of partial length");
	return octets.number(4);
}
function readSubpackets(area) {
	const octets = readOctets(area);
	const subpackets = [];
	while (octets.left > 0) {
		if (subpackets.length === MAX_SUBPACKET_COUNT) throw malformed("too many subpackets");
		const length = newLength(octets, 254);
		if (length === 0) throw malformed("empty subpacket");
		const type = octets.number(1);
		subpackets.push({
			type: type & 127,
			isCritical: (type & 128) !== 0,
			body: octets.take(length - 1)
		});
	}
	return subpackets;
}
function readInteger(octets) {
	const bits = octets.number(2);
	const count = Math.ceil(bits / 8);
	if (bits === 0 || count > MAX_INTEGER_BYTES) throw malformed(`integer of ${bits} bits`);
	const bytes = octets.take(count);
	const leading = bytes.readUInt8(0);
	if (32 - Math.clz32(leading) !== bits - (count - 1) * 8) throw malformed("integer with a wrong bit count");
	return bytes;
}
// src/verify/openpgp-key.ts
const RSA_ALGORITHMS = [1, 3];
const MIN_RSA_BITS = 2048;
const MAX_RSA_BITS = 8192;
const MAX_EXPONENT_BYTES = 4;
function parsePublicKey(body) {
	const octets = readOctets(body);
	const version = octets.number(1);
	if (version !== 4) throw malformed(`key of version ${version}`);
	const createdAt = octets.number(4);
	const isRsa = RSA_ALGORITHMS.includes(octets.number(1));
	const length = Buffer.alloc(3, 153);
	if (body.length > 65535) throw malformed("key of more than 65,535 octets");
	length.writeUInt16BE(body.length, 1);
	const hashed = Buffer.concat([length, body]);
	const fingerprint = (0, (node_crypto ??= require("node:crypto")).createHash)("sha1").update(hashed).digest("hex").toUpperCase();
	const rsa = isRsa ? readRsa(body.subarray(octets.at)) : void 0;
	return {
		fingerprint,
		keyId: fingerprint.slice(-16),
		createdAt,
		rsa,
		hashed
	};
}
function readRsa(body) {
	const octets = readOctets(body);
	const modulus = readInteger(octets);
	const exponent = readInteger(octets);
	if (octets.left > 0) throw malformed("octets behind a key");
	const bits = modulus.length * 8;
	if (bits < MIN_RSA_BITS || bits > MAX_RSA_BITS || exponent.length > MAX_EXPONENT_BYTES) return void 0;
	try {
		const jwk = {
			kty: "RSA",
			n: modulus.toString("base64url"),
			e: exponent.toString("base64url")
		};
		return (0, (node_crypto ??= require("node:crypto")).createPublicKey)({
			key: jwk,
			format: "jwk"
		});
	} catch (error) {
		throw malformed("RSA key", error);
	}
}
// src/verify/openpgp-signature.ts
const TYPE = {
	binary: 0,
	firstCertification: 16,
	lastCertification: 19,
	subkeyBinding: 24,
	primaryBinding: 25,
	directKey: 31,
	keyRevocation: 32,
	subkeyRevocation: 40
};
const SUBPACKET = {
	created: 2,
	signatureExpires: 3,
	keyExpires: 9,
	issuer: 16,
	keyFlags: 27,
	revocationReason: 29,
	embedded: 32,
	issuerFingerprint: 33
};
const UNDERSTOOD = [
	...Object.values(SUBPACKET),
	4,
	7,
	11,
	21,
	22,
	23,
	25,
	30,
	34
];
const HASHES = {
	8: "sha256",
	9: "sha384",
	10: "sha512"
};
const DIGEST_INFO = {
	sha256: Buffer.from("3031300d060960864801650304020105000420", "hex"),
	sha384: Buffer.from("3041300d060960864801650304020205000430", "hex"),
	sha512: Buffer.from("3051300d060960864801650304020305000440", "hex")
};
function parseSignature(body) {
	const octets = readOctets(body);
	const version = octets.number(1);
	if (version !== 4) throw malformed(`signature of version ${version}`);
	const type = octets.number(1);
	const algorithm = octets.number(1);
	const hashAlgorithm = octets.number(1);
	const hashed = readSubpackets(octets.take(octets.number(2)));
	const hashedPart = body.subarray(0, octets.at);
	const unhashed = readSubpackets(octets.take(octets.number(2)));
	const digestStart = octets.take(2);
	const isRsa = RSA_ALGORITHMS.includes(algorithm);
	const value = isRsa ? readInteger(octets) : octets.take(octets.left);
	if (octets.left > 0) throw malformed("octets behind a signature");
	const trailer = Buffer.alloc(hashedPart.length + 6, hashedPart);
	trailer.writeUInt16BE(1279, hashedPart.length);
	trailer.writeUInt32BE(hashedPart.length, hashedPart.length + 2);
	const refused = refusal({
		type,
		isRsa,
		hash: HASHES[hashAlgorithm],
		hashAlgorithm,
		hashed,
		unhashed
	});
	return {
		type,
		hash: refused === void 0 ? HASHES[hashAlgorithm] : void 0,
		refused,
		createdAt: numberOf(hashed, SUBPACKET.created) ?? 0,
		issuer: issuerOf([...hashed, ...unhashed]),
		hashed,
		unhashed,
		trailer,
		digestStart,
		value
	};
}
function refusal(parts) {
	const { type, isRsa, hash, hashAlgorithm, hashed, unhashed } = parts;
	if (!isRsa) return "its algorithm is not RSA";
	if (hash === void 0) return `its hash algorithm ${hashAlgorithm} is not accepted`;
	if (numberOf(hashed, SUBPACKET.created) === void 0) return "it has no creation time";
	const unknown = hashed.find(({ type, isCritical }) => isCritical && !UNDERSTOOD.includes(type));
	if (unknown !== void 0) return `its critical subpacket ${unknown.type} is not understood`;
	if ((numberOf(hashed, SUBPACKET.signatureExpires) ?? 0) > 0) return "it expires";
	const mayBeLoose = type === TYPE.subkeyBinding ? [...ISSUER, SUBPACKET.embedded] : ISSUER;
	const loose = unhashed.find((subpacket) => subpacket.isCritical || !mayBeLoose.includes(subpacket.type));
	if (loose !== void 0) return `its subpacket ${loose.type} is not signed`;
	return issuersAgree([...hashed, ...unhashed]) ? void 0 : "it names several issuers";
}
const ISSUER = [SUBPACKET.issuer, SUBPACKET.issuerFingerprint];
function issuers(subpackets) {
	return subpackets.flatMap(({ type, body }) => {
		if (type === SUBPACKET.issuer) return [body.toString("hex").toUpperCase()];
		return type === SUBPACKET.issuerFingerprint ? [body.subarray(1).toString("hex").toUpperCase()] : [];
	});
}
function issuerOf(subpackets) {
	return [...issuers(subpackets)].sort((a, b) => b.length - a.length)[0];
}
function issuersAgree(subpackets) {
	const all = issuers(subpackets);
	const isWhole = subpackets.every(({ type, body }) => type !== SUBPACKET.issuerFingerprint || body[0] === 4);
	const lengths = all.every(({ length }) => length === 16 || length === 40);
	return isWhole && lengths && new Set(all.map((text) => text.slice(-16))).size <= 1;
}
function numberOf(subpackets, type) {
	const [first, second] = subpackets.filter((subpacket) => subpacket.type === type);
	if (second !== void 0 || first !== void 0 && first.body.length !== 4) throw malformed(`subpacket ${type}`);
	return first?.body.readUInt32BE(0);
}
function signedDigest({ hash, value, digestStart }, key) {
	if (hash === void 0) return void 0;
	const block = openBlock(key, value);
	if (block === void 0) return void 0;
	const info = DIGEST_INFO[hash];
	const digestBytes = info.at(-1) ?? 0;
	const digest = block.subarray(block.length - digestBytes);
	const filler = Buffer.alloc(block.length - digestBytes - info.length - 3, 255);
	const expected = Buffer.concat([
		Buffer.of(0, 1),
		filler,
		Buffer.of(0),
		info,
		digest
	]);
	return block.equals(expected) && digest.subarray(0, 2).equals(digestStart) ? digest.toString("hex") : void 0;
}
function openBlock(key, value) {
	const size = Math.ceil((key.asymmetricKeyDetails?.modulusLength ?? 0) / 8);
	if (value.length > size) return void 0;
	const padded = Buffer.concat([Buffer.alloc(size - value.length), value]);
	try {
		return (0, (node_crypto ??= require("node:crypto")).publicDecrypt)({
			key,
			padding: (node_crypto ??= require("node:crypto")).constants.RSA_NO_PADDING
		}, padded);
	} catch {
		return;
	}
}
function isSignedBy(signature, key, data) {
	const digest = signedDigest(signature, key);
	if (digest === void 0 || signature.hash === void 0) return false;
	const hash = (0, (node_crypto ??= require("node:crypto")).createHash)(signature.hash);
	for (const part of data) hash.update(part);
	return hash.update(signature.trailer).digest("hex") === digest;
}
// src/verify/openpgp-key-ring.ts
const MAY_SIGN = 2;
const SOFT_REASONS = [1, 3];
function readKeyRing(block, fingerprint) {
	const parts = partsOf(readPackets(readArmor(block, "PUBLIC KEY BLOCK")));
	for (const [index, { head, signatures }] of parts.entries()) {
		if (head.tag !== TAG.publicKey) continue;
		const primary = parsePublicKey(head.body);
		if (primary.fingerprint !== fingerprint) continue;
		const next = parts.findIndex((part, at) => at > index && part.head.tag === TAG.publicKey);
		return certificate(primary, signatures, parts.slice(index + 1, next < 0 ? void 0 : next));
	}
	throw malformed(`the key ${fingerprint} is not in the block`);
}
function partsOf(packets) {
	const parts = [];
	for (const packet of packets) {
		if (packet.tag === TAG.marker || packet.tag === TAG.trust) continue;
		const last = parts.at(-1);
		if (packet.tag === TAG.signature && last !== void 0) last.signatures.push(parseSignature(packet.body));
		else if (HEADS.includes(packet.tag)) parts.push({
			head: packet,
			signatures: []
		});
		else throw malformed(`packet ${packet.tag} in a key block`);
	}
	return parts;
}
const HEADS = [
	TAG.publicKey,
	TAG.publicSubkey,
	TAG.userId,
	TAG.userAttribute
];
function certificate(primary, direct, parts) {
	const { rsa } = primary;
	if (rsa === void 0) throw malformed("the primary key is not RSA of 2,048 to 8,192 bits");
	const owner = {
		primary,
		rsa
	};
	const certified = parts.filter(({ head }) => head.tag === TAG.userId).map(({ head, signatures }) => ({
		name: head.body.toString("utf8"),
		signature: newest(own(owner, signatures, isCertification, [primary.hashed, userIdHashed(head.body)]))
	}));
	const onKey = (isWanted) => own(owner, direct, isWanted, [primary.hashed]);
	const self = newest([...certified.flatMap(({ signature }) => signature ?? []), ...onKey((type) => type === TYPE.directKey)]);
	if (self === void 0) throw malformed("the primary key has no valid self-signature");
	return {
		primary: ringKey(primary, {
			binding: self,
			revocations: onKey((type) => type === TYPE.keyRevocation),
			flaw: maySign(self) ? void 0 : "it is not for signing"
		}),
		subkeys: parts.filter(({ head }) => head.tag === TAG.publicSubkey).map((part) => subkey(owner, part)),
		userIds: certified.flatMap(({ name, signature }) => signature === void 0 ? [] : [name])
	};
}
function isCertification(type) {
	return type >= TYPE.firstCertification && type <= TYPE.lastCertification;
}
function own({ rsa }, signatures, isWanted, data) {
	return signatures.filter((signature) => isWanted(signature.type) && isSignedBy(signature, rsa, data));
}
function newest(signatures) {
	return [...signatures].sort((a, b) => b.createdAt - a.createdAt)[0];
}
function subkey(owner, { head, signatures }) {
	const key = parsePublicKey(head.body);
	const data = [owner.primary.hashed, key.hashed];
	const binding = newest(own(owner, signatures, (type) => type === TYPE.subkeyBinding, data));
	return ringKey(key, {
		binding,
		revocations: own(owner, signatures, (type) => type === TYPE.subkeyRevocation, data),
		flaw: flawOf(key, binding, data)
	});
}
function flawOf(key, binding, data) {
	if (key.rsa === void 0) return "it is not RSA of 2,048 to 8,192 bits";
	if (binding === void 0) return "no accepted signature binds it to the primary key";
	if (!maySign(binding)) return "it is not for signing";
	const back = [...binding.hashed, ...binding.unhashed].filter(({ type }) => type === SUBPACKET.embedded);
	const { rsa } = key;
	return back.some(({ body }) => {
		const signature = parseSignature(body);
		return signature.type === TYPE.primaryBinding && isSignedBy(signature, rsa, data);
	}) ? void 0 : "it has not signed back, or with a hash that is not accepted";
}
function maySign({ hashed }) {
	return ((hashed.find(({ type }) => type === SUBPACKET.keyFlags)?.body[0] ?? 0) & MAY_SIGN) !== 0;
}
function ringKey(key, facts) {
	const { fingerprint, keyId, createdAt, rsa } = key;
	const { binding, revocations, flaw } = facts;
	const lifeSeconds = binding === void 0 ? 0 : numberOf(binding.hashed, SUBPACKET.keyExpires) ?? 0;
	return {
		fingerprint,
		keyId,
		createdAt,
		rsa: flaw === void 0 ? rsa : void 0,
		flaw,
		expiresAt: lifeSeconds === 0 ? void 0 : createdAt + lifeSeconds,
		revokedAt: revocations.length === 0 ? void 0 : Math.min(...revocations.map(revokedFrom))
	};
}
function revokedFrom({ hashed, createdAt }) {
	const reason = hashed.find(({ type }) => type === SUBPACKET.revocationReason)?.body[0];
	return SOFT_REASONS.includes(reason) ? createdAt : 0;
}
function userIdHashed(body) {
	const head = Buffer.alloc(5, 180);
	head.writeUInt32BE(body.length, 1);
	return Buffer.concat([head, body]);
}
function wasValid({ createdAt, expiresAt, revokedAt }, at) {
	return createdAt <= at && (expiresAt === void 0 || at < expiresAt) && (revokedAt === void 0 || at < revokedAt);
}
// src/verify/openpgp.ts
const MAX_SIGNATURE_COUNT = 4;
function openSignature(asc, ring, file) {
	const packets = readPackets(readArmor(asc, "SIGNATURE"));
	if (packets.length > MAX_SIGNATURE_COUNT || packets.some(({ tag }) => tag !== TAG.signature)) throw malformed("it is not a detached signature");
	const signatures = packets.filter(({ body }) => body[0] === 4).map(({ body }) => parseSignature(body));
	const refused = [];
	for (const signature of signatures) {
		const key = [ring.primary, ...ring.subkeys].find((each) => isIssuer(each, signature));
		const judged = key === void 0 ? void 0 : judgeSignature(signature, key, {
			ring,
			file
		});
		if (judged instanceof require_main.Failure) refused.push(judged);
		else if (judged !== void 0) return judged;
	}
	const unknown = refuse("PGP.UNKNOWN_SUBKEY", file, {
		"signed by": signatures[0]?.issuer ?? "not named",
		...primaryOf(ring)
	});
	throw refused.find(({ code }) => code !== "PGP.UNKNOWN_SUBKEY") ?? refused[0] ?? unknown;
}
function isIssuer({ fingerprint, keyId }, { issuer }) {
	return issuer !== void 0 && (issuer === fingerprint || issuer === keyId);
}
function judgeSignature(signature, key, { ring, file }) {
	const { hash, refused, createdAt, trailer } = signature;
	const evidence = {
		"signed by": key.fingerprint,
		...primaryOf(ring)
	};
	if (key.rsa === void 0) return refuse("PGP.UNKNOWN_SUBKEY", file, {
		...evidence,
		reason: key.flaw
	});
	if (hash === void 0 || signature.type !== TYPE.binary) return refuse("PGP.BAD_SIGNATURE", file, {
		...evidence,
		reason: refused ?? `it is of type ${signature.type}`
	});
	const value = signedDigest(signature, key.rsa);
	if (value === void 0) return refuse("PGP.BAD_SIGNATURE", file, {
		...evidence,
		reason: "this key has not made it"
	});
	const signed = {
		...evidence,
		"signed on": require_main.dateText(createdAt)
	};
	if (!wasValid(key, createdAt) || !wasValid(ring.primary, createdAt)) {
		const expires = key.expiresAt === void 0 ? void 0 : require_main.dateText(key.expiresAt);
		const revoked = key.revokedAt === void 0 ? void 0 : require_main.dateText(key.revokedAt);
		return refuse("PGP.EXPIRED_SUBKEY", file, {
			...signed,
			"valid from": require_main.dateText(key.createdAt),
			"valid until": expires,
			"revoked from": revoked
		});
	}
	if (createdAt < file.notBefore) return refuse("PGP.OLD_SIGNATURE", file, {
		...signed,
		"not released before": require_main.dateText(file.notBefore)
	});
	return {
		kind: "openpgp-signature",
		over: "signed",
		fileName: file.fileName,
		value,
		hash,
		trailer,
		signedAt: createdAt,
		release: file.release,
		root: `OpenPGP key ${ring.primary.fingerprint}`,
		detail: `signed on ${require_main.dateText(createdAt)} by the subkey ${key.fingerprint} of ${ring.userIds[0] ?? "that key"}`
	};
}
function primaryOf({ primary }) {
	return { "primary key": primary.fingerprint };
}
function refuse(code, { fileName }, evidence) {
	return require_main.failure(code, {
		subject: `${fileName}.asc`,
		evidence
	});
}
// src/verify/release-bound.ts
const DAY_SECONDS = 86400;
const OVERLOOKED_DAYS = 92;
const EARLY_MONTHS = 3;
function notReleasedBefore(version, table) {
	return Math.max(beginOfLine(version), beginAfterTable(version, table));
}
function beginOfLine({ minor, prerelease }) {
	const month = minor % 2 === 0 ? 2 : 8;
	const early = prerelease === void 0 ? 0 : EARLY_MONTHS;
	const months = (2013 + Math.floor(minor / 2)) * 12 + month - 1 - early;
	return require_main.secondsOfDay(Math.floor(months / 12), months % 12 + 1, 1);
}
function beginAfterTable(version, table) {
	const madeAt = require_main.secondsOfDate(table?.date ?? "");
	const sameLine = ({ major, minor }) => major === version.major && minor === version.minor;
	const newest = table?.knownVersions.find(sameLine) ?? table?.knownVersions[0];
	if (madeAt === void 0 || newest === void 0 || require_main.compareVersions(version, newest) <= 0) return 0;
	return madeAt - OVERLOOKED_DAYS * DAY_SECONDS;
}
// src/steps/signatures.ts
var signatures_exports = require_main.__exportAll({ openSignatures: () => openSignatures });
function openSignatures(context, release, signal) {
	const ring = require_main.once(() => readRing(context));
	const asked = new Map();
	const ask = (candidate) => {
		const answer = asked.get(candidate.url) ?? require_main.once(() => read(context, {
			candidate,
			release,
			ring
		}, AbortSignal.any([signal])));
		asked.set(candidate.url, answer);
		return answer();
	};
	return { async of(candidate) {
		const own = await ask(candidate);
		const answers = [own, ...own.signed === void 0 ? await Promise.all(elsewhere(context, release, candidate).map(ask)) : []];
		const signed = answers.find((answer) => answer.signed !== void 0)?.signed;
		if (signed !== void 0) return signed;
		const refused = answers.flatMap(({ failure }) => failure ?? []).find(({ code }) => REFUSALS.includes(code));
		if (refused !== void 0) throw refused;
		return { none: answers.map(({ sourceId, failure }) => `${sourceId} ${failure?.code}`).join(", ") };
	} };
}
const REFUSALS = [
	"PGP.BAD_SIGNATURE",
	"PGP.EXPIRED_SUBKEY",
	"PGP.OLD_SIGNATURE"
];
function elsewhere({ platform, inputs }, { sources, version }, candidate) {
	return sources.archives.flatMap((source) => source.candidate(version, platform) ?? []).filter((other) => other.fileName === candidate.fileName && other.layout === candidate.layout && other.url !== candidate.url).filter(({ url }) => !inputs.offline || url.startsWith("file:"));
}
async function readRing({ signer, emit }) {
	try {
		return readKeyRing(await signer.readBlock(), signer.fingerprint);
	} catch (error) {
		if (!(error instanceof require_main.Failure)) throw error;
		emit({
			type: "finding",
			finding: {
				...error.finding,
				subject: "key block",
				severity: "warning"
			}
		});
		return;
	}
}
async function read(context, { candidate, release, ring }, signal) {
	const { sourceId, fileName } = candidate;
	try {
		const asc = await bytesOf(context, candidate, signal);
		const known = await ring();
		if (known === void 0) return { sourceId };
		const { version } = release;
		const notBefore = notReleasedBefore(version, await context.releaseTable());
		const expectation = openSignature(asc, known, {
			fileName,
			release: `go${require_main.versionText(version)}`,
			notBefore
		});
		const { kind, root, value, detail, hash } = expectation;
		context.emit({
			type: "proof-found",
			proof: {
				kind,
				root,
				value: `${hash}:${value}`,
				detail: `${detail}, at ${sourceId}`
			},
			ms: 0
		});
		return {
			sourceId,
			signed: {
				expectation,
				asc
			}
		};
	} catch (error) {
		if (!(error instanceof require_main.Failure) || signal.aborted) throw error;
		if (error.code.startsWith("PGP.")) context.emit({
			type: "finding",
			finding: {
				...error.finding,
				subject: sourceId,
				severity: "warning"
			}
		});
		return {
			sourceId,
			failure: error
		};
	}
}
async function bytesOf({ machine }, { url, authorization }, signal) {
	if (url.startsWith("file:")) return machine.files.read(`${(require_install ??= require("./install.cjs")).requiredPathOf(url)}.asc`, require_main.LIMITS.sidecarBytes);
	const beside = new URL(url);
	beside.pathname += ".asc";
	const limits = {
		phases: {
			...require_main.METADATA_PHASES,
			untilMs: machine.clock.monotonic() + require_main.LIMITS.signatureMs
		},
		maxBytes: require_main.LIMITS.sidecarBytes,
		totalMs: require_main.LIMITS.signatureMs
	};
	const { bytes } = await (require_install ??= require("./install.cjs")).fetchBytes(machine, {
		url: beside.href,
		...authorization === void 0 ? {} : { authorization },
		...limits
	}, signal);
	return bytes;
}
// src/steps/export-signature.ts
async function exportSignature(context, beside, signal) {
	const { files } = context.machine;
	const { directory, fileName, release } = beside;
	if (!fileName.endsWith(".tar.gz")) return void 0;
	const path = (0, node_path.join)(directory, fileName);
	const isThere = (await files.stat(`${path}.asc`))?.kind === "file";
	const asked = await places(context, {
		...beside,
		path,
		isThere
	});
	const signatures = openSignatures(context, release, signal);
	for (const each of asked) {
		const asc = await rightSignature(context, {
			path,
			fileName,
			signatures,
			candidate: each
		}, signal);
		if (asc === void 0) continue;
		await writeWhole(context, `${path}.asc`, asc);
		return asc;
	}
	if (isThere) await files.remove(`${path}.asc`);
}
async function places({ machine, emit }, { fileName, isKept, sums, candidate, path, isThere }) {
	const name = `${fileName}.asc`;
	const sources = candidate === void 0 ? [] : [candidate];
	if (!isKept) return sources;
	if (!isThere) return sums.has(name) || !sums.has(fileName) ? sources : [];
	const here = standing(path, fileName);
	const expected = sums.get(name);
	const got = await (require_install ??= require("./install.cjs")).sha256OfStream(machine.files.stream(`${path}.asc`));
	if (expected === void 0 || expected === got) return [here, ...sources];
	emit({
		type: "finding",
		finding: {
			...(require_install ??= require("./install.cjs")).changed(name, {
				expected,
				got
			}).finding,
			severity: "warning"
		}
	});
	return [...sources, here];
}
async function rightSignature(context, work, signal) {
	const { path, fileName, signatures, candidate } = work;
	try {
		const found = await signatures.of(candidate);
		if (found.expectation === void 0) return void 0;
		await compare(context, path, found.expectation);
		return found.asc;
	} catch (error) {
		signal.throwIfAborted();
		if (!(error instanceof require_main.Failure) || !error.code.startsWith("PGP.")) throw error;
		context.emit({
			type: "finding",
			finding: {
				...error.finding,
				subject: `${fileName}.asc`,
				severity: "warning"
			}
		});
		return;
	}
}
function standing(path, fileName) {
	return {
		sourceId: "this directory",
		url: (0, (node_url ??= require("node:url")).pathToFileURL)(path).href,
		fileName,
		format: "tar.gz",
		layout: "release"
	};
}
async function compare({ machine }, path, expected) {
	const got = await signedHash(machine.files.stream(path), expected);
	if (got === expected.value) return;
	throw require_main.failure("PGP.BAD_SIGNATURE", {
		subject: expected.fileName,
		evidence: {
			expected: expected.value,
			got
		}
	});
}
// src/steps/standing-archive.ts
function archiveNames({ platform }, version) {
	return [require_main.archiveFileName(version, platform), (require_install ??= require("./install.cjs")).moduleFileName(version, platform)];
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
		if (!(require_install ??= require("./install.cjs")).isContentFault(judged.finding.code)) continue;
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
		if (expected !== void 0 && expected !== sha256) throw (require_install ??= require("./install.cjs")).changed(fileName, {
			expected,
			got: sha256
		});
		const verdict = (require_install ??= require("./install.cjs")).judge({
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
	const sink = (require_unpack ??= require("./unpack.cjs")).createTreeSink({
		writer: files.tree,
		directory: void 0,
		layout,
		moduleName: name,
		writeUnproven: false
	});
	const { unpack } = await Promise.resolve().then(() => require("./unpack.cjs")).then((n) => n.unpack_exports);
	return unpack({
		bytes: await (require_install ??= require("./install.cjs")).openLocalArchive({
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
		if (!outcome.findings.some(({ code }) => (require_install ??= require("./install.cjs")).isRefusal(code)) || outcome.findings.some(({ code }) => code === "VER.TAMPERED")) break;
		if (request.spec.kind !== "exact") context.emit({
			type: "finding",
			finding: (require_install ??= require("./install.cjs")).notServed(context, version, "warning")
		});
	}
	throw await (require_install ??= require("./install.cjs")).exhausted(context, {
		request,
		sources,
		failed
	}, signal);
}
async function exportVersion(context, work, signal) {
	const { version, directory } = work;
	const proofs = (require_install ??= require("./install.cjs")).openProofs(context, work, signal);
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
	if (receipt !== void 0) await writeWhole(context, (0, node_path.join)(directory, (require_install ??= require("./install.cjs")).receiptFileName(version, context.platform)), receipt);
	const how = standing.archive !== void 0 ? "kept" : standing.isReplaced ? "replaced" : "added";
	const candidate = candidatesFor(context, work).find((each) => each.fileName === fileName);
	const signature = await exportSignature(context, {
		directory,
		fileName,
		isKept: how === "kept",
		sums: work.sums,
		candidate,
		release: work
	}, signal);
	return {
		version,
		platform: context.platform,
		fileName,
		sha256,
		sizeBytes,
		how,
		receipt,
		signature
	};
}
function candidatesFor({ platform }, work) {
	return (require_install ??= require("./install.cjs")).orderCandidates({
		...work,
		sources: work.sources.archives,
		platform
	});
}
async function fetchArchive(context, work, signal) {
	const { place, proofs } = work;
	const candidates = candidatesFor(context, work);
	return (require_install ??= require("./install.cjs")).withSpool(context, {
		place,
		candidates,
		work: async (spool) => {
			const outcome = await (require_install ??= require("./install.cjs")).acquire(context, {
				...work,
				candidates,
				spool,
				keep: "archive"
			}, signal);
			if ("findings" in outcome) {
				const isDecided = outcome.findings.length > 0 && !outcome.findings.some(({ code }) => (require_install ??= require("./install.cjs")).isRefusal(code));
				return {
					findings: outcome.findings,
					exists: !isDecided && await proofs.receipt() !== void 0
				};
			}
			return (require_install ??= require("./install.cjs")).discardUnpublished(context, outcome, publishArchive(context, {
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
	const got = await (require_install ??= require("./install.cjs")).sha256OfStream(files.stream(path));
	if (got !== kept.sha256) throw require_main.failure("FS.IO", {
		subject: kept.fileName,
		evidence: {
			written: kept.sha256,
			"read back": got
		}
	});
	await files.rename(path, (0, node_path.join)(directory, kept.fileName));
	await (require_install ??= require("./install.cjs")).removeOwned(stage.directory, files);
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
	return (require_install ??= require("./install.cjs")).underLock(context, {
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
	const opened = await (require_install ??= require("./install.cjs")).openSources(context, signal);
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
	const files = releases.map(({ fileName: name, sizeBytes: bytes, sha256, how, signature }) => ({
		name,
		bytes,
		sha256,
		how,
		...signature === void 0 ? {} : { signature: `${name}.asc` }
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
	const { candidates, ...heard } = await (require_install ??= require("./install.cjs")).resolveRequest({
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
// src/steps/path-go.ts
var path_go_exports = require_main.__exportAll({
	PATH_OUTCOME: () => "ok",
	findPathGo: () => findPathGo
});
const NAME_IT = {
	title: "Name the version, to install a proved Go",
	kind: "setting",
	text: "go-version: '1.26'",
	risk: "none"
};
async function findPathGo(context, signal) {
	const { emit } = context;
	emit({
		type: "requested",
		spec: "the Go on PATH",
		origin: { kind: "default" }
	});
	return require_main.inPhase(context, "lookup", async () => {
		const claim = await askGo(context, signal);
		const version = require_main.versionText(claim.version);
		emit({
			type: "finding",
			finding: unspecified(claim)
		});
		emit({
			type: "resolved",
			version,
			platform: require_main.platformText(claim.platform),
			learntFrom: ["path"]
		});
		checkWanted(context, claim);
		emit({
			type: "proved",
			proof: await proveClaim({
				...context,
				platform: claim.platform
			}, claim, signal)
		});
		return {
			version: claim.version,
			root: claim.root,
			platform: claim.platform
		};
	});
}
function unspecified({ version, file }) {
	return require_main.finding("VERSION.UNSPECIFIED", {
		subject: "go-version",
		evidence: {
			"Go on PATH": file,
			version: require_main.versionText(version)
		},
		fixes: [NAME_IT]
	});
}
async function askGo(context, signal) {
	const { exec, env } = context.machine;
	const file = await exec.find("go");
	if (file === void 0) throw notInstalled();
	const own = {
		...env,
		GOROOT: void 0,
		GOFLAGS: void 0,
		GOPATH: void 0,
		GOENV: "off",
		GOTOOLCHAIN: "local"
	};
	const ask = async (...args) => {
		const answer = await exec.run({
			file,
			args,
			env: own,
			timeoutMs: require_main.LIMITS.execMs
		}, signal);
		if (answer.exitCode === 0) return answer.stdout.trim();
		throw require_main.failure("GO.NOT_RUNNABLE", {
			subject: file,
			evidence: { "standard error": answer.stderr.slice(0, 300) },
			fixes: [NAME_IT]
		});
	};
	const said = await ask("version");
	const [, text = "", goos = "", goarch = ""] = /^go version go(\S+)(?: .*)? (\w+)\/(\w+)$/u.exec(said) ?? [];
	const version = require_main.parseGoVersion(text);
	if (version === void 0) throw unproved(file, { "go version": said.slice(0, 200) });
	return {
		file,
		version,
		root: await ask("env", "GOROOT"),
		platform: {
			goos,
			goarch,
			cacheArch: context.platform.cacheArch
		}
	};
}
function notInstalled() {
	return require_main.failure("GO.NOT_INSTALLED", {
		subject: "go-version",
		message: "go-version and go-version-file are empty or not given, there is no go.work or go.mod to read a version from, and no Go on PATH",
		fixes: [NAME_IT]
	});
}
function checkWanted({ inputs, platform }, { version, file, platform: own }) {
	const minimum = inputs.minGoVersion;
	if (require_main.compareVersions(version, minimum) < 0) {
		const evidence = {
			"Go on PATH": require_main.versionText(version),
			"min-go-version": require_main.versionText(minimum)
		};
		throw require_main.failure("VERSION.TOO_OLD", {
			subject: file,
			evidence,
			fixes: [NAME_IT]
		});
	}
	if (inputs.architecture !== void 0 && require_main.platformText(platform) !== require_main.platformText(own)) {
		const evidence = {
			expected: require_main.platformText(platform),
			got: require_main.platformText(own)
		};
		throw require_main.failure("VERSION.MISMATCH", {
			subject: file,
			evidence,
			fixes: [NAME_IT]
		});
	}
}
async function proveClaim(context, claim, signal) {
	const { machine } = context;
	const { root, version } = claim;
	const entry = await require_main.findEntry(require_main.destinationPlace(root), machine.files);
	if (entry === void 0) throw unproved(root, { reason: "GOROOT is empty or missing" });
	const name = require_main.moduleName(version, context.platform);
	const kept = (require_install ??= require("./install.cjs")).keptExpectation(context, entry, name);
	const expectations = kept === void 0 ? await askDatabase(context, version, signal) : [kept];
	const hashes = new Map();
	const onFile = (path, sha256) => void hashes.set(path, sha256);
	const options = {
		reader: machine.files.tree,
		root,
		moduleName: name,
		ignore: ["setup.sh"],
		onFile
	};
	const tree = await (require_install ??= require("./install.cjs")).hashInstalledTree(options, signal);
	const verdict = (require_install ??= require("./install.cjs")).judge(tree, expectations);
	if (verdict.accepted !== void 0) return verdict.accepted;
	const restored = (require_install ??= require("./install.cjs")).undoGoEnvEdits(tree.goEnv?.toString("utf8") ?? "");
	const again = restored && (require_install ??= require("./install.cjs")).judge(withGoEnv({
		name,
		hashes,
		text: restored.text,
		tree
	}), expectations);
	if (restored === void 0 || again?.accepted === void 0) throw unproved(root, Object.fromEntries(verdict.refused.evidence.map((item) => [item.name, item.value])));
	const { accepted } = again;
	return {
		...accepted,
		detail: `${accepted.detail}; but for these lines of go.env: ${restored.edits.join(", ")}`
	};
}
function withGoEnv(from) {
	return {
		...from.tree,
		tree: (require_install ??= require("./install.cjs")).rehashTree({
			moduleName: from.name,
			hashes: from.hashes,
			changed: { "go.env": from.text }
		})
	};
}
async function askDatabase(context, version, signal) {
	const sources = await (require_install ??= require("./install.cjs")).openSources(context, signal);
	try {
		return await (require_install ??= require("./install.cjs")).openProofs(context, {
			sources,
			version
		}, signal).ofInstalled();
	} catch (error) {
		if (!(error instanceof require_main.Failure)) throw error;
		const [first, ...rest] = error.findings;
		throw new require_main.Failure([{
			...first,
			fixes: [...first.fixes, NAME_IT]
		}, ...rest], error);
	}
}
function unproved(subject, evidence) {
	return require_main.failure("GO.UNPROVED", {
		subject,
		evidence,
		fixes: [NAME_IT]
	});
}
// src/policy/walk-tree.ts
function walkTree({ entries, enter, take, limits }) {
	const found = [];
	const waiting = [[]];
	let isCut = false;
	let at = 0;
	for (; at < waiting.length && at < limits.directoryCount && found.length < limits.fileCount; at += 1) {
		const directory = waiting[at] ?? [];
		for (const { name, kind } of [...entries(directory)].sort(byName)) {
			const place = [...directory, name];
			if (kind === "file" && take(place)) found.push(place.join("/"));
			if (kind !== "directory" || !enter(place)) continue;
			if (place.length < limits.depth) waiting.push(place);
			else isCut = true;
		}
	}
	isCut ||= at < waiting.length || found.length > limits.fileCount;
	return {
		paths: found.slice(0, limits.fileCount).sort(),
		isCut
	};
}
function byName(a, b) {
	return a.name < b.name ? -1 : 1;
}
// src/steps/print-environment.ts
var print_environment_exports = require_main.__exportAll({ printEnvironment: () => printEnvironment });
async function printEnvironment(context, signal) {
	const provided = await require_main.findInstalled(context, {
		spec: context.request?.spec,
		sources: require_main.once(() => (require_install ??= require("./install.cjs")).openSources(context, signal))
	}, signal);
	if (provided === void 0) {
		const where = context.destination ?? context.machine.toolCache.directory;
		const asked = context.request?.spec.text;
		const fixes = [{
			title: "Install it",
			kind: "command",
			text: `setup-go-robust install ${asked ?? "stable"}`,
			risk: "none"
		}];
		throw require_main.failure("GO.NOT_INSTALLED", {
			subject: asked ?? "go",
			evidence: { "looked in": where },
			fixes
		});
	}
	await require_main.makeKnown(context, provided, signal);
	return "ok";
}
// src/domain/cache-plan.ts
function planText(plan) {
	return JSON.stringify(plan);
}
function readPlan(text) {
	const value = require_main.parseJsonObject(text);
	return isPlan(value) ? value : void 0;
}
function isPlan(value) {
	if (!require_main.isJsonObject(value)) return false;
	const { entries, reason, restoredAtMs, workspace, foreign } = value;
	if (!Array.isArray(entries) || !entries.every(isEntry) || !Array.isArray(foreign)) return false;
	if (reason !== void 0 && typeof reason !== "string") return false;
	return Number.isFinite(restoredAtMs) && isText(workspace) && foreign.every(isText);
}
function isEntry(value) {
	if (!require_main.isJsonObject(value)) return false;
	const { kind, path, key, isUpdate } = value;
	return (kind === "modules" || kind === "build") && isText(path) && isText(key) && typeof isUpdate === "boolean";
}
function isText(value) {
	return typeof value === "string" && value !== "";
}
// src/install/module-cache.ts
function listModuleParts(files, root) {
	const parts = [];
	visitDirectories(files, root, ({ path, below, name }) => {
		if (below === "cache") return "skip";
		if (!name.includes("@")) return "enter";
		parts.push({
			kind: "tree",
			path,
			module: (require_sumdb ??= require("./sumdb.cjs")).unescapeModuleName(below)
		});
		return "skip";
	});
	visitDirectories(files, (0, node_path.join)(root, "cache", "download"), ({ path, below, name }) => {
		if (below === "sumdb") return "skip";
		if (name !== "@v") return "enter";
		parts.push(...versionFiles(files, path, below.slice(0, -3)));
		return "skip";
	});
	return parts;
}
function listBelievedPaths(files, root) {
	const repositories = (0, node_path.join)(root, "cache", "vcs");
	return [
		...listModuleParts(files, root).map(({ path }) => path),
		...(require_install ??= require("./install.cjs")).readableEntries(files, repositories).map(({ name }) => (0, node_path.join)(repositories, name)),
		...listFiles(files, (0, node_path.join)(root, "cache", "download", "sumdb"))
	];
}
function listFiles(files, directory) {
	return (require_install ??= require("./install.cjs")).readableEntries(files, directory).flatMap(({ name, kind }) => {
		const path = (0, node_path.join)(directory, name);
		return kind === "directory" ? listFiles(files, path) : [path];
	});
}
function visitDirectories(files, root, visit) {
	const waiting = [{
		path: root,
		below: ""
	}];
	for (const { path: directory, below: prefix } of waiting) for (const { name, kind } of (require_install ??= require("./install.cjs")).readableEntries(files, directory)) {
		const at = {
			path: (0, node_path.join)(directory, name),
			below: prefix === "" ? name : `${prefix}/${name}`,
			name
		};
		if (kind === "directory" && visit(at) === "enter") waiting.push(at);
	}
}
function versionFiles(files, directory, modulePath) {
	return (require_install ??= require("./install.cjs")).readableEntries(files, directory).flatMap(({ name, kind }) => {
		const match = /^(v.+)\.(info|mod|zip|ziphash|lock|partial)$/u.exec(name);
		if (kind !== "file" || match === null) return [];
		const module = (require_sumdb ??= require("./sumdb.cjs")).unescapeModuleName(`${modulePath}@${match[1]}`);
		return [{
			kind: match[2] === "info" || match[2] === "mod" ? "mod" : "zip",
			module,
			path: (0, node_path.join)(directory, name)
		}];
	});
}
// src/policy/cache-writing.ts
const EVENTS_WITHOUT_WRITING = ["release", "pull_request_target"];
function whyNotWritten(job, mode) {
	if (mode === "read-only") return "cache-mode is read-only";
	if (job.event !== void 0 && EVENTS_WITHOUT_WRITING.includes(job.event)) return `the event is ${job.event}`;
	if (job.ref?.startsWith("refs/tags/") === true) return "the job runs on a tag";
	return job.isReadOnly ? "the runner allows reading only" : void 0;
}
// src/domain/name-pattern.ts
function parseNamePattern(text) {
	const tokens = [];
	for (let at = 0; at < text.length; at += 1) {
		const character = text[at] ?? "";
		const set = character === "[" ? /^\[(!?)([^\]]+)\]/u.exec(text.slice(at)) : null;
		if (set !== null) {
			tokens.push({
				kind: "set",
				isNegated: set[1] === "!",
				ranges: parseRanges(set[2] ?? "")
			});
			at += set[0].length - 1;
		} else if (character === "?") tokens.push({ kind: "one" });
		else if (character !== "*") tokens.push({
			kind: "character",
			character
		});
		else if (tokens.at(-1)?.kind !== "many") tokens.push({ kind: "many" });
	}
	return tokens;
}
function parseRanges(text) {
	const ranges = [];
	for (let at = 0; at < text.length; at += 1) {
		const first = text[at] ?? "";
		const isRange = text[at + 1] === "-" && at + 2 < text.length;
		ranges.push([first, isRange ? text[at + 2] ?? first : first]);
		if (isRange) at += 2;
	}
	return ranges;
}
function matchesName(pattern, name) {
	let token = 0;
	let retry;
	for (let at = 0; at < name.length;) {
		const current = pattern[token];
		if (current?.kind === "many") {
			retry = {
				token,
				at
			};
			token += 1;
		} else if (current !== void 0 && matchesCharacter(current, name[at] ?? "")) {
			at += 1;
			token += 1;
		} else {
			if (retry === void 0) return false;
			retry.at += 1;
			at = retry.at;
			token = retry.token + 1;
		}
	}
	return pattern.slice(token).every(({ kind }) => kind === "many");
}
function matchesCharacter(token, character) {
	if (token.kind === "character") return token.character === character;
	if (token.kind !== "set") return true;
	return token.ranges.some(([from, to]) => from <= character && character <= to) !== token.isNegated;
}
// src/domain/cache-pattern.ts
const LONGEST = 1e3;
function readCachePatterns(text, place) {
	const patterns = [];
	const outside = [];
	for (const line of text.split(/\r?\n/u).map((each) => each.trim())) {
		if (line === "" || line.startsWith("#")) continue;
		const marks = /^!*/u.exec(line)?.[0].length ?? 0;
		const names = line.length > LONGEST ? void 0 : namesInside(line.slice(marks).trim(), place);
		if (names === void 0) outside.push(line.slice(0, 200));
		else {
			const parts = (place.isWindows ? names.map((name) => name.toLowerCase()) : names).map((name) => name === "**" ? "any" : parseNamePattern(name));
			patterns.push({
				text: line,
				isExclusion: marks % 2 === 1,
				parts,
				ignoresCase: place.isWindows
			});
		}
	}
	return {
		patterns,
		outside
	};
}
function namesInside(path, { workspace, isWindows }) {
	const slashes = (text) => isWindows ? text.replaceAll("\\", "/") : text;
	const same = (text) => isWindows ? text.toLowerCase() : text;
	const root = slashes(workspace).replace(/\/+$/u, "");
	let rest = slashes(path);
	if (rest.startsWith("/") || rest === "~" || rest.startsWith("~/") || isWindows && /^[a-z]:/iu.test(rest)) {
		if (same(rest) !== same(root) && !same(rest).startsWith(same(`${root}/`))) return void 0;
		rest = rest.slice(root.length);
	}
	const names = [];
	for (const name of rest.split("/")) {
		if (name === "" || name === ".") continue;
		if (name !== "..") names.push(name);
		else if (names.length === 0 || /[*?[]/u.test(names.pop() ?? "")) return void 0;
	}
	return names;
}
function matchPattern(pattern, names) {
	const { parts, ignoresCase } = pattern;
	let states = reach(new Set([0]), parts);
	for (const name of names) {
		if (states.has(parts.length)) return "whole";
		const next = new Set();
		for (const state of states) {
			const part = parts[state];
			if (part === "any") next.add(state);
			else if (part !== void 0 && matchesName(part, ignoresCase ? name.toLowerCase() : name)) next.add(state + 1);
		}
		states = reach(next, parts);
	}
	if (states.has(parts.length)) return "whole";
	return states.size > 0 ? "begun" : "none";
}
function reach(states, parts) {
	for (const state of states) if (parts[state] === "any") states.add(state + 1);
	return states;
}
// src/install/cache-dependencies.ts
const DEPENDENCY_FILES = [
	"go.mod",
	"go.sum",
	"go.work",
	"go.work.sum"
];
const SKIPPED = [
	"vendor",
	"node_modules",
	"testdata"
];
function findDependencyFiles(search) {
	return walk(search, {
		enter: (names) => !SKIPPED.includes(names.at(-1) ?? "") && names.at(-1)?.startsWith(".") !== true,
		take: (names) => DEPENDENCY_FILES.includes(names.at(-1) ?? "")
	});
}
async function findPatternFiles(search, patterns) {
	const included = patterns.filter((pattern) => !pattern.isExclusion);
	const excluded = patterns.filter((pattern) => pattern.isExclusion);
	const isOut = (names) => excluded.some((pattern) => matchPattern(pattern, names) === "whole");
	const used = new Set();
	return {
		paths: await walk(search, {
			enter: (names) => names.at(-1) !== ".git" && !isOut(names) && included.some((each) => matchPattern(each, names) !== "none"),
			take: (names) => {
				const matching = included.filter((pattern) => matchPattern(pattern, names) === "whole");
				for (const pattern of matching) used.add(pattern);
				return matching.length > 0 && !isOut(names);
			}
		}),
		unmatched: included.filter((pattern) => !used.has(pattern))
	};
}
async function walk({ files, workspace, foreign }, choice) {
	const outside = new Set(foreign.map((path) => (0, node_path.resolve)(path)));
	const { paths } = walkTree({
		entries: (place) => (require_install ??= require("./install.cjs")).readableEntries(files, (0, node_path.join)(workspace, ...place)).map(linkAsFile),
		enter: (place) => !outside.has((0, node_path.join)(workspace, ...place)) && choice.enter(place),
		take: choice.take,
		limits: {
			depth: require_main.LIMITS.dependencyDepth,
			directoryCount: require_main.LIMITS.dependencyDirectoryCount,
			fileCount: require_main.LIMITS.dependencyFileCount
		}
	});
	const isFile = await Promise.all(paths.map((path) => leadsToFile(files, (0, node_path.join)(workspace, ...path.split("/")))));
	return paths.filter((_, at) => isFile[at]);
}
function linkAsFile(entry) {
	return entry.kind === "symlink" ? {
		...entry,
		kind: "file"
	} : entry;
}
async function leadsToFile(files, path) {
	if ((await files.stat(path))?.kind !== "symlink") return true;
	const real = await files.realPath(path).catch(() => void 0);
	return real !== void 0 && (await files.stat(real))?.kind === "file";
}
async function hashDependencyFiles({ files, workspace }, paths) {
	const whole = (0, (node_crypto ??= require("node:crypto")).createHash)("sha256");
	for (const path of paths) {
		const bytes = await files.read((0, node_path.join)(workspace, ...path.split("/")), require_main.LIMITS.dependencyFileBytes);
		whole.update(`${(0, (node_crypto ??= require("node:crypto")).createHash)("sha256").update(bytes).digest("hex")}  ${path}\n`);
	}
	return whole.digest("hex");
}
async function readSumFiles({ files, workspace }, paths) {
	const sums = paths.filter((path) => /(?:^|\/)go(?:\.work)?\.sum$/u.test(path));
	const read = async (path) => (await files.read((0, node_path.join)(workspace, path.replaceAll("/", node_path.sep)), require_main.LIMITS.dependencyFileBytes)).toString("utf8");
	return Promise.all(sums.map(read));
}
// src/domain/os-release.ts
function distributionName(osRelease) {
	const fields = new Map();
	for (const line of osRelease.split("\n")) {
		const match = /^([A-Z_]+)=(?:"([^"]*)"|'([^']*)'|(\S*))\s*$/u.exec(line);
		if (match !== null) fields.set(match[1] ?? "", match[2] ?? match[3] ?? match[4] ?? "");
	}
	return `${fields.get("ID") ?? ""}${fields.get("VERSION_ID") ?? ""}`.toLowerCase().replace(/[^a-z0-9._]/gu, "_").slice(0, 40) || "linux";
}
// src/install/cache-settings.ts
async function readCacheSettings(go, signal) {
	const { exec, root, platform, env } = go;
	const names = [
		"GOMODCACHE",
		"GOPATH",
		"GOCACHE",
		"GOOS",
		"GOARCH"
	];
	const file = (0, node_path.join)(root, "bin", platform.goos === "windows" ? "go.exe" : "go");
	const own = {
		...env,
		GOROOT: void 0,
		GOTOOLCHAIN: "local"
	};
	const answer = await exec.run({
		file,
		args: ["env", ...names],
		env: own,
		cwd: root,
		timeoutMs: require_main.LIMITS.goEnvMs
	}, signal);
	const [modules = "", gopath = "", build = "", goos = "", goarch = ""] = answer.exitCode === 0 ? answer.stdout.split(/\r?\n/u) : [];
	const first = gopath.split(platform.goos === "windows" ? ";" : ":")[0];
	return {
		modules: modules || (first ? (0, node_path.join)(first, "pkg", "mod") : void 0),
		build: build === "" || build === "off" ? void 0 : build,
		target: {
			goos: goos || platform.goos,
			goarch: goarch || platform.goarch
		}
	};
}
async function readDistribution(files, platform) {
	if (platform.goos !== "linux") return void 0;
	const name = distributionName(await readOsRelease(files));
	const libraries = [...await files.list("/lib"), ...await files.list("/lib64")];
	return libraries.some((library) => library.startsWith("ld-musl-")) && !libraries.some((library) => library.startsWith("ld-linux")) ? `${name}_musl` : name;
}
async function readOsRelease(files) {
	for (const path of ["/etc/os-release", "/usr/lib/os-release"]) if (await files.stat(path) !== void 0) {
		const bytes = await files.read(path, require_main.LIMITS.versionFileBytes).catch(() => void 0);
		if (bytes !== void 0) return bytes.toString("utf8");
	}
	return "";
}
// src/policy/cache-keys.ts
function cacheKeys(parts) {
	const { platform, target, distribution, goVersion, dependencyHash } = parts;
	const isCross = target.goos !== platform.goos || target.goarch !== platform.goarch;
	const place = [
		platform.goos,
		isCross ? `${platform.goarch}_${target.goos}_${target.goarch}` : platform.goarch,
		...distribution === void 0 ? [] : [distribution]
	].join("-");
	const modules = `setup-go-robust-modules-${place}-`;
	const build = `setup-go-robust-build-${place}-go${goVersion.replaceAll(/[^a-z0-9.]/giu, "_")}-`;
	return {
		modules: {
			kind: "modules",
			key: `${modules}${dependencyHash}`,
			prefixes: [modules]
		},
		build: {
			kind: "build",
			key: `${build}${dependencyHash}`,
			prefixes: [build]
		}
	};
}
// src/steps/cache-wanted.ts
async function wantedCaches(context, go, signal) {
	const { machine, workspace } = context;
	const { files, exec, env } = machine;
	const { platform = context.platform, name = require_main.versionText(go.version) } = go;
	const { modules, build, target } = await readCacheSettings({
		exec,
		env,
		platform,
		root: go.root
	}, signal);
	const foreign = [
		go.root,
		machine.toolCache.directory,
		modules,
		build
	].filter((path) => path !== void 0);
	const paths = await dependencyPaths(context, {
		files,
		workspace,
		foreign
	});
	if (paths.length === 0) return "no dependency files were found";
	const dependencyHash = await hashDependencyFiles({
		files,
		workspace
	}, paths);
	const keys = cacheKeys({
		platform,
		target,
		distribution: await readDistribution(files, platform),
		goVersion: name,
		dependencyHash
	});
	const entries = [...modules === void 0 ? [] : [{
		...keys.modules,
		path: modules
	}], ...build === void 0 ? [] : [{
		...keys.build,
		path: build
	}]];
	return entries.length === 0 ? "this Go names no cache directories" : {
		entries,
		foreign
	};
}
async function dependencyPaths(context, search) {
	const { inputs, machine, workspace, emit } = context;
	if (inputs.cacheDependencyPath === void 0) return findDependencyFiles(search);
	const place = {
		workspace,
		isWindows: machine.platform.os === "win32"
	};
	const { patterns, outside } = readCachePatterns(inputs.cacheDependencyPath, place);
	const { paths, unmatched } = await findPatternFiles(search, patterns);
	const complain = (pattern, problem) => {
		const evidence = {
			pattern,
			problem,
			accepted: "paths of files inside the workspace, with * ? [ ] and **"
		};
		const message = `${pattern} counts for nothing: ${problem}`;
		emit({
			type: "finding",
			finding: require_main.finding("CACHE.PATTERN", {
				subject: "cache-dependency-path",
				message,
				evidence
			})
		});
	};
	for (const text of outside) complain(text, "it leads out of the workspace");
	for (const { text } of unmatched) complain(text, "it matches no file");
	return paths;
}
// src/steps/restore-cache.ts
var restore_cache_exports = require_main.__exportAll({ restoreCaches: () => restoreCaches });
const RESTORED = "SETUP_GO_ROBUST_CACHES";
async function restoreCaches(context, wanted, signal) {
	await require_main.inPhase(context, "cache", async () => {
		try {
			await restoreWanted(context, wanted, signal);
		} catch (error) {
			signal.throwIfAborted();
			emitTrouble(context, error);
		}
	});
}
async function restoreWanted(context, { cache, go }, signal) {
	const { machine, emit, host, inputs, workspace } = context;
	const restoredAtMs = machine.clock.now();
	if (timeLeftMs(context) === 0) return emit({
		type: "cache",
		result: "off",
		reason: "the time budget is used up"
	});
	const wanted = await wantedCaches(context, go, signal);
	if (typeof wanted === "string") return emit({
		type: "cache",
		result: "off",
		reason: wanted
	});
	const earlier = readEarlier(machine.env[RESTORED]);
	const standing = await standingEntries(context, earlier, wanted.entries);
	const outcomes = [...standing].map(([{ key, kind }, matchedKey]) => ({
		result: matchedKey === key ? "exact" : "prefix",
		entry: kind,
		key,
		matchedKey,
		ms: 0
	}));
	const missing = wanted.entries.filter((entry) => !standing.has(entry));
	const asked = missing.length === 0 ? [] : await askFor(context, {
		cache,
		missing
	}, signal);
	for (const outcome of [...outcomes, ...asked]) emit({
		type: "cache",
		...outcome
	});
	const restored = asked.flatMap(({ result, matchedKey }, at) => {
		const entry = result === "failed" ? void 0 : missing[at];
		return matchedKey === void 0 || entry === void 0 ? [] : [[nameOf(entry), matchedKey]];
	});
	if (restored.length > 0) {
		const value = JSON.stringify({
			...earlier,
			...Object.fromEntries(restored)
		});
		await host.apply([{
			kind: "set",
			name: RESTORED,
			value
		}]);
	}
	const why = whyNotWritten(cache.job, inputs.cacheMode);
	cache.keep(planText({
		...planFor(wanted, asked, why),
		restoredAtMs,
		workspace,
		foreign: wanted.foreign
	}));
}
async function standingEntries({ machine }, earlier, entries) {
	const standing = new Map();
	for (const entry of entries) {
		const matchedKey = earlier[nameOf(entry)];
		if (matchedKey !== void 0 && (await machine.files.list(entry.path)).length > 0) standing.set(entry, matchedKey);
	}
	return standing;
}
function nameOf({ key, path }) {
	return `${key} ${path}`;
}
function planFor(wanted, asked, why) {
	if (why !== void 0) return {
		entries: [],
		reason: why
	};
	return {
		entries: asked.flatMap(({ result, key, matchedKey = key }) => {
			const entry = wanted.entries.find((each) => each.key === key);
			if (entry === void 0 || result !== "none" && matchedKey === key) return [];
			return [{
				kind: entry.kind,
				path: entry.path,
				key,
				isUpdate: result !== "none"
			}];
		}),
		reason: asked.some(({ result }) => result === "failed") ? "the restore had failed" : "the entries of this job exist"
	};
}
async function askFor(context, { cache, missing }, signal) {
	const { clock } = context.machine;
	const startMs = clock.monotonic();
	const base = missing.map(({ kind, key }) => ({
		entry: kind,
		key
	}));
	const ms = () => Math.round(clock.monotonic() - startMs);
	try {
		const service = await cache.open();
		const limitMs = Math.min(require_main.LIMITS.cacheLookupMs, timeLeftMs(context));
		const limit = {
			clock,
			ms: limitMs,
			reason: () => tooSlow("CACHE.UNAVAILABLE", "the cache service", limitMs)
		};
		const lookUp = (inner) => Promise.all(missing.map((entry) => service.lookUp(entry, inner)));
		const matches = await within(limit, lookUp, signal);
		return await Promise.all(missing.map(async (entry, at) => {
			const found = matches[at];
			if (found === void 0) return {
				result: "none",
				entry: entry.kind,
				key: entry.key,
				ms: ms()
			};
			const matchedKey = await restoreOne(context, {
				service,
				entry
			}, signal);
			const place = {
				entry: entry.kind,
				key: entry.key,
				ms: ms()
			};
			if (matchedKey === void 0) return {
				result: "failed",
				matchedKey: found,
				...place
			};
			return {
				result: matchedKey === entry.key ? "exact" : "prefix",
				matchedKey,
				...place
			};
		}));
	} catch (error) {
		signal.throwIfAborted();
		emitTrouble(context, error);
		return base.map((each) => ({
			result: "failed",
			...each,
			ms: ms()
		}));
	}
}
async function restoreOne(context, { service, entry }, signal) {
	const { clock, files } = context.machine;
	const limitMs = Math.min(require_main.LIMITS.cacheRestoreMs, timeLeftMs(context));
	const limit = {
		clock,
		ms: limitMs,
		graceMs: require_main.LIMITS.cacheStopMs,
		reason: () => tooSlow("CACHE.RESTORE", entry.kind, limitMs)
	};
	const before = entry.kind === "modules" ? new Set(listBelievedPaths(files, entry.path)) : void 0;
	const problem = await within(limit, (inner) => service.restore(entry, inner), signal).catch((error) => ({ error }));
	if (before !== void 0 && problem !== void 0) await (require_install ??= require("./install.cjs")).dropUnsummed(context, entry.path);
	if (typeof problem === "string") return problem;
	const leftovers = before === void 0 ? [] : await removeNew({
		files,
		root: entry.path,
		before
	});
	signal.throwIfAborted();
	for (const leftover of leftovers) emitTrouble(context, leftover);
	emitTrouble(context, problem?.error ?? require_main.failure("CACHE.RESTORE", {
		subject: entry.kind,
		evidence: { reason: "it is gone" }
	}));
}
async function removeNew(cache) {
	const { files, root, before } = cache;
	const leftovers = [];
	for (const path of listBelievedPaths(files, root)) if (!before.has(path)) await files.remove(path).catch((error) => leftovers.push(error));
	return leftovers;
}
function timeLeftMs({ machine, budgetEndMs }) {
	return Math.max(0, budgetEndMs - machine.clock.monotonic() - require_main.LIMITS.cacheReserveMs);
}
function tooSlow(code, subject, limitMs) {
	return require_main.failure(code, {
		subject,
		evidence: {
			reason: "it took too long",
			"budget ms": limitMs
		}
	});
}
function emitTrouble({ emit }, error) {
	if (error instanceof require_main.Failure) {
		for (const each of error.findings) emit({
			type: "finding",
			finding: {
				...each,
				severity: "warning"
			}
		});
		return;
	}
	const evidence = { error: (error instanceof Error ? error.stack ?? error.message : String(error)).split("\n").slice(0, 4).join(" ") };
	emit({
		type: "finding",
		finding: require_main.finding("CACHE.UNAVAILABLE", {
			subject: "cache",
			evidence
		})
	});
}
function readEarlier(text) {
	const earlier = [];
	for (const [name, matched] of Object.entries(require_main.parseJsonObject(text ?? "") ?? {})) if (typeof matched === "string") earlier.push([name, matched]);
	return Object.fromEntries(earlier);
}
// src/policy/cache-trim.ts
const USE_RECORDED_AFTER_MS = 36e5;
function isBuildEntryUsed(mtimeMs, restoredAtMs) {
	return mtimeMs >= restoredAtMs - USE_RECORDED_AFTER_MS;
}
function isModuleWanted(part, sum, restoredAtMs) {
	if (part.mtimeMs >= restoredAtMs || sum.zips.has(part.module)) return true;
	return part.kind === "mod" && sum.mods.has(part.module);
}
// src/install/cache-trim.ts
const PARALLEL_COUNT = 32;
async function trimModules(cache, signal) {
	const { files, root, sum, restoredAtMs } = cache;
	const keep = (part, mtimeMs) => isModuleWanted({
		...part,
		mtimeMs
	}, sum, restoredAtMs);
	return removeUnless(keep, {
		files,
		items: listModuleParts(files, root)
	}, signal);
}
async function trimBuild(cache, signal) {
	const { files, root, restoredAtMs } = cache;
	const keep = (_, mtimeMs) => isBuildEntryUsed(mtimeMs, restoredAtMs);
	return removeUnless(keep, {
		files,
		items: listBuildEntries(files, root)
	}, signal);
}
function listBuildEntries(files, root) {
	return [...Array(256).keys()].flatMap((index) => {
		const directory = (0, node_path.join)(root, index.toString(16).padStart(2, "0"));
		return (require_install ??= require("./install.cjs")).readableEntries(files, directory).flatMap(({ name, kind }) => kind === "file" && /-[ad]$/u.test(name) ? [{ path: (0, node_path.join)(directory, name) }] : []);
	});
}
async function removeUnless(keep, { files, items }, signal) {
	let removedCount = 0;
	const rest = items[Symbol.iterator]();
	const work = async () => {
		for (const item of { [Symbol.iterator]: () => rest }) {
			signal.throwIfAborted();
			const stat = await files.stat(item.path);
			if (stat === void 0 || keep(item, stat.mtimeMs)) continue;
			await files.remove(item.path);
			removedCount += 1;
		}
	};
	await Promise.all(Array.from({ length: PARALLEL_COUNT }, work));
	return {
		removedCount,
		keptCount: items.length - removedCount
	};
}
// src/steps/save-cache.ts
var save_cache_exports = require_main.__exportAll({ saveCaches: () => saveCaches });
async function saveCaches(options, signal) {
	const plan = readPlan(options.text);
	if (plan === void 0 || plan.entries.length === 0) return {
		entries: [],
		reason: plan?.reason ?? "nothing was planned"
	};
	const { clock, cache } = options;
	try {
		if (cache.unavailable !== void 0) throw require_main.failure("CACHE.UNAVAILABLE", {
			subject: "cache",
			evidence: { reason: cache.unavailable }
		});
		const service = await cache.open();
		const taken = await existingKeys({
			...options,
			service,
			plan
		}, signal);
		const entries = [];
		for (const entry of plan.entries) {
			const startMs = clock.monotonic();
			const job = {
				...options,
				service,
				plan,
				entry
			};
			const outcome = taken.has(entry.key) ? ANOTHER_JOB : await saveOne(job, signal).catch(failed);
			entries.push({
				kind: entry.kind,
				...outcome,
				ms: Math.round(clock.monotonic() - startMs)
			});
		}
		return {
			entries,
			reason: ""
		};
	} catch (error) {
		return {
			entries: plan.entries.map(({ kind }) => ({
				kind,
				...failed(error),
				ms: 0
			})),
			reason: ""
		};
	}
}
const ANOTHER_JOB = {
	result: "skipped",
	reason: "another job has saved it"
};
async function existingKeys({ clock, service, plan }, signal) {
	const limitMs = require_main.LIMITS.cacheLookupMs;
	const reason = () => require_main.failure("CACHE.UNAVAILABLE", {
		subject: "cache",
		evidence: { "budget ms": limitMs }
	});
	const lookUp = (inner) => Promise.all(plan.entries.map((entry) => service.lookUp({
		...entry,
		prefixes: []
	}, inner)));
	const found = await within({
		clock,
		ms: limitMs,
		reason
	}, lookUp, signal);
	return new Set(found.filter((key) => key !== void 0));
}
async function saveOne(job, signal) {
	const { entry, files, clock, service } = job;
	if (entry.kind === "modules") await (require_install ??= require("./install.cjs")).removeUnsummed(files, entry.path);
	if (await isEmpty(entry, files)) return {
		result: "skipped",
		reason: "there is nothing in it"
	};
	if (entry.isUpdate && !await trim(job, signal)) return {
		result: "skipped",
		reason: "this job used nothing of it"
	};
	const limitMs = require_main.LIMITS.cacheSaveMs;
	const reason = () => require_main.failure("CACHE.SAVE", {
		subject: entry.kind,
		evidence: { "budget ms": limitMs }
	});
	const result = await within({
		clock,
		ms: limitMs,
		graceMs: require_main.LIMITS.cacheStopMs,
		reason
	}, (inner) => service.save(entry, inner), signal);
	if (result === "saved") return {
		result,
		reason: ""
	};
	return result === "taken" ? ANOTHER_JOB : {
		result: "skipped",
		reason: "the token of this job may not write"
	};
}
async function isEmpty({ kind, path }, files) {
	return kind === "modules" ? listModuleParts(files, path).length === 0 : (await files.list(path)).length === 0;
}
async function trim(job, signal) {
	const { entry, plan, files } = job;
	const cache = {
		files,
		root: entry.path,
		restoredAtMs: plan.restoredAtMs
	};
	if (entry.kind === "build") return (await trimBuild(cache, signal)).keptCount > 0;
	const { workspace, foreign } = plan;
	const sums = await readSumFiles({
		files,
		workspace
	}, await findDependencyFiles({
		files,
		workspace,
		foreign
	}));
	return sums.length === 0 || (await trimModules({
		...cache,
		sum: (require_sumdb ??= require("./sumdb.cjs")).readGoSums(sums)
	}, signal)).keptCount > 0;
}
function failed(error) {
	if (!(error instanceof require_main.Failure)) return {
		result: "failed",
		reason: error instanceof Error ? error.message : String(error)
	};
	const { code, message, evidence } = error.finding;
	return {
		result: "failed",
		reason: `${code} ${message} (${evidence.map((each) => `${each.name}: ${each.value}`).join(", ")})`
	};
}
Object.defineProperty(exports, "listModuleParts", {
	enumerable: true,
	get: function() {
		return listModuleParts;
	}
});
Object.defineProperty(exports, "mirror_export_exports", {
	enumerable: true,
	get: function() {
		return mirror_export_exports;
	}
});
Object.defineProperty(exports, "path_go_exports", {
	enumerable: true,
	get: function() {
		return path_go_exports;
	}
});
Object.defineProperty(exports, "print_environment_exports", {
	enumerable: true,
	get: function() {
		return print_environment_exports;
	}
});
Object.defineProperty(exports, "restore_cache_exports", {
	enumerable: true,
	get: function() {
		return restore_cache_exports;
	}
});
Object.defineProperty(exports, "save_cache_exports", {
	enumerable: true,
	get: function() {
		return save_cache_exports;
	}
});
Object.defineProperty(exports, "signatures_exports", {
	enumerable: true,
	get: function() {
		return signatures_exports;
	}
});
Object.defineProperty(exports, "walkTree", {
	enumerable: true,
	get: function() {
		return walkTree;
	}
});
Object.defineProperty(exports, "within", {
	enumerable: true,
	get: function() {
		return within;
	}
});
