import { relativePath } from "../base/file_path.ts";
import { isObject } from "../base/json.ts";
import type { PodManifest } from "../schema/pod_manifest.ts";

/** Why a manifest cannot be a profile of the runtime, for the user. */
export type NotCarried =
  | "several scope rules"
  | "a scope rule that is not recursive"
  | "a scope rule that is not about a folder"
  | "a denied path"
  | "a prompt pack";

/**
 * What keeps a manifest from being started as a profile: the runtime's own
 * resolver knows no scope but the folder that it is started in, and no prompt
 * pack.
 *
 * @param isFolder whether the target of its scope rule is a folder
 */
export function whyNotCarried(
  { scope, pod }: PodManifest,
  isFolder: boolean,
): NotCarried | undefined {
  const [rule, ...others] = scope.allow;
  if (others.length > 0) return "several scope rules";
  if (scope.deny.length > 0) return "a denied path";
  if (!rule?.recursive) return "a scope rule that is not recursive";
  if (!isFolder) return "a scope rule that is not about a folder";
  if (pod.prompt_pack !== undefined) return "a prompt pack";
}

/**
 * A manifest as plain Lua that the runtime's own resolver turns into the same
 * manifest, when it is started in the folder of its scope rule: a *frozen*
 * profile, in which nothing is left to look up.
 *
 * @param manifest one that {@linkcode whyNotCarried} has nothing against
 * @param folder real path of the folder that the text will stand in: the
 * resolver takes no absolute path for some fields, only relative ones
 */
export function printFrozenProfile(
  manifest: PodManifest,
  folder: string,
): string {
  const {
    pod,
    model,
    worker,
    scope,
    session,
    permissions,
    compaction,
    memory,
    web,
    skills,
    profile,
  } = manifest;
  const relative = (path: string) => relativePath(folder, path);
  const table = {
    // Without one the file's own name would take its place.
    slug: profile?.profile.name ?? pod.name,
    description: profile?.profile.description,
    model: withRelativeFile(model, relative),
    worker,
    scope: `workspace_${scope.allow[0]!.permission}`,
    session,
    permissions,
    compaction: compaction && {
      ...compaction,
      model: compaction.model && withRelativeFile(compaction.model, relative),
    },
    memory: memory && {
      ...memory,
      workspace_root: memory.workspace_root && relative(memory.workspace_root),
    },
    web,
    skills: skills && { directories: skills.directories.map(relative) },
  };
  return `-- Frozen by insomnia-profile: the manifest of one Pod, not a profile to edit.\nreturn ${
    printLua(table, 1)
  }\n`;
}

function withRelativeFile(
  model: PodManifest["model"],
  relative: (path: string) => string,
): PodManifest["model"] {
  const { auth } = model;
  return auth.kind === "api_key" && auth.file !== undefined
    ? { ...model, auth: { ...auth, file: relative(auth.file) } }
    : model;
}

function printLua(value: unknown, depth: number): string {
  if (typeof value === "string") return luaString(value);
  if (!isObject(value) && !Array.isArray(value)) return String(value);
  const pad = "  ".repeat(depth);
  const lines = Array.isArray(value)
    ? value.map((item) => `${pad}${printLua(item, depth + 1)},\n`)
    : Object.entries(value).filter(([, item]) => isWritten(item)).map(
      ([key, item]) => `${pad}${luaKey(key)} = ${printLua(item, depth + 1)},\n`,
    );
  return lines.length === 0
    ? "{}"
    : `{\n${lines.join("")}${"  ".repeat(depth - 1)}}`;
}

/** An empty Lua table is a map to the runtime: an empty list is left out. */
function isWritten(value: unknown): boolean {
  return value !== undefined && !(Array.isArray(value) && value.length === 0);
}

/** Only ASCII, so that a Lua string means the same in every encoding. */
function luaString(text: string): string {
  let result = '"';
  for (const byte of new TextEncoder().encode(text)) {
    const char = String.fromCharCode(byte);
    if (char === '"' || char === "\\") result += `\\${char}`;
    else if (byte < 0x20 || byte >= 0x7f) {
      result += `\\${String(byte).padStart(3, "0")}`;
    } else result += char;
  }
  return `${result}"`;
}

const LUA_WORDS: ReadonlySet<string> = new Set(
  ("and break do else elseif end false for function goto if in local nil not " +
    "or repeat return then true until while").split(" "),
);

function luaKey(key: string): string {
  return /^[A-Za-z_][A-Za-z0-9_]*$/.test(key) && !LUA_WORDS.has(key)
    ? key
    : `[${luaString(key)}]`;
}
