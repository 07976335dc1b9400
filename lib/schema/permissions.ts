import {
  list,
  oneOf,
  optional,
  type Schema,
  schemaOf,
  table,
  text,
} from "./schema.ts";

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
  /** Default none. */
  readonly rule: readonly PermissionRule[];
}

/** The permissions section as people write it. */
export interface PermissionsDraft extends Omit<Permissions, "rule"> {
  /** Default none. */
  readonly rule?: readonly PermissionRule[];
}

const ActionSchema: Schema<PermissionAction> = oneOf("allow", "deny", "ask");

const fields = {
  default_action: ActionSchema.describe("For what no rule matches"),
  rule: list(
    schemaOf<PermissionRule>()(table({
      tool: text().describe("Name of a tool"),
      pattern: text().describe(
        "What its argument must look like; * matches all",
      ),
      action: ActionSchema,
    })),
  ).meta({ default: [] }),
};

/** Schema of {@linkcode Permissions}. */
export const PermissionsSchema: Schema<Permissions> = schemaOf<Permissions>()(
  table(fields),
);

/** Schema of {@linkcode PermissionsDraft}. */
export const PermissionsDraftSchema: Schema<PermissionsDraft> = schemaOf<
  PermissionsDraft
>()(table({ ...fields, rule: optional(fields.rule) }));
