import {
  MAX_MODULES,
  MAX_MODULES_BYTES,
  MAX_SOURCE_BYTES,
} from "./source_limits.ts";
import type { LuaProgram, LuaRoot } from "./lua_program.ts";

/** What is too large about a program. */
export interface OversizedSource {
  readonly code: "limit-source" | "limit-modules";
  readonly message: string;
  readonly help: string;
  /** The file in question, by its name in messages. */
  readonly chunk: string;
}

/** Which source limit a program is beyond, if any. */
export function findOversizedSource(
  program: LuaProgram,
): OversizedSource | undefined {
  let problem = findInRoot(program);
  for (const found of program.imports.values()) {
    if ("root" in found) problem ??= findInRoot(found.root);
  }
  return problem;
}

function findInRoot(root: LuaRoot): OversizedSource | undefined {
  const modules = [...root.modules.values()];
  for (const { chunk, bytes } of [root.entry, ...modules]) {
    if (bytes.length <= MAX_SOURCE_BYTES) continue;
    return {
      code: "limit-source",
      message:
        `\`${chunk}\` is too large: ${bytes.length} bytes, at most ${MAX_SOURCE_BYTES}`,
      help: "this limit is fixed; split the file into local modules",
      chunk,
    };
  }
  const total = modules.reduce((sum, { bytes }) => sum + bytes.length, 0);
  const excess = modules.length > MAX_MODULES
    ? `${modules.length} local modules, at most ${MAX_MODULES}`
    : total > MAX_MODULES_BYTES
    ? `${total} bytes of local modules, at most ${MAX_MODULES_BYTES}`
    : undefined;
  if (excess === undefined) return undefined;
  return {
    code: "limit-modules",
    message: `\`${root.entry.chunk}\` has too many modules: ${excess}`,
    help:
      "this limit is fixed; a usual cause is a `require` of a computed name in a large directory",
    chunk: root.entry.chunk,
  };
}
