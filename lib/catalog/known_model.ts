import type { PinnedModel } from "../schema/model.ts";
import { effectiveWindow } from "./effective_window.ts";
import type { ResolvedModel } from "./resolve_model.ts";

/** A model that could be pinned, with what the catalog knows of it. */
export interface KnownModel extends ResolvedModel {
  readonly model: PinnedModel;
  /** Effective tokens. */
  readonly window: number;
}

/** A pinned model without anything of the catalog. */
export function knownModel(model: PinnedModel): KnownModel {
  return { model, window: effectiveWindow(model), problems: [] };
}

/** Whether a model could be pinned; if not, an error was reported already. */
export function isKnown(resolved: ResolvedModel): resolved is KnownModel {
  return resolved.model !== undefined && resolved.window !== undefined;
}

/** What a model is called in messages: as it was looked up, else by its id. */
export function nameOf(
  { ref, model }: Pick<ResolvedModel, "ref" | "model">,
): string {
  return `\`${ref ?? model?.model_id}\``;
}
