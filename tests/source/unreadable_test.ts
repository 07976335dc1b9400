import assert from "node:assert/strict";
import { unreadable } from "../../lib/source/unreadable.ts";
import { refusal, type SystemErrorKind } from "../../lib/system/system.ts";

for (
  const [kind, code, help] of [
    ["not-found", "profile-missing", undefined],
    ["denied", "file-unreadable", undefined],
    ["not-permitted", "permission-missing", /--allow-read/],
    ["too-large", "limit-source", /at most 1048576 bytes/],
    ["is-directory", "file-unreadable", /name the profile's file/],
  ] as readonly [SystemErrorKind, string, RegExp | undefined][]
) {
  Deno.test(`unreadable: ${kind} is ${code}`, () => {
    const { diagnostics: [said] } = unreadable(
      "/x.lua",
      refusal(kind, "/x.lua"),
    );
    assert.equal(said!.code, code);
    if (help) assert.match(said!.help ?? "", help);
    else assert.ok(!("help" in said!));
  });
}

Deno.test("unreadable: a bug stays one", () => {
  assert.throws(() => unreadable("/x", new TypeError("bug")), {
    message: "bug",
  });
});
