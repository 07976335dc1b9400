import type { FieldPath } from "../base/field_path.ts";
import { lazy } from "../base/lazy.ts";
import { plainWord } from "../base/suggest.ts";
import type { Answer } from "../schema/explain/explaining.ts";
import { WORDS_OF_OTHERS, type WordsOfOthers } from "./words_of_others.ts";

const rowsByWord = lazy((): ReadonlyMap<string, readonly WordsOfOthers[]> => {
  const rows = new Map<string, WordsOfOthers[]>();
  for (const row of WORDS_OF_OTHERS) {
    for (const word of row.words.map(plainWord)) {
      rows.set(word, [...rows.get(word) ?? [], row]);
    }
  }
  return rows;
});

/** What a profile answers to a field that it does not have, and other tools do. */
export function fieldAnswer(path: FieldPath): Answer | undefined {
  const table = path.slice(0, -1).filter((part) => typeof part === "string")
    .join(".");
  const row = rowsByWord().get(plainWord(String(path.at(-1))))
    ?.find((row) => row.in.includes(table));
  if (!row) return undefined;
  const { field, help, standsFor } = row;
  // A field of another section cannot be renamed in this one.
  if (field !== undefined && (help === undefined || table === "worker")) {
    return {
      help: `write \`${field}\` here`,
      fix: { replace: "key", put: field },
    };
  }
  return { help: help!, ...standsFor !== undefined && { standsFor } };
}
