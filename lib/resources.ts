// The only file that imports resources/. Each text has an import of its own, so
// that a start loads what it needs and nothing else. All are imported as text:
// that works from a file, a URL and inside the executable alike.

/**
 * Whether this module came from a URL, as source: then a lock file pins the
 * code and not the texts, and each is checked before it is used. In a bundle
 * the texts are code.
 */
export const LOADED_FROM_URL: boolean = !import.meta.url.startsWith("file:") &&
  import.meta.url.endsWith(".ts");

/** The text of a resource, checked where that is needed. */
async function textOf(
  path: string,
  loading: Promise<{ readonly default: string }>,
): Promise<string> {
  const { default: text } = await loading;
  if (!LOADED_FROM_URL) return text;
  const { verifyResource }: typeof import("./verify_resource.ts") =
    await import(import.meta.resolve("./verify_resource.ts"));
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
  };
  readonly catalogSha256: string;
}

let parsed: Promise<Builtins> | undefined;

/** The builtin profiles and the builtin catalog. Parsed once. */
export function builtins(): Promise<Builtins> {
  return parsed ??= textOf(
    "resources/generated/builtins.json",
    import(import.meta.resolve("../resources/generated/builtins.json"), {
      with: { type: "text" },
    }),
  ).then(JSON.parse);
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
  return await textOf(`resources/catalog/${file}.toml`, CATALOG_TEXTS[file]());
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
  return await textOf(`resources/profiles/${name}.lua`, PROFILE_TEXTS[name]());
}

const MANIFEST_TEXTS: Readonly<
  Record<string, () => Promise<{ readonly default: string }>>
> = {
  "default": () =>
    import(
      import.meta.resolve("../resources/generated/manifests/default.txt"),
      {
        with: { type: "text" },
      }
    ),
  "orchestrator": () =>
    import(
      import.meta.resolve("../resources/generated/manifests/orchestrator.txt"),
      {
        with: { type: "text" },
      }
    ),
  "coder": () =>
    import(import.meta.resolve("../resources/generated/manifests/coder.txt"), {
      with: { type: "text" },
    }),
  "researcher": () =>
    import(
      import.meta.resolve("../resources/generated/manifests/researcher.txt"),
      {
        with: { type: "text" },
      }
    ),
  "reviewer": () =>
    import(
      import.meta.resolve("../resources/generated/manifests/reviewer.txt"),
      {
        with: { type: "text" },
      }
    ),
  "fast": () =>
    import(import.meta.resolve("../resources/generated/manifests/fast.txt"), {
      with: { type: "text" },
    }),
};

/**
 * The manifest of a builtin profile, but for what comes from a launch; see
 * `print_prebuilt.ts`. `undefined` when there is no such profile.
 */
export async function prebuiltManifest(
  name: string,
): Promise<string | undefined> {
  if (!Object.hasOwn(MANIFEST_TEXTS, name)) return undefined;
  return await textOf(
    `resources/generated/manifests/${name}.txt`,
    MANIFEST_TEXTS[name](),
  );
}

/**
 * Takes hold of the texts that may be asked for when this process may load
 * nothing any more. Not needed from a file: what belongs to the program is there
 * without a permission.
 */
export async function holdTexts(): Promise<void> {
  if (!LOADED_FROM_URL) return;
  await Promise.all(BUILTIN_PROFILE_NAMES.map((name) => profileText(name)));
}

/** Where the Lua virtual machine is. */
export const LUA_VM_URL: string = import.meta.resolve(
  "../resources/generated/lua_vm.b64",
);

/** The Lua virtual machine as base64; see `scripts/build_vm.ts`. */
export async function luaVmBase64(): Promise<string> {
  return await textOf(
    "resources/generated/lua_vm.b64",
    import(import.meta.resolve("../resources/generated/lua_vm.b64"), {
      with: { type: "text" },
    }),
  );
}
