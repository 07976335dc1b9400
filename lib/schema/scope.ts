import type { FieldType, SectionType } from "./field.ts";
import { either, flag, list, oneOf, section } from "./field_types.ts";
import { PATH } from "./names.ts";

/** What may be done below a path; `write` includes `read`. */
export type ScopePermission = "read" | "write";

/** One rule of a scope. */
export interface ScopeRule {
  /** Absolute path. */
  readonly target: string;
  /** `write` includes reading. */
  readonly permission: ScopePermission;
  /** Whether it holds for everything below the target. Default `true`. */
  readonly recursive: boolean;
}

/** Which files a Pod may touch: comes from the launch, never from a profile. */
export interface Scope {
  /** At least one rule. */
  readonly allow: readonly ScopeRule[];
  /** Taken away from what is allowed. Default none. */
  readonly deny: readonly ScopeRule[];
}

/** A rule as a manifest file may write it: the target may be relative. */
export interface ScopeRuleDraft extends Omit<ScopeRule, "recursive"> {
  /** Whether it holds for everything below the target. Default `true`. */
  readonly recursive?: boolean;
}

/** The scope as a manifest file may write it. */
export interface ScopeDraft {
  /** At least one rule. */
  readonly allow: readonly ScopeRuleDraft[];
  /** Taken away from what is allowed. Default none. */
  readonly deny?: readonly ScopeRuleDraft[];
}

/** What a profile may say about files; paths are granted by the launch alone. */
export type ScopeIntent = "workspace_read" | "workspace_write";

/** The intent of a profile that says none. */
export const DEFAULT_INTENT = "workspace_write" satisfies ScopeIntent;

/** The scope field of a profile: an intent, plain or as what `scope.workspace_write()` returns. */
export type ScopeInput = ScopeIntent | { readonly intent: ScopeIntent };

const RULE = section<ScopeRule, ScopeRuleDraft>({
  target: {
    type: PATH,
    description: "File or folder that the rule applies to",
    required: "always",
    example: "/ws",
  },
  permission: {
    type: oneOf("read", "write"),
    description:
      "In `allow`, what is allowed there (`write` includes reading); in `deny`, what is not (`read` includes writing)",
    required: "always",
    example: "read",
  },
  recursive: {
    type: flag(),
    description:
      "Whether it applies to everything below the target, or only to the target and its direct contents",
    default: true,
  },
});

/** Which files a Pod may touch. */
export const SCOPE: SectionType<Scope, ScopeDraft> = section<Scope, ScopeDraft>(
  {
    allow: {
      type: list(RULE, 1),
      description: "What the Pod may read or write",
      required: "always",
      example: [{ target: "/ws", permission: "write", recursive: true }],
      change: "authority-by-rules",
    },
    deny: {
      type: list(RULE),
      description: "Exceptions from what is allowed",
      default: [],
      example: [{ target: "/ws/.git", permission: "write", recursive: true }],
      change: "authority-by-rules",
    },
  },
);

const INTENT = oneOf("workspace_read", "workspace_write");

/** What a profile may say about files. */
export const SCOPE_INTENT: FieldType<ScopeInput> = either(
  INTENT,
  section<Exclude<ScopeInput, string>>({
    intent: {
      type: INTENT,
      description:
        "What the profile wants to do in the workspace; the launch grants the paths",
      required: "always",
      example: "workspace_read",
    },
  }),
);
