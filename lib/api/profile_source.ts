import { baseName, isInside, joinPath } from "../base/file_path.ts";
import type { ProfileOrigin } from "../profile/profile_metadata.ts";
import type { ChosenProfile } from "../registry/select_profile.ts";
import type { ProfileSource } from "../schema/provenance.ts";
import type { ProfileDocument } from "../source/load_document.ts";

/** The source of a profile as a manifest names it. */
export function sourceOf(
  chosen: ChosenProfile,
  document: ProfileDocument,
): ProfileSource {
  if (chosen.kind !== "registry") return { kind: "path", path: document.file };
  const { source, name, path } = chosen.entry;
  return { kind: "registry", source, name, path };
}

/** What is known about a profile beside what it says itself. */
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
 * Whether somebody else may have written the profile: it was chosen from the
 * project's registry, or is a file in the project's own folder.
 */
export function isFromProject(
  chosen: ChosenProfile,
  projectDirectory: string | undefined,
): boolean {
  switch (chosen.kind) {
    case "stdin":
      return false;
    case "registry":
      return chosen.entry.source === "project";
    case "path":
      return projectDirectory !== undefined &&
        isInside(joinPath(projectDirectory, ".insomnia"), chosen.path);
  }
}
