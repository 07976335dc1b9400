import type { SourcePlace } from "../../base/diagnostic.ts";
import type { SourceEdit } from "../../base/source_edit.ts";
import type { Refusal } from "../../lua/evaluation.ts";
import { type LuaProgram, sourceOfChunk } from "../../source/lua_program.ts";
import { type LuaText, luaTextOf, spanAt } from "../../source/lua_text.ts";
import { readLuaTokensUntil } from "../../source/lua_tokens.ts";
import type { ByteEdit, FailedSource } from "../advice/lua_advice.ts";
import { moduleAdvice } from "../advice/module_advice.ts";
import { runtimeAdvice } from "../advice/runtime_advice.ts";
import { syntaxAdvice } from "../advice/syntax_advice.ts";
import { failureRange } from "./failure_range.ts";

/** Where a failure is, and how to go on. */
export interface LocatedFailure {
  readonly source: SourcePlace;
  readonly help?: string;
  readonly edits?: readonly SourceEdit[];
  /** Whether that says it better than what a host function would put. */
  readonly instead?: boolean;
}

/**
 * Finds what on its line a failure is about, and what to write in its place.
 *
 * @returns `undefined` when the file is not one of the program's
 */
export function locateFailure(
  { code, message, help, put }: Refusal,
  program: LuaProgram,
  chunk: string,
  line: number,
  token?: number,
): LocatedFailure | undefined {
  const found = sourceOfChunk(program, chunk);
  if (!found || line < 1) return undefined;
  const text = luaTextOf(found.bytes);
  const failure = { code, message, line, token };
  const range = failureRange(text, failure);
  const { tokens } = readLuaTokensUntil(text.bytes);
  const at = tokens.findIndex(({ start }) => start === range.start);
  const failed: FailedSource = { text, failure, tokens, range, at };
  const advice = code === "lua-syntax"
    ? syntaxAdvice(failed)
    : moduleAdvice(failed, program, chunk) ??
      runtimeAdvice(failed);
  const edits = advice?.edits ?? [];
  const span = spanAt(text, range.line, range.start, range.end);
  // What a host function would take says it best.
  const said = advice?.instead || help === undefined && put === undefined
    ? advice?.help
    : help;
  return {
    // A caret needs something to stand under, at the end of a file, too.
    source: { file: found.file, ...span, length: Math.max(1, span.length) },
    ...said !== undefined && { help: said },
    ...advice?.instead && { instead: true },
    ...edits.length > 0 &&
      { edits: edits.map((edit) => sourceEdit(found.file, text, edit)) },
  };
}

function sourceEdit(
  file: string,
  text: LuaText,
  { line, start, end, text: written }: ByteEdit,
): SourceEdit {
  return { file, ...spanAt(text, line, start, end), text: written };
}
