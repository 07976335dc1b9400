import type { Diagnostic } from "../base/diagnostic.ts";
import type { JsonValue } from "../base/json.ts";
import type { Catalog } from "../catalog/catalog.ts";
import { loadCatalog } from "../catalog/load_catalog.ts";
import { luaCatalog } from "../catalog/catalog_facts.ts";
import { evaluateDocument, loadRun } from "./evaluate_document.ts";
import type { EvaluateOptions, Run } from "../lua/evaluation.ts";
import { discoverProfiles } from "../registry/discover_profiles.ts";
import { requireFile } from "../registry/require_file.ts";
import type { Wall } from "./resolve_options.ts";
import {
  isLua,
  loadDocument,
  type ProfileDocument,
} from "../source/load_document.ts";
import type { System } from "../system/system.ts";
import { VERSION } from "../base/version.ts";

/** What decides what a Lua file evaluates to. */
export interface EvaluateFileOptions {
  /** Absolute path of the file. */
  readonly file: string;
  /** Absolute path; the project's registry, for imports, is looked for from there. */
  readonly workspace: string;
  readonly system: System;
  /** Default: the user's catalog, else the builtin one. */
  readonly catalog?: Catalog;
  /** Default 200 million. */
  readonly maxSteps?: number;
  /** Default `none`. */
  readonly wall?: Wall;
}

/** A Lua file with everything its evaluation needs, read and not yet run. */
export interface PreparedEvaluation {
  readonly document: ProfileDocument;
  readonly evaluation: EvaluateOptions;
  readonly run?: Run;
}

/** What a file evaluates to, before any check of a profile. */
export interface EvaluatedFile {
  readonly value: JsonValue;
  /** What it printed. */
  readonly notes: readonly Diagnostic[];
}

/**
 * Reads everything that evaluating a file needs.
 *
 * @throws {ProfileError} for what cannot be read
 */
export async function prepareEvaluation(
  { file, workspace, system, catalog, maxSteps, wall }: EvaluateFileOptions,
): Promise<PreparedEvaluation> {
  const chosen = { kind: "path", path: file } as const;
  await requireFile(system, chosen);
  const registry = await discoverProfiles({ system, workspace });
  const document = await loadDocument(chosen, registry, system, workspace);
  return {
    document,
    evaluation: {
      catalog: luaCatalog(catalog ?? await loadCatalog({ system })),
      version: VERSION,
      maxSteps,
    },
    run: isLua(chosen) ? await loadRun(wall) : undefined,
  };
}

/**
 * Evaluates a file. Reads nothing.
 *
 * @throws {ProfileError} when it gives no data
 */
export async function finishEvaluation(
  { document, evaluation, run }: PreparedEvaluation,
): Promise<EvaluatedFile> {
  try {
    const { value, notes } = await evaluateDocument(document, run, evaluation);
    return { value, notes };
  } catch (error) {
    if (document.kind !== "lua") throw error;
    const { evaluationError } = await import("../locate/evaluation_error.ts");
    throw await evaluationError(error, document.program, evaluation, run!);
  }
}
