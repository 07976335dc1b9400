import type { FieldPath } from "../base/field_path.ts";
import type { JsonValue } from "../base/json.ts";
import type { PlaceFinder } from "../document/place_finder.ts";
import type { EvaluateOptions, Run } from "../lua/evaluation.ts";
import type { ProfileDocument } from "../source/load_document.ts";
import { dataPlaces } from "./data_places.ts";
import { withImportedData } from "./imported_data.ts";
import { type SourceTexts, sourceTexts } from "./source_texts.ts";
import { writtenOnce } from "./written_once.ts";

/** Where the fields of a document stand, and what is written there. */
export interface DocumentPlaces {
  readonly finder: PlaceFinder;
  readonly texts: SourceTexts;
}

/**
 * Prepares to find places in a document. Only for documents with a problem: a
 * Lua program is evaluated once more, with every field watched, unless its text
 * alone tells where the fields are.
 *
 * @param value what the document evaluated to
 * @param loadRun what evaluates a program
 * @param paths the fields that will be asked for; default: any
 */
export async function documentPlaces(
  document: ProfileDocument,
  value: JsonValue,
  options: EvaluateOptions,
  loadRun: () => Promise<Run>,
  paths?: readonly FieldPath[],
): Promise<DocumentPlaces> {
  if (document.kind === "data") {
    const { file, bytes } = document;
    return {
      finder: await dataPlaces(bytes, file),
      texts: (name) =>
        name === file ? new TextDecoder().decode(bytes) : undefined,
    };
  }
  const program = document.kind === "lua"
    ? document.program
    : await (await import("../source/load_builtin_program.ts"))
      .loadBuiltinProgram(document.name);
  const texts = sourceTexts(program);
  const read = paths && writtenOnce(program, value, paths);
  if (read) return { finder: read, texts };
  const { tracePlaces } = await import("./trace/trace_places.ts");
  const traced = await tracePlaces(program, value, options, await loadRun());
  return { finder: await withImportedData(program, value, traced), texts };
}
