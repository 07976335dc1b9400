import type { EvaluateOptions, Run } from "../../lua/evaluation.ts";
import { MAX_TRACE_BYTES } from "../../lua/limits.ts";
import type { LuaFailureFacts } from "../../lua/lua_failure.ts";
import { type LuaProgram, sourceOfChunk } from "../../source/lua_program.ts";
import { bytesOf, luaTextOf } from "../../source/lua_text.ts";
import { readLuaTokensUntil } from "../../source/lua_tokens.ts";
import { mapSources } from "../../source/map_sources.ts";
import { runAgain } from "../trace/run_again.ts";

/**
 * The token that an instruction of Lua failed at, or that its compiler did not
 * expect, where the line has several that the message may mean: `a.x.y + b.x.y`.
 * Lua knows lines alone. So the program is evaluated once more, with every token
 * of that line on a line of its own: to Lua that is the same program.
 *
 * @returns the token's index; `undefined` where there is no question, or no answer
 */
export async function failingToken(
  failure: LuaFailureFacts,
  program: LuaProgram,
  options: EvaluateOptions,
  run: Run,
): Promise<number | undefined> {
  const { chunk, line = 0, code, message, steps } = failure;
  const source = chunk === undefined
    ? undefined
    : sourceOfChunk(program, chunk);
  if (!source || source.bytes.length > MAX_TRACE_BYTES) return undefined;
  const { bytes } = luaTextOf(source.bytes);
  const { tokens } = readLuaTokensUntil(bytes);
  const here = tokens.flatMap((token, index) =>
    token.line === line ? [index] : []
  );
  const words = here.map((index) => tokens[index]!.text)
    .filter((text) => code === "lua-syntax" || !/^[,;(){}=]$/.test(text));
  if (new Set(words).size === words.length) return undefined;
  const pieces = here.slice(1).map((index, at) =>
    bytes.slice(tokens[here[at]!]!.start, tokens[index]!.start)
  );
  const first = tokens[here[0]!]!;
  const last = tokens[here.at(-1)!]!;
  const broken = bytesOf([
    bytes.slice(0, first.start) + (pieces[0] ?? ""),
    ...pieces.slice(1),
    bytes.slice(last.start),
  ].join("\n"));
  const ended = await runAgain(
    mapSources(
      program,
      (one) => one === source ? { ...one, bytes: broken } : one,
    ),
    options,
    steps,
    run,
  );
  const isSame = !("value" in ended) &&
    withoutLines(ended.message) === withoutLines(message) &&
    ended.code === code && ended.chunk === chunk;
  return isSame ? here[(ended.line ?? 0) - line] : undefined;
}

/** `(to close '{' at line 3)` is said of another line alone. */
function withoutLines(message: string): string {
  return message.replace(/ \(to close '[^']+' at line \d+\)/, "");
}
