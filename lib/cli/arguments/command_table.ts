// The one description of the command line. The parser, the help, the
// completions and the documentation are made from it, so they cannot disagree.
// It is loaded by every start: plain literals, and nothing but them, which is
// why it may be long. `known_commands.ts` looks things up in it.
import type { Completes, FlagName } from "./flag_table.ts";

/** A word after the command. */
export interface OperandSpec {
  /** As in the usage line: `SELECTOR`. */
  readonly name: string;
  readonly help: string;
  readonly required?: true;
  readonly repeatable?: true;
  readonly choices?: readonly string[];
  readonly completes?: Completes;
}

/** A command. */
export interface CommandSpec {
  /** One line for the list of commands. */
  readonly summary: string;
  /** More for its own help, one paragraph an entry. */
  readonly details?: readonly string[];
  readonly operand?: OperandSpec;
  /** Beside {@linkcode COMMON_FLAGS}. */
  readonly flags: readonly FlagName[];
  /** Flags that it cannot do without. */
  readonly needs?: readonly FlagName[];
  /** The values of its `--format`; the first is the default. */
  readonly formats?: readonly string[];
  /** Under which heading of the program's help it stands. */
  readonly group: CommandGroup;
  /** After the command's name, where that is not the operand and what it needs. */
  readonly usage?: readonly string[];
  /** What a flag means here, where that is not what it means elsewhere. */
  readonly flagHelp?: Readonly<Partial<Record<FlagName, string>>>;
  readonly examples?: readonly string[];
}

/** The headings of the program's help, in their order. */
export const COMMAND_GROUPS = {
  profiles: "Profiles",
  pods: "Pods",
  models: "Models",
  setup: "Project and editor set-up",
  program: "This program",
} as const;

type CommandGroup = keyof typeof COMMAND_GROUPS;

const POD_OPERAND = {
  name: "NAME",
  required: true,
  completes: "pod",
  help: "name of the Pod",
} as const satisfies OperandSpec;

const PROFILE_OPERAND = {
  name: "SELECTOR",
  completes: "profile",
  help: "the profile (default: the registry's default)",
} as const satisfies OperandSpec;

/** Flags of every command. */
export const COMMON_FLAGS: readonly FlagName[] = [
  "error-format",
  "color",
  "quiet",
  "directory",
  "help",
  "version",
  "verbose",
];

