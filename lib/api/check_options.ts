import { failure, type ProfileError } from "../base/profile_error.ts";
import type { ResolveOptions } from "./resolve_options.ts";

const WALLS: readonly unknown[] = [undefined, "none", "worker"];
const MOST_STEPS = 2 ** 31 - 1;

/** What a System is asked for before anything else. */
const SYSTEM_METHODS = ["cwd", "readFile", "stat"] as const;

/**
 * Checks what a program hands in: a wall that nobody knows is no weaker wall.
 *
 * @throws {ProfileError} `option-invalid`
 */
export function checkOptions(
  { wall, maxSteps, system }: Pick<
    ResolveOptions,
    "wall" | "maxSteps" | "system"
  >,
): void {
  if (!WALLS.includes(wall)) {
    throw invalid(
      `\`wall\` cannot be ${show(wall)}: \`"none"\` or \`"worker"\` is wanted`,
    );
  }
  const isCount = typeof maxSteps === "number" && Number.isInteger(maxSteps) &&
    maxSteps >= 1 && maxSteps <= MOST_STEPS;
  if (maxSteps !== undefined && !isCount) {
    throw invalid(
      `\`maxSteps\` cannot be ${
        show(maxSteps)
      }: a whole number from 1 to ${MOST_STEPS} is wanted`,
    );
  }
  const methods = system as unknown as
    | Readonly<Record<string, unknown>>
    | null
    | undefined;
  const missing = SYSTEM_METHODS.find((name) =>
    typeof methods?.[name] !== "function"
  );
  if (system !== undefined && missing !== undefined) {
    throw invalid(
      `\`system\` is none: it has no method \`${missing}\``,
    );
  }
}

function invalid(message: string): ProfileError {
  return failure("option-invalid", message, {
    help: "leave the option out for its default",
  });
}

function show(value: unknown): string {
  return typeof value === "string" || typeof value === "number"
    ? `\`${value}\``
    : `a ${typeof value}`;
}
