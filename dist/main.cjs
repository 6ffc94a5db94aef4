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
let node_crypto;
let node_fs = require("node:fs");
let node_os = require("node:os");
let node_path = require("node:path");
let node_tty;
let node_assert;
let node_process = require("node:process");
let node_fs_promises = require("node:fs/promises");
let node_url;
let node_stream;
let node_stream_promises;
let node_zlib;
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
		cmdStr += `${CMD_STRING}${escapeData$1(this.message)}`;
		return cmdStr;
	}
};
function escapeData$1(s) {
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
function notice$1(message, properties = {}) {
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
// src/domain/codes-answer.ts
const ANSWER_CODES = {
	"HTTP.PORTAL": {
		title: "A login portal answers in place of the server",
		why: "This network wants a login, or an acceptance of terms, first.",
		fix: "Log in to the network, then run again.",
		severity: "error",
		exit: 72,
		explains: [
			"HTTP.HTML",
			"HTTP.DOWNGRADE",
			"ARC.NOT_GZIP",
			"ARC.NOT_ZIP",
			"TLS.PLAIN_HTTP",
			"TLS.NAME",
			"SUM.GARBAGE",
			"LIST.MALFORMED"
		]
	},
	"HTTP.BLOCK_PAGE": {
		title: "A filter answers with its block page",
		why: "The category or the address is forbidden here.",
		fix: "Ask for the host to be allowed.",
		severity: "error",
		exit: 72,
		explains: [
			"HTTP.HTML",
			"HTTP.FORBIDDEN",
			"ARC.NOT_GZIP",
			"ARC.NOT_ZIP"
		]
	},
	"HTTP.AUTH_REDIRECT": {
		title: "The server redirects to a login",
		why: "The file is behind single sign-on.",
		fix: "Use a token for this source, or another source.",
		severity: "error",
		exit: 72,
		explains: ["HTTP.HTML", "HTTP.BAD_REDIRECT"]
	},
	"HTTP.AUTH": {
		title: "The server wants credentials (401)",
		why: "None were given, or they are not valid.",
		fix: "Give the token of this source (source-token).",
		severity: "error",
		exit: 72,
		explains: ["HTTP.FORBIDDEN"]
	},
	"HTTP.LEGAL": {
		title: "The server may not deliver here (451)",
		why: "A law forbids it in this region.",
		fix: "Use another source.",
		severity: "error",
		exit: 72,
		explains: ["HTTP.FORBIDDEN"]
	},
	"HTTP.BROKEN_PROXY": {
		title: "Something between damages HTTP",
		why: "Its framing is wrong: two lengths, too many bytes or oversized headers.",
		fix: "Show the first bytes to its operator; go around it.",
		severity: "error",
		exit: 72,
		explains: [
			"HTTP.NOT_HTTP",
			"BODY.TOO_LONG",
			"HTTP.TOO_LARGE"
		]
	},
	"HTTP.CE_LABEL": {
		title: "The server labels an archive as an encoded answer",
		why: "Clients that decode it get other bytes.",
		fix: "Tell the operator: no Content-Encoding for .gz files.",
		severity: "error",
		exit: 72,
		explains: ["HTTP.ENCODED", "ARC.NOT_GZIP"]
	},
	"HTTP.CE_REENCODED": {
		title: "The server compresses the archive once more",
		why: "It is gzip within gzip.",
		fix: "Tell the operator: no compression for .gz files.",
		severity: "error",
		exit: 72,
		explains: [
			"HTTP.ENCODED",
			"ARC.CORRUPT",
			"ARC.LAYOUT"
		]
	},
	"HTTP.STALE_CACHE": {
		title: "A cache serves an old copy",
		why: "It has kept it for too long.",
		fix: "Ask with Cache-Control: no-cache; purge the cache.",
		severity: "error",
		exit: 72,
		explains: ["VERSION.UNKNOWN", "HTTP.NOT_FOUND"]
	},
	"HTTP.RANGE_IGNORED": {
		title: "The server ignores ranges",
		why: "A download cannot be resumed there.",
		fix: "Nothing; it begins again from the start.",
		severity: "warning",
		exit: 72,
		explains: ["HTTP.RANGE"]
	},
	"HTTP.RANGE_INVALID": {
		title: "The server refuses the range (416)",
		why: "What was kept is longer than its file.",
		fix: "Remove the part that was kept; begin again.",
		severity: "error",
		exit: 72,
		explains: ["HTTP.RANGE"]
	},
	"HTTP.CUT_HEADERS": {
		title: "The answer ends inside its headers",
		why: "The connection was cut.",
		fix: "Retry; then add another source.",
		severity: "error",
		exit: 75,
		explains: ["HTTP.EMPTY"]
	},
	"HTTP.STALE_SOCKET": {
		title: "A kept connection was dead when it was used again",
		why: "The server or a firewall had closed it.",
		fix: "Nothing; a new connection works.",
		severity: "error",
		exit: 75,
		explains: ["TCP.RESET", "HTTP.EMPTY"]
	},
	"MIRROR.LAG": {
		title: "The mirror lists a file that it does not have yet",
		why: "It is still being copied.",
		fix: "Use another source, or wait.",
		severity: "error",
		exit: 75,
		explains: ["HTTP.NOT_FOUND"]
	},
	"BODY.THROTTLED": {
		title: "The body comes too slowly",
		why: "Somebody limits the rate.",
		fix: "Use another source.",
		severity: "error",
		exit: 75,
		explains: ["BODY.SLOW"]
	},
	"BODY.TRUNCATED_SILENT": {
		title: "The body is shorter than the file, and nothing says so",
		why: "The length was not announced, so a cut looks like an end.",
		fix: "Use another source.",
		severity: "error",
		exit: 75,
		explains: ["ARC.TRUNCATED"]
	},
	"H2.STREAM": {
		title: "An HTTP/2 stream was reset",
		why: "The server or a proxy failed in between.",
		fix: "Retry; for Go set GODEBUG=http2client=0.",
		severity: "error",
		exit: 75,
		explains: []
	},
	"H2.GOAWAY": {
		title: "The server ended the HTTP/2 connection",
		why: "It shuts down or limits connections.",
		fix: "Retry.",
		severity: "error",
		exit: 75,
		explains: []
	},
	"H2.REFUSED": {
		title: "The server refuses HTTP/2 streams",
		why: "It is overloaded.",
		fix: "Retry later.",
		severity: "error",
		exit: 75,
		explains: []
	},
	"H2.RATE": {
		title: "The server asks to slow down (ENHANCE_YOUR_CALM)",
		why: "Too many streams or frames come from here.",
		fix: "Retry later, with fewer parallel requests.",
		severity: "error",
		exit: 75,
		explains: []
	},
	"ARC.RECOMPRESSED": {
		title: "The archive was compressed anew",
		why: "Its content is genuine, its bytes are not.",
		fix: "Use another source.",
		severity: "error",
		exit: 73,
		explains: []
	},
	"ARC.TEXT_MODE": {
		title: "The archive was changed as if it were text",
		why: "Line ends or encodings were converted on the way.",
		fix: "Transfer it in binary mode.",
		severity: "error",
		exit: 73,
		explains: ["ARC.NOT_GZIP", "ARC.CORRUPT"]
	},
	"ARC.WRONG_PLATFORM": {
		title: "The archive is for another platform",
		why: "Its programs cannot run here.",
		fix: "Ask for the right system and architecture.",
		severity: "error",
		exit: 73,
		explains: ["GO.NOT_RUNNABLE"]
	}
};
// src/domain/codes-boot.ts
const BOOT_CODES = {
	"BOOT.NO_NODE": {
		title: "There is no Node.js that runs in this image",
		why: "The program is written in JavaScript.",
		fix: "Use an image with Node.js 20 or newer; or set setup-job: true and extend .use-go-robust here; or set node-registry.",
		severity: "error",
		exit: 70,
		explains: []
	},
	"BOOT.NODE_TOO_OLD": {
		title: "The Node.js of this image is too old",
		why: "The program needs Node.js 20 or newer.",
		fix: "Use an image with Node.js 20 or newer; or set setup-job: true and extend .use-go-robust here; or set node-registry.",
		severity: "error",
		exit: 70,
		explains: []
	},
	"BOOT.NO_REGISTRY": {
		title: "Nothing says where the package registry is that should serve Node.js",
		why: "node-registry is npm-config, and neither npm_config_registry nor an .npmrc names a registry.",
		fix: "Set node-registry to the address of your registry, or name it in .npmrc.",
		severity: "error",
		exit: 70,
		explains: []
	},
	"BOOT.NO_NODE_BUILD": {
		title: "There is no pinned Node.js for this machine",
		why: "Builds for Linux with glibc on x86-64 and on arm64 are pinned.",
		fix: "Install Node.js 20 or newer in the image (apk add nodejs), or set setup-job: true and extend .use-go-robust here.",
		severity: "error",
		exit: 70,
		explains: []
	},
	"BOOT.NODE_DIGEST": {
		title: "The Node.js that the registry served is not the pinned one",
		why: "Its SHA-256 differs from the one in the component; nothing of it was run.",
		fix: "Check what node-registry serves under that name.",
		severity: "error",
		exit: 70,
		explains: []
	},
	"BOOT.NO_FETCHER": {
		title: "Nothing in this image can fetch a file",
		why: "Node.js was to be fetched, and there is neither curl nor wget.",
		fix: "Install curl or wget in the image, or use one with Node.js 20 or newer.",
		severity: "error",
		exit: 70,
		explains: []
	},
	"BOOT.BUNDLE_PATH": {
		title: "There is no bundle where the input bundle says",
		why: "The path must be a directory with main.cjs, or that file.",
		fix: "Correct the input bundle, or leave it out, so that the bundle is fetched from the component project.",
		severity: "error",
		exit: 70,
		explains: []
	},
	"BOOT.DENIED": {
		title: "The component project does not hand out its files to this job",
		why: "The job token of this project has no access there, or the path of the project is another one on this GitLab.",
		fix: "Add this project to the job token allowlist of the component project (Settings, CI/CD), and check component-project.",
		severity: "error",
		exit: 70,
		explains: []
	},
	"BOOT.REDIRECTED": {
		title: "The GitLab API answered with a redirect",
		why: "It was not followed, because the job token would go along.",
		fix: "Check CI_API_V4_URL and the proxy in front of GitLab; or set bundle to a path in the image.",
		severity: "error",
		exit: 70,
		explains: []
	},
	"BOOT.UNREACHABLE": {
		title: "The server with the files cannot be reached",
		why: "The connection was refused, cut or timed out, the certificate is not trusted, or the server is down; several attempts failed.",
		fix: "Look at the evidence; set CI_SERVER_TLS_CA_FILE for a CA of your own; or set bundle to a path in the image.",
		severity: "error",
		exit: 70,
		explains: []
	},
	"BOOT.NOT_BUNDLE": {
		title: "A web page came instead of the bundle",
		why: "A login page or a proxy answered with status 200; nothing of it was run.",
		fix: "Check CI_API_V4_URL and the proxy in front of GitLab; or set bundle to a path in the image.",
		severity: "error",
		exit: 70,
		explains: []
	},
	"BOOT.DIGEST": {
		title: "A file of the bundle is not the one of this component version",
		why: "Its SHA-256 differs from the one in the component; nothing of it was run.",
		fix: "Check that component-project is an unchanged copy at the same commit.",
		severity: "error",
		exit: 70,
		explains: []
	},
	"BOOT.DISK": {
		title: "The project directory cannot be written",
		why: "The disk is full or read-only, or another user owns the directory.",
		fix: "Free space, or correct the owner of the directory.",
		severity: "error",
		exit: 70,
		explains: []
	},
	"BOOT.HANDOVER": {
		title: "The job that installs Go has handed nothing over",
		why: "Its artifact or its variables did not reach this job.",
		fix: "Set setup-job: true, and let this job need go-setup with artifacts: true.",
		severity: "error",
		exit: 70,
		explains: []
	},
	"BOOT.HANDOVER_DIGEST": {
		title: "The archive of Go is not the one that was handed over",
		why: "Its SHA-256 differs from the one that the installing job reported; nothing of it was unpacked.",
		fix: "Run the installing job again; if that does not help, find out who changed its artifact.",
		severity: "error",
		exit: 70,
		explains: []
	}
};
// src/domain/codes-cache.ts
const CACHE_CODES = {
	"CACHE.UNAVAILABLE": {
		title: "The cache service does not answer",
		why: "The run goes on without restored modules and build results; it is slower, and nothing is saved.",
		decided: "The service did not answer within its limit, or not as it should.",
		fix: "Nothing, when it passes by itself; otherwise look at the status of the CI platform, or set cache: false.",
		severity: "warning",
		exit: 75,
		explains: []
	},
	"CACHE.RESTORE": {
		title: "The cache entry could not be restored",
		why: "The download or the unpacking failed; what it had unpacked of the modules is removed again.",
		fix: "Look at the reason that is given as evidence; delete the entry when it is damaged.",
		severity: "warning",
		exit: 75,
		explains: []
	},
	"CACHE.SAVE": {
		title: "The cache entry could not be saved",
		why: "The next job starts without it.",
		fix: "Look at the reason that is given as evidence.",
		severity: "warning",
		exit: 75,
		explains: []
	},
	"CACHE.PATTERN": {
		title: "A pattern of cache-dependency-path counts for nothing",
		why: "It matches no file, or it leads out of the workspace; the cache key does not depend on it.",
		decided: "The pattern was matched against the files below the workspace.",
		fix: "Write paths of files inside the workspace, one on each line, with * ? and **.",
		severity: "warning",
		exit: 71,
		explains: []
	}
};
// src/domain/codes-connection.ts
const CONNECTION_CODES = {
	"DNS.NXDOMAIN": {
		title: "The name does not exist",
		why: "It is misspelt, or the resolver filters it.",
		decided: "The resolver of the system says that there is no such name or no address for it (ENOTFOUND, ENODATA).",
		fix: "Check the name, or add a source that this network can resolve.",
		severity: "error",
		exit: 72,
		explains: []
	},
	"DNS.SERVER": {
		title: "The name server could not answer",
		why: "It failed, refused, or could not be reached.",
		decided: "The look-up ended with any other error; EAI_AGAIN stands for a server failure, a refusal and silence alike.",
		fix: "Retry; then check the resolver of this machine.",
		severity: "error",
		exit: 75,
		explains: []
	},
	"DNS.TIMEOUT": {
		title: "The name look-up took longer than its budget",
		why: "The resolver does not answer.",
		decided: "No answer came within the look-up budget that stands in the evidence.",
		fix: "Check the resolver and UDP port 53.",
		severity: "error",
		exit: 75,
		explains: []
	},
	"TCP.REFUSED": {
		title: "The connection was refused",
		why: "Nothing listens there, or a firewall rejects.",
		decided: "connect() failed with ECONNREFUSED.",
		fix: "Check host and port.",
		severity: "error",
		exit: 72,
		explains: []
	},
	"TCP.TIMEOUT": {
		title: "The connection attempt was not answered",
		why: "A firewall drops it, or the host is down.",
		decided: "No connection was made within the connect budget, or the system gave up with ETIMEDOUT.",
		fix: "Allow egress to this host and port.",
		severity: "error",
		exit: 72,
		explains: []
	},
	"TCP.NET_UNREACH": {
		title: "There is no route to the host",
		why: "The network of this machine does not lead there.",
		decided: "connect() failed with ENETUNREACH, ENETDOWN, EADDRNOTAVAIL or EAFNOSUPPORT.",
		fix: "Check routes, or add a source inside this network.",
		severity: "error",
		exit: 72,
		explains: []
	},
	"TCP.HOST_UNREACH": {
		title: "The host cannot be reached",
		why: "A firewall prohibits it, or the host is down.",
		decided: "connect() failed with EHOSTUNREACH or EHOSTDOWN, with EPERM or EACCES (a local firewall or sandbox), or with an error that has no code of its own.",
		fix: "Allow egress to this host and port.",
		severity: "error",
		exit: 72,
		explains: []
	},
	"TCP.RESET": {
		title: "The connection was reset before an answer",
		why: "An allow-list, a middlebox or a dead upstream cuts it.",
		decided: "The system reported a reset after the connection was made and before the head of an answer.",
		fix: "Allow the host, or add another source.",
		severity: "error",
		exit: 72,
		explains: []
	},
	"PROXY.REFUSED": {
		title: "The proxy refused the connection",
		why: "Nothing listens at the proxy address.",
		decided: "A proxy applies to the address, and connecting to it failed with ECONNREFUSED.",
		fix: "Correct the proxy variable.",
		severity: "error",
		exit: 72,
		explains: []
	},
	"PROXY.DNS": {
		title: "The name of the proxy cannot be resolved",
		why: "The proxy variable names an unknown host.",
		decided: "A proxy applies to the address, and its own name could not be looked up.",
		fix: "Correct the proxy variable.",
		severity: "error",
		exit: 72,
		explains: []
	},
	"PROXY.STALL": {
		title: "The proxy did not answer CONNECT in its budget",
		why: "It is overloaded or filters in silence.",
		decided: "A connection to the proxy was made, and CONNECT was not answered within the proxy budget.",
		fix: "Check the proxy; add the host to its allow-list.",
		severity: "error",
		exit: 72,
		explains: []
	},
	"PROXY.AUTH": {
		title: "The proxy asks for credentials",
		why: "It answered CONNECT with 407.",
		decided: "The proxy answered with status 407.",
		fix: "Put user and password into the proxy variable as a masked secret.",
		severity: "error",
		exit: 72,
		explains: []
	},
	"PROXY.DENIED": {
		title: "The proxy refuses this host",
		why: "It answered CONNECT with 403.",
		decided: "The proxy answered CONNECT with a status that is neither 2xx, 407 nor 5xx.",
		fix: "Ask for the host to be allowed.",
		severity: "error",
		exit: 72,
		explains: []
	},
	"PROXY.UPSTREAM": {
		title: "The proxy cannot reach the host",
		why: "It answered CONNECT with a server error.",
		decided: "The proxy answered CONNECT with a 5xx status.",
		fix: "Retry; then ask the operator of the proxy.",
		severity: "error",
		exit: 75,
		explains: []
	},
	"PROXY.CLOSED": {
		title: "The proxy closed the connection during CONNECT",
		why: "It filters the method or the host.",
		decided: "The connection to the proxy was cut before it answered CONNECT.",
		fix: "Ask for the host to be allowed.",
		severity: "error",
		exit: 72,
		explains: []
	},
	"PROXY.NOT_HTTP": {
		title: "The proxy does not speak HTTP",
		why: "The proxy variable points to another service.",
		decided: "What came back after CONNECT is no HTTP answer, or bytes follow where the tunnel should begin.",
		fix: "Correct the proxy variable.",
		severity: "error",
		exit: 72,
		explains: []
	},
	"TLS.EXPIRED": {
		title: "The certificate has expired",
		why: "The server did not renew it, or the clock here is wrong.",
		decided: "OpenSSL found a certificate of the chain past its end (CERT_HAS_EXPIRED); both dates stand in the evidence.",
		fix: "Check the clock; then tell the operator.",
		severity: "error",
		exit: 72,
		explains: []
	},
	"TLS.NOT_YET": {
		title: "The certificate is not valid yet",
		why: "The clock here is probably slow.",
		decided: "OpenSSL found a certificate of the chain before its beginning (CERT_NOT_YET_VALID).",
		fix: "Correct the clock.",
		severity: "error",
		exit: 72,
		explains: []
	},
	"TLS.NAME": {
		title: "The certificate is for another name",
		why: "The address belongs to somebody else, or DNS is redirected.",
		decided: "The chain is trusted, and no name in the certificate is the name that was asked for.",
		fix: "Check the address that the name resolves to.",
		severity: "error",
		exit: 72,
		explains: []
	},
	"TLS.UNTRUSTED": {
		title: "The certificate chain leads to no trusted root",
		why: "A private CA or an interceptor signed it.",
		decided: "OpenSSL refused the chain. Where only the issuer is unknown, the roots of the operating system were tried as well.",
		fix: "Give the CA with ca-file or NODE_EXTRA_CA_CERTS.",
		severity: "error",
		exit: 72,
		explains: []
	},
	"TLS.ALERT": {
		title: "The server ended the TLS handshake with an alert",
		why: "It does not accept what was offered.",
		decided: "The peer sent a TLS alert; its number stands in the evidence (RFC 8446, 6).",
		fix: "Look up the alert number that is given as evidence.",
		severity: "error",
		exit: 72,
		explains: []
	},
	"TLS.PLAIN_HTTP": {
		title: "The peer does not speak TLS",
		why: "Plain text answered on a TLS port.",
		decided: "Plain text stands where the first TLS record should be.",
		fix: "Check scheme and port.",
		severity: "error",
		exit: 72,
		explains: []
	},
	"TLS.HANDSHAKE_STALL": {
		title: "The TLS handshake took longer than its budget",
		why: "A middlebox swallows the handshake, or the server is overloaded.",
		decided: "The connection was made, and the handshake did not end within the TLS budget.",
		fix: "Retry; then add another source.",
		severity: "error",
		exit: 72,
		explains: []
	},
	"TLS.CLOSED": {
		title: "The connection was cut during the TLS handshake",
		why: "A filter on the host name, or the endpoint, cut it.",
		decided: "The connection was cut during the handshake, without an alert.",
		fix: "Allow the host, or add another source.",
		severity: "error",
		exit: 72,
		explains: []
	},
	"TLS.PROTOCOL": {
		title: "The TLS handshake failed for a reason of the protocol",
		why: "Both sides have no version, cipher or signature in common, or a record was damaged.",
		decided: "The handshake failed with an error that is none of the other TLS codes.",
		fix: "Look at the OpenSSL error that is given as evidence; then tell the operator.",
		severity: "error",
		exit: 72,
		explains: []
	}
};
// src/domain/codes-diagnosis.ts
const DIAGNOSIS_CODES = {
	"INPUT.FACTS": {
		title: "The file of facts cannot be judged",
		why: "It is cut, misshapen, too large, or of another release.",
		fix: "Gather the facts again with doctor --gather FILE of this release.",
		severity: "error",
		exit: 71,
		explains: []
	},
	"DIAGNOSIS.INCOMPLETE": {
		title: "The network could not be probed to the end",
		why: "The time was up, or a probe met what it could not handle; the failure that it looked for the cause of stays as it is.",
		fix: "Run doctor on the same machine.",
		severity: "warning",
		exit: 75,
		explains: []
	},
	"CFG.PROXY_SOCKS": {
		title: "A proxy variable names a SOCKS proxy",
		why: "Only some programs speak SOCKS; the others go direct or send HTTP to it.",
		fix: "Use an http:// proxy for HTTPS_PROXY and HTTP_PROXY.",
		severity: "error",
		exit: 71,
		explains: [
			"CFG.PROXY_SCHEME",
			"PROXY.NOT_HTTP",
			"PROXY.CLOSED"
		]
	},
	"CFG.PROXY_SCHEME_MISMATCH": {
		title: "The proxy is addressed with https but speaks plain HTTP",
		why: "The scheme of the variable says how the proxy itself is spoken to, not which URLs it serves.",
		fix: "Write http:// in the proxy variable.",
		severity: "error",
		exit: 71,
		explains: ["TLS.PLAIN_HTTP", "PROXY.NOT_HTTP"]
	},
	"CLOCK.SKEW": {
		title: "The clock of this machine is wrong",
		why: "Certificates count as expired or as not yet valid, on every host.",
		fix: "Synchronise the clock.",
		severity: "error",
		exit: 71,
		explains: [
			"TLS.EXPIRED",
			"TLS.NOT_YET",
			"TLS.EXPIRED_INTERMEDIATE"
		]
	},
	"SELF.ADDR_CUTOFF": {
		title: "Our runtime gave up on an address too early",
		why: "Node leaves an address after 250 ms; this network takes longer.",
		fix: "Set NODE_OPTIONS=--network-family-autoselection-attempt-timeout=2500.",
		severity: "error",
		exit: 70,
		explains: ["TCP.TIMEOUT", "TCP.NET_UNREACH"]
	},
	"SELF.EXDEV": {
		title: "A file was renamed across two file systems",
		why: "A rename cannot leave its file system.",
		fix: "Put the temporary directory and the tool cache on one file system.",
		severity: "error",
		exit: 70,
		explains: ["FS.IO"]
	},
	"FS.FD_LIMIT": {
		title: "The limit of open files is used up",
		why: "Each connection and each file takes one (EMFILE).",
		fix: "Raise the limit with ulimit -n.",
		severity: "error",
		exit: 74,
		explains: ["FS.IO"]
	},
	"FS.NO_INODES": {
		title: "The file system has no inodes left",
		why: "Many small files use them up while bytes are free.",
		fix: "Remove files, or use another file system.",
		severity: "error",
		exit: 74,
		explains: ["FS.NO_SPACE", "FS.IO"]
	},
	"FS.WIN_PATH": {
		title: "The path is longer than Windows allows",
		why: "260 characters is the limit without long paths.",
		fix: "Use a shorter directory, or enable long paths.",
		severity: "error",
		exit: 74,
		explains: ["FS.NOT_FOUND", "FS.IO"]
	},
	"FS.LOCKED": {
		title: "Another program holds a file",
		why: "A virus scanner or an indexer opened it.",
		fix: "Run again; exclude the tool cache from scanning.",
		severity: "error",
		exit: 75,
		explains: ["FS.PERMISSION", "FS.IO"]
	},
	"FS.GOCACHE": {
		title: "The build cache cannot be used",
		why: "Go reports it as a package that cannot be found.",
		fix: "Look at the space and the owner of GOCACHE.",
		severity: "error",
		exit: 74,
		explains: []
	},
	"CACHE.PARTIAL": {
		title: "A tool-cache entry was never completed",
		why: "A run was killed while it unpacked.",
		fix: "Remove the entry.",
		severity: "error",
		exit: 74,
		explains: ["GO.NOT_RUNNABLE", "VER.CACHE_DAMAGED"]
	}
};
// src/domain/codes-go.ts
const GO_CODES = {
	"FS.GOCACHE": entry$1(74, "The build cache cannot be written", {
		why: "cmd/go then reports packages of the standard library as missing; most often the disk of GOCACHE is full.",
		fix: "Free space where GOCACHE is, or set GOCACHE to another absolute directory."
	}),
	"HOST.MEMORY": entry$1(74, "The machine ran out of memory", {
		why: "The kernel killed a compiler, a linker or a test, or refused it memory.",
		fix: "Build fewer packages at a time (go build -p 1), or use a machine with more memory."
	}),
	"GO.GOSUM_MISMATCH": entry$1(73, "A module differs from what go.sum records", {
		why: "It was published again under the same version, or somebody in between changed it.",
		fix: "Compare with the checksum database before anything else; do not delete the line to get on."
	}),
	"GO.SUMDB_MISMATCH": entry$1(73, "A module differs from what the checksum database records", {
		why: "Everybody else was given other content under this version.",
		fix: "Do not use this copy; look at who served it."
	}),
	"GO.GOSUM_MISSING": entry$1(71, "go.sum lacks a line that the build needs", {
		why: "go.mod was changed and go.sum was not committed with it.",
		fix: "Run go mod tidy and commit go.mod and go.sum."
	}),
	"GO.GOSUM_MALFORMED": entry$1(71, "go.sum holds a line that is none", {
		why: "Most often a merge left its marks.",
		fix: "Remove the marks, keep both sides, then run go mod tidy."
	}),
	"GO.PRIVATE_IN_SUMDB": entry$1(71, "The checksum database does not know the module", {
		why: "It is private, and its name was sent to the public database; or the path or version is misspelt.",
		fix: "Name the private paths in GOPRIVATE."
	}),
	"GO.SUMDB_UNREACHABLE": entry$1(72, "The checksum database cannot be reached", {
		why: "cmd/go asks it about every module that go.sum does not know yet.",
		fix: "Use a proxy that serves /sumdb/, allow sum.golang.org, or set GOSUMDB=sum.golang.google.cn, which has the same key."
	}),
	"GO.SUMDB_GARBAGE": entry$1(72, "Something else answers in place of the checksum database", {
		why: "A login page, a block page or a broken proxy.",
		fix: "Open the address by hand; use another proxy."
	}),
	"GO.TOOLCHAIN_LOCAL": entry$1(71, "The module needs a newer Go than this one", {
		why: "GOTOOLCHAIN=local forbids Go to fetch it.",
		fix: "Install the Go that go.mod asks for."
	}),
	"GO.TOOLCHAIN_ABSENT": entry$1(71, "The toolchain that is asked for is not available", {
		why: "GOPROXY is off or lacks golang.org/toolchain, or there is no such release; Go says the same of all three.",
		fix: "Install that Go, or use a proxy that serves golang.org/toolchain."
	}),
	"GO.PROXY_CONFIG": entry$1(71, "GOPROXY cannot be read", {
		why: "An entry is neither a URL with a scheme, nor direct, nor off.",
		fix: "Correct the entry, or remove the setting with go env -u GOPROXY."
	}),
	"GO.PROXY_HTML": entry$1(72, "The module proxy answers with something else than the protocol", {
		why: "A login page or block page with status 200; a comma in GOPROXY does not lead past it.",
		fix: "Open the address by hand; log in, or ask for access."
	}),
	"GO.PROXY_BAD_ZIP": entry$1(72, "The module proxy sends a file that is no zip", {
		why: "A login page or a damaged store; neither comma nor pipe in GOPROXY leads past it.",
		fix: "Open the address of the zip by hand; use another proxy."
	}),
	"GO.UNKNOWN_VERSION": entry$1(71, "There is no such version or revision", {
		why: "The tag does not exist, was removed, or the version does not fit the path.",
		fix: "Look at the versions that exist: go list -m -versions PATH."
	}),
	"GO.NO_META": entry$1(71, "The import path leads to no repository", {
		why: "Its page holds no go-import tag: the path is misspelt, or the page asks for a login.",
		fix: "Check the path; for a private host set GOPRIVATE and credentials."
	}),
	"GO.VENDOR": entry$1(71, "The vendor directory does not fit go.mod", {
		why: "go.mod was changed, and vendor was not made again.",
		fix: "Run go mod vendor and commit the result."
	}),
	"GO.MOD_SYNTAX": entry$1(71, "go.mod or go.work cannot be read", {
		why: "A line is malformed, a merge left its marks, or the line is of a newer Go.",
		fix: "Correct the line that is named."
	}),
	"GO.NO_MOD": entry$1(71, "There is no go.mod here", {
		why: "The command runs in another directory than the module, or the checkout is missing.",
		fix: "Run it in the directory of the module."
	}),
	"GO.MOD_UPDATES": entry$1(71, "go.mod must be brought up to date first", {
		why: "The build may not change it, and what is committed is not complete.",
		fix: "Run go mod tidy and commit go.mod and go.sum."
	}),
	"GO.PACKAGE_NOT_FOUND": entry$1(71, "No module provides the package", {
		why: "The requirement is missing in go.mod, the path is misspelt, or the package needs a newer Go.",
		fix: "Run go get PATH, or correct the import."
	}),
	"GO.MODULE_PATH": entry$1(71, "The module calls itself by another path", {
		why: "It was renamed, or it is a fork.",
		fix: "Require it by the path that it declares, or use a replace line."
	}),
	"GO.CGO_COMPILER": entry$1(71, "There is no C compiler for cgo", {
		why: "A package uses cgo, and the compiler that CC names is not installed.",
		fix: "Install the compiler, or set CGO_ENABLED=0 where no package needs C."
	}),
	"GO.NOT_ON_PATH": entry$1(71, "There is no go on PATH", {
		why: "Go was not installed in this job, or its bin directory is not on PATH.",
		fix: "Install Go in an earlier step, and put its bin directory on PATH."
	}),
	"GO.VERSION_MIX": entry$1(71, "Two versions of Go are mixed", {
		why: "GOROOT or PATH leads to the tools of another Go.",
		fix: "Remove GOROOT from the environment, and keep one go on PATH."
	}),
	"GO.COMPILE": own("The code does not compile", {
		why: "The compiler reports errors in the source; nothing wrong with the environment was seen.",
		fix: "Correct the source at the place that is named."
	}),
	"GO.TEST_FAILED": own("A test failed", {
		why: "The tests ran; nothing wrong with the environment was seen.",
		fix: "Look at the test that is named."
	}),
	"GO.PANIC": own("The program panicked", {
		why: "It was built and started; nothing wrong with the environment was seen.",
		fix: "Look at the first lines of the trace."
	})
};
function entry$1(exit, title, { why, fix }) {
	return {
		title,
		why,
		fix,
		severity: "error",
		exit,
		explains: []
	};
}
function own(title, { why, fix }) {
	return {
		title,
		why,
		fix,
		severity: "info",
		exit: 71,
		explains: []
	};
}
// src/domain/codes-goenv.ts
const GO_ENVIRONMENT_CODES = {
	"GO.ENV": {
		title: "A Go environment variable has a value that Go cannot work with",
		why: "A path is relative or missing, or a word is not known: go commands end with an error.",
		fix: "Correct the variable that is named, or remove it.",
		severity: "error",
		exit: 71,
		explains: []
	},
	"GO.MODULES_OFF": {
		title: "Modules are switched off by GO111MODULE",
		why: "Go then ignores go.mod and looks for packages in GOPATH only.",
		fix: "Remove GO111MODULE, or set it to on.",
		severity: "error",
		exit: 71,
		explains: []
	},
	"GO.FLAGS": {
		title: "GOFLAGS cannot be used as it stands",
		why: "Every go command reads it, and ends or changes its meaning because of it.",
		fix: "Correct GOFLAGS: flags with a hyphen, separated by spaces, values behind =.",
		severity: "error",
		exit: 71,
		explains: []
	},
	"GO.FLAG_INSECURE": {
		title: "The flag -insecure has no effect any more",
		why: "Since Go 1.17 go get refuses it, and other commands ignore it.",
		fix: "Remove it; name single hosts in GOINSECURE where it is really needed.",
		severity: "error",
		exit: 71,
		explains: []
	},
	"GO.SUMDB_CONFIG": {
		title: "GOSUMDB cannot be read",
		why: "Go then verifies no module that is not in go.sum yet: it ends with an error.",
		fix: "Remove GOSUMDB, or write NAME+HASH+KEY and perhaps a URL.",
		severity: "error",
		exit: 71,
		explains: []
	},
	"GO.SUMDB_OFF": {
		title: "The checksum database is switched off by GOSUMDB=off",
		why: "A module that is not in go.sum yet is accepted as it comes.",
		fix: "Remove GOSUMDB; name private modules in GOPRIVATE.",
		severity: "warning",
		exit: 71,
		explains: []
	},
	"GO.SUMDB_OFF_TOOLCHAIN": {
		title: "Go cannot fetch the toolchain that is wanted, because GOSUMDB is off",
		why: "Toolchains are always verified by the checksum database, whatever else is set.",
		fix: "Remove GOSUMDB, or install the version that go.mod asks for.",
		severity: "error",
		exit: 71,
		explains: []
	},
	"GO.PROXY_ORDER": {
		title: "Entries of GOPROXY are never asked",
		why: "The words direct and off end the list.",
		fix: "Move direct or off to the end.",
		severity: "warning",
		exit: 71,
		explains: []
	},
	"GO.PROXY_OFF": {
		title: "Modules cannot be fetched, because GOPROXY is off",
		why: "Only what is in vendor or in the module cache can be built.",
		fix: "Remove GOPROXY where modules must be fetched, or commit vendor.",
		severity: "error",
		exit: 71,
		explains: []
	},
	"GO.PATTERN": {
		title: "A module pattern is not read as it looks",
		why: "Patterns are compared with the beginning of a module path, element by element, and a malformed one matches nothing, in silence.",
		fix: "Write host/path patterns with commas and without spaces.",
		severity: "warning",
		exit: 71,
		explains: []
	},
	"GO.PATTERN_WIDE": {
		title: "A module pattern also covers public modules",
		why: "What it covers is not verified by the checksum database.",
		fix: "Name the hosts or owners of the private modules.",
		severity: "warning",
		exit: 71,
		explains: []
	},
	"GO.PRIVATE_LEAK": {
		title: "A module that looks private is asked for in public",
		why: "Its path goes to a public proxy or to the checksum database, which do not know it.",
		fix: "Name it in GOPRIVATE.",
		severity: "warning",
		exit: 71,
		explains: []
	},
	"GO.INSECURE": {
		title: "GOINSECURE lets modules come without TLS verification",
		why: "Whoever stands in the path can answer for the host. It holds for direct fetching only, not for proxies nor the checksum database.",
		fix: "Remove it, and make the CA of the host known instead.",
		severity: "warning",
		exit: 71,
		explains: []
	},
	"GO.VCS_POLICY": {
		title: "GOVCS does not allow the tool that a module is fetched with",
		why: "Go then refuses to fetch it from its origin.",
		fix: "Allow the tool for that path in GOVCS.",
		severity: "error",
		exit: 71,
		explains: []
	},
	"GO.VCS_MISSING": {
		title: "The tool that modules are fetched with is not on PATH",
		why: "A module that is fetched from its origin needs git or another such tool.",
		fix: "Install git, or use a module proxy.",
		severity: "error",
		exit: 71,
		explains: ["GO.VCS_UNREACHABLE"]
	},
	"GO.TOOLCHAIN_CONFIG": {
		title: "The name of a toolchain cannot be read",
		why: "Go ends with an error before it does anything.",
		fix: "Write local, auto, path, or a name such as go1.26.8 or go1.26.8+auto.",
		severity: "error",
		exit: 71,
		explains: ["GO.MOD_UPDATES"]
	},
	"GO.KNOWN_BYPASS": {
		title: "This Go can be fed false modules and toolchains by a module proxy",
		why: "Its check against the checksum database has holes that were closed in Go 1.25.13 and 1.26.6.",
		fix: "Use Go 1.25.13, 1.26.6 or newer.",
		severity: "warning",
		exit: 71,
		explains: []
	},
	"GO.DEBUG_WEAK": {
		title: "GODEBUG brings back behaviour that was given up as unsafe",
		why: "The setting holds for the go command and for every program that is run in the job.",
		fix: "Remove the setting.",
		severity: "warning",
		exit: 71,
		explains: []
	},
	"CFG.PROXY_URL_NO_SCHEME": {
		title: "A proxy variable has no scheme",
		why: "Go, curl and GitHub Actions add http://. Node ignores such a value or fails.",
		fix: "Write http:// in front.",
		severity: "error",
		exit: 71,
		explains: []
	},
	"CFG.PROXY_CASE_CONFLICT": {
		title: "A proxy variable has two values",
		why: "Go takes the spelling in upper case, curl and Node take the one in lower case.",
		fix: "Give both spellings the same value.",
		severity: "warning",
		exit: 71,
		explains: []
	},
	"CFG.NO_PROXY_AMBIGUOUS": {
		title: "NO_PROXY is read differently by the programs of this job",
		why: "Go, curl, Node and GitHub Actions each have rules of their own: for one address some use the proxy and others do not.",
		fix: "Write it in the form that all of them read alike.",
		severity: "warning",
		exit: 71,
		explains: []
	},
	"CFG.HTTPS_PROXY_MISSING": {
		title: "Only HTTP_PROXY is set, so https addresses are asked directly",
		why: "HTTP_PROXY is for http addresses; nearly everything here is https.",
		fix: "Set HTTPS_PROXY too, or remove HTTP_PROXY.",
		severity: "error",
		exit: 71,
		explains: [
			"TCP.TIMEOUT",
			"TCP.REFUSED",
			"TCP.NO_ROUTE",
			"TCP.PROHIBITED",
			"TCP.NET_UNREACH",
			"TCP.HOST_UNREACH",
			"DNS.NXDOMAIN"
		]
	},
	"CFG.EXTRA_CA_UNREADABLE": {
		title: "NODE_EXTRA_CA_CERTS names no usable file",
		why: "Node goes on without it, and hosts that need this CA are not trusted.",
		fix: "Name a readable file with PEM certificates.",
		severity: "error",
		exit: 71,
		explains: ["TLS.UNTRUSTED"]
	},
	"CFG.CERT_FILE_UNREADABLE": {
		title: "A setting for CA certificates names no usable file",
		why: "Go or git then trusts nobody, or fewer than is meant.",
		fix: "Name a readable file with PEM certificates, or remove the setting.",
		severity: "error",
		exit: 71,
		explains: ["TLS.UNTRUSTED"]
	},
	"CFG.GIT_TLS_DISABLED": {
		title: "git does not verify TLS",
		why: "Code and credentials pass whoever stands in the path.",
		fix: "Remove the setting; give git a private CA with http.sslCAInfo.",
		severity: "warning",
		exit: 71,
		explains: []
	},
	"FS.NOEXEC": {
		title: "Temporary programs cannot be executed",
		why: "The file system is mounted noexec. go run and go test build a program there and start it.",
		fix: "Set GOTMPDIR to a directory on another file system.",
		severity: "error",
		exit: 74,
		explains: ["GO.NOT_RUNNABLE", "FS.PERMISSION"]
	}
};
// src/domain/codes-handshake.ts
const HANDSHAKE_CODES = {
	"TLS.INTERCEPTED": {
		title: "TLS is intercepted by a company proxy or a scanner",
		why: "It decrypts and signs with a CA of its own, which is not trusted here.",
		fix: "Give its CA to Node, Go and git; or exempt the host from inspection.",
		severity: "error",
		exit: 72,
		explains: ["TLS.UNTRUSTED", "TLS.SELF_SIGNED"]
	},
	"TLS.SELF_SIGNED": {
		title: "The server has a certificate that it signed itself",
		why: "Nobody vouches for it.",
		fix: "Use another source, or give the certificate with ca-file.",
		severity: "error",
		exit: 72,
		explains: ["TLS.UNTRUSTED"]
	},
	"TLS.MISSING_INTERMEDIATE": {
		title: "The server does not send its intermediate certificate",
		why: "The chain to a public root has a gap.",
		fix: "Tell the operator; use another source.",
		severity: "error",
		exit: 72,
		explains: ["TLS.UNTRUSTED"]
	},
	"TLS.EXPIRED_INTERMEDIATE": {
		title: "An intermediate certificate has expired",
		why: "The server still sends the old one.",
		fix: "Tell the operator; use another source.",
		severity: "error",
		exit: 72,
		explains: ["TLS.EXPIRED"]
	},
	"TLS.OLD_VERSION": {
		title: "The server speaks only old versions of TLS",
		why: "It ended the handshake with alert 70.",
		fix: "Use another source; the server needs TLS 1.2.",
		severity: "error",
		exit: 72,
		explains: ["TLS.ALERT", "TLS.PROTOCOL"]
	},
	"TLS.NO_CIPHER": {
		title: "Client and server have no cipher in common",
		why: "The server ended the handshake with alert 40.",
		fix: "Use another source; tell the operator.",
		severity: "error",
		exit: 72,
		explains: ["TLS.ALERT", "TLS.PROTOCOL"]
	},
	"TLS.CLIENT_CERT": {
		title: "The server wants a client certificate",
		why: "It asked for one, and none is given here.",
		fix: "Use another source, or another address of the service.",
		severity: "error",
		exit: 72,
		explains: ["TLS.ALERT"]
	},
	"TLS.SNI_UNKNOWN": {
		title: "The server does not know this name",
		why: "It ended the handshake with alert 112.",
		fix: "Check which address the name resolves to.",
		severity: "error",
		exit: 72,
		explains: ["TLS.ALERT"]
	},
	"TLS.RESET_ON_HELLO": {
		title: "The connection is reset when TLS begins",
		why: "A filter on the name, or the endpoint, resets it.",
		fix: "Allow the host, or add another source.",
		severity: "error",
		exit: 72,
		explains: ["TLS.CLOSED"]
	},
	"TLS.CLOSED_ON_HELLO": {
		title: "The connection is closed when TLS begins",
		why: "A filter on the name, or the endpoint, closes it.",
		fix: "Allow the host, or add another source.",
		severity: "error",
		exit: 72,
		explains: ["TLS.CLOSED"]
	},
	"TLS.CUT": {
		title: "The server's handshake is cut off",
		why: "Some bytes came, then the connection ended.",
		fix: "Retry; then add another source.",
		severity: "error",
		exit: 72,
		explains: ["TLS.CLOSED"]
	},
	"TLS.ALPN": {
		title: "Client and server have no protocol in common",
		why: "The server ended the handshake with alert 120.",
		fix: "Use HTTP/1.1, or another source.",
		severity: "error",
		exit: 72,
		explains: ["TLS.ALERT"]
	},
	"TLS.WEAK_KEY": {
		title: "The key of the certificate is too weak",
		why: "This runtime refuses it; Go may accept it.",
		fix: "Tell the operator; use another source.",
		severity: "error",
		exit: 72,
		explains: ["TLS.UNTRUSTED"]
	},
	"TLS.WEAK_SIG": {
		title: "The certificate has a weak signature",
		why: "It is signed with SHA-1 or MD5.",
		fix: "Tell the operator; use another source.",
		severity: "error",
		exit: 72,
		explains: ["TLS.UNTRUSTED"]
	},
	"TLS.EKU": {
		title: "The certificate is not meant for servers",
		why: "Its extended key usage does not allow it.",
		fix: "Tell the operator; use another source.",
		severity: "error",
		exit: 72,
		explains: ["TLS.UNTRUSTED"]
	},
	"TLS.UNTRUSTED_GIT": {
		title: "git does not trust a CA that Go trusts",
		why: "git has a trust store of its own.",
		fix: "Set http.sslCAInfo.",
		severity: "error",
		exit: 71,
		explains: []
	},
	"TLS.PQ_INTOLERANT": {
		title: "A middlebox does not bear the post-quantum handshake",
		why: "The hello is larger than one packet; a smaller one passes.",
		fix: "Update the firewall; for Go set GODEBUG=tlsmlkem=0 meanwhile.",
		severity: "error",
		exit: 72,
		explains: ["TLS.CLOSED", "TLS.HANDSHAKE_STALL"]
	},
	"TLS.MLDSA_INTOLERANT": {
		title: "A middlebox does not bear the signatures that Go 1.27 offers",
		why: "Go 1.26 and Node pass on the same path.",
		fix: "Use Go 1.26 until the firewall is updated.",
		severity: "error",
		exit: 72,
		explains: []
	}
};
// src/domain/codes-http.ts
const HTTP_CODES = {
	"HTTP.FORBIDDEN": {
		title: "The server refuses the file (401, 403, 451)",
		why: "Access is blocked by policy, or this version is not available there.",
		fix: "Use another source, or ask for access.",
		severity: "error",
		exit: 72,
		explains: []
	},
	"HTTP.NOT_FOUND": {
		title: "The server does not have the file (404, 410)",
		why: "The version does not exist there.",
		fix: "Check the version, or use another source.",
		severity: "error",
		exit: 72,
		explains: []
	},
	"HTTP.RATE_LIMIT": {
		title: "The server limits the rate (429)",
		why: "Too many requests come from this address.",
		fix: "Wait, or use another source.",
		severity: "error",
		exit: 75,
		explains: []
	},
	"HTTP.SERVER": {
		title: "The server failed (5xx)",
		why: "It is overloaded or broken.",
		fix: "Retry, or use another source.",
		severity: "error",
		exit: 75,
		explains: []
	},
	"HTTP.STATUS": {
		title: "The server answered with an unexpected status",
		why: "It is not the service that was expected.",
		decided: "The status is neither success nor one that has a code of its own.",
		fix: "Open the address by hand.",
		severity: "error",
		exit: 72,
		explains: []
	},
	"HTTP.LOOP": {
		title: "There were too many redirects",
		why: "A cookie or login is expected.",
		decided: "More redirects than the limit followed one another.",
		fix: "Open the address by hand.",
		severity: "error",
		exit: 72,
		explains: []
	},
	"HTTP.BAD_REDIRECT": {
		title: "A redirect leads nowhere",
		why: "The Location header is missing or cannot be read.",
		decided: "The status is a redirect, and Location is missing or is no http or https address.",
		fix: "Open the address by hand.",
		severity: "error",
		exit: 72,
		explains: []
	},
	"HTTP.DOWNGRADE": {
		title: "A redirect from https to http was refused",
		why: "The bytes and the request would travel unprotected.",
		fix: "Use the https address of the server.",
		severity: "error",
		exit: 72,
		explains: []
	},
	"HTTP.HTML": {
		title: "A web page came where a file was expected",
		why: "A login portal, a block page or an error page answers with status 200.",
		decided: "The first bytes of what should be an archive are markup; they stand in the evidence.",
		fix: "Open the address in a browser; then log in or ask for access.",
		severity: "error",
		exit: 72,
		explains: ["ARC.NOT_GZIP", "ARC.NOT_ZIP"]
	},
	"HTTP.NOT_HTTP": {
		title: "The answer is not HTTP",
		why: "Another service listens there.",
		decided: "The HTTP parser refused the head of the answer.",
		fix: "Check host and port.",
		severity: "error",
		exit: 72,
		explains: []
	},
	"HTTP.EMPTY": {
		title: "The connection was closed without an answer",
		why: "The server or a middlebox dropped the request.",
		decided: "The peer closed the connection in order before it sent a head.",
		fix: "Retry, or use another source.",
		severity: "error",
		exit: 72,
		explains: []
	},
	"HTTP.TTFB_STALL": {
		title: "No answer came within the first-byte budget",
		why: "The server accepted the request and kept silent.",
		decided: "The request was sent, and no head came within the first-byte budget.",
		fix: "Retry, or use another source.",
		severity: "error",
		exit: 72,
		explains: []
	},
	"HTTP.ENCODED": {
		title: "The answer is compressed although that was declined",
		why: "A middlebox rewrites content.",
		decided: "Content-Encoding names a compression although the request asked for none.",
		fix: "Use another source.",
		severity: "error",
		exit: 72,
		explains: []
	},
	"HTTP.RANGE": {
		title: "The server answered with another part of the file than was asked for",
		why: "It, or a cache before it, does not handle ranges.",
		decided: "A part was asked for, and Content-Range names another one, or the whole file came where it is of no use.",
		fix: "Use another source.",
		severity: "error",
		exit: 72,
		explains: []
	},
	"HTTP.TOO_LARGE": {
		title: "The answer is larger than its kind can be",
		why: "It is not what was asked for.",
		decided: "Content-Length, or what was read, exceeds the limit for this kind of answer.",
		fix: "Use another source.",
		severity: "error",
		exit: 72,
		explains: []
	},
	"HTTP.INSECURE_TOKEN": {
		title: "A token would travel over plain http",
		why: "Whoever stands in the path could read it.",
		fix: "Use an https source, or remove source-token.",
		severity: "error",
		exit: 71,
		explains: []
	},
	"BODY.TRUNCATED": {
		title: "The body ended early",
		why: "The connection was cut.",
		decided: "The connection ended in order before the announced length was there, or the size differs from the one that is known.",
		fix: "Retry, or use another source.",
		severity: "error",
		exit: 75,
		explains: ["ARC.TRUNCATED"]
	},
	"BODY.RESET": {
		title: "The connection was reset while the body was read",
		why: "A filter, an idle limit or the server cut it.",
		decided: "The system reported a reset while the body was read.",
		fix: "Retry, or use another source.",
		severity: "error",
		exit: 75,
		explains: ["ARC.TRUNCATED"]
	},
	"BODY.STALL": {
		title: "The body stopped coming",
		why: "No byte came within the stall budget.",
		fix: "Retry, or use another source.",
		severity: "error",
		exit: 75,
		explains: []
	},
	"BODY.SLOW": {
		title: "The body comes slower than the minimum rate",
		why: "The path is throttled.",
		decided: "Over the whole window of measuring, fewer bytes came than the minimum rate asks for.",
		fix: "Use another source.",
		severity: "error",
		exit: 75,
		explains: []
	},
	"BODY.TOO_LONG": {
		title: "The body is longer than was announced",
		why: "The server announced another size than it sent.",
		decided: "More bytes came than Content-Length announced or than the known size of the file.",
		fix: "Use another source.",
		severity: "error",
		exit: 73,
		explains: []
	},
	"BODY.CHANGED": {
		title: "The file changed between two answers",
		why: "It was replaced on the server, or two servers behind one name hold different files.",
		decided: "ETag, Last-Modified or size of an answer contradict those of an earlier answer of the same source.",
		fix: "Retry, or use another source.",
		severity: "error",
		exit: 75,
		explains: []
	},
	"BUDGET.TOTAL": {
		title: "The total budget is used up",
		why: "The run must end in its budget, whatever the network does.",
		decided: "The time of the input timeout was over before there was a result.",
		fix: "Raise timeout, or add a faster source.",
		severity: "error",
		exit: 75,
		explains: []
	}
};
// src/domain/codes-machine.ts
const MACHINE_CODES = {
	"FS.NO_SPACE": {
		title: "There is not enough space on the disk",
		why: "Bytes or inodes are used up.",
		decided: "A file operation failed with ENOSPC or EDQUOT, or the file system has less room than an installation needs.",
		fix: "Free space, or choose another tool cache.",
		severity: "error",
		exit: 74,
		explains: []
	},
	"FS.READ_ONLY": {
		title: "The file system is read-only",
		why: "Nothing can be written there.",
		decided: "A file operation failed with EROFS.",
		fix: "Choose another directory.",
		severity: "error",
		exit: 74,
		explains: []
	},
	"FS.PERMISSION": {
		title: "The operation is not permitted",
		why: "Another user owns the file or directory.",
		decided: "A file operation failed with EACCES or EPERM.",
		fix: "Correct the owner, or choose another directory.",
		severity: "error",
		exit: 74,
		explains: []
	},
	"FS.NOT_FOUND": {
		title: "A file or directory is missing",
		why: "It was expected here.",
		decided: "A file operation failed with ENOENT or ENOTDIR.",
		fix: "Check the path.",
		severity: "error",
		exit: 74,
		explains: []
	},
	"FS.IO": {
		title: "The disk operation failed",
		why: "The operating system reported an error.",
		fix: "Look at the errno that is given as evidence.",
		severity: "error",
		exit: 74,
		explains: []
	},
	"FS.LOCK_TIMEOUT": {
		title: "Another installation holds the lock for too long",
		why: "It is still working, or it hangs.",
		decided: "The lock of this version was held, and kept alive by its holder, until the time for waiting was over.",
		fix: "Wait for the other run; or remove the lock file that is named.",
		severity: "error",
		exit: 75,
		explains: []
	},
	"GO.NOT_RUNNABLE": {
		title: "The installed Go cannot be executed",
		why: "The binary is for another platform, or the file system is mounted noexec.",
		decided: "go version was executed from where it was installed, and it could not be started or ended with an error.",
		fix: "Check the platform and the mount options of the tool cache.",
		severity: "error",
		exit: 74,
		explains: []
	},
	"GO.SHADOWED": {
		title: "Another go program stands in front of the installed one",
		why: "GOPATH/bin comes first on PATH, and it holds a program of this name: later steps would run that one.",
		decided: "A program named go stands in GOPATH/bin, which setup-go puts in front.",
		fix: "Remove it, or set GOPATH to another directory.",
		severity: "warning",
		exit: 71,
		explains: []
	},
	"GO.UNPROVED": {
		title: "The Go on PATH is not the one that the Go project published",
		why: "A distribution built it, or its files were changed: nothing can vouch for it.",
		decided: "The tree hash of the Go on PATH was computed and compared with the checksum database and the release table.",
		fix: "Name the version: go-version: '1.26'. Then a proved Go is installed.",
		severity: "error",
		exit: 73,
		explains: []
	},
	"GO.NOT_INSTALLED": {
		title: "This Go is not installed",
		why: "Nothing in the tool cache matches.",
		fix: "Run install first.",
		severity: "error",
		exit: 71,
		explains: []
	}
};
// src/domain/codes-metrics.ts
const METRICS_CODES = { "METRICS.PUSH": {
	title: "The metrics could not be pushed",
	why: "The Pushgateway keeps what the last run of this job sent. The result of the job is what it was, and metrics.txt has the numbers.",
	decided: "The gateway could not be reached, did not answer in 5 s, or answered with a status that is not 2xx; or a password would have gone over plain http. Redirects are not followed.",
	fix: "Check metrics-pushgateway, and look at the reason that is given as evidence.",
	severity: "warning",
	exit: 75,
	explains: []
} };
// src/domain/codes-mirror.ts
const MIRROR_CODES = { "MIRROR.CHANGED": {
	title: "A file of the exported directory is not what was exported",
	why: "It was changed, damaged or copied only in part after the export; nothing of it is used.",
	decided: "Its SHA-256 differs from the one in SHA256SUMS of the same directory; both stand in the evidence.",
	fix: "Copy the directory anew, or run mirror export on it again: that replaces what is changed.",
	severity: "error",
	exit: 73,
	explains: []
} };
// src/domain/codes-modcache.ts
const MODCACHE_CODES = {
	"MODCACHE.ALTERED": {
		title: "A module in the module cache differs from go.sum",
		why: "It was changed after it was downloaded: by a restored cache, a tool that writes there, a disk, or on purpose.",
		fix: "Look for what wrote there, then remove this one module from the cache and download it again.",
		severity: "error",
		exit: 73,
		explains: []
	},
	"MODCACHE.VENDOR": {
		title: "A vendored file differs from the module that go.sum records",
		why: "Somebody edited the vendor directory, or it was made from another version.",
		fix: "Look at the difference, then run go mod vendor.",
		severity: "error",
		exit: 73,
		explains: []
	},
	"MODCACHE.UNPROVED": {
		title: "Something could not be proved",
		why: "go.sum says nothing about it, or what it speaks of is not on this machine.",
		fix: "Run go mod download, then verify again; what is replaced by a directory cannot be proved at all.",
		severity: "warning",
		exit: 71,
		explains: []
	},
	"MODCACHE.EMPTY": {
		title: "Nothing could be proved",
		why: "The module cache holds none of the modules that go.sum names.",
		fix: "Run go mod download first, or set GOMODCACHE to the cache that is meant.",
		severity: "error",
		exit: 71,
		explains: []
	},
	"MODCACHE.PROVED": {
		title: "What is on this machine is what go.sum records",
		why: "Every file was hashed anew; the hashes that the module cache keeps were not believed.",
		fix: "Nothing.",
		severity: "info",
		exit: 71,
		explains: []
	}
};
// src/domain/codes-path.ts
const PATH_CODES = {
	"DNS.FILTERED": {
		title: "The resolver hides a name that exists",
		why: "Another resolver answers for it.",
		fix: "Ask for the name to be allowed, or add a source that this network resolves.",
		severity: "error",
		exit: 72,
		explains: ["DNS.NXDOMAIN", "DNS.NODATA"]
	},
	"DNS.SERVFAIL": {
		title: "The name server failed (SERVFAIL)",
		why: "It could not get an answer, or a signature was wrong.",
		fix: "Retry; then tell the operator of the resolver.",
		severity: "error",
		exit: 75,
		explains: ["DNS.SERVER"]
	},
	"DNS.REFUSED": {
		title: "The name server refuses to answer (REFUSED)",
		why: "It does not serve this client or this zone.",
		fix: "Use the resolver of this network.",
		severity: "error",
		exit: 72,
		explains: ["DNS.SERVER"]
	},
	"DNS.RESOLVER_DOWN": {
		title: "Nothing listens at the address of the resolver",
		why: "Port 53 is closed there.",
		fix: "Correct the resolver, or start it.",
		severity: "error",
		exit: 72,
		explains: ["DNS.SERVER"]
	},
	"DNS.NODATA": {
		title: "The name exists, but has no address",
		why: "There is no A or AAAA record.",
		fix: "Check the name; ask its owner.",
		severity: "error",
		exit: 72,
		explains: ["DNS.NXDOMAIN"]
	},
	"DNS.BOGON": {
		title: "The name resolves to an address that cannot be the host",
		why: "A filter answers with 0.0.0.0, a loopback or a reserved address.",
		fix: "Ask for the name to be allowed in the filter or blocklist.",
		severity: "error",
		exit: 72,
		explains: [
			"TCP.REFUSED",
			"TCP.TIMEOUT",
			"TCP.ACCEPT_CLOSED",
			"TCP.ACCEPT_RESET",
			"TLS.NAME",
			"TLS.PLAIN_HTTP",
			"TLS.CLOSED",
			"HTTP.HTML",
			"HTTP.NOT_FOUND"
		]
	},
	"DNS.HIJACK": {
		title: "The name resolves to somebody else",
		why: "The address is private, or the certificate there belongs to another name.",
		fix: "Ask the operator of the resolver; compare with another one.",
		severity: "error",
		exit: 72,
		explains: [
			"TCP.REFUSED",
			"TCP.TIMEOUT",
			"TLS.NAME",
			"TLS.UNTRUSTED",
			"HTTP.HTML"
		]
	},
	"DNS.HOSTS_OVERRIDE": {
		title: "The hosts file sends the name elsewhere",
		why: "An entry there outranks the name server.",
		fix: "Remove or correct the line.",
		severity: "error",
		exit: 71,
		explains: [
			"DNS.BOGON",
			"TCP.REFUSED",
			"TCP.TIMEOUT",
			"TCP.NET_UNREACH",
			"TCP.HOST_UNREACH",
			"TLS.NAME",
			"HTTP.NOT_FOUND"
		]
	},
	"DNS.SEARCH_WILDCARD": {
		title: "A search domain answers for a name that does not exist",
		why: "A wildcard record and ndots make another name out of it.",
		fix: "Lower ndots, or remove the search domain.",
		severity: "error",
		exit: 72,
		explains: [
			"DNS.BOGON",
			"TCP.REFUSED",
			"TCP.TIMEOUT",
			"TLS.NAME"
		]
	},
	"DNS.V6_ONLY": {
		title: "The host has only IPv6 addresses, and there is no IPv6 here",
		why: "No A record exists, and IPv6 leads nowhere.",
		fix: "Enable IPv6 or NAT64, or add a source with IPv4.",
		severity: "error",
		exit: 72,
		explains: [
			"TCP.NET_UNREACH",
			"TCP.TIMEOUT",
			"TCP.NO_ROUTE"
		]
	},
	"DNS.BROKEN": {
		title: "The name server sends answers that cannot be read",
		why: "Something else listens there, or a middlebox rewrites DNS.",
		fix: "Use another resolver.",
		severity: "error",
		exit: 72,
		explains: ["DNS.SERVER", "DNS.NXDOMAIN"]
	},
	"TCP.PROHIBITED": {
		title: "A firewall prohibits the connection",
		why: "It answers at once with an ICMP message.",
		fix: "Allow egress to this host and port.",
		severity: "error",
		exit: 72,
		explains: ["TCP.HOST_UNREACH"]
	},
	"TCP.NO_ROUTE": {
		title: "This machine has no route to the host",
		why: "It has no address or gateway for this family.",
		fix: "Check the network of the machine or container.",
		severity: "error",
		exit: 72,
		explains: ["TCP.NET_UNREACH"]
	},
	"TCP.HOST_DOWN": {
		title: "The host does not answer on its own network",
		why: "No ARP answer came in three seconds.",
		fix: "Check the address; start the host.",
		severity: "error",
		exit: 72,
		explains: ["TCP.HOST_UNREACH"]
	},
	"TCP.V6_BROKEN": {
		title: "IPv6 does not work here, IPv4 does",
		why: "Connections are slower, for IPv6 is tried too.",
		fix: "Repair IPv6, or switch it off.",
		severity: "warning",
		exit: 72,
		explains: []
	},
	"TCP.ACCEPT_RESET": {
		title: "The connection is reset right after it was accepted",
		why: "An allow-list, or a dead service behind a balancer, cuts it before a word.",
		fix: "Allow this address; look at the service.",
		severity: "error",
		exit: 72,
		explains: ["TCP.RESET", "TLS.CLOSED"]
	},
	"TCP.ACCEPT_CLOSED": {
		title: "The connection is closed right after it was accepted",
		why: "An allow-list, or a dead service behind a balancer, cuts it before a word.",
		fix: "Allow this address; look at the service.",
		severity: "error",
		exit: 72,
		explains: ["HTTP.EMPTY", "TLS.CLOSED"]
	},
	"PATH.MTU": {
		title: "Large packets are lost on the path",
		why: "A link has a smaller MTU, and the message that says so is dropped.",
		fix: "Lower the MTU, or clamp MSS at the router.",
		severity: "error",
		exit: 72,
		explains: [
			"TLS.HANDSHAKE_STALL",
			"BODY.STALL",
			"HTTP.TTFB_STALL"
		]
	},
	"PROXY.UNREACHABLE": {
		title: "The proxy cannot be reached",
		why: "Connections to its address are not answered.",
		fix: "Correct the proxy variable; look at the proxy.",
		severity: "error",
		exit: 72,
		explains: [
			"TCP.TIMEOUT",
			"TCP.HOST_UNREACH",
			"TCP.NET_UNREACH"
		]
	},
	"PROXY.PORT_DENIED": {
		title: "The proxy refuses this port",
		why: "It lets CONNECT pass to port 443 only.",
		fix: "Use an address on port 443, or ask for the port.",
		severity: "error",
		exit: 72,
		explains: ["PROXY.DENIED"]
	},
	"PROXY.INJECTS": {
		title: "The proxy speaks inside the tunnel",
		why: "After its answer to CONNECT it sends bytes of its own.",
		fix: "Show the first bytes to the operator of the proxy.",
		severity: "error",
		exit: 72,
		explains: [
			"TLS.CLOSED",
			"TLS.PLAIN_HTTP",
			"TLS.PROTOCOL"
		]
	},
	"PROXY.RESET": {
		title: "The proxy resets the connection after CONNECT",
		why: "It filters the method or the host.",
		fix: "Ask for the host to be allowed.",
		severity: "error",
		exit: 72,
		explains: ["PROXY.CLOSED"]
	}
};
// src/domain/codes-program.ts
const PROGRAM_CODES = { "SELF.INCOMPLETE": {
	title: "A file of this program is missing",
	why: "The program is several files that stand side by side in dist/; only main.cjs, or an incomplete copy, is here.",
	fix: "Check the action out again, or copy the whole directory dist/.",
	severity: "error",
	exit: 70,
	explains: []
} };
// src/domain/codes-project.ts
const PROJECT_CODES = {
	"GO.NO_MOD": {
		title: "There is no go.mod",
		why: "Go commands find their module in the directory where they run, or above it.",
		fix: "Name the directory of the module with working-directory, or run go mod init.",
		severity: "error",
		exit: 71,
		explains: []
	},
	"GO.MOD_SYNTAX": {
		title: "go.mod or go.work cannot be read",
		why: "Every go command stops at this line.",
		fix: "Correct the line.",
		severity: "error",
		exit: 71,
		explains: []
	},
	"GO.MOD_VERSION": {
		title: "A module version is not one",
		why: "Go would ask the network what is meant, and then refuses to build before go.mod names the answer.",
		fix: "Run go mod tidy and commit go.mod, or write a version such as v1.2.3.",
		severity: "error",
		exit: 71,
		explains: ["GO.MOD_UPDATES", "GO.UNKNOWN_VERSION"]
	},
	"GO.MOD_OUTDATED": {
		title: "go.mod contradicts itself, or a module that it takes from a directory",
		why: "Go would have to change it first, and does not do that in a build: \"updates to go.mod needed\".",
		fix: "Run go mod tidy and commit go.mod.",
		severity: "error",
		exit: 71,
		explains: ["GO.MOD_UPDATES"]
	},
	"GO.GOSUM_MISSING": {
		title: "go.sum lacks hashes of required modules",
		why: "Go builds with nothing that go.sum does not name.",
		fix: "Run go mod tidy and commit go.sum.",
		severity: "error",
		exit: 71,
		explains: []
	},
	"GO.GOSUM_MALFORMED": {
		title: "go.sum cannot be read",
		why: "Every go command that needs a module stops at this line.",
		fix: "Remove the line, and run go mod tidy.",
		severity: "error",
		exit: 71,
		explains: ["GO.GOSUM_MISMATCH"]
	},
	"GO.GOSUM_CONFLICT": {
		title: "go.sum has two hashes for one module version",
		why: "Only one of them can be right: a merge mixed two files, or somebody published other content under the same version.",
		fix: "Ask the checksum database which hash is right, and remove the other line.",
		severity: "error",
		exit: 71,
		explains: ["GO.GOSUM_MISMATCH"]
	},
	"GO.VENDOR": {
		title: "The vendor directory does not belong to go.mod",
		why: "Go compares vendor/modules.txt with go.mod, and stops where they differ: \"inconsistent vendoring\".",
		fix: "Run go mod vendor and commit the vendor directory.",
		severity: "error",
		exit: 71,
		explains: []
	},
	"GO.TOOLCHAIN_LOCAL": {
		title: "The go line asks for a newer Go than the chosen one",
		why: "With GOTOOLCHAIN=local an older Go refuses to work.",
		fix: "Install the Go that the go line asks for.",
		severity: "error",
		exit: 71,
		explains: []
	},
	"GO.WORK_VERSION": {
		title: "The go line of go.work is lower than that of a module",
		why: "Go refuses a workspace whose modules ask for more than it does.",
		fix: "Run go work use, and commit go.work.",
		severity: "error",
		exit: 71,
		explains: []
	},
	"GO.WORK_USE": {
		title: "A use line of go.work and the modules do not fit together",
		why: "Each use line must lead to a directory with a go.mod, and Go builds only modules that are used.",
		fix: "Correct the use lines, or set GOWORK=off.",
		severity: "error",
		exit: 71,
		explains: []
	},
	"GO.REPLACE_MISSING": {
		title: "A replacement leads to a directory without a module",
		why: "The directory exists only on the machine of whoever wrote the line, or was moved.",
		fix: "Correct the path, or remove the replace line.",
		severity: "error",
		exit: 71,
		explains: []
	},
	"GO.REPLACE_OUTSIDE": {
		title: "A replacement leads out of the workspace",
		why: "What stands there is no part of the checkout, so it may be missing or another version elsewhere.",
		fix: "Check the other repository out inside of the workspace, or use go.work on your own machine.",
		severity: "warning",
		exit: 71,
		explains: []
	},
	"MERGE.MARKS": {
		title: "A merge conflict is not resolved",
		why: "The marks of git stand between the lines of both sides.",
		fix: "Choose the lines that are right, and remove the marks.",
		severity: "error",
		exit: 71,
		explains: [
			"GO.GOSUM_MALFORMED",
			"GO.MOD_SYNTAX",
			"GO.VENDOR"
		]
	},
	"VERSION.FILES_DISAGREE": {
		title: "A version file names an older Go than go.mod asks for",
		why: "Whoever follows this file gets a Go that cannot build the module.",
		fix: "Write the same version into both.",
		severity: "info",
		exit: 71,
		explains: []
	},
	"PREFLIGHT.INCOMPLETE": {
		title: "Not the whole project was looked at",
		why: "A limit keeps the check short.",
		fix: "Check one directory at a time.",
		severity: "info",
		exit: 71,
		explains: []
	}
};
// src/domain/codes-replace.ts
const REPLACE_CODES = { "GO.REPLACE_CONFLICT": {
	title: "A module is replaced in two ways",
	why: "Go refuses to choose, within one file and among the modules of a workspace.",
	fix: "Keep one replace line; in a workspace, write the one that counts into go.work.",
	severity: "error",
	exit: 71,
	explains: []
} };
// src/domain/codes-request.ts
const REQUEST_CODES = {
	"INPUT.UNKNOWN_OPTION": {
		title: "The option or input does not exist",
		why: "A misspelt option would otherwise be ignored in silence.",
		fix: "Use one of the names that are listed.",
		severity: "error",
		exit: 64,
		explains: []
	},
	"INPUT.INVALID": {
		title: "An input has a value that is not accepted",
		why: "A value that is guessed at would install something else than was meant.",
		fix: "Write one of the accepted values.",
		severity: "error",
		exit: 64,
		explains: []
	},
	"INPUT.VERSION": {
		title: "The version request is not in a form that is known",
		why: "It names neither a version, nor a range, nor an alias.",
		fix: "Write a version such as 1.26.8 or 1.26, an npm range, stable, oldstable or latest.",
		severity: "error",
		exit: 64,
		explains: []
	},
	"INPUT.SOURCE": {
		title: "An entry of the source list is not known",
		why: "Sources are ids, base URLs or templates; anything else cannot be asked for bytes.",
		fix: "Use one of the listed ids, a base URL, or a template with {file} or {version}.",
		severity: "error",
		exit: 64,
		explains: []
	},
	"INPUT.CHECKSUM": {
		title: "The checksum is malformed",
		why: "A pin that cannot be compared would prove nothing.",
		fix: "Write sha256: and 64 hexadecimal digits, or h1: and 44 base64 characters.",
		severity: "error",
		exit: 64,
		explains: []
	},
	"INPUT.TIMEOUT": {
		title: "The total budget is not a positive duration",
		why: "A run without time can only fail, and a run without limit may hang.",
		fix: "Write a duration such as 90s or 10m.",
		severity: "error",
		exit: 64,
		explains: []
	},
	"INPUT.VERSION_FILE": {
		title: "The version file cannot be used",
		why: "Without a version in it another Go would be installed in silence.",
		fix: "Correct the file, or name the version with go-version.",
		severity: "error",
		exit: 71,
		explains: []
	},
	"INPUT.PLATFORM": {
		title: "Go is not published for this platform",
		why: "No archive exists for this operating system and architecture.",
		fix: "Choose a platform from the list.",
		severity: "error",
		exit: 71,
		explains: []
	},
	"INPUT.DESTINATION": {
		title: "The destination cannot be written",
		why: "The installation could not be completed there.",
		fix: "Choose a directory that this user can write to.",
		severity: "error",
		exit: 71,
		explains: []
	},
	"INPUT.CA_FILE": {
		title: "The CA file cannot be used",
		why: "Connections that depend on it would fail with an error that hides the reason.",
		fix: "Give the path of a readable file with PEM certificates.",
		severity: "error",
		exit: 71,
		explains: []
	},
	"VERSION.UNSPECIFIED": {
		title: "No version was requested, so the Go on PATH is used",
		why: "go-version and go-version-file are empty or not given, and there is no go.work or go.mod to read a version from.",
		fix: "Name the version: go-version: '1.26'.",
		severity: "warning",
		exit: 71,
		explains: []
	},
	"VERSION.UNKNOWN": {
		title: "No released Go matches the request",
		why: "Every source that answered was asked.",
		decided: "At least one version list could be read, and no list that could be read has a version that matches.",
		fix: "Choose one of the nearest versions that are listed.",
		severity: "error",
		exit: 71,
		explains: []
	},
	"VERSION.NO_PLATFORM": {
		title: "This release has no archive for this platform",
		why: "The release exists, but not for this operating system and architecture.",
		decided: "The version is listed, with archives for other platforms only.",
		fix: "Choose a newer release or another architecture.",
		severity: "error",
		exit: 71,
		explains: []
	},
	"VERSION.TOO_OLD": {
		title: "The requested Go is older than min-go-version",
		why: "An old Go lacks security fixes and cannot read newer go.mod files.",
		fix: "Request a newer version, or lower min-go-version on purpose.",
		severity: "error",
		exit: 71,
		explains: []
	},
	"VERSION.NO_SOURCE": {
		title: "No list of versions could be read",
		why: "A range or alias cannot be turned into a version without a list.",
		decided: "The request needs a version list, and none could be read.",
		fix: "Request an exact version, or make one of the sources reachable.",
		severity: "error",
		exit: 72,
		explains: []
	},
	"VERSION.NOT_SERVED": {
		title: "The release exists, but no source serves its archive",
		why: "A company proxy may refuse it, or a mirror may lag behind.",
		decided: "The version is known, and every source that answered said that it does not have it.",
		fix: "Add a source that has it, or request one of the versions that are served.",
		severity: "error",
		exit: 72,
		explains: []
	},
	"VERSION.MISMATCH": {
		title: "The installed Go reports another version than was requested",
		why: "Its name and its content do not belong together.",
		decided: "What the installed go version printed was compared with the version that was resolved.",
		fix: "Report the source; it serves something else under this name.",
		severity: "error",
		exit: 73,
		explains: []
	},
	"CFG.PROXY_URL_INVALID": {
		title: "A proxy variable holds no valid URL",
		why: "The value cannot be connected to.",
		fix: "Write http://host:port.",
		severity: "error",
		exit: 71,
		explains: []
	},
	"CFG.PROXY_SCHEME": {
		title: "The proxy scheme is not supported",
		why: "Only http and https proxies are supported.",
		fix: "Use an http:// proxy.",
		severity: "error",
		exit: 71,
		explains: []
	},
	"CFG.PROXY_CGI": {
		title: "HTTP_PROXY is not used because REQUEST_METHOD is set",
		why: "In a CGI program HTTP_PROXY may come from a header of the request, so Go refuses it as well.",
		decided: "The address is plain http, and both HTTP_PROXY and REQUEST_METHOD are set.",
		fix: "Remove REQUEST_METHOD from the environment, or use https addresses with HTTPS_PROXY.",
		severity: "error",
		exit: 71,
		explains: []
	},
	"CFG.GOPROXY_INVALID": {
		title: "GOPROXY cannot be read",
		why: "An entry is neither a URL, nor direct, nor off.",
		fix: "Correct the entry, or remove the setting with go env -u GOPROXY.",
		severity: "error",
		exit: 71,
		explains: []
	},
	"CFG.TLS_DISABLED": {
		title: "TLS verification is switched off by NODE_TLS_REJECT_UNAUTHORIZED",
		why: "Every connection would be open to whoever stands in the path.",
		fix: "Remove the variable; give a private CA with ca-file instead.",
		severity: "error",
		exit: 71,
		explains: []
	},
	"OFFLINE.NOT_FOUND": {
		title: "Nothing local satisfies the request",
		why: "offline is set, and no packet may leave.",
		decided: "With offline: true the tool cache and all local sources were looked through.",
		fix: "Provide the version in the tool cache or as a file:// source.",
		severity: "error",
		exit: 71,
		explains: []
	},
	"SELF.DRAINED": {
		title: "The run ended without a result",
		why: "An operation never finished; without this guard the step would be green.",
		decided: "The event loop of Node became empty while the run had no result yet.",
		fix: "Report this as a bug.",
		severity: "error",
		exit: 70,
		explains: []
	},
	"SELF.BUG": {
		title: "An unexpected error occurred",
		why: "This is a defect of the product.",
		decided: "Something was thrown that is no failure of this program, or a good end was reported without a proved Go.",
		fix: "Report this as a bug, with the evidence.",
		severity: "error",
		exit: 70,
		explains: []
	},
	"SELF.INTERRUPTED": {
		title: "The run was interrupted by a signal",
		why: "The job was cancelled or timed out.",
		fix: "Run again.",
		severity: "error",
		exit: 75,
		explains: []
	}
};
// src/domain/codes-signature.ts
const SIGNATURE_CODES = {
	"PGP.BAD_SIGNATURE": {
		title: "The OpenPGP signature does not belong to this archive",
		why: "The archive or the signature is not what was published.",
		decided: "The signature was checked with the shipped key: it was not made by that key, or for other bytes, or with a hash that is no longer accepted.",
		fix: "Do not use this source; compare its archive and its .asc with those of another one.",
		severity: "error",
		exit: 73,
		explains: []
	},
	"PGP.UNKNOWN_SUBKEY": {
		title: "The signature is of a key that this release does not know: its key block is outdated",
		why: "The Go project signs with a new subkey about every year. An unknown one is no sign of an attack, and no proof either.",
		decided: "The key that the signature names is not among the subkeys that the shipped primary key has bound for signing.",
		fix: "Update setup-go-robust, or make the checksum database reachable.",
		severity: "warning",
		exit: 73,
		explains: []
	},
	"PGP.EXPIRED_SUBKEY": {
		title: "The signature was made when its key was not valid",
		why: "A key that has expired, or was revoked, vouches only for what it signed before.",
		decided: "The time in the signature lies outside the validity of the subkey or its primary key. That the key has expired since does not matter.",
		fix: "Do not use this source, or prove the archive by the checksum database.",
		severity: "error",
		exit: 73,
		explains: []
	},
	"PGP.OLD_SIGNATURE": {
		title: "The signature is older than the release that it should cover",
		why: "Whoever has stolen an expired key can date a signature back into its validity.",
		decided: "The time in the signature is before this release can have been made: before the month of its line, before the shipped table, or before the time in VERSION.",
		fix: "Do not use this source, or prove the archive by the checksum database.",
		severity: "error",
		exit: 73,
		explains: []
	},
	"PGP.WRONG_RELEASE": {
		title: "The signed archive is another release",
		why: "A signature covers the bytes and not the name: an old release can be served under a new name.",
		decided: "The signature is right, and VERSION inside the archive names another release than the one that was asked for.",
		fix: "Do not use this source.",
		severity: "error",
		exit: 73,
		explains: []
	},
	"SIG.BAD_SIGNATURE": {
		title: "The signature was not made with this key",
		why: "Somebody else signed, or the signature was altered.",
		decided: "The bundle names the SHA-256 of this very file, and its signature over the file does not verify with the key.",
		fix: "Compare the key with the one that the build was signed with; do not use the build before it verifies.",
		severity: "error",
		exit: 73,
		explains: []
	},
	"SIG.WRONG_ARTIFACT": {
		title: "The bundle is of another file",
		why: "Each build has a bundle of its own; or the file was altered after it was signed.",
		decided: "The SHA-256 that the bundle names differs from that of the file; both stand in the evidence.",
		fix: "Take the bundle that was made for this file.",
		severity: "error",
		exit: 73,
		explains: []
	},
	"SIG.MALFORMED": {
		title: "The bundle could not be read",
		why: "It is no Sigstore bundle, or it was cut.",
		decided: "It is not JSON of the form of a Sigstore bundle with a signature over a file.",
		fix: "Sign with cosign sign-blob --bundle, and name that file.",
		severity: "error",
		exit: 73,
		explains: []
	},
	"SIG.UNSUPPORTED": {
		title: "The bundle is of a kind that is not verified here",
		why: "Only signatures of a key that you name are verified: that needs no network, and nobody else has to be believed.",
		decided: "The bundle is not of version 0.3, holds a certificate in place of a key (keyless signing), or an attestation.",
		fix: "Sign with a key: cosign sign-blob --key cosign.key --bundle FILE; or verify the bundle with cosign verify-blob.",
		severity: "error",
		exit: 71,
		explains: []
	},
	"SIG.KEY": {
		title: "The public key cannot be used",
		why: "Bundles are verified with ECDSA on P-256 or with Ed25519.",
		decided: "The file is not a public key in PEM form, or one of another kind.",
		fix: "Name the public key that cosign generate-key-pair wrote: cosign.pub.",
		severity: "error",
		exit: 71,
		explains: []
	},
	"PGP.MALFORMED": {
		title: "What should be an OpenPGP signature or key could not be read",
		why: "A login page or a cut file stands in its place.",
		decided: "The armor, its checksum, or a packet (RFC 4880) is malformed.",
		fix: "Open the address of the .asc by hand.",
		severity: "warning",
		exit: 73,
		explains: []
	}
};
// src/domain/codes-toolchain.ts
const TOOLCHAIN_CODES = {
	"GO.PROXY_CONFIG": {
		title: "GOPROXY cannot be read",
		why: "An entry is neither a URL, nor direct, nor off.",
		fix: "Write URLs with commas or pipes between.",
		severity: "error",
		exit: 71,
		explains: ["CFG.GOPROXY_INVALID"]
	},
	"GO.PROXY_NO_FALLBACK": {
		title: "The first module proxy fails and the list stops there",
		why: "After a comma the next entry is asked only on 404 or 410.",
		fix: "Put a pipe between the entries.",
		severity: "error",
		exit: 71,
		explains: []
	},
	"GO.PROXY_HTML": {
		title: "The module proxy answers with a web page",
		why: "A login or a portal stands in front of it.",
		fix: "Open the address by hand; log in or use another proxy.",
		severity: "error",
		exit: 72,
		explains: ["LIST.MALFORMED"]
	},
	"GO.PROXY_BAD_ZIP": {
		title: "The module proxy serves a zip that is none",
		why: "A page or a cut file comes under its name; not even a pipe helps.",
		fix: "Use another proxy; tell the operator.",
		severity: "error",
		exit: 72,
		explains: ["ARC.NOT_ZIP"]
	},
	"GO.PRIVATE_IN_SUMDB": {
		title: "A private module is looked up in the public checksum database",
		why: "The database cannot know it.",
		fix: "Set GOPRIVATE to its path.",
		severity: "error",
		exit: 71,
		explains: ["SUM.NOT_FOUND"]
	},
	"GO.SUMDB_UNREACHABLE": {
		title: "The checksum database cannot be reached",
		why: "Neither directly nor through the module proxy.",
		fix: "Use a proxy that serves it, or GOSUMDB=sum.golang.google.cn.",
		severity: "error",
		exit: 72,
		explains: ["SUM.UNREACHABLE", "VER.NO_PROOF"]
	},
	"GO.SUMDB_GARBAGE": {
		title: "The checksum database seems to answer nonsense",
		why: "A portal or a broken proxy answers in its place.",
		fix: "Open the address by hand; use another proxy.",
		severity: "error",
		exit: 72,
		explains: [
			"SUM.GARBAGE",
			"SUM.NOTE",
			"VER.NO_PROOF"
		]
	},
	"GO.SUMDB_MISMATCH": {
		title: "A module differs from the checksum database",
		why: "The proxy or the repository serves other content.",
		fix: "Do not use it; compare with another proxy.",
		severity: "error",
		exit: 73,
		explains: []
	},
	"GO.GOSUM_MISMATCH": {
		title: "A module differs from go.sum",
		why: "A tag was moved, or the content was changed.",
		fix: "Compare with the checksum database before anything else.",
		severity: "error",
		exit: 73,
		explains: []
	},
	"GO.TOOLCHAIN_ABSENT": {
		title: "No module proxy has the toolchain that is wanted",
		why: "The proxy does not serve golang.org/toolchain.",
		fix: "Add a proxy that has it, or install the version.",
		severity: "error",
		exit: 72,
		explains: []
	},
	"GO.VCS_AUTH": {
		title: "The repository wants a login",
		why: "git cannot ask for it in a job.",
		fix: "Give a token, and set GOPRIVATE.",
		severity: "error",
		exit: 72,
		explains: []
	},
	"GO.VCS_NOT_FOUND": {
		title: "The repository was not found",
		why: "It does not exist, or it is private and no token was given.",
		fix: "Check the path; give a token.",
		severity: "error",
		exit: 72,
		explains: []
	},
	"GO.NO_META": {
		title: "The host does not say where the module is",
		why: "There is no go-import meta tag on its page.",
		fix: "Check the module path.",
		severity: "error",
		exit: 72,
		explains: []
	},
	"GO.UNKNOWN_VERSION": {
		title: "The version of a module does not exist",
		why: "No tag or revision has this name.",
		fix: "Choose a version that exists.",
		severity: "error",
		exit: 71,
		explains: []
	}
};
// src/domain/codes-tools.ts
const TOOL_CODES = {
	"GO.VCS_AUTH": entry(71, "The repository asks for credentials", {
		why: "The job has none, or they do not reach this repository; a public proxy cannot see a private module either.",
		fix: "Give git a token of this host (credential helper, .netrc or url.insteadOf), and name the path in GOPRIVATE."
	}),
	"GO.VCS_NOT_FOUND": entry(71, "The repository does not exist, or is hidden", {
		why: "Hosts hide private repositories from those who may not read them.",
		fix: "Check the path; for a private repository give git a token and set GOPRIVATE."
	}),
	"GO.VCS_UNREACHABLE": entry(72, "The repository could be reached by no secure protocol", {
		why: "Neither https nor ssh answered; Go does not tell why.",
		fix: "Try by hand: git ls-remote https://HOST/PATH."
	}),
	"GO.VCS_STAMP": entry(71, "The state of the repository cannot be read for the build stamp", {
		why: "The checkout belongs to another user (git refuses it), or git or the history is missing.",
		fix: "Run git config --global --add safe.directory DIR."
	}),
	"CFG.PROXY_SOCKS": entry(71, "The SOCKS proxy does not work", {
		why: "Another service listens there, or the client has no SOCKS.",
		fix: "Use an http:// proxy."
	}),
	"CFG.PROXY_SCHEME_MISMATCH": entry(71, "The proxy does not speak TLS", {
		why: "The proxy variable says https, and the proxy speaks plain http.",
		fix: "Write http:// in the proxy variable; https addresses still pass it encrypted."
	}),
	"CFG.URL_INVALID": entry(71, "The address cannot be read", {
		why: "It is no URL.",
		fix: "Correct the address."
	}),
	"PROXY.UNREACHABLE": entry(72, "The proxy cannot be reached", {
		why: "The proxy variable names it, and no connection comes about.",
		fix: "Correct the proxy variable, or allow the way to the proxy."
	}),
	"TLS.WEAK_SIG": entry(72, "The certificate is signed with an algorithm that is refused", {
		why: "SHA-1 signatures can be forged.",
		fix: "The operator must renew the certificate."
	}),
	"TLS.EKU": entry(72, "The certificate is not for servers", {
		why: "Its key usage does not allow it.",
		fix: "The operator must install a server certificate."
	}),
	"TLS.UNTRUSTED_GIT": entry(72, "git does not trust the certificate", {
		why: "git has a store of its own; that Go and Node trust the CA does not help it.",
		fix: "Run git config --global http.sslCAInfo FILE."
	}),
	"H2.STREAM": entry(75, "The server cancelled an HTTP/2 stream", {
		why: "A server or a middlebox gave up in the middle.",
		fix: "Retry; when it comes back, set GODEBUG=http2client=0."
	}),
	"H2.GOAWAY": entry(75, "The server closed the HTTP/2 connection", {
		why: "It restarts, or limits its clients.",
		fix: "Retry; when it comes back, set GODEBUG=http2client=0."
	}),
	"PATH.RESET": entry(75, "The connection was reset", {
		why: "A filter, an idle limit or the server cut it; the text alone does not tell which.",
		fix: "Retry; then run doctor, which looks for the place."
	}),
	"PATH.CLOSED": entry(75, "The connection was closed too early", {
		why: "A filter, a proxy or the server closed it; the text alone does not tell which.",
		fix: "Retry; then run doctor, which looks for the place."
	}),
	"PATH.STALL": entry(75, "No answer came in time", {
		why: "The server, or something before it, keeps silent; the text alone does not tell which.",
		fix: "Retry; then run doctor, which looks for the place."
	}),
	"ARC.NOT_TAR": entry(73, "The file is not a tar archive", {
		why: "It was compressed twice, or it is something else.",
		fix: "Delete it and fetch it from another source."
	}),
	"RUN.NOT_FOUND": entry(71, "The command was not found", {
		why: "No program of this name is on PATH.",
		fix: "Check the name and PATH."
	}),
	"RUN.NOT_EXECUTABLE": entry(71, "The command cannot be executed", {
		why: "It lacks the permission, is for another platform, or lies on a noexec mount.",
		fix: "Check its mode, its platform and the mount."
	}),
	"LOG.UNDETERMINED": entry(75, "The log shows a failure that is not known here", {
		why: "No known text of go, git, tar or curl was seen.",
		fix: "Look at the line that is quoted; run the command again with more output (go build -x, GIT_TRACE=1, curl -v)."
	})
};
function entry(exit, title, { why, fix }) {
	return {
		title,
		why,
		fix,
		severity: "error",
		exit,
		explains: []
	};
}
// src/domain/codes-trust.ts
const TRUST_CODES = {
	"VER.NO_PROOF": {
		title: "Nothing could prove the archive",
		why: "No byte is accepted on the word of the source that served it.",
		decided: "No root of trust knows the archive: neither the checksum database, nor the release table, nor a pinned checksum.",
		fix: "Make the checksum database or a proxy with /sumdb/ reachable, or pin the archive with checksum.",
		severity: "error",
		exit: 73,
		explains: []
	},
	"VER.TAMPERED": {
		title: "The content differs from what was published",
		why: "The source serves other bytes than the Go project published under this name.",
		decided: "The hash that was computed from all bytes differs from the proved one; both stand in the evidence.",
		fix: "Do not use this source; report both hashes to its operator.",
		severity: "error",
		exit: 73,
		explains: []
	},
	"VER.CHECKSUM_PIN": {
		title: "The archive differs from the checksum that was pinned",
		why: "The pin and the archive do not belong together.",
		decided: "The hash that was computed differs from the input checksum, whatever other roots say.",
		fix: "Compare the pin with the published value of this version and platform.",
		severity: "error",
		exit: 73,
		explains: []
	},
	"VER.CACHE_DAMAGED": {
		title: "The tool-cache entry is not the published Go",
		why: "Files were changed, added or lost after it was installed.",
		decided: "The tree hash of the installed files, or its record, differs from what was proved.",
		fix: "It is replaced; when it comes back, look for what writes into the tool cache.",
		severity: "warning",
		exit: 73,
		explains: []
	},
	"SUM.NOTE": {
		title: "The signed tree head of the checksum database is not authentic",
		why: "The signature does not belong to the key of the database.",
		decided: "The Ed25519 signature of the tree head was checked with the key that is built in.",
		fix: "Something between here and the database alters answers; use another proxy.",
		severity: "error",
		exit: 73,
		explains: ["VER.NO_PROOF"]
	},
	"SUM.RECORD": {
		title: "The checksum database answered with a record that does not answer the question",
		why: "An empty answer or a record of another module proves nothing (CVE-2026-42501).",
		decided: "The record does not name this module and version, or it is empty.",
		fix: "Use another proxy for the checksum database.",
		severity: "error",
		exit: 73,
		explains: ["VER.NO_PROOF"]
	},
	"SUM.PROOF": {
		title: "The record is not in the signed tree",
		why: "The Merkle proof does not lead to the signed root (RFC 6962).",
		decided: "The inclusion proof was computed from the record up to the signed root.",
		fix: "Use another proxy for the checksum database.",
		severity: "error",
		exit: 73,
		explains: ["VER.NO_PROOF"]
	},
	"SUM.FORK": {
		title: "The tree head contradicts the one that is built into this release",
		why: "The log that is shown here is not the public one.",
		decided: "The signed tree was compared with the tree head that is built in; one is no continuation of the other.",
		fix: "Report both tree heads; use another network path.",
		severity: "error",
		exit: 73,
		explains: ["VER.NO_PROOF"]
	},
	"SUM.NOT_FOUND": {
		title: "The checksum database does not know this release",
		why: "The release does not exist, or the proxy refuses it.",
		decided: "A server of the database said that it has no such record, and none answered with one.",
		fix: "Check the version, or ask another proxy.",
		severity: "error",
		exit: 72,
		explains: ["VER.NO_PROOF"]
	},
	"SUM.UNREACHABLE": {
		title: "The checksum database could not be asked",
		why: "Neither a proxy nor the database nor its alias answered.",
		decided: "Each server of the database was asked; the code that each ended with stands in the evidence.",
		fix: "Set GOPROXY to a proxy that serves /sumdb/, or allow sum.golang.org.",
		severity: "error",
		exit: 72,
		explains: ["VER.NO_PROOF"]
	},
	"SUM.GARBAGE": {
		title: "An answer of the checksum database could not be read",
		why: "A login page or a broken proxy answers in its place.",
		decided: "The answer could not be parsed as a record, a note or a tile.",
		fix: "Open the address by hand; use another proxy.",
		severity: "error",
		exit: 72,
		explains: ["VER.NO_PROOF"]
	},
	"LIST.MALFORMED": {
		title: "A version list could not be read",
		why: "It is not JSON of the expected shape, or it was cut.",
		decided: "The list could not be parsed, or its entries do not have the form of releases.",
		fix: "Use another source.",
		severity: "error",
		exit: 72,
		explains: []
	},
	"LIST.UNAVAILABLE": {
		title: "A version list is not available",
		why: "The source did not answer with a list.",
		decided: "The list could not be read, and another one, or the shipped table, took its place.",
		fix: "Use another source.",
		severity: "error",
		exit: 72,
		explains: []
	},
	"LIST.STALE": {
		title: "No version list could be read, so one that was kept answers",
		why: "It says which releases existed when it was read; a newer one is not known, and its content is proved as always.",
		fix: "Make one of the sources reachable that have a list, or request an exact version.",
		severity: "warning",
		exit: 72,
		explains: []
	},
	"ARC.NOT_GZIP": {
		title: "The file is not a gzip archive",
		why: "Its first bytes are something else.",
		decided: "The first bytes are not those of gzip; they stand in the evidence.",
		fix: "Use another source.",
		severity: "error",
		exit: 73,
		explains: []
	},
	"ARC.NOT_ZIP": {
		title: "The file is not a zip archive",
		why: "Its end record is missing or wrong.",
		decided: "The first bytes are not those of a zip file; they stand in the evidence.",
		fix: "Use another source.",
		severity: "error",
		exit: 73,
		explains: []
	},
	"ARC.TRUNCATED": {
		title: "The archive ends early",
		why: "Bytes are missing at its end.",
		decided: "The container ended before its own end mark.",
		fix: "Use another source.",
		severity: "error",
		exit: 73,
		explains: []
	},
	"ARC.CORRUPT": {
		title: "The archive is damaged",
		why: "Its own checksum or structure is wrong.",
		decided: "A checksum or a header inside the container is wrong.",
		fix: "Use another source.",
		severity: "error",
		exit: 73,
		explains: []
	},
	"ARC.NAME": {
		title: "The archive holds a name that is refused",
		why: "It would write outside its directory, or collide on some file systems.",
		decided: "An entry has a name that leads out of the target, or that not every system can hold.",
		fix: "Do not use this source.",
		severity: "error",
		exit: 73,
		explains: []
	},
	"ARC.TYPE": {
		title: "The archive holds an entry that is neither file nor directory",
		why: "Links and devices do not occur in a Go archive.",
		decided: "An entry is neither a file nor a directory.",
		fix: "Do not use this source.",
		severity: "error",
		exit: 73,
		explains: []
	},
	"ARC.LIMIT": {
		title: "The archive exceeds a size or count limit",
		why: "It would fill the disk.",
		fix: "Do not use this source.",
		severity: "error",
		exit: 73,
		explains: []
	},
	"ARC.LAYOUT": {
		title: "The archive does not hold a Go tree",
		why: "The top directory or VERSION is not what a Go archive has.",
		decided: "After unpacking, VERSION or bin/go is not where a Go has it.",
		fix: "Check the source or template.",
		severity: "error",
		exit: 73,
		explains: []
	}
};
// src/domain/catalogue.ts
const entries = {
	...REQUEST_CODES,
	...TRUST_CODES,
	...SIGNATURE_CODES,
	...CONNECTION_CODES,
	...HTTP_CODES,
	...MACHINE_CODES,
	...CACHE_CODES,
	...PROGRAM_CODES,
	...GO_CODES,
	...TOOL_CODES,
	...MODCACHE_CODES,
	...GO_ENVIRONMENT_CODES,
	...PROJECT_CODES,
	...REPLACE_CODES,
	...BOOT_CODES,
	...DIAGNOSIS_CODES,
	...PATH_CODES,
	...HANDSHAKE_CODES,
	...ANSWER_CODES,
	...TOOLCHAIN_CODES,
	...MIRROR_CODES,
	...METRICS_CODES
};
const CATALOGUE = entries;
Object.keys(entries);
// src/domain/finding.ts
function finding(code, detail) {
	const entry = CATALOGUE[code];
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
const SECOND = 1e3;
const MINUTE = 60 * SECOND;
const KIB = 1024;
const MIB = 1024 * KIB;
function phaseMs(limits, phase, nowMs) {
	return Math.max(0, Math.round(Math.min(limits[phase], (limits.untilMs ?? Number.POSITIVE_INFINITY) - nowMs)));
}
const ARCHIVE_PHASES = {
	lookupMs: 6 * SECOND,
	connectMs: 5 * SECOND,
	proxyMs: 8 * SECOND,
	tlsMs: 8 * SECOND,
	firstByteMs: 15 * SECOND
};
const METADATA_PHASES = {
	lookupMs: 6 * SECOND,
	connectMs: 4 * SECOND,
	proxyMs: 5 * SECOND,
	tlsMs: 5 * SECOND,
	firstByteMs: 8 * SECOND
};
const LISTING_PHASES = {
	lookupMs: 3 * SECOND,
	connectMs: 3 * SECOND,
	proxyMs: 3 * SECOND,
	tlsMs: 3 * SECOND,
	firstByteMs: 3 * SECOND
};
const LIMITS = {
	totalMs: 10 * MINUTE,
	stallMs: 20 * SECOND,
	minimumRateBytesPerSecond: 16 * KIB,
	minimumRateWindowMs: 60 * SECOND,
	metadataBodyMs: 15 * SECOND,
	listingGraceMs: 2 * SECOND,
	publicListsAfterMs: SECOND,
	keptListingMs: 43200 * MINUTE,
	keptReleaseCount: 300,
	keptListingBytes: 64 * KIB,
	patchProbeMs: 4 * SECOND,
	redirectCount: 10,
	errorBodyMs: SECOND,
	errorBodyBytes: 4 * KIB,
	connectStaggerMs: 250,
	connectAddressCount: 8,
	socketBufferBytes: 128 * KIB,
	idleConnectionMs: 4 * SECOND,
	headerBytes: 64 * KIB,
	execOutputBytes: MIB,
	listingBytes: 16 * MIB,
	sumdbAnswerBytes: MIB,
	sumdbServerMs: 15 * SECOND,
	sumdbAnswerMs: 6 * SECOND,
	unprovedGraceMs: 2 * SECOND,
	sumdbParallelCount: 8,
	sumsParallelCount: 24,
	sumsBatchCount: 96,
	sumsQuickMs: 5 * SECOND,
	unpackedBytes: 500 * MIB,
	archiveBytes: 500 * MIB,
	entryCount: 65534,
	zipDirectoryBytes: 16 * MIB,
	zipTailBytes: 2 * MIB,
	tarMetadataBytes: 64 * KIB,
	pathBytes: 1024,
	freeSpaceBytes: 96 * MIB,
	freeInodes: 1e4,
	lockPollMs: 100,
	lockHeartbeatMs: 2 * SECOND,
	lockStaleMs: 30 * SECOND,
	lockDeadOwnerMs: 6 * SECOND,
	stagingMaxAgeMs: 1440 * MINUTE,
	renameRetryMs: 15 * SECOND,
	renameRetryPauseMs: 50,
	execMs: 60 * SECOND,
	goEnvMs: 10 * SECOND,
	releaseTableBytes: 4 * MIB,
	proofGraceMs: SECOND,
	signatureMs: 4 * SECOND,
	keyBlockBytes: 256 * KIB,
	signatureBundleBytes: MIB,
	publicKeyBytes: 16 * KIB,
	sidecarBytes: 4 * KIB,
	backoffMs: [500, 2 * SECOND],
	patientRoundMs: 4 * SECOND,
	retryAfterMs: 30 * SECOND,
	knownPlatformCount: 8,
	lookupAgainMs: SECOND,
	nameKeptMs: 5 * SECOND,
	budgetGraceMs: 5 * SECOND,
	fallbackVersionCount: 3,
	caFileBytes: 4 * MIB,
	versionFileBytes: 4 * MIB,
	cacheLookupMs: 5 * SECOND,
	cacheRetryPauseMs: 3 * SECOND,
	cacheRestoreMs: 4 * MINUTE,
	cacheSaveMs: 8 * MINUTE,
	postExitMs: 200,
	postMs: 18 * MINUTE,
	cacheStopMs: SECOND,
	cacheReserveMs: 5 * SECOND,
	dependencyDepth: 16,
	dependencyDirectoryCount: 2e4,
	dependencyFileCount: 5e3,
	dependencyFileBytes: 32 * MIB,
	projectModuleCount: 500,
	projectReplacementCount: 1e3,
	goSumBytes: 8 * MIB,
	projectBytes: 32 * MIB,
	hedgeFirstMs: SECOND,
	hedgeNextMs: 500,
	answerMs: 7 * SECOND,
	answerAmongOthersMs: 5 * SECOND,
	answerLeastMs: 2500,
	lateMs: 100,
	joinAfterMs: 400,
	sampleMs: 250,
	joinWorthMs: 1500,
	segmentBytes: MIB,
	segmentMinBytes: 256 * KIB,
	windowBytes: 16 * MIB,
	stallAmongOthersMs: 1500,
	standstillMs: SECOND,
	drainBytes: 64 * KIB,
	breakerMs: 2 * SECOND,
	breakerMaxMs: 32 * SECOND,
	spoolAfterMs: 10 * SECOND,
	spoolJudgeMs: 1500,
	spoolHeldBytes: 4 * MIB,
	spoolPieceBytes: 256 * KIB,
	spoolPieceMs: 250,
	diagnoseMs: 25 * SECOND,
	diagnoseReserveMs: 5 * SECOND,
	reportFilesMs: 5 * SECOND,
	pushMs: 5 * SECOND,
	pushLateMs: SECOND,
	gitConfigMs: 2 * SECOND,
	mountTableBytes: 4 * MIB,
	caDirectoryFileCount: 32,
	buildSpaceBytes: 64 * MIB,
	buildInodes: 1e3,
	settingBytes: 4 * KIB,
	killGraceMs: 2 * SECOND
};
// src/domain/report.ts
const REPORT_SCHEMA = "setup-go-robust/report@1";
function processExitCode({ log, exitCode }) {
	return log?.exitCode ?? exitCode;
}
// src/policy/causes.ts
const GRAVITY = [
	73,
	71,
	74,
	72,
	75
];
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
		const parent = present.find((item) => explains$1(item.code, root.code) && !used.includes(item.code));
		if (parent === void 0) return chain;
		chain = [parent, ...chain];
	}
}
function explains$1(cause, symptom) {
	return CATALOGUE[cause].explains.includes(symptom);
}
function rank$1(chain) {
	const position = GRAVITY.indexOf(CATALOGUE[chain[0].code].exit);
	return position === -1 ? GRAVITY.length : position;
}
// src/domain/product.ts
const PRODUCT = {
	name: "setup-go-robust",
	version: "0.1.0"
};
const REPOSITORY = "https://github.com/org/setup-go-robust";
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
	const line = text.slice(0, maxLength * 2).replace(/[\s\u0085]+/gu, " ").replace(DECEPTIVE$1, "\ufffd").trim();
	const characters = [...line];
	return characters.length > maxLength || text.length > maxLength * 2 ? `${characters.slice(0, maxLength - 1).join("")}\u2026` : line;
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
// src/report/diagnosis-wording.ts
const LEAD$2 = {
	cause: "Found",
	likely: "Likely cause",
	undetermined: "Something fails, and the cause is not clear; it may be"
};
function diagnosisHeadline({ causes, targets }) {
	const [first, ...more] = causes;
	if (first === void 0) {
		const count = targets.length === 1 ? "one address was" : `${targets.length} addresses were`;
		return targets.length === 0 ? "Nothing is wrong with what was looked at" : `Nothing is wrong: ${count} looked at`;
	}
	const rest = more.length === 0 ? "" : `, and ${more.length === 1 ? "one more" : `${more.length} more`}`;
	return `${LEAD$2[first.verdict]}: ${CATALOGUE[first.code].title}${rest}`;
}
function stepsText({ steps }) {
	if (steps.length === 0) return "not reached";
	return steps.map(({ stage, ok, ms, detail }) => `${stage} ${ok ? "ok" : detail || "failed"} ${durationText(ms)}`).join(", ");
}
function confidenceText(confidence) {
	return `${Math.min(99, Math.round(confidence * 100))} %`;
}
// src/report/log-wording.ts
function logHeadline({ cause, outcome }, log) {
	const what = log.exitCode === void 0 ? log.of : `${log.of} ${ending(log)}`;
	if (cause === null) return outcome === "ok" ? `${what}: no failure is seen in ${log.lines} lines` : what;
	return `${what}: ${{
		cause: "",
		likely: "likely: ",
		undetermined: ""
	}[cause.verdict]}${CATALOGUE[cause.code].title}`;
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
const SOURCE_COLUMNS = [
	"Source",
	"State",
	"First byte",
	"Rate",
	"Go",
	"Range",
	"Seen"
];
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
		...state !== "usable" && code !== void 0 ? [CATALOGUE[code].title] : [],
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
	if (report.command === "doctor" && report.diagnosis !== void 0) return diagnosisHeadline(report.diagnosis);
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
	return `${what}${LEAD$1[report.cause.verdict]}: ${CATALOGUE[report.cause.code].title}`;
}
const LEAD$1 = {
	cause: "",
	likely: "; likely cause",
	undetermined: "; possible cause"
};
function verdictWord(cause) {
	return cause.verdict === "cause" ? "certain" : cause.verdict;
}
function actionable(report) {
	const { cause } = report;
	if (cause === null) return [];
	const main = report.findings.find((item) => item.code === cause.code);
	const present = report.findings.filter((item) => item.severity !== "info");
	const explained = new Set(present.flatMap((item) => CATALOGUE[item.code].explains));
	const edits = report.findings.filter((item) => item !== main && item.severity === "error" && (CATALOGUE[item.code].exit === 64 || item.code.startsWith("INPUT.") || item.location !== void 0) && !cause.chain.slice(1).includes(item.code) && !explained.has(item.code));
	return main === void 0 ? edits : [main, ...edits];
}
function repairs(finding) {
	if (finding.fixes.length === 0) return [{
		title: CATALOGUE[finding.code].fix,
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
	if (code === void 0) return END_REASONS[end];
	return report.findings.find((item) => item.code === code && item.subject === source)?.message ?? CATALOGUE[code].title;
}
function remarks(report) {
	const shown = actionable(report);
	return report.findings.filter((item) => !shown.includes(item) && !report.attempts.some((attempt) => attempt.source === item.subject && attempt.code === item.code));
}
// src/report/annotations.ts
const SHOWN_COUNT = 10;
function annotationsOf(report) {
	const causes = actionable(report);
	const errors = causes.map((item, index) => annotation("error", item, index === 0 ? tried$1(report) : []));
	if (report.outcome === "failed" && causes.length === 0) errors.push({
		level: "error",
		title: "Undetermined",
		message: plain(headline(report))
	});
	const isGood = report.outcome !== "failed";
	const warnings = report.findings.filter((item) => item.severity === "warning" || isGood && item.severity === "error" && CATALOGUE[item.code].exit === 73).filter((item) => !(report.cause?.chain ?? []).includes(item.code)).map((item) => annotation("warning", item, []));
	return [...errors, ...warnings].slice(0, SHOWN_COUNT);
}
function tried$1(report) {
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
		title: plain(`${finding.code}: ${CATALOGUE[finding.code].title}`, 120),
		message: lines.map((line) => plain(line)).join("\n"),
		...location === void 0 ? {} : { file: location.file },
		...location?.line === void 0 ? {} : { line: location.line }
	};
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
// src/report/diagnosis-text.ts
const TARGET_COUNT = 20;
const CAUSE_COUNT = 5;
function diagnosisLines({ targets, causes, warnings }) {
	const seen = targets.slice(0, TARGET_COUNT).flatMap((target) => {
		const via = target.via === "direct" ? "" : ` through ${target.via}`;
		return [plain(`  ${target.url}${via}`), `    ${plain(stepsText(target))}`];
	});
	const left = targets.length > TARGET_COUNT ? [`  and ${targets.length - TARGET_COUNT} more`] : [];
	return [
		...seen.length === 0 ? [] : [
			"",
			"Seen",
			...seen.map(indented),
			...left
		],
		...causes.slice(0, CAUSE_COUNT).flatMap((cause) => ["", ...causeLines(cause)]),
		...causes.length > CAUSE_COUNT ? ["", `  and ${causes.length - CAUSE_COUNT} more causes; report.json has all`] : [],
		...warnings.length === 0 ? [] : ["", ...column$1("Note", warnings.map((item) => `${item.code} ${item.subject}: ${item.message}`))]
	];
}
function indented(line) {
	return line.startsWith("    ") ? line : `  ${line.trim()}`;
}
function causeLines(cause) {
	const { code, subject, verdict, confidence, chain, evidence, fixes, ruledOut, rivals, decidingTest } = cause;
	const word = verdict === "cause" ? "certain" : verdict;
	const repair = fixes.flatMap((fix) => [plain(fix.title), ...fix.text === "" ? [] : plainLines(fix.text).map((line) => `  ${line}`)]);
	return [
		labelled$1("Cause", `${code} ${subject} (${word}, ${confidenceText(confidence)})`),
		labelled$1("", CATALOGUE[code].title),
		labelled$1("Why", CATALOGUE[code].why),
		...column$1("Evidence", evidence.map((item) => `${item.name}: ${item.value}`)),
		...column$1("Follows", chain.slice(1).map((item) => `${item} ${CATALOGUE[item].title}`)),
		...column$1("Or", rivals.map((item) => `${item.code} ${CATALOGUE[item.code].title} (${confidenceText(item.confidence)})`)),
		...decidingTest === void 0 ? [] : [labelled$1("Decides", decidingTest)],
		...repair.map((line, index) => `${label$1(index === 0 ? "Fix" : "")}${line}`),
		...column$1("Not", ruledOut.map((item) => `${item.code}: ${item.why}`))
	];
}
function column$1(name, lines) {
	return lines.slice(0, 20).map((line, index) => labelled$1(index === 0 ? name : "", line));
}
function labelled$1(name, value) {
	return `${label$1(name)}${plain(value)}`;
}
function label$1(name) {
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
function repairText$1(repair) {
	return `${repair.code}: ${repairWords(repair)}`;
}
function repairWords({ title, state, before, after }) {
	const change = state === "planned" ? "" : ` (before: ${before ?? "no failure"}, after: ${after ?? "no failure"})`;
	return `${LEAD[state]}: ${title}${change}`;
}
function repairLines({ repairs = [] }) {
	return repairs.flatMap((repair) => [repairText$1(repair), ...repair.steps.slice(0, 8).map(({ title, text }) => `- ${title}${text === "" ? "" : `: ${text}`}`)]);
}
// src/report/text.ts
function renderText(report) {
	const lines = report.command === "doctor" && report.diagnosis !== void 0 ? diagnosisLines(report.diagnosis) : [...sourceLines(report), ...outcomeLines(report)];
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
		...column("Follows", (cause?.chain.slice(1) ?? []).map((code) => `${code} ${CATALOGUE[code].title}`)),
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
	return column("Archives", (exported?.files ?? []).map(({ name, how, bytes }) => `${name} ${how}, ${bytesText(bytes)}`));
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
		labelled("Why", CATALOGUE[finding.code].why),
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
	return report.listings.flatMap((item) => item.code === void 0 ? [] : [`list of ${item.source}: ${item.code}, ${CATALOGUE[item.code].title}`]);
}
function remarkLine(finding) {
	return `${finding.code} ${finding.subject}: ${finding.message}`;
}
function column(name, lines) {
	return (lines.length > 30 ? [...lines.slice(0, 29), `and ${lines.length - 29} more`] : lines).map((line, index) => labelled(index === 0 ? name : "", line));
}
function labelled(name, value) {
	return `${label(name)}${plain(value)}`;
}
function label(name) {
	return `  ${name.padEnd(9)}`;
}
// src/report/drained.ts
function lastWords(report) {
	const commands = annotationsOf(report).map(workflowCommand);
	return {
		text: renderText(report),
		workflowCommands: commands.map((line) => `${line}\n`).join("")
	};
}
function workflowCommand(annotation) {
	const { level, message, title, file, line } = annotation;
	return `::${level} ${Object.entries({
		title,
		file,
		line
	}).flatMap(([name, value]) => value === void 0 ? [] : [`${name}=${escapeData(String(value)).replaceAll(":", "%3A").replaceAll(",", "%2C")}`]).join(",")}::${escapeData(message)}`;
}
function escapeData(text) {
	return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
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
// src/report/fold-diagnosis.ts
const CONFIDENCE = {
	cause: "certain",
	likely: "likely",
	undetermined: "possible"
};
function causeFinding(cause) {
	const { code, subject, verdict, evidence, fixes } = cause;
	return {
		...finding(code, {
			subject,
			confidence: CONFIDENCE[verdict],
			severity: "error"
		}),
		evidence,
		fixes
	};
}
function diagnosisFindings({ causes, warnings }) {
	return [...causes.map(causeFinding), ...warnings];
}
function diagnosedCause(known, diagnosis) {
	const causes = diagnosis?.causes ?? [];
	if (known === null) return causes[0] === void 0 ? null : asCause(causes[0], []);
	const behind = causes.find(({ code, verdict, chain }) => {
		if (verdict === "undetermined") return false;
		return code === known.code || chain.includes(known.code) && explains(code, known.code, []);
	});
	return behind === void 0 ? known : asCause(behind, known.chain);
}
function explains(cause, symptom, seen) {
	if (seen.includes(cause)) return false;
	const follows = CATALOGUE[cause].explains;
	return follows.includes(symptom) || follows.some((next) => explains(next, symptom, [...seen, cause]));
}
function asCause({ code, verdict, chain, ruledOut }, symptoms) {
	return {
		code,
		confidence: CONFIDENCE[verdict],
		verdict,
		chain: [...new Set([...chain, ...symptoms])],
		ruledOut: ruledOut.map((each) => each.code)
	};
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
	const endMs = events.at(-1)?.atMs ?? 0;
	const timings = {};
	const open = new Map();
	const close = (phase, atMs) => {
		const startMs = open.get(phase);
		if (startMs === void 0) return;
		open.delete(phase);
		timings[phase] = (timings[phase] ?? 0) + atMs - startMs;
	};
	for (const event of events) {
		if (event.type === "phase-started") open.set(event.phase, event.atMs);
		if (event.type === "phase-ended") close(event.phase, event.atMs);
	}
	for (const phase of [...open.keys()]) close(phase, endMs);
	return {
		...timings,
		total: endMs
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
	const cause = failed ? diagnosedCause(known, diagnosis) : known;
	return {
		schema: REPORT_SCHEMA,
		outcome,
		command: started?.command ?? "",
		product: started?.product ?? "",
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
		timings: foldTimings(events),
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
	const isWarning = CATALOGUE[item.code].exit === 73 || checks.some((check) => isFoundBy(check, item));
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
		if (event.type === "diagnosis") return diagnosisFindings(event);
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
	return cause === null ? CATALOGUE["SELF.BUG"].exit : CATALOGUE[cause.code].exit;
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
		published: false,
		ending: []
	};
	const abort = (reason) => {
		if (stop.signal.aborted) return;
		stop.abort(reason);
		setTimeout(() => cutOff(options, state, monotonicMs() - startMs), grace.budgetGraceMs).unref();
	};
	process.on("beforeExit", () => publishUnsettled(options, state));
	process.on("exit", () => {
		if (!state.settled) speakLast(options, state);
	});
	if (!options.leavesSignals) {
		process.on("SIGINT", () => abort(failure("SELF.INTERRUPTED", { subject: "SIGINT" })));
		process.on("SIGTERM", () => abort(failure("SELF.INTERRUPTED", { subject: "SIGTERM" })));
	}
	process.on("uncaughtException", (error) => abort(error instanceof Error ? error : new Error(String(error))));
	if (Number.isFinite(timeoutMs)) setTimeout(() => abort(budgetUsedUp(timeoutMs)), timeoutMs).unref();
	run(stop.signal).then((report) => settle(options, state, processExitCode(report)), () => process.exit(70));
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
function publishUnsettled(options, state) {
	if (state.settled || state.published) return;
	state.published = true;
	const report = reportOf(options, state);
	options.host.publish(report).then(() => settle(options, state, processExitCode(report)), () => void 0);
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
	const { text, workflowCommands } = lastWords(reportOf(options, state));
	writeSync(host.kind === "github" ? `${text}${workflowCommands}` : text);
	if (process.exitCode === 0) process.exitCode = 70;
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
		case "repair-tried": return notable(`Trying a repair: ${event.title}`);
		case "repair": return event.state === "planned" ? detail(repairText$1(event)) : notable(repairText$1(event));
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
	return plain(text, maxLength).split(" ").map((word) => LINK_LIKE.test(word) ? codeCell(word, 400) : escapeWord(word)).join(" ");
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
	return [
		head,
		head.map(() => "---"),
		...rows
	].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}
function details(title, content) {
	return `<details>\n<summary>${title}</summary>\n\n${content}\n\n</details>`;
}
const LINK_LIKE = /:\/\/|www\.|@|#\d|^\/\/|\w:\w/iu;
function escapeWord(word) {
	return word.replace(/[\\`*_{}[\]#!~$]|^(?:[-+=]+|\d+(?=[.)]))$/gu, "\\$&").replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll("|", "&#124;");
}
function longestRun(text) {
	return Math.max(0, ...(text.match(/`+/gu) ?? []).map((run) => run.length));
}
// src/report/attempt-bars.ts
const WIDTH = 40;
const MAX_ROWS$2 = 20;
const NAME_WIDTH = 14;
function attemptBars({ attempts, timings }) {
	const shown = attempts.slice(0, MAX_ROWS$2);
	if (shown.length === 0) return [];
	const lastMs = Math.max(...shown.map((item) => item.endMs ?? timings["total"] ?? item.startMs));
	const firstMs = Math.min(...shown.map((item) => item.startMs));
	const column = (ms) => Math.round((ms - firstMs) / Math.max(1, lastMs - firstMs) * WIDTH);
	const rows = shown.map((item) => {
		const endMs = item.endMs ?? lastMs;
		const name = plain(item.source, NAME_WIDTH).padEnd(NAME_WIDTH);
		const time = durationText(endMs - item.startMs).padStart(8);
		return `${name} ${bar(item, column, endMs)} ${time}  ${item.code ?? item.end}`;
	});
	return [`${" ".repeat(NAME_WIDTH)} ${`+${durationText(firstMs)}`.padEnd(32)}${`+${durationText(lastMs)}`.padStart(8)}`, ...rows];
}
function bar({ startMs, firstByteMs }, column, endMs) {
	const start = Math.min(column(startMs), 39);
	const end = Math.max(start + 1, column(endMs));
	const body = firstByteMs === void 0 ? end : Math.min(end, Math.max(start, column(firstByteMs)));
	return `${" ".repeat(start)}${"\u2591".repeat(body - start)}${"\u2588".repeat(end - body)}`.padEnd(WIDTH);
}
// src/report/summary-details.ts
const MAX_ROWS$1 = 50;
const OMITTED = "_More is left out here; report.json has all._";
function detailSections(report) {
	return [
		{
			title: "Attempts",
			text: attemptDetails(report)
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
		item.code === void 0 ? "\u2013" : codeCell(item.code),
		item.firstByteMs === void 0 ? "\u2013" : durationText(item.firstByteMs - item.startMs),
		item.endMs === void 0 ? "\u2013" : durationText(item.endMs - item.startMs),
		bytesText(item.bytes)
	]);
	if (rows.length === 0) return "";
	return folded("Attempts", report.attempts.length, `${codeBlock(attemptBars(report))}\n\n${table([
		"Source",
		"Address",
		"End",
		"Code",
		"First byte",
		"Time",
		"Read"
	], rows)}`);
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
	const rows = checks.filter(({ status }) => status !== "passed").slice(0, MAX_ROWS$1).map(({ status, title, subjects, codes }) => [
		status === "failed" ? "\u274c" : "\u26a0\ufe0f",
		prose(title),
		subjects.slice(0, 8).map((subject) => codeCell(subject)).join(", ") || "\u2013",
		codes.map((code) => codeLink(code)).join(", ")
	]);
	const sums = sumsText({ sums: preflight.sums });
	const parts = [
		table([
			"Topic",
			"Passed",
			"Warnings",
			"Failed"
		], counts),
		...rows.length === 0 ? [] : [table([
			"",
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
		"Count",
		"Modules",
		"Verified by"
	], rows));
}
function listingDetails(report) {
	const rows = report.listings.slice(0, MAX_ROWS$1).map((item) => [
		codeCell(item.source),
		codeCell(item.url, 300),
		item.code === void 0 ? `${item.count ?? 0} releases` : codeCell(item.code),
		durationText(item.ms)
	]);
	return folded("Version lists", report.listings.length, table([
		"Source",
		"Address",
		"Result",
		"Time"
	], rows));
}
function remarkDetails(report) {
	const rows = remarks(report);
	const list = rows.slice(0, MAX_ROWS$1).map((item) => `- ${codeLink(item.code)} of ${codeSpan(item.subject)}: ${prose(item.message)}`);
	return folded("Also noticed", rows.length, list.join("\n"));
}
function folded(title, count, content) {
	if (count === 0) return "";
	return details(`${title} (${count})`, count > MAX_ROWS$1 ? `${content}\n\n${OMITTED}` : content);
}
// src/report/diagnosis-mermaid.ts
const EVIDENCE_COUNT = 3;
function causeMermaid(cause) {
	const { code, subject, chain, evidence } = cause;
	const shown = evidence.slice(0, EVIDENCE_COUNT);
	const followers = chain.slice(1);
	return [
		"flowchart LR",
		...shown.map((item, index) => `  e${index}[${quoted(`${item.name}: ${item.value}`)}] -.-> c0`),
		`  c0[${quoted(`${code} ${subject}: ${CATALOGUE[code].title}`)}]`,
		...followers.map((item, index) => `  c${index} --> c${index + 1}[${quoted(`${item}: ${CATALOGUE[item].title}`)}]`)
	];
}
function quoted(text) {
	return `"${[...plain(text, 80)].map((character) => {
		return /[\p{L}\p{N} .,:/_()-]/u.test(character) ? character : `#${character.codePointAt(0) ?? 63};`;
	}).join("")}"`;
}
// src/report/summary-failure.ts
const MAX_PROBLEMS = 20;
const MORE_PROBLEMS = "_There are more problems; report.json has all._";
function failureSections(report) {
	const problems = actionable(report);
	return [
		...problems.slice(0, MAX_PROBLEMS).flatMap((item, index) => problemTexts(report, item, index)).map((text) => ({
			title: "Problems",
			text
		})),
		{
			title: "Problems",
			text: problems.length > MAX_PROBLEMS ? MORE_PROBLEMS : ""
		},
		{
			title: "Cause chain",
			text: chain(report)
		},
		{
			title: "Tried",
			text: tried(report)
		},
		{
			title: "Exit code",
			text: `Exit code ${report.exitCode} (${EXIT_MEANING[report.exitCode]}) after ${durationText(report.timings["total"] ?? 0)}`
		}
	];
}
function problemTexts(report, finding, index) {
	const { cause } = report;
	const verdict = index === 0 && cause !== null ? verdictWord(cause) : "certain";
	const { location } = finding;
	const place = location === void 0 ? "" : ` in ${codeSpan(`${location.file}${location.line ? `:${location.line}` : ""}`)}`;
	const { title, why } = CATALOGUE[finding.code];
	const words = finding.message === title && actionable(report).length === 1 ? why : `${finding.message}. ${why}`;
	const evidence = finding.evidence.slice(0, 12).map((item) => `${prose(item.name, 60)} ${codeSpan(item.value)}`);
	return [
		`**Cause** ${codeLink(finding.code)} of ${codeSpan(finding.subject)}${place} (${verdict}): ${prose(words)}`,
		...evidence.length === 0 ? [] : [`**Evidence** ${evidence.join(" \u00b7 ")}`],
		...repairs(finding).slice(0, 5).map(repairText)
	];
}
function repairText(fix) {
	const title = `**Fix** ${prose(fix.title)}${fix.weakens ? " (this weakens a check)" : ""}`;
	if (fix.text === "") return title;
	const lines = plainLines(fix.text);
	const [only = ""] = lines;
	return lines.length === 1 ? `${title}: ${codeSpan(only)}` : `${title}\n\n${codeBlock(lines)}`;
}
function chain({ cause, diagnosis, findings }) {
	if (cause === null || cause.chain.length < 2) return "";
	const { code } = cause;
	const subject = findings.find((item) => item.code === code)?.subject ?? "";
	const evidence = diagnosis?.causes.find((item) => item.code === code)?.evidence ?? [];
	return codeBlock(causeMermaid({
		code,
		subject,
		chain: cause.chain,
		evidence
	}), "mermaid");
}
function tried(report) {
	const attempts = report.attempts.slice(0, 8).map((item) => [
		item.source,
		item.code ?? item.end,
		attemptReason(report, item)
	]);
	const lists = report.listings.slice(0, 8).flatMap((item) => item.code === void 0 ? [] : [[
		`list of ${item.source}`,
		item.code,
		CATALOGUE[item.code].title
	]]);
	const rows = attempts.length > 0 ? attempts : lists;
	if (rows.length === 0) return "";
	return table([
		"Tried",
		"Result",
		"Reason"
	], rows.map(([source, result, reason]) => [
		codeCell(source),
		codeCell(result),
		prose(reason)
	]));
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
		return [
			codeCell(source),
			codeCell(state),
			...rest.map((cell) => prose(cell))
		];
	});
	return table(SOURCE_COLUMNS, rows);
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
		...failed ? failureSections(report) : [],
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
function isWithoutGo({ outcome, resolved, sources }) {
	return outcome === "failed" && resolved === null || sources !== void 0;
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
function preflightLine({ preflight }) {
	return preflight === void 0 || preflight.checks.length === 0 ? "" : `Preflight: ${preflightCounts(preflight)}`;
}
// src/report/json.ts
const ORDER = [
	...[
		"schema",
		"outcome",
		"command",
		"product",
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
	return `${JSON.stringify(report, (_key, value) => ordered(value), 2).replace(DECEPTIVE, unicodeEscape)}\n`;
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
// src/adapters/report-files.ts
const WRITE = node_fs.constants.O_WRONLY | node_fs.constants.O_CREAT | node_fs.constants.O_TRUNC | (node_fs.constants.O_NONBLOCK ?? 0);
async function writeReportFiles(report, request) {
	const { isAsked, limitMs = LIMITS.reportFilesMs } = request;
	const isWarm = report.outcome === "cached" || report.outcome === "ok";
	await within(limitMs, async () => {
		await (0, node_fs_promises.mkdir)(request.directory, { recursive: true });
		const failures = await writeEach(FILE_RENDERERS, report, request);
		if (isAsked || !isWarm || await hasOlder(request.directory)) {
			const { MORE_FILE_RENDERERS } = await Promise.resolve().then(() => require("./reports.cjs")).then((n) => n.file_renderers_exports);
			failures.push(...await writeEach(MORE_FILE_RENDERERS, report, request));
		}
		if (failures.length > 0) throw failures[0];
	});
}
async function hasOlder(directory) {
	return (0, node_fs_promises.access)((0, node_path.join)(directory, "report.html")).then(() => true, () => false);
}
async function writeEach(renderers, report, { directory, platform }) {
	const wanted = renderers.filter(({ only }) => only === void 0 || only === platform);
	return (await Promise.allSettled(wanted.map(async ({ fileName, render }) => (0, node_fs_promises.writeFile)((0, node_path.join)(directory, fileName), render(report), { flag: WRITE })))).flatMap((result) => result.status === "rejected" ? [result.reason] : []);
}
async function within(limitMs, work) {
	let timer;
	const late = new Promise((_resolve, reject) => {
		timer = setTimeout(() => reject(new Error(`the directory did not take them in ${limitMs} ms`)), limitMs);
	});
	try {
		await Promise.race([work(), late]);
	} finally {
		clearTimeout(timer);
	}
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
	notice: notice$1,
	startGroup,
	endGroup
};
function createGithubHost({ core = ACTIONS_CORE, summaryFile, cache, settings }) {
	const log = createLog$1(core);
	return {
		kind: "github",
		...cache === void 0 ? {} : { cache },
		hear: (event) => ignoreThrow(() => log.hear(event)),
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
			const [written] = await Promise.all([directory !== void 0 && attempt("report files", () => write(directory)), wanted && !!summaryFile && attempt("job summary", () => (0, node_fs_promises.appendFile)(summaryFile, `${renderSummary(report)}\n`))]);
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
function createLog$1(core) {
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
function commandSafe(line) {
	return line.replace(/^(\s*):(?=:)/u, "$1: ").replaceAll("##[", "## [");
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
// src/domain/kept-archive.ts
function keptArchiveName(version, platform) {
	return `kept-go${version}.${platform.goos}-${platform.goarch}.tar.gz`;
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
	const outputs = outputsOf(report);
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
// src/report/portable-env.ts
function portableEnv(changes, options) {
	const { shell, isCached } = options;
	const lines = changes.map((change) => {
		const name = change.kind === "set" ? change.name : "PATH";
		if (!/^[A-Za-z_][A-Za-z0-9_]*$/u.test(name) || /[\0\r\n]/u.test(change.value)) throw failure("SELF.BUG", {
			subject: "environment",
			evidence: { name }
		});
		const value = expression(change.value, options);
		return change.kind === "set" ? SET$1[shell](name, value) : PREPEND$1[shell](value);
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
		if (rest === "" || rest.startsWith("/") || rest.startsWith("\\")) return JOIN[shell](variable, QUOTE$1[shell](rest));
	}
	return QUOTE$1[shell](value);
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
		home: "$HOME"
	}
};
const QUOTE$1 = {
	sh: (text) => `'${text.replaceAll("'", `'\\''`)}'`,
	pwsh: (text) => `'${text.replace(/['\u2018-\u201B]/gu, "$&$&")}'`
};
const JOIN = {
	sh: (variable, rest) => `${variable}${rest}`,
	pwsh: (variable, rest) => `(${variable} + ${rest})`
};
const SET$1 = {
	sh: (name, value) => `export ${name}=${value}`,
	pwsh: (name, value) => `$env:${name} = ${value}`
};
const PREPEND$1 = {
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
const OUTSIDE_PROOF = new Set([
	"api",
	"doc",
	"misc",
	"test"
]);
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
		if (prefix === "" && OUTSIDE_PROOF.has(entry.name)) continue;
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
	throw failure("FS.IO", {
		subject: path,
		message: "The path is too long for an archive"
	});
}
// src/adapters/gitlab.ts
function createGitlabHost(options) {
	const { stdout, project, state } = options;
	const secrets = [];
	const write = (text) => void stdout.write(redactText(text, secrets));
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
			const shown = redactDeep(report, secrets);
			await publishFiles(options, {
				report: shown,
				handed,
				complain: (text) => write(`${text}\n`)
			});
			const text = renderText(shown);
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
	if (error instanceof Failure) return error;
	return failure("FS.IO", {
		subject,
		evidence: { error: error instanceof Error ? error.message : String(error) }
	}, error);
}
async function publishFiles({ project, reportDir, variablePrefix: prefix }, found) {
	const { report, handed, complain } = found;
	const directory = (0, node_path.join)(project, reportDir);
	try {
		await writeReportFiles(report, {
			directory,
			platform: "gitlab",
			isAsked: true
		});
		await (0, node_fs_promises.writeFile)((0, node_path.join)(directory, ".gitignore"), "*\n");
		await (0, node_fs_promises.writeFile)((0, node_path.join)(directory, "go.env"), renderDotenv(report, {
			prefix,
			more: handed
		}));
	} catch (error) {
		complain(`The report files could not be written: ${error instanceof Error ? error.message : String(error)}`);
	}
}
function createLog(write, nowSeconds) {
	const narrate = createNarrator();
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
		name: "dest",
		kind: "text",
		default: "",
		description: "Install into this directory instead of the tool cache.",
		faces: ["cli"]
	}
];
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
	if (name === "ppc64") return host.endianness === "LE" ? platform$1(goos, "ppc64le") : {
		goos,
		goarch: "ppc64",
		cacheArch: "ppc64"
	};
	return platform$1(goos, name);
}
function platform$1(goos, name) {
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
// src/adapters/gitlab-settings.ts
function readGitlabSettings(env, machine) {
	const rows = INPUTS.filter(({ faces }) => faces.includes("gitlab"));
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
			platform: platformFor(machine, rawInputs["architecture"]?.trim() || void 0),
			keepsArchive: isCached || env["SGR_SETUP_JOB"] === "true"
		}
	};
}
function variableName(input) {
	return input.toUpperCase().replaceAll("-", "_");
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
// src/policy/net-errors.ts
const LOOKUP = {
	ENOTFOUND: "DNS.NXDOMAIN",
	ENODATA: "DNS.NXDOMAIN",
	EAI_NODATA: "DNS.NXDOMAIN",
	EAI_NONAME: "DNS.NXDOMAIN",
	ETIMEOUT: "DNS.TIMEOUT"
};
const CONNECT = {
	ECONNREFUSED: "TCP.REFUSED",
	ETIMEDOUT: "TCP.TIMEOUT",
	ENETUNREACH: "TCP.NET_UNREACH",
	ENETDOWN: "TCP.NET_UNREACH",
	EADDRNOTAVAIL: "TCP.NET_UNREACH",
	EAFNOSUPPORT: "TCP.NET_UNREACH",
	EHOSTUNREACH: "TCP.HOST_UNREACH",
	EHOSTDOWN: "TCP.HOST_UNREACH",
	EPERM: "TCP.HOST_UNREACH",
	EACCES: "TCP.HOST_UNREACH",
	ECONNRESET: "TCP.RESET",
	ECONNABORTED: "TCP.RESET",
	EMFILE: "FS.IO",
	ENFILE: "FS.IO"
};
const CERTIFICATE = {
	CERT_HAS_EXPIRED: "TLS.EXPIRED",
	CERT_NOT_YET_VALID: "TLS.NOT_YET",
	ERR_TLS_CERT_ALTNAME_INVALID: "TLS.NAME",
	HOSTNAME_MISMATCH: "TLS.NAME",
	SELF_SIGNED_CERT_IN_CHAIN: "TLS.UNTRUSTED",
	DEPTH_ZERO_SELF_SIGNED_CERT: "TLS.UNTRUSTED",
	UNABLE_TO_GET_ISSUER_CERT: "TLS.UNTRUSTED",
	UNABLE_TO_GET_ISSUER_CERT_LOCALLY: "TLS.UNTRUSTED",
	UNABLE_TO_VERIFY_LEAF_SIGNATURE: "TLS.UNTRUSTED",
	CERT_UNTRUSTED: "TLS.UNTRUSTED",
	CERT_REJECTED: "TLS.UNTRUSTED",
	CERT_REVOKED: "TLS.UNTRUSTED",
	CERT_CHAIN_TOO_LONG: "TLS.UNTRUSTED",
	CERT_SIGNATURE_FAILURE: "TLS.UNTRUSTED",
	INVALID_CA: "TLS.UNTRUSTED",
	INVALID_PURPOSE: "TLS.UNTRUSTED",
	PATH_LENGTH_EXCEEDED: "TLS.UNTRUSTED",
	UNSPECIFIED: "TLS.UNTRUSTED"
};
const CUT = new Set([
	"ECONNRESET",
	"EPIPE",
	"ECONNABORTED",
	"ETIMEDOUT",
	"ERR_STREAM_PREMATURE_CLOSE",
	"ERR_STREAM_DESTROYED"
]);
const UNKNOWN_ISSUER = new Set([
	"SELF_SIGNED_CERT_IN_CHAIN",
	"DEPTH_ZERO_SELF_SIGNED_CERT",
	"UNABLE_TO_GET_ISSUER_CERT",
	"UNABLE_TO_GET_ISSUER_CERT_LOCALLY",
	"UNABLE_TO_VERIFY_LEAF_SIGNATURE"
]);
function rowOf(row, code) {
	return Object.hasOwn(row, code) ? row[code] : void 0;
}
function isUnknownIssuer(errorCode) {
	return errorCode !== void 0 && UNKNOWN_ISSUER.has(errorCode);
}
function tlsAlertOf(message) {
	const match = /SSL alert number (\d{1,3})/u.exec(message);
	return match === null ? void 0 : Number(match[1]);
}
function codeOfNetError(error) {
	const { code = "", phase } = error;
	switch (phase) {
		case "lookup": return error.viaProxy ? "PROXY.DNS" : rowOf(LOOKUP, code) ?? "DNS.SERVER";
		case "connect": return error.viaProxy && code === "ECONNREFUSED" ? "PROXY.REFUSED" : rowOf(CONNECT, code) ?? "TCP.HOST_UNREACH";
		case "tunnel": return CUT.has(code) ? "PROXY.CLOSED" : "PROXY.NOT_HTTP";
		case "tls": return codeOfTlsError(error);
		case "request": return codeOfRequestError(error);
		case "body": return codeOfBodyError(error);
	}
}
function codeOfTlsError({ code = "", message }) {
	const certificate = rowOf(CERTIFICATE, code);
	if (certificate !== void 0) return certificate;
	if (tlsAlertOf(message) !== void 0 || /ALERT/u.test(code)) return "TLS.ALERT";
	if (/WRONG_VERSION_NUMBER|PACKET_LENGTH_TOO_LONG|HTTP_REQUEST/u.test(code)) return "TLS.PLAIN_HTTP";
	if (/wrong version number|packet length too long|http request/u.test(message)) return "TLS.PLAIN_HTTP";
	return CUT.has(code) ? "TLS.CLOSED" : "TLS.PROTOCOL";
}
function codeOfRequestError(error) {
	const { code = "", syscall } = error;
	if (CUT.has(code)) return syscall === void 0 && code === "ECONNRESET" ? "HTTP.EMPTY" : "TCP.RESET";
	if (code.startsWith("ERR_SSL_") || code === "EPROTO") return codeOfTlsError(error);
	return code === "HPE_INVALID_EOF_STATE" ? "HTTP.EMPTY" : "HTTP.NOT_HTTP";
}
function codeOfBodyError({ code = "", syscall }) {
	if (code === "HPE_INVALID_EOF_STATE" || code === "ERR_STREAM_PREMATURE_CLOSE") return "BODY.TRUNCATED";
	if (code.startsWith("HPE_")) return code === "HPE_INVALID_CHUNK_SIZE" ? "BODY.TRUNCATED" : "BODY.TOO_LONG";
	return code === "ECONNRESET" && syscall === void 0 ? "BODY.TRUNCATED" : "BODY.RESET";
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
	return failure(codeOfNetError({
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
			alert: tlsAlertOf(message),
			error: printable(message),
			"first bytes": rawPacket === void 0 ? void 0 : printable(rawPacket),
			...where.evidence
		}
	}, error);
}
// src/adapters/node-exec.ts
function createExec(options) {
	return {
		run: (command, signal) => run$1(options.clock, command, signal),
		find: (name) => find(options, name)
	};
}
async function run$1(clock, command, signal) {
	const { spawn } = await Promise.resolve().then(() => __toESM(require("node:child_process"), 1));
	return new Promise((resolve, reject) => {
		if (signal.aborted) return reject(signal.reason);
		const child = spawn(command.file, [...command.args], {
			env: { ...command.env },
			...command.cwd === void 0 ? {} : { cwd: command.cwd },
			stdio: [
				"ignore",
				"pipe",
				"pipe"
			],
			windowsHide: true
		});
		const stdout = collect$1(child.stdout);
		const stderr = collect$1(child.stderr);
		const ended = new AbortController();
		const settle = (then) => {
			if (ended.signal.aborted) return;
			ended.abort();
			signal.removeEventListener("abort", onAbort);
			child.stdout.destroy();
			child.stderr.destroy();
			then();
		};
		const notRunnable = (evidence, cause) => settle(() => reject(failure("GO.NOT_RUNNABLE", {
			subject: command.file,
			evidence
		}, cause)));
		const onAbort = () => {
			stop(clock, child);
			settle(() => reject(signal.reason));
		};
		signal.addEventListener("abort", onAbort, { once: true });
		child.once("error", (error) => notRunnable({ errno: readSystemError(error).code }, error));
		child.once("close", (code, killedBy) => settle(() => resolve({
			exitCode: exitCodeOf(code, killedBy),
			stdout: stdout(),
			stderr: stderr()
		})));
		clock.sleep(command.timeoutMs, ended.signal).then(() => {
			stop(clock, child);
			notRunnable({
				"budget ms": command.timeoutMs,
				stderr: stderr().slice(0, 200)
			});
		}, () => void 0);
	});
}
function stop(clock, child) {
	const gone = new AbortController();
	child.once("exit", () => gone.abort());
	child.kill("SIGTERM");
	clock.sleep(LIMITS.killGraceMs, gone.signal).then(() => child.kill("SIGKILL"), () => void 0);
}
function collect$1(stream) {
	const chunks = [];
	let sizeBytes = 0;
	stream.on("data", (chunk) => {
		const room = LIMITS.execOutputBytes - sizeBytes;
		if (room > 0) chunks.push(chunk.subarray(0, room));
		sizeBytes += chunk.length;
	});
	stream.on("error", () => void 0);
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
		await (0, node_fs_promises.access)(path, node_fs_promises.constants.X_OK);
		return (await (0, node_fs_promises.stat)(path)).isFile();
	} catch {
		return false;
	}
}
// src/policy/fs-errors.ts
const CODE_OF_ERRNO = {
	ENOSPC: "FS.NO_SPACE",
	EDQUOT: "FS.NO_SPACE",
	EROFS: "FS.READ_ONLY",
	EACCES: "FS.PERMISSION",
	EPERM: "FS.PERMISSION",
	ENOENT: "FS.NOT_FOUND",
	ENOTDIR: "FS.NOT_FOUND"
};
function fsErrorCode(errno) {
	return errno !== void 0 && Object.hasOwn(CODE_OF_ERRNO, errno) ? CODE_OF_ERRNO[errno] ?? "FS.IO" : "FS.IO";
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
// src/adapters/node-tree-writer.ts
const DIRECTORY_MODE = 493;
function createTreeWriter({ isWindows }) {
	const needsChmod = new Map();
	const pathOf = new Map();
	function setMode(handle, mode) {
		let needed = needsChmod.get(mode);
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
			needsChmod.clear();
			if (((0, node_fs.lstatSync)(path).mode & 511) !== DIRECTORY_MODE) (0, node_fs.chmodSync)(path, DIRECTORY_MODE);
		}),
		createFile: (path, mode) => guard$1("create", path, () => {
			const handle = (0, node_fs.openSync)(path, "wx", mode);
			pathOf.set(handle, path);
			if (!isWindows) setMode(handle, mode);
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
		status: (path) => guard$1("stat", path, () => readStatus(path)),
		readDirectory: (path) => guard$1("readdir", path, () => (0, node_fs.readdirSync)(path, { withFileTypes: true }).map((entry) => ({
			name: entry.name,
			kind: kindOf(entry)
		})))
	};
}
function readStatus(path) {
	const stat = (0, node_fs.lstatSync)(path, { throwIfNoEntry: false });
	return stat && {
		kind: kindOf(stat),
		sizeBytes: stat.size,
		mtimeMs: stat.mtimeMs,
		ctimeMs: stat.ctimeMs
	};
}
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
	const remove = () => (0, node_fs_promises.rm)(path, {
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
	const stat = await (0, node_fs_promises.lstat)(path).catch(() => void 0);
	if (stat === void 0 || stat.isSymbolicLink()) return;
	if (!stat.isDirectory()) {
		if ((stat.mode & 128) === 0) await (0, node_fs_promises.chmod)(path, stat.mode | 128).catch(() => void 0);
		return;
	}
	await (0, node_fs_promises.chmod)(path, stat.mode | 448).catch(() => void 0);
	for (const name of await (0, node_fs_promises.readdir)(path).catch(() => [])) await makeWritable((0, node_path.join)(path, name));
}
// src/adapters/node-files.ts
const STREAM_CHUNK_BYTES = 262144;
function createFiles({ os, clock, isRoot = false }) {
	const isWindows = os === "win32";
	return {
		stat: readStat,
		realPath: (path) => guard("realpath", path, () => orIfMissing((0, node_fs_promises.realpath)(path), void 0)),
		read: readCapped,
		readRange,
		stream: streamFile,
		list: (path) => guard("readdir", path, () => orIfMissing((0, node_fs_promises.readdir)(path), []).then((names) => [...names].sort())),
		makeDirectory: (path) => guard("mkdir", path, () => makeDirectories(path)),
		write: writeWhole,
		append: (path, data) => guard("append", path, () => (0, node_fs_promises.appendFile)(path, data)),
		rename: (from, to) => isWindows ? renameOnWindows({
			from,
			to,
			clock
		}) : renameOnce(from, to),
		link: makeLink,
		remove: (path) => guard("remove", path, () => removeTree(path)),
		removeEmptyDirectory,
		touch: (path) => guard("touch", path, () => (0, node_fs_promises.utimes)(path, clock.now() / 1e3, clock.now() / 1e3)),
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
		await (0, node_fs_promises.mkdir)(path);
	} catch (error) {
		if (errnoOf(error) !== "ENOENT" || (0, node_path.dirname)(path) === path) return unlessDirectory(path, error);
		await makeDirectories((0, node_path.dirname)(path));
		await (0, node_fs_promises.mkdir)(path).catch((again) => unlessDirectory(path, again));
	}
}
async function unlessDirectory(path, error) {
	if ((await (0, node_fs_promises.stat)(path).catch(() => void 0))?.isDirectory() !== true) throw error;
}
function readStat(path) {
	return guard("stat", path, async () => {
		const found = await orIfMissing((0, node_fs_promises.lstat)(path), void 0);
		if (found === void 0) return void 0;
		return {
			kind: kindOf(found),
			sizeBytes: found.size,
			mtimeMs: found.mtimeMs,
			mode: found.mode & 511
		};
	});
}
function readCapped(path, maxBytes) {
	return guard("read", path, async () => {
		const handle = await (0, node_fs_promises.open)(path, "r");
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
		const handle = await (0, node_fs_promises.open)(path, "r");
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
		for await (const chunk of (0, node_fs.createReadStream)(path, { highWaterMark: STREAM_CHUNK_BYTES })) yield chunk;
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
			await (0, node_fs_promises.writeFile)(path, data, { flag: options?.exclusive === true ? "wx" : "w" });
			return true;
		} catch (error) {
			if (options?.exclusive === true && errnoOf(error) === "EEXIST") return false;
			if (options?.exclusive === true) await (0, node_fs_promises.rm)(path, { force: true });
			throw error;
		}
	});
}
function makeLink(link) {
	return guard("link", link.path, async () => {
		try {
			await (0, node_fs_promises.symlink)(link.target, link.path, link.kind === "directory" ? "junction" : "file");
			return true;
		} catch (error) {
			if (errnoOf(error) === "EEXIST") return false;
			throw error;
		}
	});
}
async function renameOnce(from, to) {
	try {
		await (0, node_fs_promises.rename)(from, to);
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
		await (0, node_fs_promises.rename)(from, to);
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
		await (0, node_fs_promises.rmdir)(path);
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
		const { bavail, bfree, bsize, files, ffree } = await (0, node_fs_promises.statfs)(at);
		return {
			bytes: (isRoot ? bfree : bavail) * bsize,
			...files > 0 ? { inodes: ffree } : {}
		};
	} catch (error) {
		if (!(errnoOf(error) === "ENOENT" || errnoOf(error) === "ENOTDIR") || (0, node_path.dirname)(at) === at) return void 0;
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
	const give = (why) => {
		stop.abort(new Error(why));
		setTimeout(() => end(`Cache: nothing more is saved, ${why}`, "warning"), LIMITS.cacheStopMs).unref();
	};
	process.on("SIGINT", () => give("the step was interrupted"));
	process.on("SIGTERM", () => give("the step was interrupted"));
	process.on("uncaughtException", (error) => give(error instanceof Error ? error.message : String(error)));
	process.on("beforeExit", () => end("Cache: nothing more is saved, an operation never ended", "warning"));
	setTimeout(() => give("it took too long"), timeoutMs).unref();
	body(stop.signal).then(({ text, level }) => end(text, level), (error) => end(`Cache: nothing is saved, ${error instanceof Error ? error.message : String(error)}`, "warning"));
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
const LABEL_LENGTH = 100;
function groupAddress(gateway, { env, command }) {
	const labels = {
		command,
		repository: env["GITHUB_REPOSITORY"] || env["CI_PROJECT_PATH"],
		workflow: env["GITHUB_WORKFLOW"],
		ci_job: env["GITHUB_JOB"] || env["CI_JOB_NAME"]
	};
	return joinAddress(gateway, ["metrics/job/setup_go_robust", ...Object.entries(labels).flatMap(([name, value]) => value ? [segment(name, value)] : [])].join("/"));
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
	let isPushed = false;
	return {
		...host,
		publish: async (report) => {
			await host.publish(report);
			if (isPushed) return;
			isPushed = true;
			try {
				const { pushMetrics } = await Promise.resolve().then(() => require("./reports.cjs")).then((n) => n.pushgateway_exports);
				await pushMetrics(report, {
					...settings,
					gateway
				});
			} catch (error) {
				warn(host, settings.streams, warningOf(error, gateway));
			}
		}
	};
}
function warn({ kind }, { stdout, stderr }, line) {
	if (kind === "github") warning(line);
	else (kind === "gitlab" ? stdout : stderr).write(`${line}\n`);
}
function warningOf(error, gateway) {
	const reason = (error instanceof Failure && error.code === "METRICS.PUSH" ? error.finding.evidence.map(({ value }) => value) : [])[0] ?? (error instanceof Error ? error.message : String(error));
	const { code, message, subject } = finding("METRICS.PUSH", { subject: redactUrl(gateway) });
	return redactText(`${code}: ${message} to ${subject} (${reason})`, []).replaceAll(/\p{Cc}+/gu, " ").slice(0, 500);
}
// src/report/shell-env.ts
function shellEnv(changes, shell) {
	return changes.map((change) => `${line(change, shell)}\n`).join("");
}
function line(change, shell) {
	const name = change.kind === "set" ? change.name : "PATH";
	if (!/^[A-Za-z_][A-Za-z0-9_]*$/u.test(name) || change.value.includes("\0")) throw failure("SELF.BUG", {
		subject: "environment",
		evidence: { name }
	});
	const value = QUOTE[shell](change.value);
	return change.kind === "set" ? SET[shell](name, value) : PREPEND[shell](value);
}
const QUOTE = {
	sh: (text) => `'${text.replaceAll("'", `'\\''`)}'`,
	fish: (text) => `'${text.replace(/[\\']/gu, "\\$&")}'`,
	pwsh: (text) => `'${text.replace(/['\u2018-\u201B]/gu, "$&$&")}'`
};
const SET = {
	sh: (name, value) => `export ${name}=${value}`,
	fish: (name, value) => `set -gx ${name} ${value}`,
	pwsh: (name, value) => `$env:${name} = ${value}`
};
const PREPEND = {
	sh: (value) => `export PATH=${value}"\${PATH:+:$PATH}"`,
	fish: (value) => `set -gx PATH ${value} $PATH`,
	pwsh: (value) => `$env:PATH = (@(${value}, $env:PATH) | Where-Object { $_ }) -join [IO.Path]::PathSeparator`
};
// src/adapters/terminal.ts
const REDRAW_MS = 100;
function createTerminalHost(options) {
	const { stdout, stderr, json, shell, program } = options;
	const secrets = [];
	const changes = [];
	const clean = (text) => redactText(text, secrets);
	const narrate = createNarrator();
	const isTTY = stderr.isTTY === true;
	const progress = createProgress(stderr, clean);
	return {
		kind: "terminal",
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
			const shown = redactDeep(report, secrets);
			if (options.reportDir !== void 0) await saveReports(shown, options.reportDir, stderr);
			if (report.command === "run" && !json) return tellOfCommand(shown, options);
			const isLines = report.command === "env" && !failed;
			if (json) stdout.write(renderJson(shown));
			else if (isLines) stdout.write(shellEnv(changes, shell));
			const people = json || isLines || failed ? stderr : stdout;
			if (!isLines) people.write(textFor(people, shown, options.noColor));
			if (!failed && !isLines && changes.length > 0) people.write(clean(`\n${usage(report, {
				changes,
				shell,
				program
			})}`));
		}
	};
}
function tellOfCommand(report, { stderr, noColor, annotates }) {
	if (report.outcome !== "failed") return;
	stderr.write(textFor(stderr, report, noColor));
	if (annotates) stderr.write(annotationsOf(report).map((item) => `${workflowCommand(item)}\n`).join(""));
}
function textFor(stream, report, noColor) {
	const text = renderText(report);
	return stream.isTTY === true && !noColor ? coloured(text, report.outcome === "failed" || report.cause !== null) : text;
}
async function saveReports(report, directory, stderr) {
	try {
		await writeReportFiles(report, {
			directory,
			platform: "terminal",
			isAsked: true
		});
	} catch (error) {
		stderr.write(`The report files could not be written: ${error instanceof Error ? error.message : String(error)}\n`);
	}
}
function usage(report, { changes, shell, program }) {
	const evaluate = `${program} env --go-version ${report.go?.version ?? ""}`;
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
			const attempt = trackAttempt(attempts.get(event.attempt), event);
			attempts.set(event.attempt, attempt);
			if (event.type !== "attempt-progress" || drawnMs !== void 0 && event.atMs - drawnMs < REDRAW_MS) return;
			drawnMs = event.atMs;
			const width = Math.max(20, stderr.columns ?? 80) - 1;
			stderr.write(`\r\u001B[2K${clean(progressLine(attempt)).slice(0, width)}`);
		},
		clear: () => {
			if (drawnMs !== void 0) stderr.write("\r\x1B[2K");
			drawnMs = void 0;
		}
	};
}
// node_modules/semver/internal/debug.js
var require_debug = __commonJSMin(((exports, module) => {
	module.exports = typeof process === "object" && process.env && process.env.NODE_DEBUG && /\bsemver\b/i.test(process.env.NODE_DEBUG) ? (...args) => console.error("SEMVER", ...args) : () => {};
}));
// node_modules/semver/internal/constants.js
var require_constants = __commonJSMin(((exports, module) => {
	module.exports = {
		MAX_LENGTH: 256,
		MAX_SAFE_COMPONENT_LENGTH: 16,
		MAX_SAFE_BUILD_LENGTH: 250,
		MAX_SAFE_INTEGER: Number.MAX_SAFE_INTEGER || 9007199254740991,
		WHITESPACE_CHARACTERS: [
			"	",
			"\n",
			"\v",
			"\f",
			"\r",
			" ",
			"\xA0",
			"\u1680",
			"\u2000",
			"\u2001",
			"\u2002",
			"\u2003",
			"\u2004",
			"\u2005",
			"\u2006",
			"\u2007",
			"\u2008",
			"\u2009",
			"\u200a",
			"\u2028",
			"\u2029",
			"\u202f",
			"\u205f",
			"\u3000",
			"\ufeff"
		],
		RELEASE_TYPES: [
			"major",
			"premajor",
			"minor",
			"preminor",
			"patch",
			"prepatch",
			"prerelease"
		],
		SEMVER_SPEC_VERSION: "2.0.0",
		FLAG_INCLUDE_PRERELEASE: 1,
		FLAG_LOOSE: 2
	};
}));
// node_modules/semver/internal/re.js
var require_re = __commonJSMin(((exports, module) => {
	const { MAX_SAFE_COMPONENT_LENGTH, MAX_SAFE_BUILD_LENGTH, MAX_LENGTH } = require_constants();
	const debug = require_debug();
	exports = module.exports = {};
	const re = exports.re = [];
	const safeRe = exports.safeRe = [];
	const src = exports.src = [];
	const safeSrc = exports.safeSrc = [];
	const t = exports.t = {};
	let R = 0;
	const LETTERDASHNUMBER = "[a-zA-Z0-9-]";
	const safeRegexReplacements = [
		["\\s", 1],
		["\\d", MAX_LENGTH],
		[LETTERDASHNUMBER, MAX_SAFE_BUILD_LENGTH]
	];
	const makeSafeRegex = (value) => {
		for (const [token, max] of safeRegexReplacements) value = value.split(`${token}*`).join(`${token}{0,${max}}`).split(`${token}+`).join(`${token}{1,${max}}`);
		return value;
	};
	const createToken = (name, value, isGlobal) => {
		const safe = makeSafeRegex(value);
		const index = R++;
		debug(name, index, value);
		t[name] = index;
		src[index] = value;
		safeSrc[index] = safe;
		re[index] = new RegExp(value, isGlobal ? "g" : void 0);
		safeRe[index] = new RegExp(safe, isGlobal ? "g" : void 0);
	};
	createToken("NUMERICIDENTIFIER", "0|[1-9]\\d*");
	createToken("NUMERICIDENTIFIERLOOSE", "\\d+");
	createToken("NONNUMERICIDENTIFIER", `\\d*[a-zA-Z-]${LETTERDASHNUMBER}*`);
	createToken("MAINVERSION", `(${src[t.NUMERICIDENTIFIER]})\\.(${src[t.NUMERICIDENTIFIER]})\\.(${src[t.NUMERICIDENTIFIER]})`);
	createToken("MAINVERSIONLOOSE", `(${src[t.NUMERICIDENTIFIERLOOSE]})\\.(${src[t.NUMERICIDENTIFIERLOOSE]})\\.(${src[t.NUMERICIDENTIFIERLOOSE]})`);
	createToken("PRERELEASEIDENTIFIER", `(?:${src[t.NONNUMERICIDENTIFIER]}|${src[t.NUMERICIDENTIFIER]})`);
	createToken("PRERELEASEIDENTIFIERLOOSE", `(?:${src[t.NONNUMERICIDENTIFIER]}|${src[t.NUMERICIDENTIFIERLOOSE]})`);
	createToken("PRERELEASE", `(?:-(${src[t.PRERELEASEIDENTIFIER]}(?:\\.${src[t.PRERELEASEIDENTIFIER]})*))`);
	createToken("PRERELEASELOOSE", `(?:-?(${src[t.PRERELEASEIDENTIFIERLOOSE]}(?:\\.${src[t.PRERELEASEIDENTIFIERLOOSE]})*))`);
	createToken("BUILDIDENTIFIER", `${LETTERDASHNUMBER}+`);
	createToken("BUILD", `(?:\\+(${src[t.BUILDIDENTIFIER]}(?:\\.${src[t.BUILDIDENTIFIER]})*))`);
	createToken("FULLPLAIN", `v?${src[t.MAINVERSION]}${src[t.PRERELEASE]}?${src[t.BUILD]}?`);
	createToken("FULL", `^${src[t.FULLPLAIN]}$`);
	createToken("LOOSEPLAIN", `[v=\\s]*${src[t.MAINVERSIONLOOSE]}${src[t.PRERELEASELOOSE]}?${src[t.BUILD]}?`);
	createToken("LOOSE", `^${src[t.LOOSEPLAIN]}$`);
	createToken("GTLT", "((?:<|>)?=?)");
	createToken("XRANGEIDENTIFIERLOOSE", `${src[t.NUMERICIDENTIFIERLOOSE]}|x|X|\\*`);
	createToken("XRANGEIDENTIFIER", `${src[t.NUMERICIDENTIFIER]}|x|X|\\*`);
	createToken("XRANGEPLAIN", `[v=\\s]*(${src[t.XRANGEIDENTIFIER]})(?:\\.(${src[t.XRANGEIDENTIFIER]})(?:\\.(${src[t.XRANGEIDENTIFIER]})(?:${src[t.PRERELEASE]})?${src[t.BUILD]}?)?)?`);
	createToken("XRANGEPLAINLOOSE", `[v=\\s]*(${src[t.XRANGEIDENTIFIERLOOSE]})(?:\\.(${src[t.XRANGEIDENTIFIERLOOSE]})(?:\\.(${src[t.XRANGEIDENTIFIERLOOSE]})(?:${src[t.PRERELEASELOOSE]})?${src[t.BUILD]}?)?)?`);
	createToken("XRANGE", `^${src[t.GTLT]}\\s*${src[t.XRANGEPLAIN]}$`);
	createToken("XRANGELOOSE", `^${src[t.GTLT]}\\s*${src[t.XRANGEPLAINLOOSE]}$`);
	createToken("COERCEPLAIN", `(^|[^\\d])(\\d{1,${MAX_SAFE_COMPONENT_LENGTH}})(?:\\.(\\d{1,${MAX_SAFE_COMPONENT_LENGTH}}))?(?:\\.(\\d{1,${MAX_SAFE_COMPONENT_LENGTH}}))?`);
	createToken("COERCE", `${src[t.COERCEPLAIN]}(?:$|[^\\d])`);
	createToken("COERCEFULL", src[t.COERCEPLAIN] + `(?:${src[t.PRERELEASE]})?(?:${src[t.BUILD]})?(?:$|[^\\d])`);
	createToken("COERCERTL", src[t.COERCE], true);
	createToken("COERCERTLFULL", src[t.COERCEFULL], true);
	createToken("LONETILDE", "(?:~>?)");
	createToken("TILDETRIM", `(\\s*)${src[t.LONETILDE]}\\s+`, true);
	exports.tildeTrimReplace = "$1~";
	createToken("TILDE", `^${src[t.LONETILDE]}${src[t.XRANGEPLAIN]}$`);
	createToken("TILDELOOSE", `^${src[t.LONETILDE]}${src[t.XRANGEPLAINLOOSE]}$`);
	createToken("LONECARET", "(?:\\^)");
	createToken("CARETTRIM", `(\\s*)${src[t.LONECARET]}\\s+`, true);
	exports.caretTrimReplace = "$1^";
	createToken("CARET", `^${src[t.LONECARET]}${src[t.XRANGEPLAIN]}$`);
	createToken("CARETLOOSE", `^${src[t.LONECARET]}${src[t.XRANGEPLAINLOOSE]}$`);
	createToken("COMPARATORLOOSE", `^${src[t.GTLT]}\\s*(${src[t.LOOSEPLAIN]})$|^$`);
	createToken("COMPARATOR", `^${src[t.GTLT]}\\s*(${src[t.FULLPLAIN]})$|^$`);
	createToken("COMPARATORTRIM", `(\\s*)${src[t.GTLT]}\\s*(${src[t.LOOSEPLAIN]}|${src[t.XRANGEPLAIN]})`, true);
	exports.comparatorTrimReplace = "$1$2$3";
	createToken("HYPHENRANGE", `^\\s*(${src[t.XRANGEPLAIN]})\\s+-\\s+(${src[t.XRANGEPLAIN]})\\s*$`);
	createToken("HYPHENRANGELOOSE", `^\\s*(${src[t.XRANGEPLAINLOOSE]})\\s+-\\s+(${src[t.XRANGEPLAINLOOSE]})\\s*$`);
	createToken("STAR", "(<|>)?=?\\s*\\*");
	createToken("GTE0", "^\\s*>=\\s*0\\.0\\.0\\s*$");
	createToken("GTE0PRE", "^\\s*>=\\s*0\\.0\\.0-0\\s*$");
}));
// node_modules/semver/internal/parse-options.js
var require_parse_options = __commonJSMin(((exports, module) => {
	const looseOption = Object.freeze({ loose: true });
	const emptyOpts = Object.freeze({});
	const parseOptions = (options) => {
		if (!options) return emptyOpts;
		if (typeof options !== "object") return looseOption;
		return options;
	};
	module.exports = parseOptions;
}));
// node_modules/semver/internal/identifiers.js
var require_identifiers = __commonJSMin(((exports, module) => {
	const numeric = /^[0-9]+$/;
	const compareIdentifiers = (a, b) => {
		if (typeof a === "number" && typeof b === "number") return a === b ? 0 : a < b ? -1 : 1;
		const anum = numeric.test(a);
		const bnum = numeric.test(b);
		if (anum && bnum) {
			a = +a;
			b = +b;
		}
		return a === b ? 0 : anum && !bnum ? -1 : bnum && !anum ? 1 : a < b ? -1 : 1;
	};
	const rcompareIdentifiers = (a, b) => compareIdentifiers(b, a);
	module.exports = {
		compareIdentifiers,
		rcompareIdentifiers
	};
}));
// node_modules/semver/classes/semver.js
var require_semver = __commonJSMin(((exports, module) => {
	const debug = require_debug();
	const { MAX_LENGTH, MAX_SAFE_INTEGER } = require_constants();
	const { safeRe: re, t } = require_re();
	const parseOptions = require_parse_options();
	const { compareIdentifiers } = require_identifiers();
	const isPrereleaseIdentifier = (prerelease, identifier) => {
		const identifiers = identifier.split(".");
		if (identifiers.length > prerelease.length) return false;
		for (let i = 0; i < identifiers.length; i++) if (compareIdentifiers(prerelease[i], identifiers[i]) !== 0) return false;
		return true;
	};
	module.exports = class SemVer {
		constructor(version, options) {
			options = parseOptions(options);
			if (version instanceof SemVer) {
				if (version.loose === !!options.loose && version.includePrerelease === !!options.includePrerelease) return version;
				else version = version.version;
			} else if (typeof version !== "string") throw new TypeError(`Invalid version. Must be a string. Got type "${typeof version}".`);
			if (version.length > MAX_LENGTH) throw new TypeError(`version is longer than ${MAX_LENGTH} characters`);
			debug("SemVer", version, options);
			this.options = options;
			this.loose = !!options.loose;
			this.includePrerelease = !!options.includePrerelease;
			const m = version.trim().match(options.loose ? re[t.LOOSE] : re[t.FULL]);
			if (!m) throw new TypeError(`Invalid Version: ${version}`);
			this.raw = version;
			this.major = +m[1];
			this.minor = +m[2];
			this.patch = +m[3];
			if (this.major > MAX_SAFE_INTEGER || this.major < 0) throw new TypeError("Invalid major version");
			if (this.minor > MAX_SAFE_INTEGER || this.minor < 0) throw new TypeError("Invalid minor version");
			if (this.patch > MAX_SAFE_INTEGER || this.patch < 0) throw new TypeError("Invalid patch version");
			if (!m[4]) this.prerelease = [];
			else this.prerelease = m[4].split(".").map((id) => {
				if (/^[0-9]+$/.test(id)) {
					const num = +id;
					if (num >= 0 && num < MAX_SAFE_INTEGER) return num;
				}
				return id;
			});
			this.build = m[5] ? m[5].split(".") : [];
			this.format();
		}
		format() {
			this.version = `${this.major}.${this.minor}.${this.patch}`;
			if (this.prerelease.length) this.version += `-${this.prerelease.join(".")}`;
			return this.version;
		}
		toString() {
			return this.version;
		}
		compare(other) {
			debug("SemVer.compare", this.version, this.options, other);
			if (!(other instanceof SemVer)) {
				if (typeof other === "string" && other === this.version) return 0;
				other = new SemVer(other, this.options);
			}
			if (other.version === this.version) return 0;
			return this.compareMain(other) || this.comparePre(other);
		}
		compareMain(other) {
			if (!(other instanceof SemVer)) other = new SemVer(other, this.options);
			if (this.major < other.major) return -1;
			if (this.major > other.major) return 1;
			if (this.minor < other.minor) return -1;
			if (this.minor > other.minor) return 1;
			if (this.patch < other.patch) return -1;
			if (this.patch > other.patch) return 1;
			return 0;
		}
		comparePre(other) {
			if (!(other instanceof SemVer)) other = new SemVer(other, this.options);
			if (this.prerelease.length && !other.prerelease.length) return -1;
			else if (!this.prerelease.length && other.prerelease.length) return 1;
			else if (!this.prerelease.length && !other.prerelease.length) return 0;
			let i = 0;
			do {
				const a = this.prerelease[i];
				const b = other.prerelease[i];
				debug("prerelease compare", i, a, b);
				if (a === void 0 && b === void 0) return 0;
				else if (b === void 0) return 1;
				else if (a === void 0) return -1;
				else if (a === b) continue;
				else return compareIdentifiers(a, b);
			} while (++i);
		}
		compareBuild(other) {
			if (!(other instanceof SemVer)) other = new SemVer(other, this.options);
			let i = 0;
			do {
				const a = this.build[i];
				const b = other.build[i];
				debug("build compare", i, a, b);
				if (a === void 0 && b === void 0) return 0;
				else if (b === void 0) return 1;
				else if (a === void 0) return -1;
				else if (a === b) continue;
				else return compareIdentifiers(a, b);
			} while (++i);
		}
		inc(release, identifier, identifierBase) {
			if (release.startsWith("pre")) {
				if (!identifier && identifierBase === false) throw new Error("invalid increment argument: identifier is empty");
				if (identifier) {
					const match = `-${identifier}`.match(this.options.loose ? re[t.PRERELEASELOOSE] : re[t.PRERELEASE]);
					if (!match || match[1] !== identifier) throw new Error(`invalid identifier: ${identifier}`);
				}
			}
			switch (release) {
				case "premajor":
					this.prerelease.length = 0;
					this.patch = 0;
					this.minor = 0;
					this.major++;
					this.inc("pre", identifier, identifierBase);
					break;
				case "preminor":
					this.prerelease.length = 0;
					this.patch = 0;
					this.minor++;
					this.inc("pre", identifier, identifierBase);
					break;
				case "prepatch":
					this.prerelease.length = 0;
					this.inc("patch", identifier, identifierBase);
					this.inc("pre", identifier, identifierBase);
					break;
				case "prerelease":
					if (this.prerelease.length === 0) this.inc("patch", identifier, identifierBase);
					this.inc("pre", identifier, identifierBase);
					break;
				case "release":
					if (this.prerelease.length === 0) throw new Error(`version ${this.raw} is not a prerelease`);
					this.prerelease.length = 0;
					break;
				case "major":
					if (this.minor !== 0 || this.patch !== 0 || this.prerelease.length === 0) this.major++;
					this.minor = 0;
					this.patch = 0;
					this.prerelease = [];
					break;
				case "minor":
					if (this.patch !== 0 || this.prerelease.length === 0) this.minor++;
					this.patch = 0;
					this.prerelease = [];
					break;
				case "patch":
					if (this.prerelease.length === 0) this.patch++;
					this.prerelease = [];
					break;
				case "pre": {
					const base = Number(identifierBase) ? 1 : 0;
					if (this.prerelease.length === 0) this.prerelease = [base];
					else {
						let i = this.prerelease.length;
						while (--i >= 0) if (typeof this.prerelease[i] === "number") {
							this.prerelease[i]++;
							i = -2;
						}
						if (i === -1) {
							if (identifier === this.prerelease.join(".") && identifierBase === false) throw new Error("invalid increment argument: identifier already exists");
							this.prerelease.push(base);
						}
					}
					if (identifier) {
						let prerelease = [identifier, base];
						if (identifierBase === false) prerelease = [identifier];
						if (isPrereleaseIdentifier(this.prerelease, identifier)) {
							const prereleaseBase = this.prerelease[identifier.split(".").length];
							if (isNaN(prereleaseBase)) this.prerelease = prerelease;
						} else this.prerelease = prerelease;
					}
					break;
				}
				default: throw new Error(`invalid increment argument: ${release}`);
			}
			this.raw = this.format();
			if (this.build.length) this.raw += `+${this.build.join(".")}`;
			return this;
		}
	};
}));
// node_modules/semver/functions/parse.js
var require_parse = __commonJSMin(((exports, module) => {
	const SemVer = require_semver();
	const parse = (version, options, throwErrors = false) => {
		if (version instanceof SemVer) return version;
		try {
			return new SemVer(version, options);
		} catch (er) {
			if (!throwErrors) return null;
			throw er;
		}
	};
	module.exports = parse;
}));
// node_modules/semver/functions/clean.js
var require_clean = __commonJSMin(((exports, module) => {
	const parse = require_parse();
	const clean = (version, options) => {
		const s = parse(version.trim().replace(/^[=v]+/, ""), options);
		return s ? s.version : null;
	};
	module.exports = clean;
}));
// node_modules/semver/functions/compare.js
var require_compare = __commonJSMin(((exports, module) => {
	const SemVer = require_semver();
	const compare = (a, b, loose) => new SemVer(a, loose).compare(new SemVer(b, loose));
	module.exports = compare;
}));
// node_modules/semver/functions/gt.js
var require_gt = __commonJSMin(((exports, module) => {
	const compare = require_compare();
	const gt = (a, b, loose) => compare(a, b, loose) > 0;
	module.exports = gt;
}));
// node_modules/semver/internal/lrucache.js
var require_lrucache = __commonJSMin(((exports, module) => {
	var LRUCache = class {
		constructor() {
			this.max = 1e3;
			this.map = new Map();
		}
		get(key) {
			const value = this.map.get(key);
			if (value === void 0) return;
			else {
				this.map.delete(key);
				this.map.set(key, value);
				return value;
			}
		}
		delete(key) {
			return this.map.delete(key);
		}
		set(key, value) {
			if (!this.delete(key) && value !== void 0) {
				if (this.map.size >= this.max) {
					const firstKey = this.map.keys().next().value;
					this.delete(firstKey);
				}
				this.map.set(key, value);
			}
			return this;
		}
	};
	module.exports = LRUCache;
}));
// node_modules/semver/functions/eq.js
var require_eq = __commonJSMin(((exports, module) => {
	const compare = require_compare();
	const eq = (a, b, loose) => compare(a, b, loose) === 0;
	module.exports = eq;
}));
// node_modules/semver/functions/neq.js
var require_neq = __commonJSMin(((exports, module) => {
	const compare = require_compare();
	const neq = (a, b, loose) => compare(a, b, loose) !== 0;
	module.exports = neq;
}));
// node_modules/semver/functions/gte.js
var require_gte = __commonJSMin(((exports, module) => {
	const compare = require_compare();
	const gte = (a, b, loose) => compare(a, b, loose) >= 0;
	module.exports = gte;
}));
// node_modules/semver/functions/lt.js
var require_lt = __commonJSMin(((exports, module) => {
	const compare = require_compare();
	const lt = (a, b, loose) => compare(a, b, loose) < 0;
	module.exports = lt;
}));
// node_modules/semver/functions/lte.js
var require_lte = __commonJSMin(((exports, module) => {
	const compare = require_compare();
	const lte = (a, b, loose) => compare(a, b, loose) <= 0;
	module.exports = lte;
}));
// node_modules/semver/functions/cmp.js
var require_cmp = __commonJSMin(((exports, module) => {
	const eq = require_eq();
	const neq = require_neq();
	const gt = require_gt();
	const gte = require_gte();
	const lt = require_lt();
	const lte = require_lte();
	const cmp = (a, op, b, loose) => {
		switch (op) {
			case "===":
				if (typeof a === "object") a = a.version;
				if (typeof b === "object") b = b.version;
				return a === b;
			case "!==":
				if (typeof a === "object") a = a.version;
				if (typeof b === "object") b = b.version;
				return a !== b;
			case "":
			case "=":
			case "==": return eq(a, b, loose);
			case "!=": return neq(a, b, loose);
			case ">": return gt(a, b, loose);
			case ">=": return gte(a, b, loose);
			case "<": return lt(a, b, loose);
			case "<=": return lte(a, b, loose);
			default: throw new TypeError(`Invalid operator: ${op}`);
		}
	};
	module.exports = cmp;
}));
// node_modules/semver/classes/comparator.js
var require_comparator = __commonJSMin(((exports, module) => {
	const ANY = Symbol("SemVer ANY");
	module.exports = class Comparator {
		static get ANY() {
			return ANY;
		}
		constructor(comp, options) {
			options = parseOptions(options);
			if (comp instanceof Comparator) {
				if (comp.loose === !!options.loose) return comp;
				else comp = comp.value;
			}
			comp = comp.trim().split(/\s+/).join(" ");
			debug("comparator", comp, options);
			this.options = options;
			this.loose = !!options.loose;
			this.parse(comp);
			if (this.semver === ANY) this.value = "";
			else this.value = this.operator + this.semver.version;
			debug("comp", this);
		}
		parse(comp) {
			const r = this.options.loose ? re[t.COMPARATORLOOSE] : re[t.COMPARATOR];
			const m = comp.match(r);
			if (!m) throw new TypeError(`Invalid comparator: ${comp}`);
			this.operator = m[1] !== void 0 ? m[1] : "";
			if (this.operator === "=") this.operator = "";
			if (!m[2]) this.semver = ANY;
			else this.semver = new SemVer(m[2], this.options.loose);
		}
		toString() {
			return this.value;
		}
		test(version) {
			debug("Comparator.test", version, this.options.loose);
			if (this.semver === ANY || version === ANY) return true;
			if (typeof version === "string") try {
				version = new SemVer(version, this.options);
			} catch (er) {
				return false;
			}
			return cmp(version, this.operator, this.semver, this.options);
		}
		intersects(comp, options) {
			if (!(comp instanceof Comparator)) throw new TypeError("a Comparator is required");
			if (this.operator === "") {
				if (this.value === "") return true;
				return new Range(comp.value, options).test(this.value);
			} else if (comp.operator === "") {
				if (comp.value === "") return true;
				return new Range(this.value, options).test(comp.semver);
			}
			options = parseOptions(options);
			if (options.includePrerelease && (this.value === "<0.0.0-0" || comp.value === "<0.0.0-0")) return false;
			if (!options.includePrerelease && (this.value.startsWith("<0.0.0") || comp.value.startsWith("<0.0.0"))) return false;
			if (this.operator.startsWith(">") && comp.operator.startsWith(">")) return true;
			if (this.operator.startsWith("<") && comp.operator.startsWith("<")) return true;
			if (this.semver.version === comp.semver.version && this.operator.includes("=") && comp.operator.includes("=")) return true;
			if (cmp(this.semver, "<", comp.semver, options) && this.operator.startsWith(">") && comp.operator.startsWith("<")) return true;
			if (cmp(this.semver, ">", comp.semver, options) && this.operator.startsWith("<") && comp.operator.startsWith(">")) return true;
			return false;
		}
	};
	const parseOptions = require_parse_options();
	const { safeRe: re, t } = require_re();
	const cmp = require_cmp();
	const debug = require_debug();
	const SemVer = require_semver();
	const Range = require_range();
}));
// node_modules/semver/internal/trim-comparator-whitespace.js
var require_trim_comparator_whitespace = __commonJSMin(((exports, module) => {
	const { MAX_LENGTH, MAX_SAFE_BUILD_LENGTH, WHITESPACE_CHARACTERS } = require_constants();
	const whitespace = new Uint8Array(65536);
	for (const char of WHITESPACE_CHARACTERS) whitespace[char.charCodeAt(0)] = 1;
	const isWhitespace = (char) => char !== void 0 && whitespace[char.charCodeAt(0)] === 1;
	const isVersionPrefix = (char) => char === "v" || char === "=" || isWhitespace(char);
	const isDigit = (char) => char !== void 0 && char >= "0" && char <= "9";
	const isLetter = (char) => char !== void 0 && (char >= "a" && char <= "z" || char >= "A" && char <= "Z");
	const isIdentifierCharacter = (char) => isDigit(char) || isLetter(char) || char === "-";
	const isVersionStart = (char) => isDigit(char) || char === "x" || char === "X" || char === "*";
	const findDigitsEndIndex = (range, start, limit, digitRuns) => {
		if (!isDigit(range[start])) return start;
		if (start >= digitRuns.start && start < digitRuns.end) return Math.min(start + limit, digitRuns.end);
		if (start >= digitRuns.previousStart && start < digitRuns.previousEnd) return Math.min(start + limit, digitRuns.previousEnd);
		let end = start + 1;
		while (isDigit(range[end])) end++;
		digitRuns.previousStart = digitRuns.start;
		digitRuns.previousEnd = digitRuns.end;
		digitRuns.start = start;
		digitRuns.end = end;
		return Math.min(start + limit, end);
	};
	const findVersionNumberEndIndex = (range, start, loose, digitRuns) => {
		if (!loose && range[start] === "0") return start + 1;
		return findDigitsEndIndex(range, start, loose ? MAX_LENGTH : MAX_LENGTH + 1, digitRuns);
	};
	const findPrereleaseIdentifierEndIndex = (range, start, loose, digitRuns) => {
		const digitsEnd = findDigitsEndIndex(range, start, MAX_LENGTH, digitRuns);
		if (isLetter(range[digitsEnd]) || range[digitsEnd] === "-") {
			let end = digitsEnd + 1;
			const limit = end + MAX_SAFE_BUILD_LENGTH;
			while (end < limit && isIdentifierCharacter(range[end])) end++;
			return end;
		}
		return findVersionNumberEndIndex(range, start, loose, digitRuns);
	};
	const findPrereleaseEndIndex = (range, start, loose, digitRuns) => {
		const hyphen = range[start] === "-";
		if (!loose && !hyphen) return start;
		const identifierStart = start + (hyphen ? 1 : 0);
		let end = findPrereleaseIdentifierEndIndex(range, identifierStart, loose, digitRuns);
		if (end === identifierStart) {
			if (!loose || !hyphen) return start;
			end = findPrereleaseIdentifierEndIndex(range, start, loose, digitRuns);
		}
		while (range[end] === ".") {
			const next = findPrereleaseIdentifierEndIndex(range, end + 1, loose, digitRuns);
			if (next === end + 1) break;
			end = next;
		}
		return end;
	};
	const findBuildIdentifierEndIndex = (range, start) => {
		let end = start;
		while (end - start < MAX_SAFE_BUILD_LENGTH && isIdentifierCharacter(range[end])) end++;
		return end;
	};
	const findBuildEndIndex = (range, start) => {
		if (range[start] !== "+") return start;
		let end = findBuildIdentifierEndIndex(range, start + 1);
		if (end === start + 1) return start;
		while (range[end] === ".") {
			const next = findBuildIdentifierEndIndex(range, end + 1);
			if (next === end + 1) break;
			end = next;
		}
		return end;
	};
	const findLooseFullVersionEndIndex = (range, start, digitRuns) => {
		let end = start;
		for (let component = 0; component < 3; component++) {
			const next = findVersionNumberEndIndex(range, end, true, digitRuns);
			if (next === end) return start;
			end = next;
			if (component < 2) {
				if (range[end] !== ".") return start;
				end++;
			}
		}
		const prereleaseEnd = findPrereleaseEndIndex(range, end, true, digitRuns);
		return findBuildEndIndex(range, prereleaseEnd);
	};
	const findPartialVersionComponentEndIndex = (range, start, digitRuns) => {
		if (isDigit(range[start])) return findVersionNumberEndIndex(range, start, false, digitRuns);
		return isVersionStart(range[start]) ? start + 1 : start;
	};
	const findPartialVersionEndIndex = (range, start, digitRuns) => {
		let end = findPartialVersionComponentEndIndex(range, start, digitRuns);
		for (let component = 0; component < 2; component++) {
			if (range[end] !== ".") return end;
			const next = findPartialVersionComponentEndIndex(range, end + 1, digitRuns);
			if (next === end + 1) return end;
			end = next;
		}
		const prereleaseEnd = findPrereleaseEndIndex(range, end, false, digitRuns);
		return findBuildEndIndex(range, prereleaseEnd);
	};
	const findVersionEndIndex = (range, start, digitRuns) => {
		const fullVersionEnd = findLooseFullVersionEndIndex(range, start, digitRuns);
		return fullVersionEnd !== start ? fullVersionEnd : findPartialVersionEndIndex(range, start, digitRuns);
	};
	const findRemovableWhitespaceIndex = (range, matchStart) => {
		let position = matchStart;
		if (isWhitespace(range[position])) position++;
		if (range[position] === "<" || range[position] === ">") position++;
		if (range[position] === "=") position++;
		return isWhitespace(range[position]) ? position : -1;
	};
	const trimComparatorWhitespace = (range) => {
		let result = "";
		let copyFrom = 0;
		let cursor = 0;
		const digitRuns = {
			start: -1,
			end: -1,
			previousStart: -1,
			previousEnd: -1
		};
		while (cursor < range.length) {
			const matchStart = cursor;
			if (range[cursor] === "<" || range[cursor] === ">") cursor++;
			else if (!isVersionPrefix(range[cursor]) && !isVersionStart(range[cursor])) {
				cursor++;
				continue;
			}
			while (cursor < range.length && isVersionPrefix(range[cursor])) cursor++;
			if (!isVersionStart(range[cursor])) continue;
			const whitespacePosition = findRemovableWhitespaceIndex(range, matchStart);
			if (whitespacePosition !== -1) {
				result += range.slice(copyFrom, whitespacePosition);
				copyFrom = whitespacePosition + 1;
			}
			cursor = findVersionEndIndex(range, cursor, digitRuns);
		}
		return result + range.slice(copyFrom);
	};
	module.exports = trimComparatorWhitespace;
}));
// node_modules/semver/classes/range.js
var require_range = __commonJSMin(((exports, module) => {
	const SPACE_CHARACTERS = /\s+/g;
	module.exports = class Range {
		constructor(range, options) {
			options = parseOptions(options);
			if (range instanceof Range) {
				if (range.loose === !!options.loose && range.includePrerelease === !!options.includePrerelease) return range;
				else return new Range(range.raw, options);
			}
			if (range instanceof Comparator) {
				this.raw = range.value;
				this.set = [[range]];
				this.formatted = void 0;
				return this;
			}
			this.options = options;
			this.loose = !!options.loose;
			this.includePrerelease = !!options.includePrerelease;
			this.raw = range.trim().replace(SPACE_CHARACTERS, " ");
			this.set = this.raw.split("||").map((r) => this.parseRange(r.trim())).filter((c) => c.length);
			if (!this.set.length) throw new TypeError(`Invalid SemVer Range: ${this.raw}`);
			if (this.set.length > 1) {
				const first = this.set[0];
				this.set = this.set.filter((c) => !isNullSet(c[0]));
				if (this.set.length === 0) this.set = [first];
				else if (this.set.length > 1) {
					for (const c of this.set) if (c.length === 1 && isAny(c[0])) {
						this.set = [c];
						break;
					}
				}
			}
			this.formatted = void 0;
		}
		get range() {
			if (this.formatted === void 0) {
				this.formatted = "";
				for (let i = 0; i < this.set.length; i++) {
					if (i > 0) this.formatted += "||";
					const comps = this.set[i];
					for (let k = 0; k < comps.length; k++) {
						if (k > 0) this.formatted += " ";
						this.formatted += comps[k].toString().trim();
					}
				}
			}
			return this.formatted;
		}
		format() {
			return this.range;
		}
		toString() {
			return this.range;
		}
		parseRange(range) {
			range = range.replace(BUILDSTRIPRE, "");
			const memoKey = ((this.options.includePrerelease && FLAG_INCLUDE_PRERELEASE) | (this.options.loose && FLAG_LOOSE)) + ":" + range;
			const cached = cache.get(memoKey);
			if (cached) return cached;
			const loose = this.options.loose;
			const hr = loose ? re[t.HYPHENRANGELOOSE] : re[t.HYPHENRANGE];
			range = range.replace(hr, hyphenReplace(this.options.includePrerelease));
			debug("hyphen replace", range);
			range = trimComparatorWhitespace(range);
			debug("comparator trim", range);
			range = range.replace(re[t.TILDETRIM], tildeTrimReplace);
			debug("tilde trim", range);
			range = range.replace(re[t.CARETTRIM], caretTrimReplace);
			debug("caret trim", range);
			let rangeList = range.split(" ").map((comp) => parseComparator(comp, this.options)).join(" ").split(/\s+/).map((comp) => replaceGTE0(comp, this.options));
			if (loose) rangeList = rangeList.filter((comp) => {
				debug("loose invalid filter", comp, this.options);
				return !!comp.match(re[t.COMPARATORLOOSE]);
			});
			debug("range list", rangeList);
			const rangeMap = new Map();
			const comparators = rangeList.map((comp) => new Comparator(comp, this.options));
			for (const comp of comparators) {
				if (isNullSet(comp)) return [comp];
				rangeMap.set(comp.value, comp);
			}
			if (rangeMap.size > 1 && rangeMap.has("")) rangeMap.delete("");
			const result = [...rangeMap.values()];
			cache.set(memoKey, result);
			return result;
		}
		intersects(range, options) {
			if (!(range instanceof Range)) throw new TypeError("a Range is required");
			return this.set.some((thisComparators) => {
				return isSatisfiable(thisComparators, options) && range.set.some((rangeComparators) => {
					return isSatisfiable(rangeComparators, options) && thisComparators.every((thisComparator) => {
						return rangeComparators.every((rangeComparator) => {
							return thisComparator.intersects(rangeComparator, options);
						});
					});
				});
			});
		}
		test(version) {
			if (!version) return false;
			if (typeof version === "string") try {
				version = new SemVer(version, this.options);
			} catch (er) {
				return false;
			}
			for (let i = 0; i < this.set.length; i++) if (testSet(this.set[i], version, this.options)) return true;
			return false;
		}
	};
	const cache = new (require_lrucache())();
	const parseOptions = require_parse_options();
	const Comparator = require_comparator();
	const debug = require_debug();
	const SemVer = require_semver();
	const trimComparatorWhitespace = require_trim_comparator_whitespace();
	const { safeRe: re, src, t, tildeTrimReplace, caretTrimReplace } = require_re();
	const { FLAG_INCLUDE_PRERELEASE, FLAG_LOOSE } = require_constants();
	const BUILDSTRIPRE = new RegExp(src[t.BUILD], "g");
	const isNullSet = (c) => c.value === "<0.0.0-0";
	const isAny = (c) => c.value === "";
	const isSatisfiable = (comparators, options) => {
		let result = true;
		const remainingComparators = comparators.slice();
		let testComparator = remainingComparators.pop();
		while (result && remainingComparators.length) {
			result = remainingComparators.every((otherComparator) => {
				return testComparator.intersects(otherComparator, options);
			});
			testComparator = remainingComparators.pop();
		}
		return result;
	};
	const parseComparator = (comp, options) => {
		comp = comp.replace(re[t.BUILD], "");
		debug("comp", comp, options);
		comp = replaceCarets(comp, options);
		debug("caret", comp);
		comp = replaceTildes(comp, options);
		debug("tildes", comp);
		comp = replaceXRanges(comp, options);
		debug("xrange", comp);
		comp = replaceStars(comp, options);
		debug("stars", comp);
		return comp;
	};
	const isX = (id) => !id || id.toLowerCase() === "x" || id === "*";
	const invalidXRangeOrder = (M, m, p) => isX(M) && !isX(m) || isX(m) && p && !isX(p);
	const replaceTildes = (comp, options) => {
		return comp.trim().split(/\s+/).map((c) => replaceTilde(c, options)).join(" ");
	};
	const replaceTilde = (comp, options) => {
		const r = options.loose ? re[t.TILDELOOSE] : re[t.TILDE];
		const z = options.includePrerelease ? "-0" : "";
		return comp.replace(r, (_, M, m, p, pr) => {
			debug("tilde", comp, _, M, m, p, pr);
			let ret;
			if (isX(M)) ret = "";
			else if (isX(m)) ret = `>=${M}.0.0${z} <${+M + 1}.0.0-0`;
			else if (isX(p)) ret = `>=${M}.${m}.0${z} <${M}.${+m + 1}.0-0`;
			else if (pr) {
				debug("replaceTilde pr", pr);
				ret = `>=${M}.${m}.${p}-${pr} <${M}.${+m + 1}.0-0`;
			} else ret = `>=${M}.${m}.${p} <${M}.${+m + 1}.0-0`;
			debug("tilde return", ret);
			return ret;
		});
	};
	const replaceCarets = (comp, options) => {
		return comp.trim().split(/\s+/).map((c) => replaceCaret(c, options)).join(" ");
	};
	const replaceCaret = (comp, options) => {
		debug("caret", comp, options);
		const r = options.loose ? re[t.CARETLOOSE] : re[t.CARET];
		const z = options.includePrerelease ? "-0" : "";
		return comp.replace(r, (_, M, m, p, pr) => {
			debug("caret", comp, _, M, m, p, pr);
			let ret;
			if (isX(M)) ret = "";
			else if (isX(m)) ret = `>=${M}.0.0${z} <${+M + 1}.0.0-0`;
			else if (isX(p)) {
				if (M === "0") ret = `>=${M}.${m}.0${z} <${M}.${+m + 1}.0-0`;
				else ret = `>=${M}.${m}.0${z} <${+M + 1}.0.0-0`;
			} else if (pr) {
				debug("replaceCaret pr", pr);
				if (M === "0") {
					if (m === "0") ret = `>=${M}.${m}.${p}-${pr} <${M}.${m}.${+p + 1}-0`;
					else ret = `>=${M}.${m}.${p}-${pr} <${M}.${+m + 1}.0-0`;
				} else ret = `>=${M}.${m}.${p}-${pr} <${+M + 1}.0.0-0`;
			} else {
				debug("no pr");
				if (M === "0") {
					if (m === "0") ret = `>=${M}.${m}.${p} <${M}.${m}.${+p + 1}-0`;
					else ret = `>=${M}.${m}.${p} <${M}.${+m + 1}.0-0`;
				} else ret = `>=${M}.${m}.${p} <${+M + 1}.0.0-0`;
			}
			debug("caret return", ret);
			return ret;
		});
	};
	const replaceXRanges = (comp, options) => {
		debug("replaceXRanges", comp, options);
		return comp.split(/\s+/).map((c) => replaceXRange(c, options)).join(" ");
	};
	const replaceXRange = (comp, options) => {
		comp = comp.trim();
		const r = options.loose ? re[t.XRANGELOOSE] : re[t.XRANGE];
		return comp.replace(r, (ret, gtlt, M, m, p, pr) => {
			debug("xRange", comp, ret, gtlt, M, m, p, pr);
			if (invalidXRangeOrder(M, m, p)) return comp;
			const xM = isX(M);
			const xm = xM || isX(m);
			const xp = xm || isX(p);
			const anyX = xp;
			if (gtlt === "=" && anyX) gtlt = "";
			pr = options.includePrerelease ? "-0" : "";
			if (xM) {
				if (gtlt === ">" || gtlt === "<") ret = "<0.0.0-0";
				else ret = "*";
			} else if (gtlt && anyX) {
				if (xm) m = 0;
				p = 0;
				if (gtlt === ">") {
					gtlt = ">=";
					if (xm) {
						M = +M + 1;
						m = 0;
						p = 0;
					} else {
						m = +m + 1;
						p = 0;
					}
				} else if (gtlt === "<=") {
					gtlt = "<";
					if (xm) M = +M + 1;
					else m = +m + 1;
				}
				if (gtlt === "<") pr = "-0";
				ret = `${gtlt + M}.${m}.${p}${pr}`;
			} else if (xm) ret = `>=${M}.0.0${pr} <${+M + 1}.0.0-0`;
			else if (xp) ret = `>=${M}.${m}.0${pr} <${M}.${+m + 1}.0-0`;
			debug("xRange return", ret);
			return ret;
		});
	};
	const replaceStars = (comp, options) => {
		debug("replaceStars", comp, options);
		return comp.trim().replace(re[t.STAR], "");
	};
	const replaceGTE0 = (comp, options) => {
		debug("replaceGTE0", comp, options);
		return comp.trim().replace(re[options.includePrerelease ? t.GTE0PRE : t.GTE0], "");
	};
	const hyphenReplace = (incPr) => ($0, from, fM, fm, fp, fpr, fb, to, tM, tm, tp, tpr) => {
		if (isX(fM)) from = "";
		else if (isX(fm)) from = `>=${fM}.0.0${incPr ? "-0" : ""}`;
		else if (isX(fp)) from = `>=${fM}.${fm}.0${incPr ? "-0" : ""}`;
		else if (fpr) from = `>=${from}`;
		else from = `>=${from}${incPr ? "-0" : ""}`;
		if (isX(tM)) to = "";
		else if (isX(tm)) to = `<${+tM + 1}.0.0-0`;
		else if (isX(tp)) to = `<${tM}.${+tm + 1}.0-0`;
		else if (tpr) to = `<=${tM}.${tm}.${tp}-${tpr}`;
		else if (incPr) to = `<${tM}.${tm}.${+tp + 1}-0`;
		else to = `<=${to}`;
		return `${from} ${to}`.trim();
	};
	const testSet = (set, version, options) => {
		for (let i = 0; i < set.length; i++) if (!set[i].test(version)) return false;
		if (version.prerelease.length && !options.includePrerelease) {
			for (let i = 0; i < set.length; i++) {
				debug(set[i].semver);
				if (set[i].semver === Comparator.ANY) continue;
				if (set[i].semver.prerelease.length > 0) {
					const allowed = set[i].semver;
					if (allowed.major === version.major && allowed.minor === version.minor && allowed.patch === version.patch) return true;
				}
			}
			return false;
		}
		return true;
	};
}));
// node_modules/semver/functions/satisfies.js
var require_satisfies = __commonJSMin(((exports, module) => {
	const Range = require_range();
	const satisfies = (version, range, options) => {
		try {
			range = new Range(range, options);
		} catch (er) {
			return false;
		}
		return range.test(version);
	};
	module.exports = satisfies;
}));
// node_modules/semver/functions/valid.js
var require_valid$1 = __commonJSMin(((exports, module) => {
	const parse = require_parse();
	const valid = (version, options) => {
		const v = parse(version, options);
		return v ? v.version : null;
	};
	module.exports = valid;
}));
// \0made:semver
const clean = (...args) => require_clean()(...args);
const valid = (...args) => require_valid$1()(...args);
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
// src/domain/command-table.ts
const SHELLS = [
	"sh",
	"fish",
	"pwsh"
];
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
const COMMANDS$1 = {
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
				name: "modules",
				description: "Prove modules against the go.sum of the project in DIR (here), without network."
			}
		],
		examples: [
			["verify go1.26.8.linux-amd64.tar.gz", "an archive"],
			["verify /usr/local/go", "an installation"],
			["verify go-private.tar.gz --signature go-private.bundle.json --key cosign.pub", "a build of your own"],
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
			choices: SHELLS,
			description: "The shell that env writes for (sh)."
		}],
		examples: [["env --go-version 1.26 --shell fish | source", "for fish"], ["env --go-version 1.26 --shell pwsh | Out-String | Invoke-Expression", "for PowerShell"]]
	}
};
const COMMAND_NAMES = Object.keys(COMMANDS$1);
function commandRow(name) {
	return COMMANDS$1[name];
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
function helpText(topic, program = PRODUCT.name) {
	return `${[
		...topic === void 0 ? generalHelp(program) : commandHelp(topic, program),
		optionsText(topic),
		EXIT_CODES
	].join("\n\n")}\n`;
}
function generalHelp(program) {
	const commands = COMMAND_NAMES.map((name) => ({
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
	const shown = INPUTS.filter((row) => row.faces.includes("cli")).map((row) => [optionUsage(row), description(row)]);
	const ownRows = (topic === void 0 ? COMMAND_NAMES : [topic]).flatMap((name) => commandRow(name).options ?? []).map(({ name, value, description: text }) => [`--${name} ${value ?? ""}`.trim(), text]);
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
// src/domain/command-line.ts
const SWITCHES = [
	"help",
	"version",
	"json"
];
const ROWS = new Map(INPUTS.map((row) => [row.name, row]));
const OWN_OPTIONS = new Map(COMMAND_NAMES.flatMap((name) => (commandRow(name).options ?? []).map((option) => [option.name, option])));
const OPTION_NAMES = [
	...ROWS.keys(),
	...SWITCHES,
	...OWN_OPTIONS.keys()
];
function parseCommandLine(argv) {
	const { words, options, findings } = read(argv);
	const [first, ...operands] = words;
	const name = COMMAND_NAMES.find((candidate) => candidate === first);
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
		json,
		findings: [problem, ...more]
	};
	if (name === void 0) return {
		kind: "invalid",
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
	const isCommand = reading.words.length === 0 && COMMAND_NAMES.some((command) => command === following);
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
	const accepted = COMMAND_NAMES.join(", ");
	if (first === void 0) return [invalid("command", "No command was given", { accepted })];
	return [invalid(first, "The command is not known", {
		accepted,
		nearest: nearestName(first, COMMAND_NAMES)
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
	return finding("INPUT.INVALID", {
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
	const nearest = nearestName(flag.replace(/^-+/u, ""), OPTION_NAMES);
	return finding("INPUT.UNKNOWN_OPTION", {
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
	return finding("INPUT.INVALID", {
		subject,
		message,
		evidence
	});
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
	const lines = settings.exitCode === 0 ? settings.stdout.split(/\r?\n/u) : [];
	const [goversion, goos, goarch, goroot = "", gopath = "", goModCache = ""] = lines;
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
	const own = isSamePath(goroot, root) ? goroot : await ownGoroot(options, bin, signal);
	return {
		bin,
		goroot: own,
		gopath: firstOfList(gopath, platform.goos),
		goModCache: goModCache === "" ? void 0 : goModCache,
		foreignGoroot: goroot === "" || isSamePath(goroot, own) ? void 0 : goroot,
		env: Object.fromEntries(NAMES.flatMap((name, index) => lines[index] ? [[name, lines[index]]] : []))
	};
}
const NAMES = [
	"GOVERSION",
	"GOHOSTOS",
	"GOHOSTARCH",
	"GOROOT",
	"GOPATH",
	"GOMODCACHE",
	"GO111MODULE",
	"GOBIN",
	"GOCACHE",
	"GOENV",
	"GOEXPERIMENT",
	"GOFLAGS",
	"GOINSECURE",
	"GONOPROXY",
	"GONOSUMDB",
	"GOPRIVATE",
	"GOPROXY",
	"GOSUMDB",
	"GOTMPDIR",
	"GOVCS"
];
async function askVersion(options, signal) {
	const { bin, env } = options;
	return succeeded(bin, await runGo(options, {
		bin,
		args: ["version"],
		env: isolated(env)
	}, signal)).trim();
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
		ownParents
	};
}
// src/install/tool-store.ts
const VERSION_BYTES = 4096;
const RECEIPT_BYTES = 262144;
async function findEntry(place, files) {
	const stat = await files.stat(place.root);
	if (stat === void 0 || stat.kind !== "directory" && stat.kind !== "symlink") return void 0;
	const names = await files.list(place.root);
	if (names.length === 0) return void 0;
	const programs = await files.list((0, node_path.join)(place.root, "bin"));
	const version = names.includes("VERSION") ? await readSmall((0, node_path.join)(place.root, "VERSION"), VERSION_BYTES, files) : void 0;
	return {
		root: place.root,
		isMarked: await files.stat(place.marker) !== void 0,
		hasGo: programs.includes("go") || programs.includes("go.exe"),
		versionLine: version?.toString("utf8").split(/\r?\n/u, 1)[0],
		receipt: await readSmall(place.receipt, RECEIPT_BYTES, files)
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
async function publish(options) {
	const { place, stage, files } = options;
	const trash = options.replace ? await discard(options) : void 0;
	const published = await files.rename(stage.root, place.root);
	if (published) await markComplete(place, options.receipt, files);
	await files.remove(stage.directory);
	if (trash !== void 0) await files.remove(trash);
	return { published };
}
async function discard({ place, files, randomName }) {
	await files.remove(place.marker);
	await files.remove(place.receipt);
	await files.remove(place.seal);
	if (await files.stat(place.root) === void 0) return void 0;
	const trash = (0, node_path.join)(place.parent, `${place.trashPrefix}${randomName()}`);
	await files.rename(place.root, trash);
	return trash;
}
async function removeEntry(options) {
	const trash = await discard(options);
	if (trash !== void 0) await options.files.remove(trash);
	await removeEmptyParents(options);
}
async function removeEmptyParents({ place, files }) {
	for (const parent of place.ownParents) if (!await files.removeEmptyDirectory(parent)) return;
}
// \0made:semver/functions/satisfies.js
var satisfies_default = (...args) => require_satisfies()(...args);
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
const SCHEMA = "setup-go-robust/seal@1";
const ABSENT = "absent";
const MAX_SEAL_BYTES = 4194304;
function isSealed(path, kind) {
	if (kind === "directory") return !NO_BUILD.test(path);
	return !path.includes("/") || path.startsWith("bin/") || path.startsWith("pkg/tool/");
}
const NO_BUILD = /^(?:api|doc|misc|test)(?:\/|$)|(?:^|\/)testdata(?:\/|$)/u;
function makeSeal(tree, reader) {
	const { moduleName, proof, root, paths } = tree;
	if (!SEALING.includes(proof.kind)) return void 0;
	return {
		moduleName,
		proof,
		status: ["", ...paths].map((path) => [path, statusText(reader, root, path)]).filter(([, text]) => text !== ABSENT)
	};
}
function partOf(path) {
	return !path.includes("/") || path.startsWith("bin/") ? "programs" : "rest";
}
function isUnbroken({ status }, root, { reader, part }) {
	return status.every(([path, text]) => partOf(path) !== part || statusText(reader, root, path) === text);
}
function statusText(reader, root, path) {
	const status = reader.status(path === "" ? root : `${root}/${path}`);
	if (status === void 0) return ABSENT;
	return `${status.kind} ${status.kind === "directory" ? "" : status.sizeBytes} ${status.mtimeMs} ${status.ctimeMs}`;
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
	const { moduleName, proof, status } = value;
	if (typeof moduleName !== "string" || !isProof(proof) || !Array.isArray(status) || status.length === 0) return void 0;
	return status.every(isStatus) ? {
		moduleName,
		proof,
		status
	} : void 0;
}
function isProof(value) {
	if (!isJsonObject(value) || !SEALING.includes(value["kind"])) return false;
	return [
		"root",
		"value",
		"detail"
	].every((name) => typeof value[name] === "string");
}
function isStatus(value) {
	return Array.isArray(value) && value.length === 2 && typeof value[0] === "string" && typeof value[1] === "string";
}
// src/verify/tree-hash.ts
const OUTSIDE_MODULE = [
	".github",
	"api",
	"doc",
	"misc",
	"test"
];
function moduleName(version, platform) {
	return `golang.org/toolchain@v0.0.1-go${versionText(version)}.${platform.goos}-${platform.goarch}`;
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
// src/steps/once.ts
function once(make) {
	let made;
	return () => {
		made ??= make();
		return made;
	};
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
			if ((await files.stat(path))?.kind === "file") return path;
		}
		if (directory === top || directory === (0, node_path.dirname)(directory)) return void 0;
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
const LONGEST_TEXT = 120;
function problemAt(place, what) {
	return {
		...what,
		line: place.line,
		text: redactText(place.text.slice(0, LONGEST_TEXT), []).trim()
	};
}
function isMergeMark(line) {
	return /^(?:<{7}|={7}|>{7}|\|{7})(?:\s|$)/u.test(line);
}
function readStatements(text, blocks) {
	const draft = {
		statements: [],
		problems: [],
		open: void 0
	};
	const pattern = tokenPattern(text);
	for (const [index, raw] of text.split("\n").entries()) {
		const place = {
			line: index + 1,
			text: raw
		};
		const read = isMergeMark(raw) ? MERGE_MARK : readTokens(raw, pattern);
		if ("reason" in read) complain(draft, place, read);
		else if (draft.open !== void 0) readInBlock(draft, draft.open, {
			...read,
			...place
		});
		else readOutside(draft, blocks, {
			...read,
			...place
		});
	}
	if (draft.open !== void 0) complain(draft, draft.open, syntax("the block that begins here has no end"));
	return draft;
}
function complain({ problems }, place, what) {
	if (problems.length < 20) problems.push(problemAt(place, what));
}
function readInBlock(draft, block, read) {
	const { tokens, comment, line } = read;
	if (tokens[0] === ")") {
		draft.open = void 0;
		if (tokens.length > 1) complain(draft, read, syntax("something follows the closing parenthesis"));
	} else if (block.isKnown && tokens.length > 0) draft.statements.push({
		verb: block.verb,
		args: tokens,
		comment,
		line
	});
}
function readOutside(draft, blocks, read) {
	const { tokens, comment, line, text } = read;
	const block = openedBlock(tokens, {
		blocks,
		line,
		text
	});
	if (block !== void 0) {
		if (!block.isKnown) complain(draft, read, {
			kind: "directive",
			reason: `no block is named ${block.verb.slice(0, 40)}`
		});
		if (!block.isEmpty) draft.open = block;
		return;
	}
	const [verb, ...args] = tokens;
	if (verb !== void 0) draft.statements.push({
		verb,
		args,
		comment,
		line
	});
}
const MERGE_MARK = {
	kind: "merge-mark",
	reason: "a merge conflict is not resolved"
};
function syntax(reason) {
	return {
		kind: "syntax",
		reason
	};
}
function openedBlock(tokens, { blocks, ...place }) {
	const isEmpty = tokens.length > 2 && tokens.at(-2) === "(" && tokens.at(-1) === ")";
	const isOpen = tokens.length > 1 && tokens.at(-1) === "(";
	if (!isEmpty && !isOpen) return void 0;
	const verb = tokens.slice(0, isEmpty ? -2 : -1).join(" ");
	return {
		...place,
		verb,
		isEmpty,
		isKnown: blocks.includes(verb)
	};
}
function tokenPattern(text) {
	const printable = /^[\t\n\r -~]*$/u.test(text) ? "[!-~]" : String.raw`[\p{L}\p{M}\p{N}\p{P}\p{S}]`;
	const word = String.raw`(?:(?!\/[/*]|[()[\]{},])${printable})+`;
	const token = String.raw`[()[\]{},]|"(?:[^"\\]|\\.)*"|${"`[^`]*`"}|(?!["${"`"}])${word}`;
	return new RegExp(String.raw`[ \t\r]+|(?<comment>\/\/.*)|(?<token>${token})`, "suy");
}
function readTokens(line, pattern) {
	const tokens = [];
	let comment = "";
	for (let at = 0; at < line.length; at = pattern.lastIndex) {
		pattern.lastIndex = at;
		const match = pattern.exec(line);
		if (match === null) return syntax(whyNoToken(line.slice(at, at + 2)));
		const { token } = match.groups ?? {};
		if (token !== void 0) tokens.push(token);
		comment = match.groups?.["comment"] ?? comment;
	}
	return {
		tokens,
		comment
	};
}
function whyNoToken(start) {
	if (start === "/*") return "comments begin with //, not with /*";
	if (/^["`]/u.test(start)) return "the quotes are not closed";
	const [character = ""] = start;
	return `the character U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")} may not stand here`;
}
const ESCAPES = {
	a: "\x07",
	b: "\b",
	f: "\f",
	n: "\n",
	r: "\r",
	t: "	",
	v: "\v",
	"\\": "\\",
	"\"": "\""
};
const ESCAPE = /\\(?:([abfnrtv\\"])|x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|([0-3][0-7]{2})|[\s\S]?)/gu;
function unquote(token) {
	if (!token.startsWith("\"")) return /["'`]/u.test(token) ? void 0 : token;
	let isMalformed = token.length < 2 || !token.endsWith("\"");
	const text = token.slice(1, -1).replace(ESCAPE, (_, simple, hex, short, long, octal) => {
		if (simple !== void 0) return ESCAPES[simple] ?? "";
		const digits = hex ?? short ?? long;
		const code = digits === void 0 ? Number.parseInt(octal ?? "", 8) : Number.parseInt(digits, 16);
		if (Number.isNaN(code) || code > 1114111 || code >= 55296 && code <= 57343) isMalformed = true;
		return isMalformed ? "" : String.fromCodePoint(code);
	});
	return isMalformed ? void 0 : text;
}
// src/domain/gomod.ts
function readGoMod(text) {
	const { statements } = readStatements(text, []);
	const first = (verb) => {
		const found = statements.find((statement) => statement.verb === verb && statement.args.length > 0);
		return found && {
			text: found.args.join(" "),
			line: found.line
		};
	};
	return {
		go: first("go"),
		toolchain: first("toolchain")
	};
}
function toolchainVersion(name) {
	const text = /^go(\d[^\s\\/-]*)(?:[ \t-][^\\/]*)?$/u.exec(name)?.[1];
	return text !== void 0 && parseGoVersion(text) !== void 0 ? text : void 0;
}
function isOlderThanGoLine(toolchainText, goLine) {
	const toolchain = parseGoVersion(toolchainText);
	const language = parseGoVersion(goLine);
	if (toolchain === void 0 || language === void 0) return false;
	if (isComplete(goLine)) return compareVersions(toolchain, language) < 0;
	return toolchain.major - language.major < 0 || toolchain.major === language.major && toolchain.minor < language.minor;
}
// src/domain/tool-versions.ts
const MOST_VERSIONS = 20;
const GO_NAMES = [
	"go",
	"golang",
	"core:go"
];
function readToolVersions(text) {
	for (const [index, raw] of text.split("\n").entries()) {
		const [name, ...versions] = raw.replace(/#.*$/su, "").trim().split(/\s+/u);
		if (name === void 0 || !GO_NAMES.includes(name)) continue;
		return {
			versions: versions.slice(0, MOST_VERSIONS).map(plainVersion),
			line: index + 1
		};
	}
}
function readMiseToml(text) {
	return readToml(text, (path) => {
		const name = path[1] ?? "";
		if (path[0] !== "tools" || !GO_NAMES.includes(name)) return false;
		return path.length === 2 || path.length === 3 && path[2] === "version";
	});
}
function readPrototools(text) {
	return readToml(text, (path) => path.length === 1 && path[0] === "go");
}
function readToml(text, isWanted) {
	let table = [];
	let openString;
	for (const [index, raw] of text.split("\n").entries()) {
		const line = raw.trim();
		if (openString !== void 0) {
			if (line.includes(openString)) openString = void 0;
			continue;
		}
		const header = /^\[{1,2}([^\]]+)\]{1,2}\s*(?:#.*)?$/u.exec(line);
		if (header !== null) {
			table = keyPath(header[1] ?? "");
			continue;
		}
		const pair = /^((?:[\w-]+|"[^"]*"|'[^']*')(?:\s*\.\s*(?:[\w-]+|"[^"]*"|'[^']*'))*)\s*=\s*(.*)$/u.exec(line);
		if (pair === null) continue;
		const [, key = "", value = ""] = pair;
		if (isWanted([...table, ...keyPath(key)])) return {
			versions: tomlVersions(value),
			line: index + 1
		};
		openString = openedString(value);
	}
}
function keyPath(key) {
	return [...key.matchAll(/"([^"]*)"|'([^']*)'|([\w-]+)/gu)].map((match) => match[1] ?? match[2] ?? match[3] ?? "");
}
function openedString(value) {
	const quotes = /^("""|''')/u.exec(value)?.[1];
	return quotes !== void 0 && !value.slice(3).includes(quotes) ? quotes : void 0;
}
const LONGEST_VALUE = 1e3;
const TOML_STRING = /"([^"\\]*)"|'([^']*)'/gu;
function tomlVersions(value) {
	if (value.length > LONGEST_VALUE) return [];
	const whole = /^(?:"([^"\\]*)"|'([^']*)')\s*(?:#.*)?$/u.exec(value);
	if (whole !== null) return [plainVersion(whole[1] ?? whole[2] ?? "")];
	if (/^\[[^[\]]*\]\s*(?:#.*)?$/u.test(value)) return [...value.slice(1, value.lastIndexOf("]")).matchAll(TOML_STRING)].map((match) => plainVersion(match[1] ?? match[2] ?? ""));
	const inline = /^\{(?:.*[{,\s])?version\s*=\s*(?:"([^"\\]*)"|'([^']*)').*\}\s*(?:#.*)?$/u.exec(value);
	return inline === null ? [] : [plainVersion(inline[1] ?? inline[2] ?? "")];
}
function plainVersion(text) {
	return text.trim().replace(/^(?:latest|prefix):/u, "");
}
// node_modules/semver/ranges/valid.js
var require_valid = __commonJSMin(((exports, module) => {
	const Range = require_range();
	const validRange = (range, options) => {
		try {
			return new Range(range, options).range || "*";
		} catch (er) {
			return null;
		}
	};
	module.exports = validRange;
}));
// \0made:semver/ranges/valid.js
var valid_default = (...args) => require_valid()(...args);
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
// src/domain/version-file.ts
function readVersionFile(file) {
	const text = file.text.replace(/^\uFEFF/u, "").replace(/\r\n?/gu, "\n");
	const noise = text.split("\n").findIndex((line) => /[\0\uFFFD]/u.test(line));
	if (noise !== -1) return refuse(file, {
		line: noise + 1,
		reason: "the file is not UTF-8 text"
	});
	const marker = text.split("\n").findIndex((line) => /^(?:<{7}|>{7})(?: |$)/u.test(line));
	if (marker !== -1) return refuse(file, {
		line: marker + 1,
		reason: "a merge conflict is not resolved"
	});
	const name = file.path.split(/[\\/]/u).at(-1) ?? "";
	if (name.endsWith(".mod") || name === "go.work") return fromGoMod(file, text);
	if (name === ".go-version") return fromFirstLine(file, text);
	if (name === ".tool-versions") return fromTool(file, readToolVersions(text));
	if (/^\.?mise(?:\.[\w-]+)*\.toml$/u.test(name)) return fromTool(file, readMiseToml(text));
	if (name === ".prototools") return fromTool(file, readPrototools(text));
	return fromWhole(file, text);
}
function fromGoMod(file, text) {
	const { go, toolchain } = readGoMod(text);
	if (toolchain !== void 0 && toolchain.text !== "default" && file.gotoolchain !== "local") {
		const version = toolchainVersion(toolchain.text);
		const spec = version === void 0 ? void 0 : parseSpec(version);
		if (version === void 0 || spec === void 0) return refuse(file, {
			line: toolchain.line,
			got: toolchain.text,
			reason: "the toolchain line names no Go release"
		});
		if (!(go !== void 0 && isOlderThanGoLine(version, go.text))) return {
			spec,
			line: toolchain.line,
			directive: "toolchain"
		};
	}
	if (go === void 0) return refuse(file, {
		reason: "there is no go line",
		fix: "go 1.26"
	});
	const spec = /^\d/u.test(go.text) ? parseSpec(go.text) : void 0;
	if (spec === void 0 || spec.kind !== "exact" && spec.kind !== "minor") return refuse(file, {
		line: go.line,
		got: go.text,
		reason: "the go line names no version",
		fix: "go 1.26"
	});
	return {
		spec,
		line: go.line,
		directive: "go"
	};
}
function fromFirstLine(file, text) {
	for (const [index, line] of text.split("\n").entries()) {
		const content = line.replace(/(?:^|\s)(?:#|\/\/).*$/su, "").trim();
		if (content !== "") return fromText(file, {
			text: content,
			line: index + 1
		});
	}
	return refuse(file, {
		reason: "the file names no version",
		fix: "1.26.8"
	});
}
function fromTool(file, tool) {
	if (tool === void 0) return refuse(file, { reason: "the file names no version of go or golang" });
	for (const version of tool.versions) {
		const spec = parseSpec(version);
		if (spec !== void 0) return {
			spec,
			line: tool.line,
			directive: void 0
		};
	}
	return refuse(file, {
		line: tool.line,
		got: tool.versions.join(" "),
		reason: "no version on this line is understood"
	});
}
function fromWhole(file, text) {
	const before = /^\s*/u.exec(text)?.[0] ?? "";
	return fromText(file, {
		text: text.trim(),
		line: before.split("\n").length
	});
}
function fromText(file, place) {
	const spec = parseSpec(place.text);
	if (spec !== void 0) return {
		spec,
		line: place.line,
		directive: void 0
	};
	const reason = place.text === "" ? "the file is empty" : "the content is not a version request";
	return refuse(file, {
		line: place.line,
		got: place.text,
		reason,
		fix: "1.26.8"
	});
}
function refuse(file, what) {
	const place = what.line === void 0 ? {} : { line: what.line };
	const correct = {
		title: "Write a version into the file",
		kind: "edit",
		text: what.fix ?? "",
		risk: "none"
	};
	const name = {
		title: "Name the version as input",
		kind: "setting",
		text: "go-version: '1.26.8'",
		risk: "none"
	};
	return { finding: finding("INPUT.VERSION_FILE", {
		subject: file.path,
		evidence: {
			reason: what.reason,
			got: what.got?.slice(0, 100)
		},
		fixes: what.fix === void 0 ? [name] : [correct, name],
		location: {
			file: file.path,
			...place
		}
	}) };
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
	const start = await workingDirectory(setting);
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
async function workingDirectory({ files, rawInputs, workspace, host }) {
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
	const read = readVersionFile({
		path: shown,
		text: await readText(files, {
			path,
			shown
		}),
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
	const base = floatingBase(context.inputs.sources);
	const provided = base === void 0 ? await findOrProvide(context, request, signal) : await inPhase(context, "acquire", async () => {
		const { provideFloating } = await Promise.resolve().then(() => require("./install.cjs")).then((n) => n.private_build_exports);
		return provideFloating(context, {
			request,
			base
		}, signal);
	});
	await makeKnown(context, provided, signal);
	await offerCaches(context, provided, signal);
	return provided.from === "tool-cache" ? "cached" : "installed";
}
async function checkProject(context, signal) {
	const directory = context.inputs.preflight === "off" ? void 0 : await projectDirectory(context);
	if (directory === void 0) return;
	const { checkBeforeInstall } = await Promise.resolve().then(() => require("./preflight.cjs")).then((n) => n.preflight_exports);
	await checkBeforeInstall(context, directory, signal);
}
async function useGoOnPath(context, signal) {
	if (context.destination !== void 0) throw noRequest();
	const { findPathGo, PATH_OUTCOME } = await Promise.resolve().then(() => require("./install.cjs")).then((n) => n.path_go_exports);
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
	const { cache } = host;
	if (cache === void 0 || !inputs.cache) return;
	const reason = inputs.offline ? "offline" : cache.unavailable;
	if (reason !== void 0) return emit({
		type: "cache",
		result: "off",
		reason
	});
	const { restoreCaches } = await Promise.resolve().then(() => require("./install.cjs")).then((n) => n.restore_cache_exports);
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
		if (from === "download" && error instanceof Failure && UNSOUND.includes(error.code)) await removeEntry({
			place: provided.place ?? placeFor(context, version),
			files,
			randomName: () => machine.randomName()
		}).catch(() => void 0);
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
// src/steps/prepare.ts
async function prepare(setting, emit) {
	const { rawInputs, env, workspace, host, operands, options, secrets, log, signer, readTable } = setting;
	const judged = parseInputs(rawInputs, {
		env,
		sourceIds: SOURCE_IDS
	});
	const problems = "findings" in judged ? [...judged.findings] : [];
	const request = await collect(() => wantedRequest(setting), problems);
	const caPem = await collect(() => readCaFile(setting), problems);
	const platform = platformFor(setting.hostPlatform, rawInputs["architecture"]?.trim() || void 0);
	if (platform === void 0 && !problems.some(({ code }) => code === "INPUT.PLATFORM")) problems.push(noPlatform(setting));
	const destination = rawInputs["dest"]?.trim() ? (0, node_path.resolve)(workspace, rawInputs["dest"].trim()) : void 0;
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
	return {
		host,
		operands,
		options,
		secrets,
		workspace,
		log,
		signer,
		readTable,
		...openStandardInput === void 0 ? {} : { openStandardInput },
		inputs,
		machine,
		platform,
		request,
		destination,
		emit,
		releaseTable,
		budgetEndMs,
		reopen
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
	if (!text.includes("-----BEGIN CERTIFICATE-----")) throw refuse({ reason: "it holds no PEM certificate" });
	return text;
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
		if (await files.write(probe, "", { exclusive: true })) await files.remove(probe);
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
		if (context.options["modules"] === void 0) return (await Promise.resolve().then(() => require("./install.cjs")).then((n) => n.verify_exports)).verifyPath(context, signal);
		return (await Promise.resolve().then(() => require("./explain.cjs")).then((n) => n.verify_modules_exports)).verifyModules(context, signal);
	},
	mirror: async (...given) => (await Promise.resolve().then(() => require("./mirror.cjs")).then((n) => n.mirror_export_exports)).exportMirror(...given),
	env: async (...given) => (await Promise.resolve().then(() => require("./install.cjs")).then((n) => n.print_environment_exports)).printEnvironment(...given)
};
async function run(job, signal) {
	const emit = emitter(job);
	const over = new AbortController();
	emit({
		type: "run-started",
		command: job.command,
		product: `${PRODUCT.name} ${PRODUCT.version}`
	});
	const running = AbortSignal.any([signal, over.signal]);
	let context;
	try {
		if (job.usage !== void 0) throw new Failure(job.usage);
		context = await prepare(job, emit);
		const outcome = await COMMANDS[job.command](context, running);
		await lookAfterwards(job, {
			context,
			findings: []
		}, running);
		emit({
			type: "run-ended",
			outcome,
			findings: []
		});
	} catch (error) {
		const findings = findingsOf(signal.aborted ? signal.reason : error);
		emit({
			type: "run-ended",
			outcome: await lookAfterwards(job, {
				context,
				findings
			}, running) ?? "failed",
			findings
		});
	}
	over.abort(failure("SELF.INTERRUPTED", {
		subject: "run",
		evidence: { reason: "the run is over" }
	}));
	const report = foldReport(job.events, findCause);
	await job.host.publish(report);
	return report;
}
async function lookAfterwards(job, { context, findings }, signal) {
	if (context === void 0 || signal.aborted) return void 0;
	try {
		return await probeAndRepair(job, {
			context,
			findings
		}, signal);
	} catch (error) {
		for (const each of findingsOf(error)) context.emit({
			type: "finding",
			finding: {
				...each,
				severity: "warning"
			}
		});
		return;
	}
}
async function probeAndRepair({ command, events, options }, { context, findings }, signal) {
	const { diagnose, repair } = context.inputs;
	if (command === "verify" && options["modules"] !== void 0 && findings.length > 0 && repair !== "off") {
		const { repairRun } = await Promise.resolve().then(() => require("./diagnose.cjs")).then((n) => n.repair_run_exports);
		return repairRun(context, {
			findings,
			diagnosed: void 0,
			events,
			repeat: COMMANDS.verify
		}, signal);
	}
	if (command !== "install" || diagnose === "off" || diagnose === "on-failure" && findings.length === 0) return void 0;
	const { diagnoseRun } = await Promise.resolve().then(() => require("./diagnose.cjs")).then((n) => n.diagnose_run_exports);
	const diagnosed = await diagnoseRun(context, findings, signal);
	if (repair === "off" || signal.aborted) return void 0;
	const { repairRun } = await Promise.resolve().then(() => require("./diagnose.cjs")).then((n) => n.repair_run_exports);
	return repairRun(context, {
		findings,
		diagnosed,
		events,
		repeat: installGo
	}, signal);
}
function emitter(job) {
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
	};
}
function findingsOf(error) {
	if (error instanceof Failure) return error.findings;
	const missing = missingFile(error);
	if (missing !== void 0) return [finding("SELF.INCOMPLETE", { subject: missing })];
	const text = error instanceof Error ? error.stack ?? error.message : String(error);
	return [finding("SELF.BUG", {
		subject: PRODUCT.name,
		evidence: { error: text.split("\n").slice(0, 6).join(" ") }
	})];
}
function missingFile(error) {
	return error instanceof Error && "code" in error && error.code === "MODULE_NOT_FOUND" ? /'\.\/([\w-]+\.cjs)'/u.exec(error.message)?.[1] : void 0;
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
	const isAction = process.env["GITHUB_ACTIONS"] === "true" && process.argv.length <= 2;
	if (process.env["SGR_HOST"] === "gitlab" && process.argv.length <= 2) component();
	else if (!isAction) commandLine(parseCommandLine(process.argv.slice(2)));
	else if (getState(POST_STATE) === "true") afterJob();
	else action();
}
function action() {
	saveState(POST_STATE, "true");
	const { env } = process;
	const rawInputs = Object.fromEntries(INPUTS.map(({ name }) => [name, env[`INPUT_${name.toUpperCase()}`]]));
	const temp = env["RUNNER_TEMP"] || (0, node_path.join)(toolCacheDirectory(), "..");
	const summary = rawInputs["summary"];
	start({
		host: createGithubHost({
			summaryFile: env["GITHUB_STEP_SUMMARY"],
			cache: hostCache(),
			settings: () => ({
				summary: summary === "never" || summary === "on-failure" ? summary : "always",
				reportDir: rawInputs["report-dir"] || (0, node_path.join)(temp, "setup-go-robust-report"),
				isReportAsked: !!rawInputs["report-dir"],
				matcherFile: isOff(rawInputs["problem-matcher"]) ? void 0 : (0, node_path.join)(DISTRIBUTION, "problem-matcher.json")
			})
		}),
		command: "install",
		rawInputs,
		operands: [],
		options: {},
		workspace: env["GITHUB_WORKSPACE"] || process.cwd()
	});
}
function component() {
	const project = process.cwd();
	const { rawInputs, host: settings } = readGitlabSettings(process.env, hostPlatform());
	const nowSeconds = () => Math.floor(Date.now() / 1e3);
	const host = createGitlabHost({
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
		toolCache: (0, node_path.join)(project, settings.state, "tool-cache")
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
		process,
		timeoutMs: LIMITS.postMs,
		say
	}, async (signal) => {
		const { saveCaches } = await Promise.resolve().then(() => require("./install.cjs")).then((n) => n.save_cache_exports);
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
		process.stdout.write(line.kind === "help" ? helpText(line.topic) : `${PRODUCT.name} ${PRODUCT.version}\n`);
		process.exitCode = 0;
		return;
	}
	const { env, stdout, stderr } = process;
	const command = line.kind === "command" ? line : {
		name: "install",
		inputs: {},
		operands: [],
		options: {}
	};
	const program = `node ${process.argv[1] ?? "main.cjs"}`;
	start({
		host: createTerminalHost({
			stdout,
			stderr,
			noColor: !!env["NO_COLOR"],
			json: line.json,
			shell: SHELLS.find((shell) => shell === command.options["shell"]) ?? "sh",
			program,
			annotates: env["GITHUB_ACTIONS"] === "true",
			reportDir: command.inputs["report-dir"]
		}),
		command: command.name,
		rawInputs: command.inputs,
		operands: command.operands,
		options: command.options,
		workspace: process.cwd(),
		...line.kind === "invalid" ? { usage: line.findings } : {}
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
		openNet: () => (machines.at(-1) ?? job.openMachine(unjudged(face.rawInputs))).net,
		isLate: () => stop.signal.aborted,
		streams: process
	});
	const job = {
		...face,
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
		readTable: () => files.read((0, node_path.join)(DISTRIBUTION, "releases.json"), LIMITS.releaseTableBytes),
		openMachine: (settings) => {
			const machine = openMachine({
				...settings,
				files,
				clock,
				toolCachePath: face.toolCache ?? toolCacheDirectory()
			});
			machines.push(machine);
			return machine;
		}
	};
	const isRun = face.command === "run";
	const usualMs = isRun ? Number.POSITIVE_INFINITY : LIMITS.totalMs;
	const timeoutMs = parseDurationMs(face.rawInputs["timeout"]?.trim() ?? "") ?? usualMs;
	const writeLast = (text) => void (0, node_fs.writeSync)(2, text);
	superviseRun({
		process,
		host,
		events,
		timeoutMs,
		stop,
		writeSync: writeLast,
		leavesSignals: isRun
	}, async (signal) => {
		try {
			return await run(job, signal);
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
function openMachine(parts) {
	const { caPem, offline, files, clock, toolCachePath } = parts;
	const env = Object.freeze({ ...process.env });
	process.env["RUNNER_TOOL_CACHE"] = toolCachePath;
	const ca = caPem === void 0 ? void 0 : [caPem];
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
	const probeNet = createLazyProbeNet(async () => (await Promise.resolve().then(() => require("./install.cjs")).then((n) => n.probe_net_exports)).createProbeNet({
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
			terminal: terminal(),
			clock
		}).passThrough(...given) },
		toolCache: createToolCache(toolCachePath),
		platform: hostPlatform(),
		process: {
			pid: process.pid,
			hostname: (0, node_os.hostname)(),
			isAlive
		},
		randomName: () => (0, (node_crypto ??= require("node:crypto")).randomBytes)(8).toString("hex"),
		relieve: createRelief(),
		close: () => net.close()
	};
}
function terminal() {
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
function toolCacheDirectory() {
	const { env } = process;
	const runner = env["RUNNER_TOOL_CACHE"] || env["AGENT_TOOLSDIRECTORY"];
	if (runner) return (0, node_path.resolve)(runner);
	const local = (0, node_os.platform)() === "win32" ? env["LOCALAPPDATA"] : env["XDG_CACHE_HOME"];
	return (0, node_path.join)(local || (0, node_path.join)((0, node_os.homedir)(), ".cache"), PRODUCT.name, "tool-cache");
}
function isAlive(pid) {
	try {
		return process.kill(pid, 0);
	} catch (error) {
		return error instanceof Error && "code" in error && error.code === "EPERM";
	}
}
function secretValues(rawInputs) {
	return [...[
		rawInputs["token"],
		rawInputs["source-token"],
		process.env["CI_JOB_TOKEN"]
	].flatMap((value) => value?.trim() ? [value.trim()] : []), ...gatewaySecrets(rawInputs["metrics-pushgateway"] ?? "")];
}
main();
exports.ARCHIVE_PHASES = ARCHIVE_PHASES;
exports.CATALOGUE = CATALOGUE;
exports.CODES_PAGE = CODES_PAGE;
exports.COMMAND_NAMES = COMMAND_NAMES;
exports.EXIT_MEANING = EXIT_MEANING;
exports.Failure = Failure;
exports.LIMITS = LIMITS;
exports.LISTING_PHASES = LISTING_PHASES;
exports.MERGE_MARK = MERGE_MARK;
exports.METADATA_PHASES = METADATA_PHASES;
exports.MIRRORS = MIRRORS;
exports.PHASE_TITLES = PHASE_TITLES;
exports.PRODUCT = PRODUCT;
exports.REPOSITORY = REPOSITORY;
exports.RULE_TOPICS = RULE_TOPICS;
exports.SOURCE_IDS = SOURCE_IDS;
exports.__exportAll = __exportAll;
exports.__toESM = __toESM;
exports.aboutSource = aboutSource;
exports.actionable = actionable;
exports.archiveArch = archiveArch;
exports.archiveFileName = archiveFileName;
exports.archiveFormat = archiveFormat;
exports.attemptReason = attemptReason;
exports.bytesText = bytesText;
exports.cacheText = cacheText;
exports.causeFinding = causeFinding;
exports.codeOfNetError = codeOfNetError;
exports.codePage = codePage;
exports.compareVersions = compareVersions;
exports.createTreeHasher = createTreeHasher;
exports.destinationPlace = destinationPlace;
exports.durationText = durationText;
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
exports.isComplete = isComplete;
exports.isExposed = isExposed;
exports.isFoundBy = isFoundBy;
exports.isJsonObject = isJsonObject;
exports.isMergeMark = isMergeMark;
exports.isSealed = isSealed;
exports.isTreeHash = isTreeHash;
exports.isUnknownIssuer = isUnknownIssuer;
exports.joinAddress = joinAddress;
exports.keptArchiveName = keptArchiveName;
exports.makeKnown = makeKnown;
exports.makeSeal = makeSeal;
exports.markComplete = markComplete;
exports.matching = matching;
exports.mirrorSource = mirrorSource;
exports.moduleName = moduleName;
exports.namedFile = namedFile;
exports.nearestVersions = nearestVersions;
exports.netFailure = netFailure;
exports.newestFirst = newestFirst;
exports.noRequest = noRequest;
exports.once = once;
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
exports.problemAt = problemAt;
exports.proofName = proofName;
exports.proveStanding = proveStanding;
exports.publish = publish;
exports.readStatements = readStatements;
exports.readSystemError = readSystemError;
exports.readVersionFile = readVersionFile;
exports.redactText = redactText;
exports.redactUrl = redactUrl;
exports.releasePathInModule = releasePathInModule;
exports.remarks = remarks;
exports.removeEmptyParents = removeEmptyParents;
exports.renderDotenv = renderDotenv;
exports.repairs = repairs;
exports.sameVersion = sameVersion;
exports.splitUserinfo = splitUserinfo;
exports.sumsText = sumsText;
exports.tlsAlertOf = tlsAlertOf;
exports.toolPlace = toolPlace;
exports.toolchainVersion = toolchainVersion;
exports.unquote = unquote;
exports.userGotoolchain = userGotoolchain;
exports.verdictWord = verdictWord;
exports.versionSemver = versionSemver;
exports.versionText = versionText;
exports.writeSeal = writeSeal;
exports.writtenVersion = writtenVersion;