/** Every command by its name, in the order to show them. */
export const COMMANDS = {
  "resolve": {
    group: "profiles",
    summary: "print the manifest of a profile (the default command)",
    details: [
      "SELECTOR chooses the profile: `default` (the same as leaving it out), a name, a qualified name (`project:coder`, `user:coder`, `builtin:coder`), a path (`./coder.lua`, `./coder.toml`, `path:coder`), or `-` for JSON on standard input.",
      "Only the manifest goes to standard output; notes, warnings and errors go to standard error.",
      "Relative paths in SELECTOR, --delegate and --out are relative to the current directory, not to --workspace.",
      "`--all --out DIR` writes one manifest per profile, such as DIR/project/coder.json. A profile that fails does not keep the others from being written. Manifests in DIR whose profile no longer exists are reported, not deleted.",
    ],
    operand: PROFILE_OPERAND,
    flags: [
      "pod-name",
      "workspace",
      "workspace-as",
      "delegate",
      "format",
      "out",
      "all",
      "manifest",
      "registry-only",
      "trust-origin",
      "strict",
      "max-steps",
    ],
    flagHelp: {
      "out":
        "write the manifest to FILE, or with --all the manifests into the folder FILE; the extension .json or .toml sets the format unless --format does",
    },
    formats: ["json", "toml"],
    examples: [
      "insomnia-profile default --pod-name demo",
      "insomnia-profile project:coder --workspace ~/src/app --format toml",
      "nix eval --json --file coder.nix | insomnia-profile - --pod-name demo",
      "insomnia-profile --manifest pod.toml",
      "insomnia-profile --all --out manifests --workspace-as /workspace",
    ],
  },
  "list": {
    group: "profiles",
    summary: "list the profiles: name, default, description, status",
    details: [
      "`--format compact` prints one line per profile, for the description of a tool that an agent calls. When a registry is broken, the profiles of the others are still listed and the exit code is not 0.",
    ],
    flags: ["workspace", "format"],
    formats: ["table", "json", "compact"],
  },
  "check": {
    group: "profiles",
    summary: "resolve profiles and report every problem",
    details: [
      "Without arguments it checks every selectable profile and the registries themselves. `project:` and `user:` mean one registry. `.` means the project's registry and all other profiles below the current directory. A folder is searched recursively, except node_modules and dot folders other than .insomnia. In a folder, a .lua file is a profile unless its name begins with `_` or another file requires it; a .json or .toml file is a profile if it has a `model`.",
      "Problems go to standard error, one line per profile to standard output. The last line, `ok` in the JSON and the exit code always agree: 0 for no errors, 1 for errors, 5 if nothing could be checked.",
    ],
    operand: {
      name: "SELECTOR|FILE|FOLDER",
      repeatable: true,
      completes: "profile",
      help: "what to check (default: everything selectable)",
    },
    flags: [
      "pod-name",
      "workspace",
      "delegate",
      "fix",
      "watch",
      "format",
      "registry-only",
      "trust-origin",
      "strict",
      "retiring-within",
      "today",
      "max-steps",
    ],
    formats: ["text", "json"],
    examples: [
      "insomnia-profile check",
      "insomnia-profile check --strict --error-format github .insomnia/profiles/",
      "insomnia-profile check . --watch",
    ],
  },
  "explain": {
    group: "profiles",
    summary:
      "show where each value of a manifest comes from, or explain an error code",
    details: [
      "With a profile: every value of its manifest and where it comes from (a line of the profile, a preset, the catalog, a default or the launch). With a field (`compaction.threshold`) or a section as well: the same in full, with the arithmetic.",
      "With the code of an error or warning: what it means and what to do.",
    ],
    operand: {
      name: "SELECTOR [FIELD] | CODE",
      repeatable: true,
      completes: "profile-or-code",
      help:
        "a profile (default: the registry's default) and a field of its manifest, or an error code",
    },
    usage: ["[SELECTOR [FIELD]]", "CODE"],
    flags: [
      "pod-name",
      "workspace",
      "delegate",
      "format",
      "registry-only",
      "trust-origin",
      "max-steps",
    ],
    formats: ["text", "json"],
    examples: [
      "insomnia-profile explain coder compaction.threshold",
      "insomnia-profile explain builtin:default",
      "insomnia-profile explain unknown-field",
    ],
  },
  "diff": {
    group: "profiles",
    summary: "compare what two profiles, manifest files or Pods mean",
    details: [
      "Compares field by field. Each change comes with where both values come from and with its class: `widening` lets a Pod do more (more files, more tools, the network), `narrowing` lets it do less. Rules are compared by what they allow, not by their text. Exit code 1 means that something differs; if a side fails, the exit code is that of the failure.",
      "`--base DIR --head DIR` compares every profile of two checkouts of a project; `--format markdown` makes a comment for a pull request.",
    ],
    operand: {
      name: "A B",
      repeatable: true,
      completes: "profile",
      help:
        "selectors, manifest files or pod:NAME; with --base and --head, profiles (default: all)",
    },
    usage: ["A B", "--base DIR --head DIR [PROFILE...]"],
    flags: [
      "base",
      "head",
      "pod-name",
      "workspace",
      "delegate",
      "format",
      "trust-origin",
      "max-steps",
    ],
    formats: ["text", "json", "markdown"],
    examples: [
      "insomnia-profile diff builtin:coder ./coder.lua",
      "insomnia-profile diff pod:my-project ./coder.lua",
      "insomnia-profile diff --base ../main --head . --format markdown",
    ],
  },
  "eval": {
    group: "profiles",
    summary: "evaluate a Lua file and print its data as JSON",
    details: [
      "Prints one line with sorted keys, before any check of the profile. For profile authors, and for testing the sandbox.",
    ],
    operand: {
      name: "FILE",
      required: true,
      completes: "file",
      help: "a Lua file",
    },
    flags: ["workspace", "max-steps"],
    examples: ["insomnia-profile eval ./coder.lua"],
  },
  "new": {
    group: "pods",
    summary: "choose a name and a profile in a dialog, then create the Pod",
    details: [
      "Opens with the default profile, or with SELECTOR. Tab and Down go to the next profile, Shift-Tab and Up to the previous one; a preview shows what each resolves to. Enter creates the Pod as `pod create` does. Esc and Ctrl-C cancel and change nothing (exit code 130).",
    ],
    operand: PROFILE_OPERAND,
    flags: [
      "pod-name",
      "workspace",
      "delegate",
      "print",
      "trust-origin",
      "strict",
      "max-steps",
    ],
    examples: ["insomnia-profile new", "insomnia-profile new coder --print"],
  },
  "pod create": {
    group: "pods",
    summary: "resolve a profile and store the manifest as a new Pod",
    details: [
      "Stores the manifest and prints the command that starts the Pod, as `pod launch` does. Nothing is started. If the Pod exists already, nothing is changed.",
    ],
    operand: PROFILE_OPERAND,
    flags: [
      "pod-name",
      "workspace",
      "delegate",
      "manifest",
      "format",
      "trust-origin",
      "registry-only",
      "strict",
      "max-steps",
    ],
    formats: ["text", "json"],
    examples: ["insomnia-profile pod create project:coder --pod-name demo"],
  },
  "pod launch": {
    group: "pods",
    summary: "print the command that starts a Pod",
    details: [
      "Prints the command and never runs it. If the runtime has lost what it would restore the Pod from, that is put back first. If the runtime would restore something else, the difference is shown and `--yes` is needed.",
    ],
    operand: POD_OPERAND,
    flags: ["settle", "yes", "force", "format"],
    formats: ["text", "json"],
    examples: [
      "insomnia-profile pod launch demo",
      'sh -c "$(insomnia-profile pod launch demo)"',
    ],
  },
  "pod list": {
    group: "pods",
    summary: "list the stored Pods",
    flags: ["drift", "format"],
    formats: ["table", "json"],
  },
  "pod show": {
    group: "pods",
    summary: "show what is known about a Pod",
    operand: POD_OPERAND,
    flags: ["format"],
    formats: ["text", "json"],
  },
  "pod resume": {
    group: "pods",
    summary: "print the manifest that a Pod was created with",
    details: [
      "Prints exactly the bytes that were stored. It evaluates no profile and reads no registry or catalog, so it works when they are broken or gone. On a terminal, or with `--drift`, it also reports which source files have changed since.",
    ],
    operand: POD_OPERAND,
    flags: ["drift"],
  },
  "pod diff": {
    group: "pods",
    summary: "show what would change if a Pod were created now",
    details: [
      "Each change has a class: `widening` lets the Pod do more than before, `narrowing` lets it do less. Exit code 1 means that something would change.",
    ],
    operand: POD_OPERAND,
    flags: ["profile", "workspace", "trust-origin", "format", "max-steps"],
    flagHelp: { "workspace": "another workspace than the Pod's" },
    formats: ["text", "json"],
  },
  "pod reresolve": {
    group: "pods",
    summary: "resolve a stopped Pod again, after showing what changes",
    details: [
      "The previous manifest is kept in the Pod's `history` folder. On a terminal it asks first; elsewhere it needs `--yes`, and also `--accept widening` if the Pod could do more than before.",
    ],
    operand: POD_OPERAND,
    flags: [
      "profile",
      "workspace",
      "trust-origin",
      "yes",
      "accept",
      "force",
      "format",
      "max-steps",
    ],
    flagHelp: { "workspace": "another workspace than the Pod's" },
    formats: ["text", "json"],
  },
  "pod adopt": {
    group: "pods",
    summary: "store a Pod that only the runtime knows",
    details: [
      "Makes the snapshot from what the runtime would restore the Pod from.",
    ],
    operand: POD_OPERAND,
    flags: ["format"],
    formats: ["text", "json"],
  },
  "pod archive": {
    group: "pods",
    summary: "move a stopped Pod out of the store",
    details: [
      "Moves its folder to `archive` in the data directory.",
    ],
    operand: POD_OPERAND,
    flags: ["force", "format"],
    formats: ["text", "json"],
  },
  "pod remove": {
    group: "pods",
    summary: "delete a stopped Pod and its history",
    details: [
      "On a terminal it asks first; elsewhere it needs `--yes`.",
    ],
    operand: POD_OPERAND,
    flags: ["yes", "force", "format"],
    formats: ["text", "json"],
  },
  "inherit": {
    group: "pods",
    summary: "print the manifest of a child Pod, within its parent's scope",
    details: [
      "The child gets the manifest that the parent was created with, under another name and with part of the parent's scope. Every --delegate rule must lie within what the parent may access.",
    ],
    flags: ["from", "pod-name", "delegate", "format", "out"],
    flagHelp: {
      "pod-name": "name of the child",
      "delegate": "grant the child read:PATH or write:PATH",
    },
    needs: ["from", "pod-name", "delegate"],
    formats: ["json", "toml"],
    examples: [
      "insomnia-profile inherit --from demo --pod-name demo-docs --delegate read:docs",
    ],
  },
  "models": {
    group: "models",
    summary: "list the models, or show one model in full",
    operand: {
      name: "REF",
      completes: "model",
      help: "a model, as in a profile: provider/model-id",
    },
    flags: ["format", "retiring-within", "today", "builtin"],
    formats: ["table", "json"],
    examples: [
      "insomnia-profile models",
      "insomnia-profile models codex-oauth/gpt-5.5",
    ],
  },
  "models import": {
    group: "models",
    summary: "make models.toml and providers.toml from public catalogs",
    details: [
      "Reads models.dev's api.json, LiteLLM's price file, OpenRouter's list of models and the output of `codex debug models`; `-` is standard input. It never uses the network.",
      "It takes the models that your profiles name, and those of --only and --models. The file replaces the catalog's models: the others are listed as removed, and `models --builtin` prints their rows. A field that the files do not give stays as it is. It prints what changes and where the files disagree, as comments above the TOML, or alone with --out.",
      "A provider that the catalog lacks is made from what models.dev says of it (protocol, address, key variable) and printed with the present ones as providers.toml; --out writes that file beside FILE. If models.dev does not say enough, the provider is left out.",
    ],
    operand: {
      name: "FILE",
      required: true,
      repeatable: true,
      completes: "file",
      help: "a file of a public catalog, or `-`",
    },
    flags: ["only", "models", "out", "workspace"],
    flagHelp: {
      "out":
        "write models.toml to FILE, and providers.toml beside it if needed",
    },
    examples: [
      "insomnia-profile models import api.json",
      "codex debug models | insomnia-profile models import - --only codex-oauth",
    ],
  },
  "init": {
    group: "setup",
    summary: "set up a project: a registry, a first profile, editor support",
    details: [
      "Existing files are never changed. `--roles` writes profiles for three roles and a module that they share. `--ci github` adds a GitHub workflow that installs this version by checksum, checks the profiles and uploads the problems.",
    ],
    flags: ["workspace", "roles", "ci", "format"],
    formats: ["text", "json"],
    examples: [
      "insomnia-profile init",
      "insomnia-profile init --roles --ci github",
    ],
  },
  "types": {
    group: "setup",
    summary: "write the files that editors need: Lua types and JSON Schemas",
    details: [
      "Rewrites `.insomnia/.types/` for this version of the program, and writes `.luarc.json` if there is none. The language servers LuaLS and EmmyLua read both.",
    ],
    flags: ["workspace"],
  },
  "schema": {
    group: "setup",
    summary: "print a JSON Schema (2020-12)",
    operand: {
      name: "NAME",
      required: true,
      choices: ["manifest", "profile", "registry", "providers", "models"],
      help: "which schema",
    },
    flags: [],
    examples: ["insomnia-profile schema profile > profile.schema.json"],
  },
  "completions": {
    group: "setup",
    summary: "print a completion script for a shell",
    operand: {
      name: "SHELL",
      required: true,
      choices: ["bash", "zsh", "fish", "powershell", "nushell"],
      help: "the shell",
    },
    flags: [],
    examples: ["source <(insomnia-profile completions bash)"],
  },
  "licenses": {
    group: "program",
    summary: "print the licences of third-party code",
    details: [
      "Prints each part with the full text of its licence. Pass them on if you redistribute the program; a release has them as LICENSES.txt.",
    ],
    flags: ["format"],
    formats: ["text", "json"],
  },
  "help": {
    group: "program",
    summary: "show help for a command",
    operand: { name: "COMMAND", completes: "command", help: "a command" },
    flags: [],
  },
} as const satisfies Readonly<Record<string, CommandSpec>>;

/** The name of a command. */
export type CommandName = keyof typeof COMMANDS;

/** The command when none is named. */
export const DEFAULT_COMMAND = "resolve";

/** Exit codes for the help and the documentation. */
export const EXIT_CODES: readonly (readonly [number, string])[] = [
  [0, "success"],
  [1, "problems in a profile or manifest; differences, for diff"],
  [2, "wrong usage"],
  [3, "selection: profile unknown, ambiguous, missing or unsupported"],
  [4, "sandbox limit: steps, memory, source, modules or output"],
  [5, "environment: unreadable file, broken registry or catalog"],
  [6, "Pod store: unknown, existing, running, locked or damaged Pod"],
  [70, "a bug in this program; please report it"],
  [130, "cancelled by Ctrl-C or Esc"],
];
