import type { RegistryFile } from "./profile_registry.ts";
import type { RegistryContent } from "./validate_registry.ts";

/** A registry file, and what it says when it has no problems. */
export interface LoadedRegistryFile extends RegistryFile {
  readonly content?: RegistryContent;
}
