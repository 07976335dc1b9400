import assert from "node:assert/strict";
import { DIAGNOSTIC_CODES } from "../../lib/base/diagnostic_codes.ts";
import type { ExampleOutcome } from "../../scripts/docs/run_examples.ts";

/**
 * Codes without an example that can be shown: what they are about is a
 * machine, a size or a bug, not a text.
 */
const WITHOUT_EXAMPLE = [
  "file-unwritable",
  "permission-missing",
  "builtin-damaged",
  "limit-source",
  "limit-modules",
  "print",
  "print-cut",
  "pod-name-derived",
  "manifest-invalid",
  "internal-error",
];

// The commands give up the permissions of their process: one of their own.
const { success, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
  args: ["run", "-A", "--no-check", "scripts/docs/run_examples.ts"],
}).output();
const decode = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
assert.ok(success, decode(stderr));
const outcomes: ExampleOutcome[] = JSON.parse(decode(stdout));

Deno.test("resources/errors.toml: shows every code that can be shown", () => {
  const shown = new Set(outcomes.map(({ code }) => code));
  assert.deepEqual(
    Object.keys(DIAGNOSTIC_CODES).filter((code) => !shown.has(code as never)),
    WITHOUT_EXAMPLE,
  );
});

for (const { code, kind, exitCode, said, text } of outcomes) {
  if (kind === "wrong") {
    Deno.test(`resources/errors.toml: the wrong example of ${code} gives it`, () => {
      assert.ok(said.includes(code), text);
      assert.notEqual(exitCode, 0, text);
    });
  } else {
    Deno.test(`resources/errors.toml: the right example of ${code} is right`, () => {
      assert.equal(exitCode, 0, text);
      assert.ok(!said.includes(code), text);
    });
  }
}
