import { suggest } from "../../base/suggest.ts";
import {
  type LuaProgram,
  type LuaRoot,
  type LuaSource,
  rootOfChunk,
} from "../../source/lua_program.ts";
import { luaStringValue } from "../../source/lua_string_value.ts";
import { luaTextOf } from "../../source/lua_text.ts";
import { type LuaToken, readLuaTokens } from "../../source/lua_tokens.ts";
import { readLuaOutline } from "../trace/lua_outline.ts";
import {
  type FailedSource,
  type LuaAdvice,
  replaceToken,
} from "./lua_advice.ts";
import { HOST_FUNCTIONS } from "./host_functions.ts";
import { NAMES_OF_ELSEWHERE } from "./names_of_elsewhere.ts";
import { writtenFields } from "./written_names.ts";

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
  if (source.failure.code === "module-name") return ofNameAbove(source);
  return source.failure.code === "module-not-found"
    ? notFound(source, root)
    : returnsNothing(source, root) ?? ofModuleField(source, root);
}

const ONLY_BELOW =
  "modules come only from the folder of the profile and below it";

/** `require("../shared")`. */
function ofNameAbove({ tokens, at }: FailedSource): LuaAdvice | undefined {
  const token = tokens[at];
  return token?.kind === "string" && luaStringValue(token.text).startsWith("..")
    ? { help: `${ONLY_BELOW}: move the file there`, instead: true }
    : undefined;
}

function notFound(
  { failure, tokens, at }: FailedSource,
  { moduleHints }: LuaRoot,
): LuaAdvice | undefined {
  const [, name] = /^module '([^']*)' not found/.exec(failure.message) ?? [];
  const hint = name === undefined ? undefined : moduleHints?.get(name);
  // `insomnia.` is easily forgotten.
  const isOfHost = name !== undefined && Object.hasOwn(HOST_FUNCTIONS, name);
  const near = hint?.near ?? (isOfHost ? undefined : hint?.below);
  if (near !== undefined) {
    const token = tokens[at];
    return {
      help: `did you mean \`${near}\`?`,
      instead: true,
      ...token?.kind === "string" &&
        { edits: [replaceToken(token, `"${near}"`)] },
    };
  }
  if (hint?.above !== undefined) {
    return {
      instead: true,
      help:
        `\`${hint.above}\` is one folder up: ${ONLY_BELOW}, so move it there`,
    };
  }
  return name !== undefined && Object.hasOwn(NAMES_OF_ELSEWHERE, name)
    ? { help: NAMES_OF_ELSEWHERE[name]!.help, instead: true }
    : undefined;
}

/** `roles.coder`, where the module `roles` has `coders`. */
function ofModuleField(
  { failure, tokens, at }: FailedSource,
  root: LuaRoot,
): LuaAdvice | undefined {
  const [, name] =
    /^attempt to \w+ a nil value \(field '([^']*)'\)/.exec(failure.message) ??
      [];
  if (name === undefined || tokens[at]?.text !== name) return undefined;
  const module = requiredAs(tokens, tokens[at - 2]?.text, root);
  const fields = module &&
    readLuaTokens(luaTextOf(module.bytes).bytes);
  if (!fields) return undefined;
  const near = suggest(name, writtenFields(fields));
  return near === undefined || near === name ? undefined : {
    help: `did you mean \`${near}\`?`,
    edits: [replaceToken(tokens[at], near)],
  };
}

/** The module that a variable holds: `local roles = require("roles")`. */
function requiredAs(
  tokens: readonly LuaToken[],
  variable: string | undefined,
  root: LuaRoot,
): LuaSource | undefined {
  for (const [index, { text }] of tokens.entries()) {
    if (text !== "require" || tokens[index - 2]?.text !== variable) continue;
    const argument = tokens[index + 1]?.text === "("
      ? tokens[index + 2]
      : tokens[index + 1];
    if (argument?.kind === "string" && tokens[index - 1]?.text === "=") {
      return root.modules.get(luaStringValue(argument.text));
    }
  }
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
