import assert from "node:assert/strict";
import { fileURLToPath } from "node:url";
import { COMMANDS } from "../../lib/cli/arguments/command_table.ts";
import { PERMISSION_FLAGS } from "../../scripts/compile.ts";
import { denoDir, folderWith } from "../cli/run_cli.ts";
import { startFlags } from "../cli/start_flags.ts";

const REPOSITORY = fileURLToPath(new URL("../../", import.meta.url));

interface PermissionSet {
  readonly read?: boolean | readonly string[];
  readonly write?: boolean;
  readonly env?: readonly string[];
}
const CONFIG = JSON.parse(Deno.readTextFileSync(`${REPOSITORY}deno.json`));
const SETS = CONFIG.permissions as Readonly<Record<string, PermissionSet>>;

/**
 * What each command needs: its set, and words to run it with. A new command
 * has to be entered here.
 */
const COMMAND_SETS: Readonly<
  Record<keyof typeof COMMANDS, readonly [set: string, words: string]>
> = {
  resolve: ["print", "resolve ./coder.lua"],
  // Creating a Pod needs the whole set, as `pod create` does.
  new: ["default", "new --help"],
  list: ["print", "list"],
  check: ["print", "check"],
  explain: ["print", "explain ./coder.lua"],
  diff: ["print", "diff ./coder.lua ./coder.lua --format json"],
  eval: ["print", "eval coder.lua"],
  models: ["print", "models"],
  // It writes with `--out`.
  "models import": ["default", "models import --help"],
  // In this order they find what they are about.
  "pod create": ["default", "pod create ./coder.lua --pod-name demo"],
  "pod launch": ["default", "pod launch demo"],
  "pod list": ["print", "pod list"],
  "pod show": ["print", "pod show demo"],
  "pod resume": ["print", "pod resume demo"],
  "pod adopt": ["default", "pod adopt theirs"],
  "pod diff": ["print", "pod diff demo --format json"],
  "pod reresolve": ["default", "pod reresolve demo --yes"],
  inherit: ["print", "inherit --from demo --pod-name kid --delegate read:."],
  "pod archive": ["default", "pod archive theirs"],
  "pod remove": ["default", "pod remove demo --yes"],
  schema: ["own", "schema profile"],
  init: ["default", "init"],
  types: ["default", "types"],
  completions: ["own", "completions bash"],
  licenses: ["own", "licenses"],
  help: ["own", "help resolve"],
};

const FOLDER = folderWith({
  "coder.lua": `return { model = "codex-oauth/gpt-5.5" }\n`,
  ".insomnia/pods/theirs/metadata.json": JSON.stringify({
    pod_name: "theirs",
    resolved_manifest_snapshot: {
      pod: { name: "theirs" },
      model: {
        scheme: "anthropic",
        model_id: "m",
        auth: { kind: "none" },
        context_window: 200_000,
      },
      scope: { allow: [{ target: "/ws", permission: "read" }] },
    },
  }),
  ".insomnia/profiles.toml": `[profile]\ncoder = "../coder.lua"\n`,
});

async function run(permissions: readonly string[], words: string) {
  const flags = startFlags().filter((flag) => flag !== "-P");
  const { code, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args: [
      "run",
      ...flags,
      ...permissions,
      `--config=${REPOSITORY}deno.json`,
      `${REPOSITORY}cli.ts`,
      ...words.split(" "),
    ],
    cwd: FOLDER,
    env: { DENO_DIR: denoDir(), NO_COLOR: "1", HOME: FOLDER },
    clearEnv: true,
    stdin: "null",
  }).output();
  const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
  return { code, out: text(stdout), error: text(stderr) };
}

for (const [command, [set, words]] of Object.entries(COMMAND_SETS)) {
  Deno.test(`permission set "${set}" is enough for ${command}`, async () => {
    const { code, out, error } = await run([`-P=${set}`], words);
    assert.equal(code, 0, error);
    assert.notEqual(out, "");
  });
}

Deno.test("every command has a permission set", () => {
  assert.deepEqual(
    Object.keys(COMMAND_SETS).sort(),
    Object.keys(COMMANDS).sort(),
  );
});

Deno.test("the default permission set is enough to write a manifest", async () => {
  const { code, error } = await run(["-P"], "./coder.lua --out pod.json");
  assert.equal(code, 0, error);
  const { pod } = JSON.parse(await Deno.readTextFile(`${FOLDER}/pod.json`));
  assert.equal(typeof pod.name, "string");
});

Deno.test("a command that has less than its set says what is missing, and what to do", async () => {
  const readsPrograms = `--allow-read=${REPOSITORY}lib,${REPOSITORY}resources`;
  const reads = ["--allow-read"];
  const rows: [readonly string[], string, RegExp][] = [
    [["-P=own"], "./coder.lua", /requires read access/],
    [["-P=own"], "list", /requires (?:read|env) access/],
    [["-P=own"], "check", /requires read access/],
    [["-P=own"], "eval coder.lua", /requires read access/],
    [["-P=own"], "models", /requires env access/],
    [reads, "models", /requires env access/],
    [reads, "list", /requires env access/],
    [[readsPrograms, "--allow-env"], "./coder.lua", /requires read access/],
    [
      ["-P=print"],
      "./coder.lua --out new.json",
      /cannot write .*new\.json.*requires write access[^]*help: start the program with the permission to write it/,
    ],
  ];
  for (const [permissions, words, said] of rows) {
    const { code, error } = await run(permissions, words);
    assert.equal(code, 5, `${words}: ${error}`);
    assert.match(error, /^error\[permission-missing\]/m);
    assert.match(error, said);
  }
});

Deno.test("permission sets name what they give, and never more than this", () => {
  const { default: all, print, own } = SETS;
  assert.deepEqual(Object.keys(SETS), ["default", "own", "print"]);
  assert.deepEqual(Object.keys(all!).sort(), ["env", "read", "write"]);
  assert.deepEqual(Object.keys(print!).sort(), ["env", "read"]);
  assert.deepEqual(print!.env, all!.env);
  assert.deepEqual(own, { read: ["lib", "resources"] });
});

Deno.test("executables are made with the default permission set", () => {
  const { env } = SETS.default!;
  assert.deepEqual(PERMISSION_FLAGS, [
    "--no-prompt",
    "--allow-read",
    "--allow-write",
    `--allow-env=${env!.join(",")}`,
  ]);
});

Deno.test("the start task never prompts, never fetches while a profile may run", () => {
  const flags = startFlags();
  for (const flag of ["-P", "--no-prompt", "--cached-only"]) {
    assert.ok(flags.includes(flag), flag);
  }
});
