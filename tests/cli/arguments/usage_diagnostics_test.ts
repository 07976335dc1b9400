import assert from "node:assert/strict";
import { parseArguments } from "../../../lib/cli/arguments/parse_arguments.ts";
import { usageDiagnostics } from "../../../lib/cli/arguments/usage_diagnostics.ts";

const ROWS: readonly {
  readonly line: string;
  readonly code?: string;
  readonly message: string;
  readonly help?: RegExp;
}[] = [
  {
    line: "--pod-nam x",
    message: "unknown flag `--pod-nam`",
    help: /^did you mean `--pod-name`\?$/,
  },
  {
    line: "-quiet",
    message: "unknown flag `-quiet`",
    help: /^did you mean `--quiet`\?$/,
  },
  {
    line: "list --nonsense",
    message: "unknown flag `--nonsense`",
    help: /^flags of `list`: --workspace, --format, --error-format/,
  },
  {
    line: "help check resolve",
    message: "`help` takes one command: `resolve` is too much",
    help: /^`insomnia-profile help resolve` shows the help of that one$/,
  },
  {
    line: "models --strict",
    message: "`models` does not take `--strict`",
    help:
      /^`--strict` is for resolve, check, new, pod create: .*\nflags of `models`: --format/,
  },
  {
    line: "--pod-name --strict",
    message: "`--pod-name` needs a value",
    help: /`--pod-name=--strict`/,
  },
  {
    line: "--format --strict",
    message: "`--format` needs a value",
    help: /^one of: json, toml$/,
  },
  { line: "--quiet=1", message: "`--quiet` takes no value" },
  {
    line: "--format jsn",
    message: "`--format` cannot be `jsn`",
    help: /^did you mean `json`\?$/,
  },
  {
    line: "--error-format xml",
    message: "`--error-format` cannot be `xml`",
    help: /^one of: human, json, github, sarif$/,
  },
  {
    line: "--max-steps many",
    message:
      "`--max-steps` must be a whole number from 1 to 2147483647: `many` is not",
  },
  { line: "--out a --out b", message: "`--out` is given twice" },
  {
    line: "--pod-name a --profile-pod-name b",
    message: "`--pod-name` and `--profile-pod-name` mean the same: give one",
  },
  {
    line: "coder --manifest pod.toml",
    code: "flag-conflict",
    message: "`--manifest` cannot be given together with `coder`: " +
      "a manifest file replaces the profile",
    help: /^leave one of them out$/,
  },
  {
    line: "eval",
    message: "`eval` needs FILE",
    help: /`insomnia-profile help eval`/,
  },
  {
    line: "coder reviewer",
    message: "`resolve` takes one SELECTOR: `reviewer` is too much",
    help: /`insomnia-profile help resolve`/,
  },
  {
    line: "coder check",
    message: "`resolve` takes one SELECTOR: `check` is too much",
    help: /the command comes first: `insomnia-profile check`/,
  },
  {
    line: "list coder",
    message: "`list` takes no argument: `coder` is too much",
    help: /./,
  },
  {
    line: "help lst",
    message: "unknown COMMAND: `lst`",
    help: /^did you mean `list`\?$/,
  },
];

for (const { line, code = "usage", message, help } of ROWS) {
  Deno.test(`usageDiagnostics words the mistake in \`${line}\``, () => {
    const { problems } = parseArguments(line.split(" "));
    const [diagnostic, ...more] = usageDiagnostics(problems);
    assert.deepEqual(more, []);
    assert.equal(diagnostic!.code, code);
    assert.equal(diagnostic!.severity, "error");
    assert.equal(diagnostic!.message, message);
    if (help === undefined) assert.equal(diagnostic!.help, undefined);
    else assert.match(diagnostic!.help ?? "", help);
  });
}

Deno.test("usageDiagnostics tells twenty of very many mistakes, and that there are more", () => {
  const { problems } = parseArguments(
    Array.from({ length: 50_000 }, () => "coder"),
  );
  const said = usageDiagnostics(problems);
  assert.equal(said.length, 21);
  assert.match(said.at(-1)!.message, /there are 49979 more/);
});
