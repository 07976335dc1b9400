import { DIAGNOSTIC_CODES } from "../../base/diagnostic_codes.ts";
import { loadCatalog } from "../../catalog/load_catalog.ts";
import { discoverProfiles } from "../../registry/discover_profiles.ts";
import { nameMeanings } from "../../registry/name_meanings.ts";
import type { ProfileRegistry } from "../../registry/profile_registry.ts";
import { PodStore } from "../../api/pod_store.ts";
import type { System } from "../../system/system.ts";
import {
  choicesOf,
  type CommandName,
  COMMANDS,
  commandsOfGroup,
  commandSpec,
  COMMON_FLAGS,
  isGroup,
} from "../arguments/command_table.ts";
import { flagHelp } from "../arguments/command_usage.ts";
import {
  type Completes,
  type FlagName,
  flagSpec,
  isFlag,
} from "../arguments/flag_table.ts";
import { completePaths } from "./complete_paths.ts";
import {
  type Arguments,
  flagNamed,
  parseArguments,
} from "../arguments/parse_arguments.ts";
import { startedIn } from "../started_in.ts";
import { workspaceOf } from "../launch_options.ts";

/** One way to go on, and what it is. */
export interface Candidate {
  readonly word: string;
  readonly help?: string | undefined;
}

/** How a word can go on. */
export interface Completion {
  readonly candidates: readonly Candidate[];
  /** The shell adds paths of its own, which it knows better how to complete. */
  readonly paths?: "file" | "directory";
}

const NOTHING: Completion = { candidates: [] };

/**
 * How the last word of a command line can go on. What cannot be read, such as
 * a broken registry, gives no candidates: this is no place for an error.
 *
 * @param words the words before it, without the program's name
 * @param partial what is typed of the word, possibly nothing
 */
export async function complete(
  words: readonly string[],
  partial: string,
  world: System,
): Promise<Completion> {
  const parsed = parseArguments(words);
  const system = startedIn(parsed.flags.directory, world);
  const joined = /^--([^=]+)=/.exec(partial);
  if (joined !== null && isFlag(joined[1]!)) {
    const [flag, name] = [joined[0], joined[1] as FlagName];
    const begun = partial.slice(flag.length);
    const { candidates, paths } = await valuesOf(name, begun, parsed, system);
    const found = paths ? await completePaths(begun, paths, system) : [];
    return startingWith(partial, {
      candidates: [...candidates, ...found.map((word) => ({ word }))]
        .map(({ word, ...more }) => ({ word: flag + word, ...more })),
    });
  }
  const open = openFlag(words);
  if (open !== undefined) {
    return startingWith(
      partial,
      await valuesOf(open, partial, parsed, system),
    );
  }
  if (partial.startsWith("-") && !words.includes("--")) {
    return startingWith(partial, { candidates: flagsOf(parsed.command) });
  }
  return startingWith(
    partial,
    await operandsOf(words, partial, parsed, system),
  );
}

function startingWith(
  partial: string,
  { candidates, paths }: Completion,
): Completion {
  // `project:` is the beginning of a name, of which no path is a part.
  const isName = /^(builtin|user|project):/.test(partial);
  return {
    candidates: candidates.filter(({ word }) => word.startsWith(partial)),
    ...(isName ? {} : { paths }),
  };
}

/** The flag whose value is being typed. */
function openFlag(words: readonly string[]): FlagName | "selector" | undefined {
  const last = words.at(-1);
  if (!last?.startsWith("-") || words.slice(0, -1).includes("--")) return;
  const name = flagNamed(last);
  return name === undefined || name === "selector" ||
      flagSpec(name).value !== undefined
    ? name
    : undefined;
}

function flagsOf(command: CommandName): Candidate[] {
  return [...commandSpec(command).flags, ...COMMON_FLAGS].map((name) => ({
    word: `--${name}`,
    help: flagHelp(command, name),
  }));
}

async function valuesOf(
  flag: FlagName | "selector",
  partial: string,
  parsed: Arguments,
  system: System,
): Promise<Completion> {
  if (flag === "selector") {
    return await known("profile", partial, parsed, system);
  }
  const choices = choicesOf(parsed.command, flag);
  if (choices) return { candidates: choices.map((word) => ({ word })) };
  return await known(flagSpec(flag).completes, partial, parsed, system);
}

