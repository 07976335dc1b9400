// Names that people still write. Accepted on input only, in profiles and in
// manifest files alike; nothing this program produces holds one.

/** Older names of fields of the compaction section, and what they are called now. */
export const OLDER_COMPACTION_NAMES: Readonly<Record<string, string>> = {
  compact_threshold: "threshold",
  compact_request_threshold: "request_threshold",
  compact_retained_tokens: "retained_tokens",
  compact_worker_max_input_tokens: "worker_context_max_tokens",
  compact_worker_max_turns: "worker_max_turns",
  compact_auto_read_budget: "auto_read_budget_tokens",
};

/** A field that is gone for good. */
export interface RemovedField {
  readonly section: string;
  readonly field: string;
  /** What to do instead. */
  readonly help: string;
}

/** Fields whose meaning is gone: reading over them would change what is meant. */
export const REMOVED_FIELDS: readonly RemovedField[] = [
  {
    section: "compaction",
    field: "prune_protected_turns",
    help:
      "use `prune_protected_tokens`: the newest tokens that are never pruned",
  },
  {
    section: "memory",
    field: "extract_worker_max_input_tokens",
    help: "leave it out: nothing replaces it",
  },
];
