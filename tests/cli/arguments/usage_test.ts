import assert from "node:assert/strict";
import { COMMANDS } from "../../../lib/cli/arguments/command_table.ts";
import { VERSION } from "../../../lib/base/version.ts";
import { runCli } from "../run_cli.ts";

Deno.test("cli --version: the program and its version are the first two words", async () => {
  const { code, out, error } = await runCli(["--version"]);
  assert.deepEqual({ code, error }, { code: 0, error: "" });
  assert.match(
    out,
    /^insomnia-profile \S+ \(deno \d+\.\d+\.\d+, lua 5\.4\)\n$/,
  );
  assert.equal(out.split(" ")[1], VERSION);
});

Deno.test("cli --help: names every command and no other", async () => {
  const { code, out, error } = await runCli(["--help"]);
  assert.deepEqual({ code, error }, { code: 0, error: "" });
  const [, commands] = /\nProfiles:\n([^]*?)\n\nFlags of/.exec(out) ?? [];
  const names = commands!.match(/^ {2}(\w+(?: \w+)?) {2}/gm)?.map((name) =>
    name.trim()
  );
  assert.deepEqual(names, Object.keys(COMMANDS));
});

Deno.test("cli help COMMAND and COMMAND --help: say the same", async () => {
  const named = await runCli(["help", "check"]);
  const asked = await runCli(["check", "--help", "--nonsense"]);
  assert.equal(named.code, 0);
  assert.match(
    named.out,
    /insomnia-profile check \[SELECTOR\|FILE\|FOLDER\.\.\.\]/,
  );
  assert.deepEqual(asked, named);
});

Deno.test("cli: a mistyped flag is refused with a suggestion", async () => {
  assert.deepEqual(await runCli(["default", "--pod-nam", "x"]), {
    code: 2,
    out: "",
    error: "error[usage]: unknown flag `--pod-nam`\n" +
      "  = help: did you mean `--pod-name`?\n",
  });
});

Deno.test("cli: a mistyped command gets a suggestion beside the profiles", async () => {
  const { code, out, error } = await runCli(["lst"]);
  assert.deepEqual({ code, out }, { code: 3, out: "" });
  assert.match(error, /^error\[profile-unknown\]: /);
  assert.match(error, /or did you mean the command `list`\?/);
  const named = await runCli(["resolve", "lst"]);
  assert.equal(named.code, 3);
  assert.doesNotMatch(named.error, /command/);
});

Deno.test("cli: flags that contradict are refused with both names", async () => {
  const { code, out, error } = await runCli(["coder", "--manifest", "p.toml"]);
  assert.deepEqual({ code, out }, { code: 2, out: "" });
  assert.match(error, /^error\[flag-conflict\]: `--manifest` .* `coder`/);
});

Deno.test("cli: --error-format and --color hold for mistakes of usage too", async () => {
  const json = await runCli(["--error-format", "json", "--strickt"]);
  assert.deepEqual(JSON.parse(json.error), {
    code: "usage",
    severity: "error",
    message: "unknown flag `--strickt`",
    help: "did you mean `--strict`?",
  });
  const wrong = ["--strickt"];
  const plain = await runCli(wrong);
  for (
    const colored of [
      await runCli([...wrong, "--color", "always"]),
      await runCli(wrong, { env: { CLICOLOR_FORCE: "1" } }),
    ]
  ) {
    assert.ok(colored.error.includes("\x1b[1;31merror[usage]\x1b[0m"));
    assert.equal(colored.code, plain.code);
  }
  assert.ok(!plain.error.includes("\x1b"));
});
