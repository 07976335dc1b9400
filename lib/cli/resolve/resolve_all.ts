import { EXIT } from "../../base/diagnostic_codes.ts";
import type { Diagnostic } from "../../base/diagnostic.ts";
import { failure, ProfileError } from "../../base/profile_error.ts";
import { printManifest } from "../../print/print_manifest.ts";
import { printTable } from "../../print/print_table.ts";
import { discoverProfiles } from "../../registry/discover_profiles.ts";
import type {
  ProfileEntry,
  ProfileRegistry,
} from "../../registry/profile_registry.ts";
import {
  REGISTRY_SOURCES,
  type RegistrySource,
} from "../../selector/profile_selector.ts";
import { pathAsTyped } from "../../system/native_path.ts";
import { safeText } from "../../print/safe_json.ts";
import { recordingSystem } from "../../system/recording_system.ts";
import { rememberingSystem } from "../../system/remembering_system.ts";
import { refusalCode, type System, SystemError } from "../../system/system.ts";
import { unlessRefused } from "../../system/unless_refused.ts";
import type { CommandContext } from "../command.ts";
import { resolveIsolated } from "../isolation/resolve_isolated.ts";
import { type LaunchOptions, launchOptions } from "../launch_options.ts";
import { derivedNameNotes } from "../derived_name_notes.ts";
import { registryProblems } from "../registry_problems.ts";
import { saveText } from "../save_text.ts";

