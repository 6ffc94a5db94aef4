// SPDX-License-Identifier: Apache-2.0. Built from src/ by scripts/build.mjs. Licences: licenses.txt
"use strict";
const require_main = require("./main.cjs");
const LONGEST_TEXT = 120;
function problemAt(place, what) {
	return {
		...what,
		line: place.line,
		text: require_main.redactText(place.text.slice(0, LONGEST_TEXT), []).trim()
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
	return text !== void 0 && require_main.parseGoVersion(text) !== void 0 ? text : void 0;
}
function isOlderThanGoLine(toolchainText, goLine) {
	const toolchain = require_main.parseGoVersion(toolchainText);
	const language = require_main.parseGoVersion(goLine);
	if (toolchain === void 0 || language === void 0) return false;
	if (require_main.isComplete(goLine)) return require_main.compareVersions(toolchain, language) < 0;
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
		const spec = version === void 0 ? void 0 : require_main.parseSpec(version);
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
	const spec = /^\d/u.test(go.text) ? require_main.parseSpec(go.text) : void 0;
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
		const spec = require_main.parseSpec(version);
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
	const spec = require_main.parseSpec(place.text);
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
	return { finding: require_main.finding("INPUT.VERSION_FILE", {
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
Object.defineProperty(exports, "MERGE_MARK", {
	enumerable: true,
	get: function() {
		return MERGE_MARK;
	}
});
Object.defineProperty(exports, "isMergeMark", {
	enumerable: true,
	get: function() {
		return isMergeMark;
	}
});
Object.defineProperty(exports, "problemAt", {
	enumerable: true,
	get: function() {
		return problemAt;
	}
});
Object.defineProperty(exports, "readStatements", {
	enumerable: true,
	get: function() {
		return readStatements;
	}
});
Object.defineProperty(exports, "readVersionFile", {
	enumerable: true,
	get: function() {
		return readVersionFile;
	}
});
Object.defineProperty(exports, "syntax", {
	enumerable: true,
	get: function() {
		return syntax;
	}
});
Object.defineProperty(exports, "toolchainVersion", {
	enumerable: true,
	get: function() {
		return toolchainVersion;
	}
});
Object.defineProperty(exports, "unquote", {
	enumerable: true,
	get: function() {
		return unquote;
	}
});
