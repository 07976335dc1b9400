import type { EndingsOptions } from "../catalog/model_ending.ts";
import type { Flags } from "./arguments/parse_arguments.ts";
import { usageFailure } from "./arguments/usage_failure.ts";

function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

/** How far ahead ends of models are told where nobody says how far. */
const DEFAULT_WITHIN_DAYS = 30;

/**
 * What the flags say about the ends of models. The clock is asked here and
 * nowhere else: no manifest depends on the day.
 *
 * @throws {ProfileError} `usage` for a day that is none
 */
export function endingsOptions(flags: Flags): EndingsOptions {
  const today = flags.today ?? new Date().toISOString().slice(0, 10);
  if (!isDay(today)) {
    throw usageFailure([{
      kind: "bad-value",
      written: "--today",
      value: today,
      choices: ["a day, as 2027-01-31"],
    }]);
  }
  return {
    today,
    withinDays: flags["retiring-within"] ?? DEFAULT_WITHIN_DAYS,
  };
}
