import assert from "node:assert/strict";
import { delegatingSystem } from "../../lib/system/delegating_system.ts";
import { memorySystem } from "../../lib/system/memory_system.ts";
import { readSource } from "../../lib/source/read_source.ts";

Deno.test("readSource: a pipe that a person names is read by its name, and is no link", async () => {
  const world = memorySystem({ files: { "/dev/fd/63": "return {}" } });
  const system = delegatingSystem(world, {
    stat: () => Promise.resolve("other"),
    realPath: () => Promise.reject(new Error("it has none")),
  });
  const read = await readSource(
    system,
    { path: "/dev/fd/63", namedBy: "typed" },
    {},
  );
  assert.equal(read.real, "/dev/fd/63");
  assert.equal(read.throughLink, false);
});
