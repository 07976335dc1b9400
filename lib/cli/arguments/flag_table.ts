// Every flag, the same wherever it is taken. Like the commands' table it is loaded
// by every start: plain literals, no imports that run.
import type { DiagnosticFormat } from "../../print/diagnostics/render_diagnostics.ts";

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
  /** Leaving out the flag chooses nothing; without this, the first choice. */
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
    help: "name of the Pod (default: made from the workspace folder's name)",
  },
  "workspace": {
    value: "DIR",
    completes: "directory",
    help:
      "workspace of the Pod, whose project registry is used (default: the current directory)",
  },
  "workspace-as": {
    value: "PATH",
    help:
      "resolve as if the workspace were at PATH, so that every clone gives the same manifest",
  },
  "all": {
    help:
      "resolve every profile, or those of one registry (`project:`), into the folder --out",
  },
  "delegate": {
    value: "RULE",
    repeatable: true,
    completes: "delegate",
    help:
      "grant read:PATH or write:PATH instead of the workspace; write,nonrecursive:PATH leaves subfolders out",
  },
  "format": {
    value: "FORMAT",
    help: "output format",
  },
  "out": {
    value: "FILE",
    completes: "file",
    letter: "o",
    help:
      "write the manifest to FILE; the extension .json or .toml sets the format unless --format does",
  },
  "manifest": {
    value: "PATH",
    completes: "file",
    help: "use a complete manifest file instead of a profile",
  },
  "registry-only": {
    help: "accept registered profiles only, no paths and no standard input",
  },
  "trust-origin": {
    value: "URL",
    repeatable: true,
    help:
      "an origin (https://host) that keys may be sent to, like `trusted_origins` in your profiles.toml",
  },
  "strict": { help: "treat warnings as errors" },
  "fix": {
    help: "apply the fixes that are certain to the files, and print them",
  },
  "watch": {
    help: "stay, and check again whenever a file changes; Ctrl-C ends",
  },
  "base": {
    value: "DIR",
    completes: "directory",
    help: "checkout of the project before the change",
  },
  "head": {
    value: "DIR",
    completes: "directory",
    help: "checkout of the project after the change",
  },
  "profile": {
    value: "SELECTOR",
    completes: "profile",
    help: "another profile than the one the Pod was created with",
  },
  "from": {
    value: "NAME",
    completes: "pod",
    help: "the parent Pod",
  },
  "drift": {
    help: "also report which source files have changed since",
  },
  "settle": {
    help:
      "print no command, only put back what the runtime restores the Pod from",
  },
  "yes": { help: "agree instead of being asked" },
  "accept": {
    value: "CLASS",
    repeatable: true,
    choices: ["widening"],
    noDefault: true,
    help: "with --yes: agree to changes that let the Pod do more",
  },
  "force": {
    help:
      "treat the Pod as stopped although its runtime folder is still there (the runtime was killed)",
  },
  "retiring-within": {
    value: "DAYS",
    largest: 36_500,
    help: "report models that retire within DAYS days (default: 30)",
  },
  "today": {
    value: "DATE",
    help:
      "the date that retirement is judged by, YYYY-MM-DD (default: today in UTC)",
  },
  "only": {
    value: "PROVIDERS",
    help: "all models of these providers, comma-separated",
  },
  "models": {
    value: "GLOB",
    help: "models whose id or reference matches GLOB (* and ?)",
  },
  "builtin": {
    help: "print the builtin models as TOML, to start a models.toml from",
  },
  "max-steps": {
    value: "N",
    largest: 2_147_483_647,
    help:
      "most steps that a profile may run (default: 200000000, about a second)",
  },
  "error-format": {
    value: "FORMAT",
    choices: ERROR_FORMATS,
    help: "how problems are written to standard error",
  },
  "color": {
    value: "WHEN",
    choices: ["auto", "always", "never"],
    help: "when to use colours (auto: on a terminal, unless NO_COLOR is set)",
  },
  "quiet": {
    letter: "q",
    help: "print errors only: no warnings, notes or progress",
  },
  "directory": {
    letter: "C",
    value: "DIR",
    completes: "directory",
    help: "run as if started in DIR",
  },
  "verbose": {
    help: "with --version: list the third-party parts and their licences",
  },
  "roles": {
    help: "write profiles for three roles and a module that they share",
  },
  "ci": {
    value: "SERVICE",
    choices: ["github"],
    noDefault: true,
    help: "add a CI workflow that checks the profiles",
  },
  "print": { help: "print the manifest instead of creating the Pod" },
  "help": { letter: "h", help: "show this help" },
  "version": { letter: "V", help: "print the version" },
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