async function operandsOf(
  words: readonly string[],
  partial: string,
  parsed: Arguments,
  system: System,
): Promise<Completion> {
  if (parsed.group !== undefined) {
    return {
      candidates: parsed.operands.length > 0 ? [] : secondWords(parsed.group),
    };
  }
  const { operand } = commandSpec(parsed.command);
  const isFirst = !parsed.commandNamed && parsed.operands.length === 0;
  if (
    operand === undefined ||
    (parsed.operands.length > 0 && !operand.repeatable)
  ) return NOTHING;
  const own = operand.choices
    ? { candidates: operand.choices.map((word) => ({ word })) }
    : await known(operand.completes, partial, parsed, system);
  return isFirst && !words.includes("--")
    ? { ...own, candidates: [...commands(), ...own.candidates] }
    : own;
}

async function known(
  what: Completes | undefined,
  partial: string,
  parsed: Arguments,
  system: System,
): Promise<Completion> {
  switch (what) {
    case undefined:
      return NOTHING;
    case "command":
      return { candidates: commands() };
    case "file":
    case "directory":
      return { candidates: [], paths: what };
    case "delegate":
      return { candidates: await delegates(partial, system) };
    case "pod":
      return { candidates: await pods(system) };
    case "model":
      return { candidates: await models(system) };
    case "profile":
      return {
        candidates: await profiles(system, workspaceOf(parsed.flags, system)),
        paths: "file",
      };
    case "profile-or-code": {
      const found = await known("profile", partial, parsed, system);
      return { ...found, candidates: [...found.candidates, ...codes(partial)] };
    }
  }
}

/** Codes of diagnostics, once something is typed: there are a hundred. */
function codes(partial: string): Candidate[] {
  return partial === ""
    ? []
    : Object.keys(DIAGNOSTIC_CODES).map((word) => ({ word }));
}

/** The words before the path; then the folders, and the files, it can be. */
const DELEGATES: readonly Candidate[] = [
  { word: "read:", help: "what is below a path may be read" },
  { word: "write:", help: "what is below a path may be read and written" },
  { word: "read,nonrecursive:", help: "only what is in a folder" },
  { word: "write,nonrecursive:", help: "only what is in a folder" },
];

async function delegates(
  partial: string,
  system: System,
): Promise<readonly Candidate[]> {
  const cut = partial.indexOf(":") + 1;
  if (cut === 0) return DELEGATES;
  const [permission, path] = [partial.slice(0, cut), partial.slice(cut)];
  return (await completePaths(path, "file", system))
    .map((found) => ({ word: permission + found }));
}

/** First words: those of a group once. */
function commands(): Candidate[] {
  const candidates = new Map<string, Candidate>();
  for (const [name, { summary }] of Object.entries(COMMANDS)) {
    const [word = ""] = name.split(" ");
    if (!candidates.has(word)) {
      candidates.set(word, {
        word,
        help: isGroup(word) ? commandsOfGroup(word).join(", ") : summary,
      });
    }
  }
  return [...candidates.values()];
}

function secondWords(group: string): Candidate[] {
  return commandsOfGroup(group).map((name) => ({
    word: name.slice(group.length + 1),
    help: commandSpec(name).summary,
  }));
}

async function pods(system: System): Promise<Candidate[]> {
  const entries = await orNothing(new PodStore({ system }).list());
  return entries?.map(({ name, profile }) => ({
    word: name,
    ...profile !== undefined && { help: profile },
  })) ?? [];
}

async function profiles(
  system: System,
  workspace: string,
): Promise<Candidate[]> {
  const registry = await orNothing(discoverProfiles({ system, workspace }));
  if (registry === undefined) return [];
  const entries = registry.entries.filter(({ status }) => status === "ok");
  return [
    { word: "default", help: "the registry's default" },
    ...bareNames(registry),
    ...entries.map(({ qualifiedName, description }) => ({
      word: qualifiedName,
      help: description,
    })),
  ];
}

/** Aliases and names of which it is clear what they mean. */
function bareNames(registry: ProfileRegistry): Candidate[] {
  const { aliases, entries } = registry;
  const names = new Set([...aliases, ...entries].map(({ name }) => name));
  names.delete("default");
  return [...names].flatMap((name) => {
    const [meaning, ...others] = nameMeanings(name, registry);
    if (meaning === undefined || others.length > 0) return [];
    const { source, name: target } = meaning.selector;
    const entry = entries.find((entry) =>
      entry.source === source && entry.name === target
    );
    if (entry?.status !== "ok") return [];
    const help = meaning.alias
      ? `alias of ${entry.qualifiedName}`
      : entry.description;
    return [{ word: name, ...help !== undefined && { help } }];
  });
}

async function models(system: System): Promise<Candidate[]> {
  const catalog = await orNothing(loadCatalog({ system }));
  return catalog?.models.map(({ provider, id }) => ({
    word: `${provider}/${id}`,
  })) ?? [];
}

async function orNothing<T>(work: Promise<T>): Promise<T | undefined> {
  try {
    return await work;
  } catch {
    return undefined;
  }
}
