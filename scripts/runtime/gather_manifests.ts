import {
  loadCatalog,
  memorySystem,
  parseSelector,
  type PodManifest,
  ProfileError,
  type ResolvedProfile,
  resolveManifestFile,
  resolveProfile,
} from "../../mod.ts";
import { QUALITIES } from "../../lib/manifest/policies/presets.ts";
import { BUILTIN_PROFILE_NAMES } from "../../lib/resources/builtin_resources.ts";
import { listFiles } from "../list_files.ts";
import { repositoryPath } from "../repository_path.ts";

/** A manifest of this program. */
export interface GatheredManifest {
  readonly title: string;
  readonly manifest: PodManifest;
  /** Section path -> reference, where it is known. */
  readonly models: ResolvedProfile["models"];
  /** The model section is that of the catalog, nothing written beside it. */
  readonly isPlain: boolean;
}

/** Every builtin profile with every builtin model, at every quality. */
export async function* builtinManifests(): AsyncGenerator<GatheredManifest> {
  const catalog = await loadCatalog({ system: memorySystem() });
  for (const { provider, id } of catalog.models) {
    for (const profile of BUILTIN_PROFILE_NAMES) {
      for (const quality of Object.keys(QUALITIES)) {
        const ref = `${provider}/${id}`;
        const text = `local p = profile.import("builtin:${profile}")
p.model = { ref = "${ref}", quality = "${quality}" }
if p.worker then p.worker.reasoning = nil end
return p`;
        const title = `${profile} ${ref} ${quality}`;
        try {
          const { manifest, models } = await resolveProfile({
            selector: "./p.lua",
            podName: "x",
            workspace: "/ws",
            system: memorySystem({ files: { "/ws/p.lua": text } }),
          });
          yield { title, manifest, models, isPlain: true };
        } catch (error) {
          if (!(error instanceof ProfileError)) throw error;
          // What does not fit a model is said, and there is no manifest.
          console.log(`no manifest: ${title}: ${error.message}`);
        }
      }
    }
  }
}

/** The manifests that the golden cases print. */
export async function* goldenManifests(): AsyncGenerator<GatheredManifest> {
  const root = repositoryPath(".");
  for (const file of await listFiles(root, ["tests/cases"])) {
    if (!file.includes("/expected/")) continue;
    const text = await Deno.readTextFile(`${root}/${file}`);
    const printed = text.replaceAll("$DIR", "/dir");
    const isJson = /^\{\s+"pod": \{/.test(printed);
    if (!isJson && !printed.startsWith("[pod]\nname")) continue;
    yield await fromFile(file, printed, isJson ? ".json" : ".toml");
  }
}

/** What is made of other files and folders: manifest files and profiles. */
export async function* otherManifests(
  paths: readonly string[],
): AsyncGenerator<GatheredManifest> {
  for (const path of paths) {
    const folder = await Deno.realPath(path);
    for (const file of await listFiles("", [folder])) {
      try {
        if (/\.(?:lua|json)$/.test(file)) {
          const { manifest, models } = await resolveProfile({
            selector: parseSelector(`path:${file}`),
            podName: "x",
            workspace: folder,
          });
          yield { title: file, manifest, models, isPlain: false };
        } else if (file.endsWith(".toml")) {
          const { manifest, models } = await resolveManifestFile({
            path: file,
            podName: "x",
          });
          yield { title: file, manifest, models, isPlain: false };
        }
      } catch (error) {
        if (!(error instanceof ProfileError)) throw error;
        console.log(`no manifest: ${file}: ${error.code}`);
      }
    }
  }
}

async function fromFile(
  title: string,
  text: string,
  ending: string,
): Promise<GatheredManifest> {
  const path = `/cases/m${ending}`;
  const { manifest } = await resolveManifestFile({
    path,
    system: memorySystem({ files: { [path]: text } }),
  });
  return { title, manifest, models: {}, isPlain: false };
}
