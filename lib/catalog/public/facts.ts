import { isObject } from "../../base/json.ts";
import type { ToolCalling } from "../../schema/capability.ts";
import { isDay } from "../../schema/text_forms.ts";

/** The fields of an object; none of anything else. */
export function fields(value: unknown): Readonly<Record<string, unknown>> {
  return isObject(value) ? value as Record<string, unknown> : {};
}

/** The items of a list; none of anything else. */
export function items(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** A number of tokens; 0 and what is no whole number says nothing. */
export function tokens(value: unknown): number | undefined {
  return wholeNumber(value) || undefined;
}

/** A whole number, also as a text; some files write `"200000"`, or `2e5`. */
export function wholeNumber(value: unknown): number | undefined {
  const number =
    typeof value === "string" && /^\d+(\.\d+)?(e\d+)?$/i.test(value)
      ? Number(value)
      : value;
  return typeof number === "number" && Number.isSafeInteger(number) &&
      number >= 0
    ? number
    : undefined;
}

/** Effort labels from the lowest on, those that have no place in it behind. */
export function efforts(
  values: readonly string[],
): readonly string[] | undefined {
  const rank = (label: string) => DEPTHS.indexOf(label) >>> 0;
  return values.length === 0
    ? undefined
    : [...new Set(values)].sort((a, b) => rank(a) - rank(b));
}

const DEPTHS = ["none", "minimal", "low", "medium", "high", "xhigh", "max"];

/** A text that is not empty. */
export function word(value: unknown): string | undefined {
  return typeof value === "string" && value !== "" ? value : undefined;
}

/** `true`, `false`, or nothing. */
export function flag(value: unknown): boolean | undefined {
  return typeof value === "boolean" ? value : undefined;
}

/** A day, `YYYY-MM-DD`; a time of that day counts as the day. */
export function day(value: unknown): string | undefined {
  const text = word(value)?.slice(0, 10);
  return text !== undefined && isDay(text) ? text : undefined;
}

/**
 * How it calls tools.
 *
 * @param calls whether it does
 * @param parallel whether several at once; nobody knows where it is left out
 */
export function toolCalling(
  calls: unknown,
  parallel: unknown,
): ToolCalling | undefined {
  if (calls === false) return "none";
  return parallel === true
    ? "parallel"
    : parallel === false
    ? "sequential"
    : undefined;
}
