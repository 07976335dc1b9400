import type { SourcePlace } from "../base/diagnostic.ts";
import type { FieldFix } from "../base/fix.ts";
import { languageOf, printLiteral } from "../base/print_literal.ts";
import type { SourceEdit } from "../base/source_edit.ts";

/** A whole literal: a text on one line, a number, or a word. */
const LITERAL =
  /^(?:"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|-?\d[\w.+-]*|true|false)$/;

/** What all three languages write bare, at least as the name of a field. */
const NAME = /^[A-Za-z_][\w-]*$/;

/** The lines of a document, for {@linkcode fixEdits}. */
export function documentLines(text: string): readonly string[] {
  return text.replace(/^\uFEFF/, "").split(/\r\n|[\r\n]/);
}

/**
 * What a fix changes at a place, in the language of its file.
 *
 * @param lines those of the place's file, of {@linkcode documentLines}
 * @param name the field's present name; left out: whatever stands there
 * @returns `undefined` where the text at the place is not what the fix is about:
 * a name that was put together, a value that a variable holds
 */
export function fixEdits(
  lines: readonly string[],
  { file, line, column, length, label }: SourcePlace,
  { replace, put, isLua }: FieldFix,
  name?: string | number,
): readonly SourceEdit[] | undefined {
  const language = languageOf(file);
  // With a label the place is near the field, and not the field.
  if (language === undefined || length === 0 || label !== undefined) return;
  const there = lines[line - 1]?.slice(column - 1, column - 1 + length);
  if (there === undefined) return;
  const quote = /^["']/.exec(there)?.[0];
  const current = quote === undefined ? there : there.slice(1, -1);
  const isField = replace === "value"
    ? LITERAL.test(there)
    : (quote === undefined || LITERAL.test(there)) &&
      (name === undefined ? NAME.test(current) : current === String(name));
  if (!isField) return;
  const written = isLua
    ? language === "lua" ? String(put) : undefined
    : replace === "key" && quote === undefined
    ? NAME.test(String(put)) ? String(put) : undefined
    : printLiteral(put, language, quote);
  return written === undefined
    ? undefined
    : [{ file, line, column, length, text: written }];
}
