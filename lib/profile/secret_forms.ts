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

function form(name: string, pattern: string, flags = "g"): SecretForm {
  return { name, pattern: new RegExp(pattern, flags) };
}

/**
 * The forms of credentials that are recognised anywhere in a profile and in
 * every text that a person will read. A form asks for enough of the random part
 * that prefixes in prose, names of secrets and names of variables stay allowed.
 */
export const SECRET_FORMS: readonly SecretForm[] = [
  form(
    "a private key",
    "-----BEGIN (?:[A-Z0-9]+ ){0,3}PRIVATE KEY(?: BLOCK)?-----" +
      "[^-]*(?:-(?!----END )[^-]*)*(?:-----END [A-Z0-9 ]{1,40}-----)?",
  ),
  form("an Anthropic key", `${START}sk-ant-[A-Za-z0-9_-]{16,}`),
  form(
    "an OpenAI key",
    `${START}sk-(?:proj|svcacct|admin|None)-[A-Za-z0-9_-]{16,}`,
  ),
  // Without a known second word: OpenAI's older keys, and the many that imitate them.
  form(
    "an OpenAI key",
    `${START}sk-(?:[a-z0-9]{1,10}-){0,3}[A-Za-z0-9_]{16,}`,
  ),
  form("a GitHub token", `${START}gh[opsur]_[A-Za-z0-9]{20,}`),
  form("a GitHub token", `${START}github_pat_[A-Za-z0-9_]{20,}`),
  form("a GitLab token", `${START}gl[a-z]{2,5}-[A-Za-z0-9_-]{20,}`),
  form(
    "an AWS access key",
    `${START}(?:AKIA|ASIA|ABIA|ACCA)[A-Z0-9]{16}(?![A-Za-z0-9_])`,
  ),
  form("a Google API key", `${START}AIza[A-Za-z0-9_-]{35}`),
  form("a Google OAuth token", `${START}ya29\\.[A-Za-z0-9_-]{20,}`),
  form("a Google client secret", `${START}GOCSPX-[A-Za-z0-9_-]{20,}`),
  form("a Slack token", `${START}xox[a-z]-[A-Za-z0-9-]{10,}`),
  form("a Slack token", `${START}xapp-[A-Za-z0-9-]{10,}`),
  form("a Stripe key", `${START}[rs]k_(?:live|test)_[A-Za-z0-9]{10,}`),
  form("a Stripe webhook secret", `${START}whsec_[A-Za-z0-9+/=]{20,}`),
  form(
    "a Brave Search key",
    // Both cases, or a digit beside small letters: not the name of a variable.
    `${START}BSA(?=[A-Z0-9_-]{0,60}[a-z])(?=[a-z_-]{0,60}[A-Z0-9])[A-Za-z0-9_-]{20,}`,
  ),
  form(
    "a JSON Web Token",
    `${START}eyJ[A-Za-z0-9_-]{8,}\\.[A-Za-z0-9_-]{8,}(?:\\.[A-Za-z0-9_-]*){0,3}`,
  ),
  form(
    "a bearer token",
    // `Bearer token` in prose is neither long nor has it a digit.
    "(?<![A-Za-z0-9])Bearer[ \\t]{1,8}" +
      "(?:(?=[A-Za-z._~+/=-]{0,200}[0-9])[A-Za-z0-9._~+/=-]{6,}|[A-Za-z._~+/=-]{16,})",
    "gi",
  ),
  form(
    "a password in a URL",
    "(?<=[A-Za-z][A-Za-z0-9+.-]{0,30}://)[^\\s/?#@:]*:[^\\s/?#@]+(?=@)",
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
  return SECRET_FORMS.find(({ pattern }) => text.search(pattern) >= 0)?.name;
}
