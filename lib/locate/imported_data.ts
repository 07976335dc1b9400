import { type FieldPath, valueAt } from "../base/field_path.ts";
import type { JsonValue } from "../base/json.ts";
import { sameData } from "../base/same_data.ts";
import type { PlaceFinder } from "../document/place_finder.ts";
import type { LuaImport, LuaProgram } from "../source/lua_program.ts";
import { dataPlaces } from "./data_places.ts";
import { importCalls } from "./trace/import_calls.ts";
import { programTexts } from "./trace/program_texts.ts";

type ImportedData = Extract<LuaImport, { readonly data: JsonValue }>;

/**
 * Places the fields that an imported profile in JSON or TOML gave, and that are
 * as they were, in its file.
 *
 * @param value what the program evaluated to
 * @param finder what places a field at the call that set it
 */
export async function withImportedData(
  program: LuaProgram,
  value: JsonValue,
  finder: PlaceFinder,
): Promise<PlaceFinder> {
  const finders = new Map<ImportedData, PlaceFinder>();
  for (const given of program.imports.values()) {
    if ("data" in given) {
      finders.set(given, await dataPlaces(given.bytes, given.file));
    }
  }
  if (finders.size === 0) return finder;
  const calls = [...importCalls(program, programTexts(program))];
  const importOf = (path: FieldPath) => {
    const { file, line, column } = finder.placeOf(path) ?? {};
    const call = calls.find(({ place }) =>
      place.file === file && place.line === line && place.column === column
    );
    return call && "data" in call.given &&
        sameData(valueAt(call.given.data, path), valueAt(value, path))
      ? { given: call.given, place: call.place }
      : undefined;
  };
  return {
    ...finder,
    placeOf(path, at) {
      const found = importOf(path);
      return found
        ? finders.get(found.given)!.placeOf(path, at)
        : finder.placeOf(path, at);
    },
    relatedTo(path) {
      const found = importOf(path);
      const others = finder.relatedTo?.(path) ?? [];
      return found
        ? [{
          message: `\`${found.given.name}\` is imported here`,
          source: found.place,
        }, ...others]
        : others;
    },
    helperOf: (path) => importOf(path) ? undefined : finder.helperOf?.(path),
  };
}
