import type { Diagnostic } from "../../base/diagnostic.ts";
import { EXIT } from "../../base/diagnostic_codes.ts";
import { ProfileError } from "../../base/profile_error.ts";
import { finishProfile, prepareProfile } from "../../api/pipeline.ts";
import type {
  FinishedProfile,
  PreparedProfile,
} from "../../api/prepared_profile.ts";
import { discoverProfiles } from "../../registry/discover_profiles.ts";
import type { ProfileRegistry } from "../../registry/profile_registry.ts";
import { rememberingSystem } from "../../system/remembering_system.ts";
import { checkReport } from "../check_report.ts";
import {
  type CheckSubject,
  everyProfile,
  subjectsOf,
} from "../check_subjects.ts";
import type { CommandContext } from "../command.ts";
import { prepareWall } from "../prepare_wall.ts";
import { type LaunchOptions, launchOptions } from "../launch_options.ts";
import { type Progress, progressOn } from "../progress.ts";

/** Something of one profile, or why there is none. */
interface Attempt<T> {
  readonly name: string;
  readonly result: T | ProfileError;
}

/**
 * `check [SELECTOR|FILE|FOLDER...]`: resolves profiles and reports all their
 * problems. Everything is read before the first profile runs: after that this
 * process can only compute and print.
 */
export async function check(context: CommandContext): Promise<number> {
  const { args: { flags, operands }, terminal, report } = context;
  // Profiles of one folder share its listing, its registry and its modules.
  const system = rememberingSystem(context.system);
  const options = await launchOptions(flags, system);
  const registry = await discoverProfiles(options);
  const progress = progressOn(terminal.error);
  const subjects = operands.length === 0
    ? everyProfile(registry).map(named)
    : (await Promise.all(operands.map((word) => choose(word, options)))).flat();

  const opened = await openAll(subjects, { ...options, registry }, progress);
  (await prepareWall(context, { builtins: true }))();
  const checked = await finishAll(opened, progress);
  progress.clear();

  const registryProblems = operands.length === 0
    ? [...registry.problems, ...unselectable(registry, options.strict)]
    : [];
  const outcomes = checked.map(({ name, result }) =>
    result instanceof ProfileError
      ? { name, diagnostics: result.diagnostics }
      : { name, digest: result.digest, diagnostics: result.warnings }
  );
  report(withoutRepeats([
    ...registryProblems,
    ...outcomes.flatMap(({ diagnostics }) => diagnostics),
  ]));
  terminal.out.write(
    checkReport(outcomes, flags.format === "json" ? "json" : "text", {
      failuresOnly: flags.quiet ?? false,
    }),
  );
  return exitCode(checked, registryProblems);
}

function named(subject: CheckSubject): Attempt<CheckSubject> {
  return { name: subject.name, result: subject };
}

/** A word that cannot be read is one failure among the results. */
async function choose(
  word: string,
  { system }: LaunchOptions,
): Promise<Attempt<CheckSubject>[]> {
  const result = await attempt(() => subjectsOf(word, system));
  return result instanceof ProfileError
    ? [{ name: word, result }]
    : result.map(named);
}

async function openAll(
  subjects: readonly Attempt<CheckSubject>[],
  options: LaunchOptions & { readonly registry: ProfileRegistry },
  progress: Progress,
): Promise<Attempt<PreparedProfile>[]> {
  const opened: Attempt<PreparedProfile>[] = [];
  for (const { name, result } of subjects) {
    progress.step(`reading ${name}`);
    opened.push({
      name,
      result: result instanceof ProfileError
        ? result
        : await attempt(() =>
          prepareProfile({ ...options, selector: result.selector })
        ),
    });
  }
  return opened;
}

async function finishAll(
  opened: readonly Attempt<PreparedProfile>[],
  progress: Progress,
): Promise<Attempt<FinishedProfile>[]> {
  const finished: Attempt<FinishedProfile>[] = [];
  for (const { name, result } of opened) {
    progress.step(`checking ${finished.length + 1}/${opened.length} ${name}`);
    finished.push({
      name,
      result: result instanceof ProfileError
        ? result
        : await attempt(() => finishProfile(result)),
    });
  }
  return finished;
}

async function attempt<T>(work: () => Promise<T>): Promise<T | ProfileError> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof ProfileError) return error;
    throw error;
  }
}

/** Entries that nobody can pick are worth a word where all is checked. */
function unselectable(
  { entries }: ProfileRegistry,
  strict: boolean,
): Diagnostic[] {
  return entries.filter(({ status }) => status !== "ok").map((entry) => ({
    code: entry.status === "missing"
      ? "profile-missing"
      : "profile-unsupported",
    severity: strict ? "error" : "warning",
    message: `\`${entry.qualifiedName}\` cannot be selected: ${
      entry.reason ?? entry.status
    }`,
  }));
}

/** What several profiles share, such as a broken catalog, is said once. */
function withoutRepeats(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  return [...new Map(diagnostics.map((d) => [JSON.stringify(d), d])).values()];
}

/** 1 when a profile has problems; else what kept one from being looked at. */
function exitCode(
  checked: readonly Attempt<unknown>[],
  registryProblems: readonly Diagnostic[],
): number {
  const errors = registryProblems.filter(({ severity }) =>
    severity === "error"
  );
  const codes = [
    ...checked.flatMap(({ result }) =>
      result instanceof ProfileError ? [result.exitCode] : []
    ),
    ...(errors.length > 0 ? [new ProfileError(errors).exitCode] : []),
  ];
  const isProblem = (code: number) =>
    code === EXIT.problems || code === EXIT.limit;
  return codes.some(isProblem) ? EXIT.problems : codes[0] ?? EXIT.done;
}
