/** A form that credentials of one kind have. */
export interface SecretForm {
  /** As a message names it, with its article. */
  readonly name: string;
  /** Global; matches the whole credential and nothing around it. */
  readonly pattern: RegExp;
}

// Each pattern begins where no letter, digit, `-` or `_` stands before it:
// words that merely end like a prefix are left alone, and searching a hostile
// text takes linear time, because a failed attempt is never begun again inside
// the stretch it has read.
const START = "(?<![A-Za-z0-9_-])";

/**
 * A form as it is written down: its name, what a credential of it begins with
 * (looked for first, for all forms at once), and what follows.
 */
interface WrittenForm {
  readonly name: string;
  readonly mark: string;
  /**
   * Texts in small letters of which each text with the mark has one, whatever
   * its case. Default: the mark.
   */
  readonly hints?: readonly string[];
  readonly rest: string;
  /** What stands before it. Default {@linkcode START}. */
  readonly before?: string;
}

const WRITTEN: readonly WrittenForm[] = [
  {
    name: "a private key",
    mark: "-----BEGIN ",
    rest: "(?:[A-Z0-9]+ ){0,3}PRIVATE KEY(?: BLOCK)?-----" +
      "[^-]*(?:-(?!----END )[^-]*)*(?:-----END [A-Z0-9 ]{1,40}-----)?",
    before: "",
  },
  {
    name: "an Anthropic key",
    mark: "sk-",
    rest: "ant-[A-Za-z0-9_-]{16,}",
  },
  {
    name: "an OpenAI key",
    mark: "sk-",
    rest: "(?:proj|svcacct|admin|None)-[A-Za-z0-9_-]{16,}",
  },
  // Without a known second word: OpenAI's older keys, and the many that imitate them.
  {
    name: "an OpenAI key",
    mark: "sk-",
    rest: "(?:[a-z0-9]{1,10}-){0,3}[A-Za-z0-9_]{16,}",
  },
  {
    name: "a GitHub token",
    mark: "gh[opsur]_",
    hints: ["gho_", "ghp_", "ghs_", "ghu_", "ghr_"],
    rest: "[A-Za-z0-9]{20,}",
  },
  {
    name: "a GitHub token",
    mark: "github_pat_",
    rest: "[A-Za-z0-9_]{20,}",
  },
  {
    name: "a GitLab token",
    mark: "gl[a-z]{2,5}-",
    hints: ["gl"],
    rest: "[A-Za-z0-9_-]{20,}",
  },
  {
    name: "an AWS access key",
    mark: "A(?:KIA|SIA|BIA|CCA)",
    hints: ["akia", "asia", "abia", "acca"],
    rest: "[A-Z0-9]{16}(?![A-Za-z0-9_])",
  },
  {
    name: "a Google API key",
    mark: "AIza",
    rest: "[A-Za-z0-9_-]{35}",
  },
  {
    name: "a Google OAuth token",
    mark: "ya29\\.",
    hints: ["ya29."],
    rest: "[A-Za-z0-9_-]{20,}",
  },
  {
    name: "a Google client secret",
    mark: "GOCSPX-",
    rest: "[A-Za-z0-9_-]{20,}",
  },
  {
    name: "a Slack token",
    mark: "xox[a-z]-",
    hints: ["xox"],
    rest: "[A-Za-z0-9-]{10,}",
  },
  {
    name: "a Slack token",
    mark: "xapp-",
    rest: "[A-Za-z0-9-]{10,}",
  },
  {
    name: "a Stripe key",
    mark: "[rs]k_(?:live|test)_",
    hints: ["k_live_", "k_test_"],
    rest: "[A-Za-z0-9]{10,}",
  },
  {
    name: "a Stripe webhook secret",
    mark: "whsec_",
    rest: "[A-Za-z0-9+/=]{20,}",
  },
  {
    name: "a Brave Search key",
    mark: "BSA",
    // Both cases, or a digit beside small letters: not the name of a variable.
    rest:
      "(?=[A-Z0-9_-]{0,60}[a-z])(?=[a-z_-]{0,60}[A-Z0-9])[A-Za-z0-9_-]{20,}",
  },
  {
    name: "a JSON Web Token",
    mark: "eyJ",
    rest: "[A-Za-z0-9_-]{8,}\\.[A-Za-z0-9_-]{8,}(?:\\.[A-Za-z0-9_-]*){0,3}",
  },
  {
    name: "a bearer token",
    mark: "[Bb][Ee][Aa][Rr][Ee][Rr]",
    hints: ["bearer"],
    // `Bearer token` in prose is neither long nor has it a digit.
    rest: "[ \\t]{1,8}" +
      "(?:(?=[A-Za-z._~+/=-]{0,200}[0-9])[A-Za-z0-9._~+/=-]{6,}|[A-Za-z._~+/=-]{16,})",
    before: "(?<![A-Za-z0-9])",
  },
  {
    name: "a password in a URL",
    mark: "://",
    rest: ")[^\\s/?#@:]*:[^\\s/?#@]+(?=@)",
    before: "(?<=[A-Za-z][A-Za-z0-9+.-]{0,30}",
  },
];

let forms: readonly SecretForm[] | undefined;

/**
 * The forms of credentials that are recognised anywhere in a profile and in
 * every text that a person will read. A form asks for enough of the random part
 * that prefixes in prose, names of secrets and names of variables stay allowed.
 *
 * Made when first asked for: most starts look for marks only, and find none.
 */
export function secretForms(): readonly SecretForm[] {
  return forms ??= WRITTEN.map(({ name, mark, rest, before = START }) => ({
    name,
    pattern: new RegExp(before + mark + rest, "g"),
  }));
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
  if (!mayHoldSecret(text)) return undefined;
  return secretForms().find(({ pattern }) => text.search(pattern) >= 0)?.name;
}

const HINTS: readonly string[] = WRITTEN.flatMap(({ mark, hints }) =>
  hints ?? [mark.toLowerCase()]
);

let marks: RegExp | undefined;

/** Whether the forms are worth a look: `false` for nearly every text there is. */
export function mayHoldSecret(text: string): boolean {
  // Most texts spare a start the pattern, which costs more to make than a look.
  const small = text.toLowerCase();
  if (!HINTS.some((hint) => small.includes(hint))) return false;
  marks ??= new RegExp(WRITTEN.map(({ mark }) => mark).join("|"));
  return marks.test(text);
}
