import general from "../../resources/generated/manifests/default.txt" with {
  type: "text",
};
import orchestrator from "../../resources/generated/manifests/orchestrator.txt" with {
  type: "text",
};
import coder from "../../resources/generated/manifests/coder.txt" with {
  type: "text",
};
import researcher from "../../resources/generated/manifests/researcher.txt" with {
  type: "text",
};
import reviewer from "../../resources/generated/manifests/reviewer.txt" with {
  type: "text",
};
import fast from "../../resources/generated/manifests/fast.txt" with {
  type: "text",
};

/**
 * The manifest of each builtin profile, but for what comes from a launch; see
 * `resolve_prebuilt.ts`.
 */
export const MANIFEST_TEXTS: Readonly<Record<string, string>> = {
  default: general,
  orchestrator,
  coder,
  researcher,
  reviewer,
  fast,
};
