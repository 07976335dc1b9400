import { isObject } from "../../base/json.ts";
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
  return typeof value === "number" && Number.isSafeInteger(value) && value > 0
    ? value
    : undefined;
}

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
