// Loaded only when there is an error to explain.
import {
  parse,
  type ParseError,
  printParseErrorCode,
} from "npm:jsonc-parser@3.3.1";
import type { SourcePlace } from "../base/diagnostic.ts";
import { spanOf } from "../document/json_places.ts";
import type { SourceEdit } from "../base/source_edit.ts";
import { jsonAdvice } from "./json_advice.ts";

/** What the parser's codes mean, to complete "cannot read it: ...". */
const MEANINGS: Readonly<Record<string, string>> = {
  InvalidSymbol: "there is a word that JSON does not know",
  InvalidNumberFormat: "there is a number that is not written as JSON does",
  PropertyNameExpected: 'a field name in `"` is missing',
  ValueExpected: "a value is missing",
  ColonExpected: "a `:` behind a field name is missing",
  CommaExpected: "a comma (`,`) is missing",
  CloseBraceExpected: "a `}` is missing",
  CloseBracketExpected: "a `]` is missing",
  EndOfFileExpected: "there is more behind the end of the data",
  InvalidCommentToken: "JSON has no comments",
  UnexpectedEndOfComment: "JSON has no comments",
  UnexpectedEndOfString: 'the `"` at the end of a string is missing',
  UnexpectedEndOfNumber: "a number breaks off",
  InvalidUnicode: "a `\\u` in a string is not followed by four digits",
  InvalidEscapeCharacter: "there is a `\\` in a string that JSON does not know",
  InvalidCharacter: "there is a control character in a string",
};

/** Why a text is not JSON, and what to do. */
export interface JsonSyntaxError {
  readonly message: string;
  readonly place: SourcePlace;
  readonly help?: string;
  /** What mends it for sure. */
  readonly edits?: readonly SourceEdit[];
}

/** Where and why a text is not JSON. */
export function explainJsonSyntax(text: string, file: string): JsonSyntaxError {
  const [first] = errorsIn(text);
  if (!first) {
    return {
      message: "it is not valid",
      place: { file, line: 1, column: 1, length: 0 },
    };
  }
  const comma = trailingComma(text);
  if (comma !== undefined && comma <= first.offset) {
    const place = { file, ...spanOf(text, { offset: comma, length: 1 }) };
    const { line, column, length } = place;
    return {
      message:
        "there is a comma behind the last item, which JSON does not take",
      place,
      help: "leave the comma out",
      edits: [{ file, line, column, length, text: "" }],
    };
  }
  const known = jsonAdvice(text, first.offset);
  const { at: offset = first.offset, length = first.length } = known ?? {};
  const place = { file, ...spanOf(text, { offset, length }) };
  const { line, column } = place;
  return {
    message: known?.message ??
      MEANINGS[printParseErrorCode(first.error)] ?? "it is not valid",
    // A caret needs something to stand under, at the end of a file, too.
    place: { ...place, length: Math.max(1, place.length) },
    ...known?.help !== undefined && { help: known.help },
    ...known?.put !== undefined && {
      edits: [{ file, line, column, length, text: known.put }],
    },
    ...known?.comma !== undefined && {
      edits: [{
        file,
        ...spanOf(text, { offset: known.comma, length: 0 }),
        text: ",",
      }],
    },
  };
}

/** The offset of the first comma that only a closing bracket follows. */
function trailingComma(text: string): number | undefined {
  // Strings are matched first, so that a comma inside one is passed over.
  const parts = text.matchAll(/"(?:[^"\\]|\\[^])*"?|,(?=\s*[}\]])/g);
  for (const { 0: part, index } of parts) {
    if (part === ",") return index;
  }
}

function errorsIn(text: string): readonly ParseError[] {
  const errors: ParseError[] = [];
  try {
    parse(text, errors, { disallowComments: true });
  } catch (error) {
    // The parser is recursive: nested too deep, it ends here.
    if (!(error instanceof RangeError)) throw error;
  }
  return errors;
}
