import { AbsolutePathSchema } from "./names.ts";
import {
  either,
  flag,
  list,
  oneOf,
  type Schema,
  schemaOf,
  table,
} from "./schema.ts";

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

/** The scope field of a profile: an intent, plain or as what `scope.workspace_write()` returns. */
export type ScopeInput = ScopeIntent | { readonly intent: ScopeIntent };

const rule = {
  target: AbsolutePathSchema,
  permission: oneOf("read", "write"),
  recursive: flag().meta({
    description: "Whether it holds for everything below the target",
    default: true,
  }),
};

const ScopeRuleSchema: Schema<ScopeRule> = schemaOf<ScopeRule>()(
  table(rule),
);

/** Schema of {@linkcode Scope}. */
export const ScopeSchema: Schema<Scope> = schemaOf<Scope>()(table({
  allow: list(ScopeRuleSchema, 1),
  deny: list(ScopeRuleSchema).meta({ default: [] }),
}));

const ScopeIntentSchema: Schema<ScopeIntent> = oneOf(
  "workspace_read",
  "workspace_write",
);

/** Schema of {@linkcode ScopeInput}. */
export const ScopeInputSchema: Schema<ScopeInput> = schemaOf<ScopeInput>()(
  either(ScopeIntentSchema, table({ intent: ScopeIntentSchema })),
);
