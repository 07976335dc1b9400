import type { JsonValue } from "../base/json.ts";

/** One Lua file, read and not yet compiled. */
export interface LuaSource {
  /**
   * Its name in messages: relative to the profile's directory with `/`
   * (`coder.lua`, `shared/models.lua`); of an imported profile with that
   * profile's qualified name before it (`user:night/night.lua`).
   */
  readonly chunk: string;
  readonly bytes: Uint8Array;
  /** The absolute path, or the resource inside this program, for people. */
  readonly file: string;
  /** Whether a link led there: what is in it is shown only once it evaluated. */
  readonly throughLink?: boolean;
  /** Whether the bytes give a function that waits for the tracing functions. */
  readonly traced?: boolean;
}

/** What a `require` may have meant that finds nothing. */
export interface ModuleHint {
  /** The nearest name of a module that is there. */
  readonly near?: string;
  /** The module of that name in a folder beside the profile. */
  readonly below?: string;
  /** The file of that name in the folder above, where no module comes from. */
  readonly above?: string;
}

/** A profile file with the local modules it may require. */
export interface LuaRoot {
  readonly entry: LuaSource;
  /** By dotted name: `shared.models`. */
  readonly modules: ReadonlyMap<string, LuaSource>;
  /** By a name that no file has: what may have been meant. */
  readonly moduleHints?: ReadonlyMap<string, ModuleHint>;
  /** By dotted name: why a file that is there cannot be used. */
  readonly moduleProblems?: ReadonlyMap<string, string>;
  /**
   * What is beyond a limit, where not every module was read that a computed
   * name may mean; said when one of those is asked for.
   */
  readonly unread?: string;
  /** Whether a table in these files has a key twice. */
  readonly repeatsKeys?: boolean;
}

/** Another profile that a program may import. */
export type LuaImport =
  /** `name` is qualified: `builtin:default`. */
  | { readonly name: string; readonly root: LuaRoot }
  /** A profile that is data, in JSON or TOML. */
  | {
    readonly name: string;
    readonly data: JsonValue;
    /** The file it was read from. */
    readonly bytes: Uint8Array;
    /** Its absolute path. */
    readonly file: string;
  }
  /** Why it cannot be imported; said when it is. */
  | { readonly problem: string };

/** Everything an evaluation may read. */
export interface LuaProgram extends LuaRoot {
  /** The same for imports. */
  readonly unreadImports?: string;
  /** By selector, as written in the source. */
  readonly imports: ReadonlyMap<string, LuaImport>;
}

/** The profile itself and those that it may import, which are Lua. */
export function rootsOf(program: LuaProgram): readonly LuaRoot[] {
  const imported = [...program.imports.values()]
    .flatMap((given) => "root" in given ? [given.root] : []);
  return [program, ...imported];
}

/** All files of a program: the entry first, then what it may require and import. */
export function sourcesOf(program: LuaProgram): readonly LuaSource[] {
  return rootsOf(program)
    .flatMap(({ entry, modules }) => [entry, ...modules.values()]);
}

/** The profile that has the file that messages call by a name. */
export function rootOfChunk(
  program: LuaProgram,
  chunk: string,
): LuaRoot | undefined {
  return rootsOf(program).find(({ entry, modules }) =>
    entry.chunk === chunk ||
    [...modules.values()].some((module) => module.chunk === chunk)
  );
}

/** The file that messages call by this name. */
export function sourceOfChunk(
  program: LuaProgram,
  chunk: string,
): LuaSource | undefined {
  return sourcesOf(program).find((source) => source.chunk === chunk);
}

/** The file at this path. */
export function sourceOfFile(
  program: LuaProgram,
  file: string | undefined,
): LuaSource | undefined {
  return sourcesOf(program).find((source) => source.file === file);
}
