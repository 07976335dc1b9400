import { CREDENTIAL_FORMS } from "./credential_forms.generated.ts";
import { lazy } from "../base/lazy.ts";
import { encodesPair, isPlaceholder } from "./placeholders.ts";

/** A credential in a text. */
export interface FoundSecret {
  /** The name of its form, with its article. */
  readonly form: string;
  readonly start: number;
  readonly end: number;
}

/**
 * Characters of the shortest form but a password in a URL, which has a colon:
 * `bearer` and six more. Most names and many values are shorter.
 */
const SHORTEST = 13;

interface Form {
  readonly name: string;
  readonly pattern: RegExp;
  readonly check?: string;
}

/** A form with a pattern that is made when it is first needed. */
type LazyForm = () => Form;

/**
 * The forms by how they are looked for. A pattern at every place of a text costs
 * a hundred times as much as a look at two characters, and hardly any text has
 * a credential.
 */
interface Forms {
  /** By the two characters that a form begins with. */
  readonly byBeginning: ReadonlyMap<string, readonly LazyForm[]>;
  /** Those that begin with anything, by what each such text has. */
  readonly byHint: readonly {
    readonly hint: string;
    readonly form: LazyForm;
  }[];
}

const forms = lazy((): Forms => {
  const byBeginning = new Map<string, LazyForm[]>();
  const byHint: { hint: string; form: LazyForm }[] = [];
  for (const { name, pattern, begins, hint, check } of CREDENTIAL_FORMS) {
    const form = lazy(() => ({
      name,
      pattern: new RegExp(pattern, begins ? "y" : "g"),
      ...check !== undefined && { check },
    }));
    if (hint !== undefined) byHint.push({ hint, form });
    for (const key of begins ?? []) {
      byBeginning.set(key, [...byBeginning.get(key) ?? [], form]);
    }
  }
  return { byBeginning, byHint };
});

/**
 * Every credential in a text, by form, in the order of the text. What people
 * write in its place (`sk-YOUR_KEY`, `${TOKEN}`, `xxxx`) is passed over.
 *
 * @example
 * ```ts
 * import { findSecrets } from "./secret_forms.ts";
 * import assert from "node:assert/strict";
 * assert.deepEqual(findSecrets("key AKIAIOSFODNN7EXAMPLE"), [
 *   { form: "an AWS access key", start: 4, end: 24 },
 * ]);
 * ```
 */
export function findSecrets(text: string): readonly FoundSecret[] {
  if (text.length < SHORTEST && !text.includes(":")) return [];
  return [...findByBeginning(text), ...findByHint(text)]
    .sort((a, b) => a.start - b.start);
}

/**
 * Which credential a text holds, by form.
 *
 * @returns the form's name with its article, or `undefined`
 *
 * @example
 * ```ts
 * import { findSecretForm } from "./secret_forms.ts";
 * import assert from "node:assert/strict";
 * assert.equal(findSecretForm("llm.anthropic.default"), undefined);
 * assert.equal(findSecretForm("https://me:hunter2@example.com"), "a password in a URL");
 * ```
 */
export function findSecretForm(text: string): string | undefined {
  return findSecrets(text)[0]?.form;
}

/** Every credential in a text, by form, as it is written. */
export function secretsIn(text: string): string[] {
  return findSecrets(text).map(({ start, end }) => text.slice(start, end));
}

function findByBeginning(text: string): FoundSecret[] {
  const { byBeginning } = forms();
  const found: FoundSecret[] = [];
  let isInside = false;
  for (let at = 0; at < text.length - 1; at++) {
    const wasInside = isInside;
    isInside = isAlphanumeric(text.charCodeAt(at));
    // A credential begins a word; the end of a longer word does not count.
    if (wasInside || !isInside) continue;
    for (const form of byBeginning.get(text.slice(at, at + 2)) ?? []) {
      const secret = matchAt(text, at, form());
      if (!secret) continue;
      found.push(secret);
      at = secret.end - 1;
      isInside = isAlphanumeric(text.charCodeAt(at));
      break;
    }
  }
  return found;
}

function findByHint(text: string): FoundSecret[] {
  const { byHint } = forms();
  const small = text.toLowerCase();
  const found: FoundSecret[] = [];
  for (const { hint, form } of byHint) {
    if (!small.includes(hint)) continue;
    const { name, pattern, check } = form();
    for (const { 0: secret, index } of text.matchAll(pattern)) {
      if (isPlaceholder(secret) || check && !CHECKS[check]!(secret)) continue;
      found.push({ form: name, start: index, end: index + secret.length });
    }
  }
  return found;
}

const CHECKS: Readonly<Record<string, (secret: string) => boolean>> = {
  "encodes-a-pair": encodesPair,
};

function matchAt(
  text: string,
  at: number,
  { name, pattern }: Form,
): FoundSecret | undefined {
  pattern.lastIndex = at;
  const secret = pattern.exec(text)?.[0];
  if (secret === undefined || isPlaceholder(secret)) return undefined;
  return { form: name, start: at, end: at + secret.length };
}

function isAlphanumeric(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a) ||
    (code >= 0x30 && code <= 0x39);
}
