import { delegatingSystem } from "./delegating_system.ts";
import type { System } from "./system.ts";
import { unlessRefused } from "./unless_refused.ts";

/** A System that knows which files were read through it. */
export interface RecordingSystem extends System {
  /** Whether a path leads to a file that was read, by whatever name or link. */
  wasRead(path: string): Promise<boolean>;
}

/**
 * A system that remembers what it read, for those who write afterwards and must
 * not write over it.
 *
 * @example
 * ```ts
 * import { memorySystem, recordingSystem } from "@insomnia/profile";
 * import assert from "node:assert/strict";
 * const system = recordingSystem(memorySystem({
 *   files: { "/ws/a.lua": "return {}" },
 *   links: { "/ws/b.lua": "a.lua" },
 * }));
 * await system.readFile("/ws/a.lua");
 * assert.equal(await system.wasRead("/ws/b.lua"), true);
 * assert.equal(await system.wasRead("/ws/c.lua"), false);
 * ```
 */
export function recordingSystem(system: System): RecordingSystem {
  const read = new Set<string>();
  /** Each way to tell a file: its real path, and its number on the disk. */
  const namesOf = async (path: string): Promise<string[]> => {
    return await unlessRefused(async () => {
      const inode = (await system.fileInfo(path))?.inode;
      return [await system.realPath(path), ...inode ? [`inode ${inode}`] : []];
    }, []);
  };
  return {
    ...delegatingSystem(system, {
      async readFile(path, maxBytes) {
        const bytes = await system.readFile(path, maxBytes);
        for (const name of await namesOf(path)) read.add(name);
        return bytes;
      },
    }),
    async wasRead(path) {
      return (await namesOf(path)).some((name) => read.has(name));
    },
  };
}
