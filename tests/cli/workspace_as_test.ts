import assert from "node:assert/strict";
import { folderWith, runCli } from "./run_cli.ts";

const FILES = {
  ".insomnia/profiles.toml":
    `[profile]\ncoder = "profiles/coder.lua"\ndata = "profiles/data.json"\n`,
  ".insomnia/profiles/coder.lua": `
local shared = require("shared")
return {
  model = { ref = shared.model, auth = { kind = "api_key", file = "keys/key" } },
  skills = { directories = { "skills" } },
}`,
  ".insomnia/profiles/shared.lua":
    `return { model = "anthropic/claude-sonnet-4-6" }`,
  ".insomnia/profiles/data.json": `{ "model": "codex-oauth/gpt-5.5" }`,
  "app/src/main.ts": "",
  "loose.lua": `return { model = "codex-oauth/gpt-5.5" }`,
};

/** Two clones of one repository, at paths of different depth. */
function clones(): [string, string] {
  const [first, second] = [
    folderWith(FILES),
    folderWith(
      Object.fromEntries(
        Object.entries(FILES).map((
          [path, text],
        ) => [`deep/er/clone/${path}`, text]),
      ),
    ),
  ];
  return [first, `${second}/deep/er/clone`];
}

for (
  const args of [
    ["project:coder", "--workspace-as", "/workspace"],
    ["project:data", "--workspace-as", "/workspace", "--format", "toml"],
    ["builtin:default", "--workspace-as", "/workspace"],
    ["./loose.lua", "--workspace-as", "/workspace"],
    // In a folder of the project the registry is above the workspace.
    ["project:coder", "--workspace", "app", "--workspace-as", "/w/app"],
    [
      "project:coder",
      "--workspace-as",
      "/workspace",
      "--delegate=write:app",
      "--delegate=read:/usr",
    ],
  ]
) {
  Deno.test(`cli --workspace-as: the same bytes in two clones: ${args.join(" ")}`, async () => {
    const [a, b] = clones();
    const first = await runCli(args, { cwd: a });
    const second = await runCli(args, { cwd: b });
    assert.equal(first.code, 0, first.error);
    assert.deepEqual(first, second);
    assert.ok(!first.out.includes(a), first.out);
    // What is not in the clone stays where it is.
    if (args.includes("--delegate=read:/usr")) {
      const { scope } = JSON.parse(first.out);
      assert.deepEqual(
        scope.allow.map(({ target }: { target: string }) => target),
        ["/workspace/app", "/usr"],
      );
    }
  });
}

Deno.test("cli --workspace-as: what a repository holds beside the workspace moves with it", async () => {
  const files = {
    ".git/HEAD": "ref: refs/heads/main\n",
    "app/.insomnia/profiles.toml": `[profile]\nx = "../../shared/x.lua"\n`,
    "shared/x.lua":
      `return { model = "openai/gpt-5.5", skills = { directories = { "s" } } }`,
    "bare/.gitkeep": "",
  };
  const runs = [
    ["project:x", "--workspace=app", "--workspace-as=/w/app"],
    ["shared/x.lua", "--workspace=bare", "--workspace-as=/w/bare"],
  ];
  for (const args of runs) {
    const clone = await runCli([...args, "--pod-name=x"], {
      cwd: folderWith(files),
    });
    const { profile, skills } = JSON.parse(clone.out);
    assert.equal(profile.source.path, "/w/shared/x.lua");
    assert.deepEqual(skills.directories, ["/w/shared/s"]);
  }
});

Deno.test("cli --workspace-as: paths of the profile move with it, and it names the Pod", async () => {
  const [cwd] = clones();
  const { out, error } = await runCli(
    ["project:coder", "--workspace", "app", "--workspace-as", "/w/team"],
    { cwd },
  );
  const manifest = JSON.parse(out);
  assert.equal(manifest.pod.name, "team");
  assert.equal(manifest.scope.allow[0].target, "/w/team");
  assert.equal(manifest.model.auth.file, "/w/.insomnia/profiles/keys/key");
  assert.deepEqual(manifest.skills.directories, [
    "/w/.insomnia/profiles/skills",
  ]);
  assert.equal(manifest.profile.source.path, "/w/.insomnia/profiles/coder.lua");
  assert.match(error, /^note\[pod-name-derived\]: the Pod is named `team`/);
});

Deno.test("cli --workspace-as: problems are shown where a person can open them", async () => {
  const cwd = folderWith({ "bad.lua": "return { modle = 1 }" });
  const { code, error } = await runCli(
    ["./bad.lua", "--workspace-as", "/workspace", "--pod-name=x"],
    { cwd },
  );
  assert.equal(code, 1);
  assert.match(error, /--> bad\.lua:1:10/);
});

Deno.test("cli --workspace-as: a relative path would be another one in each clone", async () => {
  const { code, error } = await runCli(["default", "--workspace-as", "ws"]);
  assert.equal(code, 5);
  assert.match(
    error,
    /^error\[workspace-invalid\]: `ws` cannot stand for the workspace/,
  );
});

Deno.test("cli resolve --all --workspace-as: the files of two clones are the same", async () => {
  const [a, b] = clones();
  const args = ["--all", "--out=m", "--workspace-as=/workspace", "-q"];
  for (const cwd of [a, b]) {
    const { code, error } = await runCli(args, { cwd });
    assert.equal(code, 0, error);
  }
  for (
    const file of [
      "project/coder.json",
      "project/data.json",
      "builtin/fast.json",
    ]
  ) {
    assert.equal(
      await Deno.readTextFile(`${a}/m/${file}`),
      await Deno.readTextFile(`${b}/m/${file}`),
    );
  }
});
