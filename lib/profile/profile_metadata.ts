import { defined } from "../base/defined.ts";
import type { ProfileMetadata } from "../schema/provenance.ts";
import type { Profile } from "./profile.ts";
import { findSecretForm } from "./secret_forms.ts";

/** What is known about a profile beside what it says itself. */
export interface ProfileOrigin {
  /** The name it was selected by in a registry. */
  readonly registryName?: string;
  /** The registry's description. */
  readonly registryDescription?: string | undefined;
  /** The file's name without its ending; absent for standard input. */
  readonly fileStem?: string;
  /** What the profile was written as. */
  readonly language: "lua" | "json" | "toml";
}

/**
 * How a manifest names the profile it came from: by its slug, else by its name
 * in the registry, else by its file.
 *
 * @example
 * ```ts
 * import { profileMetadata } from "./profile_metadata.ts";
 * import assert from "node:assert/strict";
 * const profile = { model: { ref: "acme/big" }, scope: { intent: "workspace_read" } } as const;
 * assert.deepEqual(profileMetadata(profile, { fileStem: "coder", language: "lua" }), {
 *   name: "coder",
 *   format: "insomnia.lua-profile.v1",
 * });
 * ```
 */
export function profileMetadata(
  profile: Profile,
  origin: ProfileOrigin,
): ProfileMetadata {
  const { registryDescription = "" } = origin;
  // A profile with a credential was refused; a registry's text is only shown.
  const ofRegistry = findSecretForm(registryDescription) === undefined
    ? origin.registryDescription
    : undefined;
  return defined({
    name: profile.slug ?? origin.registryName ?? origin.fileStem ?? "stdin",
    description: profile.description ?? ofRegistry,
    format: `insomnia.${origin.language}-profile.v1`,
  });
}
