import { SystemError } from "./system.ts";

/**
 * What the outside world answers, or something else where it refuses to.
 *
 * @param ask what is asked of a {@linkcode System}
 * @throws whatever is no {@linkcode SystemError}
 *
 * @example
 * ```ts
 * import { memorySystem, unlessRefused } from "@insomnia/profile";
 * import assert from "node:assert/strict";
 * const system = memorySystem({ files: {} });
 * assert.equal(await unlessRefused(() => system.realPath("/a"), "/a"), "/a");
 * ```
 */
export async function unlessRefused<Answer, Else = undefined>(
  ask: () => Answer | Promise<Answer>,
  otherwise?: Else,
): Promise<Answer | Else> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof SystemError) return otherwise as Else;
    throw error;
  }
}
