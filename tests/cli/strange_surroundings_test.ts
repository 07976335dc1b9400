import assert from "node:assert/strict";
import { executable, folderWith, runCli } from "./run_cli.ts";

// What a machine can be like: no error of ours, each with its own code.

const STRANGE: readonly Readonly<Record<string, string>>[] = [
  { NPM_CONFIG_REGISTRY: "https://127.0.0.1:1/" },
  { NPM_CONFIG_REGISTRY: "not a url" },
  { JSR_URL: "http://127.0.0.1:1/" },
  { DENO_TLS_CA_STORE: "system" },
  { HOME: "relative" },
  { HOME: "/nonexistent" },
  { INSOMNIA_CONFIG_DIR: `/${"a".repeat(5000)}` },
  { XDG_CONFIG_HOME: "/dev/null" },
  { INSOMNIA_CONFIG_DIR: "\n" },
  { INSOMNIA_DATA_DIR: "/dev/full" },
  { COLUMNS: "-1", TERM: "" },
];

for (const env of STRANGE) {
  const name = JSON.stringify(env).slice(0, 60);
  Deno.test(`cli: surroundings ${name} are no bug`, async () => {
    for (const args of [["list"], ["./p.lua", "--pod-name", "x"]]) {
      const run = await runCli(args, {
        cwd: folderWith({
          "p.lua": 'return { model = "codex-oauth/gpt-5.5" }',
        }),
        env,
      });
      assert.ok([0, 5].includes(run.code), `${run.code}: ${run.error}`);
      assert.doesNotMatch(run.error, /\n\s+at /);
    }
  });
}

/** Runs a line of a shell in which `$PROGRAM` is the command line. */
async function shell(line: string, cwd: string) {
  const { program, before, base } = executable();
  const words = [program, ...before].map((word) =>
    `'${word.replaceAll("'", `'\\''`)}'`
  ).join(" ");
  const { code, stdout, stderr } = await new Deno.Command("sh", {
    args: ["-c", line.replaceAll("PROGRAM", words)],
    cwd,
    env: { ...base, PATH: Deno.env.get("PATH") ?? "" },
    clearEnv: true,
    stdin: "null",
  }).output();
  const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
  return { code, out: text(stdout), error: text(stderr) };
}

const RAW_NAMES:
  readonly (readonly [line: string, codes: readonly number[]])[] = [
    ['cd "$D" && PROGRAM list', [0, 5]],
    ['cd "$D" && PROGRAM default', [0, 5]],
    ['cd "$D" && PROGRAM check .', [0, 1, 5]],
    ['PROGRAM default --workspace "$D" --pod-name x', [5]],
    ["PROGRAM check .", [0, 1, 5]],
    ['HOME="$PWD/$D" PROGRAM list', [0, 5]],
    ['INSOMNIA_CONFIG_DIR="$D" PROGRAM list', [0, 5]],
    ['PROGRAM "./$D"', [3, 5]],
    ['PROGRAM default --pod-name "$D"', [0, 2, 5]],
    ['PROGRAM --manifest "$D"', [5]],
    ["PROGRAM list <&-", [0]],
    ["PROGRAM list >&-", [0, 5]],
    ["PROGRAM list 2>&-", [0]],
    ["PROGRAM - <&-", [1, 5]],
    ["PROGRAM - < .", [1, 5]],
    ["PROGRAM default --pod-name x --out /dev/full", [0, 5]],
    ["PROGRAM default --pod-name x --out .", [2, 5]],
    ["yes word | head -60000 | xargs PROGRAM", [1, 2, 123]],
    ["PROGRAM \"$(head -c 100000 /dev/zero | tr '\\0' a)\"", [3]],
  ];

/** Deno's own start of an executable takes no argument that is not UTF-8. */
const isExecutable = Deno.env.has("INSOMNIA_PROFILE_BIN");

for (const [line, codes] of RAW_NAMES) {
  const isArgument = /PROGRAM .*\$D/.test(line);
  Deno.test({
    name: `cli: ${line} is no bug`,
    ignore: Deno.build.os !== "linux" || isArgument && isExecutable,
    fn: async () => {
      const folder = folderWith();
      const bytes = "D=\"$(printf 'd\\377\\376')\"";
      const made = `${bytes}; mkdir -p "$D"; ${line}`;
      const { code, error } = await shell(made, folder);
      assert.ok(codes.includes(code), `${code}: ${error.slice(0, 2000)}`);
      assert.doesNotMatch(error, /\n\s+at |Uncaught|report/);
      assert.ok(error.length < 20_000, `${error.length} characters`);
    },
  });
}
