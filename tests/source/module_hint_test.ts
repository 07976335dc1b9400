import assert from "node:assert/strict";
import { moduleHint } from "../../lib/source/module_hint.ts";
import { type DirectoryEntry, refusal } from "../../lib/system/system.ts";

const FOLDERS: Readonly<Record<string, readonly string[]>> = {
  "": ["shared", "coder.lua", "my.folder", "README.md"],
  "shared": ["models.lua", "roles.lua", "deep"],
  "shared/deep": ["er.lua"],
};

function list(folder: string): Promise<readonly DirectoryEntry[]> {
  const names = FOLDERS[folder];
  if (!names) return Promise.reject(refusal("not-found", folder));
  return Promise.resolve(names.map((name) => ({
    name,
    kind: name.includes(".") ? "file" : "directory",
  })));
}

for (
  const [name, hint] of [
    ["codr", { near: "coder" }],
    ["shared.modles", { near: "shared.models" }],
    ["shard.models", { near: "shared.models" }],
    ["shared/models", { near: "shared.models" }],
    ["shared/models.lua", { near: "shared.models" }],
    ["./coder", { near: "coder" }],
    ["shared.deep.er", { near: "shared.deep.er" }],
    // No module: nothing is beside it, and one folder up there is one.
    ["base.thing", { above: "base/thing.lua" }],
    // The only folder that has such a file.
    ["roles", { below: "shared.roles" }],
    ["zzzzzz", {}],
    ["", {}],
  ] as const
) {
  Deno.test(`moduleHint: ${name}`, async () => {
    const found = await moduleHint(name, {
      list,
      isFileAbove: (file) => Promise.resolve(file === "base/thing.lua"),
    });
    assert.deepEqual(found, hint);
  });
}

Deno.test("moduleHint: what may not be looked at is no hint, a bug is one", async () => {
  const hint = (error: Error) =>
    moduleHint("x", {
      list: () => Promise.reject(error),
      isFileAbove: () => Promise.resolve(true),
    });
  assert.deepEqual(await hint(refusal("denied", "/x")), {});
  await assert.rejects(hint(new TypeError("a bug")), { message: "a bug" });
});
