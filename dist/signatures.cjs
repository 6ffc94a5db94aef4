// SPDX-License-Identifier: Apache-2.0. Built from src/ by scripts/build.mjs. Licences: licenses.txt
"use strict";
const require_main = require("./main.cjs");
let require_install;
let require_unpack;
let node_path = require("node:path");
let node_url;
let node_crypto;
// src/verify/bundle-problem.ts
function malformed(where, cause) {
	return require_main.failure("SIG.MALFORMED", {
		subject: "bundle",
		evidence: { where }
	}, cause);
}
function unsupported(what) {
	return require_main.failure("SIG.UNSUPPORTED", {
		subject: "bundle",
		evidence: { "it has": what }
	});
}
// src/verify/sigstore-bundle.ts
const MEDIA_TYPE = /^application\/vnd\.dev\.sigstore\.bundle(?:\+json;version=0\.3|\.v0\.3\+json)$/u;
function parseBundle(bytes) {
	const bundle = require_main.parseJsonObject(Buffer.from(bytes).toString("utf8"));
	if (bundle === void 0) throw malformed("JSON");
	const mediaType = bundle["mediaType"];
	if (typeof mediaType !== "string" || !mediaType.startsWith("application/vnd.dev.sigstore.bundle")) throw malformed("mediaType");
	if (!MEDIA_TYPE.test(mediaType)) throw unsupported(`mediaType ${mediaType.slice(0, 100)}`);
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
function badKey(reason) {
	return require_main.failure("SIG.KEY", {
		subject: "key",
		evidence: { reason }
	});
}
// src/steps/signature-wishes.ts
const IDENTITY = "certificate-identity";
const PATTERN = "certificate-identity-regexp";
const ISSUER = "certificate-oidc-issuer";
const ROOT = "trusted-root";
const FORM = `verify PATH --signature FILE (--key FILE | --${IDENTITY} NAME --${ISSUER} URL [--${ROOT} FILE])`;
function readSignatureWishes({ options }) {
	const problems = [];
	const { signature = "", key } = options;
	if (signature === "") problems.push(wrong("signature", "A signature is verified with its bundle"));
	if (key === "") problems.push(wrong("key", "The key has no name"));
	const others = [
		IDENTITY,
		PATTERN,
		ISSUER,
		ROOT
	].filter((name) => options[name] !== void 0);
	if (key !== void 0) problems.push(...others.map((name) => wrong(name, "It is for bundles without a key")));
	const expected = key === void 0 ? readSigner(options, problems) : void 0;
	const [problem, ...more] = problems;
	if (problem !== void 0) throw new require_main.Failure([problem, ...more]);
	if (key !== void 0) return {
		signature,
		key
	};
	if (expected === void 0) throw new Error("a signer that is no problem is known");
	return {
		signature,
		expected,
		trustedRoot: options[ROOT]
	};
}
function readSigner(options, problems) {
	const { [IDENTITY]: exact = "", [PATTERN]: pattern = "", [ISSUER]: issuer = "" } = options;
	if (exact === "" && pattern === "") problems.push(wrong(IDENTITY, "Without a key, who must have signed has to be named: a bundle by anybody proves nothing"));
	if (exact !== "" && pattern !== "") problems.push(wrong(PATTERN, `One of --${IDENTITY} and --${PATTERN}`));
	if (issuer === "") problems.push(wrong(ISSUER, "Without a key, who must have vouched for the signer has to be named"));
	if (options[ROOT] === "") problems.push(wrong(ROOT, "The trusted root has no name"));
	const identity = exact === "" ? readPattern(pattern, problems) : exact;
	return identity === void 0 ? void 0 : {
		identity,
		issuer
	};
}
function readPattern(pattern, problems) {
	try {
		return new RegExp(`^(?:${new RegExp(pattern, "u").source})$`, "u");
	} catch (error) {
		const reason = error instanceof Error ? error.message.slice(0, 200) : "it is no pattern";
		problems.push(require_main.finding("INPUT.INVALID", {
			subject: `--${PATTERN}`,
			evidence: {
				got: pattern.slice(0, 100),
				reason
			}
		}));
		return;
	}
}
function wrong(name, message) {
	return require_main.finding("INPUT.INVALID", {
		subject: `--${name}`,
		message,
		evidence: { form: FORM }
	});
}
// src/steps/verify-signature.ts
var verify_signature_exports = require_main.__exportAll({ verifySignature: () => verifySignature });
async function verifySignature(context, signal) {
	const { files } = context.machine;
	const wishes = readSignatureWishes(context);
	const at = (name) => (0, node_path.resolve)(context.workspace, name);
	const path = at(context.operands[0] ?? ".");
	const fileName = (0, node_path.basename)(path);
	const bundle = await files.read(at(wishes.signature), require_main.LIMITS.signatureBundleBytes);
	const file = wishes.key === void 0 ? await (await Promise.resolve().then(() => require("./keyless.cjs")).then((n) => n.keyless_file_exports)).openKeyless(context, {
		...wishes,
		bundle,
		fileName
	}) : openKeyed({
		bundle,
		fileName,
		key: await files.read(at(wishes.key), require_main.LIMITS.publicKeyBytes),
		keyName: (0, node_path.basename)(wishes.key)
	});
	const sizeBytes = await readThrough(context, {
		path,
		file
	}, signal);
	const { sha256, root, detail } = file.prove();
	comparePin(context, {
		sha256,
		sizeBytes,
		fileName
	});
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
function openKeyed({ bundle, fileName, key, keyName }) {
	const parsed = parseBundle(bundle);
	const signing = readSigningKey(key);
	const reading = readSigned(signing, fileName);
	const detail = `${signing.algorithm} signature by the key sha256:${signing.fingerprint}`;
	return {
		update: reading.update,
		prove: () => ({
			sha256: reading.prove(parsed),
			root: `key ${keyName}`,
			detail
		})
	};
}
async function readThrough(context, { path, file }, signal) {
	const { files } = context.machine;
	const stat = await files.stat(await files.realPath(path) ?? path);
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
	let sizeBytes = 0;
	await require_main.inPhase(context, "check", async () => {
		for await (const chunk of files.stream(path)) {
			signal.throwIfAborted();
			file.update(chunk);
			sizeBytes += chunk.length;
		}
	});
	return sizeBytes;
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
// src/steps/genuine-files.ts
const NAMED_FILE_COUNT = 200;
async function differences(context, work, signal) {
	const { sources, version, files } = work;
	const candidates = (require_install ??= require("./install.cjs")).orderCandidates({
		sources: sources.archives,
		version,
		platform: context.platform,
		silent: new Set()
	});
	const reasons = [];
	for (const candidate of candidates.filter(({ url }) => !url.startsWith("file:"))) try {
		return compare(files, await readGenuine(context, {
			...work,
			candidate
		}, signal));
	} catch (error) {
		signal.throwIfAborted();
		if (!(error instanceof require_main.Failure)) throw error;
		reasons.push(`${candidate.sourceId}: ${error.code}`);
	}
	return [{
		name: "differing files",
		value: `not known, for no genuine archive could be read (${reasons.join(", ")})`
	}];
}
async function readGenuine(context, work, signal) {
	const { files } = context.machine;
	const { candidate, proofs, version } = work;
	const hashes = new Map();
	const sink = (require_unpack ??= require("./unpack.cjs")).createTreeSink({
		writer: files.tree,
		directory: void 0,
		layout: candidate.layout,
		moduleName: require_main.moduleName(version, context.platform),
		writeUnproven: false,
		onFile: (path, sha256) => void hashes.set(path, sha256)
	});
	const spoolPath = `${context.workspace}/.setup-go-robust-${context.machine.randomName()}`;
	const { measuredArchive, unpack } = await Promise.resolve().then(() => require("./unpack.cjs")).then((n) => n.unpack_exports);
	const bytes = (require_install ??= require("./install.cjs")).openSilently(context, candidate, signal);
	try {
		const signatureHashes = () => proofs.signatureHashes?.(candidate) ?? [];
		const unpacked = await unpack({
			bytes,
			format: candidate.format,
			sink,
			files,
			spoolPath,
			signatureHashes
		}, signal);
		const verdict = (require_install ??= require("./install.cjs")).judge(measuredArchive(unpacked), await proofs.ofArchive(candidate));
		if (verdict.refused !== void 0) throw new require_main.Failure([verdict.refused]);
		return hashes;
	} finally {
		bytes.close();
	}
}
function compare(got, genuine) {
	const all = [];
	for (const path of [...new Set([...got.keys(), ...genuine.keys()])].sort()) {
		const name = !genuine.has(path) ? "added" : got.has(path) ? "changed" : "missing";
		if (got.get(path) !== genuine.get(path)) all.push({
			name,
			value: path
		});
	}
	const rest = all.length - NAMED_FILE_COUNT;
	return rest > 0 ? [...all.slice(0, NAMED_FILE_COUNT), {
		name: "and more files",
		value: String(rest)
	}] : all;
}
// src/steps/verify.ts
var verify_exports = require_main.__exportAll({ verifyPath: () => verifyPath });
const SIGNATURE_OPTIONS = [
	"signature",
	"key",
	"certificate-identity",
	"certificate-identity-regexp",
	"certificate-oidc-issuer",
	"trusted-root"
];
async function verifyPath(context, signal) {
	if (SIGNATURE_OPTIONS.some((name) => context.options[name] !== void 0)) return (await Promise.resolve().then(() => verify_signature_exports)).verifySignature(context, signal);
	const subject = await identify(context);
	const { version } = subject;
	const sources = await (require_install ??= require("./install.cjs")).openSources(context, signal);
	const proofs = (require_install ??= require("./install.cjs")).openProofs(subject.context, {
		sources,
		version
	}, signal);
	const files = new Map();
	const measured = await require_main.inPhase(context, "check", () => measure(subject, {
		hashes: files,
		proofs
	}, signal));
	const expectations = subject.layout === "installed" ? await proofs.ofInstalled() : await proofs.ofArchive(candidateOf(subject, subject.layout));
	const verdict = (require_install ??= require("./install.cjs")).judge(measured, expectations);
	if (verdict.accepted !== void 0) {
		context.emit({
			type: "proved",
			proof: verdict.accepted
		});
		return "ok";
	}
	const differing = await differences(subject.context, {
		version,
		sources,
		proofs,
		files
	}, signal);
	const evidence = [...verdict.refused.evidence, ...differing];
	throw new require_main.Failure([{
		...verdict.refused,
		subject: (0, node_path.basename)(subject.path),
		evidence,
		fixes: [replacing(subject)]
	}]);
}
function replacing({ version, layout }) {
	const text = `setup-go-robust install ${require_main.versionText(version)}`;
	return {
		title: layout === "installed" ? "Do not use this tree; install it again" : "Do not use this archive; let it be acquired anew",
		kind: "command",
		text,
		risk: "none"
	};
}
async function identify(context) {
	const path = (0, node_path.resolve)(context.workspace, context.operands[0] ?? ".");
	const stat = await context.machine.files.stat(path);
	if (stat === void 0) throw require_main.failure("FS.NOT_FOUND", { subject: context.operands[0] ?? path });
	if (stat.kind === "directory") {
		const entry = await require_main.findEntry(require_main.destinationPlace(path), context.machine.files);
		const version = requested(context) ?? require_main.parseGoVersion(entry?.versionLine ?? "");
		if (version === void 0) throw require_main.failure("GO.NOT_INSTALLED", {
			subject: path,
			evidence: { reason: "there is no VERSION file" }
		});
		return {
			path,
			version,
			layout: "installed",
			context
		};
	}
	const name = require_main.parseArchiveFileName((0, node_path.basename)(path)) ?? parseModuleFileName((0, node_path.basename)(path));
	const version = requested(context) ?? name?.version;
	if (version === void 0) throw require_main.failure("INPUT.VERSION", {
		subject: (0, node_path.basename)(path),
		message: "The file name does not say which Go this is; name it with --go-version"
	});
	const platform = name === void 0 ? context.platform : {
		...context.platform,
		goos: name.goos,
		goarch: name.goarch
	};
	return {
		path,
		version,
		layout: parseModuleFileName((0, node_path.basename)(path)) === void 0 ? "release" : "module",
		context: {
			...context,
			platform
		}
	};
}
function requested({ request }) {
	return request?.spec.kind === "exact" ? request.spec.version : void 0;
}
function parseModuleFileName(name) {
	const bare = name.startsWith("v0.0.1-") ? name.slice(7) : void 0;
	return bare === void 0 ? void 0 : require_main.parseArchiveFileName(bare);
}
function candidateOf({ path }, layout) {
	const fileName = (0, node_path.basename)(path);
	return {
		sourceId: "file",
		url: (0, (node_url ??= require("node:url")).pathToFileURL)(path).href,
		fileName,
		format: formatOf(fileName),
		layout
	};
}
function formatOf(fileName) {
	return fileName.endsWith(".zip") ? "zip" : "tar.gz";
}
async function measure(subject, { hashes, proofs }, signal) {
	const { path, version, layout, context } = subject;
	const { files, randomName } = context.machine;
	const name = require_main.moduleName(version, context.platform);
	const onFile = (file, sha256) => void hashes.set(file, sha256);
	if (layout === "installed") return (require_install ??= require("./install.cjs")).hashInstalledTree({
		reader: files.tree,
		root: path,
		moduleName: name,
		ignore: ["setup.sh"],
		onFile
	}, signal);
	const sink = (require_unpack ??= require("./unpack.cjs")).createTreeSink({
		writer: files.tree,
		directory: void 0,
		layout,
		moduleName: name,
		writeUnproven: false,
		onFile
	});
	const { measuredArchive, unpack } = await Promise.resolve().then(() => require("./unpack.cjs")).then((n) => n.unpack_exports);
	const bytes = await (require_install ??= require("./install.cjs")).openLocalArchive({
		files,
		path
	});
	const spoolPath = `${path}.spool-${randomName()}`;
	const signatureHashes = () => proofs.signatureHashes?.(candidateOf(subject, layout)) ?? [];
	return measuredArchive(await unpack({
		bytes,
		format: formatOf(path),
		sink,
		files,
		spoolPath,
		signatureHashes
	}, signal));
}
Object.defineProperty(exports, "malformed", {
	enumerable: true,
	get: function() {
		return malformed;
	}
});
Object.defineProperty(exports, "unsupported", {
	enumerable: true,
	get: function() {
		return unsupported;
	}
});
Object.defineProperty(exports, "verify_exports", {
	enumerable: true,
	get: function() {
		return verify_exports;
	}
});
