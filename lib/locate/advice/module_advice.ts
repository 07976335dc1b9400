import {
  type LuaProgram,
  type LuaRoot,
  rootOfChunk,
} from "../../source/lua_program.ts";
import { luaStringValue } from "../../source/lua_string_value.ts";
import { luaTextOf } from "../../source/lua_text.ts";
import type { LuaToken } from "../../source/lua_tokens.ts";
import { readLuaOutline } from "../trace/lua_outline.ts";
import {
  type FailedSource,
  type LuaAdvice,
  replaceToken,
} from "./lua_advice.ts";

/**
 * What to do about a `require` that finds nothing, or finds a module that gives
 * nothing.
 *
 * @param chunk the source that failed
 */
export function moduleAdvice(
  source: FailedSource,
  program: LuaProgram,
  chunk: string,
): LuaAdvice | undefined {
  const root = rootOfChunk(program, chunk) ?? program;
  return source.failure.code === "module-not-found"
    ? notFound(source, root)
    : returnsNothing(source, root);
}

function notFound(
  { failure, tokens, at }: FailedSource,
  { moduleHints }: LuaRoot,
): LuaAdvice | undefined {
  const [, name] = /^module '([^']*)' not found/.exec(failure.message) ?? [];
  const hint = name === undefined ? undefined : moduleHints?.get(name);
  if (hint?.near !== undefined) {
    const token = tokens[at];
    return {
      help: `did you mean \`${hint.near}\`?`,
      instead: true,
      ...token?.kind === "string" &&
        { edits: [replaceToken(token, `"${hint.near}"`)] },
    };
  }
  return hint?.above === undefined ? undefined : {
    instead: true,
    help:
      `\`${hint.above}\` is one folder up: modules come only from the folder of the profile and below it, so move it there`,
  };
}

/** `attempt to index a boolean value`: what `require` gives for a module without `return`. */
function returnsNothing(
  { failure, tokens, range }: FailedSource,
  root: LuaRoot,
): LuaAdvice | undefined {
  const [matched, variable] =
    /^attempt to (?:index|call) a boolean value(?: \((?:local|upvalue|global|field) '([^']*)'\))?/
      .exec(failure.message) ?? [];
  if (matched === undefined) return undefined;
  for (const [index, { text, line }] of tokens.entries()) {
    if (text !== "require") continue;
    const argument = tokens[index + 1]?.text === "("
      ? tokens[index + 2]
      : tokens[index + 1];
    const isIt = variable !== undefined
      ? tokens[index - 1]?.text === "=" && tokens[index - 2]?.text === variable
      : line === range.line;
    if (argument?.kind !== "string" || !isIt) continue;
    const module = root.modules.get(luaStringValue(argument.text));
    if (!module) continue;
    const { bytes } = luaTextOf(module.bytes);
    const outline = readLuaOutline(bytes);
    const returns = outline?.tokens.some(({ text }, at) =>
      text === "return" && outline.around[at]! < 0
    );
    if (!outline || returns) continue;
    const value = returnedName(
      outline.tokens,
      failure.message.startsWith("attempt to call"),
    );
    return {
      help:
        `\`${module.chunk}\` returns nothing: end it with \`return ${value}\``,
    };
  }
}

/**
 * What a module was to return: its first function, where it is called, else the
 * table that it fills, the first `local M = {}`.
 */
function returnedName(tokens: readonly LuaToken[], isCalled: boolean): string {
  const called = tokens.findIndex(({ text }, at) =>
    text === "function" && tokens[at - 1]?.text === "local"
  );
  if (isCalled && called >= 0) return tokens[called + 1]!.text;
  const index = tokens.findIndex(({ text }, at) =>
    text === "local" && tokens[at + 1]?.kind === "name" &&
    tokens[at + 2]?.text === "=" && tokens[at + 3]?.text === "{"
  );
  return index < 0 ? "M" : tokens[index + 1]!.text;
}
