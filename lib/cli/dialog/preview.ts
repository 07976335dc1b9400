import type { ProfileError } from "../../base/profile_error.ts";
import type { PodManifest } from "../../schema/pod_manifest.ts";
import type { ResolvedProfile } from "../../api/resolved_profile.ts";

/** What the chosen profile resolves to, in a line. */
export type Preview =
  | { readonly facts: readonly string[]; readonly problem?: undefined }
  /** The first error if it does not resolve. */
  | { readonly problem: string };

/** The line about a profile that was resolved. */
export function previewOf(
  { manifest, models }: Pick<ResolvedProfile, "manifest" | "models">,
  workspace: string,
): Preview {
  const { model, worker } = manifest;
  const window = Math.min(model.context_window, model.max_context_window);
  return {
    facts: [
      models["model"] ?? model.model_id,
      `${window} tokens`,
      ...worker.reasoning === undefined
        ? []
        : [`reasoning ${worker.reasoning}`],
      scopeFact(manifest, workspace),
    ],
  };
}

/** The line about one that was not. */
export function previewOfFailure(error: ProfileError): Preview {
  const first = error.diagnostics.find(({ severity }) => severity === "error");
  return { problem: (first?.message ?? error.message).split("\n")[0]! };
}

function scopeFact({ scope }: PodManifest, workspace: string): string {
  const [rule, ...others] = scope.allow;
  if (rule === undefined) return "no files";
  if (others.length > 0) return `${scope.allow.length} paths`;
  const target = rule.target === workspace ? "workspace" : rule.target;
  return `${target} ${rule.permission}`;
}
