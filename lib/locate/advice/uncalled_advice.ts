import type { SourcePlace } from "../../base/diagnostic.ts";
import type { SourceEdit } from "../../base/source_edit.ts";
import type { LuaProgram } from "../../source/lua_program.ts";
import { linesOf } from "../source_lines.ts";
import { sourceTexts } from "../source_texts.ts";

/** Host functions that are called without an argument. */
const WITHOUT_ARGUMENTS: ReadonlySet<string> = new Set([
  ...["workspace_read", "workspace_write", "fetch_only", "dynamic"],
]);

/**
 * What to do about a function in the place of data: most often it was to be
 * called, `scope.workspace_read` for `scope.workspace_read()`.
 *
 * @param place where the value is written
 */
export function uncalledAdvice(
  program: LuaProgram,
  place: SourcePlace,
):
  | { readonly help: string; readonly edits?: readonly SourceEdit[] }
  | undefined {
  const { file, line, column, length } = place;
  const written = linesOf(file, sourceTexts(program)(file))[line - 1]
    ?.slice(column - 1, column - 1 + length) ?? "";
  if (!/^[A-Za-z_]\w{0,39}(?:\.[A-Za-z_]\w{0,39})*$/.test(written)) {
    return undefined;
  }
  const name = written.split(".").at(-1)!;
  return {
    help: `call it: \`${written}(…)\` gives what it makes`,
    ...WITHOUT_ARGUMENTS.has(name) && {
      help: `call it: \`${written}()\``,
      edits: [{ file, line, column: column + length, length: 0, text: "()" }],
    },
  };
}
