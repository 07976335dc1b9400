/** Published exit codes of the command line; `docs/commands.md` lists them. */
export const EXIT = {
  done: 0,
  problems: 1,
  usage: 2,
  selection: 3,
  limit: 4,
  environment: 5,
  store: 6,
  bug: 70,
} as const;

/**
 * Every diagnostic code with the exit code it leads to when it is an error.
 * Codes are stable: a code is never renamed or given another meaning.
 */
export const DIAGNOSTIC_CODES = {
  // The command line itself.
  "usage": EXIT.usage,
  "flag-conflict": EXIT.usage,
  "pod-name-invalid": EXIT.usage,
  "delegate-invalid": EXIT.usage,
  "origin-invalid": EXIT.usage,
  "delegate-missing": EXIT.usage,
  "format-assumed": EXIT.done,
  "manifest-left": EXIT.problems,
  "workspace-invalid": EXIT.environment,

  // Choosing a profile.
  "selector-invalid": EXIT.selection,
  "selector-reserved": EXIT.selection,
  "selector-refused": EXIT.selection,
  "profile-unknown": EXIT.selection,
  "profile-ambiguous": EXIT.selection,
  "profile-missing": EXIT.selection,
  "profile-unsupported": EXIT.selection,
  "profile-unregistered": EXIT.done,
  "default-dangling": EXIT.selection,
  "alias-dangling": EXIT.selection,

  // The world around: files, registries, catalogs.
  "file-unreadable": EXIT.environment,
  "file-unwritable": EXIT.environment,
  "permission-missing": EXIT.environment,
  "registry-refused": EXIT.environment,
  "registry-syntax": EXIT.environment,
  "registry-invalid": EXIT.environment,
  "catalog-syntax": EXIT.environment,
  "catalog-invalid": EXIT.environment,
  "import-unreadable": EXIT.environment,
  "builtin-damaged": EXIT.bug,

  // Stored Pods.
  "store-directory-missing": EXIT.environment,
  "store-inaccessible": EXIT.store,
  "store-locked": EXIT.store,
  "store-unlockable": EXIT.store,
  "pod-unknown": EXIT.store,
  "pod-exists": EXIT.store,
  "pod-damaged": EXIT.store,
  "pod-foreign": EXIT.store,
  "pod-living": EXIT.store,
  "pod-not-adopted": EXIT.store,
  "pod-unstartable": EXIT.store,
  "pod-source-unknown": EXIT.usage,
  "confirmation-missing": EXIT.problems,
  "scope-exceeded": EXIT.problems,
  "pod-behind": EXIT.done,
  "pod-differs": EXIT.done,
  "pod-drift": EXIT.done,
  "pod-conversation": EXIT.done,

  // Evaluating Lua.
  "source-encoding": EXIT.problems,
  "lua-syntax": EXIT.problems,
  "lua-runtime": EXIT.problems,
  "sandbox-denied": EXIT.problems,
  "module-name": EXIT.problems,
  "module-not-found": EXIT.problems,
  "module-cycle": EXIT.problems,
  "import-invalid": EXIT.problems,
  "import-cycle": EXIT.problems,
  "result-shape": EXIT.problems,
  "limit-steps": EXIT.limit,
  "limit-memory": EXIT.limit,
  "limit-source": EXIT.limit,
  "limit-modules": EXIT.limit,
  "limit-output": EXIT.limit,
  "print": EXIT.done,
  "print-cut": EXIT.done,

  // What a profile or a manifest says.
  "json-syntax": EXIT.problems,
  "toml-syntax": EXIT.problems,
  "old-format": EXIT.problems,
  "unknown-field": EXIT.problems,
  "missing-field": EXIT.problems,
  "invalid-type": EXIT.problems,
  "invalid-value": EXIT.problems,
  "conflicting-fields": EXIT.problems,
  "removed-field": EXIT.problems,
  "not-a-profile-field": EXIT.problems,
  "secret-value": EXIT.problems,
  "machine-path": EXIT.problems,
  "foreign-base-url": EXIT.problems,
  "problems-cut": EXIT.problems,

  // Putting a manifest together.
  "provider-unknown": EXIT.problems,
  "model-unknown": EXIT.problems,
  "model-retired": EXIT.problems,
  "model-retiring": EXIT.problems,
  "model-incomplete": EXIT.problems,
  "base-url-version": EXIT.problems,
  "model-pinned": EXIT.done,
  "model-note": EXIT.done,
  "context-budget": EXIT.done,
  "model-capability-assumed": EXIT.problems,
  "quality-adjusted": EXIT.done,
  "quality-without-effect": EXIT.problems,
  "reasoning-unsupported": EXIT.problems,
  "reasoning-label": EXIT.problems,
  "reasoning-budget": EXIT.problems,
  "reasoning-ratio": EXIT.problems,
  "sampling-refused": EXIT.problems,
  "max-tokens": EXIT.problems,
  "compaction-preset": EXIT.problems,
  "compaction-lowered": EXIT.done,
  "compaction-order": EXIT.problems,
  "compaction-window": EXIT.problems,
  "compaction-worker-window": EXIT.problems,
  "compaction-remains": EXIT.problems,
  "compaction-room": EXIT.problems,
  "runtime-version": EXIT.done,
  "runtime-unsupported": EXIT.problems,
  "pod-name-derived": EXIT.done,
  "manifest-invalid": EXIT.bug,

  // Anything thrown that is not a person's problem.
  "internal-error": EXIT.bug,
} as const;

/** A stable name of a kind of problem. */
export type DiagnosticCode = keyof typeof DIAGNOSTIC_CODES;
