/**
 * Who may import whom. A part is a folder of `lib/`, a file directly in it, or
 * one of the two entry files; `api` is every other file directly in `lib/`.
 * Earlier parts never see later ones.
 */
export const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  "version": [],
  "base": [],
  "resource_digests": [],
  "verify_resource": ["base", "resource_digests"],
  "resources": ["base", "verify_resource"],
  "system": ["base"],
  "schema": ["base"],
  "selector": ["base"],
  "registry": ["base", "resources", "system", "schema", "selector"],
  // Untrusted evaluation knows neither profiles nor the registry.
  "lua": ["base", "resources", "system"],
  // Reads every text an evaluation will need, before it begins.
  "source": ["base", "resources", "system", "selector", "registry", "lua"],
  // Where a field stands in its source; only when there is something to say.
  "report": ["base", "lua", "source", "profile"],
  "catalog": ["base", "resources", "system", "schema"],
  // A profile is data here, wherever it came from: no Lua, no registry.
  "profile": ["base", "schema", "catalog"],
  "manifest": [
    "version",
    "base",
    "schema",
    "selector",
    "registry",
    "catalog",
    "profile",
  ],
  "print": [
    "version",
    "base",
    "schema",
    "selector",
    "registry",
    "catalog",
    "profile",
    "manifest",
  ],
  "api": [
    "version",
    "base",
    "verify_resource",
    "resources",
    "system",
    "schema",
    "selector",
    "registry",
    "lua",
    "source",
    "report",
    "catalog",
    "profile",
    "manifest",
    "print",
  ],
  // The manual: re-exports from anywhere but the command line.
  "mod.ts": [
    "version",
    "base",
    "system",
    "schema",
    "selector",
    "registry",
    "lua",
    "catalog",
    "profile",
    "manifest",
    "print",
    "api",
  ],
  // Built on the public API alone; see CLI_ALSO.
  "cli": [
    "version",
    "base",
    "resources",
    "system",
    "schema",
    "selector",
    "registry",
    "lua",
    "catalog",
    "profile",
    "manifest",
    "print",
    "api",
  ],
  "cli.ts": ["cli", "system", "version"],
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
  "lib/pipeline.ts",
  "lib/prepared_profile.ts",
  "lib/evaluate_file.ts",
  "lib/evaluate_document.ts",
  // The same for what needs neither half.
  "lib/print_prebuilt.ts",
  "lib/system/give_up_permissions.ts",
  "lib/resources.ts",
  // What a person types, and where it is answered.
  "lib/manifest/derive_pod_name.ts",
  "lib/system/native_path.ts",
  "lib/system/terminal.ts",
  "lib/print/print_json.ts",
  "lib/print/print_table.ts",
  "lib/print/visible_text.ts",
  "lib/print/wrap_text.ts",
];

/**
 * Files that name parts of the program without using anything of them, so that
 * Deno knows the parts before they are needed.
 */
export const LISTS_OF_PARTS: readonly string[] = [
  "lib/cli/late_builtin_parts.ts",
  "lib/cli/late_parts.ts",
  "lib/cli/parts.generated.ts",
  "lib/parts.generated.ts",
];

/**
 * Where every run begins. No package may load with these: zod alone costs 15 to
 * 20 ms, more than all the rest of a start. Packages wait behind `import()`.
 */
export const HOT_ENTRIES: readonly string[] = [
  "cli.ts",
  "lib/pipeline.ts",
  "lib/cli/",
];

/** Commands that are about a package's work and little else. */
export const COLD_ENTRIES: readonly string[] = ["lib/cli/commands/schema.ts"];

/** The only files that import `resources/`. */
export const RESOURCE_DOORS: readonly string[] = [
  "lib/resources.ts",
  "lib/static_resources.ts",
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
