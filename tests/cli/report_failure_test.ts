import assert from "node:assert/strict";
import type { Diagnostic } from "../../lib/base/diagnostic.ts";
import { failure } from "../../lib/base/profile_error.ts";
import { reportFailure } from "../../lib/cli/report_failure.ts";
import { memorySystem } from "../../lib/system/memory_system.ts";
import { commandContext } from "./command_context.ts";

async function reported(error: unknown, words = ["list"]) {
  const said: Diagnostic[] = [];
  const context = commandContext(words, memorySystem(), {
    report: (diagnostics) => void said.push(...diagnostics),
  });
  return { code: await reportFailure(error, context), said };
}

Deno.test("reportFailure: a package that was never downloaded is no bug", async () => {
  const { code, said } = await reported(
    new TypeError(
      'Failed loading https://npm.example/smol-toml for package "smol-toml"\n    0: error sending request',
    ),
  );
  assert.equal(code, 5);
  assert.deepEqual(said.map(({ code, message }) => [code, message]), [[
    "file-unreadable",
    "cannot load the package `smol-toml`: it was never downloaded",
  ]]);
});

Deno.test("reportFailure: any other TypeError is", async () => {
  const { code, said } = await reported(new TypeError("x is not a function"));
  assert.equal(code, 70);
  assert.equal(said[0]?.code, "internal-error");
});

Deno.test("reportFailure: an unknown profile may have been a command or a code", async () => {
  for (
    const [line, meant] of [
      ["lst", "or did you mean the command `list`?"],
      ["explain unknown-feld", "or did you mean the code `unknown-field`?"],
      ["resolve lst", undefined],
      ["resolve unknown-feld", undefined],
    ] as const
  ) {
    const error = failure("profile-unknown", "there is no such profile");
    const { said } = await reported(error, line.split(" "));
    assert.equal(said[0]?.help, meant, line);
  }
});
