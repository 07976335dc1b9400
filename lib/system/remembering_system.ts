import { delegatingSystem } from "./delegating_system.ts";
import type { System } from "./system.ts";

/**
 * A system that asks another one each question once and remembers the answer,
 * a refusal too: for work on many files as they are at one moment. What is
 * written goes straight through and is not seen by what was read before.
 *
 * @example
 * ```ts
 * import { memorySystem, rememberingSystem } from "@insomnia/profile";
 * import assert from "node:assert/strict";
 * const world = memorySystem({ files: { "/ws/a.lua": "return {}" } });
 * const system = rememberingSystem(world);
 * const bytes = await system.readFile("/ws/a.lua");
 * assert.equal(await system.readFile("/ws/a.lua"), bytes);
 * ```
 */
export function rememberingSystem(system: System): System {
  const fileInfo = remembering((path: string, followLinks: boolean) =>
    system.fileInfo(path, { followLinks })
  );
  return delegatingSystem(system, {
    stat: remembering((path) => system.stat(path)),
    fileInfo: (path, options) => fileInfo(path, options?.followLinks ?? true),
    readDirectory: remembering((path) => system.readDirectory(path)),
    realPath: remembering((path) => system.realPath(path)),
    readLink: remembering((path) => system.readLink(path)),
    readFile: remembering((path, maxBytes) => system.readFile(path, maxBytes)),
    readStdin: remembering((maxBytes) => system.readStdin(maxBytes)),
  });
}

function remembering<Question extends unknown[], Answer>(
  ask: (...question: Question) => Promise<Answer>,
): (...question: Question) => Promise<Answer> {
  const answers = new Map<string, Promise<Answer>>();
  return (...question) => {
    const key = question.join("\0");
    const answer = answers.get(key) ?? ask(...question);
    answers.set(key, answer);
    return answer;
  };
}
