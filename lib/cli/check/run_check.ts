import { addExcerpts } from "../../api/add_excerpts.ts";
import type { Diagnostic } from "../../base/diagnostic.ts";
import { EXIT } from "../../base/diagnostic_codes.ts";
import { ProfileError } from "../../base/profile_error.ts";
import type { Catalog } from "../../catalog/catalog.ts";
import { loadCatalog } from "../../catalog/load_catalog.ts";
import { discoverProfiles } from "../../registry/discover_profiles.ts";
import type { System } from "../../system/system.ts";
import { rememberingSystem } from "../../system/remembering_system.ts";
import type { CheckedRegistry, CheckOutcome } from "./check_report.ts";
import { type CheckSubject, chooseSubjects } from "./check_subjects.ts";
import type { CommandContext } from "../command.ts";
import { IsolatedCheck } from "../isolation/isolated_check.ts";
import { failureOf } from "../isolation/finish_check.ts";
import { endingsOptions } from "../endings_options.ts";
import { launchOptions } from "../launch_options.ts";
import { NO_PROGRESS, progressOn } from "../progress.ts";
import { registryProblems } from "../registry_problems.ts";
import { unregisteredNote } from "./unregistered_note.ts";

/** How profiles are checked. */
export interface CheckHow {
  /** The number of workers. Default: as many as are worth while. */
  readonly workers?: number;
  /** Keep the permissions of this process: to write, or to check again. */
  readonly writesAfterwards: boolean;
  /** Default: the one that holds. */
  readonly catalog?: Catalog;
  /** Make digests, too. Default: where they are printed, which is in JSON. */
  readonly withDigests?: boolean;
}

