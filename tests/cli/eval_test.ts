import assert from "node:assert/strict";
import { folderWith, runCli } from "./run_cli.ts";

Deno.test("cli eval: one line of JSON with sorted keys, numbers as keys included", async () => {
  const cwd = folderWith({
    "main.lua":
      `local m = require("part") return { b = m, ["10"] = 1, ["9"] = 2.5, a = { true, "x" } }`,
    "part.lua": `return { z = {}, y = 1e3 }`,
  });
  assert.deepEqual(await runCli(["eval", "main.lua"], { cwd }), {
    code: 0,
    out: `{"10":1,"9":2.5,"a":[true,"x"],"b":{"y":1000,"z":{}}}\n`,
    error: "",
  });
});

Deno.test("cli eval: what a profile must not say is no matter here, what Lua must not do is", async () => {
  const cwd = folderWith({
    "data.lua": `return { pod = { name = "x" }, nonsense = 1 }`,
    "bad.lua": `local home = os.getenv("HOME") return { home }`,
  });
  const data = await runCli(["eval", "./data.lua"], { cwd });
  assert.equal(data.out, `{"nonsense":1,"pod":{"name":"x"}}\n`);
  const bad = await runCli(["eval", "./bad.lua"], { cwd });
  assert.deepEqual({ code: bad.code, out: bad.out }, { code: 1, out: "" });
  assert.match(bad.error, /^error\[sandbox-denied\]: [^]*bad\.lua:1/);
});

Deno.test("cli eval: a credential in the data is not shown, and said to be there", async () => {
  const cwd = folderWith({
    "data.lua":
      `return { ["AKIA" .. "IOSFODNN7EXAMPLE"] = "AKIAIOSFODNN7EXAMPLE", a = 1 }`,
  });
  const { code, out, error } = await runCli(["eval", "data.lua"], { cwd });
  assert.equal(code, 0);
  const hidden = "*".repeat(20);
  assert.deepEqual(JSON.parse(out), { [hidden]: hidden, a: 1 });
  assert.match(error, /^warning\[secret-value\]: the data holds/);
});

Deno.test("cli eval: a file that is not there", async () => {
  const { code, out, error } = await runCli(["eval", "nowhere.lua"]);
  assert.notEqual(code, 0);
  assert.equal(out, "");
  assert.match(error, /^error\[.*nowhere\.lua/);
});
