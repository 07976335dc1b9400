import assert from "node:assert/strict";
import { PROFILE_ANSWERS } from "../../lib/profile/words_of_others.ts";

const FIELDS: readonly (readonly [
  path: readonly (string | number)[],
  rename: string | undefined,
  help: RegExp,
])[] = [
  [["worker", "max_steps"], "max_turns", /^write `max_turns` here$/],
  // The field is another section's: no name mends it here.
  [["max_steps"], undefined, /^`worker\.max_turns` bounds a run$/],
  [["model", "max_output_tokens"], undefined, /^`worker\.max_tokens`/],
  // A place in a list has no name.
  [["permissions", "rule", 0, "effect"], "action", /^write `action` here$/],
  [["memory", "model", "url"], "base_url", /^write `base_url` here$/],
  [["emoji"], undefined, /^leave it out/],
];

for (const [path, rename, help] of FIELDS) {
  Deno.test(`PROFILE_ANSWERS: the field ${path.join(".")}`, () => {
    const answer = PROFILE_ANSWERS.field!(path);
    assert.match(answer!.help, help);
    assert.deepEqual(
      answer!.fix,
      rename === undefined ? undefined : { replace: "key", put: rename },
    );
  });
}

Deno.test("PROFILE_ANSWERS: a word of another table is none", () => {
  assert.equal(PROFILE_ANSWERS.field!(["session", "emoji"]), undefined);
  assert.equal(PROFILE_ANSWERS.field!(["model", "max_steps"]), undefined);
});

Deno.test("PROFILE_ANSWERS: the name of a preset is the call that makes it", () => {
  const call = 'require("insomnia.compact").preset("frugal")';
  assert.deepEqual(PROFILE_ANSWERS.value!(["compaction"], "frugal"), {
    help: `write \`${call}\``,
    fix: { replace: "value", put: call, isLua: true },
  });
});

Deno.test("PROFILE_ANSWERS: another word is told the first name as an example, and all", () => {
  const answer = PROFILE_ANSWERS.value!(["memory"], "much");
  assert.equal(
    answer?.help,
    'a preset is written as `require("insomnia.memory").preset("long_context")`; its names are long_context, light',
  );
  assert.equal(answer?.fix, undefined);
});

Deno.test("PROFILE_ANSWERS: a value that says how to write it", () => {
  assert.match(
    PROFILE_ANSWERS.value!(["model", "auth"], "X")!.help,
    /secrets\.env/,
  );
  assert.match(PROFILE_ANSWERS.value!(["web"], true)!.help, /fetch_only/);
  for (
    const [path, value] of [
      [["web"], false],
      [["model", "auth"], 5],
      [["compaction"], 5],
      [["worker"], "x"],
    ] as const
  ) assert.equal(PROFILE_ANSWERS.value!(path, value), undefined);
});
