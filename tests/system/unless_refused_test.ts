import assert from "node:assert/strict";
import { SystemError } from "../../lib/system/system.ts";
import { unlessRefused } from "../../lib/system/unless_refused.ts";

const refused = () => {
  throw new SystemError("not-permitted", "/x", "not for you");
};

Deno.test("unlessRefused: an answer, at once or later", async () => {
  assert.equal(await unlessRefused(() => 1, 2), 1);
  assert.equal(await unlessRefused(() => Promise.resolve(1), 2), 1);
});

Deno.test("unlessRefused: a refusal is what else was given, or nothing", async () => {
  assert.equal(await unlessRefused(refused, 2), 2);
  assert.equal(
    await unlessRefused(() => Promise.resolve().then(refused)),
    undefined,
  );
});

Deno.test("unlessRefused: a bug stays one", async () => {
  const bug = new TypeError("a bug");
  await assert.rejects(unlessRefused(() => Promise.reject(bug), 2), bug);
});
