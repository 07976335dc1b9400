import type { CompactionDraft } from "../schema/compaction.ts";
import type { MemoryDraft } from "../schema/memory.ts";
import type { ModelDraft } from "../schema/model.ts";
import type { PermissionsDraft } from "../schema/permissions.ts";
import type { PodDraft } from "../schema/pod.ts";
import type { Provenance } from "../schema/provenance.ts";
import type { ScopeDraft } from "../schema/scope.ts";
import type { SessionDraft } from "../schema/session.ts";
import type { SkillsDraft } from "../schema/skills.ts";
import type { Web } from "../schema/web.ts";
import type { WorkerDraft } from "../schema/worker.ts";

/**
 * A manifest as a file given to `--manifest` may write it: defaults may be left
 * out, paths may be relative to the file, and the model may be a `ref` alone.
 */
export interface ManifestDraft {
  /** The Pod's name and prompts. */
  readonly pod?: PodDraft;
  /** The model it runs on. */
  readonly model: ModelDraft;
  /** How it runs. */
  readonly worker?: WorkerDraft;
  /** Which files it may touch. */
  readonly scope: ScopeDraft;
  /** What is recorded. */
  readonly session?: SessionDraft;
  /** Which tools it may use. */
  readonly permissions?: PermissionsDraft;
  /** Left out: pruning and compaction are off. */
  readonly compaction?: CompactionDraft;
  /** There: the memory tools are on. */
  readonly memory?: MemoryDraft;
  /** Left out, or `enabled` not `true`: no network tools. */
  readonly web?: Web;
  /** Where skills are looked for. */
  readonly skills?: SkillsDraft;
  /** What an earlier resolution left; it is read over. */
  readonly profile?: Provenance;
}
