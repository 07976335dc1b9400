// The one description of the command line. The parser, the help, the
// completions and the documentation are made from it, so they cannot disagree.
// It is loaded by every start: plain literals.
import { type Completes, type FlagName, flagSpec } from "./flag_table.ts";

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
  readonly examples?: readonly string[];
}

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
    summary: "print the manifest of a profile (the command when none is named)",
    details: [
      "SELECTOR is `default` (also when left out), a profile's name, a qualified name (`project:coder`, `user:coder`, `builtin:coder`), a path (`./coder.lua`, `./coder.toml`, `path:coder`), or `-` for JSON data on standard input.",
      "The manifest alone goes to standard output; notes, warnings and errors go to standard error.",
      "Relative paths (of a selector, --delegate, --out) are relative to the current directory, not to --workspace.",
      "`--all --out DIR` writes a manifest for every profile, DIR/project/coder.json: the good ones also where one fails. What is in DIR of profiles that are gone is named, not removed.",
    ],
    operand: {
      name: "SELECTOR",
      completes: "profile",
      help: "the profile; default: the registry's default",
    },
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
    formats: ["json", "toml"],
    examples: [
      "insomnia-profile default --pod-name demo",
      "insomnia-profile project:coder --workspace ~/src/app --format toml",
      "nix eval --json --file coder.nix | insomnia-profile - --pod-name demo",
      "insomnia-profile --manifest pod.toml",
      "insomnia-profile --all --out manifests --workspace-as /workspace",
    ],
  },
  "new": {
    summary: "choose name and profile in a dialog, then create the Pod",
    details: [
      "Starts with the default profile, or with SELECTOR. Tab and down show the next profile, shift-tab and up the one before, each with what it resolves to; enter does what `pod create` does, esc and Ctrl-C leave everything as it was (exit code 130).",
    ],
    operand: {
      name: "SELECTOR",
      completes: "profile",
      help: "the profile to begin with; default: the registry's default",
    },
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
  "list": {
    summary: "every profile: name, default, description, status",
    details: [
      "`compact` is one line a profile, for the description of a tool. Ends with an exit code other than 0 when a registry is broken; the profiles of the others are listed all the same.",
    ],
    flags: ["workspace", "format"],
    formats: ["table", "json", "compact"],
  },
  "check": {
    summary: "resolve profiles and report every problem, for CI",
    details: [
      "Without a word: every profile that can be selected, and the registries themselves. `project:` or `user:` is one registry. `.` is the project's registry and what it does not name; a folder is searched below, but for node_modules and folders with a dot (not .insomnia). There a .lua file counts unless its name begins with `_` or another file requires it, a .json or .toml file if it has a `model`.",
      "Problems go to standard error, one line a profile to standard output. The last line, the `ok` of the JSON and the exit code say the same: 0 for no error, 1 for any, 5 where nothing could be checked.",
    ],
    operand: {
      name: "SELECTOR|FILE|FOLDER",
      repeatable: true,
      completes: "profile",
      help: "what to check; default: all",
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
    summary: "where each value of a manifest comes from, or what a code means",
    details: [
      "With a profile alone: every value of its manifest with what gave it: the file and line where it is written or where a function that set it was called, the preset, the catalog, a default, the launch. With a field (`compaction.threshold`) or a section: in full, with the arithmetic and what it came through.",
      "With the code of an error or warning: what it means and what to do.",
    ],
    operand: {
      name: "SELECTOR [FIELD] | CODE",
      repeatable: true,
      completes: "profile-or-code",
      help:
        "a profile (default: the registry's default) and a field of its manifest, or a code",
    },
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
    summary: "what two profiles or manifests mean differently",
    details: [
      "Field by field, with where both values come from and the class of each change: `widening` lets a Pod do more (more files, more tools, the network), `narrowing` less. Rules are compared by what they allow, not by their text. Ends with 1 where something differs, with the code of the failure where a side fails.",
      "`--base DIR --head DIR` compares every profile of two checkouts of a project; `--format markdown` is for a comment on a pull request.",
    ],
    operand: {
      name: "A B",
      repeatable: true,
      completes: "profile",
      help:
        "two selectors, manifest files or pod:NAME; with --base the profiles to compare",
    },
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
    summary: "the raw data a Lua file evaluates to, as JSON",
    details: [
      "One line with sorted keys, before any check of a profile: for authors, and for testing the sandbox.",
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
  "pod create": {
    summary: "resolve a profile and store it as a new Pod",
    details: [
      "Writes what the Pod is created with and prints the command that starts it, as `pod launch` does. A Pod that exists is left as it is.",
    ],
    operand: {
      name: "SELECTOR",
      completes: "profile",
      help: "the profile; default: the registry's default",
    },
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
    summary: "the command that starts a Pod with the runtime",
    details: [
      "Never runs it. Where the runtime has nothing to restore the Pod from, what the Pod was created with is put back; where it has something else, the difference is shown and `--yes` is needed.",
    ],
    operand: {
      name: "NAME",
      required: true,
      completes: "pod",
      help: "the Pod",
    },
    flags: ["settle", "yes", "force", "format"],
    formats: ["text", "json"],
    examples: [
      "insomnia-profile pod launch demo",
      'sh -c "$(insomnia-profile pod launch demo)"',
    ],
  },
  "pod list": {
    summary: "every stored Pod",
    flags: ["drift", "format"],
    formats: ["table", "json"],
  },
  "pod show": {
    summary: "what is known of a Pod",
    operand: {
      name: "NAME",
      required: true,
      completes: "pod",
      help: "the Pod",
    },
    flags: ["format"],
    formats: ["text", "json"],
  },
  "pod resume": {
    summary: "the manifest a Pod was created with, exactly as stored",
    details: [
      "Evaluates no profile and reads no registry and no catalog: it works when they are gone. On a terminal, or with `--drift`, it tells which of the files that were used have changed since.",
    ],
    operand: {
      name: "NAME",
      required: true,
      completes: "pod",
      help: "the Pod",
    },
    flags: ["drift"],
  },
  "pod adopt": {
    summary: "take over a Pod that only the runtime knows",
    operand: {
      name: "NAME",
      required: true,
      completes: "pod",
      help: "the Pod",
    },
    flags: ["format"],
    formats: ["text", "json"],
  },
  "pod diff": {
    summary: "what would change if a Pod were created now",
    details: [
      "Each change with its class: `widening` lets the Pod do more than before, `narrowing` less. Ends with 1 where something differs.",
    ],
    operand: {
      name: "NAME",
      required: true,
      completes: "pod",
      help: "the Pod",
    },
    flags: ["profile", "workspace", "trust-origin", "format", "max-steps"],
    formats: ["text", "json"],
  },
  "pod reresolve": {
    summary: "resolve a stopped Pod anew, after showing what changes",
    details: [
      "What it was created with is kept in the folder `history` of the Pod. On a terminal it asks; elsewhere it needs `--yes`, and `--accept widening` beside it where the Pod could do more than before.",
    ],
    operand: {
      name: "NAME",
      required: true,
      completes: "pod",
      help: "the Pod",
    },
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
    formats: ["text", "json"],
  },
  "pod archive": {
    summary: "move a stopped Pod out of the store",
    operand: {
      name: "NAME",
      required: true,
      completes: "pod",
      help: "the Pod",
    },
    flags: ["force", "format"],
    formats: ["text", "json"],
  },
  "pod remove": {
    summary: "remove a stopped Pod with its history",
    operand: {
      name: "NAME",
      required: true,
      completes: "pod",
      help: "the Pod",
    },
    flags: ["yes", "force", "format"],
    formats: ["text", "json"],
  },
  "inherit": {
    summary: "the manifest of a child Pod, within the scope of its parent",
    flags: ["from", "pod-name", "delegate", "format", "out"],
    needs: ["from", "pod-name", "delegate"],
    formats: ["json", "toml"],
    examples: [
      "insomnia-profile inherit --from demo --pod-name demo-docs --delegate read:docs",
    ],
  },
  "models": {
    summary: "the model catalog, or one model in full",
    operand: {
      name: "REF",
      completes: "model",
      help: "as in a profile: provider/model-id",
    },
    flags: ["format", "retiring-within", "today", "builtin"],
    formats: ["table", "json"],
    examples: [
      "insomnia-profile models",
      "insomnia-profile models codex-oauth/gpt-5.5",
    ],
  },
  "init": {
    summary: "begin a project: a registry, a first profile, the editor set-up",
    details: [
      "What is there is never changed. `--roles` writes a profile for each of three roles and a module that they share; `--ci github` adds a workflow that installs this version by its checksum, checks the profiles and uploads what it finds.",
    ],
    flags: ["workspace", "roles", "ci", "format"],
    formats: ["text", "json"],
    examples: [
      "insomnia-profile init",
      "insomnia-profile init --roles --ci github",
    ],
  },
  "types": {
    summary: "what editors know of profiles: types of the Lua API, schemas",
    details: [
      "Writes `.insomnia/.types/` anew for this version of the program, and `.luarc.json` where there is none. LuaLS and EmmyLua read both.",
    ],
    flags: ["workspace"],
  },
  "models import": {
    summary: "public catalogs as a models.toml and providers.toml",
    details: [
      "Reads models.dev's api.json, LiteLLM's price file, OpenRouter's list of models and what `codex debug models` prints; `-` is standard input. Never the network.",
      "Without --only and --models: the models that the profiles in reach name. What changes, and where the files disagree, comes first as comments; with --out on its own. What a file does not say stays as it is.",
      "A provider that the catalog lacks is made of what models.dev tells (protocol, address, the variable with the key), with the present rows as a providers.toml; --out writes it beside FILE. Of one that it does not tell enough of, no row is made.",
    ],
    operand: {
      name: "FILE",
      required: true,
      repeatable: true,
      completes: "file",
      help: "a file of a public catalog",
    },
    flags: ["only", "models", "out", "workspace"],
    examples: [
      "insomnia-profile models import api.json",
      "codex debug models | insomnia-profile models import - --only codex-oauth",
    ],
  },
  "schema": {
    summary: "a JSON Schema (2020-12), for editors and other tools",
    operand: {
      name: "NAME",
      required: true,
      choices: ["manifest", "profile", "registry", "providers", "models"],
      help: "of what",
    },
    flags: [],
    examples: ["insomnia-profile schema profile > profile.schema.json"],
  },
  "completions": {
    summary: "a completion script for a shell",
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
    summary: "what others wrote in this program, and their licences",
    details: [
      "Each part with the whole text of its licence. Whoever hands the program on hands these on too; a release has them as LICENSES.txt.",
    ],
    flags: ["format"],
    formats: ["text", "json"],
  },
  "help": {
    summary: "help for a command",
    operand: { name: "COMMAND", completes: "command", help: "the command" },
    flags: [],
  },
} as const satisfies Readonly<Record<string, CommandSpec>>;

/** The name of a command. */
export type CommandName = keyof typeof COMMANDS;

/** The command when none is named. */
export const DEFAULT_COMMAND = "resolve";

/** Exit codes for the help and the documentation. */
export const EXIT_CODES: readonly (readonly [number, string])[] = [
  [0, "done"],
  [1, "the profile or manifest has problems"],
  [2, "usage"],
  [3, "selection: unknown, ambiguous, missing, unsupported"],
  [4, "a sandbox limit: steps, memory, source, modules, output"],
  [5, "environment: unreadable file, broken registry or catalog"],
  [6, "the store: no such Pod, exists, running, locked, damaged"],
  [70, "a bug in this program; the message asks for a report"],
];

/** Words that commands of two words begin with: `pod`. */
export function isGroup(word: string): boolean {
  return Object.keys(COMMANDS).some((name) => name.startsWith(`${word} `));
}

/** The second words of a group's commands. */
export function commandsOfGroup(group: string): readonly CommandName[] {
  return (Object.keys(COMMANDS) as CommandName[])
    .filter((name) => name.startsWith(`${group} `));
}

/** Whether a word names a command. */
export function isCommand(word: string): word is CommandName {
  return Object.hasOwn(COMMANDS, word);
}

/** A command by its name, without the narrow types of the literal. */
export function commandSpec(name: CommandName): CommandSpec {
  return COMMANDS[name];
}

/** Whether a command takes a flag. */
export function takesFlag(command: CommandName, flag: FlagName): boolean {
  return COMMON_FLAGS.includes(flag) ||
    commandSpec(command).flags.includes(flag);
}

/** The values a flag of a command takes, where they are few. */
export function choicesOf(
  command: CommandName,
  flag: FlagName,
): readonly string[] | undefined {
  return flag === "format"
    ? commandSpec(command).formats
    : flagSpec(flag).choices;
}
