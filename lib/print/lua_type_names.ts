// Names of Lua types that are not made from the path of a field.

/** Tables that other places name: where they are first met, and their name. */
export const NAMES: Readonly<Record<string, string>> = {
  "": "Profile",
  "scope": "ScopeIntent",
};

/** Words that functions of the host modules take too. */
export const ALIASES: Readonly<Record<string, string>> = {
  "compaction.preset": "CompactPreset",
  "memory.preset": "MemoryPreset",
  "permissions.default_action": "PermissionAction",
  "permissions.rule.action": "PermissionAction",
};

/**
 * What functions take that differs from a section: the section's path, and
 * which of its fields, or what they are instead.
 */
export const VARIANTS: readonly {
  readonly name: string;
  readonly says: string;
  readonly section: string;
  readonly take: (field: string) => boolean;
  readonly more?: readonly string[];
  readonly type?: (field: string) => string | undefined;
}[] = [
  {
    name: "ModelFields",
    says: "What may stand beside a model's reference.",
    section: "model",
    take: (field) => field !== "ref",
  },
  {
    name: "CompactRatios",
    says: "Shares of the context window, and other fields of `compaction`.",
    section: "compaction",
    take: (field) => field !== "preset",
    more: [
      "---@field request? number Short for `request_threshold`",
      "---@field worker? number Short for `worker_context_max_tokens`",
    ],
    type: (field) =>
      ["threshold", "request_threshold", "worker_context_max_tokens"]
          .includes(field)
        ? "number"
        : undefined,
  },
  {
    name: "BraveFields",
    says: "What is said of a search with Brave, and of fetching pages.",
    section: "web.search",
    take: (field) => field !== "enabled" && field !== "provider",
    more: [
      "---@field allow_private_addresses? boolean Whether pages of private networks may be fetched",
      "---@field fetch? insomnia.WebFetch Limits of fetching pages",
    ],
  },
];
