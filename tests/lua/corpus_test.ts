import assert from "node:assert/strict";
import { evaluate } from "./evaluator.ts";
import type { JsonValue } from "../../lib/base/json.ts";
import { canonicalJson } from "../../lib/base/canonical_json.ts";
import { CODES, type CorpusCase, readCorpus } from "../corpus/corpus_case.ts";
import { failureOf, OPTIONS, programOf } from "./evaluate_text.ts";

/**
 * A tenth of the default. What must end within the default is given all of it;
 * what must never end does not have to be watched for so long.
 */
const STEPS_TO_WATCH = 20_000_000;

for (const row of readCorpus()) {
  Deno.test(`evaluate answers the corpus: ${row.id}: ${row.title}`, async () => {
    if (row.expect === "ok") checkValue(row);
    else await checkFailure(row);
  });
}

function checkValue({ files, expect_json, json_text }: CorpusCase) {
  const { value } = evaluate(programOf(files), OPTIONS);
  const text = canonicalJson(value);
  assert.equal(text, canonicalJson(expect_json as JsonValue));
  if (json_text !== undefined) assert.equal(text, json_text);
}

async function checkFailure(row: CorpusCase) {
  const neverEnds = row.error_kind === "timeout" && !row.alt_kinds;
  const failure = await failureOf(
    programOf(row.files),
    neverEnds ? { maxSteps: STEPS_TO_WATCH } : {},
  );
  const kinds = [row.error_kind!, ...row.alt_kinds ?? []];
  const codes: readonly string[] = kinds.map((kind) => CODES[kind]);
  assert(
    codes.includes(failure.code),
    `${failure.code}: ${failure.message}, wanted ${codes}`,
  );
  const place = failure.chunk ? `${failure.chunk}:${failure.line}: ` : "";
  const text = place + failure.message;
  if (failure.code === codes[0] && !text.includes(row.phrase ?? "")) {
    assert.fail(`\`${text}\` does not say \`${row.phrase}\``);
  }
}
