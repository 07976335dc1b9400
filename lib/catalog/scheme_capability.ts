import type { ModelCapability } from "../schema/capability.ts";
import type { WireScheme } from "../schema/model.ts";

/**
 * What a model without a `capability` is taken to do, as the runtime takes it.
 * It has no reasoning control.
 */
export function schemeCapability(scheme: WireScheme): ModelCapability {
  return {
    tool_calling: "parallel",
    structured_output: "json_schema",
    vision: scheme === "gemini",
    prompt_caching: { kind: "auto" },
  };
}
