import type { Diagnostic } from "../base/diagnostic.ts";
import { checkOptions, OPTIONS } from "../base/check_options.ts";
import type { JsonValue } from "../base/json.ts";
import type { Catalog } from "../catalog/catalog.ts";
import { luaCatalog } from "../catalog/catalog_facts.ts";
import { chosenCatalog } from "./chosen_catalog.ts";
import {
  type DocumentEvaluation,
  evaluateDocument,
} from "./evaluate_document.ts";
import { loadEvaluator } from "./load_evaluator.ts";
import { discoverProfiles } from "../registry/discover_profiles.ts";
import { requireFile } from "../registry/require_file.ts";
import {
  type ResolverSession,
  SHARED_SESSION,
} from "../base/resolver_session.ts";
import type { Wall } from "./resolve_options.ts";
import { loadDocument } from "../source/load_document.ts";
import type { System } from "../system/system.ts";
import { VERSION } from "../base/version.ts";

/** What decides what a Lua file evaluates to. */
export interface EvaluateFileOptions {
  /** Absolute path of the file. */
  readonly file: string;
  /** Absolute path; the project's registry, for imports, is looked for from there. */
  readonly workspace: string;
  /** The outside world. */
  readonly system: System;
  /** Default: the user's catalog, else the builtin one. */
  readonly catalog?: Catalog | undefined;
  /** Default 200 million. */
  readonly maxSteps?: number | undefined;
  /** Default `none`. */
  readonly wall?: Wall | undefined;
  /** Default: one shared by the process. */
  readonly session?: ResolverSession | undefined;
}

/** A file with everything its evaluation needs, read and not yet run. */
export interface PreparedEvaluation {
  /** Whether finishing runs code that somebody wrote. */
  readonly isCode: boolean;
}

/** What `prepareEvaluation` makes; only a part of it is public. */
interface ReadFile extends PreparedEvaluation, DocumentEvaluation {
  readonly session: ResolverSession;
}

/** What a file evaluates to, before any check of a profile. */
export interface EvaluatedFile {
  /** The data it returned. */
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
  options: EvaluateFileOptions,
): Promise<PreparedEvaluation> {
  checkOptions(options, {
    file: OPTIONS.path,
    workspace: OPTIONS.path,
    system: OPTIONS.system,
    maxSteps: OPTIONS.maxSteps,
    wall: OPTIONS.wall,
    session: OPTIONS.session,
  });
  const { file, workspace, system, maxSteps } = options;
  const { wall = "none", session = SHARED_SESSION } = options;
  const chosen = { kind: "path", path: file } as const;
  await requireFile(system, chosen);
  const registry = await discoverProfiles({ system, workspace });
  const document = await loadDocument(
    chosen,
    registry,
    system,
    workspace,
    session,
  );
  const isCode = document.kind === "lua";
  if (isCode) await loadEvaluator(wall, session);
  const read: ReadFile = {
    isCode,
    document,
    wall,
    session,
    evaluation: {
      catalog: luaCatalog(
        await chosenCatalog(options.catalog, system),
        session,
      ),
      version: VERSION,
      maxSteps,
    },
  };
  return read;
}

/**
 * Evaluates a file. Reads nothing.
 *
 * @throws {ProfileError} when it gives no data
 */
export async function finishEvaluation(
  prepared: PreparedEvaluation,
): Promise<EvaluatedFile> {
  // Only `prepareEvaluation` makes one.
  const read = prepared as ReadFile;
  const { value, notes } = await evaluateDocument(read, read.session);
  return { value, notes };
}
