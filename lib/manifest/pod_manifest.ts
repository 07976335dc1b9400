import { CompactionSchema } from "../schema/compaction.ts";
import { MemorySchema } from "../schema/memory.ts";
import { PinnedModelSchema } from "../schema/model.ts";
import { PermissionsSchema } from "../schema/permissions.ts";
import { PodSchema } from "../schema/pod.ts";
import { ProvenanceSchema } from "../schema/provenance.ts";
import { optional, type Schema, schemaOf, table } from "../schema/schema.ts";
import { ScopeSchema } from "../schema/scope.ts";
import { SessionSchema } from "../schema/session.ts";
import { SkillsSchema } from "../schema/skills.ts";
import { WebSchema } from "../schema/web.ts";
import { WorkerSchema } from "../schema/worker.ts";
import type { Compaction } from "../schema/compaction.ts";
import type { Memory } from "../schema/memory.ts";
import type { PinnedModel } from "../schema/model.ts";
import type { Permissions } from "../schema/permissions.ts";
import type { Pod } from "../schema/pod.ts";
import type { Provenance } from "../schema/provenance.ts";
import type { Scope } from "../schema/scope.ts";
import type { Session } from "../schema/session.ts";
import type { Skills } from "../schema/skills.ts";
import type { Web } from "../schema/web.ts";
import type { Worker } from "../schema/worker.ts";

/**
 * The complete runtime contract of a Pod: concrete values only, every default
 * filled in, every path absolute. Optional fields are left out when unset,
 * never `null` nor `undefined`.
 */
export interface PodManifest {
  /** What the Pod is called. */
  readonly pod: Pod;
  /** The model it runs on. */
  readonly model: PinnedModel;
  /** How the agent works. */
  readonly worker: Worker;
  /** The files it may reach. */
  readonly scope: Scope;
  /** What is recorded of a session. */
  readonly session: Session;
  /** Left out: the runtime's own rules hold. */
  readonly permissions?: Permissions;
  /** Left out: pruning and compaction are off. */
  readonly compaction?: Compaction;
  /** There: the memory tools are on. */
  readonly memory?: Memory;
  /** Left out, or `enabled` not `true`: no network tools. */
  readonly web?: Web;
  /** Left out: no skills beyond the builtin ones of the runtime. */
  readonly skills?: Skills;
  /** Only on manifests made from a profile. */
  readonly profile?: Provenance;
}

/** Schema of {@linkcode PodManifest}, strict at every depth. */
export const PodManifestSchema: Schema<PodManifest> = schemaOf<PodManifest>()(
  table({
    pod: PodSchema.describe("What the Pod is called"),
    model: PinnedModelSchema.describe("The model it runs on"),
    worker: WorkerSchema.describe("How it runs"),
    scope: ScopeSchema.describe("Which files it may touch"),
    session: SessionSchema.describe("What is recorded"),
    permissions: optional(PermissionsSchema.describe("Which tools it may use")),
    compaction: optional(
      CompactionSchema.describe(
        "When a long conversation is compacted; left out: never",
      ),
    ),
    memory: optional(
      MemorySchema.describe("What it remembers; left out: nothing"),
    ),
    web: optional(WebSchema.describe("Network tools; left out: none")),
    skills: optional(SkillsSchema.describe("Where skills are looked for")),
    profile: optional(
      ProvenanceSchema.describe("The profile it was made from"),
    ),
  }),
).meta({
  title: "Pod manifest",
  description: "The complete runtime contract of an Insomnia Pod",
});
