// Every flag, the same wherever it is taken. Like the commands' table it is loaded
// by every start: plain literals, no imports that run.
import type { DiagnosticFormat } from "../print/diagnostics/render_diagnostics.ts";

/** What can stand in a place, for completion; a profile may be a path too. */
export type Completes =
  | "profile"
  | "delegate"
  | "profile-or-code"
  | "model"
  | "file"
  | "directory"
  | "pod"
  | "command";

/** A flag, the same wherever it is taken. */
export interface FlagSpec {
  /** One line. */
  readonly help: string;
  /** What its value is called; a flag without one is a switch. */
  readonly value?: string;
  /** May be given more than once; its values are kept in order. */
  readonly repeatable?: true;
  /** The values it takes, where they are few. */
  readonly choices?: readonly string[];
  /** None of the choices holds where the flag is left out; else the first does. */
  readonly noDefault?: true;
  /** The value is a whole number from 1 to this. */
  readonly largest?: number;
  readonly completes?: Completes;
  /** A single letter, for the few that everybody knows. */
  readonly letter?: string;
}

/** The values of `--error-format`; the first is the default. */
const ERROR_FORMATS: readonly DiagnosticFormat[] = [
  "human",
  "json",
  "github",
  "sarif",
];

/** Every flag by its name without the dashes. */
export const FLAGS = {
  "pod-name": {
    value: "NAME",
    help: "name of the Pod; default: made from the workspace folder's name",
  },
  "workspace": {
    value: "DIR",
    completes: "directory",
    help: "the workspace; project discovery starts there; default: here",
  },
  "workspace-as": {
    value: "PATH",
    help:
      "resolve as if the workspace were at this absolute path, for a manifest that is the same in every clone",
  },
  "all": {
    help:
      "every profile, or those of one registry (`project:`), into the folder of --out",
  },
  "delegate": {
    value: "RULE",
    repeatable: true,
    completes: "delegate",
    help:
      "grant read:PATH or write:PATH (write,nonrecursive:PATH) instead of the workspace",
  },
  "format": {
    value: "FORMAT",
    help: "how to print the result",
  },
  "out": {
    value: "FILE",
    completes: "file",
    letter: "o",
    help:
      "write the manifest to FILE, whole or not at all; its ending (.json, .toml) is the format where --format is not given",
  },
  "manifest": {
    value: "PATH",
    completes: "file",
    help: "use a complete manifest file instead of a profile",
  },
  "registry-only": {
    help: "refuse paths and - as selectors: only registered profiles",
  },
  "trust-origin": {
    value: "URL",
    repeatable: true,
    help: "an origin (https://host) that may get keys; as in profiles.toml",
  },
  "strict": { help: "warnings are errors" },
  "fix": {
    help:
      "make the changes that are sure, in the files; what they are is printed",
  },
  "watch": {
    help:
      "stay, and check again when a file that was read changes or one is added; Ctrl-C ends",
  },
  "base": {
    value: "DIR",
    completes: "directory",
    help: "a checkout of the project as it was",
  },
  "head": {
    value: "DIR",
    completes: "directory",
    help: "a checkout of the project as it is to be",
  },
  "profile": {
    value: "SELECTOR",
    completes: "profile",
    help: "the profile to take in place of the one the Pod was created with",
  },
  "from": {
    value: "NAME",
    completes: "pod",
    help: "the Pod to inherit from",
  },
  "drift": {
    help: "also read the files that were used, and tell which have changed",
  },
  "settle": {
    help:
      "print no command: only put back what the runtime has to restore the Pod from",
  },
  "yes": { help: "agree, instead of being asked" },
  "accept": {
    value: "CLASS",
    repeatable: true,
    choices: ["widening"],
    help: "agree, with --yes, to changes that let the Pod do more",
  },
  "force": {
    help: "the Pod does not run: a killed process left its folder behind",
  },
  "retiring-within": {
    value: "DAYS",
    largest: 36_500,
    help: "tell the models that end within so many days; default 30",
  },
  "today": {
    value: "DATE",
    help:
      "the day to judge ends of models by, YYYY-MM-DD; default: the clock's, UTC",
  },
  "only": {
    value: "PROVIDERS",
    help: "all models of these providers, separated by commas",
  },
  "models": {
    value: "GLOB",
    help: "the models whose id or ref fits, with * and ?",
  },
  "builtin": {
    help: "the builtin rows as TOML, to start a models.toml from",
  },
  "max-steps": {
    value: "N",
    largest: 2_147_483_647,
    help: "steps a profile may run; default 200000000, about a second",
  },
  "error-format": {
    value: "FORMAT",
    choices: ERROR_FORMATS,
    help: "how problems are written to standard error",
  },
  "color": {
    value: "WHEN",
    choices: ["auto", "always", "never"],
    help: "colours; auto is on a terminal, unless NO_COLOR is set",
  },
  "quiet": {
    letter: "q",
    help: "errors only: no warnings, notes or progress",
  },
  "directory": {
    letter: "C",
    value: "DIR",
    completes: "directory",
    help: "run as if started in DIR",
  },
  "verbose": {
    help:
      "with --version: what the program is made of, and under which licences",
  },
  "roles": { help: "a profile for each of three roles, and what they share" },
  "ci": {
    value: "SERVICE",
    choices: ["github"],
    noDefault: true,
    help: "add a workflow that checks the profiles",
  },
  "print": { help: "print the manifest instead of creating the Pod" },
  "help": { letter: "h", help: "this help" },
  "version": { letter: "V", help: "the version" },
} as const satisfies Readonly<Record<string, FlagSpec>>;

/** The name of a flag, without the dashes. */
export type FlagName = keyof typeof FLAGS;

/**
 * Older spellings, understood and no longer advertised. `selector` stands for
 * the word itself.
 */
export const OLDER_SPELLINGS: Readonly<
  Record<string, FlagName | "selector">
> = {
  "profile": "selector",
  "profile-pod-name": "pod-name",
};

/** Whether a word, without its dashes, names a flag. */
export function isFlag(word: string): word is FlagName {
  return Object.hasOwn(FLAGS, word);
}

/** A flag by its name, without the narrow types of the literal. */
export function flagSpec(name: FlagName): FlagSpec {
  return FLAGS[name];
}
