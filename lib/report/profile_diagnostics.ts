import type { Diagnostic } from "../base/diagnostic.ts";
import type { JsonValue } from "../base/json.ts";
import type { Problem } from "../base/problem.ts";
import type { EvaluateOptions, Run } from "../lua/evaluation.ts";
import type { ProfileDocument } from "../source/load_document.ts";
import { documentPlaces } from "./document_places.ts";
import { withExcerpts } from "./excerpts.ts";
import { locateProblems } from "./locate_problems.ts";

/** What the problems were found in. */
export interface ProblemContext {
  readonly document: ProfileDocument;
  /** The raw data that the problems' paths lead into. */
  readonly value: JsonValue;
  readonly evaluation: EvaluateOptions;
  /** What evaluated the document; absent when nothing had to. */
  readonly run?: Run;
  /** Values that no text for a person may hold. */
  readonly secrets: readonly string[];
}

/** Problems of a profile with their places, fit for a person to read. */
export async function profileDiagnostics(
  problems: readonly Problem[],
  { document, value, evaluation, run, secrets }: ProblemContext,
): Promise<Diagnostic[]> {
  const { finder, texts } = await documentPlaces(
    document,
    value,
    evaluation,
    run,
  );
  return withExcerpts(locateProblems(problems, finder), texts, secrets);
}
