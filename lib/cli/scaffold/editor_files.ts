import {
  printJsonSchema,
  SCHEMA_NAMES,
} from "../../print/print_json_schema.ts";
import { printLuaTypes } from "../../print/print_lua_types.ts";
import { typeTexts } from "../../resources/builtin_resources.ts";

/** Where the editor types are, in the project. */
export const TYPES_FOLDER = ".insomnia/.types";

/**
 * The files that belong to this program, by their path in the project: the types
 * of the Lua API and the schemas of the other files. They may be written anew.
 */
export async function editorFiles(): Promise<Readonly<Record<string, string>>> {
  const files: Record<string, string> = {
    "insomnia/_fields.lua": printLuaTypes(),
    ...await typeTexts(),
  };
  for (const name of SCHEMA_NAMES) {
    files[`${name}.schema.json`] = printJsonSchema(name);
  }
  return Object.fromEntries(
    Object.entries(files).sort(([a], [b]) => a < b ? -1 : 1)
      .map(([path, text]) => [`${TYPES_FOLDER}/${path}`, text]),
  );
}
