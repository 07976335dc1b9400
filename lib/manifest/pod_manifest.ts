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
  readonly pod: Pod;
  readonly model: PinnedModel;
  readonly worker: Worker;
  readonly scope: Scope;
  readonly session: Session;
  /** Left out: the runtime's own rules hold. */
  readonly permissions?: Permissions;
  /** Left out: pruning and compaction are off. */
  readonly compaction?: Compaction;
  /** There: the memory tools are on. */
  readonly memory?: Memory;
  /** Left out, or `enabled` not `true`: no network tools. */
  readonly web?: Web;
  readonly skills?: Skills;
  /** Only on manifests made from a profile. */
  readonly profile?: Provenance;
}
