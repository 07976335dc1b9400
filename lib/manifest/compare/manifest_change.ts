/**
 * What a change means to the person who has to agree to it.
 *
 * - `widening`: the Pod may do something that it could not do before: more
 *   files, more tools, fewer refusals, the network
 * - `narrowing`: it may do less than before, and nothing new
 * - `model`: another model, or another way to reach it
 * - `cost`: a bigger window, budget or limit
 * - `instruction`: what it is told
 * - `other`: anything else
 */
export type ChangeClass =
  | "widening"
  | "narrowing"
  | "model"
  | "cost"
  | "instruction"
  | "other";

/** One difference between two manifests. */
export interface ManifestChange {
  /**
   * The field, as `compaction.threshold`. For rules, whose meaning depends on
   * the others around them, the narrowest part that holds every difference.
   */
  readonly path: string;
  /** The value in the first manifest; left out: it has none. */
  readonly before?: unknown;
  /** The value in the second manifest; left out: it has none. */
  readonly after?: unknown;
  /** What the change means. */
  readonly class: ChangeClass;
  /** Why it is a widening or a narrowing, with an example. */
  readonly reason?: string;
}

/** The classes in the order in which somebody who has to agree reads them. */
export const CHANGE_CLASSES: readonly ChangeClass[] = [
  "widening",
  "narrowing",
  "model",
  "cost",
  "instruction",
  "other",
];
