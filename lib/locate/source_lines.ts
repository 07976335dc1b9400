import { STDIN_FILE } from "../base/stdin_file.ts";
import { decodeBytes } from "../source/lua_string_value.ts";
import { luaTextOf } from "../source/lua_text.ts";

/** Line ends as each kind of document counts them; Lua's are its own. */
const LINE_ENDS: readonly (readonly [ending: string, lineEnd: RegExp])[] = [
  [".toml", /\r?\n/],
  [".json", /\r\n|\n|\r/],
];

/** Whether a file is JSON or TOML, by its name. */
export function isData(file: string): boolean {
  return file === STDIN_FILE ||
    LINE_ENDS.some(([ending]) => file.endsWith(ending));
}

/**
 * The lines of a document, as its parser counts them.
 *
 * @param file its ending says what it is; a Lua source has any
 */
export function linesOf(file: string, text: string | undefined): string[] {
  if (text === undefined) return [];
  const other = LINE_ENDS.find(([ending]) => file.endsWith(ending));
  if (other) return text.split(other[1]);
  if (file === STDIN_FILE) return text.split(LINE_ENDS[1]![1]);
  const { bytes, lineStarts } = luaTextOf(new TextEncoder().encode(text));
  return lineStarts.map((start, line) =>
    decodeBytes(bytes.slice(start, lineStarts[line + 1]))
      .replace(/[\r\n]+$/, "")
  );
}
