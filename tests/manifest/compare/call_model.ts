import fc from "../../fast_check.ts";
import type {
  PermissionAction,
  PermissionRule,
  Permissions,
} from "../../../lib/schema/permissions.ts";

// A model by brute force: every short text is matched with a regular expression.
/** Arguments. */
export const TEXTS = textsUpTo(["a", "b", "z", "é"], 5);
/** Names of tools, one of which is in no rule. */
export const TOOLS = ["Bash", "read", "unnamed"];

function textsUpTo(letters: string[], length: number): string[] {
  if (length === 0) return [""];
  const shorter = textsUpTo(letters, length - 1);
  const longest = shorter.filter((text) => [...text].length === length - 1);
  return [
    ...shorter,
    ...longest.flatMap((text) => letters.map((letter) => text + letter)),
  ];
}

const bytes = new Map<string, string>();
/** The bytes of a text, each as a character. */
function asBytes(text: string): string {
  const known = bytes.get(text);
  if (known !== undefined) return known;
  const made = String.fromCharCode(...new TextEncoder().encode(text));
  bytes.set(text, made);
  return made;
}

const expressions = new Map<string, RegExp>();
function expression(pattern: string): RegExp {
  const known = expressions.get(pattern);
  if (known) return known;
  const source = asBytes(pattern).replace(/[.+^${}()|[\]\\]/g, "\\$&")
    .replaceAll("*", ".*").replaceAll("?", ".");
  const made = new RegExp(`^${source}$`, "s");
  expressions.set(pattern, made);
  return made;
}

/** Whether a call is carried out. */
export function allows(
  permissions: Permissions | undefined,
  tool: string,
  argument: string,
): boolean {
  if (!permissions) return true;
  for (const rule of permissions.rule) {
    if (rule.tool.toLowerCase() !== tool.toLowerCase()) continue;
    if (!expression(rule.pattern).test(asBytes(argument))) continue;
    return rule.action === "allow";
  }
  return permissions.default_action === "allow";
}

const action: fc.Arbitrary<PermissionAction> = fc.constantFrom(
  "allow",
  "deny",
  "ask",
);
const pattern = fc.array(fc.constantFrom("a", "b", "é", "*", "*", "?"), {
  maxLength: 4,
}).map((parts) => parts.join(""));
const rule: fc.Arbitrary<PermissionRule> = fc.record({
  tool: fc.constantFrom("Bash", "bash", "Read"),
  pattern,
  action,
});
/** A few rules that meet, or none. */
export const permissions: fc.Arbitrary<Permissions | undefined> = fc.option(
  fc.record({ default_action: action, rule: fc.array(rule, { maxLength: 4 }) }),
  { nil: undefined, freq: 8 },
);
