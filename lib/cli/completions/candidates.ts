import { DIAGNOSTIC_CODES } from "../../base/diagnostic_codes.ts";
import { loadCatalog } from "../../catalog/load_catalog.ts";
import { discoverProfiles } from "../../registry/discover_profiles.ts";
import { nameMeanings } from "../../registry/name_meanings.ts";
import type { ProfileRegistry } from "../../registry/profile_registry.ts";
import { PodStore } from "../../api/pod_store.ts";
import type { System } from "../../system/system.ts";
import { COMMANDS } from "../arguments/command_table.ts";
import type { Completes } from "../arguments/flag_table.ts";
import { commandsOfGroup, isGroup } from "../arguments/known_commands.ts";
import type { Arguments } from "../arguments/parse_arguments.ts";
import { workspaceOf } from "../launch_options.ts";
import { completePaths } from "./complete_paths.ts";

/** A candidate for completion, with its description. */
export interface Candidate {
  readonly word: string;
  readonly help?: string | undefined;
}

/** The candidates for a word. */
export interface Completion {
  readonly candidates: readonly Candidate[];
  /** The shell adds paths itself, which it completes better. */
  readonly paths?: "file" | "directory";
}

/** The candidates for a kind of place, as far as they can be read. */
export async function candidatesFor(
  what: Completes | undefined,
  partial: string,
  parsed: Arguments,
  system: System,
): Promise<Completion> {
  switch (what) {
    case undefined:
      return { candidates: [] };
    case "command":
      return { candidates: commandWords() };
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
      const found = await candidatesFor("profile", partial, parsed, system);
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

/** What comes before the path of `--delegate`. */
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
export function commandWords(): Candidate[] {
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
