import assert from "node:assert/strict";
import type { ProfileError } from "../../lib/base/profile_error.ts";
import { resolveProfile } from "../../lib/api/resolve_profile.ts";
import { loadBuiltinProgram } from "../../lib/source/load_builtin_program.ts";
import { memorySystem } from "../../lib/system/memory_system.ts";

/** A profile that imports so many entries of nearly a megabyte each. */
function resolve(count: number) {
  const names = Array.from({ length: count }, (_, at) => `data${at}`);
  const data = JSON.stringify({
    model: "codex-oauth/gpt-5.5",
    description: "x".repeat(1_000_000),
  });
  return resolveProfile({
    selector: "./main.lua",
    podName: "demo",
    workspace: "/ws",
    system: memorySystem({
      env: { INSOMNIA_CONFIG_DIR: "/c" },
      files: {
        "/c/profiles.toml": `[profile]\n${
          names.map((name) => `${name} = "${name}.json"\n`).join("")
        }`,
        ...Object.fromEntries(
          names.map((name) => [`/c/${name}.json`, data]),
        ),
        "/ws/main.lua": `local profile = require("insomnia.profile")\n${
          names.map((name) => `profile.import("user:${name}")\n`).join("")
        }return { model = "codex-oauth/gpt-5.5" }`,
      },
    }),
  });
}

Deno.test("loadProgram: imports of four megabytes are read, what is beyond is a limit", async () => {
  assert.equal((await resolve(4)).warnings.length, 0);
  const error = await resolve(5).then(
    () => assert.fail("it resolved"),
    (error) => error as ProfileError,
  );
  assert.equal(error.code, "limit-modules");
  assert.match(error.message, /4194304 bytes/);
});

Deno.test("loadBuiltinProgram: a name that there is none of is a bug of ours", async () => {
  await assert.rejects(loadBuiltinProgram("nobody"), {
    name: "TypeError",
    message: "there is no builtin profile `nobody`",
  });
});
