import type { DiagnosticCode } from "../base/diagnostic_codes.ts";
import { type FieldPath, valueAt } from "../base/field_path.ts";
import { ownField } from "../base/json.ts";
import type { Catalog } from "../catalog/catalog.ts";
import { MODEL_SECTIONS } from "../schema/model_sections.ts";
import type { PodManifest } from "../schema/pod_manifest.ts";

/** The state of the runtime that the rows are about. */
export const RUNTIME_VERSION = "2026-05-30";

/**
 * Something that the runtime cannot read, or reads otherwise than it is written.
 * `note`: a later version reads it. `warning`: no version does. `silent`: this
 * version reads it and there is nothing to mend; only the documentation says it.
 */
export interface RuntimeRow {
  /** What is written: a noun phrase. */
  readonly thing: string;
  readonly severity: "note" | "warning" | "silent";
  readonly code: Extract<DiagnosticCode, `runtime-${string}`>;
  /** What the runtime does with it: a clause. */
  readonly does: string;
  readonly help?: string;
  /** Where it is written; an empty path where no field of the manifest says it. */
  readonly find: (manifest: PodManifest, catalog: Catalog) => FieldPath[];
}

/** Sections whose credential is a secret of the store. */
function secretReferences(manifest: PodManifest): FieldPath[] {
  return MODEL_SECTIONS.map((section) => [...section, "auth"])
    .filter((path) =>
      ownField(valueAt(manifest, path), "kind") === "secret_ref"
    );
}

function there(manifest: PodManifest, ...path: string[]): FieldPath[] {
  const value = valueAt(manifest, path);
  const isEmpty = value === undefined ||
    (Array.isArray(value) && value.length === 0);
  return isEmpty ? [] : [path];
}

/** A field of the worker section that a scheme leaves out of its requests. */
function ignored(
  field: "top_k" | "stop_sequences" | "max_tokens" | "temperature" | "top_p",
  by: (manifest: PodManifest) => boolean,
  who: string,
): RuntimeRow {
  return {
    thing: `\`worker.${field}\` ${who}`,
    severity: "warning",
    code: "runtime-unsupported",
    does: "never sends it",
    help: "leave it out",
    find: (manifest) => by(manifest) ? there(manifest, "worker", field) : [],
  };
}

const isChat = ({ model }: PodManifest) => model.scheme === "openai_chat";
const isResponses = ({ model }: PodManifest) =>
  model.scheme === "openai_responses";
const isCodex = (manifest: PodManifest) =>
  isResponses(manifest) && manifest.model.auth.kind === "codex_oauth";

/** Everything of that kind, once each, in the order of a manifest. */
export const RUNTIME_ROWS: readonly RuntimeRow[] = [
  {
    thing: '`auth.kind = "secret_ref"` of a model',
    severity: "note",
    code: "runtime-version",
    does: "does not start the Pod; a later one does",
    find: secretReferences,
  },
  {
    thing: "an `auth_hint` of kind `secret_ref` in the user's `providers.toml`",
    severity: "note",
    code: "runtime-version",
    does: "refuses the whole catalog and starts no Pod; a later one does",
    find: (_, { providers, origin }) =>
      origin.providers === "user" &&
        providers.some(({ auth_hint }) => auth_hint.kind === "secret_ref")
        ? [[]]
        : [],
  },
  {
    thing: "a number with a decimal point in the user's catalog",
    severity: "warning",
    code: "runtime-unsupported",
    does: "refuses the whole catalog and starts no Pod",
    help: "write it without a decimal point",
    find: (_, { floats = [] }) => floats.length > 0 ? [[]] : [],
  },
  {
    thing: "`worker.instruction` that begins with `$user/` or `$workspace/`",
    severity: "note",
    code: "runtime-version",
    does: "does not start the Pod from a manifest; a later one does",
    find: ({ worker }) =>
      /^\$(?:user|workspace)\//.test(worker.instruction)
        ? [["worker", "instruction"]]
        : [],
  },
  ignored("max_tokens", isCodex, "with `codex_oauth`"),
  ignored("temperature", isCodex, "with `codex_oauth`"),
  ignored("top_p", isCodex, "with `codex_oauth`"),
  ignored("top_k", isChat, "on `openai_chat`"),
  ignored("top_k", isResponses, "on `openai_responses`"),
  ignored("stop_sequences", isResponses, "on `openai_responses`"),
  {
    thing: "the action `ask`",
    severity: "note",
    code: "runtime-version",
    does: "refuses instead of asking",
    find: ({ permissions }) =>
      permissions === undefined ? [] : [
        ...permissions.default_action === "ask"
          ? [["permissions", "default_action"]]
          : [],
        ...permissions.rule.flatMap(({ action }, index) =>
          action === "ask" ? [["permissions", "rule", index, "action"]] : []
        ),
      ],
  },
  {
    thing: "`web.search.api_key_secret`",
    severity: "note",
    code: "runtime-version",
    does: "ignores it and searches without a key; a later one reads it",
    find: (manifest) => there(manifest, "web", "search", "api_key_secret"),
  },
  {
    thing: "`web.search.api_key_env` and `auth.env`",
    severity: "silent",
    code: "runtime-version",
    does: "reads the variable; a later one reads secret references only",
    find: (manifest) => [
      ...MODEL_SECTIONS.map((section) => [...section, "auth", "env"])
        .filter((path) => valueAt(manifest, path) !== undefined),
      ...there(manifest, "web", "search", "api_key_env"),
    ],
  },
  {
    thing: "`web.enabled` without `web.fetch`",
    severity: "silent",
    code: "runtime-version",
    does:
      "fetches pages with its own limits; `fetch.enabled = false` turns that off",
    find: ({ web }) =>
      web?.enabled === true && web.fetch === undefined
        ? [["web", "enabled"]]
        : [],
  },
];
