import type { Diagnostic } from "../base/diagnostic.ts";
import { baseName, isAbsolute } from "../base/file_path.ts";
import type { JsonValue } from "../base/json.ts";
import { sumsOf } from "../base/many_sums.ts";
import type { EvaluateOptions, Run } from "../lua/evaluation.ts";
import type { ResolverSession } from "../base/resolver_session.ts";
import type { LuaProgram, LuaSource } from "../source/lua_program.ts";
import type { SnapshotSource } from "../store/pod_snapshot.ts";
import type { Judge } from "../locate/evaluation_error.ts";
import type { ProfileDocument } from "../source/load_document.ts";
import { loadEvaluator } from "./load_evaluator.ts";
import type { Wall } from "./resolve_options.ts";

/** The raw data of a profile, before any check. */
export interface EvaluatedDocument {
  readonly value: JsonValue;
  /** What was evaluated, in the order of loading. */
  readonly sources: readonly EvaluatedSource[];
  /** What the profile printed. */
  readonly notes: readonly Diagnostic[];
}

/** A file that was evaluated. */
export interface EvaluatedSource extends Omit<SnapshotSource, "sha256"> {
  /** Makes the checksum of its bytes, which not everybody needs. */
  readonly sum: () => Promise<string>;
}

/** What is evaluated, and how. */
export interface DocumentEvaluation {
  readonly document: ProfileDocument;
  readonly evaluation: EvaluateOptions;
  readonly wall: Wall;
}

/**
 * Turns a document into raw data.
 *
 * @param judge finds what else is wrong with data that was refused in part
 * @throws {ProfileError} when a Lua program gives none
 */
export async function evaluateDocument(
  { document, evaluation, wall }: DocumentEvaluation,
  session: ResolverSession,
  judge?: Judge,
): Promise<EvaluatedDocument> {
  switch (document.kind) {
    case "evaluated": {
      const { value, modules, file } = document;
      const sources = modules.map(({ name, sha256 }) => ({
        name,
        path: builtinPath(name, file),
        sum: () => Promise.resolve(sha256),
      }));
      return { value, sources, notes: [] };
    }
    case "data": {
      const { value, file, bytes } = document;
      // `<stdin>` is not a path.
      const name = isAbsolute(file) ? baseName(file) : file;
      return {
        value,
        sources: [{ name, path: file, sum: () => sumsOf(session)(bytes) }],
        notes: [],
      };
    }
    case "lua": {
      const { program } = document;
      const run = await loadEvaluator(wall, session);
      try {
        return await evaluateProgram(program, run, evaluation, session);
      } catch (error) {
        const { evaluationError } = await import(
          "../locate/evaluation_error.ts"
        );
        throw await evaluationError(error, program, evaluation, run, judge);
      }
    }
  }
}

async function evaluateProgram(
  program: LuaProgram,
  run: Run,
  options: EvaluateOptions,
  session: ResolverSession,
): Promise<EvaluatedDocument> {
  const evaluation = await run(program, options);
  const { value, loaded, notes, notesCut } = evaluation;
  return {
    value,
    sources: loaded.map((name) => {
      const { file, bytes } = sourceOf(program, name);
      const sum = () => session.once(sumsOf(session), bytes);
      return { name, path: file, sum };
    }),
    notes: notes.length === 0 && !notesCut
      ? []
      : (await import("../locate/lua_diagnostics.ts"))
        .printDiagnostics(evaluation, program),
  };
}

const IMPORTED_BUILTIN = "builtin:";

/** The resource that a source of a builtin profile is. */
function builtinPath(name: string, entry: string): string {
  return name.startsWith(IMPORTED_BUILTIN)
    ? `${entry.slice(0, entry.lastIndexOf("/"))}/${
      name.slice(IMPORTED_BUILTIN.length)
    }.lua`
    : entry;
}

/** The source of a module by the name it has among the loaded ones. */
function sourceOf(
  program: LuaProgram,
  loaded: string,
): Pick<LuaSource, "file" | "bytes"> {
  if (loaded === program.entry.chunk) return program.entry;
  const local = program.modules.get(loaded);
  if (local) return local;
  for (const imported of program.imports.values()) {
    if ("problem" in imported) continue;
    if (loaded === imported.name) {
      return "root" in imported ? imported.root.entry : imported;
    }
    const prefix = `${imported.name}/`;
    if ("root" in imported && loaded.startsWith(prefix)) {
      const module = imported.root.modules.get(loaded.slice(prefix.length));
      if (module) return module;
    }
  }
  throw new TypeError(`loaded \`${loaded}\`, which the program does not have`);
}
