import { endsOperand } from "../trace/expression_range.ts";
import {
  type FailedSource,
  type LuaAdvice,
  shownName,
  textFrom,
} from "./lua_advice.ts";

/** Operators and remarks of other languages: `n += 1`, `//`, `&&`. */
export function operatorAdvice(source: FailedSource): LuaAdvice | undefined {
  return ofAssigningOperator(source) ??
    ofComment(source) ??
    ofLogicalOperator(source);
}

/** `n += 1`, `n++`. */
function ofAssigningOperator(source: FailedSource): LuaAdvice | undefined {
  const { tokens, at } = source;
  const [, sign] = /^(\+|-|\*|\/\/?|%|\^|\.\.)=/.exec(textFrom(source)) ?? [];
  const before = tokens[at - 1];
  if (sign !== undefined && before && endsOperand(before)) {
    const name = shownName(before);
    const written = name ?? "n";
    const help =
      `Lua has no \`${sign}=\`: write \`${written} = ${written} ${sign} …\``;
    const equals = tokens.findIndex(({ start }, index) =>
      index > at && start >= tokens[at]!.start + sign.length
    );
    const value = tokens[equals + 1]!;
    const following = tokens[equals + 2];
    const { line, start } = tokens[at]!;
    const statement = at === 1 || tokens[at - 2]!.line < line ||
      ["then", "do", "else"].includes(tokens[at - 2]!.text);
    const single = value?.line === line && value.kind !== "operator" &&
      (!following || following.line > line || following.text === "end");
    return name !== undefined && statement && single
      ? {
        help,
        edits: [{
          line,
          start,
          end: start + sign.length + 1,
          text: `= ${name} ${sign}`,
        }],
      }
      : { help };
  }
  if (textFrom(source).startsWith(".=") && before?.kind === "name") {
    const name = shownName(before) ?? "s";
    return {
      help: `texts are joined with \`..\`: write \`${name} = ${name} .. …\``,
    };
  }
  if (textFrom(source).startsWith("++") && before?.kind === "name") {
    const name = shownName(before) ?? "n";
    return { help: `Lua has no \`++\`: write \`${name} = ${name} + 1\`` };
  }
}

/** A remark in the manner of another language: `//`, `#`, or C's of several lines. */
function ofComment(source: FailedSource): LuaAdvice | undefined {
  const { tokens, at, range } = source;
  const bytes = textFrom(source);
  const before = tokens[at - 1];
  if (before && endsOperand(before) && before.line === range.line) {
    return undefined;
  }
  const help = "a comment begins with `--` in Lua";
  const [sign] = /^(?:\/\/|#)/.exec(bytes) ?? [];
  if (sign !== undefined) {
    const { line, start } = range;
    return {
      help,
      edits: [{ line, start, end: start + sign.length, text: "--" }],
    };
  }
  if (bytes.startsWith("/*")) {
    return { help: `${help}; one of several lines is \`--[[ … ]]\`` };
  }
}

/** `a && b`, `a || b`. */
function ofLogicalOperator(source: FailedSource): LuaAdvice | undefined {
  const { line, start } = source.range;
  for (const [sign, word] of [["&&", "and"], ["||", "or"]] as const) {
    if (!textFrom(source).startsWith(sign)) continue;
    return {
      help: `Lua writes \`${word}\` in place of \`${sign}\``,
      edits: [{ line, start, end: start + 2, text: word }],
    };
  }
}
