// SPDX-License-Identifier: Apache-2.0. Built from src/ by scripts/build.mjs. Licences: licenses.txt
"use strict";
const require_main = require("./main.cjs");
// src/steps/preflight.ts
var preflight_exports = require_main.__exportAll({ preflight: () => preflight });
async function preflight(_context, _signal) {
	throw require_main.failure("SELF.BUG", {
		subject: "preflight",
		evidence: { reason: "this command is not part of this build" }
	});
}
Object.defineProperty(exports, "preflight_exports", {
	enumerable: true,
	get: function() {
		return preflight_exports;
	}
});
