// SPDX-License-Identifier: Apache-2.0. Built from src/ by scripts/build.mjs. Licences: licenses.txt
"use strict";
const require_main = require("./main.cjs");
let require_install;
let node_path = require("node:path");
let node_crypto;
// src/verify/openpgp-armor.ts
const MAX_ARMOR_BYTES = 262144;
function readArmor(text, label) {
	if (text.length > MAX_ARMOR_BYTES) throw malformed$1(`armor of ${text.length} bytes`);
	const lines = Buffer.from(text).toString("latin1").trim().split("\n").map((line) => line.trimEnd());
	if (lines[0] !== `-----BEGIN PGP ${label}-----`) throw malformed$1(`it does not begin as a PGP ${label.toLowerCase()}`);
	if (lines.at(-1) !== `-----END PGP ${label}-----`) throw malformed$1("the end line is missing");
	const body = lines.slice(1, -1);
	const empty = body.indexOf("");
	if (empty < 0 || !body.slice(0, empty).every((line) => /^[A-Za-z]+: /u.test(line))) throw malformed$1("armor header");
	const data = body.slice(empty + 1);
	const checksum = /^=[A-Za-z0-9+/]{4}$/u.test(data.at(-1) ?? "") ? data.pop()?.slice(1) : void 0;
	const bytes = decode(data.join(""));
	if (checksum !== void 0 && decode(checksum).readUIntBE(0, 3) !== crc24(bytes)) throw malformed$1("armor checksum");
	return bytes;
}
function decode(base64) {
	const bytes = Buffer.from(base64, "base64");
	if (base64 === "" || bytes.toString("base64") !== base64) throw malformed$1("base64");
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
function malformed$1(reason, cause) {
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
		if (count > bytes.length - at) throw malformed$1(`${count} octets expected, ${bytes.length - at} left`);
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
		if (packets.length === MAX_PACKET_COUNT) throw malformed$1("too many packets");
		const head = octets.number(1);
		if ((head & 128) === 0) throw malformed$1("no packet header");
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
	if (type === 3) throw malformed$1("packet of indeterminate length");
	return octets.number(2 ** type);
}
function newLength(octets, lastOfTwo = 223) {
	const first = octets.number(1);
	if (first < 192) return first;
	if (first <= lastOfTwo) return (first - 192) * 256 + octets.number(1) + 192;
	if (first !== 255) throw malformed$1("packet of partial length");
	return octets.number(4);
}
function readSubpackets(area) {
	const octets = readOctets(area);
	const subpackets = [];
	while (octets.left > 0) {
		if (subpackets.length === MAX_SUBPACKET_COUNT) throw malformed$1("too many subpackets");
		const length = newLength(octets, 254);
		if (length === 0) throw malformed$1("empty subpacket");
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
	if (bits === 0 || count > MAX_INTEGER_BYTES) throw malformed$1(`integer of ${bits} bits`);
	const bytes = octets.take(count);
	const leading = bytes.readUInt8(0);
	if (32 - Math.clz32(leading) !== bits - (count - 1) * 8) throw malformed$1("integer with a wrong bit count");
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
	if (version !== 4) throw malformed$1(`key of version ${version}`);
	const createdAt = octets.number(4);
	const isRsa = RSA_ALGORITHMS.includes(octets.number(1));
	const length = Buffer.alloc(3, 153);
	if (body.length > 65535) throw malformed$1("key of more than 65,535 octets");
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
	if (octets.left > 0) throw malformed$1("octets behind a key");
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
		throw malformed$1("RSA key", error);
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
	if (version !== 4) throw malformed$1(`signature of version ${version}`);
	const type = octets.number(1);
	const algorithm = octets.number(1);
	const hashAlgorithm = octets.number(1);
	const hashed = readSubpackets(octets.take(octets.number(2)));
	const hashedPart = body.subarray(0, octets.at);
	const unhashed = readSubpackets(octets.take(octets.number(2)));
	const digestStart = octets.take(2);
	const isRsa = RSA_ALGORITHMS.includes(algorithm);
	const value = isRsa ? readInteger(octets) : octets.take(octets.left);
	if (octets.left > 0) throw malformed$1("octets behind a signature");
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
	if (second !== void 0 || first !== void 0 && first.body.length !== 4) throw malformed$1(`subpacket ${type}`);
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
	throw malformed$1(`the key ${fingerprint} is not in the block`);
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
		else throw malformed$1(`packet ${packet.tag} in a key block`);
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
	if (rsa === void 0) throw malformed$1("the primary key is not RSA of 2,048 to 8,192 bits");
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
	if (self === void 0) throw malformed$1("the primary key has no valid self-signature");
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
	if (packets.length > MAX_SIGNATURE_COUNT || packets.some(({ tag }) => tag !== TAG.signature)) throw malformed$1("it is not a detached signature");
	const signatures = packets.map(({ body }) => parseSignature(body));
	for (const signature of signatures) {
		const key = [ring.primary, ...ring.subkeys].find((each) => isIssuer(each, signature));
		if (key !== void 0) return judgeSignature(signature, key, {
			ring,
			file
		});
	}
	throw refuse("PGP.UNKNOWN_SUBKEY", file, {
		"signed by": signatures[0]?.issuer ?? "not named",
		...primaryOf(ring)
	});
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
	if (key.rsa === void 0) throw refuse("PGP.UNKNOWN_SUBKEY", file, {
		...evidence,
		reason: key.flaw
	});
	if (hash === void 0 || signature.type !== TYPE.binary) throw refuse("PGP.BAD_SIGNATURE", file, {
		...evidence,
		reason: refused ?? `it is of type ${signature.type}`
	});
	const value = signedDigest(signature, key.rsa);
	if (value === void 0) throw refuse("PGP.BAD_SIGNATURE", file, {
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
		throw refuse("PGP.EXPIRED_SUBKEY", file, {
			...signed,
			"valid from": require_main.dateText(key.createdAt),
			"valid until": expires,
			"revoked from": revoked
		});
	}
	if (createdAt < file.notBefore) throw refuse("PGP.OLD_SIGNATURE", file, {
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
		const answers = [own, ...own.expectation === void 0 ? await Promise.all(elsewhere(context, release, candidate).map(ask)) : []];
		const expectation = answers.find((answer) => answer.expectation !== void 0)?.expectation;
		if (expectation !== void 0) return { expectation };
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
			expectation
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
// src/verify/sigstore-bundle.ts
const MEDIA_TYPE = "application/vnd.dev.sigstore.bundle.v0.3+json";
function parseBundle(bytes) {
	const bundle = require_main.parseJsonObject(Buffer.from(bytes).toString("utf8"));
	if (bundle === void 0) throw malformed("JSON");
	const mediaType = bundle["mediaType"];
	if (typeof mediaType !== "string" || !mediaType.startsWith("application/vnd.dev.sigstore.bundle")) throw malformed("mediaType");
	if (mediaType !== MEDIA_TYPE) throw unsupported(`mediaType ${mediaType.slice(0, 100)}`);
	const material = objectAt(bundle, "verificationMaterial");
	if ("certificate" in material || "x509CertificateChain" in material) throw unsupported("a certificate (keyless signing)");
	if (!require_main.isJsonObject(material["publicKey"])) throw malformed("verificationMaterial");
	if ("dsseEnvelope" in bundle) throw unsupported("an attestation (dsseEnvelope)");
	const message = objectAt(bundle, "messageSignature");
	return {
		signature: bytesAt(message, "signature"),
		sha256: digestOf(message)
	};
}
function digestOf(message) {
	if (message["messageDigest"] === void 0) return void 0;
	const digest = objectAt(message, "messageDigest");
	const { algorithm } = digest;
	if (algorithm === void 0 && digest["digest"] === void 0) return void 0;
	if (algorithm !== "SHA2_256") throw unsupported(`digest ${String(algorithm).slice(0, 40)}`);
	const value = bytesAt(digest, "digest");
	if (value.length !== 32) throw malformed("digest");
	return value.toString("hex");
}
function objectAt(parent, name) {
	const value = parent[name];
	if (!require_main.isJsonObject(value)) throw malformed(name);
	return value;
}
function bytesAt(parent, name) {
	const value = parent[name];
	const bytes = typeof value === "string" ? Buffer.from(value, "base64") : void 0;
	if (bytes === void 0 || bytes.length === 0 || bytes.toString("base64") !== value) throw malformed(name);
	return bytes;
}
function readSigningKey(pem) {
	const text = Buffer.from(pem).toString("latin1").trim();
	if (!/^-----BEGIN PUBLIC KEY-----\r?\n[A-Za-z0-9+/=\r\n]+-----END PUBLIC KEY-----$/u.test(text)) throw badKey("it is no PEM public key");
	const key = publicKey(text);
	const { asymmetricKeyType, asymmetricKeyDetails } = key;
	const isP256 = asymmetricKeyType === "ec" && asymmetricKeyDetails?.namedCurve === "prime256v1";
	if (!isP256 && asymmetricKeyType !== "ed25519") throw badKey(`it is of the kind ${asymmetricKeyType ?? "unknown"}`);
	const fingerprint = (0, (node_crypto ??= require("node:crypto")).createHash)("sha256").update(key.export({
		type: "spki",
		format: "der"
	})).digest("hex");
	return {
		key,
		algorithm: isP256 ? "ECDSA P-256" : "Ed25519",
		fingerprint
	};
}
function publicKey(text) {
	try {
		return (0, (node_crypto ??= require("node:crypto")).createPublicKey)(text);
	} catch (error) {
		throw require_main.failure("SIG.KEY", {
			subject: "key",
			evidence: { reason: "it cannot be read" }
		}, error);
	}
}
function readSigned({ key, algorithm, fingerprint }, fileName) {
	const hash = (0, (node_crypto ??= require("node:crypto")).createHash)("sha256");
	const check = algorithm === "Ed25519" ? wholeCheck(key) : (0, (node_crypto ??= require("node:crypto")).createVerify)("sha256");
	return {
		update(chunk) {
			hash.update(chunk);
			check.update(chunk);
		},
		prove(bundle) {
			const sha256 = hash.digest("hex");
			if (bundle.sha256 !== void 0 && bundle.sha256 !== sha256) {
				const evidence = {
					"signed (sha256)": bundle.sha256,
					"got (sha256)": sha256
				};
				throw require_main.failure("SIG.WRONG_ARTIFACT", {
					subject: fileName,
					evidence
				});
			}
			if (check.verify(key, bundle.signature)) return sha256;
			throw require_main.failure("SIG.BAD_SIGNATURE", {
				subject: fileName,
				evidence: {
					algorithm,
					"key (sha256)": fingerprint,
					sha256
				}
			});
		}
	};
}
function wholeCheck(key) {
	const chunks = [];
	return {
		update: (chunk) => void chunks.push(Buffer.from(chunk)),
		verify: (_, signature) => (0, (node_crypto ??= require("node:crypto")).verify)(null, Buffer.concat(chunks), key, signature)
	};
}
function malformed(where) {
	return require_main.failure("SIG.MALFORMED", {
		subject: "bundle",
		evidence: { where }
	});
}
function unsupported(what) {
	return require_main.failure("SIG.UNSUPPORTED", {
		subject: "bundle",
		evidence: { "it has": what }
	});
}
function badKey(reason) {
	return require_main.failure("SIG.KEY", {
		subject: "key",
		evidence: { reason }
	});
}
// src/steps/verify-signature.ts
var verify_signature_exports = require_main.__exportAll({ verifySignature: () => verifySignature });
async function verifySignature(context, signal) {
	const { files } = context.machine;
	const at = (name) => (0, node_path.resolve)(context.workspace, name);
	const path = at(context.operands[0] ?? ".");
	const bundle = parseBundle(await files.read(at(optionOf(context, "signature")), require_main.LIMITS.signatureBundleBytes));
	const keyName = optionOf(context, "key");
	const key = readSigningKey(await files.read(at(keyName), require_main.LIMITS.publicKeyBytes));
	const stat = await files.stat(path);
	if (stat?.kind !== "file") throw require_main.failure("FS.NOT_FOUND", {
		subject: path,
		evidence: { problem: "a signature covers a file" }
	});
	if (stat.sizeBytes > require_main.LIMITS.archiveBytes) throw require_main.failure("ARC.LIMIT", {
		subject: (0, node_path.basename)(path),
		evidence: {
			bytes: stat.sizeBytes,
			limit: require_main.LIMITS.archiveBytes
		}
	});
	const reading = readSigned(key, (0, node_path.basename)(path));
	let sizeBytes = 0;
	await require_main.inPhase(context, "check", async () => {
		for await (const chunk of files.stream(path)) {
			signal.throwIfAborted();
			reading.update(chunk);
			sizeBytes += chunk.length;
		}
	});
	const sha256 = reading.prove(bundle);
	comparePin(context, {
		sha256,
		sizeBytes,
		fileName: (0, node_path.basename)(path)
	});
	const root = `key ${(0, node_path.basename)(keyName)}`;
	const detail = `${key.algorithm} signature by the key sha256:${key.fingerprint}`;
	context.emit({
		type: "proved",
		proof: {
			kind: "sigstore-bundle",
			root,
			value: `sha256:${sha256}`,
			detail
		}
	});
	return "ok";
}
function optionOf({ options }, name) {
	const value = options[name];
	if (value) return value;
	throw require_main.failure("INPUT.INVALID", {
		subject: `--${name}`,
		message: "A signature is verified with its bundle and the public key",
		evidence: { form: "verify PATH --signature FILE --key FILE" }
	});
}
function comparePin({ inputs }, file) {
	if (inputs.checksum === void 0) return;
	const { sha256, sizeBytes, fileName } = file;
	const verdict = (require_install ??= require("./install.cjs")).judge({
		tree: void 0,
		sha256,
		sizeBytes,
		fileCount: 1
	}, [(require_install ??= require("./install.cjs")).pinned(inputs.checksum, fileName)]);
	if (verdict.refused !== void 0) throw new require_main.Failure([verdict.refused]);
}
Object.defineProperty(exports, "signatures_exports", {
	enumerable: true,
	get: function() {
		return signatures_exports;
	}
});
Object.defineProperty(exports, "verify_signature_exports", {
	enumerable: true,
	get: function() {
		return verify_signature_exports;
	}
});