/** The result of one profile. */
interface Outcome {
  readonly entry: ProfileEntry;
  /** `same`: the file held these bytes already. */
  readonly done: "written" | "same" | "failed";
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * `resolve --all --out DIR`: a manifest for every profile that can be selected,
 * at `DIR/<source>/<name>.json`. What fails keeps no other from being written.
 */
export async function resolveAll(context: CommandContext): Promise<number> {
  const { args: { flags, operands }, terminal, report, system } = context;
  const sources = await chosenSources(operands[0]);
  const folder = pathAsTyped(system.cwd(), flags.out!);
  const ending = flags.format === "toml" ? "toml" : "json";
  // Profiles share modules, imports and the registry, so each file is read
  // once.
  const read = recordingSystem(rememberingSystem(system));
  const { remarks, ...options } = await launchOptions(flags, read);
  const registry = await discoverProfiles(options);
  const entries = registry.entries
    .filter(({ source, status }) =>
      sources.includes(source) && status === "ok"
    );
  const around = [
    ...derivedNameNotes(flags, options.podName),
    ...remarks,
    ...await registryProblems(registry, sources, options.strict, system),
    ...sameNames(entries),
  ];
  await makeFolders(entries, folder, system);
  const outcomes = await together(entries, async (entry): Promise<Outcome> => {
    const { source, name } = entry;
    const path = `${folder}/${source}/${name}.${ending}`;
    try {
      const { manifest, warnings } = await resolveIsolated(
        { ...options, registry, selector: { kind: "registry", source, name } },
        context,
        { writesAfterwards: true },
      );
      const text = printManifest(manifest, ending);
      const isSame = await textOf(system, path) === text;
      if (!isSame) await saveText(system, path, text, read);
      return {
        entry,
        done: isSame ? "same" : "written",
        diagnostics: warnings,
      };
    } catch (error) {
      if (!(error instanceof ProfileError)) throw error;
      return { entry, done: "failed", diagnostics: error.diagnostics };
    }
  });
  const said = [
    ...around,
    ...outcomes.flatMap(({ diagnostics }) => diagnostics),
    ...await leftFiles({ folder, ending, sources, registry, system, options }),
  ];
  const isWell = !said.some(({ severity }) => severity === "error");
  report(said);
  await context.flush();
  terminal.out.write(
    safeText(summary(outcomes, ending, isWell, flags.quiet ?? false)),
  );
  return isWell ? EXIT.done : EXIT.problems;
}

async function chosenSources(
  word: string | undefined,
): Promise<readonly RegistrySource[]> {
  if (word === undefined) return REGISTRY_SOURCES;
  const chosen = REGISTRY_SOURCES.find((source) => word === `${source}:`);
  if (chosen) return [chosen];
  const { usageFailure } = await import("../arguments/usage_failure.ts");
  throw usageFailure([{
    kind: "bad-operand",
    command: "resolve",
    word,
    choices: REGISTRY_SOURCES.map((source) => `${source}:`),
  }]);
}

/** On a file system that ignores case, one would overwrite the other. */
function sameNames(entries: readonly ProfileEntry[]): Diagnostic[] {
  const firsts = new Map<string, ProfileEntry>();
  return entries.flatMap((entry): Diagnostic[] => {
    const key = entry.qualifiedName.toLowerCase();
    const first = firsts.get(key);
    firsts.set(key, first ?? entry);
    return first === undefined ? [] : [{
      code: "conflicting-fields",
      severity: "error",
      message:
        `\`${first.qualifiedName}\` and \`${entry.qualifiedName}\` are one file where upper and lower case are the same`,
      help: "give one of them another name",
    }];
  });
}

async function makeFolders(
  entries: readonly ProfileEntry[],
  folder: string,
  system: System,
): Promise<void> {
  for (const source of new Set(entries.map(({ source }) => source))) {
    const path = `${folder}/${source}`;
    try {
      await system.makeDirectory(path, { parents: true });
    } catch (error) {
      if (!(error instanceof SystemError)) throw error;
      throw failure(
        refusalCode(error, "file-unwritable"),
        `cannot make the folder \`${path}\`: ${error.message}`,
        { help: "`--out` takes a folder, with `--all`" },
      );
    }
  }
}

/** Profiles that are resolved at a time, each in a worker of its own. */
const AT_A_TIME = Math.max(2, navigator.hardwareConcurrency);

async function together<T, Result>(
  items: readonly T[],
  work: (item: T) => Promise<Result>,
): Promise<readonly Result[]> {
  const results: Result[] = new Array(items.length);
  let next = 0;
  const one = async () => {
    for (let at = next++; at < items.length; at = next++) {
      results[at] = await work(items[at]!);
    }
  };
  await Promise.all(Array.from({ length: AT_A_TIME }, one));
  return results;
}

async function textOf(
  system: System,
  path: string,
): Promise<string | undefined> {
  return await unlessRefused(async () =>
    new TextDecoder().decode(await system.readFile(path))
  );
}

/** Manifests of an earlier run whose profile is gone. */
async function leftFiles(
  { folder, ending, sources, registry, system, options: { strict } }: {
    readonly folder: string;
    readonly ending: string;
    readonly sources: readonly RegistrySource[];
    readonly registry: ProfileRegistry;
    readonly system: System;
    readonly options: Omit<LaunchOptions, "remarks">;
  },
): Promise<readonly Diagnostic[]> {
  const left: Diagnostic[] = [];
  for (const source of sources) {
    // If the registry is broken, it is not known which profiles are gone.
    const isBroken = registry.files.some((file) =>
      file.source === source && file.problems.length > 0
    );
    if (isBroken) continue;
    for (const file of await filesIn(`${folder}/${source}`, system)) {
      const [, name, its] = /^(.*)\.(json|toml)$/.exec(file) ?? [];
      if (name === undefined) continue;
      const isKnown = registry.entries.some((entry) =>
        entry.source === source && entry.name === name
      );
      if (isKnown && its === ending) continue;
      const path = `${folder}/${source}/${file}`;
      left.push({
        code: "manifest-left",
        severity: strict ? "error" : "warning",
        message: isKnown
          ? `\`${path}\` was not written anew: this run writes .${ending} files`
          : `\`${path}\` is of a profile that is gone: there is no \`${source}:${name}\``,
        help: "remove it, if nobody needs it",
      });
    }
  }
  return left;
}

async function filesIn(folder: string, system: System): Promise<string[]> {
  return await unlessRefused(async () => {
    const entries = await system.readDirectory(folder);
    // A link of that name stands for a manifest as well as a file does.
    return entries.filter(({ kind }) => kind !== "directory")
      .map(({ name }) => name).sort();
  }, []);
}

function summary(
  outcomes: readonly Outcome[],
  ending: string,
  isWell: boolean,
  isQuiet: boolean,
): string {
  if (isQuiet && isWell) return "";
  const rows = outcomes.filter(({ done }) => !isQuiet || done === "failed")
    .map(({ entry: { source, name }, done }) => [
      done,
      `${source}/${name}.${ending}`,
    ]);
  const count = (done: Outcome["done"]) =>
    outcomes.filter((outcome) => outcome.done === done).length;
  const parts = [
    `${count("written")} written`,
    `${count("same")} the same as before`,
    ...count("failed") > 0 ? [`${count("failed")} failed`] : [],
  ];
  const end = isWell ? "all well" : "there are errors";
  return `${printTable(rows)}${parts.join(", ")}: ${end}\n`;
}
