/**
 * The field table: every field of a profile and of a manifest, each described
 * once. Everything that knows fields reads it off here: the checks and their
 * messages, the order of printing, defaults, older spellings, paths and secret
 * references, JSON Schema, zod, `resources/lua/_fields.lua`, the tables of the
 * documentation, what a difference between two manifests means.
 *
 * A section stands in its own file of this folder: its interfaces, which are
 * what people read, and below them its rows. The compiler holds the two equal.
 *
 * To add a field, add it to the interface and to the rows of its section, where
 * it is to be printed:
 *
 * ```ts ignore
 * max_retries: {
 *   type: wholeNumber(0, 10),
 *   description: "How often a request that failed is sent again",
 *   unit: "requests",
 *   example: 3,
 * },
 * ```
 *
 * then `deno task generate`, `deno task build:vm` and `deno task docs`. What a
 * policy has to compute is the only thing left to write.
 *
 * A row has two forms, which {@linkcode FieldType} names `output` (what a
 * manifest holds) and `input` (what people write, in a profile, a catalog or a
 * registry). Where they differ, `byForm` says how (tokens there, tokens or a
 * share of the window here), and `only` says that a field is in one of them
 * alone (`quality`, `digest`). Whether it may be left out:
 *
 * | row                  | in a manifest | where people write it |
 * | -------------------- | ------------- | --------------------- |
 * | (nothing)            | optional      | optional              |
 * | `default: 8_000`     | always there  | optional              |
 * | `required: "output"` | always there  | optional              |
 * | `required: "always"` | always there  | must be written       |
 *
 * What is left of a row is for its readers: `description` and `unit` for
 * people, `example` where neither the default nor the type shows a value,
 * `older` for names that are still read, `change` for what it means when the
 * value changes. The documents that are neither profile nor manifest are
 * described in the same words: `registry/registry_schema.ts`,
 * `catalog/providers_schema.ts`, `catalog/models_schema.ts`.
 *
 * @module
 */
import { COMPACTION } from "./compaction.ts";
import type { SectionType } from "./field.ts";
import { byForm, pattern, section } from "./field_types.ts";
import { MEMORY } from "./memory.ts";
import { MODEL, MODEL_REF_EXAMPLE } from "./model.ts";
import { ONE_LINE } from "./names.ts";
import { PERMISSIONS } from "./permissions.ts";
import { POD } from "./pod.ts";
import type { PodManifest } from "./pod_manifest.ts";
import type { ProfileInput } from "./profile_input.ts";
import { PROVENANCE } from "./provenance.ts";
import type { TableNode } from "./schema_node.ts";
import { DEFAULT_INTENT, SCOPE, SCOPE_INTENT } from "./scope.ts";
import { SESSION } from "./session.ts";
import { SKILLS } from "./skills.ts";
import { WEB } from "./web.ts";
import { WORKER } from "./worker.ts";

/** Every section, in the order of printing: of a manifest, and of a profile. */
export const FIELD_TABLE: SectionType<PodManifest, ProfileInput> = section<
  PodManifest,
  ProfileInput
>({
  slug: {
    type: pattern(
      /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/,
      "a short name (letters, digits and . _ -, at most 64)",
    ),
    only: "input",
    description: "The profile's own name, never the Pod's",
    example: "coder",
  },
  description: {
    type: ONE_LINE,
    only: "input",
    description: "What the profile is for, in one line",
    example: "Writes code in this workspace",
  },
  role: {
    type: pattern(/^\S{1,64}$/, "one word"),
    only: "input",
    description:
      "`orchestrator`, `coder`, `researcher`, `reviewer` or another word; for information only",
    example: "coder",
  },
  pod: {
    type: POD,
    only: "output",
    description: "Identity of the Pod",
    required: "always",
  },
  model: {
    type: MODEL,
    description: "The model it runs on; in a profile, its `ref` is enough",
    inputExample: MODEL_REF_EXAMPLE,
    required: "always",
    change: "model",
  },
  worker: {
    type: WORKER,
    description: "How the agent runs",
    required: "output",
  },
  scope: {
    type: byForm({ output: SCOPE, input: SCOPE_INTENT }),
    description:
      "The files it may access; a profile states an intent, the launch grants the paths",
    default: DEFAULT_INTENT,
    example: "workspace_read",
  },
  session: {
    type: SESSION,
    description: "What is recorded of a session",
    required: "output",
  },
  permissions: {
    type: PERMISSIONS,
    description:
      "Which uses of tools are allowed; default: the runtime's own rules",
    change: "authority-by-rules",
  },
  compaction: {
    type: COMPACTION,
    description:
      "When and how a long conversation is pruned and compacted; default: never",
    change: "cost",
  },
  memory: {
    type: MEMORY,
    description: "What is remembered; default: no memory and no memory tools",
    change: "cost",
  },
  web: {
    type: WEB,
    description: "The network tools; default: none",
  },
  skills: {
    type: SKILLS,
    description: "Where skills are found; default: only the runtime's own",
    change: "instruction",
  },
  profile: {
    type: PROVENANCE,
    only: "output",
    description: "The profile that the manifest was made from",
  },
});

/** Every field of a manifest, in the order of printing. */
export const MANIFEST: TableNode = FIELD_TABLE.output;

/** Every field of a profile. */
export const PROFILE: TableNode = FIELD_TABLE.input;
