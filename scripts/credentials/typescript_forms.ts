import { formatText } from "../format_text.ts";
import { type FormPart, parseForm } from "./parse_form.ts";
import type { FormRow } from "./read_forms.ts";

/** Nothing alphanumeric stands before: words that end like a prefix are none. */
const START = "(?<![A-Za-z0-9])";

/** The characters by which a form is looked for. */
const KEY_LENGTH = 2;

interface Form {
  readonly name: string;
  readonly pattern: string;
  readonly begins?: readonly string[];
  readonly hint?: string;
  readonly check?: string;
}

/** The text of `credential_forms.generated.ts`. */
export async function typescriptForms(
  rows: readonly FormRow[],
): Promise<string> {
  const forms = rows.flatMap(formsOf);
  return await formatText(
    `\
// Made from resources/credential_forms.toml by scripts/generate_credentials.ts:
// change the table, then \`deno task generate\`.

/** A form that credentials of one kind have. */
export interface CredentialForm {
  /** As a message names it, with its article. */
  readonly name: string;
  /** Source of a pattern of the whole credential. */
  readonly pattern: string;
  /** The two characters that it can begin with, and nothing alphanumeric before. */
  readonly begins?: readonly string[];
  /** Where it does not say with what it begins: what each such text has, in small letters. */
  readonly hint?: string;
  /** The name of a further test. */
  readonly check?: string;
}

/** In the order in which they are tried. */
export const CREDENTIAL_FORMS: readonly CredentialForm[] = ${
      JSON.stringify(forms)
    };
`,
    "ts",
  );
}

function formsOf({ name, is, mixed, pattern, hint, check }: FormRow): Form[] {
  if (pattern !== undefined) {
    return [{ name, pattern, hint: hint!, ...check && { check } }];
  }
  return is.map((one) => {
    const parsed = parseForm(one);
    const patterns = parsed.map((form) => patternOf(form, mixed));
    const pattern = patterns.length === 1
      ? patterns[0]!
      : `(?:${patterns.join("|")})`;
    const begins = parsed.map(([first]) =>
      typeof first === "string" ? first.slice(0, KEY_LENGTH) : ""
    );
    if (begins.every((key) => key.length === KEY_LENGTH)) {
      return { name, pattern, begins: [...new Set(begins)] };
    }
    return { name, pattern: START + pattern, hint: hintOf(parsed, one) };
  });
}

function patternOf(form: readonly FormPart[], mixed: boolean): string {
  return form.map((part, index) => {
    if (typeof part === "string") return part.replace(/[.$+|]/g, "\\$&");
    const { set, min, max } = part;
    const isLast = index === form.length - 1;
    const count = max === min ? `{${min}}` : `{${min},${max ?? ""}}`;
    // Of an exact number there are no more.
    const end = isLast && max !== undefined ? `(?!${set})` : "";
    const signs = mixed && isLast
      ? "(?=[A-Z0-9_-]{0,80}[a-z])(?=[a-z_-]{0,80}[A-Z0-9])"
      : "";
    return signs + set + count + end;
  }).join("");
}

/** The longest plain piece that all of them have. */
function hintOf(forms: readonly (readonly FormPart[])[], is: string): string {
  const [first, ...others] = forms.map((form) =>
    form.filter((part) => typeof part === "string")
      .toSorted((a, b) => b.length - a.length)[0]
  );
  if (first === undefined || others.some((hint) => hint !== first)) {
    throw new Error(`there is nothing to look for in the form ${is}`);
  }
  return first.toLowerCase();
}
