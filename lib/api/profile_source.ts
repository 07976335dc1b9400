import { baseName, isInside } from "../base/file_path.ts";
import type { ProfileOrigin } from "../profile/profile_metadata.ts";
import type { ChosenProfile } from "../registry/select_profile.ts";
import type { ProfileRegistry } from "../registry/profile_registry.ts";
import type { ProfileSource } from "../schema/provenance.ts";
import type { ProfileDocument } from "../source/load_document.ts";
import {
  type Answer,
  trustFor,
  type TrustQuestion,
} from "../trust/trust_table.ts";

/** The source of a profile as a manifest names it. */
export function sourceOf(
  chosen: ChosenProfile,
  document: ProfileDocument,
): ProfileSource {
  if (chosen.kind !== "registry") return { kind: "path", path: document.file };
  const { source, name, path } = chosen.entry;
  return { kind: "registry", source, name, path };
}

/** What is known about a profile beside its own data. */
export function originOf(
  chosen: ChosenProfile,
  document: ProfileDocument,
): ProfileOrigin {
  const language = document.kind === "data" ? document.language : "lua";
  switch (chosen.kind) {
    case "stdin":
      return { language };
    case "path":
      return {
        language,
        fileStem: baseName(document.file).replace(/\.[^.]+$/, ""),
      };
    case "registry":
      return {
        language,
        registryName: chosen.entry.name,
        registryDescription: chosen.entry.description,
      };
  }
}

/**
 * What becomes of an address in a profile that would get a key which belongs
 * elsewhere: by who named the profile, and where it lies as it was named.
 */
export function addressAnswer(
  chosen: ChosenProfile,
  { configDirectory }: ProfileRegistry,
): Answer {
  return trustFor({ asks: "address", ...namedBy(chosen, configDirectory) })
    .answer;
}

function namedBy(
  chosen: ChosenProfile,
  config: string | undefined,
): Omit<TrustQuestion, "asks"> {
  if (chosen.kind !== "registry") return { by: "typed", where: "elsewhere" };
  const { source, path } = chosen.entry;
  if (source !== "user") return { by: "project", where: "project" };
  const isConfig = config !== undefined && isInside(config, path);
  return { by: "user", where: isConfig ? "config" : "elsewhere" };
}

/**
 * Tells the addresses that stand in a profile's own files from those that came
 * with what it imports: a user's profile that imports a project's does not vouch
 * for what that says.
 *
 * @param modules what was evaluated, by name
 */
export function isOwnAddress(
  document: ProfileDocument,
  modules: readonly { readonly name: string }[],
): (address: string) => boolean {
  const importsProject = modules.some(({ name }) =>
    name.startsWith("project:")
  );
  if (!importsProject || document.kind !== "lua") return () => true;
  const { entry, modules: own } = document.program;
  return (address) =>
    [entry, ...own.values()].some(({ bytes }) =>
      new TextDecoder().decode(bytes).includes(address)
    );
}
