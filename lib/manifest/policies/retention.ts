import {
  COMPACTION,
  type Compaction,
  type Retention,
} from "../../schema/compaction.ts";

/** The fields that say how much is kept of a compacted conversation. */
const KEPT_FIELDS = [
  "retained_tokens",
  "summary_target_tokens",
  "summary_max_tokens",
  "auto_read_budget_tokens",
] as const;

/** Of the defaults, by retention. */
const FACTORS: Readonly<Record<Retention, number>> = {
  short: 0.5,
  normal: 1,
  long: 2,
};

/** The fields that a retention fills in, in tokens. */
export function retained(
  retention: Retention | undefined,
): Partial<Pick<Compaction, typeof KEPT_FIELDS[number]>> {
  if (retention === undefined) return {};
  return Object.fromEntries(KEPT_FIELDS.map((field) => {
    const tokens = COMPACTION.output.fields.get(field)!.default as number;
    return [field, tokens * FACTORS[retention]];
  }));
}

/** Whether a field follows from `retention`. */
export function isRetained(field: string): boolean {
  return (KEPT_FIELDS as readonly string[]).includes(field);
}
