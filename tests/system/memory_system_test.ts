import assert from "node:assert/strict";
import { memorySystem } from "../../lib/system/memory_system.ts";
import { pathAsTyped } from "../../lib/system/native_path.ts";

Deno.test("memorySystem: nothing given is an empty world at /", async () => {
  const system = memorySystem();
  assert.equal(system.cwd(), "/");
  assert.equal(system.env("HOME"), undefined);
  assert.equal(await system.stat("/"), "directory");
  assert.equal(await system.stat("/etc"), undefined);
  assert.deepEqual(await system.readDirectory("/"), []);
  assert.equal((await system.readStdin()).length, 0);
});

Deno.test("memorySystem: an empty variable counts as unset", () => {
  const system = memorySystem({ env: { HOME: "", USERPROFILE: "/u" } });
  assert.equal(system.env("HOME"), undefined);
  assert.equal(system.env("USERPROFILE"), "/u");
  assert.equal(system.env("toString"), undefined);
});

Deno.test("memorySystem: needs no Deno permission", {
  permissions: "none",
}, async () => {
  const system = memorySystem({ files: { "/a/b": "c" }, stdin: "{}" });
  assert.equal((await system.readFile("/a/b")).length, 1);
  assert.equal((await system.readStdin()).length, 2);
});

Deno.test("memorySystem: what is read cannot change what is held", async () => {
  const bytes = new Uint8Array([1]);
  const system = memorySystem({ files: { "/a": bytes } });
  bytes[0] = 2;
  (await system.readFile("/a"))[0] = 3;
  assert.deepEqual(await system.readFile("/a"), new Uint8Array([1]));
});

Deno.test("memorySystem: directories without files exist when named", async () => {
  const system = memorySystem({ directories: ["/ws/empty"], cwd: "/here" });
  for (const path of ["/ws", "/ws/empty", "/here"]) {
    assert.equal(await system.stat(path), "directory", path);
  }
});

Deno.test("memorySystem: a path cannot be a file and a directory", () => {
  assert.throws(
    () => memorySystem({ files: { "/a": "", "/a/b": "" } }),
    /a file and a directory: \/a/,
  );
});

for (
  const [cwd, text, expected] of [
    ["C:/ws", "a\\b.lua", "C:/ws/a/b.lua"],
    ["C:/ws", "D:\\x", "D:/x"],
    ["C:/ws", "\\x", "C:/x"],
    ["C:/ws", "\\\\?\\D:\\x", "D:/x"],
    ["/ws", "a\\b.lua", "/ws/a\\b.lua"],
    ["/ws", "../x/", "/x"],
  ] as const
) {
  Deno.test(`pathAsTyped: ${text} in ${cwd} is ${expected}`, () => {
    assert.equal(pathAsTyped(cwd, text), expected);
  });
}

Deno.test("pathAsTyped: refuses a network path", () => {
  assert.throws(() => pathAsTyped("C:/", "\\\\server\\x"), /network paths/);
});
