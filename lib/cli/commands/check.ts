import type { Diagnostic } from "../../base/diagnostic.ts";
import { EXIT } from "../../base/diagnostic_codes.ts";
import { ProfileError } from "../../base/profile_error.ts";
import { discoverProfiles } from "../../registry/discover_profiles.ts";
import type { ProfileRegistry } from "../../registry/profile_registry.ts";
import { rememberingSystem } from "../../system/remembering_system.ts";
import type { System } from "../../system/system.ts";
import { type CheckOutcome, checkReport } from "../check_report.ts";
import {
  type CheckSubject,
  everyProfile,
  subjectsOf,
} from "../check_subjects.ts";
import type { CommandContext } from "../command.ts";
import { checkIsolated } from "../isolation/check_isolated.ts";
import { launchOptions } from "../launch_options.ts";
import { progressOn } from "../progress.ts";

/**
 * `check [SELECTOR|FILE|FOLDER...]`: resolves profiles and reports all their
 * problems.
 */
export async function check(context: CommandContext): Promise<number> {
  const { args: { flags, operands }, terminal, report } = context;
  // Profiles of one folder share its listing, its registry and its modules.
  const system = rememberingSystem(context.system);
  const options = await launchOptions(flags, system);
  const registry = await discoverProfiles(options);
  const progress = progressOn(terminal.error);
  const { subjects, unreadable } = await chooseSubjects(
    operands,
    registry,
    system,
  );
  const results = await checkIsolated(
    subjects.map(({ name, selector }) => ({
      name,
      options: { ...options, registry, selector },
    })),
    context,
    {
      workers: workersFor(subjects.length),
      onRead: (name) => progress.step(`reading ${name}`),
      onChecked: (done, of, name) =>
        progress.step(`checking ${done}/${of} ${name}`),
    },
  );
  progress.clear();

  const registryProblems = operands.length === 0
    ? [...registry.problems, ...unselectable(registry, options.strict)]
    : [];
  const outcomes: CheckOutcome[] = [
    ...unreadable,
    ...results.map((result, at) => ({ name: subjects[at].name, ...result })),
  ];
  report(withoutRepeats([
    ...registryProblems,
    ...outcomes.flatMap(({ diagnostics }) => diagnostics),
  ]));
  terminal.out.write(
    checkReport(outcomes, flags.format === "json" ? "json" : "text", {
      failuresOnly: flags.quiet ?? false,
    }),
  );
  return exitCode(outcomes, registryProblems);
}

/** Profiles that one worker has to have before starting it is worth while. */
const PROFILES_A_WORKER = 150;

function workersFor(profiles: number): number {
  return Math.min(
    navigator.hardwareConcurrency,
    Math.max(1, Math.floor(profiles / PROFILES_A_WORKER)),
  );
}

/** A word that cannot be read is one failure among the results. */
async function chooseSubjects(
  words: readonly string[],
  registry: ProfileRegistry,
  system: System,
): Promise<
  {
    readonly subjects: readonly CheckSubject[];
    readonly unreadable: readonly CheckOutcome[];
  }
> {
  if (words.length === 0) {
    return { subjects: everyProfile(registry), unreadable: [] };
  }
  const subjects: CheckSubject[] = [];
  const unreadable: CheckOutcome[] = [];
  for (const word of words) {
    try {
      for (const subject of await subjectsOf(word, system)) {
        subjects.push(subject);
      }
    } catch (error) {
      if (!(error instanceof ProfileError)) throw error;
      const { exitCode, diagnostics } = error;
      unreadable.push({ name: word, exitCode, diagnostics });
    }
  }
  return { subjects, unreadable };
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
  outcomes: readonly CheckOutcome[],
  registryProblems: readonly Diagnostic[],
): number {
  const errors = registryProblems.filter(({ severity }) =>
    severity === "error"
  );
  const codes = [
    ...outcomes.map(({ exitCode }) => exitCode),
    ...(errors.length > 0 ? [new ProfileError(errors).exitCode] : []),
  ].filter((code) => code !== EXIT.done);
  const isProblem = (code: number) =>
    code === EXIT.problems || code === EXIT.limit;
  return codes.some(isProblem) ? EXIT.problems : codes[0] ?? EXIT.done;
}
