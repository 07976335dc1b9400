import type { Diagnostic } from "../base/diagnostic.ts";
import type { JsonValue } from "../base/json.ts";
import { locateProblems } from "../document/locate_problems.ts";
import type { Problem } from "../base/problem.ts";
import type { EvaluateOptions, Run } from "../lua/evaluation.ts";
import type { ProfileDocument } from "../source/load_document.ts";
import { asErrors } from "./as_errors.ts";
import { documentPlaces } from "./document_places.ts";
import { withExcerpts } from "./excerpts.ts";
import { inSourceOrder } from "./in_source_order.ts";
import { sourceTexts } from "./source_texts.ts";

/** What the problems were found in. */
export interface ProblemContext {
  readonly document: ProfileDocument;
  /** The raw data that the problems' paths lead into. */
  readonly value: JsonValue;
  readonly evaluation: EvaluateOptions;
  /** Loads what evaluates a program. */
  readonly loadRun: () => Promise<Run>;
  /** What the profile printed. */
  readonly notes: readonly Diagnostic[];
  /** Values that no text for a person may hold. */
  readonly secrets: readonly string[];
  /** Strings that no line of source may show. */
  readonly unknown: readonly string[];
  /** Whether warnings are errors. */
  readonly strict: boolean;
}

/** What a profile printed, and its problems with their places: fit for a person to read. */
export async function profileDiagnostics(
  problems: readonly Problem[],
  {
    document,
    value,
    evaluation,
    loadRun,
    notes,
    secrets,
    unknown,
    strict,
  }: ProblemContext,
): Promise<Diagnostic[]> {
  if (problems.length === 0) {
    const texts = document.kind === "lua"
      ? sourceTexts(document.program)
      : () => undefined;
    const said = withExcerpts(notes, texts, secrets, unknown);
    return strict ? asErrors(said) : said;
  }
  const { finder, texts } = await documentPlaces(
    document,
    value,
    evaluation,
    loadRun,
    problems.map(({ path }) => path),
  );
  const located = locateProblems(problems, finder, texts);
  const said = withExcerpts(
    [...notes, ...inSourceOrder(located, document.file)],
    texts,
    secrets,
    unknown,
  );
  return strict ? asErrors(said) : said;
}
