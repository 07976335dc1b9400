import type { CompactionInput } from "./compaction.ts";
import type { MemoryInput } from "./memory.ts";
import type { ModelChoice } from "./model.ts";
import type { PermissionsDraft } from "./permissions.ts";
import type { ScopeInput } from "./scope.ts";
import type { SessionDraft } from "./session.ts";
import type { SkillsDraft } from "./skills.ts";
import type { Web } from "./web.ts";
import type { WorkerInput } from "./worker.ts";

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
  readonly skills?: SkillsDraft;
}
