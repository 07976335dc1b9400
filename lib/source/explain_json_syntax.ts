// Loaded only when there is an error to explain.
import {
  parse,
  type ParseError,
  printParseErrorCode,
} from "npm:jsonc-parser@3.3.1";
import type { SourcePlace } from "../base/diagnostic.ts";

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

/** Where and why a text is not JSON. */
export function explainJsonSyntax(
  text: string,
  file: string,
): { readonly message: string; readonly place: SourcePlace } {
  const [first] = errorsIn(text);
  if (!first) {
    return {
      message: "it is not valid",
      place: { file, line: 1, column: 1, length: 0 },
    };
  }
  const before = text.slice(0, first.offset).split(/\r\n|\n|\r/);
  const [rest = ""] = text.slice(first.offset).split(/[\r\n]/, 1);
  return {
    message: MEANINGS[printParseErrorCode(first.error)] ?? "it is not valid",
    place: {
      file,
      line: before.length,
      column: (before.at(-1) ?? "").length + 1,
      length: Math.min(first.length, rest.length),
    },
  };
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
