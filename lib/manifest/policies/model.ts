import { joinPath } from "../../base/file_path.ts";
import { type FieldPath, printFieldPath } from "../../base/field_path.ts";
import type { Problem } from "../../base/problem.ts";
import type { Catalog } from "../../catalog/catalog.ts";
import { isKnown, nameOf } from "../../catalog/known_model.ts";
import {
  type ResolvedModel,
  resolveModel,
} from "../../catalog/resolve_model.ts";
import type { ModelInput } from "../../schema/model.ts";
import { contextBudgetTokens, withinBudget } from "./context_budget.ts";

/** What models are pinned by. */
export interface PinOptions {
  /** What they are looked up in. */
  readonly catalog: Catalog;
  /** What a relative `auth.file` is relative to. */
  readonly directory: string;
  /** Whether the notes of the catalog's rows are said. */
  readonly withNotes: boolean;
}

/**
 * A model section pinned: looked up, every field filled in, `auth.file`
 * absolute, no more of its window than its budget.
 */
export function pinModel(
  { context_budget: budget, quality: _, ...written }: ModelInput,
  path: FieldPath,
  { catalog, directory, withNotes }: PinOptions,
  report: (problem: Problem) => void,
): ResolvedModel {
  const { auth } = written;
  const resolved = resolveModel(
    catalog,
    auth?.kind === "api_key" && auth.file !== undefined
      ? { ...written, auth: { ...auth, file: joinPath(directory, auth.file) } }
      : written,
    path,
  );
  resolved.problems.forEach(report);
  if (typeof budget === "number" && budget > 1 && !Number.isInteger(budget)) {
    report(halfTokens(budget, path));
    return resolved;
  }
  if (!isKnown(resolved)) return resolved;
  const { entry, window } = resolved;
  if (withNotes && entry?.note !== undefined) {
    report({
      code: "model-note",
      severity: "note",
      message: `about ${nameOf(resolved)}: ${entry.note}`,
      path: [...path, "ref"],
    });
  }
  if (budget === undefined) return resolved;
  const tokens = contextBudgetTokens(budget, window);
  if (tokens > window) {
    report({
      code: "context-budget",
      severity: "note",
      message: `\`context_budget\` has no effect: ${tokens} tokens are more ` +
        `than the window of ${nameOf(resolved)}, ${window}`,
      path: [...path, "context_budget"],
    });
  }
  return withinBudget(resolved, tokens);
}

function halfTokens(budget: number, path: FieldPath): Problem {
  const name = printFieldPath([...path, "context_budget"]);
  return {
    code: "invalid-value",
    severity: "error",
    message:
      `\`${name}\` must be a whole number of tokens, or a ratio below 1: ` +
      `it is ${budget}`,
    path: [...path, "context_budget"],
    help: `write ${Math.floor(budget)}`,
  };
}
