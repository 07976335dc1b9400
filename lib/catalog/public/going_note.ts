import type { CatalogModel } from "../models_schema.ts";
import type { PublicModel } from "./public_model.ts";

/** What the note of a row says whose model goes on a day that nobody names. */
export const GOING =
  "A public catalog has it as deprecated or hides it, and names no day.";

/** The note of a row: the present one, and whether the model goes. */
export function noteOf(
  { deprecated, retires }: PublicModel,
  present: CatalogModel | undefined,
): string | undefined {
  const other = present?.note?.replace(GOING, "").trim() ?? "";
  const isGoing = deprecated && (retires ?? present?.retires) === undefined;
  return [other, isGoing ? GOING : ""].filter((text) => text !== "")
    .join(" ") || undefined;
}
