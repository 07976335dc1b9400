import assert from "node:assert/strict";
import { parseArguments } from "../../../lib/cli/arguments/parse_arguments.ts";

/** What a command line is understood as; `{}` flags and no operands left out. */
const UNDERSTOOD: readonly {
  readonly line: string;
  readonly command?: string;
  readonly operands?: readonly string[];
  readonly flags?: Readonly<Record<string, unknown>>;
}[] = [
  { line: "" },
  { line: "default", operands: ["default"] },
  { line: "-", operands: ["-"] },
  { line: "resolve", command: "resolve" },
  { line: "resolve list", command: "resolve", operands: ["list"] },
  { line: "project:list", operands: ["project:list"] },
  { line: "-- list", operands: ["list"] },
  { line: "resolve -- --strict", command: "resolve", operands: ["--strict"] },
  { line: "lst", operands: ["lst"] },
  { line: "list", command: "list" },
  {
    line: "--format toml coder",
    operands: ["coder"],
    flags: { format: "toml" },
  },
  {
    // The value of a flag is not taken for a command.
    line: "--pod-name list --workspace=/a=b check x y",
    command: "check",
    operands: ["x", "y"],
    flags: { "pod-name": "list", "workspace": "/a=b" },
  },
  {
    line: "--delegate read:a --delegate=write:b -- c",
    operands: ["c"],
    flags: { delegate: ["read:a", "write:b"] },
  },
  { line: "--max-steps 5000", flags: { "max-steps": 5000 } },
  { line: "--max-steps 2147483647", flags: { "max-steps": 2147483647 } },
  { line: "--out -", flags: { out: "-" } },
  { line: "--pod-name=-x", flags: { "pod-name": "-x" } },
  {
    line: "--strict --quiet --registry-only --strict",
    flags: { "strict": true, "quiet": true, "registry-only": true },
  },
  {
    line: "--profile list --profile-pod-name=demo",
    operands: ["list"],
    flags: { "pod-name": "demo" },
  },
  { line: "--profile -", operands: ["-"] },
  {
    line: "check --profile coder",
    command: "check",
    operands: ["coder"],
  },
  { line: "-h", flags: { help: true } },
  { line: "-V", flags: { version: true } },
  // Help is given whatever else is wrong.
  {
    line: "eval --nonsense --help",
    command: "eval",
    flags: { help: true },
  },
];

for (const row of UNDERSTOOD) {
  Deno.test(`parseArguments understands \`${row.line}\``, () => {
    const parsed = parseArguments(row.line.split(" ").filter((w) => w));
    assert.deepEqual({ ...parsed, flags: { ...parsed.flags } }, {
      command: row.command ?? "resolve",
      commandNamed: row.command !== undefined,
      operands: row.operands ?? [],
      flags: row.flags ?? {},
      problems: [],
    });
  });
}

const REFUSED: readonly {
  readonly args: readonly string[];
  readonly problems: readonly unknown[];
}[] = [
  {
    args: ["--pod-nam", "x", "y"],
    problems: [{
      kind: "unknown-flag",
      flag: "--pod-nam",
      command: "resolve",
    }],
  },
  {
    args: ["-x"],
    problems: [{ kind: "unknown-flag", flag: "-x", command: "resolve" }],
  },
  {
    args: ["--toString=1", "--__proto__"],
    problems: ["--toString", "--__proto__"].map((flag) => ({
      kind: "unknown-flag",
      flag,
      command: "resolve",
    })),
  },
  {
    args: ["list", "--pod-name", "x"],
    problems: [{
      kind: "misplaced-flag",
      flag: "pod-name",
      written: "--pod-name",
      command: "list",
    }],
  },
  {
    args: ["coder", "--pod-name"],
    problems: [{ kind: "missing-value", written: "--pod-name" }],
  },
  {
    args: ["--pod-name", "--strict"],
    problems: [{
      kind: "missing-value",
      written: "--pod-name",
      next: "--strict",
    }],
  },
  {
    args: ["--out="],
    problems: [{ kind: "missing-value", written: "--out" }],
  },
  {
    args: ["--out", ""],
    problems: [{ kind: "missing-value", written: "--out" }],
  },
  {
    args: ["--profile"],
    problems: [{ kind: "missing-value", written: "--profile" }],
  },
  {
    args: ["--strict=yes"],
    problems: [{ kind: "needless-value", written: "--strict" }],
  },
  ...["0", "-0", "1.5", "1e3", "2147483648", "0x10", " 5"].map((
    value,
  ) => ({
    args: [`--max-steps=${value}`],
    problems: [{
      kind: "not-a-number",
      written: "--max-steps",
      value,
      largest: 2147483647,
    }],
  })),
  {
    args: ["--format", "tml"],
    problems: [{
      kind: "bad-value",
      written: "--format",
      value: "tml",
      choices: ["json", "toml"],
    }],
  },
  {
    // Each command has formats of its own.
    args: ["list", "--format", "toml"],
    problems: [{
      kind: "bad-value",
      written: "--format",
      value: "toml",
      choices: ["table", "json", "compact"],
    }],
  },
  {
    args: ["--pod-name", "a", "--profile-pod-name", "b"],
    problems: [{
      kind: "given-twice",
      first: "--pod-name",
      second: "--profile-pod-name",
    }],
  },
  {
    args: ["coder", "reviewer"],
    problems: [{
      kind: "extra-operand",
      command: "resolve",
      before: "coder",
      word: "reviewer",
    }],
  },
  {
    args: ["coder", "--profile", "reviewer"],
    problems: [{
      kind: "extra-operand",
      command: "resolve",
      before: "coder",
      word: "reviewer",
    }],
  },
  {
    args: ["list", "x"],
    problems: [{
      kind: "extra-operand",
      command: "list",
      before: "x",
      word: "x",
    }],
  },
  {
    args: ["eval"],
    problems: [{ kind: "missing-operand", command: "eval" }],
  },
  {
    args: ["schema", "manifst"],
    problems: [{
      kind: "bad-operand",
      command: "schema",
      word: "manifst",
      choices: ["manifest", "profile", "registry", "providers", "models"],
    }],
  },
  {
    args: ["--manifest", "a.toml", "coder"],
    problems: [{
      kind: "conflict",
      first: "--manifest",
      second: "coder",
      why: "a manifest file replaces the profile",
    }],
  },
  {
    args: ["--registry-only", "--manifest", "a.toml"],
    problems: [{
      kind: "conflict",
      first: "--manifest",
      second: "--registry-only",
      why: "a manifest file is not in a registry",
    }],
  },
  {
    // All of them at once.
    args: ["--strict=1", "--color", "pink", "a", "b"],
    problems: [
      { kind: "needless-value", written: "--strict" },
      {
        kind: "bad-value",
        written: "--color",
        value: "pink",
        choices: ["auto", "always", "never"],
      },
      {
        kind: "extra-operand",
        command: "resolve",
        before: "a",
        word: "b",
      },
    ],
  },
];

for (const { args, problems } of REFUSED) {
  Deno.test(`parseArguments refuses ${JSON.stringify(args)}`, () => {
    assert.deepEqual(parseArguments(args).problems, problems);
  });
}
