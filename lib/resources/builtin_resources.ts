// The texts inside this program, verified if they came from a URL. Only this
// folder imports resources/, always as text, which works from a file, from a
// URL and inside the executable.

import { lazy } from "../base/lazy.ts";
import { MANIFEST_TEXTS } from "./manifest_texts.ts";

/**
 * Whether this module came from a URL, as source: then a lock file pins the
 * code and not the texts, and each is checked before it is used. In a bundle
 * the texts are code.
 */
export const LOADED_FROM_URL: boolean = !import.meta.url.startsWith("file:") &&
  import.meta.url.endsWith(".ts");

/**
 * The text of a resource, checked where that is needed.
 *
 * @param path inside the program, as `resources/profiles/coder.lua`
 * @throws {ProfileError} `builtin-damaged`
 */
export async function checkedResource(
  path: string,
  text: string,
): Promise<string> {
  if (!LOADED_FROM_URL) return text;
  const { verifyResource } = await import("./verify_resource.ts");
  return await verifyResource(path, text);
}

/** A builtin profile, evaluated when the program was built. */
export interface BuiltinProfile {
  readonly description?: string;
  /** The resource inside the program, as `resources/profiles/default.lua`. */
  readonly path: string;
  /** The raw data its Lua evaluates to. */
  readonly value: unknown;
  /** The Lua files that took part, in load order. */
  readonly modules: readonly {
    readonly name: string;
    readonly sha256: string;
  }[];
}

/** What is known without evaluating or parsing anything at run time. */
export interface Builtins {
  readonly profiles: Readonly<Record<string, BuiltinProfile>>;
  readonly catalog: {
    readonly providers: readonly unknown[];
    readonly models: readonly unknown[];
    readonly retired: readonly unknown[];
  };
  readonly catalogSha256: string;
}

// The annotation lets the bundler drop this where it is unused, as in the
// bundle's entry.
/** The builtin profiles and the builtin catalog. Parsed once. */
export const builtins: () => Promise<Builtins> = /* @__PURE__ */ lazy(parse);

async function parse(): Promise<Builtins> {
  const { default: text } = await import(
    "../../resources/generated/builtins.json",
    { with: { type: "text" } }
  );
  return JSON.parse(
    await checkedResource("resources/generated/builtins.json", text),
  );
}

/** The TOML text of one file of the builtin catalog. */
export async function catalogText(
  file: "providers" | "models",
): Promise<string> {
  const { default: text } = file === "providers"
    ? await import("../../resources/catalog/providers.toml", {
      with: { type: "text" },
    })
    : await import("../../resources/catalog/models.toml", {
      with: { type: "text" },
    });
  return await checkedResource(`resources/catalog/${file}.toml`, text);
}

/** What every diagnostic code means, as TOML; see `error_index.ts`. */
export async function errorsText(): Promise<string> {
  const { default: text } = await import("../../resources/errors.toml", {
    with: { type: "text" },
  });
  return await checkedResource("resources/errors.toml", text);
}

/** The names of the builtin profiles, in the order they are listed. */
export const BUILTIN_PROFILE_NAMES: readonly string[] = [
  "default",
  "orchestrator",
  "coder",
  "researcher",
  "reviewer",
  "fast",
];

/** The Lua text of a builtin profile; `undefined` when there is none. */
export async function profileText(name: string): Promise<string | undefined> {
  const { PROFILE_TEXTS } = await import("./lua_texts.ts");
  if (!Object.hasOwn(PROFILE_TEXTS, name)) return undefined;
  return await checkedResource(
    `resources/profiles/${name}.lua`,
    PROFILE_TEXTS[name]!,
  );
}

/**
 * The manifest of a builtin profile, but for what comes from a launch; see
 * `resolve_prebuilt.ts`. `undefined` when there is no such profile.
 */
export async function prebuiltManifest(
  name: string,
): Promise<string | undefined> {
  if (!Object.hasOwn(MANIFEST_TEXTS, name)) return undefined;
  const path = `resources/generated/manifests/${name}.txt`;
  return await checkedResource(path, MANIFEST_TEXTS[name]!);
}

/** The Lua text that keeps marks; see `trace.lua`. */
export async function traceText(): Promise<string> {
  const { TRACE_TEXT } = await import("./lua_texts.ts");
  return await checkedResource("resources/lua/trace.lua", TRACE_TEXT);
}

/** A file that a project begins with, by its name in `resources/init`. */
export async function initText(name: string): Promise<string> {
  const { INIT_TEXTS } = await import("./init_texts.ts");
  const text = INIT_TEXTS[name];
  if (text === undefined) throw new TypeError(`no such file: ${name}`);
  return await checkedResource(`resources/init/${name}`, text);
}

/** The editor types of the host modules, by the file of each: `insomnia/web.lua`. */
export async function typeTexts(): Promise<Readonly<Record<string, string>>> {
  const { TYPE_TEXTS } = await import("./type_texts.ts");
  const texts = await Promise.all(
    Object.entries(TYPE_TEXTS).map(async ([name, text]) => [
      name === "insomnia" ? "insomnia.lua" : `insomnia/${name}.lua`,
      await checkedResource(`resources/types/${name}.lua`, text),
    ]),
  );
  return Object.fromEntries(texts);
}

/** Where the Lua virtual machine is. */
export const LUA_VM_URL: string = import.meta.resolve(
  "../../resources/generated/lua_vm.b64",
);

/** The Lua virtual machine as base64; see `scripts/build_vm.ts`. */
export async function luaVmBase64(): Promise<string> {
  const { default: text } = await import(
    "../../resources/generated/lua_vm.b64",
    { with: { type: "text" } }
  );
  return await checkedResource("resources/generated/lua_vm.b64", text);
}
