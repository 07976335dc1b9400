/**
 * Who may import whom. A part is a folder of `lib/` or one of the two entry
 * files. Earlier parts never see later ones.
 */
export const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  "base": [],
  // JSON and TOML texts: their values, and where in them something stands.
  "document": ["base"],
  "resources": ["base"],
  "system": ["base"],
  "schema": ["base"],
  "selector": ["base"],
  "registry": ["base", "document", "resources", "system", "schema", "selector"],
  "catalog": ["base", "document", "resources", "system", "schema"],
  // Reads every text an evaluation will need, before it begins.
  "source": ["base", "document", "resources", "system", "selector", "registry"],
  // Untrusted evaluation knows neither profiles nor the registry.
  "lua": ["base", "resources", "system", "source"],
  // A profile is data here, wherever it came from: no Lua, no registry.
  "profile": ["base", "schema", "catalog"],
  "manifest": ["base", "schema", "catalog", "profile"],
  // Where a field stands in its source; only when there is something to say.
  "locate": ["base", "document", "source", "lua", "profile"],
  "print": ["base", "schema", "registry", "catalog", "profile", "manifest"],
  "api": [
    "base",
    "document",
    "resources",
    "system",
    "schema",
    "selector",
    "registry",
    "catalog",
    "source",
    "lua",
    "profile",
    "manifest",
    "locate",
  ],
  // The manual: re-exports from anywhere but the command line.
  "mod.ts": [
    "base",
    "resources",
    "system",
    "schema",
    "selector",
    "registry",
    "catalog",
    "manifest",
    "print",
    "api",
  ],
  // Built on the public API alone; see CLI_ALSO.
  "cli": [
    "base",
    "resources",
    "system",
    "schema",
    "selector",
    "registry",
    "catalog",
    "manifest",
    "print",
    "api",
  ],
  "cli.ts": ["cli", "system"],
};

/** What the command line may use beside the names that `mod.ts` exports. */
export const CLI_ALSO: readonly string[] = [
  // Exit codes, and how errors are worded.
  "lib/base/diagnostic_codes.ts",
  "lib/base/profile_error.ts",
  "lib/base/suggest.ts",
  // `eval` prints canonical bytes.
  "lib/base/canonical_json.ts",
  // The two halves of a resolution: a process gives up its rights between
  // them, which a library must not do to its host.
  "lib/api/pipeline.ts",
  "lib/api/prepared_profile.ts",
  "lib/api/prepare_evaluation.ts",
  "lib/api/evaluate_document.ts",
  // The same for what needs neither half.
  "lib/api/resolve_prebuilt.ts",
  "lib/system/give_up_permissions.ts",
  "lib/resources/builtin_resources.ts",
  // What a person types, and where it is answered.
  "lib/manifest/derive_pod_name.ts",
  "lib/system/native_path.ts",
  "lib/system/deno_terminal.ts",
  "lib/system/terminal.ts",
  "lib/print/print_json.ts",
  "lib/print/print_table.ts",
  "lib/print/visible_text.ts",
  "lib/print/wrap_text.ts",
];

/**
 * Where every run begins. No package may load with these: zod alone costs 15 to
 * 20 ms, more than all the rest of a start. Packages wait behind `import()`.
 */
export const HOT_ENTRIES: readonly string[] = [
  "cli.ts",
  "lib/api/pipeline.ts",
  "lib/cli/",
];

/** Commands that are about a package's work and little else. */
export const COLD_ENTRIES: readonly string[] = ["lib/cli/commands/schema.ts"];

/** The only files that import `resources/`. */
export const RESOURCE_DOORS: readonly string[] = [
  "lib/resources/builtin_resources.ts",
  "lib/resources/catalog_texts.ts",
  "lib/resources/license_texts.ts",
  "lib/resources/manifest_texts.ts",
  "lib/resources/preloaded_resources.ts",
  "lib/resources/profile_texts.ts",
];

/** A package is used in few files, so that replacing it is a local change. */
export const MAX_FILES_PER_PACKAGE = 3;

/** Names that no code of `lib/` may use, and the reason. */
export const BARRED_NAMES: readonly {
  readonly pattern: RegExp;
  readonly name: string;
  readonly except?: string;
  readonly why: string;
}[] = [
  {
    name: "Deno",
    pattern: /\bDeno\b/,
    except: "lib/system/",
    why: "the outside world comes in as a System",
  },
  {
    name: "import.meta.resolve",
    pattern: /import\(\s*import\.meta\.resolve/,
    why: "hides a module from Deno and its type from the reader",
  },
  {
    name: "console",
    pattern: /(?<![.\w])console\./,
    why: "printing goes through the Terminal",
  },
  {
    name: "process",
    pattern: /(?<![.\w])process\./,
    why: "loads Node's process module: 12 ms",
  },
  {
    name: "Buffer",
    pattern: /(?<![.\w])Buffer\./,
    why: "loads Node's buffers: 5 ms",
  },
  {
    name: "setTimeout",
    pattern: /(?<![.\w])setTimeout\(/,
    // Only where there is something to wait for.
    except: "lib/system/",
    why: "loads Node's timers: 7 ms",
  },
  {
    name: "localeCompare",
    pattern: /\.localeCompare\(/,
    why: "depends on the locale and loads ICU: 7 ms",
  },
  {
    name: "fetch",
    pattern: /(?<![.\w])fetch\(/,
    why: "nothing here uses a network",
  },
];
