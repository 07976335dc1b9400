import type { CatalogModel } from "../../catalog/models_schema.ts";
import { EFFORT_ORDER } from "../../schema/effort_order.ts";

/** What a model takes whose row says nothing. */
const DEFAULT_EFFORTS: readonly string[] = ["low", "medium", "high"];

/** The labels of a model; of one without a row, what most models take. */
export function effortLabels(
  entry: CatalogModel | undefined,
): readonly string[] {
  return entry?.reasoning_efforts ?? DEFAULT_EFFORTS;
}

/**
 * The label that comes nearest to a wish without going above it, else the
 * lowest. A label outside the order is never chosen.
 *
 * @returns `undefined` where no label is in the order
 */
export function nearestEffort(
  wish: string,
  labels: readonly string[],
): string | undefined {
  const ordered = EFFORT_ORDER.filter((label) => labels.includes(label));
  const rank = EFFORT_ORDER.indexOf(wish);
  return ordered.findLast((label) => EFFORT_ORDER.indexOf(label) <= rank) ??
    ordered[0];
}