/** The result of a check, which every report is made from. */
export interface CheckRun {
  /** Whether there is no error of any kind. */
  readonly ok: boolean;
  /** 0; 1 for any problem; 5 where nothing could be checked; 70 for a bug. */
  readonly exitCode: number;
  /** Profiles, in the order that they were asked for. */
  readonly outcomes: readonly CheckOutcome[];
  /** Registry files that have diagnostics. */
  readonly registries: readonly CheckedRegistry[];
  /** All diagnostics, each once. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Checks what the command line names, once, as everything is now. */
export async function runCheck(
  context: CommandContext,
  how: CheckHow,
): Promise<CheckRun> {
  const { args: { flags }, terminal } = context;
  const progress = flags.quiet ? NO_PROGRESS : progressOn(terminal.error);
  const check = new IsolatedCheck(context, {
    workersFor: (profiles) => how.workers ?? workersFor(profiles, how),
    writesAfterwards: how.writesAfterwards,
    withDigests: how.withDigests ?? flags.format === "json",
    onRead: (name) => progress.step(`reading ${name}`),
    onChecked: (done, of, name) =>
      progress.step(`checking ${done}/${of} ${name}`),
  });
  try {
    return await checkBy(check, context, how);
  } finally {
    progress.clear();
    check.close();
  }
}

async function checkBy(
  check: IsolatedCheck,
  { args: { flags, operands }, ...context }: CommandContext,
  how: CheckHow,
): Promise<CheckRun> {
  // Profiles in one folder share its listing, the registry and modules, so each
  // is read once.
  const system = rememberingSystem(context.system);
  const { remarks, ...launch } = await launchOptions(flags, system);
  const registry = await discoverProfiles(launch);
  const catalog = how.catalog ?? await readCatalog(system);
  const options = {
    ...launch,
    registry,
    endings: endingsOptions(flags),
    ...catalog && { catalog },
  };
  const { subjects, sources } = await chooseSubjects(
    operands,
    registry,
    system,
    {
      onListed: (atMost) => check.expect(atMost),
      onRead: (path) =>
        check.offer({
          name: path,
          options: { ...options, selector: { kind: "path", path } },
        }),
    },
  );
  const ofRegistries = await addExcerpts(
    await registryProblems(registry, sources, launch.strict, system),
    system,
  );
  const notes = sources.includes("project")
    ? unregisteredNote(registry, system)
    : Promise.resolve([]);
  notes.catch(() => {});

  const readable = subjects.filter((subject) => "selector" in subject);
  const results = await check.finish(
    readable.map(({ name, selector }) => ({
      name,
      options: { ...options, selector },
    })),
    notes,
  );

  const resultOf = new Map(
    readable.map((subject, at) => [subject, results[at]!]),
  );
  const modules = new Set(results.flatMap(({ modules = [] }) => modules));
  const outcomes = subjects.flatMap((subject): CheckOutcome[] => {
    const { name } = subject;
    if (!("selector" in subject)) {
      return [{ name, ...failureOf(subject.error) }];
    }
    return isModule(subject, modules)
      ? []
      : [{ name, ...resultOf.get(subject)! }];
  });
  return summarize(outcomes, {
    registries: registry.files.flatMap(({ source, path }) => {
      const diagnostics = ofRegistries.filter(({ source: place, message }) =>
        place ? place.file === path : message.includes(path)
      );
      return diagnostics.length > 0 ? [{ source, path, diagnostics }] : [];
    }),
    diagnostics: [...remarks, ...ofRegistries, ...await notes],
  });
}

/** Loaded once for all profiles. Each of them reports what is wrong with it. */
async function readCatalog(system: System): Promise<Catalog | undefined> {
  try {
    return await loadCatalog({ system });
  } catch (error) {
    if (error instanceof ProfileError) return undefined;
    throw error;
  }
}

/** Of a search only: what somebody names is checked whatever requires it. */
function isModule(
  { found }: CheckSubject,
  modules: ReadonlySet<string>,
): boolean {
  return found !== undefined && modules.has(found);
}

/** With fewer profiles for it, starting a worker is not worth while. */
const PROFILES_A_WORKER = 2000;

/** This process is one of those that run profiles, unless it keeps its rights. */
function workersFor(profiles: number, { writesAfterwards }: CheckHow): number {
  return Math.min(
    navigator.hardwareConcurrency - (writesAfterwards ? 0 : 1),
    Math.floor(profiles / PROFILES_A_WORKER),
  );
}

function summarize(
  outcomes: readonly CheckOutcome[],
  around: Pick<CheckRun, "registries" | "diagnostics">,
): CheckRun {
  const diagnostics = withoutRepeats([
    ...around.diagnostics,
    ...outcomes.flatMap(({ diagnostics }) => diagnostics),
  ]);
  const ok = outcomes.every(({ exitCode }) => exitCode === EXIT.done) &&
    !diagnostics.some(({ severity }) => severity === "error");
  return {
    ok,
    exitCode: ok ? EXIT.done : exitCodeOf(outcomes),
    outcomes,
    registries: around.registries,
    diagnostics,
  };
}

/** The result of a profile, whatever was found. */
const CHECKED: readonly number[] = [EXIT.done, EXIT.problems, EXIT.limit];

function exitCodeOf(outcomes: readonly CheckOutcome[]): number {
  const codes = outcomes.map(({ exitCode }) => exitCode);
  if (codes.includes(EXIT.bug)) return EXIT.bug;
  const isNothingChecked = !codes.some((code) => CHECKED.includes(code));
  const isUnreadable = codes.length === 0 || codes.includes(EXIT.environment);
  return isNothingChecked && isUnreadable ? EXIT.environment : EXIT.problems;
}

/**
 * What several profiles share, such as a broken catalog or a module, is said
 * once, whatever way leads there.
 */
function withoutRepeats(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const said = new Map<string, Diagnostic>();
  for (const diagnostic of diagnostics) {
    const { related: _, ...rest } = diagnostic;
    const key = JSON.stringify(diagnostic.source ? rest : diagnostic);
    if (!said.has(key)) said.set(key, diagnostic);
  }
  return [...said.values()];
}
