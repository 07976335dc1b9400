import type { LuaProgram, LuaRoot } from "./lua_program.ts";
import {
  MAX_MODULES,
  MAX_MODULES_BYTES,
  MAX_SOURCE_BYTES,
} from "./source_limits.ts";

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
  const { chunk } = program.entry;
  // All but the profile itself.
  const further = [...program.modules.values(), ...importedFiles(program)]
    .filter((source) => source.chunk !== chunk);
  for (const { chunk, bytes } of [program.entry, ...further]) {
    if (bytes.length <= MAX_SOURCE_BYTES) continue;
    return {
      code: "limit-source",
      message:
        `\`${chunk}\` is too large: ${bytes.length} bytes, at most ${MAX_SOURCE_BYTES}`,
      help: "this limit is fixed; split the file into local modules",
      chunk,
    };
  }
  const total = further.reduce((sum, { bytes }) => sum + bytes.length, 0);
  const excess = further.length > MAX_MODULES
    ? `${further.length} modules and imports, at most ${MAX_MODULES}`
    : total > MAX_MODULES_BYTES
    ? `${total} bytes of modules and imports, at most ${MAX_MODULES_BYTES}`
    : undefined;
  if (excess === undefined) return undefined;
  return {
    code: "limit-modules",
    message: `\`${chunk}\` has too many modules: ${excess}`,
    help:
      "this limit is fixed; a usual cause is a `require` of a computed name in a large directory",
    chunk,
  };
}

interface Sized {
  readonly chunk: string;
  readonly bytes: Uint8Array;
}

/** The files of imported profiles, but for those inside this program. */
function importedFiles({ imports }: LuaProgram): Sized[] {
  const files: Sized[] = [];
  // One profile can stand under several selectors.
  const roots = new Set<LuaRoot>();
  for (const found of imports.values()) {
    if ("data" in found) {
      files.push({ chunk: found.name, bytes: found.bytes });
    } else if ("root" in found && !found.name.startsWith("builtin:")) {
      roots.add(found.root);
    }
  }
  for (const { entry, modules } of roots) {
    files.push(entry);
    for (const module of modules.values()) files.push(module);
  }
  return files;
}
