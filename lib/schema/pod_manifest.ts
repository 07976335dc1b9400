import type { Compaction } from "./compaction.ts";
import type { Memory } from "./memory.ts";
import type { PinnedModel } from "./model.ts";
import type { Permissions } from "./permissions.ts";
import type { Pod } from "./pod.ts";
import type { Provenance } from "./provenance.ts";
import type { Scope } from "./scope.ts";
import type { Session } from "./session.ts";
import type { Skills } from "./skills.ts";
import type { Web } from "./web.ts";
import type { Worker } from "./worker.ts";

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
