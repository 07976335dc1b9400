import type { JsonValue } from "./json.ts";

/** A language that fields are written in. */
export type Language = "lua" | "json" | "toml";

/** Texts that are the same literal in Lua, JSON and TOML, in either quote. */
const PLAIN_TEXT = /^[^"'\\\p{C}]*$/u;

/** The language of a file, by its name. */
export function languageOf(file: string): Language | undefined {
  return (["lua", "json", "toml"] as const).find((language) =>
    file.endsWith(`.${language}`)
  );
}

/**
 * A value as a literal of a language.
 *
 * @returns `undefined` for a value that has no simple literal
 *
 * @example
 * ```ts
 * import { printLiteral } from "./print_literal.ts";
 * import assert from "node:assert/strict";
 * assert.equal(printLiteral({ ratio: 0.5 }, "lua"), "{ ratio = 0.5 }");
 * assert.equal(printLiteral(["END"], "json"), '["END"]');
 * ```
 */
export function printLiteral(
  value: JsonValue,
  language: Language,
  quote = '"',
): string | undefined {
  if (typeof value === "string") {
    return PLAIN_TEXT.test(value) ? quote + value + quote : undefined;
  }
  if (typeof value !== "object") return String(value);
  if (value === null) return undefined;
  const isList = Array.isArray(value);
  const parts: string[] = [];
  for (const [key, item] of Object.entries(value)) {
    const printed = printLiteral(item, language);
    if (printed === undefined) return undefined;
    const field = language === "json" ? `"${key}": ` : `${key} = `;
    parts.push(isList ? printed : field + printed);
  }
  const inside = parts.join(", ");
  return isList && language !== "lua" ? `[${inside}]` : `{ ${inside} }`;
}
