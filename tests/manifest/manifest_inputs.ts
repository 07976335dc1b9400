import { manifestize } from "../../lib/manifest/manifestize.ts";
import type {
  ManifestInputs,
  Manifestization,
} from "../../lib/manifest/manifestize.ts";
import type { PodManifest } from "../../lib/schema/pod_manifest.ts";
import type { Profile } from "../../lib/profile/profile.ts";
import { BUILTIN_CATALOG } from "../catalog/builtin_catalog.ts";

/** A profile with a model of 200000 tokens, and what is given. */
export function profileWith(fields: Partial<Profile> = {}): Profile {
  return {
    model: { ref: "anthropic/claude-haiku-4-5" },
    scope: { intent: "workspace_write" },
    ...fields,
  };
}

/** Manifestizes a profile in `/ws/.insomnia`, launched in `/ws`. */
export function manifestizeWith(
  fields: Partial<Profile>,
  inputs: Partial<ManifestInputs> = {},
): Manifestization {
  return manifestize({
    profile: profileWith(fields),
    launch: { podName: "demo", workspaceBase: "/ws" },
    catalog: BUILTIN_CATALOG,
    profileDirectory: "/ws/.insomnia",
    ...inputs,
  });
}

/** The same, where nothing may be wrong; a note says nothing is. */
export function manifestOf(
  fields: Partial<Profile>,
  inputs: Partial<ManifestInputs> = {},
): PodManifest {
  const { manifest, problems } = manifestizeWith(fields, inputs);
  if (!manifest || problems.some(({ severity }) => severity !== "note")) {
    throw new Error(problems.map((problem) => problem.message).join("\n"));
  }
  return manifest;
}
