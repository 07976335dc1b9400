// Loaded only when there is an error to explain.
import {
  parse,
  type ParseError,
  printParseErrorCode,
} from "npm:jsonc-parser@3.3.1";
import type { SourcePlace } from "../base/diagnostic.ts";
import { spanOf } from "../document/json_places.ts";
import type { SourceEdit } from "../base/source_edit.ts";

/** What the parser's codes mean, to complete "cannot read it: ...". */
const MEANINGS: Readonly<Record<string, string>> = {
  InvalidSymbol: "there is a word that JSON does not know",
  InvalidNumberFormat: "there is a number that is not written as JSON does",
  PropertyNameExpected: 'a field name in `"` is missing',
  ValueExpected: "a value is missing",
  ColonExpected: "a `:` behind a field name is missing",
  CommaExpected: "a `,` is missing",
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
  const place = { file, ...spanOf(text, first) };
  return {
    message: MEANINGS[printParseErrorCode(first.error)] ?? "it is not valid",
    // A caret needs something to stand under, at the end of a file, too.
    place: { ...place, length: Math.max(1, place.length) },
    ...wordAdvice(text, first.offset, place),
  };
}

/** Words of other languages, and what JSON writes. */
const WORDS: Readonly<Record<string, string>> = {
  True: "true",
  False: "false",
  None: "null",
  nil: "null",
  undefined: "null",
};

/** What to write in place of a word that is none of JSON's. */
function wordAdvice(
  text: string,
  offset: number,
  { file, line, column }: SourcePlace,
): Pick<JsonSyntaxError, "help" | "edits"> | undefined {
  const [quoted, inside = ""] = /^'([^'"\\\r\n]*)'/.exec(text.slice(offset)) ??
    [];
  const edit = (length: number, text: string) => [
    { file, line, column, length, text },
  ];
  if (quoted !== undefined) {
    return {
      help: 'JSON writes texts and names in double quotes, `"`',
      edits: edit(quoted.length, `"${inside}"`),
    };
  }
  if (text[offset] === "'") {
    return { help: 'JSON writes texts and names in double quotes, `"`' };
  }
  const [word] = /^[A-Za-z_$][\w$.-]*/.exec(text.slice(offset)) ?? [];
  if (word === undefined) return undefined;
  if (Object.hasOwn(WORDS, word)) {
    const meant = WORDS[word]!;
    return {
      help: `JSON writes \`${meant}\``,
      edits: edit(word.length, meant),
    };
  }
  return /^(?:NaN|Infinity)$/.test(word)
    ? { help: "JSON has finite numbers only: leave the field out" }
    : /^\s*:/.test(text.slice(offset + word.length))
    ? {
      help: 'JSON writes a name in quotes, `"name": …`',
      edits: edit(word.length, `"${word}"`),
    }
    : { help: 'JSON writes a text in quotes, `"…"`' };
}

/** The offset of the first comma that only a closing bracket follows. */
function trailingComma(text: string): number | undefined {
  // Strings are passed over: a comma in one is none.
  const parts = text.matchAll(/"(?:[^"\\]|\\.)*"|,(?=\s*[}\]])/g);
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
