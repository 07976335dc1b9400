import type { SectionType } from "./field.ts";
import { list, oneOf, section, text } from "./field_types.ts";

/** What happens when a tool is about to be used. */
export type PermissionAction = "allow" | "deny" | "ask";

/** The action for the uses of one tool that match a pattern. */
export interface PermissionRule {
  /** Name of a tool, as `Bash`. */
  readonly tool: string;
  /** What the tool's argument must look like, as `git *`; `*` matches all. */
  readonly pattern: string;
  /** What happens on a match. */
  readonly action: PermissionAction;
}

/** Which tools may be used. */
export interface Permissions {
  /** What happens where no rule matches. */
  readonly default_action: PermissionAction;
  /** Rules for uses of tools; the first that matches decides. Default none. */
  readonly rule: readonly PermissionRule[];
}

/** The permissions section as people write it. */
export interface PermissionsDraft extends Omit<Permissions, "rule"> {
  /** Rules for uses of tools; the first that matches decides. Default none. */
  readonly rule?: readonly PermissionRule[];
}

const ACTION = oneOf("allow", "deny", "ask");

const RULE = section<PermissionRule>({
  tool: {
    type: text(),
    description: "Name of a tool, case-insensitive",
    required: "always",
    example: "Bash",
  },
  pattern: {
    type: text(),
    description:
      "Pattern for the tool's argument: `*` matches any text, `?` any character",
    required: "always",
    example: "git *",
  },
  action: {
    type: ACTION,
    description: "What happens if tool and pattern match",
    required: "always",
    example: "allow",
  },
});

/** Which tools may be used. */
export const PERMISSIONS: SectionType<Permissions, PermissionsDraft> = section<
  Permissions,
  PermissionsDraft
>({
  default_action: {
    type: ACTION,
    description: "What happens if no rule matches",
    required: "always",
    example: "ask",
    change: "authority-by-rules",
  },
  rule: {
    type: list(RULE),
    description: "Rules for uses of tools; the first match decides",
    default: [],
    example: [{ tool: "Bash", pattern: "git *", action: "allow" }],
    change: "authority-by-rules",
  },
});
