import assert from "node:assert/strict";
import { resolveProfile } from "../../lib/api/resolve_profile.ts";
import type { ProfileEntry } from "../../lib/registry/profile_registry.ts";
import type { ChosenProfile } from "../../lib/registry/select_profile.ts";
import { isLua } from "../../lib/source/load_document.ts";
import { memorySystem } from "../../lib/system/memory_system.ts";

const entry = (source: string, path: string): ChosenProfile => ({
  kind: "registry",
  entry: { source, path } as ProfileEntry,
});

for (
  const [chosen, is] of [
    // From standard input comes data.
    [{ kind: "stdin" }, false],
    [{ kind: "path", path: "/x.lua" }, true],
    [{ kind: "path", path: "/x.json" }, false],
    [entry("user", "/x.lua"), true],
    [entry("project", "/x.toml"), false],
    // It was evaluated when the program was built.
    [entry("builtin", "default.lua"), false],
  ] as const
) {
  Deno.test(`isLua: ${JSON.stringify(chosen)} ${is ? "is" : "is not"}`, () => {
    assert.equal(isLua(chosen as ChosenProfile), is);
  });
}

Deno.test("loadDocument: a profile in UTF-16 is refused by its encoding", async () => {
  const text = Array.from('return { model = "a/b" }');
  const bytes = Uint8Array.from([
    0xff,
    0xfe,
    ...text.flatMap((character) => [character.charCodeAt(0), 0]),
  ]);
  await assert.rejects(
    resolveProfile({
      selector: "./x.lua",
      podName: "demo",
      workspace: "/ws",
      system: memorySystem({ files: { "/ws/x.lua": bytes } }),
    }),
    { code: "source-encoding" },
  );
});
