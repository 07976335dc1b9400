import assert from "node:assert/strict";
import { fieldAnswer } from "../../lib/profile/field_answer.ts";

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
  [["model", "id"], "ref", /^write `ref` here$/],
  [["memory", "extract_model", "url"], "base_url", /^write `base_url` here$/],
  [["emoji"], undefined, /^leave it out/],
];

for (const [path, rename, help] of FIELDS) {
  Deno.test(`fieldAnswer: the field ${path.join(".")}`, () => {
    const answer = fieldAnswer(path);
    assert.match(answer!.help, help);
    assert.deepEqual(
      answer!.fix,
      rename === undefined ? undefined : { replace: "key", put: rename },
    );
  });
}

Deno.test("fieldAnswer: a word of another table is none", () => {
  assert.equal(fieldAnswer(["session", "emoji"]), undefined);
  assert.equal(fieldAnswer(["model", "max_steps"]), undefined);
});
