import { utf8Text } from "../base/utf8_text.ts";
import { printJson } from "../base/print_json.ts";
import { isObject, ownField } from "../base/json.ts";
import { sameData } from "../base/same_data.ts";
import { manifestDigest } from "../manifest/manifest_digest.ts";
import { isPodName } from "../schema/pod_name.ts";
import type { PodManifest } from "../schema/pod_manifest.ts";
import { dataDirectory } from "../system/standard_directories.ts";
import type { System } from "../system/system.ts";
import { podFolder } from "./pod_folder.ts";
import { runtimeMeaning } from "./runtime_meaning.ts";
import { SNAPSHOT_FORMAT } from "./snapshot_format.ts";

/**
 * The short way of `pod resume`, for a Pod with which all is well: the manifest
 * as it stands in the Pod's file, where the runtime would restore the same.
 * Nothing is loaded that only explains what is wrong.
 *
 * @returns nothing where anything is out of the ordinary, for others to say
 * what
 * @throws {SystemError} for what cannot be read, which is out of the ordinary,
 * too
 */
export async function plainResume(
  system: System,
  name: string,
): Promise<string | undefined> {
  const data = isPodName(name) ? dataDirectory(system) : undefined;
  if (data === undefined) return undefined;
  const { pods, path, snapshot, metadata } = podFolder(data, name);
  const info = (path: string) => system.fileInfo(path, { followLinks: false });
  const [above, folder] = [await system.fileInfo(pods), await info(path)];
  const files = [await info(snapshot), await info(metadata)];
  if (folder?.kind !== "directory" || folder.owner !== above?.owner) return;
  const areOwn = files.every((file) =>
    file?.kind === "file" && file.owner === folder.owner
  );
  if (!areOwn) return undefined;

  const stored = await readJson(system, snapshot);
  const manifest = ownField(stored, "manifest") as PodManifest | undefined;
  if (
    ownField(stored, "format") !== SNAPSHOT_FORMAT || !isObject(manifest) ||
    !Array.isArray(ownField(stored, "sources")) ||
    ownField(manifest.pod, "name") !== name ||
    !Array.isArray(ownField(manifest.scope, "allow"))
  ) return undefined;
  const theirs = ownField(
    await readJson(system, metadata),
    "resolved_manifest_snapshot",
  );
  if (!isObject(theirs)) return undefined;
  // If both files hold the same text, neither was changed. If the runtime has
  // rewritten its file, the digest is checked and the meaning compared.
  const isSame = JSON.stringify(manifest) === JSON.stringify(theirs) ||
    await manifestDigest(manifest) === ownField(stored, "digest") &&
      sameData(runtimeMeaning(manifest), runtimeMeaning(theirs));
  return isSame ? printJson(manifest) : undefined;
}

async function readJson(system: System, path: string): Promise<unknown> {
  const bytes = await system.readFile(path);
  try {
    // What is no text is no JSON.
    return JSON.parse(utf8Text(bytes) ?? "");
  } catch {
    return undefined;
  }
}
