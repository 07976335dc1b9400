import type { LuaToken } from "../../source/lua_tokens.ts";
import {
  type FailedSource,
  type LuaAdvice,
  replaceToken,
  textFrom,
} from "./lua_advice.ts";

/**
 * What stands where Lua has a `=`, what may not stand before one, and what it
 * may not stand for: `a: 1`, `a => 1`, `"a" = 1`, `if a = 1`.
 */
export function equalsAdvice(source: FailedSource): LuaAdvice | undefined {
  return ofColon(source) ??
    ofQuotedKey(source) ??
    ofArrow(source) ??
    ofComparison(source);
}

/** `model: "x"`, `"model": "x"`. */
function ofColon({ tokens, at }: FailedSource): LuaAdvice | undefined {
  const colon = tokens[at];
  if (colon?.text !== ":") return undefined;
  const before = tokens[at - 1];
  const help = 'a field is written with `=` in Lua, as `model = "…"`';
  if (before?.kind === "name" && !isFieldName(tokens, at - 1)) {
    return undefined;
  }
  if (before?.kind === "name") {
    const equals = tokens[at + 1];
    if (equals?.text === "=" && equals.start === colon.end) {
      return {
        help: "Lua writes `=` in place of `:=`",
        edits: [replaceToken(colon, "")],
      };
    }
    const opener = tokens[at - 2]?.text ?? " ";
    if (opener === "local") {
      return {
        help: "Lua has no types behind a name: leave the `:` and the type out",
      };
    }
    return "{,;".includes(opener)
      ? { help, edits: [replaceToken(colon, " =")] }
      : {
        help:
          'a field is written with `=` in Lua, inside a table: `return { model = "…" }`',
      };
  }
  if (before?.kind !== "string") return { help };
  const key = bareKey(before);
  return {
    help,
    edits: [replaceToken(before, key), replaceToken(colon, " =")],
  };
}

/** Whether a name begins a field or a statement, and is no parameter or method. */
function isFieldName(tokens: readonly LuaToken[], at: number): boolean {
  const before = tokens[at - 1];
  return !before || before.line < tokens[at]!.line ||
    "{,;".includes(before.text) || before.text === "local";
}

/** A key in quotes, as it is written in Lua. */
function bareKey({ text }: LuaToken): string {
  const name = text.slice(1, -1);
  return /^[A-Za-z_]\w*$/.test(name) && !/^\[/.test(text) ? name : `[${text}]`;
}

/** `"model" = "x"`. */
function ofQuotedKey({ tokens, at }: FailedSource): LuaAdvice | undefined {
  const before = tokens[at - 1];
  if (tokens[at]?.text !== "=" || before?.kind !== "string") return undefined;
  const key = bareKey(before);
  const help = key.startsWith("[")
    ? 'a name in quotes stands in brackets: `["…"] = `'
    : `a name in quotes stands in brackets, \`["${key}"] =\`, or without quotes: \`${key} =\``;
  return { help, edits: [replaceToken(before, key)] };
}

/** `model => "x"`, `() => x`. */
function ofArrow(source: FailedSource): LuaAdvice | undefined {
  const bytes = textFrom(source);
  if (!bytes.startsWith("=>") && !bytes.startsWith("->")) return undefined;
  const { tokens, at, range: { line, start } } = source;
  const before = tokens[at - 1];
  if (bytes.startsWith("->") && before?.text === ")") {
    return { help: "Lua has no types: leave the `->` and the type out" };
  }
  const isField = before?.kind === "name" &&
    "{,;".includes(tokens[at - 2]?.text ?? "");
  return {
    help:
      "a field is written with `=`, and a function as `function(x) return … end`",
    ...isField && { edits: [{ line, start, end: start + 2, text: "=" }] },
  };
}

/** `if a = b then`, `a <> b`, `a === b`. */
function ofComparison(source: FailedSource): LuaAdvice | undefined {
  const { tokens, at, failure, range: { line, start } } = source;
  for (const [sign, written] of [["<>", "~="], ["===", "=="]] as const) {
    if (!textFrom(source).startsWith(sign)) continue;
    return {
      help: `Lua writes \`${written}\` in place of \`${sign}\``,
      edits: [{ line, start, end: start + sign.length, text: written }],
    };
  }
  if (
    tokens[at]?.text !== "=" || !/'(?:then|do)' expected/.test(failure.message)
  ) {
    return undefined;
  }
  return {
    help: "a comparison is written with `==`",
    edits: [replaceToken(tokens[at], "==")],
  };
}
