import type { LuaToken } from "../../source/lua_tokens.ts";
import {
  type FailedSource,
  type LuaAdvice,
  replaceToken,
} from "./lua_advice.ts";

/** What Lua does not take for the name of a field: `max-tokens =`, `worker.max_turns =`, `end =`. */
export function nameAdvice(source: FailedSource): LuaAdvice | undefined {
  return ofReservedWord(source) ?? ofDashes(source) ?? ofDots(source);
}

function ofReservedWord(
  { tokens, at }: FailedSource,
): LuaAdvice | undefined {
  const word = tokens[at];
  const isField = "{,;".includes(tokens[at - 1]?.text ?? " ");
  return word?.kind === "keyword" && tokens[at + 1]?.text === "=" && isField
    ? {
      help: `\`${word.text}\` is a word of Lua: as a name it is written ` +
        `\`["${word.text}"] =\``,
      edits: [replaceToken(word, `["${word.text}"]`)],
    }
    : undefined;
}

/** The names before a `=`, joined by one sign, and what stands before them. */
function chainBefore(
  tokens: readonly LuaToken[],
  equals: number,
  sign: string,
): readonly LuaToken[] {
  let start = equals - 1;
  while (
    tokens[start - 1]?.text === sign && tokens[start - 2]?.kind === "name" &&
    tokens[start - 2]!.end === tokens[start - 1]!.start
  ) start -= 2;
  const opener = tokens[start - 1]?.text ?? "";
  const chain = tokens.slice(start, equals);
  return chain.length > 2 && "{,;".includes(opener) &&
      tokens[start]!.kind === "name"
    ? chain.filter(({ kind }) => kind === "name")
    : [];
}

function ofDashes({ tokens, at }: FailedSource): LuaAdvice | undefined {
  if (tokens[at]?.text !== "=") return undefined;
  const names = chainBefore(tokens, at, "-").map(({ text }) => text);
  return names.length === 0 ? undefined : {
    help: `a name has no \`-\`: write \`${names.join("_")}\`, ` +
      `or \`["${names.join("-")}"]\``,
  };
}

function ofDots({ tokens, at }: FailedSource): LuaAdvice | undefined {
  if (tokens[at]?.text !== "=") return undefined;
  const names = chainBefore(tokens, at, ".");
  const [section, inner] = names;
  if (!section || !inner) return undefined;
  const help = `a field is written inside its table: \`${section.text} = { ${
    names.slice(1).map(({ text }) => text).join(" = { ")
  } = … }${" }".repeat(names.length - 2)}\``;
  const value = tokens[at + 1];
  const next = tokens[at + 2]?.text ?? "";
  const isSingle = names.length === 2 && value?.line === section.line &&
    (value.kind === "string" || value.kind === "number") &&
    [",", ";", "}"].includes(next) && !value.text.includes("\n");
  return isSingle
    ? {
      help,
      edits: [
        replaceToken(tokens[at - 2]!, " = { "),
        {
          line: value.line,
          start: value.end,
          end: value.end,
          text: " }",
        },
      ],
    }
    : { help };
}
