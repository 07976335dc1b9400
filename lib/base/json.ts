/**
 * Plain data as JSON knows it: what a profile evaluates to, and what a
 * manifest is. Objects that come from untrusted text have no prototype.
 */
export type JsonValue =
  | null
  | boolean
  | number
  | string
  | readonly JsonValue[]
  | JsonObject;

/** A JSON object. */
export interface JsonObject {
  /** A field by its name. */
  readonly [key: string]: JsonValue;
}

/** Whether a value is an object with named fields (not an array, not null). */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/**
 * An object without a prototype, to be filled with what untrusted text says.
 * `Object.create(null)` makes one that V8 takes for a dictionary, which is
 * slower to fill, to copy and to look through.
 */
export function bareObject(): Record<string, JsonValue> {
  return Object.setPrototypeOf({}, null);
}

/** The own field of an object; nothing is ever read from a prototype. */
export function ownField(value: unknown, key: string): unknown {
  return isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}
