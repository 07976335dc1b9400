/** Where a profile can be registered. */
export type RegistrySource = "builtin" | "user" | "project";

/** Every source, in the order profiles are listed. */
export const REGISTRY_SOURCES: readonly RegistrySource[] = [
  "builtin",
  "user",
  "project",
];

/** An entry of one source. */
export interface RegistrySelector {
  /** Tells it from other selectors. */
  readonly kind: "registry";
  /** Where the profile is registered. */
  readonly source: RegistrySource;
  /** As its source calls it. */
  readonly name: string;
}

/**
 * What a person types to choose a profile, read but not looked up.
 *
 * - `default`: the effective default of the registry
 * - `stdin` (`-`): a profile as JSON on standard input
 * - `path` (`./coder.lua`, `path:./coder.lua`): a file, as it was typed
 * - `registry` (`project:coder`): an entry of one source
 * - `name` (`coder`): an entry of whichever source has it, if only one does
 */
export type ProfileSelector =
  | { readonly kind: "default" }
  | { readonly kind: "stdin" }
  | { readonly kind: "path"; readonly path: string }
  | RegistrySelector
  | { readonly kind: "name"; readonly name: string };
