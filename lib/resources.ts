// The only file that imports resources/. Each text has an import of its own, so
// that a start loads what it needs and nothing else. All are imported as text:
// that works from a file, a URL and inside the executable alike.

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
  };
  readonly catalogSha256: string;
}

/**
 * The manifest of each builtin profile under the builtin catalog, by name, with
 * stand-ins for what comes from a launch. See `resolve_prebuilt.ts`.
 */
export async function prebuiltManifests(): Promise<
  Readonly<Record<string, unknown>>
> {
  const { default: text } = await import(
    "../resources/generated/manifests.json",
    { with: { type: "text" } }
  );
  return JSON.parse(text);
}

let parsed: Promise<Builtins> | undefined;

/** The builtin profiles and the builtin catalog. Parsed once. */
export function builtins(): Promise<Builtins> {
  return parsed ??= import(
    import.meta.resolve("../resources/generated/builtins.json"),
    { with: { type: "text" } }
  ).then((module) => JSON.parse(module.default));
}

const CATALOG_TEXTS = {
  providers: () =>
    import(import.meta.resolve("../resources/catalog/providers.toml"), {
      with: { type: "text" },
    }),
  models: () =>
    import(import.meta.resolve("../resources/catalog/models.toml"), {
      with: { type: "text" },
    }),
};

/** The TOML text of one file of the builtin catalog. */
export async function catalogText(
  file: "providers" | "models",
): Promise<string> {
  return (await CATALOG_TEXTS[file]()).default;
}

const PROFILE_TEXTS: Readonly<
  Record<string, () => Promise<{ readonly default: string }>>
> = {
  "default": () =>
    import(import.meta.resolve("../resources/profiles/default.lua"), {
      with: { type: "text" },
    }),
  "orchestrator": () =>
    import(import.meta.resolve("../resources/profiles/orchestrator.lua"), {
      with: { type: "text" },
    }),
  "coder": () =>
    import(import.meta.resolve("../resources/profiles/coder.lua"), {
      with: { type: "text" },
    }),
  "researcher": () =>
    import(import.meta.resolve("../resources/profiles/researcher.lua"), {
      with: { type: "text" },
    }),
  "reviewer": () =>
    import(import.meta.resolve("../resources/profiles/reviewer.lua"), {
      with: { type: "text" },
    }),
  "fast": () =>
    import(import.meta.resolve("../resources/profiles/fast.lua"), {
      with: { type: "text" },
    }),
};

/** The names of the builtin profiles, in the order they are listed. */
export const BUILTIN_PROFILE_NAMES: readonly string[] = Object.keys(
  PROFILE_TEXTS,
);

/** The Lua text of a builtin profile; `undefined` when there is none. */
export async function profileText(name: string): Promise<string | undefined> {
  if (!Object.hasOwn(PROFILE_TEXTS, name)) return undefined;
  return (await PROFILE_TEXTS[name]()).default;
}

/** The Lua virtual machine as base64; see `scripts/build_vm.ts`. */
export async function luaVmBase64(): Promise<string> {
  return (await import(
    import.meta.resolve("../resources/generated/lua_vm.b64"),
    { with: { type: "text" } }
  )).default;
}
