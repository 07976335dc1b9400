import assert from "node:assert/strict";
import { memorySystem } from "../../lib/system/memory_system.ts";
import { rememberingSystem } from "../../lib/system/remembering_system.ts";
import type { System } from "../../lib/system/system.ts";

/** A world that counts what it is asked. */
function countingSystem(): { system: System; asked: string[] } {
  const world = memorySystem({
    files: { "/ws/a.lua": "return {}", "/ws/b.lua": "return {}" },
    cwd: "/ws",
    env: { HOME: "/home/ada" },
  });
  const asked: string[] = [];
  const system = new Proxy(world, {
    get(target, name: keyof System) {
      return (...question: never[]) => {
        asked.push([name, ...question].join(" "));
        return (target[name] as (...words: never[]) => unknown)(...question);
      };
    },
  });
  return { system, asked };
}

Deno.test("rememberingSystem: asks each question once and gives the same answer", async () => {
  const { system, asked } = countingSystem();
  const remembering = rememberingSystem(system);
  for (let times = 0; times < 2; times++) {
    assert.equal(await remembering.stat("/ws"), "directory");
    assert.equal(await remembering.stat("/ws/c.lua"), undefined);
    assert.equal(await remembering.realPath("/ws/a.lua"), "/ws/a.lua");
    assert.equal((await remembering.fileInfo("/ws/b.lua"))?.size, 9);
    const entries = await remembering.readDirectory("/ws");
    assert.deepEqual(entries.map(({ name }) => name).sort(), [
      "a.lua",
      "b.lua",
    ]);
  }
  assert.equal(
    await remembering.readFile("/ws/a.lua"),
    await remembering.readFile("/ws/a.lua"),
  );
  assert.deepEqual(asked, [
    "stat /ws",
    "stat /ws/c.lua",
    "realPath /ws/a.lua",
    "fileInfo /ws/b.lua [object Object]",
    "readDirectory /ws",
    "readFile /ws/a.lua ",
  ]);
});

Deno.test("rememberingSystem: remembers a refusal, for the limit it was asked with", async () => {
  const { system, asked } = countingSystem();
  const remembering = rememberingSystem(system);
  for (let times = 0; times < 2; times++) {
    await assert.rejects(remembering.readFile("/ws/a.lua", 2), {
      kind: "too-large",
    });
  }
  assert.equal((await remembering.readFile("/ws/a.lua", 20)).length, 9);
  assert.deepEqual(asked, ["readFile /ws/a.lua 2", "readFile /ws/a.lua 20"]);
});

Deno.test("rememberingSystem: what costs nothing, and what changes something, goes through", async () => {
  const { system, asked } = countingSystem();
  const remembering = rememberingSystem(system);
  for (let times = 0; times < 2; times++) {
    assert.equal(remembering.cwd(), "/ws");
    assert.equal(remembering.env("HOME"), "/home/ada");
    await remembering.writeFile("/ws/out.json", new Uint8Array());
  }
  assert.equal(asked.length, 6);
});
