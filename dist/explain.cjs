// SPDX-License-Identifier: Apache-2.0. Built from src/ by scripts/build.mjs. Licences: licenses.txt
"use strict";
const require_main = require("./main.cjs");
// src/steps/explain.ts
var explain_exports = require_main.__exportAll({ explainLog: () => explainLog });
async function explainLog(_context, _signal) {
	throw require_main.failure("SELF.BUG", {
		subject: "explain",
		evidence: { reason: "this command is not part of this build" }
	});
}
// src/steps/run-command.ts
var run_command_exports = require_main.__exportAll({ runCommand: () => runCommand });
async function runCommand(_context, _signal) {
	throw require_main.failure("SELF.BUG", {
		subject: "run",
		evidence: { reason: "this command is not part of this build" }
	});
}
Object.defineProperty(exports, "explain_exports", {
	enumerable: true,
	get: function() {
		return explain_exports;
	}
});
Object.defineProperty(exports, "run_command_exports", {
	enumerable: true,
	get: function() {
		return run_command_exports;
	}
});
