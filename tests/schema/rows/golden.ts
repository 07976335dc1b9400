import assert from "node:assert/strict";
import { fileURLToPath } from "node:url";
import {
  memorySystem,
  type ResolvedManifest,
  type ResolvedProfile,
  resolveManifestFile,
  resolveProfile,
  type System,
  VERSION,
} from "../../../mod.ts";

const HERE = fileURLToPath(new URL("./", import.meta.url));

/** The text of a file of `input/`. */
export function input(name: string): string {
  return Deno.readTextFileSync(`${HERE}input/${name}`);
}

/** A world with all documents of `input/`, and nothing that is builtin. */
export function world(): System {
  return memorySystem({
    files: {
      "/ws/written.lua": input("written.lua"),
      "/ws/manifest.toml": input("manifest.toml"),
      "/ws/.insomnia/profiles.toml": input("profiles.toml"),
      "/ws/.insomnia/semantic.lua": input("semantic.lua"),
      "/home/.config/insomnia/profiles.toml": input("user_profiles.toml"),
      "/home/.config/insomnia/semantic.lua": input("semantic.lua"),
      "/home/.config/insomnia/providers.toml": input("providers.toml"),
      "/home/.config/insomnia/models.toml": input("models.toml"),
    },
    env: { HOME: "/home" },
    cwd: "/ws",
  });
}

/** The profiles that together have every field of a profile, and how they are chosen. */
export const PROFILES = {
  written: "./written.lua",
  semantic: "other",
} as const;

/** Their names. */
export const NAMES = Object.keys(PROFILES) as (keyof typeof PROFILES)[];

/** A profile of `input/`, resolved. */
export function resolved(
  name: keyof typeof PROFILES,
): Promise<ResolvedProfile> {
  return resolveProfile({
    selector: PROFILES[name],
    podName: "demo",
    workspace: "/ws",
    system: world(),
  });
}

/** The manifest file of `input/`, which has every field of a manifest. */
export function completed(): Promise<ResolvedManifest> {
  return resolveManifestFile({ path: "/ws/manifest.toml", system: world() });
}

/**
 * Compares a text with the one in `expected/`; with `--update` behind `--` it
 * is written there instead, to be read like code.
 */
export function assertGolden(name: string, made: string): void {
  const text = made.replaceAll(VERSION, "VERSION");
  const path = `${HERE}expected/${name}`;
  if (Deno.args.includes("--update")) Deno.writeTextFileSync(path, text);
  assert.equal(text, Deno.readTextFileSync(path), name);
}
