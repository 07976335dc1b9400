import assert from "node:assert/strict";
import { folderWith, runCli } from "./run_cli.ts";

const TEAM = {
  ".insomnia/profiles.toml": `default = "coder"

[profile]
lost = "lost.lua"
old = "old.nix"

[profile.coder]
path = "coder.lua"
description = "Writes code here"
`,
  ".insomnia/coder.lua": "return {}",
  ".insomnia/old.nix": "{ }",
  "src/main.ts": "",
};

Deno.test("cli list: name, default, description or what is wrong, found from below", async () => {
  const cwd = `${folderWith(TEAM)}/src`;
  const { code, out, error } = await runCli(["list"], { cwd });
  assert.deepEqual({ code, error }, { code: 0, error: "" });
  assert.match(out, /^builtin:default +\S/m);
  assert.match(out, /^project:coder +\(default\) +Writes code here$/m);
  assert.match(out, /^project:lost +missing: .+$/m);
  assert.match(out, /^project:old +unsupported: .+$/m);
});

Deno.test("cli list: the description that only the profile has", async () => {
  const cwd = folderWith({
    ".insomnia/profiles.toml": `[profile]
lua = "lua.lua"
data = "data.json"
wrong = "wrong.lua"
endless = "endless.lua"

[profile.both]
path = "lua.lua"
description = "What the registry says"
`,
    ".insomnia/lua.lua":
      `return { model = "codex-oauth/gpt-5.5", description = "What " .. "Lua says" }`,
    ".insomnia/data.json":
      `{ "model": "codex-oauth/gpt-5.5", "description": "What the data says" }`,
    ".insomnia/wrong.lua": `return { modle = "x", description = "Nothing" }`,
    ".insomnia/endless.lua": "while true do end",
  });
  const { code, out, error } = await runCli(["list"], { cwd });
  assert.deepEqual({ code, error }, { code: 0, error: "" });
  assert.match(out, /^project:lua +What Lua says$/m);
  assert.match(out, /^project:data +What the data says$/m);
  assert.match(out, /^project:both +What the registry says$/m);
  assert.match(out, /^project:wrong$/m);
  assert.match(out, /^project:endless$/m);
});

Deno.test("cli list --format compact: one line a profile", async () => {
  const cwd = folderWith(TEAM);
  const { code, out } = await runCli(["list", "--format=compact"], { cwd });
  assert.equal(code, 0);
  const lines = out.trimEnd().split("\n");
  assert.ok(lines.includes("project:coder (default): Writes code here"));
  assert.ok(
    lines.every((line) => /^\w+:\S+( \(default\))?(: .+)?$/.test(line)),
  );
});

Deno.test("cli list --format json: everything, for a program", async () => {
  const cwd = folderWith(TEAM);
  const { code, out } = await runCli(
    ["list", "--format", "json", "--workspace", cwd],
  );
  assert.equal(code, 0);
  const data = JSON.parse(out);
  assert.equal(data.default, "project:coder");
  const mine = data.profiles.filter(({ source }: { source: string }) =>
    source === "project"
  );
  assert.deepEqual(
    mine.map(({ reason, ...entry }: { reason?: string }) => ({
      ...entry,
      hasReason: reason !== undefined,
    })),
    [
      {
        qualified_name: "project:lost",
        source: "project",
        name: "lost",
        default: false,
        path: `${cwd}/.insomnia/lost.lua`,
        status: "missing",
        hasReason: true,
      },
      {
        qualified_name: "project:old",
        source: "project",
        name: "old",
        default: false,
        path: `${cwd}/.insomnia/old.nix`,
        status: "unsupported",
        hasReason: true,
      },
      {
        qualified_name: "project:coder",
        source: "project",
        name: "coder",
        default: true,
        description: "Writes code here",
        path: `${cwd}/.insomnia/coder.lua`,
        status: "ok",
        hasReason: false,
      },
    ],
  );
});

Deno.test("cli list: a broken registry is an error, and the rest is listed", async () => {
  const cwd = folderWith({ ".insomnia/profiles.toml": "default = \n" });
  const { code, out, error } = await runCli(["list"], { cwd });
  assert.equal(code, 5);
  assert.match(out, /^builtin:default/m);
  assert.match(
    error,
    /^error\[registry-syntax\]: [^]* {2}--> \.insomnia\/profiles\.toml:1:\d+/,
  );
});
