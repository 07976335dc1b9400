import { ProfileError } from "../../lib/base/profile_error.ts";
import type { PodManifest } from "../../lib/schema/pod_manifest.ts";
import { type PodSnapshot, snapshotOf } from "../../lib/store/pod_snapshot.ts";
import type { StoreLocation } from "../../lib/store/store_location.ts";
import {
  memorySystem,
  type MemorySystemOptions,
} from "../../lib/system/memory_system.ts";
import type { System } from "../../lib/system/system.ts";
import { BASE } from "../manifest/compare/base_manifest.ts";

/** Where stored Pods are in these tests. */
export const DATA = "/home/ada/.insomnia";

/** The folder of the Pod `demo`. */
export const DEMO = `${DATA}/pods/demo`;

/** A world with a workspace and a home directory. */
export function storeWorld(
  { files = {}, ...options }: MemorySystemOptions = {},
): System {
  return memorySystem({
    files: {
      "/ws/coder.lua":
        `return { model = "anthropic/claude-haiku-4-5", worker = { max_turns = 10 } }`,
      ...files,
    },
    directories: ["/ws/src", "/ws/docs", "/home/ada"],
    env: { HOME: "/home/ada" },
    cwd: "/ws",
    ...options,
  });
}

/** The store of such a world. */
export function locationIn(system: System): StoreLocation {
  return { system, dataDirectory: DATA, runtimeDirectory: `${DATA}/run` };
}

/** A snapshot of a manifest for `/ws`, in which some fields are others. */
export async function snapshotWith(
  fields: Partial<PodManifest> = {},
): Promise<PodSnapshot> {
  return await snapshotOf({
    manifest: { ...BASE, ...fields },
    launch: { selector: "coder", workspace: "/ws", pod_name: "demo" },
    sources: [{ name: "coder.lua", path: "/ws/coder.lua", sha256: "0" }],
  });
}

/** The text of a file. */
export async function readText(system: System, path: string): Promise<string> {
  return new TextDecoder().decode(await system.readFile(path, 1e9));
}

/** Writes a text file. */
export async function writeText(
  system: System,
  path: string,
  text: string,
): Promise<void> {
  await system.writeFile(path, new TextEncoder().encode(text));
}

/** Every file below a folder, with what is in it; temporary files by their kind. */
export async function contentsOf(
  system: System,
  folder: string,
): Promise<Readonly<Record<string, string>>> {
  const files: Record<string, string> = {};
  async function walk(path: string): Promise<void> {
    for (const { name, kind } of await system.readDirectory(path)) {
      const inner = `${path}/${name}`;
      if (kind === "directory") await walk(inner);
      else {files[inner.slice(folder.length + 1)] = await readText(
          system,
          inner,
        );}
    }
  }
  if (await system.stat(folder) === "directory") await walk(folder);
  return files;
}

/** The code that something is refused with, and its message. */
export async function refusal(
  work: Promise<unknown>,
): Promise<{ readonly code: string; readonly message: string }> {
  try {
    await work;
  } catch (error) {
    if (!(error instanceof ProfileError)) throw error;
    const { code, message } = error;
    return { code, message };
  }
  return { code: "nothing", message: "was refused" };
}
