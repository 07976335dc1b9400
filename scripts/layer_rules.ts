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
  // Whom this program trusts with what: the one table, and who stands where.
  "trust": ["base", "system"],
  "registry": [
    "base",
    "document",
    "resources",
    "system",
    "schema",
    "selector",
    "trust",
  ],
  "catalog": ["base", "document", "resources", "system", "schema"],
  // Reads every text an evaluation will need, before it begins.
  "source": [
    "base",
    "document",
    "resources",
    "system",
    "selector",
    "trust",
    "registry",
  ],
  // Untrusted evaluation knows neither profiles nor the registry.
  "lua": ["base", "resources", "system", "source"],
  // A profile is data here, wherever it came from: no Lua, no registry.
  "profile": ["base", "schema", "catalog"],
  "manifest": ["base", "schema", "catalog", "profile"],
  // What is on the disk of a Pod. What it was made from comes from others.
  "store": ["base", "source", "system", "schema", "manifest"],
  // Where a field stands in its source; only when there is something to say.
  "locate": [
    "base",
    "document",
    "resources",
    "schema",
    "source",
    "lua",
    "profile",
  ],
  "print": ["base", "schema", "registry", "catalog", "profile", "manifest"],
  "api": [
    "base",
    "document",
    "resources",
    "system",
    "schema",
    "selector",
    "trust",
    "registry",
    "catalog",
    "source",
    "lua",
    "profile",
    "manifest",
    "store",
    "locate",
    "print",
  ],
  // The manual: re-exports from anywhere but the command line.
  "mod.ts": [
    "base",
    "resources",
    "system",
    "schema",
    "selector",
    "trust",
    "registry",
    "catalog",
    "manifest",
    "store",
    "print",
    "api",
  ],
  // Built on the public API alone.
  "cli": [
    "base",
    "resources",
    "system",
    "schema",
    "selector",
    "registry",
    "catalog",
    "manifest",
    "store",
    "print",
    "api",
  ],
  "cli.ts": ["cli", "system"],
};

/** The one door through which the command line runs profiles. */
export const DOOR = "lib/cli/isolation/";

/**
 * What evaluates, or takes this process's rights: of the command line, only the
 * door imports it. Types may be named anywhere.
 */
export const BEHIND_THE_DOOR: readonly string[] = [
  "lib/api/evaluate_document.ts",
  "lib/api/evaluate_lua.ts",
  "lib/api/evaluate_profile.ts",
  "lib/api/load_evaluator.ts",
  "lib/api/load_machine.ts",
  "lib/api/pipeline.ts",
  "lib/api/prepare_evaluation.ts",
  "lib/api/resolve_profile.ts",
  "lib/system/give_up_permissions.ts",
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
  "lib/resources/init_texts.ts",
  "lib/resources/license_texts.ts",
  "lib/resources/manifest_texts.ts",
  "lib/resources/preloaded_resources.ts",
  "lib/resources/lua_texts.ts",
  "lib/resources/type_texts.ts",
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
    name: "list as arguments",
    pattern:
      /\.(?:push|unshift)\(\s*\.\.\.|\bMath\.(?:max|min)\(\s*\.\.\.|\bString\.from\w+\(\s*\.\.\./,
    why: "a hundred thousand arguments are more than a stack holds",
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
    name: "state of a module",
    pattern:
      /^(?:export )?(?:let |const [a-z]\w*(?::[^=]+)? = new (?:Map|Set)\b[^(]*\(\))/,
    why: "is every session's: a ResolverSession owns it, or `lazy` makes it",
  },
  {
    name: "fetch",
    pattern: /(?<![.\w])fetch\(/,
    why: "nothing here uses a network",
  },
];
