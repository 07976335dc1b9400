import type { CompactionDraft } from "../schema/compaction.ts";
import type { MemoryDraft } from "../schema/memory.ts";
import type { ModelDraft } from "../schema/model.ts";
import type { PermissionsDraft } from "../schema/permissions.ts";
import type { PodDraft } from "../schema/pod.ts";
import type { Provenance } from "../schema/provenance.ts";
import type { ScopeDraft } from "../schema/scope.ts";
import type { SessionDraft } from "../schema/session.ts";
import type { Skills } from "../schema/skills.ts";
import type { Web } from "../schema/web.ts";
import type { WorkerDraft } from "../schema/worker.ts";

/**
 * A manifest as a file given to `--manifest` may write it: defaults may be left
 * out, paths may be relative to the file, and the model may be a `ref` alone.
 */
export interface ManifestDraft {
  readonly pod?: PodDraft;
  readonly model: ModelDraft;
  readonly worker?: WorkerDraft;
  readonly scope: ScopeDraft;
  readonly session?: SessionDraft;
  readonly permissions?: PermissionsDraft;
  readonly compaction?: CompactionDraft;
  readonly memory?: MemoryDraft;
  readonly web?: Web;
  readonly skills?: Skills;
  /** What an earlier resolution left; it is read over. */
  readonly profile?: Provenance;
}
