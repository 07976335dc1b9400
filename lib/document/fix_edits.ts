import type { SourcePlace } from "../base/diagnostic.ts";
import type { Mend, SourceEdit } from "../base/mend.ts";
import type { JsonValue } from "../base/json.ts";

/** A language that fields are written in. */
type Language = "lua" | "json" | "toml";

/** A whole literal: a text on one line, a number, or a word. */
const LITERAL =
  /^(?:"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|-?\d[\w.+-]*|true|false)$/;

/** Texts that are the same literal in Lua, JSON and TOML. */
const PLAIN_TEXT = /^[^"\\\p{C}]*$/u;

/**
 * What a mend changes at a place, in the language of its file.
 *
 * @param text the text of the place's file
 * @param name the field's present name
 * @returns nothing where the text at the place is not what the mend is about: a
 * name that was put together, a value that a variable holds
 */
export function mendEdits(
  text: string,
  place: SourcePlace,
  mend: Mend,
  name: string | number | undefined,
): readonly SourceEdit[] | undefined {
  const language = languageOf(place.file);
  if (language === undefined || place.length === 0) return undefined;
  const line = text.replace(/^\uFEFF/, "").split(/\r\n|[\r\n]/)[place.line - 1];
  const there = line?.slice(place.column - 1, place.column - 1 + place.length);
  if (there === undefined) return undefined;
  const written = mend.kind === "rename"
    ? renamed(there, String(name), mend.to)
    : !LITERAL.test(there)
    ? undefined
    : mend.kind === "value"
    ? printLiteral(mend.to, language)
    : language === "lua"
    ? mend.to
    : undefined;
  if (written === undefined) return undefined;
  const { file, line: at, column, length } = place;
  return [{ file, line: at, column, length, text: written }];
}

function languageOf(file: string): Language | undefined {
  return (["lua", "json", "toml"] as const).find((language) =>
    file.endsWith(`.${language}`)
  );
}

function renamed(there: string, name: string, to: string): string | undefined {
  if (there === name) return to;
  const quote = there[0];
  const isQuoted = (quote === '"' || quote === "'") &&
    there === quote + name + quote;
  return isQuoted ? quote + to + quote : undefined;
}

/** A value as a literal; `undefined` when it is none that is simple to write. */
function printLiteral(
  value: JsonValue,
  language: Language,
): string | undefined {
  if (typeof value === "string") {
    return PLAIN_TEXT.test(value) ? `"${value}"` : undefined;
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
