import assert from "node:assert/strict";
import { nearFile } from "../../lib/registry/near_file.ts";
import { memorySystem } from "../../lib/system/memory_system.ts";

const system = memorySystem({
  files: { "/p/coder.lua": "", "/p/_shared.lua": "", "/p/notes.md": "" },
  directories: ["/p/codes.lua"],
});

for (
  const [path, near] of [
    ["/p/codr.lua", "coder.lua"],
    // A helper, a text and a folder are no profiles.
    ["/p/_shard.lua", undefined],
    ["/p/note.md", undefined],
    ["/p/zebra.lua", undefined],
    ["/nowhere/coder.lua", undefined],
  ] as const
) {
  Deno.test(`nearFile: ${path}`, async () => {
    assert.equal(await nearFile(system, path), near);
  });
}
