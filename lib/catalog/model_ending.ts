import { catalogIndex } from "./catalog_index.ts";
import type { Catalog } from "./catalog.ts";

/** When a warning of an end is due. Nothing in a manifest depends on it. */
export interface EndingsOptions {
  /** The day it is, UTC, `YYYY-MM-DD`. */
  readonly today: string;
  /** How many days ahead an end is warned of. */
  readonly withinDays: number;
}

/** That a model ends, or is gone. */
export interface ModelEnding {
  /** `<provider>/<model id>`. */
  readonly ref: string;
  /** The first day without it, UTC. */
  readonly day: string;
  /** Until that day; 0 and below: it is gone. */
  readonly daysLeft: number;
  /** The `ref` to take instead. */
  readonly replacement?: string;
}

const DAY_MS = 86_400_000;

/**
 * When a model ends, where the catalog knows it.
 *
 * @param ref `<provider>/<model id>`
 * @returns nothing where no end is known
 *
 * @example
 * ```ts
 * import { modelEnding } from "@insomnia/profile";
 * import assert from "node:assert/strict";
 * const catalog = {
 *   providers: [],
 *   models: [{ id: "big", provider: "acme", retires: "2027-01-31" }],
 *   origin: { providers: "given", models: "given" },
 *   sha256: "",
 * } as const;
 * assert.equal(modelEnding(catalog, "acme/big", "2027-01-01")?.daysLeft, 30);
 * ```
 */
export function modelEnding(
  catalog: Catalog,
  ref: string,
  today: string,
): ModelEnding | undefined {
  const index = catalogIndex(catalog);
  const entry = index.models.get(ref);
  const retired = entry ? undefined : index.retired.get(ref);
  const day = entry?.retires ?? retired?.since;
  const model = entry ?? retired;
  if (day === undefined || model === undefined) return undefined;
  const { provider, replacement } = model;
  return {
    ref,
    day,
    daysLeft: Math.round((Date.parse(day) - Date.parse(today)) / DAY_MS),
    ...replacement !== undefined && {
      replacement: `${provider}/${replacement}`,
    },
  };
}
