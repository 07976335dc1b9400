import assert from "node:assert/strict";
import { valueAnswer } from "../../lib/profile/value_answer.ts";

Deno.test("valueAnswer: the name of a preset is the call that makes it", () => {
  const call = 'require("insomnia.compact").preset("frugal")';
  assert.deepEqual(valueAnswer(["compaction"], "frugal"), {
    help: `write \`${call}\``,
    fix: { replace: "value", put: call, isLua: true },
  });
});

Deno.test("valueAnswer: another word is told the first name as an example, and all", () => {
  const answer = valueAnswer(["memory"], "much");
  assert.equal(
    answer?.help,
    'a preset is written as `require("insomnia.memory").preset("long_context")`; its names are long_context, light',
  );
  assert.equal(answer?.fix, undefined);
});

Deno.test("valueAnswer: a value that says how to write it", () => {
  assert.match(
    valueAnswer(["model", "auth"], "X")!.help,
    /secrets\.env/,
  );
  assert.match(valueAnswer(["web"], true)!.help, /fetch_only/);
  for (
    const [path, value] of [
      [["web"], false],
      [["model", "auth"], 5],
      [["compaction"], 5],
      [["worker"], "x"],
    ] as const
  ) assert.equal(valueAnswer(path, value), undefined);
});
