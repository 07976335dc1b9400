import type { Diagnostic } from "../base/diagnostic.ts";
import { baseName, isAbsolute } from "../base/file_path.ts";
import type { JsonValue } from "../base/json.ts";
import { sha256Hex } from "../base/sha256.ts";
import type { EvaluateOptions, Run } from "../lua/evaluation.ts";
import type { ResolverSession } from "../base/resolver_session.ts";
import type { LuaProgram } from "../source/lua_program.ts";
import type { ModuleDigest } from "../schema/provenance.ts";
import type { ProfileDocument } from "../source/load_document.ts";

/** The raw data of a profile, before any check. */
export interface EvaluatedDocument {
  readonly value: JsonValue;
  /** What was evaluated, in the order of loading. */
  readonly modules: readonly ModuleDigest[];
  /** What the profile printed. */
  readonly notes: readonly Diagnostic[];
}

/**
 * Turns a document into raw data.
 *
 * @throws {LuaFailure} when a Lua program gives none
 */
export async function evaluateDocument(
  document: ProfileDocument,
  run: Run | undefined,
  options: EvaluateOptions,
  session: ResolverSession,
): Promise<EvaluatedDocument> {
  switch (document.kind) {
    case "evaluated": {
      const { value, modules } = document;
      return { value, modules, notes: [] };
    }
    case "data": {
      const { value, file, bytes } = document;
      // `<stdin>` has no folder.
      const name = isAbsolute(file) ? baseName(file) : file;
      return {
        value,
        modules: [{ name, sha256: await sha256Hex(bytes) }],
        notes: [],
      };
    }
    case "lua": {
      const { program } = document;
      const evaluation = await run!(program, options);
      const { value, loaded, notes, notesCut } = evaluation;
      return {
        value,
        modules: await Promise.all(
          loaded.map(async (name) => ({
            name,
            sha256: await session.once(sha256Hex, bytesOf(program, name)),
          })),
        ),
        notes: notes.length === 0 && !notesCut
          ? []
          : (await import("../locate/lua_diagnostics.ts"))
            .printDiagnostics(evaluation, program),
      };
    }
  }
}

/** The source of a module by the name it has among the loaded ones. */
function bytesOf(program: LuaProgram, loaded: string): Uint8Array {
  if (loaded === program.entry.chunk) return program.entry.bytes;
  const local = program.modules.get(loaded);
  if (local) return local.bytes;
  for (const imported of program.imports.values()) {
    if ("problem" in imported) continue;
    if (loaded === imported.name) {
      return "root" in imported ? imported.root.entry.bytes : imported.bytes;
    }
    const prefix = `${imported.name}/`;
    if ("root" in imported && loaded.startsWith(prefix)) {
      const module = imported.root.modules.get(loaded.slice(prefix.length));
      if (module) return module.bytes;
    }
  }
  throw new TypeError(`loaded \`${loaded}\`, which the program does not have`);
}
