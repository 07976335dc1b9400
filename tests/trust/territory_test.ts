import assert from "node:assert/strict";
import { delegatingSystem } from "../../lib/system/delegating_system.ts";
import { memorySystem } from "../../lib/system/memory_system.ts";
import { refusal } from "../../lib/system/system.ts";
import {
  groundOf,
  isSameFolder,
  realPathOf,
} from "../../lib/trust/territory.ts";

const TERRITORY = { config: "/home/ada/.config", home: "/home/ada" };

for (
  const [real, project, territory, ground] of [
    ["/ws/x.lua", "/ws", TERRITORY, "project"],
    ["/home/ada/.config/x.lua", "/ws", TERRITORY, "config"],
    ["/home/ada/x.lua", "/ws", TERRITORY, "home"],
    ["/etc/passwd", "/ws", TERRITORY, "elsewhere"],
    ["/etc/passwd", undefined, {}, "elsewhere"],
    ["/home/ada/x.lua", undefined, { home: undefined }, "elsewhere"],
    // The nearest that speaks of it.
    ["/home/ada/ws/x.lua", "/home/ada/ws", TERRITORY, "project"],
  ] as const
) {
  Deno.test(`groundOf: ${real} around ${project}: ${ground}`, () => {
    assert.equal(
      groundOf(real, project, territory as Parameters<typeof groundOf>[2]),
      ground,
    );
  });
}

Deno.test("isSameFolder: by name, also where nothing may be looked at", async () => {
  const system = delegatingSystem(memorySystem(), {
    realPath: (path) => Promise.reject(refusal("denied", path)),
    fileInfo: (path) => Promise.reject(refusal("denied", path)),
  });
  assert.equal(await isSameFolder(system, "/a", "/a"), true);
});

Deno.test("realPathOf: as it is named where it cannot be told, but a bug is a bug", async () => {
  const with_ = (error: Error) =>
    delegatingSystem(memorySystem(), {
      realPath: () => Promise.reject(error),
    });
  assert.equal(await realPathOf(with_(refusal("denied", "/a")), "/a"), "/a");
  await assert.rejects(realPathOf(with_(new TypeError("a bug")), "/a"), {
    message: "a bug",
  });
});
