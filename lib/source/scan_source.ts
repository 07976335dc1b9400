import { luaStringValue } from "./lua_string_value.ts";
import { latin1Of } from "./lua_text.ts";
import { type LuaToken, readLuaTokens } from "./lua_tokens.ts";
import { type RepeatedKey, repeatedKeys } from "./repeated_keys.ts";

/** What can be read off a Lua source without running it: what it asks for, above all. */
export interface ScannedSource {
  /** Names given to `require` as literals, each once, in the order of the source. */
  readonly requires: readonly string[];
  /** The same for `profile.import`. */
  readonly imports: readonly string[];
  /** Whether `require` may be called with a name that only running it would tell. */
  readonly computedRequire: boolean;
  /** The same for `profile.import`. */
  readonly computedImport: boolean;
  /** Keys that are written twice in one table. */
  readonly repeatedKeys: readonly RepeatedKey[];
}

/** Ways to reach a global without its name. */
const ENVIRONMENT_NAMES: ReadonlySet<string> = new Set(["_G", "_ENV"]);
const PROTECTED_CALLS: ReadonlySet<string> = new Set(["pcall"]);
const FIELD_SIGNS: readonly (string | undefined)[] = [".", ":"];

/** Nothing is found in a source that has none of these; `\` may spell any. */
const MARKS: readonly string[] = ["require", "import", "_G", "_ENV", "\\"];
const ASKS_FOR_NOTHING: ScannedSource = {
  requires: [],
  imports: [],
  computedRequire: false,
  computedImport: false,
  repeatedKeys: [],
};

/**
 * Finds what a source requires and imports, and which keys it repeats, without
 * running it.
 *
 * Errs on one side: `require "x"`, `require("x")` and `pcall(require, "x")` are
 * literal, and any other mention of `require`, of `import` or of the
 * environment counts as computed.
 *
 * @param source the bytes of a Lua file; one that Lua would refuse to read asks
 * for nothing
 *
 * @example
 * ```ts
 * import { scanSource } from "./scan_source.ts";
 * import assert from "node:assert/strict";
 * const source = `local shared = require("shared") -- require("old")
 *   return require("insomnia.profile").import "builtin:default"`;
 * assert.deepEqual(scanSource(new TextEncoder().encode(source)), {
 *   requires: ["shared", "insomnia.profile"],
 *   imports: ["builtin:default"],
 *   computedRequire: false,
 *   computedImport: false,
 *   repeatedKeys: [],
 * });
 * ```
 */
export function scanSource(source: Uint8Array): ScannedSource {
  return scanText(latin1Of(source));
}

function scanText(text: string): ScannedSource {
  // One sign alone gives no key twice.
  const mayRepeat = text.indexOf("=") !== text.lastIndexOf("=");
  if (!mayRepeat && !MARKS.some((mark) => text.includes(mark))) {
    return ASKS_FOR_NOTHING;
  }
  const tokens = readLuaTokens(text) ?? [];
  const requires = new Set<string>();
  const imports = new Set<string>();
  let computedRequire = false;
  let computedImport = false;
  /** The tokens that are arguments of a call that was understood. */
  const understood = new Set<number>();

  for (let index = 0; index < tokens.length; index++) {
    const { kind, text } = tokens[index]!;
    const word = kind === "name"
      ? text
      : kind === "string" && !understood.has(index)
      ? luaStringValue(text)
      : undefined;
    if (word === "require" || word === "import") {
      const isField = FIELD_SIGNS.includes(tokens[index - 1]?.text);
      const isKnown = kind === "name" && isField === (word === "import");
      const argument = isKnown ? literalArgument(tokens, index) : undefined;
      if (argument !== undefined) {
        understood.add(argument);
        (word === "require" ? requires : imports)
          .add(luaStringValue(tokens[argument]!.text));
      } else if (word === "require") computedRequire = true;
      else computedImport = true;
    } else if (kind === "name" && ENVIRONMENT_NAMES.has(text)) {
      computedRequire = true;
    }
  }
  return {
    requires: [...requires],
    imports: [...imports],
    computedRequire,
    computedImport,
    repeatedKeys: mayRepeat ? repeatedKeys(tokens) : [],
  };
}

/** The index of the literal that the function named at `index` is called with. */
function literalArgument(
  tokens: readonly LuaToken[],
  index: number,
): number | undefined {
  const next = tokens[index + 1];
  if (next?.kind === "string") return index + 1;
  if (next?.text === "(") return literalBefore(tokens, index + 2, ")");
  if (next?.text !== ",") return undefined;
  // `pcall(require, "x")`: back over `insomnia.profile.` to the bracket.
  let start = index;
  while (tokens[start - 1]?.text === ".") start -= 2;
  const isProtected = tokens[start - 1]?.text === "(" &&
    PROTECTED_CALLS.has(tokens[start - 2]?.text ?? "");
  return isProtected ? literalBefore(tokens, index + 2, ")") : undefined;
}

function literalBefore(
  tokens: readonly LuaToken[],
  index: number,
  end: string,
): number | undefined {
  return tokens[index]?.kind === "string" && tokens[index + 1]?.text === end
    ? index
    : undefined;
}
