import { parse } from "npm:smol-toml@1.9.1";
import { printFieldPath } from "../base/field_path.ts";

/** The numbers that the runtime reads of a catalog; it passes over the others. */
const READ: readonly unknown[] = [
  "context_window",
  "max_context_window",
  "default_context_window",
  "max_breakpoints",
];

/**
 * The fields of a catalog file that are written with a decimal point and that
 * the runtime reads. To JavaScript `200000.0` is a whole number; the runtime
 * refuses the file for it.
 *
 * @param toml valid
 */
export function findFloats(toml: string): string[] {
  const found: string[] = [];
  function look(value: unknown, path: readonly (string | number)[]): void {
    if (typeof value === "number") {
      if (READ.includes(path.at(-1))) found.push(printFieldPath([...path]));
    } else if (Array.isArray(value)) {
      value.forEach((item, index) => look(item, [...path, index]));
    } else if (typeof value === "object" && value !== null) {
      for (const [key, item] of Object.entries(value)) {
        look(item, [...path, key]);
      }
    }
  }
  // Whole numbers come as another type then.
  look(parse(toml, { integersAsBigInt: true }), []);
  return found;
}
