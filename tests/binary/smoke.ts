import assert from "node:assert/strict";
import { folderWith, type Run } from "../cli/run_cli.ts";

/** How a program is started that is the command line. */
export interface Start {
  readonly program: string;
  /** Arguments before its own. */
  readonly before?: readonly string[];
  /** All there is in its environment. Default: nothing at all. */
  readonly env?: Readonly<Record<string, string>>;
}

interface SmokeCase {
  readonly name: string;
  readonly files?: Readonly<Record<string, string>>;
  readonly args: readonly string[];
  readonly check: (run: Run, folder: string) => void | Promise<void>;
}

const CODER = {
  "coder.lua": `
local p = profile.import("builtin:coder")
p.model = require("shared.models").main
return p`,
  "shared/models.lua": `return { main = "codex-oauth/gpt-5.5" }`,
};
const BROKEN = {
  "broken.lua": `return {\n  modle = "codex-oauth/gpt-5.5",\n}`,
};

/**
 * What tells a program that was put together well from one that lacks a part:
 * each case loads others, before and after the rights are given up.
 */
const CASES: readonly SmokeCase[] = [
  {
    name: "the default",
    args: ["default", "--pod-name", "x"],
    check: ({ code, out, error }) => {
      assert.equal(error, "");
      assert.equal(code, 0);
      assert.equal(JSON.parse(out).pod.name, "x");
    },
  },
  {
    name: "a Lua profile with modules",
    files: CODER,
    args: ["./coder.lua", "--pod-name", "x"],
    check: ({ code, out, error }) => {
      assert.equal(error, "");
      assert.equal(code, 0);
      const { profile } = JSON.parse(out);
      assert.deepEqual(profile.inputs.models, {
        model: "codex-oauth/gpt-5.5",
      });
      assert.deepEqual(
        profile.inputs.modules.map(({ name }: { name: string }) => name),
        ["coder.lua", "builtin:coder", "builtin:default", "shared.models"],
      );
    },
  },
  {
    name: "a broken profile, explained behind the wall",
    files: BROKEN,
    args: ["./broken.lua", "--pod-name", "x"],
    check: ({ code, error }) => {
      assert.equal(code, 1);
      assert.match(error, /broken\.lua:2:3/);
      assert.match(error, /did you mean `model`\?/);
    },
  },
  {
    name: "a profile that does not end",
    files: { "endless.lua": "while true do end" },
    args: ["./endless.lua", "--pod-name", "x", "--max-steps", "100000"],
    check: ({ code, error }) => {
      assert.equal(code, 4);
      assert.match(error, /^error\[limit-steps\]/);
    },
  },
  {
    name: "--out, with a worker as the wall",
    files: CODER,
    args: ["./coder.lua", "--pod-name", "x", "--out", "pod.json"],
    check: async ({ code, out, error }, folder) => {
      assert.equal(error, "");
      assert.equal(out, "");
      assert.equal(code, 0);
      const written = await Deno.readTextFile(`${folder}/pod.json`);
      assert.equal(JSON.parse(written).model.model_id, "gpt-5.5");
    },
  },
  {
    name: "--out of a broken profile, explained after the worker",
    files: BROKEN,
    args: ["./broken.lua", "--pod-name", "x", "--out", "pod.json"],
    check: ({ code, error }) => {
      assert.equal(code, 1);
      assert.match(error, /broken\.lua:2:3/);
    },
  },
  {
    name: "TOML as input and as output",
    files: {
      "pod.toml": `
pod.name = "x"
model.ref = "codex-oauth/gpt-5.5"
scope.allow = [{ target = ".", permission = "read" }]`,
    },
    args: ["--manifest", "pod.toml", "--format", "toml"],
    check: ({ code, out }) => {
      assert.equal(code, 0);
      assert.match(out, /^\[pod\]\nname = "x"/);
    },
  },
  {
    name: "broken TOML and JSON, with their places",
    files: {
      ".insomnia/profiles.toml":
        `[profile.a]\npath = "a.json"\n[profile.b]\npath = 5\n`,
      ".insomnia/a.json": `{ "model": }`,
    },
    args: ["check", ".insomnia/a.json", "project:b"],
    check: ({ code, error }) => {
      assert.notEqual(code, 0);
      assert.match(error, /a\.json:1:12/);
      assert.match(error, /profiles\.toml:4:8/);
    },
  },
  {
    name: "check of all that is builtin",
    args: ["check"],
    check: ({ code, out, error }) => {
      assert.equal(error, "");
      assert.equal(code, 0);
      assert.match(out, /ok {2}builtin:reviewer/);
    },
  },
  {
    name: "a JSON Schema",
    args: ["schema", "manifest"],
    check: ({ code, out }) => {
      assert.equal(code, 0);
      assert.match(JSON.parse(out).$schema, /2020-12/);
    },
  },
];

/** Runs every case, each in a new folder. */
export async function smoke(t: Deno.TestContext, start: Start): Promise<void> {
  for (const { name, files, args, check } of CASES) {
    await t.step(name, async () => {
      const folder = folderWith(files);
      await check(await run(start, args, folder), folder);
    });
  }
}

/** Runs the program once, in a folder, with nothing around it. */
export async function run(
  { program, before = [], env = {} }: Start,
  args: readonly string[],
  cwd: string,
): Promise<Run> {
  const { code, stdout, stderr } = await new Deno.Command(program, {
    args: [...before, ...args],
    cwd,
    env: { ...env },
    clearEnv: true,
    stdin: "null",
  }).output();
  const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
  return { code, out: text(stdout), error: text(stderr) };
}
