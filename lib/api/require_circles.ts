/** Files that all lead to one another; most often one alone. */
export interface RequireCircle {
  readonly members: readonly string[];
  /** Whether a file outside leads to it. */
  readonly isEntered: boolean;
}

/**
 * Puts files that require one another together: Tarjan's strongly connected
 * components, without recursion, because chains are long.
 *
 * @param roots where the search begins
 * @param next what a file requires; asked once for each file
 *
 * @example
 * ```ts
 * import { requireCircles } from "./require_circles.ts";
 * import assert from "node:assert/strict";
 * const requires: Record<string, string[]> = { a: ["b"], b: ["c"], c: ["b"] };
 * assert.deepEqual(requireCircles(["a"], (file) => requires[file]!), [
 *   { members: ["b", "c"], isEntered: true },
 *   { members: ["a"], isEntered: false },
 * ]);
 * ```
 */
export function requireCircles(
  roots: readonly string[],
  next: (file: string) => readonly string[],
): readonly RequireCircle[] {
  interface Step {
    readonly file: string;
    readonly edges: readonly string[];
    at: number;
  }
  const order = new Map<string, number>();
  const lowest = new Map<string, number>();
  const circleOf = new Map<string, number>();
  const open: string[] = [];
  const circles: string[][] = [];
  const entered = new Set<number>();
  const edges: (readonly [from: string, to: string])[] = [];
  for (const root of roots) {
    const steps: Step[] = [];
    const enter = (file: string): void => {
      order.set(file, order.size);
      lowest.set(file, order.get(file)!);
      open.push(file);
      steps.push({ file, edges: next(file), at: 0 });
    };
    if (!order.has(root)) enter(root);
    for (let step = steps.at(-1); step; step = steps.at(-1)) {
      const { file } = step;
      const to = step.edges[step.at++];
      if (to !== undefined) {
        edges.push([file, to]);
        if (!order.has(to)) enter(to);
        else if (!circleOf.has(to)) lower(lowest, file, order.get(to)!);
        continue;
      }
      steps.pop();
      const around = steps.at(-1);
      if (around) lower(lowest, around.file, lowest.get(file)!);
      if (lowest.get(file) !== order.get(file)) continue;
      const members = open.splice(open.lastIndexOf(file));
      for (const member of members) circleOf.set(member, circles.length);
      circles.push(members);
    }
  }
  for (const [from, to] of edges) {
    const circle = circleOf.get(to)!;
    if (circleOf.get(from) !== circle) entered.add(circle);
  }
  return circles.map((members, at) => ({
    members,
    isEntered: entered.has(at),
  }));
}

function lower(
  lowest: Map<string, number>,
  file: string,
  value: number,
): void {
  if (value < lowest.get(file)!) lowest.set(file, value);
}
