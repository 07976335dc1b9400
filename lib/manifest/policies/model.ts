import { joinPath } from "../../base/file_path.ts";
import type { FieldPath } from "../../base/field_path.ts";
import type { Problem } from "../../base/problem.ts";
import type { Catalog } from "../../catalog/catalog.ts";
import {
  type ResolvedModel,
  resolveModel,
} from "../../catalog/resolve_model.ts";
import type { ModelDraft } from "../../schema/model.ts";

/**
 * A model section pinned: looked up, every field filled in, `auth.file`
 * absolute.
 *
 * @param directory what a relative `auth.file` is relative to
 */
export function pinModel(
  written: ModelDraft,
  path: FieldPath,
  catalog: Catalog,
  directory: string,
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
  return resolved;
}
