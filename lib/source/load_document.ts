import { directoryOf } from "../base/file_path.ts";
import type { JsonValue } from "../base/json.ts";
import {
  type DataLanguage,
  dataLanguageOf,
  parseDataProfile,
} from "./parse_data_profile.ts";
import { MAX_SOURCE_BYTES } from "./source_limits.ts";
import type { LuaProgram } from "./lua_program.ts";
import type { ProfileRegistry } from "../registry/profile_registry.ts";
import type { ChosenProfile } from "../registry/select_profile.ts";
import { builtins } from "../resources/builtin_resources.ts";
import type { ResolverSession } from "../base/resolver_session.ts";
import { STDIN_FILE } from "../base/stdin_file.ts";
import type { System } from "../system/system.ts";
import { loadProgram } from "./load_program.ts";
import { type NamedSource, readSource } from "./read_source.ts";
import { unreadable } from "./unreadable.ts";

/** The text of a profile with all that belongs to it, read and not yet run. */
export type ProfileDocument =
  /** A builtin profile: constant, evaluated when the program was built. */
  | {
    readonly kind: "evaluated";
    readonly name: string;
    readonly file: string;
    readonly directory: string;
    readonly value: JsonValue;
    readonly modules: readonly {
      readonly name: string;
      readonly sha256: string;
    }[];
  }
  | {
    readonly kind: "lua";
    readonly file: string;
    /** What its relative paths are relative to. */
    readonly directory: string;
    readonly program: LuaProgram;
  }
  | {
    readonly kind: "data";
    readonly language: DataLanguage;
    readonly file: string;
    readonly directory: string;
    readonly bytes: Uint8Array;
    readonly value: JsonValue;
  };

/** Whether a profile is code to be evaluated, neither data nor a builtin profile. */
export function isLua(chosen: ChosenProfile): boolean {
  switch (chosen.kind) {
    case "stdin":
      return false;
    case "path":
      return dataLanguageOf(chosen.path) === undefined;
    case "registry":
      return chosen.entry.source !== "builtin" &&
        dataLanguageOf(chosen.entry.path) === undefined;
  }
}

/**
 * Reads the chosen profile: the file itself, and for Lua everything that
 * evaluating it may need.
 *
 * @param workspace what paths in data from standard input are relative to
 * @throws {ProfileError} when something cannot be read, or a limit is reached
 */
export async function loadDocument(
  chosen: ChosenProfile,
  registry: ProfileRegistry,
  system: System,
  workspace: string,
  session: ResolverSession,
): Promise<ProfileDocument> {
  if (chosen.kind === "stdin") {
    const bytes = await readInput(system);
    return await dataDocument(STDIN_FILE, "json", workspace, bytes);
  }
  if (chosen.kind === "registry" && chosen.entry.source === "builtin") {
    return await builtinDocument(chosen.entry.name, workspace);
  }
  const named = namedSource(chosen);
  const file = named.path;
  const directory = directoryOf(file);
  const language = dataLanguageOf(file);
  if (language) {
    const { bytes } = await readSource(
      system,
      named,
      registry.territory ?? {},
    );
    return await dataDocument(file, language, directory, bytes);
  }
  const program = await loadProgram(
    chosen,
    registry,
    system,
    session,
  );
  return { kind: "lua", file, directory, program };
}

async function builtinDocument(
  name: string,
  directory: string,
): Promise<ProfileDocument> {
  const { path, value, modules } = (await builtins()).profiles[name]!;
  return {
    kind: "evaluated",
    name,
    file: path,
    directory,
    value: value as JsonValue,
    modules,
  };
}

function namedSource(
  chosen: Exclude<ChosenProfile, { readonly kind: "stdin" }>,
): NamedSource {
  if (chosen.kind === "path") return { path: chosen.path, namedBy: "typed" };
  const { path, source } = chosen.entry;
  if (source === "builtin") throw new TypeError("a builtin profile is no file");
  return { path, namedBy: source };
}

async function readInput(system: System): Promise<Uint8Array> {
  try {
    return await system.readStdin(MAX_SOURCE_BYTES);
  } catch (error) {
    throw unreadable(STDIN_FILE, error);
  }
}

async function dataDocument(
  file: string,
  language: DataLanguage,
  directory: string,
  bytes: Uint8Array,
): Promise<ProfileDocument> {
  const value = await parseDataProfile(bytes, file, language);
  return { kind: "data", language, file, directory, bytes, value };
}
