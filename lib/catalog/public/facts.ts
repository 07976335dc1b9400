import { isObject } from "../../base/json.ts";
import type { StructuredOutput, ToolCalling } from "../../schema/capability.ts";
import { EFFORT_ORDER } from "../../schema/effort_order.ts";
import { isDay } from "../../schema/text_forms.ts";

/** The fields of an object; none of anything else. */
export function fields(value: unknown): Readonly<Record<string, unknown>> {
  return isObject(value) ? value as Record<string, unknown> : {};
}

/** The items of a list; none of anything else. */
export function items(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/**
 * A number of tokens, also one that is written as text. Nothing for 0, and for
 * what is not a whole number.
 */
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

/** Effort labels from the lowest to the highest, unknown ones at the end. */
export function efforts(
  values: readonly string[],
): readonly string[] | undefined {
  const rank = (label: string) => DEPTHS.indexOf(label) >>> 0;
  return values.length === 0
    ? undefined
    : [...new Set(values)].sort((a, b) => rank(a) - rank(b));
}

const DEPTHS = ["none", ...EFFORT_ORDER];

/** A text that is not empty. */
export function word(value: unknown): string | undefined {
  return typeof value === "string" && value !== "" ? value : undefined;
}

/** `true`, `false`, or nothing. */
export function flag(value: unknown): boolean | undefined {
  return typeof value === "boolean" ? value : undefined;
}

/** `none` for a model that does not reason; which control others have, other fields say. */
export function noReasoning(reasons: unknown): "none" | undefined {
  return reasons === false ? "none" : undefined;
}

/**
 * A day of UTC, `YYYY-MM-DD`, in one of the spellings that files have: the day
 * itself, with `/` or without its zeros; a time of it, with its zone; a month in
 * English before or behind the day; seconds since 1970.
 */
export function day(value: unknown): string | undefined {
  if (typeof value === "number") {
    return value > FIRST_SECOND && value < LAST_SECOND
      ? new Date(value * 1000).toISOString().slice(0, 10)
      : undefined;
  }
  const text = word(value)?.trim() ?? "";
  const time = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}\S*/.exec(text)?.[0];
  if (time !== undefined) {
    const zoned = /(?:Z|[+-]\d{2}:?\d{2})$/i.test(time) ? time : `${time}Z`;
    const ms = Date.parse(zoned.replace(" ", "T"));
    return Number.isNaN(ms)
      ? undefined
      : new Date(ms).toISOString().slice(0, 10);
  }
  const [, year, month, date] =
    /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})$/.exec(text) ?? inEnglish(text);
  if (date === undefined) return undefined;
  const written = `${year}-${month!.padStart(2, "0")}-${date.padStart(2, "0")}`;
  return isDay(written) ? written : undefined;
}

/** 2000 and 2100: other numbers are not seconds, or not the end of a model. */
const FIRST_SECOND = 946_684_800;
const LAST_SECOND = 4_102_444_800;

const MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");

/** As `November 30th, 2026` and `30 Nov 2026`. */
function inEnglish(text: string): readonly (string | undefined)[] {
  const [, before, name = "", behind, year] =
    /^(?:(\d{1,2})(?:st|nd|rd|th)?\s+)?([a-z]{3,9})\.?(?:\s+(\d{1,2})(?:st|nd|rd|th)?)?,?\s+(\d{4})$/i
      .exec(text) ?? [];
  const month = MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;
  const date = before ?? behind;
  const isOne = month > 0 && (before === undefined) !== (behind === undefined);
  return isOne ? [text, year, String(month), date] : [];
}

/**
 * How it calls tools.
 *
 * @param calls whether it does
 * @param parallel whether several at once; unknown where it is left out
 */
export function toolCalling(
  calls: unknown,
  parallel: unknown,
): ToolCalling | "some" | undefined {
  if (calls === false) return "none";
  if (parallel === true) return "parallel";
  if (parallel === false) return "sequential";
  return calls === true ? "some" : undefined;
}

/** What shape its answers can be held to, where a flag says whether they can to a schema. */
export function structuredOutput(
  holds: unknown,
): StructuredOutput | undefined {
  return holds === true ? "json_schema" : holds === false ? "none" : undefined;
}
