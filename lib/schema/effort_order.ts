/** Effort labels whose order is known, from the least. */
export const EFFORT_ORDER: readonly string[] = [
  "minimal",
  "low",
  "medium",
  "high",
  "xhigh",
  "max",
];
