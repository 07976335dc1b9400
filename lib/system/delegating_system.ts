import type { System } from "./system.ts";

/**
 * A System that asks another one, but for what is given: for those who change
 * or watch a single question. (A System may be an object of a class, so it
 * cannot be spread.)
 *
 * @example
 * ```ts
 * import { delegatingSystem, memorySystem } from "@insomnia/profile";
 * import assert from "node:assert/strict";
 * const world = memorySystem({ cwd: "/ws", env: { HOME: "/home/ada" } });
 * const system = delegatingSystem(world, { env: () => undefined });
 * assert.equal(system.cwd(), "/ws");
 * assert.equal(system.env("HOME"), undefined);
 * ```
 */
export function delegatingSystem(
  system: System,
  instead: Partial<System>,
): System {
  return {
    cwd: () => system.cwd(),
    os: () => system.os(),
    env: (name) => system.env(name),
    stat: (path) => system.stat(path),
    fileInfo: (path, options) => system.fileInfo(path, options),
    readFile: (path, maxBytes) => system.readFile(path, maxBytes),
    readDirectory: (path) => system.readDirectory(path),
    realPath: (path) => system.realPath(path),
    readLink: (path) => system.readLink(path),
    readStdin: (maxBytes) => system.readStdin(maxBytes),
    writeFile: (path, bytes) => system.writeFile(path, bytes),
    openFile: (path) => system.openFile(path),
    createFile: (path, bytes, mode) => system.createFile(path, bytes, mode),
    makeDirectory: (path, options) => system.makeDirectory(path, options),
    rename: (from, to) => system.rename(from, to),
    remove: (path, options) => system.remove(path, options),
    sync: (path) => system.sync(path),
    lock: (path) => system.lock(path),
    wait: (ms) => system.wait(ms),
    watch: (paths, signal) => system.watch(paths, signal),
    ...instead,
  };
}
