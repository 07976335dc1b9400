import type { ModelCapability } from "../schema/capability.ts";
import type { WireScheme } from "../schema/model.ts";

/**
 * What a model is taken to do of which nobody says anything: what the runtime
 * takes it to do. It has no reasoning control.
 */
export function schemeCapability(scheme: WireScheme): ModelCapability {
  return {
    tool_calling: "parallel",
    structured_output: "json_schema",
    vision: scheme === "gemini",
    prompt_caching: { kind: "auto" },
  };
}
