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
  readonly model: ModelChoice;
  readonly worker?: WorkerInput;
  /** Default `workspace_write`. */
  readonly scope?: ScopeInput;
  readonly session?: SessionDraft;
  readonly permissions?: PermissionsDraft;
  readonly compaction?: CompactionInput;
  readonly memory?: MemoryInput;
  readonly web?: Web;
  /** Directories relative to the profile file. */
  readonly skills?: Skills;
}
