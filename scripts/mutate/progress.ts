import type { Mutant } from "./find_mutants.ts";

/** What became of a mutant. */
export interface Outcome {
  readonly key: string;
  readonly killedBy?: string;
  /** How many tests reach it. */
  readonly tests: number;
  /** Whether it met them in a process of its own, which is the last word. */
  readonly alone: boolean;
}

/** Outcomes, kept in a file as they come, so that a run can go on after a break. */
export interface Progress {
  of(mutant: Mutant): Outcome | undefined;
  note(outcome: Outcome): Promise<void>;
}

/**
 * Opens such a file. What is in it of code that changed since is passed over.
 *
 * @param again survivors are to meet the tests once more
 */
export async function openProgress(
  path: string,
  { again }: { readonly again: boolean },
): Promise<Progress> {
  const outcomes = new Map<string, Outcome>();
  for (const line of (await textOf(path)).split("\n")) {
    if (!line.endsWith("}")) continue;
    const outcome: Outcome = JSON.parse(line);
    if (again && outcome.killedBy === undefined) outcomes.delete(outcome.key);
    else outcomes.set(outcome.key, outcome);
  }
  return {
    of: ({ key }) => outcomes.get(key),
    async note(outcome) {
      outcomes.set(outcome.key, outcome);
      await Deno.writeTextFile(path, `${JSON.stringify(outcome)}\n`, {
        append: true,
      });
    },
  };
}

async function textOf(path: string): Promise<string> {
  try {
    return await Deno.readTextFile(path);
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return "";
    throw error;
  }
}
