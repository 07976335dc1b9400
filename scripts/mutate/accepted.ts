/** A mutant that survives, and why no test can or need notice it. */
export interface AcceptedMutant {
  readonly file: string;
  /** As the report shows it. */
  readonly before: string;
  /** As the report shows it; empty where a statement is dropped. */
  readonly after: string;
  readonly why: string;
}

/** Survivors that were looked at, one by one. */
export const ACCEPTED: readonly AcceptedMutant[] = [];
