import type { LuaToken } from "../../source/lua_tokens.ts";

/** Names that a source declares: `local a, b`, `function f(x)`, `for k, v in`. */
export function localNames(tokens: readonly LuaToken[]): string[] {
  const names = new Set<string>();
  for (const [index, { text }] of tokens.entries()) {
    if (text !== "local" && text !== "for" && text !== "function") continue;
    for (let at = index + 1; at < tokens.length; at++) {
      const token = tokens[at]!;
      if (token.kind === "name") names.add(token.text);
      else if (token.text !== "," && token.text !== "(") break;
    }
  }
  return [...names];
}

/** Names of fields that a source sets: `name =`, `t.name =`. */
export function writtenFields(tokens: readonly LuaToken[]): string[] {
  const fields = tokens.flatMap(({ kind, text }, index) =>
    kind === "name" && tokens[index + 1]?.text === "=" &&
      ["{", ",", ";", "."].includes(tokens[index - 1]?.text ?? "")
      ? [text]
      : []
  );
  return [...fields, ...writtenMethods(tokens)];
}

/** Names of functions that a source puts into tables: `function T.name`, `function T:name`. */
export function writtenMethods(tokens: readonly LuaToken[]): string[] {
  return tokens.flatMap(({ kind, text }, index) =>
    kind === "name" && tokens[index - 3]?.text === "function" &&
      [".", ":"].includes(tokens[index - 1]?.text ?? "")
      ? [text]
      : []
  );
}
