import assert from "node:assert/strict";
import {
  type ErrorEntry,
  type Example,
  readErrorGuide,
} from "../../scripts/docs/error_guide.ts";
import { runCommand } from "../../scripts/docs/run_command.ts";

/**
 * Codes without an example that can be shown: what they are about is a
 * machine, a size or a bug, not a text.
 */
const WITHOUT_EXAMPLE = [
  "option-invalid",
  "delegate-missing",
  "delegate-outside",
  "format-assumed",
  "profile-unregistered",
  "file-unwritable",
  "permission-missing",
  "registry-refused",
  "builtin-damaged",
  "store-directory-missing",
  "store-inaccessible",
  "store-locked",
  "store-unlockable",
  "pod-foreign",
  "scope-exceeded",
  "pod-behind",
  "pod-differs",
  "pod-drift",
  "pod-conversation",
  "source-encoding",
  "limit-source",
  "limit-modules",
  "print",
  "print-cut",
  "path-misleading",
  "problems-cut",
  "model-pinned",
  "model-note",
  "context-budget",
  "quality-adjusted",
  "compaction-lowered",
  "runtime-version",
  "pod-name-derived",
  "manifest-invalid",
  "internal-error",
];

const guide = readErrorGuide(await Deno.readTextFile("resources/errors.toml"));

Deno.test("resources/errors.toml: shows every code that can be shown", () => {
  const without = guide.filter(({ wrong, right }) => !wrong || !right);
  assert.deepEqual(without.map(({ code }) => code), WITHOUT_EXAMPLE);
});

for (const { code, wrong, right } of guide) {
  if (!wrong || !right) continue;
  Deno.test(`resources/errors.toml: the wrong example of ${code} gives it`, async () => {
    const { exitCode, said, text } = await run(wrong);
    assert.ok(said.includes(code), text);
    assert.notEqual(exitCode, 0, text);
  });
  Deno.test(`resources/errors.toml: the right example of ${code} is right`, async () => {
    const { exitCode, said, text } = await run(right);
    assert.ok(!said.includes(code), text);
    assert.equal(exitCode, 0, text);
  });
}

async function run({ command, files }: Example): Promise<{
  readonly exitCode: number;
  readonly said: readonly ErrorEntry["code"][];
  readonly text: string;
}> {
  const line = `${command} --error-format json`;
  const { code, both } = await runCommand(line, files);
  const said = both.split("\n")
    .filter((line) => line.startsWith('{"code":'))
    .map((line) => JSON.parse(line).code);
  return { exitCode: code, said, text: `${line}\n${both}` };
}
