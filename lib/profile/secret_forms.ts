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

/** What every credential of a form has in it: looked for first, all at once. */
const MARKS: string[] = [];

/**
 * @param mark what the credential begins with, in letters of one case
 * @param rest what follows
 */
function form(
  name: string,
  mark: string,
  rest: string,
  { before = START, flags = "g" } = {},
): SecretForm {
  MARKS.push(mark);
  let pattern: RegExp | undefined;
  return {
    name,
    // Most starts look for marks only, and find none.
    get pattern() {
      return pattern ??= new RegExp(before + mark + rest, flags);
    },
  };
}

/**
 * The forms of credentials that are recognised anywhere in a profile and in
 * every text that a person will read. A form asks for enough of the random part
 * that prefixes in prose, names of secrets and names of variables stay allowed.
 */
export const SECRET_FORMS: readonly SecretForm[] = [
  form(
    "a private key",
    "-----BEGIN ",
    "(?:[A-Z0-9]+ ){0,3}PRIVATE KEY(?: BLOCK)?-----" +
      "[^-]*(?:-(?!----END )[^-]*)*(?:-----END [A-Z0-9 ]{1,40}-----)?",
    { before: "" },
  ),
  form("an Anthropic key", "sk-", "ant-[A-Za-z0-9_-]{16,}"),
  form(
    "an OpenAI key",
    "sk-",
    "(?:proj|svcacct|admin|None)-[A-Za-z0-9_-]{16,}",
  ),
  // Without a known second word: OpenAI's older keys, and the many that imitate them.
  form("an OpenAI key", "sk-", "(?:[a-z0-9]{1,10}-){0,3}[A-Za-z0-9_]{16,}"),
  form("a GitHub token", "gh[opsur]_", "[A-Za-z0-9]{20,}"),
  form("a GitHub token", "github_pat_", "[A-Za-z0-9_]{20,}"),
  form("a GitLab token", "gl[a-z]{2,5}-", "[A-Za-z0-9_-]{20,}"),
  form(
    "an AWS access key",
    "A(?:KIA|SIA|BIA|CCA)",
    "[A-Z0-9]{16}(?![A-Za-z0-9_])",
  ),
  form("a Google API key", "AIza", "[A-Za-z0-9_-]{35}"),
  form("a Google OAuth token", "ya29\\.", "[A-Za-z0-9_-]{20,}"),
  form("a Google client secret", "GOCSPX-", "[A-Za-z0-9_-]{20,}"),
  form("a Slack token", "xox[a-z]-", "[A-Za-z0-9-]{10,}"),
  form("a Slack token", "xapp-", "[A-Za-z0-9-]{10,}"),
  form("a Stripe key", "[rs]k_(?:live|test)_", "[A-Za-z0-9]{10,}"),
  form("a Stripe webhook secret", "whsec_", "[A-Za-z0-9+/=]{20,}"),
  form(
    "a Brave Search key",
    "BSA",
    // Both cases, or a digit beside small letters: not the name of a variable.
    "(?=[A-Z0-9_-]{0,60}[a-z])(?=[a-z_-]{0,60}[A-Z0-9])[A-Za-z0-9_-]{20,}",
  ),
  form(
    "a JSON Web Token",
    "eyJ",
    "[A-Za-z0-9_-]{8,}\\.[A-Za-z0-9_-]{8,}(?:\\.[A-Za-z0-9_-]*){0,3}",
  ),
  form(
    "a bearer token",
    "[Bb][Ee][Aa][Rr][Ee][Rr]",
    // `Bearer token` in prose is neither long nor has it a digit.
    "[ \\t]{1,8}" +
      "(?:(?=[A-Za-z._~+/=-]{0,200}[0-9])[A-Za-z0-9._~+/=-]{6,}|[A-Za-z._~+/=-]{16,})",
    { before: "(?<![A-Za-z0-9])" },
  ),
  form(
    "a password in a URL",
    "://",
    ")[^\\s/?#@:]*:[^\\s/?#@]+(?=@)",
    { before: "(?<=[A-Za-z][A-Za-z0-9+.-]{0,30}" },
  ),
];

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
  return SECRET_FORMS.find(({ pattern }) => text.search(pattern) >= 0)?.name;
}

const MARK = new RegExp(MARKS.join("|"));

/** Whether the forms are worth a look: `false` for nearly every text there is. */
export function mayHoldSecret(text: string): boolean {
  return MARK.test(text);
}
