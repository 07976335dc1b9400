import assert from "node:assert/strict";
import { executable, folderWith, runCli } from "../run_cli.ts";

const TEAM = {
  ".insomnia/profiles.toml": `[profile]
coder = "coder.lua"
lost = "lost.lua"
mine = "coder.lua"

[alias]
fast = "project:mine"
gone = "project:lost"
write = "project:coder"
`,
  ".insomnia/coder.lua": "return {}",
};

/** Whether there is a bash that can read a script from another program. */
function hasBash(): boolean {
  try {
    const { stdout } = new Deno.Command("bash", {
      args: ["-c", "echo $BASH_VERSINFO"],
    }).outputSync();
    return Number(new TextDecoder().decode(stdout)) >= 4;
  } catch {
    return false;
  }
}

/** What bash offers after a command line, sorted. */
async function bashOffers(line: string, cwd: string): Promise<string[]> {
  const { program, before, base } = executable();
  const quoted = [program, ...before].map((word) => `'${word}'`).join(" ");
  const script = `
insomnia-profile() { ${quoted} "$@"; }
source <(insomnia-profile completions bash)
COMP_LINE=$1 COMP_POINT=\${#1}
_insomnia_profile
printf '%s\\n' "\${COMPREPLY[@]}"
`;
  const { code, stdout, stderr } = await new Deno.Command("bash", {
    args: ["--norc", "-c", script, "bash", line],
    cwd,
    env: { ...base, PATH: Deno.env.get("PATH") ?? "" },
    clearEnv: true,
  }).output();
  assert.equal(new TextDecoder().decode(stderr), "");
  assert.equal(code, 0);
  return new TextDecoder().decode(stdout).split("\n").filter((w) => w).sort();
}

const ROWS: readonly (readonly [line: string, offers: readonly string[]])[] = [
  ["li", ["licenses", "list"]],
  ["--re", ["--registry-only"]],
  ["list --f", ["--format"]],
  ["list --format ", ["compact", "json", "table"]],
  ["list --format=c", ["compact"]],
  ["schema p", ["profile", "providers"]],
  ["resolve m", ["mine"]],
  // An alias that means something, and no name that is ambiguous.
  ["resolve w", ["write"]],
  ["resolve g", []],
  ["resolve co", []],
  ["-C . resolve w", ["write"]],
  // Bash replaces only what stands behind the colon.
  ["project:", ["coder", "mine"]],
  ["--profile project:c", ["coder"]],
  ["models codex-oauth/gpt-5", ["codex-oauth/gpt-5.5"]],
  ["eval ./fi", ["./file.lua"]],
  ["--workspace ./f", ["./folder/"]],
  // Where a path is a part of a word, the program itself knows how it goes on.
  ["--delegate read", ["read,nonrecursive:", "read:"]],
  ["--delegate read:./f", ["./file.lua", "./folder/"]],
  ["--delegate read:fo", ["folder/"]],
  ["--workspace=fo", ["folder/"]],
  [`resolve "project:c`, ["project:coder"]],
  [`--workspace 'a b' resolve mi`, ["mine"]],
  ["resolve fi", ["file.lua"]],
  ["help comp", ["completions"]],
  ["list ", []],
  ["coder ", []],
  ["-- li", []],
];

const BASH = hasBash();

for (const [line, offers] of ROWS) {
  Deno.test({
    name: `cli completions bash: after \`${line}\``,
    ignore: Deno.build.os === "windows" || !BASH,
    fn: async () => {
      const cwd = folderWith({ ...TEAM, "file.lua": "", "folder/x": "" });
      assert.deepEqual(
        await bashOffers(`insomnia-profile ${line}`, cwd),
        offers,
      );
    },
  });
}

Deno.test("cli completions: a script for each shell asks the program", async () => {
  for (const shell of ["bash", "zsh", "fish", "powershell", "nushell"]) {
    const { code, out, error } = await runCli(["completions", shell]);
    assert.deepEqual({ code, error }, { code: 0, error: "" }, shell);
    assert.match(out, /insomnia-profile __complete /);
  }
});

Deno.test("cli __complete: a broken registry is no reason for noise", async () => {
  const cwd = folderWith({ ".insomnia/profiles.toml": "]" });
  const { code, out, error } = await runCli(
    ["__complete", "resolve", "=de"],
    { cwd },
  );
  assert.deepEqual({ code, error }, { code: 0, error: "" });
  assert.match(out, /^default\t.*\n:file\n$/);
});

Deno.test("cli __complete: an alias says what it means", async () => {
  const { out } = await runCli(["__complete", "resolve", "=fast"], {
    cwd: folderWith(TEAM),
  });
  assert.equal(out, "fast\talias of project:mine\n:file\n");
});
