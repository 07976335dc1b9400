import { CompactionInputSchema } from "../schema/compaction.ts";
import { MemoryInputSchema } from "../schema/memory.ts";
import { ModelChoiceSchema } from "../schema/model.ts";
import { OneLineSchema } from "../schema/names.ts";
import { PermissionsDraftSchema } from "../schema/permissions.ts";
import {
  optional,
  pattern,
  type Schema,
  schemaOf,
  table,
} from "../schema/schema.ts";
import { ScopeInputSchema } from "../schema/scope.ts";
import { SessionDraftSchema } from "../schema/session.ts";
import { SkillsDraftSchema } from "../schema/skills.ts";
import { WebSchema } from "../schema/web.ts";
import { WorkerInputSchema } from "../schema/worker.ts";
import type { CompactionInput } from "../schema/compaction.ts";
import type { MemoryInput } from "../schema/memory.ts";
import type { ModelChoice } from "../schema/model.ts";
import type { PermissionsDraft } from "../schema/permissions.ts";
import type { ScopeInput } from "../schema/scope.ts";
import type { SessionDraft } from "../schema/session.ts";
import type { Skills } from "../schema/skills.ts";
import type { Web } from "../schema/web.ts";
import type { WorkerInput } from "../schema/worker.ts";

/**
 * A profile as its author may write it, in Lua or as JSON: each section with the
 * manifest's own field names, and the semantic values that the resolver turns
 * into concrete ones. Everything is optional but `model`.
 */
export interface ProfileInput {
  /** The profile's own name, `[A-Za-z0-9][A-Za-z0-9._-]*`, at most 64 characters; never the Pod's. */
  readonly slug?: string;
  /** One line of text. */
  readonly description?: string;
  /** `orchestrator`, `coder`, `researcher`, `reviewer` or another word; decides nothing. */
  readonly role?: string;
  /** A model of the catalog by its `ref`, or described in full. */
  readonly model: ModelChoice;
  /** How the agent works. */
  readonly worker?: WorkerInput;
  /** Default `workspace_write`. */
  readonly scope?: ScopeInput;
  /** What is recorded of a session. */
  readonly session?: SessionDraft;
  /** Left out: the runtime's own rules hold. */
  readonly permissions?: PermissionsDraft;
  /** Left out: pruning and compaction are off. */
  readonly compaction?: CompactionInput;
  /** There: the memory tools are on. */
  readonly memory?: MemoryInput;
  /** Left out, or `enabled` not `true`: no network tools. */
  readonly web?: Web;
  /** Directories relative to the profile file. */
  readonly skills?: Skills;
}

/** Schema of {@linkcode ProfileInput}, strict at every depth. */
export const ProfileSchema: Schema<ProfileInput> = schemaOf<ProfileInput>()(
  table({
    slug: optional(
      pattern(
        /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/,
        "a short name (letters, digits and . _ -, at most 64)",
      ).describe("The profile's own name, never the Pod's"),
    ),
    description: optional(OneLineSchema.describe("What the profile is for")),
    role: optional(
      pattern(/^\S{1,64}$/, "one word").describe(
        "orchestrator, coder, researcher, reviewer or another word; decides nothing",
      ),
    ),
    model: ModelChoiceSchema.describe("The model, or its ref alone"),
    worker: optional(WorkerInputSchema.describe("How the agent runs")),
    scope: optional(
      ScopeInputSchema.meta({
        description: "What may be done in the workspace",
        default: "workspace_write",
      }),
    ),
    session: optional(SessionDraftSchema.describe("What is recorded")),
    permissions: optional(
      PermissionsDraftSchema.describe("Which tools may be used"),
    ),
    compaction: optional(
      CompactionInputSchema.describe(
        "When a long conversation is compacted; left out: never",
      ),
    ),
    memory: optional(
      MemoryInputSchema.describe("What is remembered; left out: nothing"),
    ),
    web: optional(WebSchema.describe("Network tools; left out: none")),
    skills: optional(
      SkillsDraftSchema.describe(
        "Where skills are looked for, relative to the profile file",
      ),
    ),
  }),
).meta({
  title: "Insomnia profile",
  description: "A reusable recipe that a Pod manifest is made from",
});
