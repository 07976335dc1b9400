import { type FieldPath, valueAt } from "../base/field_path.ts";
import { effectiveWindow } from "../catalog/effective_window.ts";
import type { PinnedModel } from "../schema/model.ts";
import { explainWindow } from "./model_origins.ts";
import type { Computation, OriginInputs } from "./origin.ts";
import { explainShare, type WindowShare } from "./window_share.ts";

/**
 * How tokens came out of a share of a window; nothing for tokens that are
 * written out.
 *
 * @param section where the model stands whose window it is
 */
export function computed(
  share: WindowShare,
  model: PinnedModel,
  section: FieldPath,
  { document, catalog }: OriginInputs,
): { readonly computed: Computation } | undefined {
  const arithmetic = explainShare(share, effectiveWindow(model));
  if (arithmetic === undefined || document.kind !== "profile") return undefined;
  const written = valueAt(document.profile, section) ?? {};
  const window = explainWindow(model, {
    kind: document.kind,
    section,
    written,
    catalog,
  });
  return { computed: { arithmetic, window } };
}
