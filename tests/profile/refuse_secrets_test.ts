import assert from "node:assert/strict";
import type { JsonValue } from "../../lib/base/json.ts";
import { refuseFields } from "../../lib/profile/refuse_fields.ts";
import { refuseSecrets } from "../../lib/profile/refuse_secrets.ts";

const KEY = "sk-ant-abcdefghijklmnopqrstuvwxyz";

/** What is left of a document, and the fields that went. */
const ROWS: readonly (readonly [JsonValue, JsonValue, readonly string[]])[] = [
  [{ a: 1, b: { c: KEY, d: [true, null] } }, { a: 1, b: { d: [true, null] } }, [
    "b.c",
  ]],
  // The others of a list keep their numbers.
  [{ a: ["x", KEY, "y"] }, { a: ["x", null, "y"] }, ["a.1"]],
  [{ [KEY]: 1, b: 2 }, { b: 2 }, [KEY]],
  [KEY, null, [""]],
  [{ a: { b: "plain" } }, { a: { b: "plain" } }, []],
];

for (const [document, rest, refused] of ROWS) {
  Deno.test(`refuseSecrets: leaves ${JSON.stringify(rest)}`, () => {
    const without = refuseSecrets(document, "manifest");
    assert.equal(JSON.stringify(without.rest), JSON.stringify(rest));
    assert.deepEqual(without.refused.map((path) => path.join(".")), refused);
    assert.equal(without.problems.length, refused.length);
  });
}

Deno.test("refuseSecrets: a name that is a secret is told by what it stands in", () => {
  const [top, inner] =
    refuseSecrets({ [KEY]: 1, worker: { [KEY]: 2 } }, "profile")
      .problems;
  assert.match(top!.message, /at the top/);
  assert.match(inner!.message, /in `worker`/);
});

Deno.test("refuseFields: a path of one machine is an error, a secret in its place a worse one", () => {
  const codes = (instruction: string) =>
    refuseFields({ skills: { directories: [instruction] } }).problems
      .map(({ severity, code }) => `${severity} ${code}`);
  assert.deepEqual(codes("/home/ada/skills"), ["error machine-path"]);
  assert.deepEqual(codes(`/home/ada/${KEY}`), ["error secret-value"]);
  assert.deepEqual(codes("skills"), []);
});
