import type { CompactionInput } from "../schema/compaction.ts";
import type { MemoryInput } from "../schema/memory.ts";
import type { ModelInput } from "../schema/model.ts";
import type { ScopeIntent } from "../schema/scope.ts";
import type { ProfileInput } from "../schema/profile_input.ts";

/**
 * A validated profile in its one normal form: models are always sections, the
 * scope is always there, old spellings are renamed. Paths are still relative to
 * the profile's directory.
 */
export interface Profile
  extends Omit<ProfileInput, "model" | "scope" | "compaction" | "memory"> {
  readonly model: ModelInput;
  readonly scope: { readonly intent: ScopeIntent };
  readonly compaction?: Omit<CompactionInput, "model"> & {
    readonly model?: ModelInput;
  };
  readonly memory?:
    & Omit<MemoryInput, "extract_model" | "consolidation_model">
    & {
      readonly extract_model?: ModelInput;
      readonly consolidation_model?: ModelInput;
    };
}
